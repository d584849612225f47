import ICU
import Mentions

/// What an article says of the fact that a rule watches.
public struct Claim: Sendable {
  public enum Modality: String, Sendable, CaseIterable { case asserted, attributed, negated, hypothetical }

  public enum Value: Sendable, Equatable {
    case quantity(Quantity)
    case date(DateSpan)
    case name(canonical: String, forms: [String])
    case state(String)
  }

  /// `c1`, `c2` … in the order of articles, places and rules; set once all are known.
  public var id: String
  /// The rule's id.
  public var rule: String
  /// The article's id.
  public var article: String
  public var value: Value
  /// What it may mean: the intervals that are compared (days count from 1970-01-01). Several where the figure can be
  /// read in several ways. Already loosened by the words and the rounding, and in one unit for the whole rule; the
  /// rule's tolerance is added where claims are compared.
  public var possibilities: [Interval]
  /// The evidence, exactly as it stands in the file.
  public var text: String
  /// The figure alone, which lies within `text`: what a report marks.
  public var figure: String
  public var sentence: String
  /// Code points in the decoded file.
  public var start: Int
  public var end: Int
  public var line: Int
  public var column: Int
  public var modality: Modality
  public var attribution: String?
  /// The day that the claim speaks of.
  public var asOf: Day?
  /// It has held since this day: "since Friday"; nil where it is said of `asOf` alone.
  public var since: Day?
  /// Why the value is what it is, where the words do not show it: a step a line.
  public var why: [String] = []

  public init(
    id: String = "", rule: String, article: String, value: Value, possibilities: [Interval], text: String,
    figure: String? = nil, sentence: String, start: Int, end: Int, line: Int, column: Int,
    modality: Modality = .asserted, attribution: String? = nil, asOf: Day? = nil,
    since: Day? = nil
  ) {
    self.id = id
    self.rule = rule
    self.article = article
    self.value = value
    self.possibilities = possibilities
    self.text = text
    self.figure = figure ?? text
    self.sentence = sentence
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.modality = modality
    self.attribution = attribution
    self.asOf = asOf
    self.since = since
  }

  /// The id of the claim that the same words make in the article that this one's is a copy of: evidence counts once.
  public var copyOf: String?

  /// Why somebody had it set aside (a suppression's reason); nil for nearly all.
  public var setAside: String?

  /// Negated and hypothetical claims, those of copies and those set aside are listed, not compared.
  public var isCompared: Bool { copyOf == nil && setAside == nil && isHeld }

  /// Whether the article holds it to be so, or says who does.
  private var isHeld: Bool { modality == .asserted || modality == .attributed }
}

/// A stretch of numbers; an end may be left out of it, and may be infinite.
public struct Interval: Sendable, Hashable {
  public var low: Double
  public var high: Double
  public var lowIsOpen: Bool
  public var highIsOpen: Bool

  public init(_ low: Double, _ high: Double, lowIsOpen: Bool = false, highIsOpen: Bool = false) {
    self.low = low
    self.high = high
    self.lowIsOpen = lowIsOpen
    self.highIsOpen = highIsOpen
  }

  public static func point(_ value: Double) -> Interval { Interval(value, value) }

  /// Whether the two have a number in common.
  public func meets(_ other: Interval) -> Bool {
    let low = max(self.low, other.low)
    let high = min(self.high, other.high)
    if low < high { return true }
    guard low == high else { return false }
    return contains(low) && other.contains(low)
  }

  public func contains(_ value: Double) -> Bool {
    (lowIsOpen ? value > low : value >= low) && (highIsOpen ? value < high : value <= high)
  }
}
