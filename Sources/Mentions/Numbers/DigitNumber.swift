import Languages

/// A figure written in digits, with its separators.
struct DigitNumber {
  var value: Double
  /// The token after it.
  var end: Int
  /// The weight of its last digit.
  var step: Double
  var other: Double = .nan
  /// Whole, without separators.
  var isPlain: Bool
}

extension Reading {
  private static let dot = UInt8(ascii: ".")
  private static let comma = UInt8(ascii: ",")
  private static let apostrophe = UInt8(ascii: "'")

  /// The groups that stand behind each other with one sign between, all without spaces: `1.234.567`.
  private func groups(from i: Int) -> (tokens: [Int], signs: [UInt8]) {
    var tokens = [i]
    var signs: [UInt8] = []
    var at = i
    while isGlued(at + 1), isGlued(at + 2), isDigits(at + 2) {
      let sign = sign(at + 1)
      switch sign {
      case Self.dot, Self.comma, Self.apostrophe, UInt8(ascii: "d"), UInt8(ascii: "g"): break
      default: return (tokens, signs)
      }
      at += 2
      tokens.append(at)
      signs.append(sign)
    }
    return (tokens, signs)
  }

  /// Reads the figure that begins at a token of digits; nil where it is a list, a version, an address of a computer.
  func digitNumber(at i: Int) -> DigitNumber? {
    let first = digits(i)
    var number = DigitNumber(value: first.value, end: i + 1, step: 1, isPlain: true)
    // Groups parted by spaces: 5 200, 1 234 567.
    if first.count <= 3, let spaced = spacedGroups(from: i, first: first) {
      number = spaced
      // A fraction may follow: 1 234 567,89.
      let sign = sign(number.end)
      if sign == Self.comma || sign == Self.dot, isGlued(number.end), isGlued(number.end + 1),
        isDigits(number.end + 1), !(isGlued(number.end + 2) && sign == self.sign(number.end + 2))
      {
        addFraction(&number, token: number.end + 1)
      }
      return number
    }
    let (groupTokens, signs) = groups(from: i)
    guard !signs.isEmpty else { return number }
    number.isPlain = false
    let counts = groupTokens.map { digits($0).count }
    if signs.count == 1 { return single(i, first: first, sign: signs[0], token: groupTokens[1], count: counts[1]) }

    let last = signs[signs.count - 1]
    let leading = signs.dropLast()
    if leading.allSatisfy({ $0 == leading.first }), last != leading.first {
      // 1.234,56: groups, then a fraction.
      guard Self.areGroups(counts.dropLast()) else { return nil }
      number = joined(groupTokens.dropLast(), end: groupTokens[groupTokens.count - 2] + 1)
      addFraction(&number, token: groupTokens[groupTokens.count - 1])
      return number
    }
    if signs.allSatisfy({ $0 == last }), Self.areGroups(counts[...]) {
      return joined(groupTokens[...], end: groupTokens[groupTokens.count - 1] + 1)
    }
    return nil
  }

  /// Three digits a group, or two but for the last (12,34,567).
  private static func areGroups(_ counts: ArraySlice<Int>) -> Bool {
    guard let first = counts.first, let last = counts.last, counts.count > 1, first >= 1, first <= 3, last == 3 else {
      return false
    }
    let middle = counts.dropFirst().dropLast()
    return middle.allSatisfy { $0 == 3 } || (first <= 2 && middle.allSatisfy { $0 == 2 })
  }

  private func joined(_ groups: ArraySlice<Int>, end: Int) -> DigitNumber {
    var value = 0.0
    for token in groups {
      let part = digits(token)
      value = value * tenTo(part.count) + part.value
    }
    return DigitNumber(value: value, end: end, step: 1, isPlain: false)
  }

  private func addFraction(_ number: inout DigitNumber, token: Int) {
    let fraction = digits(token)
    number.step = 1 / tenTo(fraction.count)
    // Divided once, so that 0.57 is the double nearest to it.
    number.value = (number.value * tenTo(fraction.count) + fraction.value) / tenTo(fraction.count)
    number.end = token + 1
    number.isPlain = false
  }

  private func single(_ i: Int, first: (value: Double, count: Int), sign: UInt8, token: Int, count: Int) -> DigitNumber
  {
    var grouped = DigitNumber(
      value: first.value * 1000 + digits(token).value, end: token + 1, step: 1, isPlain: false)
    var fraction = DigitNumber(value: first.value, end: i + 1, step: 1, isPlain: false)
    addFraction(&fraction, token: token)
    let couldGroup = count == 3 && first.count <= 3 && !startsWithZero(i)
    switch sign {
    case UInt8(ascii: "d"): return fraction
    case UInt8(ascii: "g"), Self.apostrophe: return couldGroup ? grouped : fraction
    default: break
    }
    guard couldGroup else { return fraction }
    let habit = decimalSign ?? language.habits.decimal
    if UInt32(sign) == habit {
      fraction.other = decimalSign == nil ? grouped.value : .nan
      return fraction
    }
    grouped.other = decimalSign == nil && UInt32(sign) != language.habits.grouping ? fraction.value : .nan
    return grouped
  }

  /// 5 200: groups of exactly three behind one space, all of the same kind.
  private func spacedGroups(from i: Int, first: (value: Double, count: Int)) -> DigitNumber? {
    guard !startsWithZero(i) else { return nil }
    var value = first.value
    var at = i
    var onlyNoBreak = true
    while isDigits(at + 1), tokens[at + 1].spaceBefore, digits(at + 1).count == 3 {
      let isNoBreak = isNoBreakSpace(before: at + 1)
      if !isNoBreak {
        guard gap(before: at + 1) == 1, bytes[Int(tokens[at].end)] == 0x20 else { break }
        onlyNoBreak = false
      }
      value = value * 1000 + digits(at + 1).value
      at += 1
    }
    guard at > i else { return nil }
    if !onlyNoBreak, mayBeTwoFigures(i) { return nil }
    return DigitNumber(value: value, end: at + 1, step: 1, isPlain: false)
  }

  /// A plain space groups digits in newspapers of every language, but "on July 17 300 people" are two figures.
  private func mayBeTwoFigures(_ i: Int) -> Bool {
    i > 0 && chart.has(.month, at: i - 1) && digits(i).value <= 31
  }

  func tenTo(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<max(0, min(exponent, 308)) { power *= 10 }
    return power
  }
}
