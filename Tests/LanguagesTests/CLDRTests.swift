import ICU
import Testing

@testable import Languages

@Suite struct CLDRUnitTests {
  @Test(arguments: [
    ("fr", "kilometer", "kilomètres"), ("fr", "square-kilometer", "kilomètres carrés"), ("fr", "hour", "heures"),
    ("fr", "percent", "pour cent"),
    ("en", "kilometer", "kilometers"), ("en", "mile-per-hour", "miles per hour"), ("en", "foot", "foot"),
    ("en", "kilogram", "kg"),
    ("en_GB", "kilometer", "kilometres"), ("en_GB", "kilometer", "kilometers"),
    ("de", "meter", "Metern"), ("de", "ton", "Short Tons"), ("de", "celsius", "°C"),
    ("ru", "kilometer", "километров"), ("ru", "kilometer", "километрами"), ("ru", "kilometer", "км"),
    ("ru", "square-meter", "квадратных метра"),
    ("ar", "day", "يومًا"), ("ar", "kilometer", "كيلومتر"), ("hi", "kilogram", "किलोग्राम"), ("hi", "meter", "मीटर"),
    ("zh", "kilometer", "公里"), ("zh", "square-kilometer", "平方公里"), ("ja", "kilometer", "キロメートル"),
    ("ja", "kilometer", "km"),
    ("es_MX", "kilometer", "kilómetros"), ("xx", "kilometer", "km"), ("", "meter", "m"), ("iw", "hour", "שעות"),
  ])
  func forms(_ locale: String, _ unit: String, _ text: String) {
    let forms = UnitNames.forms(locale: locale).filter { $0.unit == unit }
    #expect(
      forms.contains { $0.text == text && !$0.isPrefix && $0.opening.isEmpty && $0.count == nil },
      "\(forms.map(\.text))")
  }

  @Test func widthsAreTheFirstThatHasTheForm() {
    let forms = UnitNames.forms(locale: "en").filter { $0.unit == "kilometer" }
    #expect(forms.first { $0.text == "kilometers" }?.width == .long)
    #expect(forms.first { $0.text == "km" }?.width == .short)
  }

  @Test func formsAroundTheFigureAndWithoutOne() {
    let japanese = UnitNames.forms(locale: "ja").filter { $0.unit == "kilometer-per-hour" }
    #expect(japanese.contains { $0.text == "キロメートル" && $0.opening == "時速" })
    let hebrew = UnitNames.forms(locale: "he").filter { $0.unit == "hour" }
    #expect(hebrew.contains { $0.text == "שעתיים" && $0.count == 2 })
    let arabic = UnitNames.forms(locale: "ar").filter { $0.unit == "day" }
    #expect(arabic.contains { $0.text == "يومان" && $0.count == 2 })
  }

  /// No form is empty, comes twice, or still has the place of the figure in it; every unit that is named is one.
  @Test(arguments: [
    "fr", "en", "de", "ru", "ar", "hi", "zh", "ja", "pl", "ko", "th", "sw", "he", "fa", "tr", "cs", "fi",
  ])
  func allForms(_ locale: String) {
    let forms = UnitNames.forms(locale: locale)
    #expect(forms.count > 200)
    for form in forms {
      #expect(!form.text.isEmpty && !form.text.contains("{") && !form.opening.contains("{"), "\(form)")
      #expect(form.text.first != " " && form.text.last != "\u{A0}" && form.text.last != " ", "\(form)")
      #expect(UnitConversion.base(of: form.unit) != nil, "\(form.unit)")
    }
    #expect(
      Set(forms.map { "\($0.unit)|\($0.text)|\($0.isPrefix)|\($0.opening)|\($0.count ?? -1)" }).count == forms.count)
    #expect(!forms.contains { $0.unit == "item" || $0.unit == "point" })
  }
}

