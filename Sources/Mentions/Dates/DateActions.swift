import ICU
import Languages

extension Reading {
  var resolution: DateResolution { DateResolution(reference: reference) }

  /// What a date pattern makes of the captured nodes; nil where they make no date.
  mutating func buildDate(_ production: Production, _ start: Int, _ end: Int) -> Node? {
    if endsInsideWord(end) { return nil }
    switch production.action {
    case .dayMonth, .monthDay, .dayMonthYear, .monthDayYear, .yearMonthDay, .monthYear, .yearMonth, .monthAlone,
      .yearAlone, .dayAlone, .weekdayAlone, .weekdayDate, .dateWeekday, .listed:
      return calendarDate(production, start, end)
    case .numericMonth, .numericDay:
      guard let number = captured(.number), let value = dayNumber(number),
        production.action == .numericDay || value <= 12
      else {
        return nil
      }
      // 한 일 is "what was done", 1일 the first.
      if !mayBegin.isEmpty, !number.flags.contains(.digits), number.end == number.start + 1 { return nil }
      return production.action == .numericMonth
        ? dateNode(start, end, year: nil, month: value, day: 0) : dateNode(start, end, year: nil, month: 0, day: value)
    case .numericYearMonthDay, .numericDayMonthYear, .numericYearMonth, .numericMonthYear, .numericMonthDay,
      .numericDayMonth:
      return numericMonthDate(production.action, start, end)
    case .dayShift: return reference.map { spanNode(start, end, around: $0, "day", Int(production.value)) } ?? nil
    case .weekShift: return reference.flatMap { spanNode(start, end, around: $0, "week", Int(production.value)) }
    case .monthShift: return reference.flatMap { spanNode(start, end, around: $0, "month", Int(production.value)) }
    case .yearShift: return reference.flatMap { spanNode(start, end, around: $0, "year", Int(production.value)) }
    case .weekendShift: return reference.flatMap { spanNode(start, end, around: $0, "weekend", Int(production.value)) }
    case .this: return shifted(0, start, end, named: production.name)
    case .next: return shifted(1, start, end, named: production.name)
    case .last: return shifted(-1, start, end, named: production.name)
    case .afterNext: return shifted(2, start, end)
    case .beforeLast: return shifted(-2, start, end)
    case .ago, .ahead: return moved(by: production.action == .ago ? -1 : 1, start, end)
    case .afterDate, .beforeDate: return movedFromDate(production.action == .beforeDate ? -1 : 1, start, end)
    case .lastMany, .nextMany: return many(production.action == .lastMany, start, end)
    case .firstMany, .finalMany: return manyOf(production, start, end)
    case .since, .after, .before, .until: return openEnded(production.action, start, end)
    case .range: return dateRange(start, end)
    case .earlyPart, .middlePart, .latePart: return part(production.action, start, end, production.name)
    case .partOfDate: return captured(.part).flatMap { part(Self.parts[Int($0.value) % 3], start, end) }
    case .eraYear: return eraYear(start, end)
    case .rest, .soFar, .earlier, .later: return besideReference(production, start, end)
    case .dayOf, .daysOf: return daysOfMonth(production.action == .daysOf, start, end)
    case .lasting: return lasting(start, end)
    case .weekdayShift: return weekdayBeside(production.value, start, end)
    default: return calendarPeriod(production, start, end)
    }
  }

  private static let parts: [Action] = [.earlyPart, .middlePart, .latePart]

  func spanNode(_ start: Int, _ end: Int, _ from: Day?, _ to: Day?, _ grain: PartialDate.Grain) -> Node {
    var node = Node(.date, start, end)
    node.date = .span(from?.number ?? Int.min, to?.number ?? Int.max, grain)
    return node
  }

  private func spanNode(_ start: Int, _ end: Int, around day: Day, _ unit: String, _ shift: Int) -> Node? {
    guard let period = Period.around(day, unit, shift: shift) else { return nil }
    return spanNode(start, end, period.from, period.to, period.grain)
  }

  /// The days of a captured date; nil for none, or where it is open at both ends.
  func days(_ node: Node?) -> DateSpan? { node.flatMap { resolution.span($0.date) } }

  // MARK: this, next, last

