import Languages

/// Numbers in words.
extension Reading {
  func spelled(at i: Int) -> Node? {
    if language.habits.countsMyriads {
      if let found = digitByDigit(at: i) { return found }
      guard mayBeBareScale(at: i) else { return nil }
    }
    var accumulator = Accumulator()
    var at = i
    var isArticle = false
    if let article = sense(.article, at: i), !hasSense(.multiplier, at: i),
      !hasSense(.atom, at: i) || hasSense(.multiplier, at: Int(article.end))
    {
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
    let whole = pointed(node, accumulator) ?? node
    return language.habits.countsMyriads ? whole.with { $0.flags.formUnion(doubt(whole)) } : whole
  }

  /// Whether a scale (true) or a divisor (false) follows; nil for neither.
  func scaleOrDivisor(at i: Int) -> Bool? {
    if hasSense(.multiplier, at: i) { return true }
    if hasSense(.divisor, at: i) || language.habits.ordinalsDivide && hasSense(.ordinalAtom, at: i)
      || language.habits.ordinalsDivide && hasSense(.ordinalMultiplier, at: i)
    {
      return true
    }
    return nil
  }

  /// Number words from a token on: atoms that fit into what room is left, and multipliers.
  func words(at i: Int, _ start: Accumulator, isFirst: Bool, depth: Int = 0) -> WordsRead? {
    var read = WordsRead(accumulator: start, end: i)
    var progressed = false
    /// The scale just read, until something follows it.
    var openScale = 0.0
    /// How far the number goes without its last "and".
    var beforeAnd: WordsRead?
    while read.end < count {
      let at = skipHyphen(read.end, from: i)
      if let zero = linkingZero(at: at, read.accumulator) {
        read.end = Int(zero.end)
        openScale = 0
        continue
      }
      // Arabic ألفا is a thousand behind figures ("40 ألفا") and two thousand by itself.
      let isBehindFigures = !progressed && start.usedDigits
      if !isBehindFigures, let atom = fittingAtom(at: at, read.accumulator), !isVague(longerThan: atom) {
        read.accumulator.group += atom.value
        read.accumulator.hasGroup = true
        read.accumulator.room = Self.room(below: atom.value)
        read.end = Int(atom.end)
        if let tail = tail(atom, behind: openScale) {
          read.accumulator.group += tail
          return read
        }
        openScale = atom.value >= 100 ? Self.room(below: atom.value) : 0
      } else if let scale = multiplier(at: at, counted: read.accumulator.hasGroup), apply(scale, &read) {
        read.end = Int(scale.end)
        if read.vague != nil { return read }
        openScale = scale.value
        if scale.value >= 1000 { (beforeAnd, read.isBehindAnd) = (nil, false) }
      } else if progressed || start.hasGroup, let next = atomBehindAnd(read) {
        beforeAnd = read
        read.isBehindAnd = true
        read.accumulator.group += next.value
        read.accumulator.hasGroup = true
        read.accumulator.room = Self.room(below: next.value)
        read.end = Int(next.end)
        openScale = 0
        continue
      } else if progressed || start.hasGroup, depth < 3, let joined = joined(after: read, depth: depth) {
        read = joined
        openScale = 0
      } else {
        break
      }
      progressed = true
    }
    // "five thousand and two | million": what stands behind the "and" begins a number of its own.
    if let beforeAnd, let scale = multiplier(at: skipHyphen(read.end, from: i), counted: true),
      !scale.flags.contains(.range), scale.value >= 1000
    {
      read = beforeAnd
    }
    return progressed ? read : nil
  }

  /// "cento e trinta e dois mil": the next number word behind "and", where it fits into the place that is left.
  private func atomBehindAnd(_ read: WordsRead) -> Node? {
    let accumulator = read.accumulator
    let isOpen = accumulator.usedScale || accumulator.hasGroup && accumulator.room.isFinite && accumulator.room >= 100
    guard isOpen, let and = sense(.and, at: read.end),
      let atom = fittingAtom(at: Int(and.end), accumulator), atom.value > 0
    else { return nil }
    // "two hundred and three fifths" divides the last part alone, "cento e trinta quintos" all.
    if let divisor = divisorValue(at: Int(atom.end)), atom.value < divisor { return nil }
    return atom
  }

  /// 一千零五十: the zero stands for the places left out.
  private func linkingZero(at i: Int, _ accumulator: Accumulator) -> Node? {
    guard accumulator.usedScale, let zero = sense(.atom, at: i), zero.value == 0, zero.end < count else { return nil }
    let next = Int(zero.end)
    return hasSense(.atom, at: next) && sense(.atom, at: next)?.value != 0 || hasSense(.multiplier, at: next)
      ? zero : nil
  }

  /// 一万三 is 13,000: a last digit without a scale counts the tenth of the one before. What is to be added for it.
  private func tail(_ atom: Node, behind scale: Double) -> Double? {
    guard language.habits.lastDigitScales, scale >= 100, atom.value >= 1, atom.value <= 9,
      !hasSense(.multiplier, at: Int(atom.end)), !hasSense(.atom, at: Int(atom.end)), !isDigits(Int(atom.end))
    else { return nil }
    return atom.value * (scale / 10 - 1)
  }

  /// A hyphen between two number words.
  private func skipHyphen(_ i: Int, from start: Int) -> Int {
    i > start && sign(i) == UInt8(ascii: "-") && i + 1 < count && tokens[i + 1].word != 0 ? i + 1 : i
  }

  /// A decimal figure times a scale, without what binary fractions add: 16.4 × 10⁶ is 16,400,000.
  static func times(_ figure: Double, _ scale: Double, step: Double) -> Double {
    guard step < 1 else { return figure * scale }
    let inverse = (1 / step).rounded()
    return (figure * inverse).rounded() * scale / inverse
  }

  /// The place that a number leaves free behind it: after twenty, below ten.
  static func room(below value: Double) -> Double {
    if value == 0 { return 0 }
    var scale = 1.0
    while value.truncatingRemainder(dividingBy: scale * 10) == 0, scale < 1e18 { scale *= 10 }
    return scale
  }

  private func fittingAtom(at i: Int, _ accumulator: Accumulator) -> Node? {
    var best: Node?
    chart.forEach(at: i) { node in
      guard node.category == .atom, best == nil || node.end > best!.end else { return }
      // A share counts nothing further: "एक सौ पांचवां हिस्सा" is no hundred and a fifth.
      guard node.value >= 1 || node.value == 0 || !accumulator.hasGroup && accumulator.total == 0 else { return }
      guard !accumulator.hasGroup || node.value < accumulator.room && node.value > 0 else { return }
      guard accumulator.total == 0 || node.value < accumulator.lastScale else { return }
      best = node
    }
    return best
  }

  /// "on binlerce": a vague phrase that begins with a number word.
  private func isVague(longerThan atom: Node) -> Bool {
    guard chart.has(.multiplier, at: Int(atom.start)) else { return false }
    return chart.contains(at: Int(atom.start)) {
      $0.category == .multiplier && $0.flags.contains(.range) && $0.end > atom.end
    }
  }

  /// The scale at a token: the vague one ("dozens") only where nothing counts it.
  private func multiplier(at i: Int, counted: Bool) -> Node? {
    guard i < count, tokens[i].word != 0 else { return nil }
    var best: Node?
    // 千米 is a kilometre, not a thousand metres.
    let unit = language.habits.countsMyriads ? sense(.unit, at: i) : nil
    chart.forEach(at: i) { node in
      guard node.category == .multiplier, unit.map({ $0.end <= node.end }) ?? true, !isSyllableOfWord(node) else {
        return
      }
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

  /// 삼조|각, 일만|큼: the scale is the beginning of another word.
  private func isSyllableOfWord(_ scale: Node) -> Bool {
    let end = Int(scale.end)
    return !mayBegin.isEmpty && isGlued(end) && isSyllable(end) && isSyllable(end - 1) && chart.mask(at: end) == 0
  }

  /// Multiplies the group at hand; false where the scale does not fit.
  private func apply(_ scale: Node, _ read: inout WordsRead) -> Bool {
    if scale.flags.contains(.range) {
      // 二十几万 is more than twenty myriads, not twenty times some.
      guard read.accumulator.total == 0, !(language.habits.countsMyriads && read.accumulator.hasGroup) else {
        return false
      }
      read.vague = (scale.low, scale.high)
      read.accumulator.total = 0
      return true
    }
    let value = scale.value
    if language.habits.countsMyriads, value < 10_000, value != 12 { return applyInMyriad(value, &read.accumulator) }
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
      // 三千万亿, "tres billones cuatrocientos mil millones": all so far that is smaller counts the larger scale.
      let smaller = read.accumulator.total.truncatingRemainder(dividingBy: value)
      let larger = read.accumulator.total - smaller
      guard smaller > 0, value > read.accumulator.lastScale, !read.isBehindAnd else { return false }
      let counted = (smaller + read.accumulator.group) * value
      guard larger == 0 || counted < Self.room(below: larger) else { return false }
      read.accumulator.total = larger + counted
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

  /// 三千二百: within ten thousand each scale counts the digit before it alone.
  private func applyInMyriad(_ scale: Double, _ accumulator: inout Accumulator) -> Bool {
    let digit = accumulator.hasGroup ? accumulator.group.truncatingRemainder(dividingBy: scale * 10) : 0
    let above = (accumulator.hasGroup ? accumulator.group : 0) - digit
    guard digit < 10 || above == 0 && accumulator.usedDigits else { return false }
    accumulator.group = above + Self.times(digit == 0 ? 1 : digit, scale, step: accumulator.step)
    accumulator.hasGroup = true
    accumulator.room = scale
    accumulator.step *= scale
    accumulator.usedScale = true
    return true
  }

  /// "… hundred and six", "4 thousand 3 hundred and 21": what comes behind "and" must be smaller than the last scale.
  private func joined(after read: WordsRead, depth: Int) -> WordsRead? {
    var at = read.end
    let scale = read.accumulator.room.isFinite ? read.accumulator.room : read.accumulator.lastScale
    // "trezentos e quarenta": hundreds said in one word make room as a scale does.
    let hasHundreds = read.accumulator.hasGroup && read.accumulator.room.isFinite && read.accumulator.room >= 100
    guard read.accumulator.usedScale || hasHundreds && hasSense(.and, at: at), scale > 1 else { return nil }
    let hasAnd: Bool
    if let and = sense(.and, at: at) {
      at = Int(and.end)
      hasAnd = true
    } else {
      hasAnd = false
    }
    let rest: (value: Double, end: Int, usedDigits: Bool)
    if isDigits(at) {
      // Digits go on a number with a scale of their own, behind "and", or where they fill the places of a thousand.
      let isUnspaced = isGlued(at) && standsApart(at - 1)
      guard tokens[at].spaceBefore || isUnspaced, let figure = digitNumber(at: at), figure.value > 0,
        figure.isPlain || language.habits.countsMyriads
      else {
        return nil
      }
      var accumulator = Accumulator()
      accumulator.group = figure.value
      accumulator.hasGroup = true
      accumulator.usedDigits = true
      if let scaled = scales(after: figure.end, accumulator, depth: depth + 1) {
        rest = (scaled.accumulator.value, scaled.end, true)
      } else {
        guard hasAnd || isUnspaced || goesOn(read, at: at) else { return nil }
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
    guard rest.value < scale else { return nil }
    var result = read
    result.accumulator.group += rest.value
    result.accumulator.hasGroup = true
    result.accumulator.room = Self.room(below: rest.value)
    result.accumulator.step = 1
    result.end = rest.end
    return result
  }

  /// "22 bin 161": three digits right behind so many thousand, and no day, unit or rank of their own.
  private func goesOn(_ read: WordsRead, at i: Int) -> Bool {
    // 3만 4500명, 3 万 4,500
    if language.habits.countsMyriads {
      return read.accumulator.usedDigits && gap(before: i) == 1 && (digits(i).count == 4 || sign(i + 1) == 0x2C)
    }
    return (read.accumulator.usedDigits || read.accumulator.total == 1000) && read.accumulator.lastScale == 1000
      && !read.accumulator.hasGroup
      && digits(i).count == 3 && tokens[i].end - tokens[i].start == 3 && gap(before: i) == 1
      && !(isGlued(i + 1) && i + 1 < count && isDigits(i + 2) && isGlued(i + 2))
  }

  func isDivisor(at i: Int) -> Bool { divisorValue(at: i) != nil }

  private func divisorValue(at i: Int) -> Double? {
    if let divisor = sense(.divisor, at: i) { return divisor.value }
    guard language.habits.ordinalsDivide, !language.habits.pluralsDivide else { return nil }
    return ordinalWord(at: i)?.value
  }

  /// Scale words behind digits: 2.5 million, 3 hundred and 21.
  func scales(after i: Int, _ accumulator: Accumulator, depth: Int = 0) -> (accumulator: Accumulator, end: Int)? {
    guard i < count,
      let scale = multiplier(at: sign(i) == UInt8(ascii: "-") ? i + 1 : i, counted: true),
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
}
