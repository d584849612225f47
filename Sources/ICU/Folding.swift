import CICU

/// How characters are matched: without their case, without diacritics that do not tell words apart, in their plain form.
///
/// - Case: the simple case folding of Unicode (`CaseFolding.txt`); `ı` and `İ` are `i`, `ß` is `s`.
/// - Latin and Greek letters lose their diacritics (their canonical decomposition, UAX #15); `ø ł đ ħ ŧ`, which Unicode
///   does not decompose, become `o l d h t`; `æ œ ð þ` stay.
/// - Cyrillic keeps `й ї ґ ў`, which are letters of their own; `ё` is `е`.
/// - Arabic: the forms of alef are one, `ى ی` are `ي`, `ک` is `ك`, `ة` is `ه`; vowel signs and tatweel are not seen.
/// - Hebrew points and the Indic nukta are not seen.
/// - Full-width and presentation forms are plain; half-width kana are full. Full-width digits become ASCII digits, the
///   digits of scripts stay: see ``Digits``.
/// - Spaces of every width are U+0020, apostrophes of every shape `'`, U+2010 and U+2011 `-`.
/// - Combining marks U+0300–036F, soft hyphens, joiners, bidi controls and variation selectors are not seen (0).
public struct Folding: Sendable {
  public static let shared = Folding()

  /// The table itself, for inner loops: entry `c` is what code point `c` is matched as, 0 where it is not seen.
  /// 65,536 entries, written once, never again and never freed, so that every thread may read them.
  public nonisolated(unsafe) let table: UnsafePointer<UInt16>

  private init() {
    let entries = UnsafeMutablePointer<UInt16>.allocate(capacity: 65_536)
    entries.initialize(repeating: 0, count: 65_536)
    cicu_fold_table(entries)
    table = UnsafePointer(entries)
  }

  /// What a code point is matched as; 0 where it is not seen.
  @inlinable
  public func fold(_ scalar: UInt32) -> UInt32 {
    scalar < 0x10000 ? UInt32(table[Int(scalar)]) : beyond(scalar)
  }

  @usableFromInline
  func beyond(_ scalar: UInt32) -> UInt32 { cicu_fold(scalar) }

  /// The text as it is matched. A breve or a diaeresis that stands alone after a Cyrillic letter makes that letter
  /// another one (`и` + U+0306 is `й`), as in the composed form.
  public static func fold(_ text: String) -> String {
    let folding = shared
    var result = String.UnicodeScalarView()
    var last: UInt32 = 0
    for scalar in text.unicodeScalars {
      var folded = folding.fold(scalar.value)
      if folded == 0 {
        guard let composed = composed(last, scalar.value) else { continue }
        result.removeLast()
        folded = composed
      }
      last = folded
      if let unicode = Unicode.Scalar(folded) { result.append(unicode) }
    }
    return String(result)
  }

  private static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    switch (letter, mark) {
    case (0x438, 0x306): 0x439
    case (0x443, 0x306): 0x45E
    case (0x456, 0x308): 0x457
    default: nil
    }
  }
}

/// The decimal digits of every script.
public enum Digits {
  /// 0–9 for a character of general category Nd (`5`, `٥`, `५`, `５`), nil for any other.
  @inlinable
  public static func value(of scalar: UInt32) -> Int? {
    if scalar < 0x660 { return scalar >= 0x30 && scalar <= 0x39 ? Int(scalar) - 0x30 : nil }
    return beyondASCII(scalar)
  }

  @usableFromInline
  static func beyondASCII(_ scalar: UInt32) -> Int? {
    let value = cicu_digit_value(scalar)
    return value < 0 ? nil : Int(value)
  }
}
