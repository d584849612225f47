/// The decoded text of a file, with its lines: turns UTF-8 offsets into code points, lines and columns.
public struct SourceText: Sendable {
  /// What messages call it, usually a path.
  public let name: String
  public let text: String
  /// The UTF-8 offset at which each line begins.
  private let lineStarts: [Int]
  /// The number of Unicode code points before each line.
  private let codePointsBefore: [Int]

  public init(name: String, text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.name = name
    var starts = [0]
    var before = [0]
    var points = 0
    text.utf8.withContiguousStorageIfAvailable { bytes in
      for i in 0..<bytes.count {
        let byte = bytes[i]
        if byte & 0xC0 != 0x80 { points += 1 }
        if byte == 0x0A {
          starts.append(i + 1)
          before.append(points)
        }
      }
    }
    lineStarts = starts
    codePointsBefore = before
    self.text = text
  }

  public struct Position: Sendable, Hashable {
    /// From 1.
    public var line: Int
    /// In code points, from 1.
    public var column: Int
    /// Code points before it in the whole text.
    public var codePoint: Int
  }

  public func position(atUTF8 offset: Int) -> Position {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let inLine = Self.codePoints(in: text, lineStarts[low]..<max(lineStarts[low], offset))
    return Position(line: low + 1, column: inLine + 1, codePoint: codePointsBefore[low] + inLine)
  }

  public var lineCount: Int { lineStarts.count }

  /// A line without its ending, counted from 1; empty past the end.
  public func line(_ number: Int) -> String {
    guard number >= 1, number <= lineStarts.count else { return "" }
    let end = number < lineStarts.count ? lineStarts[number] - 1 : text.utf8.count
    var line = Self.slice(text, lineStarts[number - 1]..<max(lineStarts[number - 1], end))
    if line.hasSuffix("\r") { line.removeLast() }
    return line
  }

  private static func codePoints(in text: String, _ range: Range<Int>) -> Int {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var count = 0
      for i in range.clamped(to: 0..<bytes.count) where bytes[i] & 0xC0 != 0x80 { count += 1 }
      return count
    } ?? 0
  }

  /// The text between two UTF-8 offsets.
  public static func slice(_ text: String, _ range: Range<Int>) -> String {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      String(decoding: UnsafeBufferPointer(rebasing: bytes[range.clamped(to: 0..<bytes.count)]), as: UTF8.self)
    } ?? ""
  }
}
