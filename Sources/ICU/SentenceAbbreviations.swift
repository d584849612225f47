/// Which full stops end no sentence, in one language.
struct SentenceAbbreviations {
  /// What stands after a full stop.
  struct Next {
    var word: String
    /// `L'` of "L'armée": an apostrophe follows.
    var isElided: Bool

    var first: Unicode.Scalar? { word.unicodeScalars.first }
    var isLowercase: Bool { first?.properties.isLowercase ?? false }
    var isNumber: Bool { first?.properties.numericType != nil }
    var isAcronym: Bool {
      word.unicodeScalars.count > 1 && word.unicodeScalars.allSatisfy { $0.properties.isUppercase }
    }
  }

  private let language: String
  private let words: SentenceWords
  /// CLDR's own list, as written there, without the last full stop.
  private let suppressions: Set<String>
  /// Names of months and weekdays, lower-cased, without a full stop.
  private let calendarWords: Set<String>

  init(locale: String) {
    let language = String(locale.prefix { $0 != "_" && $0 != "-" && $0 != "@" })
    self.language = language
    words = SentenceWords.all[language] ?? SentenceWords()
    let dates = DateSymbols(locale: locale)
    calendarWords = Set(
      (dates.months.all + dates.weekdays.all).map { name in
        let name = name.name.lowercased()
        return name.hasSuffix(".") ? String(name.dropLast()) : name
      })
    let entries = LocaleData.entries(.breaks, locale: locale, table: "exceptions")
    suppressions = Set(
      entries.compactMap { entry in
        guard entry.path.hasPrefix("SentenceBreak"), entry.value.hasSuffix(".") else { return nil }
        return String(entry.value.dropLast())
      })
  }

  /// Whether a sentence goes on after `token` and a full stop.
  /// - Parameter isWholeSentence: nothing stands before the token: "1. The troops …" is one sentence with its number.
  func goesOn(after token: String, before next: Next, isWholeSentence: Bool) -> Bool {
    let lower = token.lowercased()
    let scalars = token.unicodeScalars
    let isNumber = scalars.allSatisfy { $0.properties.numericType != nil }
    if isWholeSentence && (isNumber || scalars.count == 1) && scalars.count <= 3 { return true }
    if words.titles.contains(lower) { return true }
    if isNumber { return scalars.count <= 3 && goesOnAfterOrdinal(before: next) }
    let isInitial =
      scalars.count == 1 && !(language == "en" && token == "I")
      && scalars.allSatisfy { !$0.properties.isLowercase && !$0.properties.isIdeographic && $0.properties.isAlphabetic }
    let isDotted = scalars.contains(".") && Self.isAcronym(token)
    let isCalendarWord = calendarWords.contains(lower)
    let isSuppressed = suppressions.contains(token) && !words.ordinary.contains(lower)
    let isKnown = isSuppressed || words.abbreviations.contains(lower) || isInitial || isDotted
    if next.isNumber { return isKnown || isCalendarWord || words.beforeNumbers.contains(lower) }
    if lower == "a.m" || lower == "p.m" { return next.isAcronym || calendarWords.contains(next.word.lowercased()) }
    return isKnown && !isCalendarWord && !begins(next)
  }

  /// "am 3. Oktober", "der 2. Weltkrieg": languages that write an ordinal with a full stop.
  private func goesOnAfterOrdinal(before next: Next) -> Bool {
    guard words.ordinals != .none, !next.isNumber else { return false }
    if calendarWords.contains(next.word.lowercased()) { return true }
    return words.ordinals == .beforeAnything && !begins(next)
  }

  /// Whether a word is one that many sentences begin with.
  private func begins(_ next: Next) -> Bool {
    words.starters.contains(next.word) || (next.isElided && next.word.unicodeScalars.count <= 2)
  }

  /// `U.S`, `a.m`, `EE.UU`, `J.-C`, `Ph.D`: short pieces between full stops.
  private static func isAcronym(_ token: String) -> Bool {
    token.split(separator: ".").allSatisfy { piece in
      let letters = piece.unicodeScalars.filter { $0 != "-" }
      return (1...2).contains(letters.count) && letters.allSatisfy { $0.properties.isAlphabetic }
    }
  }
}
