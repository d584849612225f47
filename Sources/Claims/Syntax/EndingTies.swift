import Languages

/// Korean: the counted noun stands before its number, and particles on words say what each does.
extension QuantityTies {
  func endingTie(_ match: TermMatch, _ shares: Bool) -> Tie? {
    if match.tokens.lowerBound >= mention.tokens.upperBound { return tieBehind(match, shares) }
    guard match.tokens.upperBound <= mention.tokens.lowerBound else { return nil }
    return tieAhead(match)
  }

  // MARK: - Behind the number

  private func tieBehind(_ match: TermMatch, _ shares: Bool) -> Tie? {
    let role = view.role(of: mention)
    let word = view.role(ofWord: match.tokens.upperBound - 1)
    // 41석
    if let counter = view.counter(of: mention), match.tokens == counter..<counter + 1 { return .counted }
    if role == .link || role == .bare, let head = phrase.head,
      match.tokens.contains(head) || phrase.core.contains(match.tokens.upperBound - 1)
    {
      if word != .oblique { return .counted }
    }
    guard role != .oblique, role != .said || view.has(match.tokens.lowerBound, .finished) || isNext(match) else {
      return nil
    }
    var subjects = role == .subject ? 1 : 0
    var objects = role == .object ? 1 : 0
    let start = (view.counter(of: mention) ?? mention.tokens.upperBound - 1) + 1
    var i = max(start, mention.tokens.upperBound)
    while i < match.tokens.lowerBound {
      if view.sign(i) != nil, view.sign(i) != .quote, view.sign(i) != .hyphen { return nil }
      let number = Int(view.mentionAt[i])
      if number >= 0 {
        if view.mentions[number].isCount, number != mention.number, !view.isPassed(view.mentions[number]) { return nil }
      } else if view.ends(i, in: words.verbEndings), !view.has(i, .adverb) {
        // The number's own verb has been passed.
        return nil
      } else if !view.has(i, [.classifier, .adverb, .moreAfter]) {
        switch view.role(ofWord: i) {
        case .subject:
          subjects += 1
          if subjects > 1 { return nil }
        case .object:
          objects += 1
          if objects > 1 { return nil }
        default: break
        }
      }
      i += 1
    }
    guard match.tokens.lowerBound - mention.tokens.upperBound <= 16 else { return nil }
    // "주민 2만 명이 학교 12곳으로": the noun of another number
    let behind = match.tokens.upperBound
    let isVerb = view.ends(behind - 1, in: words.verbEndings)
    if !isVerb, behind < view.tokens.count, view.mentionAt[behind] >= 0,
      view.mentions[Int(view.mentionAt[behind])].isCount
    {
      return nil
    }
    switch word {
    case .bare: return .predicate
    // "부상을 입었다"
    case .object: return shares || hasLightVerb(behind: match) ? .predicate : nil
    // "14척의 건조가"
    case .subject: return shares || role == .link || hasLightVerb(behind: match) ? .predicate : nil
    case .link, .oblique, .said: return shares ? .predicate : nil
    }
  }

  private func isNext(_ match: TermMatch) -> Bool {
    let start = (view.counter(of: mention) ?? mention.tokens.upperBound - 1) + 1
    return match.tokens.lowerBound <= start + 1
  }

  private func hasLightVerb(behind match: TermMatch) -> Bool {
    view.starts(match.tokens.upperBound, with: words.particles.lightVerbs)
  }

  // MARK: - Before the number

