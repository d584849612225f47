import ICU
import Languages

/// Dates of the calendar as they are written: day, month, year and weekday in every order.
extension Reading {
  func calendarDate(_ production: Production, _ start: Int, _ end: Int) -> Node? {
    switch production.action {
    case .weekdayDate: return weekdayDate(start, end)
    case .dateWeekday:
      // "Tuesday, 3 August, Wednesday": the weekday before a date is the date's.
      if hasSense(.weekday, at: start - 1) || hasSense(.weekday, at: start - 2) && sign(start - 1) != 0 { return nil }
      return weekdayDate(start, end)
    case .weekdayAlone: return weekdayAlone(start, end)
    case .listed: return listed()
    case .yearAlone:
      if captured(.year) == nil, let number = captured(.number), number.flags.contains(.digits),
        number.flags.contains(.plain)
      {
        // 在393年: a constant says from which year on, and round figures are so many years.
        if production.value > 0,
          number.value < production.value || number.value >= 1000
            || number.value.truncatingRemainder(dividingBy: 10) == 0
        {
          return nil
        }
        return dateNode(start, end, year: century(Int(number.value)), month: 0, day: 0)
      }
      if captured(.year) == nil { return production.value > 0 ? nil : ordinalYear(start, end) }
      guard let year = captured(.year) else { return nil }
      // "two thousand soldiers": a spelled-out figure is a year only where other words ask for one.
      if year.flags.contains(.weak), Int(year.start) == start, Int(year.end) == end { return nil }
      var node = Node(.date, start, end)
      node.date = year.date
      return node
    case .dayAlone: return dayAlone(start, end)
    default: break
    }
    guard let month = captured(.month) else { return nil }
    if let calendar = calendar(of: month) { return dateOf(calendar, month, production.action, start, end) }
    guard captured(.year)?.date.calendar == nil else { return nil }
    let year = captured(.year).map { Int($0.value) } ?? rankedYear()
    switch production.action {
    case .monthAlone:
      guard mayStandAlone(month) else { return nil }
      return dateNode(start, end, year: nil, month: Int(month.value), day: 0)
    case .monthYear, .yearMonth:
      guard let year = year ?? shortYear() else { return nil }
      return dateNode(start, end, year: year, month: Int(month.value), day: 0)
    default:
      guard let dayNode = captured(.ordinal) ?? captured(.number), let day = dayNumber(dayNode) else { return nil }
      // "May 2" of "May 2,500" and "3 March" of "2.3 March" are none: the figure must be whole.
      guard !dayNode.flags.contains(.scaled), !isRoman(dayNode),
        day <= Day.length(ofMonth: Int(month.value), year: year ?? 2020)
      else {
        return nil
      }
      if year == nil, !isCapitalisedMonth(month), !dayNode.flags.contains(.digits), dayNode.category == .number {
        return nil
      }
      return dateNode(start, end, year: year ?? shortYear(besides: dayNode), month: Int(month.value), day: day)
    }
  }

  /// "15 Ramadan 1442": a month of another calendar, with its own year or none. What could be a word of another kind asks
  /// for the year.
  private func dateOf(_ calendar: CalendarCode, _ month: Node, _ action: Action, _ start: Int, _ end: Int) -> Node? {
    let year = captured(.year)
    if let year, year.date.calendar != calendar {
      guard year.end == year.start + 1, year.flags.contains(.digits), isDigits(Int(year.start)),
        calendar == .hebrew ? year.value > 4000 : digits(Int(year.start)).value < 1600
      else { return nil }
    }
    let isOwn = language.habits.calendar == calendar || language.habits.hasLetterNumerals && calendar == .hebrew
    if year == nil, !isOwn, calendar == .persian || tokens[Int(month.start)].end - tokens[Int(month.start)].start <= 3 {
      return nil
    }
    if year == nil, !mayStandAlone(month) || isNameFollowed(end) { return nil }
    var node = Node(.date, start, end)
    node.date = PartialDate(
      year: year.map { Int32($0.value) } ?? .min, month: Int8(Int(month.value) % 100), grain: .month, calendar: calendar
    )
    switch action {
    case .monthAlone: return isOwn ? node : nil
    case .monthYear, .yearMonth: return year == nil ? nil : node
    default:
      guard let dayNode = captured(.ordinal) ?? captured(.number), let day = dayNumber(dayNode),
        !dayNode.flags.contains(.scaled), day <= 31
      else { return nil }
      node.date.day = Int8(day)
      node.date.grain = .day
      return node
    }
  }

  /// "10 Recep Tayyip": what bears a capital behind a month makes it a person's name.
  private func isNameFollowed(_ end: Int) -> Bool {
    end < count && tokens[end].kind == .word && tokens[end].isCapitalised && !tokens[end].lineBefore
  }

  /// 2020年1月8日: the month is a figure, and the words about it say so.
  func numericMonthDate(_ action: Action, _ start: Int, _ end: Int) -> Node? {
    let numbers = captures.map { chart.nodes[$0] }.filter { $0.category == .number }
    let isDayFirst = action == .numericDayMonthYear || action == .numericDayMonth
    let isMonthAlone = action == .numericYearMonth || action == .numericMonthYear
    guard numbers.count == (isMonthAlone ? 1 : 2) else { return nil }
    let year = captured(.year).map { Int($0.value) }
    guard let month = dayNumber(numbers[isDayFirst ? 1 : 0]), month <= 12 else { return nil }
    if isMonthAlone { return year.map { dateNode(start, end, year: $0, month: month, day: 0) } }
    guard let day = dayNumber(numbers[isDayFirst ? 0 : 1]), day <= Day.length(ofMonth: month, year: year ?? 2020) else {
      return nil
    }
    return dateNode(start, end, year: year, month: month, day: day)
  }