  private func shifted(_ shift: Int, _ start: Int, _ end: Int, named: Int32 = -1) -> Node? {
    guard let reference else { return nil }
    if let weekday = captured(.weekday) {
      let monday = reference - (reference.weekday - 1) + 7 * shift
      let day = monday + (Int(weekday.value) - 1)
      return spanNode(start, end, day, day, .day)
    }
    if let month = captured(.month), calendar(of: month) == nil {
      var year = reference.year
      if shift > 0, Int(month.value) <= reference.month { year += 1 }
      if shift < 0, Int(month.value) >= reference.month { year -= 1 }
      return dateNode(start, end, year: year, month: Int(month.value), day: 0)
    }
    if let date = captured(.date) { return said(date, shift, reference, start, end) }
    if let name = captured(.season).map(names) ?? (named >= 0 ? language.names[Int(named)] : nil),
      let span = season(name, shift, reference)
    {
      return spanNode(start, end, span.from, span.to, .season)
    }
    if let month = captured(.month), let calendar = calendar(of: month) {
      return foreignMonth(calendar, Int(month.value) % 100, shift, reference, start, end)
    }
    if let holiday = captured(.holiday) {
      let name = names(holiday)
      for step in 0...2 {
        let year = reference.year + (shift < 0 ? -step : step)
        guard let day = Holiday.day(name, year: year) else { continue }
        if shift == 0 || shift > 0 && day > reference || shift < 0 && day < reference {
          return spanNode(start, end, day, day, .day)
        }
      }
      return nil
    }
    guard let period = captured(.period) else { return nil }
    return spanNode(start, end, around: reference, names(period), shift)
  }

  /// The season of the article's year, the first that begins after its day, the last that ended before it.
  private func season(_ name: String, _ shift: Int, _ reference: Day) -> (from: Day, to: Day)? {
    guard shift.magnitude == 1 else { return Season.span(name, year: reference.year + shift) }
    let spans = [-2, -1, 0, 1].compactMap { Season.span(name, year: reference.year + $0) }
    return shift > 0 ? spans.first { $0.from > reference } : spans.last { $0.to < reference }
  }

  /// "last Ramadan"
  private func foreignMonth(
    _ calendar: CalendarCode, _ month: Int, _ shift: Int, _ reference: Day, _ start: Int, _ end: Int
  ) -> Node? {
    guard let year = Calendars.year(calendar, of: reference) else { return nil }
    let spans = (-2...2).compactMap { Calendars.span(calendar, year: year + $0, month: month, day: 0) }
    let found =
      shift == 0
      ? spans.dropFirst(2).first
      : shift > 0 ? spans.first { ($0.from ?? reference) > reference } : spans.last { ($0.to ?? reference) < reference }
    return found.map { spanNode(start, end, $0.from, $0.to, .month) }
  }

  /// "next 12/5": a day of the year, without its year, on one side of the article's day.
  private func said(_ date: Node, _ shift: Int, _ reference: Day, _ start: Int, _ end: Int) -> Node? {
    guard !date.date.isSpan, !date.date.hasYear, date.date.month > 0, date.date.day > 0, date.date.weekday == 0,
      date.date.calendar == nil
    else {
      return nil
    }
    for step in 0...8 {
      var found = date
      Self.span(&found, start, end)
      found.date.year = Int32(reference.year + (shift < 0 ? -step : step))
      guard let day = days(found)?.from else { continue }
      if shift == 0 || shift > 0 && day > reference || shift < 0 && day < reference {
        return spanNode(start, end, day, day, .day)
      }
    }
    return nil
  }

  /// The nearest such weekday on one side of the article's day, which itself is none.
  private func weekdayBeside(_ shift: Double, _ start: Int, _ end: Int) -> Node? {
    guard let reference, let weekday = captured(.weekday) else { return nil }
    let forward = (Int(weekday.value) - reference.weekday + 7) % 7
    let weeks = Int(shift.magnitude) - 1
    guard weeks >= 0 else { return nil }
    let day =
      shift > 0
      ? reference + (forward == 0 ? 7 : forward) + 7 * weeks : reference - (forward == 0 ? 7 : 7 - forward) - 7 * weeks
    return spanNode(start, end, day, day, .day)
  }

  // MARK: Beside the article's day

