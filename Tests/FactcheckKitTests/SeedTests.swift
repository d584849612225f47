import Claims
import Findings
import Foundation
import ICU
import Reports
import Testing

@testable import FactcheckKit

/// The five reference articles, which are no part of the project: `FACTCHECK_SEEDS` names their folder.
enum Seeds {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let folder = ProcessInfo.processInfo.environment["FACTCHECK_SEEDS"] ?? root + "/../shared/seeds"
  static let names = ["A", "B", "C", "D", "E"]
  static let days = ["2020-01-15", "2020-07-08", "2021-12-09", "2021-07-26", "2021-07-30"]

  /// The paths of A to E.
  static let paths = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasPrefix("00") && $0.hasSuffix(".txt") }.sorted().map { folder + "/" + $0 }
  static var arePresent: Bool { paths.count == names.count }

  static let report = Task {
    var ruleSet = RuleLoader.load(paths: [root + "/Tests/FactcheckKitTests/SeedRules"])
    ruleSet.settings.articles = zip(paths, days).map { path, day in
      ArticleEntry(path: path, day: Day(day), language: "fr")
    }
    return await Factcheck.run(ruleSet: ruleSet)
  }
}

@Suite(.enabled(if: Seeds.arePresent, "no reference articles: set FACTCHECK_SEEDS to their folder"))
struct SeedTests {
  /// The claims of a rule as `A 5000-`, `C 2021-12-09`: the article's name and the normal form.
  private func claims(_ rule: String) async -> [String] {
    await Seeds.report.value.claims.filter { $0.rule == rule }.map(Self.short)
  }

  private func findings(_ rule: String) async -> [Finding] {
    await Seeds.report.value.findings.filter { $0.rule == rule }
  }

  /// The claims of each position of a rule's only finding.
  private func positions(_ rule: String) async -> [Set<String>] {
    let report = await Seeds.report.value
    let claims = Dictionary(uniqueKeysWithValues: report.claims.map { ($0.id, Self.short($0)) })
    return await findings(rule).first?.positions.map { Set($0.claims.compactMap { claims[$0] }) } ?? []
  }

  private static func short(_ claim: Claim) -> String {
    let name = Seeds.paths.firstIndex { $0.hasSuffix(claim.article.split(separator: "/").last ?? "?") }
    let article = name.map { Seeds.names[$0] } ?? "?"
    switch claim.value {
    case .quantity(let quantity):
      let set = Possibilities.interval(of: quantity) ?? .point(-1)
      let high = set.high.isFinite ? "\(Int(set.high))" : ""
      return article + " " + (set.low == set.high ? high : "\(Int(set.low))-\(high)")
    case .date(let span):
      let from = span.from?.description ?? ""
      let to = span.to?.description ?? ""
      return article + " " + (from == to ? from : "\(from)..\(to)")
    case .state(let symbol): return article + " " + symbol
    default: return article + " ?"
    }
  }

  @Test func theArticlesAndTheRulesAreReadWithoutFault() async {
    let report = await Seeds.report.value
    #expect(report.problems.filter { $0.severity == .error }.isEmpty)
    #expect(report.articles.count == 5)
  }

  // MARK: - 1, American troops

