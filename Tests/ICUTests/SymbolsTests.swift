import Testing

@testable import ICU

@Suite struct SymbolsTests {
  @Test(arguments: [
    ("en", ".", ","), ("fr", ",", "\u{202F}"), ("de", ",", "."), ("es", ",", "."), ("ru", ",", "\u{A0}"),
    ("de_CH", ".", "’"), ("hi", ".", ","), ("zh", ".", ","), ("pt_BR", ",", "."), ("pl", ",", "\u{A0}"),
  ])
  func separators(_ locale: String, _ decimal: String, _ grouping: String) {
    let symbols = LocaleSymbols(locale: locale)
    #expect(symbols.standard.decimal == decimal)
    #expect(symbols.standard.grouping == grouping)
    #expect(symbols.standard.digits == Array("0123456789".unicodeScalars))
  }

  @Test func nativeDigitsHaveTheirOwnSeparators() {
    let arabic = LocaleSymbols(locale: "ar_IQ")
    #expect(arabic.native.numberingSystem == "arab")
    #expect(arabic.native.digits.first == "٠" && arabic.native.digits.last == "٩")
    #expect(arabic.native.decimal == "٫" && arabic.native.grouping == "٬")
    #expect(arabic.latin.decimal == "." && arabic.latin.numberingSystem == "latn")
    #expect(arabic.all.count == 2)
    let hindi = LocaleSymbols(locale: "hi")
    #expect(hindi.native.digits.first == "०")
    #expect(hindi.standard.groupSizes == (3, 2))
    #expect(LocaleSymbols(locale: "en").standard.groupSizes == (3, 3))
    #expect(LocaleSymbols(locale: "fa").standard.digits.first == "۰")
    #expect(LocaleSymbols(locale: "en").all.count == 1)
  }

  @Test func unknownLocalesHaveSymbolsToo() {
    #expect(LocaleSymbols(locale: "xx").standard.digits.count == 10)
    #expect(LocaleSymbols(locale: "").standard.digits.count == 10)
    #expect(LocaleSymbols(locale: "not a locale at all!").latin.decimal == ".")
  }

  @Test func localesAreListed() {
    #expect(Locales.available.count > 500)
    #expect(Locales.available.contains("zh_Hant_TW"))
    #expect(Locales.languages.contains("sw") && !Locales.languages.contains("en_GB"))
    #expect(Locales.name(of: "fr", in: "en") == "French")
    #expect(Locales.name(of: "de", in: "fr") == "allemand")
  }

  @Test(arguments: [
    (5200.0, "en", "5,200"), (2.5, "en", "2.5"), (0.125, "en", "0.125"), (-3, "en", "-3"),
    (1_234_567.891_4, "en", "1,234,567.891"),
    (5200, "de", "5.200"), (5200, "es", "5.200"), (5200, "fr", "5\u{202F}200"), (12_345_678, "hi", "1,23,45,678"),
    (0, "en", "0"),
  ])
  func numbersForReaders(_ number: Double, _ locale: String, _ expected: String) {
    #expect(NumberFormat(locale: locale).format(number) == expected)
  }

  @Test func halvesAreRoundedAway() {
    let whole = NumberFormat(locale: "en", decimals: 0, grouping: false)
    #expect(whole.format(2.5) == "3" && whole.format(3.5) == "4" && whole.format(-2.5) == "-3")
    #expect(whole.format(5200) == "5200")
    #expect(NumberFormat(locale: "en").format(.infinity) == "∞")
  }
}

@Suite struct NumberSpellerTests {
  private func spell(_ number: Int, _ locale: String, _ rules: String) -> String? {
    NumberSpeller(locale: locale).spell(number, ruleSet: rules)
  }

  @Test(arguments: [
    ("en", "%spellout-numbering", 2021, "two thousand twenty-one"),
    ("en", "%spellout-numbering-verbose", 250, "two hundred and fifty"),
    ("en", "%spellout-ordinal", 21, "twenty-first"),
    ("fr", "%spellout-cardinal-masculine", 71, "soixante-et-onze"),
    ("fr", "%spellout-cardinal-feminine", 21, "vingt-et-une"),
    ("fr", "%spellout-ordinal-feminine", 1, "première"),
    ("de", "%spellout-cardinal-neuter", 1, "ein"),
    ("de", "%spellout-cardinal-feminine", 1, "eine"),
    ("es", "%spellout-cardinal-feminine", 500, "quinientas"),
    ("ru", "%spellout-cardinal-feminine", 2, "две"),
    ("ru", "%spellout-cardinal-masculine-genitive", 5, "пяти"),
    ("pl", "%spellout-cardinal-feminine", 2, "dwie"),
    ("pl", "%spellout-cardinal-masculine-genitive", 5, "pięciu"),
    ("ar", "%spellout-cardinal-feminine", 3, "ثلاثة"),
    ("ar", "%spellout-cardinal-masculine", 3, "ثلاثة"),
    ("hi", "%spellout-cardinal", 21, "इक्कीस"),
    ("zh", "%spellout-cardinal", 5200, "五千二百"),
    ("ja", "%spellout-cardinal", 2500, "二千五百"),
  ])
  func words(_ locale: String, _ rules: String, _ number: Int, _ expected: String) {
    let spelled = spell(number, locale, rules)
    #expect(spelled == expected, "\(NumberSpeller(locale: locale).ruleSets)")
  }

  @Test func softHyphensTellThePieces() {
    let german = spell(2500, "de", "%spellout-cardinal-masculine")
    #expect(german == "zwei\u{AD}tausend\u{AD}fünf\u{AD}hundert")
  }

  @Test func manyAtOnceAreTheSameAsOneByOne() throws {
    let speller = NumberSpeller(locale: "fr")
    let numbers = Array(0...200) + [1_000, 5_200, 1_000_000, -7]
    let many = try #require(speller.spell(numbers, ruleSet: "%spellout-cardinal-masculine"))
    #expect(many == numbers.map { speller.spell($0, ruleSet: "%spellout-cardinal-masculine") })
    #expect(Set(many).count == numbers.count)
  }

  @Test func fractionsAndSigns() {
    let english = NumberSpeller(locale: "en")
    #expect(english.spell(2.5, ruleSet: "%spellout-cardinal") == "two point five")
    #expect(english.spell(-2, ruleSet: "%spellout-cardinal") == "minus two")
    let ordinals = NumberSpeller(locale: "en", style: .ordinalSigns)
    #expect(ordinals.ruleSets.lazy.compactMap { ordinals.spell(22, ruleSet: $0) }.first == "22nd")
  }

  @Test func whatIsNotThereIsNil() {
    let english = NumberSpeller(locale: "en")
    #expect(english.spell(1, ruleSet: "%spellout-klingon") == nil)
    #expect(english.spell(1, ruleSet: "") == nil)
    #expect(english.hasWords)
    #expect(!NumberSpeller(locale: "xx").hasWords)
  }
}
