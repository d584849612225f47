import ICU
import Testing

@testable import Claims

/// The day that a claim speaks of. Articles are of Friday, 30 July 2021.
@Suite struct TimeTests {
  private static let concepts: [String: Concept] = [
    Concept(
      name: "killed",
      terms: [
        "en": ["kill", "die", "dead", "death"], "fr": ["mort", "tué", "mourir"], "es": ["muerto", "murieron"],
        "pt": ["morto", "morreram"], "de": ["tot", "Tote", "getötet"], "it": ["morto", "morti"],
        "nl": ["dode", "doden"],
        "sv": ["död", "döda", "dött"], "pl": ["zginęł*", "ofiar*"], "cs": ["zemřel*", "mrtvých"], "ru": ["погиб*"],
        "uk": ["загин*"], "tr": ["öldü", "ölü"], "ar": ["قتل", "قتيلا"], "fa": ["کشته"], "he": ["נהרגו", "הרוגים"],
        "hi": ["मौत"], "zh": ["死亡"], "ja": ["死亡"], "ko": ["숨졌*", "사망*"], "id": ["tewas"],
      ]),
    Concept(
      name: "troops", terms: ["en": ["soldier", "troop"], "fr": ["soldat"], "de": ["Soldat"], "es": ["soldado"]]),
    Concept(name: "turnout", terms: ["en": ["turnout"], "fr": ["participation"], "de": ["Wahlbeteiligung"]]),
  ].reduce(into: [:]) { $0[$1.name] = $1 }

  private static let killed = Rule(id: "killed", kind: .quantity, about: ["killed"])
  private static let troops = Rule(id: "troops", kind: .quantity, about: ["troops"])

  private static func days(
    _ language: String, _ text: String, _ rule: Rule = killed, day: String? = "2021-07-30"
  ) -> [String] {
    Marked(text, language: language, day: day).claims(ClaimExtractor(rules: [rule], concepts: concepts))
      .map { $0.asOf?.description ?? "-" }
  }

  @Test(arguments: [
    Example("en", "⟦As of Saturday|@2021-07-24..⟧, ⟦62⟧ people had died.", "2021-07-24"),
    Example("en", "As of 9 a.m. ⟦Saturday|@2021-07-24⟧, ⟦62⟧ people had died.", "2021-07-24"),
    Example("en", "⟦By Monday|@..2021-07-26⟧ evening, ⟦62⟧ people had died.", "2021-07-26"),
    Example("en", "By late ⟦Monday|@2021-07-26⟧ ⟦62⟧ people were dead.", "2021-07-26"),
    Example("en", "⟦62⟧ people had died by the evening of ⟦Monday|@2021-07-26⟧.", "2021-07-26"),
    Example("fr", "Au ⟦24 juillet|@2021-07-24⟧, ⟦62⟧ personnes étaient mortes.", "2021-07-24"),
    Example("es", "Al ⟦24 de julio|@2021-07-24⟧ había ⟦62⟧ muertos.", "2021-07-24"),
    Example("pt", "⟦Até sábado|@..2021-07-24⟧ havia ⟦62⟧ mortos.", "2021-07-24"),
    Example("de", "Stand ⟦Samstag|@2021-07-24⟧ waren ⟦62⟧ Menschen tot.", "2021-07-24"),
    Example("de", "⟦62⟧ Tote (Stand: ⟦24. Juli|@2021-07-24⟧) sind gezählt.", "2021-07-24"),
    Example("it", "⟦Al 24 luglio|@2021-07-24⟧ i morti erano ⟦62⟧.", "2021-07-24"),
    Example("nl", "Per ⟦zaterdag|@2021-07-24⟧ waren er ⟦62⟧ doden.", "2021-07-24"),
    Example("sv", "Per ⟦lördagen|@2021-07-24⟧ hade ⟦62⟧ människor dött.", "2021-07-24"),
    Example("pl", "Według stanu ⟦na sobotę|@2021-07-24⟧ zginęły ⟦62⟧ osoby.", "2021-07-24"),
    Example("cs", "⟦K sobotě|@..2021-07-24⟧ zemřelo ⟦62⟧ lidí.", "2021-07-24"),
    Example("ru", "По состоянию ⟦на субботу|@2021-07-24⟧ погибли ⟦62⟧ человека.", "2021-07-24"),
    Example("ru", "На вечер ⟦понедельника|@2021-07-26⟧ погибли ⟦62⟧ человека.", "2021-07-26"),
    Example("uk", "Станом ⟦на суботу|@2021-07-24⟧ загинули ⟦62⟧ людини.", "2021-07-24"),
    Example("tr", "⟦Cumartesi itibarıyla|@2021-07-24⟧ ⟦62⟧ kişi öldü.", "2021-07-24"),
    Example("ar", "⟦حتى يوم السبت|@..2021-07-24⟧ قتل ⟦62⟧ شخصا.", "2021-07-24"),
    Example("fa", "⟦تا روز شنبه|@..2021-07-24⟧ ⟦62⟧ نفر کشته شدند.", "2021-07-24"),
    Example("he", "נכון ל⟦יום שבת|@2021-07-24⟧ נהרגו ⟦62⟧ בני אדם.", "2021-07-24"),
    Example("hi", "⟦शनिवार तक|@..2021-07-24⟧ ⟦62⟧ लोगों की मौत हुई।", "2021-07-24"),
    Example("zh", "⟦截至星期六|@..2021-07-24⟧，已有⟦62⟧人死亡。", "2021-07-24"),
    Example("ja", "⟦土曜日|@2021-07-24⟧現在、⟦62人|62⟧が死亡した。", "2021-07-24"),
    Example("ja", "⟦24日|@2021-07-24⟧午後3時時点で、⟦62人|62⟧が死亡した。", "2021-07-24"),
    Example("ko", "⟦토요일|@2021-07-24⟧ 현재 ⟦62⟧명이 숨졌다.", "2021-07-24"),
    Example("ko", "⟦24일|@2021-07-24⟧ 오후 3시 기준 ⟦62⟧명이 숨졌다.", "2021-07-24"),
    Example("id", "Per ⟦Sabtu|@2021-07-24⟧, ⟦62⟧ orang tewas.", "2021-07-24"),
  ])
  func `the day on which figures are said to stand`(_ example: Example) {
    #expect(Self.days(example.language, example.text) == example.expected)
  }

