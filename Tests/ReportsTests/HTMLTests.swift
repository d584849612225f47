import Articles
import Claims
import Findings
import ICU
import Mentions
import Testing

@testable import Reports

struct HTMLTests {
  /// Markup, quotes, a quote that a combining mark hides from graphemes, template tags and control characters.
  static let hostile =
    "<script>alert(1)</script> \"\u{301} onmouseover='x' & {{{style}}} {{#findings}} \u{0}\u{1B}[31m</style></blockquote>"

  private func page(_ report: Report) throws -> String {
    String(decoding: try HTMLReport().render(report, options: ReportOptions()), as: UTF8.self)
  }

  /// A report in which every text that comes from outside is hostile.
  static func report(text: String, url: String? = nil) -> Report {
    let article = Article(
      id: text, title: text, day: Day("2021-07-26"), language: text, source: text, url: url ?? text,
      text: SourceText(name: text, text: text), blocks: [])
    let claim = Claim(
      id: text, rule: text, article: text, value: .name(canonical: text, forms: [text]), possibilities: [], text: text,
      figure: "alert(1)", sentence: text, start: 0, end: 1, line: 1, column: 1, modality: .attributed, attribution: text
    )
    let findings = [Verdict.contradiction, .disputed, .agree].map {
      Finding(
        id: text, rule: text, verdict: $0, severity: .error, message: text,
        positions: [Position(label: text, claims: [text]), Position(label: text, claims: ["no such claim"])])
    }
    let rule = Rule(id: text, title: text, kind: .name, why: text)
    let problem = Diagnostic(.error, text, at: .init(file: text, line: 1, column: 1, excerpt: text), help: text)
    return Report(
      toolVersion: text, articles: [article], rules: [rule], claims: [claim], findings: findings, problems: [problem])
  }

  /// The same with all that a page may show besides: timelines, claims set aside, findings decided before, a baseline.
  static func everyPart(text: String) -> Report {
    var report = report(text: text)
    let (article, claim, findings) = (report.articles[0], report.claims[0], report.findings)
    let quantities = (1...2).map { number in
      var claim = Claim(
        id: text + "\(number)", rule: text + "2", article: text,
        value: .quantity(Quantity(exactly: Double(number), unit: text)), possibilities: [.point(Double(number))],
        text: text, sentence: text, start: 0, end: 1, line: 1, column: 1, asOf: Day("2021-07-26"))
      claim.why = [text]
      return claim
    }
    var aside = claim
    (aside.id, aside.setAside) = (text + "3", text)
    var decided = Finding(
      id: text, rule: text + "2", verdict: .changed, severity: .error, message: text,
      positions: quantities.map { Position(label: text, claims: [$0.id]) })
    decided.standing = .known(reason: text)
    var suppressed = findings[0]
    suppressed.standing = .suppressed(reason: text)
    var other = article
    other.id = text + "4"
    other.copyOf = text
    var third = article
    third.id = text + "5"
    let entry = BaselineEntry(
      id: text, rule: text, verdict: .disputed, message: text, articles: [text], reason: text, expires: nil)
    report.articles += [other, third]
    report.rules.append(Rule(id: text + "2", title: text, kind: .quantity, changes: .any))
    report.claims += [aside] + quantities
    report.findings += [decided, suppressed]
    report.baseline = BaselineSummary(file: text, fixed: [entry], expired: [entry])
    return report
  }

  @Test func hostileTextStaysText() throws {
    // As long as the other, as labels of drawings go where there is room.
    let tame = try page(
      Self.everyPart(text: "tame alert(1)" + String(repeating: "x", count: max(0, Self.hostile.count - 13))))
    let wild = try page(Self.everyPart(text: Self.hostile))
    for part in ["id=\"matrix\"", "id=\"timelines\"", "id=\"baseline\"", "id=\"open\"", "class=\"badge standing\""] {
      #expect(wild.contains(part), "\(part)")
    }
    #expect(wild.components("<script") == 1)
    #expect(!wild.utf8.contains(0))
    // The same tags in the same order, whatever the articles say; attributes hold no more than they did.
    #expect(skeleton(wild) == skeleton(tame))
  }

