#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `read` of the C library, which a method of the same name hides.
private func readBytes(_ file: Int32, _ to: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(file, to, count) }

/// Reads a whole file, and refuses what is no article before it fills the memory.
struct FileBytes {
  /// Longer files are refused, in bytes.
  var maximumSize = 256 << 20
  /// Longer lines are refused, in bytes: a novel on one line is about 1 MB.
  var maximumLine = 8 << 20

  /// The bytes of a regular file of UTF-8 text. Never blocks on a pipe or a device.
  ///
  /// - Throws: a ``Diagnostic`` that names the file, where in it the fault lies, and how to mend it.
  func read(_ path: String) throws(Diagnostic) -> [UInt8] {
    // Without O_NONBLOCK the opening of a FIFO that nobody writes to would never return.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw Self.failure(path, errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Self.failure(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw Diagnostic(
        .error, "is a folder, not an article", at: .init(file: path), help: "give the folder where articles are listed")
    default:
      throw Diagnostic(
        .error, "is no regular file but a pipe, socket or device", at: .init(file: path),
        help: "write what it holds to a file first")
    }
    let size = Int(status.st_size)
    guard size <= maximumSize else {
      throw Diagnostic(
        .error, "is \(Self.size(size)), more than the \(Self.size(maximumSize)) an article may have",
        at: .init(file: path),
        help: "split it into its articles, one a file, or one a line of JSON for `factcheck extract --input jsonl`")
    }
    let bytes = try contents(file, path, expected: size)
    guard bytes.contains(where: { !Self.isBlank($0) }), !bytes.elementsEqual([0xEF, 0xBB, 0xBF]) else {
      throw Diagnostic(
        .error, bytes.isEmpty ? "is empty" : "is empty: it holds nothing but blanks", at: .init(file: path),
        help: "put the article's text into it, or take it off the list")
    }
    if let fault = bytes.withUnsafeBufferPointer({ UTF8Check.firstFault(in: $0) }) {
      throw Self.notUTF8(path, bytes, fault)
    }
    return bytes
  }

  /// Reads on to the end, watching for what cannot be text, so that a huge or binary file costs little.
  private func contents(_ file: Int32, _ path: String, expected: Int) throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var line = 1
    var lineStart = 0
    while true {
      let got = chunk.withUnsafeMutableBytes { readBytes(file, $0.baseAddress, $0.count) }
      if got < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path, errno)
      }
      if got == 0 { return bytes }
      let offset = bytes.count
      guard offset + got <= maximumSize else {
        throw Diagnostic(
          .error, "grows while it is read, past \(Self.size(maximumSize))", at: .init(file: path),
          help: "write it to the end first")
      }
      if offset == 0, let binary = Self.knownBinary(chunk[..<got]) { throw Self.binary(path, binary) }
      for i in 0..<got {
        if chunk[i] == 0x0A {
          if offset + i - lineStart > maximumLine { throw tooLong(path, line, offset + i - lineStart) }
          line += 1
          lineStart = offset + i + 1
        } else if chunk[i] == 0 {
          throw Self.binary(path, "it has a NUL byte at offset \(offset + i)", line: line)
        }
      }
      bytes.append(contentsOf: chunk[..<got])
      // The rest of the file is not read to see where the line ends.
      if bytes.count - lineStart > maximumLine { throw tooLong(path, line, nil) }
    }
  }

  private func tooLong(_ path: String, _ line: Int, _ length: Int?) -> Diagnostic {
    Diagnostic(
      .error,
      "line \(line) is \(length.map { Self.size($0) + " long, over" } ?? "longer than") the \(Self.size(maximumLine)) "
        + "that a line may have",
      at: .init(file: path, line: line, column: 1),
      help: "break it into paragraphs, one a line; if it holds many articles, put each in a file of its own")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) bytes" }
    var tenths = bytes / 100
    var unit = "kB"
    if tenths >= 10_000 { (tenths, unit) = (tenths / 1000, "MB") }
    if tenths >= 10_000 { (tenths, unit) = (tenths / 1000, "GB") }
    return tenths % 10 == 0 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
  }
}

