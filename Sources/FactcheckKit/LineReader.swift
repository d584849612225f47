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
  private var isAtBeginning = true
  /// For lines that are packed.
  private var gunzip: Gunzip?
  /// What was wrong with the packing, told after the lines before it.
  private var complaint: Diagnostic?
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
      if isAtEnd {
        guard let problem = complaint else { return nil }
        complaint = nil
        return LineBatch(bytes: [], firstLine: line, codePoint: codePoint, problems: [problem])
      }
      if held.count > longestLine, held.lastIndex(of: 0x0A) == nil { return try skipLine() }
      try fill()
    }
  }

  /// Reads until the stream is known to be longer than so many bytes, or has ended; a batch may not have been taken.
  ///
  /// - Returns: what was read, and whether it is all there is.
  mutating func head(_ size: Int) throws(Diagnostic) -> (bytes: [UInt8], isAll: Bool) {
    while held.count < size, !isAtEnd { try fill() }
    return (held, isAtEnd)
  }

  private mutating func fill() throws(Diagnostic) {
    while true {
      // A few bytes of gzip may hold a thousand times as many.
      let most = gunzip == nil ? buffer.count : 1 << 13
      let count = buffer.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, most) }
      if count > 0 { return try take(read: count) }
      if count == 0 {
        isAtEnd = true
        if let gunzip, !gunzip.isComplete { complaint = damaged("is cut off") }
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

  private mutating func take(read count: Int) throws(Diagnostic) {
    if isAtBeginning, cut == .line {
      isAtBeginning = false
      if Gunzip.isGzip(buffer[..<count]) { gunzip = Gunzip() }
      if let encoding = ArticleReader.wideEncoding(buffer[..<count]) {
        throw Diagnostic(
          .error, "is \(encoding), but lines of JSON are read in UTF-8 alone", at: .init(file: name),
          help: "convert them: iconv -f \(encoding.lowercased()) -t utf-8")
      }
    }
    guard let gunzip else { return held.append(contentsOf: buffer[..<count]) }
    var unpacked: [UInt8] = []
    let state = buffer.withUnsafeBytes { bytes in
      gunzip.inflate(UnsafeRawBufferPointer(rebasing: bytes[..<count])) {
        unpacked.append(contentsOf: $0)
        return true
      }
    }
    held.append(contentsOf: unpacked)
    guard state != .open else { return }
    isAtEnd = true
    complaint = damaged(state == .damaged ? "is damaged" : "is followed by something else")
  }

  private func damaged(_ how: String) -> Diagnostic {
    Diagnostic(
      .error, "the gzip \(how); the lines before that are read", at: .init(file: name),
      help: "fetch it again; `gzip -t` tests it")
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
    for byte in batch.bytes where byte == 0x0A { line += 1 }
    codePoint += batch.bytes.withUnsafeBufferPointer { UTF8Check.codePoints($0) }
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