@Suite struct CLDRUnitConversionTests {
  /// Exact by the definitions of the units (NIST SP 811, appendix B).
  @Test(arguments: [
    (1, "inch", "millimeter", 25.4), (1, "mile", "kilometer", 1.609344), (1, "nautical-mile", "meter", 1852),
    (1, "acre", "square-meter", 4046.8564224),
    (1, "hectare", "square-meter", 10_000), (1, "pound", "kilogram", 0.45359237), (1, "ton", "pound", 2000),
    (1, "tonne", "kilogram", 1000),
    (1, "metric-ton", "kilogram", 1000), (1, "gallon", "liter", 3.785411784), (1, "gallon-imperial", "liter", 4.54609),
    (1, "barrel", "gallon", 42),
    (100, "celsius", "fahrenheit", 212), (32, "fahrenheit", "celsius", 0), (0, "kelvin", "celsius", -273.15),
    (-40, "celsius", "fahrenheit", -40),
    (36, "kilometer-per-hour", "meter-per-second", 10), (1, "knot", "kilometer-per-hour", 1.852),
    (60, "mile-per-hour", "kilometer-per-hour", 96.56064),
    (1, "kilowatt-hour", "joule", 3_600_000), (1, "megawatt-hour", "kilowatt-hour", 1000),
    (1, "gigawatt", "kilowatt", 1_000_000),
    (1, "bar", "pascal", 100_000), (1, "hectopascal", "millibar", 1), (1, "atmosphere", "hectopascal", 1013.25),
    (1, "byte", "bit", 8),
    (1, "gigabyte", "megabyte", 1000), (2, "week", "day", 14), (2, "year", "month", 24), (1, "century", "decade", 10),
    (90, "minute", "hour", 1.5),
    (5, "percent", "permille", 50), (1, "foot", "inch", 12), (180, "degree", "revolution", 0.5),
    (1, "kilohertz", "hertz", 1000),
    (1, "square-mile", "square-kilometer", 2.589988110336), (1, "cubic-meter", "liter", 1000),
    (1, "milliliter", "cubic-centimeter", 1),
    (5, "liter-per-100-kilometer", "liter-per-kilometer", 0.05), (7, "meter", "meter", 7),
    (1, "pound-force-per-square-inch", "pascal", 6894.757293168),
  ])
  func conversions(_ value: Double, _ from: String, _ to: String, _ expected: Double) throws {
    let result = try #require(UnitConversion.convert(value, from: from, to: to))
    #expect(abs(result - expected) <= max(abs(expected), 1) * 1e-9, "\(result)")
    let back = try #require(UnitConversion.convert(result, from: to, to: from))
    #expect(abs(back - value) <= max(abs(value), 1) * 1e-9)
  }

  @Test func reciprocals() throws {
    let consumption = try #require(UnitConversion.convert(30, from: "mile-per-gallon", to: "liter-per-100-kilometer"))
    #expect(abs(consumption - 7.8404861) < 1e-6)
    #expect(UnitConversion.convert(0, from: "mile-per-gallon", to: "liter-per-100-kilometer") == nil)
  }

  @Test func differentThingsDoNotConvert() {
    for (from, to) in [
      ("meter", "kilogram"), ("month", "day"), ("square-meter", "liter-per-100-kilometer"), ("meter", "square-meter"),
      ("lumen", "candela"),
      ("meter", "klafter"), ("", "meter"), ("per", "per"), ("meter-per", "meter-per"), ("-", "-"),
      ("square-", "square-"),
    ] {
      #expect(UnitConversion.convert(1, from: from, to: to) == nil, "\(from) \(to)")
    }
    #expect(UnitConversion.convert(1, from: "klafter", to: "klafter") == nil)
  }

  @Test func dimensions() {
    for (unit, dimension) in [
      ("foot", "length"), ("hectare", "area"), ("liter", "volume"), ("fahrenheit", "temperature"), ("knot", "speed"),
      ("kilowatt-hour", "energy"),
      ("watt", "power"), ("newton", "force"), ("pascal", "pressure"), ("gigabyte", "digital"), ("hour", "duration"),
      ("month", "year-duration"),
      ("percent", "portion"), ("liter-per-100-kilometer", "consumption"), ("hertz", "frequency"), ("volt", "voltage"),
      ("degree", "angle"),
    ] {
      #expect(UnitConversion.base(of: unit)?.dimension == dimension, "\(unit)")
    }
    #expect(UnitConversion.base(of: "foot")?.factor == 0.3048)
    #expect(UnitConversion.base(of: "celsius")?.offset == 273.15)
  }
}

