/// "3,500 foreign soldiers, of whom 2,500 American": a part is of the same kind as its whole, and shares what happens to
/// it, but not what the whole is called.
extension ClaimMaker {
  /// The tokens that state a part, if it is a claim of its own: its own words say something that the rule asks for, and
  /// the rule does not take the whole.
  ///
  /// To a rule that takes the whole ("three killed, two of them American"), the part says nothing.
  func stretch(ofPart mention: PlacedMention, _ phrase: NounPhrase) -> Range<Int>? {
    guard rule.rule.take == .part else { return nil }
    guard let whole = view.whole(ofPart: mention) else {
      return stretch(ofStrayPart: mention, phrase) ?? stretch(ofPredicated: mention, phrase)
    }
    let ofWhole = QuantityTies(view, whole)
    guard stretch(of: whole, ofWhole) == nil else { return nil }
    let own = view.ownWords(ofPart: mention, phrase)
    let named = Set(view.matches.filter { own.overlaps($0.tokens) }.map(\.concept))
    guard rule.about.union(rule.with + rule.near).contains(where: named.contains) else { return nil }

    func isTied(_ concept: Int32, described: Bool) -> Bool {
      view.matches.contains { match in
        guard match.concept == concept else { return false }
        guard let tie = ofWhole.tie(match, isThing: table.isThing(concept)) else { return false }
        return described || tie != .described
      }
    }
    guard rule.about.contains(where: { named.contains($0) || isTied($0, described: false) }),
      rule.with.allSatisfy({ named.contains($0) || isTied($0, described: true) }),
      !rule.unless.contains(where: { named.contains($0) || !table.isThing($0) && isTied($0, described: true) })
    else { return nil }
    return mention.tokens.lowerBound..<max(mention.tokens.upperBound, own.upperBound)
  }
}

extension ClaimMaker {
  /// "Nine were hurt. Three of them died.": of the part alone something is said that is counted.
  private func stretch(ofPredicated mention: PlacedMention, _ phrase: NounPhrase) -> Range<Int>? {
    let ties = QuantityTies(view, mention)
    func isTied(_ concept: Int32) -> Bool {
      view.matches.contains { match in
        match.concept == concept && (view.words.hasCaseEndings || match.tokens.lowerBound >= mention.tokens.upperBound)
          && ties.tie(match, isThing: table.isThing(concept), shares: true) == .predicate
      }
    }
    guard phrase.isPartOfPronoun, rule.about.contains(where: isTied), rule.about.isDisjoint(with: before),
      rule.with.allSatisfy(isTied), !rule.unless.contains(where: isTied)
    else { return nil }
    return mention.tokens
  }

  /// "3,500 troops, including 4,500 American troops": more than any whole before it, but what it counts is said.
  private func stretch(ofStrayPart mention: PlacedMention, _ phrase: NounPhrase) -> Range<Int>? {
    if phrase.isEmpty || view.words.order == .capital, let noun = view.antecedent(ofPart: mention) {
      return stretch(ofPart: mention, of: noun)
    }
    guard !phrase.isEmpty, view.words.order != .unspaced, view.hasSmallerCount(before: mention) else { return nil }
    func isNamed(_ concept: Int32) -> Bool {
      view.matches.contains { $0.concept == concept && phrase.extended.overlaps($0.tokens) }
    }
    guard rule.about.contains(where: isNamed), rule.with.allSatisfy(isNamed), !rule.unless.contains(where: isNamed)
    else { return nil }
    return mention.tokens.lowerBound..<max(mention.tokens.upperBound, phrase.core.upperBound)
  }
}

extension ClaimMaker {
  /// "The helpers, of whom 460 were still at work": of the helpers nothing but the part is said in figures.
  private func stretch(ofPart mention: PlacedMention, of noun: Int) -> Range<Int>? {
    let ties = QuantityTies(view, mention)
    func isTied(_ concept: Int32) -> Bool {
      view.matches.contains {
        $0.concept == concept && ($0.tokens.contains(noun) || ties.tie($0, shares: true) == .predicate)
      }
    }
    guard view.matches.contains(where: { rule.about.contains($0.concept) && $0.tokens.contains(noun) }),
      !rule.with.isEmpty, rule.with.allSatisfy(isTied), !rule.unless.contains(where: isTied)
    else { return nil }
    return mention.tokens
  }
}

