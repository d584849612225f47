/// Who holds a title, in scripts with spaces.
///
/// Looks at what stands around the title: the name behind it ("Prime Minister of Iraq Mustafa al-Kadhimi"), before it
/// between commas ("Mustafa al-Kadhimi, the prime minister,"), or as the subject of what makes somebody so ("Mustafa
/// al-Kadhimi was elected prime minister").
struct NameHolders {
  let sentence: NameSentence
  /// The title happens ("was killed") and is no office.
  let isEvent: Bool

  private var view: SentenceView { sentence.view }
  private var words: NameWords { sentence.words }

  private struct Side {
    var end: Int
    var regions: Set<String> = []
  }

  func holder(of match: TermMatch) -> FoundName? {
    guard let left = before(match) else { return nil }
    // What happens has its subject before it; an office has its holder behind.
    if isEvent, sentence.style == .capitals, let found = inFront(match, left) { return found }
    if let found = behind(match, left) { return found }
    return isEvent && sentence.style == .capitals ? nil : inFront(match, left)
  }

  // MARK: - Around the title

  /// Adjectives and countries before a title; nil where they say that it is held no longer, or not yet.
  private func before(_ match: TermMatch) -> Side? {
    var side = Side(end: match.tokens.lowerBound)
    var i = match.tokens.lowerBound - 1
    var adjectives = 0
    while i >= 0 {
      if sentence.ends(words.formers, at: i) { return nil }
      if let region = sentence.region(i) {
        side.regions.insert(region.code)
        i = region.tokens.lowerBound - 1
        side.end = i + 1
        continue
      }
      switch view.sign(i) {
      case .hyphen?, .apostrophe?:
        i -= 1
        continue
      case .point?:
        guard sentence.isWord(i - 1), sentence.ends(words.formers, at: i - 1) else { return side }
        return nil
      case nil: break
      default: return side
      }
      guard sentence.isWord(i), view.mentionAt[i] < 0, !sentence.isTerm[i] else { return side }
      if sentence.folded[i] == "s" || sentence.ends(words.neutral, at: i) {
        i -= 1
        side.end = i + 1
        continue
      }
      if view.has(i, [.article, .link]) {
        // "den tidligere": what stands before the article says nothing of the title.
        side.end = i
        return side
      }
      guard sentence.style == .capitals, !view.tokens[i].isCapitalised, view.isContent(i), adjectives < 2 else {
        return side
      }
      adjectives += 1
      i -= 1
    }
    return side
  }

  /// Countries and adjectives behind a title; nil where they say that it is held no longer, or not yet.
  private func after(_ match: TermMatch) -> Side? {
    var side = Side(end: match.tokens.upperBound)
    while side.end < sentence.count {
      let i = side.end
      if view.sign(i) == .hyphen || view.sign(i) == .open {
        if sentence.starts(words.formersBehind, at: i + 1) != nil { return nil }
        // "Minister-Kandidat", and whatever else is made of the title.
        if view.sign(i) == .hyphen, sentence.isTight(i + 1), !isClosing(i) { return nil }
        return side
      }
      if view.sign(i) == .apostrophe || view.sign(i) == .quote {
        if view.sign(i) == .quote, sentence.isWord(i + 1) { return side }
        return isGenitive(i) ? nil : side
      }
      if sentence.starts(words.formersBehind, at: i) != nil { return nil }
      if let length = sentence.starts(words.neutral, at: i), length > 0,
        sentence.style != .capitals || !view.tokens[i].isCapitalised
      {
        side.end = i + length
        continue
      }
      if let region = sentence.region(i), let end = regionEnd(region) {
        side.regions.insert(region.code)
        side.end = end
        continue
      }
      let ofRegion = ofRegion(i)
      if let (region, end) = ofRegion, let region {
        side.regions.insert(region)
        side.end = end
        continue
      }
      if let end = ofPlace(i) ?? ofRegion?.1 {
        side.end = end
        continue
      }
      if let end = complementEnd(i), side.end == match.tokens.upperBound {
        side.end = end
        continue
      }
      return side
    }
    return side
  }

  /// "губернатор области Андрей Солнцев", "maszynistą feralnego składu był Jan Wilczyński": what the title is of, where
  /// nouns follow each other without a word between, if a name or a copula stands behind it.
  private func complementEnd(_ start: Int) -> Int? {
    guard view.words.hasCaseEndings, sentence.style == .capitals else { return nil }
    var i = start
    while i < sentence.count, i < start + 4, view.isContent(i), !view.tokens[i].isCapitalised, !sentence.isTerm[i],
      !view.isVerbal(i), sentence.starts(words.turns, at: i) == nil, sentence.starts(words.formersBehind, at: i) == nil,
      !view.ends(i, in: view.words.finishedEndings)
    { i += 1 }
    guard i > start, i < sentence.count else { return nil }
    let isName = sentence.runs.contains { $0.lowerBound == i }
    return isName || sentence.starts(words.turns, at: i) != nil ? i : nil
  }

