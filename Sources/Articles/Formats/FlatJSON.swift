/// Reads the strings of one JSON object (RFC 8259) straight from its bytes, and says at which of them a line is at fault,
/// which Foundation's decoder does not. Nested values are checked loosely and passed over.
struct FlatJSON {
  struct Fault: Error {
    var offset: Int
    var message: String
    var help: String?
  }

  enum Key { case id, text, language, date, title, source, url, other }

  private let bytes: Bytes
  private(set) var offset = 0
  /// Deeper nesting is refused.
  private static let deepest = 512

  init(_ bytes: Bytes) { self.bytes = bytes }

  /// Reads the whole line as one object; `member` must read or skip each value.
  mutating func readObject(_ member: (Key, inout FlatJSON) throws(Fault) -> Void) throws(Fault) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    skipBlanks()
    guard take(UInt8(ascii: "{")) else {
      throw fault(peek == nil ? "the line is empty" : "the line is no JSON object", "write {\"id\": …, \"text\": …}")
    }
    skipBlanks()
    if !take(UInt8(ascii: "}")) {
      repeat {
        skipBlanks()
        guard peek == UInt8(ascii: "\"") else {
          throw fault("bad JSON: a key in double quotation marks is missing here")
        }
        let key = try readKey()
        skipBlanks()
        guard take(UInt8(ascii: ":")) else { throw fault("bad JSON: a colon is missing here") }
        skipBlanks()
        try member(key, &self)
        skipBlanks()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw fault("bad JSON: a comma or the closing brace is missing here") }
    }
    skipBlanks()
    guard offset == bytes.count else {
      throw fault("bad JSON: more follows after the object", "write one object a line")
    }
  }

  private mutating func readKey() throws(Fault) -> Key {
    let (start, end, escaped) = try scanString()
    let key = escaped ? try unescape(start..<end) : bytes.string(start..<end)
    switch key {
    case "id": return .id
    case "text": return .text
    case "language": return .language
    case "date": return .date
    case "title": return .title
    case "source": return .source
    case "url": return .url
    default: return .other
    }
  }

  /// A string, or nil for `null`.
  mutating func readString(_ key: String) throws(Fault) -> String? {
    if peek == UInt8(ascii: "n") {
      try literal("null")
      return nil
    }
    guard peek == UInt8(ascii: "\"") else { throw fault("“\(key)” must be a string") }
    let (start, end, escaped) = try scanString()
    return escaped ? try unescape(start..<end) : bytes.string(start..<end)
  }

  /// A string, or a number as it is written.
  mutating func readStringOrNumber(_ key: String) throws(Fault) -> String {
    let start = offset
    if let byte = peek, byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) {
      try skipValue()
      return bytes.string(start..<offset)
    }
    guard let value = try readString(key) else {
      throw Fault(offset: start, message: "“\(key)” must be a string, not null")
    }
    return value
  }

  /// Passes over a value of any kind.
  mutating func skipValue() throws(Fault) {
    var open: [UInt8] = []
    repeat {
      skipBlanks()
      guard let byte = peek else { throw fault("bad JSON: the line ends inside a value") }
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
      case UInt8(ascii: "t"): try literal("true")
      case UInt8(ascii: "f"): try literal("false")
      case UInt8(ascii: "n"): try literal("null")
      case UInt8(ascii: "-"), 0x30...0x39:
        offset += 1
        while let next = peek, (0x30...0x39).contains(next) || "+-.eE".utf8.contains(next) { offset += 1 }
      default: throw fault("bad JSON: no value begins like this")
      }
    } while !open.isEmpty
  }

  // MARK: Bytes

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  private mutating func literal(_ word: String) throws(Fault) {
    guard bytes[offset...].starts(with: word.utf8) else { throw fault("bad JSON: no value begins like this") }
    offset += word.utf8.count
  }

  private func fault(_ message: String, _ help: String? = nil) -> Fault {
    Fault(offset: offset, message: message, help: help)
  }

  /// Where a string's content begins and ends, and whether it holds escapes.
  private mutating func scanString() throws(Fault) -> (Int, Int, Bool) {
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

  /// Resolves the escapes; half of a surrogate pair becomes U+FFFD.
  private func unescape(_ range: Range<Int>) throws(Fault) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var i = range.lowerBound
    while i < range.upperBound {
      // Copies the stretch up to the next escape in one go.
      var plain = i
      while plain < range.upperBound, bytes[plain] != UInt8(ascii: "\\") { plain += 1 }
      if plain > i { out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[i..<plain])) }
      i = plain
      guard i < range.upperBound else { break }
      switch bytes[i + 1] {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(bytes[i + 1])
      case UInt8(ascii: "u"):
        var unit = try hex(i + 2, range.upperBound)
        i += 4
        if (0xD800...0xDBFF).contains(unit), i + 3 < range.upperBound, bytes[i + 2] == UInt8(ascii: "\\"),
          bytes[i + 3] == UInt8(ascii: "u"), case let low = try hex(i + 4, range.upperBound),
          (0xDC00...0xDFFF).contains(low)
        {
          unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
          i += 6
        }
        out.append(contentsOf: String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
      default: throw Fault(offset: i, message: "bad JSON: there is no such escape", help: "write a backslash as \\\\")
      }
      i += 2
    }
    return String(decoding: out, as: UTF8.self)
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