  /// "the rest of the week", "so far this year", "earlier this month", "later this year".
  private func besideReference(_ production: Production, _ start: Int, _ end: Int) -> Node? {
    guard let reference, let whole = captured(.date) ?? capturedPeriod() ?? current(production.name, start, end),
      !whole.date.isOpen, let span = days(whole), let from = span.from, let to = span.to
    else { return nil }
    let middle = halves(from, to)
    guard from <= reference, reference <= to else {
      // Of another period than the article's own only the half is known.
      switch production.action {
      case .earlier: return to - from > 1 ? spanNode(start, end, from, middle - 1, .fortnight) : nil
      case .later: return to - from > 1 ? spanNode(start, end, middle, to, .fortnight) : nil
      default: return nil
      }
    }
    switch production.action {
    case .rest: return spanNode(start, end, reference, to, .fortnight)
    case .soFar: return spanNode(start, end, from, reference, .fortnight)
    case .earlier: return spanNode(start, end, from, min(middle - 1, reference), .fortnight)
    default: return spanNode(start, end, max(middle, reference), to, .fortnight)
    }
  }

  /// The first day of the second half.
  func halves(_ from: Day, _ to: Day) -> Day {
    let length = to - from + 1
    if length > 31 {
      // Whole months where they halve.
      let months = (to.year - from.year) * 12 + to.month - from.month + 1
      if from.day == 1, (to + 1).day == 1, months % 2 == 0 { return from.adding(months: months / 2) }
    }
    return from + (length >= 28 && length <= 31 ? 15 : length / 2)
  }

  /// The article's own period of a kind that is named alone: "later in the week".
  private func capturedPeriod() -> Node? {
    guard let period = captured(.period), let reference else { return nil }
    return spanNode(Int(period.start), Int(period.end), around: reference, names(period), 0)
  }

  /// "the 21st of this month", "next month from the 4th to the 23rd".
  private func daysOfMonth(_ isRange: Bool, _ start: Int, _ end: Int) -> Node? {
    let figures = captures.map { chart.nodes[$0] }.filter { $0.category == .number || $0.category == .ordinal }
    guard let month = captured(.date), !month.date.isOpen, figures.count == (isRange ? 2 : 1),
      let span = days(month), let from = span.from, let to = span.to, from.day == 1, to - from >= 27, to - from <= 30,
      let first = dayNumber(figures[0]), let last = dayNumber(figures[figures.count - 1]), first <= last,
      last <= to - from + 1
    else { return nil }
    // A month by itself leaves its year open to what else is said.
    if !isRange, !month.date.isSpan, !month.date.hasYear, month.date.month > 0, month.date.calendar == nil {
      return dateNode(start, end, year: nil, month: Int(month.date.month), day: first)
    }
    return spanNode(start, end, from + (first - 1), from + (last - 1), isRange ? .open : .day)
  }

  /// "two weeks starting 20 May"
  private func lasting(_ start: Int, _ end: Int) -> Node? {
    guard let duration = captured(.duration), duration.flags.contains(.hasValue), !duration.flags.contains(.bounded),
      duration.value > 0, duration.value < 1000, let from = days(captured(.date))?.from,
      let edge = Period.move(from, duration.value, names(duration)), edge > from
    else { return nil }
    return spanNode(start, end, from, edge - 1, .fortnight)
  }

  // MARK: Moved by a duration

  private func moved(by sign: Double, _ start: Int, _ end: Int) -> Node? {
    guard let reference, let duration = captured(.duration) ?? onePeriod(end) else { return nil }
    return moved(from: reference, sign, duration, start, end)
  }

  private func moved(from day: Day, _ sign: Double, _ duration: Node, _ start: Int, _ end: Int) -> Node? {
    let unit = names(duration)
    guard let seconds = Duration.seconds(unit), seconds >= 86_400 else { return nil }
    if duration.flags.contains(.bounded) {
      // "more than two weeks ago": a bound on the day.
      guard duration.flags.contains(.hasValue), let edge = Period.move(day, sign * duration.value, unit) else {
        return nil
      }
      let isFarther = duration.low.isFinite
      if sign < 0 { return isFarther ? spanNode(start, end, nil, edge, .open) : spanNode(start, end, edge, day, .open) }
      return isFarther ? spanNode(start, end, edge, nil, .open) : spanNode(start, end, day, edge, .open)
    }
    guard duration.flags.contains(.hasValue), duration.value < 10_000,
      let moved = Period.move(day, sign * duration.value, unit)
    else {
      return nil
    }
    return spanNode(start, end, moved, moved, .day)
  }

  private func movedFromDate(_ sign: Double, _ start: Int, _ end: Int) -> Node? {
    guard let duration = captured(.duration), let date = captured(.date), !date.date.isOpen, let span = days(date),
      var anchor = sign < 0 ? span.from : span.to
    else { return nil }
    // "three days from Tuesday" looks ahead.
    if sign > 0, !date.date.isSpan, date.date.weekday > 0, date.date.day == 0, let reference, anchor < reference {
      anchor = anchor + 7
    }
    return moved(from: anchor, sign, duration, start, end)
  }