  /// A country name behind the title, unless it is the given name of somebody.
  private func regionEnd(_ region: (tokens: Range<Int>, code: String)) -> Int? { region.tokens.upperBound }

  /// "of the Republic of Iraq", "d'Irak", "de l'Irak", "के".
  private func ofRegion(_ start: Int) -> (String?, Int)? {
    var i = start
    guard sentence.isWord(i), view.has(i, [.link, .article]) || sentence.starts(words.of, at: i) != nil else {
      return nil
    }
    var left = 4
    while left > 0, i < sentence.count {
      if let region = sentence.region(i) { return (region.code, region.tokens.upperBound) }
      if let length = sentence.starts(words.bodies, at: i) {
        // "of the Republic of Iraq"
        return ofRegion(i + length) ?? (nil, i + length)
      }
      let isLink = sentence.isWord(i) && (view.has(i, [.link, .article]) || sentence.starts(words.of, at: i) != nil)
      guard isLink || view.sign(i) == .apostrophe else { return nil }
      i += 1
      left -= 1
    }
    return nil
  }

  /// "Ministerin von der Leyen"
  func isNoble(_ i: Int) -> Bool {
    sentence.language == "de" && sentence.isParticle(i) && sentence.isParticle(i + 1)
  }

  private func isGenitive(_ i: Int) -> Bool {
    sentence.isInner(i, .apostrophe) && sentence.folded[i + 1].utf8.count <= 3
  }

  private func isClosing(_ i: Int) -> Bool {
    guard i < sentence.count else { return true }
    switch view.sign(i) {
    case .comma?, .close?, .dash?, .semicolon?, .colon?, .question?, .quote?: return true
    case .point?: return true
    default: return view.has(i, .relative)
    }
  }

  // MARK: - The name behind

  private func behind(_ match: TermMatch, _ left: Side) -> FoundName? {
    guard let side = after(match) else { return nil }
    var i = side.end
    var isAside = false
    if view.sign(i) == .comma || view.sign(i) == .open || view.sign(i) == .dash || view.sign(i) == .colon {
      isAside = true
      i += 1
    }
    // "The prime minister is X."
    var isSaid = false
    if !isAside, let length = sentence.starts(words.joins, at: i), sentence.starts(words.turns, at: i) != nil {
      i += length
      isSaid = true
      // "Mayor of Altheim since 2015 is X"
      while view.has(i, [.adverb, .article]) || view.isDate(i) || view.has(i, .oblique) && view.isDate(i + 1) { i += 1 }
    }
    while i < sentence.count {
      if view.sign(i) == .quote {
        i += 1
      } else if let length = sentence.starts(words.honorifics, at: i) {
        i += length
        if view.sign(i) == .point { i += 1 }
      } else if !isAside, !isSaid, let length = sentence.starts(words.neutral, at: i), sentence.style == .spaces {
        i += length
      } else {
        break
      }
    }
    if sentence.starts(words.formers, at: i) != nil || sentence.starts(words.formersBehind, at: i) != nil { return nil }
    // "président du Conseil": an office of another kind.
    if !isAside, view.has(i, .link) || sentence.starts(words.of, at: i) != nil, sentence.style == .capitals,
      sentence.isWord(i), !view.tokens[i].isCapitalised, !isNoble(i)
    {
      return nil
    }
    if !isAside, !isSaid, let behind = sentence.behindComplement(match, from: i) { i = behind }
    guard var run = sentence.run(from: i) else { return nil }
    if !isAside, !isSaid, let next = sentence.behindAside(run) { run = next }
    if isAside {
      // "The prime minister, Mustafa al-Kadhimi, …"
      guard isClosing(run.upperBound) else { return nil }
      if view.sign(side.end) == .comma, sentence.style == .spaces, run.count < 2 { return nil }
      if view.sign(side.end) == .colon { return nil }
    }
    if isSaid {
      if view.sign(run.upperBound) == .apostrophe { return nil }
      guard view.clauseOf(run) == view.clauseOf(match.tokens) else { return nil }
    }
    return found(
      run, match, from: min(left.end, match.tokens.lowerBound), to: run.upperBound, left.regions.union(side.regions))
  }

  // MARK: - The name before

