import Articles
import Claims
import Findings
import Reports

extension Report {
  /// What cannot be true: the findings that are new, and whose verdict reaches a threshold, the worst first.
  ///
  /// - Parameter threshold: the weakest verdict that counts.
  public func findings(from threshold: FailureThreshold) -> [Finding] {
    findings.filter { $0.standing.isNew && threshold.isReached(by: $0.verdict) }
      .enumerated().sorted { ($1.element.verdict, $0.offset) < ($0.element.verdict, $1.offset) }.map(\.element)
  }

  /// The claims of a position, in the order of the articles.
  public func claims(in position: Position) -> [Claim] {
    let ids = Set(position.claims)
    return claims.filter { ids.contains($0.id) }
  }

  /// The article that a claim was found in; its text is no longer there, the claim quotes it.
  public func article(of claim: Claim) -> Article? { articles.first { $0.id == claim.article } }

  /// The report in one of the formats of `factcheck run --format`.
  ///
  /// - Parameters:
  ///   - format: `text`, `json`, `html`, `sarif`, `junit`, `github`, `markdown`, `csv` or `claimreview`.
  ///   - options: what the place that it goes to can show.
  /// - Throws: a ``Diagnostic`` that names the formats, where there is none of that name.
  public func rendered(as format: String, options: ReportOptions = ReportOptions()) throws(Diagnostic) -> String {
    String(decoding: try ReportFormats.named(format).render(self, options: options), as: UTF8.self)
  }
}
