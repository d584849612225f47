import ICU

/// A file of JSON: one article, an array of them, or an object that holds such an array. The shapes are those of
/// ``JSONArticle``.
enum JSONFormat: FormatReader {
  static func drafts(in source: SourceText, _ options: ArticleOptions) throws(Diagnostic) -> Drafts {
    let document = try JSONDocument(file: source)
    var reader = JSONArticleList(document: document, options: options)
    reader.read(document.root)
    guard !reader.drafts.articles.isEmpty else {
      throw Diagnostic(
        .error, "holds no article: no object in it has a text", at: .init(file: source.name),
        help:
          "an article is an object with “text” (or “articleBody”, “body_html”, “content_text” …), alone, in an array, "
          + "or in “articles” or “items”")
    }
    return reader.drafts
  }
}

/// Finds the articles in a document.
struct JSONArticleList {
  /// Members that hold lists of articles.
  private static let lists = [
    "articles", "items", "@graph", "entries", "data", "results", "docs", "posts", "stories", "response", "hits", "news",
  ]

  let document: JSONDocument
  let options: ArticleOptions
  private(set) var drafts: Drafts = []

  init(document: JSONDocument, options: ArticleOptions) {
    self.document = document
    self.options = options
  }

  mutating func read(_ value: JSONDocument.Value, _ shared: ArticleMetadata = ArticleMetadata(), depth: Int = 0) {
    switch value {
    case .array(let elements):
      guard depth < 4 else { return }
      for element in elements { read(element, shared, depth: depth + 1) }
    case .object:
      let article = JSONArticle(document: document, value: value, options: options)
      if article.hasText { return drafts.articles.append(article.draft(shared)) }
      guard depth < 4 else { return }
      // What stands beside the list holds for all of it: the title of a feed is its articles' source.
      let own = article.draft(shared).metadata
      let shared = ArticleMetadata(
        language: own.language, source: depth == 0 ? own.title ?? own.source : own.source, author: own.author)
      for name in Self.lists {
        if let list = value[key: name] { read(list, shared, depth: depth + 1) }
      }
    default: break
    }
  }
}

/// Articles in JSON, one a line. A broken line costs the others nothing.
enum JSONLinesFormat: FormatReader {
  static func drafts(in source: SourceText, _ options: ArticleOptions) throws(Diagnostic) -> Drafts {
    var drafts: Drafts = []
    for line in 1...source.lineCount {
      let range = source.lineStart(line)..<source.lineStart(line + 1)
      let text = MappedText(source, range).trimmed
      guard !text.text.isEmpty else { continue }
      do throws(JSONScanner.Fault) {
        let document = try JSONDocument(text)
        var list = JSONArticleList(document: document, options: options)
        list.read(document.root)
        if list.drafts.articles.isEmpty {
          throw JSONScanner.Fault(
            offset: 0, message: "the line holds no article", help: "write {\"id\": …, \"text\": …}")
        }
        drafts.articles += list.drafts.articles
      } catch {
        let place = text.map.source(of: error.offset)
        drafts.problems.append(
          Diagnostic(.error, error.message, at: source.location(place..<place), help: error.help))
      }
    }
    return drafts
  }
}
