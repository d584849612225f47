import Languages

/// What a number counts: the noun behind it, with what belongs to the noun.
struct NounPhrase {
  /// From the number's end to the end of the noun: adjectives before it are in.
  var core: Range<Int>
  /// The noun itself; nil where the number stands for its noun ("five were killed").
  var head: Int?
  /// With what follows the noun and belongs to it: adjectives, "of the coalition".
  var extended: Range<Int>
  /// "five of them", "two of whom"
  var isPartOfPronoun = false
  /// "300 more", "300 soldats supplémentaires"
  var isIncrease = false
  /// "300 a day"
  var isRate = false
  /// "12 of the dead": some of those spoken of.
  var isOfDefinite = false
  /// As ``isOfDefinite``, in a language in which nothing else joins a number to a noun so: "12 من القتلى".
  var isPartitive = false
  /// The number of the whole: "87 of the 165 seats".
  var wholeMention: Int?

  var isEmpty: Bool { head == nil }
}

extension SentenceView {
  private static let longestRun = 5

  /// The phrase that begins behind a mention.
  func nounPhrase(after mention: PlacedMention, isWhole: Bool = false) -> NounPhrase {
    var i = mention.tokens.upperBound
    let start = i
    var phrase = NounPhrase(core: start..<start, head: nil, extended: start..<start)
    while has(i, .classifier), isContent(i) { i += 1 }
    if has(i, .part), !has(i, .relative), !(i + 1..<i + 4).contains(where: isCount) {
      phrase.isPartOfPronoun = true
      return phrase
    }
    var passedLink = false
    // "nine out of the 15 members"
    var behind = i
    while has(behind, [.outOf, .article]) { behind += 1 }
    if has(i, .outOf), isCount(behind) {
      passedLink = true
      i = behind
    }
    while true {
      if has(i, .link), !passedLink {
        passedLink = true
        // "Douze des morts", "zwölf der Toten"
        if has(i, .contracted) || has(i, .article) { phrase.isOfDefinite = true }
      } else if has(i, .moreAfter) {
        phrase.isIncrease = !(words.isVerbLast && leadsTo(mention))
      } else if passedLink && has(i, .article) {
        if !has(i, .link) { phrase.isOfDefinite = true }
      } else if sign(i) == .quote
        || sign(i) == .apostrophe && has(i - 1, [.link, .article])
        || has(i, .article) && (isInverted(mention) || opensClause(mention) && isContent(i + 1))
      {
      } else {
        break
      }
      i += 1
    }
    if passedLink, has(i, .pronoun) || has(i, .relative) {
      phrase.isPartOfPronoun = true
      return phrase
    }
    if i < tokens.count, mentionAt[i] >= 0, mentionAt[i] != Int32(mention.number), passedLink, !isWhole {
      let whole = Int(mentionAt[i])
      if mentions[whole].isCount {
        var inner = nounPhrase(after: mentions[whole], isWhole: true)
        inner.wholeMention = whole
        return inner
      }
    }
    if let head = head(from: i) {
      phrase.head = head
      phrase.core = start..<head + 1
      phrase.extended = start..<extent(behind: head)
      if passedLink && words.hasPartitiveLinks && mention.isCount || begins(head, with: words.partitivePrefixes) {
        phrase.isOfDefinite = true
        phrase.isPartitive = mention.isCount && mention.quantity?.value != nil
      }
    }
    if let whole = whole(behind: phrase.core.upperBound, isWhole: isWhole) { phrase.wholeMention = whole }
    let end = phrase.extended.upperBound
    for j in start..<min(end + 1, tokens.count) where has(j, .moreAfter) {
      // Hindi और is "more", and "and" behind the noun.
      if has(j, .coordinator), j >= phrase.core.upperBound, phrase.head != nil { continue }
      phrase.isIncrease = !(words.isVerbLast && leadsTo(mention))
    }
    if words.hasNounBefore, let counter = counter(of: mention), has(counter + 1, .moreAfter), role(of: mention) != .said
    {
      phrase.isIncrease = true
    }
    for j in start..<min(end + 3, tokens.count) {
      if sign(j) != nil, sign(j) != .quote, sign(j) != .apostrophe, sign(j) != .slash { break }
      // "bought 15,000 doses and uses 900 a day": what is joined on has a rate of its own.
      if has(j, [.coordinator, .joiner]) { break }
      if isRateWord(j) { phrase.isRate = true }
    }
    if isRateBefore(mention) { phrase.isRate = true }
    return phrase
  }

