import ICU
import Testing

@testable import Articles

struct BylineTests {
  /// Stands in for the reader of dates, which belongs to a later stage: knows a few months, in any order.
  private static let date: BylineDate = { line, _ in
    let months = ["january": 1, "july": 7, "juillet": 7, "juli": 7, "يوليو": 7, "december": 12]
    if let range = line.firstRange(of: /(\d{4})年(\d+)月(\d+)日/) {
      let parts = line[range].split { "年月日".contains($0) }.compactMap { Int($0) }
      return Day(year: parts[0], month: parts[1], day: parts[2])
    }
    let words = line.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    for i in words.indices {
      guard let month = months[words[i]] else { continue }
      if i > 0, let day = Int(words[i - 1]), i + 1 < words.count, let year = Int(words[i + 1]), year > 1900 {
        return Day(year: year, month: month, day: day)
      }
      if i + 2 < words.count, let day = Int(words[i + 1]), let year = Int(words[i + 2]) {
        return Day(year: year, month: month, day: day)
      }
    }
    return Byline.figures(line, "")
  }

  @Test(arguments: [
    ("8 juillet 2020 à 03h52", "fr", "2020-07-08"), ("Publié le mercredi 8 juillet 2020 à 03h52", "fr", "2020-07-08"),
    ("Par Jean Dupont, le 8 juillet 2020", "fr", "2020-07-08"), ("July 8, 2020", "en", "2020-07-08"),
    ("Published 26 July 2021", "en", "2021-07-26"),
    ("By Anna Smith and Bob Lee | July 8, 2020, 3:52 PM EDT", "en", "2020-07-08"),
    ("Wednesday, July 8, 2020", "en", "2020-07-08"), ("BAGHDAD, 8 July 2020 (Agency)", "en", "2020-07-08"),
    ("Published July 8, 2020; updated July 9, 2020", "en", "2020-07-08"), ("2021-07-26", "und", "2021-07-26"),
    ("2021-07-26T10:00:00Z", "en", "2021-07-26"), ("26.07.2021", "de", "2021-07-26"),
    ("Stand: 26.07.2021, 14:30 Uhr", "de", "2021-07-26"), ("2020年7月8日 03:52 来源：新华社", "zh", "2020-07-08"),
    ("نشر في 8 يوليو 2020", "ar", "2020-07-08"), ("Veröffentlicht am 8. Juli 2020 von Karl Maier", "de", "2020-07-08"),
  ]) func readsTheDay(_ line: String, _ language: String, _ day: String) {
    #expect(Byline(language: language, date: Self.date).day(of: line)?.description == day)
  }

  @Test(arguments: [
    "Troops to leave Iraq by 31 December 2021", "5 soldiers killed 26 July 2021", "Troops leave 26 July 2021 at last",
    "The mission ended on 26 July 2021, as the president had promised in a speech to the families.",
    "26 July 2021: American troops leave Iraq at last", "Camp Taji", "7 min de lecture",
    "2020年7月8日美军宣布撤出伊拉克全境",
  ]) func sentencesThatMentionADayAreNoBylines(_ line: String) {
    #expect(Byline(language: line.hasPrefix("2020年") ? "zh" : "en", date: Self.date).day(of: line) == nil)
  }

  @Test func theBylineIsFoundNearTheTopOnlyAndReported() throws {
    let options = ArticleOptions(bylineDate: Self.date)
    let body = "The general said on 3 January 2020 that the troops would stay for another year at least."
    let read = try article("Troops stay in Iraq\n\nJuly 8, 2020\n\n\(body)", options: options)
    #expect(read.day?.description == "2020-07-08")
    #expect(read.dayOrigin == .byline)
    #expect(read.texts == ["Troops stay in Iraq", body])
    let late =
      String(repeating: body + "\n\n", count: 1) + (0..<14).map { "\(body) \($0)\n\n" }.joined() + "July 8, 2020"
    #expect(try article(late, options: options).day == nil)
    #expect(
      try article(
        "Title of it\n\nJuly 8, 2020\n\n\(body)", metadata: ArticleMetadata(day: Day("2020-01-01")), options: options
      ).dayOrigin == .metadata)
  }

  @Test(.timeLimit(.minutes(4))) func aLongLineOfFiguresCostsNothing() {
    let line = String(repeating: "1 ", count: 500_000)
    #expect(Byline(language: "en", date: Self.date).day(of: line) == nil)
  }
}
