import Languages

/// Chinese and Japanese: words stand without spaces, so that each token is one character.
extension SentenceView {
  private static let longestRun = 10

  /// The characters behind the number and its measure word that may be what it counts.
  func unspacedPhrase(after mention: PlacedMention) -> NounPhrase {
    let start = mention.tokens.upperBound
    let first = counterEnd(of: mention)
    var i = first
    while i < tokens.count, i < first + Self.longestRun, signs[i] == nil, !opensRun(i),
      mentionAt[i] < 0 || mentionAt[i] == mention.number,
      !has(i, [.oblique, .coordinator, .joiner, .auxiliary, .adverb, .negator, .part, .measuring, .postposition]),
      !has(i, [.objectMark, .copula])
    { i += 1 }
    var phrase = NounPhrase(core: start..<i, head: i > first ? i - 1 : nil, extended: start..<i)
    var j = start
    while j < min(first + 2, tokens.count), signs[j] == nil, !has(j, [.toward, .postposition, .copula]) {
      if has(j, .moreAfter) { phrase.isIncrease = true }
      if has(j, .rate) { phrase.isRate = true }
      j += 1
    }
    // 每天5000人, 1日平均600人: a rate stands before its number.
    j = mention.tokens.lowerBound - 1
    while j >= 0, j > mention.tokens.lowerBound - 6, signs[j] == nil, mentionAt[j] < 0 || has(j, .rate) {
      if has(j, .rate) { phrase.isRate = true }
      j -= 1
    }
    return phrase
  }

  /// Headlines part their halves with a space: 死者12人に　不明者7人.
  func opensRun(_ i: Int) -> Bool {
    guard words.order == .unspaced, i > 0, i < tokens.count, tokens[i].spaceBefore, !tokens[i].lineBefore else {
      return false
    }
    let before = tokens[i - 1]
    guard before.kind != .sign, tokens[i].kind != .sign else { return false }
    // "共 85 辆": spaces around figures are typography.
    if tokens[i].kind == .digits { return i + 1 < tokens.count && !tokens[i + 1].spaceBefore }
    return before.kind != .digits && (isHan(i) || isHan(i - 1))
  }
}

extension QuantityTies {
  /// Whether another number, or a pause, stands between.
  private func isParted(_ low: Int, _ high: Int) -> Bool {
    guard low <= high else { return false }
    if view.opensRun(high), high > mention.tokens.lowerBound { return true }
    return (low..<high).contains { i in
      let number = Int(view.mentionAt[i])
      let isOther =
        number >= 0 && number != mention.number && view.mentions[number].isCount
        && !view.isPassed(view.mentions[number])
      return isOther || view.sign(i) == .comma || view.isStrong(i) || i > low && view.opensRun(i)
    }
  }

  /// 12人 counts no 学校.
  func isUncountable(_ match: TermMatch) -> Bool {
    view.words.particles.placeEndings.isEmpty == false && view.countsPeople(mention)
      && view.endsRun(match.tokens, in: view.words.particles.placeEndings)
  }

  /// 五名军人死亡, 炸死了五人, 無人受傷.
  func isUnspacedPredicate(_ match: TermMatch, _ shares: Bool) -> Bool {
    match.tokens.lowerBound >= mention.tokens.upperBound
      ? isPredicateBehind(match, shares) : isPredicateAhead(match)
  }

  private func isPredicateBehind(_ match: TermMatch, _ shares: Bool) -> Bool {
    let start = mention.tokens.upperBound
    guard match.tokens.lowerBound - start <= 12 else { return false }
    let ownNumber = view.mentions.contains {
      $0.isCount && $0.tokens.lowerBound == match.tokens.upperBound && !view.isPassed($0)
    }
    // 在5次袭击中死亡: the number is where, not who.
    let isOblique = view.has(mention.tokens.lowerBound - 1, .oblique)
    guard !ownNumber || shares, !isOblique, !isParted(start, match.tokens.lowerBound) else { return false }
    if isAttribute(match) {
      // 造成41人死亡的地震
      return view.has(mention.tokens.lowerBound - 1, .causative) || view.has(mention.tokens.lowerBound - 2, .causative)
    }
    guard view.words.hasPostpositions else { return true }
    let role = view.role(of: mention)
    guard role != .oblique || shares else { return false }
    // 12人が乗ったバスが転落: another subject
    let subjects = (start..<match.tokens.lowerBound).count {
      view.has($0, .auxiliary) && !view.has($0, [.postposition, .copula])
    }
    guard subjects <= 1 else { return false }
    // 34人が病院に運ばれた
    let behind = match.tokens.upperBound
    return shares || !view.has(behind, .postposition) || view.has(behind, .copula)
  }

  private func isPredicateAhead(_ match: TermMatch) -> Bool {
    let between = match.tokens.upperBound..<max(match.tokens.upperBound, mention.tokens.lowerBound)
    guard match.tokens.upperBound <= mention.tokens.lowerBound, between.count <= (words.hasPostpositions ? 5 : 2),
      !isParted(between.lowerBound, between.upperBound), !hasNumberOfItsOwn(match)
    else { return false }
    if words.hasPostpositions { return isSaidAhead(between) }
    guard !between.contains(where: { view.has($0, [.oblique, .coordinator]) }) else { return false }
    // 学校有1200名学生: a copula leads to what is there, which is no school.
    return !between.contains(where: { view.has($0, .copula) }) || isSaidBare
  }

