import Articles
import Foundation
import ICU
import Languages
import Mentions
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
          "allied-troops", "bridge-opening", "dam-deaths", "end-of-combat-mission", "flood-deaths",
          "foreign-troops-in-iraq",
          "foreign-troops-sum", "prime-minister", "quake-deaths", "rescuers-dead", "ships-in-harbour", "turnout",
          "us-troops", "vote",
          "vote-binds",
        ])
      #expect(set.rules.allSatisfy { $0.kind == .total || !$0.examples.isEmpty })
      let settings = RuleLoader.load(paths: [
        folder + "/settings", folder + "/rules/turnout.yaml", folder + "/rules/concepts.yaml",
      ])
      #expect(RuleFixture.report(settings, in: "") == "")
      #expect(settings.settings.articles.count == 2)
    }
  }

  /// Every example of the guide, of every kind of rule: what it says is taken is taken, and nothing besides.
  @Test func examplesHold() throws {
    try RuleFixture.withFiles(Self.files) { folder in
      let set = RuleLoader.load(paths: [folder + "/rules"])
      #expect(Set(set.rules.map(\.kind)) == Set(Rule.Kind.allCases))
      for rule in set.rules {
        for example in rule.examples {
          let found = try Self.claims(of: rule, in: set, example.text, example.language, example.day).filter(
            \.isCompared)
          #expect(found.map(Self.form) == example.claims, "\(rule.id): \(example.text)")
        }
      }
    }
  }

  /// The table of sentences under "Whose word it is, and whether it holds".
  @Test func modalitiesHold() throws {
    let lines = Self.guide.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("## Whose word it is") })
    let rows = lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }.filter { $0.hasPrefix("| ") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }.filter { $0.count >= 3 && $0[0].utf8.count == 2 }.map { $0.count == 3 ? $0 + [""] : $0 }
    #expect(rows.count >= 16)
    try RuleFixture.withFiles(Self.files) { folder in
      let set = RuleLoader.load(paths: [folder + "/rules"])
      var rule = try #require(set.rules.first { $0.id == "flood-deaths" })
      (rule.near, rule.during) = ([], nil)
      for row in rows {
        let claims = try Self.claims(of: rule, in: set, row[1], row[0])
        #expect(claims.map(\.modality.rawValue) == [row[2]], "\(row[1])")
        #expect(claims.map { $0.attribution ?? "" } == [row[3]], "\(row[1])")
      }
      for modality in ["asserted", "attributed", "negated", "hypothetical"] {
        #expect(rows.contains { $0[2] == modality })
      }
    }
  }

  private static func claims(
    of rule: Rule, in set: RuleSet, _ text: String, _ language: String, _ day: Day? = nil
  ) throws -> [Claim] {
    let metadata = ArticleMetadata(day: day, language: language)
    let article = try ArticleReader(options: ArticleOptions(leavesOutClutter: false, leavesOutRepeats: false))
      .read(text: text, id: "example", metadata: metadata).article
    var mentions = MentionExtractor(language: Language.of(language))
    return ClaimExtractor(rules: [rule], concepts: set.concepts).claims(in: article) { block, _ in
      mentions.mentions(in: block.text, reference: day)
    }
  }

  /// As `claims` of an example are written.
  private static func form(_ claim: Claim) -> String {
    switch claim.value {
    case .quantity(let quantity):
      let value = quantity.value ?? quantity.low ?? quantity.high ?? .nan
      return value == value.rounded() ? "\(Int(value))" : "\(value)"
    case .date(let span):
      let from = span.from?.description ?? ""
      let to = span.to?.description ?? ""
      return from == to ? from : "\(from)/\(to)"
    case .name(let canonical, _): return canonical
    case .state(let symbol): return symbol
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