  /// Another plain count stands at a token: "12, among them 3 children".
  func isCount(_ i: Int) -> Bool {
    i < tokens.count && mentionAt[i] >= 0 && mentions[Int(mentionAt[i])].isCount
  }

  /// "Fueron 12 los muertos", "Sono 640 le case": a copula, the number, and the noun with its article.
  private func isInverted(_ mention: PlacedMention) -> Bool {
    guard words.order == .nounFirst else { return false }
    var i = mention.tokens.lowerBound - 1
    if has(i, .adverb), !has(i, .auxiliary) { i -= 1 }
    return has(i, [.auxiliary, .measuring])
  }

  /// "Due i morti, tre i feriti": nothing stands before the number.
  private func opensClause(_ mention: PlacedMention) -> Bool {
    guard words.order == .nounFirst, !words.isVerbFirst else { return false }
    let i = mention.tokens.lowerBound - 1
    return i < 0 || isStrong(i) || sign(i) == .comma || sign(i) == .quote || mention.isCount && has(i, .adverb)
  }

  /// "27 deputies out of 575", "23 мандати із 42": a bare number behind the noun is that of the whole.
  private func whole(behind end: Int, isWhole: Bool) -> Int? {
    guard !isWhole, has(end, [.outOf, .link]) else { return nil }
    let i = has(end + 1, .article) ? end + 2 : end + 1
    guard i < tokens.count, mentionAt[i] >= 0 else { return nil }
    let whole = Int(mentionAt[i])
    guard mentions[whole].isCount, mentions[whole].tokens.lowerBound == i,
      has(end, .outOf) || nounPhrase(after: mentions[whole], isWhole: true).head == nil
    else { return nil }
    return whole
  }

  /// "Every day 200 trucks arrive", "denně jich spotřebuje 900": a rate said before the number, at the clause's beginning
  /// or in one word.
  private func isRateWord(_ i: Int) -> Bool {
    guard has(i, .rate) else { return false }
    guard mentionAt[i] >= 0, case .duration = mentions[Int(mentionAt[i])].mention.value else { return mentionAt[i] < 0 }
    return words.hasNounBefore
  }

  private func isRateBefore(_ mention: PlacedMention) -> Bool {
    var i = mention.tokens.lowerBound - 1
    let clause = clauseOf(mention.tokens)
    var left = 10
    while i >= 0, left > 0, self.clause[i] == clause, !has(i, .coordinator), sign(i) == nil {
      if isRateWord(i) {
        var first = i
        while first > 0, has(first - 1, .rate), self.clause[first - 1] == clause { first -= 1 }
        let opens = first == 0 || self.clause[first - 1] != clause || sign(first - 1) != nil
        if words.hasNounBefore { return true }
        // "A day after the storm 12 were dead" is no rate.
        return first == i || i == mention.tokens.lowerBound - 1
          || opens && !has(i + 1, [.oblique, .joiner, .adverb, .link])
      }
      i -= 1
      left -= 1
    }
    return false
  }

