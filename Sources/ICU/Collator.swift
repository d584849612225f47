import CICU

/// The alphabetical order of a language (UTS #10 with CLDR's tailorings).
///
/// Only reads its ICU collator, which ICU allows from several threads at once.
public final class Collator: @unchecked Sendable {
  /// Down to which difference two texts are told apart.
  public enum Strength: Int32, Sendable {
    /// Letters alone: `a` is `Á`.
    case letters = 0
    /// Letters and diacritics: `a` is `A`, not `á`.
    case diacritics
    /// And case: ICU's default.
    case letterCase
  }

  private let handle: OpaquePointer?

  public init(locale: String, strength: Strength = .letterCase) {
    handle = cicu_collator_open(locale, strength.rawValue) ?? cicu_collator_open("root", strength.rawValue)
  }

  deinit { cicu_collator_close(handle) }

  /// Below 0 where `a` comes first, 0 where they are alike at this strength, above 0 otherwise.
  public func compare(_ a: String, _ b: String) -> Int {
    guard let handle else { return a == b ? 0 : a < b ? -1 : 1 }
    return withUTF8(a) { first, firstLength in
      withUTF8(b) { second, secondLength in
        Int(cicu_collate(handle, first, firstLength, second, secondLength))
      }
    }
  }

  /// Bytes that compare as the texts do; cheaper where a text is compared many times.
  public func sortKey(_ text: String) -> [UInt8] {
    guard let handle else { return Array(text.utf8) }
    var list = withUTF8(text) { cicu_sort_key(handle, $0, $1) }
    defer { cicu_list_free(&list) }
    return Array(UnsafeBufferPointer(start: list.bytes, count: list.length))
  }
}
