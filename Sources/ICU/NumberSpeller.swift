import CICU

/// Numbers in words, in all of a language's rule sets: genders, cases, ordinals, years (CLDR `rbnf`, UTS #35 part 3).
///
/// Where CLDR joins the pieces of a compound by a soft hyphen (U+00AD: "zwei·tausend", "duizend·vijf·honderd"), it is kept,
/// for it tells where the pieces end. Wraps one ICU formatter: make one for each thread, and keep it there.
public final class NumberSpeller {
  public enum Style: Sendable {
    /// "twenty-one"
    case words
    /// "21st"
    case ordinalSigns
  }

  private let handle: OpaquePointer?
  /// The public rule sets, CLDR's names: `%spellout-cardinal-masculine`, `%spellout-ordinal`; empty where ICU has none.
  public let ruleSets: [String]

  public init(locale: String, style: Style = .words) {
    handle = cicu_speller_open(style == .ordinalSigns ? 1 : 0, locale)
    ruleSets = handle.flatMap { strings(cicu_speller_rule_sets($0)) } ?? []
  }

  deinit { cicu_speller_close(handle) }

  /// Whether CLDR has words for the language at all: where it has none, ICU falls back to digits.
  public var hasWords: Bool {
    guard let three = ruleSets.lazy.compactMap({ self.spell(3, ruleSet: $0) }).first else { return false }
    return !three.unicodeScalars.contains { Digits.value(of: $0.value) != nil }
  }

  /// The number in words; nil for a rule set that the language does not have.
  public func spell(_ number: Int, ruleSet: String) -> String? {
    spell([number], ruleSet: ruleSet)?.first ?? nil
  }

  /// Many numbers at once, which costs less than one by one; nil for a rule set that the language does not have, and
  /// nil in the place of a number that ICU refuses.
  public func spell(_ numbers: [Int], ruleSet: String) -> [String?]? {
    guard let handle, ruleSets.contains(ruleSet) else { return nil }
    return strings(cicu_speller_integers(handle, ruleSet, numbers.map { Int64($0) }, numbers.count))?.map {
      $0.isEmpty ? nil : $0
    }
  }

  /// The same without a string made of each, for thousands of numbers of which most are known already. The bytes are
  /// UTF-8, lent for the call only, and none for a number that ICU refuses.
  public func forEachSpelling(
    of numbers: [Int], ruleSet: String, _ body: (_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard let handle, ruleSets.contains(ruleSet) else { return }
    var list = cicu_speller_integers(handle, ruleSet, numbers.map { Int64($0) }, numbers.count)
    defer { cicu_list_free(&list) }
    guard list.failed == 0 else { return }
    let bytes = UnsafeBufferPointer(start: list.bytes, count: list.length)
    var start = 0
    for number in numbers {
      guard let end = bytes[start...].firstIndex(of: 0) else { return }
      body(number, UnsafeBufferPointer(rebasing: bytes[start..<end]))
      start = end + 1
    }
  }

  /// A number with a fraction: "two point five".
  public func spell(_ number: Double, ruleSet: String) -> String? {
    guard let handle, ruleSets.contains(ruleSet) else { return nil }
    guard let word = strings(cicu_speller_decimal(handle, ruleSet, number))?.first, !word.isEmpty else { return nil }
    return word
  }
}
