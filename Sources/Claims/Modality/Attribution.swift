/// Verbs of saying, and the speakers that go with them.
extension SentenceModality {
  func source(of place: Place) -> Source? {
    if place.isName { return verbBefore(place) }
    if var source = quotation(of: place) {
      // "We deny that 300 died," said the general.
      if let inner = verbBefore(place), inner.isDenial { source.isDenial.toggle() }
      return source
    }
    return declaredUntrue(place) ?? verbBefore(place) ?? verbBehind(place) ?? finalVerb(place)
      ?? sourcePhrase(of: place) ?? headline(place) ?? hearsay(place)
  }

  private func isVerb(_ span: MarkedText.Span) -> Bool { !span.mark.isDisjoint(with: [.report, .denial]) }

  /// "did not deny that", "has not confirmed that": the verb's own negator turns it round.
  private func isNegated(_ span: MarkedText.Span) -> Bool {
    marked.spans(near: span.tokens, reach: 12).contains { other in
      guard !other.mark.isDisjoint(with: .negator) else { return false }
      // "güvenli olmadığını savundu": where negators stand last, one before the verb belongs to what is said.
      if words.hasLateNegators, words.isVerbLast, other.isOfForm, other.tokens.upperBound <= span.tokens.lowerBound {
        return false
      }
      // "않는다고 밝혔다": what is said is negated, and not that it is.
      if other.tokens.upperBound <= span.tokens.lowerBound, marked.has(other.tokens.upperBound - 1, .complementizer) {
        return false
      }
      let gap = between(other.tokens, span.tokens)
      let isNear = gap.count <= (other.tokens.lowerBound < span.tokens.lowerBound ? 2 : 1)
      return isNear && none(gap) { isBreak($0) || isComma($0) || isSubordinator($0) }
    }
  }

  /// "refused to confirm that": neither said nor denied.
  private func isUnconfirmed(_ span: MarkedText.Span) -> Bool {
    !span.mark.isDisjoint(with: .unconfirmed) || !span.mark.isDisjoint(with: .confirmation) && isNegated(span)
  }

  private func source(_ span: MarkedText.Span, _ speaker: String?) -> Source {
    if isUnconfirmed(span) { return Source(speaker: speaker, isOpen: true) }
    let isDenial = !span.mark.isDisjoint(with: .denial)
    return Source(speaker: speaker, isDenial: isDenial != isNegated(span))
  }

  // MARK: - Before what is said

  /// "the minister said that 300 had died"
  private func verbBefore(_ place: Place) -> Source? {
    for span in marked.spans(near: place.figure).reversed()
    where isVerb(span) && span.tokens.upperBound <= place.figure.lowerBound && !closesSource(span) {
      if let aside = asSaid(span), aside.end <= place.figure.lowerBound {
        guard none(aside.end..<place.figure.lowerBound, isBreak) else { continue }
        return source(span, speaker(aside.speaker) ?? speakerBehind(span.tokens.upperBound, until: aside.end))
      }
      if isNoun(span) || !span.mark.isDisjoint(with: .shows) && !isShown(by: span, place) { continue }
      if let aside = incise(span), aside.end <= place.figure.lowerBound {
        guard none(aside.end..<place.figure.lowerBound, { isBreak($0) || joinsClause($0) }) else { continue }
        return source(span, speaker(aside.speaker))
      }
      guard let content = content(behind: span, place),
        isOneContent(from: content, to: place, isInRelative: isInRelativeClause(span))
      else { continue }
      return source(span, speaker(of: span, content: content, place))
    }
    return nil
  }

  /// 据……称: the verb ends the phrase that names the source.
  private func closesSource(_ span: MarkedText.Span) -> Bool {
    guard marked.has(span.tokens.lowerBound, .sourceEnd) else { return false }
    var i = span.tokens.lowerBound - 1
    while i >= 0, !isComma(i), !isCut(i), span.tokens.lowerBound - i < 16 {
      if marked.has(i, .sourceBefore) { return true }
      i -= 1
    }
    return false
  }

  /// "As the police said, …": the tokens between "as" and the verb, and where the clause ends.
  private func asSaid(_ span: MarkedText.Span) -> (speaker: Range<Int>, end: Int)? {
    var i = span.tokens.lowerBound - 1
    while i >= 0, span.tokens.lowerBound - i <= 12, !isComma(i), !isCut(i) {
      if marked.has(i, .asSaid), i == 0 || view.signs[i - 1] != nil {
        var end = span.tokens.upperBound
        while end < view.tokens.count, !isComma(end), !isCut(end), end - span.tokens.upperBound < 12 { end += 1 }
        return isComma(end) ? (i + 1..<span.tokens.lowerBound, end) : nil
      }
      i -= 1
    }
    return nil
  }