  private func many(_ isLast: Bool, _ start: Int, _ end: Int) -> Node? {
    guard let reference, let duration = captured(.duration) ?? numberOfPeriods(), duration.flags.contains(.hasValue),
      !duration.flags.contains(.bounded), duration.value < 10_000
    else { return nil }
    let unit = names(duration)
    if unit == "quarter" || unit == "weekend" || unit == "decade" || unit == "century" {
      let count = Int(duration.value)
      guard count > 0, let near = Period.around(reference, unit, shift: isLast ? -1 : 1),
        let far = Period.around(reference, unit, shift: isLast ? -count : count)
      else { return nil }
      return isLast ? spanNode(start, end, far.from, near.to, .open) : spanNode(start, end, near.from, far.to, .open)
    }
    guard let seconds = Duration.seconds(unit), seconds >= 86_400,
      let edge = Period.move(reference, isLast ? -duration.value : duration.value, unit)
    else { return nil }
    return isLast
      ? spanNode(start, end, edge, reference - 1, .fortnight) : spanNode(start, end, reference + 1, edge, .fortnight)
  }

  /// قبل أسبوع, לפני שבוע: a period alone is one of it.
  private func onePeriod(_ end: Int) -> Node? {
    // "before the years of the war": a noun behind it is what the period is of.
    guard end >= count || tokens[end].kind == .sign || tokens[end].lineBefore || hasSense(.function, at: end) else {
      return nil
    }
    return captured(.period).map {
      Node(.duration, Int($0.start), Int($0.end), value: 1, name: $0.name, flags: .hasValue)
    }
  }

  /// "les trois derniers jours": the number and the period with a word between.
  private func numberOfPeriods() -> Node? {
    guard let number = captured(.number), let period = captured(.period) else { return nil }
    return number.with { $0.name = period.name }
  }

  /// "the first two weeks of 2021", "the last four months of the year"
  private func manyOf(_ production: Production, _ start: Int, _ end: Int) -> Node? {
    let isFirst = production.action == .firstMany
    guard let duration = captured(.duration) ?? numberOfPeriods(), duration.flags.contains(.hasValue),
      duration.value >= 1, duration.value < 1000,
      let whole = captured(.date) ?? captured(.year) ?? current(production.name, start, end), !whole.date.isOpen,
      let span = days(whole),
      let from = span.from, let to = span.to, Duration.seconds(names(duration)).map({ $0 >= 86_400 }) == true
    else { return nil }
    if isFirst {
      guard let edge = Period.move(from, duration.value, names(duration)), edge - 1 <= to else { return nil }
      return spanNode(start, end, from, edge - 1, .fortnight)
    }
    guard let edge = Period.move(to + 1, -duration.value, names(duration)), edge >= from else { return nil }
    return spanNode(start, end, edge, to, .fortnight)
  }

  // MARK: Open ends and ranges

  private func openEnded(_ action: Action, _ start: Int, _ end: Int) -> Node? {
    if captures.isEmpty, action == .until, let reference { return spanNode(start, end, nil, reference, .open) }
    guard !hasSense(.comparison, at: end) else { return nil }
    guard let date = captured(.date) ?? captured(.year), !date.flags.contains(.weak), !date.date.isOpen,
      date.date.grain != .open,
      let span = days(date), !countsRoundly([date], end)
    else { return nil }
    // 3日前 is three days ago, not before the 3rd.
    if language.habits.marksYears, action == .before || action == .after, !date.date.isSpan, date.date.month == 0,
      date.date.day > 0, date.date.weekday == 0
    {
      return nil
    }
    switch action {
    case .since: return span.from.map { spanNode(start, end, backwards(date, $0), nil, .open) }
    case .after:
      // "after the beginning of March": the beginning is a day, not a fortnight to wait for.
      if date.flags.contains(.early) { return span.from.map { spanNode(start, end, $0, nil, .open) } }
      return span.to.map { spanNode(start, end, $0 + 1, nil, .open) }
    case .before: return span.from.map { spanNode(start, end, nil, $0 - 1, .open) }
    default: return spanNode(start, end, nil, last(of: date, span), .open)
    }
  }

