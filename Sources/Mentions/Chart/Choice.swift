import ICU
import Languages

extension Reading {
  /// From all that was recognised, the mentions: at each place the longest, at equal length the most telling.
  func choose() -> [Mention] {
    var mentions: [Mention] = []
    var at = 0
    while at < count {
      guard !chart.isEmpty(at: at), let node = best(at: at) else {
        at += 1
        continue
      }
      if let inner = longer(within: node) {
        at = inner
        continue
      }
      if let mention = mention(node) { mentions.append(mention) }
      at = max(at + 1, Int(node.end))
    }
    return mentions
  }

  private func best(at i: Int) -> Node? {
    var best: Node?
    var bestRank = 0
    chart.forEach(at: i) { node in
      guard let rank = rank(node) else { return }
      // Entered later comes first here: at equal rank the first entered stays.
      // A phrase that is no number gives way to one that reaches on from inside it: "that one | mile".
      if best == nil || node.end > best!.end
        || node.end == best!.end && (rank > bestRank || rank == bestRank && !isNarrower(best!, node))
      {
        best = node
        bestRank = rank
      }
    }
    return best
  }

  /// One reading of the same words is a day and the other a stretch that only begins or ends with it: 今日から2日後 is the
  /// day after tomorrow.
  private func isNarrower(_ a: Node, _ b: Node) -> Bool {
    guard a.category == .date, b.category == .date, a.date.isSpan, b.date.isSpan, a.date.grain == .day else {
      return false
    }
    return b.date.grain == .open && (a.date.from == b.date.to || a.date.to == b.date.from)
  }

  /// Where, inside a find, another begins that is no shorter and reaches over its end: "on the | 25th of March 1927",
  /// "in the | summer of 1975". A phrase that is no mention gives way to any: "that | one mile".
  private func longer(within found: Node) -> Int? {
    let length = found.end - found.start
    guard length > 1, found.category == .plain || found.category == .date else { return nil }
    // 大陆|所: the second sign of a word is no number, whatever follows.
    if found.category == .plain, language.habits.countsMyriads { return nil }
    for i in Int(found.start) + 1..<Int(found.end) {
      guard !chart.isEmpty(at: i), let inner = best(at: i), inner.end > found.end else { continue }
      if found.category == .plain || inner.category == .date && inner.end - inner.start >= length { return i }
    }
    return nil
  }

  /// How telling a node is at equal length; nil for what is no mention.
  private func rank(_ node: Node) -> Int? {
    switch node.category {
    case .nothing: return 9
    case .date:
      if node.flags.contains(.weak) { return nil }
      if isBareYear(node), !isYear(node) { return nil }
      // Without the article's day "29 May" is no day, and no 29 of anything either.
      return resolution.span(node.date) == nil && reference != nil ? nil : 8
    case .duration: return node.flags.contains(.weak) ? nil : 7
    case .quantity:
      if node.flags.contains(.weak) { return nil }
      // 一起 is a word of its own, however well 起 measures.
      return node.flags.contains(.counted) ? 2 : node.flags.contains(.age) ? 8 : 6
    case .ordinal: return node.flags.contains(.weak) ? nil : 5
    case .number:
      if !node.flags.isDisjoint(with: [.article, .weak, .lone]) { return nil }
      return isSignGlued(node) ? nil : 4
    // Where any sign may begin a number, a word that is known is no number: 百度, 만일.
    case .plain: return language.habits.countsMyriads ? 8 : 3
    default: return nil
    }
  }

  /// A figure that a letter or sign holds on to: what is left of a word that is no quantity.
  private func isSignGlued(_ node: Node) -> Bool {
    let i = Int(node.start)
    // "1970er": what stands behind holds on to it as well.
    let end = Int(node.end)
    if isGlued(end), end < count, tokens[end].kind == .word, chart.has(.glue, at: end), isDigits(end - 1) {
      return true
    }
    guard isGlued(i), i > 0 else { return false }
    return tokens[i - 1].kind == .word && chart.has(.glue, at: i - 1)
  }

  private func isBareYear(_ node: Node) -> Bool {
    !node.date.isSpan && node.date.grain == .year && node.end == node.start + 1 && isDigits(Int(node.start))
  }

  /// Whether four digits are a year, and not so many of something: by what stands around them.
  private func isYear(_ node: Node) -> Bool {
    let start = Int(node.start)
    let end = Int(node.end)
    let year = Int(node.date.year)
    if language.habits.marksYears {
      // Without its word a figure is a year where nothing else stands beside it: 《一九八四》 (2019)
      guard (1200...2150).contains(year) else { return false }
      return start == 0 && end == count || sign(start - 1) == UInt8(ascii: "(") && sign(end) == UInt8(ascii: ")")
    }
    if end < count, tokens[end].kind == .word, !tokens[end].lineBefore {
      if beginsSentenceBeforeVerb(start, year) { return true }
      guard (1200...2150).contains(year) else { return false }
      if hasSense(.function, at: end) || hasSense(.and, at: end) || hasSense(.article, at: end) { return true }
      if start > 0, tokens[start - 1].kind == .word || tokens[start - 1].kind == .sign,
        hasSense(.function, at: start - 1) || hasSense(.part, at: start - 1)
      {
        // "mit 1900 Mitarbeitern": nouns have capitals, and a round figure counts them.
        if language.habits.capitalisesNouns, tokens[end].isCapitalised, year % 100 == 0 { return false }
        return (1800...2100).contains(node.date.year)
      }
      // "2014 elections" after an article is a year; "2000 soldiers" is not.
      if tokens[end].isCapitalised { return start > 0 }
      // "Bei der Wahl 2010 gewann": where nouns have capitals, a word without one is not what is counted.
      return language.habits.capitalisesNouns && start > 0 && tokens[start - 1].isCapitalised && year % 100 != 0
    }
    return (1200...2150).contains(year)
  }

