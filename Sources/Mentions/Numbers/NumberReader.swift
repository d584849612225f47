import Languages

/// A number being read: figures in digits, words, and both ("4 thousand 3 hundred and 21").
private struct Accumulator {
  /// What is complete: everything above the group at hand.
  var total = 0.0
  /// The group at hand, below the next multiplier.
  var group = 0.0
  var hasGroup = false
  /// The smallest scale that the next word must stay below.
  var room = Double.infinity
  /// The last multiplier, 1 before any.
  var lastScale = 1.0
  var step = 1.0
  var usedScale = false
  var usedDigits = false
  var value: Double { total + group }
}

extension Reading {
  /// The longest number that begins at a token, without unit or bounds.
  func number(at i: Int) -> Node? {
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
    if isGlued(end), !isDigits(end), let suffix = sense(.scaleSuffix, at: end), !isFollowedByLetters(Int(suffix.end)),
      !hasSense(.unit, at: end) || isMoney(before: i)
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

  /// "£10m" are millions, "10m" are metres.
  private func isMoney(before i: Int) -> Bool { i > 0 && chart.has(.currency, at: i - 1) }

  private func finish(_ accumulator: Accumulator, _ start: Int, _ end: Int) -> Node {
    var node = Node(.number, start, end, value: accumulator.value, flags: .hasValue)
    if accumulator.usedDigits { node.flags.insert(.digits) }
    return node
  }

  /// "-5", "+3": a sign glued to the figure and not to what stands before it.
  private func signed(_ node: Node?, from i: Int) -> Node? {
    guard var node else { return nil }
    let before = sign(i - 1)
    guard before == UInt8(ascii: "-") || before == UInt8(ascii: "+"), isGlued(i), !isGlued(i - 1) || isOpening(i - 2)
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

  // MARK: Fractions

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

  private func mixedFraction(at end: Int, whole: DigitNumber, start: Int) -> Node? {
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
  private func slashed(at i: Int) -> (value: Double, end: Int)? {
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

  // MARK: Words

  private func spelled(at i: Int) -> Node? {
    var accumulator = Accumulator()
    var at = i
    var isArticle = false
    if let article = sense(.article, at: i), !hasSense(.atom, at: i) || hasSense(.multiplier, at: Int(article.end)) {
      // "a million", "a third": one.
      guard let next = scaleOrDivisor(at: Int(article.end)) else { return nil }
      accumulator.group = 1
      accumulator.hasGroup = true
      at = Int(article.end)
      if next { isArticle = true }
    }
    guard let read = words(at: at, accumulator, isFirst: !isArticle) else {
      return isArticle ? divided(Accumulator(group: 1, hasGroup: true), start: i, end: at) : bareDivisor(at: i)
    }
    accumulator = read.accumulator
    var node = divided(accumulator, start: i, end: read.end) ?? finish(accumulator, i, read.end)
    if accumulator.usedScale, accumulator.step > 1, accumulator.group == 0 || !accumulator.hasGroup {
      node.step = accumulator.step
      node.flags.insert(.scaled)
    }
    if let vague = read.vague {
      node.low = vague.low * (accumulator.group > 0 ? accumulator.group : 1)
      node.high = vague.high
      node.flags.insert(.range)
      node.flags.remove(.hasValue)
    }
    if node.end == Int32(i + 1), hasSense(.article, at: i) { node.flags.insert(.article) }
    if !node.flags.contains(.scaled), !node.flags.contains(.fraction), node.value == node.value.rounded() {
      node.flags.insert(.plain)
    }
    return pointed(node, accumulator) ?? node
  }

  /// Whether a scale (true) or a divisor (false) follows; nil for neither.
  private func scaleOrDivisor(at i: Int) -> Bool? {
    if hasSense(.multiplier, at: i) { return true }
    if hasSense(.divisor, at: i) || language.habits.ordinalsDivide && hasSense(.ordinalAtom, at: i)
      || language.habits.ordinalsDivide && hasSense(.ordinalMultiplier, at: i)
    {
      return true
    }
    return nil
  }

  private struct WordsRead {
    var accumulator: Accumulator
    var end: Int
    var vague: (low: Double, high: Double)?
  }

  /// Number words from a token on: atoms that fit into what room is left, and multipliers.
  private func words(at i: Int, _ start: Accumulator, isFirst: Bool, depth: Int = 0) -> WordsRead? {
    var read = WordsRead(accumulator: start, end: i)
    var progressed = false
    while read.end < count {
      let at = skipHyphen(read.end, from: i)
      if let atom = fittingAtom(at: at, read.accumulator) {
        read.accumulator.group += atom.value
        read.accumulator.hasGroup = true
        read.accumulator.room = Self.room(below: atom.value)
        read.end = Int(atom.end)
      } else if let scale = multiplier(at: at, counted: read.accumulator.hasGroup), apply(scale, &read) {
        read.end = Int(scale.end)
        if read.vague != nil { return read }
      } else if progressed || start.hasGroup, depth < 3, let joined = joined(after: read, depth: depth) {
        read = joined
      } else {
        break
      }
      progressed = true
    }
    return progressed ? read : nil
  }

  /// A hyphen between two number words.
  private func skipHyphen(_ i: Int, from start: Int) -> Int {
    i > start && sign(i) == UInt8(ascii: "-") && i + 1 < count && tokens[i + 1].word != 0 ? i + 1 : i
  }

  /// A decimal figure times a scale, without what binary fractions add: 16.4 × 10⁶ is 16,400,000.
  private static func times(_ figure: Double, _ scale: Double, step: Double) -> Double {
    guard step < 1 else { return figure * scale }
    let inverse = (1 / step).rounded()
    return (figure * inverse).rounded() * scale / inverse
  }

  /// The place that a number leaves free behind it: after twenty, below ten.
  private static func room(below value: Double) -> Double {
    if value == 0 { return 0 }
    var scale = 1.0
    while value.truncatingRemainder(dividingBy: scale * 10) == 0, scale < 1e18 { scale *= 10 }
    return scale
  }

  private func fittingAtom(at i: Int, _ accumulator: Accumulator) -> Node? {
    var best: Node?
    chart.forEach(at: i) { node in
      guard node.category == .atom, best == nil || node.end > best!.end else { return }
      guard !accumulator.hasGroup || node.value < accumulator.room && node.value > 0 else { return }
      guard accumulator.total == 0 || node.value < accumulator.lastScale else { return }
      best = node
    }
    return best
  }

  /// The scale at a token: the vague one ("dozens") only where nothing counts it.
  private func multiplier(at i: Int, counted: Bool) -> Node? {
    guard i < count, tokens[i].word != 0 else { return nil }
    var best: Node?
    chart.forEach(at: i) { node in
      guard node.category == .multiplier else { return }
      guard let known = best else {
        best = node
        return
      }
      let isVague = node.flags.contains(.range)
      if counted, isVague != known.flags.contains(.range) {
        if !isVague { best = node }
      } else if node.end > known.end || node.end == known.end && isVague && !counted {
        best = node
      }
    }
    return best
  }

  /// Multiplies the group at hand; false where the scale does not fit.
  private func apply(_ scale: Node, _ read: inout WordsRead) -> Bool {
    if scale.flags.contains(.range) {
      guard read.accumulator.total == 0 else { return false }
      read.vague = (scale.low, scale.high)
      read.accumulator.total = 0
      return true
    }
    let value = scale.value
    if value < 1000, value != 12 {
      // Hundreds stay in the group: two hundred [thousand].
      guard read.accumulator.group < value || read.accumulator.usedDigits,
        read.accumulator.group * value < read.accumulator.lastScale || read.accumulator.total == 0
      else { return false }
      read.accumulator.group = (read.accumulator.hasGroup ? read.accumulator.group : 1) * value
      read.accumulator.hasGroup = true
      read.accumulator.room = value
      read.accumulator.step *= value
      read.accumulator.usedScale = true
      return true
    }
    let group = read.accumulator.hasGroup ? read.accumulator.group : 1
    if value == 12 {
      // Two dozen; three hundred and two dozen.
      let dozens = group.truncatingRemainder(dividingBy: 100)
      read.accumulator.group = group - dozens + (dozens == 0 ? 1 : dozens) * 12
      read.accumulator.hasGroup = true
      read.accumulator.room = 0
      return true
    }
    if read.accumulator.total > 0, value >= read.accumulator.lastScale {
      // 三千万亿: all so far counts the larger scale.
      guard read.accumulator.hasGroup || value > read.accumulator.lastScale else { return false }
      read.accumulator.total = (read.accumulator.total + read.accumulator.group) * value
    } else {
      read.accumulator.total += Self.times(group, value, step: read.accumulator.step)
    }
    read.accumulator.group = 0
    read.accumulator.hasGroup = false
    read.accumulator.room = .infinity
    read.accumulator.lastScale = value
    read.accumulator.step *= value
    read.accumulator.usedScale = true
    return true
  }

  /// "… hundred and six", "4 thousand 3 hundred and 21": what comes behind "and" must be smaller than the last scale.
  private func joined(after read: WordsRead, depth: Int) -> WordsRead? {
    var at = read.end
    let scale = read.accumulator.room.isFinite ? read.accumulator.room : read.accumulator.lastScale
    guard read.accumulator.usedScale, scale > 1 else { return nil }
    let hasAnd: Bool
    if let and = sense(.and, at: at) {
      at = Int(and.end)
      hasAnd = true
    } else {
      hasAnd = false
    }
    let rest: (value: Double, end: Int, usedDigits: Bool)
    if isDigits(at) {
      // Digits go on a number only with a scale of their own, or behind "and".
      guard tokens[at].spaceBefore, let figure = digitNumber(at: at), figure.isPlain, figure.value > 0 else {
        return nil
      }
      var accumulator = Accumulator()
      accumulator.group = figure.value
      accumulator.hasGroup = true
      accumulator.usedDigits = true
      if let scaled = scales(after: figure.end, accumulator, depth: depth + 1) {
        rest = (scaled.accumulator.value, scaled.end, true)
      } else {
        guard hasAnd else { return nil }
        rest = (figure.value, figure.end, true)
      }
    } else {
      guard hasAnd, let words = words(at: at, Accumulator(), isFirst: true, depth: depth + 1), words.vague == nil
      else { return nil }
      // "two hundred and three fifths" divides the last part alone.
      guard !isDivisor(at: words.end) else { return nil }
      rest = (words.accumulator.value, words.end, false)
    }
    guard rest.value > 0 else { return nil }
    if rest.value >= scale { return hundredAnd(read, at: at, scale: scale) }
    var result = read
    result.accumulator.group += rest.value
    result.accumulator.hasGroup = true
    result.accumulator.room = Self.room(below: rest.value)
    result.accumulator.step = 1
    result.end = rest.end
    return result
  }

  /// "two hundred and two thousand": the small number behind "and" belongs to the hundreds, and both count the scale.
  private func hundredAnd(_ read: WordsRead, at i: Int, scale: Double) -> WordsRead? {
    guard scale == 100, !isDigits(i), let atom = sense(.atom, at: i), atom.value < scale, atom.value > 0,
      let next = sense(.multiplier, at: Int(atom.end)), next.value >= 1000, !next.flags.contains(.range)
    else { return nil }
    var result = read
    result.accumulator.group += atom.value
    result.accumulator.room = Self.room(below: atom.value)
    result.end = Int(atom.end)
    return result
  }

  private func isDivisor(at i: Int) -> Bool {
    hasSense(.divisor, at: i)
      || language.habits.ordinalsDivide && (hasSense(.ordinalAtom, at: i) || hasSense(.ordinalMultiplier, at: i))
  }

  /// Scale words behind digits: 2.5 million, 3 hundred and 21.
  private func scales(after i: Int, _ accumulator: Accumulator, depth: Int = 0) -> (accumulator: Accumulator, end: Int)?
  {
    guard i < count,
      let scale = sense(.multiplier, at: i) ?? (sign(i) == UInt8(ascii: "-") ? sense(.multiplier, at: i + 1) : nil),
      !scale.flags.contains(.range), !tokens[i].lineBefore
    else { return nil }
    var start = accumulator
    start.lastScale = 1
    guard let read = words(at: Int(scale.start), start, isFirst: false, depth: depth), read.vague == nil else {
      return nil
    }
    // "one and a half million" is read elsewhere; "2 million and a half" here.
    if let half = halfBehind(read.end) {
      var halved = read.accumulator
      halved.total += half.value * read.accumulator.lastScale
      return (halved, half.end)
    }
    return (read.accumulator, read.end)
  }

  /// "… and a half", "et demi", "and three quarters" behind a scale: of that scale.
  private func halfBehind(_ i: Int) -> (value: Double, end: Int)? {
    guard let and = sense(.and, at: i) else { return nil }
    guard let part = fraction(at: Int(and.end)) else { return nil }
    return part
  }

  /// A fraction below one in words: "a half", "three quarters", "demi".
  private func fraction(at i: Int) -> (value: Double, end: Int)? {
    var at = i
    var top = 1.0
    if let article = sense(.article, at: i) {
      at = Int(article.end)
    } else if let atom = sense(.atom, at: i) {
      top = atom.value
      at = Int(atom.end)
    }
    if let divisor = sense(.divisor, at: at), divisor.value > top || top == 1 {
      return (top / divisor.value, Int(divisor.end))
    }
    if language.habits.ordinalsDivide, let ordinal = ordinalWord(at: at), ordinal.value > top, ordinal.value > 2, at > i
    {
      return (top / ordinal.value, Int(ordinal.end))
    }
    return nil
  }

  private func bareDivisor(at i: Int) -> Node? {
    guard let divisor = sense(.divisor, at: i), divisor.value > 0,
      divisor.value == 2 || hasSense(.multiplier, at: Int(divisor.end))
    else { return nil }
    return scaledFraction(1 / divisor.value, start: i, end: Int(divisor.end))
  }

  /// "half a million", "three quarters million"
  private func scaledFraction(_ value: Double, start: Int, end: Int) -> Node {
    var at = end
    if let article = sense(.article, at: at) { at = Int(article.end) }
    if let scale = sense(.multiplier, at: at), scale.value >= 1000 || scale.value == 12, !scale.flags.contains(.range) {
      var node = Node(.number, start, Int(scale.end), value: value * scale.value, flags: [.hasValue, .scaled])
      node.step = scale.value / 10
      return node
    }
    return Node(.number, start, end, value: value, flags: [.hasValue, .fraction])
  }

  /// What follows a number and divides it or goes on with a fraction: fifths, and a half.
  private func divided(_ accumulator: Accumulator, start: Int, end: Int) -> Node? {
    var at = end
    if sign(at) == UInt8(ascii: "-") { at += 1 }
    if let divisor = sense(.divisor, at: at), accumulator.value > 0 {
      return scaledFraction(accumulator.value / divisor.value, start: start, end: Int(divisor.end))
    }
    if language.habits.ordinalsDivide, accumulator.hasGroup, let ordinal = ordinalWord(at: at), ordinal.value > 2 {
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

  /// "two hundred point zero three"
  private func pointed(_ node: Node, _ accumulator: Accumulator) -> Node? {
    guard let point = sense(.point, at: Int(node.end)), accumulator.hasGroup || accumulator.usedScale else {
      return nil
    }
    var at = Int(point.end)
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
    guard scale > 1 else { return nil }
    var value = node.value + decimals / scale
    if let following = sense(.multiplier, at: at), following.value >= 1000, !following.flags.contains(.range) {
      value *= following.value
      at = Int(following.end)
    }
    return Node(.number, Int(node.start), at, value: value, flags: [.hasValue])
  }
}

extension Accumulator {
  init(group: Double, hasGroup: Bool) {
    self.init()
    self.group = group
    self.hasGroup = hasGroup
  }
}
