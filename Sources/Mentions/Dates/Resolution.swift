import ICU

/// From what is said of a date to the days it means, seen from the day of the article.
///
/// What leaves the year open ("3 January", "in May") means the nearest one; a weekday alone means the last such day up
/// to the article's own, as newspapers write.
struct DateResolution {
  let reference: Day?

  /// The days; nil where it needs the article's day and there is none.
  func span(_ date: PartialDate) -> DateSpan? {
    if date.isSpan {
      return DateSpan(
        from: date.from == .min ? nil : Day(number: Int(date.from)),
        to: date.to == .max ? nil : Day(number: Int(date.to)))
    }
    if date.hasYear { return fixed(date, year: Int(date.year)) }
    guard let reference else { return nil }
    if date.month > 0 { return nearest(date, reference) }
    if date.day > 0 { return dayOfMonth(date, reference) }
    guard date.weekday > 0 else { return nil }
    let back = (reference.weekday - Int(date.weekday) + 7) % 7
    return DateSpan(from: reference - back, to: reference - back)
  }

  private func fixed(_ date: PartialDate, year: Int) -> DateSpan? {
    if let calendar = date.calendar {
      return Calendars.span(calendar, year: year, month: Int(date.month), day: Int(date.day))
    }
    if date.month == 0 {
      return DateSpan(from: Day(year: year, month: 1, day: 1), to: Day(year: year, month: 12, day: 31))
    }
    let month = Int(date.month)
    if date.day == 0 {
      return DateSpan(
        from: Day(year: year, month: month, day: 1),
        to: Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)))
    }
    guard let day = Day(year: year, month: month, day: Int(date.day)) else { return nil }
    return DateSpan(from: day, to: day)
  }

  /// The occurrence of a month, or a day of it, that lies nearest. A weekday that does not fall on it is a mistake to be
  /// seen, no reason to look in other years.
  private func nearest(_ date: PartialDate, _ reference: Day) -> DateSpan? {
    var best: (distance: Int, span: DateSpan)?
    // 29 February comes every four years.
    let reach = date.day == 29 && date.month == 2 ? 4 : 1
    let middle: Int
    if let calendar = date.calendar {
      guard let year = Calendars.year(calendar, of: reference) else { return nil }
      middle = year
    } else {
      middle = reference.year
    }
    for year in (middle - reach)...(middle + reach) {
      guard let span = fixed(date, year: year), let from = span.from, let to = span.to else { continue }
      let distance = reference < from ? from - reference : reference > to ? reference - to : 0
      if best == nil || distance < best!.distance { best = (distance, span) }
    }
    return best?.span
  }

  /// "the 18th", "Tuesday the 13th": the nearest such day.
  private func dayOfMonth(_ date: PartialDate, _ reference: Day) -> DateSpan? {
    var best: Day?
    for shift in -12...12 {
      let month = Day(number: reference.number - reference.day + 1).adding(months: shift)
      guard let day = Day(year: month.year, month: month.month, day: Int(date.day)) else { continue }
      if date.weekday > 0, day.weekday != Int(date.weekday) { continue }
      if best == nil || abs(day - reference) < abs(best! - reference) { best = day }
    }
    return best.map { DateSpan(from: $0, to: $0) }
  }
}

/// Calendar periods around a day.
enum Period {
  /// The period of a kind that holds a day, shifted by whole periods; nil for kinds that are no calendar period.
  static func around(_ day: Day, _ unit: String, shift: Int = 0) -> (from: Day, to: Day, grain: PartialDate.Grain)? {
    switch unit {
    case "day", "night": return (day + shift, day + shift, .day)
    case "workday":
      let found = workday(day, shift)
      return (found, found, .day)
    case "week", "workweek":
      let monday = day - (day.weekday - 1) + 7 * shift
      return (monday, monday + (unit == "week" ? 6 : 4), .week)
    case "fortnight":
      let monday = day - (day.weekday - 1) + 14 * shift
      return (monday, monday + 13, .fortnight)
    case "weekend":
      let saturday = day - (day.weekday - 1) + 5 + 7 * shift
      return (saturday, saturday + 1, .weekend)
    case "month": return months(day, length: 1, shift, .month)
    case "quarter": return months(day, length: 3, shift, .quarter)
    case "half": return months(day, length: 6, shift, .half)
    case "year": return months(day, length: 12, shift, .year)
    case "decade": return years(day, length: 10, shift, .decade)
    case "century": return years(day, length: 100, shift, .century)
    default: return nil
    }
  }

  private static func months(_ day: Day, length: Int, _ shift: Int, _ grain: PartialDate.Grain) -> (
    Day, Day, PartialDate.Grain
  )? {
    guard let first = Day(year: day.year, month: (day.month - 1) / length * length + 1, day: 1) else { return nil }
    let from = first.adding(months: shift * length)
    return (from, from.adding(months: length) - 1, grain)
  }

  private static func years(_ day: Day, length: Int, _ shift: Int, _ grain: PartialDate.Grain) -> (
    Day, Day, PartialDate.Grain
  )? {
    let start = (day.year / length + shift) * length
    guard let from = Day(year: start, month: 1, day: 1), let to = Day(year: start + length - 1, month: 12, day: 31)
    else {
      return nil
    }
    return (from, to, grain)
  }

  /// So many days from Monday to Friday later; holidays are not known.
  private static func workday(_ day: Day, _ count: Int) -> Day {
    var at = day
    var left = min(abs(count), 2000)
    while left > 0 {
      at = at + (count < 0 ? -1 : 1)
      if at.weekday < 6 { left -= 1 }
    }
    return at
  }

  /// A day moved by a number of units.
  static func move(_ day: Day, _ count: Double, _ unit: String) -> Day? {
    switch unit {
    case "day", "night", "weekend": day + Int(count.rounded())
    case "workday": workday(day, Int(count.rounded()))
    case "week": day + Int((count * 7).rounded())
    case "fortnight": day + Int((count * 14).rounded())
    case "month": day.adding(months: Int(count)) + Int(((count - count.rounded(.towardZero)) * 30).rounded())
    case "quarter": day.adding(months: Int((count * 3).rounded()))
    case "year": day.adding(months: Int((count * 12).rounded()))
    case "decade": day.adding(months: Int((count * 120).rounded()))
    case "century": day.adding(months: Int((count * 1200).rounded()))
    case "second", "minute", "hour":
      Duration.seconds(unit).map { day + Int((count * $0 / 86_400).rounded(.towardZero)) }
    default: nil
    }
  }
}
