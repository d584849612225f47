/// Writes markup as bytes. Text and the values of attributes are escaped here, so that no caller can forget it; names of
/// elements and attributes are literals of the program.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  typealias Attribute = (name: StaticString, value: String?)

  /// An element's start. Attributes without a value are left out.
  mutating func start(_ name: StaticString, _ attributes: Attribute...) {
    open(name, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func end(_ name: StaticString) {
    literal("</")
    literal(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// An element that holds nothing but text.
  mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
    open(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    self.text(text)
    end(name)
  }

  /// An element whose text quotes others: those of `parts` that run from right to left are isolated, so that what follows
  /// them keeps its place in the sentence.
  mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String, isolating parts: [String]) {
    open(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    var rest = text[...]
    for part in HTMLEscaping.rightToLeft(parts, in: text) {
      self.text(String(rest[..<part.lowerBound]))
      element("bdi", text: String(text[part]))
      rest = text[part.upperBound...]
    }
    self.text(String(rest))
    end(name)
  }

  /// An SVG element that holds nothing.
  mutating func empty(_ name: StaticString, _ attributes: Attribute...) {
    open(name, attributes)
    literal("/>")
  }

  mutating func text(_ text: String) { HTMLEscaping.append(text, to: &bytes) }

  mutating func line() { bytes.append(0x0A) }

  mutating func space() { bytes.append(0x20) }

  /// Markup of the program's own.
  mutating func literal(_ markup: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  var markup: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    bytes.append(UInt8(ascii: "<"))
    literal(name)
    for (name, value) in attributes {
      guard let value else { continue }
      bytes.append(0x20)
      literal(name)
      literal("=\"")
      text(value)
      bytes.append(UInt8(ascii: "\""))
    }
  }
}
