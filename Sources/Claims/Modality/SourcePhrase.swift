/// Sources named without a verb of saying: "according to the police", "der Polizei zufolge", "Police: 300 dead".
extension SentenceModality {
  func sourcePhrase(of place: Place) -> Source? {
    for span in marked.spans(near: place.figure) {
      let phrase: Range<Int>
      if !span.mark.isDisjoint(with: .sourceBefore) {
        phrase = span.tokens.upperBound..<end(ofSpeakerFrom: span.tokens.upperBound)
      } else if !span.mark.isDisjoint(with: .sourceAfter) {
        phrase = start(ofSpeakerBefore: span.tokens.lowerBound)..<span.tokens.lowerBound
      } else if !span.mark.isDisjoint(with: .aside), isComma(span.tokens.lowerBound - 1),
        !view.has(span.tokens.upperBound, .oblique)
      {
        phrase = span.tokens.upperBound..<end(ofSpeakerFrom: span.tokens.upperBound)
        // "Der Einsatz, so der Minister, endet …"
        guard place.figure.upperBound < span.tokens.lowerBound || isComma(phrase.upperBound) else { continue }
      } else {
        continue
      }
      let all = min(phrase.lowerBound, span.tokens.lowerBound)..<max(phrase.upperBound, span.tokens.upperBound)
      guard !phrase.isEmpty, !all.overlaps(place.figure),
        !phrase.prefix(5).contains(where: { marked.has($0, .noSource) }), isOpen(from: all, to: place)
      else { continue }
      var name = speaker(phrase)
      if !span.mark.isDisjoint(with: .sourceAfter), let full = name,
        let particle = words.sourceParticles.first(where: { full.hasSuffix($0) && full.utf8.count >= $0.utf8.count + 3 }
        )
      {
        name = String(full.dropLast(particle.count))
      }
      return Source(speaker: name)
    }
    return nil
  }

  private func end(ofSpeakerFrom start: Int) -> Int {
    if let end = (start..<min(start + 20, view.tokens.count)).first(where: { isCut($0) || marked.has($0, .sourceEnd) }),
      marked.has(end, .sourceEnd)
    {
      return end
    }
    var i = start
    while i < view.tokens.count, i - start < 16, !isComma(i), !isCut(i), !isClosing(i), view.mentionAt[i] < 0,
      !(i > start && (view.matches.contains { $0.tokens.lowerBound == i } || isVerbBehindNoun(i))),
      !(i > start && view.words.order != .unspaced && view.has(i, .oblique)),
      !(i > start
        && (marked.has(i, [.time, .speakerEnd, .relative, .contrast, .complementizer]) || view.has(i, .joiner)))
    { i += 1 }
    return i
  }

  /// German: what follows a noun in small letters, and joins nothing to it, is the verb.
  private func isVerbBehindNoun(_ i: Int) -> Bool {
    view.words.order == .capital && view.tokens[i - 1].isCapitalised && view.isContent(i)
      && !view.tokens[i].isCapitalised && !marked.has(i, .and)
  }

  private func isClosing(_ i: Int) -> Bool { view.sign(i) == .point && i == view.tokens.count - 1 }

  private func start(ofSpeakerBefore end: Int) -> Int {
    var i = end
    while i > 0, end - i < (view.words.order == .unspaced ? 24 : 7), !isComma(i - 1), !isCut(i - 1),
      view.mentionAt[i - 1] < 0,
      !marked.has(i - 1, [.complementizer, .contrast])
    {
      // German nouns have capitals: "starben der Polizei zufolge".
      if view.words.order == .capital, !view.tokens[i - 1].isCapitalised, !view.has(i - 1, .article) { break }
      i -= 1
    }
    return i
  }

  private func isOpen(from source: Range<Int>, to place: Place) -> Bool {
    let path = between(source, place.figure)
    guard none(path, isBreak) else { return false }
    guard source.lowerBound < place.figure.lowerBound else { return true }
    let before = source.lowerBound - 1
    let opens =
      before < 0 || view.signs[before] != nil && !view.isContent(before - 1) || isBreak(before)
      || marked.has(before, [.and, .contrast, .complementizer])
      || (segmentStart(source.lowerBound)..<source.lowerBound).allSatisfy { view.mentionAt[$0] < 0 }
    if opens { return true }
    // ", according to the police, who found 20 bodies, and 300 …"
    return none(path) { joinsClause($0) || isComma($0) && (isSubordinator($0 + 1) || marked.has($0 + 1, .relative)) }
  }

  /// "Police: 300 dead", "300 dead – minister".
  func headline(_ place: Place) -> Source? {
    // No headline is longer.
    let nearby = max(0, place.figure.lowerBound - 120)..<min(view.tokens.count, place.figure.upperBound + 120)
    let isPause = { (i: Int) in self.view.sign(i) == .colon || self.view.sign(i) == .dash }
    if let pause = nearby.clamped(to: 0..<place.figure.lowerBound).last(where: isPause) {
      let range = segmentStart(pause)..<pause
      if namesSpeaker(range), none(pause + 1..<place.figure.lowerBound, isCut) {
        return Source(speaker: speaker(range))
      }
    }
    guard let pause = nearby.clamped(to: place.figure.upperBound..<view.tokens.count).first(where: isCut),
      isPause(pause)
    else {
      return nil
    }
    var end = pause + 1
    while end < view.tokens.count, !isCut(end), !isClosing(end) { end += 1 }
    let range = pause + 1..<end
    guard end >= view.tokens.count - 1, namesSpeaker(range) else { return nil }
    return Source(speaker: speaker(range))
  }

  /// A few words that say who, and not what somebody did: "health ministry", "ministre de la Santé".
  private func namesSpeaker(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= 8, none(range, { view.mentionAt[$0] >= 0 || isComma($0) }),
      let noun = range.first(where: { marked.has($0, .speakerNoun) })
    else { return false }
    if view.words.order == .unspaced { return range.count <= 10 }
    let isLast = range.upperBound == noun + 1
    return noun - range.lowerBound <= 2 && (isLast || view.has(noun + 1, [.link, .article]) || range.count <= 2)
  }
}
