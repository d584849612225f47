import CICU

/// Turns text of one script into another, or changes it by rules (CLDR transforms, UTS #35 part 2).
///
/// Wraps one ICU transliterator: make one for each thread, and keep it there.
public final class Transliterator {
  private let handle: OpaquePointer

  /// A transform or a chain of them: `Any-Latin; Latin-ASCII`. Nil for an identifier that ICU does not know.
  public init?(id: String) {
    guard let handle = cicu_transliterator_open(id) else { return nil }
    self.handle = handle
  }

  deinit { cicu_transliterator_close(handle) }

  /// The text transformed; the text itself where it is too long for ICU (512 MB).
  public func transliterate(_ text: String) -> String {
    withUTF8(text) { ICU.text(cicu_transliterate(handle, $0, $1)) } ?? text
  }
}
