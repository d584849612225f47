import Articles
import Mentions

/// Rules about dates: when an event was, or will be.
extension ClaimMaker {
  func dates() -> [(Claim, Int)] {
    let ties = DateTies(view: view)
    var claims: [(Claim, Int)] = []
    var taken: Set<Int> = []
    var events = ties.events(about: rule.about, with: rule.with)
    if !view.matches.contains(where: { rule.about.contains($0.concept) }), !rule.about.isDisjoint(with: before) {
      events = ties.eventsOfPronoun(with: rule.with, Denial(view, language: language))
    }
    for event in events {
      let clause = view.clauseOf(event.about.tokens)
      let ruledOut = view.matches.first { rule.unless.contains($0.concept) && view.clauseOf($0.tokens) == clause }
      if let ruledOut {
        trace?.refuse(
          rule.rule.id, figure: ties.date(of: event),
          .ruledOut(concept: table.name(of: ruledOut.concept), words: view.words(of: ruledOut.tokens)))
        continue
      }
      if let number = ties.date(of: event) {
        let mention = view.mentions[number]
        guard let span = mention.date, taken.insert(number).inserted else { continue }
        let spans =
          [span] + mention.mention.otherReadings.compactMap { if case .date(let span) = $0 { span } else { nil } }
        let intervals = spans.map(Possibilities.interval)
        guard intervals.contains(where: { isDuring($0) }) else {
          trace?.refuse(rule.rule.id, figure: number, .otherTime(span))
          continue
        }
        var stretch = mention.tokens
        let all = min(stretch.lowerBound, event.stretch.lowerBound)..<max(stretch.upperBound, event.stretch.upperBound)
        if all.count <= 16 { stretch = all }
        claims.append(
          claim(
            .date(span), intervals, tokens: stretch, figure: mention.mention.figure,
            time: ClaimTime(asOf: article.day), at: place(of: mention, event)))
      } else if let day = article.day, ties.isFinished(event, inHeadline: input.block.kind == .title) {
        let span = DateSpan(from: nil, to: day)
        let interval = Possibilities.interval(of: span)
        guard isDuring(interval) else {
          trace?.refuse(rule.rule.id, figure: nil, .otherTime(span))
          continue
        }
        guard taken.insert(-1 - event.stretch.lowerBound).inserted else { continue }
        claims.append(
          claim(
            .date(span), [interval], tokens: event.stretch, figure: nil, time: ClaimTime(asOf: day),
            at: place(of: nil, event)))
      }
    }
    if let trace { explain(trace, events, ties, taken) }
    return claims
  }

  /// Why a rule about dates left the days of a sentence.
  private func explain(_ trace: ClaimTrace, _ events: [DateTies.Event], _ ties: DateTies, _ taken: Set<Int>) {
    let terms = words(of: rule.about)
    if events.isEmpty {
      let inClause = view.matches.filter { rule.about.contains($0.concept) }
      let missing = rule.with.first { concept in
        !view.matches.contains { match in
          match.concept == concept
            && inClause.contains {
              ties.areInOneClause($0.tokens, match.tokens) || $0.tokens.overlaps(match.tokens)
            }
        }
      }
      trace.refuse(
        rule.rule.id, figure: nil, missing.map { .without(concept: table.name(of: $0)) } ?? .noDay(terms: terms))
      return
    }
    for mention in view.mentions where mention.date != nil && !taken.contains(mention.number) {
      guard !trace.hasRefused(rule.rule.id, figure: mention.number) else { continue }
      trace.refuse(rule.rule.id, figure: mention.number, ties.isFormer(mention) ? .formerDay : .notTied(terms: terms))
    }
    if taken.isEmpty, !trace.hasRefused(rule.rule.id) { trace.refuse(rule.rule.id, figure: nil, .noDay(terms: terms)) }
  }
}
