import Languages

/// Figures that count nothing: parts of names, times, scores, phone numbers, versions.
extension Reading {
  /// F-16, COVID-19, G20, B52, scp-173m, 777F, 3D: a figure grown together with letters that are no unit, suffix,
  /// currency or month.
  func isPartOfName(_ i: Int) -> Bool {
    if isGlued(i) {
      let before = i - 1
      if tokens[before].kind == .word {
        if !standsApart(before), chart.mask(at: before) & Self.mayTouchFigures == 0 { return true }
      } else if sign(before) == UInt8(ascii: "-"), isGlued(before), before > 0, tokens[before - 1].kind == .word {
        if isNamePrefix(before - 1) { return true }
      }
    }
    // Letters behind it.
    if isGlued(i + 1), i + 1 < count, tokens[i + 1].kind == .word, !standsApart(i + 1) {
      if chart.mask(at: i + 1) & Self.mayFollowFigures != 0 { return false }
      // 1e10 and 10h30 are read elsewhere.
      if isGlued(i + 2), isDigits(i + 2) || isGlued(i + 3) && isDigits(i + 3) && tokens[i + 2].kind == .sign {
        return !isExponentOrHour(i + 1)
      }
      return true
    }
    return false
  }

  private func isExponentOrHour(_ i: Int) -> Bool {
    tokens[i].end - tokens[i].start == 1
      && [UInt8(ascii: "e"), UInt8(ascii: "h")].contains(bytes[Int(tokens[i].start)] | 0x20)
  }

  private static let mayTouchFigures = Chart.bits(.currency, .month, .ordinalPrefix, .glue, .weekday, .minus)

  static let mayFollowFigures = Chart.bits(
    .unit, .currency, .period, .percent, .ordinalSuffix, .scaleSuffix, .multiplier, .month, .clock, .glue)

  private static let datePrefixes = Chart.bits(.month, .currency, .part, .weekday, .date, .ordinalPrefix)

  /// A word of a script in which words and figures touch: Han, kana, Hangul, Thai, and Semitic prefixes.
  func standsApart(_ i: Int) -> Bool {
    let scalar = scalar(at: Int(tokens[i].start))
    return scalar >= 0x2E80 || (0x0590...0x08FF).contains(scalar) || (0x0E00...0x0EFF).contains(scalar)
  }

  /// "F" of F-16, "COVID" of COVID-19: capitals before a hyphen. A month, or "mid" of mid-2014, is none.
  private func isNamePrefix(_ i: Int) -> Bool {
    if chart.mask(at: i) & Self.datePrefixes != 0 { return false }
    // بي-29: behind a word that is no clitic, whose hyphen the lexer takes away.
    if (0x0590...0x08FF).contains(scalar(at: Int(tokens[i].start))) { return true }
    guard !standsApart(i) else { return false }
    // 5k-20k is a range.
    if isGlued(i), isDigits(i - 1), chart.mask(at: i) & Self.mayFollowFigures != 0 { return false }
    return tokens[i].isCapitalised || tokens[i].end - tokens[i].start <= 3
  }

  /// A time, score, phone number, version or list number that begins at a token: the token after it.
  func nonQuantity(at i: Int) -> Int? {
    if isDigits(i) {
      return timeOfDay(at: i) ?? score(at: i) ?? versionOrAddress(at: i) ?? phoneNumber(at: i) ?? listNumber(at: i)
    }
    if sign(i) == UInt8(ascii: "+"), isGlued(i + 1), isDigits(i + 1) { return phoneNumber(at: i + 1) }
    if sign(i) == UInt8(ascii: "("), isDigits(i + 1), sign(i + 2) == UInt8(ascii: ")"), isDigits(i + 3) {
      return phoneNumber(at: i + 1)
    }
    if let web = webAddress(at: i) { return web }
    return labelled(at: i)
  }

