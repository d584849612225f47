import ICU

/// A quantity, ordinal, date or duration where it stands in a text, brought to its normal form.
public struct Mention: Sendable, Equatable {
  public enum Value: Sendable, Equatable {
    case quantity(Quantity)
    case ordinal(rank: Double)
    case date(DateSpan)
    case duration(Span)
  }

  /// UTF-8 offsets in the text that was read, bounds and approximators included: `plus de 20 km`.
  public var range: Range<Int>
  /// UTF-8 offsets of the figure alone: `20`.
  public var figure: Range<Int>
  public var value: Value
  /// Other values that the same words may have (1.234, 03/04/2021), the likeliest one left out.
  public var otherReadings: [Value]
  /// What is wrong with a date as it is written.
  public var slip: Slip?

  /// A date that denies itself. Its value is what its figures say.
  public enum Slip: Sendable, Equatable {
    /// Beside the date stands another weekday than it fell on: 1 is Monday. `words` are UTF-8 offsets of that weekday.
    case weekday(Int, of: Day, words: Range<Int>)
    /// It ends before it begins: its days as they are written.
    case reversed(from: Day, to: Day)
  }

  public init(
    range: Range<Int>, figure: Range<Int>? = nil, value: Value, otherReadings: [Value] = [], slip: Slip? = nil
  ) {
    self.range = range
    self.figure = figure ?? range
    self.value = value
    self.otherReadings = otherReadings
    self.slip = slip
  }
}

/// How many, or how much: a set of possible values, as the words state it.
public struct Quantity: Sendable, Equatable {
  /// How the words loosen a figure without naming its bounds.
  public enum Approximation: String, Sendable, Codable, CaseIterable {
    /// "about", "some", "around"
    case about
    /// "nearly", "just under": a little below
    case under
    /// "just over": a little above
    case over
  }

  /// The figure said; nil where only bounds are said ("between 40 and 50", "dozens").
  public var value: Double?
  /// The least it may be; nil where open.
  public var low: Double?
  /// The most it may be; nil where open.
  public var high: Double?
  /// "more than 5,000" leaves 5,000 itself out.
  public var lowIsOpen: Bool
  public var highIsOpen: Bool
  public var approximation: Approximation?
  /// A CLDR unit identifier (`kilometer`), an ISO 4217 code (`EUR`), `percent`, `percentage-point`, or nil for a count.
  public var unit: String?
  /// The weight of the last digit said: 1 for "5,200", 100,000 for "2.5 million", 0.1 for "12.3".
  /// Scaled, rounded and converted figures are known to half of it.
  public var step: Double
  /// Said with a scale word or a compact form ("2.5 million", "1.2bn"), and so rounded.
  public var isScaled: Bool

  public init(
    value: Double?, low: Double?, high: Double?, lowIsOpen: Bool = false, highIsOpen: Bool = false,
    approximation: Approximation? = nil, unit: String? = nil, step: Double = 1, isScaled: Bool = false
  ) {
    self.value = value
    self.low = low
    self.high = high
    self.lowIsOpen = lowIsOpen
    self.highIsOpen = highIsOpen
    self.approximation = approximation
    self.unit = unit
    self.step = step
    self.isScaled = isScaled
  }

  public init(exactly value: Double, unit: String? = nil, step: Double = 1, isScaled: Bool = false) {
    self.init(value: value, low: value, high: value, unit: unit, step: step, isScaled: isScaled)
  }
}

/// The days that a date may mean, both ends included; nil where open.
public struct DateSpan: Sendable, Equatable, Hashable {
  public var from: Day?
  public var to: Day?

  public init(from: Day?, to: Day?) {
    self.from = from
    self.to = to
  }
}

/// How long something takes, in the unit said and in seconds.
public struct Span: Sendable, Equatable {
  public var value: Double?
  public var low: Double?
  public var high: Double?
  /// A CLDR duration unit: `day`, `year`.
  public var unit: String
  public var seconds: Double

  public init(value: Double?, low: Double?, high: Double?, unit: String, seconds: Double) {
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.seconds = seconds
  }
}
