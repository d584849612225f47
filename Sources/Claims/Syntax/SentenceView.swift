import Languages
import Mentions

/// A mention where it stands among the tokens of its sentence.
struct PlacedMention {
  var mention: Mention
  var tokens: Range<Int>
  /// Its place among the mentions of the block.
  var number: Int
  /// "And" is written onto its first word: ושבעה, وثلاثة.
  var isJoined = false

  var quantity: Quantity? { if case .quantity(let quantity) = mention.value { quantity } else { nil } }
  var date: DateSpan? { if case .date(let span) = mention.value { span } else { nil } }
  /// A plain number of things, or of people.
  var isCount: Bool { quantity.map { $0.unit == nil } ?? false }
}

/// A sentence with all that ties are read from: words, what they do, clauses, mentions and concepts.
struct SentenceView {
  let text: UnsafeBufferPointer<UInt8>
  let tokens: [Token]
  let classes: [WordClass]
  let signs: [Sign?]
  let mentions: [PlacedMention]
  let matches: [TermMatch]
  let words: ClaimWords
  /// The clause that each token belongs to.
  private(set) var clause: [Int32] = []
  /// Where a clause begins that is about the noun before it, by clause.
  private(set) var relativeStart: [Int32: Int] = [:]
  /// Clauses that only say whose word the sentence is: ", the minister said,".
  private(set) var asides: Set<Int32> = []
  /// The mention that a token lies in, or -1.
  let mentionAt: [Int32]
  /// What each plain count counts, by mention.
  private(set) var phrases: [NounPhrase?] = []
  /// The plain count that counts a token, or -1.
  private var counting: [Int32] = []
  /// Some word of the sentence names another place.
  let hasElsewhere: Bool
  /// Counts that stand for a whole of which another count is a part: 165 of "87 of the 165 seats".
  private(set) var wholes: Set<Int> = []
  /// Figures that are no level: what was before a change, and by how much it changed; by mention.
  private(set) var changes: [ChangeRole?] = []
  /// Counts that would be taken for a verb's subject or object: no parts of a whole.
  private var isRival: [Bool] = []
  /// 98議席のうち41議席: by the number of the part, the whole.
  private(set) var members: [Int: Int] = [:]
  /// "Of the 61 cranes, 52 are idle": by the number of the part, the whole whose noun it counts.
  private(set) var openingWhole: [Int: Int] = [:]

  init(
    text: UnsafeBufferPointer<UInt8>, tokens: [Token], classes: [WordClass], matches: [TermMatch],
    mentions: [PlacedMention], words: ClaimWords
  ) {
    self.text = text
    self.tokens = tokens
    self.classes = classes
    self.words = words
    self.mentions = mentions
    hasElsewhere = classes.contains { $0.contains(.elsewhere) }
    signs = tokens.map { $0.kind == .sign ? Sign.of($0, text) : nil }
    var at = Array(repeating: Int32(-1), count: tokens.count)
    for (number, mention) in mentions.enumerated() { for i in mention.tokens { at[i] = Int32(number) } }
    mentionAt = at
    // "The end of the year" is a date, and ends nothing.
    self.matches = matches.filter { match in
      !match.tokens.contains { token in
        let number = at[token]
        guard number >= 0, match.owns(token) else { return false }
        // "the first death" is a death, and "the second round" a round.
        switch mentions[Int(number)].mention.value {
        case .quantity, .ordinal: return false
        case .date, .duration: return true
        }
      }
    }
    split()
    phrases = mentions.map { mention in
      guard mention.isCount else { return nil }
      return words.order == .unspaced ? unspacedPhrase(after: mention) : nounPhrase(after: mention)
    }
    counting = Array(repeating: -1, count: tokens.count)
    for mention in mentions where mention.isCount {
      guard let phrase = phrases[mention.number], phrase.head != nil else { continue }
      for i in phrase.core.clamped(to: 0..<tokens.count) { counting[i] = Int32(mention.number) }
    }
    openingWhole = openingWholes()
    for (part, whole) in openingWhole {
      let end = mentions[part].tokens.upperBound
      phrases[part] = NounPhrase(core: end..<end, head: nil, extended: end..<end, wholeMention: whole)
    }
    members = memberWholes()
    wholes = Set(phrases.compactMap { $0?.wholeMention })
    changes = changeRoles()
    isRival = mentions.map { mention in
      mention.isCount && changes[mention.number] == nil && !isPart(mention) && !isComplement(mention)
        && !(phrases[mention.number]?.isPartOfPronoun ?? false)
        && !((words.order == .unspaced || words.hasNounBefore) && isPassed(mention))
    }
  }

