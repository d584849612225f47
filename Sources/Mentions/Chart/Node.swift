import Languages

/// Something recognised over a stretch of tokens.
struct Node {
  var category: Category
  /// Token indices, the end exclusive.
  var start: Int32
  var end: Int32
  /// The tokens of the figure alone, without bounds and units.
  var figureStart: Int32
  var figureEnd: Int32
  /// The number, rank, month or weekday said. For quantities: the figure, where `flags` has `.hasValue`.
  var value: Double
  /// The least and most; infinite where open.
  var low: Double
  var high: Double
  /// The weight of the last digit said.
  var step: Double = 1
  /// Another reading of the figure; NaN where it has one only.
  var other: Double = .nan
  /// Index into ``Language/names`` of the unit, currency, period or holiday; -1 for none.
  var name: Int32 = -1
  var flags: Flags = []
  var date: PartialDate = .none

  struct Flags: OptionSet {
    let rawValue: UInt32
    static let hasValue = Flags(rawValue: 1)
    static let lowOpen = Flags(rawValue: 2)
    static let highOpen = Flags(rawValue: 4)
    static let scaled = Flags(rawValue: 8)
    static let about = Flags(rawValue: 16)
    static let under = Flags(rawValue: 32)
    static let over = Flags(rawValue: 64)
    /// Written with digits.
    static let digits = Flags(rawValue: 128)
    /// The article alone ("a"), one only where the grammar asks for it.
    static let article = Flags(rawValue: 256)
    static let percent = Flags(rawValue: 512)
    static let points = Flags(rawValue: 1024)
    static let currency = Flags(rawValue: 2048)
    static let measure = Flags(rawValue: 4096)
    /// Bounds were applied: no further ones are.
    static let bounded = Flags(rawValue: 8192)
    /// Has the shape of a year and nothing that makes it a count.
    static let yearShaped = Flags(rawValue: 16384)
    /// A plain whole number that may be a day or a year: no sign, no scale, no fraction.
    static let plain = Flags(rawValue: 32768)
    /// A date that stands only together with other words: "18" of "18 and 19 June".
    static let weak = Flags(rawValue: 65536)
    static let age = Flags(rawValue: 131072)
    static let range = Flags(rawValue: 262144)
    static let fraction = Flags(rawValue: 524288)
    /// The beginning of a period: a bound takes its first day.
    static let early = Flags(rawValue: 1 << 30)
    /// Ends with a measure word, which is no part of the mention.
    static let counted = Flags(rawValue: 1_048_576)
    /// One sign among others that may be a number, or part of a word: 一 of 一看. A number where a pattern asks for one.
    static let lone = Flags(rawValue: 2_097_152)
  }

  init(_ category: Category, _ start: Int, _ end: Int, value: Double = 0, name: Int32 = -1, flags: Flags = []) {
    self.category = category
    self.start = Int32(start)
    self.end = Int32(end)
    figureStart = Int32(start)
    figureEnd = Int32(end)
    self.value = value
    low = value
    high = value
    self.name = name
    self.flags = flags
  }

  func with(_ change: (inout Node) -> Void) -> Node {
    var copy = self
    change(&copy)
    return copy
  }
}

/// What is said of a day: some of its fields, or a span that needs no more.
struct PartialDate: Equatable {
  enum Grain: UInt8, Comparable {
    case none, day, weekend, week, fortnight, month, quarter, half, season, year, decade, century, open
    static func < (a: Grain, b: Grain) -> Bool { a.rawValue < b.rawValue }
  }

  /// `Int32.min` where not said.
  var year: Int32 = .min
  var month: Int8 = 0
  var day: Int8 = 0
  /// 1 is Monday.
  var weekday: Int8 = 0
  var grain: Grain = .none
  /// Whose year and month they are; nil for the Gregorian.
  var calendar: CalendarCode?
  /// Day numbers; `Int32.min` and `Int32.max` are open ends. Used where `isSpan`.
  var from: Int32 = .min
  var to: Int32 = .max
  var isSpan = false
  /// Day numbers of a period that, as it is written, ends before it begins; `Int32.min` for all others.
  var writtenFrom: Int32 = .min
  var writtenTo: Int32 = .min
  /// An end is open: since, before.
  var isOpen: Bool { isSpan && (from == .min || to == .max) }

  static let none = PartialDate()

  static func span(_ from: Int, _ to: Int, _ grain: Grain) -> PartialDate {
    PartialDate(grain: grain, from: Int32(clamping: from), to: Int32(clamping: to), isSpan: true)
  }

  var hasYear: Bool { year != .min }
}
