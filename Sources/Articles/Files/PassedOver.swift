#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files beside articles that are none: what a pattern or a folder gives, and nobody named.
struct PassedOver {
  private var files: [(path: String, what: String)] = []
  var severity = Diagnostic.Severity.note
  var isEmpty: Bool { files.isEmpty }

  /// Endings of documents that somebody may take for articles which are read. Of a folder only these are worth a word:
  /// pages are saved with pictures and scripts by the hundred.
  private static let documents: [String: String] = [
    "pdf": "a PDF document", "doc": "an office document", "docx": "an office document", "odt": "an office document",
    "pages": "an office document", "rtf": "an RTF document", "epub": "an e-book", "mobi": "an e-book",
    "webarchive": "a web archive", "warc": "a web archive", "zip": "an archive", "7z": "an archive",
    "rar": "an archive", "tar": "an archive", "tgz": "an archive", "xz": "compressed with xz",
    "bz2": "compressed with bzip2", "zst": "compressed with Zstandard",
  ]

  mutating func add(_ path: String, _ what: String) { files.append((path, what)) }

  /// Takes a file of a folder that has no article's ending.
  mutating func addDocument(_ path: String, name: String) {
    if let what = Self.documents[ArticleFormat.ending(of: name)] { add(path, what) }
  }

  /// One note for all, whose place is the folder or pattern.
  func note(at place: String) -> Diagnostic? {
    guard let first = files.first else { return nil }
    if files.count == 1 {
      return Diagnostic(
        severity, "is passed over: it is \(first.what), which is not read", at: .init(file: first.path))
    }
    let names = files.prefix(4).map { "“\(FileName.shown($0.path))” (\($0.what))" }.joined(separator: ", ")
    let more = files.count > 4 ? " and \(files.count - 4) more" : ""
    return Diagnostic(
      severity, "\(files.count) files that are not read are passed over: \(names)\(more)", at: .init(file: place))
  }

  /// What a file is that is no text, by its beginning; nil where it may be text, or cannot be read to tell.
  static func kind(of path: String) -> String? {
    let file = FileName.withPath(path) { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    guard file >= 0 else { return nil }
    defer { close(file) }
    var head = [UInt8](repeating: 0, count: 1 << 12)
    let count = head.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    guard count > 0 else { return nil }
    head.removeLast(head.count - count)
    if Gunzip.isGzip(head), let gunzip = Gunzip() {
      var unpacked: [UInt8] = []
      _ = head.withUnsafeBytes { piece in
        gunzip.inflate(piece) { more in
          unpacked.append(contentsOf: more.prefix(1 << 12))
          return unpacked.count < 1 << 12
        }
      }
      head = unpacked
    }
    if TextDecoder.mark(head) != nil { return nil }
    if let binary = BinaryFile(head) { return binary.what }
    return head.withUnsafeBufferPointer { head in
      BinaryFile.firstZero(in: head) == nil || WideText.encoding(head) != nil ? nil : "a binary file"
    }
  }
}
