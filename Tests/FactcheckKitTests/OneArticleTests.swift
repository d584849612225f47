import Claims
import Findings
import Reports
import Testing

@testable import FactcheckKit

/// An article against itself: headline, body and caption.
@Suite struct OneArticleTests {
  private func report(_ body: String, title: String = "Flood in the Aller valley") async throws -> Report {
    let folder = try Folder([
      "rules.yaml": """
      rules: [{id: dead, title: the dead, claim: quantity, about: [killed]}]
      concepts: {killed: {en: [kill, die]}}
      """,
      "a.md": "---\ntitle: \(title)\ndate: 2021-07-20\nlang: en\n---\n\n\(body)\n",
    ])
    return await Factcheck.run(
      ruleSet: RuleLoader.load(paths: [folder.path + "/rules.yaml"]),
      options: .init(articlePaths: [folder.path + "/a.md"]))
  }

  private func figures(_ report: Report) -> [String] { report.claims.map(\.figure) }

  @Test func theHeadlineContradictsTheBody() async throws {
    let report = try await report(
      "The flood killed 27 people in the valley.", title: "Flood kills 31 people")
    #expect(figures(report) == ["31", "27"])
    #expect(report.findings.map(\.verdict) == [.contradiction])
    #expect(report.findings.map(\.message) == ["Two figures for the dead: 27 and 31"])
    // The headline of the front matter is evidence where it stands.
    #expect(report.claims.first?.line == 2)
    #expect(report.claims.first?.sentence == "Flood kills 31 people")
  }

  @Test func aCaptionContradictsTheBody() async throws {
    let report = try await report(
      "The flood killed 27 people in the valley.\n\n![The flood killed 40 people in one night.](a.jpg)")
    #expect(figures(report) == ["27", "40"])
    #expect(report.findings.map(\.verdict) == [.contradiction])
  }

  @Test func twoParagraphsContradictEachOther() async throws {
    let report = try await report(
      "The flood killed 27 people in the valley.\n\nLater it turned cold. The flood killed 31 people.")
    #expect(report.findings.map(\.verdict) == [.contradiction])
    #expect(report.findings.first?.positions.map(\.claims) == [["c1"], ["c2"]])
  }

  @Test func aSentenceThatStandsThereTwiceCountsOnce() async throws {
    let report = try await report(
      "The flood killed 27 people in one night. It rained.\n\nIt was cold. The flood killed 27 people in one night.")
    #expect(figures(report) == ["27"])
    // Two figures of one sentence are two claims.
    let two = try await self.report("The flood killed 27 people, and the storm killed 27 people.")
    #expect(figures(two) == ["27", "27"])
  }
}
