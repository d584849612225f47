/// How many columns of a terminal a text takes: two for East Asian wide characters and emoji, none for marks that
/// combine. The wide ranges are those of Unicode Standard Annex #11 (values W and F), joined where only unassigned code
/// points lie between.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    if isPlain(text) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// A grapheme is as wide as its widest part: joined emoji, flags and conjoining jamo are drawn as one.
  static func of(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii >= 0x20 && ascii < 0x7F ? 1 : 0 }
    var width = 0
    for scalar in character.unicodeScalars {
      // Variation selector 16 asks for the emoji's picture.
      width = max(width, scalar.value == 0xFE0F && width > 0 ? 2 : of(scalar))
    }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value >= 0x20 && value < 0x7F || value >= 0xA0 && value != 0xAD ? 1 : 0 }
    if value >= 0x1100, isWide(value) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    // The vowels and final consonants of a Hangul syllable stand inside it.
    default: return (0x1160...0x11FF).contains(value) ? 0 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0, 0x23F3...0x23F3,
    0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F, 0x2693...0x2693, 0x26A1...0x26A1,
    0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA,
    0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B,
    0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x303E,
    0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
    0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F1E6...0x1F202, 0x1F210...0x1F23B,
    0x1F240...0x1F248, 0x1F250...0x1F251, 0x1F260...0x1F265, 0x1F300...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C,
    0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E,
    0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596,
    0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6DF,
    0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF,
    0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]

  /// One column a byte.
  private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

  // MARK: - Cutting

  /// The beginning of a text in at most so many columns, with `…` where it was cut.
  static func prefix(of text: String, columns: Int) -> String {
    guard columns > 0 else { return "" }
    return cut(text[...], columns: columns).map { String($0) + "…" } ?? text
  }

  /// The end of a text in at most so many columns, with `…` where it was cut.
  static func suffix(of text: String, columns: Int) -> String {
    guard columns > 0 else { return "" }
    return cut(text.reversed(), columns: columns).map { "…" + String($0.reversed()) } ?? text
  }

  /// As much as fits beside an ellipsis, up to the end of a word unless that loses half of it; nil where all fits.
  private static func cut(_ text: some Collection<Character>, columns: Int) -> [Character]? {
    var kept: [Character] = []
    var width = 0
    /// What fits once the ellipsis has its column.
    var short = 0
    for character in text {
      width += of(character)
      if width > columns {
        kept.removeSubrange(short...)
        if let space = kept.lastIndex(of: " "), space * 2 >= kept.count {
          // A space before the ellipsis tells a whole word from a cut one.
          kept.removeSubrange((space + 1)...)
        }
        return kept
      }
      kept.append(character)
      if width < columns { short = kept.count }
    }
    return nil
  }

  /// A text filled up with spaces to so many columns; as it is where it is wider.
  static func pad(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - of(text)))
  }

  /// Broken into lines of at most so many columns, between words.
  static func wrap(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    for word in text.split(separator: " ") {
      let wordWidth = of(String(word))
      if width > 0, width + 1 + wordWidth > columns {
        lines.append(line)
        line = ""
        width = 0
      }
      if width > 0 {
        line += " "
        width += 1
      }
      line += word
      width += wordWidth
    }
    if width > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }
}
