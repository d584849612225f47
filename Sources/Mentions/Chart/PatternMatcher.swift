import Languages

extension Reading {
  /// Builds everything: figures and words right to left, so that whatever a pattern leaves open is there already.
  mutating func readAll() {
    var i = count - 1
    while i >= 0 {
      readNumbers(at: i)
      if tokens[i].word != 0 || !chart.isEmpty(at: i) { matchPatterns(at: i) }
      i -= 1
    }
  }

  private mutating func readNumbers(at i: Int) {
    let token = tokens[i]
    if token.kind == .word {
      if language.habits.hasLetterNumerals { addLetterNumeral(at: i) }
      if token.isCapitalised, let roman = romanNumeral(at: i) {
        chart.add(Node(.ordinal, i, i + 1, value: roman, flags: .weak))
      }
      // Words that begin no number are most words of a text. An address of the web begins with any.
      guard chart.mask(at: i) & Self.mayBeginNumber != 0 || sign(i + 1) == UInt8(ascii: ":") else { return }
    }
    if token.kind == .digits { addYear(at: i) }
    if let end = nonQuantity(at: i) {
      chart.add(Node(.nothing, i, end))
      if token.kind == .digits { addNumericDates(at: i) }
      return
    }
    if token.kind == .sign, token.word == 0 {
      let sign = sign(i)
      guard sign == UInt8(ascii: ".") || sign == UInt8(ascii: ",") || bytes[Int(token.start)] >= 0x80 else { return }
    }
    if token.kind == .digits { addNumericDates(at: i) }
    let ordinal = ordinal(at: i)
    // 21st is no 21; "90." may be, in patterns that say so: "90. léta".
    let isRankOnly = token.kind == .digits && ordinal.map { sign(Int($0.end) - 1) != UInt8(ascii: ".") } ?? false
    if let number = number(at: i), !(isRankOnly && ordinal?.end == number.end + 1) {
      chart.add(isGluedToName(i) ? number.with { $0.flags.insert(.weak) } : number)
      if number.flags.contains(.fraction), !number.flags.contains(.digits) { addNumberOfPeriods(number) }
      if isDigits(i), Int(number.end) > i + 1, number.start == Int32(i), digits(i).count <= 4, !startsWithZero(i) {
        // The first group alone, for dates: "3 250 BC" is rare, "26 500" never a day, but "18, 19 June" is.
        var plain = Node(.number, i, i + 1, value: digits(i).value, flags: [.hasValue, .digits, .plain, .weak])
        plain.figureEnd = plain.end
        chart.add(plain)
      }
    } else if token.kind == .digits, startsWithZero(i), digits(i).count == 2 {
      chart.add(Node(.number, i, i + 1, value: digits(i).value, flags: [.hasValue, .digits, .plain, .weak]))
    }
    if let minus = sense(.minus, at: i), let number = number(at: Int(minus.end)) {
      chart.add(
        number.with {
          $0.start = Int32(i)
          $0.figureStart = Int32(i)
          $0.value = -$0.value
          $0.low = $0.value
          $0.high = $0.value
          $0.flags.subtract([.plain, .article])
        })
    }
    if let ordinal { chart.add(ordinal) }
    addSpelledYear(at: i)
    if let nobody = sense(.nobody, at: i) {
      chart.add(Node(.number, i, Int(nobody.end), value: 0, flags: .hasValue))
    }
  }

  private static let mayBeginNumber = Chart.bits(
    .atom, .multiplier, .article, .minus, .divisor, .ordinalAtom, .ordinalMultiplier, .ordinalPrefix, .nobody, .label)

  /// Q3, FY21: the figure says nothing without its letters.
  private func isGluedToName(_ i: Int) -> Bool { isGlued(i) && hasSense(.glue, at: i - 1) }

