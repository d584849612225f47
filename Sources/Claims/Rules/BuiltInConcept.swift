import ICU

/// The concepts that need no list: `region:IQ`, `unit:millimeter`, `currency:EUR`.
enum BuiltInConcept {
  /// Whether the name has the form of a built-in, which no concept of one's own may have.
  static func isBuiltIn(_ name: String) -> Bool { name.utf8.contains(UInt8(ascii: ":")) }

  /// What is wrong with the name of a built-in; nil where all is well.
  static func mistake(in name: String) -> ValueMistake? {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "region": return region(parts[1])
    case "unit": return unit(parts[1], prefix: "unit:").failure
    case "currency": return currency(parts[1])
    case "ready": return ready(name)
    default:
      let meant =
        Suggestion.closest(to: parts[0], among: ["region", "unit", "currency", "ready"])
        ?? ["country": "region", "place": "region", "money": "currency", "measure": "unit"][parts[0].lowercased()]
      let start = meant.map { "did you mean \(Quoting.code("\($0):\(parts[1])"))? " } ?? ""
      return ValueMistake(
        message: "no built-in concept begins with \(Quoting.code(parts[0] + ":"))",
        help: start
          + "there are `region:IQ`, `unit:millimeter`, `currency:EUR` and `ready:troops`; a concept of your own has no colon"
      )
    }
  }

  private static func ready(_ name: String) -> ValueMistake? {
    let library = RuleLibrary.shared
    if library.conceptNames.contains(name) { return nil }
    let near = Suggestion.closest(to: name, among: library.conceptNames)
    return ValueMistake(
      message: "there is no ready concept \(Quoting.code(name))",
      help: near.map { "did you mean \(Quoting.code($0))?" }
        ?? "the ready concepts are \(Quoting.list(library.conceptNames))")
  }

  // MARK: - Regions

  /// English names by ISO 3166-1 code, and the United Nations' numbers for continents.
  private static let regions: [String: String] = {
    var regions: [String: String] = [:]
    for (code, name) in LocaleData.entries(.regions, locale: "en", table: "Countries") where regions[code] == nil {
      regions[code] = name
    }
    for unknown in ["ZZ", "XA", "XB"] { regions[unknown] = nil }
    return regions
  }()

  private static let otherCodes = [
    "UK": "GB", "USA": "US", "GBR": "GB", "UAE": "AE", "DEU": "DE", "GER": "DE", "FRA": "FR", "ESP": "ES", "ITA": "IT",
    "IRQ": "IQ", "IRN": "IR", "CHN": "CN", "RUS": "RU", "UKR": "UA", "JPN": "JP", "ISR": "IL", "SYR": "SY", "EN": "GB",
  ]

  private static func region(_ code: String) -> ValueMistake? {
    guard regions[code] == nil else { return nil }
    let upper = code.uppercased()
    var meant = regions[upper] != nil ? upper : otherCodes[upper]
    if meant == nil, code.unicodeScalars.count > 3 {
      let byName = Dictionary(regions.map { ($1, $0) }, uniquingKeysWith: min)
      meant = Suggestion.closest(to: code, among: byName.keys).flatMap { byName[$0] }
    }
    let example = "a region is an ISO 3166 code of two capital letters, such as `region:IQ`"
    return ValueMistake(
      message: "\(Quoting.code(code)) is the code of no region",
      help: meant.map { "did you mean \(Quoting.code("region:" + $0)) (\(regions[$0] ?? ""))?" } ?? example)
  }

  // MARK: - Currencies

  private static let currencies: [String: String] = {
    var names: [String: String] = [:]
    for (path, name) in LocaleData.entries(.currencies, locale: "en", table: "Currencies") {
      let parts = path.split(separator: "/")
      // Each code has a symbol, then a name.
      guard let code = parts.first, code.utf8.count == 3, parts.last == "1" || names[String(code)] == nil else {
        continue
      }
      names[String(code)] = name
    }
    for code in LocaleData.currenciesInUse() where names[code] == nil { names[code] = code }
    return names
  }()

  private static let signs = [
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₹": "INR", "EURO": "EUR", "EUROS": "EUR",
    "DOLLAR": "USD", "DOLLARS": "USD", "POUND": "GBP", "POUNDS": "GBP", "YEN": "JPY", "YUAN": "CNY", "RMB": "CNY",
    "ROUBLE": "RUB", "RUBLE": "RUB", "RUPEE": "INR", "FRANC": "CHF",
  ]

  static func isCurrency(_ code: String) -> Bool { currencies[code] != nil }

  private static func meantCurrency(_ code: String) -> String? {
    let upper = code.uppercased()
    return currencies[upper] != nil ? upper : signs[upper]
  }

  static func currency(_ code: String) -> ValueMistake? {
    guard !isCurrency(code) else { return nil }
    let example = "a currency is an ISO 4217 code of three capital letters, such as `currency:EUR`"
    return ValueMistake(
      message: "\(Quoting.code(code)) is the code of no currency",
      help: meantCurrency(code).map { "did you mean \(Quoting.code("currency:" + $0))?" } ?? example)
  }

  // MARK: - Units

  /// CLDR's unit identifiers.
  static let units: Set<String> = {
    var units: Set<String> = ["percent", "percentage-point"]
    for (path, _) in LocaleData.entries(.units, locale: "en", table: "units") {
      let parts = path.split(separator: "/")
      guard parts.count >= 2, parts[0] != "compound", parts[0] != "coordinate" else { continue }
      units.insert(String(parts[1]))
    }
    return units
  }()

  private static let shortUnits = [
    "%": "percent", "pct": "percent", "percentage": "percent", "‰": "permille", "mm": "millimeter", "cm": "centimeter",
    "m": "meter", "km": "kilometer", "mi": "mile", "ft": "foot", "feet": "foot", "in": "inch", "yd": "yard",
    "km²": "square-kilometer", "km2": "square-kilometer", "m²": "square-meter", "m2": "square-meter", "ha": "hectare",
    "sqm": "square-meter", "kg": "kilogram", "g": "gram", "mg": "milligram", "t": "metric-ton", "tonne": "metric-ton",
    "tonnes": "metric-ton", "lb": "pound", "lbs": "pound", "oz": "ounce", "l": "liter", "c": "celsius", "°c": "celsius",
    "°f": "fahrenheit", "f": "fahrenheit", "kmh": "kilometer-per-hour", "km/h": "kilometer-per-hour",
    "mph": "mile-per-hour", "kwh": "kilowatt-hour", "mw": "megawatt", "gw": "gigawatt", "h": "hour", "min": "minute",
    "s": "second", "years": "year", "days": "day", "gb": "gigabyte", "mb": "megabyte", "points": "percentage-point",
  ]

  /// A CLDR unit, or what is wrong with it.
  static func unit(_ name: String, prefix: String = "") -> Result<String, ValueMistake> {
    if units.contains(name) { return .success(name) }
    // CLDR's newer name of it.
    if name == "metric-ton" { return .success("tonne") }
    let lower = name.lowercased()
    let meant =
      units.contains(lower) ? lower : shortUnits[lower] ?? Suggestion.closest(to: name, among: units)
    return .failure(
      ValueMistake(
        message: "\(Quoting.code(name)) is no unit",
        help: meant.map { "did you mean \(Quoting.code(prefix + $0))?" }
          ?? "write CLDR's name of it, in the singular: `kilometer`, `square-kilometer`, `metric-ton`, `celsius`"))
  }

  /// What stands after `unit:` in a rule.
  static func unitFilter(_ text: String) -> Result<Rule.UnitFilter, ValueMistake> {
    switch text {
    case "count": return .success(.count)
    case "currency": return .success(.anyCurrency)
    default: break
    }
    if text.hasPrefix("currency:") {
      let code = String(text.dropFirst("currency:".count))
      return currency(code).map { .failure($0) } ?? .success(.unit(code))
    }
    if text.hasPrefix("unit:") { return unit(String(text.dropFirst("unit:".count))).map { .unit($0) } }
    if let code = meantCurrency(text) {
      return .failure(
        ValueMistake(
          message: "\(Quoting.code(text)) is a currency, and must say so",
          help: "write \(Quoting.code("currency:" + code)), or `currency` for any money"))
    }
    let words = ["money": "currency", "number": "count", "none": "count", "things": "count", "people": "count"]
    if let meant = words[text.lowercased()] ?? Suggestion.closest(to: text, among: ["count", "currency"]) {
      return .failure(
        ValueMistake(message: "\(Quoting.code(text)) is no unit", help: "did you mean \(Quoting.code(meant))?"))
    }
    return unit(text).map { .unit($0) }
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { return failure }
    return nil
  }
}
