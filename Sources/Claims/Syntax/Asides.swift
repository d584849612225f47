import Languages

/// What stands between commas in the middle of a clause.
extension QuantityTies {
  /// "…, two of them American, were killed": where the clause goes on behind a parenthesis.
  func resumption(behind comma: Int, before target: Int, _ match: TermMatch) -> Int? {
    var i = comma + 1
    while i < target, i < comma + 16 {
      if view.sign(i) == .comma {
        if view.has(i + 1, .auxiliary) { return i + 1 }
        if i + 1 == target, isAside(behind: comma), words.hasBarePredicates || isVerb(match) { return target }
        if view.has(i + 1, [.pronoun, .negator]), view.has(i + 2, .auxiliary) || i + 2 == target, isAside(behind: comma)
        {
          return i + 1
        }
      }
      i += 1
    }
    return nil
  }

  /// "including two engineers", "three of them women", "all of them under 30".
  func isAside(behind comma: Int) -> Bool {
    var i = comma + 1
    if view.has(i, .part) { return true }
    while view.has(i, [.adverb, .article, .oblique]) { i += 1 }
    if i > comma + 1 { return true }
    guard i < view.tokens.count, view.mentionAt[i] >= 0 else { return false }
    let mention = view.mentions[Int(view.mentionAt[i])]
    return !mention.isCount || view.isPartOfWhole(mention)
  }

  /// By its ending.
  func isVerb(_ match: TermMatch) -> Bool {
    let last = match.tokens.lowerBound
    return view.ends(last, in: words.participleEndings) || view.ends(last, in: words.verbEndings)
      || view.ends(last, in: words.finishedEndings)
  }
}
