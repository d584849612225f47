import ICU

/// Builds a ``Language`` from ICU, CLDR, the file that all languages share and the language's own.
struct LanguageBuilder {
  let tag: String
  let code: String
  private let file: LanguageFile?
  private let tables: CharacterTables
  private var compiler: PhraseCompiler
  private var words = PhraseTrieBuilder<Sense>()
  private var patterns = PhraseTrieBuilder<Production>()
  private var names: [String] = []
  private var ordinalsChain = false
  private var nameNumbers: [String: Int32] = [:]
  private var monthOpenings: Set<String> = []
  /// What CLDR takes for a unit or a month, and the language's readers don't.
  private let dropped: Set<String>
  private let calendars: [CalendarSystem: DateSymbols]

  init(tag: String) {
    self.tag = tag
    code = Language.base(of: tag)
    file = LanguageFile.of(code)
    tables = CharacterTables.shared.keeping(file?.value("letters") ?? "")
    compiler = PhraseCompiler(tables: tables)
    dropped = Set(file?.list("not-units") ?? [])
    let locale = code
    calendars = Dictionary(
      uniqueKeysWithValues: [.gregorian, .islamicUmmAlQura, .persian].map {
        ($0, DateSymbols(locale: locale, calendar: $0))
      })
    compiler.splitsSyllables = file?.value("syllables") == "true"
    if file?.value("characters") == "both" { compiler.forms = HanForms.simplified }
  }

  mutating func build() -> Language {
    let together = file?.value("together") == "true"
    // Spelling out thousands of numbers is a third of the work, and waits for nothing else.
    let spelling = spellNumbers(together: together)
    addCalendar()
    addUnits()
    for file in [LanguageFile.common, file].compactMap({ $0 }) {
      addWords(of: file)
      addPatterns(of: file)
    }
    for calendar in CalendarCode.allCases { addMonths(of: calendar) }
    addEras()
    addNumbers(spelling.wait(), together: together)
    var options = Lexer.Options()
    options.splitsCompounds = together
    let ands = Set((file?.list("and") ?? []).flatMap { compiler.words(of: $0) })
    options.clitics = (file?.list("clitics") ?? []).flatMap { compiler.words(of: $0) }.filter { !$0.isEmpty }.map {
      Lexer.Clitic(scalars: $0, isOpening: ands.contains($0))
    }
    options.splitsSyllables = compiler.splitsSyllables
    compiler.vocabulary.addForms(compiler.forms)
    return Language(
      tag: tag, code: code, words: words.build(), patterns: patterns.build(),
      lexer: Lexer(vocabulary: compiler.vocabulary.build(), options: options, tables: tables), names: names,
      habits: habits(),
      file: file)
  }

  private func habits() -> Language.Habits {
    var habits = Language.Habits()
    let symbols = LocaleSymbols(locale: tag).standard
    let folding = Folding.shared
    if let decimal = symbols.decimal.unicodeScalars.first { habits.decimal = folding.fold(decimal.value) }
    if let grouping = symbols.grouping.unicodeScalars.first { habits.grouping = folding.fold(grouping.value) }
    habits.dateOrder = (tag == code ? self.symbols(.gregorian) : DateSymbols(locale: tag)).order
    habits.boundsTakeExact = file?.value("bounds-take-exact") == "true"
    habits.hasArticle = file?.list("article").isEmpty == false
    habits.pluralsDivide = file?.list("divisor-plural").isEmpty == false
    habits.capitalisesNouns = file?.value("capitalises-nouns") == "true"
    habits.ordinalsChain = ordinalsChain || file?.value("ordinals-chain") == "true"
    habits.ordinalsDivide = file?.value("ordinals-divide") == "true"
    habits.capitalisesMonths = file?.value("capitalises-months") == "true"
    habits.countsMyriads = file?.value("myriads") == "true"
    habits.lastDigitScales = file?.value("last-digit-scales") == "true"
    habits.writesParticles = compiler.splitsSyllables
    habits.saysBareMyriads = file?.value("bare-myriads") == "true"
    habits.marksYears = file?.value("marks-years") == "true"
    habits.hasBothDateOrders = tag == code && file?.value("date-orders") == "both"
    habits.ordinalDot = file?.value("ordinal-dot") == "true"
    habits.verbIsSecond = ["de", "nl", "sv", "da", "nb", "nn", "no", "fy", "lb", "af", "is"].contains(code)
    habits.calendar = CalendarNames.own(of: code)
    habits.yearOffset = code == "th" ? 543 : 0
    habits.hasLetterNumerals = code == "he" || code == "yi"
    return habits
  }