  /// Japanese: what stands between a match and the number that it is said of.
  private func isSaidAhead(_ between: Range<Int>) -> Bool {
    let role = view.role(of: mention)
    for i in between {
      if view.has(i, .objectMark) { return role == .bare || role == .said }
      if view.has(i, [.auxiliary, .coordinator]) || view.has(i, .postposition) || view.has(i, .link) { return false }
      // 死亡事故12件: another noun
      if view.isHan(i), view.isContent(i), !view.has(i, .plural) { return false }
    }
    return between.count <= 2 || !between.contains(where: view.isHan)
  }

  /// 12死46伤: the match is said of the number before it.
  private func hasNumberOfItsOwn(_ match: TermMatch) -> Bool {
    view.mentions.contains { other in
      other.isCount && other.number != mention.number && other.tokens.upperBound <= match.tokens.lowerBound
        && view.counterEnd(of: other) >= match.tokens.lowerBound
        && !(view.words.hasPostpositions && view.has(match.tokens.upperBound, .copula))
    } && match.tokens.upperBound == mention.tokens.lowerBound
  }

  /// 士兵的家属: the match says whose, and is not what is counted.
  func isAttribute(_ match: TermMatch) -> Bool { view.has(match.tokens.upperBound, .link) }

  /// What stands before the number in the same clause: 参加救援的军人为3200人, 青木村では住宅40棟が….
  func unspacedContext(of match: TermMatch, _ shares: Bool) -> Tie? {
    let start = match.tokens.upperBound
    guard shares, start <= mention.tokens.lowerBound else { return nil }
    let between = start..<mention.tokens.lowerBound
    let isFrame = view.has(start, .frame)
    guard between.count <= (isFrame ? 40 : 20) else { return nil }
    if isFrame { return between.contains(where: { view.isStrong($0) || view.opensRun($0) }) ? nil : .described }
    for i in between {
      if view.isStrong(i) || view.opensRun(i) { return nil }
      // 出动85辆消防车、420名消防员: what is done to several
      if view.sign(i) == .comma, !isListed(between) { return nil }
      let number = Int(view.mentionAt[i])
      if number >= 0, view.mentions[number].isCount, !view.isPassed(view.mentions[number]), !isListed(between) {
        return nil
      }
    }
    return view.has(start, .auxiliary) || !words.hasPostpositions ? .frame : .described
  }

  /// Of what stands before the number, all up to one comma or conjunction is counted by another.
  private func isListed(_ between: Range<Int>) -> Bool {
    guard let last = between.last(where: { view.sign($0) == .comma || view.has($0, .coordinator) }),
      between.upperBound - last <= 2, view.isEnumerating(last)
    else { return false }
    return between.count(where: { view.sign($0) == .comma }) <= 1
  }

  /// Nothing that the number might count stands behind it.
  private var isSaidBare: Bool {
    if words.hasPostpositions {
      let role = view.role(of: mention)
      return role == .said || role == .bare
    }
    var i = mention.tokens.upperBound
    while view.has(i, [.classifier, .plural]) { i += 1 }
    return i >= view.tokens.count || view.signs[i] != nil || view.has(i, .boundary) || view.opensRun(i)
  }

  /// 军人总数是3500名, 士兵2500人, 死者数は3人増え、12人となった.
  func isUnspacedLabel(_ match: TermMatch) -> Bool {
    let start = match.tokens.upperBound
    let gap = mention.tokens.lowerBound - start
    guard gap >= 0, gap <= 20, isSaidBare, !hasNumberOfItsOwn(match) else { return false }
    // 不明者なお7人
    var isSaid =
      gap == 0
      || words.hasPostpositions && gap <= 4
        && (start..<mention.tokens.lowerBound).allSatisfy {
          view.has($0, [.adverb, .plural, .measuring]) && !view.has($0, .postposition)
        }
    var hasOther = false
    var content = 0
    var i = start
    while i < mention.tokens.lowerBound {
      defer { i += 1 }
      if i > start, view.opensRun(i) { return false }
      switch view.sign(i) {
      case .colon?, .question?, .open?: isSaid = true
      case .comma? where hasOther: continue
      case nil:
        let number = Int(view.mentionAt[i])
        if number >= 0 {
          let other = view.mentions[number]
          if other.isCount {
            guard view.isPassed(other) || view.isPart(other) else { return false }
            hasOther = true
            content = 0
          } else if other.date == nil {
            return false
          }
        } else if view.has(i, .negator) {
          return false
        } else if view.has(i, [.auxiliary, .measuring, .copula]) {
          if !view.has(i, .postposition) || view.has(i, .measuring) { isSaid = true }
          content = 0
        } else if view.has(i, .boundary) || view.has(i, [.classifier, .postposition, .toward]) || !view.isHan(i) {
          content = 0
        } else {
          content += 1
        }
      default: return false
      }
    }
    // 学校共有教师85人: the number counts what stands right before it.
    if content > 0, isSaid, gap > 0 { return false }
    if !hasOther, gap > 14 { return false }
    // 避難所は14カ所: the noun is another one.
    if words.hasPostpositions, view.isHan(start), view.isContent(start),
      !view.has(start, [.plural, .classifier, .partitive]),
      start < mention.tokens.lowerBound
    {
      return false
    }
    return isSaid
  }
}

extension SentenceView {
  /// A conjunction, or the comma of lists: 、.
  func isEnumerating(_ i: Int) -> Bool {
    has(i, .coordinator) || sign(i) == .comma && text[tokens[i].range].elementsEqual([0xE3, 0x80, 0x81])
  }

  /// Whether the characters of a match end so.
  func endsRun(_ run: Range<Int>, in endings: [[UInt8]]) -> Bool {
    guard let last = run.last, last < tokens.count else { return false }
    let bytes = text[Int(tokens[run.lowerBound].start)..<Int(tokens[last].end)]
    return endings.contains { bytes.count >= $0.count && bytes.suffix($0.count).elementsEqual($0) }
  }
}
