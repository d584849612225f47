import Languages

/// How closely a concept is bound to a number.
enum Tie {
  case counted, described, predicate, label
  /// Of those counted before it: "120명 가운데 4명".
  case member
  /// Its clause is about the match: "한강시는 기관사 2800명을 …".
  case frame
}

/// Reads from a sentence what its numbers are about. No parser: a noun phrase, and what may stand between it and a verb.
struct QuantityTies {
  let view: SentenceView
  let mention: PlacedMention
  let phrase: NounPhrase

  init(_ view: SentenceView, _ mention: PlacedMention) {
    self.view = view
    self.mention = mention
    phrase = view.phrase(of: mention)
  }

  /// So many tokens may stand between a number and what it is tied to.
  private static let longestTie = 60

  func gap(to match: TermMatch) -> Int {
    max(match.tokens.lowerBound, mention.tokens.lowerBound) - min(match.tokens.upperBound, mention.tokens.upperBound)
  }

  var words: ClaimWords { view.words }
  var clause: Int32 { view.clauseOf(mention.tokens) }

  /// How a match is tied to the number, if it is.
  ///
  /// - Parameter isThing: the concept names what there is, and nothing that happens.
  /// - Parameter shares: what is done to several is done to each: a condition, and not what is counted.
  func tie(_ match: TermMatch, isThing: Bool = false, shares: Bool = false) -> Tie? {
    guard gap(to: match) <= Self.longestTie else { return nil }
    // "aucun mort": the number's own words say what it counts.
    if mention.tokens.contains(match.tokens.lowerBound), mention.tokens.contains(match.tokens.upperBound - 1) {
      return .counted
    }
    if isUncountable(match), !shares { return nil }
    if isMember(match) { return .member }
    if words.hasNounBefore { return endingTie(match, shares) }
    if isCounted(match) { return .counted }
    // "nahm 36 Demonstranten fest": the two halves of the verb stand around what it is said of.
    if let hole = match.gaps.first(where: { $0.contains(mention.tokens.lowerBound) }) {
      let isOnly = !isQuantityBetween(hole.lowerBound, mention.tokens.lowerBound) && !isObliqueNumber
      return isOnly && !view.isComplement(mention) ? .predicate : nil
    }
    let isUnspaced = words.order == .unspaced
    if !isThing,
      isUnspaced ? isUnspacedPredicate(match, shares) : isSubject(of: match, shares) || isObject(of: match, shares)
    {
      return .predicate
    }
    // "are on strike": what there is, but said of them.
    if isThing, shares, !isUnspaced, isPredicatePhrase(match), isSubject(of: match, shares) { return .predicate }
    if isDescribed(match) { return .described }
    if isUnspaced ? isUnspacedLabel(match) : isLabelled(by: match) { return .label }
    return isUnspaced ? unspacedContext(of: match, shares) : nil
  }

  /// The whole that the number is some of counts the match.
  private func isMember(_ match: TermMatch) -> Bool {
    guard let number = view.members[mention.number] else { return false }
    let whole = view.mentions[number]
    guard match.tokens.upperBound <= mention.tokens.lowerBound else { return false }
    let isBefore = match.tokens.upperBound == whole.tokens.lowerBound
    switch QuantityTies(view, whole).tie(match) {
    case .counted?: return true
    case .predicate?: return isBefore && words.order == .unspaced
    default: return false
    }
  }

  // MARK: - Noun phrase

  private func isCounted(_ match: TermMatch) -> Bool {
    if let whole = view.openingWhole[mention.number], let counted = view.phrases[whole] {
      return counted.core.contains(match.tokens.upperBound - 1)
    }
    // "nine deputies out of 15": a bare whole is called what its part is called.
    if view.wholes.contains(mention.number), phrase.isEmpty,
      let part = view.phrases.first(where: { $0?.wholeMention == mention.number }), let counted = part
    {
      return counted.core.contains(match.tokens.upperBound - 1)
    }
    guard let head = phrase.head, match.tokens.lowerBound >= mention.tokens.upperBound else { return false }
    if words.order != .unspaced, match.tokens.contains(head) { return true }
    if words.order == .unspaced { return phrase.core.contains(match.tokens.lowerBound) && !isAttribute(match) }
    let last = match.tokens.upperBound - 1
    // "19 votes in favour"
    if view.has(head, .measureNoun), match.tokens.lowerBound <= head + 2,
      match.tokens.lowerBound == head + 1 || view.has(head + 1, [.oblique, .link, .dative])
    {
      return true
    }
    guard phrase.core.contains(last) else { return false }
    switch words.order {
    case .plural: return view.looksPlural(last) || view.text[view.tokens[last].range].last == UInt8(ascii: "s")
    // Of nouns in a row the first is counted, what follows says whose: "солдат армии".
    case .nounLast: return last < mention.tokens.upperBound + 3
    default: return false
    }
  }

