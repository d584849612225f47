import Articles
import Claims
import Findings
import Foundation
import ICU
import Mentions

@testable import Reports

/// Reports for the formats that other tools read: hostile words, findings of every standing, and many of everything.
enum ExchangeFixture {
  /// What could break out of JSON, XML, a workflow command, Markdown or a terminal.
  static let hostile = [
    "</failure>]]>--><script>alert('1')</script>&amp;\"",
    "::error file=x,line=1::pwned\n::set-env name=A::b\r\n##[error]no",
    "[click](http://evil.example/) {0} {{1}} \\[ ](1) `code` **bold** | cell",
    "nul\u{0} esc\u{1B}[31m bell\u{7} del\u{7F} c1\u{85}\u{9B}2J",
    "rtl\u{202E}override \u{2066}isolate \u{FEFF}mark \u{2028}line \u{FFFE}\u{FFFF}no character",
    "=HYPERLINK(\"http://evil\") %0A%25 100%, a:b,c=d",
  ]
  static let hostileFiles = [
    "articles/a b#1%20?x=y&z.txt", "./articles/févr\u{202E}ier:5,200\n::error::x.txt", "/tmp/<\"'>\u{1B}[31m.html",
    "nul\u{0}\r.md",
    "../-->]]>.json", "a:b/c,d.txt",
  ]

  static let hostileReport: Report = {
    var report = Report(toolVersion: "0.1.0\u{1B}<&\">", articles: [], rules: [], claims: [], findings: [])
    for (number, text) in hostile.enumerated() {
      let file = hostileFiles[number]
      let article = "\(file)#\(text)"
      report.articles.append(
        Article(
          id: article, file: file, title: text, source: text, text: SourceText(name: file, text: text), blocks: []))
      report.rules.append(Rule(id: text, title: text, kind: .quantity, why: text))
      for value in [1.0, 2] {
        report.claims.append(
          Claim(
            id: "c\(report.claims.count + 1)", rule: text, article: article,
            value: .quantity(Quantity(exactly: value)), possibilities: [.point(value)], text: text, sentence: text,
            start: 0, end: text.unicodeScalars.count, line: 1, column: 1, modality: .attributed, attribution: text))
      }
      let ids = report.claims.suffix(2).map(\.id)
      report.findings.append(
        Finding(
          id: "\(text)-0a1b2c", rule: text, verdict: number % 2 == 0 ? .contradiction : .disputed, severity: .error,
          message: text,
          positions: [Position(label: text, claims: [ids[0]]), Position(label: "2 \(text)", claims: [ids[1]])]))
      report.problems.append(
        Diagnostic(
          number % 2 == 0 ? .error : .warning, text,
          at: .init(file: file, line: number, column: number, length: 3, excerpt: text), help: text))
    }
    return report
  }()

  /// One finding of each standing, compared with a baseline.
  static let standings: Report = {
    var report = Fixture.report
    report.findings[1].standing = .known(reason: "the ministry was asked")
    report.findings[2].standing = .known(reason: nil)
    report.findings[3].standing = .suppressed(reason: "one of them died <later>")
    report.baseline = BaselineSummary(
      file: "baseline.json",
      fixed: [
        BaselineEntry(id: "turnout-111111", rule: "turnout", verdict: .contradiction, message: "Gone", articles: [])
      ])
    return report
  }()

  /// - Parameters:
  ///   - findings: how many, over five rules.
  ///   - sides: the positions of each.
  ///   - claims: the claims of each position, each in another article.
  static func large(findings: Int, sides: Int = 2, claims: Int = 5, articles: Int = 200) -> Report {
    let rules = (0..<5).map { Rule(id: "rule-\($0)", title: "Rule \($0)", kind: .quantity) }
    var report = Report(
      toolVersion: "0.1.0",
      articles: (0..<articles).map {
        Article(
          id: "articles/\($0).txt", title: "Article \($0)", day: Day("2021-07-26"), language: "en",
          text: SourceText(name: "", text: ""), blocks: [])
      }, rules: rules, claims: [], findings: [])
    for number in 0..<findings {
      let rule = rules[number % 5].id
      var positions: [Position] = []
      for side in 0..<sides {
        var ids: [String] = []
        for claim in 0..<claims {
          let text = "\(side + 1),000 soldiers"
          report.claims.append(
            Claim(
              id: "c\(report.claims.count + 1)", rule: rule,
              article: "articles/\((number + side * claims + claim) % articles).txt",
              value: .quantity(Quantity(exactly: Double(side + 1) * 1000)), possibilities: [.point(1000)], text: text,
              figure: "\(side + 1),000", sentence: "There were \(text) in the country, the ministry said on Monday.",
              start: 11, end: 11 + text.utf8.count, line: number + 1, column: 12))
          ids.append(report.claims[report.claims.count - 1].id)
        }
        positions.append(Position(label: "\(side + 1),000", claims: ids))
      }
      report.findings.append(
        Finding(
          id: "\(rule)-\(number)", rule: rule, verdict: number % 3 == 0 ? .disputed : .contradiction, severity: .error,
          message: "\(sides) figures for rule \(number % 5)", positions: positions))
    }
    return report
  }

  /// Whether four times as much takes about four times as long: a quadratic format would take sixteen times. The best of
  /// three runs, since others use the machine as well.
  static func growsLinearly(_ format: some ReportFormat) throws -> Bool {
    func time(_ report: Report) throws -> Duration {
      try (0..<3).map { _ in
        try ContinuousClock().measure { _ = try format.render(report, options: ReportOptions()) }
      }.min()!
    }
    let small = try time(large(findings: 250))
    let large = try time(large(findings: 1000))
    return large < small * 10 + .milliseconds(20)
  }
}
