import Articles
import ICU
import Languages
import Mentions

/// What one rule finds in one sentence.
struct ClaimMaker {
  let article: Article
  let input: SentenceInput
  let view: SentenceView
  let rule: CompiledRule
  let table: ConceptTable
  /// Of the lists that the sentence is read with.
  let language: String
  /// The concepts in the sentence before, in the same block.
  var before: Set<Int32> = []
  let times: TimeReading
  /// The day on which figures were last said to stand, in a sentence before.
  var carried: Day?
  let modality: SentenceModality
  /// The countries that the sentence names; for rules about names only.
  var regions: [(tokens: Range<Int>, code: String)] = []
  /// The concepts in the headers of the row and column, where the sentence is a cell of a table.
  var headers: Set<Int32> = []
  /// Where somebody asks why.
  var trace: ClaimTrace?

  /// Leaves a figure, and says why to whoever asks.
  func refused<Kept>(_ mention: PlacedMention?, _ reason: @autoclosure () -> Refusal) -> Kept? {
    trace?.refuse(rule.rule.id, figure: mention?.number, reason())
    return nil
  }

  /// The claims, with the UTF-8 offset in the file where each begins.
  func claims() -> [(Claim, Int)] {
    switch rule.rule.kind {
    case .quantity: quantities()
    case .date: dates()
    case .state: states(before: before)
    case .name: names(regions: regions)
    case .total: []
    }
  }

  // MARK: - Quantities

  private func quantities() -> [(Claim, Int)] {
    var reached: Double?
    if view.mentions.isEmpty { trace?.refuse(rule.rule.id, figure: nil, .noFigure(terms: words(of: rule.about))) }
    return view.mentions.compactMap { mention in
      guard var quantity = rule.units.accepted(mention.mention.value) else { return refused(mention, .unit) }
      let isChange = view.isChange(mention)
      if isChange { quantity.settle() }
      // "half of the soldiers" is a share, and no count.
      if rule.rule.unit == .count, let value = quantity.value, value > 0, value < 1 {
        return refused(mention, .fraction)
      }
      let ties = QuantityTies(view, mention)
      guard let stretch = stretch(of: mention, ties) else { return nil }
      if isElsewhere(mention) { return refused(mention, .elsewhere) }
      // "The toll rose to seven: two more died at night" speaks of two of the seven.
      if let reached, let value = quantity.value, value < reached { return refused(mention, .someOfThem) }
      // "until 300 it rose" is no bound, but "rose to more than 300" is one.
      let holdsBound = view.has(mention.tokens.lowerBound, .toward)
      if view.isReached(mention), let value = quantity.value {
        if holdsBound {
          quantity.low = value
          quantity.high = value
        }
        reached = value
      }
      var others = mention.mention.otherReadings.compactMap { rule.units.accepted($0) }
      // "3.500 militaires": whole things are not counted in thousandths.
      if rule.rule.unit == .count, Self.isWhole(quantity) { others.removeAll { !Self.isWhole($0) } }
      let isOdd = view.isOdd(mention)
      let intervals = ([quantity] + others).compactMap {
        Possibilities.interval(of: $0, reading: rule.rule.compare, isOdd: isOdd)
      }
      guard !intervals.isEmpty else { return nil }
      let dated = view.isPartOfWhole(mention) ? view.whole(ofPart: mention) ?? mention : mention
      let time = times.time(of: dated.tokens, isEvent: isEvent(mention, ties), carried: carried)
      guard isDuring(time.span.map(Possibilities.interval)), !isTotalOfMore(time, mention, ties) else {
        return refused(mention, .otherTime(time.span))
      }
      // The value as said, in its own unit.
      var stated = quantity
      if case .quantity(let said) = mention.mention.value, said.unit != UnitMatcher.bareDegree { stated = said }
      if holdsBound, view.isReached(mention), let value = stated.value {
        stated.low = value
        stated.high = value
      }
      if isChange { stated.settle() }
      return claim(
        .quantity(stated), intervals, tokens: stretch, figure: mention.mention.figure, time: time,
        at: place(of: mention))
    }
  }

  /// "In the neighbouring region 24 died": another place, unless the rule asks for what stands there.
  private func isElsewhere(_ mention: PlacedMention) -> Bool {
    guard view.hasElsewhere else { return false }
    let clause = view.clauseOf(mention.tokens)
    return view.tokens.indices.contains { i in
      guard view.has(i, .elsewhere), view.clause[i] == clause, view.has(i - 1, .oblique),
        !view.has(i - 1, [.link, .from])
      else {
        return false
      }
      return !view.matches.contains { rule.near.contains($0.concept) && (i - 1...i + 2).contains($0.tokens.lowerBound) }
    }
  }

