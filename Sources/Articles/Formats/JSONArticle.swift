import ICU

/// One article in an object of JSON, whichever of the shapes in use it has: our own, IPTC's ninjs, schema.org's
/// NewsArticle (JSON-LD), JSON Feed, and what exports of content systems look like.
///
/// All these shapes name the same few things; only the names differ, and no name means two things. So one table of names
/// reads them all.
struct JSONArticle {
  /// Names in the order in which they are looked for; `a.b` is the member `b` of the member `a`.
  private static let texts = ["articleBody", "body_text", "text", "content_text", "body", "content", "maintext"]
  private static let markup = ["body_xhtml", "body_html", "content_html", "html", "contentHtml"]
  private static let titles = ["headline", "title", "headline_main", "headlines", "name", "webTitle"]
  private static let dates = [
    "datePublished", "firstcreated", "contentcreated", "date_published", "published_at", "publishedAt", "published",
    "date", "pubDate", "pub_date", "publishDate", "publication_date", "created_at", "versioncreated",
    "webPublicationDate",
    "dateCreated", "timestamp",
  ]
  private static let languages = ["language", "inLanguage", "lang", "locale"]
  private static let sources = [
    "source", "publisher", "infosources", "sourceOrganization", "provider", "site_name", "outlet", "site",
  ]
  private static let authors = ["author", "authors", "byline", "by", "creator"]
  private static let urls = ["url", "canonicalurl", "mainEntityOfPage", "link", "permalink", "webUrl", "external_url"]
  private static let ids = ["id", "uri", "@id", "guid", "_id", "uid"]

  let document: JSONDocument
  let value: JSONDocument.Value
  let options: ArticleOptions

  /// Whether the object holds the text of an article.
  var hasText: Bool { !bodies.isEmpty }

  /// - Parameter shared: what holds for all articles of the file.
  func draft(_ shared: ArticleMetadata = ArticleMetadata()) -> ArticleDraft {
    var draft = ArticleDraft()
    draft.id = string(Self.ids)?.text
    draft.title = string(Self.titles).map { BodyText.line($0) }
    draft.metadata.title = draft.title?.text
    draft.metadata.source = names(Self.sources).first ?? shared.source
    let authors = names(Self.authors)
    draft.metadata.author = authors.isEmpty ? shared.author : authors.joined(separator: ", ")
    draft.metadata.url = names(Self.urls, preferring: ["url", "@id", "href"]).first ?? shared.url
    readLanguage(&draft, shared)
    readDay(&draft, shared)
    for body in bodies { draft.blocks += BodyText.blocks(of: body.text, body.markup) }
    return draft
  }

  private func readLanguage(_ draft: inout ArticleDraft, _ shared: ArticleMetadata) {
    guard let given = names(Self.languages, preferring: ["alternateName", "name"]).first else {
      draft.metadata.language = shared.language
      return
    }
    draft.metadata.language = ArticleMetadata.language(given)
    if draft.metadata.language == nil {
      draft.metadata.language = shared.language
      draft.warnings.append(
        Diagnostic(.warning, "“\(given)” is no language tag", help: "write a BCP 47 tag: \"fr\", \"zh-Hant\""))
    }
  }

  private func readDay(_ draft: inout ArticleDraft, _ shared: ArticleMetadata) {
    for name in Self.dates {
      let text: String
      switch value[key: name] {
      case .string(let string): text = document.text(string).text
      case .number(let number): text = document.text(number)
      default: continue
      }
      guard !text.isEmpty else { continue }
      if let day = DayText.day(text, language: draft.metadata.language, options) {
        draft.metadata.day = day
        draft.dayOrigin = .metadata
        return
      }
      draft.warnings.append(
        Diagnostic(.warning, "“\(text)” in “\(name)” is no date", help: "write it as year-month-day: \"2021-07-26\""))
    }
    draft.metadata.day = shared.day
    if shared.day != nil { draft.dayOrigin = .metadata }
  }

  // MARK: The text

  private var bodies: [(text: MappedText, markup: BodyText.Markup)] {
    // Plain text says the same as its markup, with less to go wrong; but ninjs cuts paragraphs in markup only.
    for (names, markup) in [(Self.markup, BodyText.Markup.html), (Self.texts, .unknown)] {
      for name in names {
        let found = texts(value[key: name]).map { ($0, markup) }
        if !found.isEmpty { return found }
      }
    }
    return bodiesByRole
  }

  /// ninjs 2: `"bodies": [{"role": "main", "contenttype": "text/html", "value": "…"}]`.
  private var bodiesByRole: [(text: MappedText, markup: BodyText.Markup)] {
    let bodies = (value[key: "bodies"]?.elements ?? []).filter(\.isObject)
    let main = bodies.first { string($0, "role").map { ["main", "body"].contains($0.text) } ?? false } ?? bodies.first
    guard let main, let text = string(main, "value"), !text.trimmed.text.isEmpty else { return [] }
    let type = string(main, "contenttype")?.text ?? ""
    return [(text, type.contains("html") ? .html : type.contains("plain") ? .plain : .unknown)]
  }

  /// A string, or an array with a paragraph each.
  private func texts(_ value: JSONDocument.Value?) -> [MappedText] {
    switch value {
    case .string(let text): [document.text(text)].filter { !$0.trimmed.text.isEmpty }
    case .array(let elements): elements.flatMap { $0.isArray ? [] : texts($0) }
    case .object(let members):
      // {"rendered": "…"} and {"#text": "…"}.
      texts(members.first { ["rendered", "value", "#text", "text"].contains($0.key) && !$0.value.isObject }?.value)
    default: []
    }
  }

  // MARK: Names

  private func string(_ value: JSONDocument.Value, _ key: String) -> MappedText? {
    guard case .string(let text) = value[key: key] else { return nil }
    return document.text(text)
  }

  /// The first of these members that says something.
  private func string(_ names: [String]) -> MappedText? {
    for name in names {
      switch value[key: name] {
      case .number(let number): return document.source[number]
      case let found: if let text = texts(found).first { return text }
      }
    }
    return nil
  }

  /// What a member says where it may be a string, an object with a name, or an array of such.
  private func names(_ keys: [String], preferring names: [String] = ["name", "legalName", "@id"]) -> [String] {
    for key in keys {
      let found = self.names(value[key: key], names)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func names(_ value: JSONDocument.Value?, _ preferred: [String]) -> [String] {
    switch value {
    case .string(let text):
      let text = document.text(text).text.trimmingBlanks()
      return text.isEmpty ? [] : [text]
    case .array(let elements): return elements.flatMap { $0.isArray ? [] : names($0, preferred) }
    case .object:
      for key in preferred {
        if let text = value.flatMap({ string($0, key) })?.text.trimmingBlanks(), !text.isEmpty { return [text] }
      }
      return []
    default: return []
    }
  }
}
