import CXML

/// An XML document as a tree whose texts know where they stand in the file.
struct XMLDocument {
  struct Element {
    /// Without a prefix.
    var name: String
    /// The address of its namespace; empty where it has none.
    var namespace: String
    var attributes: [(name: String, value: String)] = []
    var children: [Child] = []
    /// From the first byte of its start tag to the last of its end tag.
    var range: Range<Int>
  }

  enum Child {
    case element(Element)
    case text(MappedText)
  }

  struct Fault: Error {
    /// From 1.
    var line: Int
    var message: String
    var help: String?
  }

  /// The outermost element.
  private(set) var root: Element
  /// Where the document is broken: what stands before was read.
  private(set) var fault: Fault?

  /// - Throws: the fault of a document that declares entities, or of which nothing can be read.
  init(_ source: SourceText) throws(Fault) {
    let result: Result<(Element, Fault?), Fault> = source.text.withBytes { bytes in
      guard let base = bytes.baseAddress, let document = cxml_parse(base, bytes.count) else {
        return .failure(Fault(line: 0, message: "is empty"))
      }
      defer { cxml_free(document) }
      return Self.read(document.pointee, bytes)
    }
    (root, fault) = try result.get()
  }

  private static func read(_ document: cxml_document, _ bytes: Bytes) -> Result<(Element, Fault?), Fault> {
    if document.is_refused != 0 {
      return .failure(
        Fault(
          line: 0, message: "declares entities of its own, which are not expanded here: they can make a file endless",
          help: "save it without a DOCTYPE that declares entities"))
    }
    var fault: Fault?
    if document.error_line > 0 {
      let message = withUnsafeBytes(of: document.error) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      fault = Fault(
        line: Int(document.error_line), message: "is no well-formed XML: \(message)",
        help: "what stands before was read; mend the file or fetch it again")
    } else if document.out_of_memory != 0 {
      fault = Fault(line: 0, message: "is too large to be read as XML", help: "split it")
    }
    var builder = XMLTreeBuilder(bytes)
    for event in UnsafeBufferPointer(start: document.events, count: document.count) {
      let literals = UnsafeBufferPointer(start: document.literals, count: document.literals_length)
      builder.take(
        event.kind, Bytes(rebasing: literals[Int(event.name)..<Int(event.name + event.name_length)]),
        Bytes(rebasing: literals[Int(event.value)..<Int(event.value + event.value_length)]))
    }
    guard let root = builder.finish() else {
      return .failure(fault ?? Fault(line: 0, message: "holds no element of XML"))
    }
    return .success((root, fault))
  }
}

extension XMLDocument.Element {
  var elements: [XMLDocument.Element] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  func first(_ names: String...) -> XMLDocument.Element? { elements.first { names.contains($0.name) } }

  /// The value of an attribute.
  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// All its text, that of the elements in it included.
  var text: MappedText {
    var builder = MappedTextBuilder()
    collect(&builder)
    return builder.text
  }

  private func collect(_ builder: inout MappedTextBuilder) {
    for child in children {
      switch child {
      case .text(let text): builder.append(text)
      case .element(let element): element.collect(&builder)
      }
    }
  }

  /// What it says in one line; nil where it says nothing.
  var line: String? {
    let line = text.text.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
    return line.isEmpty ? nil : line
  }
}

/// Puts the tree together, and walks along the file beside the parser, which does not tell places: between two tags
/// there is nothing but text, references, CDATA marks, comments and instructions.
private struct XMLTreeBuilder {
  private let bytes: Bytes
  private var cursor = 0
  private var isInData = false
  private var open: [XMLDocument.Element] = []
  private var text = MappedTextBuilder()
  /// The start tag read last closes its element itself.
  private var isClosed = false
  private var root: XMLDocument.Element?

  init(_ bytes: Bytes) { self.bytes = bytes }

