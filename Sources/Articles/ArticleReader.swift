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
  /// Cuts blocks into sentences; who looks for mentions alone needs none.
  public var findsSentences = true
  /// Longer files are refused, in bytes.
  public var maximumSize = 256 << 20
  /// Longer lines are refused, in bytes: a novel on one line is about 1 MB.
  public var maximumLine = 8 << 20

  /// - Parameter bylineDate: without one, ISO days and `26.07.2021` are read.
  public init(bylineDate: BylineDate? = nil, leavesOutClutter: Bool = true, leavesOutRepeats: Bool = true) {
    self.bylineDate = bylineDate ?? Byline.figures
    self.leavesOutClutter = leavesOutClutter
    self.leavesOutRepeats = leavesOutRepeats
  }
}

public enum ArticleFormat: Sendable {
  case text
  case markdown

  /// By the ending of a path: `.md` and `.markdown`, else plain text.
  public init(path: String) {
    let ending = path.split(separator: "/").last?.split(separator: ".").last?.lowercased()
    self = ending == "md" || ending == "markdown" ? .markdown : .text
  }
}

/// Reads one file into an ``Article``. A value; any number of threads may read at once.
public struct ArticleReader: Sendable {
  public var options: ArticleOptions

  public init(options: ArticleOptions = ArticleOptions()) { self.options = options }

  public struct Reading: Sendable {
    public var article: Article
    /// Warnings: a date or a language tag of the front matter that cannot be read, a key that is spelled wrong.
    public var warnings: [Diagnostic]
  }

  /// The article in a file.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - id: what reports call it; the path, unless given.
  ///   - metadata: what is known of it; wins over what the file says.
  /// - Throws: a ``Diagnostic`` for a file that is missing, unreadable, empty, binary, not UTF-8, too large, no regular
  ///   file, or whose front matter is broken.
  public func read(
    _ path: String, id: String? = nil, metadata: ArticleMetadata = ArticleMetadata()
  ) throws(Diagnostic) -> Reading {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes(maximumSize: options.maximumSize, maximumLine: options.maximumLine).read(path)
    } catch {
      var error = error
      if let id, error.location?.file == path { error.location?.file = id }
      throw error
    }
    return try read(
      text: String(decoding: bytes, as: UTF8.self), id: id ?? path, format: ArticleFormat(path: path),
      metadata: metadata)
  }

  /// The article in a text that is at hand.
  ///
  /// - Throws: a ``Diagnostic`` where the front matter is broken.
  public func read(
    text: String, id: String, format: ArticleFormat = .text, metadata: ArticleMetadata = ArticleMetadata()
  ) throws(Diagnostic) -> Reading {
    let source = SourceText(name: id, text: text)
    let matter = try FrontMatter.read(source, options: options)
    var article = ArticleAssembly(source: source, format: format, matter: matter, metadata: metadata, options: options)
    return Reading(article: article.assemble(), warnings: matter?.warnings ?? [])
  }
}
