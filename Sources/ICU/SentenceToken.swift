/// A word beside a full stop, as hashes and a few facts: what looking it up takes, and no string.
struct SentenceToken {
  /// UTF-8 offset of the word.
  var start = 0
  /// Code points in it.
  var length = 0
  /// Hash of the word as written, and as it is matched (``Folding``).
  var written = SentenceHash()
  var folded = SentenceHash()
  var isNumber = true
  var beginsLowercase = false
  /// More than one letter, all of them capitals.
  var isCapitals = true
  /// `U.S`, `a.m`, `EE.UU`, `J.-C`, `Ph.D`: pieces of one or two letters between full stops.
  var isAcronym = false
  var first: Unicode.Scalar = " "
  /// A figure stands before it.
  var followsNumber = false
  /// `L'` of "L'armée": an apostrophe follows.
  var isElided = false

  private var hasStop = false
  private var piece = 0
  private var longestPiece = 0

  /// The word that ends at an offset; nil where none does.
  static func preceding(_ end: Int, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> SentenceToken? {
    var back = ScalarCursor(text, at: end)
    var begin = end
    for _ in 0..<24 {
      guard begin > start, let scalar = back.previous(), SentenceSigns.belongsToToken(scalar) else { break }
      begin = back.offset
    }
    guard begin < end else { return nil }
    var token = SentenceToken(start: begin)
    back = ScalarCursor(text, at: begin)
    var before = back.previous()
    if let space = before, SentenceSigns.isSpace(space) { before = back.previous() }
    token.followsNumber = begin > start && before.map { Digits.value(of: $0.value) != nil } ?? false
    var forward = ScalarCursor(text, at: begin)
    while forward.offset < end, let scalar = forward.next() { token.append(scalar) }
    token.finish()
    return token
  }

  /// The first word after an offset, whatever spaces and quotation marks open before it; nil where none begins there.
  /// - Parameter isWhole: false where its first letter is all that matters.
  static func following(_ offset: Int, in text: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> SentenceToken? {
    var cursor = ScalarCursor(text, at: offset)
    var token = SentenceToken()
    for _ in 0..<40 {
      let here = cursor.offset
      guard let scalar = cursor.next() else { break }
      if SentenceSigns.isLetterOrDigit(scalar) {
        if token.length == 0 { token.start = here }
        token.append(scalar)
        if !isWhole { break }
      } else if token.length > 0 {
        token.isElided = scalar == "'" || scalar == "’"
        break
      } else if !SentenceSigns.opens(scalar) && !SentenceSigns.isSpace(scalar) {
        return nil
      }
    }
    token.finish()
    return token.length > 0 ? token : nil
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if length == 0 {
      first = scalar
      beginsLowercase = SentenceSigns.isLowercase(scalar)
    }
    length += 1
    written.combine(scalar.value)
    folded.combine(Folding.shared.fold(scalar.value))
    if scalar == "." {
      hasStop = true
      piece = 0
      isNumber = false
    } else if scalar != "-" {
      piece += 1
      longestPiece = max(longestPiece, piece)
      isNumber = isNumber && Digits.value(of: scalar.value) != nil
      isCapitals = isCapitals && SentenceSigns.isUppercase(scalar)
    } else {
      isNumber = false
    }
  }

  private mutating func finish() {
    isCapitals = isCapitals && length > 1
    isAcronym = hasStop && (1...2).contains(longestPiece)
  }
}

/// FNV-1a over code points; lists of a few hundred words do not collide in 64 bits.
struct SentenceHash: Hashable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(written word: String) {
    for scalar in word.unicodeScalars { combine(scalar.value) }
  }

  init(folded word: String) {
    for scalar in word.unicodeScalars { combine(Folding.shared.fold(scalar.value)) }
  }

  /// Zero, which folding gives for what is not seen, changes nothing.
  mutating func combine(_ scalar: UInt32) {
    if scalar != 0 { value = (value ^ UInt64(scalar)) &* 0x100_0000_01B3 }
  }
}

/// Characters by what they are to a sentence; Unicode's own properties only where no table of a few ranges does.
enum SentenceSigns {
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ")", "]", "}", "\"", "'", "»", "›", "”", "’", "“", "‘", "」", "』", "）", "］", "》", "〉", "】": true
    default: false
    }
  }

  static func opens(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "{", "\"", "'", "«", "‹", "»", "›", "“", "‘", "„", "‚", "「", "『", "（", "［", "《", "〈", "【", "¿", "¡":
      true
    default: false
    }
  }

  /// What is beyond ASCII and no space, mark of punctuation or symbol of the common blocks is taken for a letter.
  static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xAA: false
    case 0xAA, 0xB5, 0xBA: true
    case 0xAB..<0xC0, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0xFF00...0xFF0F: false
    case 0x60C, 0x61B, 0x61F, 0x6D4, 0x964, 0x965, 0xFE30...0xFE4F: false
    default: true
    }
  }

  static func belongsToToken(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "-" || scalar == "°" || isLetterOrDigit(scalar)
  }

  static func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? scalar.value >= 0x61 && scalar.value <= 0x7A : scalar.properties.isLowercase
  }

  static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? scalar.value >= 0x41 && scalar.value <= 0x5A : scalar.properties.isUppercase
  }
}
