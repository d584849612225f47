import ICU
import Mentions

/// How one sentence was read: what was recognised in it, what rules took from it, and why they left the rest.
public struct SentenceReading: Sendable {
  /// A term of a concept where it stands.
  public struct Match: Sendable {
    public var concept: String
    public var words: String
    public var line: Int
    public var column: Int
  }

  /// A figure or date.
  public struct Figure: Sendable {
    public var words: String
    public var line: Int
    public var column: Int
    public var value: Mention.Value
    public var otherReadings: [Mention.Value]
    /// The noun phrase that a number counts or measures; nil where none follows.
    public var counted: String?
  }

  /// What a rule did not take.
  public struct Refused: Sendable {
    public var rule: String
    /// The figure, by its place in `figures`; nil where the sentence as a whole was left.
    public var figure: Int?
    public var reason: Refusal
  }

  public var sentence: String
  public var line: Int
  public var column: Int
  /// The line on which it ends.
  public var lastLine: Int
  public var language: String
  public var figures: [Figure] = []
  public var matches: [Match] = []
  public var claims: [Claim] = []
  public var refused: [Refused] = []
}

/// Why a rule took no claim.
public enum Refusal: Sendable, Equatable {
  /// No term of `about` stands in the sentence.
  case noConcept
  /// The rule counts or measures other things: a percentage for a rule about counts.
  case unit
  /// "half of the soldiers"
  case fraction
  /// "300 a day"
  case rate
  /// "these 300"
  case determined
  /// By how much something changed, not how much there is.
  case change
  /// The other number of "87 of the 165 seats".
  case part
  case whole
  /// "in the neighbouring region 24 died"
  case elsewhere
  /// It speaks of some of those that a figure before it counted.
  case someOfThem
  /// "un soldat": an article, and no count.
  case article
  /// Terms of `about` stand in the sentence, and the figure is about something else.
  case notTied(terms: [String])
  /// A concept of `with` that is not tied to it.
  case without(concept: String)
  /// A concept of `unless` that is.
  case ruledOut(concept: String, words: String)
  /// Outside of `during`; the days that it speaks of.
  case otherTime(DateSpan?)
  /// A concept of `near` that does not stand in the scope.
  case notNear(concept: String, scope: Rule.Scope)
  /// The same sentence stands in the article before.
  case repetition
  /// What is dated, held or decided is named, and nothing is said of it that the rule asks for.
  case nothingSaid
}

/// Collects readings while an article is read. Made for one article, and used by one thread.
final class ClaimTrace {
  private(set) var sentences: [SentenceReading] = []
  /// Where each claim that still has to find its context begins in the file, and the rule that took it, by sentence.
  private var current: Int? { sentences.indices.last }

  func begin(_ sentence: SentenceReading) { sentences.append(sentence) }

  func add(_ figures: [SentenceReading.Figure], _ matches: [SentenceReading.Match]) {
    guard let current else { return }
    sentences[current].figures = figures
    sentences[current].matches = matches
  }

  func refuse(_ rule: String, figure: Int?, _ reason: Refusal) {
    guard let current else { return }
    // The last reason is the one that held.
    sentences[current].refused.removeAll { $0.rule == rule && $0.figure == figure }
    sentences[current].refused.append(.init(rule: rule, figure: figure, reason: reason))
  }

  /// A claim was made, or left after all for a reason that only the whole article could tell.
  func settle(_ claim: Claim, _ reason: Refusal?) {
    guard
      let place = sentences.lastIndex(where: {
        ($0.line, $0.column) <= (claim.line, claim.column) && claim.line <= $0.lastLine && $0.sentence == claim.sentence
      }) ?? sentences.lastIndex(where: { ($0.line, $0.column) <= (claim.line, claim.column) })
    else { return }
    let figure = sentences[place].figures.firstIndex { $0.words == claim.figure || claim.text.contains($0.words) }
    if let reason {
      sentences[place].refused.append(.init(rule: claim.rule, figure: figure, reason: reason))
    } else {
      sentences[place].claims.append(claim)
    }
  }

  /// What was read, without the refusals of figures that the rule took after all.
  var readings: [SentenceReading] {
    sentences.map { sentence in
      var sentence = sentence
      sentence.refused.removeAll { refused in
        sentence.claims.contains { claim in
          claim.rule == refused.rule
            && (refused.figure.map { sentence.figures[$0].words == claim.figure } ?? true)
        }
      }
      return sentence
    }
  }
}