  /// "since 1 May", said in November, looks back: the nearest such day is next year's.
  private func backwards(_ date: Node, _ day: Day) -> Day {
    guard let reference, !date.date.isSpan, !date.date.hasYear, date.date.month > 0, date.date.calendar == nil,
      day - reference > 120
    else { return day }
    return day.adding(months: -12)
  }

  /// Where a stretch ends that reaches up to a date: "until the start of 2008" is up to its first day; "until early
  /// March" leaves the fortnight open.
  private func last(of date: Node, _ span: DateSpan) -> Day? {
    guard date.flags.contains(.early), let from = span.from, let to = span.to, to - from > 31 else { return span.to }
    return from
  }

  /// "between 1500 and 2000 people": bare round figures before a noun count it.
  private func countsRoundly(_ nodes: [Node], _ end: Int) -> Bool {
    if language.habits.marksYears, isUnmarkedYear(nodes, end) { return true }
    guard end < count, tokens[end].kind == .word, !tokens[end].lineBefore, !hasSense(.function, at: end),
      !hasSense(.and, at: end), !hasSense(.article, at: end)
    else { return false }
    return nodes.allSatisfy {
      !$0.date.isSpan && $0.date.grain == .year && $0.end == $0.start + 1 && $0.date.year % 100 == 0
    }
  }

  /// "1000から1500" where years have 年 behind them; "(1946–2018)" are years all the same.
  private func isUnmarkedYear(_ nodes: [Node], _ end: Int) -> Bool {
    guard let last = nodes.last, !last.date.isSpan, last.date.grain == .year, last.end == last.start + 1,
      isDigits(Int(last.start)), Int(last.end) == end || nodes.count == 1 || tokens[Int(last.end)].kind == .word
    else { return false }
    let isDash = sign(Int(last.start) - 1) == UInt8(ascii: "-")
    return !(nodes.count == 2 && isDash && (end >= count || tokens[end].kind == .sign))
  }

  /// From one date to another; what the first leaves out it takes from the second.
  private func dateRange(_ start: Int, _ end: Int) -> Node? {
    guard captures.count == 2, var a = captured(0), var b = captured(1) else { return nil }
    let reversed = reversed(a, b)
    if a.category == .number || a.category == .ordinal {
      // "3 to 5 May": a day of the second's month.
      guard let day = dayNumber(a), !b.date.isSpan, b.date.day > 0 else { return nil }
      a.date = b.date
      a.date.day = Int8(day)
      a.date.weekday = 0
      if day > b.date.day, b.date.calendar == nil {
        // "from the 28th to 3 May"
        a.date.month = a.date.month == 1 ? 12 : a.date.month - 1
        if a.date.month == 12, a.date.hasYear { a.date.year -= 1 }
      }
    } else if b.category == .number || b.category == .ordinal {
      // "May 3 to 5"
      guard let day = dayNumber(b), !a.date.isSpan, a.date.day > 0 else { return nil }
      b.date = a.date
      b.date.day = Int8(day)
      b.date.weekday = 0
    }
    complete(&a, &b)
    // "2017-q1": a bare year before a part of a year that has none is that part's year, and no range.
    if a.end == a.start + 1, b.start == a.end + 1, isGlued(Int(b.start)), a.date.grain == .year, b.date.isSpan,
      b.date.grain < .year
    {
      return nil
    }
    // "next week - Monday" is a day of that week.
    if a.date.grain == .week, !b.date.isSpan, b.date.weekday > 0, b.date.day == 0 { return nil }
    guard !a.date.isOpen, !b.date.isOpen, !countsRoundly([a, b], end) else { return nil }
    if !a.date.isSpan, !b.date.isSpan {
      // "1440 to 1442 AH": the calendar is said once.
      if a.date.calendar == nil, a.date.grain == .year, a.date.year < 1600 { a.date.calendar = b.date.calendar }
      // 5月10日から12日まで, 10日から5月12日まで: the month is said once.
      if b.date.month == 0, b.date.day > 0, b.date.weekday == 0, a.date.day > 0, a.date.month > 0 {
        (b.date.month, b.date.year) = (a.date.month, a.date.year)
      } else if a.date.month == 0, a.date.day > 0, a.date.weekday == 0, b.date.day > 0, b.date.month > 0 {
        (a.date.month, a.date.year) = (b.date.month, b.date.year)
      }
      if !a.date.hasYear, b.date.hasYear, a.date.month > 0 { a.date.year = b.date.year }
      if !b.date.hasYear, a.date.hasYear, b.date.month > 0 { b.date.year = a.date.year }
    }
    guard let first = days(a), let second = days(b), let from = first.from, var to = last(of: b, second) else {
      return nil
    }
    var begin = from
    if to < begin {
      // November to February 2017 began the year before; May to March ends the year after.
      if !a.date.isSpan, a.date.month > 0, b.date.hasYear || b.date.isSpan {
        begin = begin.adding(months: -12)
      } else if !b.date.isSpan, b.date.month > 0 {
        to = to.adding(months: 12)
      } else if b.date.weekday > 0 {
        to = to + 7
      }
    }
    guard begin <= to else { return nil }
    var node = spanNode(start, end, begin, to, .open)
    if let reversed {
      (node.date.writtenFrom, node.date.writtenTo) = (Int32(reversed.from.number), Int32(reversed.to.number))
    }
    return node
  }

