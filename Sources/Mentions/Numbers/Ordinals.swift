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

  /// The place that a number leaves free behind it: after twenty, below ten.
  private func place(below value: Double) -> Double {
    var place = 1.0
    while value.truncatingRemainder(dividingBy: place * 10) == 0, place < 1e15 { place *= 10 }
    return place
  }

  private func compoundOrdinal(at i: Int) -> Node? {
    guard let head = cardinalBefore(ordinalAfter: i) else { return nil }
    return head
  }

  /// A cardinal that an ordinal word completes: "one hundred and | fifth", "a hundred | trillionth".
  private func cardinalBefore(ordinalAfter i: Int) -> Node? {
    var value = 0.0
    var group = 0.0
    var at = i
    if let article = sense(.article, at: i), hasSense(.multiplier, at: Int(article.end)) {
      group = 1
      at = Int(article.end)
    }
    while at < count {
      if at > i, sign(at) == UInt8(ascii: "-") { at += 1 }
      if at > i, let and = sense(.and, at: at) {
        guard ordinalWord(at: Int(and.end)) != nil || hasSense(.atom, at: Int(and.end)) else { return nil }
        at = Int(and.end)
      }
      if at > i, let last = sense(.ordinalMultiplier, at: at) {
        guard group > 0 || value > 0 else { return nil }
        return Node(.ordinal, i, Int(last.end), value: value + max(group, 1) * last.value)
      }
      if at > i, let last = sense(.ordinalAtom, at: at) {
        // "un deuxième engin" is no third, and "trois cinquièmes" no eighth: the last word must fit into the place left.
        guard value + group > 0, last.value < place(below: value + group) else { return nil }
        return Node(.ordinal, i, Int(last.end), value: value + group + last.value)
      }
      if let atom = sense(.atom, at: at) {
        group += atom.value
        at = Int(atom.end)
      } else if let scale = sense(.multiplier, at: at), !scale.flags.contains(.range) {
        if scale.value < 1000 {
          group = max(group, 1) * scale.value
        } else {
          value += max(group, 1) * scale.value
          group = 0
        }
        at = Int(scale.end)
      } else {
        return nil
      }
    }
    return nil
  }

  /// XXI as the name of a century, up to thirty: a rank only where a pattern asks for one.
  func romanNumeral(at i: Int) -> Double? {
    let start = Int(tokens[i].start)
    let end = Int(tokens[i].end)
    guard end - start <= 6 else { return nil }
    var value = 0
    var last = 0
    for at in (start..<end).reversed() {
      let digit: Int
      switch bytes[at] {
      case UInt8(ascii: "I"): digit = 1
      case UInt8(ascii: "V"): digit = 5
      case UInt8(ascii: "X"): digit = 10
      default: return nil
      }
      value += digit < last ? -digit : digit
      last = max(last, digit)
    }
    return (1...30).contains(value) ? Double(value) : nil
  }
}
