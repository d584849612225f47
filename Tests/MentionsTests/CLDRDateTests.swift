import ICU
import Languages
import Mentions
import Testing

/// Dates in every language that ICU knows: what it writes is read back as the same day.
struct CLDRDateTests {
  static let days = [
    "2020-01-08", "2020-07-08", "2020-12-31", "2021-03-14", "2019-09-21", "2020-05-30", "2021-02-02", "2020-11-17",
    "2018-04-05", "2020-06-12", "2020-08-01", "2020-10-10",
  ].compactMap { Day($0) }

  /// Languages whose long dates are not read back yet.
  static let unread: [String: String] = [
    "ccp": "Chakma digits lie beyond the Basic Multilingual Plane, which the lexer's tables end at",
    "gd": "the ordinal's letters (8mh) look like a unit behind the figure",
    "kkj": "CLDR has no name for November, and writes M11",
  ]

  @Test(arguments: Locales.languages.filter { unread[$0] == nil })
  func readsLongDates(locale: String) {
    var extractor = MentionExtractor(language: Language.of(locale))
    for day in Self.days {
      guard let text = day.formatted(locale: locale, style: .long) else { continue }
      let found = extractor.mentions(in: text)
      #expect(found.map(\.value) == [.date(DateSpan(from: day, to: day))], "\(locale): \(text) is \(day)")
    }
  }

  @Test func namesOnlyLanguagesThatFail() {
    for locale in Self.unread.keys.sorted() {
      var extractor = MentionExtractor(language: Language.of(locale))
      let isRead = Self.days.allSatisfy { day in
        extractor.mentions(in: day.formatted(locale: locale, style: .long) ?? "").map(\.value)
          == [.date(DateSpan(from: day, to: day))]
      }
      #expect(!isRead, "\(locale) is read now: strike it off the list")
    }
  }

  @Test(arguments: [
    ("zh", "2020年1月", "2020-01-01", "2020-01-31"), ("zh", "2020年", "2020-01-01", "2020-12-31"),
    ("ja", "2020年1月", "2020-01-01", "2020-01-31"), ("ko", "2020년 1월", "2020-01-01", "2020-01-31"),
    ("es", "enero de 2020", "2020-01-01", "2020-01-31"), ("pt", "janeiro de 2020", "2020-01-01", "2020-01-31"),
    ("lv", "2020. g. janvāris", "2020-01-01", "2020-01-31"), ("vi", "tháng 1 năm 2020", "2020-01-01", "2020-01-31"),
    ("ar", "٨ يوليو ٢٠٢٠", "2020-07-08", "2020-07-08"), ("ar", "8 يوليو 2020", "2020-07-08", "2020-07-08"),
    ("zh", "1月8日", "2021-01-08", "2021-01-08"), ("ja", "1月8日", "2021-01-08", "2021-01-08"),
    ("ko", "1월 8일", "2021-01-08", "2021-01-08"), ("es", "8 de enero", "2021-01-08", "2021-01-08"),
  ])
  func readsPartsOfDates(locale: String, text: String, from: String, to: String) {
    var extractor = MentionExtractor(language: Language.of(locale))
    let found = extractor.mentions(in: text, reference: Day("2021-02-01"))
    #expect(found.map(\.value) == [.date(DateSpan(from: Day(from), to: Day(to)))], "\(locale): \(text)")
  }

  @Test func figuresOfNoMonthAreNoDates() {
    var extractor = MentionExtractor(language: Language.of("zh"))
    for text in ["2020年13月8日", "2021年2月30日"] {
      let found = extractor.mentions(in: text)
      #expect(!found.contains { $0.range.count == text.utf8.count }, "\(text)")
    }
  }
}