  /// Within what belongs to the counted noun, or in front of the number in the same phrase.
  private func isDescribed(_ match: TermMatch) -> Bool {
    if phrase.extended.overlaps(match.tokens) { return true }
    let before = mention.tokens.lowerBound
    return match.tokens.upperBound == before && words.order != .unspaced && !view.has(before - 1, .boundary)
      && phrase.head != nil && view.has(match.tokens.lowerBound - 1, .article)
  }

  // MARK: - Subject and object

  /// Another plain count between two places, parts of a whole left out.
  ///
  /// - Parameter inner: what clauses about a noun of this clause say is passed.
  func isQuantityBetween(_ low: Int, _ high: Int, insideOf inner: Int32? = nil) -> Bool {
    view.hasCount(from: low, to: high, except: mention.number, phrase.wholeMention, insideOf: inner)
  }

  /// "five soldiers of the coalition have died", "wurden fünf Soldaten bei dem Angriff getötet".
  private func isSubject(of match: TermMatch, _ shares: Bool) -> Bool {
    let start = shares ? groupEnd : phrase.core.upperBound
    let target = match.tokens.lowerBound
    guard target >= start, !isQuantityBetween(start, target), shares || !isSharedSubject,
      !view.isComplement(mention), !isCountedByComplement(match)
    else { return false }
    // "قتل 26 وأصيب 84": what "and" is written onto is said of something else.
    if words.isVerbFirst, !words.isVerbLast {
      if (start...target).contains(where: { view.has($0, .joined) }) { return false }
      // "شن الطيران 40 غارة قتل فيها 12": a verb with a count of its own behind it.
      let behind = match.tokens.upperBound
      let end = (behind..<behind + 3).first { isJoined($0) } ?? behind + 3
      if view.hasCount(from: behind, to: end, except: mention.number, phrase.wholeMention) { return false }
    }
    var active = clause
    var hasAuxiliary = false
    var isPassive = false
    var hasPhrase = false
    var hasOnlyLinks = true
    var inPhrase = 0
    var modifiers = words.order == .nounFirst ? 2 : words.hasGenitive ? 3 : 0
    var isCoordinated = false
    var hasComma = false
    var i = start
    while i < target {
      defer { i += 1 }
      // "5,600 residents who live there were evacuated": of the two clauses the one that has the verb.
      if view.has(i, .relative), view.clause[i] != active, !hasAuxiliary, !isCoordinated,
        view.clauseOf(match.tokens) != active
      {
        active = view.clause[i]
        continue
      }
      if view.clause[i] != active { continue }
      if view.isDate(i) {
        inPhrase = 0
        continue
      }
      if let sign = view.signs[i] {
        switch sign {
        case .comma:
          if !view.asides.contains(view.clause[i]), view.clause[i + 1] == active { hasComma = true }
          guard let resumed = resumption(behind: i, before: target, match) else {
            modifiers = 0
            continue
          }
          if resumed == target { hasPhrase = false }
          i = resumed - 1
          continue
        case .quote, .hyphen, .apostrophe, .slash: continue
        default: return false
        }
      }
      // "three of them died"
      if phrase.isPartOfPronoun, i < start + 5, view.has(i, [.part, .link, .pronoun]), !view.has(i, .auxiliary) {
        continue
      }
      if view.has(i, .moreAfter), phrase.isIncrease { continue }
      let isOwn = view.has(i, .possessive) && !view.has(i, .auxiliary)
      if isOwn, hasAuxiliary || words.isVerbFinal && isAuxiliaryBefore {
        // "had to leave their homes", "mussten ihre Häuser verlassen"
        inPhrase = max(inPhrase, 3)
      } else if view.has(i, [.auxiliary, .negator, .pronoun]) {
        if view.has(i, .auxiliary) { hasAuxiliary = true }
        if view.has(i, .passive) { isPassive = true }
        inPhrase = 0
        modifiers = 0
      } else if view.has(i, .adverb) || view.ends(i, in: words.adverbEndings) {
        continue
      } else if view.has(i, [.oblique, .link, .dative]) {
        hasPhrase = true
        if !view.has(i, .link) { hasOnlyLinks = false }
        inPhrase = 5
      } else if view.has(i, .article) {
        guard inPhrase > 0 else { return false }
      } else if view.has(i, .coordinator), i == phrase.extended.upperBound, view.isContent(i + 1), i + 1 < target {
        // "20 men and women died"
        modifiers = max(modifiers, 1)
      } else if view.has(i, .coordinator) {
        guard isCoordinated || hasAuxiliary && (isPredicateBefore(i) || view.has(i - 1, .passive)) else { return false }
        isCoordinated = true
      } else if view.isContent(i) || view.mentionAt[i] >= 0 {
        if view.isVerbal(i), !hasAuxiliary, words.hasCaseEndings || isAdverbial(match) {
          // "300 грузовиков везли солдат", but "67 депутатов проголосовали против".
          guard isAdverbial(match) else { return false }
          hasAuxiliary = true
        } else if inPhrase > 0 {
          inPhrase -= 1
        } else if hasAuxiliary {
          // Another verb with the same subject: "killed or wounded".
          guard view.has(i + 1, .coordinator) || isCoordinated else { return false }
          isCoordinated = true
        } else if modifiers > 0 {
          modifiers -= 1
        } else if view.ends(i, in: words.participleEndings) {
          hasPhrase = true
        } else {
          return false
        }
      } else {
        return false
      }
    }
    guard view.clauseOf(match.tokens) == active else { return false }
    if hasComma, isCountAhead(of: match) { return false }
    if words.hasCaseEndings, target == start, isBelonging(match) { return false }
    // Who does it is not whom it happens to: "two drones killed a general".
    if !isPassive, hasObject(match) { return false }
    let hasEarlierAuxiliary = words.isVerbFinal && isAuxiliaryBefore
    let hasLaterAuxiliary = words.isVerbLast && endsClause(match, active)
    if hasAuxiliary || hasEarlierAuxiliary || hasPhrase && hasLaterAuxiliary {
      if isObliqueNumber { return false }
      return target == start || !isNominal(match) || match.tokens.count > 1 || isPredicatePhrase(match)
    }
    // "در اعتصاب شرکت کرده‌اند": the verb that it goes with stands last.
    if shares, words.isVerbLast, hasPhrase, closesClause(behind: match, active) { return true }
    // Nothing but the phrase itself stands between: a participle, or the finite verb.
    if hasPhrase {
      let isVerb =
        words.hasFreeOrder
        ? view.ends(match.tokens.lowerBound, in: words.verbEndings)
        : words.order == .plural && view.ends(match.tokens.lowerBound, in: words.participleEndings)
      let isParticiple =
        hasOnlyLinks && words.order == .nounFirst && view.ends(match.tokens.lowerBound, in: words.participleEndings)
      guard isVerb && !isNominal(match) || isParticiple else { return false }
    }
    return target == start || !isNominal(match)
  }

