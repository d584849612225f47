/// Which full stops end no sentence, in one language.
struct SentenceAbbreviations {
  /// What a word is known as.
  private struct Roles: OptionSet {
    let rawValue: UInt8
    static let title = Roles(rawValue: 1)
    static let abbreviation = Roles(rawValue: 2)
    static let beforeNumber = Roles(rawValue: 4)
    /// The name of a month or a weekday, in full or cut short.
    static let calendar = Roles(rawValue: 8)
    /// Before or after noon.
    static let dayHalf = Roles(rawValue: 16)
  }

  private let isEnglish: Bool
  private let ordinals: SentenceWords.Ordinals
  private var roles: [SentenceHash: Roles] = [:]
  /// CLDR's own list, as written there.
  private var suppressions: Set<SentenceHash> = []
  private var starters: Set<SentenceHash> = []

  init(locale: String) {
    let language = String(locale.prefix { $0 != "_" && $0 != "-" && $0 != "@" })
    let words = SentenceWords.all[language] ?? SentenceWords()
    isEnglish = language == "en"
    ordinals = words.ordinals
    func learn(_ list: some Sequence<String>, _ role: Roles) {
      for word in list { roles[SentenceHash(folded: word), default: []].insert(role) }
    }
    learn(words.titles, .title)
    learn(words.abbreviations, .abbreviation)
    learn(words.beforeNumbers, .beforeNumber)
    learn(["a.m", "p.m"], .dayHalf)
    let dates = DateSymbols(locale: locale)
    learn((dates.months.all + dates.weekdays.all).map { Self.withoutStop($0.name) }, .calendar)
    starters = Set(words.starters.map { SentenceHash(written: $0) })
    LocaleData.forEachEntry(.breaks, locale: locale, table: "exceptions") { path, value in
      guard path.starts(with: "SentenceBreak".utf8), value.last == UInt8(ascii: ".") else { return }
      let word = String(decoding: value.dropLast(), as: UTF8.self)
      if !words.ordinary.contains(word.lowercased()) { suppressions.insert(SentenceHash(written: word)) }
    }
  }

  /// Whether a sentence goes on after `token` and a full stop.
  /// - Parameter isWholeSentence: nothing stands before the token: "1. The troops …" is one sentence with its number.
  func goesOn(after token: SentenceToken, before next: SentenceToken, isWholeSentence: Bool) -> Bool {
    if isWholeSentence && (token.isNumber || token.length == 1) && token.length <= 3 { return true }
    let role = roles[token.folded] ?? []
    // "1,90 m. Il joue", "12 mm. Le": after a figure, what looks like a title is a unit.
    if role.contains(.title), !token.followsNumber, token.length > 1 || !token.beginsLowercase { return true }
    if token.isNumber { return token.length <= 3 && goesOnAfterOrdinal(before: next) }
    if role.contains(.dayHalf) { return next.isNumber || next.isCapitals || isCalendarWord(next) }
    let isKnown =
      role.contains(.abbreviation) || token.isAcronym || isInitial(token) || suppressions.contains(token.written)
    if next.isNumber { return isKnown || !role.isDisjoint(with: [.calendar, .beforeNumber]) }
    return isKnown && !role.contains(.calendar) && !begins(next)
  }

  /// "am 3. Oktober", "der 2. Weltkrieg": languages that write an ordinal with a full stop.
  private func goesOnAfterOrdinal(before next: SentenceToken) -> Bool {
    guard ordinals != .none, !next.isNumber else { return false }
    return isCalendarWord(next) || (ordinals == .beforeAnything && !begins(next))
  }

  /// One letter that is no small one; the English pronoun is none.
  private func isInitial(_ token: SentenceToken) -> Bool {
    guard token.length == 1, !(isEnglish && token.first == "I") else { return false }
    let properties = token.first.properties
    return properties.isAlphabetic && !properties.isLowercase && !properties.isIdeographic
  }

  private func isCalendarWord(_ token: SentenceToken) -> Bool { roles[token.folded]?.contains(.calendar) ?? false }

  /// Whether a word is one that many sentences begin with.
  private func begins(_ next: SentenceToken) -> Bool {
    (next.isElided && next.length <= 2) || starters.contains(next.written)
  }

  private static func withoutStop(_ name: String) -> String { name.hasSuffix(".") ? String(name.dropLast()) : name }
}
