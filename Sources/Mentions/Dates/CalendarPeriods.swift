import ICU
import Languages

/// Quarters, halves, decades, centuries, seasons, holidays, and the nth of something.
extension Reading {
  mutating func calendarPeriod(_ production: Production, _ start: Int, _ end: Int) -> Node? {
    switch production.action {
    case .decade, .hundred: return decade(production, start, end)
    case .century: return century(start, end)
    case .beforeEra: return beforeEra(start, end)
    case .quarter, .quarterYear: return fraction(of: 4, production.value, start, end)
    case .halfYear, .halfMonth, .halfWeek, .thirdMonth, .thirdYear: return portion(production, start, end)
    case .weekendOf: return weekend(start, end)
    case .weekOfYear: return weekOfYear(start, end)
    case .nthPeriod: return nth(start, end)
    case .lastPeriod: return lastPeriod(start, end)
    case .nthWeekday: return nthWeekday(start, end)
    case .seasonYear: return season(start, end)
    case .holidayYear: return holiday(start, end)
    case .fromMonth: return monthOfYear(start, end)
    case .weekOf:
      guard let span = days(captured(.date)), let from = span.from, let week = Period.around(from, "week") else {
        return nil
      }
      return spanNode(start, end, week.from, week.to, .week)
    case .periodAround:
      if let month = captured(.month), let calendar = calendar(of: month) {
        // "the month of Ramadan"
        var node = Node(.date, start, end)
        node.date = PartialDate(month: Int8(Int(month.value) % 100), grain: .month, calendar: calendar)
        return node
      }
      guard let date = captured(.date) ?? captured(.year) else { return nil }
      var node = Node(.date, start, end)
      node.date = date.date
      return node
    default: return nil
    }
  }

  /// 去年12月: a month, and a day, of a year that is said in words.
  private func monthOfYear(_ start: Int, _ end: Int) -> Node? {
    if let month = captured(.month), calendar(of: month) != nil { return nil }
    guard let year = captured(.date), year.date.grain == .year, let from = days(year)?.from else { return nil }
    let figures = captures.map { chart.nodes[$0] }.filter { $0.category == .number || $0.category == .ordinal }
    let month = captured(.month).map { Int($0.value) } ?? figures.first.flatMap { dayNumber($0) }
    let day = captured(.month) == nil ? figures.dropFirst().first : figures.first
    guard let month, (1...12).contains(month) else { return nil }
    guard let day else { return dateNode(start, end, year: from.year, month: month, day: 0) }
    guard let number = dayNumber(day), number <= Day.length(ofMonth: month, year: from.year) else { return nil }
    return dateNode(start, end, year: from.year, month: month, day: number)
  }

  private func decade(_ production: Production, _ start: Int, _ end: Int) -> Node? {
    let figures = captures.map { chart.nodes[$0] }.filter { [.year, .number, .ordinal].contains($0.category) }
    var value: Int
    var rest = figures[...]
    if production.action == .decade, production.value > 0 {
      value = Int(production.value)
    } else {
      guard let figure = rest.popFirst(), figure.flags.contains(.plain) || figure.category != .number,
        figure.value >= 0, figure.value < (figure.category == .number ? 100 : 2200)
      else { return nil }
      value = Int(figure.value)
    }
    // دهه ۶۰, دهه ۱۳۶۰: ten years of the language's own calendar.
    if let own = language.habits.calendar, own == .persian, production.value == 0, rest.isEmpty, captured(.date) == nil,
      value % 10 == 0, value < 100 || captured(.year)?.date.calendar == own
    {
      let year = value < 100 ? 1300 + value : Int(captured(.year)?.date.year ?? 0)
      guard let from = Calendars.span(own, year: year, month: 0, day: 0)?.from,
        let to = Calendars.span(own, year: year + 9, month: 0, day: 0)?.to
      else { return nil }
      return spanNode(start, end, from, to, .decade)
    }
    if value < 100 {
      guard value % 10 == 0 else { return nil }
      if let said = rest.first {
        // "the fifties of the 19th century"
        guard said.value >= 1, said.value <= 30 else { return nil }
        value += (Int(said.value) - 1) * 100
      } else if let date = captured(.date) {
        guard date.date.grain == .century, let from = days(date)?.from else { return nil }
        value += from.year / 100 * 100
      } else {
        guard value >= 10 else { return nil }
        value += 1900
      }
    }
    let isHundred =
      production.action == .hundred && value % 100 == 0 && (production.value == 0 || value <= Int(production.value))
    guard value % 10 == 0, (isHundred ? 100 : 1000)...2190 ~= value || !rest.isEmpty || captured(.date) != nil,
      let from = Day(year: value, month: 1, day: 1),
      let to = Day(year: value + (isHundred ? 99 : 9), month: 12, day: 31)
    else { return nil }
    return spanNode(start, end, from, to, isHundred ? .century : .decade)
  }

