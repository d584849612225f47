/// Reads the strings of one JSON object straight from its bytes, and passes over what it does not know: an article in a
/// line costs no tree.
struct FlatJSON {
  typealias Fault = JSONScanner.Fault

  enum Key { case id, text, language, date, title, source, url, other }

  private var scanner: JSONScanner
  var offset: Int { scanner.offset }

  init(_ bytes: Bytes) { scanner = JSONScanner(bytes) }

  /// Reads the whole line as one object; `member` must read or skip each value.
  mutating func readObject(_ member: (Key, inout FlatJSON) throws(Fault) -> Void) throws(Fault) {
    scanner.skipBlanks()
    guard scanner.take(UInt8(ascii: "{")) else {
      throw scanner.fault(
        scanner.isAtEnd ? "the line is empty" : "the line is no JSON object", "write {\"id\": …, \"text\": …}")
    }
    scanner.skipBlanks()
    if !scanner.take(UInt8(ascii: "}")) {
      repeat {
        let key = try readKey()
        try member(key, &self)
        scanner.skipBlanks()
      } while scanner.take(UInt8(ascii: ","))
      guard scanner.take(UInt8(ascii: "}")) else {
        throw scanner.fault("bad JSON: a comma or the closing brace is missing here")
      }
    }
    scanner.skipBlanks()
    guard scanner.isAtEnd else {
      throw scanner.fault("bad JSON: more follows after the object", "write one object a line")
    }
  }

  private mutating func readKey() throws(Fault) -> Key {
    switch try scanner.key() {
    case "id": .id
    case "text": .text
    case "language": .language
    case "date": .date
    case "title": .title
    case "source": .source
    case "url": .url
    default: .other
    }
  }

  /// A string, or nil for `null`.
  mutating func readString(_ key: String) throws(Fault) -> String? {
    if scanner.peek == UInt8(ascii: "n") {
      try scanner.literal("null")
      return nil
    }
    guard scanner.peek == UInt8(ascii: "\"") else { throw scanner.fault("“\(key)” must be a string") }
    return try scanner.string()
  }

  /// A string, or a number as it is written.
  mutating func readStringOrNumber(_ key: String) throws(Fault) -> String {
    let start = offset
    if let number = scanner.number() { return scanner.bytes.string(number) }
    guard let value = try readString(key) else {
      throw Fault(offset: start, message: "“\(key)” must be a string, not null")
    }
    return value
  }

  /// Passes over a value of any kind; nested ones are checked loosely.
  mutating func skipValue() throws(Fault) { try scanner.skipValue() }
}
