import ICU

/// A finding that somebody has accepted for now, as a baseline holds it.
public struct BaselineEntry: Sendable, Hashable {
  /// The finding's id.
  public var id: String
  public var rule: String
  public var verdict: Verdict
  /// What the finding said when it was written down.
  public var message: String
  /// The articles concerned, for readers of the file.
  public var articles: [String]
  /// Why it was left.
  public var reason: String?
  /// The last day on which the entry holds.
  public var expires: Day?

  public init(
    id: String, rule: String, verdict: Verdict, message: String, articles: [String], reason: String? = nil,
    expires: Day? = nil
  ) {
    self.id = id
    self.rule = rule
    self.verdict = verdict
    self.message = message
    self.articles = articles
    self.reason = reason
    self.expires = expires
  }
}

/// What comparing a run with a baseline came to.
public struct BaselineSummary: Sendable, Hashable {
  /// The baseline's file.
  public var file: String
  /// Entries whose findings are gone.
  public var fixed: [BaselineEntry]
  /// Entries whose last day is over: their findings count as new.
  public var expired: [BaselineEntry]

  public init(file: String, fixed: [BaselineEntry] = [], expired: [BaselineEntry] = []) {
    self.file = file
    self.fixed = fixed
    self.expired = expired
  }
}

/// Findings that were accepted, so that only new ones fail a run.
public struct Baseline: Sendable, Equatable {
  /// In the order of their ids, each id once.
  public private(set) var entries: [BaselineEntry]

  public init(entries: [BaselineEntry] = []) {
    var seen: Set<String> = []
    self.entries = entries.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }

  /// The baseline that accepts some findings.
  ///
  /// - Parameters:
  ///   - articles: the articles that a finding's claims stand in.
  ///   - old: the baseline that this one takes the place of: what it says of a finding (the reason, the last day) is kept.
  public init(accepting findings: [Finding], articles: (Finding) -> [String], old: Baseline = Baseline()) {
    let known = old.byID
    self.init(
      entries: findings.map { finding in
        BaselineEntry(
          id: finding.id, rule: finding.rule, verdict: finding.verdict, message: finding.message,
          articles: articles(finding), reason: known[finding.id]?.reason, expires: known[finding.id]?.expires)
      })
  }

  private var byID: [String: BaselineEntry] {
    Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Tells findings that are known from new ones, and names what is gone. Suppressed findings stay suppressed.
  ///
  /// - Parameters:
  ///   - file: what the summary calls the baseline.
  ///   - today: the day that entries may have run out by; nil where that is not asked.
  public func mark(_ findings: inout [Finding], file: String, today: Day?) -> BaselineSummary {
    let known = byID
    var present: Set<String> = []
    var summary = BaselineSummary(file: file)
    for i in findings.indices {
      guard let entry = known[findings[i].id] else { continue }
      present.insert(entry.id)
      guard findings[i].standing.isNew else { continue }
      if let today, let last = entry.expires, last < today {
        summary.expired.append(entry)
      } else {
        findings[i].standing = .known(reason: entry.reason)
      }
    }
    summary.expired.sort { $0.id < $1.id }
    summary.fixed = entries.filter { !present.contains($0.id) }
    return summary
  }
}