@Suite struct CLDRCurrencyTests {
  private func has(_ locale: String, _ code: String, _ text: String, _ kind: CurrencyForm.Kind) -> Bool {
    CurrencyNames.forms(locale: locale).contains(CurrencyForm(code: code, text: text, kind: kind))
  }

  @Test(arguments: [
    ("fr", "USD", "dollars des États-Unis", CurrencyForm.Kind.pluralName), ("fr", "USD", "$US", .symbol),
    ("fr", "USD", "$", .narrowSymbol),
    ("fr", "EUR", "euros", .pluralName), ("fr", "FRF", "francs français", .pluralName),
    ("en", "USD", "$", .symbol), ("en", "GBP", "£", .symbol), ("en", "EUR", "EUR", .code),
    ("en", "EUR", "euros", .pluralName), ("en", "CAD", "CA$", .symbol),
    ("en_CA", "CAD", "$", .symbol), ("en_CA", "USD", "US$", .symbol), ("en_CA", "USD", "US dollars", .pluralName),
    ("de", "EUR", "€", .symbol), ("de", "DEM", "Deutsche Mark", .name), ("ru", "RUB", "₽", .symbol),
    ("ru", "RUB", "российских рублей", .pluralName),
    ("ar", "IQD", "دينار عراقي", .name), ("hi", "INR", "₹", .symbol), ("zh", "CNY", "¥", .symbol),
    ("zh", "USD", "美元", .name),
    ("ja", "JPY", "￥", .symbol), ("ja", "JPY", "円", .pluralName), ("xx", "EUR", "€", .symbol),
  ])
  func forms(_ locale: String, _ code: String, _ text: String, _ kind: CurrencyForm.Kind) {
    #expect(has(locale, code, text, kind), "\(CurrencyNames.forms(locale: locale).filter { $0.code == code })")
  }

  @Test func oneSymbolForEachCurrency() {
    let forms = CurrencyNames.forms(locale: "en_CA")
    #expect(forms.filter { $0.code == "USD" && $0.kind == .symbol }.map(\.text) == ["US$"])
    #expect(Set(forms).count == forms.count)
    #expect(!forms.contains { $0.code == "XXX" || $0.code == "ADP" })
    #expect(forms.filter { $0.text == "$" && $0.kind == .narrowSymbol }.count > 10)
    #expect(CurrencyNames.forms(locale: "fr") == CurrencyNames.forms(locale: "fr"))
  }
}

@Suite struct CLDRRegionTests {
  @Test(arguments: [
    ("en", "US", "United States"), ("en", "US", "US"), ("en", "GB", "UK"), ("en", "IQ", "Iraq"), ("en", "MM", "Burma"),
    ("en", "MM", "Myanmar"),
    ("en", "CZ", "Czech Republic"), ("en", "EU", "European Union"), ("en", "UN", "UN"), ("fr", "US", "États-Unis"),
    ("fr", "IQ", "Irak"),
    ("fr", "CI", "Côte d’Ivoire"), ("de", "US", "Vereinigte Staaten"), ("de", "IQ", "Irak"),
    ("ru", "US", "Соединенные Штаты"), ("ru", "RU", "Россия"),
    ("ar", "IQ", "العراق"), ("hi", "IN", "भारत"), ("zh", "US", "美国"), ("zh_TW", "US", "美國"), ("ja", "IQ", "イラク"),
    ("es_MX", "FR", "Francia"),
  ])
  func names(_ locale: String, _ code: String, _ name: String) {
    let names = RegionNames.names(locale: locale)
    #expect(names.contains { $0 == (code, name) }, "\(names.filter { $0.code == code })")
  }

  @Test func onlyRegionsOfTwoLetters() {
    let names = RegionNames.names(locale: "en")
    #expect(names.allSatisfy { $0.code.utf8.count == 2 && !$0.name.isEmpty })
    #expect(Set(names.map(\.code)).count > 240)
    #expect(!names.contains { $0.name == "Republic" || $0.name == "world" || $0.name == "Unknown Region" })
    #expect(RegionNames.names(locale: "xx").isEmpty)
  }
}
