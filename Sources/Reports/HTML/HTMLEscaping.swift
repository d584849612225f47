import Mustache

/// Escapes for HTML text and quoted attributes, byte by byte.
///
/// The template library's own escaping goes by `Character`, and so lets through a quote or an angle bracket that a
/// combining mark follows: one grapheme, but to a browser still markup. Articles are not ours to trust.
struct HTMLEscaping: MustacheContentType {
  /// What the templates call it in their pragma.
  static let name = "ESCAPED"

  func escapeText(_ text: String) -> String { Self.escape(text) }

  static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: { replacement($0) != nil }) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 32)
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      if let replacement = replacement(byte) {
        bytes.append(
          contentsOf: UnsafeBufferPointer(start: replacement.utf8Start, count: replacement.utf8CodeUnitCount))
      } else {
        bytes.append(byte)
      }
    }
  }

  private static func replacement(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    // No document may hold a NUL; other control characters are harmless, but show as nothing.
    case 0: "\u{FFFD}"
    default: nil
    }
  }

  /// An address that may become a link: `http` and `https` only, so that no `javascript:` ever runs.
  static func link(_ url: String?) -> String? {
    guard let url else { return nil }
    let start = url.prefix(8).lowercased()
    guard start.hasPrefix("https://") || start.hasPrefix("http://") else { return nil }
    // Browsers drop tabs and line feeds inside addresses; a real one has none, nor spaces.
    return url.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F } ? url : nil
  }

  /// A language tag, or what is left of it: letters, digits and hyphens.
  static func tag(_ language: String) -> String {
    let isOfTag = { (byte: UInt8) in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
    return String(
      decoding: language.utf8.lazy.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }.filter(isOfTag),
      as: UTF8.self)
  }

  /// An anchor made of characters that need no care in addresses.
  static func anchor(_ id: String) -> String {
    "f-"
      + String(
        decoding: id.utf8.map { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            byte
          default: UInt8(ascii: "-")
          }
        }, as: UTF8.self)
  }

  /// Whether it is made of letters, digits and hyphens of ASCII, as the tags of languages are.
  static func isWord(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "-")
      }
  }

  /// The writing direction of a language, for `dir`; `auto` lets the text itself decide.
  static func direction(_ language: String) -> String {
    let parts = language.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard let primary = parts.first, primary != "und" else { return "auto" }
    if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 }) {
      if ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm"].contains(script) { return "rtl" }
      if script == "latn" || script == "cyrl" { return "ltr" }
    }
    let rightToLeft: Set<Substring> = [
      "ar", "fa", "he", "iw", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "arz", "syr", "nqo",
    ]
    return rightToLeft.contains(primary) ? "rtl" : "ltr"
  }

  /// Where those of `parts` stand that hold letters of a script that runs from right to left: the longest first where one is
  /// part of another, each range once, in the order of the text.
  static func rightToLeft(_ parts: [String], in text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    for part in Set(parts.filter(isRightToLeft)).sorted(by: { ($1.utf8.count, $0) < ($0.utf8.count, $1) }) {
      for range in text.ranges(of: part) where !found.contains(where: range.overlaps) { found.append(range) }
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Hebrew, Arabic and their neighbours, and the blocks that Unicode keeps for scripts like these.
  private static func isRightToLeft(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      (0x590...0x8FF).contains(scalar.value) || (0xFB1D...0xFDFF).contains(scalar.value)
        || (0xFE70...0xFEFE).contains(scalar.value) || (0x10800...0x10FFF).contains(scalar.value)
        || (0x1E800...0x1EFFF).contains(scalar.value)
    }
  }
}
