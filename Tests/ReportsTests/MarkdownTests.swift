import Articles
import CMarkdown
import Claims
import Findings
import ICU
import Mentions
import Testing

@testable import Reports

struct MarkdownTests {
  private func page(_ report: Report) -> String {
    String(decoding: MarkdownReport().render(report, options: ReportOptions()), as: UTF8.self)
  }

  private struct Node: Equatable {
    var kind: Int
    var leaves: Bool
    var text: String
  }

  /// What libcmark-gfm makes of it.
  private func parse(_ markdown: String) throws -> [Node] {
    let bytes = Array(markdown.utf8)
    let document = try #require(cmarkdown_parse(bytes, bytes.count))
    defer { cmarkdown_free(document) }
    return (0..<document.pointee.count).map { i in
      let node = document.pointee.nodes[i]
      let literals = UnsafeBufferPointer(start: document.pointee.literals, count: document.pointee.literals_length)
      return Node(
        kind: Int(node.kind), leaves: node.leaves == 1,
        text: String(decoding: literals[node.literal..<node.literal + node.literal_length], as: UTF8.self))
    }
  }

  /// Nodes and tags, without the text between them and the values of attributes.
  private func skeleton(_ markdown: String) throws -> [String] {
    let isHTML: Set<Int> = [CMARKDOWN_HTML, CMARKDOWN_HTML_BLOCK]
    var parts: [String] = []
    for node in try parse(markdown) {
      if isHTML.contains(node.kind) {
        parts += tags(node.text)
      } else if node.kind != CMARKDOWN_TEXT {
        parts.append("\(node.kind)\(node.leaves ? "." : "")")
      }
    }
    // Only a dollar sign stands in an element of its own.
    return parts
  }

