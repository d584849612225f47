/// Writes JSON (RFC 8259) as UTF-8 bytes, in the order in which it is told.
///
/// The caller keeps the grammar: a key before each value of an object, every `begin` ended. Strings are escaped only
/// where JSON demands it. Numbers are the shortest text that reads back as the same value: `5200`, `0.1`.
public struct JSONWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  private struct Container {
    var isInline: Bool
    var isEmpty = true
  }
  private var open: [Container] = []
  private var followsKey = false
  private let escapesMarkup: Bool

  /// - Parameter escapesMarkup: write `<`, `>` and `&` as escapes too, so that the text can stand in a `script` element.
  public init(escapesMarkup: Bool = false) { self.escapesMarkup = escapesMarkup }

  /// Makes room to go on writing: for streams, after the bytes have gone out.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  // MARK: - Containers

  /// - Parameter inline: write it, and all in it, on one line.
  public mutating func beginObject(inline: Bool = false) { begin(UInt8(ascii: "{"), inline) }
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  public mutating func beginArray(inline: Bool = false) { begin(UInt8(ascii: "["), inline) }
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  private mutating func begin(_ bracket: UInt8, _ inline: Bool) {
    beginValue()
    bytes.append(bracket)
    open.append(Container(isInline: inline || open.last?.isInline == true))
  }

  private mutating func end(_ bracket: UInt8) {
    guard let container = open.popLast() else { return }
    if !container.isEmpty, !container.isInline { newLine() }
    bytes.append(bracket)
  }

  /// The name of the next value. It is written as it stands: it must need no escapes.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(ascii: " "))
    followsKey = true
  }

  private mutating func beginValue() {
    if followsKey { followsKey = false } else { separate() }
  }

  private mutating func separate() {
    guard let last = open.indices.last else { return }
    if !open[last].isEmpty { bytes.append(UInt8(ascii: ",")) }
    if !open[last].isInline { newLine() } else if !open[last].isEmpty { bytes.append(UInt8(ascii: " ")) }
    open[last].isEmpty = false
  }

  private mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<open.count * 2 { bytes.append(UInt8(ascii: " ")) }
  }

  /// Ends a line of a stream of values, or the file.
  public mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

  // MARK: - Values

  public mutating func null() {
    beginValue()
    append("null")
  }

  public mutating func value(_ value: Bool) {
    beginValue()
    append(value ? "true" : "false")
  }

  public mutating func value(_ value: Int) {
    beginValue()
    appendInteger(value)
  }

  /// What is no number (infinite, undefined) is null, as JSON has no word for it.
  public mutating func value(_ value: Double) {
    beginValue()
    guard value.isFinite else { return append("null") }
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return appendInteger(whole) }
    bytes.append(contentsOf: value.description.utf8)
  }

  public mutating func value(_ value: Double?) {
    if let value { self.value(value) } else { null() }
  }

  public mutating func value(_ text: String?) {
    if let text { value(text) } else { null() }
  }

  public mutating func value(_ texts: [String], inline: Bool = false) {
    beginArray(inline: inline)
    for text in texts { value(text) }
    endArray()
  }

  public mutating func value(_ text: String) {
    beginValue()
    bytes.append(UInt8(ascii: "\""))
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for i in 0..<text.count {
      let byte = text[i]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || escapesMarkup && isMarkup(byte)
      else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<i]))
      start = i + 1
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      default:
        append("\\u00")
        bytes.append(UInt8(ascii: "0") + byte >> 4)
        let digit = byte & 0xF
        bytes.append(digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a"))
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  private func isMarkup(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func appendInteger(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}
