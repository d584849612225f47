import Articles
import Claims
import Findings
import Foundation
import Reports
import Testing

@testable import FactcheckKit

/// A folder that goes away with the test.
final class Folder {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("factcheck-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

private let troops = """
  rules:
    - id: troops
      title: Troops
      claim: quantity
      about: [troops]
      compare: stated
  concepts:
    troops: {en: [troop, soldier], fr: [soldat]}
  """

@Suite struct RunTests {
  private func json(_ report: Report) -> String {
    String(decoding: JSONReport().render(report, options: ReportOptions()), as: UTF8.self)
  }

  @Test func theReportDoesNotDependOnTheNumberOfJobs() async throws {
    let ruleSet = RuleLoader.load(paths: [root + "/rules"])
    #expect(ruleSet.problems.filter { $0.severity == .error } == [])
    let one = await Factcheck.run(ruleSet: ruleSet, options: .init(jobs: 1))
    #expect(one.verdict == .contradiction)
    #expect(one.claims.count > 20)
    for jobs in [2, 7] {
      let other = await Factcheck.run(ruleSet: ruleSet, options: .init(jobs: jobs))
      #expect(json(other) == json(one))
    }
  }

  @Test func claimsAreNumberedByArticlePlaceAndRule() async throws {
    let ruleSet = RuleLoader.load(paths: [root + "/rules"])
    let report = await Factcheck.run(ruleSet: ruleSet)
    #expect(report.claims.map(\.id) == (1...report.claims.count).map { "c\($0)" })
    let articles = Dictionary(uniqueKeysWithValues: report.articles.enumerated().map { ($0.element.id, $0.offset) })
    let rules = Dictionary(uniqueKeysWithValues: report.rules.enumerated().map { ($0.element.id, $0.offset) })
    let places = try report.claims.map {
      [try #require(articles[$0.article]), $0.start, try #require(rules[$0.rule])]
    }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) || $0 == $1 })
  }

  @Test func aBrokenArticleCostsNoOther() async throws {
    let folder = try Folder([
      "rules.yaml": troops, "a.txt": "There are 5,200 soldiers there.", "b.txt": "",
      "c.txt": "There are 2,500 soldiers there.",
    ])
    let report = await Factcheck.run(
      ruleSet: RuleLoader.load(paths: [folder.path + "/rules.yaml"]),
      options: .init(articlePaths: ["a", "b", "c", "d"].map { "\(folder.path)/\($0).txt" }))
    #expect(report.articles.count == 2)
    #expect(report.verdict == .contradiction)
    #expect(report.problems.map(\.location?.file) == ["d", "b"].map { "\(folder.path)/\($0).txt" })
    #expect(report.exitStatus(failOn: .never) == 2)
  }

  @Test(arguments: [("61.6", Verdict.compatible), ("61.9", .contradiction)])
  func aToleranceIsGrantedOnce(other: String, verdict: Verdict) async throws {
    let folder = try Folder([
      "rules.yaml": """
      rules:
        - {id: turnout, title: Turnout, claim: quantity, about: [turnout], unit: percent, tolerance: 0.5}
      concepts:
        turnout: {en: [turnout]}
      """,
      "a.txt": "Turnout was 61.2 % in the whole of the country.", "b.txt": "Turnout was \(other) % in the country.",
    ])
    let report = await Factcheck.run(
      ruleSet: RuleLoader.load(paths: [folder.path + "/rules.yaml"]), options: .init(articlePaths: [folder.path]))
    #expect(report.claims.count == 2)
    #expect(report.findings.map(\.verdict) == [verdict])
  }

  @Test func wholeThingsAreNotCountedInThousandths() async throws {
    let folder = try Folder(["rules.yaml": troops, "a.txt": "Il y a 3.500 soldats dans le pays, dit le ministre."])
    let report = await Factcheck.run(
      ruleSet: RuleLoader.load(paths: [folder.path + "/rules.yaml"]), options: .init(articlePaths: [folder.path]))
    #expect(report.claims.map(\.possibilities) == [[.point(3500)]])
  }

  @Test func aBylineInWordsDatesAnArticle() async throws {
    let folder = try Folder([
      "rules.yaml": troops,
      "a.txt":
        "Un titre pour cet article\n\n8 juillet 2020 à 10h30\n\nIl y a 5 200 soldats dans le pays, selon le ministre de la défense.\n",
    ])
    let report = await Factcheck.run(
      ruleSet: RuleLoader.load(paths: [folder.path + "/rules.yaml"]),
      options: .init(articlePaths: [folder.path + "/a.txt"]))
    #expect(report.articles.first?.day?.description == "2020-07-08")
  }