  /// What CLDR has of a calendar; of those asked for more than once, opened once.
  private func symbols(_ calendar: CalendarSystem) -> DateSymbols {
    calendars[calendar] ?? DateSymbols(locale: code, calendar: calendar)
  }

  private mutating func name(_ name: String) -> Int32 {
    if let number = nameNumbers[name] { return number }
    let number = Int32(names.count)
    names.append(name)
    nameNumbers[name] = number
    return number
  }

  private mutating func add(_ phrase: String, _ sense: Sense, piece: Bool = false) {
    compiler.compile(phrase, piece: piece)
    for reading in 0..<compiler.readings { words.insert(compiler[reading], sense) }
  }

  // MARK: Spelled-out numbers

  private func spellNumbers(together: Bool) -> SideWork<NumberVocabulary> {
    let locales = [code] + (file?.list("spelling") ?? [])
    let ordinals = file?.list("ordinal-prefixes").isEmpty != false
    return SideWork {
      var spellings = NumberVocabulary(together: together)
      for locale in locales { spellings.read(locale: locale, ordinals: ordinals) }
      return spellings
    }
  }

  /// The numbers that RBNF spells: the first meanings of their words, whatever else these mean.
  private mutating func addNumbers(_ spellings: NumberVocabulary, together: Bool) {
    let countsMyriads = file?.value("myriads") == "true"
    ordinalsChain = spellings.ordinalsChain
    // Where ordinals are spelled with the words for counting (Arabic خمسة آلاف), these count.
    var counting = KeyTable<Void>()
    for word in spellings.words where word.category == .atom || word.category == .multiplier {
      _ = counting.insert(word.hash)
    }
    let notNumbers = Set(file?.list("not-numbers") ?? [])
    let clitics = file?.list("clitics") ?? []
    let ands = (file?.list("and") ?? []).filter { clitics.contains($0) }
    for word in spellings.words {
      if word.category == .ordinalMultiplier || word.category == .ordinalAtom, counting.contains(word.hash) { continue }
      if !notNumbers.isEmpty, notNumbers.contains(word.text) { continue }
      // Where each place has a word, ten is a scale like hundred: 二十五 is 二, 十, 五.
      if countsMyriads, word.category == .atom, word.value > 10 { continue }
      let text = ands.isEmpty ? word.text : cutAnd(word.text, ands, counting)
      compiler.compileWords(text, piece: together)
      let sense = Sense(word.category, value: word.value)
      for reading in 0..<compiler.readings { words.insertFirst(compiler[reading], sense) }
    }
    addDivisors(of: spellings.words, together: together)
  }

  /// RBNF's ثلاثة وعشرون holds an "and" that is written onto the next word: as the lexer cuts it, ثلاثة و عشرون.
  private func cutAnd(_ text: String, _ ands: [String], _ counting: KeyTable<Void>) -> String {
    guard text.contains(" ") else { return text }
    let words = text.split(separator: " ").enumerated().map { index, word in
      guard index > 0, let and = ands.first(where: { word.hasPrefix($0) }),
        counting.contains(NumberVocabulary.hash(word.dropFirst(and.count).utf8))
      else { return String(word) }
      return and + " " + word.dropFirst(and.count)
    }
    return words.joined(separator: " ")
  }

