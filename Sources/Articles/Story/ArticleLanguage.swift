/// Settles the language of an article, and of those of its paragraphs that are in another.
struct ArticleLanguage {
  /// A BCP 47 tag; `und` where nothing tells.
  private(set) var tag = "und"
  private(set) var origin: LanguageOrigin?
  private(set) var warning: Diagnostic?

  /// Languages that short texts do not tell apart for sure.
  private static let families: [Set<String>] = [
    ["da", "nb", "nn", "no", "sv"], ["bs", "hr", "sr", "sl"], ["cs", "sk"], ["id", "ms"], ["es", "gl", "pt", "ca"],
    ["be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"], ["hi", "mr", "ne"], ["ar", "fa", "ur"], ["af", "nl"],
    ["ja", "ko", "zh"],
    ["tr", "az"],
    ["de", "lb", "nds"], ["fr", "oc"], ["it", "co"], ["en", "sco"],
  ]
  /// Shorter texts, in bytes, say little of their language; and those of one family less.
  private static let enough = (paragraph: 100, sibling: 300, article: 200)

  /// - Parameters:
  ///   - given: by the user.
  ///   - declared: by the file.
  ///   - fallback: where neither tells.
  init(given: String?, declared: String?, fallback: String?, blocks: [Block], name: String) {
    if let given {
      (tag, origin) = (given, .metadata)
      return
    }
    if declared == nil, let fallback {
      (tag, origin) = (fallback, .metadata)
      return
    }
    let guess = LanguageIdentifier.identify(blocks)
    guard let declared else {
      if guess.language != "und" { (tag, origin) = (guess.language, .text) }
      return
    }
    (tag, origin) = (declared, .declared)
    let size = blocks.reduce(0) { $0 + $1.text.utf8.count }
    guard size >= Self.enough.article, Self.isOther(guess, than: declared, siblings: size >= 1000) else { return }
    // Content systems put one language on all that they hold.
    (tag, origin) = (guess.language, .text)
    warning = Diagnostic(
      .warning, "says that it is in “\(declared)”, but its text is in “\(guess.language)”, and is read as such",
      at: .init(file: name),
      help: "correct its language tag, or give its language in the settings, which the text does not overrule")
  }

  /// Marks the paragraphs that are in another language than the article.
  func mark(_ blocks: inout [Block]) {
    guard tag != "und" else { return }
    for i in blocks.indices where blocks[i].language == nil && blocks[i].cell == nil {
      let size = blocks[i].text.utf8.count
      guard size >= Self.enough.paragraph else { continue }
      let guess = LanguageIdentifier.identify(String(decoding: blocks[i].text.utf8.prefix(600), as: UTF8.self))
      if Self.isOther(guess, than: tag, siblings: size >= Self.enough.sibling) { blocks[i].language = guess.language }
    }
  }

  private static func isOther(_ guess: LanguageIdentifier.Guess, than tag: String, siblings: Bool) -> Bool {
    let (a, b) = (base(guess.language), base(tag))
    guard a != "und", a != b, guess.confidence >= 0.9 else { return false }
    return siblings && guess.confidence >= 0.97 || !families.contains { $0.contains(a) && $0.contains(b) }
  }

  private static func base(_ tag: String) -> String {
    let base = String(tag.prefix { $0 != "-" })
    return base == "no" ? "nb" : base == "in" ? "id" : base == "iw" ? "he" : base
  }
}

/// Where the language of an article was found; the first of these that tells wins, but a text that is plainly in another
/// language than its file declares overrules that.
public enum LanguageOrigin: String, Sendable {
  /// Given by the user, or by a line of input.
  case metadata
  /// By the file: a front matter, a tag of a page, an attribute.
  case declared
  /// Identified.
  case text
}
