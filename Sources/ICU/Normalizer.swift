import CICU

/// The normalisation forms of Unicode (UAX #15).
public enum Normalizer {
  public enum Form: Int32, Sendable {
    /// Canonical composition.
    case nfc = 0
    /// Compatibility composition: ligatures, widths and superscripts made plain.
    case nfkc
    /// NFKC with case folded and invisible characters left out, for identifiers.
    case nfkcCaseFold
    /// Canonical decomposition.
    case nfd
  }

  /// The text in a form; ill-formed UTF-8 becomes U+FFFD, as everywhere in Swift.
  public static func normalize(_ text: String, _ form: Form) -> String {
    if form != .nfkcCaseFold && text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return withUTF8(text) { ICU.text(cicu_normalize(form.rawValue, $0, $1)) } ?? text
  }
}
