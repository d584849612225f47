/// Escapes for the messages of a SARIF log.
enum SARIFText {
  /// Text in a plain message: braces are doubled, since single ones hold places for arguments (3.11.5), and brackets
  /// that would read as a link are escaped (3.11.6).
  static func plain(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let mayLink = zip(bytes, bytes.dropFirst()).contains { $0 == (UInt8(ascii: "]"), UInt8(ascii: "(")) }
    return escaped(bytes) { byte in
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { return byte }
      let isBracket = byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
      return mayLink && isBracket ? UInt8(ascii: "\\") : nil
    }
  }

  static func linkText(_ text: String) -> String {
    escaped(Array(text.utf8)) { byte in
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "}"): byte
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"): UInt8(ascii: "\\")
      default: nil
      }
    }
  }

  /// Text in a Markdown message: all ASCII punctuation may be escaped there, and all that could be markup, a link, an
  /// address or an entity is.
  static func markdown(_ text: String) -> String {
    escaped(Array(text.utf8)) { byte in
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "}"): byte
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "'"), UInt8(ascii: "?"), UInt8(ascii: ";"): nil
      case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7C, 0x7E: UInt8(ascii: "\\")
      default: nil
      }
    }
  }

  /// Puts a byte before each byte that asks for one.
  private static func escaped(_ bytes: [UInt8], before: (UInt8) -> UInt8?) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    for byte in bytes {
      if let escape = before(byte) { result.append(escape) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