  /// "3300 BC", "the 8th century BC": the year 1 BC is the year 0, as astronomers and ISO 8601 count.
  private func beforeEra(_ start: Int, _ end: Int) -> Node? {
    if let date = captured(.date) {
      guard !date.date.isOpen, let span = days(date), let from = span.from, let to = span.to else { return nil }
      // Centuries are counted backwards: what 700 to 799 is in ours was 800 to 701 BC.
      if date.date.grain == .century { return years(-to.year, -from.year, .century, start, end) }
      guard date.date.grain == .year, from.year == to.year else { return nil }
      return years(1 - from.year, 1 - from.year, .year, start, end)
    }
    guard let figure = captured(.year) ?? captured(.number) ?? captured(.ordinal), figure.value >= 1,
      figure.value < 12_000, figure.value == figure.value.rounded(), !figure.flags.contains(.scaled)
    else { return nil }
    let value = Int(figure.value)
    if figure.category == .ordinal {
      guard value <= 50 else { return nil }
      return years(1 - value * 100, -(value - 1) * 100, .century, start, end)
    }
    return years(1 - value, 1 - value, .year, start, end)
  }

  private func years(_ first: Int, _ last: Int, _ grain: PartialDate.Grain, _ start: Int, _ end: Int) -> Node? {
    guard first <= last, let from = Day(year: first, month: 1, day: 1), let to = Day(year: last, month: 12, day: 31)
    else {
      return nil
    }
    return spanNode(start, end, from, to, grain)
  }

  /// A half or third of a date that is said, or else of the article's own month, week or year.
  private func portion(_ production: Production, _ start: Int, _ end: Int) -> Node? {
    let isThird = production.action == .thirdMonth || production.action == .thirdYear
    let parts = isThird ? 3 : 2
    let unit: String
    switch production.action {
    case .halfMonth, .thirdMonth: unit = "month"
    case .halfWeek: unit = "week"
    default: unit = "year"
    }
    var which =
      captured(.ordinal).map { Int($0.value) } ?? captured(.number).map { Int($0.value) } ?? Int(production.value)
    if production.value != 0 { which = Int(production.value) }
    if which < 0 { which = parts }
    guard (1...parts).contains(which) else { return nil }
    let whole: (from: Day, to: Day)
    if let date = captured(.date) ?? captured(.year) {
      guard !date.date.isOpen, let span = days(date), let from = span.from, let to = span.to else { return nil }
      whole = (from, to)
    } else {
      guard let reference, let around = Period.around(reference, captured(.period).map(names) ?? unit) else {
        return nil
      }
      whole = (around.from, around.to)
    }
    guard whole.to - whole.from >= 6 else { return nil }
    let grain = PartialDate.Grain.half
    if parts == 2 {
      let middle = halves(whole.from, whole.to)
      return which == 1
        ? spanNode(start, end, whole.from, middle - 1, grain) : spanNode(start, end, middle, whole.to, grain)
    }
    // Ten days, and what is left for the last; four months of a year.
    let length = whole.to - whole.from + 1
    let cuts =
      length > 360 && length < 370
      ? [whole.from.adding(months: 4), whole.from.adding(months: 8)]
      : (28...31).contains(length)
        ? [whole.from + 10, whole.from + 20] : [whole.from + length / 3, whole.from + 2 * length / 3]
    let edges = [whole.from] + cuts + [whole.to + 1]
    return spanNode(start, end, edges[which - 1], edges[which] - 1, grain)
  }

