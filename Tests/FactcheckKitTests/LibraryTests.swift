import Claims
import Foundation
import Reports
import Testing

@testable import FactcheckKit

/// The examples of the project's own rules and of the ready ones.
@Suite struct LibraryTests {
  private static let folder = Seeds.root + "/Sources/CRuleLibrary/data"
  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  private static let languages = [
    "ar", "cs", "de", "en", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr",
    "uk",
    "zh",
  ]

  private static func tester(_ path: String) throws -> RuleTester {
    let set = RuleLoader.load(paths: [path])
    try #require(set.problems.filter { $0.severity == .error }.isEmpty, "\(set.problems)")
    return RuleTester(set)
  }

  /// The rules of one file of the library; their concepts may stand in others.
  private static func ready(_ file: String) throws -> (tester: RuleTester, rules: [Rule]) {
    var set = library
    try #require(set.problems.filter { $0.severity == .error }.isEmpty, "\(set.problems)")
    set.rules = set.rules.filter { $0.location?.file.hasSuffix("/" + file) ?? false }
    return (RuleTester(set), set.rules)
  }

  private static let library = RuleLoader.load(paths: [folder])

  private static func listing(_ outcomes: [ExampleOutcome]) -> String {
    outcomes.filter { !$0.passed }.map { outcome in
      let text =
        switch outcome.subject {
        case .example(let example): "\(example.language): \(example.text)"
        case .pair(let pair): pair.texts.map { "\($0.language): \($0.text)" }.joined(separator: " / ")
        }
      return "\(outcome.rule): \(text)\n  expected \(outcome.expected), got \(outcome.got)"
    }.joined(separator: "\n")
  }

  @Test func theProjectsOwnExamplesHold() throws {
    let outcomes = try Self.tester(Seeds.root + "/rules").outcomes()
    #expect(outcomes.count > 30)
    #expect(outcomes.allSatisfy { $0.passed }, "\(Self.listing(outcomes))")
  }

  /// Every example of `docs/rules.md`, pairs too.
  @Test func theExamplesOfTheGuideHold() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("guide-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let guide = try String(contentsOfFile: Seeds.root + "/docs/rules.md", encoding: .utf8)
    for block in guide.components(separatedBy: "\n```yaml\n# ").dropFirst() {
      let text = "# " + (block.components(separatedBy: "\n```").first ?? "")
      let name = text.split(separator: "\n").first?.dropFirst(2) ?? ""
      let file = folder.appendingPathComponent(String(name))
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let outcomes = try Self.tester(folder.path + "/rules").outcomes()
    #expect(outcomes.contains { if case .pair(let pair) = $0.subject { !pair.mustConflict } else { false } })
    #expect(outcomes.contains { $0.rule == "dam-deaths" } && outcomes.contains { $0.rule == "ships-in-harbour" })
    #expect(outcomes.allSatisfy { $0.passed }, "\(Self.listing(outcomes))")
  }

  @Test(arguments: files)
  func readyExamplesHold(file: String) throws {
    let outcomes = try Self.ready(file).tester.outcomes()
    #expect(!outcomes.isEmpty)
    #expect(outcomes.allSatisfy { $0.passed }, "\(Self.listing(outcomes))")
  }

  /// Each ready rule shows in every language at least three times what it takes, and twice what it leaves.
  @Test(arguments: files)
  func readyRulesHaveExamplesInEveryLanguage(file: String) throws {
    for rule in try Self.ready(file).rules where rule.kind != .total {
      let gaps = Self.languages.filter { language in
        let own = rule.examples.filter { $0.language == language }
        return own.count { !$0.claims.isEmpty } < 3 || own.count { $0.claims.isEmpty } < 2
      }
      #expect(gaps == [], "\(rule.id)")
    }
  }

  /// No figure, day or negation of the examples can be changed without a rule noticing, unless both can be true.
  @Test func noChangeOfTheProjectsOwnExamplesGoesUnnoticed() throws {
    let mutations = try Self.tester(Seeds.root + "/rules").mutations().changes
    #expect(mutations.count >= 20)
    #expect(mutations.filter { $0.result == .unnoticed }.map { "\($0.rule): \($0.text)" } == [])
  }

  @Test(arguments: files)
  func noChangeOfReadyExamplesGoesUnnoticed(file: String) throws {
    let mutations = try Self.ready(file).tester.mutations().changes
    #expect(mutations.filter { $0.result == .unnoticed }.map { "\($0.rule): \($0.text)" } == [])
  }
}
