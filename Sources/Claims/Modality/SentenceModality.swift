import Languages

/// Whose word the claims of a sentence are, and whether they hold. Read when the first claim asks.
///
/// No parser: lists of a language say which words report, deny, negate or leave open, and what stands between such a word
/// and a figure says whether the one reaches the other. Where the two are apart, the figure is asserted.
final class SentenceModality {
  /// What is asked about: where a claim stands in the sentence.
  struct Place {
    /// The tokens of the figure; without a figure, those of the words that state the claim.
    var figure: Range<Int>
    /// The words that say what happened to what is counted, outside the counted phrase.
    var predicates: [Range<Int>] = []
    /// All words of the rule in the clause, outside the counted phrase.
    var said: [Range<Int>] = []
    /// Words of the rule in the counted phrase: its noun, or, where nothing parts the two, the verb behind it.
    var named: [Range<Int>] = []
    /// The figure counts a noun, and nothing is said to happen to it.
    var isCounted = false
    var isDate = false
    /// "nobody", beside which many languages negate the verb once more.
    var isZero = false
    /// A state, which its own negators turn into another.
    var isState = false
    /// A number, with or without a word for what happened.
    var isNumber = false
    /// A share of something of which no word of the rule says more: "18 percent of the households do not have power".
    var isShare = false
    /// A name, which stands beside verbs of saying as their subject.
    var isName = false

    var end: Int { max(figure.upperBound, predicates.map(\.upperBound).max() ?? 0) }
  }

  /// Whose word it is.
  struct Source {
    var speaker: String?
    var isDenial = false
    /// Who speaks will not say whether it is so: refused to confirm.
    var isOpen = false
  }

  let view: SentenceView
  let input: SentenceInput
  let words: ModalityWords
  private(set) lazy var marked = MarkedText(
    text: view.text, tokens: view.tokens, signs: view.signs, words: words, isTaken: { view.mentionAt[$0] >= 0 })
  private(set) lazy var quotations = Quotation.all(in: input.text)

  init(view: SentenceView, input: SentenceInput, language: String) {
    self.view = view
    self.input = input
    words = ModalityWords.all[language] ?? ModalityWords()
  }

  /// - Returns: how the claim is made, and the words for whoever makes it.
  func reading(of place: Place) -> (modality: Claim.Modality, attribution: String?) {
    guard !words.phrases.isEmpty, !view.tokens.isEmpty else { return (.asserted, nil) }
    // "The minister said that the 2,500 soldiers …": that there are so many is nobody's word but the paper's.
    if place.isCounted, isDefinite(place.figure) { return (.asserted, nil) }
    let source = source(of: place)
    var negations = negators(of: place)
    if source?.isDenial == true { negations += 1 }
    if negations == 0, isNegatedByForm(place) { negations = 1 }
    // "They denied that it was closed": what they say is another state.
    if place.isState { negations = 0 }
    if negations % 2 == 1 { return (.negated, source?.speaker) }
    if source?.isOpen == true || isHypothetical(place, isReported: source != nil) {
      return (.hypothetical, source?.speaker)
    }
    return source.map { (.attributed, $0.speaker) } ?? (.asserted, nil)
  }

  /// Whether what these words say is said not to be so, by a negator, a denial or a word for what is false.
  func isNegated(_ match: Range<Int>) -> Bool { reading(of: Place(figure: match)).modality == .negated }

  /// "12 poslanců neschválilo": the verb found is negated by what is written onto it.
  private func isNegatedByForm(_ place: Place) -> Bool {
    guard !place.isZero, !place.isState else { return false }
    return (place.predicates + place.named).contains { $0.contains { view.has($0, .negatedForm) } }
  }

  /// Whether somebody denies a state, or a word for what is false stands before it: "denied that it was closed".
  func isDenied(_ state: Range<Int>) -> Bool {
    let place = Place(figure: state, isState: true)
    return (source(of: place)?.isDenial ?? false) != (negators(of: place) % 2 == 1)
  }

  /// A word that says by itself that what it speaks of is not so: denied, untrue.
  func denies(_ i: Int) -> Bool { marked.has(i, [.denial, .falsehood, .untrue]) }

  private func isDefinite(_ figure: Range<Int>) -> Bool {
    let before = marked.sign(figure.lowerBound - 1) == .apostrophe ? figure.lowerBound - 2 : figure.lowerBound - 1
    return marked.has(before, .definite)
  }

  // MARK: - What parts a word from a figure

  /// A sign that ends what is read in one breath.
  func isCut(_ i: Int) -> Bool { view.mentionAt[i] < 0 && view.isStrong(i) }

  func isBreak(_ i: Int) -> Bool { isCut(i) || marked.has(i, .contrast) }

  func isComma(_ i: Int) -> Bool { view.sign(i) == .comma && view.mentionAt[i] < 0 }

  /// ", and": another clause of equal rank, unless it goes on listing figures.
  func joinsClause(_ i: Int) -> Bool { isComma(i) && marked.has(i + 1, .and) && !marked.has(i + 2, .complementizer) }

  func isSubordinator(_ i: Int) -> Bool {
    marked.has(i, [.relative, .complementizer, .whether, .condition])
      || view.mentionAt[i] < 0 && view.has(i, [.joiner, .relative]) && !view.has(i, .negator)
  }

  func none(_ range: Range<Int>, _ isBad: (Int) -> Bool) -> Bool { !range.contains(where: isBad) }

  /// The tokens between two stretches, whichever comes first.
  func between(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    let low = min(a.upperBound, b.upperBound)
    return low..<max(low, max(a.lowerBound, b.lowerBound))
  }

  /// Where the stretch begins that is read in one breath.
  func segmentStart(_ i: Int) -> Int {
    var start = i
    // Longer segments are lists without end.
    while start > 0, i - start < 240, !isBreak(start - 1) { start -= 1 }
    return start
  }
}