  /// A bare day at one end of a range is of the other end's month: 2016年1月10日から12日まで, "from the 28th to 3 May".
  private func complete(_ a: inout Node, _ b: inout Node) {
    func isBareDay(_ date: PartialDate) -> Bool {
      !date.isSpan && date.month == 0 && date.day > 0 && date.weekday == 0 && date.calendar == nil
    }
    if isBareDay(b.date), !isBareDay(a.date), a.date.grain == .day, let first = days(a)?.from {
      let month = b.date.day < first.day ? first.adding(months: 1) : first
      b.date.year = Int32(month.year)
      b.date.month = Int8(month.month)
    } else if isBareDay(a.date), !isBareDay(b.date), b.date.grain == .day, let last = days(b)?.from {
      let month = a.date.day > last.day ? last.adding(months: -1) : last
      a.date.year = Int32(month.year)
      a.date.month = Int8(month.month)
    }
  }

  /// A plain number or ordinal that can be a day of a month.
  func dayNumber(_ node: Node) -> Int? {
    guard node.category == .ordinal || node.category == .number && node.flags.contains(.plain), node.value >= 1,
      node.value <= 31, node.value == node.value.rounded()
    else { return nil }
    return Int(node.value)
  }

  // MARK: Beginning, middle, end

  /// The period of the article's day, for words that name a part of it: 年底, "EOY".
  private func current(_ name: Int32, _ start: Int, _ end: Int) -> Node? {
    guard name >= 0, let reference else { return nil }
    return spanNode(start, end, around: reference, language.names[Int(name)], 0)
  }

  /// A month, and its year where that is said: "late December [2020]".
  private func capturedMonth() -> Node? {
    captured(.month).flatMap { month in
      calendar(of: month) != nil
        ? nil
        : dateNode(
          Int(month.start), Int(month.end), year: captured(.year).map { Int($0.value) }, month: Int(month.value), day: 0
        )
    }
  }

  private func part(_ action: Action, _ start: Int, _ end: Int, _ period: Int32 = -1) -> Node? {
    guard let date = captured(.date) ?? capturedMonth() ?? captured(.year) ?? current(period, start, end),
      !date.date.isOpen, date.date.grain != .open,
      let span = days(date), let from = span.from, let to = span.to
    else { return nil }
    let length = to - from + 1
    guard length > 6 else { return nil }
    let isMonth = length >= 28 && length <= 31
    let early: Day
    let late: Day
    if isMonth {
      early = from + 14
      late = from + 15
    } else if length > 360 && length < 370, action == .latePart, date.date.isSpan {
      // "the end of the year", of the one that is running or near, is said from its middle on.
      early = to
      late = halves(from, to)
    } else if length > 360 && length < 370 {
      early = from.adding(months: 4) - 1
      late = from.adding(months: 8)
    } else {
      early = from + (length / 2 - (length % 2 == 0 ? 1 : 0))
      late = from + length / 2
    }
    if action == .middlePart, length > 370 {
      return spanNode(start, end, from + length / 3, to - length / 3, .fortnight)
    }
    switch action {
    case .earlyPart:
      return spanNode(start, end, from, early, .fortnight).with { $0.flags.insert(.early) }
    case .latePart: return spanNode(start, end, late, to, .fortnight)
    default:
      return isMonth
        ? spanNode(start, end, from + 9, from + 19, .fortnight)
        : spanNode(
          start, end, length > 360 ? early + 1 : from + length / 4, length > 360 ? late - 1 : to - length / 4,
          .fortnight)
    }
  }
}