  /// 14:30, 2:00 pm, 03h52, 6pm.
  private func timeOfDay(at i: Int) -> Int? {
    let hour = digits(i)
    guard hour.count <= 2, hour.value <= 24 else { return nil }
    var end = i + 1
    if isGlued(end), sign(end) == UInt8(ascii: ":"), isGlued(end + 1), isDigits(end + 1), digits(end + 1).count == 2 {
      end += 2
      if isGlued(end), sign(end) == UInt8(ascii: ":"), isGlued(end + 1), isDigits(end + 1) { end += 2 }
    } else if isGlued(end), end < count, tokens[end].kind == .word, tokens[end].end - tokens[end].start == 1,
      bytes[Int(tokens[end].start)] | 0x20 == UInt8(ascii: "h"), isGlued(end + 1), isDigits(end + 1),
      digits(end + 1).count == 2
    {
      end += 2
    } else if let minutes = dottedMinutes(at: i) {
      end = minutes
    } else if !hasSense(.clock, at: end) {
      return nil
    }
    if let clock = sense(.clock, at: end) { end = Int(clock.end) }
    return end
  }

  /// "в 15.30": where a comma stands before fractions, and what follows the full stop is no month.
  private func dottedMinutes(at i: Int) -> Int? {
    guard language.habits.decimal != 0x2E, isGlued(i + 1), sign(i + 1) == UInt8(ascii: "."), isGlued(i + 2),
      isDigits(i + 2), digits(i + 2).count == 2, digits(i + 2).value < 60,
      !(isGlued(i + 4) && isDigits(i + 4) && isGlued(i + 3)),
      chart.mask(at: i + 3) & Self.mayFollowFigures & ~Chart.bit(.clock) == 0
    else { return nil }
    let minutes = digits(i + 2).value
    return hasSense(.clock, at: i + 3) || (minutes > 12 || minutes == 0) && hasSense(.function, at: i - 1) ? i + 3 : nil
  }

  /// 3-1, 2–0: two small figures, the first the larger; a range goes up.
  private func score(at i: Int) -> Int? {
    guard sign(i + 1) == UInt8(ascii: "-") || sign(i + 1) == UInt8(ascii: ":"), isGlued(i + 1), isGlued(i + 2),
      isDigits(i + 2), !(isGlued(i + 3) && (sign(i + 3) == UInt8(ascii: "-") || isDigits(i + 3)))
    else { return nil }
    let first = digits(i)
    let second = digits(i + 2)
    guard first.count <= 2, second.count <= 2 else { return nil }
    if sign(i + 1) == UInt8(ascii: ":") {
      // A scale of 1:10,000 goes to the end of its figure.
      return digitNumber(at: i + 2).map { max($0.end, i + 3) } ?? i + 3
    }
    if first.value == 0, second.value < 10 { return chart.mask(at: i + 3) & Self.mayFollowFigures == 0 ? i + 3 : nil }
    return first.value >= second.value ? i + 3 : nil
  }

  /// 192.168.1.2, 1.2.3, 24-05-2-1: three or more groups that are no grouped figure and no date.
  private func versionOrAddress(at i: Int) -> Int? {
    var at = i
    var signs = 0
    while isGlued(at + 1), isGlued(at + 2), isDigits(at + 2), sign(at + 1) == UInt8(ascii: ".") {
      at += 2
      signs += 1
    }
    guard signs >= 2, digitNumber(at: i) == nil else { return nil }
    return signs == 2 && numericDate(at: i) != nil ? nil : at + 1
  }

