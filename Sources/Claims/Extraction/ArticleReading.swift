import Articles
import ICU
import Languages
import Mentions

/// One article on its way from sentences to claims.
struct ArticleReading {
  /// A claim that still has to find what must stand near it.
  private struct Candidate {
    var claim: Claim
    var rule: Int
    var block: Int
    var source: Int
    var inSentence: Set<Int32>
    /// Where in its sentence it stands.
    var offset: Int
    /// The number of the sentence in a trace.
    var reading = 0
  }

  /// What makes a claim one with that of a sentence that the article says again.
  private struct Repetition: Hashable {
    var rule: Int
    var sentence: String
    var offset: Int
  }

  private let article: Article
  private let rules: [CompiledRule]
  private let table: ConceptTable
  /// Where rules ask for names.
  private let regions: RegionFinder?
  private var candidates: [Candidate] = []
  /// Concepts that stand in each block read so far.
  private var inBlocks: [Set<Int32>] = []
  private var inTitle: Set<Int32> = []
  /// The day on which figures were last said to stand: "as of Saturday".
  private var carried: Day?
  /// A time long past that the sentence before told of: "In 2009 it burnt before."
  private var told: DateSpan?
  /// What the headers of tables say.
  private var headers = TableHeaders()
  /// Where somebody asks why.
  var trace: ClaimTrace?
  /// Concepts that are units, and stand wherever an amount in them does.
  private let units: [(Int32, String)]
  /// A "sentence" beyond it is a list or a broken file, and is read piece by piece.
  private static let longestSentence = 4000

  init(article: Article, rules: [CompiledRule], table: ConceptTable, regions: RegionFinder? = nil) {
    self.regions = regions
    self.article = article
    self.rules = rules
    self.table = table
    units = table.kinds.enumerated().compactMap { number, kind in
      if case .unit(let unit) = kind { (Int32(number), unit) } else { nil }
    }
  }

  mutating func read(_ block: Block, _ mentions: [Mention], with reader: TextReader) {
    var text = block.text
    var found: Set<Int32> = []
    let sorted = mentions.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let given = block.sentences.isEmpty ? [0..<text.utf8.count] : block.sentences
    let number = inBlocks.count
    inBlocks.append([])
    told = nil
    text.withUTF8 { bytes in
      let sentences = given.flatMap { Self.pieces(of: $0.clamped(to: 0..<bytes.count), in: bytes) }
      var next = 0
      var question: Range<Int>?
      var before: Set<Int32> = []
      for range in sentences {
        while next < sorted.count, sorted[next].range.lowerBound < range.lowerBound { next += 1 }
        let first = next
        while next < sorted.count, sorted[next].range.lowerBound < range.upperBound { next += 1 }
        // A question and its answer are read as one.
        let isShort = range.count <= 120
        let stretch = question.map { isShort ? $0.lowerBound..<range.upperBound : range } ?? range
        let here = Array(sorted[first..<next])
        let input = SentenceInput(block: block, number: number, text: bytes, stretch: stretch, evidence: range)
        before = read(input, here, reader, before: before)
        found.formUnion(before)
        question = bytes[range].reversed().first { $0 != 0x20 && $0 != 0x0A } == 0x3F ? range : nil
      }
    }
    if let cell = block.cell { headers.add(found, of: cell, hasFigure: !mentions.isEmpty) }
    inBlocks[number] = found
    if block.kind == .title { inTitle.formUnion(found) }
  }

  /// Cuts what is too long at spaces, or between characters where there are none.
  private static func pieces(of sentence: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard sentence.count > longestSentence else { return [sentence] }
    var pieces: [Range<Int>] = []
    var start = sentence.lowerBound
    while sentence.upperBound - start > longestSentence {
      var end = start + longestSentence
      while end > start + longestSentence / 2, text[end - 1] != 0x20 { end -= 1 }
      if text[end - 1] != 0x20 {
        end = start + longestSentence
        while end > start + 1, text[end] & 0xC0 == 0x80 { end -= 1 }
      }
      pieces.append(start..<end)
      start = end
    }
    pieces.append(start..<sentence.upperBound)
    return pieces
  }

  mutating func readTitle(_ title: String, with reader: TextReader) {
    var title = title
    title.withUTF8 { reader.read($0) }
    inTitle.formUnion(reader.matches.map(\.concept))
  }

