import Languages

extension Reading {
  /// A spelled-out ordinal, with the cardinal words before it: "one hundred twenty-fifth".
  func ordinalWord(at i: Int) -> Node? {
    guard i < count, tokens[i].word != 0 else { return nil }
    var best = sense(.ordinalAtom, at: i)
    if let scale = sense(.ordinalMultiplier, at: i), best == nil || scale.end >= best!.end { best = scale }
    return best.map { Node(.ordinal, i, Int($0.end), value: $0.value) }
  }

  /// The ordinal that begins at a token: "21st", "third", "two hundredth", 第3.
  func ordinal(at i: Int) -> Node? {
    guard i < count else { return nil }
    if isDigits(i) {
      guard let figure = digitNumber(at: i), figure.step == 1, !isPartOfName(i) else { return nil }
      if isGlued(figure.end), let suffix = sense(.ordinalSuffix, at: figure.end), !isFollowedByLetters(Int(suffix.end))
      {
        return Node(.ordinal, i, Int(suffix.end), value: figure.value, flags: .digits)
      }
      if language.habits.ordinalDot, let end = dotted(figure, at: i) {
        return Node(.ordinal, i, end, value: figure.value, flags: .digits)
      }
      return language.habits.countsMyriads ? suffixed(at: i) : nil
    }
    if language.habits.countsMyriads, let ordinal = suffixed(at: i) { return ordinal }
    if let prefix = sense(.ordinalPrefix, at: i) {
      let at = Int(prefix.end)
      if let number = number(at: at), number.flags.contains(.hasValue) {
        return Node(.ordinal, i, Int(number.end), value: number.value)
      }
      return nil
    }
    return compoundOrdinal(at: i) ?? ordinalWord(at: i)
  }

  /// 二十番目, 3兆番目: any number, and the sign of a rank behind it.
  private func suffixed(at i: Int) -> Node? {
    guard let number = number(at: i), number.start == Int32(i), number.flags.contains(.hasValue),
      isGlued(Int(number.end)), let suffix = sense(.ordinalSuffix, at: Int(number.end))
    else { return nil }
    return Node(.ordinal, i, Int(suffix.end), value: number.value)
  }

  /// "der 3. Mann", "im 8. Jahrhundert": a full stop that ends no sentence makes a rank. Where it ends.
  private func dotted(_ figure: DigitNumber, at i: Int) -> Int? {
    let dot = figure.end
    guard figure.isPlain, digits(i).count <= 3, sign(dot) == UInt8(ascii: "."), isGlued(dot), dot + 1 < count,
      tokens[dot + 1].kind == .word, gap(before: dot + 1) >= 1, !tokens[dot + 1].lineBefore
    else { return nil }
    if !tokens[dot + 1].isCapitalised || chart.mask(at: dot + 1) & Self.rankedThings != 0 { return dot + 1 }
    guard language.habits.capitalisesNouns else { return nil }
    return hasSense(.function, at: i - 1) || hasSense(.article, at: i - 1) ? dot + 1 : nil
  }

  private static let rankedThings = Chart.bits(.month, .period, .weekday, .season)

  /// A cardinal that ordinal words complete ("one hundred and | fifth", "a hundred | trillionth"), or several of these
  /// ("centésimo vigésimo quinto", "dwudziesty pierwszy").
  private func compoundOrdinal(at i: Int) -> Node? {
    var accumulator = Accumulator()
    var at = i
    if let article = sense(.article, at: i), hasSense(.multiplier, at: Int(article.end)) {
      accumulator = Accumulator(group: 1, hasGroup: true)
      at = Int(article.end)
    }
    if let read = words(at: at, accumulator, isFirst: true) {
      guard read.vague == nil, let behind = ordinals(behind: read, from: i) else { return nil }
      return behind
    }
    guard at == i, let first = ordinalWord(at: i) else { return nil }
    accumulator = Accumulator(group: first.value, hasGroup: true)
    accumulator.room = Self.room(below: first.value)
    return chain(accumulator, from: i, to: Int(first.end))
  }

