import Languages

/// A number behind what it is the number of, with a colon, a verb or a bracket between.
extension QuantityTies {
  /// "Soldiers: 5,200", "the number of troops stands at 5,200", "troops (2,500)".
  func isLabelled(by match: TermMatch) -> Bool {
    let target = mention.tokens.lowerBound
    if match.tokens.lowerBound >= mention.tokens.upperBound {
      return isLabelledBehind(by: match) || words.hasCaseEndings && isLabelBehindVerb(match)
    }
    if words.hasCaseEndings,
      isOfOtherNoun(match) || view.isAmong(match.tokens) || view.isCountedByOther(match.tokens, than: mention.number)
    {
      return false
    }
    if isNumbered(match) { return true }
    guard match.tokens.upperBound <= target, isBare,
      target - match.tokens.upperBound <= (hasAside(behind: match) ? 20 : 14),
      !isQuantityBetween(
        match.tokens.upperBound, target, insideOf: clause == view.clauseOf(match.tokens) ? clause : nil)
    else { return false }
    var isSaid = false
    /// A verb says it: what begins behind it is about something else.
    var isSaidByVerb = false
    var isInRelative = false
    var i = match.tokens.upperBound
    let outer = view.clauseOf(match.tokens)
    while i < target {
      // "The homeless, who were 600 on Wednesday, are 970": the clause about the label is passed, and who says so.
      let inner = view.clause[i]
      if inner != outer, inner != clause,
        outer == clause && view.relativeStart[inner] != nil
          || words.hasCaseEndings && (view.relativeStart[inner] != nil || view.asides.contains(inner))
      {
        i += 1
        continue
      }
      switch view.sign(i) {
      case .colon?, .question?: isSaid = true
      case .open?: isSaid = i == match.tokens.upperBound && i + 1 == target
      // "Жертв — 12"
      case .dash? where words.hasGenitive && i + 1 == target && i == match.tokens.upperBound: isSaid = true
      case .semicolon?, .dash?, .close?: return false
      // "The evacuees, 2,900 in all, …"
      case .comma? where i + 1 == target && isApposition(behind: match): isSaid = true
      case .point?: if view.isStrong(i), !isSaid { return false }
      default:
        if view.clause[i] != clause, view.clauseOf(match.tokens) == clause, view.relativeStart[view.clause[i]] != nil {
          // "the number of residents, which stood at 5,600 on Monday, has fallen to 2,100"
          i += 1
          continue
        }
        // "the number of people who died in the crash rose to 27", "the soldiers, who number 300,"
        if view.has(i, .relative), !isSaid, i <= match.tokens.upperBound + 1, !isInRelative {
          isInRelative = true
        } else if view.has(i, .joiner), !isSaid || isSaidByVerb {
          return false
        }
        if isSaidByVerb, view.has(i, .coordinator), words.isVerbLast || view.has(i + 1, .article) { return false }
        let changes = view.mentionAt[i] >= 0 && view.changes[Int(view.mentionAt[i])] != nil
        if changes || view.has(i, [.measuring, .auxiliary]) {
          isSaidByVerb = !isSaid || isSaidByVerb
          isSaid = true
        } else if isSaidByVerb, phrase.head != nil, view.isContent(i), view.has(i - 1, .auxiliary),
          !view.has(i - 1, .measuring)
        {
          // "Un soldat a tué 12 personnes"
          return false
        }
      }
      i += 1
    }
    if !isSaid, words.isVerbLast, isMeasuredBehind { return isFigure(behind: match) }
    if !isSaid, words.isVerbFirst, view.has(match.tokens.lowerBound - 1, .measuring) {
      // "بلغت الوفيات 19"
      return isFigure(behind: match)
    }
    if !isSaid {
      // "a force of 5,200"
      return match.tokens.upperBound + 1 == target && view.has(target - 1, .link) && !view.has(target - 1, .article)
    }
    var before = target - 1
    guard view.has(before, .oblique), !view.has(mention.tokens.upperBound, .figured) else { return true }
    before -= 1
    while view.has(before, .adverb) { before -= 1 }
    if view.has(before, .measuring) { return true }
    // "stieg bis zum Abend auf 14"
    let way = match.tokens.upperBound..<target
    if view.isToward(mention), let verb = way.last(where: { view.has($0, .measuring) && !view.has($0, .auxiliary) }) {
      // A noun of its own behind the verb is its subject.
      let next = verb + 1
      if next < target, !view.isContent(next), !view.has(next, .article) || view.has(next, .oblique) { return true }
    }
    // "rose by 50 to 850"
    return view.isToward(mention) && mention.number > 0 && view.changes[mention.number - 1] != nil
  }

