import ICU
import Languages

extension Reading {
  /// A run of four digits that may be a year.
  mutating func addYear(at i: Int) {
    let figure = digits(i)
    guard figure.count == 4, figure.value >= 1000, !startsWithZero(i) else { return }
    if isGlued(i), tokens[i - 1].kind == .sign, sign(i - 1) == UInt8(ascii: "."), isDigits(i - 2) { return }
    var node = Node(.year, i, i + 1, value: figure.value, flags: [.digits, .plain])
    node.date = PartialDate(year: Int32(figure.value), grain: .year)
    if figure.value > 2199 {
      // Years of the Buddhist era and of the Hebrew calendar: only where a month stands beside them.
      node.flags.insert(.weak)
      if language.habits.yearOffset > 0, (2400...2700).contains(figure.value) {
        node.value -= Double(language.habits.yearOffset)
        node.date.year -= Int32(language.habits.yearOffset)
      } else {
        guard figure.value > 5000, figure.value < 6200, isBesideForeignMonth(i) else { return }
      }
    } else if isOwnYear(Int(figure.value)) {
      node.date.calendar = language.habits.calendar
    }
    chart.add(node)
  }

  /// ۱۴۰۰ in Persian is a year of the Persian calendar.
  private func isOwnYear(_ year: Int) -> Bool { language.habits.calendar == .persian && (1200...1499).contains(year) }

  /// "two thousand and fifteen", "nineteen eighty-six", as a year: only where a pattern asks for one.
  mutating func addSpelledYear(at i: Int) {
    guard tokens[i].kind == .word, let number = chart.longest(.number, at: i), !number.flags.contains(.digits) else {
      return
    }
    if let digits = yearByDigits(at: i) {
      chart.add(digits)
      return
    }
    var value = number.value
    var end = Int(number.end)
    if (10...20).contains(value), let rest = chart.longest(.number, at: end), !rest.flags.contains(.digits),
      (10...99).contains(rest.value), rest.flags.contains(.plain)
    {
      value = value * 100 + rest.value
      end = Int(rest.end)
    }
    guard (1100...2199).contains(value), number.flags.contains(.plain) || number.flags.contains(.scaled) else { return }
    var node = Node(.year, i, end, value: value, flags: .weak)
    node.date = PartialDate(year: Int32(value), grain: .year)
    chart.add(node)
  }

  /// 二〇一八: a year read out digit by digit.
  private func yearByDigits(at i: Int) -> Node? {
    guard language.habits.countsMyriads, i + 3 < count else { return nil }
    var value = 0.0
    for at in i..<i + 4 {
      guard at == i || isGlued(at), let digit = sense(.atom, at: at), digit.value <= 9, Int(digit.end) == at + 1 else {
        return nil
      }
      value = value * 10 + digit.value
    }
    guard (1000...2199).contains(value) else { return nil }
    var node = Node(.year, i, i + 4, value: value, flags: .weak)
    node.date = PartialDate(year: Int32(value), grain: .year)
    return node
  }

  /// Whether a date in figures begins at a token of digits.
  func numericDate(at i: Int) -> Node? {
    var probe: Node?
    eachNumericDate(at: i) { if probe == nil { probe = $0 } }
    return probe
  }

  mutating func addNumericDates(at i: Int) {
    var found: [Node] = []
    eachNumericDate(at: i) { found.append($0) }
    for node in found { chart.add(node) }
  }

  private func isSeparator(_ sign: UInt8) -> Bool {
    sign == UInt8(ascii: "/") || sign == UInt8(ascii: "-") || sign == UInt8(ascii: ".")
  }

  /// 25/04/2021 anywhere in a text shows that 03/04/2021 is the third of April there.
  mutating func settleDateOrder() {
    guard language.habits.hasBothDateOrders else { return }
    dateOrderIsSure = false
    var i = 0
    while i + 4 < count {
      defer { i += 1 }
      guard isDigits(i), isDigits(i + 2), isDigits(i + 4),
        sign(i + 1) == UInt8(ascii: "/") || sign(i + 1) == UInt8(ascii: "."),
        sign(i + 3) == sign(i + 1), digits(i + 4).count == 4, digits(i).count <= 2, digits(i + 2).count <= 2
      else { continue }
      let first = digits(i).value
      let second = digits(i + 2).value
      guard first > 12 && first <= 31 && second <= 12 || second > 12 && second <= 31 && first <= 12 else { continue }
      dateOrder = first > 12 ? .dayMonthYear : .monthDayYear
      dateOrderIsSure = true
      return
    }
  }