extension SentenceView {
  /// The noun right before a comma and the pronoun whose part a number is: "The helpers, of whom 460 …".
  fileprivate func antecedent(ofPart mention: PlacedMention) -> Int? {
    var i = mention.tokens.lowerBound - 1
    while has(i, .adverb) { i -= 1 }
    guard has(i, .part) else { return nil }
    while has(i, .part) { i -= 1 }
    guard sign(i) == .comma, isContent(i - 1) else { return nil }
    return i - 1
  }

  private static let longestWay = 16
  /// So many parts of one whole may stand in a row.
  private static let mostParts = 8

  /// "of whom 2,500", "two of them", and what is listed behind them: "of whom 2,500 American and 1,000 allied".
  func isPartOfWhole(_ mention: PlacedMention) -> Bool { isPartOfWhole(mention, left: Self.mostParts) }

  private func isPartOfWhole(_ mention: PlacedMention, left: Int) -> Bool {
    guard mention.isCount else { return false }
    if isPart(mention) || phrases[mention.number]?.isPartOfPronoun ?? false { return true }
    guard left > 0, mention.number > 0 else { return false }
    let other = mentions[mention.number - 1]
    guard other.isCount, isListed(mention, behind: other), isPartOfWhole(other, left: left - 1),
      let whole = mentions.prefix(other.number).last(where: { $0.isCount && !isPartOfWhole($0, left: left - 1) }),
      let all = whole.quantity?.value, let own = mention.quantity?.value
    else { return false }
    return own <= all
  }

  /// Whether nothing but the other's noun and a conjunction, or a comma, stands between two counts.
  private func isListed(_ mention: PlacedMention, behind other: PlacedMention) -> Bool {
    let between = other.tokens.upperBound..<max(other.tokens.upperBound, mention.tokens.lowerBound)
    guard between.count <= 5, !between.isEmpty, let last = between.last else { return false }
    var conjunction: Int?
    for i in between {
      if sign(i) == .comma || has(i, .coordinator) {
        guard conjunction == nil, i == last || i == last - 1 && has(last, .article) else { return false }
        conjunction = i
      } else if !(isContent(i) || sign(i) == .apostrophe || sign(i) == .hyphen || has(i, [.article, .link])) {
        return false
      }
    }
    return conjunction != nil
  }

  /// The count that stands shortly before a part, and may be its whole.
  func whole(ofPart mention: PlacedMention) -> PlacedMention? {
    if words.order == .unspaced || words.hasNounBefore, isPartBehind(mention) {
      // 子ども5人を含む18人
      return mentions.dropFirst(mention.number + 1).first { $0.isCount && !isPartOfWhole($0) }
    }
    guard let before = mentions.prefix(mention.number).last(where: { $0.isCount && !isPartOfWhole($0) }) else {
      return nil
    }
    let between = before.tokens.upperBound..<max(before.tokens.upperBound, mention.tokens.lowerBound)
    guard between.count <= Self.longestWay,
      !between.contains(where: { mentionAt[$0] < 0 && (sign($0) == .semicolon || sign($0) == .point) })
    else { return nil }
    if let part = mention.quantity?.value, let all = before.quantity?.value, part > all { return nil }
    return before
  }

  /// A count before a part that would be its whole, were it not less.
  fileprivate func hasSmallerCount(before mention: PlacedMention) -> Bool {
    guard let before = mentions.prefix(mention.number).last(where: { $0.isCount && !isPartOfWhole($0) }),
      let all = before.quantity?.value, let part = mention.quantity?.value
    else { return false }
    return part > all && mention.tokens.lowerBound - before.tokens.upperBound <= Self.longestWay
  }

  /// The words that say of what kind the part is: "Américains", "of them American".
  fileprivate func ownWords(ofPart mention: PlacedMention, _ phrase: NounPhrase) -> Range<Int> {
    let start = mention.tokens.upperBound
    if words.order == .unspaced || words.hasNounBefore {
      // 其中重伤19人
      var low = mention.tokens.lowerBound
      while low > 0, mention.tokens.lowerBound - low < 8, signs[low - 1] == nil, !has(low - 1, .part),
        mentionAt[low - 1] < 0
      {
        low -= 1
      }
      if low < mention.tokens.lowerBound, has(low - 1, .part) || sign(low - 1) == .comma {
        return low..<max(start, phrase.extended.upperBound)
      }
    }
    if phrase.head != nil { return start..<max(start, phrase.extended.upperBound) }
    var end = start
    while end < tokens.count, end < start + 5, signs[end] == nil || sign(end) == .apostrophe, !has(end, .coordinator) {
      end += 1
    }
    return start..<end
  }
}
