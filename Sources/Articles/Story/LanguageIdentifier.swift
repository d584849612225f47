import CLanguageID

/// Tells the language of a text, by CLD2.
public enum LanguageIdentifier {
  public struct Guess: Sendable, Hashable {
    /// A BCP 47 tag: `fr`, `zh-Hant`; `und` where the text does not tell.
    public var language: String
    /// How much of the text is in that language, 0–1; 0 for `und`.
    public var confidence: Double
  }

  /// How much of a text is looked at, in bytes: more does not make the answer better.
  private static let enough = 1 << 13

  public static func identify(_ text: String) -> Guess { text.withBytes { identify($0) } }

  /// The language of most of an article, by its beginning.
  static func identify(_ blocks: [Block]) -> Guess {
    var text = ""
    for block in blocks where text.utf8.count < enough {
      text += block.text
      text += "\n"
    }
    return identify(text)
  }

  static func identify(_ bytes: Bytes) -> Guess {
    var length = min(bytes.count, enough)
    while length > 0, length < bytes.count, bytes[length] & 0xC0 == 0x80 { length -= 1 }
    var result = clanguageid_result()
    clanguageid_detect(bytes.baseAddress, length, &result)
    let code = withUnsafeBytes(of: result.code) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    guard result.reliable == 1, code != "un", !code.isEmpty, !code.hasPrefix("xx") else {
      return Guess(language: "und", confidence: 0)
    }
    return Guess(language: tag(code), confidence: Double(result.percent) / 100)
  }

  /// CLD2 has a few codes of its own, and some that BCP 47 has replaced.
  private static func tag(_ code: String) -> String {
    switch code {
    case "iw": "he"
    case "jw": "jv"
    case "mo": "ro"
    case "zh-TW": "zh-Hant"
    default: ArticleMetadata.language(code) ?? "und"
    }
  }
}
