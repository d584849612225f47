import ICU

/// Reads the ends of `during`: `2020-01-01`, `2020-01`, `2020`.
enum PeriodReader {
  /// The first and the last day of what a text names.
  static func read(_ text: String) -> Result<(first: Day, last: Day), ValueMistake> {
    let text = text.trimmed
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let isISO =
      (1...3).contains(parts.count) && parts[0].utf8.count == 4 && parts.dropFirst().allSatisfy { $0.utf8.count == 2 }
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isISO else {
      return .failure(.init(message: "\(Quoting.code(text)) is no date that can be read", help: help(for: text)))
    }
    let numbers = parts.compactMap { Int($0) }
    let month = numbers.count > 1 ? numbers[1] : 1
    guard (1...12).contains(month) else {
      return .failure(
        .init(
          message: "\(Quoting.code(text)) is no date: a year has twelve months",
          help: "write year, month, day: 2021-12-31"))
    }
    let lastMonth = numbers.count > 1 ? month : 12
    let length = Day.length(ofMonth: lastMonth, year: numbers[0])
    let day = numbers.count > 2 ? numbers[2] : 1
    guard let first = Day(year: numbers[0], month: month, day: day),
      let last = Day(year: numbers[0], month: lastMonth, day: numbers.count > 2 ? day : length)
    else {
      return .failure(
        .init(
          message: "\(Quoting.code(text)) is no date: that month has \(length) days",
          help: "write a day from \(parts[0])-\(parts[1])-01 to \(parts[0])-\(parts[1])-\(length)"))
    }
    return .success((first, last))
  }

  private static func help(for text: String) -> String {
    let forms = "write a day (2021-12-31), a month (2021-12), a year (2021), or ~ for an open end"
    let parts = text.split(whereSeparator: { !$0.isNumber }).map(String.init)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, numbers.count == parts.count, text.allSatisfy({ $0.isNumber || "./- ".contains($0) })
    else {
      return forms
    }
    if parts[0].count == 4 {
      return iso(numbers[0], numbers[1], numbers[2]).map { "write \(Quoting.code($0))" } ?? forms
    }
    guard parts[2].count == 4 else { return forms }
    let dayFirst = iso(numbers[2], numbers[1], numbers[0])
    let monthFirst = iso(numbers[2], numbers[0], numbers[1])
    switch (dayFirst, monthFirst) {
    case (let day?, let month?) where day != month:
      return "write the year first: \(Quoting.code(day)) or \(Quoting.code(month)), whichever is meant"
    default: return (dayFirst ?? monthFirst).map { "write \(Quoting.code($0))" } ?? forms
    }
  }

  private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
    Day(year: year, month: month, day: day)?.description
  }
}