  /// "Labor Day weekend", "the weekend of 4 July": the days and the weekend beside them.
  private func weekend(_ start: Int, _ end: Int) -> Node? {
    guard let day = days(captured(.date))?.from ?? holiday(start, end).flatMap({ days($0)?.from }) else { return nil }
    let saturday = day - (day.weekday - 6)
    switch day.weekday {
    case 1: return spanNode(start, end, day - 2, day, .weekend)
    case 2: return spanNode(start, end, day - 3, day, .weekend)
    case 4, 5: return spanNode(start, end, day, saturday + 1, .weekend)
    default: return spanNode(start, end, saturday, saturday + 1, .weekend)
    }
  }

  private func century(_ start: Int, _ end: Int) -> Node? {
    guard let ordinal = captured(.ordinal) ?? captured(.number), ordinal.value >= 1, ordinal.value <= 30 else {
      return nil
    }
    let first = (Int(ordinal.value) - 1) * 100
    guard let from = Day(year: first, month: 1, day: 1), let to = Day(year: first + 99, month: 12, day: 31) else {
      return nil
    }
    return spanNode(start, end, from, to, .century)
  }

  /// A quarter or half of a year that is said, or else of the article's.
  private func fraction(of parts: Int, _ constant: Double, _ start: Int, _ end: Int) -> Node? {
    let number = captured(.ordinal) ?? captured(.number)
    let which = number.map { Int($0.value) } ?? Int(constant)
    guard which >= 1, which <= parts else { return nil }
    let year: Int
    if let said = captured(.year) {
      year = Int(said.value)
    } else if let date = captured(.date) {
      guard let span = days(date), let from = span.from, date.date.grain == .year else { return nil }
      year = from.year
    } else if let reference {
      year = reference.year
    } else {
      return nil
    }
    let length = 12 / parts
    guard let from = Day(year: year, month: (which - 1) * length + 1, day: 1) else { return nil }
    return spanNode(start, end, from, from.adding(months: length) - 1, parts == 4 ? .quarter : .half)
  }

  /// ISO 8601 weeks: the first is that of the year's first Thursday.
  private func weekOfYear(_ start: Int, _ end: Int) -> Node? {
    guard let number = captured(.number) ?? captured(.ordinal),
      number.flags.contains(.plain) || number.category == .ordinal,
      (1...53).contains(number.value),
      let year = captured(.year).map({ Int($0.value) }) ?? yearOfDate() ?? reference?.year,
      let week = Self.isoWeek(Int(number.value), of: year)
    else { return nil }
    return spanNode(start, end, week, week + 6, .week)
  }

  private static func isoWeek(_ week: Int, of year: Int) -> Day? {
    guard let fourth = Day(year: year, month: 1, day: 4) else { return nil }
    return fourth - (fourth.weekday - 1) + 7 * (week - 1)
  }