  /// "До семи выросло число погибших": the label behind its verb, and that behind the number.
  private func isLabelBehindVerb(_ match: TermMatch) -> Bool {
    let start = phrase.core.upperBound
    guard match.tokens.lowerBound > start, match.tokens.lowerBound - start <= 6, isBare,
      view.has(mention.tokens.lowerBound, [.oblique, .toward]) || view.has(mention.tokens.lowerBound - 1, .oblique)
        || view.has(start, .measuring) && view.has(match.tokens.lowerBound - 1, .numberNoun)
    else { return false }
    var isSaid = false
    var hasNumber = false
    for i in start..<match.tokens.lowerBound {
      guard view.signs[i] == nil else { return false }
      if view.has(i, .measuring) { isSaid = true }
      if view.has(i, .numberNoun) { hasNumber = true }
      guard
        view.has(i, [.measuring, .auxiliary, .adverb, .article, .numberNoun])
          || view.isContent(i) && hasNumber && view.ends(i, in: words.adjectiveEndings)
      else { return false }
    }
    return isSaid && !isOfOtherNoun(match)
  }

  /// "Возраст погибших — 42": a noun before the match is what the number is of, unless it is a number itself.
  func isOfOtherNoun(_ match: TermMatch) -> Bool {
    var i = match.tokens.lowerBound - 1
    while view.isContent(i), !view.has(i, .numberNoun), view.ends(i, in: words.adjectiveEndings) { i -= 1 }
    guard view.isContent(i), view.clause[i] == view.clauseOf(match.tokens), !view.has(i, .numberNoun),
      !view.isVerbal(i), !view.ends(i, in: words.finishedEndings), !view.ends(i, in: words.adverbEndings),
      !view.matches.contains(where: { $0.concept == match.concept && $0.tokens.contains(i) }),
      view.isGenitiveForm(match)
    else { return false }
    // "В Каменке погибших — 7": where, and not whose.
    var before = i - 1
    while view.isContent(before) { before -= 1 }
    return !view.has(before, [.oblique, .link, .among])
  }

  /// A clause about the label stands between it and its figure.
  private func hasAside(behind match: TermMatch) -> Bool {
    guard view.clauseOf(match.tokens) == clause, match.tokens.upperBound < mention.tokens.lowerBound else {
      return false
    }
    return (match.tokens.upperBound..<mention.tokens.lowerBound).contains { view.clause[$0] != clause }
  }

  /// A bare number between commas right behind its noun.
  private func isApposition(behind match: TermMatch) -> Bool {
    let behind = mention.tokens.upperBound
    return phrase.isEmpty && match.tokens.upperBound + 1 == mention.tokens.lowerBound
      && (behind >= view.tokens.count || view.sign(behind) == .comma || view.has(behind, [.oblique, .adverb]))
  }

  /// No noun of its own, or one that says no more than "people".
  var isBare: Bool {
    guard let head = phrase.head else { return true }
    return view.has(head, [.plural, .measureNoun, .figured])
  }

  /// "Sale a 41 il numero delle vittime", "Suben a 41 los muertos": the same said the other way round.
  private func isLabelledBehind(by match: TermMatch) -> Bool {
    guard words.order != .unspaced, phrase.isEmpty, match.tokens.lowerBound - mention.tokens.upperBound <= 8,
      view.isToward(mention) || view.has(mention.tokens.lowerBound - 1, [.oblique, .dative, .measuring])
    else { return false }
    var isSaid = (max(0, mention.tokens.lowerBound - 4)..<mention.tokens.lowerBound).contains {
      view.has($0, .measuring) && view.clause[$0] == clause
    }
    var hasNoun = false
    var left = 3
    var i = mention.tokens.upperBound
    while i < match.tokens.lowerBound {
      defer { i += 1 }
      if hasNoun, view.has(i, .numberNoun) {
        // "la cifra" is no verb, though a verb is written so.
        continue
      } else if view.has(i, [.auxiliary, .measuring]) {
        // "Auf 41 ist die Zahl der Toten gestiegen"
        guard !hasNoun else { return false }
        if view.has(i, .measuring) { isSaid = true }
      } else if view.has(i, .adverb) || view.isDate(i) || view.sign(i) == .apostrophe {
        continue
      } else if view.has(i, [.article, .link]) || view.has(i, .numberNoun) {
        hasNoun = true
      } else if view.isContent(i), hasNoun, left > 0 {
        left -= 1
      } else {
        return false
      }
    }
    let behind = match.tokens.upperBound
    return hasNoun && (isSaid || view.has(behind, .measuring))
  }
}
