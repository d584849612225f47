import Articles
import Mentions

/// What a trace shows of a sentence, with its places in the file.
extension SentenceInput {
  func reading(_ article: Article, language: String) -> SentenceReading {
    let source = block.map.source(of: evidence)
    let start = article.text.position(atUTF8: source.lowerBound)
    let end = article.text.position(atUTF8: max(source.lowerBound, source.upperBound - 1))
    return SentenceReading(
      sentence: String(decoding: UnsafeBufferPointer(rebasing: text[evidence]), as: UTF8.self), line: start.line,
      column: start.column, lastLine: end.line, language: language)
  }

  func figures(_ view: SentenceView, _ article: Article) -> [SentenceReading.Figure] {
    view.mentions.map { placed in
      let mention = placed.mention
      let source = block.map.source(of: mention.range)
      let start = article.text.position(atUTF8: source.lowerBound)
      let end = article.text.position(atUTF8: max(source.lowerBound, source.upperBound))
      let phrase = view.phrase(of: placed)
      return SentenceReading.Figure(
        words: block.words(mention.range, in: article.text), line: start.line, column: start.column,
        range: start.codePoint..<end.codePoint, value: mention.value, otherReadings: mention.otherReadings,
        counted: phrase.isEmpty || placed.quantity == nil ? nil : view.noun(of: phrase.core))
    }
  }

  func matches(_ view: SentenceView, _ table: ConceptTable, _ article: Article) -> [SentenceReading.Match] {
    view.matches.map { match in
      let offset = stretch.lowerBound + Int(view.tokens[match.tokens.lowerBound].start)
      let start = article.text.position(atUTF8: block.map.source(of: offset..<offset).lowerBound)
      return SentenceReading.Match(
        concept: table.name(of: match.concept), words: view.words(of: match.tokens), line: start.line,
        column: start.column)
    }
  }
}

extension SentenceView {
  /// The words of a counted noun, without what leads to it: "medio millar *de* instructores".
  func noun(of core: Range<Int>) -> String? {
    let low = core.first { signs[$0] == nil && !has($0, [.link, .article, .oblique]) } ?? core.upperBound
    // "thousands gathered": a verb, and no noun that would be counted.
    let isVerb = core.upperBound - low == 1 && words.order == .plural && ends(low, in: words.finishedEndings)
    return low < core.upperBound && !isVerb ? words(of: low..<core.upperBound) : nil
  }

  /// The words of some tokens, with what stands between them.
  func words(of tokens: Range<Int>) -> String {
    guard !tokens.isEmpty, tokens.upperBound <= self.tokens.count else { return "" }
    let range = Int(self.tokens[tokens.lowerBound].start)..<Int(self.tokens[tokens.upperBound - 1].end)
    return String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
  }
}