  /// "800 nurses are on strike": a copula, one preposition, and no article.
  private func isPredicatePhrase(_ match: TermMatch) -> Bool {
    let preposition = match.tokens.lowerBound - 1
    return view.has(preposition, .oblique) && view.has(preposition - 1, [.auxiliary, .adverb, .negator])
  }

  /// "2,500 Americans will stay, next to 1,000 allied troops": what another number counts is not said of this one.
  private func isCountedByComplement(_ match: TermMatch) -> Bool {
    view.mentions.contains { other in
      guard other.isCount, other.number != mention.number, view.isComplement(other),
        let counted = view.phrases[other.number], counted.head != nil
      else { return false }
      return counted.core.contains(match.tokens.lowerBound)
    }
  }

  private func hasObject(_ match: TermMatch) -> Bool {
    var i = match.tokens.upperBound
    if words.hasPersonalObject, view.has(i, .dative) { i += 1 }
    guard i < view.tokens.count else { return false }
    if view.mentionAt[i] >= 0 {
      let other = view.mentions[Int(view.mentionAt[i])]
      return other.isCount && !other.isJoined
    }
    if view.has(i, .possessive) { return false }
    // "14 personas murieron el domingo": a day is no object.
    if view.has(i, .article) { return !(i + 1..<i + 3).contains { view.isDate($0) } }
    return view.isContent(i) && view.tokens[i].isCapitalised && !view.isDate(i)
  }

  private func isPredicateBefore(_ i: Int) -> Bool {
    let before = view.sign(i - 1) == .comma ? i - 2 : i - 1
    return view.isContent(before)
  }

  private var isAuxiliaryBefore: Bool {
    var i = mention.tokens.lowerBound - 1
    while i >= 0, view.clause[i] == clause {
      if view.has(i, .auxiliary) { return true }
      i -= 1
    }
    return false
  }

  /// The number itself is where, when or by whom: "in two attacks".
  private var isObliqueNumber: Bool {
    var i = mention.tokens.lowerBound - 1
    while view.has(i, [.article, .adverb]) { i -= 1 }
    return view.has(i, .oblique)
  }

  /// A noun by what stands before it.
  func isNominal(_ match: TermMatch) -> Bool {
    var i = match.tokens.lowerBound - 1
    if view.sign(i) == .apostrophe || view.sign(i) == .quote { i -= 1 }
    if view.has(i, [.article, .link, .oblique]) && !view.has(i, .auxiliary) { return true }
    let first = match.tokens.lowerBound
    if words.order == .capital, view.tokens[first].isCapitalised, !view.tokens[first].lineBefore, first > 0 {
      return true
    }
    guard words.isVerbFirst else { return false }
    if view.has(i, .auxiliary) { return false }
    // The Arabic article is written onto its noun.
    let word = view.text[view.tokens[match.tokens.lowerBound].range]
    return word.starts(with: [0xD8, 0xA7, 0xD9, 0x84])
  }

