import Languages

/// The number of, the toll of: nouns that make what stands beside them a label.
extension QuantityTies {
  /// "ارتفع عدد القتلى في الجنوب إلى 12", "ölenlerin toplam sayısı 12'ye", "मृतकों की संख्या 12": a noun that says how many
  /// there are, and the next number of its clause.
  func isNumbered(_ match: TermMatch) -> Bool {
    let target = mention.tokens.lowerBound
    guard words.hasLeadingNumberNouns, target - match.tokens.upperBound <= 20, let noun = numberNoun(of: match) else {
      return false
    }
    let start = max(noun + 1, match.tokens.upperBound)
    guard start <= target, !isQuantityBetween(start, target), isAlone else { return false }
    return isFigure(from: start)
  }

  /// The noun that says of a match that it is counted: beside it, with no more than adjectives between.
  private func numberNoun(of match: TermMatch) -> Int? {
    let isAfter = words.order == .nounLast
    if let own = match.tokens.first(where: { view.has($0, .numberNoun) }) { return own }
    for step in 1...5 {
      let i = isAfter ? match.tokens.upperBound - 1 + step : match.tokens.lowerBound - step
      if view.has(i, .numberNoun) { return i }
      let passes = view.isContent(i) || view.has(i, [.link, .article]) || isAfter && view.has(i, .adverb)
      guard passes, !view.has(i, [.obliqueMark, .coordinator]), !view.has(i, .joined) || !isAfter else { return nil }
    }
    return nil
  }

  /// Not the first of several counts that are added up.
  private var isAlone: Bool {
    if isBare { return true }
    let end = phrase.extended.upperBound
    return !view.has(end, .coordinator)
      && !view.mentions.contains { $0.isJoined && $0.isCount && $0.tokens.lowerBound == end }
  }

  func isFigure(behind match: TermMatch) -> Bool { isFigure(from: match.tokens.upperBound) }

  /// Whether what stands between a label and its figure leads to it: a relative clause, where, when, and "to".
  private func isFigure(from start: Int) -> Bool {
    let target = mention.tokens.lowerBound
    guard !mention.isJoined else { return false }
    var i = start
    while i < target {
      defer { i += 1 }
      if view.isDate(i) { continue }
      if let sign = view.signs[i] {
        switch sign {
        case .quote, .apostrophe, .hyphen: continue
        case .colon: continue
        case .dash where i + 1 == target: continue
        case .open where i + 1 == target: continue
        default: return false
        }
      }
      if view.has(i, .coordinator) || view.has(i, .joined) && i > start { return false }
      if view.has(i, .joiner), !view.has(i, .relative) { return false }
      if view.has(i, .rate) { return false }
    }
    let last = target - 1
    return !view.has(last, .oblique) || view.has(last, .toward) || view.has(last - 1, .measuring) || last < start
  }

  /// "به ۱۲ نفر رسید": in a verb-last language the verb of the figure stands behind it.
  var isMeasuredBehind: Bool {
    let end = phrase.extended.upperBound
    return (end...end + 1).contains { view.has($0, .measuring) && !view.has($0, .numberNoun) }
  }
}
