import ICU

/// IPTC's NewsML-G2 (news items alone or in a message) and NITF, with the text in XHTML or NITF.
enum NewsMLFormat: FormatReader {
  static func drafts(in source: SourceText, _ options: ArticleOptions) throws(Diagnostic) -> Drafts {
    let document = try XMLDocument.read(source)
    var reader = NewsMLReader(source: source, options: options)
    reader.read(document.root, depth: 0)
    if let fault = document.fault { reader.drafts.problems.append(fault.diagnostic(source)) }
    if reader.drafts.articles.isEmpty, reader.drafts.problems.isEmpty {
      throw Diagnostic(
        .error, "holds no news item with a text", at: .init(file: source.name),
        help: "the text is expected in <contentSet>, as <inlineXML> or <inlineData>")
    }
    return reader.drafts
  }
}

private struct NewsMLReader {
  let source: SourceText
  let options: ArticleOptions
  var drafts: Drafts = []

  /// Looks for news items, whatever they are packed in.
  mutating func read(_ element: XMLDocument.Element, depth: Int) {
    switch element.name {
    case "newsItem":
      if let draft = newsItem(element) { drafts.articles.append(draft) }
    case "nitf": drafts.articles.append(nitf(element))
    default: if depth < 8 { for child in element.elements { read(child, depth: depth + 1) } }
    }
  }

  private func newsItem(_ item: XMLDocument.Element) -> ArticleDraft? {
    guard let content = item.first("contentSet") else { return nil }
    var draft = ArticleDraft()
    draft.id = item["guid"]
    let meta = item.first("contentMeta")
    let itemMeta = item.first("itemMeta")
    draft.title = (meta?.first("headline") ?? itemMeta?.first("title")).map { $0.text.trimmed }
    draft.metadata.title = draft.title?.text
    draft.metadata.source = name(itemMeta?.first("provider")) ?? name(meta?.first("creditline"))
    draft.metadata.author = name(meta?.first("by")) ?? name(meta?.first("creator"))
    draft.metadata.url = itemMeta?.first("link")?["href"]
    let language = meta?.first("language")?["tag"] ?? content.elements.first?["lang"] ?? item["lang"]
    draft.metadata.language = language.flatMap(ArticleMetadata.language)
    // When it was written, before when the item was sent.
    for element in [meta?.first("contentCreated"), itemMeta?.first("firstCreated"), itemMeta?.first("versionCreated")] {
      guard let text = element?.line, let day = DayText.day(text, language: draft.metadata.language, options) else {
        continue
      }
      draft.metadata.day = day
      draft.dayOrigin = .feed
      break
    }
    for part in content.elements {
      if let inner = find("nitf", in: part) {
        let nitf = nitf(inner)
        draft.blocks += nitf.blocks
        draft.metadata = draft.metadata.or(nitf.metadata)
        draft.title = draft.title ?? nitf.title
      } else if part.name == "inlineXML" {
        draft.blocks += BodyText.blocks(of: MappedText(source, part.range), .html)
      } else if part.name == "inlineData" {
        let isHTML = part["contenttype"]?.contains("html") ?? false
        draft.blocks += BodyText.blocks(of: part.text, isHTML ? .html : .unknown)
      }
    }
    return draft.blocks.isEmpty ? nil : draft
  }

  /// News Industry Text Format.
  private func nitf(_ root: XMLDocument.Element) -> ArticleDraft {
    var draft = ArticleDraft()
    let body = root.first("body")
    let head = body?.first("body.head")
    draft.title = head?.first("hedline")?.first("hl1").map { $0.text.trimmed }
    draft.metadata.title = draft.title?.text ?? root.first("head")?.first("title")?.line
    draft.metadata.author = head?.first("byline")?.line
    draft.metadata.language = (root["lang"] ?? body?["lang"]).flatMap(ArticleMetadata.language)
    let docdata = root.first("head")?.first("docdata")
    draft.id = docdata?.first("doc-id")?["id-string"]
    if let text = docdata?.first("date.issue")?["norm"] ?? head?.first("dateline")?.first("story.date")?["norm"] {
      draft.metadata.day = DayText.day(text, language: draft.metadata.language, options)
      if draft.metadata.day != nil { draft.dayOrigin = .feed }
    }
    if let content = body?.first("body.content") {
      draft.blocks = BodyText.blocks(of: MappedText(source, content.range), .html)
    }
    return draft
  }

  private func find(_ name: String, in element: XMLDocument.Element) -> XMLDocument.Element? {
    element.name == name ? element : element.elements.first { $0.name == name }
  }

  private func name(_ element: XMLDocument.Element?) -> String? {
    element?.first("name")?.line ?? element?.line ?? element?["literal"]
  }
}
