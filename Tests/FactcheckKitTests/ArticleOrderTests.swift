import Claims
import Findings
import Reports
import Testing

@testable import FactcheckKit

/// Verdicts do not depend on which article is read first.
struct ArticleOrderTests {
  static let bundles = BundleTests.all.filter { ["ar", "de", "en", "fr", "ru", "zh"].contains($0.name) }

  @Test(arguments: bundles)
  func verdictsDoNotDependOnTheOrderOfArticles(bundle: BundleTests.Bundle) async {
    let forward = RuleLoader.load(paths: [bundle.path + "/rules"])
    let report = await Factcheck.run(ruleSet: forward)
    var backward = forward
    backward.settings.articles = report.articles.reversed().map {
      ArticleEntry(path: "../articles/" + ($0.id.split(separator: "/").last.map(String.init) ?? ""))
    }
    let reversed = await Factcheck.run(ruleSet: backward)
    #expect(reversed.articles.map(\.id).sorted() == report.articles.map(\.id).sorted())
    #expect(reversed.articles.map(\.id) != report.articles.map(\.id))
    #expect(Self.judgements(reversed) == Self.judgements(report))
  }

  /// A dispute has an attributed side, and a contradiction has none that it needs: by the claims of each finding.
  @Test(arguments: bundles)
  func disputesHaveAnAttributedSide(bundle: BundleTests.Bundle) async {
    let report = await Factcheck.run(ruleSet: RuleLoader.load(paths: [bundle.path + "/rules"]))
    let claims = Dictionary(report.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for finding in report.findings {
      let members = finding.positions.flatMap(\.claims).compactMap { claims[$0] }
      #expect(members.allSatisfy { $0.isCompared }, "\(finding.id)")
      if finding.verdict == .disputed {
        #expect(members.contains { $0.modality == .attributed }, "\(finding.id): \(finding.message)")
      }
    }
  }

  private static func judgements(_ report: Report) -> [String] {
    let claims = Dictionary(report.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return report.findings.map { finding in
      let positions = finding.positions.map { position in
        let members = position.claims.compactMap { claims[$0] }.map { "\($0.article):\($0.start)" }.sorted()
        return "\(position.label) \(members)"
      }
      return "\(finding.rule) \(finding.verdict) \(finding.asOf?.description ?? "") \(positions.sorted())"
    }.sorted()
  }
}
