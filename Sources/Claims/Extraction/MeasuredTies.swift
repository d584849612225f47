import Mentions

/// What an amount with a unit measures.
extension ClaimMaker {
  /// For amounts with a unit: what is measured stands in the same clause, and no other amount of the kind is nearer.
  func measured(_ match: TermMatch, _ mention: PlacedMention, _ ties: QuantityTies) -> Tie? {
    guard ties.gap(to: match) <= 60 else { return nil }
    if let tie = ties.tie(match) { return tie }
    guard view.clauseOf(match.tokens) == view.clauseOf(mention.tokens) || isLabelled(match, mention) else { return nil }
    func distance(_ other: PlacedMention) -> Int {
      max(other.tokens.lowerBound, match.tokens.lowerBound) - min(other.tokens.upperBound, match.tokens.upperBound)
    }
    // "Gas costs 20 dollars and oil 80": at equal distance the amount behind its label is the label's.
    let isBefore = mention.tokens.upperBound <= match.tokens.lowerBound
    let clause = view.clauseOf(match.tokens)
    let isNearest = !view.mentions.contains {
      $0.number != mention.number && rule.units.isRival($0.mention.value) && view.changes[$0.number] == nil
        && !isAside($0, of: clause, for: mention)
        && (distance($0) < distance(mention)
          || isBefore && distance($0) == distance(mention) && $0.tokens.lowerBound >= match.tokens.upperBound)
    }
    return isNearest ? .predicate : nil
  }

  /// What a clause about the label says ("turnout, which was 66 % in 2019, fell to 61.5 %"), or what was at another time.
  private func isAside(_ other: PlacedMention, of clause: Int32, for mention: PlacedMention) -> Bool {
    let own = view.clauseOf(other.tokens)
    if own != clause, view.relativeStart[own] != nil, view.clauseOf(mention.tokens) == clause { return true }
    guard rule.rule.during != nil else { return false }
    return !isDuring(times.time(of: other.tokens, isEvent: false, carried: carried).span.map(Possibilities.interval))
  }

  func isRivalOfRate(_ other: PlacedMention, _ mention: PlacedMention) -> Bool {
    other.number != mention.number && rule.units.isRival(other.mention.value) && view.changes[other.number] == nil
      && !view.phrase(of: other).isRate
  }

  private func isLabelled(_ match: TermMatch, _ mention: PlacedMention) -> Bool {
    let low = match.tokens.upperBound
    guard low < mention.tokens.lowerBound else { return false }
    let between = low..<mention.tokens.lowerBound
    func labels(_ i: Int) -> Bool {
      // "Площа — 4800 м²": where nouns stand side by side, a dash is the copula.
      view.sign(i) == .colon || view.sign(i) == .question || view.sign(i) == .open
        || view.sign(i) == .dash && view.words.hasGenitive
    }
    // "a fine for the company, which paid 380,000 euros in 2018": what a clause says of another noun.
    let relative = view.relativeStart[view.clauseOf(mention.tokens)]
    if let relative, relative > low + 1, !view.words.isVerbFirst { return false }
    return between.allSatisfy { !view.isStrong($0) || labels($0) }
  }
}
