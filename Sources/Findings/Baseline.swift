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
  /// The last day on which the entry holds: an ISO day.
  public var expires: String?

  public init(
    id: String, rule: String, verdict: Verdict, message: String, articles: [String], reason: String? = nil,
    expires: String? = nil
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
