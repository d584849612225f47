import Languages

/// Halves, thirds and decimals, in signs and in words.
extension Reading {
  func vulgarFraction(at i: Int) -> Double? {
    guard i < count, tokens[i].kind == .sign, bytes[Int(tokens[i].start)] >= 0x80 else { return nil }
    switch scalar(at: Int(tokens[i].start)) {
    case 0xBC: return 0.25
    case 0xBD: return 0.5
    case 0xBE: return 0.75
    case 0x2150: return 1 / 7.0
    case 0x2151: return 1 / 9.0
    case 0x2152: return 0.1
    case 0x2153: return 1 / 3.0
    case 0x2154: return 2 / 3.0
    case 0x2155: return 0.2
    case 0x2156: return 0.4
    case 0x2157: return 0.6
    case 0x2158: return 0.8
    case 0x2159: return 1 / 6.0
    case 0x215A: return 5 / 6.0
    case 0x215B: return 0.125
    case 0x215C: return 0.375
    case 0x215D: return 0.625
    case 0x215E: return 0.875
    default: return nil
    }
  }

  func mixedFraction(at end: Int, whole: DigitNumber, start: Int) -> Node? {
    if let part = vulgarFraction(at: end), end < count, gap(before: end) <= 1 {
      return Node(.number, start, end + 1, value: whole.value + part, flags: [.hasValue, .digits, .fraction])
    }
    guard whole.isPlain else { return nil }
    if isDigits(end), gap(before: end) <= 2, let part = slashed(at: end), part.value < 1 {
      return Node(.number, start, part.end, value: whole.value + part.value, flags: [.hasValue, .digits, .fraction])
    }
    if let part = slashed(at: start) {
      return Node(.number, start, part.end, value: part.value, flags: [.hasValue, .digits, .fraction])
    }
    return nil
  }

  /// 3/4: a small denominator, and no further slash (a date).
  func slashed(at i: Int) -> (value: Double, end: Int)? {
    guard isDigits(i), isGlued(i + 1), sign(i + 1) == UInt8(ascii: "/"), isGlued(i + 2), isDigits(i + 2),
      !(isGlued(i + 3) && sign(i + 3) == UInt8(ascii: "/")), !(isGlued(i) && sign(i - 1) == UInt8(ascii: "/")),
      !(isGlued(i + 3) && sign(i + 3) == UInt8(ascii: ".") && isGlued(i + 4) && isDigits(i + 4))
    else { return nil }
    let top = digits(i)
    let bottom = digits(i + 2)
    guard bottom.value >= 2, bottom.value <= 10 || [12, 16, 32, 64, 100].contains(bottom.value),
      top.value < bottom.value,
      top.value > 0, !startsWithZero(i + 2)
    else { return nil }
    return (top.value / bottom.value, i + 3)
  }

  // MARK: In words

  /// "… and a half", "et demi", "and three quarters" behind a scale: of that scale.
  func halfBehind(_ i: Int) -> (value: Double, end: Int)? {
    // "two-and-a-half"
    guard
      let and = sense(.and, at: i) ?? (sign(i) == UInt8(ascii: "-") && isGlued(i + 1) ? sense(.and, at: i + 1) : nil)
    else { return nil }
    if let part = slashed(at: Int(and.end)), part.value < 1 { return part }
    return fraction(at: Int(and.end))
  }

  /// A fraction below one in words: "a half", "three quarters", "demi".
  func fraction(at i: Int) -> (value: Double, end: Int)? {
    var at = i
    var top = 1.0
    if let article = sense(.article, at: i) {
      at = Int(article.end)
    } else if let atom = sense(.atom, at: i) {
      top = atom.value
      at = Int(atom.end)
    }
    if at > i, sign(at) == UInt8(ascii: "-"), isGlued(at) { at += 1 }
    if let divisor = sense(.divisor, at: at), divisor.value > top || top == 1 {
      return (top / divisor.value, Int(divisor.end))
    }
    if language.habits.ordinalsDivide, let ordinal = ordinalWord(at: at), ordinal.value > top, ordinal.value > 2, at > i
    {
      return (top / ordinal.value, Int(ordinal.end))
    }
    return nil
  }

  func bareDivisor(at i: Int) -> Node? {
    guard let divisor = sense(.divisor, at: i), divisor.value > 0,
      divisor.value == 2 || hasSense(.multiplier, at: Int(divisor.end)) || !language.habits.hasArticle
        || divisor.value != divisor.value.rounded()
    else { return nil }
    return scaledFraction(1 / divisor.value, start: i, end: Int(divisor.end))
  }