  /// "miners of three pits", "people in two towns": a number that belongs to the noun before it, or says where.
  func isComplement(_ mention: PlacedMention) -> Bool {
    var i = mention.tokens.lowerBound - 1
    while has(i, [.article, .adverb]), !has(i, [.link, .oblique]) { i -= 1 }
    guard has(i, [.link, .oblique]), !has(i, .auxiliary) else { return false }
    return isContent(i - 1) || sign(i - 1) == .comma
  }

  /// "Of the 61 cranes, 52 are idle", "De los 64 municipios, 31 no tienen luz".
  private func openingWholes() -> [Int: Int] {
    guard words.order != .unspaced else { return [:] }
    var found: [Int: Int] = [:]
    for part in mentions where part.isCount && part.number > 0 && standsAlone(part) {
      let whole = mentions[part.number - 1]
      guard whole.isCount, part.quantity?.value.map({ $0 >= 1 }) ?? true, let phrase = phrases[whole.number],
        phrase.head != nil
      else { continue }
      var i = whole.tokens.lowerBound - 1
      while has(i, .article), !has(i, [.link, .oblique, .outOf]) { i -= 1 }
      let opens = i == 0 || i > 0 && (sign(i - 1) != nil || has(i - 1, .coordinator))
      guard opens, has(i, [.link, .oblique, .outOf]) else { continue }
      let between = phrase.core.upperBound..<max(phrase.core.upperBound, part.tokens.lowerBound)
      guard between.count <= 6, between.allSatisfy({ !isStrong($0) }) else { continue }
      found[part.number] = whole.number
    }
    return found
  }

  /// No noun stands behind a number: "stehen 52 still".
  private func standsAlone(_ mention: PlacedMention) -> Bool {
    guard let phrase = phrases[mention.number] else { return false }
    guard let head = phrase.head else { return true }
    return words.order == .capital && !tokens[head].isCapitalised
  }

  /// What a number counts.
  func phrase(of mention: PlacedMention) -> NounPhrase {
    if let phrase = phrases[mention.number] { return phrase }
    return words.order == .unspaced ? unspacedPhrase(after: mention) : nounPhrase(after: mention)
  }

  /// Whether a plain count other than the given ones, and no part of a whole, lies between two places.
  func hasCount(from low: Int, to high: Int, except first: Int, _ second: Int?, insideOf inner: Int32? = nil) -> Bool {
    var i = max(0, low)
    while i < min(high, tokens.count) {
      let number = Int(mentionAt[i])
      let isPassed = inner != nil && clause[i] != inner && relativeStart[clause[i]] != nil
      if number >= 0, number != first, number != second, isRival[number], !isPassed,
        mentions[number].tokens.lowerBound >= low,
        mentions[number].tokens.upperBound <= high
      {
        return true
      }
      i += 1
    }
    return false
  }

  /// A noun, an adjective, or a verb that no list knows.
  func isContent(_ i: Int) -> Bool {
    i >= 0 && i < tokens.count && tokens[i].kind == .word && mentionAt[i] < 0
      && classes[i].isDisjoint(with: .boundary)
  }

  func has(_ i: Int, _ wanted: WordClass) -> Bool {
    i >= 0 && i < tokens.count && !classes[i].isDisjoint(with: wanted)
  }

  func sign(_ i: Int) -> Sign? { i >= 0 && i < tokens.count ? signs[i] : nil }

  func isDate(_ i: Int) -> Bool {
    guard i >= 0, i < tokens.count, mentionAt[i] >= 0 else { return false }
    return mentions[Int(mentionAt[i])].date != nil
  }

  /// Ends a stretch that is read without a pause.
  func isStrong(_ i: Int) -> Bool {
    switch sign(i) {
    case .semicolon?, .colon?, .question?, .dash?, .open?, .close?: return true
    case .point?:
      // Sentences are cut already: a point inside one ends an abbreviation, but for those that were missed.
      guard i + 1 < tokens.count, words.order != .unspaced else { return true }
      // "… i arbetet. 33 grader uppmättes": no rule of sentences ends one before a figure and a small letter.
      let mayBegin =
        tokens[i + 1].isCapitalised || tokens[i + 1].kind == .digits && i > 0 && tokens[i - 1].kind == .word
      return tokens[i + 1].spaceBefore && mayBegin && i > 0 && mentionAt[i] < 0
        && tokens[i - 1].end - tokens[i - 1].start > 4
    default: return false
    }
  }

