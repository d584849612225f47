import Articles
import Claims
import Findings

/// All that a run found, ready to be written in any format.
public struct Report: Sendable {
  /// The version of the report's shape.
  public static let version = 1

  public var toolVersion: String
  public var articles: [Article]
  public var rules: [Rule]
  public var claims: [Claim]
  public var findings: [Finding]
  /// What could not be read or trusted.
  public var problems: [Diagnostic]
  /// The baseline that findings were compared with; nil where there was none.
  public var baseline: BaselineSummary?

  public init(
    toolVersion: String, articles: [Article], rules: [Rule], claims: [Claim], findings: [Finding],
    problems: [Diagnostic] = []
  ) {
    self.toolVersion = toolVersion
    self.articles = articles
    self.rules = rules
    self.claims = claims
    self.findings = findings
    self.problems = problems
  }

  /// The worst verdict of all findings, whatever their standing; `agree` where there is none.
  public var verdict: Verdict { findings.map(\.verdict).max() ?? .agree }
}
