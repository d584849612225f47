/// Gathers the text of one block of Markdown, and finds each piece of it again in the file.
///
/// The library tells where a piece of text begins only roughly (it does not count the marks before continued lines), and
/// gives the text after escapes and entities are resolved. So each piece is laid against the file from where it should
/// be, and else from where the last one ended.
struct MarkdownInline {
  private let bytes: Bytes
  /// The end of the block in the file.
  private let end: Int
  /// Where in the file the next piece may begin.
  private(set) var cursor: Int
  private var text: [UInt8] = []
  private var runs: [(block: Int, source: Int)] = []
  /// An image's description, which is read only where nothing else stands in the block.
  private var description: (text: [UInt8], runs: [(block: Int, source: Int)]) = ([], [])
  private var pendingBreak: Int?
  var hasImage = false

  init(bytes: Bytes, start: Int, end: Int) {
    self.bytes = bytes
    self.end = max(start, end)
    cursor = start
  }

  /// The block, or nil where nothing is left to read.
  func block(_ kind: Block.Kind) -> Block? {
    let isCaption = hasImage && text.allSatisfy { $0 == 0x20 }
    let (text, runs) = isCaption ? description : (text, runs)
    let trimmed = text.withUnsafeBufferPointer { $0.trimmed(0..<$0.count) }
    guard !trimmed.isEmpty else { return nil }
    var map = SourceMap(runs: runs)
    if trimmed.lowerBound > 0 {
      let start = map.source(of: trimmed.lowerBound)
      let rest = runs.filter { $0.block > trimmed.lowerBound }
      map = SourceMap(runs: [(0, start)] + rest.map { ($0.block - trimmed.lowerBound, $0.source) })
    }
    return Block(
      kind: isCaption && kind != .cell ? .caption : kind, text: String(decoding: text[trimmed], as: UTF8.self), map: map
    )
  }

  mutating func add(_ literal: Bytes, hint: Int, isCode: Bool, isDescription: Bool) {
    guard !literal.isEmpty else { return }
    let (found, after) = find(literal, hint: hint, isCode: isCode)
    cursor = after
    if isDescription {
      description.runs.append(contentsOf: found.map { (description.text.count + $0.block, $0.source) })
      description.text.append(contentsOf: literal)
      return
    }
    if let place = pendingBreak {
      pendingBreak = nil
      // Between ideographs a line end is no space.
      let joins = text.withUnsafeBufferPointer {
        !$0.isEmpty && Signs.isIdeograph($0.scalar(before: $0.count)) && Signs.isIdeograph(literal.scalar(at: 0))
      }
      if !joins { append(0x20, place) }
    }
    let start = text.count
    runs.append(contentsOf: found.map { (start + $0.block, $0.source) })
    text.append(contentsOf: literal)
  }

  /// Text that is not read, but lies in the file.
  mutating func skip(_ literal: Bytes, hint: Int) { cursor = find(literal, hint: hint, isCode: false).after }

  mutating func html(_ literal: Bytes) {
    if literal.count >= 3, literal[1] | 0x20 == UInt8(ascii: "b"), literal[2] | 0x20 == UInt8(ascii: "r") {
      append(0x20, cursor)
    }
    // Nothing of the tag may be taken for text; it stands as written unless it runs over a line.
    if let place = exact(literal) { cursor = place + literal.count }
  }

  mutating func lineBreak() {
    let line = (cursor..<end).first { Bytes.isLineEnd(bytes[$0]) } ?? cursor
    pendingBreak = line
    cursor = min(end, line + 1)
  }

  private mutating func append(_ byte: UInt8, _ source: Int) {
    runs.append((text.count, source))
    text.append(byte)
  }

  // MARK: Finding text again

  private typealias Runs = [(block: Int, source: Int)]

  private func find(_ literal: Bytes, hint: Int, isCode: Bool) -> (runs: Runs, after: Int) {
    if hint >= cursor, let found = align(literal, at: hint, isCode: isCode) { return found }
    var start = cursor
    // Bounded, so that no text makes this quadratic; what is looked for lies behind a few marks.
    let last = min(end, cursor + 4096)
    while start < last {
      if let found = align(literal, at: start, isCode: isCode) { return found }
      start += 1
    }
    // A wrong place inside the right block is the worst that is left.
    let place = max(0, min(max(hint, cursor), end - literal.count))
    return ([(0, place)], min(end, max(cursor, place + literal.count)))
  }

  private func exact(_ literal: Bytes) -> Int? {
    guard !literal.isEmpty else { return nil }
    var start = cursor
    while start + literal.count <= end {
      if bytes[start] == literal[0], (0..<literal.count).allSatisfy({ bytes[start + $0] == literal[$0] }) {
        return start
      }
      start += 1
      if start > cursor + 4096 { return nil }
    }
    return nil
  }

  /// Lays the text against the file from `start` on: byte for byte, over backslashes, entities and line ends.
  private func align(_ literal: Bytes, at start: Int, isCode: Bool) -> (runs: Runs, after: Int)? {
    var source = start
    var i = 0
    var runs: Runs = []
    var expected = -1
    func note(_ runs: inout Runs) { if source != expected { runs.append((i, source)) } }
    while i < literal.count {
      guard source < end else { return nil }
      let byte = bytes[source]
      if byte == UInt8(ascii: "\\"), source + 1 < end,
        isCode ? bytes[source + 1] == 0x7C : isPunctuation(bytes[source + 1])
      {
        source += 1
        guard bytes[source] == literal[i] else { return nil }
      } else if !isCode, byte == UInt8(ascii: "&"), let close = entityEnd(source) {
        let taken = resolved(literal, i, after: close)
        guard taken > 0 else { return nil }
        note(&runs)
        i += taken
        source = close
        expected = -1
        continue
      } else if isCode, Bytes.isLineEnd(byte), literal[i] == 0x20 {
        note(&runs)
        i += 1
        source += 1
        while source < end, [0x0A, 0x20, 0x09, 0x3E].contains(bytes[source]) { source += 1 }
        expected = -1
        continue
      } else if byte != literal[i] {
        return nil
      }
      note(&runs)
      i += 1
      source += 1
      expected = source
    }
    return (runs, source)
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  /// Where `&name;` or `&#123;` at `start` ends, or nil where it is a bare ampersand.
  private func entityEnd(_ start: Int) -> Int? {
    var i = start + 1
    while i < end, i < start + 40 {
      switch bytes[i] {
      case UInt8(ascii: ";"): return i > start + 1 ? i + 1 : nil
      case UInt8(ascii: "#"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A: i += 1
      default: return nil
      }
    }
    return nil
  }

  /// How many bytes of the text an entity stands for: one character or two, after which text and file agree again.
  private func resolved(_ literal: Bytes, _ i: Int, after close: Int) -> Int {
    var k = i + 1
    while k <= min(literal.count, i + 8) {
      if k == literal.count { return k - i }
      let isBoundary = literal[k] & 0xC0 != 0x80
      if isBoundary, close < end {
        let next = bytes[close]
        if next == literal[k] || next == UInt8(ascii: "&") || next == UInt8(ascii: "\\") { return k - i }
      }
      k += 1
    }
    return 0
  }
}
