#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `read` of the C library, which a method of the same name hides.
private func readBytes(_ file: Int32, _ to: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(file, to, count) }

/// Reads a whole file, unpacks it where it is gzip, and refuses what is no article before it fills the memory.
struct FileBytes {
  /// Longer files are refused, in bytes, packed and unpacked.
  var maximumSize = 256 << 20
  /// What unpacks to more than this many times its size is no text; small files may.
  private static let maximumRatio = 300
  private static let smallEnough = 16 << 20

  struct Contents {
    var bytes: [UInt8]
    /// Whether they were packed.
    var isUnpacked = false
    var warnings: [Diagnostic] = []
  }

  /// The bytes of a regular file. Never blocks on a pipe or a device.
  ///
  /// - Parameter name: what messages call it.
  /// - Throws: a ``Diagnostic`` that names the file, where in it the fault lies, and how to mend it.
  func read(_ path: String, name: String) throws(Diagnostic) -> Contents {
    // Without O_NONBLOCK the opening of a FIFO that nobody writes to would never return.
    let file = FileName.withPath(path) { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    guard file >= 0 else { throw Self.failure(path, errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Self.failure(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw Diagnostic(
        .error, "is a folder, not an article", at: .init(file: name), help: "give the folder where articles are listed")
    default:
      throw Diagnostic(
        .error, "is no regular file but a pipe, socket or device", at: .init(file: name),
        help: "write what it holds to a file first, or send it to standard input and name `-`")
    }
    let size = Int(status.st_size)
    guard size <= maximumSize else { throw tooLarge(name, "is \(Self.size(size)), more") }
    return try read(descriptor: file, name: name, expected: size)
  }

  /// The bytes of an open file or pipe, from where it stands to its end; waits for what is still to come.
  ///
  /// - Parameters:
  ///   - head: what was read of it already.
  ///   - expected: how many bytes there probably are.
  func read(
    descriptor file: Int32, name: String, head: [UInt8] = [], expected: Int = 0
  ) throws(Diagnostic) -> Contents {
    var input = Input(limit: maximumSize)
    var chunk = head
    var isFirst = true
    while true {
      if isFirst || chunk.isEmpty {
        // The first bytes tell what it is: short pieces of a pipe are put together first.
        while chunk.count < (isFirst ? BinaryFile.head : 1) {
          let more = try Self.next(file, name, size: expected)
          if more.isEmpty { break }
          chunk += more
        }
      }
      if chunk.isEmpty { break }
      if isFirst {
        if Gunzip.isGzip(chunk) { return try unpack(chunk, file, name) }
        try refuseBinary(chunk, name)
      }
      isFirst = false
      guard input.take(&chunk) else { throw tooLarge(name, "is larger") }
    }
    return Contents(bytes: input.bytes)
  }

  /// Bytes that grow to a limit, and never take more room than that.
  private struct Input {
    let limit: Int
    var bytes: [UInt8] = []

    /// Empties a piece into this. False where there would be too many.
    mutating func take(_ piece: inout [UInt8]) -> Bool {
      if bytes.isEmpty, piece.count <= limit {
        swap(&bytes, &piece)
        return true
      }
      defer { piece.removeAll(keepingCapacity: false) }
      return append(piece)
    }

    /// False where there would be too many.
    mutating func append(_ more: some Collection<UInt8>) -> Bool {
      let count = bytes.count + more.count
      guard count <= limit else { return false }
      if bytes.capacity < count { bytes.reserveCapacity(min(limit, max(count, 2 * bytes.capacity))) }
      bytes.append(contentsOf: more)
      return true
    }
  }

  /// What comes next; nothing at the end.
  ///
  /// - Parameter size: how much there probably is: a small file shall not cost the memory of a large one.
  private static func next(_ file: Int32, _ name: String, size: Int = 0) throws(Diagnostic) -> [UInt8] {
    let most = size > 0 ? min(size + 1, 1 << 18) : 1 << 18
    while true {
      var code: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
        let got = readBytes(file, buffer.baseAddress, most)
        if got < 0 { code = errno }
        count = max(0, got)
      }
      switch code {
      case 0: return chunk
      case EINTR: continue
      case EAGAIN:
        var state = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        poll(&state, 1, -1)
      default: throw failure(name, code)
      }
    }
  }

  // MARK: gzip

  private func unpack(_ head: [UInt8], _ file: Int32, _ name: String) throws(Diagnostic) -> Contents {
    guard let gunzip = Gunzip() else { throw Diagnostic(.error, "there is no memory left", at: .init(file: name)) }
    var output = Input(limit: maximumSize)
    var packed = 0
    var chunk = head
    var state = Gunzip.State.open
    var refusal: Diagnostic?
    var isTested = false
    while !chunk.isEmpty, state == .open {
      packed += chunk.count
      guard packed <= maximumSize else { throw tooLarge(name, "is larger") }
      state = chunk.withUnsafeBytes { piece in
        gunzip.inflate(piece) { more in
          if !output.append(more) {
            refusal = tooLarge(name, "unpacks to more")
          } else if output.bytes.count > Self.smallEnough, output.bytes.count / Self.maximumRatio > packed {
            refusal = Diagnostic(
              .error,
              "unpacks to more than \(Self.maximumRatio) times its size: that is no text but a trap for the memory",
              at: .init(file: name), help: "take it off the list")
          }
          return refusal == nil
        }
      }
      if let refusal { throw refusal }
      if !isTested, output.bytes.count >= BinaryFile.head {
        isTested = true
        try refuseBinary(output.bytes.prefix(1 << 16), name, isUnpacked: true)
      }
      if state == .open { chunk = try Self.next(file, name) }
    }
    if !isTested { try refuseBinary(output.bytes[...], name, isUnpacked: true) }
    var contents = Contents(bytes: output.bytes, isUnpacked: true)
    let read = "; the \(Self.size(output.bytes.count)) before that are read"
    switch state {
    case .damaged:
      guard !output.bytes.isEmpty else {
        throw Diagnostic(
          .error, "is compressed with gzip, but damaged from its beginning on", at: .init(file: name),
          help: "fetch it again; `gzip -t` tests it")
      }
      contents.warnings.append(
        Diagnostic(
          .warning, "the gzip is damaged\(read)", at: .init(file: name), help: "fetch it again; `gzip -t` tests it"))
    case .trailing:
      contents.warnings.append(
        Diagnostic(.warning, "something that is no gzip follows after the gzip; it is left out", at: .init(file: name)))
    case .open where !gunzip.isComplete:
      guard !output.bytes.isEmpty else {
        throw Diagnostic(
          .error, "is compressed with gzip, but cut off before its text begins", at: .init(file: name),
          help: "fetch it again; `gzip -t` tests it")
      }
      contents.warnings.append(
        Diagnostic(
          .warning, "the gzip is cut off\(read)", at: .init(file: name), help: "fetch it again; `gzip -t` tests it"))
    case .open: break
    }
    return contents
  }

  // MARK: What is no article

  private func refuseBinary(
    _ head: some RandomAccessCollection<UInt8>, _ name: String, isUnpacked: Bool = false
  ) throws(Diagnostic) {
    let packed = isUnpacked ? "in its gzip, " : ""
    if isUnpacked, Gunzip.isGzip(head) {
      throw Diagnostic(
        .error, "is compressed with gzip twice", at: .init(file: name), help: "unpack it once with `gunzip`")
    }
    let isMarked = TextDecoder.mark(head) != nil
    if !isMarked, let binary = BinaryFile(head) {
      throw Diagnostic(.error, "\(packed)is \(binary.what), not text", at: .init(file: name), help: binary.help)
    }
    let zero = Array(head).withUnsafeBufferPointer { head in
      isMarked || WideText.encoding(head) != nil ? nil : BinaryFile.firstZero(in: head)
    }
    if let zero { throw Self.binary(name, Array(head), zero) }
  }

  static func binary(_ name: String, _ bytes: [UInt8], _ zero: Int) -> Diagnostic {
    let line = bytes[..<zero].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    return Diagnostic(
      .error, "is a binary file, not text: it has a NUL byte at offset \(zero)", at: .init(file: name, line: line),
      help: "save the article as plain text, Markdown or HTML, or take the file off the list")
  }

  private func tooLarge(_ name: String, _ what: String) -> Diagnostic {
    Diagnostic(
      .error, "\(what) than the \(Self.size(maximumSize)) that an article may have", at: .init(file: name),
      help: "split it into its articles, one a file, or one a line of JSON for `factcheck extract --input jsonl`")
  }

  static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) bytes" }
    var tenths = bytes / 100
    var unit = "kB"
    if tenths >= 10_000 { (tenths, unit) = (tenths / 1000, "MB") }
    if tenths >= 10_000 { (tenths, unit) = (tenths / 1000, "GB") }
    return tenths % 10 == 0 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
  }
}
