import ICU
import Languages
import Synchronization

/// Dates of other calendars as days: ICU's calendars, opened at their first use and shared.
enum Calendars {
  private static let open = Mutex<[CalendarSystem: CalendarConversion]>([:])

  private static func with<Result: Sendable>(
    _ system: CalendarSystem, _ body: (CalendarConversion) -> Result
  ) -> Result {
    open.withLock { open in
      if let known = open[system] { return body(known) }
      let conversion = CalendarConversion(system)
      open[system] = conversion
      return body(conversion)
    }
  }

  /// The days of a date; of the whole month or year where day or month are 0. Nil where the calendar has no such date.
  static func span(_ calendar: CalendarCode, year: Int, month: Int, day: Int) -> DateSpan? {
    with(calendar.system) { calendar in
      guard let first = calendar.day(year: year, month: max(month, 1), day: max(day, 1)) else { return nil }
      if day > 0 { return DateSpan(from: first, to: first) }
      guard month > 0 else {
        return calendar.day(year: year + 1, month: 1, day: 1).map { DateSpan(from: first, to: $0 - 1) }
      }
      // No month of these calendars is shorter than 29 days.
      var last = first + 28
      while calendar.fields(of: last + 1)?.month == month, last - first < 31 { last = last + 1 }
      return DateSpan(from: first, to: last)
    }
  }

  /// The calendar's year of a day.
  static func year(_ calendar: CalendarCode, of day: Day) -> Int? {
    with(calendar.system) { $0.fields(of: day)?.year }
  }

  /// The calendar's month of a day.
  static func month(_ system: CalendarSystem, of day: Day) -> Int? { with(system) { $0.fields(of: day)?.month } }

  /// The first day in a stretch with which a month of the Chinese calendar begins: the new moon's, in China.
  static func newMoon(from start: Day, to end: Day) -> Day? {
    with(.chinese) { calendar in
      var at = start
      while at <= end {
        if calendar.fields(of: at)?.day == 1 { return at }
        at = at + 1
      }
      return nil
    }
  }

  /// The first day in a stretch that has the given month and day in a calendar; the month's days are all of them where
  /// `day` is 0.
  static func first(_ system: CalendarSystem, month: Int, day: Int, from start: Day, to end: Day) -> Day? {
    with(system) { calendar in
      var at = start
      while at <= end {
        guard let fields = calendar.fields(of: at) else { return nil }
        if fields.month == month, fields.day == max(day, 1) { return at }
        // Days of one month follow each other: the next candidate is as far off as the day of the month says.
        let missing = max(day, 1) - fields.day
        at = at + (missing > 0 ? missing : max(1, 28 - fields.day))
      }
      return nil
    }
  }
}

extension Reading {
  /// 令和3, 1442 AH, พ.ศ. 2564: a year as the patterns take one.
  func eraYear(_ start: Int, _ end: Int) -> Node? {
    guard let era = captured(.era) else { return nil }
    if let date = captured(.date) { return eraDate(date, era, start, end) }
    let figure = captured(.year) ?? captured(.number)
    // 元年 is the first.
    let value = figure.map { isDigits(Int($0.start)) ? digits(Int($0.start)).value : $0.value } ?? 1
    guard value >= 1, value == value.rounded(), value < 9000, figure?.flags.contains(.scaled) != true else {
      return nil
    }
    // 文化 is culture before it is an era: 年, 년 must follow.
    if scalar(at: Int(tokens[Int(era.start)].start)) >= 0x2E80 {
      guard end < count, [0x5E74, 0xB144].contains(scalar(at: Int(tokens[end].start))) else { return nil }
    }
    return eraYear(Int(value), era, start, end)
  }

  private func eraYear(_ year: Int, _ era: Node, _ start: Int, _ end: Int) -> Node? {
    var node = Node(.year, start, end, value: Double(year), flags: [.digits, .plain])
    if let calendar = CalendarCode(rawValue: Int(era.value - CalendarCode.eraBase)) {
      guard calendar == .hebrew ? (3000...6500).contains(year) : (1...1600).contains(year) else { return nil }
      node.date = PartialDate(year: Int32(year), grain: .year, calendar: calendar)
      return node
    }
    let gregorian = year + Int(era.value)
    guard (era.value == 0 ? 1 : 600)...2190 ~= gregorian, era.value <= 0 || year < 200 else { return nil }
    node.value = Double(gregorian)
    node.date = PartialDate(year: Int32(gregorian), grain: .year)
    return node
  }

