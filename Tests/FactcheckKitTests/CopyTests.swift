import Claims
import Findings
import Reports
import Testing

@testable import FactcheckKit

/// The same story under two names.
@Suite struct CopyTests {
  static let story = """
    A ferry sank off Marrow Point on Monday night in calm weather, the coast guard of the island said. The wreck
    killed 12 people. Boats of fishermen and two helicopters brought the other passengers ashore before dawn, most of
    them with nothing but the clothes that they wore. Divers search the wreck today, and the harbour stays closed.
    """

  private func report(_ articles: [String: String]) async throws -> Report {
    var files = [
      "rules.yaml": """
      rules: [{id: dead, title: the dead, claim: quantity, about: [killed]}]
      concepts: {killed: {en: [kill]}}
      """
    ]
    for (name, text) in articles { files["a/" + name] = text }
    let folder = try Folder(files)
    return await Factcheck.run(
      ruleSet: RuleLoader.load(paths: [folder.path + "/rules.yaml"]), options: .init(articlePaths: [folder.path + "/a"])
    )
  }

  private func name(_ id: String?) -> String? { id.flatMap { $0.split(separator: "/").last.map(String.init) } }

  @Test func whatACopySaysCountsOnce() async throws {
    let report = try await report([
      "1.txt": Self.story, "2.txt": "By our staff\n\n" + Self.story,
      "3.txt": "The ferry killed 14 people, a survivor wrote later.",
    ])
    #expect(report.articles.map { name($0.copyOf) } == [nil, "1.txt", nil])
    #expect(report.claims.map(\.figure) == ["12", "12", "14"])
    #expect(report.claims.map(\.copyOf) == [nil, "c1", nil])
    #expect(report.findings.first?.positions.map(\.claims) == [["c1"], ["c3"]])
  }

  /// A version that was brought up to date is a copy, but its new figure is news.
  @Test func aChangedFigureIsAClaimOfItsOwn() async throws {
    let report = try await report([
      "1.txt": Self.story, "2.txt": Self.story.replacing("killed 12", with: "killed 15"),
    ])
    #expect(report.articles.map { name($0.copyOf) } == [nil, "1.txt"])
    #expect(report.claims.map(\.copyOf) == [nil, nil])
    #expect(report.findings.map(\.verdict) == [.contradiction])
  }

  /// The original is the article of the earliest day, whatever its place on the list.
  @Test func theEarliestIsTheOriginal() async throws {
    let report = try await report([
      "1.txt": "---\ndate: 2021-07-28\n---\n" + Self.story, "2.txt": "---\ndate: 2021-07-27\n---\n" + Self.story,
    ])
    #expect(report.articles.map { name($0.copyOf) } == ["2.txt", nil])
    #expect(report.claims.map(\.copyOf) == ["c2", nil])
  }
}

/// `file-dates: true`: the day of the file's last change, where nothing else tells.
@Suite struct FileDateTests {
  @Test(arguments: [true, false]) func theFileTellsTheDayWhereAsked(isAsked: Bool) async throws {
    let folder = try Folder([
      "factcheck.yaml": "articles: [a.txt, b.md]\nfile-dates: \(isAsked)\n",
      "rules.yaml": """
      rules: [{id: dead, title: the dead, claim: quantity, about: [killed]}]
      concepts: {killed: {en: [kill]}}
      """,
      "a.txt": "The flood killed 12 people.", "b.md": "---\ndate: 2021-07-26\n---\nThe flood killed 14 people.",
    ])
    let report = await Factcheck.run(ruleSet: RuleLoader.load(paths: [folder.path]))
    #expect(report.problems.map(\.message) == [])
    #expect(report.articles.map(\.dayOrigin) == [isAsked ? .file : nil, .frontMatter])
    #expect((report.articles.first?.day != nil) == isAsked)
    #expect(report.claims.map(\.asOf) == report.articles.map(\.day))
  }
}
