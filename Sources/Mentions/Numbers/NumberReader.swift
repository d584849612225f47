import Languages

extension Reading {
  /// The longest number that begins at a token, without unit or bounds.
  func number(at i: Int) -> Node? {
    guard i < count else { return nil }
    if isDigits(i) { return isPartOfName(i) ? nil : signed(digitsOrMixed(at: i), from: i) }
    let sign = sign(i)
    if sign == UInt8(ascii: ".") || sign == UInt8(ascii: ","), isDigits(i + 1), isGlued(i + 1),
      !isGlued(i) || self.sign(i - 1) == UInt8(ascii: "-")
    {
      // .25
      let fraction = digits(i + 1)
      var node = Node(.number, i, i + 2, value: fraction.value / tenTo(fraction.count), flags: [.hasValue, .digits])
      node.step = 1 / tenTo(fraction.count)
      return isFollowedByLetters(i + 2) && chart.mask(at: i + 2) & Self.mayFollowFigures == 0 ? nil : node
    }
    if let fraction = vulgarFraction(at: i) {
      return Node(.number, i, i + 1, value: fraction, flags: [.hasValue, .digits, .fraction])
    }
    if sense(.minus, at: i) != nil { return nil }
    return spelled(at: i)
  }

  // MARK: Digits

  private func digitsOrMixed(at i: Int) -> Node? {
    guard let figure = digitNumber(at: i) else { return nil }
    var accumulator = Accumulator()
    accumulator.group = figure.value
    accumulator.hasGroup = true
    accumulator.usedDigits = true
    accumulator.step = figure.step
    var end = figure.end
    // 10^3, 1e10
    if let power = power(at: end, base: figure.value) {
      accumulator.group = power.value
      end = power.end
      return finish(accumulator, i, end)
    }
    // 2 1/4, 3/4, 2½
    if let fraction = mixedFraction(at: end, whole: figure, start: i) { return fraction }
    var isScaled = false
    if !isDigits(end), let suffix = sense(.scaleSuffix, at: end), !isFollowedByLetters(Int(suffix.end)),
      isGlued(end) ? !hasSense(.unit, at: end) || isMoney(before: i) : isMoney(around: i, end)
    {
      accumulator.group = Self.times(accumulator.group, suffix.value, step: accumulator.step)
      accumulator.step *= suffix.value
      end = Int(suffix.end)
      isScaled = true
    } else if let continued = scales(after: end, accumulator) {
      accumulator = continued.accumulator
      end = continued.end
      isScaled = true
    }
    var node = finish(accumulator, i, end)
    node.step = accumulator.step
    if isScaled { node.flags.insert(.scaled) }
    if figure.isPlain, !isScaled { node.flags.insert(.plain) }
    if !isScaled { node.other = figure.other }
    return node
  }

  /// "2,5 M€", "Rp 5 M": a letter behind a space says the scale where the currency stands at the figure's other side, or
  /// on the letter.
  private func isMoney(around i: Int, _ end: Int) -> Bool {
    guard end + 1 <= count, tokens[end].isCapitalised || isGlued(end + 1), gap(before: end) <= 2 else { return false }
    return isGlued(end + 1) && chart.has(.currency, at: end + 1) || tokens[end].isCapitalised && isMoney(before: i)
  }

  /// "£10m" are millions, "10m" are metres.
  private func isMoney(before i: Int) -> Bool { i > 0 && chart.has(.currency, at: i - 1) }

  func finish(_ accumulator: Accumulator, _ start: Int, _ end: Int) -> Node {
    var node = Node(.number, start, end, value: accumulator.value, flags: .hasValue)
    if accumulator.usedDigits { node.flags.insert(.digits) }
    return node
  }

  /// "-5", "+3": a sign glued to the figure and not to what stands before it.
  private func signed(_ node: Node?, from i: Int) -> Node? {
    guard var node else { return nil }
    let before = sign(i - 1)
    guard before == UInt8(ascii: "-") || before == UInt8(ascii: "+"), isGlued(i),
      !isGlued(i - 1) || isOpening(i - 2) || isUnspacedWord(i - 2)
    else { return node }
    if before == UInt8(ascii: "-") {
      // A dash with a space on its left and none on its right is a minus; between words it would have both.
      node.value = -node.value
      node.low = node.value
      node.high = node.value
      if !node.other.isNaN { node.other = -node.other }
      node.flags.remove(.plain)
    }
    node.start = Int32(i - 1)
    node.figureStart = node.start
    return node
  }

  /// 是-5, but 6月1日-6月30日 and 5人-8人 are ranges.
  private func isUnspacedWord(_ i: Int) -> Bool {
    i >= 0 && tokens[i].kind == .word && scalar(at: Int(tokens[i].start)) >= 0x2E80
      && !endsWord(Self.measures, i + 1)
  }

  private static let measures = Chart.bits(.period, .unit, .currency, .percent, .counter, .month, .weekday)

  func isOpening(_ i: Int) -> Bool {
    switch sign(i) {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="),
      UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "*"):
      true
    default: false
    }
  }

  func isFollowedByLetters(_ i: Int) -> Bool {
    guard isGlued(i), i < count, tokens[i].kind == .word else { return false }
    let scalar = scalar(at: Int(tokens[i].start))
    // Scripts that part words with spaces: what is glued to a figure there is a suffix.
    return scalar < 0x2E80 && !(0x0590...0x08FF).contains(scalar)
  }

  private func power(at i: Int, base: Double) -> (value: Double, end: Int)? {
    guard isGlued(i) else { return nil }
    var at = i
    var isExponent = false
    if sign(at) == UInt8(ascii: "^") {
      at += 1
    } else if i < count, tokens[i].kind == .word, tokens[i].end - tokens[i].start == 1,
      bytes[Int(tokens[i].start)] | 0x20 == UInt8(ascii: "e")
    {
      isExponent = true
      at += 1
    } else {
      return nil
    }
    var negative = false
    while isGlued(at), sign(at) == UInt8(ascii: "-") || sign(at) == UInt8(ascii: "+") {
      if sign(at) == UInt8(ascii: "-") { negative = true }
      at += 1
    }
    guard isGlued(at), isDigits(at) else { return nil }
    let exponent = digits(at)
    guard exponent.value <= 300 else { return nil }
    var factor = 1.0
    for _ in 0..<Int(exponent.value) { factor *= isExponent ? 10 : base }
    if isExponent { return (negative ? base / factor : base * factor, at + 1) }
    return (negative ? 1 / factor : factor, at + 1)
  }

}
