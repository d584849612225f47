import Languages

/// Numbers in scripts without spaces, where any sign may be part of a longer word.
extension Reading {
  /// What stands behind a number that counts something: 百人, 百円, 百年.
  private static let countedThings = Chart.bits(
    .unit, .currency, .percent, .period, .function, .and, .counter, .point, .divisor, .ordinalSuffix)

  /// As above, but particles stand behind any noun.
  private static let measures = countedThings & ~Chart.bits(.function, .and, .point)

  /// The end of text, a space or a sign stands before a token.
  private func isParted(_ i: Int) -> Bool { i >= count || !isGlued(i) || tokens[i].kind == .sign }

  private func isHan(_ i: Int) -> Bool { scalar(at: Int(tokens[i].start)) >= 0x2E80 }

  /// 北京 and 百姓 hold a scale and no number: without a count before it, a scale is a number before what it counts.
  func mayBeBareScale(at i: Int) -> Bool {
    guard isHan(i), !hasSense(.atom, at: i), let scale = sense(.multiplier, at: i), !scale.flags.contains(.range)
    else { return true }
    // 조 and 억 have a number before them.
    if isSyllable(i), scale.value > 10_000 { return false }
    var end = Int(scale.end)
    var hasMore = false
    while end < count, isGlued(end), let next = sense(.multiplier, at: end) ?? sense(.atom, at: end) {
      hasMore = true
      end = Int(next.end)
    }
    if isDigits(end), scale.value >= 1000 { return hasSense(.multiplier, at: end + 1) }
    if scale.value >= 10_000, !hasMore {
      // 만 명, 억 원 are said; 万 has its 一.
      return language.habits.saysBareMyriads && end < count && chart.mask(at: end) & Self.measures != 0
    }
    return isParted(end) || chart.mask(at: end) & Self.countedThings != 0
  }

  /// What makes a number in words doubtful: it is one where a pattern asks for it, or hardly ever.
  func doubt(_ node: Node) -> Node.Flags {
    if mayBegin.isEmpty { return isLone(node) ? .lone : [] }
    if node.start == 0, Int(node.end) == count { return [] }
    return syllableDoubt(node)
  }

  /// Sino-Korean 이 is "this" and 사 begins half the words of the language: one syllable counts before a longer measure,
  /// or parted from a measure.
  private func syllableDoubt(_ node: Node) -> Node.Flags {
    let end = Int(node.end)
    guard isSyllable(end - 1) else { return [] }
    // 100명|이 줄을: behind a measure stands a particle.
    if isGlued(Int(node.start)), isSyllable(Int(node.start) - 1), !endsWord(Chart.bits(.minus), Int(node.start)) {
      return .weak
    }
    let isSingle = node.end == node.start + 1
    let isNative = isSingle && hasSense(.attributive, at: Int(node.start))
    // 구조 and 오만 are words, 구조 원 and 오만 명 are numbers.
    let isWord = node.end == node.start + 2 && sense(.multiplier, at: end - 1).map { $0.value >= 1000 } ?? false
    if isParted(end) {
      if isNative { return end < count && tokens[end].kind == .word && !tokens[end].lineBefore ? [] : .lone }
      return !isSingle && !isWord || measureStands(end) ? [] : .lone
    }
    guard isSyllable(end) else { return [] }
    let mask = chart.mask(at: end)
    if mask & Self.measures != 0 {
      // 구조도: 도 is a particle sooner than degrees.
      if isWord, mask & Chart.bits(.function) != 0 || node.value >= 1e12 && mask & Chart.bits(.currency) == 0 {
        return .weak
      }
      guard isSingle, !isNative else { return [] }
      return chart.contains(at: end) { Chart.bit($0.category) & Self.measures != 0 && $0.end > $0.start + 1 }
        ? [] : .weak
    }
    if isSingle || isWord { return .weak }
    return mask & Chart.bits(.function) != 0 ? [] : .weak
  }

  /// A measure begins here that is no beginning of a longer word: 이 회|사.
  private func measureStands(_ i: Int) -> Bool {
    i < count && chart.contains(at: i) { Chart.bit($0.category) & Self.measures != 0 && !isCutShort(Int($0.end)) }
  }

  /// 一 of 一看, 伍 of 退伍了: one sign with no measure behind it, and other words against it.
  private func isLone(_ node: Node) -> Bool {
    let end = Int(node.end)
    guard node.end == node.start + 1, isHan(Int(node.start)) else { return false }
    let before = Int(node.start) - 1
    let isOpenBefore =
      before < 0 || !isGlued(before + 1) || tokens[before].kind == .sign
      || chart.mask(at: before) & Self.beforeNumbers != 0 || endsWord(Self.beforeNumbers, before + 1)
    if isParted(end) { return !isOpenBefore }
    let mask = chart.mask(at: end)
    if mask & Self.measures != 0 { return false }
    return !(isOpenBefore && mask & Self.countedThings != 0)
  }

  /// A word of some categories ends before a token: マイナス|五, 파운드|-19.
  func endsWord(_ categories: UInt64, _ end: Int) -> Bool {
    (max(0, end - 6)..<end).contains { start in
      chart.mask(at: start) & categories != 0
        && chart.contains(at: start) { Int($0.end) == end && Chart.bit($0.category) & categories != 0 }
    }
  }

  private static let beforeNumbers = Chart.bits(
    .function, .plain, .minus, .counter, .currency, .period, .percent, .unit, .and)

  /// Signs of single digits from a token on: how many, and the number they write.
  private func digitRun(at i: Int) -> (count: Int, value: Double, first: Double, second: Double)? {
    var run = (count: 0, value: 0.0, first: 0.0, second: 0.0)
    var at = i
    while at < count, at == i || isGlued(at), isHan(at), let digit = sense(.atom, at: at), digit.value <= 9,
      Int(digit.end) == at + 1
    {
      run.value = run.value * 10 + digit.value
      if run.count == 0 { run.first = digit.value }
      if run.count == 1 { run.second = digit.value }
      run.count += 1
      at += 1
    }
    return run.count > 1 ? run : nil
  }

  /// 二〇二一, 一一九: digits written out one by one; 三四百: three or four of the scale behind them.
  func digitByDigit(at i: Int) -> Node? {
    guard let run = digitRun(at: i) else { return nil }
    var end = i + run.count
    if run.count == 2 {
      guard run.second == run.first + 1, run.first > 0 else { return nil }
      var low = run.first
      var high = run.second
      if hasSense(.multiplier, at: end) {
        var start = Accumulator(group: low, hasGroup: true)
        guard let first = words(at: end, start, isFirst: false), first.vague == nil else { return nil }
        start.group = high
        guard let second = words(at: end, start, isFirst: false), second.end == first.end else { return nil }
        (low, high, end) = (first.accumulator.value, second.accumulator.value, second.end)
      } else if end >= count || !isGlued(end) || chart.mask(at: end) & Self.measures == 0 {
        return nil
      }
      var node = Node(.number, i, end, flags: [.range, .about])
      node.low = low
      node.high = high
      return node
    }
    guard !hasSense(.multiplier, at: end), run.count <= 15 else { return nil }
    return Node(.number, i, end, value: run.value, flags: [.hasValue, .plain])
  }
}