  /// "official figures show that": figures and papers are a source; what a poll or a measurement shows is the news itself.
  private func isShown(by span: MarkedText.Span, _ place: Place) -> Bool {
    guard
      let content = (span.tokens.upperBound..<min(span.tokens.upperBound + 10, place.figure.lowerBound)).first(where: {
        marked.has($0, .complementizer) || words.hasContentBehindComma && isComma($0)
      })
    else { return false }
    let start = max(segmentStart(span.tokens.lowerBound), span.tokens.lowerBound - 10)
    return (start..<content).contains { marked.has($0, .evidence) }
  }

  /// "een bericht dat", "rejected claims that": with an article or a verb before it what looks like a verb of saying is a noun.
  private func isNoun(_ span: MarkedText.Span) -> Bool {
    let before = span.tokens.lowerBound - 1
    return span.tokens.count == 1 && marked.has(span.tokens.lowerBound, .noun)
      && (view.has(before, .article) || marked.has(before, [.report, .denial]))
  }

  /// ", the minister said,", ", a précisé le ministre,": who says what stands around it, and where that goes on.
  private func incise(_ span: MarkedText.Span) -> (speaker: Range<Int>, end: Int)? {
    let verb = span.tokens
    var start = verb.lowerBound
    while start > 0, verb.lowerBound - start < 9, !isComma(start - 1) {
      guard !isCut(start - 1), !isSubordinator(start - 1),
        !marked.has(start - 1, [.report, .denial, .asSaid, .contrast])
      else { return nil }
      start -= 1
    }
    // Before the comma stands what the aside parts, and not where or when it was said.
    guard isComma(start - 1), start > 1, !marked.has(start, .and) else { return nil }
    let opening = segmentStart(start - 1)
    if view.has(opening, [.oblique, .joiner]) || isSubordinator(opening) || view.isDate(opening) { return nil }
    if (opening..<start - 1).contains(where: isComma) { return nil }
    var end = verb.upperBound
    while end < view.tokens.count, end - verb.upperBound < 12, !isComma(end) {
      guard !isCut(end), !isSubordinator(end), !view.isDate(end) || marked.has(end, .time) else { return nil }
      end += 1
    }
    guard isComma(end),
      !isSubordinator(end + 1) || view.has(end + 1, .joiner) == false && marked.has(end + 1, .relative)
    else { return nil }
    let before = trimmed(start..<verb.lowerBound)
    let behind = trimmed(verb.upperBound..<end)
    guard before.isEmpty != behind.isEmpty else { return nil }
    return (before.isEmpty ? behind : before, end + 1)
  }

  /// Where begins what the verb says; nil where the place is not in it.
  private func content(behind span: MarkedText.Span, _ place: Place) -> Int? {
    let start = span.tokens.upperBound
    let target = place.figure.lowerBound
    var comma: Int?
    var i = start
    while i < target, i - start <= 18 {
      if view.sign(i) == .colon, view.mentionAt[i] < 0 { return i + 1 }
      if isBreak(i) { return nil }
      if marked.has(i, .complementizer), view.mentionAt[i] < 0 { return i }
      if isComma(i), comma == nil { comma = i }
      if i > start, marked.has(i, [.report, .denial]), !marked.has(i, [.noun, .shows]) { return nil }
      i += 1
    }
    if let comma {
      guard words.hasContentBehindComma, comma - start <= 10, !isSubordinator(comma + 1),
        !marked.has(comma + 1, [.and, .contrast, .asSaid])
      else { return nil }
      return comma + 1
    }
    return isObject(place, behind: span) ? start : nil
  }

  /// "reported 300 dead", "said 300 had died".
  private func isObject(_ place: Place, behind span: MarkedText.Span) -> Bool {
    let path = span.tokens.upperBound..<place.figure.lowerBound
    let isAnnouncement = !span.mark.isDisjoint(with: .announcement)
    if !span.mark.isDisjoint(with: .confirmation), !isUnconfirmed(span) { return false }
    if place.isName { return false }
    if place.isDate, isAnnouncement || !words.hasBareContent { return false }
    let isDenial = !span.mark.isDisjoint(with: .denial)
    guard words.hasBareContent || path.count <= 12 else { return false }
    if !words.hasBareContent, path.contains(where: { isSubordinator($0) }) { return false }
    // "told 300 soldiers that …": those are spoken to.
    let behind = place.figure.upperBound..<min(place.figure.upperBound + 5, view.tokens.count)
    if path.count <= 2, !isDenial, behind.contains(where: { marked.has($0, .complementizer) }) { return false }
    // "spoke on Monday and 300 people left"
    if let and = path.first(where: { marked.has($0, .and) }), !words.hasBareContent {
      return (span.tokens.upperBound..<and).contains { view.mentionAt[$0] >= 0 }
    }
    return true
  }

