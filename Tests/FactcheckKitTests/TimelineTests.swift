import Claims
import Findings
import Reports
import Testing

@testable import FactcheckKit

/// A death toll in several articles, told in any order and read by any number of threads.
@Suite struct TimelineTests {
  private static let articles: [(name: String, date: String, language: String, text: String)] = [
    ("a.md", "2021-07-25", "en", "As of Saturday, 31 people had died in the flood. Helpers came from everywhere."),
    ("b.md", "2021-07-27", "en", "By Monday evening, 62 people had died in the flood, and many more were hurt."),
    ("c.md", "2021-07-28", "fr", "Mardi, le bilan des inondations atteignait 70 morts, et la pluie tombe encore."),
    ("d.md", "2021-07-28", "de", "Stand Montag waren bei der Flut 58 Menschen tot. Es regnet weiter im ganzen Tal."),
    ("e.md", "2021-07-30", "en", "So far 75 people have died in the flood, and the river is falling at last."),
  ]
  private static let rules = """
    rules:
      - {id: toll, title: the toll, claim: quantity, about: [killed], changes: CHANGES}
    concepts:
      killed: {en: [die, dead], fr: [mort], de: [tot]}
    """

  private func report(_ order: [Int], changes: String, jobs: Int) async throws -> Report {
    let folder = try Folder(["rules.yaml": Self.rules.replacing("CHANGES", with: changes)])
    for article in Self.articles {
      try folder.write(article.name, "---\ndate: \(article.date)\nlang: \(article.language)\n---\n\n\(article.text)\n")
    }
    return await Factcheck.run(
      ruleSet: RuleLoader.load(paths: [folder.path + "/rules.yaml"]),
      options: .init(articlePaths: order.map { "\(folder.path)/\(Self.articles[$0].name)" }, jobs: jobs))
  }

  private func summary(_ report: Report) -> [String] {
    report.findings.map { "\($0.verdict) \($0.asOf?.description ?? "-") \($0.message)" }
  }

  @Test func eachClaimHasItsDay() async throws {
    let report = try await report([0, 1, 2, 3, 4], changes: "rising", jobs: 1)
    #expect(
      report.claims.map { $0.asOf?.description }
        == ["2021-07-24", "2021-07-26", "2021-07-27", "2021-07-26", "2021-07-30"])
    #expect(
      summary(report) == [
        "contradiction 2021-07-26 Two figures for the toll as of 26 July 2021: 58 and 62",
        "changed - Five figures for the toll over time: 31, 58, 62, 70, then 75",
      ])
  }

  @Test(arguments: ["true", "rising", "falling"])
  func theOrderOfArticlesAndThreadsDoesNotMatter(changes: String) async throws {
    let expected = summary(try await report([0, 1, 2, 3, 4], changes: changes, jobs: 1))
    #expect(!expected.isEmpty)
    for (order, jobs) in [([4, 3, 2, 1, 0], 1), ([2, 0, 4, 1, 3], 3)] {
      #expect(summary(try await report(order, changes: changes, jobs: jobs)) == expected)
    }
  }

  @Test func aFallingFactThatRoseContradicts() async throws {
    let report = try await report([0, 1, 2, 3, 4], changes: "falling", jobs: 2)
    #expect(report.findings.first?.verdict == .contradiction)
  }
}
