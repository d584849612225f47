import ICU

/// What a stretch of text can be, to the grammar of numbers and dates.
///
/// A pattern of a language file names them in angle brackets: `<duration> ago`, `more than <n>`.
public enum Category: UInt8, Sendable, CaseIterable {
  // What the language's words are.

  /// A number word below a multiplier: seven, eighty, cinq cents where that is one word.
  case atom = 1
  /// Hundred, thousand, million, lakh, dozen.
  case multiplier
  /// Joins hundreds and the rest: and, et, y.
  case and
  /// The decimal point said as a word.
  case point
  case minus
  /// The indefinite article: one, before a multiplier, a fraction or a unit.
  case article
  /// Half, quarter, tiers: one divided by its value.
  case divisor
  /// A spelled-out ordinal below a multiplier, and an ordinal multiplier (hundredth).
  case ordinalAtom, ordinalMultiplier
  /// Behind digits without a space: `st`, `ème`; `k`, `bn`.
  case ordinalSuffix, scaleSuffix
  /// Before digits: 第.
  case ordinalPrefix
  /// Nobody, personne: no people at all.
  case nobody
  /// Words before a number that make it a name: page, flight, article.
  case label
  /// Words that look like a number or a date and are none.
  case plain
  /// A function word, a preposition or a verb that ends a noun phrase.
  case function

  case unit, currency, percent
  /// A cent, a kopeck: its value is how many make one of the currency.
  case subunit
  case month, weekday, season, holiday
  /// A calendar unit: day, week, month, quarter, year.
  case period
  /// Beginning, middle, end.
  case part
  /// AM, o'clock: what makes a number a time of day.
  case clock
  /// What a year is counted from: 令和, AH, พ.ศ.; see ``CalendarCode``.
  case era
  /// Letters that stand on a figure and are its name: Q3, FY21.
  case glue
  /// "than": what stands before it is no bound of its own.
  case comparison
  /// A measure word behind a number: 人, 個, 명.
  case counter
  /// A number of one syllable that stands before any noun: 두 나라.
  case attributive

  // What the grammar builds.

  /// Any number, with or without its unit.
  case number
  case ordinal
  case quantity
  case duration
  case date
  case year
  /// A bound that a quantity lies above, or below: two of them make a range.
  case above, below
  /// Recognised, and no mention: a time, a score, a model number.
  case nothing

  /// The names that patterns use.
  public init?(placeholder: some StringProtocol) {
    switch placeholder {
    case "n": self = .quantity
    case "o": self = .ordinal
    case "date": self = .date
    case "duration": self = .duration
    case "period": self = .period
    case "month": self = .month
    case "weekday": self = .weekday
    case "year": self = .year
    case "season": self = .season
    case "holiday": self = .holiday
    case "part": self = .part
    case "era": self = .era
    case "unit": self = .unit
    case "currency": self = .currency
    case "above": self = .above
    case "below": self = .below
    case "number": self = .number
    case "subunit": self = .subunit
    case "scale": self = .multiplier
    case "and": self = .and
    case "counter": self = .counter
    default: return nil
    }
  }

  static var placeholders: [String] {
    [
      "n", "o", "date", "duration", "period", "month", "weekday", "year", "season", "holiday", "part", "era", "unit",
      "currency", "above", "below", "number", "subunit", "scale", "and", "counter",
    ]
  }
}

/// One meaning of a word or phrase.
public struct Sense: Sendable, Equatable {
  public var category: Category
  /// The number said, the month's, the weekday's (1 is Monday), the divisor, the scale.
  public var value: Double
  /// The unit's, currency's, period's or holiday's name, as an index into ``Language/names``; -1 for none.
  public var name: Int32
  /// The stretch of numbers that a vague word covers ("dozens"), where it does.
  public var high: Double?
  /// Of the word as CLDR writes it, case and all: `MB` is no `mb`. 0 where case does not tell.
  public var exact: UInt64

  public init(_ category: Category, value: Double = 0, name: Int32 = -1, high: Double? = nil, exact: UInt64 = 0) {
    self.category = category
    self.value = value
    self.name = name
    self.high = high
    self.exact = exact
  }
}

/// What a pattern makes of what it found.
public struct Production: Sendable, Equatable {
  public var action: Action
  /// A constant of the action: how many periods to shift, the unit of "today".
  public var value: Double
  public var name: Int32

  public init(_ action: Action, value: Double = 0, name: Int32 = -1) {
    self.action = action
    self.value = value
    self.name = name
  }
}

/// What patterns can do; each is a key of a language file's `quantities:` or `dates:`.
public enum Action: String, Sendable, CaseIterable {
  // Quantities
  case moreThan = "more than"
  case atLeast = "at least"
  case lessThan = "less than"
  case atMost = "at most"
  case about
  case nearly
  case justOver = "just over"
  case exactly
  case between
  case bothBounds = "both bounds"
  /// "87 of the 165": the first of the second.
  case ratio
  /// As ``ratio``, said the other way round: 三分之一.
  case ratioReversed = "ratio reversed"
  /// "twenty over three", "twenty-three's fifth": the first divided by the second, whichever is larger.
  case quotient
  /// As ``quotient``, said the other way round: 五分の二十三.
  case quotientReversed = "quotient reversed"
  /// "two and 1/4": a whole number and a fraction below one.
  case mixed = "mixed fraction"
  /// "jeder fünfte": one of so many.
  case oneOf = "one of"
  case negative
  /// 十余万, 30多億: more than so many of a scale.
  case moreThanScale = "more than scale"
  /// A number and its measure word: 3人, 5 명.
  case count
  /// 2点5 between figures.
  case decimal
  /// 2の10乗
  case power
  case percent
  case points = "percentage points"
  /// 三成: so many tenths, in percent.
  case tenths
  case measure
  case money
  /// "13 euros and 45 cents", "17 USD 25"
  case subunits = "money and subunits"
  /// "5 feet 2 inches"
  case compound
  case rank = "ordinal"
  case age
  case nothing

