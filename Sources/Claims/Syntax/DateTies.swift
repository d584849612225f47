import Languages

/// Which day of a sentence is that of an event.
struct DateTies {
  let view: SentenceView

  /// An event named in the sentence: what it is, and the words that say what became of it.
  struct Event {
    var about: TermMatch
    var with: [TermMatch]

    /// The words nearest to the date: the verb, where the rule asks for one.
    var anchors: [Range<Int>] { with.isEmpty ? [about.tokens] : with.map(\.tokens) }
    var stretch: Range<Int> {
      let all = [about.tokens] + with.map(\.tokens)
      return (all.map(\.lowerBound).min() ?? 0)..<(all.map(\.upperBound).max() ?? 0)
    }
  }

  /// The events of a rule: each match of `about`, with the nearest match of every concept of `with` in its clause.
  func events(about: Set<Int32>, with: [Int32]) -> [Event] {
    view.matches.compactMap { match in
      guard about.contains(match.concept) else { return nil }
      var found: [TermMatch] = []
      for concept in with {
        let candidates = view.matches.filter {
          $0.concept == concept && (areInOneClause(match.tokens, $0.tokens) || $0.tokens.overlaps(match.tokens))
        }
        // "The inquiry, which they wanted to begin this month, will start on 16 October": what its own clause says.
        let clause = view.clauseOf(match.tokens)
        func distance(_ other: TermMatch) -> Int {
          gap(other.tokens, match.tokens) + (view.clauseOf(other.tokens) == clause ? 0 : 100)
        }
        guard let nearest = candidates.min(by: { distance($0) < distance($1) }) else { return nil }
        found.append(nearest)
      }
      return Event(about: match, with: found)
    }
  }

  /// The date of an event, as the number of its mention in the sentence.
  func date(of event: Event) -> Int? {
    var best: (number: Int, distance: Int)?
    for (number, mention) in view.mentions.enumerated() where mention.date != nil {
      guard isTied(mention, to: event) else { continue }
      let distance = event.anchors.map { gap(mention.tokens, $0) + 6 * commas(mention.tokens, $0) }.min() ?? 0
      if best.map({ distance < $0.distance }) ?? true { best = (number, distance) }
    }
    return best.map { corrected($0.number) }
  }

  private func isTied(_ mention: PlacedMention, to event: Event) -> Bool {
    let spans = [event.about.tokens] + event.with.map(\.tokens)
    guard spans.contains(where: { areInOneClause($0, mention.tokens) || isLabel($0, of: mention) }) else {
      return false
    }
    guard !isFormer(mention) else { return false }
    guard let noun = noun(dated: mention) else { return true }
    return spans.contains { $0.overlaps(noun) }
  }

  /// "Start of the trial: 14 June"
  private func isLabel(_ span: Range<Int>, of mention: PlacedMention) -> Bool {
    var colon = mention.tokens.lowerBound - 1
    while colon > 0, view.has(colon, [.article, .oblique, .link]) { colon -= 1 }
    guard view.sign(colon) == .colon, span.upperBound <= colon, colon - span.upperBound <= 6 else { return false }
    let end = mention.tokens.upperBound
    return view.clause[span.lowerBound] == view.clause[colon]
      && (end >= view.tokens.count || view.signs[end] != nil || view.has(end, [.oblique, .link, .coordinator]))
  }

  /// 原定5月1日, 5月1日に予定されていた: what was planned before.
  func isFormer(_ mention: PlacedMention) -> Bool {
    let isBehind = view.words.hasPostpositions || view.words.hasNounBefore
    let clause = view.clauseOf(mention.tokens)
    func isFormer(_ places: some Sequence<Int>) -> Bool {
      for i in places where i >= 0 && i < view.tokens.count {
        if view.has(i, .formerly) { return true }
        if view.clause[i] != clause || view.sign(i) == .comma || view.isDate(i) { return false }
      }
      return false
    }
    let low = mention.tokens.lowerBound
    let high = mention.tokens.upperBound
    return isFormer((low - (isBehind ? 2 : 8)..<low).reversed()) || isBehind && isFormer(high..<high + 6)
  }

  /// "the vote of 5 January": the noun that the date belongs to and to no other.
  private func noun(dated mention: PlacedMention) -> Range<Int>? {
    var i = mention.tokens.lowerBound
    if !view.has(i, .link) {
      i -= 1
      while view.has(i, .article) && !view.has(i, .link) { i -= 1 }
    }
    guard view.has(i, .link), !view.has(i - 1, .dayPart) else { return nil }
    let end = i
    var left = 5
    var start = i - 1
    while start >= 0, left > 0, view.isContent(start) || view.has(start, .link) || view.sign(start) == .hyphen {
      start -= 1
      left -= 1
    }
    return start + 1 < end ? start + 1..<end : nil
  }

