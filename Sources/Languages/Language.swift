import ICU
import Synchronization

/// A language as the extraction stages need it: its words, its grammar of numbers and dates, its habits.
///
/// Built once from ICU, CLDR and the language's own file, and never changed; languages without a file get their digits,
/// separators, months and weekdays from CLDR.
public final class Language: Sendable {
  /// BCP 47, as asked for: `fr`, `pt-BR`.
  public let tag: String
  /// The base language: `pt`.
  public let code: String
  /// Meanings of words and phrases.
  public let words: PhraseTrie<Sense>
  /// Patterns of quantities and dates.
  public let patterns: PhraseTrie<Production>
  /// Cuts text and knows the words that begin a phrase.
  public let lexer: Lexer
  /// Names of units, currencies, periods and holidays, by ``Sense/name``.
  public let names: [String]
  public let habits: Habits
  /// The language's own file, for the sections that later stages read.
  public let file: LanguageFile?

  /// How the language writes figures.
  public struct Habits: Sendable {
    /// What stands between whole and fraction: `.` or `,` or `٫`.
    public var decimal: UInt32 = 0x2E
    /// What stands between groups of digits, folded: `,`, `.`, `'`, space.
    public var grouping: UInt32 = 0x2C
    /// 03/04/2021: day first or month first.
    public var dateOrder = DateOrder.dayMonthYear
    /// The language is written in countries of both orders, as English is.
    public var hasBothDateOrders = false
    /// Ordinals divide: "three fifths".
    public var ordinalsDivide = false
    /// "около тысячи" is about a thousand where "тысячи" alone is thousands.
    public var boundsTakeExact = false
    /// The language has an indefinite article: a third, where others say "third" for it.
    public var hasArticle = false
    /// What divides is the plural of an ordinal: "fifths", "quintos".
    public var pluralsDivide = false
    /// Ordinals are said of several: "vigésimo quinto", "dwudziesty pierwszy".
    public var ordinalsChain = false
    /// Scales go by ten thousands: 万, 億.
    public var countsMyriads = false
    /// 一万三 is 13,000: a last digit without a scale counts the tenth of the one before.
    public var lastDigitScales = false
    /// Words stand in one run with their particles and measures: Korean.
    public var writesParticles = false
    /// 만 명: ten thousand without a count before it.
    public var saysBareMyriads = false
    /// A year has its word behind it (年, 년): four digits without one count something.
    public var marksYears = false
    /// Months and weekdays begin with a capital: "may" is no month.
    public var capitalisesMonths = false
    /// Nouns begin with a capital.
    public var capitalisesNouns = false
    /// "5." is fifth.
    public var ordinalDot = false
    /// The finite verb comes second in a sentence, even behind a bare year: "1839 befand sich".
    public var verbIsSecond = false
    /// Whose months and years stand without more where the language is written: Persian for `fa`; nil for the Gregorian.
    public var calendar: CalendarCode?
    /// How far the years of its own era lie behind the Gregorian ones, where months are the same: 543 for Thai.
    public var yearOffset = 0
    /// Letters count days and years: ט״ו is 15.
    public var hasLetterNumerals = false
    /// A space may group digits, as in 5 200.
    public var groupsWithSpace: Bool { grouping == 0x20 }
  }

  init(
    tag: String, code: String, words: PhraseTrie<Sense>, patterns: PhraseTrie<Production>, lexer: Lexer,
    names: [String], habits: Habits, file: LanguageFile?
  ) {
    self.tag = tag
    self.code = code
    self.words = words
    self.patterns = patterns
    self.lexer = lexer
    self.names = names
    self.habits = habits
    self.file = file
  }

  /// A language that is there, or being built: who asks for it meanwhile waits.
  private final class Place: Sendable {
    private let language = Mutex<Language?>(nil)

    func language(_ tag: String) -> Language {
      language.withLock {
        if let known = $0 { return known }
        var builder = LanguageBuilder(tag: tag)
        let built = builder.build()
        $0 = built
        return built
      }
    }
  }

  private static let places = Mutex<[String: Place]>([:])

  /// The language of a tag, built at its first use.
  public static func of(_ tag: String) -> Language {
    let place = places.withLock { places in
      if let known = places[tag] { return known }
      let place = Place()
      places[tag] = place
      return place
    }
    return place.language(tag)
  }

  /// The base language of a BCP 47 tag, in lower case: `zh` of `zh-Hant-TW`.
  public static func base(of tag: String) -> String {
    String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
  }
}