  private func head(from start: Int) -> Int? {
    var i = start
    if words.order == .nounFirst { while has(i, .prenominal), isContent(i + 1) { i += 1 } }
    guard isContent(i), !(words.isVerbFirst && has(i, .joined)) else { return nil }
    switch words.order {
    case .unspaced: return nil
    case .nounFirst:
      // sous-officiers: one word in several tokens
      while isHyphenated(i) { i += 2 }
      return i
    case .capital:
      var j = i
      while isContent(j), j < i + Self.longestRun, !tokens[j].isCapitalised {
        if isContent(j + 1) {
          j += 1
        } else if has(j + 1, .coordinator), isContent(j + 2), leadsToNoun(j + 2) {
          // "850 deutsche und französische Soldaten"
          j += 2
        } else {
          break
        }
      }
      while isHyphenated(j) { j += 2 }
      guard tokens[j].isCapitalised else { return i }
      return has(j + 1, .coordinator) && isContent(j + 2) && areOneNoun(j, j + 2) ? j + 2 : j
    case .nounLast where !words.adjectiveEndings.isEmpty:
      // Adjectives lead to the noun; what stands behind that is another's, and a verb ends it all.
      var j = i
      while j < i + Self.longestRun, isContent(j), !hasVerbEnding(j) || j == i && isBeforeVerb(j) {
        while isHyphenated(j) { j += 2 }
        if !ends(j, in: words.adjectiveEndings) || !isContent(j + 1) || hasVerbEnding(j + 1) { return j }
        j += 1
      }
      return nil
    case .plural, .nounLast:
      var last = i
      var j = i
      while j < tokens.count, j < i + 2 * Self.longestRun {
        if isContent(j) {
          if words.order == .plural, j > i, isModifierForm(j), !isContent(j + 1), !isHyphenated(j - 2) { break }
          last = j
          if words.order == .plural, looksPlural(j), !isHyphenated(j) { return j }
        } else if !(isHyphenated(j - 1) || sign(j) == .apostrophe || sign(j) == .point && !isStrong(j)) {
          break
        }
        j += 1
      }
      return last
    }
  }

  /// Adjectives and a noun, where nouns are capitalised.
  private func leadsToNoun(_ start: Int) -> Bool {
    var i = start
    while isContent(i), i < start + Self.longestRun, !tokens[i].isCapitalised { i += 1 }
    return i > start && isContent(i)
  }

  /// "Soldatinnen und Soldaten": the same people, women and men.
  private func areOneNoun(_ a: Int, _ b: Int) -> Bool {
    guard tokens[b].isCapitalised else { return false }
    let (first, second) = (text[tokens[a].range], text[tokens[b].range])
    return first.count > 5 && second.count > 3 && first.suffix(5).elementsEqual("innen".utf8)
      && first.prefix(4).elementsEqual(second.prefix(4))
  }

  /// "12 szpitali zamknięto": of two words that end as verbs do the first is a noun.
  private func isBeforeVerb(_ i: Int) -> Bool {
    words.hasCaseEndings && isContent(i + 1) && (hasVerbEnding(i + 1) || ends(i + 1, in: words.finishedEndings))
  }

  /// "به ۲۲ نفر افزایش یافت", "12'ye arttı": so high, and not by so much.
  private func leadsTo(_ mention: PlacedMention) -> Bool {
    has(mention.tokens.lowerBound - 1, .toward)
      || sign(mention.tokens.upperBound) == .apostrophe
        && isWord(mention.tokens.upperBound + 1, of: words.towardEndings)
  }

  /// Whether a word begins so, as it stands.
  func begins(_ i: Int, with prefixes: [[UInt8]]) -> Bool {
    guard i >= 0, i < tokens.count, !prefixes.isEmpty else { return false }
    let word = text[tokens[i].range]
    return prefixes.contains { word.count > $0.count + 2 && word.starts(with: $0) }
  }

  /// `US-Soldaten`: a hyphen without spaces stands behind the word, and a word behind that.
  private func isHyphenated(_ i: Int) -> Bool {
    sign(i + 1) == .hyphen && i + 2 < tokens.count && tokens[i + 2].kind == .word && !tokens[i + 2].spaceBefore
  }

