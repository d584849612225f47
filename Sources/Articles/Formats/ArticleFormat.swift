/// How articles lie in a file. A format is one file in this folder: a type that makes drafts, and a case here.
public enum ArticleFormat: String, Sendable, Hashable, CaseIterable {
  case text
  /// CommonMark with tables, and a front matter.
  case markdown
  case html
  /// One article or many: see ``JSONArticle``.
  case json
  /// An article a line.
  case jsonLines
  /// RSS or Atom.
  case feed
  case newsML

  /// The endings of its files, by which a folder's articles are known.
  var endings: [String] {
    switch self {
    case .text: ["txt", "text"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm", "xhtml", "shtml"]
    case .json: ["json", "jsonld", "ninjs"]
    case .jsonLines: ["jsonl", "ndjson"]
    case .feed: ["rss", "atom", "rdf", "xml"]
    case .newsML: ["newsml", "nitf"]
    }
  }

  /// Whether a line is a paragraph: one of many megabytes is then no article.
  var limitsLines: Bool { self == .text || self == .markdown }

  /// What reads it.
  var reader: any FormatReader.Type {
    switch self {
    case .text: PlainTextFormat.self
    case .markdown: MarkdownFormat.self
    case .html: HTMLFormat.self
    case .json: JSONFormat.self
    case .jsonLines: JSONLinesFormat.self
    case .feed: FeedFormat.self
    case .newsML: NewsMLFormat.self
    }
  }

  /// By the ending of a path alone; plain text where that tells nothing.
  public init(path: String) {
    let ending = Self.ending(of: path.split(separator: "/").last ?? "")
    self = Self.allCases.first { $0.endings.contains(ending) } ?? .text
  }

  /// The ending of a name in small letters, that before `.gz` where it has that too; empty where it has none.
  static func ending(of name: some StringProtocol) -> String {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 2, parts.last?.lowercased() == "gz" { parts.removeLast() }
    guard parts.count > 1, !parts[0].isEmpty || parts.count > 2, let last = parts.last else { return "" }
    return last.lowercased()
  }
}

/// Turns the decoded text of a file into drafts of the articles in it.
protocol FormatReader {
  /// The articles in a file, in its order; none where it holds none.
  ///
  /// - Throws: a ``Diagnostic`` with line and column where the file is broken beyond reading.
  static func drafts(in source: SourceText, _ options: ArticleOptions) throws(Diagnostic) -> Drafts
}

/// What a format makes of a file.
struct Drafts: ExpressibleByArrayLiteral {
  var articles: [ArticleDraft]
  /// What costs an article, but not the others of the file.
  var problems: [Diagnostic] = []

  init(arrayLiteral articles: ArticleDraft...) { self.articles = articles }
}

/// What a format makes of one article: its blocks in reading order and what the file says of it. What all formats have
/// in common, from the byline to the sentences, ``ArticleAssembly`` adds.
struct ArticleDraft {
  /// Tells it from the others in its file: an `id`, a `guid`, a number. Nil for the only one of its file.
  var id: String?
  var blocks: [Block] = []
  /// What the file says of the article.
  var metadata = ArticleMetadata()
  /// Where `metadata.day` was said.
  var dayOrigin: DateOrigin?
  /// The headline as it stands in the file, where it is not among the blocks.
  var title: MappedText?
  /// Whether all that is no part of the story is left out already, repeats apart.
  var isStory = false
  /// What the format itself tells to be no part of the story.
  var leftOut: [LeftOut] = []
  /// Whether headings are marked as such; where not, short lines are looked at.
  var marksHeadings = true
  var warnings: [Diagnostic] = []
}

/// Plain text, with an optional front matter.
enum PlainTextFormat: FormatReader {
  static func drafts(in source: SourceText, _ options: ArticleOptions) throws(Diagnostic) -> Drafts {
    var (draft, start) = try FrontMatter.draft(of: source, options)
    draft.marksHeadings = false
    draft.blocks = source.text.withBytes { PlainText.blocks(of: $0, start..<$0.count) }
    return [draft]
  }
}

/// Markdown, with an optional front matter.
enum MarkdownFormat: FormatReader {
  static func drafts(in source: SourceText, _ options: ArticleOptions) throws(Diagnostic) -> Drafts {
    var (draft, start) = try FrontMatter.draft(of: source, options)
    draft.blocks = source.text.withBytes { Markdown.blocks(of: $0, start..<$0.count) }
    return [draft]
  }
}
