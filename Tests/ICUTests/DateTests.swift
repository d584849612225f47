import Testing

@testable import ICU

@Suite struct DateSymbolsTests {
  @Test func russianMonthsInAndOutOfDates() {
    let months = DateSymbols(locale: "ru").months
    #expect(months.wide[0] == "января" && months.standaloneWide[0] == "январь")
    #expect(months.all.contains { $0 == (12, "декабрь") })
    #expect(months.all.contains { $0 == (12, "декабря") })
  }

  @Test(arguments: [
    ("en", "Monday", "Sunday"), ("fr", "lundi", "dimanche"), ("de", "Montag", "Sonntag"), ("ar", "الاثنين", "الأحد"),
    ("zh", "星期一", "星期日"),
  ])
  func weeksStartOnMonday(_ locale: String, _ first: String, _ last: String) {
    let days = DateSymbols(locale: locale).weekdays
    #expect(days.wide.count == 7 && days.wide.first == first && days.wide.last == last)
    #expect(days.abbreviated.count == 7 && days.standaloneWide.count == 7)
  }

  @Test func restOfTheWords() {
    let english = DateSymbols(locale: "en")
    #expect(english.eras == ["BC", "AD"] && english.wideEras == ["Before Christ", "Anno Domini"])
    #expect(english.dayHalves == ["AM", "PM"])
    #expect(english.quarters.first == "1st quarter" && english.shortQuarters.last == "Q4")
    #expect(DateSymbols(locale: "fr").months.abbreviated[0] == "janv.")
    #expect(DateSymbols(locale: "fa", calendar: .persian).months.wide[0] == "فروردین")
    #expect(DateSymbols(locale: "he", calendar: .hebrew).months.all.contains { $0 == (7, "אדר ב׳") })
    #expect(DateSymbols(locale: "ar", calendar: .islamicUmmAlQura).months.wide[8] == "رمضان")
    #expect(DateSymbols(locale: "ja", calendar: .japanese).eras.last == "令和")
  }

  @Test func everyLocaleHasTwelveMonthsAndSevenDays() {
    for locale in Locales.languages + ["xx", ""] {
      let symbols = DateSymbols(locale: locale)
      #expect(symbols.months.wide.count == 12 && symbols.weekdays.wide.count == 7, "\(locale)")
      #expect(symbols.months.wide.allSatisfy { !$0.isEmpty }, "\(locale)")
    }
  }

  @Test(arguments: [
    ("en_US", DateOrder.monthDayYear), ("en_GB", .dayMonthYear), ("fr", .dayMonthYear), ("de", .dayMonthYear),
    ("zh", .yearMonthDay),
    ("ja", .yearMonthDay), ("hu", .yearMonthDay), ("ko", .yearMonthDay), ("ar", .dayMonthYear),
    ("sv", .yearMonthDay), ("ru", .dayMonthYear),
  ])
  func orders(_ locale: String, _ order: DateOrder) {
    #expect(DateSymbols(locale: locale).order == order)
  }
}

@Suite struct CalendarConversionTests {
  /// The same day in several calendars, from published tables of conversion.
  @Test(arguments: [
    (CalendarSystem.islamicUmmAlQura, 1442, 12, 10, "2021-07-20"), (.persian, 1400, 1, 1, "2021-03-21"),
    (.hebrew, 5782, 1, 1, "2021-09-07"), (.japanese, 3, 7, 26, "2021-07-26"), (.buddhist, 2564, 7, 26, "2021-07-26"),
    (.roc, 110, 7, 26, "2021-07-26"), (.gregorian, 2021, 7, 26, "2021-07-26"), (.ethiopic, 2014, 1, 1, "2021-09-11"),
    (.coptic, 1738, 1, 1, "2021-09-11"), (.indian, 1943, 1, 1, "2021-03-22"),
  ])
  func knownDays(_ calendar: CalendarSystem, _ year: Int, _ month: Int, _ day: Int, _ expected: String) {
    let conversion = CalendarConversion(calendar)
    #expect(conversion.day(year: year, month: month, day: day)?.description == expected)
  }

  /// A leap month of the Chinese calendar bears the number of the one before, which its fields do not tell apart.
  @Test(arguments: CalendarSystem.allCases.filter { $0 != .chinese })
  func thereAndBack(_ calendar: CalendarSystem) throws {
    let conversion = CalendarConversion(calendar)
    let first = try #require(Day("1900-01-01")).number
    for number in stride(from: first, to: first + 366 * 150, by: 17) {
      let day = Day(number: number)
      let fields = try #require(conversion.fields(of: day))
      #expect(conversion.day(era: fields.era, year: fields.year, month: fields.month, day: fields.day) == day, "\(day)")
    }
  }

  @Test func erasOfJapan() throws {
    let conversion = CalendarConversion(.japanese)
    let symbols = DateSymbols(locale: "ja", calendar: .japanese)
    let heisei = try #require(symbols.eras.firstIndex(of: "平成"))
    #expect(conversion.day(era: heisei, year: 31, month: 4, day: 30)?.description == "2019-04-30")
    #expect(conversion.fields(of: try #require(Day("2019-05-01")))?.year == 1)
  }

  @Test func datesThatAreNotThere() {
    #expect(CalendarConversion(.persian).day(year: 1400, month: 12, day: 30) == nil)
    #expect(CalendarConversion(.persian).day(year: 1399, month: 12, day: 30) != nil)
    #expect(CalendarConversion(.gregorian).day(year: 2021, month: 2, day: 29) == nil)
    #expect(CalendarConversion(.hebrew).day(year: .max, month: 1, day: 1) == nil)
    #expect(CalendarConversion(.islamicCivil).day(year: 1442, month: 14, day: 1) == nil)
    #expect(CalendarConversion(.gregorian).day(era: 0, year: 44, month: 3, day: 15)?.year == -43)
    #expect(CalendarConversion(.buddhist).fields(of: Day(number: .max)) == nil)
  }
}
