/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
///
/// All dates of all calendars end as days: they compare, subtract and sort as integers. The conversion is the
/// era-based one of Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
public struct Day: Sendable, Hashable, Comparable, Codable {
  /// Days since 1970-01-01; negative before it.
  public var number: Int

  public init(number: Int) { self.number = number }

  /// The given day, or nil where the month or the day of the month does not exist (2021-02-29).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year) else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// The day of a month known to be there: `day` may run past the month's end, and then counts on.
  init(unchecked year: Int, _ month: Int, _ day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month (1–12) and day of the month (1–31).
  public var components: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp + (mp < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  public var year: Int { components.year }
  public var month: Int { components.month }
  public var day: Int { components.day }

  /// ISO 8601 weekday: 1 is Monday, 7 is Sunday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  public static func + (a: Day, days: Int) -> Day { Day(number: a.number + days) }
  public static func - (a: Day, days: Int) -> Day { Day(number: a.number - days) }
  public static func - (a: Day, b: Day) -> Int { a.number - b.number }

  /// The same day so many months later (or earlier); the last of the month where the month is too short.
  public func adding(months: Int) -> Day {
    let (y, m, d) = components
    let index = y * 12 + (m - 1) + months
    let year = index >= 0 ? index / 12 : (index - 11) / 12
    let month = index - year * 12 + 1
    return Day(unchecked: year, month, min(d, Day.length(ofMonth: month, year: year)))
  }
}

extension Day: CustomStringConvertible, LosslessStringConvertible {
  /// ISO 8601: `2021-07-26`.
  public var description: String {
    let (y, m, d) = components
    func pad(_ n: Int, _ width: Int) -> String {
      let digits = String(abs(n))
      return (n < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(pad(y, 4))-\(pad(m, 2))-\(pad(d, 2))"
  }

  /// Reads `2021-07-26`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }), parts.count == 3, parts[0].utf8.count == 4,
      parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let y = Int(parts[0]), let m = Int(parts[1]), let d = Int(parts[2]), y >= 0
    else { return nil }
    self.init(year: y, month: m, day: d)
  }

  /// Reads what `description` gives, for any day: `-0043-03-15` and `12021-01-01` too.
  public init?(described text: String) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: "-", omittingEmptySubsequences: false)
    guard digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }), parts.count == 3,
      (4...6).contains(parts[0].utf8.count), parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let y = Int(parts[0]), let m = Int(parts[1]), let d = Int(parts[2])
    else { return nil }
    self.init(year: text.hasPrefix("-") ? -y : y, month: m, day: d)
  }
}
