import Articles
import ICU
import Languages
import Mentions

/// Rules about names: who holds a role, is quoted, won or died.
extension ClaimMaker {
  /// - Parameter regions: the countries that the sentence names.
  func names(regions: [(tokens: Range<Int>, code: String)]) -> [(Claim, Int)] {
    let sentence = NameSentence(
      view: view, language: language, regions: regions, terms: view.matches.filter { !table.isRegion($0.concept) })
    let wanted = Set((rule.rule.near + rule.rule.with + rule.rule.about).compactMap { Self.code(of: $0) })
    var claims: [(Claim, Int)] = []
    var taken: [Range<Int>] = []
    for match in view.matches where rule.about.contains(match.concept) {
      // Of terms within one another, the longest counts.
      if view.matches.contains(where: {
        rule.about.contains($0.concept) && $0.tokens.count > match.tokens.count && $0.tokens.overlaps(match.tokens)
      }) {
        continue
      }
      guard let found = holder(of: match, sentence) else {
        leave(.noHolder(terms: [view.words(of: match.tokens)]))
        continue
      }
      if !wanted.isEmpty, !found.regions.isEmpty, wanted.isDisjoint(with: found.regions) {
        leave(.otherRegion(holder: found.text, regions: found.regions.sorted()))
        continue
      }
      let phrase = found.tokens
      func isTied(_ concept: Int32) -> Bool {
        if let code = table.region(concept), found.regions.contains(code) { return true }
        return view.matches.contains { $0.concept == concept && $0.tokens.overlaps(phrase) }
      }
      if let missing = rule.with.first(where: { !isTied($0) }) {
        leave(.without(concept: table.name(of: missing)))
        continue
      }
      if let concept = rule.unless.first(where: isTied) {
        let words = view.matches.first { $0.concept == concept }.map { view.words(of: $0.tokens) } ?? ""
        leave(.ruledOut(concept: table.name(of: concept), words: words))
        continue
      }
      guard !taken.contains(where: { $0.overlaps(found.bytes) }) else { continue }
      taken.append(found.bytes)
      let offset = input.stretch.lowerBound
      let figure = found.bytes.lowerBound + offset..<found.bytes.upperBound + offset
      let tokens = phrase.count <= 16 ? phrase : match.tokens
      // "Mayor Jan Smit" is of no January.
      let isDated = view.mentions.contains { $0.date != nil && $0.tokens.overlaps(phrase) }
      let time =
        isDated ? ClaimTime(asOf: article.day) : times.time(of: match.tokens, isEvent: false, carried: carried)
      guard isDuring(time.span.map(Possibilities.interval)) else {
        leave(.otherTime(time.span))
        continue
      }
      if table.isEvent(match.concept) != true, isOfAnotherTime(time) {
        leave(.formerHolder(holder: found.text, time.span))
        continue
      }
      claims.append(
        claim(
          .name(canonical: found.text, forms: [found.text]), [], tokens: tokens, figure: figure, time: time,
          at: SentenceModality.Place(figure: tokens, isName: true)))
    }
    return claims
  }

  private func leave(_ reason: @autoclosure () -> Refusal) {
    trace?.refuse(rule.rule.id, figure: nil, reason())
  }

  /// "Mayor Frank Pohl, who governed until 2018": where the rule asks for no time, it asks who holds the office now.
  private func isOfAnotherTime(_ time: ClaimTime) -> Bool {
    guard rule.rule.during == nil, rule.rule.changes == .never, let day = article.day, let end = time.span?.to else {
      return false
    }
    return day - end > 60
  }

  private func holder(of match: TermMatch, _ sentence: NameSentence) -> FoundName? {
    switch sentence.style {
    case .signs: SignHolders(sentence: sentence).holder(of: match)
    case .hangul: HangulHolders(sentence: sentence).holder(of: match)
    case .capitals, .spaces:
      NameHolders(sentence: sentence, isEvent: table.isEvent(match.concept) == true).holder(of: match)
    }
  }

  private static func code(of concept: String) -> String? {
    concept.hasPrefix("region:") ? String(concept.dropFirst("region:".utf8.count)) : nil
  }
}

/// Finds countries in the sentences of articles, whichever countries rules name.
struct RegionFinder: Sendable {
  private let table: ConceptTable
  private let pool: ReaderPool

  init(regionNames: @escaping ConceptTable.NameSource) {
    // Their codes are the same in all languages.
    let codes = Set(regionNames("en").map(\.code)).sorted()
    let rule = Rule(id: "regions", kind: .name, about: codes.map { "region:\($0)" })
    let table = ConceptTable(rules: [rule], concepts: [:], regionNames: regionNames)
    self.table = table
    pool = ReaderPool(table: table)
  }

  /// In the order of their beginning; the longer of two that begin together.
  func regions(in text: UnsafeBufferPointer<UInt8>, language: String) -> [(tokens: Range<Int>, code: String)] {
    let reader = pool.take(language)
    defer { pool.put(reader) }
    reader.read(text)
    var regions: [(tokens: Range<Int>, code: String)] = []
    for match in reader.matches {
      guard let code = table.region(match.concept) else { continue }
      if let last = regions.last, last.tokens.overlaps(match.tokens) {
        if match.tokens.count > last.tokens.count { regions[regions.count - 1] = (match.tokens, code) }
        continue
      }
      regions.append((match.tokens, code))
    }
    return regions
  }
}

extension ConceptTable {
  func region(_ concept: Int32) -> String? {
    guard concept >= 0, concept < kinds.count, case .region(let code) = kinds[Int(concept)] else { return nil }
    return code
  }

  func isRegion(_ concept: Int32) -> Bool { region(concept) != nil }
}