  /// "the third month of 2021", "the first week of January", "the 15th day of next month"
  private func nth(_ start: Int, _ end: Int) -> Node? {
    guard let ordinal = captured(.ordinal) ?? captured(.number), let period = captured(.period),
      let whole = captured(.date) ?? captured(.year), !whole.date.isOpen, ordinal.value >= 1, ordinal.value <= 366
    else { return nil }
    let unit = names(period)
    let n = Int(ordinal.value) - 1
    if unit == "day", !whole.date.isSpan, whole.date.month > 0, whole.date.day == 0 {
      return dateNode(
        start, end, year: whole.date.hasYear ? Int(whole.date.year) : nil, month: Int(whole.date.month), day: n + 1)
    }
    guard let span = days(whole), let from = span.from, let to = span.to else { return nil }
    if unit == "week" {
      let first = to - from > 300 ? Self.isoWeek(1, of: (from + 6).year) : Period.around(from, "week")?.from
      guard let first else { return nil }
      return spanNode(start, end, first + 7 * n, first + 7 * n + 6, .week)
    }
    guard let found = Period.around(from, unit, shift: n), found.from <= to, found.to - found.from < to - from else {
      return nil
    }
    return spanNode(start, end, found.from, found.to, found.grain)
  }

  /// "the last week of July", "the last day of the year"
  private func lastPeriod(_ start: Int, _ end: Int) -> Node? {
    guard let period = captured(.period), let span = days(captured(.date) ?? captured(.year)), let from = span.from,
      let to = span.to, let found = Period.around(to, names(period)), found.to - found.from < to - from
    else { return nil }
    return spanNode(start, end, found.from, found.to, found.grain)
  }

  /// "the first Monday of May"
  private func nthWeekday(_ start: Int, _ end: Int) -> Node? {
    guard let weekday = captured(.weekday), let span = days(captured(.date) ?? captured(.year)), let from = span.from,
      let to = span.to
    else { return nil }
    let n = captured(.ordinal).map { Int($0.value) } ?? 0
    let day: Day
    if n == 0 {
      day = to - (to.weekday - Int(weekday.value) + 7) % 7
    } else {
      day = from + (Int(weekday.value) - from.weekday + 7) % 7 + 7 * (n - 1)
    }
    guard day >= from, day <= to else { return nil }
    return spanNode(start, end, day, day, .day)
  }

  private func season(_ start: Int, _ end: Int) -> Node? {
    guard let season = captured(.season) else { return nil }
    let name = names(season)
    if let year = captured(.year).map({ Int($0.value) }) ?? yearOfDate() {
      return Season.span(name, year: year).map { spanNode(start, end, $0.from, $0.to, .season) }
    }
    guard let reference else { return nil }
    let spans = (-1...1).compactMap { Season.span(name, year: reference.year + $0) }
    let nearest = spans.min { distance($0, reference) < distance($1, reference) }
    return nearest.map { spanNode(start, end, $0.from, $0.to, .season) }
  }

  private func distance(_ span: (from: Day, to: Day), _ day: Day) -> Int {
    day < span.from ? span.from - day : day > span.to ? day - span.to : 0
  }

  private func yearOfDate() -> Int? {
    guard let date = captured(.date), date.date.grain == .year, let from = days(date)?.from else { return nil }
    return from.year
  }

  private func holiday(_ start: Int, _ end: Int) -> Node? {
    guard let holiday = captured(.holiday) else { return nil }
    let name = names(holiday)
    let day: Day?
    if let year = captured(.year).map({ Int($0.value) }) ?? yearOfDate() {
      day = Holiday.day(name, year: year)
    } else if let reference {
      day = (-1...1).compactMap { Holiday.day(name, year: reference.year + $0) }.min {
        abs($0 - reference) < abs($1 - reference)
      }
    } else {
      day = nil
    }
    return day.map { spanNode(start, end, $0, Holiday.isMonth(name) ? Holiday.end(of: $0) : $0, .day) }
  }
}

/// Seasons of the northern half of the earth, as meteorologists count them: whole months.
enum Season {
  static func span(_ name: String, year: Int) -> (from: Day, to: Day)? {
    let month: Int
    switch name {
    case "spring": month = 3
    case "summer": month = 6
    case "autumn": month = 9
    case "winter": month = 12
    default: return nil
    }
    guard let from = Day(year: year, month: month, day: 1) else { return nil }
    return (from, from.adding(months: 3) - 1)
  }
}
