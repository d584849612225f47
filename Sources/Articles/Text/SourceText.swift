/// The decoded text of a file, with its lines: turns UTF-8 offsets into code points, lines and columns.
///
/// A byte order mark stays in the text and counts as a code point, for places are those of the file as it lies on
/// disk; columns and excerpts leave it out, as editors do.
public struct SourceText: Sendable {
  /// What messages call it, usually a path.
  public let name: String
  public let text: String
  /// The UTF-8 offset at which each line begins.
  private let lineStarts: [Int]
  /// The number of Unicode code points before each `stride` bytes; empty where all is ASCII. So a place costs the
  /// same however long its line is.
  private let checkpoints: [Int]
  private static let stride = 512
  /// Whether the file begins with U+FEFF.
  public let hasByteOrderMark: Bool

  public init(name: String, text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.name = name
    var starts = [0]
    var points = [0]
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var ascii = true
      var count = 0
      var start = 0
      while start < bytes.count {
        let end = min(start + Self.stride, bytes.count)
        for i in start..<end {
          let byte = bytes[i]
          if byte & 0xC0 != 0x80 { count += 1 }
          if byte == 0x0A { starts.append(i + 1) }
        }
        if count < end { ascii = false }
        points.append(count)
        start = end
      }
      if ascii { points = [] }
    }
    hasByteOrderMark = text.utf8.prefix(3).elementsEqual([0xEF, 0xBB, 0xBF])
    lineStarts = starts
    checkpoints = points
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

  /// The place of a UTF-8 offset; one past the end is the end. O(log lines).
  public func position(atUTF8 offset: Int) -> Position {
    let line = lineIndex(at: offset)
    let point = codePoints(before: offset)
    var column = point - codePoints(before: lineStarts[line]) + 1
    if line == 0, hasByteOrderMark { column = max(1, column - 1) }
    return Position(line: line + 1, column: column, codePoint: point)
  }

  /// The number of code points before a UTF-8 offset.
  public func codePoints(before offset: Int) -> Int {
    let offset = max(0, min(offset, text.utf8.count))
    guard !checkpoints.isEmpty else { return offset }
    let block = offset / Self.stride
    return text.utf8.withContiguousStorageIfAvailable { bytes in
      var count = checkpoints[block]
      for i in block * Self.stride..<offset where bytes[i] & 0xC0 != 0x80 { count += 1 }
      return count
    } ?? 0
  }

  public var lineCount: Int { lineStarts.count }

  /// The first line of more than so many bytes of UTF-8.
  func firstLine(longerThan limit: Int) -> (number: Int, length: Int)? {
    guard text.utf8.count > limit else { return nil }
    for (i, start) in lineStarts.enumerated() {
      let end = i + 1 < lineStarts.count ? lineStarts[i + 1] - 1 : text.utf8.count
      if end - start > limit { return (i + 1, end - start) }
    }
    return nil
  }

  /// The UTF-8 offset at which a line begins, counted from 1; the end of the text past the last one.
  public func lineStart(_ number: Int) -> Int {
    number < 1 ? 0 : number <= lineStarts.count ? lineStarts[number - 1] : text.utf8.count
  }

  /// A line without its ending, counted from 1; empty past the end.
  public func line(_ number: Int) -> String {
    guard number >= 1, number <= lineStarts.count else { return "" }
    var start = lineStarts[number - 1]
    if start == 0, hasByteOrderMark { start = 3 }
    var end = number < lineStarts.count ? lineStarts[number] - 1 : text.utf8.count
    text.utf8.withContiguousStorageIfAvailable { bytes in
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    }
    return Self.slice(text, start..<max(start, end))
  }

  /// Where a message points: the line and column of a stretch of the text, with the line itself unless it is too long
  /// to show.
  public func location(_ range: Range<Int>) -> Diagnostic.Location {
    let start = position(atUTF8: range.lowerBound)
    let end = position(atUTF8: range.upperBound)
    let excerpt = line(start.line)
    return Diagnostic.Location(
      file: name, line: start.line, column: start.column,
      length: end.line == start.line ? max(1, end.column - start.column) : 1,
      excerpt: excerpt.utf8.count <= 400 ? excerpt : nil)
  }

  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The text between two UTF-8 offsets.
  public static func slice(_ text: String, _ range: Range<Int>) -> String {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      String(decoding: UnsafeBufferPointer(rebasing: bytes[range.clamped(to: 0..<bytes.count)]), as: UTF8.self)
    } ?? ""
  }
}
