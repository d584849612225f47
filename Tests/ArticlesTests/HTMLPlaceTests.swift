import Testing

@testable import Articles

/// Whatever a page looks like, each byte of its text is where the map says, and no word is lost.
@Suite("Places in HTML")
struct HTMLPlaceTests {
  /// SplitMix64: the same pages on every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// What stands for a character, and the character.
  private static let references: [(String, String)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&eacute;", "é"), ("&#233;", "é"), ("&#xE9;", "é"), ("&nbsp;", "\u{A0}"),
    ("&rsquo;", "’"), ("&#146;", "’"), ("&percnt;", "%"), ("&quot;", "\""), ("&#x1F600;", "😀"), ("&hellip;", "…"),
    ("&mdash;", "—"), ("&euro;", "€"), ("&#150;", "–"), ("&comma;", ","), ("&nbsp", "\u{A0}"), ("&#1080;", "и"),
  ]

  private static let tags = [
    "<p>", "</p>", "<div class=\"a > b\">", "</div>", "<b>", "</b>", "<i class='x\"y'>", "</i>", "<br>", "<br/>",
    "<span title=\"</p> &amp; <b>\">", "</span>", "<article>", "</article>", "<ul>", "<li>", "</ul>", "<h2>", "</h2>",
    "<table>", "<tr>", "<td>", "<th scope=row>", "</table>", "<blockquote>", "</blockquote>", "<a href=x>", "</a>",
    "<!-- w0 </div> -- > <p> -->", "<!-->", "<![if !IE]>", "<![endif]>", "<?php w0 ?>", "</>", "<custom-thing a=1 a=2>",
    "</custom-thing>", "<img alt='w0' src=x>", "<script>var a = \"<p>w0</p>\"; if (a<b && c>d) {}</script>",
    "<style>p > a { content: \"w0\" }</style>", "<input value=\"w0\">", "</nothing>", "<p", "<font color=red", "<body>",
    "</body>", "</html>", "<html lang=en>", "<head>", "</head>", "<center>", "</center>", "<dl>", "<dt>", "<dd>",
    "</dl>",
  ]

  private static func page(_ generator: inout Generator) -> (html: String, words: [String]) {
    var html = ""
    var words: [String] = []
    for _ in 0..<Int.random(in: 1...120, using: &generator) {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0...3:
        let stem = ["w", "日本", "слово", "قتل", "नाव", "é", "x😀"].randomElement(using: &generator) ?? "w"
        words.append("\(stem)\(words.count + 1)z")
        html += " " + words[words.count - 1] + " "
      case 4: html += references.randomElement(using: &generator)?.0 ?? ""
      case 5: html += ["\r\n", "\n", "\t", "  ", "\r", "\u{A0}"].randomElement(using: &generator) ?? ""
      case 6:
        html += ["\0", "\u{1}", "\u{1F}", "\u{AD}", "\u{FEFF}", "\u{200B}"].randomElement(using: &generator) ?? ""
      case 7:
        html += [" & ", "&&", "&x ", "&unknown; ", " < ", "<3 ", ";", "a&b "].randomElement(using: &generator) ?? ""
      default:
        let tag = tags.randomElement(using: &generator) ?? ""
        html += tag
        // An open tag swallows what follows.
        if tag.hasPrefix("<"), !tag.contains(">") { html += " x=\"1\">" }
      }
    }
    return (html, words)
  }

  @Test func everyByteStandsWhereTheMapSays() {
    var generator = Generator(state: 7)
    for round in 0..<2000 {
      let (html, words) = Self.page(&generator)
      let file = Array(html.utf8)
      let blocks = HTMLText.blocks(of: MappedText(text: html, map: SourceMap(source: 0)))
      var seen: [String] = []
      for block in blocks {
        check(block, file, html, round)
        seen += block.text.split(separator: " ").map(String.init)
      }
      let text = seen.joined(separator: " ")
      for word in words {
        #expect(text.contains(word), "round \(round): “\(word)” of \(html.debugDescription)")
        guard text.contains(word) else { return }
      }
      #expect(!text.contains("w0"), "round \(round): \(html.debugDescription)")
    }
  }

  private func check(_ block: Block, _ file: [UInt8], _ html: String, _ round: Int) {
    let text = Array(block.text.utf8)
    var last = -1
    for (k, run) in block.map.runs.enumerated() {
      // Runs may go on behind a part of a text.
      let end = min(text.count, k + 1 < block.map.runs.count ? block.map.runs[k + 1].block : text.count)
      guard run.block < end else { continue }
      let piece = Array(text[run.block..<end])
      let isInOrder = run.source > last || run.source == last && run.length != nil
      #expect(isInOrder, "round \(round): \(html.debugDescription)")
      last = run.source
      guard let length = run.length else {
        let isSame =
          run.source + piece.count <= file.count && Array(file[run.source..<run.source + piece.count]) == piece
        #expect(isSame, "round \(round): “\(String(decoding: piece, as: UTF8.self))” of \(html.debugDescription)")
        last += piece.count - 1
        continue
      }
      let source = String(decoding: file[run.source..<min(file.count, run.source + length)], as: UTF8.self)
      let meant = String(decoding: piece, as: UTF8.self)
      let isMeant =
        meant == " " || Self.references.contains { $0.0 == source && $0.1 == meant }
        // A reference whose text is in several runs of the library.
        || Self.references.contains { $0.0 == source && $0.1.hasPrefix(meant) }
      #expect(isMeant, "round \(round): “\(meant)” for “\(source)” of \(html.debugDescription)")
    }
  }

  @Test func placesGoThroughWhatHoldsThePage() {
    // HTML in a string of JSON.
    let file = #"{"body": "<p>Caf\u0026eacute; <b>12 000</b>\u003c/p>"}"#
    let bytes = Array(file.utf8)
    let document = bytes.withUnsafeBufferPointer { _ in
      try? JSONDocument(MappedText(text: file, map: SourceMap(source: 0)))
    }
    guard case .string(let string) = document?.root[key: "body"], let document else {
      Issue.record("no string")
      return
    }
    let blocks = HTMLText.blocks(of: document.text(string))
    #expect(blocks.map(\.text) == ["Café 12 000"])
    let start = blocks[0].text.utf8.count - 6
    let place = blocks[0].map.source(of: start..<start + 6)
    #expect(String(decoding: bytes[place], as: UTF8.self) == "12 000")
    let accent = blocks[0].map.source(of: 3..<5)
    #expect(String(decoding: bytes[accent], as: UTF8.self) == #"\u0026eacute;"#)
  }
}
