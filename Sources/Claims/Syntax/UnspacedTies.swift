import Languages

/// Chinese and Japanese: words stand without spaces, so that each token is one character.
extension SentenceView {
  private static let longestRun = 10

  /// The characters behind the number and its measure word that may be what it counts.
  func unspacedPhrase(after mention: PlacedMention) -> NounPhrase {
    let start = mention.tokens.upperBound
    var i = start
    while has(i, .classifier) { i += 1 }
    let first = i
    while i < tokens.count, i < first + Self.longestRun, signs[i] == nil,
      mentionAt[i] < 0 || mentionAt[i] == mention.number,
      !has(i, [.oblique, .coordinator, .joiner, .auxiliary, .adverb, .negator, .part, .measuring])
    { i += 1 }
    var phrase = NounPhrase(core: start..<i, head: i > first ? i - 1 : nil, extended: start..<i)
    for j in start..<min(i + 2, tokens.count) {
      if has(j, .moreAfter) { phrase.isIncrease = true }
      if has(j, .rate) { phrase.isRate = true }
    }
    // 每天5000人: a rate stands before its number.
    var j = mention.tokens.lowerBound - 1
    while j >= 0, j > mention.tokens.lowerBound - 4, signs[j] == nil {
      if has(j, .rate) { phrase.isRate = true }
      j -= 1
    }
    return phrase
  }
}

extension QuantityTies {
  private func isParted(_ low: Int, _ high: Int) -> Bool {
    guard low <= high else { return false }
    return (low..<high).contains { i in
      let isOther = view.mentionAt[i] >= 0 && view.mentions[Int(view.mentionAt[i])].isCount
      return isOther || view.sign(i) == .comma || view.isStrong(i)
    }
  }

  /// 五名军人死亡, 炸死了五人, 無人受傷.
  func isUnspacedPredicate(_ match: TermMatch) -> Bool {
    if match.tokens.lowerBound >= mention.tokens.upperBound {
      guard match.tokens.lowerBound - mention.tokens.upperBound <= 12 else { return false }
      let ownNumber = view.mentions.contains { $0.isCount && $0.tokens.lowerBound == match.tokens.upperBound }
      // 在5次袭击中死亡: the number is where, not who.
      let isOblique = view.has(mention.tokens.lowerBound - 1, .oblique)
      return !ownNumber && !isOblique && !isParted(mention.tokens.upperBound, match.tokens.lowerBound)
        && !isAttribute(match)
    }
    let gap = mention.tokens.lowerBound - match.tokens.upperBound
    return gap >= 0 && gap <= 2 && !isParted(match.tokens.upperBound, mention.tokens.lowerBound)
      && !(match.tokens.upperBound..<mention.tokens.lowerBound).contains { view.has($0, [.oblique, .coordinator]) }
  }

  /// 士兵的家属: the match says whose, and is not what is counted.
  func isAttribute(_ match: TermMatch) -> Bool { view.has(match.tokens.upperBound, .link) }

  /// 军人总数是3500名, 士兵2500人.
  func isUnspacedLabel(_ match: TermMatch) -> Bool {
    let gap = mention.tokens.lowerBound - match.tokens.upperBound
    guard gap >= 0, gap <= 10 else { return false }
    var i = mention.tokens.upperBound
    while view.has(i, [.classifier, .plural]) { i += 1 }
    let isBare = i >= view.tokens.count || view.signs[i] != nil || view.has(i, .boundary)
    guard isBare else { return false }
    var isSaid = gap == 0
    for j in match.tokens.upperBound..<mention.tokens.lowerBound {
      switch view.sign(j) {
      case .colon?, .question?, .open?: isSaid = true
      case nil:
        if view.has(j, [.auxiliary, .measuring]) { isSaid = true }
        if view.mentionAt[j] >= 0 { return false }
      default: return false
      }
    }
    return isSaid
  }
}
