import CICU

/// How a locale writes numbers (CLDR `numbers/symbols`, UTS #35 part 3).
public struct LocaleSymbols: Sendable, Equatable {
  /// The signs of one numbering system: with `ar`, the Arabic-Indic digits have separators of their own.
  public struct Signs: Sendable, Equatable {
    /// CLDR's name: `latn`, `arab`, `deva`.
    public var numberingSystem: String
    /// The ten digits from 0; empty where the system has no place value (Roman, Tamil).
    public var digits: [Unicode.Scalar]
    public var decimal: String
    public var grouping: String
    /// May hold bidi marks, as in Arabic and Hebrew.
    public var minus: String
    public var plus: String
    public var percent: String
    public var perMille: String
    /// Digits in the group before the decimal separator, and in the groups before that: 3 and 2 in Hindi; 0 for no groups.
    public var groupSizes: (first: Int, next: Int) { (firstGroup, nextGroup) }
    var firstGroup: Int
    var nextGroup: Int
  }

  public var locale: String
  /// The numbering system that the locale uses where nothing else is said.
  public var standard: Signs
  /// The locale's own digits; the same as `standard` for most.
  public var native: Signs
  /// The locale with ASCII digits.
  public var latin: Signs

  public init(locale: String) {
    self.locale = locale
    let latin = Signs(locale: locale, numbers: "latn") ?? .plain
    self.latin = latin
    standard = Signs(locale: locale, numbers: nil) ?? latin
    native = Signs(locale: locale, numbers: "native") ?? latin
  }

  /// The distinct ones of standard, native and Latin.
  public var all: [Signs] {
    [standard, native, latin].reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension LocaleSymbols.Signs {
  static let plain = Self(
    numberingSystem: "latn", digits: Array("0123456789".unicodeScalars), decimal: ".", grouping: ",", minus: "-",
    plus: "+", percent: "%", perMille: "‰", firstGroup: 3, nextGroup: 3)

  init?(locale: String, numbers: String?) {
    let name = numbers.map { "\(locale)@numbers=\($0)" } ?? locale
    guard let symbols = strings(cicu_number_symbols(name)), symbols.count == 10 else { return nil }
    let first = Int(symbols[6]) ?? 3
    let next = Int(symbols[7]) ?? 0
    self.init(
      numberingSystem: symbols[8], digits: Array(symbols[9].unicodeScalars), decimal: symbols[0],
      grouping: symbols[1], minus: symbols[2], plus: symbols[3], percent: symbols[4], perMille: symbols[5],
      firstGroup: max(first, 0), nextGroup: next > 0 ? next : max(first, 0))
  }
}

/// The locales that ICU has data for.
public enum Locales {
  /// Every locale, as ICU names it: `en`, `en_GB`, `zh_Hant_TW`.
  public static let available: [String] = strings(cicu_locales()) ?? []

  /// The locales that are a language alone: `en`, `fr`, `zh`.
  public static let languages: [String] = available.filter { !$0.utf8.contains(UInt8(ascii: "_")) }

  /// The name of a locale in another's words: `name(of: "fr", in: "en")` is "French"; the identifier itself where unknown.
  public static func name(of locale: String, in other: String) -> String {
    strings(cicu_language_name(locale, other))?.first ?? locale
  }
}
