import ICU
import Languages

/// Quarters, halves, decades, centuries, seasons, holidays, and the nth of something.
extension Reading {
  mutating func calendarPeriod(_ production: Production, _ start: Int, _ end: Int) -> Node? {
    switch production.action {
    case .decade: return decade(start, end)
    case .century: return century(start, end)
    case .quarter, .quarterYear: return fraction(of: 4, production.value, start, end)
    case .halfYear: return fraction(of: 2, production.value, start, end)
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

  private func decade(_ start: Int, _ end: Int) -> Node? {
    guard let year = captured(.year) ?? captured(.number), year.flags.contains(.plain) || year.category == .year else {
      return nil
    }
    var value = Int(year.value)
    if value < 100 {
      guard value % 10 == 0, value >= 10 else { return nil }
      value += 1900
    }
    guard value % 10 == 0, (1000...2190).contains(value), let from = Day(year: value, month: 1, day: 1),
      let to = Day(year: value + 9, month: 12, day: 31)
    else { return nil }
    return spanNode(start, end, from, to, .decade)
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
      (1...53).contains(number.value), let year = captured(.year).map({ Int($0.value) }) ?? reference?.year,
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
    return day.map { spanNode(start, end, $0, $0, .day) }
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

/// Days that are known by a name, in the Gregorian calendar.
enum Holiday {
  /// The day of a holiday in a year; nil for a name that is not known.
  static func day(_ name: String, year: Int) -> Day? {
    if let (month, day) = fixed[name] { return Day(year: year, month: month, day: day) }
    if let shift = easter[name] { return easterSunday(year) + shift }
    if let (month, weekday, n) = weekdays[name] { return nth(n, weekday, month, year) }
    switch name {
    case "black-friday": return nth(4, 4, 11, year).map { $0 + 1 }
    case "victoria-day":
      guard let day = Day(year: year, month: 5, day: 24) else { return nil }
      return day - (day.weekday - 1)
    default: return nil
    }
  }

  private static let fixed: [String: (Int, Int)] = [
    "new-year": (1, 1), "new-year-eve": (12, 31), "christmas": (12, 25), "christmas-eve": (12, 24),
    "boxing-day": (12, 26),
    "epiphany": (1, 6), "valentine": (2, 14), "saint-patrick": (3, 17), "april-fools": (4, 1), "earth-day": (4, 22),
    "labour-day": (5, 1), "victory-day": (5, 8), "juneteenth": (6, 19), "independence-day-us": (7, 4),
    "bastille-day": (7, 14), "assumption": (8, 15), "halloween": (10, 31), "all-saints": (11, 1), "armistice": (11, 11),
    "women-day": (3, 8), "groundhog-day": (2, 2), "guy-fawkes": (11, 5), "cinco-de-mayo": (5, 5),
    "saint-john": (6, 24), "teachers-day": (9, 10), "youth-day": (5, 4), "children-day": (6, 1),
    "singles-day": (11, 11),
    "veterans-day": (11, 11), "unity-day-de": (10, 3),
  ]

  private static let easter: [String: Int] = [
    "easter": 0, "good-friday": -2, "easter-monday": 1, "ash-wednesday": -46, "mardi-gras": -47, "palm-sunday": -7,
    "ascension": 39, "pentecost": 49, "whit-monday": 50, "corpus-christi": 60, "maundy-thursday": -3,
  ]

  /// Month, weekday (1 is Monday), which one (-1 is the last).
  private static let weekdays: [String: (Int, Int, Int)] = [
    "thanksgiving": (11, 4, 4), "labor-day-us": (9, 1, 1), "memorial-day": (5, 1, -1),
    "martin-luther-king-day": (1, 1, 3),
    "presidents-day": (2, 1, 3), "columbus-day": (10, 1, 2), "mothers-day": (5, 7, 2), "fathers-day": (6, 7, 3),
    "cyber-monday": (11, 1, 4),
  ]

  private static func nth(_ n: Int, _ weekday: Int, _ month: Int, _ year: Int) -> Day? {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    if n < 0 {
      let last = first.adding(months: 1) - 1
      return last - (last.weekday - weekday + 7) % 7
    }
    return first + (weekday - first.weekday + 7) % 7 + 7 * (n - 1)
  }

  /// Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8).
  static func easterSunday(_ year: Int) -> Day {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7
    let m = (a + 11 * d + 22 * e) / 451
    let n = d + e - 7 * m + 114
    return Day(year: year, month: n / 31, day: n % 31 + 1) ?? Day(number: 0)
  }
}