  /// '98 and "of 87": two digits where no day can be meant.
  private func shortYear(besides day: Node? = nil) -> Int? {
    for index in captures.reversed() {
      let node = chart.nodes[index]
      if let day, node.start == day.start { continue }
      guard node.category == .number, node.flags.contains(.digits), node.flags.contains(.plain),
        node.end == node.start + 1,
        digits(Int(node.start)).count == 2
      else { continue }
      return century(Int(node.value))
    }
    return nil
  }

  /// "I juli": a preposition, and no first day.
  private func isRoman(_ day: Node) -> Bool {
    day.category == .ordinal && day.flags.contains(.weak) && !day.flags.contains(.digits)
  }

  private func isCapitalisedMonth(_ month: Node) -> Bool {
    !language.habits.capitalisesMonths || tokens[Int(month.start)].isCapitalised
  }

  /// "29 июля две тысячи двадцать первого года": the year as a rank.
  private func rankedYear() -> Int? {
    for index in captures {
      let node = chart.nodes[index]
      if node.category == .ordinal, (1000...2190).contains(node.value) { return Int(node.value) }
    }
    return nil
  }

  /// "в две тысячи двадцать первом году", "in the year 833": a rank, or a figure of less than four digits, where the
  /// words about it say that it is a year.
  private func ordinalYear(_ start: Int, _ end: Int) -> Node? {
    guard let said = captured(.ordinal) ?? captured(.number), said.value >= 1, said.value <= 2190,
      said.value == said.value.rounded(), Int(said.start) > start || Int(said.end) < end
    else { return nil }
    return dateNode(start, end, year: Int(said.value), month: 0, day: 0)
  }

  /// A month by itself: not the verb "may", nor "march" at the head of a sentence.
  private func mayStandAlone(_ month: Node) -> Bool {
    // French "sept" is seven before it is September.
    guard !chart.contains(at: Int(month.start), { $0.category == .atom && $0.end == month.end }) else { return false }
    guard chart.contains(at: Int(month.start), { $0.category == .plain && $0.end == month.end }) else { return true }
    // Words that are something else too: only inside a sentence, with a capital or a preposition before them.
    guard month.start > 0, tokens[Int(month.start) - 1].kind == .word else { return false }
    return language.habits.capitalisesMonths || hasSense(.function, at: Int(month.start) - 1)
  }

  private func weekdayAlone(_ start: Int, _ end: Int) -> Node? {
    guard let weekday = captured(.weekday),
      !chart.contains(at: Int(weekday.start), { $0.category == .plain && $0.end == weekday.end })
    else { return nil }
    var node = Node(.date, start, end)
    node.date = PartialDate(weekday: Int8(weekday.value), grain: .day)
    return node
  }

  /// "Friday 29 July", "Tue 13th", "Friday 7.6"
  private func weekdayDate(_ start: Int, _ end: Int) -> Node? {
    guard let weekday = captured(.weekday) else { return nil }
    var node = Node(.date, start, end)
    if let date = captured(.date) {
      guard !date.date.isSpan else { return weekdayInPeriod(weekday, date, start, end) }
      guard date.date.day > 0, date.date.weekday == 0 else { return nil }
      node.date = date.date
      node.other = date.other
    } else if let number = captured(.ordinal) ?? captured(.number), let day = dayNumber(number),
      number.category == .ordinal || number.flags.contains(.digits)
    {
      node.date = PartialDate(day: Int8(day), grain: .day)
    } else {
      return nil
    }
    node.date.weekday = Int8(weekday.value)
    return node
  }

  /// "Wednesday of next week", "next week Wednesday"
  private func weekdayInPeriod(_ weekday: Node, _ period: Node, _ start: Int, _ end: Int) -> Node? {
    guard period.date.grain == .week, period.date.from != .min else { return nil }
    let day = Day(number: Int(period.date.from)) + (Int(weekday.value) - 1)
    return spanNode(start, end, day, day, .day)
  }

  private func dayAlone(_ start: Int, _ end: Int) -> Node? {
    guard let number = captured(.ordinal) ?? captured(.number), let day = dayNumber(number), number.value <= 31 else {
      return nil
    }
    if number.category == .number {
      // "le 17" at the end of what is said; "le 17 soldats" counts.
      guard number.flags.contains(.digits), end >= count || tokens[end].kind == .sign || hasSense(.function, at: end),
        !(isGlued(end) && end + 1 < count && isGlued(end + 1)), !hasSense(.percent, at: end)
      else { return nil }
    } else {
      guard end >= count || tokens[end].kind == .sign || hasSense(.function, at: end) else { return nil }
    }
    var node = Node(.date, start, end)
    node.date = PartialDate(day: Int8(day), grain: .day)
    return node
  }

  /// "18 and 19 June": the first takes month and year from the second.
  private func listed() -> Node? {
    guard let first = captured(0), let day = dayNumber(first), let date = captured(.date), !date.date.isSpan,
      date.date.month > 0, date.date.day > 0, day < Int(date.date.day), first.flags.contains(.digits)
    else { return nil }
    var node = Node(.date, Int(first.start), Int(first.end))
    node.date = date.date
    node.date.day = Int8(day)
    node.date.weekday = 0
    return node
  }
}