  // Durations
  case duration
  case several
  case half
  case oneAndHalf = "and a half"
  case whole
  case sum
  /// So many of them in one word: 사흘 is `days 3`, أسبوعين is `weeks 2`.
  case minutes, hours, days, weeks, months, years

  // Dates
  case dayShift = "day"
  case weekShift = "week"
  case monthShift = "month"
  case yearShift = "year"
  case weekendShift = "weekend"
  case this
  case next
  case last
  case afterNext = "after next"
  case beforeLast = "before last"
  case ago
  case ahead
  case afterDate = "after date"
  case beforeDate = "before date"
  case lastMany = "last many"
  case nextMany = "next many"
  case firstMany = "first many"
  case finalMany = "final many"
  case since
  case after
  case before
  case until
  case range
  case earlyPart = "early"
  case middlePart = "middle"
  case latePart = "late"
  case dayMonth = "day month"
  case monthDay = "month day"
  case dayMonthYear = "day month year"
  case monthDayYear = "month day year"
  case yearMonthDay = "year month day"
  case monthYear = "month year"
  case yearMonth = "year month"
  /// Months by their number, told from days by a word: 2020年1月8日, ngày 8 tháng 1 năm 2020.
  case numericYearMonthDay = "numeric year month day"
  case numericDayMonthYear = "numeric day month year"
  case numericYearMonth = "numeric year month"
  case numericMonthYear = "numeric month year"
  case numericMonthDay = "numeric month day"
  case numericDayMonth = "numeric day month"
  case numericMonth = "numeric month"
  case numericDay = "numeric day"
  case monthAlone = "month alone"
  case yearAlone = "year alone"
  case dayAlone = "day alone"
  case weekdayAlone = "weekday alone"
  case weekdayDate = "weekday date"
  case dateWeekday = "date weekday"
  /// Ten years: "the 1990s", "les années 90"; of a century that is said ("the fifties of the 19th century"), or
  /// of a constant (`decade 90`, `decade 1980`).
  case decade
  case century
  /// A hundred years by their first: 1500-talet. `hundred 1900` takes figures up to that one so, and decades above it.
  case hundred
  /// A year or century before our era: "44 BC".
  case beforeEra = "before era"
  case quarter
  case quarterYear = "quarter year"
  case halfYear = "half year"
  case weekOfYear = "week of year"
  case nthPeriod = "nth period"
  case lastPeriod = "last period"
  case nthWeekday = "nth weekday"
  case seasonYear = "season"
  case holidayYear = "holiday"
  case weekOf = "week of"
  case periodAround = "period of"
  case partOfDate = "part"
  /// The next such weekday after the article's day (`weekday 1`), the last before it (`weekday -1`).
  case weekdayShift = "weekday"
  case listed
  case fromMonth = "year of month"
  /// What is left of a period from the article's day on, and what has passed of it.
  case rest
  case soFar = "so far"
  /// "earlier this year", "later this week": the half that it names, on its side of the article's day.
  case earlier, later
  /// "the 21st of this month": a figure and a month that is said in words.
  case dayOf = "day of"
  /// "next month from the 4th to the 23rd".
  case daysOf = "days of"
  /// "two weeks starting 20 May".
  case lasting
  /// "Labor Day weekend": the holiday and the weekend that it touches.
  case weekendOf = "weekend of"
  /// The half (1, 2), the third (1, 2, 3, or -1 for the last) of whatever date is said, or else of the article's own
  /// month, week or year; so is ``halfYear``.
  case halfMonth = "half month"
  case halfWeek = "half week"
  case thirdMonth = "third month"
  case thirdYear = "third year"
  /// A year counted from an era: 令和3, 1442 AH, พ.ศ. 2564.
  case eraYear = "era year"
}

/// How months and years of other calendars than the Gregorian go through the grammar: a month is its number from 1 plus
/// a hundred times the calendar's code, an era either the Gregorian year before its first (Reiwa: 2018) or, where the
/// months differ too, ``eraBase`` plus the code.
public enum CalendarCode: Int, Sendable, CaseIterable {
  case islamic = 1
  case persian, hebrew

  public static let eraBase = 100_000.0

  /// Hijri dates by the calendar of Umm al-Qura, which the Gulf's press prints; a day elsewhere may be one off.
  public var system: CalendarSystem {
    switch self {
    case .islamic: .islamicUmmAlQura
    case .persian: .persian
    case .hebrew: .hebrew
    }
  }

  public init?(named name: String) {
    switch name {
    case "islamic": self = .islamic
    case "persian": self = .persian
    case "hebrew": self = .hebrew
    default: return nil
    }
  }
}