  private func tieAhead(_ match: TermMatch) -> Tie? {
    let last = match.tokens.upperBound - 1
    let word = view.role(ofWord: last)
    let role = view.role(of: mention)
    let between = match.tokens.upperBound..<mention.tokens.lowerBound
    // "노동자 약 4200명"
    let isNear =
      between.count <= 3
      && between.allSatisfy {
        view.mentionAt[$0] < 0 && view.signs[$0] == nil && !view.has($0, .plural)
          && view.has($0, [.adverb, .measuring, .classifier, .part])
      }
    let isAdnominal = view.ends(last, in: words.particles.adnominalEndings)
    if isNear {
      switch word {
      case .bare where !isAdnominal || between.isEmpty && view.counter(of: mention) != nil: return .counted
      // "병사를 300명 파견했다"
      case .object where role == .bare || role == .said: return .counted
      case .subject where role == .said || role == .bare: return .label
      default: break
      }
    }
    if isColonLabel(between) { return .label }
    if word == .subject, role == .said || role == .bare, leadsTo(between, isTopic: true) { return .label }
    if word == .object, role == .said, leadsTo(between, isTopic: true) { return .label }
    if word == .bare || word == .link, role == .said, isAdnominal || hasMeasure(between),
      leadsTo(between, isTopic: false)
    {
      return .label
    }
    return describes(match, between, word)
  }

  private func hasMeasure(_ between: Range<Int>) -> Bool { view.has(between.lowerBound, .measuring) }

  private func isColonLabel(_ between: Range<Int>) -> Bool {
    guard between.count <= 3 else { return false }
    let signs = between.compactMap { view.sign($0) }
    return signs.count == 1 && (signs[0] == .colon || signs[0] == .open)
      && between.allSatisfy { view.signs[$0] != nil || view.has($0, [.adverb, .measuring]) }
  }

  /// "사망자는 9명에서 12명으로", "체포된 집회 참가자는 모두 19명": from a subject to the number that is said of it.
  private func leadsTo(_ between: Range<Int>, isTopic: Bool) -> Bool {
    var isTopic = isTopic
    var left = 7
    var content = 0
    for i in between {
      if let sign = view.sign(i) {
        guard sign == .quote || sign == .hyphen || isTopic && sign == .comma && i < between.upperBound - 1 else {
          return false
        }
        continue
      }
      let number = Int(view.mentionAt[i])
      if number >= 0 {
        let other = view.mentions[number]
        guard !other.isCount || view.isPassed(other) || view.isPart(other) else { return false }
        content = 0
        continue
      }
      if view.has(i, .measuring) || !isTopic && view.has(i, .plural) {
        isTopic = true
        content = 0
        continue
      }
      if view.has(i, [.adverb, .classifier, .moreAfter, .moreBefore, .part]) {
        content = 0
        continue
      }
      left -= 1
      if left < 0 { return false }
      switch view.role(ofWord: i) {
      case .subject:
        if isTopic { return false }
        isTopic = true
        content = 0
      case .object: return false
      case .bare:
        guard isTopic else { continue }
        if view.ends(i, in: words.particles.adnominalEndings) {
          // "경찰이 배치한 인원은": the subject of a clause about another noun
          guard i + 1 == between.upperBound || view.mentionAt[i + 1] >= 0 else { return false }
          content = 0
        } else {
          content += 1
        }
      case .oblique, .link, .said: content = 0
      }
    }
    // "직원은 여성 200명": the number counts what stands right before it.
    return isTopic && content == 0
  }

  /// What stands before the counted noun in the same clause, and says more of it: "파업에 참여한 노동자는 3600명".
  private func describes(_ match: TermMatch, _ between: Range<Int>, _ word: PhraseRole) -> Tie? {
    let isFrame = view.ends(match.tokens.upperBound - 1, in: words.particles.frameEndings)
    guard between.count <= (isFrame ? 40 : 12) else { return nil }
    // "7명이 다쳤고 1명은 실종됐다": what a clause before says
    if !isFrame, view.ends(match.tokens.upperBound - 1, in: words.verbEndings) { return nil }
    for i in between {
      if view.isStrong(i) { return nil }
      if isFrame { continue }
      if view.sign(i) == .comma || view.ends(i, in: words.verbEndings) && view.mentionAt[i] < 0 { return nil }
      let number = Int(view.mentionAt[i])
      if number >= 0, view.mentions[number].isCount, !view.isPassed(view.mentions[number]) { return nil }
    }
    return word == .subject && !isFrame ? .frame : .described
  }
}
