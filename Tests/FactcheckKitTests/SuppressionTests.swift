import Articles
import Claims
import Findings
import ICU
import Reports
import Testing

@testable import FactcheckKit

/// What somebody let pass, in the rules and beside articles.
@Suite struct SuppressionTests {
  private static let rules = """
    rules:
      - {id: dead, title: the dead, claim: quantity, about: [killed]}
      - {id: hurt, title: the hurt, claim: quantity, about: [hurt]}
    concepts:
      killed: {en: [kill, die]}
      hurt: {en: [injure]}

    """
  private static let articles = [
    "articles/a.md": "---\nlang: en\n---\n\nThe flood killed 27 people. It injured 50 people.\n",
    "articles/b.md": "---\nlang: en\n---\n\nThe flood killed 31 people. It injured 60 people.\n",
    "articles/c.md": "---\nlang: en\n---\n\nThe flood killed 40 people in one night.\n",
  ]

  private func folder(_ suppressions: String = "", _ files: [String: String] = [:]) throws -> Folder {
    try Folder(
      Self.articles.merging([
        "rules/factcheck.yaml": "articles: ../articles\n", "rules/rules.yaml": Self.rules + suppressions,
      ]) { $1 }.merging(files) { $1 })
  }

  private func report(_ folder: Folder, today: String? = nil, paths: [String] = []) async -> Report {
    await Factcheck.run(
      ruleSet: RuleLoader.load(paths: [folder.path + "/rules"]),
      options: .init(articlePaths: paths, today: today.flatMap { Day($0) }))
  }

  /// Rule, verdict and labels of each finding.
  private func findings(_ report: Report) -> [String] {
    report.findings.map { "\($0.rule) \($0.verdict) \($0.positions.map(\.label).joined(separator: "/"))" }
  }

  private func problems(_ report: Report, _ folder: Folder) -> [String] {
    report.problems.map { problem in
      let place = problem.location.map { "\($0.file.dropFirst(folder.path.count + 1)):\($0.line):\($0.column)" } ?? ""
      return "\(place) \(problem.severity) \(problem.message)"
    }
  }

  private let all = ["dead contradiction 27/31/40", "hurt contradiction 50/60"]

  @Test func withoutSuppressionsAllIsFound() async throws {
    let folder = try folder()
    let report = await report(folder)
    #expect(findings(report) == all)
    #expect(report.problems.isEmpty)
  }

  @Test func aFindingIsSuppressedByItsID() async throws {
    let plain = try folder()
    let id = try #require(await report(plain).findings.first).id
    let folder = try folder("suppressions:\n  - {finding: \(id), reason: quoted on purpose}\n")
    let report = await report(folder)
    #expect(findings(report) == all)
    #expect(report.findings.map(\.standing) == [.suppressed(reason: "quoted on purpose"), .new])
    #expect(report.problems.isEmpty)
    #expect(Gate().outcome(of: report).failing.map(\.rule) == ["hurt"])
    #expect(Gate().outcome(of: report).suppressed == 1)
  }

  /// What one article says is set aside; what the others say of the same fact is still compared.
  @Test(
    arguments: [
      ("{article: ../articles/a.md, reason: x}", ["dead contradiction 31/40"], 2),
      (
        "{article: ../articles/a.md, rule: dead, reason: x}", ["dead contradiction 31/40", "hurt contradiction 50/60"],
        1
      ),
      (
        "{article: ../articles/a.md, text: 'killed 27', reason: x}",
        ["dead contradiction 31/40", "hurt contradiction 50/60"], 1
      ),
      (
        "{article: ../articles/a.md, text: \"flood  killed\\n27\", rule: dead, reason: x}",
        ["dead contradiction 31/40", "hurt contradiction 50/60"], 1
      ),
      ("{article: '../articles/[ab].md', rule: dead, reason: x}", ["hurt contradiction 50/60"], 2),
      ("{article: ../articles/*.md, rule: dead, reason: x}", ["hurt contradiction 50/60"], 3),
      ("{article: ../articles, reason: x}", [], 5),
    ] as [(String, [String], Int)])
  func claimsAreSetAside(entry: String, expected: [String], count: Int) async throws {
    let folder = try folder("suppressions:\n  - \(entry)\n")
    let report = await report(folder)
    #expect(findings(report).filter { !$0.contains(" agree ") } == expected)
    #expect(report.claims.compactMap(\.setAside) == Array(repeating: "x", count: count))
    #expect(report.claims.count == 5)
    #expect(report.problems.isEmpty)
  }

  @Test func aFileBesideAnArticleIsAboutItAlone() async throws {
    let folder = try folder(
      "",
      ["articles/a.md.factcheck.yaml": "suppressions:\n  - {rule: dead, text: 27 people, reason: the agency’s word}\n"])
    let report = await report(folder)
    #expect(findings(report) == ["dead contradiction 31/40", "hurt contradiction 50/60"])
    #expect(report.claims.filter { $0.setAside != nil }.map(\.text) == [try #require(report.claims.first).text])
    #expect(report.problems.isEmpty)
  }

