import Articles
import ICU
import Mentions
import Testing

@testable import Claims

@Suite struct EvidenceTests {
  @Test func `evidence points into the file`() throws {
    let marked = Marked(
      "# Un titre¶Déjà là.‖ Il reste ⟦plus de 5 200|>5200⟧ soldats américains à Bagdad.", language: "fr",
      day: "2020-07-08")
    let claim = try #require(marked.claims(Desk.extractor(Desk.troops)).first)
    #expect(claim.text == "plus de 5 200 soldats")
    #expect(claim.figure == "plus de 5 200")
    #expect(claim.sentence == " Il reste plus de 5 200 soldats américains à Bagdad.")
    #expect(claim.line == 3)
    #expect(claim.column == 19)
    let scalars = Array(marked.article.text.text.unicodeScalars)
    #expect(String(String.UnicodeScalarView(scalars[claim.start..<claim.end])) == claim.text)
    #expect(claim.asOf == Day("2020-07-08"))
    #expect(claim.modality == .asserted)
    #expect(claim.rule == "troops" && claim.article == "test")
  }

  @Test func `claims come in the order of the text`() {
    let marked = Marked("⟦300⟧ soldiers died.¶⟦400⟧ soldiers lived.", language: "en")
    let claims = marked.claims(Desk.extractor(Desk.killed, Desk.troops))
    #expect(claims.map(\.rule) == ["killed", "troops", "troops"])
    #expect(claims.map(\.start) == claims.map(\.start).sorted())
  }

  @Test func `a figure may be dated by its clause`() throws {
    func day(_ text: String) -> Day? {
      Marked(text, language: "en", day: "2021-12-10").claims(Desk.extractor(Desk.troops)).first?.asOf
    }
    #expect(day("As of ⟦Saturday|@2021-12-04⟧ there were ⟦300⟧ soldiers.") == Day("2021-12-04"))
    #expect(day("In ⟦2018|@2018-01-01..2018-12-31⟧ there were ⟦300⟧ soldiers.") == Day("2018-12-31"))
    #expect(day("There are ⟦300⟧ soldiers who came in ⟦2018|@2018-01-01..2018-12-31⟧.") == Day("2021-12-10"))
    #expect(day("By ⟦31 December|@2021-12-31⟧ there will be ⟦300⟧ soldiers.") == Day("2021-12-10"))
  }

  @Test func `other readings stay possible`() throws {
    var marked = Marked("The combat mission cost ⟦1.234 euros|1234:EUR⟧.", language: "en")
    marked.mentions[0][0].otherReadings = [.quantity(Quantity(exactly: 1.234, unit: "EUR"))]
    let rule = Rule(id: "cost", kind: .quantity, about: ["mission"], unit: .anyCurrency)
    let claim = try #require(marked.claims(Desk.extractor(rule)).first)
    #expect(claim.possibilities == [.point(1234), .point(1.234)])
  }

  @Test func `whole things are not counted in thousandths`() throws {
    var marked = Marked("⟦1.234|1234⟧ soldiers", language: "en")
    marked.mentions[0][0].otherReadings = [.quantity(Quantity(exactly: 1.234))]
    let claim = try #require(marked.claims(Desk.extractor(Desk.troops)).first)
    #expect(claim.possibilities == [.point(1234)])
  }

  @Test func `the same claims on many threads`() async {
    let marked = Marked("The rockets killed ⟦five|5⟧ and wounded ⟦twelve|12⟧.¶⟦300⟧ soldiers stayed.", language: "en")
    let extractor = Desk.extractor(Desk.killed, Desk.injured, Desk.troops)
    let expected = marked.claims(extractor).map(\.text)
    await withTaskGroup(of: [String].self) { group in
      for _ in 0..<50 { group.addTask { marked.claims(extractor).map(\.text) } }
      for await texts in group { #expect(texts == expected) }
    }
    #expect(expected.count == 3)
  }

  @Test(.timeLimit(.minutes(4))) func `a list without end is read in linear time`() {
    var text = ""
    var mentions: [Mention] = []
    for _ in 0..<5_000 {
      text += "soldiers "
      mentions.append(Mention(range: text.utf8.count..<text.utf8.count + 1, value: .quantity(Quantity(exactly: 5))))
      text += "5 of "
    }
    for text in [text, String(repeating: "兵", count: 50_000)] {
      var article = Marked("", language: "en").article
      article.blocks = [Block(text: text, map: SourceMap(source: 0))]
      article.text = SourceText(name: "list", text: text)
      for claim in Desk.extractor(Desk.troops, Desk.killed).claims(in: article, mentions: { _, _ in mentions }) {
        #expect(claim.sentence.utf8.count <= 4_000)
      }
    }
  }

  @Test func `bad input is read without harm`() {
    let extractor = Desk.extractor(Desk.killed, Desk.troops, Desk.missionEnd)
    for text in [
      "", "⟦5⟧", "((((⟦5⟧", ",,,,", "which which which ⟦5⟧ soldiers", "⟦5⟧ of ⟦6⟧ of ⟦7⟧ of", "the ⟦5⟧ the ⟦6⟧ the",
      "-⟦5⟧-soldiers-",
    ] {
      for language in ["en", "de", "fr", "zh", "ar", "xx", "und", ""] {
        for claim in Marked(text, language: language).claims(extractor) { #expect(claim.start <= claim.end) }
      }
    }
    var wild = Marked("Soldiers 5", language: "en")
    wild.mentions[0] = [Mention(range: 90..<95, value: .quantity(Quantity(exactly: 5)))]
    #expect(wild.claims(extractor).isEmpty)
  }
}

@Suite struct PossibilityTests {
  private func interval(_ spec: String, _ reading: Rule.Reading = .meaning) -> Interval? {
    guard case .quantity(let quantity) = Marked.value(spec) else { return nil }
    return Possibilities.interval(of: quantity, reading: reading)
  }

  @Test func `words become sets`() {
    #expect(interval("2500") == .point(2500))
    #expect(interval(">5000") == Interval(5000, .infinity))
    #expect(interval("<40") == Interval(0, 40))
    #expect(interval("40-50") == Interval(40, 50))
    #expect(interval("~2500") == Interval(2450, 2550))
    #expect(interval("~5000") == Interval(4500, 5500))
    #expect(interval("~100") == Interval(90, 110))
    #expect(interval("~5217") == Interval(5216.5, 5217.5))
    #expect(interval("/5000") == Interval(4500, 5000, highIsOpen: true))
    #expect(interval("\\61:percent") == Interval(61, 61.5, lowIsOpen: true))
    #expect(interval("*2600000") == Interval(2_550_000, 2_650_000, highIsOpen: true))
    #expect(interval("0") == .point(0))
  }

  @Test func `stated figures are bare`() {
    for spec in ["2500", ">2500", "~2500", "/2500", "*2500"] { #expect(interval(spec, .stated) == .point(2500)) }
    #expect(interval("40-50", .stated) == Interval(40, 50))
  }

  @Test func `the tolerance is left to the comparison`() {
    var rule = Rule(id: "turnout", kind: .quantity, about: ["turnout"], unit: .unit("percent"))
    let text = Marked("Turnout was ⟦61.2 %|61.2:percent⟧.", language: "en")
    let strict = text.claims(Desk.extractor(rule)).map(\.possibilities)
    rule.tolerance = .absolute(0.5)
    #expect(strict == [[.point(61.2)]])
    #expect(text.claims(Desk.extractor(rule)).map(\.possibilities) == strict)
  }
}