  /// "fifths", "quintos", "veinteavos": what divides is an ordinal in the plural, or a cardinal with an ending.
  private mutating func addDivisors(of spelled: [NumberVocabulary.Word], together: Bool) {
    let plurals = (file?.list("divisor-plural") ?? []).map { rule in
      rule.split(separator: ">").count == 2 ? rule.split(separator: ">").map(String.init) : ["", rule]
    }
    let endings = file?.list("divisor-endings") ?? []
    guard !plurals.isEmpty || !endings.isEmpty else { return }
    for word in spelled where word.value > 2 {
      var forms: [String] = []
      switch word.category {
      case .ordinalAtom, .ordinalMultiplier:
        for rule in plurals where word.text.hasSuffix(rule[0]) {
          forms.append(word.text.dropLast(rule[0].count) + rule[1])
        }
      case .atom where word.value > 10 && !word.text.contains(" "):
        for ending in endings {
          forms.append(word.text + ending)
          // treinta, treintavo
          if word.text.last == ending.first { forms.append(word.text.dropLast() + ending) }
        }
      default: continue
      }
      for form in forms {
        compiler.compileWords(form, piece: together)
        for reading in 0..<compiler.readings {
          words.insertFirst(compiler[reading], Sense(.divisor, value: word.value))
        }
      }
    }
  }

  // MARK: Months and weekdays

  private mutating func addCalendar() {
    let symbols = symbols(.gregorian)
    for (names, category) in [(symbols.months, Category.month), (symbols.weekdays, Category.weekday)] {
      for (number, form) in names.all {
        // One letter is no name, and a name with a figure in it ("1月") is read as a figure and a word.
        guard form.unicodeScalars.count > 1 || form.unicodeScalars.contains(where: { $0.value > 0x2E80 }),
          form.unicodeScalars.allSatisfy({ Digits.value(of: $0.value) == nil })
        else { continue }
        // 日 and 월 are days of the week between brackets only, and the sun and the moon everywhere else.
        if category == .weekday, form.unicodeScalars.count == 1 { continue }
        if isDropped(form) { continue }
        addAbbreviation(form, Sense(category, value: Double(number)))
      }
    }
    addDatePatterns(symbols)
  }

  private mutating func addDatePatterns(_ symbols: DateSymbols) {
    let dates = DatePatterns(locale: symbols.locale, symbols: symbols)
    for (action, phrase) in dates.phrases {
      compiler.compile(phrase)
      for reading in 0..<compiler.readings { patterns.insert(compiler[reading], Production(action)) }
    }
    for (number, form) in symbols.months.all where form.unicodeScalars.count > 1 {
      let month = Sense(.month, value: Double(number))
      for ending in dates.monthEndings { add(form + ending, month) }
      for opening in dates.monthOpenings { add(opening + form, month) }
    }
    monthOpenings = dates.monthOpenings
    for (number, form) in symbols.weekdays.all where form.unicodeScalars.count > 1 {
      for ending in dates.weekdayEndings { add(form + ending, Sense(.weekday, value: Double(number))) }
    }
  }

  // MARK: Other calendars

  /// The months of a calendar, under its code. What names a Gregorian month too (Turkish nisan) stays that.
  private mutating func addMonths(of calendar: CalendarCode) {
    for (number, form) in CalendarNames.months(of: symbols(calendar.system)) {
      addMonth(form, calendar, number)
      for opening in monthOpenings { addMonth(opening + form, calendar, number) }
    }
    for (value, phrases) in file?.section("months-\(calendar)").entries ?? [] {
      guard let number = Int(value) else { continue }
      for phrase in phrases { addMonth(phrase, calendar, number) }
    }
  }

  private mutating func addMonth(_ phrase: String, _ calendar: CalendarCode, _ number: Int) {
    let sense = Sense(.month, value: Double(calendar.rawValue * 100 + number))
    compiler.compile(phrase)
    for reading in 0..<compiler.readings {
      words.insertNew(compiler[reading], sense, unless: { $0.category == .month && $0.value < 100 })
    }
  }