  private func inFront(_ match: TermMatch, _ left: Side) -> FoundName? {
    guard let side = after(match) else { return nil }
    var i = left.end - 1
    while i >= 0, view.has(i, .article) || sentence.isWord(i) && sentence.style == .capitals && isAsideWord(i) {
      i -= 1
    }
    let regions = left.regions.union(side.regions)
    let sign = view.sign(i)
    if sign == .comma || sign == .open || sign == .dash {
      guard let run = run(endingAt: i) else { return nil }
      let closes = isClosing(side.end) || sentence.style == .spaces
      guard closes else { return nil }
      return found(run, match, from: run.lowerBound, to: side.end, regions)
    }
    if sentence.style == .capitals { return subject(of: match, left, side, regions) }
    guard sentence.style == .spaces else { return nil }
    return running(match, left, side, regions)
  }

  /// "X, as the prime minister", "X, Iraq's new prime minister".
  private func isAsideWord(_ i: Int) -> Bool { sentence.starts(words.neutral, at: i) != nil }

  private func run(endingAt end: Int) -> Range<Int>? {
    switch sentence.style {
    case .capitals: sentence.runs.last { $0.upperBound == end }
    case .spaces: sentence.wordRun(endingAt: end)
    case .hangul, .signs: nil
    }
  }

  /// "X was elected prime minister", "X wurde zum Präsidenten gewählt", "X was killed".
  private func subject(of match: TermMatch, _ left: Side, _ side: Side, _ regions: Set<String>) -> FoundName? {
    guard let run = sentence.runs.last(where: { $0.upperBound <= left.end }) else { return nil }
    let gap = run.upperBound..<left.end
    guard gap.count <= 9, view.clauseOf(run) == view.clauseOf(match.tokens) else { return nil }
    // Somebody's: "Kadhimi's becoming prime minister".
    var turned = false
    var i = gap.lowerBound
    while i < gap.upperBound {
      if view.has(i, .negator) { return nil }
      if sentence.starts(words.formers, at: i) != nil { return nil }
      if let length = sentence.starts(words.turns, at: i) {
        turned = true
        i += length
      } else if let length = sentence.starts(words.joins, at: i) {
        i += length
      } else if view.isDate(i) || view.has(i, .oblique) && view.isDate(i + 1) {
        i += 1
      } else if view.has(i, [.unfinished, .joiner, .relative]) {
        return nil
      } else if view.has(i, [.auxiliary, .adverb, .article]) || sentence.starts(words.neutral, at: i) != nil {
        i += 1
      } else if view.sign(i) == .dash {
        turned = turned || sentence.starts(words.turns, at: i) != nil || language(["ru", "uk"])
        i += 1
      } else if let region = sentence.region(i) {
        i = region.tokens.upperBound
      } else if view.mentionAt[i] >= 0 {
        i += 1
      } else {
        return nil
      }
    }
    if !turned, !isEvent || gap.contains(where: { view.has($0, .article) }) {
      guard gap.count <= 3, behindTurns(side.end) else { return nil }
    }
    if view.has(side.end, .negator) { return nil }
    return found(run, match, from: run.lowerBound, to: side.end, regions)
  }

  private func language(_ codes: [String]) -> Bool { codes.contains(sentence.language) }

  private func behindTurns(_ start: Int) -> Bool {
    (start..<min(start + 4, sentence.count)).contains { sentence.starts(words.turnsBehind, at: $0) != nil }
  }

  /// Persian: the name goes right before the title. Hindi and Arabic: with the verb behind, or before.
  private func running(_ match: TermMatch, _ left: Side, _ side: Side, _ regions: Set<String>) -> FoundName? {
    var end = left.end
    while end > 0,
      view.has(end - 1, [.adverb, .article]) || sentence.ends(words.joins, at: end - 1)
        || sentence.ends(words.of, at: end - 1) || sentence.region(end - 1) != nil
    { end -= 1 }
    var gap = end..<left.end
    if sentence.language == "he" || sentence.language == "ar" {
      while end > 0, sentence.ends(words.turns, at: end - 1) { end -= 1 }
      gap = end..<left.end
      let turned = gap.contains { sentence.starts(words.turns, at: $0) != nil }
      guard let run = sentence.wordRun(endingAt: end) else { return nil }
      guard turned || run.lowerBound > 0 && sentence.ends(words.turns, at: run.lowerBound - 1) else { return nil }
      return found(run, match, from: run.lowerBound, to: side.end, regions)
    }
    guard let run = sentence.wordRun(endingAt: end) else { return nil }
    guard gap.isEmpty && sentence.language == "fa" || behindTurns(side.end) else { return nil }
    return found(run, match, from: run.lowerBound, to: side.end, regions)
  }

  private func found(_ run: Range<Int>, _ match: TermMatch, from low: Int, to high: Int, _ regions: Set<String>)
    -> FoundName
  {
    let all = min(low, run.lowerBound, match.tokens.lowerBound)..<max(high, run.upperBound, match.tokens.upperBound)
    return FoundName(
      text: sentence.text(run), bytes: sentence.bytes(run), tokens: all, match: match, regions: regions)
  }
}
