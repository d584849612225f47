/// Negators, and what they reach.
extension SentenceModality {
  /// How many negators say that the claim does not hold; two of them say that it does.
  func negators(of place: Place) -> Int {
    marked.spans(near: place.figure).count { span in
      if !span.mark.isDisjoint(with: .falsehood) { return isFalse(place, behind: span) }
      guard !span.mark.isDisjoint(with: .negator), !place.isZero, !place.isState, !place.isShare,
        !isInTerm(span, place)
      else {
        return false
      }
      // "The director, Jane Roe, did not answer": she is director all the same.
      if place.isName, span.tokens.lowerBound >= place.figure.upperBound { return false }
      return reaches(span, place)
    }
  }

  /// "no evidence that 300 had died"
  private func isFalse(_ place: Place, behind span: MarkedText.Span) -> Bool {
    guard span.tokens.upperBound <= place.figure.lowerBound else { return false }
    return none(span.tokens.upperBound..<place.figure.lowerBound) { isBreak($0) || joinsClause($0) }
  }

  /// A negator that a term of the rules names is part of what it says.
  private func isInTerm(_ span: MarkedText.Span, _ place: Place) -> Bool {
    // A verb that is negative by its form is found by a term that is not.
    if span.isOfForm, span.tokens.count == 1, span.tokens.lowerBound != place.figure.lowerBound { return false }
    if span.tokens.overlaps(place.figure) { return true }
    return view.matches.contains { $0.tokens.count > 1 && $0.tokens.overlaps(span.tokens) }
  }

  private func reaches(_ span: MarkedText.Span, _ place: Place) -> Bool {
    // A negator before a verb of saying negates that: see ``Attribution``.
    if let next = (span.tokens.upperBound..<span.tokens.upperBound + 3).first(where: {
      marked.has($0, [.report, .denial])
    }),
      next < place.figure.lowerBound
    {
      return false
    }
    // "경보가 울리지 않았다면": what is not so is the condition.
    if marked.has(span.tokens.lowerBound, .condition) { return false }
    if span.tokens.upperBound <= place.figure.lowerBound { return reachesForward(span, place) }
    // "43 died, and not 60": it is the other figure that it negates.
    if let next = view.mentionAt.indices.contains(span.tokens.upperBound)
      ? view.mentionAt[span.tokens.upperBound] : nil,
      next >= 0, view.mentions[Int(next)].isCount
    {
      return false
    }
    if place.predicates.contains(where: { $0.overlaps(span.tokens) }) { return true }
    guard span.tokens.lowerBound >= place.figure.upperBound else { return false }
    // "300 लोग नहीं मारे गए", "300명이 숨지지 않았다": what seemed the noun is the verb.
    let isOfVerb = place.named.contains { named in
      if named.overlaps(span.tokens) { return span.isOfForm }
      if span.tokens.upperBound <= named.lowerBound { return none(place.figure.upperBound..<named.lowerBound, isApart) }
      return words.isVerbLast && span.tokens.lowerBound - named.upperBound <= 1
        && none(named.upperBound..<span.tokens.lowerBound, isApart)
    }
    if isOfVerb { return true }
    if let predicate = place.predicates.first(where: { $0.lowerBound >= span.tokens.upperBound }) {
      // "300 people were not killed"
      // "38 percent of the families do not get water": what is negated is not what the rule is about.
      let own = span.tokens.upperBound..<predicate.lowerBound
      return none(place.figure.upperBound..<predicate.lowerBound, isApart)
        && (own.count <= 1 || none(own, view.isContent))
    }
    guard !place.isCounted, !place.isNumber || !place.predicates.isEmpty else { return false }
    let gap = place.end..<max(place.end, span.tokens.lowerBound)
    let limit = words.hasLateNegators ? 8 : 2
    return span.tokens.lowerBound >= place.end && gap.count <= limit && none(gap, isApart)
      && none(place.figure.upperBound..<span.tokens.lowerBound, isApart)
  }

  /// "hat nicht angeordnet, 4.000 Soldaten zu entsenden"
  private func leadsToInfinitive(_ comma: Int, _ place: Place) -> Bool {
    guard isComma(comma), place.figure.lowerBound - comma <= 6 else { return false }
    var i = place.figure.upperBound
    while i < view.tokens.count, i - place.figure.upperBound < 12, !isApart(i) {
      if marked.isInfinitiveSign(i) { return true }
      i += 1
    }
    return false
  }

  private func isApart(_ i: Int) -> Bool {
    isBreak(i) || isComma(i) || isSubordinator(i) || marked.has(i, .and)
  }

  private func reachesForward(_ span: MarkedText.Span, _ place: Place) -> Bool {
    let path = span.tokens.upperBound..<place.figure.lowerBound
    guard none(path, { isApart($0) && !leadsToInfinitive($0, place) }) else { return false }
    if place.isCounted, path.contains(where: { marked.has($0, .presupposing) }) { return false }
    // "Prądu nie ma 18 proc. gospodarstw": what is said of them is that they lack it.
    if !path.isEmpty, place.named.isEmpty, place.said.contains(where: { $0.upperBound <= span.tokens.lowerBound }),
      !place.said.contains(where: { $0.overlaps(path) })
    {
      return false
    }
    // "the men who did not flee killed 300": the negator's own verb comes first.
    let opens = (1...3).contains { step in
      let i = span.tokens.lowerBound - step
      return marked.has(i, .relative) || view.has(i, .relative)
    }
    if opens {
      let verb = place.predicates.map(\.lowerBound).filter { $0 >= span.tokens.upperBound }.min()
      return (verb ?? place.figure.lowerBound) - span.tokens.upperBound <= 2
    }
    return true
  }
}