  private mutating func addEras() {
    for era in CalendarNames.eras(locale: code, symbols: symbols) {
      add(era.name, Sense(.era, value: era.value, exact: era.isExact ? ExactHash.of(era.name) : 0))
    }
    for (key, phrases) in file?.section("eras").entries ?? [] {
      let value = CalendarCode(named: key).map { CalendarCode.eraBase + Double($0.rawValue) } ?? Double(key)
      guard let value else { continue }
      for phrase in phrases {
        // AD and CE in capitals; "ad" is a word.
        let isShort = phrase.utf8.count <= 4 && phrase.utf8.allSatisfy { $0 < 0x80 } && !phrase.contains("(")
        add(phrase, Sense(.era, value: value, exact: isShort ? ExactHash.of(phrase) : 0))
      }
    }
  }

  /// An abbreviation is known with its full stop and without.
  private mutating func addAbbreviation(_ form: String, _ sense: Sense) {
    add(form, sense)
    if Self.endsInFullStop(form) { add(String(form.dropLast()), sense) }
  }

  private static func endsInFullStop(_ text: String) -> Bool { text.utf8.last == UInt8(ascii: ".") }

  /// A word of the language's own file, which takes the place of what CLDR knows under the same spelling.
  private mutating func addOwn(_ phrase: String, _ sense: Sense) {
    let isNaming = sense.category == .unit || sense.category == .currency || sense.category == .period
    for text in Self.endsInFullStop(phrase) ? [phrase, String(phrase.dropLast())] : [phrase] {
      compiler.compile(text)
      for reading in 0..<compiler.readings {
        words.insert(compiler[reading], sense) { other in
          isNaming && [.unit, .currency, .period].contains(other.category) && other.category == sense.category
            && other.name != sense.name
        }
      }
    }
  }

  // MARK: Units and currencies

  private mutating func addUnits() {
    for form in UnitNames.forms(locale: code) {
      guard !form.isPrefix, form.opening.isEmpty, form.count == nil, form.width != .narrow, !isDropped(form.text) else {
        continue
      }
      let length = form.text.unicodeScalars.count
      let category: Category
      switch form.unit {
      case "percent": category = .percent
      case _ where PeriodName.durations.contains(form.unit): category = .period
      default: category = .unit
      }
      // Single letters are too many things; the few that newspapers write stand here and in the language files.
      guard length > 1 || !Self.isLetters(form.text) || "mgl".contains(form.text) && category == .unit else { continue }
      let sense = Sense(category, name: name(form.unit), exact: length <= 4 ? ExactHash.of(form.text) : 0)
      addAbbreviation(form.text, sense)
    }
    for form in CurrencyNames.forms(locale: code) where !isDropped(form.text) {
      switch form.kind {
      case .code:
        add(form.text, Sense(.currency, name: name(form.code), exact: ExactHash.of(form.text)))
        // 30 MUSD
        let millions = "M" + form.text
        add(millions, Sense(.currency, value: 1_000_000, name: name(form.code), exact: ExactHash.of(millions)))
      case .symbol, .narrowSymbol, .otherSymbol:
        // "km", "kr", "ft", "F": letters alone are a language's own business.
        if !Self.isLetters(form.text) { addAbbreviation(form.text, Sense(.currency, name: name(form.code))) }
      default: addAbbreviation(form.text, Sense(.currency, name: name(form.code)))
      }
    }
  }

  /// Letters of a script that parts its words, and full stops: no sign that says money by itself.
  private static func isLetters(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { ($0.properties.isAlphabetic && $0.value < 0x2E80) || $0 == "." }
  }

  private func isDropped(_ text: String) -> Bool {
    !dropped.isEmpty && dropped.contains(text)
  }

  // MARK: The language's own file

