extension ArticleFormat {
  /// What a file is, by its beginning, and where that leaves it open by the ending of its path: pages are saved under any
  /// name, feeds are fetched as `index.php`.
  static func detect(_ source: SourceText, path: String) -> ArticleFormat {
    let named = ArticleFormat(path: path)
    return source.text.withBytes { bytes in
      let text = bytes.trimmed(0..<bytes.count)
      guard let first = text.first.map({ bytes[$0] }) else { return named }
      switch first {
      case UInt8(ascii: "{"), UInt8(ascii: "["): return json(bytes, text, named)
      case UInt8(ascii: "<"): return markup(bytes, text, named)
      case UInt8(ascii: "H") where bytes.has("http/", at: text.lowerBound):
        // A page that was saved with the header it was sent with.
        let page = bytes.trimmed(endOfHeader(bytes, text)..<text.upperBound)
        guard !page.isEmpty, bytes[page.lowerBound] == UInt8(ascii: "<") else { return .text }
        return markup(bytes, page, named)
      default: return named == .text || named == .markdown ? named : .text
      }
    }
  }

  /// Behind the first empty line.
  private static func endOfHeader(_ bytes: Bytes, _ text: Range<Int>) -> Int {
    var i = text.lowerBound
    while i < text.upperBound, let end = bytes[i..<text.upperBound].firstIndex(of: 0x0A) {
      if bytes.trimmed(i..<end).isEmpty { return end + 1 }
      i = end + 1
    }
    return text.upperBound
  }

  // MARK: JSON

  /// A text may begin with a bracket; JSON ends with one, too, and goes on with a quotation mark or another bracket.
  private static func json(_ bytes: Bytes, _ text: Range<Int>, _ named: ArticleFormat) -> ArticleFormat {
    if named == .json || named == .jsonLines { return named }
    let next = nextSign(bytes, text.lowerBound + 1, text.upperBound)
    let last = bytes[text.upperBound - 1]
    guard next == UInt8(ascii: "\"") || next == UInt8(ascii: "{"),
      last == UInt8(ascii: "}") || last == UInt8(ascii: "]")
    else { return named }
    return isObjectALine(bytes, text) ? .jsonLines : .json
  }

  private static func nextSign(_ bytes: Bytes, _ start: Int, _ end: Int) -> UInt8? {
    bytes[start..<end].first { $0 > 0x20 }
  }

  /// Whether the first two lines are objects, each on its own.
  private static func isObjectALine(_ bytes: Bytes, _ text: Range<Int>) -> Bool {
    var start = text.lowerBound
    for _ in 0..<2 {
      guard start < text.upperBound else { return false }
      let end = bytes[start..<text.upperBound].firstIndex(of: 0x0A) ?? text.upperBound
      let line = bytes.trimmed(start..<end)
      guard line.count >= 2, bytes[line.lowerBound] == UInt8(ascii: "{"),
        bytes[line.upperBound - 1] == UInt8(ascii: "}")
      else { return false }
      start = end + 1
    }
    return true
  }

  // MARK: Markup

  /// The names of outermost elements.
  private static let roots: [(names: [String], format: ArticleFormat)] = [
    (["html", "head", "body"], .html),
    (["rss", "feed", "rdf"], .feed),
    (["newsmessage", "newsitem", "packageitem", "nitf", "newsml"], .newsML),
  ]

  private static func markup(_ bytes: Bytes, _ text: Range<Int>, _ named: ArticleFormat) -> ArticleFormat {
    guard let root = rootName(bytes, text) else { return named }
    return roots.first { $0.names.contains(root) }?.format ?? named
  }

  /// The name of the first element, without its prefix and in small letters; "html" where a DOCTYPE says so.
  private static func rootName(_ bytes: Bytes, _ text: Range<Int>) -> String? {
    var i = text.lowerBound
    // What stands before the root is short.
    let end = min(text.upperBound, i + 1 << 16)
    while i < end {
      guard bytes[i] == UInt8(ascii: "<") else {
        i += 1
        continue
      }
      if bytes[i..<end].starts(with: "<!--".utf8) {
        i = find("-->", bytes, i, end)
      } else if bytes[i..<end].starts(with: "<?".utf8) {
        i = find("?>", bytes, i, end)
      } else if i + 1 < end, bytes[i + 1] == UInt8(ascii: "!") {
        let type = bytes.string(i..<min(end, i + 16)).lowercased()
        if type.hasPrefix("<!doctype html") { return "html" }
        i = find(">", bytes, i, end)
      } else {
        let name = bytes[(i + 1)..<min(end, i + 40)].prefix {
          (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: ":")
        }
        guard !name.isEmpty else { return nil }
        return String(decoding: name, as: UTF8.self).lowercased().split(separator: ":").last.map(String.init)
      }
    }
    return nil
  }

  private static func find(_ mark: String, _ bytes: Bytes, _ start: Int, _ end: Int) -> Int {
    let mark = Array(mark.utf8)
    var i = start
    while i + mark.count <= end {
      if bytes[i..<i + mark.count].elementsEqual(mark) { return i + mark.count }
      i += 1
    }
    return end
  }
}
