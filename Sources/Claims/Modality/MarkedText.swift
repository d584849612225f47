import Languages

/// A stretch of text with the marks of modality on its words.
struct MarkedText {
  /// One phrase of a list where it stands.
  struct Span {
    var tokens: Range<Int>
    var mark: ModalityMark
    /// Read off the form of one word, as a negative verb is.
    var isOfForm: Bool
  }

  let text: UnsafeBufferPointer<UInt8>
  let tokens: [Token]
  let signs: [Sign?]
  let words: ModalityWords
  /// As they are looked up; empty for signs and figures.
  private let normal: [String]
  /// In the order of their beginning.
  private(set) var spans: [Span] = []
  private(set) var marks: [ModalityMark]

  /// - Parameter isTaken: whether a token says something else already: it lies in a number or a date.
  init(
    text: UnsafeBufferPointer<UInt8>, tokens: [Token], signs: [Sign?]? = nil, words: ModalityWords,
    isTaken: (Int) -> Bool = { _ in false }
  ) {
    self.text = text
    self.tokens = tokens
    self.words = words
    self.signs = signs ?? tokens.map { $0.kind == .sign ? Sign.of($0, text) : nil }
    marks = Array(repeating: [], count: tokens.count)
    normal = tokens.map { token in
      token.kind == .word
        ? ModalityWords.normal(String(decoding: UnsafeBufferPointer(rebasing: text[token.range]), as: UTF8.self)) : ""
    }
    var found: [(places: [Int], phrase: ModalityWords.Phrase)] = []
    for i in tokens.indices where tokens[i].kind == .word && !isTaken(i) {
      for word in [normal[i], words.withoutPrefix(normal[i])] {
        guard let word else { continue }
        for number in words.beginning(with: word) {
          let phrase = words.phrases[Int(number)]
          if let places = places(of: phrase, from: i, isTaken) { found.append((places, phrase)) }
        }
      }
    }
    // What a phrase says as a whole, its words do not say alone.
    var owner: [Int] = Array(repeating: 0, count: tokens.count)
    for (places, _) in found { for i in places { owner[i] = max(owner[i], places.count) } }
    for (places, phrase) in found where places.allSatisfy({ owner[$0] == places.count }) {
      guard let first = places.first, let last = places.last else { continue }
      for i in places { marks[i].formUnion(phrase.mark) }
      let isOfForm = places.count == 1 && phrase.elements[0].form != .exact
      spans.append(Span(tokens: first..<last + 1, mark: phrase.mark, isOfForm: isOfForm))
    }
  }

  private func places(of phrase: ModalityWords.Phrase, from start: Int, _ isTaken: (Int) -> Bool) -> [Int]? {
    var places = [start]
    var i = start + 1
    for element in phrase.elements.dropFirst() {
      var left = element.followsGap ? 6 : 0
      while true {
        // "findet am 24. März statt"
        while element.followsGap, i < tokens.count, isTaken(i) { i += 1 }
        while i < tokens.count, let sign = signs[i], Self.isInner(sign) || sign == .comma && words.hasContentBehindComma
        {
          i += 1
        }
        guard i < tokens.count, signs[i] == nil else { return nil }
        if element.matches(normal[i]) { break }
        guard left > 0 else { return nil }
        left -= 1
        i += 1
      }
      places.append(i)
      i += 1
    }
    return places
  }

  /// The phrases around a stretch. What stands farther off than any sentence that is read in one go says nothing of it, and
  /// the cost of a block without an end stays linear.
  func spans(near range: Range<Int>, reach: Int = 120) -> ArraySlice<Span> {
    let low = firstSpan(from: range.lowerBound - reach)
    return spans[low..<max(low, firstSpan(from: range.upperBound + reach))]
  }

  private func firstSpan(from token: Int) -> Int {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  static func isInner(_ sign: Sign) -> Bool { sign == .hyphen || sign == .apostrophe || sign == .quote }

  func has(_ i: Int, _ wanted: ModalityMark) -> Bool { marks.indices.contains(i) && !marks[i].isDisjoint(with: wanted) }

  /// Whether a word leads to whoever did it, by itself or at the end of a phrase.
  func isAgent(_ i: Int) -> Bool { normal.indices.contains(i) && words.agents.contains(normal[i]) }

  func isInfinitiveSign(_ i: Int) -> Bool { normal.indices.contains(i) && words.infinitives.contains(normal[i]) }

  func sign(_ i: Int) -> Sign? { signs.indices.contains(i) ? signs[i] : nil }

  /// The words of some tokens as they stand; nil where there are none.
  func words(_ range: Range<Int>) -> String? {
    guard let first = range.first(where: { tokens.indices.contains($0) && signs[$0] == nil }) else { return nil }
    let last = range.last { tokens.indices.contains($0) && signs[$0] == nil } ?? first
    return String(
      decoding: UnsafeBufferPointer(rebasing: text[Int(tokens[first].start)..<Int(tokens[last].end)]), as: UTF8.self)
  }
}
