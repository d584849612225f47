import Claims
import ICU

/// What comparing all claims of a rule came to.
public enum Verdict: String, Sendable, CaseIterable, Comparable {
  case agree, compatible, changed, disputed, contradiction

  /// From the best to the worst.
  public static func < (a: Verdict, b: Verdict) -> Bool { a.rank < b.rank }
  private var rank: Int { Verdict.allCases.firstIndex(of: self) ?? 0 }
}

/// Claims that can all be true at once.
public struct Position: Sendable {
  /// The shortest true description of what they say: `5,200`, `more than 5,000`, `31 December 2021`.
  public var label: String
  /// Ids of claims, in the order of the claims.
  public var claims: [String]

  public init(label: String, claims: [String]) {
    self.label = label
    self.claims = claims
  }
}

/// How a finding stands to what its readers have decided before. Only new findings fail a run.
public enum Standing: Sendable, Hashable {
  /// Nobody has looked at it yet, as far as the program knows.
  case new
  /// The baseline has it; why it was left, where somebody said so.
  case known(reason: String?)
  /// A suppression says why it is to be let pass.
  case suppressed(reason: String)

  public var isNew: Bool { self == .new }

  /// What was given as the reason.
  public var reason: String? {
    switch self {
    case .new: nil
    case .known(let reason): reason
    case .suppressed(let reason): reason
    }
  }
}

/// One rule, one verdict and, where the fact changes, one day.
public struct Finding: Sendable {
  /// The rule's id and a fingerprint of what is claimed where: it survives edits elsewhere in the articles.
  public var id: String
  public var rule: String
  public var verdict: Verdict
  public var severity: Rule.Severity
  public var asOf: Day?
  /// One sentence: `Three figures for American troops in Iraq: 5,000, 5,200 and 2,500`.
  public var message: String
  public var positions: [Position]
  /// Set once findings are compared with a baseline and with suppressions.
  public var standing = Standing.new

  public init(
    id: String, rule: String, verdict: Verdict, severity: Rule.Severity, asOf: Day? = nil, message: String,
    positions: [Position]
  ) {
    self.id = id
    self.rule = rule
    self.verdict = verdict
    self.severity = severity
    self.asOf = asOf
    self.message = message
    self.positions = positions
  }
}
