/// What may be, is to be, or is asked.
extension SentenceModality {
  /// - Parameter isReported: the claim is somebody's word.
  func isHypothetical(_ place: Place, isReported: Bool) -> Bool {
    if isAsked(place) { return true }
    for span in marked.spans(near: place.figure) {
      let mark = span.mark
      if isReported, marked.has(span.tokens.lowerBound, .backshift) { continue }
      if !mark.isDisjoint(with: .condition), isConditional(place, span) { return true }
      if !mark.isDisjoint(with: .whether), isBehind(span, place, crossesComma: false) { return true }
      let isOpen = !mark.isDisjoint(with: .possible) || !place.isDate && !mark.isDisjoint(with: .expected)
      if isOpen, leavesOpen(span, place) { return true }
    }
    return false
  }

  /// The claim stands in a question; one that asks why or how takes it for granted.
  func isAsked(_ place: Place) -> Bool {
    guard let end = view.tokens.indices.first(where: { $0 >= place.figure.upperBound && isSentenceEnd($0) }),
      view.sign(end) == .question
    else { return false }
    var start = place.figure.lowerBound
    while start > 0, !isSentenceEnd(start - 1) { start -= 1 }
    return !(start..<min(start + 3, end)).contains { marked.has($0, .openQuestion) }
  }

  private func isSentenceEnd(_ i: Int) -> Bool {
    guard view.mentionAt[i] < 0 else { return false }
    switch view.sign(i) {
    case .question?, .semicolon?: return true
    case .point?: return view.isStrong(i)
    default: return false
    }
  }

  private func isBehind(_ span: MarkedText.Span, _ place: Place, crossesComma: Bool) -> Bool {
    guard span.tokens.upperBound <= place.figure.lowerBound else { return false }
    return none(span.tokens.upperBound..<place.figure.lowerBound) {
      isBreak($0) || joinsClause($0) || !crossesComma && isComma($0)
    }
  }

  /// "if the dam breaks, 300 will die", "300 will die if the dam breaks".
  private func isConditional(_ place: Place, _ span: MarkedText.Span) -> Bool {
    let first = span.tokens.lowerBound
    if view.isReflexive(first) { return false }
    if span.tokens.upperBound <= place.figure.lowerBound {
      let opens =
        (max(0, first - 3)..<first).allSatisfy { !view.isContent($0) } || marked.has(first - 1, .complementizer)
      return isBehind(span, place, crossesComma: opens || words.isVerbLast)
    }
    guard first >= place.figure.upperBound else { return false }
    if words.isVerbLast || view.words.order == .unspaced {
      // ダムが決壊すれば300人が: the condition comes first, and ends with its word.
      return none(place.figure.upperBound..<first) { isBreak($0) || isComma($0) }
    }
    let low = place.figure.upperBound
    let path = isComma(first - 1) ? low..<max(low, first - 1) : low..<first
    guard isComma(first - 1) || !place.isCounted else { return false }
    return none(path) { isBreak($0) || isComma($0) || isSubordinator($0) || marked.has($0, .and) }
  }

  private func leavesOpen(_ span: MarkedText.Span, _ place: Place) -> Bool {
    if span.tokens.overlaps(place.figure) { return false }
    if span.tokens.upperBound <= place.figure.lowerBound {
      let path = span.tokens.upperBound..<place.figure.lowerBound
      let presupposes = path.contains { i in
        marked.has(i, .presupposing) && !place.predicates.contains { $0.contains(i) }
      }
      if presupposes { return false }
      return none(path) {
        isBreak($0) || joinsClause($0) || marked.has($0, .and)
          || isSubordinator($0) && !marked.has($0, .complementizer)
          || isComma($0) && !leadsToContent($0) && !(words.hasContentBehindComma && $0 == path.lowerBound)
      }
    }
    if place.predicates.contains(where: { $0.overlaps(span.tokens) }) { return true }
    let low = place.figure.upperBound
    guard span.tokens.lowerBound >= low, span.tokens.lowerBound - place.end <= (words.isVerbLast ? 12 : 6) else {
      return false
    }
    return none(low..<span.tokens.lowerBound) {
      isBreak($0) || isComma($0) || marked.has($0, .and)
        || isSubordinator($0) && !(words.isVerbLast && marked.has($0, .complementizer))
    }
  }

  /// ", что", ", dass": the comma is spelling.
  private func leadsToContent(_ comma: Int) -> Bool { marked.has(comma + 1, .complementizer) }
}