  /// "half a million", "three quarters million"
  func scaledFraction(_ value: Double, start: Int, end: Int) -> Node {
    // "half a million", "un demi-million"
    var at = sign(end) == UInt8(ascii: "-") && isGlued(end) && isGlued(end + 1) ? end + 1 : end
    if let article = sense(.article, at: at) { at = Int(article.end) }
    if let scale = sense(.multiplier, at: at), scale.value >= 1000 || scale.value == 12, !scale.flags.contains(.range) {
      var node = Node(.number, start, Int(scale.end), value: value * scale.value, flags: [.hasValue, .scaled])
      node.step = scale.value / 10
      return node
    }
    return Node(.number, start, end, value: value, flags: [.hasValue, .fraction])
  }

  /// Whether a noun stands at a token: "a third man" is no third of a man.
  func counts(at i: Int) -> Bool {
    guard i < count, tokens[i].kind == .word, !tokens[i].lineBefore else { return false }
    return chart.mask(at: i) & Self.endsFractions == 0
  }

  private static let endsFractions = Chart.bits(.function, .and, .multiplier, .percent, .currency, .unit, .point)

  /// What follows a number and divides it or goes on with a fraction: fifths, and a half.
  func divided(_ accumulator: Accumulator, start: Int, end: Int) -> Node? {
    var at = end
    if sign(at) == UInt8(ascii: "-") { at += 1 }
    if let divisor = sense(.divisor, at: at), accumulator.value > 0 {
      return scaledFraction(accumulator.value / divisor.value, start: start, end: Int(divisor.end))
    }
    if language.habits.ordinalsDivide, accumulator.hasGroup, let ordinal = ordinalWord(at: at), ordinal.value > 2,
      !hasSense(.article, at: start) || !counts(at: Int(ordinal.end))
    {
      return scaledFraction(accumulator.value / ordinal.value, start: start, end: Int(ordinal.end))
    }
    if let part = halfBehind(end) {
      let scale = accumulator.hasGroup ? 1 : accumulator.lastScale
      var value = accumulator.value + part.value * scale
      var at = part.end
      var flags: Node.Flags = [.hasValue, .fraction]
      if let following = sense(.multiplier, at: at), following.value >= 100, !following.flags.contains(.range) {
        // one billion and three quarters million; five and a half million
        value = accumulator.hasGroup ? value * following.value : accumulator.value + part.value * following.value
        at = Int(following.end)
        flags.insert(.scaled)
      }
      return Node(.number, start, at, value: value, flags: flags)
    }
    return nil
  }

  /// "two hundred point zero three", "mil coma quinientos", "ciento tres con dos tercios".
  func pointed(_ node: Node, _ accumulator: Accumulator) -> Node? {
    guard let point = sense(.point, at: Int(node.end)), accumulator.hasGroup || accumulator.usedScale else {
      return nil
    }
    let at = Int(point.end)
    if let part = spelled(at: at), part.flags.contains(.fraction) {
      return Node(
        .number, Int(node.start), Int(part.end),
        value: node.value + part.value * (accumulator.hasGroup ? 1 : accumulator.lastScale),
        flags: [.hasValue, .fraction])
    }
    // 십오점 사이 is no 15.42.
    guard mayBegin.isEmpty || isGlued(at), let decimals = decimals(at: at) else { return nil }
    var end = decimals.end
    var value = node.value + decimals.value
    if let following = sense(.multiplier, at: end), following.value >= 1000, !following.flags.contains(.range) {
      value *= following.value
      end = Int(following.end)
    }
    return Node(.number, Int(node.start), end, value: value, flags: [.hasValue])
  }

  /// What is said behind the point: digit after digit ("zero three"), or one number ("mil quinientos": .1500).
  private func decimals(at i: Int) -> (value: Double, end: Int)? {
    if let first = sense(.atom, at: i) ?? sense(.multiplier, at: i), first.value >= 100,
      let read = words(at: i, Accumulator(), isFirst: true), read.vague == nil
    {
      var scale = 1.0
      while scale <= read.accumulator.value { scale *= 10 }
      return (read.accumulator.value / scale, read.end)
    }
    var at = i
    var decimals = 0.0
    var scale = 1.0
    while let atom = sense(.atom, at: at) {
      let width = atom.value >= 10 ? 100.0 : 10.0
      decimals = decimals * width + atom.value
      scale *= width
      at = Int(atom.end)
      if sign(at) == UInt8(ascii: "-"), hasSense(.atom, at: at + 1), atom.value >= 20,
        let unit = sense(.atom, at: at + 1)
      {
        decimals += unit.value
        at = Int(unit.end)
      }
    }
    return scale > 1 ? (decimals / scale, at) : nil
  }
}
