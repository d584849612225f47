import ICU

/// How files become articles.
public struct ArticleOptions: Sendable {
  /// Reads the day out of a byline; dates in words need a reader that knows the language.
  public var bylineDate: BylineDate
  /// Leaves out buttons, teasers, comment boxes and the byline; see ``Article/leftOut``.
  public var leavesOutClutter: Bool
  /// Leaves out paragraphs that say nothing but what another one says.
  public var leavesOutRepeats: Bool
  /// The language and the day of articles that do not give theirs, neither as metadata nor in a front matter or byline.
  public var fallback = ArticleMetadata()
  /// Takes the day of a file's last change for articles that give none.
  public var usesFileDates = false
  /// Looks for paragraphs in another language than their article.
  public var tellsParagraphLanguages = true
  /// Cuts blocks into sentences; who looks for mentions alone needs none.
  public var findsSentences = true
  /// Longer files are refused, in bytes.
  public var maximumSize = 256 << 20
  /// Longer lines of plain text and Markdown are refused, in bytes: a novel on one line is about 1 MB.
  public var maximumLine = 8 << 20

  /// - Parameter bylineDate: without one, ISO days and `26.07.2021` are read.
  public init(bylineDate: BylineDate? = nil, leavesOutClutter: Bool = true, leavesOutRepeats: Bool = true) {
    self.bylineDate = bylineDate ?? Byline.figures
    self.leavesOutClutter = leavesOutClutter
    self.leavesOutRepeats = leavesOutRepeats
  }
}

/// Reads files into articles. A value; any number of threads may read at once.
public struct ArticleReader: Sendable {
  public var options: ArticleOptions

  public init(options: ArticleOptions = ArticleOptions()) { self.options = options }

  public struct Reading: Sendable {
    public var article: Article
    /// Warnings: a date or a language tag of the front matter that cannot be read, a key that is spelled wrong.
    public var warnings: [Diagnostic]
  }

  /// What a file gives.
  public struct FileReading: Sendable {
    public var articles: [Reading] = []
    /// What costs one of its articles, but not the others.
    public var problems: [Diagnostic] = []
  }

  /// The articles in a file: one, or as many as a feed or an export holds.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - id: what reports call it; the path, unless given.
  ///   - metadata: what is known of it; wins over what the file says.
  /// - Throws: a ``Diagnostic`` for a file that is missing, unreadable, empty, binary, too large, no regular file, or
  ///   broken beyond reading.
  public func readAll(
    _ path: String, id: String? = nil, metadata: ArticleMetadata = ArticleMetadata()
  ) throws(Diagnostic) -> FileReading {
    let file: DecodedFile
    do {
      file = try DecodedFile(path, name: id ?? FileName.shown(path), options: options)
    } catch {
      var error = error
      if error.location?.file == path { error.location?.file = id ?? FileName.shown(path) }
      throw error
    }
    var reading = try readings(file, path: path, metadata)
    if options.usesFileDates, let day = FileIdentity.lastChange(of: path) {
      for i in reading.articles.indices where reading.articles[i].article.day == nil {
        reading.articles[i].article.day = day
        reading.articles[i].article.dayOrigin = .file
      }
    }
    return reading
  }

  /// The first article of a file. Throws what ``readAll(_:id:metadata:)`` does, and where there is none.
  public func read(
    _ path: String, id: String? = nil, metadata: ArticleMetadata = ArticleMetadata()
  ) throws(Diagnostic) -> Reading {
    guard let first = try readAll(path, id: id, metadata: metadata).articles.first else { throw Self.none(id ?? path) }
    return first
  }

  /// The article in a text that is at hand.
  ///
  /// - Throws: a ``Diagnostic`` where the front matter is broken.
  public func read(
    text: String, id: String, format: ArticleFormat = .text, metadata: ArticleMetadata = ArticleMetadata()
  ) throws(Diagnostic) -> Reading {
    let file = DecodedFile(source: SourceText(name: id, text: text))
    guard let first = try readings(file, format: format, metadata: metadata).articles.first
    else { throw Self.none(id) }
    return first
  }

  /// The articles in what an open descriptor still gives, a pipe's too.
  ///
  /// - Parameter head: what was read of it already.
  /// - Throws: as ``readAll(_:id:metadata:)`` does.
  public func readAll(
    descriptor: Int32, head: [UInt8] = [], id: String, metadata: ArticleMetadata = ArticleMetadata()
  ) throws(Diagnostic) -> FileReading {
    let contents = try FileBytes(maximumSize: options.maximumSize).read(descriptor: descriptor, name: id, head: head)
    return try readings(DecodedFile(contents, name: id), path: "", metadata)
  }

  /// The encoding of two or four bytes a character that a byte order mark at the beginning tells.
  public static func wideEncoding(_ head: some Collection<UInt8>) -> String? {
    TextDecoder.mark(head).flatMap { $0.hasPrefix("UTF-8") ? nil : $0 }
  }

  /// Whether a text that begins like this can be read part by part: UTF-8 without a declaration, and no format of which
  /// all must be known.
  public static func isStreamable(_ head: [UInt8]) -> Bool {
    guard !Gunzip.isGzip(head), BinaryFile(head) == nil, TextDecoder.mark(head) ?? "UTF-8" == "UTF-8" else {
      return false
    }
    return head.withUnsafeBufferPointer { head in
      let scan = UTF8Check.scan(head)
      // The head may end inside a character.
      guard scan.nul == nil, scan.fault ?? head.count > head.count - 4, DeclaredCharset.find(in: head) == nil else {
        return false
      }
      let text = SourceText(name: "", text: head.string(0..<head.count))
      return ArticleFormat.detect(text, path: "") == .text
    }
  }

  private func readings(
    _ file: DecodedFile, path: String, _ metadata: ArticleMetadata
  ) throws(Diagnostic) -> FileReading {
    let format = ArticleFormat.detect(file.source, path: path)
    if format.limitsLines, let line = file.source.firstLine(longerThan: options.maximumLine) {
      throw Diagnostic(
        .error,
        "line \(line.number) is \(FileBytes.size(line.length)) long, over the "
          + "\(FileBytes.size(options.maximumLine)) that a line of text may have",
        at: .init(file: file.source.name, line: line.number, column: 1),
        help: "break it into paragraphs, one a line; if it holds many articles, put each in a file of its own")
    }
    return try readings(file, format: format, metadata: metadata)
  }

  private func readings(
    _ file: DecodedFile, format: ArticleFormat, metadata: ArticleMetadata
  ) throws(Diagnostic) -> FileReading {
    let drafts = try format.reader.drafts(in: file.source, options)
    var reading = FileReading(problems: drafts.problems)
    for (number, draft) in drafts.articles.enumerated() {
      // Reports need a name for each, however the file calls them.
      let own = draft.id ?? (drafts.articles.count > 1 ? "\(number + 1)" : nil)
      let id = own.map { file.source.name + "#" + $0 } ?? file.source.name
      var assembly = ArticleAssembly(
        source: file.source, id: id, draft: draft, metadata: metadata, options: options)
      var article = assembly.assemble()
      article.format = format
      article.encoding = file.encoding
      article.encodingOrigin = file.encodingOrigin
      reading.articles.append(
        Reading(article: article, warnings: (number == 0 ? file.warnings : []) + draft.warnings + assembly.warnings))
    }
    if reading.articles.isEmpty { reading.problems = file.warnings + reading.problems }
    return reading
  }

  private static func none(_ name: String) -> Diagnostic {
    Diagnostic(.error, "holds no article", at: .init(file: name), help: "take it off the list")
  }
}
