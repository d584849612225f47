import Languages

/// Where words stand in any order, and endings tell what belongs to what.
extension QuantityTies {
  /// "114 deputies were for it, against were 71": the match begins a clause of its own, with its own number.
  func isCountAhead(of match: TermMatch) -> Bool {
    var i = match.tokens.upperBound
    let end = min(i + 4, view.tokens.count)
    while i < end, view.mentionAt[i] < 0, view.has(i, [.auxiliary, .adverb]) || view.isVerbal(i) { i += 1 }
    guard i < view.tokens.count, view.mentionAt[i] >= 0 else { return false }
    return view.mentions[Int(view.mentionAt[i])].isCount
  }

  /// "300 семей солдат": a noun right behind the counted one says whose they are.
  func isBelonging(_ match: TermMatch) -> Bool {
    let first = match.tokens.lowerBound
    guard let head = phrase.head, !view.has(head, .plural), match.tokens.count == 1, !isAdverbial(match) else {
      return false
    }
    if view.isGenitive(first) { return true }
    let endings = [
      words.verbEndings, words.predicateEndings, words.participleEndings, words.finishedEndings, words.adjectiveEndings,
    ]
    return !endings.contains { view.ends(first, in: $0) }
  }

  /// "against", without a noun: what is said of whoever voted so.
  func isAdverbial(_ match: TermMatch) -> Bool {
    guard words.hasFreeOrder else { return false }
    // "под землёй"
    if match.tokens.count > 1 { return words.hasCaseEndings && view.has(match.tokens.lowerBound, .oblique) }
    return view.has(match.tokens.lowerBound, [.oblique, .link, .adverb])
  }

  /// Nothing stands before a match in its clause.
  func opensClause(_ match: TermMatch) -> Bool {
    if match.tokens.count > 1 { return true }
    let i = match.tokens.lowerBound - 1
    return i < 0 || view.signs[i] != nil || view.has(i, [.coordinator, .joiner]) || view.clause[i] != clause
  }
}