  private func isOneContent(from content: Int, to place: Place, isInRelative: Bool) -> Bool {
    var hasFigure = false
    for i in content..<max(content, place.figure.lowerBound) {
      if view.mentionAt[i] >= 0, view.mentions[Int(view.mentionAt[i])].isCount { hasFigure = true }
      if isBreak(i), !(marked.has(i, .contrast) && (marked.has(i + 1, .complementizer) || i == content)) {
        return false
      }
      if isInRelative, isComma(i), i > content { return false }
      if joinsClause(i), !hasFigure { return false }
    }
    return true
  }

  private func isInRelativeClause(_ span: MarkedText.Span) -> Bool {
    var i = span.tokens.lowerBound - 1
    while i >= 0, span.tokens.lowerBound - i <= 5, !isComma(i), !isCut(i) {
      if marked.has(i, .relative) || view.has(i, .relative), !marked.has(i, .complementizer) { return true }
      i -= 1
    }
    return false
  }

  // MARK: - Behind what is said

  /// "300 people died, the minister said", "…, a indiqué le ministre".
  private func verbBehind(_ place: Place) -> Source? {
    for span in marked.spans(near: place.figure)
    where isVerb(span) && !marked.has(span.tokens.lowerBound, .shows)
      && span.tokens.lowerBound > place.figure.upperBound
    {
      var comma = span.tokens.lowerBound - 1
      while comma >= place.figure.upperBound, !isComma(comma), view.sign(comma) != .dash { comma -= 1 }
      guard comma >= place.figure.upperBound, span.tokens.lowerBound - comma <= 14,
        none(place.figure.upperBound..<comma, isCut)
      else { continue }
      var start = comma + 1
      while start < span.tokens.lowerBound, view.sign(start) == .quote || view.sign(start) == .dash { start += 1 }
      let isAside = marked.has(start, .asSaid)
      if isAside {
        start += 1
      } else if isSubordinator(start) || marked.has(start, [.and, .contrast, .relative])
        || start < span.tokens.lowerBound
          && (view.has(start, .oblique) && !marked.has(start, .time) || view.isDate(start))
      {
        continue
      }
      // ", not 60 as first reported"
      if view.has(start, .negator) || marked.has(start, [.negator, .harmless])
        || !none(start + 1..<max(start + 1, span.tokens.lowerBound), { marked.has($0, .asSaid) })
      {
        continue
      }
      let before = trimmed(start..<span.tokens.lowerBound)
      if !before.isEmpty {
        guard isTailEnd(span.tokens.upperBound) || isAside else { continue }
        // "…，摊贩说，一天能卖出350瓶水": what is said follows.
        if words.hasContentBehindComma, isComma(span.tokens.upperBound), !isAside { continue }
        // "300 kişi öldü, bakan üzgün olduğunu söyledi"
        if words.isVerbLast, !none(start..<span.tokens.lowerBound, { marked.has($0, .complementizer) }) { continue }
        return source(span, speaker(before))
      }
      var end = span.tokens.upperBound
      while end < view.tokens.count, !isComma(end), !isCut(end), !isClosingPoint(end) { end += 1 }
      guard none(span.tokens.upperBound..<end, { marked.has($0, .complementizer) }) else { continue }
      // "Nach dem Anschlag, bei dem 300 starben, sagte der Minister, er …": what he says comes later.
      if isComma(end), isAdjunct(place), !isAside { continue }
      return source(span, speakerBehind(span.tokens.upperBound, until: end))
    }
    return nil
  }

  private func isClosingPoint(_ i: Int) -> Bool { view.sign(i) == .point && i == view.tokens.count - 1 }

  /// The place stands in a clause that only says when or of whom.
  private func isAdjunct(_ place: Place) -> Bool {
    let clause = view.clauseOf(place.figure)
    if view.relativeStart[clause] != nil { return true }
    let start = segmentStart(place.figure.lowerBound)
    return view.has(start, [.oblique, .joiner]) || isSubordinator(start) || view.isDate(start)
  }

  /// Nothing but when and where stands behind the verb.
  private func isTailEnd(_ i: Int) -> Bool {
    guard i < view.tokens.count else { return true }
    if marked.has(i, [.complementizer, .whether]) || isComma(i) && marked.has(i + 1, [.complementizer, .whether]) {
      return false
    }
    // "…, a spokesman told Reuters."
    if marked.has(i - 1, .address) { return none(i..<view.tokens.count) { marked.has($0, .complementizer) } }
    return view.signs[i] != nil || view.isDate(i) || marked.has(i, [.time, .speakerEnd, .and, .contrast])
      || view.has(i, [.oblique, .dative, .adverb])
  }

