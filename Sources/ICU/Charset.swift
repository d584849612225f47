import CICU

/// An encoding that ICU can read.
public struct Charset: Sendable, Hashable {
  /// What ICU calls the converter.
  public let name: String

  public init(_ name: String) { self.name = name }

  /// Whether this ICU has it.
  public var exists: Bool { cicu_charset_exists(name) != 0 }

  public struct Decoded: Sendable {
    public var text: String
    /// How many byte sequences begin no character; each is one U+FFFD in the text.
    public var faults: Int
    /// The UTF-8 offset in `text` of the first of them.
    public var firstFault: Int?

    public init(text: String, faults: Int = 0, firstFault: Int? = nil) {
      self.text = text
      self.faults = faults
      self.firstFault = firstFault
    }
  }

  /// The text that the bytes stand for, a byte order mark included; nil where ICU does not know the charset.
  public func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Decoded? {
    var faults: Int64 = 0
    var first: Int64 = 0
    guard let text = ICU.text(cicu_charset_decode(name, bytes.baseAddress, bytes.count, &faults, &first)) else {
      return nil
    }
    return Decoded(text: text, faults: Int(faults), firstFault: faults > 0 ? Int(first) : nil)
  }

  /// What ICU's detector takes the bytes for, the likeliest first.
  ///
  /// - Returns: names as the detector gives them (`ISO-8859-2`, `Shift_JIS`) with its confidence, 0–1.
  public static func guesses(_ bytes: UnsafeBufferPointer<UInt8>) -> [(name: String, confidence: Double)] {
    let parts = strings(cicu_charset_guesses(bytes.baseAddress, bytes.count)) ?? []
    return stride(from: 0, to: parts.count - 1, by: 2).map { (parts[$0], (Double(parts[$0 + 1]) ?? 0) / 100) }
  }

  /// The letters that a language is written with, small and capital: CLDR's main exemplar characters.
  ///
  /// - Parameter language: a BCP 47 tag; one that CLDR does not know gives letters of the root locale.
  public static func letters(of language: String) -> Set<UInt32> {
    Set((text(cicu_exemplars(language.replacingHyphens)) ?? "").unicodeScalars.map(\.value))
  }
}

extension String {
  /// The tag as ICU writes locales.
  fileprivate var replacingHyphens: String { String(map { $0 == "-" ? "_" : $0 }) }
}
