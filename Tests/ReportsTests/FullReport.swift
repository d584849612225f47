import Articles
import Claims
import Findings
import ICU
import Mentions

@testable import Reports

extension Fixture {
  /// The report with every part that most reports lack: findings decided before, a baseline, copies, claims set aside,
  /// names and states, days and units of all kinds.
  static let full: Report = {
    var report = Fixture.report
    report.articles.append(
      Article(
        id: "articles/all.jsonl#7", file: "articles/all.jsonl", title: "A copy", day: Day("2021-07-27"), language: "en",
        text: SourceText(name: "articles/all.jsonl", text: ""), blocks: []))
    report.articles[report.articles.count - 1].copyOf = "articles/mission.en.md"
    report.rules += [
      Rule(id: "minister", title: "The minister of defence", kind: .name, tolerance: .absolute(0.5)),
      Rule(
        id: "vote", title: "Parliament’s vote", kind: .state, changes: .rising, compare: .stated, tolerance: .relative(0.02), why: "It matters."),
      Rule(id: "sum", title: "All foreign troops", kind: .total, changes: .falling, tolerance: .days(3)),
    ]
    func claim(_ id: String, _ rule: String, _ value: Claim.Value) -> Claim {
      Claim(
        id: id, rule: rule, article: "articles/all.jsonl#7", value: value, possibilities: [.point(1)], text: id,
        figure: String(id.prefix(1)), sentence: "So says \(id).", start: 8, end: 8 + id.count, line: 7, column: 9)
    }
    var name = claim("n1", "minister", .name(canonical: "Juma Inad", forms: ["Juma Inad", "جمعة عناد"]))
    name.copyOf = "c1"
    name.why = ["جمعة عناد is written Juma Inad in Latin letters"]
    var state = claim("s1", "vote", .state("unanimous"))
    state.setAside = "The agency withdrew it."
    state.modality = .negated
    var since = claim("d1", "end-of-combat-mission", .date(DateSpan(from: Day("2021-12-09"), to: nil)))
    since.since = Day("2021-12-01")
    since.asOf = Day("2021-12-09")
    since.modality = .hypothetical
    var unit = claim(
      "u1", "turnout",
      .quantity(
        Quantity(
          value: 57.9, low: 57.85, high: 57.95, lowIsOpen: true, highIsOpen: true, approximation: .about,
          unit: "percent", step: 0.1, isScaled: true)))
    unit.possibilities = [Interval(57.8, 58)]
    report.claims += [name, state, since, unit]
    report.findings[0].standing = .known(reason: "The desk knows.")
    report.findings[3].standing = .known(reason: nil)
    report.findings[2].standing = .suppressed(reason: "Both are right.")
    var baseline = BaselineSummary(file: "baseline.json")
    baseline.fixed = [
      BaselineEntry(
        id: "turnout-1f1f1f", rule: "turnout", verdict: .contradiction,
        message: "Two figures for the turnout: 57 % and 61 %", articles: ["articles/a.txt"],
        reason: "Asked the commission",
        expires: Day("2022-01-01"))
    ]
    baseline.expired = [
      BaselineEntry(
        id: "vote-2a2a2a", rule: "vote", verdict: .disputed, message: "Two answers for the vote",
        articles: ["articles/b.txt"],
        reason: nil, expires: Day("2021-01-01"))
    ]
    report.baseline = baseline
    return report
  }()

  /// Texts that mean something to a reader of Markdown, HTML, CSV, JSON, XML, a terminal or a spreadsheet.
  static let hostile = [
    HTMLTests.hostile,
    "@octocat and @org/team, see #1, GH-2, a/b#3, a@deadbeef1, 1deadbeef2 :tada: www.example.org https://example.org a@b.org",
    "# head\n- item\n1. one\n| a | b |\n```\ncode\n```\n</details>\n--> ]]> <!-- ![x](https://e.org/x.png) [a](javascript:1)",
    "`code` **b** __i__ ~~s~~ $x$ $$y$$ \\* &amp; &lt;b&gt; [^1] [x]: https://e.org <https://e.org> <a@b.org>",
    "=HYPERLINK(\"http://e.org\",\"x\")\r\n=1+1", "@SUM(1)", "-2+3", "+1", "\t=1", "＝1",
    "::error file=x::y\u{202E}\u{2066}",
    "\"quoted\", and, commas\r\nand\nlines\u{2028}", "\u{0}\u{1B}]8;;https://e.org\u{7}", "{{{style}}}", "../../../etc",
    "//e.org/x",
  ]
}
