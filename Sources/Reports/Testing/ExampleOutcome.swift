import Claims

/// What became of one example of a rule.
public struct ExampleOutcome: Sendable {
  public enum Subject: Sendable {
    case example(Rule.Example)
    case pair(Rule.Pair)
  }

  public var rule: String
  public var subject: Subject
  /// What should be found: normal forms, or `conflict` or `agree` for a pair.
  public var expected: [String]
  /// What was.
  public var got: [String]
  /// The claims that were found, with their places in the texts.
  public var claims: [Claim]
  public var passed: Bool

  public init(
    rule: String, subject: Subject, expected: [String], got: [String], claims: [Claim], passed: Bool
  ) {
    self.rule = rule
    self.subject = subject
    self.expected = expected
    self.got = got
    self.claims = claims
    self.passed = passed
  }
}

/// An example with one thing changed in it: would a rule notice?
public struct MutationOutcome: Sendable {
  public enum Kind: String, Sendable, CaseIterable { case number, date, negation }

  public enum Result: String, Sendable, CaseIterable {
    /// The two texts conflict, or the claim no longer holds.
    case noticed
    /// Both can be true: "more than 5,000" and "more than 6,000".
    case compatible
    /// Nothing was found in the changed text, or the same as before.
    case unnoticed
  }

  public var rule: String
  public var kind: Kind
  public var example: Rule.Example
  /// What stood there, and what stands there now.
  public var before: String
  public var after: String
  /// The text as it was changed.
  public var text: String
  /// What was found in the two texts.
  public var old: [String]
  public var new: [String]
  public var result: Result

  public init(
    rule: String, kind: Kind, example: Rule.Example, before: String, after: String, text: String, old: [String],
    new: [String], result: Result
  ) {
    self.rule = rule
    self.kind = kind
    self.example = example
    self.before = before
    self.after = after
    self.text = text
    self.old = old
    self.new = new
    self.result = result
  }
}

/// All that a test of rules came to.
public struct TestReport: Sendable {
  public var rules: [Rule]
  public var outcomes: [ExampleOutcome]
  /// Nil where none were asked for.
  public var mutations: [MutationOutcome]?
  /// How many claims of the examples could not be changed.
  public var unchanged: Int

  public init(
    rules: [Rule], outcomes: [ExampleOutcome], mutations: [MutationOutcome]? = nil, unchanged: Int = 0
  ) {
    self.rules = rules
    self.outcomes = outcomes
    self.mutations = mutations
    self.unchanged = unchanged
  }

  public var failed: Int { outcomes.count { !$0.passed } }
  public var unnoticed: Int { mutations?.count { $0.result == .unnoticed } ?? 0 }

  public enum Format: String, Sendable, CaseIterable { case text, json, junit }

  public func render(as format: Format, options: ReportOptions = ReportOptions()) -> [UInt8] {
    switch format {
    case .text: TestListing(self, options).render()
    case .json: TestJSON(self).render()
    case .junit: TestJUnit(self).render()
    }
  }
}