  /// "two quarters" are half of something, or two periods.
  private mutating func addNumberOfPeriods(_ number: Node) {
    let last = Int(number.end) - 1
    guard last > Int(number.start), hasSense(.period, at: last), let atom = sense(.atom, at: Int(number.start)),
      Int(atom.end) == last
    else { return }
    chart.add(Node(.number, Int(number.start), last, value: atom.value, flags: [.hasValue, .weak]))
  }

  private mutating func matchPatterns(at i: Int) {
    let root = PhraseTrie<Production>.root
    let patterns = language.patterns
    if mayBegin.isEmpty || mayBegin[i], let next = patterns.step(fromRoot: tokens[i].word) {
      captures.removeAll(keepingCapacity: true)
      walk(patterns, next, i, i + 1)
    }
    guard !chart.isEmpty(at: i) else { return }
    // Nodes made here may begin patterns themselves; the list grows while it is walked, the earliest first.
    var done = 0
    while done < 48 {
      begun.removeAll(keepingCapacity: true)
      var index = chart.latest(at: i)
      while index >= 0 {
        begun.append(index)
        index = chart.next(index)
      }
      guard done < begun.count else { return }
      let next = begun[begun.count - 1 - done]
      done += 1
      begin(patterns, root, next, chart.nodes[next].category, i)
      switch chart.nodes[next].category {
      case .number, .duration: begin(patterns, root, next, .quantity, i)
      default: break
      }
    }
  }

  /// Follows the patterns that begin with a node, taken as one of a category.
  private mutating func begin(
    _ patterns: PhraseTrie<Production>, _ root: Int32, _ index: Int, _ category: Category, _ start: Int
  ) {
    guard patterns.categories(after: root) & Chart.bit(category) != 0,
      let next = patterns.step(root, .category(category))
    else { return }
    captures.removeAll(keepingCapacity: true)
    captures.append(index)
    walk(patterns, next, start, Int(chart.nodes[index].end))
  }

  /// The categories that a node may be taken as, among some.
  private func roles(of category: Category, among bits: UInt64) -> UInt64 {
    var own = Chart.bit(category)
    if category == .number || category == .duration { own |= Chart.bit(.quantity) }
    return own & bits
  }

  private mutating func walk(_ patterns: PhraseTrie<Production>, _ node: Int32, _ start: Int, _ at: Int) {
    if patterns.hasPayloads(at: node) {
      for production in patterns.payloads(at: node) {
        if let built = build(production, start: start, end: at) { addUnlessKnown(built) }
      }
    }
    guard at < count, captures.count < 8 else { return }
    if tokens[at].word != 0, patterns.hasWords(after: node), let next = patterns.step(node, .word(tokens[at].word)) {
      walk(patterns, next, start, at + 1)
    }
    let bits = patterns.categories(after: node)
    guard bits != 0, roles(at: at) & bits != 0 else { return }
    var index = chart.latest(at: at)
    while index >= 0 {
      var left = roles(of: chart.nodes[index].category, among: bits)
      while left != 0 {
        let raw = UInt8(left.trailingZeroBitCount)
        left &= left - 1
        guard let category = Category(rawValue: raw), let next = patterns.step(node, .category(category)) else {
          continue
        }
        captures.append(index)
        walk(patterns, next, start, Int(chart.nodes[index].end))
        captures.removeLast()
      }
      index = chart.next(index)
    }
  }

  /// All categories that something at a token may be taken as.
  private func roles(at i: Int) -> UInt64 {
    let mask = chart.mask(at: i)
    return mask & Self.countable != 0 ? mask | Chart.bit(.quantity) : mask
  }

  private static let countable = Chart.bits(.number, .duration)

  private mutating func addUnlessKnown(_ node: Node) {
    guard chart.has(node.category, at: Int(node.start)) else {
      chart.add(node)
      return
    }
    let known = chart.contains(at: Int(node.start)) {
      $0.category == node.category && $0.end == node.end && $0.date == node.date && $0.low == node.low
        && $0.high == node.high && $0.name == node.name && $0.flags == node.flags
    }
    if !known { chart.add(node) }
  }
}
