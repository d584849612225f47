import Testing

@testable import ICU

@Suite struct DayTests {
  /// Every day of six thousand years follows the one before it, and comes back from its year, month and day.
  @Test func thereAndBackOverSixThousandYears() throws {
    var day = try #require(Day(year: -3000, month: 1, day: 1))
    let end = try #require(Day(year: 3000, month: 12, day: 31))
    var (year, month, dayOfMonth) = (-3000, 1, 1)
    while day <= end {
      let parts = day.components
      guard parts == (year, month, dayOfMonth), Day(year: year, month: month, day: dayOfMonth) == day else {
        Issue.record("\(parts) for \(year)-\(month)-\(dayOfMonth)")
        return
      }
      day = day + 1
      dayOfMonth += 1
      if dayOfMonth > Day.length(ofMonth: month, year: year) { (month, dayOfMonth) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test(arguments: [
    ("1970-01-01", 4), ("2021-07-26", 1), ("2020-02-29", 6), ("2000-01-01", 6), ("1945-05-08", 2), ("0001-01-01", 1),
  ])
  func weekdays(_ text: String, _ weekday: Int) throws {
    #expect(try #require(Day(text)).weekday == weekday)
  }

  @Test func weekdaysGoRound() {
    for number in -800_000..<(-799_000) {
      #expect(Day(number: number + 1).weekday == Day(number: number).weekday % 7 + 1)
    }
  }

  @Test(arguments: [
    ("2021-01-31", 1, "2021-02-28"), ("2020-01-31", 1, "2020-02-29"), ("2021-03-31", -1, "2021-02-28"),
    ("2021-12-15", 1, "2022-01-15"),
    ("2021-01-15", -1, "2020-12-15"), ("2021-01-15", -13, "2019-12-15"), ("2020-02-29", 12, "2021-02-28"),
    ("2021-05-31", 0, "2021-05-31"),
    ("0001-01-31", -12, "0000-01-31"),
  ])
  func monthsLater(_ from: String, _ months: Int, _ to: String) throws {
    #expect(try #require(Day(from)).adding(months: months).description == to)
  }

  @Test func monthsAddUp() throws {
    let first = try #require(Day("2019-06-28"))
    for a in -30...30 {
      for b in -30...30 { #expect(first.adding(months: a).adding(months: b) == first.adding(months: a + b)) }
    }
  }

  @Test func writtenAndRead() throws {
    for number in stride(from: -700_000, to: 2_900_000, by: 997) {
      let day = Day(number: number)
      #expect(Day(day.description) == day)
    }
    #expect(Day(year: -43, month: 3, day: 15)?.description == "-0043-03-15")
  }

  @Test(arguments: [
    "2021-02-29", "2021-13-01", "2021-00-10", "2021-01-00", "2021-1-1", "21-01-01", "2021/01/01", "", "2021-01-01x",
    "2021-01", "１２３４-01-01",
    "+021-01-01",
  ])
  func whatIsNoDay(_ text: String) {
    #expect(Day(text) == nil)
  }
}