  /// Whether a number says how many something happened to, and not how many there were.
  private func isEvent(_ mention: PlacedMention, _ ties: QuantityTies) -> Bool {
    guard rule.rule.unit == .count else { return false }
    return view.matches.contains { match in
      guard rule.about.contains(match.concept), !table.isThing(match.concept),
        let tie = ties.tie(match, isThing: false)
      else { return false }
      // "The homeless, who were 600 on Wednesday": how many there were then.
      return tie != .label && table.isEvent(match.concept) ?? (tie == .predicate)
    }
  }

  private static func isWhole(_ quantity: Quantity) -> Bool {
    [quantity.value, quantity.low, quantity.high].allSatisfy { $0.map { $0 == $0.rounded() } ?? true }
  }

  /// The tokens that state the claim, if the number is about what the rule watches.
  func stretch(of mention: PlacedMention, _ ties: QuantityTies) -> Range<Int>? {
    let phrase = ties.phrase
    let isCount = rule.rule.unit == .count
    if let stretch = stretch(inCell: mention, phrase) { return stretch }
    if isCount {
      if phrase.isRate { return refused(mention, .rate) }
      if view.has(mention.tokens.lowerBound - 1, .determiner) { return refused(mention, .determined) }
      if view.isPartOfWhole(mention) {
        return stretch(ofPart: mention, phrase) ?? refused(mention, .part(whole: wholeWords(of: mention)))
      }
      if phrase.isIncrease || view.isIncreaseBefore(mention), !isOtherThanBefore(mention) {
        guard isAboutIncrease(near: mention, phrase) else { return refused(mention, .change) }
      }
    } else if phrase.isIncrease || mention.mention.unit != "percent" && view.isIncreaseBefore(mention) {
      // "62 % of the schools are closed, 48 % more than on Monday", "costs rose by 12 million"; of prices that rose by
      // 14 % nothing but that is said.
      guard isAboutIncrease(near: mention, phrase) else { return refused(mention, .change) }
    }
    if let change = view.changes[mention.number] {
      guard change == .amount, isAboutIncrease(near: mention, phrase) else { return refused(mention, .change) }
    }
    let isWhole = view.wholes.contains(mention.number) || hasCountedMember(mention)
    let isEventWhole =
      view.wholes.contains(mention.number) && !hasCountedMember(mention) && isCount
      && view.matches.contains {
        rule.about.contains($0.concept) && table.isEvent($0.concept) == true && phrase.core.overlaps($0.tokens)
      }
    if rule.rule.take == .part ? isWhole && !isEventWhole : phrase.wholeMention != nil {
      return refused(mention, rule.rule.take == .part ? .whole : .part(whole: wholeWords(of: mention)))
    }

    func tie(_ concept: Int32) -> (Tie, TermMatch)? {
      for match in view.matches where match.concept == concept {
        // "destroyed 120 houses and 3 bridges": what is done to several is done to each.
        let tie =
          isCount ? ties.tie(match, isThing: table.isThing(concept), shares: true) : measured(match, mention, ties)
        if let tie {
          return (tie, match)
        }
      }
      return nil
    }
    func isBuiltIn(_ concept: Int32) -> Bool {
      guard concept >= 0, case .unit(let unit) = table.kinds[Int(concept)] else { return false }
      return mention.mention.unit == unit
    }

    let isArticle = isCount && mention.tokens.count == 1 && view.has(mention.tokens.lowerBound, .article)
    var found: (tie: Tie, match: TermMatch)?
    for match in view.matches where rule.about.contains(match.concept) {
      let isThing = table.isThing(match.concept)
      // "un soldat": an article, and no count of soldiers.
      if isThing, isArticle {
        trace?.refuse(rule.rule.id, figure: mention.number, .article)
        continue
      }
      let isSome = isCount && !rule.with.isEmpty && ties.isPartitive(match)
      guard let tie = isSome ? .counted : isCount ? ties.tie(match, isThing: isThing) : measured(match, mention, ties)
      else { continue }
      // "Seven of the 34 dead were children": there are 34 dead.
      if !isWhole, phrase.wholeMention != nil, tie == .counted, table.isEvent(match.concept) == true { continue }
      // "12 of the dead were children" does not count the dead.
      if isCount, tie == .counted, phrase.isOfDefinite, phrase.wholeMention == nil,
        table.isEvent(match.concept) == true || phrase.isPartitive
      {
        continue
      }
      // To stand beside the counted noun is not to be counted.
      if tie == .described || tie == .frame, isCount { continue }
      // "120명 가운데 4명이 다쳤다" counts those hurt, and no others.
      if tie == .member, rule.with.isEmpty { continue }
      // "None of the observers was hurt": there were observers.
      if tie == .counted, mention.quantity?.value == 0, rule.with.isEmpty, isPartOfNone(mention) { continue }
      if found == nil || tie == .counted { found = (tie, match) }
    }
    if found == nil, rule.about.contains(where: isBuiltIn) {
      return mention.tokens.lowerBound..<max(mention.tokens.upperBound, phrase.core.upperBound)
    }
    if found == nil, isCount, phrase.isEmpty, !rule.with.isEmpty, let match = inherited(by: mention) {
      found = (.counted, match)
    }
    guard let found else {
      if isArticle { return nil }
      return refused(mention, .notTied(terms: words(of: rule.about)))
    }
    // "120 million euros a year" says nothing of the whole where that is said as well.
    if !isCount, phrase.isRate, view.mentions.contains(where: { isRivalOfRate($0, mention) }) {
      return refused(mention, .rate)
    }
    if let missing = rule.with.first(where: { !isBuiltIn($0) && tie($0) == nil }) {
      return refused(mention, .without(concept: table.name(of: missing)))
    }
    func isRuledOut(by concept: Int32) -> Bool {
      isBuiltIn(concept) || tie(concept).map { $0.0 != .frame && !isOfNextItem($0.1, mention) } ?? false
    }
    if rule.unless.contains(where: isRuledOut) { return refused(mention, ruledOut(by: isRuledOut, tie)) }

    var stretch = mention.tokens.lowerBound..<max(mention.tokens.upperBound, phrase.core.upperBound)
    if found.tie != .counted, phrase.isEmpty || !isCount {
      let low = min(stretch.lowerBound, found.match.tokens.lowerBound)
      let high = max(stretch.upperBound, found.match.tokens.upperBound)
      if high - low <= 12 { stretch = low..<high }
    }
    if view.words.order == .unspaced, found.tie == .counted {
      stretch = mention.tokens.lowerBound..<max(mention.tokens.upperBound, found.match.tokens.upperBound)
    }
    return stretch
  }

