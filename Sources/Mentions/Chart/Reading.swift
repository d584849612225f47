import ICU
import Languages

/// One text while it is read: its bytes, its tokens, and what was recognised so far.
///
/// The stages are extensions of this type, each in its own file: words, numbers, dates, patterns, choice.
struct Reading {
  let language: Language
  let bytes: UnsafeBufferPointer<UInt8>
  let reference: Day?
  var tokens: [Token]
  var chart: Chart
  /// Scratch of the pattern matcher.
  var captures: [Int] = []
  var begun: [Int] = []
  /// Where a word may begin, in a language that writes words and particles in one run; empty elsewhere.
  var mayBegin: [Bool] = []
  /// 03/04/2021 read day first or month first, by what the text itself and its language do.
  var dateOrder: DateOrder
  /// Nothing is left to doubt: the language has one order, or the text shows which.
  var dateOrderIsSure = true
  /// The sign that the text itself uses before fractions, where it shows: "1.234,5".
  var decimalSign: UInt32?

  var count: Int { tokens.count }

  // MARK: Tokens

  func isDigits(_ i: Int) -> Bool { i >= 0 && i < count && tokens[i].kind == .digits }

  /// No white space between a token and the one before it.
  func isGlued(_ i: Int) -> Bool { i > 0 && i < count && !tokens[i].spaceBefore }

  /// The ASCII sign at a token; 0 for anything else. Typographic dashes and apostrophes count as `-` and `'`.
  func sign(_ i: Int) -> UInt8 {
    guard i >= 0, i < count, tokens[i].kind == .sign else { return 0 }
    let token = tokens[i]
    let first = bytes[Int(token.start)]
    if first < 0x80 { return first }
    let length = token.end - token.start
    guard length <= 3 else { return 0 }
    return Self.plainSign(scalar(at: Int(token.start)))
  }

  /// The code point at a UTF-8 offset known to begin one.
  func scalar(at i: Int) -> UInt32 {
    let b = bytes
    let first = UInt32(b[i])
    if first < 0x80 || i + 1 >= b.count { return first }
    if first < 0xE0 { return (first & 0x1F) << 6 | UInt32(b[i + 1] & 0x3F) }
    if i + 2 >= b.count { return first }
    if first < 0xF0 { return (first & 0x0F) << 12 | UInt32(b[i + 1] & 0x3F) << 6 | UInt32(b[i + 2] & 0x3F) }
    if i + 3 >= b.count { return first }
    let high = (first & 0x07) << 18 | UInt32(b[i + 1] & 0x3F) << 12
    return high | UInt32(b[i + 2] & 0x3F) << 6 | UInt32(b[i + 3] & 0x3F)
  }

  static func plainSign(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x05BE, 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D: UInt8(ascii: "-")
    case 0x2018, 0x2019, 0x02BC, 0xFF07: UInt8(ascii: "'")
    case 0x066B: UInt8(ascii: "d")
    case 0x066C: UInt8(ascii: "g")
    case 0x060C, 0xFF0C, 0x3001: UInt8(ascii: ",")
    case 0xFF0E: UInt8(ascii: ".")
    case 0xFF05, 0x066A: UInt8(ascii: "%")
    case 0x301C, 0xFF5E, 0x223C: UInt8(ascii: "~")
    case 0xFF1A: UInt8(ascii: ":")
    case 0xFF0F, 0x2044: UInt8(ascii: "/")
    case 0xFF08: UInt8(ascii: "(")
    case 0xFF09: UInt8(ascii: ")")
    default: 0
    }
  }

  /// The value of a token's digits and how many there are.
  func digits(_ i: Int) -> (value: Double, count: Int) {
    var value = 0.0
    var digits = 0
    var at = Int(tokens[i].start)
    let end = Int(tokens[i].end)
    while at < end {
      let byte = bytes[at]
      if byte < 0x80 {
        value = value * 10 + Double(byte &- 0x30)
        at += 1
      } else {
        let scalar = scalar(at: at)
        value = value * 10 + Double(Digits.value(of: scalar) ?? 0)
        at += scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
      }
      digits += 1
    }
    return (value, digits)
  }

  func startsWithZero(_ i: Int) -> Bool {
    let scalar = scalar(at: Int(tokens[i].start))
    return Digits.value(of: scalar) == 0
  }

  /// Bytes between the end of one token and the start of the next.
  func gap(before i: Int) -> Int { i > 0 ? Int(tokens[i].start - tokens[i - 1].end) : 0 }

  /// What stands between two tokens is exactly one no-break or narrow space.
  func isNoBreakSpace(before i: Int) -> Bool {
    guard i > 0 else { return false }
    let start = Int(tokens[i - 1].end)
    let end = Int(tokens[i].start)
    guard end > start else { return false }
    let scalar = scalar(at: start)
    switch scalar {
    case 0xA0: return end - start == 2
    case 0x2007, 0x2008, 0x2009, 0x202F, 0x2006, 0x2005: return end - start == 3
    default: return false
    }
  }

  // MARK: Words

  /// A lexical sense that begins at a token, and where it ends.
  func sense(_ category: Category, at i: Int) -> Node? {
    guard i < count, tokens[i].word != 0 else { return nil }
    return chart.longest(category, at: i)
  }

  func hasSense(_ category: Category, at i: Int) -> Bool {
    guard i >= 0, i < count else { return false }
    return chart.has(category, at: i)
  }
}