  private func tags(_ html: String) -> [String] {
    var found: [String] = []
    for piece in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      var tag = ""
      var isQuoted = false
      for character in piece.unicodeScalars {
        if character == "\"" { isQuoted.toggle() } else if character == ">", !isQuoted { break }
        if !isQuoted { tag.unicodeScalars.append(character) }
      }
      found.append(tag)
    }
    return found
  }

  @Test(arguments: Fixture.hostile)
  func hostileTextStaysText(text: String) throws {
    var tame = HTMLTests.report(text: "tame alert(1)")
    // The hostile text is a name of a file that may not become an address.
    if text.hasPrefix("//") { tame.articles[0].file = "/" }
    let wild = page(HTMLTests.report(text: text))
    #expect(!wild.utf8.contains(0) && !wild.contains("\u{1B}") && !wild.contains("\u{202E}"))
    let isDollar = { (tag: String) in tag == "span" || tag == "/span" }
    let quotes = { (report: String) in report.contains("<span>$</span>") }
    var wildParts = try skeleton(wild)
    var tameParts = try skeleton(page(tame))
    // A dollar sign stands in an element of its own; quotes have one as well, with attributes.
    if quotes(wild) {
      wildParts.removeAll(where: isDollar)
      tameParts.removeAll(where: isDollar)
    }
    // The figure is found in one and not in all the others.
    wildParts.removeAll { $0 == "b" || $0 == "/b" }
    tameParts.removeAll { $0 == "b" || $0 == "/b" }
    #expect(wildParts == tameParts)
  }

  @Test(arguments: Fixture.hostile)
  func nothingIsMentionedReferredToOrLinked(text: String) throws {
    let wild = page(HTMLTests.report(text: text))
    // What stands outside of tags, as a browser would show it.
    var shown = ""
    var isTag = false
    for scalar in wild.unicodeScalars {
      if scalar == "<" { isTag = true }
      if !isTag { shown.unicodeScalars.append(scalar) }
      if scalar == ">" { isTag = false }
    }
    #expect(!shown.contains("://") && !shown.contains("www.") && !shown.contains("@"))
    shown = shown.split(separator: "&", omittingEmptySubsequences: false).enumerated().map { number, piece in
      guard number > 0, let end = piece.firstIndex(of: ";"), piece.first == "#",
        let scalar = UInt32(piece[..<end].dropFirst()).flatMap({ Unicode.Scalar($0) })
      else { return String(piece) }
      return String(scalar) + piece[piece.index(after: end)...]
    }.joined()
    let mention = try Regex("@[A-Za-z0-9]|#[0-9]|(?i)gh-[0-9]|:tada:|\\b[0-9a-f]{7,}\\b")
    let found = shown.split(separator: "\n").dropFirst(2).first { $0.firstMatch(of: mention) != nil }
    #expect(found == nil, "\(found ?? "")")
  }

  @Test func escapesWhatMarkdownAndGitHubRead() {
    #expect(MarkdownEscaping.escape("plain words, 2,500 (or so) – ٥٢٠٠") == "plain words, 2,500 (or so) – ٥٢٠٠")
    #expect(MarkdownEscaping.escape("a|b*c") == "a&#124;b&#42;c")
    #expect(MarkdownEscaping.escape("@a #1") == "&#64;&#8203;a &#35;&#8203;1")
    #expect(MarkdownEscaping.escape("at 10:30, GH-1") == "at 10:30, GH-&#8203;1")
    #expect(MarkdownEscaping.escape("https://e.org :tada:") == "https&#58;//e.org :&#8203;tada:")
    #expect(MarkdownEscaping.escape("US$5") == "US<span>$</span>5")
    #expect(MarkdownEscaping.escape("defaced 1234567 abc1234 5200000") == "defaced 1234567 abc123&#8203;4 5200000")
  }

  @Test(
    arguments: [
      ("articles/a.txt", "articles/a.txt#L3"), ("a b/ü?.txt", "a%20b/%C3%BC%3F.txt#L3"), ("a.md", "a.md?plain=1#L3"),
      ("javascript:alert(1)", "javascript%3Aalert%281%29#L3"), ("/etc/passwd", nil), ("//e.org/a", nil), ("-", nil),
      ("", nil),
    ] as [(String, String?)])
  func filesBecomeRelativeAddresses(path: String, expected: String?) {
    #expect(MarkdownEscaping.address(ofFile: path, line: 3) == expected)
  }

  @Test func beginsWithTheMarkerAndShowsWhatIsNew() throws {
    let markdown = page(Fixture.full)
    #expect(markdown.hasPrefix(MarkdownReport.marker + "\n"))
    #expect(markdown.contains("### ! 1 disputed\n"))
    #expect(markdown.contains("<summary>3 findings decided before</summary>"))
    #expect(markdown.contains("known (The desk knows.)") && markdown.contains("suppressed (Both are right.)"))
    #expect(markdown.contains("<summary>1 finding of the baseline fixed</summary>"))
    #expect(markdown.contains("Two figures for the turnout: 57 % and 61 %"))
    #expect(markdown.contains("2 problems") && markdown.contains("1 problem: the report is incomplete"))
  }

  @Test func whatWasDecidedBeforeRendersAsBefore() throws {
    let bytes = MarkdownReport().render(Fixture.full, options: ReportOptions())
    try GoldenTests().compare(bytes, with: "report-baseline.md")
  }

  @Test func saysSoWhereNothingIsNew() {
    var report = Fixture.report
    report.problems = []
    for i in report.findings.indices { report.findings[i].standing = .known(reason: nil) }
    #expect(page(report).contains("### ✓ Nothing new\n"))
    report.findings = []
    #expect(page(report).contains("### ✓ No two claims on one fact to compare\n"))
  }

  /// Whatever the report holds, GitHub takes the comment, and all elements of it are closed.
  @Test(arguments: ["x", "@|<", "\u{1F468}\u{200D}\u{1F469}", "撤"], [1, 40, 3_000])
  func fitsGitHubsLimit(letter: String, count: Int) throws {
    let text = String(repeating: letter, count: 4_000 / letter.utf8.count)
    var report = HTMLTests.report(text: text)
    report.findings = (0..<count).map { i in
      var finding = report.findings[0]
      finding.id = "f\(i)"
      finding.verdict = [.contradiction, .disputed, .changed, .compatible][i % 4]
      if i % 7 == 6 { finding.standing = .known(reason: text) }
      finding.positions = Array(repeating: finding.positions[0], count: 1 + i % 20)
      return finding
    }
    report.problems = Array(repeating: report.problems[0], count: count)
    report.baseline = BaselineSummary(
      file: text,
      fixed: Array(
        repeating: BaselineEntry(
          id: text, rule: text, verdict: .changed, message: text, articles: [text], reason: text), count: count))
    let markdown = page(report)
    #expect(markdown.unicodeScalars.count <= MarkdownReport.limit)
    let opened = markdown.split(separator: "<details", omittingEmptySubsequences: false).count
    #expect(opened == markdown.split(separator: "</details>", omittingEmptySubsequences: false).count)
    if count == 3_000 { #expect(markdown.contains("more finding")) }
  }
}
