import Articles

#if canImport(Glibc)
  import Glibc
  private let systemRead = Glibc.read
#elseif canImport(Musl)
  import Musl
  private let systemRead = Musl.read
#else
  import Darwin
  private let systemRead = Darwin.read
#endif

/// Whole lines of a stream.
struct LineBatch: Sendable {
  var bytes: [UInt8]
  /// The number of the first one, from 1.
  var firstLine: Int
  /// Unicode code points of the stream before the batch.
  var codePoint: Int
  /// Lines that had to be left out.
  var problems: [Diagnostic] = []
}

/// Cuts a stream into batches of whole lines, of which it holds one at a time, however long the stream is.
struct LineReader {
  /// How batches end.
  enum Cut {
    /// After any line.
    case line
    /// After an empty line, if one comes soon: what a batch holds is read without the next one.
    case paragraph
  }

  /// About how large a batch is, in bytes: enough to be worth a task, and little enough to hold several.
  static let batch = 1 << 17
  /// Longer lines are left out, in bytes.
  static let longestLine = 16 << 20

  private let file: Int32
  private let name: String
  private let cut: Cut
  private let longestLine: Int
  private var held: [UInt8] = []
  /// How many bytes of `held` are known to hold no place to cut.
  private var searched = 0
  private var line = 1
  private var codePoint = 0
  private var isAtEnd = false
  private var buffer = [UInt8](repeating: 0, count: LineReader.batch)

  /// - Parameters:
  ///   - file: an open descriptor; stays open.
  ///   - name: what messages call the stream.
  init(file: Int32, name: String, cut: Cut = .line, longestLine: Int = LineReader.longestLine) {
    self.file = file
    self.name = name
    self.cut = cut
    self.longestLine = longestLine
  }

  /// Whether the next batch would have to wait for the stream's writer.
  var mayBlock: Bool {
    guard !isAtEnd else { return false }
    var state = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, 0) == 0
  }

  /// The next lines; nil at the end of the stream. The last line need not be ended.
  mutating func next() throws(Diagnostic) -> LineBatch? {
    while true {
      if let end = place(toCut: isAtEnd) { return take(end) }
      if isAtEnd { return nil }
      if held.count > longestLine, held.lastIndex(of: 0x0A) == nil { return try skipLine() }
      try fill()
    }
  }

  private mutating func fill() throws(Diagnostic) {
    while true {
      let count = buffer.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, $0.count) }
      if count > 0 { return held.append(contentsOf: buffer[..<count]) }
      if count == 0 {
        isAtEnd = true
        return
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var state = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        poll(&state, 1, -1)
      case let code:
        throw Diagnostic(
          .error, "cannot be read: \(String(cString: strerror(code)))", at: .init(file: name, line: line),
          help: code == EISDIR ? "this is a folder: name the files in it" : nil)
      }
    }
  }

  /// Where in what is held the next batch may end; nil where more must be read first.
  private mutating func place(toCut all: Bool) -> Int? {
    guard !held.isEmpty else { return nil }
    if all { return held.count }
    defer { searched = held.count }
    var i = held.count
    switch cut {
    case .line:
      while i > searched {
        if held[i - 1] == 0x0A { return i }
        i -= 1
      }
      return nil
    case .paragraph:
      // The line feed before the blank line may have been there already.
      while i > max(1, searched) {
        if held[i - 1] == 0x0A, endsBlankLine(i - 1) { return i }
        i -= 1
      }
      // A text without paragraphs is cut after some line in the end.
      return held.count >= 8 * Self.batch ? held.lastIndex(of: 0x0A).map { $0 + 1 } : nil
    }
  }

  private func endsBlankLine(_ feed: Int) -> Bool {
    var i = feed - 1
    while i >= 0, held[i] == 0x20 || held[i] == 0x0D || held[i] == 0x09 { i -= 1 }
    return i >= 0 && held[i] == 0x0A
  }

  private mutating func take(_ end: Int) -> LineBatch {
    var batch = LineBatch(bytes: [], firstLine: line, codePoint: codePoint)
    if end == held.count {
      swap(&batch.bytes, &held)
    } else {
      batch.bytes = Array(held[..<end])
      held.removeSubrange(..<end)
    }
    searched = 0
    for byte in batch.bytes {
      if byte == 0x0A { line += 1 }
      if byte & 0xC0 != 0x80 { codePoint += 1 }
    }
    return batch
  }

  /// Reads over the rest of a line that is too long to hold.
  private mutating func skipLine() throws(Diagnostic) -> LineBatch {
    var batch = LineBatch(bytes: [], firstLine: line, codePoint: codePoint)
    var length = 0
    while true {
      let end = held.firstIndex(of: 0x0A).map { $0 + 1 } ?? held.count
      length += end
      for byte in held[..<end] where byte & 0xC0 != 0x80 { codePoint += 1 }
      let isEnded = end > 0 && held[end - 1] == 0x0A
      held.removeSubrange(..<end)
      if isEnded || isAtEnd { break }
      try fill()
    }
    batch.problems.append(
      Diagnostic(
        .error, "the line is \(length / 1_000_000) MB long, more than the \(longestLine >> 20) MiB that one may have",
        at: .init(file: name, line: line), help: "give each article a line of its own"))
    line += 1
    searched = 0
    return batch
  }
}
