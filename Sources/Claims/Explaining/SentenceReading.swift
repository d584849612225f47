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
    /// Its place in code points of the file.
    public var range: Range<Int>
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

  /// The figure that a claim states, by its place in `figures`.
  func figure(of claim: Claim) -> Int? {
    let words = claim.figure
    let inside = figures.indices.filter { figures[$0].range.overlaps(claim.start..<max(claim.end, claim.start + 1)) }
    return inside.first { figures[$0].words == words } ?? inside.first { figures[$0].words.contains(words) }
  }
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
  /// The other number of "87 of the 165 seats", with the words of the whole.
  case part(whole: String?)
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
  /// Terms of `about` stand in the sentence, and no figure.
  case noFigure(terms: [String])
  /// What is dated is named, no day belongs to it, and it is not said to be over.
  case noDay(terms: [String])
  /// "was first planned for 1 May": the day holds no longer.
  case formerDay
  /// A role or title is named, and nobody who holds it.
  case noHolder(terms: [String])
  /// Who is named holds the office of other countries (ISO 3166 codes).
  case otherRegion(holder: String, regions: [String])
  /// Who is named held the office until then.
  case formerHolder(holder: String, DateSpan?)
  /// What is decided is named, and no term of any state.
  case noState(terms: [String])
  /// Words of a state, said of something else.
  case notSaid(words: String, terms: [String])
  /// It is asked, and not said.
  case question
  /// Words of a state are denied, and the rule gives a denial no meaning.
  case denied(words: String, state: String)
}

/// Collects readings while an article is read. Made for one article, and used by one thread.
final class ClaimTrace {
  private(set) var sentences: [SentenceReading] = []
  /// The number of the sentence that is being read.
  var current: Int? { sentences.indices.last }

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

  /// Whether a rule has left a figure of this sentence, or anything in it.
  func hasRefused(_ rule: String, figure: Int? = nil) -> Bool {
    guard let current else { return false }
    return sentences[current].refused.contains { $0.rule == rule && (figure == nil || $0.figure == figure) }
  }

  /// A claim was made, or left after all for a reason that only the whole article could tell.
  ///
  /// - Parameter place: the number of its sentence.
  func settle(_ claim: Claim, in place: Int, _ reason: Refusal?) {
    guard sentences.indices.contains(place) else { return }
    let figure = sentences[place].figure(of: claim)
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
      let taken = sentence.claims.map { (rule: $0.rule, figure: sentence.figure(of: $0)) }
      sentence.refused.removeAll { refused in
        taken.contains { $0.rule == refused.rule && (refused.figure == nil || refused.figure == $0.figure) }
      }
      return sentence
    }
  }
}
