import CICU

/// Dates of other calendars to days and back, by ICU's arithmetic and tables.
///
/// Wraps one ICU calendar, which is written to: make one for each thread, and keep it there.
public final class CalendarConversion {
  /// A date as a calendar names it.
  public struct Fields: Sendable, Equatable {
    /// The index of the era in ``DateSymbols/eras``.
    public var era: Int
    /// The year of the era.
    public var year: Int
    /// From 1, in the calendar's own order: see ``DateSymbols/months``.
    public var month: Int
    public var day: Int

    public init(era: Int, year: Int, month: Int, day: Int) {
      self.era = era
      self.year = year
      self.month = month
      self.day = day
    }
  }

  public let calendar: CalendarSystem
  private let handle: OpaquePointer?
  /// Further than any article looks, and near enough for ICU's arithmetic to stay quick.
  private static let years = -5000...15000

  public init(_ calendar: CalendarSystem) {
    self.calendar = calendar
    handle = calendar == .gregorian ? nil : cicu_calendar_open("en@calendar=\(calendar.rawValue)")
  }

  deinit { cicu_calendar_close(handle) }

  /// The day of a date; nil where the calendar has no such date. Without an era: the calendar's present one
  /// (Common Era, Reiwa). The Gregorian calendar is the proleptic one; its era 0 counts years before year 1.
  public func day(era: Int? = nil, year: Int, month: Int, day: Int) -> Day? {
    guard Self.years.contains(year), (1...13).contains(month), (1...32).contains(day), (0...1000).contains(era ?? 0)
    else { return nil }
    if calendar == .gregorian { return Day(year: era == 0 ? 1 - year : year, month: month, day: day) }
    guard let handle else { return nil }
    var number: Int64 = 0
    let found = cicu_calendar_day(handle, Int32(era ?? -1), Int32(year), Int32(month), Int32(day), &number)
    return found != 0 ? Day(number: Int(number)) : nil
  }

  /// How the calendar names a day; nil for days some ten thousand years away.
  public func fields(of day: Day) -> Fields? {
    guard abs(day.number) < 3_600_000 else { return nil }
    if calendar == .gregorian {
      let (year, month, day) = day.components
      return Fields(era: year > 0 ? 1 : 0, year: year > 0 ? year : 1 - year, month: month, day: day)
    }
    var fields: [Int32] = [0, 0, 0, 0]
    guard let handle, cicu_calendar_fields(handle, Int64(day.number), &fields) != 0 else { return nil }
    return Fields(era: Int(fields[0]), year: Int(fields[1]), month: Int(fields[2]), day: Int(fields[3]))
  }
}
