import CICU

/// The calendars that ICU reckons in, by their CLDR names (UTS #35 part 4).
public enum CalendarSystem: String, Sendable, CaseIterable, Codable {
  case gregorian
  case islamicUmmAlQura = "islamic-umalqura"
  case islamicCivil = "islamic-civil"
  case persian, hebrew, japanese, buddhist, roc, indian, coptic, ethiopic, chinese
}

/// In which order a locale writes a date in figures.
public enum DateOrder: String, Sendable, Codable {
  case dayMonthYear, monthDayYear, yearMonthDay, yearDayMonth
}

/// The words that dates are written with (CLDR `dates/calendars`, UTS #35 part 4).
public struct DateSymbols: Sendable {
  /// One list of names in the shapes that CLDR tells apart.
  public struct Names: Sendable, Equatable {
    /// Inside a date: "3 января".
    public var wide: [String]
    /// Alone: "январь".
    public var standaloneWide: [String]
    public var abbreviated: [String]
    public var standaloneAbbreviated: [String]

    /// Every name with its number from 1, each once. The fourteenth of the Hebrew months is what the seventh, Adar, is
    /// called in a leap year.
    public var all: [(number: Int, name: String)] {
      let lists = [wide, standaloneWide, abbreviated, standaloneAbbreviated]
      var result: [(number: Int, name: String)] = []
      for (number, list) in lists.enumerated() {
        for (index, name) in list.enumerated() where !name.isEmpty {
          let isKnown = lists[..<number].contains { index < $0.count && $0[index] == name }
          if !isKnown { result.append((index == 13 ? 7 : index + 1, name)) }
        }
      }
      return result
    }
  }

  public var locale: String
  public var calendar: CalendarSystem
  /// In the calendar's own order; the Hebrew ones from Tishri, with Adar I (leap years only) as the sixth.
  public var months: Names
  /// ISO 8601 order: Monday first.
  public var weekdays: Names
  /// Short names of the eras; the index is the era's number.
  public var eras: [String]
  public var wideEras: [String]
  /// Before and after noon.
  public var dayHalves: [String]
  /// "1st quarter", then the short names: "Q1".
  public var quarters: [String]
  public var shortQuarters: [String]
  /// The pattern of the locale's shortest date: `dd/MM/y` (UTS #35 part 4, date field symbols).
  public var shortPattern: String

  /// Falls back to what ICU has for all languages (`M01`) where it does not know the locale.
  public init(locale: String, calendar: CalendarSystem = .gregorian) {
    self.locale = locale
    self.calendar = calendar
    var lines = (strings(cicu_date_symbols("\(locale)@calendar=\(calendar.rawValue)")) ?? [])[...]
    shortPattern = lines.popFirst() ?? ""
    func group() -> [String] {
      let count = min(lines.popFirst().flatMap { Int($0) } ?? 0, lines.count)
      defer { lines = lines.dropFirst(count) }
      return Array(lines.prefix(count))
    }
    /// ICU's weekdays start with an empty entry and then Sunday.
    func week() -> [String] {
      let names = group()
      return names.count == 8 ? Array(names[2...]) + [names[1]] : []
    }
    months = Names(
      wide: group(), standaloneWide: group(), abbreviated: group(), standaloneAbbreviated: group())
    weekdays = Names(wide: week(), standaloneWide: week(), abbreviated: week(), standaloneAbbreviated: week())
    eras = group()
    wideEras = group()
    dayHalves = group()
    quarters = group()
    shortQuarters = group()
  }

  /// The order of day, month and year in the locale's shortest date.
  public var order: DateOrder {
    var fields: [Unicode.Scalar] = []
    var quoted = false
    for scalar in shortPattern.unicodeScalars {
      switch scalar {
      case "'": quoted.toggle()
      case _ where quoted: break
      case "d" where !fields.contains("d"): fields.append("d")
      case "M" where !fields.contains("M"), "L" where !fields.contains("M"): fields.append("M")
      case "y" where !fields.contains("y"): fields.append("y")
      default: break
      }
    }
    switch fields {
    case ["M", "d", "y"], ["M", "y", "d"]: return .monthDayYear
    case ["y", "M", "d"]: return .yearMonthDay
    case ["y", "d", "M"]: return .yearDayMonth
    default: return .dayMonthYear
    }
  }
}

/// How much of a date a locale writes (CLDR's four styles).
public enum DateStyle: Int32, Sendable, CaseIterable {
  /// With the weekday.
  case full
  /// With the month's name: "8 de julio de 2020".
  case long
  case medium, short
}

extension Day {
  /// The day as a locale writes it, in a calendar and the locale's own digits; nil where ICU refuses it.
  public func formatted(locale: String, style: DateStyle, calendar: CalendarSystem = .gregorian) -> String? {
    strings(cicu_format_day("\(locale)@calendar=\(calendar.rawValue)", style.rawValue, Int64(number)))?.first
  }
}