  @Test func noArticlesAreAProblem() async throws {
    let folder = try Folder(["rules.yaml": troops])
    let report = await Factcheck.run(ruleSet: RuleLoader.load(paths: [folder.path + "/rules.yaml"]))
    #expect(report.problems.contains { $0.message == "there are no articles to check" })
  }

  @Test func progressCountsEveryArticle() async throws {
    let folder = try Folder(["rules.yaml": troops, "a.txt": "One.", "b.txt": "Two.", "c.txt": "Three."])
    let counts = Counts()
    _ = await Factcheck.run(
      ruleSet: RuleLoader.load(paths: [folder.path + "/rules.yaml"]), options: .init(articlePaths: [folder.path]),
      progress: { counts.add($0.articlesDone, $0.articles) })
    #expect(counts.all.sorted { $0.0 < $1.0 }.map(\.0) == [1, 2, 3])
    #expect(counts.all.allSatisfy { $0.1 == 3 })
  }

  private final class Counts: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [(Int, Int)] = []
    func add(_ done: Int, _ total: Int) { lock.withLock { values.append((done, total)) } }
    var all: [(Int, Int)] { lock.withLock { values } }
  }
}

@Suite struct ArticleListTests {
  @Test func aLaterEntryDescribesAFileThatAPatternFound() throws {
    let folder = try Folder(["x/a.txt": "One.", "x/b.txt": "Two.", "rules/r.yaml": ""])
    var settings = Settings()
    settings.folder = folder.path + "/rules"
    settings.articles = [
      ArticleEntry(path: "../x/*.txt", language: "en"), ArticleEntry(path: "../x/b.txt", title: "B"),
    ]
    let list = ArticleList(settings: settings, paths: [])
    #expect(list.files.map(\.id) == ["\(folder.path)/x/a.txt", "\(folder.path)/x/b.txt"])
    #expect(list.files.map(\.metadata.title) == [nil, "B"])
    #expect(list.files.map(\.metadata.language) == ["en", "en"])

    let chosen = ArticleList(settings: settings, paths: [folder.path + "/rules/../x/b.txt"])
    #expect(chosen.files.count == 1)
    #expect(chosen.files.first?.metadata.title == "B")
    #expect(chosen.problems.isEmpty)
  }

  @Test func anEntryThatFindsNothingIsWhatHasToBeMended() throws {
    let folder = try Folder()
    var settings = Settings()
    settings.folder = folder.path
    settings.articles = [
      ArticleEntry(path: "none.txt", location: .init(file: "factcheck.yaml", line: 3, column: 5))
    ]
    let problem = try #require(ArticleList(settings: settings, paths: []).problems.first)
    #expect(problem.location?.line == 3)
    #expect(problem.message.hasPrefix(folder.path + "/none.txt does not exist"))
  }
}

@Suite struct SettingsTests {
  @Test(arguments: [
    ("rules", "../reports", "reports"), (".", "out", "out"), ("a/b", "../../c", "c"), ("../r", "../out", "../out"),
    ("rules", "/tmp/x", "/tmp/x"), ("rules", "..", "."), ("/x/rules", "../out", "/x/out"),
    ("rules", "./a/./b", "rules/a/b"),
  ])
  func theOutputFolderCountsFromTheSettings(_ folder: String, _ output: String, _ path: String) {
    var settings = Settings()
    settings.folder = folder
    settings.output = output
    #expect(settings.outputFolder == path)
  }
}

@Suite struct ExitStatusTests {
  private func report(_ verdict: Verdict, _ problems: [Diagnostic] = []) -> Report {
    let finding = Finding(id: "f", rule: "r", verdict: verdict, severity: .error, message: "", positions: [])
    return Report(toolVersion: "0", articles: [], rules: [], claims: [], findings: [finding], problems: problems)
  }

  @Test(arguments: [
    (Verdict.contradiction, [1, 1, 1, 0]), (.disputed, [0, 1, 1, 0]), (.changed, [0, 0, 1, 0]),
    (.compatible, [0, 0, 0, 0]), (.agree, [0, 0, 0, 0]),
  ])
  func followsTheThreshold(_ verdict: Verdict, _ statuses: [Int32]) {
    let thresholds: [FailureThreshold] = [.contradiction, .disputed, .changed, .never]
    #expect(thresholds.map { report(verdict).exitStatus(failOn: $0) } == statuses)
  }

  @Test func anErrorOutranksAFindingAndAWarningDoesNot() {
    #expect(report(.contradiction, [Diagnostic(.error, "x")]).exitStatus(failOn: .contradiction) == 2)
    #expect(report(.contradiction, [Diagnostic(.warning, "x")]).exitStatus(failOn: .contradiction) == 1)
    #expect(report(.agree, [Diagnostic(.warning, "x")]).exitStatus(failOn: .changed) == 0)
  }
}
