import Mentions

/// What a sentence says to be the case: rules of kind `state`.
extension ClaimMaker {
  /// So many words may stand between what the rule is about and what is said of it.
  private static let longestWay = 40

  /// The first of the rule's states that the sentence says of what the rule is about.
  ///
  /// - Parameter before: the concepts in the sentence before, in the same block: "The vote came late. It was unanimous."
  func states(before: Set<Int32>) -> [(Claim, Int)] {
    guard !isQuestion else { return left(.question) }
    let subjects = view.matches.filter { rule.about.contains($0.concept) }
    guard !subjects.isEmpty || !rule.about.isDisjoint(with: before) else { return [] }
    let denial = Denial(view, language: language)
    var reason: Refusal?
    for state in rule.states {
      for match in view.matches where state.concepts.contains(match.concept) {
        guard let subject = subject(of: match, among: subjects, denial) else {
          if trace != nil { reason = .notSaid(words: view.words(of: match.tokens), terms: words(of: rule.about)) }
          continue
        }
        if modality.isAsked(SentenceModality.Place(figure: match.tokens, isState: true)) {
          reason = .question
          continue
        }
        let negator = denial.negator(of: match.tokens)
        // 否认 is one denial, whichever list it is found in.
        let isOne = negator.map { $0.contains(where: modality.denies) } ?? false
        let isDenied = isOne || (negator != nil) != modality.isDenied(match.tokens)
        guard let symbol = isDenied ? state.negated : state.symbol else {
          if trace != nil { reason = .denied(words: view.words(of: match.tokens), state: state.symbol) }
          continue
        }
        if let ruling = ruling(match, subject) {
          reason = ruling
          continue
        }
        return claim(symbol, match, subject, negator).map { [$0] } ?? []
      }
    }
    return left(reason ?? .noState(terms: words(of: rule.about)))
  }

  private func left(_ reason: @autoclosure () -> Refusal) -> [(Claim, Int)] {
    trace?.refuse(rule.rule.id, figure: nil, reason())
    return []
  }

  private enum Subject {
    case here(TermMatch)
    case before
  }

  private var isQuestion: Bool {
    view.tokens.indices.last { view.signs[$0] != .quote && view.signs[$0] != .close }
      .map { view.sign($0) == .question } ?? false
  }

  /// What a match is said of: the nearest match of `about` in its clause, else in the sentence, else in the sentence
  /// before, if this one points there.
  private func subject(of match: TermMatch, among subjects: [TermMatch], _ denial: Denial) -> Subject? {
    func gap(_ other: TermMatch) -> Int {
      max(other.tokens.lowerBound, match.tokens.lowerBound) - min(other.tokens.upperBound, match.tokens.upperBound)
    }
    let ties = DateTies(view: view)
    let near = subjects.filter { gap($0) <= Self.longestWay }
    let inClause = near.filter {
      $0.tokens.overlaps(match.tokens) || ties.areInOneClause($0.tokens, match.tokens)
    }
    if let nearest = (inClause.isEmpty ? near : inClause).min(by: { gap($0) < gap($1) }) {
      let low = min(nearest.tokens.upperBound, match.tokens.upperBound)
      let high = max(nearest.tokens.lowerBound, match.tokens.lowerBound)
      let isParted = low < high && (low..<high).contains { view.sign($0) == .semicolon }
      return isParted ? nil : .here(nearest)
    }
    guard subjects.isEmpty else { return nil }
    return denial.pointsBack(before: match.tokens) || denial.mayLeaveOutSubject ? .before : nil
  }

  /// The concept that rules a state out, or that is missing beside it.
  private func ruling(_ match: TermMatch, _ subject: Subject) -> Refusal? {
    let ties = DateTies(view: view)
    func isTied(_ concept: Int32) -> Bool {
      view.matches.contains { other in
        guard other.concept == concept else { return false }
        if ties.areInOneClause(other.tokens, match.tokens) || other.tokens.overlaps(match.tokens) { return true }
        if case .here(let subject) = subject { return ties.areInOneClause(other.tokens, subject.tokens) }
        return false
      }
    }
    if let concept = rule.unless.first(where: isTied) {
      let words =
        trace == nil ? "" : view.matches.first { $0.concept == concept }.map { view.words(of: $0.tokens) } ?? ""
      return .ruledOut(concept: table.name(of: concept), words: words)
    }
    return rule.with.first { !isTied($0) }.map { .without(concept: table.name(of: $0)) }
  }

  private func claim(_ symbol: String, _ match: TermMatch, _ subject: Subject, _ negator: Range<Int>?) -> (Claim, Int)?
  {
    let time = times.time(of: match.tokens, isEvent: false, carried: carried)
    guard isDuring(time.span.map(Possibilities.interval)) else { return refused(nil, .otherTime(time.span)) }
    var said = match.tokens
    if let negator {
      said = min(said.lowerBound, negator.lowerBound)..<max(said.upperBound, negator.upperBound)
    }
    var stretch = said
    if case .here(let subject) = subject {
      let all =
        min(said.lowerBound, subject.tokens.lowerBound)..<max(said.upperBound, subject.tokens.upperBound)
      if all.count <= 16 { stretch = all }
    }
    let offset = input.stretch.lowerBound
    let figure = offset + Int(view.tokens[said.lowerBound].start)..<offset + Int(view.tokens[said.upperBound - 1].end)
    let place = SentenceModality.Place(figure: match.tokens, isState: true)
    return claim(.state(symbol), [], tokens: stretch, figure: figure, time: time, at: place)
  }
}
