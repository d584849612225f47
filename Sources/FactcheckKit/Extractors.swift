import ICU
import Languages
import Mentions

/// The mention extractors of one task, a language each, made as they are needed and reused.
struct Extractors {
  private var byTag: [String: MentionExtractor] = [:]
  /// Input may name any number of languages; what is kept for them must not grow without end.
  private static let most = 64

  /// The mentions of a text; offsets count its UTF-8 bytes.
  mutating func mentions(in text: String, language: String, reference: Day?) -> [Mention] {
    if byTag.count >= Self.most, byTag[language] == nil { byTag.removeAll() }
    return byTag[language, default: MentionExtractor(language: Language.of(language))]
      .mentions(in: text, reference: reference)
  }

  /// The day that a byline gives; nil where it gives none, or only part of one.
  mutating func bylineDay(_ line: String, language: String) -> Day? {
    for mention in mentions(in: line, language: language, reference: nil) {
      if case .date(let span) = mention.value, let day = span.from, span.to == day { return day }
    }
    return nil
  }
}
