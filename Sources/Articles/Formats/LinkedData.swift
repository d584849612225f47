/// What a page says of its article in JSON-LD (schema.org).
struct LinkedData {
  private(set) var headline: MappedText?
  private(set) var datePublished: String?
  private(set) var language: String?
  private(set) var author: String?
  private(set) var publisher: String?
  private(set) var url: String?
  /// The text of the article, as far as the page gives it.
  private(set) var body: MappedText?
  /// Whether the page says that it is an article of some sort.
  private(set) var isArticle = false
  private(set) var isLiveBlog = false

  private static let types = [
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
    "OpinionNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report",
    "TechArticle", "ScholarlyArticle", "AdvertiserContentArticle", "PressRelease",
  ]

  /// Takes in one block of data; what is no JSON tells nothing.
  mutating func read(_ text: MappedText) {
    guard let document = try? JSONDocument(text.trimmed) else { return }
    read(document.root, document, depth: 0)
  }

  private mutating func read(_ value: JSONDocument.Value, _ document: JSONDocument, depth: Int) {
    guard depth < 8 else { return }
    for element in value.elements { read(element, document, depth: depth + 1) }
    guard case .object(let members) = value else { return }
    if let graph = value[key: "@graph"] { read(graph, document, depth: depth + 1) }
    let types = strings(value[key: "@type"], document)
    if types.contains(where: { Self.types.contains($0) }) {
      take(value, document)
      isLiveBlog = isLiveBlog || types.contains("LiveBlogPosting")
    } else if types.contains("WebPage") || types.contains("ItemPage") {
      language = language ?? strings(value[key: "inLanguage"], document).first
      if let main = value[key: "mainEntity"] { read(main, document, depth: depth + 1) }
    } else if types.isEmpty, members.count == 1 {
      read(members[0].value, document, depth: depth + 1)
    }
  }

  private mutating func take(_ value: JSONDocument.Value, _ document: JSONDocument) {
    // Of several, the first is the page's own.
    guard !isArticle else { return }
    isArticle = true
    headline = (text(value[key: "headline"], document) ?? text(value[key: "name"], document)).map { BodyText.line($0) }
    datePublished = strings(value[key: "datePublished"] ?? value[key: "dateCreated"], document).first
    language = strings(value[key: "inLanguage"], document).first ?? language
    let names = strings(value[key: "author"] ?? value[key: "creator"], document)
    author = names.isEmpty ? nil : names.joined(separator: ", ")
    publisher = strings(value[key: "publisher"] ?? value[key: "sourceOrganization"], document).first
    url = strings(value[key: "url"] ?? value[key: "mainEntityOfPage"], document).first
    body = text(value[key: "articleBody"], document)
  }

  private func text(_ value: JSONDocument.Value?, _ document: JSONDocument) -> MappedText? {
    guard case .string(let text) = value else { return nil }
    let found = document.text(text).trimmed
    return found.text.isEmpty ? nil : found
  }

  /// A string, the name of an object, or several of these.
  private func strings(_ value: JSONDocument.Value?, _ document: JSONDocument) -> [String] {
    switch value {
    case .string(let text):
      let text = document.text(text).text.trimmingBlanks()
      return text.isEmpty ? [] : [text]
    case .array(let elements): return elements.flatMap { $0.isArray ? [] : strings($0, document) }
    case .object:
      for key in ["name", "@id", "alternateName"] {
        let found = value?[key: key].map { $0.isObject ? [] : strings($0, document) } ?? []
        if let first = found.first { return [first] }
      }
      return []
    default: return []
    }
  }
}