  mutating func take(_ kind: Int32, _ name: Bytes, _ value: Bytes) {
    switch Int(kind) {
    case CXML_START:
      endText()
      let start = skipToTag()
      skipTag()
      isClosed = cursor >= 2 && bytes[cursor - 2] == UInt8(ascii: "/")
      open.append(
        XMLDocument.Element(
          name: String(decoding: name, as: UTF8.self), namespace: String(decoding: value, as: UTF8.self),
          range: start..<cursor))
    case CXML_ATTRIBUTE:
      guard !open.isEmpty else { return }
      open[open.count - 1].attributes.append(
        (String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
    case CXML_END:
      endText()
      if !isClosed {
        _ = skipToTag()
        skipTag()
      }
      isClosed = false
      close()
    default:
      isClosed = false
      align(value)
    }
  }

  /// The root; elements that a broken file leaves open end where it breaks.
  mutating func finish() -> XMLDocument.Element? {
    endText()
    while !open.isEmpty { close() }
    return root
  }

  private mutating func close() {
    guard var element = open.popLast() else { return }
    element.range = element.range.lowerBound..<max(element.range.upperBound, cursor)
    if open.isEmpty { root = root ?? element } else { open[open.count - 1].children.append(.element(element)) }
  }

  private mutating func endText() {
    guard !text.isEmpty else { return }
    if !open.isEmpty { open[open.count - 1].children.append(.text(text.text)) }
    text.removeAll()
  }

  // MARK: The walk along the file

  private func stands(_ mark: StaticString) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard cursor + length <= bytes.count else { return false }
    for i in 0..<length where bytes[cursor + i] != mark.utf8Start[i] { return false }
    return true
  }

  /// Goes behind the next occurrence of a mark.
  private mutating func skip(past mark: StaticString) {
    while cursor < bytes.count, !stands(mark) { cursor += 1 }
    cursor = min(bytes.count, cursor + mark.utf8CodeUnitCount)
  }

  /// Goes over a comment, an instruction or the mark of a CDATA section; false where none stands here.
  private mutating func skipMark() -> Bool {
    if isInData {
      guard stands("]]>") else { return false }
      cursor += 3
      isInData = false
    } else if stands("<![CDATA[") {
      cursor += 9
      isInData = true
    } else if stands("<!--") {
      skip(past: "-->")
    } else if stands("<?") {
      skip(past: "?>")
    } else {
      return false
    }
    return true
  }

  /// Goes to the next tag, over what may stand before it; where it begins.
  private mutating func skipToTag() -> Int {
    while cursor < bytes.count {
      if skipMark() { continue }
      if !isInData, bytes[cursor] == UInt8(ascii: "<") {
        guard stands("<!") else { return cursor }
        skipTag()
      } else {
        cursor += 1
      }
    }
    return cursor
  }

  /// Goes behind a tag, or a DOCTYPE with what stands in its brackets.
  private mutating func skipTag() {
    var quote: UInt8 = 0
    var brackets = 0
    while cursor < bytes.count {
      let byte = bytes[cursor]
      cursor += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "]"): brackets -= 1
      case UInt8(ascii: ">"): if brackets <= 0 { return }
      default: break
      }
    }
  }

  /// Finds the parser's text in the file.
  private mutating func align(_ value: Bytes) {
    var i = 0
    while i < value.count {
      if skipMark() { continue }
      guard cursor < bytes.count else { return }
      let byte = bytes[cursor]
      if byte == UInt8(ascii: "&"), !isInData {
        // A reference is a text of its own.
        let start = cursor
        skip(past: ";")
        text.add(value[i...], for: start..<cursor)
        return
      }
      if byte == 0x0D, value[i] == 0x0A {
        let start = cursor
        cursor += cursor + 1 < bytes.count && bytes[cursor + 1] == 0x0A ? 2 : 1
        text.add([0x0A], for: start..<cursor)
        i += 1
        continue
      }
      var end = i
      let start = cursor
      while end < value.count, cursor < bytes.count, bytes[cursor] == value[end],
        isInData ? !stands("]]>") : bytes[cursor] != UInt8(ascii: "<") && bytes[cursor] != UInt8(ascii: "&")
      {
        cursor += 1
        end += 1
      }
      // Never where the file is what the parser says it is; but better a text without a place than none.
      guard end > i else {
        text.add(value[i...], for: cursor..<cursor)
        return
      }
      text.copy(UnsafeBufferPointer(rebasing: value[i..<end]), from: start)
      i = end
    }
  }
}
