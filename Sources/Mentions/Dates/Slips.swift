import ICU
import Languages

/// Dates that deny themselves.
extension Reading {
  /// Calendars changed until then, and weekdays of before are often those of another calendar.
  private static let firstSureYear = 1927

  /// What is wrong with a date as it is written.
  func slip(of node: Node) -> Mention.Slip? {
    if node.date.writtenFrom != .min {
      return .reversed(from: Day(number: Int(node.date.writtenFrom)), to: Day(number: Int(node.date.writtenTo)))
    }
    // The weekday belongs to the date itself, or to an end of the period that it is part of.
    for i in Int(node.start)..<Int(node.end) where hasSense(.weekday, at: i) || hasSense(.date, at: i) {
      if let slip = weekdaySlip(at: i, within: node) { return slip }
    }
    return nil
  }

  private func weekdaySlip(at start: Int, within node: Node) -> Mention.Slip? {
    var dated: Node?
    var isSound = false
    chart.forEach(at: start) { inner in
      guard inner.category == .date, inner.end <= node.end, !inner.date.isSpan, inner.date.weekday > 0,
        inner.date.day > 0, inner.date.month > 0, inner.other.isNaN,
        inner.date.calendar == nil || inner.date.calendar == .persian
      else { return }
      if let day = resolution.span(inner.date)?.from, day.weekday == Int(inner.date.weekday) { isSound = true }
      if dated.map({ $0.end < inner.end }) ?? true { dated = inner }
    }
    guard let dated, !isSound, !isBareFigures(dated), let day = resolution.span(dated.date)?.from,
      day.year >= Self.firstSureYear
    else {
      return nil
    }
    for i in Int(dated.start)..<Int(dated.end) {
      if let word = chart.longest(.weekday, at: i), Int(word.value) == Int(dated.date.weekday), word.end <= dated.end {
        let words = Int(tokens[i].start)..<Int(tokens[Int(word.end) - 1].end)
        return .weekday(Int(dated.date.weekday), of: day, words: words)
      }
    }
    return nil
  }

  /// "Friday 5/12" without a year: day and month may be turned round.
  private func isBareFigures(_ node: Node) -> Bool {
    guard !node.date.hasYear else { return false }
    return (Int(node.start) + 1..<Int(node.end)).contains { i in
      sign(i) != 0 && isDigits(i - 1) && isDigits(i + 1) && isGlued(i) && isGlued(i + 1)
    }
  }

  /// "from 5 to 3 May", "from 3 May 2021 to 5 March 2021", as they are written; nil for "from the 28th to 3 May" and "from
  /// May to March", which begin in the month and the year before.
  func reversed(_ a: Node, _ b: Node) -> (from: Day, to: Day)? {
    var (first, last) = (a.date, b.date)
    if a.category == .number || a.category == .ordinal {
      guard let day = dayNumber(a), !last.isSpan, last.day > 0, last.month > 0, day - Int(last.day) < 15 else {
        return nil
      }
      first = last
      first.day = Int8(day)
    } else if b.category == .number || b.category == .ordinal {
      guard let day = dayNumber(b), !first.isSpan, first.day > 0, first.month > 0, Int(first.day) - day < 15 else {
        return nil
      }
      last = first
      last.day = Int8(day)
    } else {
      guard !first.isSpan, !last.isSpan, first.hasYear, last.hasYear, first.month > 0, last.month > 0 else {
        return nil
      }
    }
    first.weekday = 0
    last.weekday = 0
    guard let from = resolution.span(first)?.from, let to = resolution.span(last)?.to, to < from else { return nil }
    return (from, to)
  }
}
