import ICU

/// RSS (0.9x, 1.0, 2.0) and Atom (RFC 4287): each item is an article.
enum FeedFormat: FormatReader {
  static func drafts(in source: SourceText, _ options: ArticleOptions) throws(Diagnostic) -> Drafts {
    let document = try XMLDocument.read(source)
    let feed = FeedReader(source: source, options: options)
    var drafts: Drafts = []
    let shared = feed.shared(document.root)
    let channel = document.root.first("channel") ?? document.root
    // In RSS 1.0 the items stand beside the channel.
    for holder in channel.range == document.root.range ? [channel] : [channel, document.root] {
      for item in holder.elements where item.name == "item" || item.name == "entry" {
        drafts.articles.append(feed.draft(item, shared))
      }
    }
    if let fault = document.fault { drafts.problems.append(fault.diagnostic(source)) }
    if drafts.articles.isEmpty, drafts.problems.isEmpty {
      throw Diagnostic(
        .error, "is a feed without items", at: .init(file: source.name), help: "take it off the list, or fetch it again"
      )
    }
    return drafts
  }
}

extension XMLDocument {
  static func read(_ source: SourceText) throws(Diagnostic) -> XMLDocument {
    do {
      return try XMLDocument(source)
    } catch {
      throw error.diagnostic(source)
    }
  }
}

extension XMLDocument.Fault {
  func diagnostic(_ source: SourceText) -> Diagnostic {
    let start = source.lineStart(line)
    return Diagnostic(
      .error, message, at: line > 0 ? source.location(start..<start) : .init(file: source.name), help: help)
  }
}

private struct FeedReader {
  let source: SourceText
  let options: ArticleOptions

  /// What the feed says for all its items.
  func shared(_ root: XMLDocument.Element) -> ArticleMetadata {
    let channel = root.first("channel") ?? root
    return ArticleMetadata(
      language: (channel.first("language")?.line ?? root["lang"]).flatMap(ArticleMetadata.language),
      source: channel.first("title")?.line, author: name(channel.first("author")))
  }

  func draft(_ item: XMLDocument.Element, _ shared: ArticleMetadata) -> ArticleDraft {
    var draft = ArticleDraft()
    let title = item.elements.first { $0.name == "title" && !$0.namespace.contains("search.yahoo.com") }
    draft.title = title.map { BodyText.line($0.text) }.flatMap { $0.text.isEmpty ? nil : $0 }
    draft.metadata.title = draft.title?.text
    draft.metadata.url = link(item)
    draft.id = item.first("guid", "id")?.line ?? item["about"] ?? draft.metadata.url
    draft.metadata.source = item.first("source").flatMap { $0.first("title")?.line ?? $0.line } ?? shared.source
    draft.metadata.author = name(item.first("creator") ?? item.first("author")) ?? shared.author
    let language = item.elements.first { $0.name == "language" }?.line ?? item["lang"]
    draft.metadata.language = language.flatMap(ArticleMetadata.language) ?? shared.language
    readDay(item, &draft)
    // The whole text where the feed gives it, else its beginning.
    if let body = item.first("encoded") ?? item.first("content") ?? item.first("description") ?? item.first("summary") {
      draft.blocks = blocks(body)
    }
    return draft
  }

  private func readDay(_ item: XMLDocument.Element, _ draft: inout ArticleDraft) {
    // The day of publication before that of the last change.
    for name in ["pubDate", "published", "date", "issued", "created", "updated", "modified"] {
      guard let element = item.first(name), let text = element.line else { continue }
      if let day = DayText.day(text, language: draft.metadata.language, options) {
        draft.metadata.day = day
        draft.dayOrigin = .feed
        return
      }
      draft.warnings.append(
        Diagnostic(
          .warning, "“\(text)” is no date", at: source.location(element.text.range),
          help: "write it as RSS and Atom do: `Mon, 26 Jul 2021 08:00:00 +0200`, `2021-07-26T08:00:00+02:00`"))
    }
  }

  private func blocks(_ body: XMLDocument.Element) -> [Block] {
    // XHTML stands in the feed as elements of its own.
    guard body.elements.isEmpty else { return BodyText.blocks(of: MappedText(source, body.range), .html) }
    let isHTML = body.name == "encoded" || body["type"].map { $0.contains("html") } ?? false
    return BodyText.blocks(of: body.text, isHTML ? .html : body["type"] == "text" ? .plain : .unknown)
  }

  private func link(_ item: XMLDocument.Element) -> String? {
    let links = item.elements.filter { $0.name == "link" }
    let alternate = links.first { ($0["rel"] ?? "alternate") == "alternate" && ($0["href"] != nil || $0.line != nil) }
    return alternate.flatMap { $0["href"] ?? $0.line }
  }

  /// Atom's `<author><name>…`, Dublin Core's creator, RSS's `editor@paper.example (A. Editor)`.
  private func name(_ person: XMLDocument.Element?) -> String? {
    guard let person, let line = person.first("name")?.line ?? person.line else { return nil }
    if line.contains("@"), let start = line.firstIndex(of: "("), line.hasSuffix(")") {
      return String(line[line.index(after: start)...].dropLast())
    }
    return line
  }
}