  /// The whole of which a figure is a part, with what it counts.
  private func wholeWords(of part: PlacedMention) -> String? {
    let whole = view.whole(ofPart: part) ?? view.phrase(of: part).wholeMention.map { view.mentions[$0] }
    return whole.map {
      view.words(of: $0.tokens.lowerBound..<max($0.tokens.upperBound, view.phrase(of: $0).core.upperBound))
    }
  }

  /// The first concept of `unless` that rules a figure out, in the order of the rules: sets have none.
  private func ruledOut(
    by isRuledOut: (Int32) -> Bool, _ tie: (Int32) -> (Tie, TermMatch)?
  ) -> Refusal {
    guard let concept = rule.unless.sorted().first(where: isRuledOut) else { return .ruledOut(concept: "", words: "") }
    return .ruledOut(
      concept: table.name(of: concept), words: tie(concept).map { view.words(of: $0.1.tokens) } ?? "")
  }

  /// The terms of some concepts as the sentence has them.
  func words(of concepts: Set<Int32>) -> [String] {
    view.matches.filter { concepts.contains($0.concept) }.map { view.words(of: $0.tokens) }
  }

  /// "nobody of the observers": the words for nobody lead to a noun.
  private func isPartOfNone(_ mention: PlacedMention) -> Bool {
    mention.tokens.count > 1 && view.has(mention.tokens.upperBound - 1, .link)
      || view.has(mention.tokens.upperBound, .link)
  }

  /// "120 hryvnias, a child's ticket half of it": behind a comma that follows an amount, another thing begins.
  private func isOfNextItem(_ match: TermMatch, _ mention: PlacedMention) -> Bool {
    guard rule.rule.unit != .count, match.tokens.lowerBound >= mention.tokens.upperBound else { return false }
    return (mention.tokens.upperBound..<match.tokens.lowerBound).contains { view.sign($0) == .comma }
  }

  /// "114 deputies voted for it, against were 71": a number without a noun counts what the one before it counts.
  private func inherited(by mention: PlacedMention) -> TermMatch? {
    guard view.words.order != .unspaced,
      let before = view.mentions.prefix(mention.number).last(where: { $0.isCount }),
      !view.isPartOfWhole(before), mention.tokens.lowerBound - before.tokens.upperBound <= 12
    else { return nil }
    let ties = QuantityTies(view, before)
    return view.matches.first { rule.about.contains($0.concept) && ties.tie($0, isThing: true) == .counted }
  }

