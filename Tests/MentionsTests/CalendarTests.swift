import ICU
import Languages
import Mentions
import Testing

/// Dates of other calendars than the Gregorian.
struct CalendarTests {
  private func dates(_ text: String, _ language: String) -> [String] {
    var extractor = MentionExtractor(language: Language.of(language))
    return extractor.mentions(in: text, reference: Day("2021-07-30")).map {
      guard case .date(let span) = $0.value else { return "no date" }
      let ends = [span.from, span.to].map { $0?.description ?? "" }
      return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "/")
    }
  }

  @Test(arguments: [
    ("ar", "وقع الحادث في 15 رمضان 1442 هـ", ["2021-04-27"]),
    ("ar", "في 10 محرم", ["2021-08-18"]),
    ("ar", "عام ١٤٤٢ هـ", ["2020-08-20/2021-08-08"]),
    ("fa", "۱۲ خرداد ۱۴۰۰", ["2021-06-02"]),
    ("fa", "در سال ۱۴۰۰", ["2021-03-21/2022-03-20"]),
    ("fa", "۱۴۰۰/۰۳/۳۱", ["2021-06-21"]),
    ("ja", "令和3年7月26日", ["2021-07-26"]),
    ("ja", "昭和元年", ["1926-01-01/1926-12-31"]),
    ("zh", "民國110年7月26日", ["2021-07-26"]),
    ("th", "26 กรกฎาคม พ.ศ. 2564", ["2021-07-26"]),
    ("th", "26 กรกฎาคม 2564", ["2021-07-26"]),
    ("he", "ט״ו בשבט תשפ״א", ["2021-01-28"]),
    ("he", "ה׳ באייר תש״ח", ["1948-05-14"]),
    ("en", "on 1 Ramadan 1442", ["2021-04-13"]),
    ("en", "10 Muharram", ["2021-08-18"]),
    ("en", "the 15th of Shevat 5781", ["2021-01-28"]),
    ("en", "in 1442 AH", ["2020-08-20/2021-08-08"]),
    ("tr", "5 Nisan 2021", ["2021-04-05"]),
  ])
  func isRead(language: String, text: String, expected: [String]) {
    #expect(dates(text, language) == expected, "\(text)")
  }

  @Test(arguments: [
    ("ar", "قال رمضان قديروف"), ("tr", "Recep Tayyip Erdoğan ve Ramazan Bey"), ("fr", "un tir groupé et 2 tirs"),
    ("en", "Av and Tir are names, and so is Adar"), ("ja", "文化財"), ("he", "הממשלה של ארה״ב"), ("sv", "av dessa"),
  ])
  func namesAndWordsAreNoDates(language: String, text: String) {
    #expect(dates(text, language).allSatisfy { $0 == "no date" }, "\(text)")
  }

  /// What ICU writes in a calendar whose months CLDR names is read back as the same day.
  @Test(arguments: ["en", "fr", "de", "it", "nl", "pl", "tr", "ar", "fa", "hi", "id", "he", "es", "pt", "cs", "sv"])
  func readsWhatICUWrites(locale: String) {
    var extractor = MentionExtractor(language: Language.of(locale))
    for calendar in CalendarCode.allCases where !Self.unread[locale, default: []].contains(calendar) {
      for day in CLDRDateTests.days {
        guard let text = day.formatted(locale: locale, style: .long, calendar: calendar.system) else { continue }
        let found = extractor.mentions(in: text).map(\.value)
        #expect(found == [.date(DateSpan(from: day, to: day))], "\(locale) \(calendar): \(text) is \(day)")
      }
    }
  }

  /// Calendars with months of three letters in lower case, which are words too (tir, dey, av), or of the names that
  /// Gregorian months bear (nisan).
  static let unread: [String: Set<CalendarCode>] = [
    "fr": [.persian, .hebrew], "es": [.persian, .hebrew], "cs": [.persian, .hebrew], "sv": [.persian, .hebrew],
    "tr": [.hebrew], "ar": [.hebrew],
  ]
}

