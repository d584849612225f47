import Languages

/// Words in quotation marks of any shape, over as many sentences as they go.
struct Quotation {
  /// UTF-8 offsets in the block, the marks left out.
  var inner: Range<Int>
  /// The marks in.
  var outer: Range<Int>

  /// The quotations of a block, in order; a mark that nothing closes opens none.
  static func all(in text: UnsafeBufferPointer<UInt8>) -> [Quotation] {
    var found: [Quotation] = []
    var open: (start: Int, inner: Int, closing: [UInt32])?
    var i = 0
    while i < text.count {
      let (scalar, length) = decode(text, i)
      defer { i += length }
      if let current = open {
        guard current.closing.contains(scalar) else {
          if i - current.start > 3000 { open = nil }
          continue
        }
        found.append(Quotation(inner: current.inner..<i, outer: current.start..<i + length))
        open = nil
      } else if let closing = closing(of: scalar) {
        open = (i, i + length, closing)
      }
    }
    return found
  }

  private static func closing(of mark: UInt32) -> [UInt32]? {
    switch mark {
    case 0x22: [0x22]
    case 0x201C: [0x201D]
    case 0x201D: [0x201D]
    case 0x201E: [0x201C, 0x201D]
    case 0xAB: [0xBB]
    case 0xBB: [0xAB, 0xBB]
    case 0x300C: [0x300D]
    case 0x300E: [0x300F]
    case 0x2039: [0x203A]
    default: nil
    }
  }

