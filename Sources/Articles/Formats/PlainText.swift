/// Cuts plain text into blocks: paragraphs, and what stands on a line of its own.
///
/// Articles come one paragraph a line, with blank lines between or without, or wrapped at some column with blank lines
/// between. Which it is, the lines tell: in wrapped text the first word of a line would not have fitted on the line
/// before.
struct PlainText {
  private struct Line {
    /// Without the blanks at its ends.
    var range: Range<Int>
    var width: Int
    /// A blank line, or a rule of signs, stands before it.
    var isFirst: Bool
    /// The length of a list marker and the blanks after it.
    var marker: Int
  }

  /// Wrapped text is no wider, in columns, and no narrower.
  private static let wrapColumns = 40...120

  private let bytes: Bytes
  private var lines: [Line] = []

  static func blocks(of bytes: Bytes, _ range: Range<Int>) -> [Block] {
    var text = PlainText(bytes: bytes)
    text.cutLines(range)
    text.dropLoneNumbers()
    return text.blocks()
  }

  private init(bytes: Bytes) { self.bytes = bytes }

  private mutating func cutLines(_ range: Range<Int>) {
    var start = range.lowerBound
    var isFirst = true
    var i = start
    while i <= range.upperBound {
      if i == range.upperBound || Bytes.isLineEnd(bytes[i]) {
        let line = bytes.trimmed(start..<i)
        if line.isEmpty || isRule(line) {
          // Of CR LF the LF ends no line of its own.
          if !(i == start && i > range.lowerBound && bytes[i - 1] == 0x0D && i < range.upperBound && bytes[i] == 0x0A) {
            isFirst = true
          }
        } else {
          lines.append(
            Line(range: line, width: bytes.width(line), isFirst: isFirst, marker: listMarker(line)))
          isFirst = false
        }
        start = i + 1
      }
      i += 1
    }
  }

  /// "28. Dezember 2012 …": a number above one, with none before or after it, begins a sentence and no item of a list.
  private mutating func dropLoneNumbers() {
    let numbers = Set(lines.compactMap { $0.marker > 0 ? number(of: $0) : nil })
    for (i, line) in lines.enumerated() where line.marker > 0 {
      guard let value = number(of: line), value > 1 else { continue }
      let isBesideItems =
        i > 0 && lines[i - 1].marker > 0 && !line.isFirst
        || i + 1 < lines.count && lines[i + 1].marker > 0 && !lines[i + 1].isFirst
      if !numbers.contains(value - 1), !numbers.contains(value + 1), !isBesideItems { lines[i].marker = 0 }
    }
  }

  private func number(of line: Line) -> Int? {
    var value = 0
    for byte in bytes[line.range].prefix(2) where (0x30...0x39).contains(byte) { value = value * 10 + Int(byte - 0x30) }
    return value > 0 ? value : nil
  }

  /// A line of signs that parts sections: `* * *`, `-----`.
  private func isRule(_ line: Range<Int>) -> Bool {
    line.allSatisfy { i in
      switch bytes[i] {
      case 0x20, 0x09, UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"),
        UInt8(ascii: "#"):
        true
      default: false
      }
    }
  }

  /// `- `, `* `, `• `, `– `, `1. `, `2) `: the bytes up to the text.
  private func listMarker(_ line: Range<Int>) -> Int {
    var i = line.lowerBound
    switch bytes.scalar(at: i) {
    case 0x2D, 0x2A, 0x2B: i += 1
    case 0x2022, 0x25AA, 0x25CF, 0x2013, 0x2014, 0x2043, 0x2219: i += 3
    case 0xB7: i += 2
    case 0x31...0x39:
      i += 1
      if i < line.upperBound, (0x30...0x39).contains(bytes[i]) { i += 1 }
      guard i < line.upperBound, bytes[i] == UInt8(ascii: ".") || bytes[i] == UInt8(ascii: ")") else { return 0 }
      i += 1
    default: return 0
    }
    let blank = i
    while i < line.upperBound, bytes.blank(at: i) > 0 { i += bytes.blank(at: i) }
    return i > blank && i < line.upperBound ? i - line.lowerBound : 0
  }

  // MARK: Wrapped lines

  /// Whether the next line goes on where this one's width ended it.
  private func isFilled(_ i: Int, _ columns: Int) -> Bool {
    let next = lines[i + 1].range
    // An ideograph is a word; so may be the sign after it, which must not begin a line.
    if Signs.isIdeograph(bytes.scalar(at: next.lowerBound)) { return lines[i].width + 4 > columns }
    var end = next.lowerBound
    while end < next.upperBound, bytes.blank(at: end) == 0 { end += 1 }
    return lines[i].width + 1 + bytes.width(next.lowerBound..<end) > columns
  }

  /// The width at which the text was wrapped, nil where it was not.
  private func wrapColumn() -> Int? {
    var columns = 0
    var long = 0
    var total = 0
    for (i, line) in lines.enumerated() {
      total += line.width
      let inGroup = !line.isFirst || (i + 1 < lines.count && !lines[i + 1].isFirst)
      if line.width > Self.wrapColumns.upperBound {
        long += line.width
      } else if inGroup {
        columns = max(columns, line.width)
      }
    }
    guard Self.wrapColumns.contains(columns), long * 5 <= total else { return nil }
    var filled = 0
    var pairs = 0
    var runsOver = false
    for i in lines.indices.dropLast() where !lines[i + 1].isFirst && lines[i].width * 2 >= columns {
      guard lines[i + 1].marker == 0 else { continue }
      pairs += 1
      guard isFilled(i, columns) else { continue }
      filled += 1
      if !bytes.endsSentence(lines[i].range) { runsOver = true }
    }
    return runsOver && filled * 4 >= pairs * 3 ? columns : nil
  }

  private func blocks() -> [Block] {
    let columns = wrapColumn()
    var blocks: [Block] = []
    var i = 0
    while i < lines.count {
      var end = i + 1
      if let columns {
        while end < lines.count, !lines[end].isFirst, lines[end].marker == 0, isFilled(end - 1, columns) { end += 1 }
      }
      blocks.append(block(i..<end))
      i = end
    }
    return blocks
  }

  private func block(_ range: Range<Int>) -> Block {
    let first = lines[range.lowerBound]
    let start = first.range.lowerBound + first.marker
    let kind: Block.Kind = first.marker > 0 ? .item : .paragraph
    guard range.count > 1 else {
      return Block(kind: kind, text: bytes.string(start..<first.range.upperBound), map: SourceMap(source: start))
    }
    var text = Array(bytes[start..<first.range.upperBound])
    var runs = [(block: 0, source: start)]
    for i in range.dropFirst() {
      let line = lines[i].range
      let before = lines[i - 1].range.upperBound
      let parts =
        !(Signs.isIdeograph(bytes.scalar(before: before)) && Signs.isIdeograph(bytes.scalar(at: line.lowerBound)))
      if parts {
        runs.append((text.count, before))
        text.append(0x20)
      }
      runs.append((text.count, line.lowerBound))
      text.append(contentsOf: bytes[line])
    }
    return Block(kind: kind, text: String(decoding: text, as: UTF8.self), map: SourceMap(runs: runs))
  }
}
