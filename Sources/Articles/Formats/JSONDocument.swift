/// A JSON text (RFC 8259) as a tree whose strings know where they stand.
package struct JSONDocument {
  package indirect enum Value {
    case null
    case bool(Bool)
    /// Its bytes.
    case number(Range<Int>)
    case string(Text)
    case array([Value])
    case object([Member])
  }

  /// A string, by the bytes between its quotation marks.
  package struct Text {
    package var range: Range<Int>
    package var hasEscapes: Bool
  }

  package struct Member {
    package var key: String
    /// The offset of its value.
    package var offset: Int
    package var value: Value
  }

  let source: MappedText
  package let root: Value

  /// - Parameter source: the text, with its places in the file.
  /// - Throws: the fault with its offset in `source`.
  init(_ source: MappedText) throws(JSONScanner.Fault) {
    self.source = source
    let result: Result<Value, JSONScanner.Fault> = source.text.withBytes { bytes in
      var parser = Parser(scanner: JSONScanner(bytes))
      do throws(JSONScanner.Fault) {
        let root = try parser.value(depth: 0)
        parser.scanner.skipBlanks()
        guard parser.scanner.isAtEnd else { throw parser.scanner.fault("bad JSON: more follows after the value") }
        return .success(root)
      } catch {
        return .failure(error)
      }
    }
    root = try result.get()
  }

  /// A string's text with its place in the file.
  func text(_ text: Text) -> MappedText {
    guard text.hasEscapes else { return source[text.range] }
    let inner = source.text.withBytes { bytes in try? JSONScanner(bytes).unescape(text.range) }
    return inner?.through(source) ?? source[text.range]
  }

  /// Reads a file of the program's own.
  ///
  /// - Throws: what is wrong with it, and where.
  package init(file: SourceText) throws(Diagnostic) {
    do {
      self = try JSONDocument(MappedText(file, 0..<file.text.utf8.count))
    } catch {
      throw Diagnostic(.error, error.message, at: file.location(error.offset..<error.offset), help: error.help)
    }
  }

  /// A string's text alone, without its places.
  package func string(_ text: Text) -> String {
    source.text.withBytes { bytes in
      guard text.hasEscapes else { return bytes.string(text.range) }
      return (try? JSONScanner(bytes).unescape(text.range).text) ?? bytes.string(text.range)
    }
  }

  /// A number's value; nil where what stands there is none.
  package func number(_ number: Range<Int>) -> Double? {
    source.text.withBytes { Double($0.string(number)) }
  }

  /// What a number looks like.
  func text(_ number: Range<Int>) -> String { source[number].text }

  private struct Parser {
    var scanner: JSONScanner

    mutating func value(depth: Int) throws(JSONScanner.Fault) -> Value {
      guard depth <= JSONScanner.deepest else {
        throw scanner.fault("bad JSON: nested deeper than \(JSONScanner.deepest)")
      }
      scanner.skipBlanks()
      switch scanner.peek {
      case UInt8(ascii: "\""):
        let (start, end, escaped) = try scanner.scanString()
        // Bad escapes are found now, so that reading the text later cannot fail.
        if escaped { _ = try scanner.unescape(start..<end) }
        return .string(Text(range: start..<end, hasEscapes: escaped))
      case UInt8(ascii: "{"): return .object(try members(depth: depth))
      case UInt8(ascii: "["): return .array(try elements(depth: depth))
      case nil: throw scanner.fault("bad JSON: the text ends where a value should stand")
      default:
        if let number = scanner.number() { return .number(number) }
        let isTrue = scanner.peek == UInt8(ascii: "t")
        let isNull = scanner.peek == UInt8(ascii: "n")
        guard try scanner.word() else { throw scanner.fault("bad JSON: no value begins like this") }
        return isNull ? .null : .bool(isTrue)
      }
    }

    private mutating func members(depth: Int) throws(JSONScanner.Fault) -> [Member] {
      var members: [Member] = []
      _ = scanner.take(UInt8(ascii: "{"))
      scanner.skipBlanks()
      if scanner.take(UInt8(ascii: "}")) { return members }
      repeat {
        let key = try scanner.key()
        let offset = scanner.offset
        members.append(Member(key: key, offset: offset, value: try value(depth: depth + 1)))
        scanner.skipBlanks()
      } while scanner.take(UInt8(ascii: ","))
      guard scanner.take(UInt8(ascii: "}")) else {
        throw scanner.fault("bad JSON: a comma or the closing brace is missing here")
      }
      return members
    }

    private mutating func elements(depth: Int) throws(JSONScanner.Fault) -> [Value] {
      var elements: [Value] = []
      _ = scanner.take(UInt8(ascii: "["))
      scanner.skipBlanks()
      if scanner.take(UInt8(ascii: "]")) { return elements }
      repeat {
        elements.append(try value(depth: depth + 1))
        scanner.skipBlanks()
      } while scanner.take(UInt8(ascii: ","))
      guard scanner.take(UInt8(ascii: "]")) else {
        throw scanner.fault("bad JSON: a comma or the closing bracket is missing here")
      }
      return elements
    }
  }
}

extension JSONDocument.Value {
  /// The value of the first member of that name.
  subscript(key key: String) -> JSONDocument.Value? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var elements: [JSONDocument.Value] {
    if case .array(let elements) = self { return elements }
    return []
  }

  var isArray: Bool {
    if case .array = self { return true }
    return false
  }

  package var isObject: Bool {
    if case .object = self { return true }
    return false
  }
}