  /// Beside an article there is no article to name: whole article, in the shortest words.
  @Test func aFileBesideAnArticleMaySetAllAside() async throws {
    let folder = try folder("", ["articles/a.md.factcheck.yaml": "suppressions: [{reason: satire}]\n"])
    let report = await report(folder)
    #expect(
      findings(report) == ["dead contradiction 31/40", "hurt agree 60"]
        || findings(report) == ["dead contradiction 31/40"])
    #expect(report.problems.isEmpty)
  }

  /// A folder, a pattern for all files, and a name with the signs of a pattern in it.
  @Test(arguments: [["articles"], ["articles/*"], ["articles/**"], ["articles/a*"]])
  func filesBesideArticlesAreNoArticles(paths: [String]) async throws {
    let folder = try folder("", ["articles/a[1].md": "The flood killed 99 people.\n"])
    try folder.write("articles/a[1].md.factcheck.yaml", "suppressions: [{reason: satire}]\n")
    try folder.write("articles/a.md.factcheck.yaml", "suppressions: [{rule: hurt, reason: x}]\n")
    let report = await report(folder, paths: paths.map { folder.path + "/" + $0 })
    #expect(report.articles.allSatisfy { !$0.id.hasSuffix(".yaml") })
    #expect(report.problems.isEmpty, "\(report.problems)")
    #expect(report.claims.filter { $0.setAside == "satire" }.count == 1)
  }

  @Test func whatRanOutNoLongerHolds() async throws {
    let text = "suppressions:\n  - {article: ../articles/a.md, reason: x, expires: 2026-03-31}\n"
    for (today, holds) in [("2026-03-31", true), ("2026-04-01", false), (nil, true)] as [(String?, Bool)] {
      let folder = try folder(text)
      let report = await report(folder, today: today)
      #expect(findings(report).first == (holds ? "dead contradiction 31/40" : all[0]))
      #expect(
        problems(report, folder)
          == (holds ? [] : ["rules/rules.yaml:8:5 warning this suppression ran out on 2026-03-31"]))
      #expect(report.problems.allSatisfy { $0.help?.isEmpty == false })
    }
  }

  @Test func unusedOnesAreReportedWhereTheyStand() async throws {
    let folder = try folder(
      """
      suppressions:
        - {finding: dead-000000, reason: gone}
        - {article: ../articles/a.md, text: killed 28, reason: gone}
        - {article: ../articles/d.md, reason: gone}
        - {article: ../articles/b.md, rule: dead, reason: needed}

      """, ["articles/c.md.factcheck.yaml": "suppressions:\n  - {rule: hurt, reason: gone}\n"])
    let report = await report(folder)
    #expect(
      problems(report, folder) == [
        "rules/rules.yaml:8:5 warning this suppression lets nothing pass: there is no finding `dead-000000`",
        "rules/rules.yaml:9:5 warning this suppression lets nothing pass: there are no claims in `../articles/a.md` with “killed 28”",
        "rules/rules.yaml:10:5 warning this suppression lets nothing pass: there are no claims in `../articles/d.md`",
        "articles/c.md.factcheck.yaml:2:5 warning this suppression lets nothing pass: there are no claims of `hurt` in `c.md`",
      ])
    #expect(report.problems.map { $0.help ?? "" }[2].contains("no article is found there"))
    // An unused suppression makes nobody distrust the run.
    #expect(Gate(threshold: .never).outcome(of: report).status == 0)
  }

  /// One that speaks of an article that this run does not read is not unused: it was not asked for.
  @Test func articlesThatWereNotAskedForAreNotMissed() async throws {
    let folder = try folder(
      "suppressions:\n  - {article: ../articles/a.md, reason: x}\n  - {finding: dead-000000, reason: y}\n")
    let report = await report(folder, paths: [folder.path + "/articles/b.md", folder.path + "/articles/c.md"])
    #expect(problems(report, folder).isEmpty, "\(problems(report, folder))")
  }

  @Test(arguments: [
    ("suppressions: [{rule: daed, reason: x}]\n", 1, "there is no rule `daed`", "did you mean `dead`?"),
    ("suppressions:\n  - {rule: dead}\n", 2, "this suppression gives no reason", "reason:"),
    ("suppressions:\n  - {finding: dead-1, reason: x}\n", 2, "finding", ""),
    ("suppress: [{reason: x}]\n", 1, "suppress", "suppressions"),
    ("suppressions: {reason: x}\n", 1, "is a list", "dash"),
    ("rules: []\n", 1, "rules", ""), ("suppressions: [{reason: x\n", 1, "", ""),
  ])
  func mistakesBesideAnArticleAreErrors(text: String, line: Int, message: String, help: String) async throws {
    let folder = try folder("", ["articles/a.md.factcheck.yaml": text])
    let report = await report(folder)
    let problem = try #require(report.problems.first { $0.location?.file.hasSuffix("a.md.factcheck.yaml") == true })
    if !message.isEmpty { #expect(problem.message.contains(message), "\(problem)") }
    #expect(problem.location.map { $0.line >= line } == true, "\(problem)")
    #expect(problem.help?.isEmpty == false, "\(problem)")
    if !help.isEmpty { #expect(problem.help?.contains(help) == true, "\(problem)") }
    // What is wrong lets nothing pass.
    #expect(findings(report) == all)
    if !text.isEmpty { #expect(Gate().outcome(of: report).status == 2) }
  }

  /// A denial in one article goes with the claim that somebody set aside.
  @Test func checksWithoutARuleCanBeSetAside() async throws {
    let body = "---\nlang: en\ndate: 2021-08-01\n---\n\nIt was signed on Monday, 29 July 2021.\n"
    let plain = try folder("", ["articles/d.md": body])
    let before = await report(plain)
    #expect(
      before.findings.contains { $0.rule == "date-weekday" || $0.rule.contains("weekday") }, "\(findings(before))")
    let rule = try #require(before.findings.first { $0.rule.contains("weekday") }).rule
    let folder = try folder(
      "",
      ["articles/d.md": body, "articles/d.md.factcheck.yaml": "suppressions: [{rule: \(rule), reason: as printed}]\n"])
    let after = await report(folder)
    #expect(!after.findings.contains { $0.rule == rule })
    #expect(after.problems.isEmpty, "\(after.problems)")
  }
}