  /// 2021-07-26, 26/07/2021, 26.7.21, 7/26, 2021-07, 20210726.
  private func eachNumericDate(at i: Int, _ body: (Node) -> Void) {
    let first = digits(i)
    if isGlued(i), tokens[i - 1].kind == .sign, isSeparator(sign(i - 1)), isDigits(i - 2), isGlued(i - 1) {
      // Inside another date, unless a dash parts two: 10/1-11/7.
      let isFull =
        sign(i - 1) == UInt8(ascii: "-") && sign(i + 1) == UInt8(ascii: "-") && digits(i - 2).count == 4
        && first.count <= 2
        && isDigits(i - 6) && sign(i - 3) == UInt8(ascii: "-") && sign(i - 5) == UInt8(ascii: "-")
      guard isFull || sign(i - 1) == UInt8(ascii: "-"),
        isFull || sign(i + 1) == UInt8(ascii: "/") || sign(i + 1) == UInt8(ascii: ".")
      else { return }
    }
    if first.count == 8, let day = compact(Int(first.value)) {
      body(dateNode(i, i + 1, year: day.year, month: day.month, day: day.day))
      return
    }
    guard isGlued(i + 1), isGlued(i + 2), isDigits(i + 2), isSeparator(sign(i + 1)) else {
      spacedDate(at: i, body)
      return
    }
    let separator = sign(i + 1)
    let second = digits(i + 2)
    if isGlued(i + 3), isGlued(i + 4), sign(i + 3) == separator, isDigits(i + 4) {
      let third = digits(i + 4)
      // A fourth group makes it something else.
      if isGlued(i + 5), sign(i + 5) == separator, isGlued(i + 6), isDigits(i + 6) {
        guard separator == UInt8(ascii: "-"), first.count <= 2 else { return }
      }
      threeParts(i, first, second, third, body)
      return
    }
    // 30/4.85 is a calculation.
    guard !(isGlued(i + 3) && isGlued(i + 4) && isDigits(i + 4) && sign(i + 3) == UInt8(ascii: ".")) else { return }
    twoParts(i, first, second, separator, body)
  }

  private func compact(_ value: Int) -> Day? {
    guard (1900...2199).contains(value / 10_000) else { return nil }
    return Day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
  }

  private typealias Part = (value: Double, count: Int)

  private func threeParts(_ i: Int, _ a: Part, _ b: Part, _ c: Part, _ body: (Node) -> Void) {
    let (x, y, z) = (Int(a.value), Int(b.value), Int(c.value))
    if a.count == 4, b.count <= 2, c.count <= 2 {
      if isOwnYear(x), (1...12).contains(y), (1...31).contains(z) {
        return body(dateNode(i, i + 5, year: x, month: y, day: z))
      }
      if Day(year: x, month: y, day: z) != nil {
        body(dateNode(i, i + 5, year: x, month: y, day: z))
      } else if Day(year: x, month: z, day: y) != nil {
        body(dateNode(i, i + 5, year: x, month: z, day: y))
      }
      return
    }
    guard a.count <= 2, b.count <= 2, c.count == 4 || c.count == 2 else { return }
    let year = c.count == 4 ? z : century(z)
    let dayFirst = Day(year: year, month: y, day: x)
    let monthFirst = Day(year: year, month: x, day: y)
    if dateOrder == .yearMonthDay, c.count == 2, let day = Day(year: century(x), month: y, day: z) {
      body(dateNode(i, i + 5, year: day.year, month: day.month, day: day.day))
      return
    }
    let primary = dateOrder == .monthDayYear ? monthFirst ?? dayFirst : dayFirst ?? monthFirst
    guard let primary else { return }
    var node = dateNode(i, i + 5, year: primary.year, month: primary.month, day: primary.day)
    if let dayFirst, let monthFirst, dayFirst != monthFirst, !dateOrderIsSure {
      node.other = Double(primary == dayFirst ? monthFirst.number : dayFirst.number)
    }
    body(node)
  }

