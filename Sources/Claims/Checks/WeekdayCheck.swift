import ICU
import Mentions

extension CheckedBlock {
  private static let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  /// One sign in brackets behind a date, as Japanese and Korean newspapers write: 30日（木）, 30일(목).
  private static let signs: [Unicode.Scalar: Int] = [
    "月": 1, "火": 2, "水": 3, "木": 4, "金": 5, "土": 6, "日": 7, "월": 1, "화": 2, "수": 3, "목": 4, "금": 5, "토": 6, "일": 7,
  ]

  /// Weekdays that do not fall on the dates beside them.
  func weekdays() -> [SelfDenial] {
    mentions.compactMap { mention in
      if case .weekday(let said, let day, let words)? = mention.slip {
        return denial(mention.range, said, words: words, day: day)
      }
      guard case .date(let span) = mention.value, Self.isDay(span), mention.otherReadings.isEmpty, let day = span.from,
        let (said, words) = bracketed(behind: mention), said != day.weekday, day.year >= 1927
      else { return nil }
      return denial(mention.range.lowerBound..<words.upperBound, said, words: words, day: day)
    }
  }

  private func denial(_ range: Range<Int>, _ said: Int, words: Range<Int>, day: Day) -> SelfDenial? {
    guard Self.names.indices.contains(said - 1) else { return nil }
    // The nearest day that has the weekday.
    let shift = (said - day.weekday + 10) % 7 - 3
    let name = Self.names[said - 1]
    let right = Self.names[day.weekday - 1]
    let dated = figure(of: range, beside: words)
    return SelfDenial(
      check: .weekdays,
      claims: [
        claim(.weekdays, .date(DateSpan(from: day + shift, to: day + shift)), at: range, figure: words),
        claim(.weekdays, .date(DateSpan(from: day, to: day)), at: range, figure: dated),
      ],
      labels: ["a \(name)", "\(ValueFormat.day(day)), a \(right)"],
      message: "\(ValueFormat.day(day)) was a \(right), not a \(name)")
  }

  /// What of a date is not its weekday: the side of it that has the digits, or that is longer.
  private func figure(of range: Range<Int>, beside words: Range<Int>) -> Range<Int> {
    let sides = [
      range.lowerBound..<max(range.lowerBound, words.lowerBound),
      min(words.upperBound, range.upperBound)..<range.upperBound,
    ]
    .map(trimmed)
    func digits(_ side: Range<Int>) -> Int {
      text(side).unicodeScalars.count { $0.properties.generalCategory == .decimalNumber }
    }
    let best = sides.max { (digits($0), $0.count) < (digits($1), $1.count) } ?? range
    return best.isEmpty ? range : best
  }

  /// Without the spaces and signs at its ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let scalars = Array(text(range).unicodeScalars)
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .spacingMark || scalar.properties.generalCategory == .nonspacingMark
    }
    guard let first = scalars.firstIndex(where: isWord), let last = scalars.lastIndex(where: isWord) else {
      return range.lowerBound..<range.lowerBound
    }
    func width(_ scalars: ArraySlice<Unicode.Scalar>) -> Int { scalars.reduce(0) { $0 + $1.utf8.count } }
    return range.lowerBound + width(scalars[..<first])..<range.lowerBound + width(scalars[...last])
  }

  private func bracketed(behind mention: Mention) -> (weekday: Int, words: Range<Int>)? {
    // A day whose month is not said may be of another one.
    guard text(mention.range).unicodeScalars.contains(where: { $0 == "月" || $0 == "월" }) else { return nil }
    let scalars = Array(text(mention.range.upperBound..<mention.range.upperBound + 12).unicodeScalars.prefix(3))
    guard scalars.count == 3, scalars[0] == "(" || scalars[0] == "（", scalars[2] == ")" || scalars[2] == "）",
      let said = Self.signs[scalars[1]]
    else { return nil }
    let start = mention.range.upperBound + scalars[0].utf8.count
    return (said, start..<start + scalars[1].utf8.count)
  }
}