  func clauseOf(_ range: Range<Int>) -> Int32 {
    clause.indices.contains(range.lowerBound) ? clause[range.lowerBound] : 0
  }

  /// Ends as verbs do, and is none of the nouns that do so, too.
  func hasVerbEnding(_ i: Int) -> Bool {
    ends(i, in: words.verbEndings) && !has(i, .noun) && !ends(i, in: words.nounEndings)
  }

  /// A finite verb by its ending, where word order does not tell.
  func isVerbal(_ i: Int) -> Bool {
    words.hasFreeOrder && isContent(i) && hasVerbEnding(i) && (i == 0 || !tokens[i].isCapitalised)
  }

  /// "Maria's", of those languages that say it by an ending: what belongs to the noun before it.
  func isGenitive(_ i: Int) -> Bool { ends(i, in: words.genitiveEndings) }

  /// A noun that may belong to the one before it: no verb and no participle.
  func isGenitiveForm(_ match: TermMatch) -> Bool {
    let first = match.tokens.lowerBound
    return isGenitive(first)
      || !isVerbal(first) && !ends(first, in: words.participleEndings) && !ends(first, in: words.finishedEndings)
  }

  /// Whether a plain count other than the given one counts the words.
  func isCountedByOther(_ range: Range<Int>, than number: Int) -> Bool {
    let counting = Int(counting[range.lowerBound])
    return counting >= 0 && counting != number
  }

  /// "among the dead": the words say of what a part is taken.
  func isAmong(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound - 1
    while i >= 0, i > range.lowerBound - 6,
      mentionAt[i] >= 0 || has(i, .article) || isContent(i) && ends(i, in: words.adjectiveEndings)
    {
      i -= 1
    }
    return has(i, [.among, .outOf])
  }

  /// "rose to 300", "до 300 выросло": what a figure has become.
  func isReached(_ mention: PlacedMention) -> Bool {
    let first = mention.tokens.lowerBound
    guard has(first, .toward) || has(first - 1, .toward) else { return false }
    if mention.number > 0, changes[mention.number - 1] != nil { return true }
    let verb = has(first, .toward) ? first - 1 : first - 2
    if has(verb, .measuring) || has(verb, .auxiliary) && has(verb - 1, .measuring) { return true }
    return words.hasCaseEndings && (0...2).contains { has(mention.tokens.upperBound + $0, .measuring) }
  }

  /// Whether a word ends so, its case and diacritics apart.
  func ends(_ i: Int, in endings: [[UInt8]]) -> Bool {
    guard i >= 0, i < tokens.count, !endings.isEmpty else { return false }
    let word = text[tokens[i].range]
    return endings.contains { ending in
      word.count > ending.count + 1
        && zip(word.suffix(ending.count), ending).allSatisfy { $0 == $1 || $1 < 0x80 && $0 | 0x20 == $1 | 0x20 }
    }
  }

  // MARK: - Clauses

  /// Clauses end at strong punctuation, and begin anew at words that join them; a clause set into another ends at the
  /// comma behind which that goes on.
  private mutating func split() {
    clause = Array(repeating: 0, count: tokens.count)
    var next: Int32 = 1
    var current: Int32 = 0
    var outer: [Int32] = []
    /// The clause of ", the minister said,": it ends at its second comma.
    var aside: Int32 = -1
    var isBeginning = true
    var opensSentence = false

    for i in tokens.indices {
      switch sign(i) {
      case .open?:
        outer.append(current)
        current = next
        next += 1
      case .close?:
        clause[i] = current
        if let parent = outer.popLast() { current = parent }
        continue
      case .comma?:
        clause[i] = current
        if opensSentence, isDateAside(behind: i) { continue }
        if opensSentence {
          opensSentence = false
          outer.removeAll()
          current = next
          next += 1
        } else if current == aside, let parent = outer.popLast() {
          current = parent
          aside = -1
        } else if reports(i + 1) || opensAside(i + 1) {
          outer.append(current)
          current = next
          aside = current
          asides.insert(current)
          next += 1
        } else if let parent = outer.last, words.isVerbFinal || closesRelative(current, at: i) {
          current = parent
          outer.removeLast()
        } else if let first = outer.first, resumes(i + 1) {
          current = first
          outer.removeAll()
        } else if words.hasCaseEndings, has(i + 1, .coordinator), isDate(i + 2) {
          // "Most otevřeli, a 12. srpna začne …": a second clause with its own date.
          current = next
          next += 1
        }
        if relativePronoun(after: i) {
          outer.append(current)
          current = next
          next += 1
          relativeStart[current] = i
        }
        continue
      default:
        if isStrong(i), !isBetweenDigits(i) {
          clause[i] = current
          outer.removeAll()
          opensSentence = false
          current = next
          next += 1
          isBeginning = true
          continue
        }
      }
      if has(i, .joiner), mentionAt[i] < 0, !isReflexive(i), !(isDate(i + 1) && has(i, .oblique)),
        !(i > 0 && (relativePronoun(after: i - 1) || current == aside && sign(i - 1) == .comma))
      {
        outer.append(current)
        current = next
        next += 1
        if has(i, .relative) || has(i, .relativeBehindNoun) && isNounBefore(comma: i - 1) { relativeStart[current] = i }
        if isBeginning { opensSentence = true }
      }
      clause[i] = current
      if signs[i] == nil { isBeginning = false }
    }
  }

