/// The bytes of a JSON text (RFC 8259) with a place in them: what reading a line and reading a document have in common.
struct JSONScanner {
  /// What is wrong, and at which byte, which Foundation's decoder does not say.
  struct Fault: Error {
    var offset: Int
    var message: String
    var help: String?
  }

  /// Deeper nesting is refused.
  static let deepest = 512

  let bytes: Bytes
  private(set) var offset = 0

  init(_ bytes: Bytes) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  var isAtEnd: Bool { offset >= bytes.count }

  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  mutating func literal(_ word: String) throws(Fault) {
    guard bytes[offset...].starts(with: word.utf8) else { throw fault("bad JSON: no value begins like this") }
    offset += word.utf8.count
  }

  func fault(_ message: String, _ help: String? = nil) -> Fault {
    Fault(offset: offset, message: message, help: help)
  }

  /// The key of a member, up to the first byte of its value.
  mutating func key() throws(Fault) -> String {
    skipBlanks()
    guard peek == UInt8(ascii: "\"") else { throw fault("bad JSON: a key in double quotation marks is missing here") }
    let key = try string()
    skipBlanks()
    guard take(UInt8(ascii: ":")) else { throw fault("bad JSON: a colon is missing here") }
    skipBlanks()
    return key
  }

  /// The string that begins here.
  mutating func string() throws(Fault) -> String {
    let (start, end, escaped) = try scanString()
    return escaped ? try unescape(start..<end).text : bytes.string(start..<end)
  }

  /// The number that begins here, as it is written; nil where none does.
  mutating func number() -> Range<Int>? {
    guard let byte = peek, byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) else { return nil }
    let start = offset
    offset += 1
    while let next = peek, (0x30...0x39).contains(next) || "+-.eE".utf8.contains(next) { offset += 1 }
    return start..<offset
  }

  /// Passes over a value of any kind; nested ones are checked loosely.
  mutating func skipValue() throws(Fault) {
    var open: [UInt8] = []
    repeat {
      skipBlanks()
      guard let byte = peek else { throw fault("bad JSON: the text ends inside a value") }
      switch byte {
      case UInt8(ascii: "\""): _ = try scanString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open.append(byte + 2)
        offset += 1
        guard open.count <= Self.deepest else { throw fault("bad JSON: nested deeper than \(Self.deepest)") }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard open.popLast() == byte else { throw fault("bad JSON: a value is missing here") }
        offset += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard !open.isEmpty else { throw fault("bad JSON: a value is missing here") }
        offset += 1
      default: if !(try word()) && number() == nil { throw fault("bad JSON: no value begins like this") }
      }
    } while !open.isEmpty
  }

  /// Passes over `true`, `false` or `null`; false where something else stands here.
  mutating func word() throws(Fault) -> Bool {
    switch peek {
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    default: return false
    }
    return true
  }

  /// Where a string's content begins and ends, and whether it holds escapes.
  mutating func scanString() throws(Fault) -> (Int, Int, Bool) {
    let open = offset
    var i = offset + 1
    let start = i
    var escaped = false
    while i < bytes.count {
      let byte = bytes[i]
      if byte == UInt8(ascii: "\"") {
        offset = i + 1
        return (start, i, escaped)
      }
      if byte == UInt8(ascii: "\\") {
        escaped = true
        i += 1
      } else if byte < 0x20 {
        offset = i
        throw fault("bad JSON: a control character stands in a string", "write it as an escape, such as \\n or \\t")
      }
      i += 1
    }
    offset = open
    throw fault("bad JSON: this string does not end")
  }

  /// A string of the text with its escapes resolved; half of a surrogate pair becomes U+FFFD.
  func unescape(_ range: Range<Int>) throws(Fault) -> MappedText {
    var out = MappedTextBuilder()
    var i = range.lowerBound
    while i < range.upperBound {
      // Copies the stretch up to the next escape in one go.
      var plain = i
      while plain < range.upperBound, bytes[plain] != UInt8(ascii: "\\") { plain += 1 }
      out.copy(UnsafeBufferPointer(rebasing: bytes[i..<plain]), from: i)
      guard plain < range.upperBound else { break }
      i = plain
      let (scalar, end) = try escape(at: i, range.upperBound)
      out.add(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter, for: i..<end)
      i = end
    }
    return out.text
  }

  /// What the escape that begins at `i` stands for, and where it ends.
  private func escape(at i: Int, _ limit: Int) throws(Fault) -> (Unicode.Scalar, Int) {
    let plain: Unicode.Scalar
    switch bytes[i + 1] {
    case UInt8(ascii: "n"): plain = "\n"
    case UInt8(ascii: "t"): plain = "\t"
    case UInt8(ascii: "r"): plain = "\r"
    case UInt8(ascii: "b"): plain = "\u{08}"
    case UInt8(ascii: "f"): plain = "\u{0C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = Unicode.Scalar(bytes[i + 1])
    case UInt8(ascii: "u"):
      let unit = try hex(i + 2, limit)
      if (0xD800...0xDBFF).contains(unit), i + 7 < limit, bytes[i + 6] == UInt8(ascii: "\\"),
        bytes[i + 7] == UInt8(ascii: "u"), case let low = try hex(i + 8, limit), (0xDC00...0xDFFF).contains(low)
      {
        return (Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}", i + 12)
      }
      return (Unicode.Scalar(unit) ?? "\u{FFFD}", i + 6)
    default: throw Fault(offset: i, message: "bad JSON: there is no such escape", help: "write a backslash as \\\\")
    }
    return (plain, i + 2)
  }

  private func hex(_ start: Int, _ end: Int) throws(Fault) -> UInt32 {
    guard start + 4 <= end else { throw Fault(offset: start, message: "bad JSON: \\u takes four hexadecimal digits") }
    var value: UInt32 = 0
    for i in start..<start + 4 {
      let byte = bytes[i]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46, 0x61...0x66: digit = (byte | 0x20) - 0x57
      default: throw Fault(offset: i, message: "bad JSON: \\u takes four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
