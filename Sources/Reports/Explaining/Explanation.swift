import Articles
import Claims
import Findings

/// From words to a verdict, or to none: the answer to "why?".
public struct Explanation: Sendable {
  /// How an article, or a part of it, was read.
  public struct Passage: Sendable {
    public var article: Article
    public var sentences: [SentenceReading]
    /// Text of the asked line that is no part of the story, and why.
    public var leftOut: [(words: String, reason: LeftOut.Reason)]

    public init(
      article: Article, sentences: [SentenceReading], leftOut: [(words: String, reason: LeftOut.Reason)] = []
    ) {
      self.article = article
      self.sentences = sentences
      self.leftOut = leftOut
    }
  }

  public enum Subject: Sendable {
    case line(file: String, line: Int, passages: [Passage])
    case finding(Finding, passages: [Passage])
    case rule(Rule, concepts: [Concept])
  }

  public var subject: Subject
  /// The rules that are told of; all where empty.
  public var rules: Set<String>
  /// What the run came to.
  public var report: Report
  /// The rules of the run with all that they say, which reports do not hold.
  public var ruleSet: RuleSet

  public init(subject: Subject, rules: Set<String> = [], report: Report, ruleSet: RuleSet) {
    self.subject = subject
    self.rules = rules
    self.report = report
    self.ruleSet = ruleSet
  }
}
