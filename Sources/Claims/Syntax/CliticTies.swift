import Languages

/// What only languages know that write words onto each other, or whose verb stands first or last.
extension QuantityTies {
  /// As far as its letters tell.
  func isJoined(_ i: Int) -> Bool {
    view.has(i, .joined) || words.joinedPrefixes.contains { view.begins(i, with: [Array($0.utf8)]) }
  }

  /// "مصابين" but not "المصابين": a noun with its article has no genitive behind it.
  func isDefinite(_ match: TermMatch) -> Bool {
    view.begins(match.tokens.lowerBound, with: words.definitePrefixes)
  }

  /// "ölenlerin 9'u", "मृतकों में 9", "من بين القتلى 3": the number is that of a part, or has nothing to do with it.
  func isWhole(_ match: TermMatch, _ shares: Bool) -> Bool {
    let end = match.tokens.upperBound
    // "जन विकास पार्टी ने 68 सीटें जीतीं": who or where, which a rule may ask for.
    if view.has(end, .obliqueMark) { return !shares }
    if view.has(match.tokens.lowerBound - 1, .amongWhole) { return true }
    return isPartitive(match)
  }

  /// "bu evlerden 38'i": the number counts some of these.
  func isPartitive(_ match: TermMatch) -> Bool {
    let end = match.tokens.upperBound
    return end == mention.tokens.lowerBound && view.ends(end - 1, in: words.wholeEndings)
  }

  /// "در معدن مشغول کار بودند": the verb of its clause, in a language where that stands last.
  func endsClause(_ match: TermMatch, _ clause: Int32) -> Bool {
    let end = match.tokens.upperBound
    return view.has(end, .auxiliary) || end >= view.tokens.count || view.signs[end] != nil || view.clause[end] != clause
  }

  func closesClause(behind match: TermMatch, _ clause: Int32) -> Bool {
    var i = match.tokens.upperBound
    while i < view.tokens.count, view.clause[i] == clause, view.signs[i] == nil, view.mentionAt[i] < 0 { i += 1 }
    return i - match.tokens.upperBound <= 3 && (i >= view.tokens.count || view.mentionAt[i] < 0)
  }
}
