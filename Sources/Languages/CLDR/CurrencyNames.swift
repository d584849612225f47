import ICU

/// One way in which a language writes a currency.
public struct CurrencyForm: Sendable, Hashable {
  public enum Kind: Int, Sendable {
    /// `EUR`
    case code
    /// What the locale itself writes, and so what it means where it writes it: `$` of `en` is USD, of `en_CA` CAD.
    case symbol
    /// Short, and often of several currencies: `$`, `kr`, `£`.
    case narrowSymbol
    /// Other signs that CLDR knows: `LT`, `TL`.
    case otherSymbol
    /// "US dollar", as in a list
    case name
    /// "US dollars", as beside a figure
    case pluralName
  }

  /// ISO 4217.
  public var code: String
  public var text: String
  public var kind: Kind

  public init(code: String, text: String, kind: Kind) {
    self.code = code
    self.text = text
    self.kind = kind
  }
}

/// What CLDR calls currencies in each language (UTS #35 part 3, `numbers/currencies`).
public enum CurrencyNames {
  /// The currencies in use today, and those that the euro replaced. Each form once: code, symbols, names, plural names;
  /// the locale's own symbols stand before those of other kinds. A narrow symbol may stand for several currencies.
  ///
  /// Nothing is kept: call it once for each language.
  public static func forms(locale: String) -> [CurrencyForm] {
    var forms: [CurrencyForm] = []
    forms.reserveCapacity(1200)
    for code in codes.sorted() { forms.append(CurrencyForm(code: code.text, text: code.text, kind: .code)) }
    /// The first string of a path is the one in force; plural names are all welcome.
    func read(_ table: String, _ kind: (UInt8?) -> CurrencyForm.Kind) {
      var seen = Set<Int>()
      LocaleData.forEachEntry(.currencies, locale: locale, table: table, root: true) { path, value in
        guard let code = CurrencyCode(path), codes.contains(code) else { return }
        let kind = kind(path.count == 5 ? path[4] : nil)
        guard kind == .pluralName || seen.insert(Int(code.packed) << 8 | kind.rawValue).inserted else { return }
        if value.elementsEqual(code.text.utf8) { return }
        forms.append(CurrencyForm(code: code.text, text: String(decoding: value, as: UTF8.self), kind: kind))
      }
    }
    read("Currencies") { $0 == UInt8(ascii: "1") ? .name : .symbol }
    read("Currencies%narrow") { _ in .narrowSymbol }
    read("Currencies%variant") { _ in .otherSymbol }
    read("Currencies%formal") { _ in .otherSymbol }
    read("CurrencyPlurals") { _ in .pluralName }
    var seen = KeyTable<Void>()
    return forms.filter { form in
      var hash = WordHash.add(WordHash.seed, UInt32(form.kind.rawValue))
      for byte in form.code.utf8 { hash = WordHash.add(hash, UInt32(byte)) }
      for byte in form.text.utf8 { hash = WordHash.add(hash, UInt32(byte)) }
      return seen.insert(hash)
    }
  }

  /// ISO 4217 codes of what the euro replaced, still met in articles.
  private static let historic = [
    "ATS", "BEF", "CYP", "DEM", "EEK", "ESP", "FIM", "FRF", "GRD", "HRK", "IEP", "ITL", "LTL", "LUF", "LVL", "MTL",
    "NLG", "PTE", "SIT", "SKK",
  ]

  private static let codes: Set<CurrencyCode> = Set(
    (LocaleData.currenciesInUse() + historic).compactMap { code in
      Array(code.utf8).withUnsafeBufferPointer { CurrencyCode($0) }
    })
}

/// Three capital letters.
private struct CurrencyCode: Hashable, Comparable {
  var packed: UInt32

  /// Reads the letters that a path begins with.
  init?(_ path: UnsafeBufferPointer<UInt8>) {
    guard path.count >= 3, path.count == 3 || path[3] == UInt8(ascii: "/") else { return nil }
    packed = UInt32(path[0]) << 16 | UInt32(path[1]) << 8 | UInt32(path[2])
  }

  var text: String {
    String(
      decoding: [
        UInt8(truncatingIfNeeded: packed >> 16), UInt8(truncatingIfNeeded: packed >> 8),
        UInt8(truncatingIfNeeded: packed),
      ], as: UTF8.self)
  }

  static func < (a: Self, b: Self) -> Bool { a.packed < b.packed }
}
