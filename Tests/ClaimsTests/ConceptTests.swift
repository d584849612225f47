import Testing

@testable import Claims

@Suite struct ConceptTests {
  private static func near(
    _ concepts: [String], _ scope: Rule.Scope, _ language: String, _ text: String, title: String? = nil
  ) -> [String] {
    var rule = Rule(id: "near", kind: .quantity, about: ["troops"], near: concepts, scope: scope)
    rule.near = concepts
    return Desk.found(rule, language, text, title: title)
  }

  @Test func `near looks as far as the scope reaches`() {
    let text = "# Votes everywhere¶The coalition met.‖ ⟦300⟧ soldiers stood by.¶The training went on."
    #expect(Self.near(["coalition"], .sentence, "en", text) == [])
    #expect(Self.near(["coalition"], .paragraph, "en", text) == ["300"])
    #expect(Self.near(["training"], .paragraph, "en", text) == [])
    #expect(Self.near(["training"], .article, "en", text) == ["300"])
    #expect(Self.near(["vote"], .sentence, "en", text) == [])
    #expect(Self.near(["vote"], .paragraph, "en", text) == ["300"])
    #expect(Self.near(["vote", "coalition"], .article, "en", text) == ["300"])
    #expect(Self.near(["vote", "nothing-such"], .article, "en", text) == [])
  }

  @Test func `a title from the metadata stands over every paragraph`() {
    #expect(Self.near(["vote"], .paragraph, "en", "⟦300⟧ soldiers stood by.", title: "The vote") == ["300"])
  }

  @Test(arguments: [
    ("fr", "⟦300⟧ soldats américains.", "region:US"), ("fr", "⟦300⟧ soldats des États-Uniens.", "region:US"),
    ("en", "⟦300⟧ U.S. soldiers.", "region:US"), ("en", "⟦300⟧ US soldiers.", "region:US"),
    ("en", "⟦300⟧ Iraqi soldiers.", "region:IQ"), ("de", "⟦300⟧ US-Soldaten.", "region:US"),
    ("de", "⟦300⟧ irakische Soldaten.", "region:IQ"), ("es", "⟦300⟧ soldados iraquíes.", "region:IQ"),
    ("ar", "⟦300⟧ جندي أمريكي.", "region:US"), ("zh", "⟦300⟧名美国士兵。", "region:US"),
  ])
  func `demonyms stand for their countries`(_ language: String, _ text: String, _ region: String) {
    #expect(Self.near([region], .sentence, language, text) == ["300"])
  }

  @Test func `a country's name has its capitals`() {
    #expect(Self.near(["region:US"], .sentence, "en", "⟦300⟧ soldiers told us so.") == [])
    #expect(Self.near(["region:TR"], .sentence, "en", "⟦300⟧ soldiers ate turkey.") == [])
    #expect(Self.near(["region:TR"], .sentence, "en", "⟦300⟧ soldiers left Turkey.") == ["300"])
  }

  @Test func `names come from the source of names too`() {
    let rule = Rule(id: "r", kind: .quantity, about: ["troops"], near: ["region:IQ"])
    let extractor = ClaimExtractor(
      rules: [rule], concepts: Desk.concepts, regionNames: { $0 == "fr" ? [("IQ", "Irak")] : [] },
      conversion: { _, _, _ in nil })
    #expect(Marked("⟦300⟧ soldats en Irak.", language: "fr").claims(extractor).count == 1)
    #expect(Marked("⟦300⟧ soldiers in Irak.", language: "en").claims(extractor).isEmpty)
  }

  @Test(arguments: [
    ("agency", "en", "⟦300⟧ soldiers, says the WHO.", true), ("agency", "en", "⟦300⟧ soldiers who left.", false),
    ("agency", "en", "⟦300⟧ soldiers, say the Health Agencies.", true),
    ("agency", "en", "⟦300⟧ soldiers, a healthy agency.", false),
    ("agency", "en", "⟦300⟧ soldiers; an agency for health.", false),
    ("surrender", "en", "⟦300⟧ soldiers lay their heavy arms down.", true),
    ("surrender", "en", "⟦300⟧ soldiers lay there; it came down.", false),
    ("surrender", "de", "Er räumt ⟦300⟧ Soldaten diesen Fehler ein.", true),
    ("surrender", "de", "Er räumt ⟦300⟧ Soldaten auf, sagt einer, ein Mann.", false),
    ("soldiery", "en", "⟦300⟧ soldiers and troopers.", true), ("soldiery", "en", "⟦300⟧ soldiers, a troop.", true),
    ("visas", "de", "⟦300⟧ Soldaten ohne VISA.", true),
  ])
  func `terms in all their forms`(_ concept: String, _ language: String, _ text: String, _ isFound: Bool) {
    #expect(Self.near([concept], .sentence, language, text) == (isFound ? ["300"] : []))
  }

  @Test(arguments: [
    ("he", "⟦300⟧ והרופאים באו", "doctors"), ("ko", "⟦300⟧명의 의사들이 왔다", "doctors"),
    ("th", "มี⟦300⟧นายทหารไทย", "soldiery"), ("pl", "⟦300⟧ żołnierzy wróciło", "soldiery"),
    ("ru", "⟦300⟧ СОЛДАТОВ", "soldiery"), ("de", "⟦300⟧ Soldatinnen", "soldiery"),
  ])
  func `scripts and clitics`(_ language: String, _ text: String, _ concept: String) {
    let rule = Rule(id: "all", kind: .quantity, about: [concept])
    let view = Marked(text, language: language)
    let table = ConceptTable(rules: [rule], concepts: Desk.concepts, regionNames: { _ in [] })
    let reader = TextReader(index: table.index(language: language))
    var block = view.article.blocks[0].text
    block.withUTF8 { reader.read($0) }
    #expect(reader.matches.count == 1)
  }

  @Test func `a quotation in another language is read in its own`() {
    var marked = Marked("Il dit :¶⟦300⟧ soldiers stayed.", language: "fr")
    #expect(marked.claims(Desk.extractor(Desk.troops)).isEmpty)
    marked.article.blocks[1].language = "en-GB"
    #expect(marked.claims(Desk.extractor(Desk.troops)).count == 1)
  }
}
