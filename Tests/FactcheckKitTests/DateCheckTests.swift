import Claims
import Findings
import Foundation
import ICU
import Reports
import Testing

@testable import FactcheckKit

/// The built-in checks, over whole articles of 30 July 2021, a Friday.
@Suite struct DateCheckTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var language: String
    var text: String
    var testDescription: String { "\(language): \(text)" }
    init(_ language: String, _ text: String) { (self.language, self.text) = (language, text) }
  }

  private func report(
    _ language: String, _ text: String, settings: String = "", date: String = "2021-07-30"
  ) async throws -> Report {
    let folder = try Folder([
      "rules.yaml": "rules: [{id: a, claim: quantity, about: [x]}]\nconcepts: {x: {en: zzzz}}\n",
      "factcheck.yaml": "articles: a.md\n\(settings)",
      "a.md": "---\ndate: \(date)\nlang: \(language)\n---\n\n\(text)\n",
    ])
    return await Factcheck.run(ruleSet: RuleLoader.load(paths: [folder.path]))
  }

  private func messages(_ example: Example) async throws -> [String] {
    try await report(example.language, example.text).findings.map(\.message)
  }

  // MARK: - Weekdays

  @Test(arguments: [
    Example("en", "It rained on Thursday, 30 July 2021, in the north."),
    Example("en", "It rained on Thursday, July 30, in the north."),
    Example("fr", "Il a plu jeudi 30 juillet dans le nord."),
    Example("es", "Llovió el jueves 30 de julio de 2021 en el norte."),
    Example("pt", "Choveu na quinta-feira, 30 de julho de 2021, no norte."),
    Example("de", "Am Donnerstag, dem 30. Juli 2021, regnete es im Norden."),
    Example("it", "Giovedì 30 luglio 2021 ha piovuto nel nord."),
    Example("nl", "Op donderdag 30 juli 2021 regende het in het noorden."),
    Example("sv", "Torsdagen den 30 juli 2021 regnade det i norr."),
    Example("pl", "W czwartek 30 lipca 2021 roku padało na północy."),
    Example("cs", "Ve čtvrtek 30. července 2021 na severu pršelo."),
    Example("ru", "В четверг, 30 июля 2021 года, на севере шёл дождь."),
    Example("uk", "У четвер, 30 липня 2021 року, на півночі йшов дощ."),
    Example("tr", "30 Temmuz 2021 Perşembe günü kuzeyde yağmur yağdı."),
    Example("ar", "هطل المطر يوم الخميس 30 يوليو 2021 في الشمال."),
    Example("fa", "روز پنجشنبه ۳۰ ژوئیه ۲۰۲۱ در شمال باران بارید."),
    Example("he", "ביום חמישי, 30 ביולי 2021, ירד גשם בצפון."),
    Example("hi", "गुरुवार, 30 जुलाई 2021 को उत्तर में बारिश हुई।"),
    Example("zh", "2021年7月30日星期四，北方下雨。"),
    Example("zh", "7月30日（周四），北方下雨。"),
    Example("ja", "2021年7月30日木曜日、北部で雨が降った。"),
    Example("ja", "7月30日（木）、北部で雨が降った。"),
    Example("ko", "2021년 7월 30일 목요일 북부에 비가 왔다."),
    Example("ko", "7월 30일(목) 북부에 비가 왔다."),
    Example("id", "Hujan turun pada Kamis, 30 Juli 2021, di utara."),
  ])
  func aWeekdayThatDoesNotFallOnItsDate(_ example: Example) async throws {
    let report = try await report(example.language, example.text)
    #expect(report.findings.map(\.message) == ["30 July 2021 was a Friday, not a Thursday"])
    let finding = try #require(report.findings.first)
    #expect(finding.rule == "weekday-check")
    #expect(finding.verdict == .contradiction)
    #expect(finding.positions.map(\.label) == ["a Thursday", "30 July 2021, a Friday"])
    #expect(report.claims.map(\.id) == finding.positions.flatMap(\.claims))
    #expect(report.claims.allSatisfy { example.text.contains($0.text) && $0.sentence.contains($0.text) })
    #expect(report.rules.map(\.id) == ["a", "weekday-check"])
  }

  /// Whatever the date, only its own weekday fits.
  @Test func everyWeekdayOfEveryMonth() async throws {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    var text = ""
    var expected: [String] = []
    for month in 1...12 {
      let day = Day(year: 2021, month: month, day: 3 + month)!
      let said = (day.weekday + month) % 7 + 1
      text += "It rained on \(names[said - 1]), \(ValueFormat.day(day)).\n\n"
      if said != day.weekday {
        expected.append("\(ValueFormat.day(day)) was a \(names[day.weekday - 1]), not a \(names[said - 1])")
      }
    }
    #expect(expected.count > 9)
    #expect(try await report("en", text).findings.map(\.message) == expected)
  }

  @Test(arguments: [
    Example("en", "It rained on Friday, 30 July 2021, in the north."),
    Example("fr", "Il a plu jeudi 29 juillet dans le nord."),
    Example("de", "Am Freitag (30. Juli) regnete es im Norden."),
    Example("ja", "7月30日（金）、北部で雨が降った。"),
    // Day and month may be turned round.
    Example("en", "It rains on Friday 5/8 in the north, and on Friday 8/6."),
    // No date of its own beside it.
    Example("en", "The vote on Sunday answered the strike of 29 July."),
    Example("en", "On Monday, 2,500 soldiers left; the other 30 stayed."),
    Example("en", "They met on Tuesday, 3 August, Wednesday and Thursday."),
    // Other calendars were in use then.
    Example("en", "On Thursday, 5 October 1582, nothing happened in Rome."),
  ])
  func weekdaysThatFit(_ example: Example) async throws {
    #expect(try await messages(example) == [])
  }

  // MARK: - Periods

  @Test(arguments: [
    (Example("en", "The show ran from 5 to 3 May 2021 in the town."), "5 May 2021 to 3 May 2021"),
    (Example("fr", "Le salon a eu lieu du 5 au 3 mai 2021 en ville."), "5 May 2021 to 3 May 2021"),
    (Example("de", "Die Schau lief vom 5. bis 3. Mai 2021 in der Stadt."), "5 May 2021 to 3 May 2021"),
    (Example("en", "It lasted from 3 May 2021 to 5 March 2021."), "3 May 2021 to 5 March 2021"),
    (Example("en", "She led the party from 2018 to 2015."), "2018 to 2015"),
    (Example("en", "The king (2018–2015) was ill."), "2018 to 2015"),
    (Example("fr", "Elle a dirigé le parti de 2018 à 2015."), "2018 to 2015"),
    (Example("de", "Sie führte die Partei von 2018 bis 2015."), "2018 to 2015"),
    (Example("es", "Dirigió el partido de 2018 a 2015."), "2018 to 2015"),
    (Example("it", "Ha guidato il partito dal 2018 al 2015."), "2018 to 2015"),
    (Example("ru", "Она руководила партией с 2018 по 2015 год."), "2018 to 2015"),
    (Example("zh", "她从2018年到2015年领导该党。"), "2018 to 2015"),
  ])
  func aPeriodThatEndsBeforeItBegins(_ example: Example, _ period: String) async throws {
    #expect(try await messages(example) == ["A period ends before it begins: from \(period)"])
  }

  @Test(arguments: [
    Example("en", "The show ran from 28 April to 3 May 2021."),
    Example("en", "It runs from the 28th to 3 May."),
    Example("en", "It is open from November to March."),
    Example("en", "They met between 2015 and 2018, and again from 2019 to 2021."),
    Example("en", "From 2021 it went back to 1998."),
    Example("en", "Sales rose from 2018 in the north to 2015 in the south."),
    Example("en", "The empire lasted from 27 BC to 476."),
    Example("fr", "De 2015 à 2018, il a plu."),
    Example("en", "In the 2018–2015 match nobody won."),
  ])
  func periodsThatMayBe(_ example: Example) async throws {
    #expect(try await messages(example) == [])
  }

  // MARK: - Ages

  @Test(arguments: [
    Example("en", "The minister, born in 1970, is 45 years old."), Example("en", "John Smith, 45, was born in 1970."),
    Example("fr", "Née en 1970, la ministre, âgée de 45 ans, se tait."),
    Example("de", "Der 45-Jährige wurde 1970 in Ulm geboren."),
    Example("es", "El ministro tiene 45 años y nació en 1970 en León."),
    Example("ru", "45-летний министр родился в 1970 году в Омске."),
    Example("zh", "部长生于1970年，现年45岁。"), Example("nl", "De 45-jarige minister werd geboren in 1970."),
  ])
  func anAgeThatDoesNotFitABirth(_ example: Example) async throws {
    let report = try await report(example.language, example.text)
    #expect(report.findings.map(\.message) == ["Somebody born in 1970 was 50 or 51 on 30 July 2021, not 45"])
    #expect(report.findings.first?.positions.map(\.label) == ["aged 45", "born in 1970, so 50 or 51"])
    #expect(report.findings.first?.rule == "age-check")
  }

  @Test(arguments: [
    Example("en", "The minister, born in 1970, is 50 years old."), Example("en", "John Smith, 52, was born in 1970."),
    Example("en", "John Smith, 49, was born in 1970."),
    // The age is that of another time, or of somebody else.
    Example("en", "Born in 1970, he died at the age of 45."), Example("en", "Born in 1970, he was 45 when he came."),
    Example("en", "Born in 1970, she has a 5-year-old son."),
    Example("en", "Born in 1970, she became a judge in 2010 at 40."),
    Example("fr", "Né en 1970, il est devenu ministre à 45 ans."),
    Example("de", "Er wurde 1970 geboren und mit 45 Jahren Minister."),
    Example("en", "The club was founded in 1970, and John Smith, 45, leads it."),
    Example("en", "Of those born in 1970, 45 came."),
  ])
  func agesThatMayBe(_ example: Example) async throws {
    #expect(try await messages(example) == [])
  }

  // MARK: - Settings

  @Test func eachCheckCanBeSwitchedOff() async throws {
    let text = """
      It rained on Thursday, 30 July 2021. The show ran from 5 to 3 May 2021. The minister, born in 1970, is 45 years old.
      """
    #expect(
      try await report("en", text).findings.map(\.rule) == ["weekday-check", "period-check", "age-check"])
    for (name, rule) in [("weekdays", "weekday-check"), ("periods", "period-check"), ("ages", "age-check")] {
      let rules = try await report("en", text, settings: "checks: {\(name): false}\n").findings.map(\.rule)
      #expect(rules.count == 2)
      #expect(!rules.contains(rule))
    }
    let none = try await report("en", text, settings: "checks: {weekdays: false, periods: false, ages: false}\n")
    #expect(none.findings.isEmpty)
    #expect(none.claims.isEmpty)
    #expect(none.rules.map(\.id) == ["a"])
  }

  @Test func allReportsShowThem() async throws {
    let report = try await report("en", "It rained on Thursday, 30 July 2021, in the north.")
    let formats: [any ReportFormat] = [TextReport(), HTMLReport(), JSONReport()]
    for format in formats {
      let text = String(decoding: try format.render(report, options: ReportOptions()), as: UTF8.self)
      #expect(text.contains("30 July 2021 was a Friday, not a Thursday"), "\(format.name)")
      #expect(text.contains("weekday-check"), "\(format.name)")
      #expect(text.contains("It rained on"), "\(format.name)")
    }
  }
}
