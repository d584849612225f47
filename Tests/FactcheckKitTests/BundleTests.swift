import Claims
import Findings
import Foundation
import Reports
import Testing
import Yams

@testable import FactcheckKit

/// Small bundles of articles, one a language, with planted contradictions and as many traps: `Bundles/XX/expect.yaml`
/// says which claims must be found, and which findings; nothing besides.
struct BundleTests {
  struct Bundle: Sendable, CustomTestStringConvertible {
    var name: String
    var path: String
    var testDescription: String { name }
  }

  struct Expectation: Decodable {
    struct Finding: Decodable {
      var rule: String
      var verdict: String
      /// The labels of the positions, in any order.
      var positions: [String]
    }
    /// By rule, `a.en.md 300 people`: the article's file and the words that are quoted; behind it the modality, if it
    /// is another than asserted: `(negated)`.
    var claims: [String: [String]]
    var findings: [Finding]
  }

  /// `FACTCHECK_BUNDLES` names another folder of bundles.
  static let folder =
    ProcessInfo.processInfo.environment["FACTCHECK_BUNDLES"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Bundles").path

  static let all: [Bundle] = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/expect.yaml") }.sorted()
    .map { Bundle(name: $0, path: "\(folder)/\($0)") }

  @Test(arguments: all)
  func findsWhatIsPlantedAndNothingElse(bundle: Bundle) async throws {
    let text = try String(contentsOfFile: bundle.path + "/expect.yaml", encoding: .utf8)
    let expected = try YAMLDecoder().decode(Expectation.self, from: text)
    let report = await Factcheck.run(ruleSet: RuleLoader.load(paths: [bundle.path + "/rules"]))
    #expect(report.problems.map(\.message) == [])

    for rule in report.rules {
      let found = report.claims.filter { $0.rule == rule.id }.map { claim in
        "\(claim.article.split(separator: "/").last ?? "") \(Self.words(of: claim))"
      }
      #expect(
        found.sorted() == expected.claims[rule.id, default: []].sorted(),
        """
        \(bundle.name), \(rule.id)
          missing: \(Set(expected.claims[rule.id, default: []]).subtracting(found).sorted())
          besides: \(Set(found).subtracting(expected.claims[rule.id, default: []]).sorted())
        """)
    }
    let findings = report.findings.filter { $0.verdict != .agree && $0.verdict != .compatible }
      .map { Self.line($0.rule, $0.verdict.rawValue, $0.positions.map(\.label)) }
    #expect(
      findings.sorted() == expected.findings.map { Self.line($0.rule, $0.verdict, $0.positions) }.sorted(),
      "\(bundle.name)")
  }

  private static func words(of claim: Claim) -> String {
    let words = claim.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return claim.modality == .asserted ? words : "\(words) (\(claim.modality.rawValue))"
  }

  private static func line(_ rule: String, _ verdict: String, _ positions: [String]) -> String {
    "\(rule) \(verdict): \(positions.sorted().joined(separator: " | "))"
  }
}
