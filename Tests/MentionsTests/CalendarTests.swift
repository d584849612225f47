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
