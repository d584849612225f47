import Languages

/// What leads from an event to a date that stands in no clause with it.
extension DateTies {
  /// "Start of the trial: 14 June", "Prozessbeginn: 14. Juni".
  func isLabelled(_ mention: PlacedMention, by event: Event) -> Bool {
    var i = mention.tokens.lowerBound - 1
    while view.has(i, [.article, .oblique, .link, .adverb]) { i -= 1 }
    guard view.sign(i) == .colon else { return false }
    let label = view.clause[i]
    let spans = [event.about.tokens] + event.with.map(\.tokens)
    return spans.allSatisfy { view.clauseOf($0) == label && $0.upperBound <= i && i - $0.upperBound <= 8 }
  }

  /// "not on 3 July but on 10 July": what is said instead of a date that is denied.
  func corrected(_ number: Int) -> Int {
    let denied = view.mentions[number].tokens
    var i = denied.lowerBound - 1
    while view.has(i, [.article, .oblique, .link, .adverb]), !view.has(i, .negator) { i -= 1 }
    guard view.has(i, .negator), number + 1 < view.mentions.count, view.mentions[number + 1].date != nil else {
      return number
    }
    let between = denied.upperBound..<max(denied.upperBound, view.mentions[number + 1].tokens.lowerBound)
    guard (1...5).contains(between.count), between.contains(where: { view.has($0, .joiner) }),
      between.allSatisfy({ view.sign($0) == .comma || view.has($0, .boundary) })
    else { return number }
    return number + 1
  }

  /// Whether what stands behind a noun still belongs to it: "the museum in Hamnvik", "den Einsatz der 580 Soldaten in
  /// Nordmali". A noun with an article of its own would be the one that a relative clause is about.
  func isEndOfPhrase(_ range: Range<Int>) -> Bool {
    guard range.count <= 8 else { return false }
    var isInPhrase = false
    var words = 0
    for i in range {
      if view.sign(i) == .comma || view.sign(i) == .quote || view.sign(i) == .hyphen { continue }
      if view.signs[i] != nil { return false }
      if view.has(i, [.oblique, .link]), !view.has(i, .article) || view.isCount(i + 1) {
        isInPhrase = true
      } else if view.isContent(i) || view.isCount(i) {
        words += 1
        if !isInPhrase, words > 3 { return false }
      } else {
        return false
      }
    }
    return true
  }

  /// The events of a sentence that calls by a pronoun what the sentence before names: "It will end on 31 May."
  func eventsOfPronoun(with: [Int32], _ denial: Denial) -> [Event] {
    guard let first = with.first else { return [] }
    return view.matches.compactMap { match in
      guard match.concept == first, denial.pointsBack(before: match.tokens), isAlone(match) else { return nil }
      var found: [TermMatch] = []
      for concept in with {
        guard
          let other = view.matches.first(where: {
            $0.concept == concept && (areInOneClause($0.tokens, match.tokens) || $0.tokens.overlaps(match.tokens))
          })
        else { return nil }
        found.append(other)
      }
      return Event(about: match, with: found)
    }
  }

  /// Nothing that could be its subject or its object stands beside the verb, but for when, where and how.
  private func isAlone(_ verb: TermMatch) -> Bool {
    var isInPhrase = false
    var others = 0
    for i in 0..<min(verb.tokens.upperBound + 2, view.tokens.count)
    where !verb.owns(i) && view.clause[i] == view.clauseOf(verb.tokens) {
      if view.isDate(i) {
        isInPhrase = false
      } else if view.has(i, [.oblique, .link]) {
        isInPhrase = true
      } else if view.isContent(i), !isInPhrase, !view.ends(i, in: view.words.adverbEndings) {
        others += 1
      }
    }
    return others <= 1
  }
}