/// What to say when it does not work.
extension FileBytes {
  static func failure(_ path: String, _ code: Int32) -> Diagnostic {
    let here = Diagnostic.Location(file: path)
    switch code {
    case ENOENT, ENOTDIR: return missing(path)
    case EACCES, EPERM:
      return Diagnostic(
        .error, "may not be read: permission denied", at: here,
        help: "`chmod u+r` the file (and `u+x` the folders above it), or run as a user who may read it")
    case ELOOP:
      return Diagnostic(
        .error, "is a loop of symbolic links: it leads back to itself", at: here,
        help: "point the link at the article itself, or remove it")
    case EMFILE, ENFILE:
      return Diagnostic(.error, "cannot be opened: too many files are open", at: here, help: "raise `ulimit -n`")
    case ENAMETOOLONG:
      return Diagnostic(.error, "cannot be opened: the name is too long", at: here, help: "shorten the path")
    default: return Diagnostic(.error, "cannot be read: \(String(cString: strerror(code)))", at: here)
    }
  }

  /// No such file: names the part of the path that is missing, and what is there by a name much like it.
  static func missing(_ path: String) -> Diagnostic {
    var folder = path.hasPrefix("/") ? "/" : "."
    var shown = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      let next = folder + "/" + part
      var status = stat()
      if stat(next, &status) != 0 {
        let siblings = FolderListing(folder).names
        let last = shown + part == path || shown + part + "/" == path
        let what =
          last ? "does not exist" : "does not exist: there is no “\(part)” in \(shown.isEmpty ? "this folder" : shown)"
        let near = Spelling.nearest(to: String(part), among: siblings)
        return Diagnostic(
          .error, what, at: .init(file: path),
          help: near.map { "did you mean “\(shown + $0)”?" }
            ?? "check the path")
      }
      folder = next
      shown += part + "/"
    }
    return Diagnostic(.error, "does not exist", at: .init(file: path))
  }

  private static func binary(_ path: String, _ why: String, line: Int = 0) -> Diagnostic {
    Diagnostic(
      .error, "is a binary file, not text: \(why)", at: .init(file: path, line: line),
      help: "save the article as UTF-8 text or Markdown, or take the file off the list")
  }

  /// Files that are often taken for text, by their first bytes.
  private static func knownBinary(_ head: ArraySlice<UInt8>) -> String? {
    let known: [(String, [UInt8])] = [
      ("it is a PDF", Array("%PDF-".utf8)),
      ("it is a ZIP archive or an office document", [0x50, 0x4B, 0x03, 0x04]),
      ("it is compressed with gzip", [0x1F, 0x8B]),
      ("it is a PNG image", [0x89, 0x50, 0x4E, 0x47]),
      ("it is a JPEG image", [0xFF, 0xD8, 0xFF]),
      ("it looks like UTF-32", [0xFF, 0xFE, 0x00, 0x00]),
      ("it looks like UTF-16, which is not read yet; `iconv -f utf-16 -t utf-8` turns it into UTF-8", [0xFF, 0xFE]),
      ("it looks like UTF-16, which is not read yet; `iconv -f utf-16 -t utf-8` turns it into UTF-8", [0xFE, 0xFF]),
    ]
    return known.first { head.starts(with: $0.1) }?.0
  }

  private static func notUTF8(_ path: String, _ bytes: [UInt8], _ fault: Int) -> Diagnostic {
    let start = (bytes[..<fault].lastIndex(of: 0x0A) ?? -1) + 1
    let line = bytes[..<fault].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    let column = bytes[start..<fault].reduce(1) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    let end = bytes[fault...].firstIndex(of: 0x0A) ?? bytes.count
    let excerpt = end - start <= 400 ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
    let hex = String(bytes[fault], radix: 16, uppercase: true)
    return Diagnostic(
      .error, "is not UTF-8: byte 0x\(hex) at offset \(fault) begins no character",
      at: .init(file: path, line: line, column: column, excerpt: excerpt),
      help: "convert it, for example: iconv -f windows-1252 -t utf-8 '\(path)' > utf8.txt")
  }
}
