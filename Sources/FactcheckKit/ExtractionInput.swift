import Articles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

private func openFile(_ path: String) -> Int32 { FileName.withPath(path) { open($0, O_RDONLY | O_CLOEXEC) } }
private func closeFile(_ file: Int32) { close(file) }

/// What one worker reads at a time.
struct ExtractionPiece: Sendable {
  enum Content: Sendable {
    /// Something that could not be opened.
    case nothing
    /// A whole file.
    case file(ArticleFinder.Found)
    /// Articles, one a line.
    case lines(LineBatch)
    /// Paragraphs of one long text.
    case text(LineBatch)
    /// One article or several: what was read of an open descriptor, and all that is still to come.
    case whole(file: Int32, head: [UInt8])
  }

  var content: Content
  /// What messages call the input.
  var name: String
  /// For articles that do not say.
  var fallback: ArticleMetadata
  var problems: [Diagnostic] = []
}

/// The sources of an extraction, cut into pieces.
struct ExtractionInput: PieceSource {
  /// Sources to come, the next one last.
  private var sources: [Extraction.Source]
  private let given: ArticleMetadata
  private var files: [ArticleFinder.Found] = []
  private var stream: Stream?

  private struct Stream {
    var reader: LineReader
    var name: String
    var isLines: Bool
    /// To be closed in the end.
    var file: Int32?
    /// What the beginning of a text tells about all of it.
    var fallback: ArticleMetadata?
  }

  /// - Parameter fallback: for articles that do not say.
  init(_ sources: [Extraction.Source], fallback: ArticleMetadata) {
    self.sources = sources.reversed()
    given = fallback
  }

  var mayBlock: Bool { files.isEmpty && stream?.reader.mayBlock ?? false }

  mutating func next() -> ExtractionPiece? {
    while true {
      if let file = files.popLast() { return ExtractionPiece(content: .file(file), name: file.id, fallback: given) }
      if let piece = nextOfStream() { return piece }
      guard let source = sources.popLast() else { return nil }
      if let piece = open(source) { return piece }
    }
  }

  /// A piece where there is something to complain about.
  private mutating func open(_ source: Extraction.Source) -> ExtractionPiece? {
    switch source {
    case .article(let path):
      // In one go with those that follow, so that a file which several of them reach is read once.
      var paths = [path]
      while case .article(let next)? = sources.last {
        paths.append(next)
        sources.removeLast()
      }
      let found = ArticleFinder.find(paths)
      files = found.files.reversed()
      return found.problems.isEmpty ? nil : complaint(path, found.problems)
    case .lines(let path):
      let file = openFile(path)
      guard file >= 0 else { return complaint(path, [Self.failure(path, errno)]) }
      stream = Stream(reader: LineReader(file: file, name: path), name: path, isLines: true, file: file)
    case .stream(let file, let name, let isLines):
      var reader = LineReader(file: file, name: name, cut: isLines ? .line : .paragraph)
      if !isLines {
        do {
          let (head, isAll) = try reader.head(LineReader.batch)
          // Only long plain text in UTF-8 can be read part by part.
          if head.contains(where: { $0 > 0x20 }), isAll || !ArticleReader.isStreamable(head) {
            return ExtractionPiece(content: .whole(file: file, head: head), name: name, fallback: given)
          }
        } catch {
          return complaint(name, [error])
        }
      }
      stream = Stream(reader: reader, name: name, isLines: isLines)
    }
    return nil
  }

  private mutating func nextOfStream() -> ExtractionPiece? {
    guard let name = stream?.name else { return nil }
    let batch: LineBatch?
    do {
      batch = try stream?.reader.next()
    } catch {
      close()
      return complaint(name, [error])
    }
    guard let batch else {
      close()
      return nil
    }
    if stream?.isLines == true { return ExtractionPiece(content: .lines(batch), name: name, fallback: given) }
    var fallback = stream?.fallback
    if fallback == nil {
      fallback = given
      stream?.fallback = PieceExtraction.fallback(fromBeginning: batch, name: name, given)
    }
    return ExtractionPiece(content: .text(batch), name: name, fallback: fallback ?? given)
  }

  private mutating func close() {
    if let file = stream?.file { closeFile(file) }
    stream = nil
  }

  private func complaint(_ name: String, _ problems: [Diagnostic]) -> ExtractionPiece {
    ExtractionPiece(content: .nothing, name: name, fallback: given, problems: problems)
  }

  private static func failure(_ path: String, _ code: Int32) -> Diagnostic {
    // The finder knows what stands beside a path that is missing.
    if let problem = ArticleFinder.find([path]).problems.first { return problem }
    return Diagnostic(
      .error, "cannot be opened: \(String(cString: strerror(code)))", at: .init(file: path),
      help: code == EACCES ? "`chmod u+r` the file, or run as a user who may read it" : nil)
  }
}
