import Articles
import Foundation
import Testing

@testable import Claims

/// `docs/rules.md`: what it shows must work, and what there is must be in it.
struct RuleGuideTests {
  static let guide =
    (try? String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/rules.md")
        .standardized,
      encoding: .utf8)) ?? ""

  /// The fenced blocks of YAML by the file name in their first line.
  static let files: [String: String] = {
    var files: [String: String] = [:]
    var block: [Substring]?
    for line in guide.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```yaml" {
        block = []
      } else if line == "```", let lines = block {
        let name = lines.first.map { $0.drop { $0 == "#" || $0 == " " } } ?? ""
        files[String(name)] = lines.joined(separator: "\n")
        block = nil
      } else {
        block?.append(line)
      }
    }
    return files
  }()

  @Test func examplesLoad() throws {
    #expect(Self.files.count >= 8)
    #expect(Self.files.keys.allSatisfy { $0.hasSuffix(".yaml") })
    try RuleFixture.withFiles(Self.files) { folder in
      let set = RuleLoader.load(paths: [folder + "/rules"])
      #expect(RuleFixture.report(set, in: "") == "")
      #expect(
        set.rules.map(\.id).sorted() == [
          "allied-troops", "end-of-combat-mission", "flood-deaths", "foreign-troops-in-iraq", "foreign-troops-sum",
          "turnout", "us-troops", "vote", "vote-binds",
        ])
      #expect(set.rules.allSatisfy { $0.kind == .total || !$0.examples.isEmpty })
      let settings = RuleLoader.load(paths: [
        folder + "/settings", folder + "/rules/turnout.yaml", folder + "/rules/concepts.yaml",
      ])
      #expect(RuleFixture.report(settings, in: "") == "")
      #expect(settings.settings.articles.count == 2)
    }
  }

  @Test(
    arguments: Vocabulary.rule.keys + Vocabulary.state.keys + Vocabulary.file.keys + Vocabulary.settings.keys
      + Vocabulary.article.keys)
  func everyKeyIsThere(key: String) {
    #expect(Self.guide.contains("`\(key)`"))
  }

  @Test func everyValueIsThere() {
    let values =
      Rule.Scope.allCases.map(\.rawValue) + Rule.Change.allCases.map(\.rawValue) + Rule.Reading.allCases.map(\.rawValue)
      + Rule.Severity.allCases.map(\.rawValue) + Rule.Take.allCases.map(\.rawValue) + Rule.Kind.allCases.map(\.rawValue)
    for value in values { #expect(Self.guide.contains("`\(value)`"), "\(value)") }
  }

  /// The message that the guide shows is the one that the program gives.
  @Test func messageIsReal() throws {
    let turnout = try #require(Self.files["rules/turnout.yaml"])
    let lines = turnout.replacingOccurrences(of: "    about:", with: "    abuot:").split(separator: "\n").dropFirst()
    try RuleFixture.withFiles(["rules/turnout.yaml": lines.joined(separator: "\n")]) { folder in
      let set = RuleLoader.load(paths: [folder + "/rules"])
      let message = try #require(set.problems.first { $0.message.contains("abuot") }).description
      #expect(Self.guide.contains(message.replacingOccurrences(of: folder + "/", with: "")))
    }
  }
}