  @Test(arguments: [
    Example("en", "On ⟦Tuesday|@2021-07-27⟧ the death toll stood at ⟦62⟧.", "2021-07-27"),
    Example("en", "The number of dead rose to ⟦62⟧ on ⟦Tuesday|@2021-07-27⟧.", "2021-07-27"),
    Example("fr", "⟦Mardi|@2021-07-27⟧, le bilan atteignait ⟦62⟧ morts.", "2021-07-27"),
    Example("de", "Am ⟦Dienstag|@2021-07-27⟧ stieg die Zahl auf ⟦62⟧ Tote.", "2021-07-27"),
    Example("ru", "Во ⟦вторник|@2021-07-27⟧ число погибших достигло ⟦62⟧.", "2021-07-27"),
    Example("zh", "⟦周二|@2021-07-27⟧死亡人数升至⟦62人|62⟧。", "2021-07-27"),
    // What happened on a day is known as of the article's.
    Example("en", "⟦62⟧ people were killed on ⟦Tuesday|@2021-07-27⟧.", "2021-07-30"),
    Example("fr", "⟦62⟧ personnes ont été tuées ⟦mardi|@2021-07-27⟧.", "2021-07-30"),
    // The date of a thing is not the day of a count.
    Example("en", "The toll of ⟦Tuesday|@2021-07-27⟧'s quake stood at ⟦62⟧ dead.", "2021-07-30"),
    Example("fr", "Le bilan du séisme de ⟦mardi|@2021-07-27⟧ atteint ⟦62⟧ morts.", "2021-07-30"),
    // Deadlines and days to come.
    Example("en", "⟦62⟧ people have died, and rain is due ⟦by Sunday|@..2021-08-01⟧.", "2021-07-30"),
    // Since then, and so far.
    Example("en", "⟦Since Monday|@2021-07-26..⟧ ⟦62⟧ people have died.", "2021-07-30"),
    Example("en", "So far ⟦62⟧ people have died.", "2021-07-30"),
    // Two days in one sentence.
    Example(
      "en", "⟦62⟧ people had died ⟦by Monday|@..2021-07-26⟧ and ⟦70⟧ had died ⟦by Tuesday|@..2021-07-27⟧.",
      "2021-07-26", "2021-07-27"),
    Example(
      "en", "⟦By Monday|@..2021-07-26⟧ ⟦62⟧ people had died; ⟦by Tuesday|@..2021-07-27⟧ ⟦70⟧ people had died.",
      "2021-07-26", "2021-07-27"),
  ])
  func `of what day a figure speaks`(_ example: Example) {
    #expect(Self.days(example.language, example.text) == example.expected)
  }