  /// "killed five", "the loss of six men", "قتل خمسة".
  private func isObject(of match: TermMatch, _ shares: Bool) -> Bool {
    let target = shares ? groupStart : mention.tokens.lowerBound
    guard match.tokens.upperBound <= target, view.clauseOf(match.tokens) == clause, shares || !isSharedObject
    else {
      return false
    }
    if isWhole(match, shares) { return false }
    let isNominal = isNominal(match)
    if words.hasCaseEndings, !view.isVerbal(match.tokens.lowerBound),
      view.isCountedByOther(match.tokens, than: mention.number) || view.isAmong(match.tokens)
    {
      return false
    }
    let opensClause = isAdverbial(match) && opensClause(match)
    var needsLink = isNominal && !(words.hasGenitive && isAdjacent(match) && !isDefinite(match))
    var hasLink = false
    /// Another count stands before this one, and nothing that joins the two.
    var needsCoordinator = false
    var inPhrase = 0
    var isOblique = false
    var loose = words.isVerbFirst ? 1 : 0
    var hasAuxiliary = false
    var i = match.tokens.upperBound
    while i < target {
      defer { i += 1 }
      if view.isDate(i) {
        inPhrase = 0
        continue
      }
      if view.asides.contains(view.clause[i]), view.clause[i] != clause { continue }
      if let sign = view.signs[i] {
        switch sign {
        case .quote, .apostrophe, .hyphen: continue
        case .comma where i + 1 < target && view.asides.contains(view.clause[i + 1]): continue
        default: return false
        }
      }
      if view.mentionAt[i] >= 0, view.mentions[Int(view.mentionAt[i])].isCount {
        // "the loss of one helicopter and six men"
        guard hasLink else { return false }
        needsCoordinator = true
      } else if view.has(i, .link) {
        if !isOblique {
          hasLink = true
          needsLink = false
        }
        inPhrase = 4
      } else if view.has(i, .dative) {
        guard match.tokens.count > 1 || isNominal || hasLink || words.hasPersonalObject else { return false }
        needsLink = false
      } else if view.has(i, .oblique) {
        inPhrase = 5
        isOblique = true
        if i + 1 == target || view.has(i + 1, .article) && i + 2 == target { return false }
      } else if view.has(i, [.adverb, .article, .negator, .pronoun])
        || !words.isVerbLast && view.ends(i, in: words.adverbEndings)
      {
        continue
      } else if view.has(i, .coordinator) {
        // "the loss of a helicopter and of six men": nothing but the number may follow.
        guard hasLink, i > match.tokens.upperBound,
          (i + 1..<target).allSatisfy({ view.has($0, [.link, .article]) || view.sign($0) == .apostrophe })
        else { return false }
        needsCoordinator = false
      } else if words.hasFreeOrder, view.has(i, .auxiliary), !isNominal, mayPrecede(match, i) {
        // "Ранено было 14 солдат"
        hasAuxiliary = true
      } else if view.isContent(i) {
        // "Солдаты под Киевом убили 12 боевиков": the match is that verb's subject.
        if view.isVerbal(i), !hasAuxiliary {
          // "Против проголосовали 67 депутатов"
          guard opensClause else { return false }
          hasAuxiliary = true
          continue
        }
        // "لقي 14 مصرعهم وأصيب 30"
        if words.isVerbFirst, isJoined(i) { return false }
        if inPhrase > 0 {
          inPhrase -= 1
        } else if loose > 0 {
          loose -= 1
        } else if !hasAuxiliary, !opensClause {
          return false
        }
      } else {
        return false
      }
    }
    if hasAuxiliary, words.hasCaseEndings, isOfOtherNoun(match) { return false }
    return !needsLink && (hasLink || !mention.isJoined) && (!needsCoordinator || mention.isJoined)
  }

  /// "Entgleist waren sieben Waggons", "Spårat ur hade sju vagnar"; but not "Hamnarna har 6 800 anställda".
  private func mayPrecede(_ match: TermMatch, _ auxiliary: Int) -> Bool {
    if !view.has(auxiliary, .perfect) || view.has(auxiliary, .passive) { return true }
    return view.ends(match.tokens.lowerBound, in: words.verbEndings)
  }

  /// Nothing but adverbs stands between a noun and the number.
  func isAdjacent(_ match: TermMatch) -> Bool {
    (match.tokens.upperBound..<mention.tokens.lowerBound).allSatisfy { view.has($0, .adverb) }
  }
}