  /// "1839 befand sich", "1987 fue": four digits at the head of a sentence before a word in lower case are a year, unless
  /// they are round enough for a count, or the word is a unit.
  private func beginsSentenceBeforeVerb(_ start: Int, _ year: Int) -> Bool {
    guard
      start == 0 || tokens[start].lineBefore
        || [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(sign(start - 1)),
      !tokens[start + 1].isCapitalised, tokens[start + 1].spaceBefore, scalar(at: Int(tokens[start + 1].start)) < 0x530,
      chart.mask(at: start + 1) & Self.mayBeCounted == 0
    else { return false }
    // A verb comes second in the Germanic languages, whatever comes first.
    if language.habits.capitalisesNouns { return year % 100 != 0 && (1000...2150).contains(year) }
    return language.habits.verbIsSecond
      ? year % 50 != 0 && (1000...2150).contains(year) : year % 10 != 0 && (1700...2100).contains(year)
  }

  private static let mayBeCounted = Chart.bits(.unit, .currency, .period, .percent, .multiplier, .divisor)

  // MARK: Mentions

  /// What a phrase of a language file names before and behind to be sure (", 45 ans,") is no part of the mention.
  private func bytes(_ start: Int32, _ end: Int32) -> Range<Int> {
    var start = Int(start)
    var end = Int(end)
    while end - start > 1, isComma(start) { start += 1 }
    while end - start > 1, isComma(end - 1) { end -= 1 }
    return Int(tokens[start].start)..<Int(tokens[end - 1].end)
  }

  private func isComma(_ i: Int) -> Bool { sign(i) == UInt8(ascii: ",") || sign(i) == UInt8(ascii: ";") }

  private func mention(_ node: Node) -> Mention? {
    let range = bytes(node.start, node.flags.contains(.counted) ? node.figureEnd : node.end)
    let figure = bytes(node.figureStart, max(node.figureEnd, node.figureStart + 1))
    switch node.category {
    case .date:
      guard let span = resolution.span(node.date) else { return nil }
      if let from = span.from, let to = span.to, from > to { return nil }
      var others: [Mention.Value] = []
      if !node.other.isNaN {
        let day = Day(number: Int(node.other))
        others = [.date(DateSpan(from: day, to: day))]
      }
      return Mention(range: range, figure: figure, value: .date(span), otherReadings: others, slip: slip(of: node))
    case .duration:
      var unit = names(node)
      guard let seconds = Duration.seconds(unit) else { return nil }
      if unit == "workday" { unit = "day" }
      let quantity = quantity(node, unit: unit)
      let value = quantity.value ?? quantity.low ?? quantity.high ?? 0
      return Mention(
        range: range, figure: figure,
        value: .duration(
          Span(value: quantity.value, low: quantity.low, high: quantity.high, unit: unit, seconds: value * seconds)))
    case .ordinal:
      return Mention(range: range, figure: figure, value: .ordinal(rank: node.value))
    case .number, .quantity:
      let quantity = quantity(node, unit: unit(node))
      var others: [Mention.Value] = []
      if !node.other.isNaN, quantity.value != nil {
        others = [.quantity(with(quantity, figure: node.other))]
      }
      return Mention(range: range, figure: figure, value: .quantity(quantity), otherReadings: others)
    default: return nil
    }
  }

  private func unit(_ node: Node) -> String? {
    if node.flags.contains(.percent) { return "percent" }
    if node.flags.contains(.points) { return "percentage-point" }
    guard !node.flags.isDisjoint(with: [.currency, .measure]), node.name >= 0 else { return nil }
    let name = names(node)
    return node.flags.contains(.age) ? name + "-person" : name
  }

  private func quantity(_ node: Node, unit: String?) -> Quantity {
    let approximation: Quantity.Approximation? =
      node.flags.contains(.about)
      ? .about : node.flags.contains(.under) ? .under : node.flags.contains(.over) ? .over : nil
    return Quantity(
      value: node.flags.contains(.hasValue) || node.category == .ordinal ? node.value : nil,
      low: node.low.isFinite ? node.low : nil, high: node.high.isFinite ? node.high : nil,
      lowIsOpen: node.flags.contains(.lowOpen), highIsOpen: node.flags.contains(.highOpen),
      approximation: approximation, unit: unit, step: node.step, isScaled: node.flags.contains(.scaled))
  }

  /// The same bounds around another reading of the figure.
  private func with(_ quantity: Quantity, figure: Double) -> Quantity {
    var other = quantity
    other.value = figure
    if quantity.low != nil { other.low = figure }
    if quantity.high != nil { other.high = figure }
    return other
  }
}
