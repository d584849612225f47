import ICU

/// What is known of an article apart from its text.
public struct ArticleMetadata: Sendable, Hashable {
  public var day: Day?
  /// A BCP 47 tag.
  public var language: String?
  public var title: String?
  public var source: String?
  public var url: String?
  public var author: String?

  public init(
    day: Day? = nil, language: String? = nil, title: String? = nil, source: String? = nil, url: String? = nil,
    author: String? = nil
  ) {
    self.day = day
    self.language = language
    self.title = title
    self.source = source
    self.url = url
    self.author = author
  }

  /// These, and where they do not tell the others.
  public func or(_ other: ArticleMetadata) -> ArticleMetadata {
    ArticleMetadata(
      day: day ?? other.day, language: language ?? other.language, title: title ?? other.title,
      source: source ?? other.source, url: url ?? other.url,
      author: author ?? other.author)
  }

  /// A language tag in its usual form (`fr`, `zh-Hant`, `pt-BR`), or nil for what is none (RFC 5646, well-formedness
  /// of language, script, region and variants only).
  public static func language(_ tag: String) -> String? {
    let parts = tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
    let isLatin = { (part: String) in part.utf8.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) } }
    let isPlain = { (part: String) in
      part.utf8.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) || (0x30...0x39).contains($0) }
    }
    guard let first = parts.first, (2...3).contains(first.utf8.count), isLatin(first) else { return nil }
    var tag = [first.lowercased()]
    for part in parts.dropFirst() {
      guard (1...8).contains(part.utf8.count), isPlain(part) else { return nil }
      if part.utf8.count == 4, isLatin(part) {
        tag.append(part.prefix(1).uppercased() + part.dropFirst().lowercased())
      } else {
        tag.append(part.utf8.count == 2 ? part.uppercased() : part.lowercased())
      }
    }
    return tag.joined(separator: "-")
  }
}
