import Languages
import Mentions

/// A mention where it stands among the tokens of its sentence.
struct PlacedMention {
  var mention: Mention
  var tokens: Range<Int>
  /// Its place among the mentions of the block.
  var number: Int

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
  /// The mention that a token lies in, or -1.
  let mentionAt: [Int32]
  /// What each plain count counts, by mention.
  private(set) var phrases: [NounPhrase?] = []
  /// Counts that stand for a whole of which another count is a part: 165 of "87 of the 165 seats".
  private(set) var wholes: Set<Int> = []
  /// Figures that are no level: what was before a change, and by how much it changed; by mention.
  private(set) var changes: [ChangeRole?] = []
  /// Counts that would be taken for a verb's subject or object: no parts of a whole.
  private var isRival: [Bool] = []
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
    signs = tokens.map { $0.kind == .sign ? Sign.of($0, text) : nil }
    var at = Array(repeating: Int32(-1), count: tokens.count)
    for (number, mention) in mentions.enumerated() { for i in mention.tokens { at[i] = Int32(number) } }
    mentionAt = at
    // "The end of the year" is a date, and ends nothing.
    self.matches = matches.filter { match in
      !match.tokens.contains { token in
        let number = at[token]
        guard number >= 0 else { return false }
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
    openingWhole = openingWholes()
    for (part, whole) in openingWhole { phrases[part]?.wholeMention = whole }
    wholes = Set(phrases.compactMap { $0?.wholeMention })
    changes = changeRoles()
    isRival = mentions.map { mention in
      mention.isCount && changes[mention.number] == nil && !isPart(mention) && !isComplement(mention)
        && !(phrases[mention.number]?.isPartOfPronoun ?? false)
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
    for part in mentions where part.isCount && part.number > 0 && (phrases[part.number]?.isEmpty ?? false) {
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
      return tokens[i + 1].spaceBefore && tokens[i + 1].isCapitalised && i > 0
        && tokens[i - 1].end - tokens[i - 1].start > 4
    default: return false
    }
  }

  func clauseOf(_ range: Range<Int>) -> Int32 {
    clause.indices.contains(range.lowerBound) ? clause[range.lowerBound] : 0
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
        } else if reports(i + 1) {
          outer.append(current)
          current = next
          aside = current
          next += 1
        } else if let parent = outer.last, words.isVerbFinal || resumes(i + 1) {
          current = words.isVerbFinal ? parent : outer[0]
          if words.isVerbFinal { outer.removeLast() } else { outer.removeAll() }
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
      if has(i, .joiner), mentionAt[i] < 0, !(isDate(i + 1) && has(i, .oblique)),
        !(i > 0 && relativePronoun(after: i - 1))
      {
        outer.append(current)
        current = next
        next += 1
        if has(i, .relative) { relativeStart[current] = i }
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

  private func isBetweenDigits(_ i: Int) -> Bool {
    i > 0 && i + 1 < tokens.count && tokens[i - 1].kind == .digits && tokens[i + 1].kind == .digits
      && !tokens[i + 1].spaceBefore
  }

  /// ", ont annoncé des officiers": somebody says it, and goes on to the next comma.
  private func reports(_ start: Int) -> Bool {
    var i = start
    while i < tokens.count, i < start + 4 {
      if has(i, .reporting) { return true }
      guard has(i, [.auxiliary, .pronoun]) || sign(i) == .hyphen || sign(i) == .apostrophe else { return false }
      i += 1
    }
    return false
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
    return has(i, .article) && !has(i, .negator)
  }
}
