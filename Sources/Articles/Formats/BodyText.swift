/// Turns the text of an article that was found inside something else, such as a JSON string, into blocks.
enum BodyText {
  enum Markup {
    case plain
    case html
    /// Whichever it looks like.
    case unknown
  }

  static func blocks(of text: MappedText, _ markup: Markup = .unknown) -> [Block] {
    switch markup {
    case .html: htmlBlocks(of: text)
    case .plain: plainBlocks(of: text)
    case .unknown: isHTML(text.text) ? htmlBlocks(of: text) : plainBlocks(of: text)
    }
  }

  /// A headline, without tags, on one line.
  static func line(_ text: MappedText) -> MappedText {
    let blocks = isHTML(text.text) ? htmlBlocks(of: text) : []
    return blocks.first.map { MappedText(text: $0.text, map: $0.map) } ?? text.trimmed
  }

  private static func plainBlocks(of text: MappedText) -> [Block] {
    var blocks = text.text.withBytes { PlainText.blocks(of: $0, 0..<$0.count) }
    for i in blocks.indices {
      blocks[i].map = blocks[i].map.through(text.map, count: blocks[i].text.utf8.count)
    }
    return blocks
  }

  private static func htmlBlocks(of text: MappedText) -> [Block] { HTMLText.blocks(of: text) }

  private static let tags = [
    "p", "br", "div", "a", "b", "i", "em", "strong", "ul", "ol", "li", "h1", "h2", "h3", "h4", "span", "table", "img",
    "blockquote", "figure", "article", "section",
  ]

  /// Whether a text holds a tag of HTML: `<p>`, `<br/>`, `<a href…`.
  static func isHTML(_ text: String) -> Bool {
    text.withBytes { bytes in
      var i = 0
      while i + 2 < bytes.count {
        defer { i += 1 }
        guard bytes[i] == UInt8(ascii: "<") else { continue }
        let start = bytes[i + 1] == UInt8(ascii: "/") ? i + 2 : i + 1
        var end = start
        while end < bytes.count, end - start < 12, isNamePart(bytes[end]) { end += 1 }
        guard end > start, end < bytes.count,
          bytes[end] == UInt8(ascii: ">") || bytes[end] == 0x20
            || bytes[end] == UInt8(ascii: "/") || bytes[end] == 0x0A
        else { continue }
        if tags.contains(bytes.string(start..<end).lowercased()) { return true }
      }
      return false
    }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
