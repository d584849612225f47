import Languages

/// What a phrase does in its clause, where that is marked behind it: by words of their own in Japanese, by endings in
/// Korean.
enum PhraseRole {
  /// No mark.
  case bare
  /// 12人が, 12명이
  case subject
  /// 12人を, 12명을
  case object
  /// 12カ所に, 12곳으로: neither subject nor object.
  case oblique
  /// 12人の, 12명의
  case link
  /// Said of what stands before: 12人だった, 12人に上る, 12명이다.
  case said
}

extension SentenceView {
  private static let longestNoun = 8

  /// Behind a number and its measure words.
  func counterEnd(of mention: PlacedMention) -> Int {
    var i = mention.tokens.upperBound
    while has(i, .classifier), sign(i) == nil { i += 1 }
    return i
  }

  /// Whether its measure word counts people.
  func countsPeople(_ mention: PlacedMention) -> Bool {
    (max(mention.tokens.lowerBound, mention.tokens.upperBound - 1)..<counterEnd(of: mention)).contains {
      has($0, .personCounter)
    } || has(mention.tokens.upperBound, .personCounter)
  }

  /// Han signs, of which nouns and verbs are made; what is left of a Japanese verb behind them is none.
  func isHan(_ i: Int) -> Bool {
    guard i >= 0, i < tokens.count, tokens[i].kind == .word else { return false }
    let first = text[Int(tokens[i].start)]
    return (0xE4...0xE9).contains(first)
  }

  /// What a number with all that it counts does in its clause.
  func role(of mention: PlacedMention) -> PhraseRole {
    if words.hasNounBefore { return endingRole(of: mention) }
    guard words.hasPostpositions else { return .bare }
    var i = counterEnd(of: mention)
    if has(i, .partitive) { return .link }
    // 12人死亡: what stands right behind the measure word is no noun of its own.
    if i > mention.tokens.upperBound, isContent(i), !has(i, .link) { return has(i, .copula) ? .said : .bare }
    let end = i + Self.longestNoun
    while i < end {
      guard i < tokens.count, signs[i] == nil else { return .said }
      if has(i, .copula) { return .said }
      if has(i, .objectMark) { return .object }
      // 逮捕者は214人で、…
      if has(i, .postposition) { return sign(i + 1) == .comma ? .said : .oblique }
      if has(i, .auxiliary) { return .subject }
      guard isContent(i) || has(i, .link) else { return .bare }
      i += 1
    }
    return .bare
  }

  /// Korean: the particle on the measure word, or on the noun behind it.
  private func endingRole(of mention: PlacedMention) -> PhraseRole {
    guard let i = counter(of: mention) else { return .said }
    if ends(i, in: words.particles.copulaEndings) { return .said }
    if ends(i, in: words.particles.turnEndings) {
      // People are no place: "기관사는 2300명으로 지난해보다 많다".
      if has(i, .personCounter) { return .said }
      // "12명으로 늘었다", and not "12곳으로 대피했다"
      return i + 1 >= tokens.count || signs[i + 1] != nil || starts(i + 1, with: words.particles.turnVerbs)
        ? .said : .oblique
    }
    let own = role(ofWord: i)
    if own == .subject, has(i + 1, .copula) { return .said }
    if own != .bare { return own }
    if i + 1 >= tokens.count || signs[i + 1] != nil || has(i + 1, .copula) { return .said }
    return .bare
  }

  /// The word that is written onto a number, or the measure word behind it.
  func counter(of mention: PlacedMention) -> Int? {
    let last = mention.tokens.upperBound - 1
    let next = mention.tokens.upperBound
    // "1만2천 명", "여 명이": the last of what counts.
    if next < tokens.count, tokens[next].kind == .word, !tokens[next].spaceBefore || has(next, [.classifier, .adverb]),
      mentionAt[next] < 0 || mentionAt[next] == Int32(mention.number)
    {
      return has(next, .odd) && has(next + 1, [.classifier, .adverb]) ? next + 1 : next
    }
    return tokens[last].kind == .word ? last : nil
  }

  func starts(_ i: Int, with beginnings: [[UInt8]]) -> Bool {
    guard i >= 0, i < tokens.count else { return false }
    let word = text[tokens[i].range]
    return beginnings.contains { word.starts(with: $0) }
  }

  /// By the particle that a word ends in.
  func role(ofWord i: Int) -> PhraseRole {
    guard i >= 0, i < tokens.count, tokens[i].kind == .word, !words.particles.bareWords.contains(tokens[i].hash) else {
      return .bare
    }
    if ends(i, in: words.particles.verbTails) { return .bare }
    if ends(i, in: words.particles.objectEndings) { return .object }
    if ends(i, in: words.particles.obliqueEndings) { return .oblique }
    if ends(i, in: words.particles.subjectEndings) { return .subject }
    if ends(i, in: words.particles.linkEndings) { return .link }
    return .bare
  }

  /// Counts that are passed over on the way to another: what was before a change, by how much it changed, a part of what
  /// follows, or where something happens.
  func isPassed(_ mention: PlacedMention) -> Bool {
    isStartBehind(mention) || (phrases[mention.number]?.isIncrease ?? false) || isIncreaseBefore(mention)
      || (words.hasPostpositions || words.hasNounBefore) && role(of: mention) == .oblique
  }

  // MARK: - Wholes and their members

  /// 98議席のうち41議席, "120명 가운데 4명": by the number of a count, that of the whole which it is some of.
  ///
  /// The noun is the whole's, so that a member counts it only where something more is said of it.
  func memberWholes() -> [Int: Int] {
    var found: [Int: Int] = [:]
    guard words.order == .unspaced || words.hasNounBefore else { return found }
    for whole in mentions where whole.isCount && found[whole.number] == nil {
      guard let end = partitiveEnd(behind: whole), let all = whole.quantity?.value else { continue }
      guard let part = mentions.first(where: { $0.isCount && $0.tokens.lowerBound >= end }),
        part.tokens.lowerBound - end <= 14, let own = part.quantity?.value, own <= all,
        (end..<part.tokens.lowerBound).allSatisfy({ !isStrong($0) })
      else { continue }
      found[part.number] = whole.number
    }
    return found
  }

  private func partitiveEnd(behind whole: PlacedMention) -> Int? {
    // "어민 7명이 작업 중 다쳤고 1명은": what has a particle leads to its verb.
    if words.hasNounBefore, let counter = counter(of: whole), !has(counter, .partitive),
      role(ofWord: counter) != .bare || ends(counter, in: words.particles.copulaEndings)
    {
      return nil
    }
    var i = whole.tokens.upperBound
    while i < tokens.count, i < whole.tokens.upperBound + Self.longestNoun, signs[i] == nil, mentionAt[i] < 0 {
      if has(i, .partitive) {
        while has(i, .partitive) { i += 1 }
        // 12人の中学生: part of a word
        guard words.order != .unspaced || !isHan(i) || has(i, .boundary) || mentionAt[i] >= 0 || !has(i - 1, .link)
        else { return nil }
        return i
      }
      guard isContent(i) || has(i, [.classifier, .adverb]) || has(i, .link) && words.hasPostpositions else {
        return nil
      }
      i += 1
    }
    return nil
  }

  // MARK: - Odd figures

  /// 5400余, "5천여": less than one more of the last place.
  func isOdd(_ mention: PlacedMention) -> Bool {
    (mention.tokens.lowerBound..<counterEnd(of: mention) + 1).contains { has($0, .odd) }
  }
}