  /// The year of two digits nearest to the article's: 99 is 1999, 21 is 2021.
  func century(_ year: Int) -> Int {
    guard year < 100 else { return year }
    let reference = reference?.year ?? 2020
    let base = reference / 100 * 100 + year
    return base > reference + 20 ? base - 100 : base
  }

  private func twoParts(_ i: Int, _ a: Part, _ b: Part, _ separator: UInt8, _ body: (Node) -> Void) {
    let (x, y) = (Int(a.value), Int(b.value))
    if a.count == 4, b.count == 2, (x + 1) % 100 == y, (1000...2199).contains(x), separator != UInt8(ascii: "."),
      separator == UInt8(ascii: "/") || y > 12, !isGlued(i + 3) || tokens[i + 3].kind == .sign,
      let from = Day(year: x, month: 1, day: 1), let to = Day(year: x + 1, month: 12, day: 31)
    {
      // 2020/21: a season, a school year, a fiscal year.
      body(spanNode(i, i + 3, from, to, .open))
    } else if a.count == 4, b.count <= 2, separator != UInt8(ascii: "."), (1000...2199).contains(x),
      (1...12).contains(y)
    {
      body(dateNode(i, i + 3, year: x, month: y, day: 0))
    } else if a.count <= 2, b.count == 4, (1...12).contains(x), (1000...2199).contains(y) {
      body(dateNode(i, i + 3, year: y, month: x, day: 0))
    } else if a.count <= 2, b.count <= 2 {
      let dayFirst = Day(year: 2020, month: y, day: x) != nil
      let monthFirst = Day(year: 2020, month: x, day: y) != nil
      guard dayFirst || monthFirst else { return }
      let takeMonthFirst = dateOrder == .monthDayYear || dateOrder == .yearMonthDay ? monthFirst : !dayFirst
      var node = dateNode(i, i + 3, year: nil, month: takeMonthFirst ? x : y, day: takeMonthFirst ? y : x)
      // A fraction, a score or a decimal as likely as a day: only together with words that ask for a date.
      node.flags.insert(.weak)
      if separator == UInt8(ascii: "/"), slashDateIsSure(x, y) { node.flags.remove(.weak) }
      body(node)
    }
  }

  /// 22/04 is a date, 3/4 may be a fraction.
  private func slashDateIsSure(_ x: Int, _ y: Int) -> Bool { x >= y || y > 10 }

  /// "02 04 2009": day, month and year parted by spaces.
  private func spacedDate(at i: Int, _ body: (Node) -> Void) {
    guard isDigits(i + 1), isDigits(i + 2), gap(before: i + 1) == 1, gap(before: i + 2) == 1, !isDigits(i + 3) else {
      return
    }
    let (a, b, c) = (digits(i), digits(i + 1), digits(i + 2))
    guard a.count <= 2, b.count <= 2,
      c.count == 4 || c.count == 2 && (startsWithZero(i) || startsWithZero(i + 1) || a.count == 2 && c.value > 31)
    else { return }
    guard c.count == 2 || (1900...2199).contains(c.value) else { return }
    threeSpaced(i, a, b, c, body)
  }

  private func threeSpaced(_ i: Int, _ a: Part, _ b: Part, _ c: Part, _ body: (Node) -> Void) {
    let year = c.count == 4 ? Int(c.value) : century(Int(c.value))
    let (x, y) = (Int(a.value), Int(b.value))
    let monthFirst = dateOrder == .monthDayYear
    guard
      let day = monthFirst
        ? Day(year: year, month: x, day: y) ?? Day(year: year, month: y, day: x)
        : Day(year: year, month: y, day: x) ?? Day(year: year, month: x, day: y)
    else { return }
    body(dateNode(i, i + 3, year: day.year, month: day.month, day: day.day))
  }

  /// A date of the given fields; 0 and nil for what is not said.
  func dateNode(_ start: Int, _ end: Int, year: Int?, month: Int, day: Int) -> Node {
    var node = Node(.date, start, end)
    node.date = PartialDate(
      year: year.map(Int32.init) ?? .min, month: Int8(month), day: Int8(day),
      grain: day > 0 ? .day : month > 0 ? .month : .year)
    if let year, isOwnYear(year), isDigits(start), isDigits(end - 1) { node.date.calendar = language.habits.calendar }
    return node
  }
}
