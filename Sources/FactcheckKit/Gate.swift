import Claims
import Findings
import ICU
import Reports

/// What fails a run: the one decision that CI waits for.
public struct Gate: Sendable {
  /// The weakest verdict that counts.
  public var threshold = FailureThreshold.contradiction
  /// The mildest severity that counts.
  public var severity = Rule.Severity.note
  /// How many new findings are let pass.
  public var maximum = 0
  /// Whether known findings that are gone fail a run, so that the baseline is kept in step.
  public var isStrict = false

  /// - Parameters:
  ///   - threshold: the weakest verdict that counts.
  ///   - severity: the mildest severity that counts.
  ///   - maximum: how many new findings are let pass.
  ///   - isStrict: whether known findings that are gone fail a run.
  public init(
    threshold: FailureThreshold = .contradiction, severity: Rule.Severity = .note, maximum: Int = 0,
    isStrict: Bool = false
  ) {
    self.threshold = threshold
    self.severity = severity
    self.maximum = maximum
    self.isStrict = isStrict
  }

  /// What a report came to.
  public struct Outcome: Sendable {
    /// New findings at or above the threshold, in the order of the report.
    public var failing: [Finding] = []
    /// Findings that count, and that the baseline has.
    public var known = 0
    /// Findings that count, and that somebody let pass with a reason.
    public var suppressed = 0
    /// Entries of the baseline whose findings are gone.
    public var fixed: [BaselineEntry] = []
    /// Entries of the baseline whose last day is over: their findings count as new again.
    public var expired: [BaselineEntry] = []
    /// What a process should exit with: see ``ExitStatus``.
    public var status: Int32 = ExitStatus.clean
  }

  /// Whether a finding counts, whatever its standing.
  public func counts(_ finding: Finding) -> Bool {
    threshold.isReached(by: finding.verdict) && finding.severity.rank <= severity.rank
  }

  /// Decides about a report: an error among its problems outranks what was found.
  public func outcome(of report: Report) -> Outcome {
    var outcome = Outcome()
    for finding in report.findings where counts(finding) {
      switch finding.standing {
      case .new: outcome.failing.append(finding)
      case .known: outcome.known += 1
      case .suppressed: outcome.suppressed += 1
      }
    }
    outcome.fixed = report.baseline?.fixed ?? []
    outcome.expired = report.baseline?.expired ?? []
    if report.problems.contains(where: { $0.severity == .error }) {
      outcome.status = ExitStatus.untrusted
    } else if outcome.failing.count > maximum || (isStrict && !outcome.fixed.isEmpty) {
      outcome.status = ExitStatus.findings
    }
    return outcome
  }
}

extension Rule.Severity {
  /// 0 for the gravest.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Report {
  /// Tells known findings from new ones.
  ///
  /// - Parameters:
  ///   - file: what the report calls the baseline.
  ///   - today: the day that its entries may have run out by; nil where that is not asked.
  ///   - isPartial: not all articles were asked for: what is known of the others is not gone.
  public mutating func compare(with baseline: Baseline, file: String, today: Day?, isPartial: Bool = false) {
    for i in findings.indices { if case .known = findings[i].standing { findings[i].standing = .new } }
    self.baseline = baseline.mark(&findings, file: file, today: today)
    guard isPartial else { return }
    let read = Set(articles.map(\.id))
    self.baseline?.fixed.removeAll { !read.isSuperset(of: $0.articles) }
  }

  /// The baseline that accepts the findings that a gate counts and nobody suppressed.
  ///
  /// - Parameters:
  ///   - old: what it says of a finding is kept.
  ///   - isPartial: not all articles were asked for: what the old one says of the others is kept.
  public func baseline(for gate: Gate, keeping old: Baseline = Baseline(), isPartial: Bool = false) -> Baseline {
    let articleOf = Dictionary(claims.map { ($0.id, $0.article) }, uniquingKeysWith: { first, _ in first })
    let accepted = findings.filter { finding in
      if case .suppressed = finding.standing { return false }
      return gate.counts(finding)
    }
    let new = Baseline(
      accepting: accepted,
      articles: { Set($0.positions.flatMap(\.claims).compactMap { articleOf[$0] }).sorted() }, old: old)
    guard isPartial else { return new }
    let read = Set(articles.map(\.id))
    return Baseline(entries: new.entries + old.entries.filter { !read.isSuperset(of: $0.articles) })
  }
}