  /// Reads one sentence.
  ///
  /// - Parameter before: the concepts in the sentence before it.
  /// - Returns: the concepts in it.
  private mutating func read(
    _ input: SentenceInput, _ mentions: [Mention], _ reader: TextReader, before: Set<Int32>
  ) -> Set<Int32> {
    let bytes = UnsafeBufferPointer(rebasing: input.text[input.stretch])
    reader.read(bytes)
    var concepts = Set(reader.matches.map(\.concept))
    let inHeaders = input.block.cell.map { headers.concepts(over: $0) } ?? []
    if !mentions.isEmpty { concepts.formUnion(inHeaders) }
    for (number, unit) in units where mentions.contains(where: { $0.unit == unit }) { concepts.insert(number) }
    let isDated = mentions.contains { if case .date = $0.value { true } else { false } }
    trace?.begin(input.reading(article, language: reader.index.language))
    guard !concepts.isEmpty || isDated || trace != nil else { return concepts }
    var view: SentenceView?
    var times: TimeReading?
    func sentence() -> (SentenceView, TimeReading) {
      if let view, let times { return (view, times) }
      let new = SentenceView(
        text: bytes, tokens: reader.tokens, classes: reader.classes, matches: reader.matches,
        mentions: input.placed(mentions, tokens: reader.tokens, classes: reader.classes), words: reader.index.words)
      let time = TimeReading(
        new, language: reader.index.language, articleDay: article.day, hasCarried: carried != nil,
        before: told)
      view = new
      times = time
      return (new, time)
    }
    defer {
      if isDated, input.block.kind != .title {
        carried = sentence().1.carried(carried)
        told = sentence().1.told(told)
      }
    }
    var modality: SentenceModality?
    if let trace {
      let view = sentence().0
      trace.add(input.figures(view, article), input.matches(view, table, article))
    }
    for (number, rule) in rules.enumerated() {
      guard rule.mayClaim(concepts, before: before) else {
        trace?.refuse(rule.rule.id, figure: nil, rule.silence(sentence().0))
        continue
      }
      let (current, times) = sentence()
      let spoken = modality ?? SentenceModality(view: current, input: input, language: reader.index.language)
      modality = spoken
      var maker = ClaimMaker(
        article: article, input: input, view: current, rule: rule, table: table,
        language: reader.index.language, before: before, times: times, carried: carried, modality: spoken)
      if rule.rule.kind == .name {
        maker.regions = regions?.regions(in: bytes, language: reader.index.language) ?? []
      }
      maker.headers = inHeaders
      maker.trace = trace
      let made = maker.claims()
      for (claim, source) in made {
        candidates.append(
          Candidate(
            claim: claim, rule: number, block: input.number, source: source, inSentence: concepts,
            offset: source - input.block.map.source(of: input.evidence.lowerBound), reading: trace?.current ?? 0))
      }
    }
    return concepts
  }

  /// The claims that have near them what their rules ask for.
  func claims() -> [Claim] {
    let inArticle = inBlocks.reduce(into: inTitle) { $0.formUnion($1) }
    let kept = candidates.filter { candidate in
      let rule = rules[candidate.rule]
      let scope: Set<Int32>
      switch rule.rule.scope {
      case .sentence: scope = candidate.inSentence
      case .paragraph: scope = inBlocks[candidate.block].union(inTitle)
      case .article: scope = inArticle
      }
      guard let missing = rule.near.first(where: { !scope.contains($0) }) else { return true }
      trace?.settle(
        candidate.claim, in: candidate.reading, .notNear(concept: table.name(of: missing), scope: rule.rule.scope))
      return false
    }
    var said: Set<Repetition> = []
    let once = kept.sorted { ($0.source, $0.rule, $0.claim.end) < ($1.source, $1.rule, $1.claim.end) }.filter {
      // A sentence that stands in the article twice counts once.
      let isNew = said.insert(Repetition(rule: $0.rule, sentence: $0.claim.sentence, offset: $0.offset)).inserted
      if !isNew { trace?.settle($0.claim, in: $0.reading, .repetition) }
      return isNew
    }
    let claims = FullNames(article: article).completing(once.map(\.claim))
    if let trace {
      for (claim, candidate) in zip(claims, once) { trace.settle(claim, in: candidate.reading, nil) }
    }
    return claims
  }
}

/// A sentence in its block.
struct SentenceInput {
  let block: Block
  let number: Int
  /// The block's text.
  let text: UnsafeBufferPointer<UInt8>
  /// What is read: the sentence, with the question that it answers.
  let stretch: Range<Int>
  /// The sentence that a report quotes.
  let evidence: Range<Int>

  /// What leads to a figure and may have been read with it.
  private static let leads: WordClass = [.measuring, .link, .oblique, .dative, .from, .toward, .moreBefore, .compared]

  /// The mentions with the tokens that they cover.
  func placed(_ mentions: [Mention], tokens: [Token], classes: [WordClass]) -> [PlacedMention] {
    var placed: [PlacedMention] = []
    var at = 0
    for mention in mentions {
      let low = mention.range.lowerBound - stretch.lowerBound
      let high = mention.range.upperBound - stretch.lowerBound
      while at < tokens.count, Int(tokens[at].end) <= low { at += 1 }
      var end = at
      while end < tokens.count, Int(tokens[end].start) < high { end += 1 }
      guard end > at else { continue }
      let isJoined = low > Int(tokens[at].start)
      // Portuguese "passou de 66 %" may be "more than 66 %".
      let isStart = classes[at].contains(.measuring) && at + 1 < end && classes[at + 1].contains(.from)
      if let quantity = mention.quantity, quantity.isExact || isStart {
        // "rose from 41": the verb is the sentence's, and no part of the figure.
        let figure = mention.figure.lowerBound - stretch.lowerBound
        let leading = (at..<end).prefix { Int(tokens[$0].end) <= figure }
        if let last = leading.last(where: { !classes[$0].isDisjoint(with: Self.leads) }) { at = last + 1 }
      }
      placed.append(
        PlacedMention(mention: mention, tokens: at..<end, number: placed.count, isJoined: isJoined))
    }
    return placed
  }
}

extension Mention {
  var quantity: Quantity? { if case .quantity(let quantity) = value { quantity } else { nil } }

  var unit: String? {
    switch value {
    case .quantity(let quantity): quantity.unit
    case .duration(let span): span.unit
    case .ordinal, .date: nil
    }
  }
}