  /// The ordinal words behind a cardinal: a scale that it counts, and what fits into the places left.
  private func ordinals(behind read: WordsRead, from i: Int) -> Node? {
    var at = read.end
    if sign(at) == UInt8(ascii: "-") { at += 1 }
    if let and = sense(.and, at: at) { at = Int(and.end) }
    guard let last = ordinalWord(at: at) else { return nil }
    // "ciento treinta quintos" are hundred and thirty fifths.
    if isDividing(last) { return nil }
    var accumulator = read.accumulator
    if let scale = sense(.ordinalMultiplier, at: at), scale.end == last.end {
      guard let scaled = scaled(accumulator, by: scale.value) else { return nil }
      accumulator = scaled
    } else {
      // "un deuxième engin" is no third: the last word must fit into the place left.
      guard accumulator.hasGroup ? last.value < accumulator.room : last.value < accumulator.lastScale else {
        return nil
      }
      accumulator.group += last.value
      accumulator.hasGroup = true
      accumulator.room = Self.room(below: last.value)
    }
    return chain(accumulator, from: i, to: Int(last.end)) ?? ordinal(accumulator, i, Int(last.end))
  }

  private func ordinal(_ accumulator: Accumulator, _ start: Int, _ end: Int) -> Node {
    Node(.ordinal, start, end, value: accumulator.value)
  }

  private func scaled(_ accumulator: Accumulator, by scale: Double) -> Accumulator? {
    var scaled = accumulator
    if scale < 1000 {
      scaled.group = (accumulator.hasGroup ? accumulator.group : 1) * scale
    } else {
      // "tres mil millonésimo": all so far that is smaller counts the scale.
      let smaller = accumulator.total.truncatingRemainder(dividingBy: scale)
      let counted = smaller + accumulator.group
      guard counted > 0 else { return nil }
      scaled.total = accumulator.total - smaller + counted * scale
      scaled.group = 0
    }
    scaled.hasGroup = scaled.group > 0
    scaled.room = scale
    scaled.lastScale = scale
    return scaled
  }

  /// Ordinals behind an ordinal, each in a lower place: "vigésimo quinto"; nil where there is none.
  private func chain(_ start: Accumulator, from i: Int, to end: Int) -> Node? {
    guard language.habits.ordinalsChain else { return nil }
    var accumulator = start
    var at = end
    while true {
      let next = sign(at) == UInt8(ascii: "-") ? at + 1 : sense(.and, at: at).map { Int($0.end) } ?? at
      guard let word = ordinalWord(at: next), !isDividing(word), !tokens[next].lineBefore,
        word.value < (accumulator.room.isFinite ? accumulator.room : accumulator.lastScale)
      else { break }
      accumulator.group += word.value
      accumulator.hasGroup = true
      accumulator.room = Self.room(below: word.value)
      at = Int(word.end)
    }
    return at > end ? ordinal(accumulator, i, at) : nil
  }

  /// The plural of an ordinal, which divides.
  private func isDividing(_ ordinal: Node) -> Bool {
    guard language.habits.pluralsDivide, let divisor = sense(.divisor, at: Int(ordinal.start)) else { return false }
    return divisor.end == ordinal.end && divisor.value > 2
  }

  /// XXI as the name of a century, up to thirty: a rank only where a pattern asks for one. Half of all Ukrainian and
  /// Russian texts write it with the letters of their own alphabet.
  func romanNumeral(at i: Int) -> Double? {
    var at = Int(tokens[i].start)
    let end = Int(tokens[i].end)
    guard end - at <= 12 else { return nil }
    var value = 0
    var last = 0
    while at < end {
      let scalar = scalar(at: at)
      let digit: Int
      switch scalar {
      case 0x49, 0x406: digit = 1
      case 0x56: digit = 5
      case 0x58, 0x425: digit = 10
      default: return nil
      }
      // XIX: a smaller one before a larger is taken away from it.
      value += last < digit ? digit - 2 * last : digit
      last = digit
      at += scalar < 0x80 ? 1 : 2
    }
    return (1...30).contains(value) ? Double(value) : nil
  }
}