  private func gap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    max(0, max(a.lowerBound, b.lowerBound) - min(a.upperBound, b.upperBound))
  }

  private func commas(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    let low = min(a.upperBound, b.upperBound)
    let high = max(a.lowerBound, b.lowerBound)
    return low < high ? (low..<high).count { view.sign($0) == .comma } : 0
  }

  /// In the same clause, or one in the clause about the noun that is the other.
  func areInOneClause(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let first = view.clauseOf(a)
    let second = view.clauseOf(b)
    return first == second || isAntecedent(a, of: second) || isAntecedent(b, of: first)
  }

  private func isAntecedent(_ noun: Range<Int>, of clause: Int32) -> Bool {
    guard let start = view.relativeStart[clause], noun.upperBound <= start else { return false }
    if isEndOfPhrase(noun.upperBound..<start) { return true }
    // "in the crash, to which …": a preposition before the pronoun. "wał w Zabłociu, który …": a place behind the noun.
    return start - noun.upperBound <= (view.words.hasCaseEndings ? 5 : 3)
      && (noun.upperBound..<start).allSatisfy {
        view.isContent($0) || view.sign($0) == .comma || view.sign($0) == .quote
          || view.has($0, .oblique) && ($0 == start - 1 || view.words.hasCaseEndings)
      }
  }

  // MARK: - Acts without a date

  /// Whether the event is said to have happened: "has ended", "a pris fin", and in a headline "ends". When in doubt, no.
  func isFinished(_ event: Event, inHeadline: Bool) -> Bool {
    guard !event.with.isEmpty else { return false }
    // A date of the sentence may be that of the event, but not where its clause has none and it opens another.
    let own = view.clauseOf(event.with[0].tokens)
    let isDated = view.mentions.contains { mention in
      guard mention.date != nil else { return false }
      let other = view.clauseOf(mention.tokens)
      return !view.words.hasCaseEndings || other == own || view.relativeStart[other] != nil || other < own
    }
    guard !isDated else { return false }
    guard let last = view.tokens.indices.last,
      !view.tokens.indices.contains(where: { view.sign($0) == .question }) || view.sign(last) != .question
    else { return false }
    let clause = view.clauseOf(event.with[0].tokens)
    for i in view.tokens.indices where view.clause[i] == clause && view.has(i, [.unfinished, .negator]) {
      // A negator inside a term is part of it.
      if view.has(i, .unfinished) || !event.with.contains(where: { $0.tokens.contains(i) }) { return false }
    }
    if event.with.contains(where: { $0.tokens.contains { view.has($0, .negatedForm) } }) { return false }
    return event.with.contains { isFinished($0.tokens, inHeadline: inHeadline) }
  }

  private func isFinished(_ verb: Range<Int>, inHeadline: Bool) -> Bool {
    let last = verb.upperBound - 1
    if verb.contains(where: { view.has($0, .finished) }) { return true }
    if view.words.order == .unspaced {
      return view.has(verb.upperBound, .finished) || view.has(verb.upperBound + 1, .finished)
        || (1...3).contains { view.has(verb.lowerBound - $0, .finished) }
        || inHeadline && view.words.headlinesArePast
    }
    if view.has(verb.upperBound, .finished) { return true }
    guard !view.ends(last, in: view.words.unfinishedEndings) else { return false }
    if isPerfect(verb) { return true }
    // A noun ("the end of …") happened no more than it did not.
    guard !view.has(verb.lowerBound - 1, [.article, .link, .oblique]) else { return false }
    if view.ends(last, in: view.words.finishedEndings) { return true }
    return inHeadline && view.words.headlinesArePast && isPredicate(verb)
  }

  /// A helping verb stands shortly before, or, in German, anywhere in the clause.
  private func isPerfect(_ verb: Range<Int>) -> Bool {
    let clause = view.clauseOf(verb)
    var i = verb.lowerBound - 1
    var left = view.words.isVerbFinal ? view.tokens.count : 3
    while i >= 0, left > 0, view.clause[i] == clause {
      if view.has(i, .perfect) { return true }
      if !view.words.isVerbFinal, view.has(i, [.article, .link, .oblique, .dative]) { return false }
      i -= 1
      left -= 1
    }
    return false
  }

  /// A verb in a headline follows its subject, and has something behind it.
  private func isPredicate(_ verb: Range<Int>) -> Bool {
    verb.lowerBound > 0 && view.signs[verb.lowerBound - 1] == nil && verb.upperBound < view.tokens.count
      && !view.tokens[verb.lowerBound].isCapitalised
  }
}
