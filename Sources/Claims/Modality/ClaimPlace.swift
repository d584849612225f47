/// Where the claims of a rule stand, as modality is read from it.
extension ClaimMaker {
  /// - Parameter mention: the number that is claimed.
  func place(of mention: PlacedMention) -> SentenceModality.Place {
    let phrase = view.phrase(of: mention)
    let counted = mention.tokens.lowerBound..<max(mention.tokens.upperBound, phrase.core.upperBound)
    let clause = view.clauseOf(mention.tokens)
    let said = view.matches(within: 240, of: mention.tokens).filter {
      rule.about.contains($0.concept) || rule.with.contains($0.concept)
    }
    let outside = said.filter { !counted.overlaps($0.tokens) && view.clauseOf($0.tokens) == clause }
    let predicates = outside.filter { !table.isThing($0.concept) }
    let named = said.map(\.tokens).filter { counted.overlaps($0) && $0.lowerBound >= mention.tokens.upperBound }
    let isCount = rule.rule.unit == .count
    return SentenceModality.Place(
      figure: mention.tokens, predicates: nearest(predicates.map(\.tokens), to: mention.tokens),
      said: outside.map(\.tokens), named: named, isCounted: isCount && predicates.isEmpty,
      isZero: mention.quantity?.high == 0,
      isNumber: true, isShare: !isCount && predicates.isEmpty && !named.isEmpty)
  }

  /// - Parameters:
  ///   - mention: the date, if there is one.
  ///   - event: the words for what is dated.
  func place(of mention: PlacedMention?, _ event: DateTies.Event) -> SentenceModality.Place {
    SentenceModality.Place(
      figure: mention?.tokens ?? event.stretch, predicates: mention == nil ? [] : event.anchors, isDate: true)
  }

  /// Of several words for what happened the one before and the one behind the figure that are nearest to it.
  private func nearest(_ stretches: [Range<Int>], to figure: Range<Int>) -> [Range<Int>] {
    let before = stretches.filter { $0.upperBound <= figure.lowerBound }.max { $0.upperBound < $1.upperBound }
    let behind = stretches.filter { $0.lowerBound >= figure.upperBound }.min { $0.lowerBound < $1.lowerBound }
    return [before, behind].compactMap { $0 }
  }
}

extension SentenceView {
  /// The matches that begin within so many tokens of a stretch: what is farther away in a list without end is not asked
  /// for each of its members. Matches stand in the order in which they begin.
  func matches(within distance: Int, of stretch: Range<Int>) -> ArraySlice<TermMatch> {
    func first(from token: Int) -> Int {
      var low = 0
      var high = matches.count
      while low < high {
        let middle = (low + high) / 2
        if matches[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(from: stretch.lowerBound - distance)
    return matches[start..<max(start, first(from: stretch.upperBound + distance))]
  }
}