  private static func decode(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> (UInt32, Int) {
    let first = UInt32(text[i])
    if first < 0x80 { return (first, 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, i + length <= text.count else { return (0xFFFD, 1) }
    var scalar = first & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for k in 1..<length { scalar = scalar << 6 | UInt32(text[i + k] & 0x3F) }
    return (scalar, length)
  }
}

extension SentenceModality {
  /// The speaker of the quotation that the claim stands in.
  func quotation(of place: Place) -> Source? {
    let offset = input.stretch.lowerBound
    let low = offset + Int(view.tokens[place.figure.lowerBound].start)
    let high = offset + Int(view.tokens[place.figure.upperBound - 1].end)
    guard let number = quotations.firstIndex(where: { $0.inner.lowerBound <= low && high <= $0.inner.upperBound })
    else {
      return nil
    }
    let quotation = quotations[number]
    guard isSpeech(quotation) else { return nil }
    if let source = Frame(input.text, quotation.inner, words).incise() { return source }
    let behind = quotation.outer.upperBound..<endOfSentence(quotation.outer.upperBound)
    let start = startOfFrame(before: quotation.outer.lowerBound, number)
    let before = Frame(input.text, start..<quotation.outer.lowerBound, words)
    if var source = Frame(input.text, behind, words).source(isBehind: true) {
      // 漁師は「…」と話した: the verb behind, the speaker in front.
      if source.speaker == nil { source.speaker = before.nameInFront() }
      return source
    }
    if let source = before.source(isBehind: false) { return source }
    // Whole sentences in quotation marks are somebody's words, whoever says them.
    return quotation.outer.lowerBound <= input.evidence.lowerBound
      && quotation.outer.upperBound >= input.evidence.upperBound - 1
      ? Source() : nil
  }

  /// More than a word or two held up with tongs.
  private func isSpeech(_ quotation: Quotation) -> Bool {
    if view.words.order == .unspaced { return quotation.inner.count >= 24 }
    return input.text[quotation.inner].count { $0 == 0x20 } >= 3
  }

  private func isEnd(_ i: Int) -> Bool {
    let text = input.text
    switch text[i] {
    case 0x2E, 0x21, 0x3F, 0x3B: return i + 1 >= text.count || text[i + 1] == 0x20 || text[i + 1] == 0x0A
    case 0x82: return i >= 2 && text[i - 1] == 0x80 && text[i - 2] == 0xE3
    default: return false
    }
  }

  private func endOfSentence(_ start: Int) -> Int {
    var i = start
    while i < input.text.count, i - start < 300, !isEnd(i) { i += 1 }
    let next = quotations.first { $0.outer.lowerBound >= start }?.outer.lowerBound ?? i
    return max(start, min(i, next))
  }

  /// From the quotation before, or from where the sentence begins.
  private func startOfFrame(before end: Int, _ number: Int) -> Int {
    let last = number > 0 ? quotations[number - 1].outer.upperBound : 0
    var i = end
    while i > last, end - i < 300, !isEnd(i - 1) || end - i < 3 { i -= 1 }
    // "…", said X. "…": the words between two quotations speak for both.
    if number > 0, i > last, i - last < 160, !input.text[last..<i - 1].contains(0x0A) { return last }
    return i
  }
}

/// The words around a quotation, which name the speaker.
struct Frame {
  private let marked: MarkedText

  init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ words: ModalityWords) {
    let bytes = UnsafeBufferPointer(rebasing: text[range])
    var tokens: [Token] = []
    Lexer().scan(bytes, into: &tokens)
    marked = MarkedText(text: bytes, tokens: tokens, words: words)
  }

  /// - Parameter isBehind: the words follow the quotation.
  func source(isBehind: Bool) -> SentenceModality.Source? {
    let verbs = marked.spans.filter { !$0.mark.isDisjoint(with: [.report, .denial, .sourceBefore, .telling]) }
    if let verb = isBehind ? verbs.first : verbs.last {
      let before = stretch(0..<verb.tokens.lowerBound, fromEnd: true)
      let behind = stretch(verb.tokens.upperBound..<marked.tokens.count, fromEnd: false)
      if isBehind, verb.tokens.lowerBound > 14 { return nil }
      let speaker = before.isEmpty ? isBehind && marked.words.hasTopics ? 0..<0 : behind : before
      return SentenceModality.Source(speaker: words(speaker), isDenial: !verb.mark.isDisjoint(with: .denial))
    }
    // A name and a colon.
    guard !isBehind, marked.signs.last == .some(.colon), marked.tokens.count <= 8 else { return nil }
    return SentenceModality.Source(speaker: words(stretch(0..<marked.tokens.count, fromEnd: true)))
  }

  /// « Tout a été très vite, raconte Paul Rey. …»: the verb and its speaker between signs inside the quotation.
  func incise() -> SentenceModality.Source? {
    for verb in marked.spans where !verb.mark.isDisjoint(with: [.report, .denial, .telling]) {
      var start = verb.tokens.lowerBound
      while start > 0, marked.has(start - 1, .helper) { start -= 1 }
      guard start > 2, marked.sign(start - 1) == .comma || marked.sign(start - 1) == .dash else { continue }
      let speaker = stretch(verb.tokens.upperBound..<marked.tokens.count, fromEnd: false)
      let end = speaker.upperBound
      // Another clause of what is said goes on to a verb of its own.
      guard !speaker.isEmpty, speaker.count <= 8, end >= marked.tokens.count || marked.signs[end] != nil else {
        continue
      }
      return SentenceModality.Source(speaker: words(speaker), isDenial: !verb.mark.isDisjoint(with: .denial))
    }
    return nil
  }

  /// Where the verb of saying stands behind its quotation, who speaks stands before it.
  func nameInFront() -> String? {
    guard marked.words.isVerbLast else { return nil }
    let range = stretch(0..<marked.tokens.count, fromEnd: true)
    return range.count <= 12 ? words(range) : nil
  }

  private func words(_ range: Range<Int>) -> String? {
    guard let words = marked.words(range) else { return nil }
    for particle in marked.words.particles
    where words.hasSuffix(particle) && words.utf8.count >= particle.utf8.count + 3 {
      return String(words.dropLast(particle.count))
    }
    return words
  }

  /// The phrase nearest to the verb, without helping words and times.
  private func stretch(_ range: Range<Int>, fromEnd: Bool) -> Range<Int> {
    func isAside(_ i: Int) -> Bool {
      marked.signs[i] != nil || marked.words.particles.isEmpty && marked.has(i, .topic)
        || marked.has(i, [.helper, .time, .complementizer, .and, .asSaid, .addressee])
    }
    var (low, high) = (range.lowerBound, range.upperBound)
    if fromEnd {
      while high > low, isAside(high - 1) { high -= 1 }
      // "Lena Ortiz, a nurse, told the BBC": a comma before the verb closes an aside.
      if range.upperBound - high == 1, marked.sign(high) == .comma,
        let comma = (low..<high).last(where: { marked.sign($0) == .comma }), comma > low
      {
        high = comma
      }
      var i = high
      while i > low, !isEnd(i - 1) { i -= 1 }
      low = i
    }
    while low < high, isAside(low) { low += 1 }
    if !fromEnd {
      var i = low
      while i < high, !isEnd(i),
        !(i > low && marked.has(i, [.speakerEnd, .time, .complementizer, .contrast, .addressee]))
      {
        i += 1
      }
      high = i
    }
    return low..<max(low, high)
  }

  private func isEnd(_ i: Int) -> Bool {
    switch marked.sign(i) {
    case .comma?, .semicolon?, .colon?, .question?, .quote?, .dash?, .open?, .close?: true
    case .point?:
      i + 1 >= marked.tokens.count || marked.tokens[i].end - marked.tokens[i].start > 1 || isSentencePoint(i)
    default: false
    }
  }

  /// A point behind a word of more than a letter or two.
  private func isSentencePoint(_ i: Int) -> Bool {
    i > 0 && marked.tokens[i - 1].end - marked.tokens[i - 1].start > 3
  }
}