  /// 1442/9/15 هـ
  private func eraDate(_ date: Node, _ era: Node, _ start: Int, _ end: Int) -> Node? {
    guard let calendar = CalendarCode(rawValue: Int(era.value - CalendarCode.eraBase)), !date.date.isSpan,
      date.date.hasYear, date.date.calendar == nil, (1...1600).contains(date.date.year)
    else { return nil }
    return date.with {
      Self.span(&$0, start, end)
      $0.date.calendar = calendar
    }
  }

  /// The calendar of a month of the chart; nil for the Gregorian.
  func calendar(of month: Node) -> CalendarCode? { CalendarCode(rawValue: Int(month.value) / 100) }

  /// Whether a month of another calendar stands at a token or one beside it.
  func isBesideForeignMonth(_ i: Int) -> Bool {
    func isForeign(_ at: Int) -> Bool {
      at >= 0 && at < count && chart.has(.month, at: at)
        && chart.contains(at: at) { $0.category == .month && $0.value >= 100 }
    }
    if isForeign(i + 1) { return true }
    // Names of two words, and a word or sign between: "Rabi I, 1442".
    return isForeign(i - 1) || isForeign(i - 2) || isForeign(i - 3)
  }

  /// ט״ו, תשפ״א, ה׳: letters of falling value with a mark before the last, or behind a single one. The number and the token
  /// after it.
  func letterNumeral(at i: Int) -> (value: Int, end: Int)? {
    guard language.habits.hasLetterNumerals, i + 1 < count, tokens[i].kind == .word, isGlued(i + 1),
      tokens[i + 1].kind == .sign
    else { return nil }
    let mark = scalar(at: Int(tokens[i + 1].start))
    guard let head = Self.letters(of: self, tokens[i]) else { return nil }
    if mark == 0x5F3 || mark == 0x27 || mark == 0x2019 {
      return head.count == 1 ? (head[0], i + 2) : nil
    }
    guard mark == 0x5F4 || mark == 0x22 || mark == 0x201D, isGlued(i + 2), i + 2 < count, tokens[i + 2].kind == .word,
      let tail = Self.letters(of: self, tokens[i + 2]), tail.count == 1
    else { return nil }
    let all = head + tail
    // 15 and 16 are written 9 + 6 and 9 + 7.
    guard zip(all, all.dropFirst()).allSatisfy({ $0 > $1 || $0 == 400 && $1 == 400 }) else { return nil }
    return (all.reduce(0, +), i + 3)
  }

  /// The values of Hebrew letters; nil where a word is made of others, or is too long for a number.
  private static func letters(of reading: Reading, _ token: Token) -> [Int]? {
    guard token.end - token.start <= 10 else { return nil }
    var values: [Int] = []
    var at = Int(token.start)
    while at < Int(token.end) {
      guard let value = letterValues[reading.scalar(at: at)] else { return nil }
      values.append(value)
      at += 2
    }
    return values.isEmpty ? nil : values
  }

  private static let letterValues: [UInt32: Int] = [
    0x5D0: 1, 0x5D1: 2, 0x5D2: 3, 0x5D3: 4, 0x5D4: 5, 0x5D5: 6, 0x5D6: 7, 0x5D7: 8, 0x5D8: 9, 0x5D9: 10, 0x5DB: 20,
    0x5DC: 30, 0x5DE: 40, 0x5E0: 50, 0x5E1: 60, 0x5E2: 70, 0x5E4: 80, 0x5E6: 90, 0x5E7: 100, 0x5E8: 200, 0x5E9: 300,
    0x5EA: 400, 0x5DA: 20, 0x5DD: 40, 0x5DF: 50, 0x5E3: 80, 0x5E5: 90,
  ]

  /// Days and years written in letters: years where they are of this millennium's size, days beside a month.
  mutating func addLetterNumeral(at i: Int) {
    guard let (value, end) = letterNumeral(at: i) else { return }
    if (600...899).contains(value) {
      var node = Node(.year, i, end, value: Double(5000 + value), flags: [.digits, .plain])
      node.date = PartialDate(year: Int32(5000 + value), grain: .year, calendar: .hebrew)
      chart.add(node)
    } else if value <= 30 {
      chart.add(Node(.number, i, end, value: Double(value), flags: [.hasValue, .digits, .plain, .weak]))
    }
  }
}
