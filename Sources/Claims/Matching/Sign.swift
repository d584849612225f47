import Languages

/// What a sign between words does.
enum Sign {
  case comma, semicolon, colon, point, question, dash, hyphen, apostrophe, quote, open, close, slash, other

  static func of(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Sign {
    var scalar: UInt32 = 0
    let bytes = text[token.range]
    guard let first = bytes.first else { return .other }
    if first < 0x80 {
      scalar = UInt32(first)
    } else {
      let lead: UInt32 = first >= 0xF0 ? 0x07 : first >= 0xE0 ? 0x0F : 0x1F
      scalar = UInt32(first) & lead
      for byte in bytes.dropFirst() { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    }
    switch scalar {
    case 0x2C, 0xFF0C, 0x60C, 0x3001: return .comma
    case 0x3B, 0xFF1B, 0x61B: return .semicolon
    case 0x3A, 0xFF1A: return .colon
    case 0x2E, 0x3002, 0xFF0E, 0x21, 0xFF01, 0x6D4, 0x964: return .point
    case 0x3F, 0xFF1F, 0x61F: return .question
    case 0x2D, 0x2010, 0x2011: return token.spaceBefore ? .dash : .hyphen
    case 0x2013, 0x2014, 0x2015, 0x2E3A: return .dash
    case 0x27, 0x2019, 0x2BC: return .apostrophe
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2018, 0x2039, 0x203A, 0x300C...0x300F, 0x2A, 0x5F: return .quote
    case 0x28, 0x5B, 0xFF08, 0x3010: return .open
    case 0x29, 0x5D, 0xFF09, 0x3011: return .close
    case 0x2F: return .slash
    default: return .other
    }
  }
}