  @Test(arguments: [
    // The last one stated goes on through the article, over its paragraphs.
    Example(
      "en",
      "⟦As of Saturday|@2021-07-24..⟧, ⟦62⟧ people had died.‖ In the town, ⟦5⟧ had died.¶So far ⟦9⟧ children have died.",
      "2021-07-24", "2021-07-24", "2021-07-24"),
    Example(
      "en", "The count was made ⟦as of Saturday|@2021-07-24..⟧.‖ ⟦62⟧ people had died.", "2021-07-24"),
    // Until the next.
    Example(
      "en",
      "⟦As of Saturday|@2021-07-24..⟧, ⟦62⟧ people had died.‖ ⟦By Monday|@..2021-07-26⟧ ⟦70⟧ had died.‖ ⟦9⟧ children died.",
      "2021-07-24", "2021-07-26", "2021-07-26"),
    Example(
      "en",
      "⟦As of Saturday|@2021-07-24..⟧, ⟦62⟧ people had died.‖ Rain fell on ⟦Tuesday|@2021-07-27⟧.‖ ⟦70⟧ people have died.",
      "2021-07-24", "2021-07-30"),
    Example(
      "en", "⟦As of Saturday|@2021-07-24..⟧, ⟦62⟧ people had died.‖ Now ⟦70⟧ people have died.", "2021-07-24",
      "2021-07-30"),
  ])
  func `what goes on through the article`(_ example: Example) {
    #expect(Self.days(example.language, example.text) == example.expected)
  }

  @Test func `things that stand are counted on the day of their clause`() {
    let on = "On ⟦Tuesday|@2021-07-27⟧ there were ⟦2,500⟧ soldiers."
    #expect(Self.days("en", on, Self.troops) == ["2021-07-27"])
    #expect(Self.days("fr", "⟦Mardi|@2021-07-27⟧, ⟦2 500⟧ soldats étaient là.", Self.troops) == ["2021-07-27"])
    let turnout = Rule(id: "t", kind: .quantity, about: ["turnout"], unit: .unit("percent"))
    let then = "In ⟦2018|@2018-01-01..2018-12-31⟧ turnout was ⟦57.9 %|57.9:percent⟧."
    #expect(Self.days("en", then, turnout) == ["2018-12-31"])
    let last = "Turnout was ⟦57.9 %|57.9:percent⟧ in ⟦2018|@2018-01-01..2018-12-31⟧ and ⟦61 %|61:percent⟧ this time."
    #expect(Self.days("en", last, turnout).first == "2018-12-31")
  }

  @Test(arguments: [
    Example("fr", "L'armée a été formée en ⟦2014|@2014-01-01..2014-12-31⟧ et compte ⟦80⟧ soldats.", "2021-07-30"),
    Example("es", "La unidad, formada en ⟦2014|@2014-01-01..2014-12-31⟧ y con ⟦80⟧ soldados.", "2021-07-30"),
    Example("en", "The army formed in ⟦2014|@2014-01-01..2014-12-31⟧ has ⟦80⟧ soldiers.", "2021-07-30"),
    Example("en", "The army, formed in ⟦2014|@2014-01-01..2014-12-31⟧, has ⟦80⟧ soldiers.", "2021-07-30"),
    Example("de", "Die ⟦2014|@2014-01-01..2014-12-31⟧ gegründete Truppe hat ⟦80⟧ Soldaten.", "2021-07-30"),
  ])
  func `the date of another verb`(_ example: Example) {
    #expect(Self.days(example.language, example.text, Self.troops) == example.expected)
  }

  @Test func `since a day of these weeks it has held`() throws {
    func since(_ text: String, _ rule: Rule) -> Day? {
      Marked(text, language: "en", day: "2021-07-30").claims(ClaimExtractor(rules: [rule], concepts: Self.concepts))
        .first?.since
    }
    #expect(since("⟦Since Monday|@2021-07-26..⟧ ⟦2,500⟧ soldiers have been there.", Self.troops) == Day("2021-07-26"))
    #expect(since("⟦Since 2014|@2014-01-01..⟧ ⟦2,500⟧ soldiers have been there.", Self.troops) == nil)
    #expect(since("⟦Since Monday|@2021-07-26..⟧ ⟦62⟧ people have died.", Self.killed) == nil)
  }

  @Test func `an article without a day`() {
    #expect(Self.days("en", "⟦By Monday|@..2021-07-26⟧ ⟦62⟧ people had died.", day: nil) == ["2021-07-26"])
    #expect(Self.days("en", "⟦62⟧ people were killed on ⟦Tuesday|@2021-07-27⟧.", day: nil) == ["2021-07-27"])
    #expect(Self.days("en", "⟦62⟧ people were killed.", day: nil) == ["-"])
  }

  @Test func `during looks at when it happened`() {
    var rule = Self.killed
    rule.during = (Day("2021-01-01"), nil)
    func found(_ text: String) -> Int { Self.days("en", text, rule).count }
    #expect(found("⟦62⟧ people were killed on ⟦Tuesday|@2021-07-27⟧.") == 1)
    #expect(found("In ⟦1953|@1953-01-01..1953-12-31⟧ a flood had killed ⟦112⟧ people.") == 0)
    #expect(found("⟦112⟧ people died in the ⟦1953|@1953-01-01..1953-12-31⟧ flood.") == 0)
    #expect(found("⟦62⟧ people died, the most ⟦since 1953|@1953-01-01..⟧.") == 1)
  }
}