  @Test func fiveThousandAmericansAgainstHalfOfThem() async {
    let expected = ["A 5000-", "B 5200-", "C 2450-2550", "D 2500", "E 2500", "E 2500"]
    for rule in ["us-troops", "us-troops-stated", "us-troops-over-time"] {
      #expect(await claims(rule) == expected)
      #expect(await findings(rule).count == 1)
    }
    #expect(await findings("us-troops").first?.verdict == .contradiction)
    #expect(
      Set(await positions("us-troops")) == [["A 5000-", "B 5200-"], ["C 2450-2550", "D 2500", "E 2500"]])
  }

  @Test func threeFiguresAreStated() async {
    #expect(await findings("us-troops-stated").first?.verdict == .contradiction)
    #expect(await findings("us-troops-stated").first?.positions.map(\.label) == ["2,500", "5,000", "5,200"])
  }

  @Test func troopsThatMayChangeHaveChanged() async {
    #expect(await findings("us-troops-over-time").first?.verdict == .changed)
  }

  @Test func nothingElseIsCountedAsTroops() async {
    // Visa applicants, doses, lorries, fighters, countries, divisions, minutes, cases and reinforcements are none.
    #expect(
      await claims("soldiers") == [
        "A 5000-", "B 5200-", "B 3", "B 3", "C 2450-2550", "C 1000", "D 2500", "E 5", "E 2500", "E 3500",
      ])
    #expect(await claims("foreign-troops") == ["E 3500"])
    // Smallest first: 3.500 soldiers are no three and a half.
    #expect(await findings("soldiers").first?.positions.map(\.label).prefix(3) == ["3", "5", "1,000"])
  }

  // MARK: - 2, foreign troops in all

  @Test func partsOfTwoArticlesAddUpToTheTotalOfAThird() async {
    #expect(await claims("allied-troops") == ["C 1000"])
    #expect(await findings("all-troops").map(\.verdict) == [.agree])
    #expect(await positions("all-troops").isEmpty == false)
    #expect(await findings("all-troops").first?.message.hasSuffix("+ 1,000 = 3,500") == true)
  }

  // MARK: - 3, the end of the mission

  @Test func theHeadlineEndsTheMissionBeforeItsDay() async {
    #expect(
      await claims("end-of-mission") == [
        "C ..2021-12-09", "C 2021-12-09", "D ..2021-07-26", "D ..2021-12-31", "E ..2021-12-31",
      ])
    let findings = await findings("end-of-mission")
    #expect(findings.map(\.verdict) == [.contradiction])
    let positions = await positions("end-of-mission")
    #expect(positions.contains { $0.contains("D ..2021-07-26") && !$0.contains("C 2021-12-09") })
    // What is to end by the end of the year may end on the ninth of its last month.
    let announced: Set = ["C 2021-12-09", "C ..2021-12-09", "D ..2021-12-31", "E ..2021-12-31"]
    #expect(positions.contains(announced))
  }

  @Test func aDeadlineBelongsToTheMission() async {
    #expect(await claims("mission-dates").contains("C ..2021-12-31"))
  }

  // MARK: - 5, 6, the vote

  @Test func parliamentWasUnanimousOrOnlyHadAMajority() async {
    #expect(await claims("vote") == ["D majority", "E unanimous"])
    #expect(await findings("vote").map(\.verdict) == [.contradiction])
    #expect(
      await findings("vote").map(\.message) == ["Two accounts of parliament's vote to expel: majority and unanimous"])
  }

  @Test func negationFlipsTheState() async {
    #expect(await claims("vote-binds") == ["D non-binding", "E binding"])
    #expect(await findings("vote-binds").map(\.verdict) == [.contradiction])
  }

  // MARK: - 11, weekday and date

  @Test func theWeekdayFitsItsDate() async {
    #expect(await Seeds.report.value.findings.allSatisfy { !$0.rule.hasSuffix("-check") })
  }

  @Test func aWeekdayThatIsChangedIsReported() async throws {
    let text = try String(contentsOfFile: Seeds.paths[4], encoding: .utf8)
    let folder = try Folder([
      "rules.yaml": "rules: [{id: a, claim: quantity, about: [x]}]\nconcepts: {x: {en: zzzz}}\n",
      "factcheck.yaml": "articles: {path: e.txt, date: 2021-07-30, language: fr}\n",
      "e.txt": text.replacing("jeudi 29 juillet", with: "mercredi 29 juillet"),
    ])
    let report = await Factcheck.run(ruleSet: RuleLoader.load(paths: [folder.path]))
    #expect(report.findings.map(\.message) == ["29 July 2021 was a Thursday, not a Wednesday"])
  }

  // MARK: - 4, 7, 9, 10, 12

  @Test func oneArticleCountsFiveDeadAndSix() async {
    #expect(await claims("crash-deaths") == ["E 5", "E 6"])
    #expect(await findings("crash-deaths").map(\.verdict) == [.contradiction])
  }

  @Test func theDayOfTheStrikeLiesInItsMonth() async {
    #expect(await claims("strike") == ["A 2020-01-03", "E 2020-01-01..2020-01-31"])
    #expect(await findings("strike").map(\.verdict) == [.compatible])
  }

  @Test func nobodyIsZero() async {
    #expect(await claims("missile-deaths") == ["A 0"])
  }

  @Test func aPartIsNoRivalOfItsWhole() async {
    // The caption and its copy are two sentences that differ in their last words.
    #expect(Set(await claims("taji-deaths")) == ["B 3"])
    #expect(Set(await claims("taji-american-deaths")) == ["B 2"])
    #expect(await findings("taji-deaths").allSatisfy { $0.verdict == .agree })
  }

  @Test func threeDatesAreThreeFacts() async {
    #expect(await claims("coalition-formed") == ["C 2014-01-01..2014-12-31"])
    #expect(await claims("victory") == ["C 2017-12-01..2017-12-31"])
    #expect(await claims("training") == ["A 2015-01-01.."])
  }
}
