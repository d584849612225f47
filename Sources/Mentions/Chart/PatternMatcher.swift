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
    let isCandidate = token.kind == .digits || !chart.isEmpty(at: i) || token.kind == .sign
    guard isCandidate else { return }
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
    if let number = number(at: i), !(token.kind == .digits && ordinal.map { $0.end == number.end + 1 } ?? false) {
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
    if let next = language.patterns.step(root, .word(tokens[i].word)) {
      captures.removeAll(keepingCapacity: true)
      walk(next, i, i + 1)
    }
    // Nodes made here may begin patterns themselves; the list grows while it is walked.
    var done = 0
    while true {
      let nodes = Array(chart.indices(at: i).prefix(64)).sorted()
      guard done < nodes.count, done < 48 else { return }
      let index = nodes[done]
      done += 1
      let node = chart.nodes[index]
      forEachPatternCategory(node.category) { category in
        guard let next = language.patterns.step(root, .category(category)) else { return }
        captures.removeAll(keepingCapacity: true)
        captures.append(index)
        walk(next, i, Int(node.end))
      }
    }
  }

  /// The categories under which patterns may take a node.
  private func forEachPatternCategory(_ category: Category, _ body: (Category) -> Void) {
    body(category)
    switch category {
    case .number:
      body(.quantity)
    case .duration:
      body(.quantity)
    default: break
    }
  }

  private func satisfies(_ node: Node, _ bits: UInt64) -> UInt64 {
    var own: UInt64 = 1 << UInt64(node.category.rawValue)
    if node.category == .number || node.category == .duration { own |= 1 << UInt64(Category.quantity.rawValue) }
    return own & bits
  }

  private mutating func walk(_ node: Int32, _ start: Int, _ at: Int) {
    let patterns = language.patterns
    if patterns.hasPayloads(at: node) {
      for production in patterns.payloads(at: node) {
        if let built = build(production, start: start, end: at) { addUnlessKnown(built) }
      }
    }
    guard at < count, captures.count < 8 else { return }
    if tokens[at].word != 0, let next = patterns.step(node, .word(tokens[at].word)) { walk(next, start, at + 1) }
    let bits = patterns.categories(after: node)
    guard bits != 0, !chart.isEmpty(at: at) else { return }
    for index in chart.indices(at: at) {
      let found = chart.nodes[index]
      var left = satisfies(found, bits)
      while left != 0 {
        let raw = UInt8(left.trailingZeroBitCount)
        left &= left - 1
        guard let category = Category(rawValue: raw), let next = patterns.step(node, .category(category)) else {
          continue
        }
        captures.append(index)
        walk(next, start, Int(found.end))
        captures.removeLast()
      }
    }
  }

  private mutating func addUnlessKnown(_ node: Node) {
    let known = chart.contains(at: Int(node.start)) {
      $0.category == node.category && $0.end == node.end && $0.date == node.date && $0.low == node.low
        && $0.high == node.high && $0.name == node.name && $0.flags == node.flags
    }
    if !known { chart.add(node) }
  }
}
