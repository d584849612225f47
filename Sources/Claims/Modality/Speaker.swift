/// Who speaks: the words of a phrase, without the verb and without when and where.
extension SentenceModality {
  func speaker(_ range: Range<Int>) -> String? {
    let range = trimmed(range)
    guard !range.isEmpty, range.count <= 24, range.contains(where: { !view.has($0, .article) }),
      let words = marked.words(range)
    else { return nil }
    for particle in self.words.particles where words.hasSuffix(particle) && words.utf8.count >= particle.utf8.count + 3
    {
      return String(words.dropLast(particle.count))
    }
    return words
  }

  /// Without signs, helping words and times at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, min(range.upperBound, view.tokens.count))
    func isAside(_ i: Int) -> Bool {
      view.signs[i] != nil || view.isDate(i) || marked.has(i, [.helper, .time, .sourceEnd, .addressee])
        || view.words.order == .unspaced && marked.has(i, .topic)
    }
    while low < high, isAside(low) || marked.has(low, [.and, .contrast, .complementizer]) { low += 1 }
    while high > low,
      isAside(high - 1) || marked.has(high - 1, [.speakerEnd, .negator]) || view.has(high - 1, [.negator, .auxiliary])
    { high -= 1 }
    return low..<max(low, high)
  }

  /// The phrase that begins at a place: up to a comma, a time or what else ends it.
  func speakerBehind(_ start: Int, until end: Int) -> String? {
    var low = start
    while low < end, view.isDate(low) || marked.has(low, [.time, .helper, .addressee]) { low += 1 }
    var high = low
    while high < end, !isComma(high), !isCut(high), !view.isDate(high),
      !(high > low && marked.has(high, [.time, .speakerEnd, .complementizer, .sourceEnd, .addressee])),
      !(high > low && view.sign(high) == .quote && (high + 1 >= end || view.tokens[high + 1].spaceBefore))
    { high += 1 }
    return speaker(low..<high)
  }

  /// Of a verb before what is said: between the two, or in front of the verb.
  func speaker(of span: MarkedText.Span, content: Int, _ place: Place) -> String? {
    // "رفضت وزارة الدفاع تأكيد": between the words of the phrase.
    if view.words.isVerbFirst, span.tokens.count > 2,
      let inner = speaker(span.tokens.lowerBound + 1..<span.tokens.upperBound - 1)
    {
      return inner
    }
    if content > span.tokens.upperBound {
      let inner = trimmed(span.tokens.upperBound..<content)
      // "said on Thursday that" names nobody.
      if !inner.isEmpty, !marked.has(inner.lowerBound, .speakerEnd), !view.has(inner.lowerBound, [.oblique, .dative]),
        let speaker = speakerBehind(inner.lowerBound, until: content)
      {
        if subject(before: span) == nil || view.words.isVerbFirst { return speaker }
      }
    }
    if let subject = subject(before: span) { return subject }
    // "أعلنت الشرطة مقتل 300": up to what is said.
    guard view.words.isVerbFirst, content == span.tokens.upperBound else { return nil }
    let end = view.matches.map(\.tokens.lowerBound).filter { $0 > content }.min() ?? place.figure.lowerBound
    return speakerBehind(content, until: min(end, place.figure.lowerBound))
  }

  func subject(before span: MarkedText.Span) -> String? {
    var verb = span.tokens.lowerBound
    // "X, the spokesman, said", "the union, which …, said": a comma before the verb closes an aside.
    while verb > 0, marked.has(verb - 1, .helper), view.signs[verb - 1] == nil { verb -= 1 }
    if isComma(verb - 1), let comma = (max(0, verb - 24)..<verb - 1).last(where: { isComma($0) || isBreak($0) }),
      isComma(comma), comma > 0, !isOpening(comma)
    {
      return subject(endingAt: comma, closes: false)
    }
    return subject(endingAt: verb, closes: isComma(verb - 1))
  }

  /// What stands before a comma says only when or where: "On Friday, the spokesman, said".
  private func isOpening(_ comma: Int) -> Bool {
    var start = segmentStart(comma)
    if let before = (start..<comma).last(where: isComma) { start = before + 1 }
    return view.has(start, [.oblique, .joiner]) || view.isDate(start) || marked.has(start, .time)
  }

  private func subject(endingAt verb: Int, closes: Bool) -> String? {
    var low = verb
    while low > 0, verb - low < 22 {
      let i = low - 1
      if isBreak(i) || marked.has(i, .complementizer) && !marked.has(i, .definite) { break }
      if isComma(i), !closes { break }
      if marked.has(i, [.report, .denial]) { break }
      low -= 1
    }
    if closes { while low < verb, view.has(low, .oblique) || isComma(low) { low = skipAdjunct(low, verb) } }
    let range = trimmed(low..<verb)
    guard !range.isEmpty, !view.has(range.lowerBound, .joiner) else { return nil }
    return speaker(range)
  }

  private func skipAdjunct(_ start: Int, _ end: Int) -> Int {
    var i = start + 1
    while i < end, !isComma(i) { i += 1 }
    return i == end ? end : i + 1
  }

  /// Of a verb at the end: the phrase that the topic's particle ends, or what stands before the first comma.
  func speakerAtStart(before figure: Int) -> String? {
    let start = segmentStart(figure)
    var low = start
    var i = start
    // What is said begins with a word of the rule: "ارتش کشته شدن …".
    let figure = view.matches.map(\.tokens.lowerBound).filter { $0 > start && $0 < figure }.min() ?? figure
    while i < figure, i - start < 30 {
      if marked.has(i, .topic) || words.particles.contains(where: { endsWith($0, i) }) {
        let high = marked.has(i, .topic) && view.words.order == .unspaced ? i : i + 1
        return speaker(low..<high)
      }
      if isComma(i) {
        if view.words.order == .unspaced { low = i + 1 } else { return speaker(low..<i) }
      }
      i += 1
    }
    guard words.particles.isEmpty, view.words.order != .unspaced else { return nil }
    var high = start
    while high < figure, !view.isDate(high), high - start < 6 { high += 1 }
    return speaker(start..<high)
  }

  func endsWith(_ particle: String, _ i: Int) -> Bool {
    guard view.tokens[i].kind == .word else { return false }
    let word = view.text[view.tokens[i].range]
    return word.count > particle.utf8.count && word.suffix(particle.utf8.count).elementsEqual(particle.utf8)
  }
}