  /// Tags with the names of their attributes, read as a browser reads them, up to ids and languages.
  private func skeleton(_ html: String) -> [String] {
    var tags: [String] = []
    var bytes = Array(html.utf8)[...]
    while let open = bytes.firstIndex(of: UInt8(ascii: "<")) {
      bytes = bytes[(open + 1)...]
      // What a script or a style sheet holds is no markup; neither has an end of its own in it.
      if ["script", "style"].contains(tags.last) {
        while !bytes.starts(with: Array("/\(tags.last ?? "")>".utf8)) { bytes = bytes.dropFirst() }
      }
      var tag = ""
      var quoted = false
      while let byte = bytes.popFirst() {
        if byte == UInt8(ascii: "\"") {
          quoted.toggle()
        } else if byte == UInt8(ascii: ">"), !quoted {
          break
        } else if !quoted {
          tag.unicodeScalars.append(Unicode.Scalar(byte))
        }
      }
      tags.append(tag)
    }
    return tags
  }

  @Test(arguments: [
    ("https://example.org/a?b=1&c=2", true), ("HTTP://example.org", true), ("javascript:alert(1)", false),
    ("JaVaScRiPt:alert(1)", false), (" https://example.org", false), ("java\tscript:alert(1)", false),
    ("data:text/html,x", false), ("https://exa\nmple.org", false), ("//example.org", false), ("", false),
  ])
  func onlyWebAddressesBecomeLinks(url: String, isLink: Bool) throws {
    let html = try page(Self.report(text: "plain", url: url))
    #expect(html.contains("<a href=\"http") == isLink || url.hasPrefix("HTTP"))
    #expect((HTMLEscaping.link(url) != nil) == isLink)
    #expect(!html.lowercased().contains("href=\"java") && !html.contains("href=\"data"))
  }

  @Test func thePageNeedsNothingElse() throws {
    let html = try page(Fixture.report)
    for loads in ["<script ", "<link", "<img", "<iframe", "@import", "url(", " src=", " style="] {
      #expect(!html.contains(loads), "\(loads)")
    }
    #expect(html.contains("default-src 'none'"))
  }

  @Test func everyTagIsClosed() throws {
    var open: [Substring] = []
    for tag in skeleton(try page(Fixture.report)) {
      let name = tag.split(separator: " ").first ?? ""
      if ["meta", "br", "input", "!DOCTYPE"].contains(name) || tag.hasSuffix("/") { continue }
      if name.hasPrefix("/") { #expect(open.popLast() == name.dropFirst()) } else { open.append(name) }
    }
    #expect(open.isEmpty)
  }

  @Test func quotesCarryLanguageAndDirection() throws {
    let html = try page(Fixture.report)
    #expect(html.contains(#" lang="ar" dir="rtl">وقال"#))
    #expect(html.contains(#" lang="fr" dir="ltr">Les États-Unis, qui comptent plus de <mark>5 000</mark>"#))
  }

  @Test(arguments: [
    ("ar", "rtl"), ("fa-IR", "rtl"), ("he", "rtl"), ("ur", "rtl"), ("az-Arab", "rtl"), ("pa_Arab_PK", "rtl"),
    ("ks-Latn", "ltr"), ("en", "ltr"), ("zh-Hant", "ltr"), ("und", "auto"), ("", "auto"),
  ])
  func directions(language: String, direction: String) {
    #expect(HTMLEscaping.direction(language) == direction)
  }

  @Test func longPositionsAreCounted() throws {
    let claims = (1...100).map {
      Claim(
        id: "c\($0)", rule: "r", article: "a", value: .quantity(Quantity(exactly: 1)), possibilities: [.point(1)],
        text: "1", sentence: "1", start: 0, end: 1, line: $0, column: 1)
    }
    let finding = Finding(
      id: "f", rule: "r", verdict: .contradiction, severity: .error, message: "m",
      positions: [Position(label: "1", claims: claims.map(\.id))])
    let html = try page(Report(toolVersion: "0", articles: [], rules: [], claims: claims, findings: [finding]))
    #expect(html.components("<blockquote") == 40)
    #expect(html.contains("and 60 more claims"))
  }
}

extension String {
  /// How often another text stands in this one.
  fileprivate func components(_ other: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.range(of: other) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