/// What the article's day has to do with dates, and the days that bear names.
struct RelativeDateTests {
  private func dates(_ text: String, _ language: String, _ day: String) -> [String] {
    var extractor = MentionExtractor(language: Language.of(language))
    return extractor.mentions(in: text, reference: Day(day)).compactMap {
      guard case .date(let span) = $0.value else { return nil }
      let ends = [span.from, span.to].map { $0?.description ?? "" }
      return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "/")
    }
  }

  @Test(arguments: [
    ("later this week", "2018-11-30", "2018-11-30/2018-12-02"),
    ("earlier this year", "2018-05-28", "2018-01-01/2018-05-28"),
    ("the rest of the week", "2020-06-12", "2020-06-12/2020-06-14"),
    ("so far this year", "2018-09-07", "2018-01-01/2018-09-07"),
    ("this past Wednesday", "2019-01-31", "2019-01-30"),
    ("this coming Thursday", "2019-01-31", "2019-02-07"),
    ("next month from the 4th to the 23rd", "2016-11-07", "2016-12-04/2016-12-23"),
    ("the 21st of this month", "2018-08-08", "2018-08-21"),
    ("2 weeks starting May 20th", "2019-10-07", "2019-05-20/2019-06-02"),
    ("the next 4 business days", "2018-08-21", "2018-08-22/2018-08-27"),
    ("next 12/5", "2018-12-10", "2019-12-05"),
    ("last summer", "2016-11-07", "2016-06-01/2016-08-31"),
    ("after the beginning of March", "2021-07-30", "2021-03-01/"),
    ("since 1 May", "2016-11-07", "2016-05-01/"),
    ("week 27 of last year", "2018-07-02", "2017-07-03/2017-07-09"),
    ("from 1-10-2018-7-10-2018", "2018-07-02", "2018-01-10/2018-07-10"),
  ])
  func fromTheArticlesDay(text: String, day: String, expected: String) {
    #expect(dates(text, "en", day) == [expected], "\(text)")
  }

  @Test(arguments: [
    ("the 8th century BC", "-0799-01-01/-0700-12-31"), ("in 44 BC", "-0043-01-01/-0043-12-31"),
    ("in AD 79", "0079-01-01/0079-12-31"), ("the 1800s", "1800-01-01/1899-12-31"),
    ("the 1990s", "1990-01-01/1999-12-31"), ("the 60s of the 19th century", "1860-01-01/1869-12-31"),
    ("the first half of July 2021", "2021-07-01/2021-07-15"), ("the second half of 2021", "2021-07-01/2021-12-31"),
    ("the last third of June 2021", "2021-06-21/2021-06-30"),
    ("the second half of the 1990s", "1995-01-01/1999-12-31"), ("in 2020/21", "2020-01-01/2021-12-31"),
  ])
  func periods(text: String, expected: String) {
    #expect(dates(text, "en", "2021-07-30") == [expected], "\(text)")
  }

  /// Days as the calendars of the year printed them.
  @Test(arguments: [
    ("Eid al-Fitr 2022", "2022-05-02"), ("Eid al-Adha 2021", "2021-07-20"), ("Ramadan 2021", "2021-04-13/2021-05-12"),
    ("Nowruz 2021", "2021-03-21"), ("Rosh Hashana 2021", "2021-09-07"), ("Yom Kippur 2021", "2021-09-16"),
    ("Passover 2021", "2021-03-28"), ("Purim 2022", "2022-03-17"), ("Chinese New Year 2021", "2021-02-12"),
    ("Chinese New Year 2024", "2024-02-10"), ("mid-autumn festival 2021", "2021-09-21"), ("Diwali 2021", "2021-11-04"),
    ("Diwali 2022", "2022-10-24"), ("Diwali 2020", "2020-11-14"), ("Diwali 2017", "2017-10-19"),
    ("Orthodox Easter 2021", "2021-05-02"), ("Orthodox Easter 2024", "2024-05-05"),
    ("Labor Day weekend", "2021-09-04/2021-09-06"),
  ])
  func holidays(text: String, expected: String) {
    #expect(dates(text, "en", "2021-07-30") == [expected], "\(text)")
  }

  @Test(arguments: [
    ("de", "1839 befand sich das Land im Krieg.", "1839-01-01/1839-12-31"),
    ("sv", "1955 ledde han partiet.", "1955-01-01/1955-12-31"),
  ])
  func yearsBeforeAVerb(language: String, text: String, expected: String) {
    #expect(dates(text, language, "2021-07-30") == [expected], "\(text)")
  }

  @Test(arguments: [("de", "1500 tote Soldaten"), ("en", "2000 soldiers died"), ("de", "mit 1900 Mitarbeitern")])
  func countsAreNoYears(language: String, text: String) {
    #expect(dates(text, language, "2021-07-30") == [], "\(text)")
  }
}