  /// English plurals end in s; names and abbreviations may, and go before their noun.
  func looksPlural(_ i: Int) -> Bool {
    if has(i, .plural) { return true }
    let word = text[tokens[i].range]
    guard word.count > 2, word.last == UInt8(ascii: "s") else { return false }
    let before = word[word.index(word.endIndex, offsetBy: -2)]
    if before == UInt8(ascii: "s") || before == UInt8(ascii: "u") || before == UInt8(ascii: "i") { return false }
    return !tokens[i].isCapitalised || !isContent(i + 1)
  }

  private func isModifierForm(_ i: Int) -> Bool {
    ends(i, in: words.participleEndings) || ends(i, in: words.adverbEndings)
  }

  /// Where the phrase of a noun ends: behind adjectives and complements.
  private func extent(behind head: Int) -> Int {
    var i = head + 1
    var left = words.order == .nounFirst ? 2 : 0
    while i < tokens.count {
      if isContent(i), left > 0, !has(i, .joined) || !words.isVerbFirst {
        left -= 1
      } else if has(i, .link) {
        left = 3
      } else if has(i, .article) && has(i - 1, .link) || words.isVerbFinal && has(i, .article) && i == head + 1 {
        left = 3
      } else if sign(i) == .hyphen || sign(i) == .apostrophe || sign(i) == .quote {
      } else {
        break
      }
      i += 1
    }
    while i > head + 1, !isContent(i - 1) { i -= 1 }
    return i
  }

  // MARK: - Before the number

  /// "including two", "dont au moins deux", "darunter 35".
  func isPart(_ mention: PlacedMention) -> Bool {
    var i = mention.tokens.lowerBound
    if has(i, .part) { return true }
    if members[mention.number] != nil { return false }
    if words.order == .unspaced || words.hasNounBefore, isPartBehind(mention) { return true }
    i -= 1
    var left = 3
    // "Of these, 2,500 are American"
    while i >= 0, left > 0, signs[i] == nil || sign(i) == .apostrophe || sign(i) == .comma && has(i - 1, .part) {
      // 子ども5人を含む18人: the mark is that of the number before it.
      if has(i, .part) { return !isMarkedBehind(i, before: mention) }
      // "작업 중 다쳤고 1명은": another clause
      if words.hasNounBefore, ends(i, in: words.verbEndings) { return false }
      i -= 1
      left -= 1
    }
    return false
  }

  private func isMarkedBehind(_ mark: Int, before mention: PlacedMention) -> Bool {
    guard words.hasPostpositions || words.hasNounBefore, mention.number > 0 else { return false }
    let other = mentions[mention.number - 1]
    return other.isCount && other.tokens.upperBound <= mark && mark - other.tokens.upperBound <= 3
      && isPartBehind(other)
  }

  /// 子ども5人を含む18人, 소방대원 3명을 포함해 18명: the mark of a part stands behind it.
  func isPartBehind(_ mention: PlacedMention) -> Bool {
    var i = mention.tokens.upperBound
    while i < tokens.count, i < mention.tokens.upperBound + 3, !has(i, .part),
      has(i, .classifier) || isContent(i) || words.hasNounBefore && has(i, .adverb)
    {
      i += 1
    }
    return has(i, .part) && !has(i, .partitive) && sign(i) == nil
  }

  /// "another 300", "rose by 300".
  func isIncreaseBefore(_ mention: PlacedMention) -> Bool {
    var i = mention.tokens.lowerBound - 1
    if has(mention.tokens.lowerBound, .moreBefore) { return true }
    var left = words.order == .unspaced ? 7 : 2
    while i >= 0, left > 0, signs[i] == nil || sign(i) == .apostrophe {
      if has(i, .moreBefore) { return true }
      // 增加50人至850人
      if words.order == .unspaced, mentionAt[i] >= 0 || has(i, .measuring) { return false }
      let isFree = words.order == .unspaced || words.hasNounBefore && isContent(i) && role(ofWord: i) == .bare
      guard has(i, [.article, .adverb]) || sign(i) == .apostrophe || isFree else { return false }
      i -= 1
      left -= 1
    }
    return false
  }
}