  /// 98議席のうち41議席: the part counts what the rule is about by itself, and the whole is another figure.
  private func hasCountedMember(_ whole: PlacedMention) -> Bool {
    view.members.contains { part, number in
      guard number == whole.number else { return false }
      let own = view.mentions[part].tokens.lowerBound..<(view.phrases[part]?.core.upperBound ?? 0) + 1
      return view.matches.contains { rule.about.contains($0.concept) && own.contains($0.tokens.lowerBound) }
    }
  }

  /// "Two died, another 11 were injured": more than the two, and all of the injured.
  private func isOtherThanBefore(_ mention: PlacedMention) -> Bool {
    let before = view.mentions.filter { $0.isCount && $0.tokens.upperBound <= mention.tokens.lowerBound }
    let about = view.matches.filter {
      rule.about.contains($0.concept) && $0.tokens.lowerBound < mention.tokens.lowerBound
    }
    guard !before.isEmpty, !about.isEmpty else { return !before.isEmpty }
    // "قتل 26 وأصيب 84 آخرون": the verb stands first, and is that of no number before it.
    guard view.words.isVerbFirst else { return false }
    return !before.contains { other in
      let ties = QuantityTies(view, other)
      return about.contains { ties.tie($0, isThing: table.isThing($0.concept)) != nil }
    }
  }

  /// A rule about reinforcements counts increases.
  private func isAboutIncrease(near mention: PlacedMention, _ phrase: NounPhrase) -> Bool {
    let low = max(0, mention.tokens.lowerBound - (view.words.order == .unspaced ? 8 : 3))
    let high = min(view.tokens.count, phrase.extended.upperBound + 2)
    let wanted = rule.about.union(rule.with)
    return view.matches.contains { match in
      wanted.contains(match.concept)
        && match.tokens.contains { $0 >= low && $0 < high && view.has($0, [.moreBefore, .moreAfter]) }
    }
  }

  // MARK: - Time

  func isDuring(_ interval: Interval?) -> Bool {
    guard let during = rule.rule.during, let interval else { return true }
    return interval.meets(Possibilities.interval(of: DateSpan(from: during.from, to: during.to)))
  }

  /// "2,000 have been killed since 2013", where the rule asks for what happened in 2021.
  private func isTotalOfMore(_ time: ClaimTime, _ mention: PlacedMention, _ ties: QuantityTies) -> Bool {
    guard time.isSince, let first = rule.rule.during?.from, let from = time.span?.from, from < first else {
      return false
    }
    return isEvent(mention, ties)
      || view.matches.contains {
        rule.with.contains($0.concept) && table.isEvent($0.concept) != false && ties.tie($0, shares: true) == .predicate
      }
  }

  // MARK: - Evidence

  func claim(
    _ value: Claim.Value, _ intervals: [Interval], tokens: Range<Int>, figure: Range<Int>?, time: ClaimTime,
    at place: SentenceModality.Place
  ) -> (Claim, Int) {
    let reading = modality.reading(of: place)
    let offset = input.stretch.lowerBound
    let low = offset + Int(view.tokens[tokens.lowerBound].start)
    let high = offset + Int(view.tokens[max(tokens.lowerBound, tokens.upperBound - 1)].end)
    let map = input.block.map
    // The mention may begin or end inside a token.
    var range = low..<max(low, high)
    if let figure { range = min(range.lowerBound, figure.lowerBound)..<max(range.upperBound, figure.upperBound) }
    let source = map.source(of: range)
    let start = article.text.position(atUTF8: source.lowerBound)
    let end = article.text.position(atUTF8: source.upperBound)
    let text = input.block.words(range, in: article.text)
    let marked = figure.map { input.block.words($0, in: article.text) }
    let sentence = String(decoding: UnsafeBufferPointer(rebasing: input.text[input.evidence]), as: UTF8.self)
    return (
      Claim(
        rule: rule.rule.id, article: article.id, value: value,
        possibilities: intervals, text: text, figure: marked, sentence: sentence, start: start.codePoint,
        end: end.codePoint, line: start.line, column: start.column,
        modality: reading.modality, attribution: reading.attribution, asOf: time.asOf, since: time.since),
      source.lowerBound
    )
  }
}

extension Quantity {
  /// Of a range that a change went through its end alone is so now.
  fileprivate mutating func settle() {
    value = high
    low = high
  }
}