  // MARK: - At the end of the sentence

  /// 保健省は300人が死亡したと発表した: the verb stands last, and reaches back to its speaker.
  private func finalVerb(_ place: Place) -> Source? {
    guard words.isVerbLast else { return nil }
    for span in marked.spans(near: place.figure)
    where isVerb(span) && !marked.has(span.tokens.lowerBound, .shows)
      && span.tokens.lowerBound >= place.figure.upperBound
    {
      let path = place.figure.upperBound..<span.tokens.lowerBound
      guard none(path, isBreak) else { return nil }
      let complementizer = path.last {
        marked.has($0, .complementizer) && (view.words.order != .unspaced || isQuotative($0))
      }
      let isUnspaced = view.words.order == .unspaced
      if complementizer == nil {
        guard path.count <= 14, !marked.has(span.tokens.upperBound, .complementizer),
          none(path, { isComma($0) || marked.has($0, [.and, .clauseEnd]) })
        else { continue }
      } else if isUnspaced, let complementizer, span.tokens.lowerBound - complementizer > 20 {
        continue
      }
      let said = place.figure.upperBound..<(complementizer ?? span.tokens.lowerBound)
      // Another subject begins between: the figure was said before it.
      let isLeft = said.contains { i in
        guard isUnspaced ? isComma(i) : marked.has(i, .clauseEnd) else { return false }
        let next = i + 1..<min(i + (isUnspaced ? 20 : 5), said.upperBound)
        return !hasTopics || next.contains { marked.has($0, .topic) }
      }
      if isLeft { return nil }
      if let complementizer {
        let inner = trimmed(complementizer + 1..<span.tokens.lowerBound)
        if !inner.isEmpty, isSubject(inner), let speaker = speaker(inner) { return source(span, speaker) }
      }
      return source(span, speakerAtStart(before: place.figure.lowerBound))
    }
    return nil
  }

  /// Where particles tell subjects from objects, one stands behind it: 保健省が, 보건부가.
  private func isSubject(_ range: Range<Int>) -> Bool {
    guard hasTopics else { return true }
    if view.words.order == .unspaced { return marked.has(range.upperBound, .topic) }
    return words.particles.contains { endsWith($0, range.upperBound - 1) }
  }

  private var hasTopics: Bool { words.hasTopics }

  /// と behind a verb leads to what is said; behind a noun it means "and".
  private func isQuotative(_ i: Int) -> Bool {
    guard i > 0 else { return false }
    if view.signs[i - 1] == .quote { return true }
    if marked.has(i - 1, .complementizer) { return true }
    let scalar = String(decoding: UnsafeBufferPointer(rebasing: view.text[view.tokens[i - 1].range]), as: UTF8.self)
    return scalar.unicodeScalars.first.map { (0x3041...0x3096).contains($0.value) } ?? false
  }

  // MARK: - Untrue, and unnamed

  /// "reports that 300 had died were denied by the army"
  private func declaredUntrue(_ place: Place) -> Source? {
    for span in marked.spans(near: place.figure) where !span.mark.isDisjoint(with: .untrue) {
      guard span.tokens.lowerBound >= place.figure.upperBound,
        none(place.figure.upperBound..<span.tokens.lowerBound, { isBreak($0) || marked.has($0, .and) })
      else { continue }
      var end = span.tokens.upperBound
      while end < view.tokens.count, !isComma(end), !isCut(end), !isClosingPoint(end) { end += 1 }
      var start = span.tokens.upperBound
      if marked.isAgent(start) { start += 1 } else if !marked.isAgent(start - 1) { start = end }
      return Source(speaker: speakerBehind(start, until: end), isDenial: !isNegated(span))
    }
    return nil
  }

  /// "reportedly", "auraient péri", "sollen … sein".
  private func hearsay(_ place: Place) -> Source? {
    for span in marked.spans(near: place.figure) where !span.mark.isDisjoint(with: .hearsay) {
      // "sollen 300 Menschen getötet worden sein"
      if span.tokens.overlaps(place.figure) { return Source() }
      let path = between(span.tokens, place.figure)
      let isBefore = span.tokens.lowerBound < place.figure.lowerBound
      let reaches = none(path) { i in
        if isBreak(i) || joinsClause(i) { return true }
        if isBefore { return isSubordinator(i) && i > path.lowerBound && !isComma(path.lowerBound) }
        return isSubordinator(i) || marked.has(i, .and) && !words.isVerbLast
      }
      guard reaches else { continue }
      if !isBefore, let comma = path.last(where: isComma), !words.isVerbLast {
        // Behind a comma it stands alone.
        guard span.tokens.lowerBound - comma <= 2, isTailEnd(span.tokens.upperBound) else { continue }
      }
      return Source()
    }
    return nil
  }
}