  /// "When the missiles fell, on the night of 8 January, …": no new clause, but when.
  private func isDateAside(behind comma: Int) -> Bool {
    guard has(comma + 1, .oblique) || isDate(comma + 1) else { return false }
    var i = comma + 1
    while i < tokens.count, i < comma + 12, sign(i) != .comma || isDate(i) { i += 1 }
    return sign(i) == .comma && isDate(i - 1)
  }

  /// Portuguese "se" is no "if": "a barragem rompeu-se", "não se rompeu", "o número se eleva a 41".
  func isReflexive(_ i: Int) -> Bool {
    guard has(i, .pronoun), i > 0 else { return false }
    return sign(i - 1) == .hyphen || has(i - 1, .negator)
      || isContent(i - 1) && (ends(i + 1, in: words.finishedEndings) || has(i + 1, [.measuring, .auxiliary]))
  }

  private func isBetweenDigits(_ i: Int) -> Bool {
    i > 0 && i + 1 < tokens.count && tokens[i - 1].kind == .digits && tokens[i + 1].kind == .digits
      && !tokens[i + 1].spaceBefore
  }

  /// ", ont annoncé des officiers": somebody says it, and goes on to the next comma.
  private func reports(_ start: Int) -> Bool {
    var i = start
    while i < tokens.count, i < start + 4 {
      if has(i, .reporting) { return true }
      // ", как сообщили в полиции,"
      if words.hasCaseEndings, i == start, has(i, .joiner), has(i + 1, .reporting), !has(i, .relative) { return true }
      guard has(i, [.auxiliary, .pronoun]) || sign(i) == .hyphen || sign(i) == .apostrophe else { return false }
      i += 1
    }
    return false
  }

  /// "of children, who": no verb of saying, whose content would follow.
  private func isNounBefore(comma: Int) -> Bool {
    sign(comma) == .comma && isContent(comma - 1) && !isVerbal(comma - 1) && !has(comma - 1, .reporting)
      && !ends(comma - 1, in: words.finishedEndings)
  }

  /// ", according to the police, 12 …": up to the next comma, and without a number of its own.
  private func opensAside(_ start: Int) -> Bool {
    guard has(start, .aside) else { return false }
    var i = start + 1
    while i < tokens.count, i < start + 10 {
      if mentionAt[i] >= 0, mentions[Int(mentionAt[i])].date == nil { return false }
      if sign(i) == .comma { return true }
      if isStrong(i) || has(i, .joiner) { return false }
      i += 1
    }
    return false
  }

  /// Where commas enclose every clause about a noun, the next one ends it.
  private func closesRelative(_ current: Int32, at comma: Int) -> Bool {
    guard words.hasCaseEndings, let start = relativeStart[current] else { return false }
    return comma > start + 1
  }

  /// A finite verb of the outer clause follows, as far as lists tell.
  private func resumes(_ start: Int) -> Bool {
    var i = start
    while i < tokens.count, i < start + 4 {
      if has(i, [.auxiliary, .measuring]) { return true }
      guard has(i, [.negator, .pronoun, .adverb]) || sign(i) == .apostrophe else { return false }
      i += 1
    }
    return false
  }

  /// German: a comma, perhaps a preposition, and an article that stands for the noun before.
  private func relativePronoun(after comma: Int) -> Bool {
    guard words.isVerbFinal, sign(comma) == .comma else { return false }
    let i = has(comma + 1, [.oblique, .link]) && has(comma + 2, .article) ? comma + 2 : comma + 1
    return has(i, .article) && !has(i, [.negator, .auxiliary])
  }
}