  private mutating func addWords(of file: LanguageFile) {
    for (key, category) in WordSection.byNumber {
      for (value, phrases) in file.section(key).entries {
        guard let number = Double(value) else { continue }
        for phrase in phrases { addNumberWord(phrase, Sense(category, value: number)) }
      }
    }
    for (key, category) in WordSection.byName {
      for (value, phrases) in file.section(key).entries {
        // "SEK 1000000: [Mkr]": a name that says so many of it.
        let words = value.split(separator: " ")
        let scale = words.count == 2 ? Double(words[1]) ?? 0 : 0
        let name = name(scale > 0 ? String(words[0]) : value)
        for phrase in phrases { addOwn(phrase, Sense(category, value: scale, name: name)) }
      }
    }
    for (key, category) in WordSection.lists {
      for phrase in file.list(key) { add(phrase, Sense(category)) }
    }
    // Endings of compounds, known to the lexer and to patterns: "jährige" of "zweijährige".
    for phrase in file.list("pieces") { compiler.compile(phrase, piece: true) }
    for (range, phrases) in file.section("vague").entries {
      let ends = range.split(separator: "-").compactMap { Double($0) }
      guard ends.count == 2 else { continue }
      for phrase in phrases { add(phrase, Sense(.multiplier, value: ends[0], high: ends[1])) }
    }
  }

  private mutating func addNumberWord(_ phrase: String, _ sense: Sense) {
    compiler.compileNumber(phrase) { Self.isPiece($0, sense.category) }
    for reading in 0..<compiler.readings { words.insert(compiler[reading], sense) }
  }

  /// Cardinals are pieces of compounds word by word, ranks and divisors only where they are one word.
  private static func isPiece(_ text: UnsafeBufferPointer<UInt8>, _ category: Category) -> Bool {
    switch category {
    case .atom, .multiplier: true
    case .ordinalAtom, .ordinalMultiplier, .divisor: !text.contains(UInt8(ascii: " "))
    default: false
    }
  }

  private mutating func addPatterns(of file: LanguageFile) {
    for section in ["quantities", "durations", "dates"] {
      for (key, phrases) in file.section(section).entries {
        guard let production = self.production(key) else { continue }
        for phrase in phrases {
          compiler.compile(phrase)
          for reading in 0..<compiler.readings { patterns.insert(compiler[reading], production) }
        }
      }
    }
  }

  /// What the actions count that are named by their unit.
  private static let units: [Action: String] = [
    .minutes: "minute", .hours: "hour", .days: "day", .weeks: "week", .months: "month", .years: "year",
  ]

  /// `day -1` → the action "day" with the constant −1; `in season summer` has a name, `whole 2 day` both.
  mutating func production(_ key: String) -> Production? {
    if let action = Action(rawValue: key) { return Production(action) }
    guard let space = key.lastIndex(of: " ") else { return nil }
    let argument = String(key[key.index(after: space)...])
    guard let action = Action(rawValue: String(key[..<space])) else {
      guard Double(argument) == nil, var production = production(String(key[..<space])), production.name < 0 else {
        return nil
      }
      production.name = name(argument)
      return production
    }
    if let value = Double(argument) {
      return Production(action, value: value, name: Self.units[action].map { name($0) } ?? -1)
    }
    return Production(action, name: name(argument))
  }
}

/// Which sections of a language file hold words, and of what category.
enum WordSection {
  static let byNumber: [(String, Category)] = [
    ("numbers", .atom), ("multipliers", .multiplier), ("ordinals", .ordinalAtom), ("fractions", .divisor),
    ("scale-suffixes", .scaleSuffix), ("months", .month), ("weekdays", .weekday), ("parts", .part),
    ("subunits", .subunit),
    ("ordinal-multipliers", .ordinalMultiplier),
  ]
  static let byName: [(String, Category)] = [
    ("units", .unit), ("currencies", .currency), ("periods", .period), ("seasons", .season), ("holidays", .holiday),
  ]
  static let lists: [(String, Category)] = [
    ("and", .and), ("point", .point), ("minus", .minus), ("article", .article), ("nobody", .nobody),
    ("ordinal-suffixes", .ordinalSuffix), ("ordinal-prefixes", .ordinalPrefix), ("labels", .label),
    ("plain", .plain), ("glue", .glue), ("function", .function), ("percent", .percent), ("clock", .clock),
    ("comparison", .comparison), ("counters", .counter),
    ("attributive", .attributive),
  ]
}

/// Calendar units, by their CLDR names.
public enum PeriodName {
  public static let durations: Set<String> = [
    "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "weekend",
    "fortnight", "night", "millisecond", "microsecond", "nanosecond",
  ]
}