  /// Groups of digits behind hyphens, spaces or dots: at least seven digits in all, and no reading as a figure.
  private func phoneNumber(at i: Int) -> Int? {
    let plus = sign(i - 1) == UInt8(ascii: "+") && isGlued(i)
    // (020) 7946 0958; brackets around it all may hold anything: (1887–1960).
    let isOpened = sign(i - 1) == UInt8(ascii: "(") && sign(i + 1) == UInt8(ascii: ")")
    var at = i
    var total = digits(i).count
    var groups = 1
    var hasHyphen = false
    while true {
      var next = at + 1
      if isOpened, sign(next) == UInt8(ascii: ")") { next += 1 }
      switch sign(next) {
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
        guard isGlued(next), isGlued(next + 1) else { break }
        hasHyphen = true
        next += 1
      default: break
      }
      guard isDigits(next), gap(before: next) <= 1 else { break }
      total += digits(next).count
      groups += 1
      at = next
    }
    guard groups > 1 || plus, total >= 7 else { return nil }
    if !plus, !isOpened, let figure = digitNumber(at: i), figure.end > at { return nil }
    if plus || isOpened { return at + 1 }
    if isSpacedRange(i, end: at + 1) { return nil }
    if hasHyphen, groups >= 3, numericDate(at: i) == nil { return at + 1 }
    // 01 23 45 67 89
    return startsWithZero(i) && groups >= 4 ? at + 1 : nil
  }

  /// "15 001–19 999": two figures whose groups are parted by spaces.
  private func isSpacedRange(_ i: Int, end: Int) -> Bool {
    guard let low = digitNumber(at: i), sign(low.end) == UInt8(ascii: "-"), isDigits(low.end + 1),
      let high = digitNumber(at: low.end + 1)
    else { return false }
    return high.end == end && low.value < high.value
  }

  /// "1." at the beginning of a line, before a word.
  private func listNumber(at i: Int) -> Int? {
    guard i == 0 || tokens[i].lineBefore, digits(i).count <= 2, isGlued(i + 1) else { return nil }
    let sign = sign(i + 1)
    guard sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")"), i + 2 < count, tokens[i + 2].spaceBefore,
      tokens[i + 2].kind == .word, tokens[i + 2].isCapitalised || sign == UInt8(ascii: ")"),
      !language.habits.ordinalDot,
      // "8. Januar 2020" is a day.
      !hasSense(.month, at: i + 2)
    else { return nil }
    return i + 2
  }

  /// https://… and user@host: figures in them count nothing.
  private func webAddress(at i: Int) -> Int? {
    guard i < count, tokens[i].kind == .word, sign(i + 1) == UInt8(ascii: ":"), sign(i + 2) == UInt8(ascii: "/"),
      sign(i + 3) == UInt8(ascii: "/"), isGlued(i + 1), isGlued(i + 2)
    else { return nil }
    var at = i + 1
    while at < count, isGlued(at) { at += 1 }
    return at
  }

  /// "tel. 22 123 45 67": three or more short groups behind a label.
  private func telephoneGroups(from i: Int) -> Int? {
    var at = i
    while isDigits(at), digits(at).count <= 4, at == i || gap(before: at) == 1 { at += 1 }
    return at - i >= 3 ? at : nil
  }

  private static let measures = Chart.bits(.unit, .currency, .percent, .period)

  /// "page 12", "flight 370", "No. 5": a label and its number.
  private func labelled(at i: Int) -> Int? {
    guard let label = sense(.label, at: i) else { return nil }
    var at = Int(label.end)
    if sign(at) == UInt8(ascii: ".") || sign(at) == UInt8(ascii: "#") { at += 1 }
    guard at < count, gap(before: at) <= 2 else { return nil }
    if isDigits(at) {
      at = telephoneGroups(from: at) ?? at + 1
      while isGlued(at), at < count, tokens[at].kind != .sign || isDigits(at + 1) && isGlued(at + 1) { at += 1 }
      // "the flight | 24 hours late"
      if mayBegin.isEmpty, chart.mask(at: at) & Self.measures != 0 { return nil }
      // "pages 12 to 15", "articles 3 and 4" are left to count their second figure: rare, and seldom a claim.
      return at
    }
    guard let number = number(at: at), !number.flags.contains(.scaled), !number.flags.contains(.article) else {
      return nil
    }
    return Int(number.end)
  }
}
