import Testing

@testable import Claims

@Suite struct StateClaimTests {
  private static let concepts: [String: Concept] = [
    Concept(
      name: "vote",
      terms: [
        "en": ["vote", "resolution"], "fr": ["vote", "voter", "résolution"], "es": ["votación", "resolución", "votar"],
        "pt": ["votação", "resolução"], "de": ["Abstimmung", "Beschluss", "Votum"], "it": ["voto", "risoluzione"],
        "nl": ["stemming", "resolutie"], "sv": ["omröstning", "resolution"], "pl": ["głosowani*", "uchwał*"],
        "cs": ["hlasování", "usnesení"], "ru": ["голосовани*", "резолюци*"], "uk": ["голосуванн*", "резолюці*"],
        "tr": ["oylama*", "karar*"], "ar": ["تصويت", "قرار"], "fa": ["رأی", "قطعنامه"], "he": ["הצבעה", "החלטה"],
        "hi": ["मतदान", "प्रस्ताव"], "zh": ["投票", "表决", "决议"], "ja": ["採決", "決議"], "ko": ["표결*", "결의안*"],
        "id": ["pemungutan suara", "resolusi"],
      ]),
    Concept(
      name: "unanimity",
      terms: [
        "en": ["unanimous", "unanimously", "unanimity"], "fr": ["unanimité", "unanime"],
        "es": ["unánime", "unanimidad"],
        "pt": ["unânime", "unanimidade"], "de": ["einstimmig"], "it": ["unanime", "unanimità"], "nl": ["unaniem"],
        "sv": ["enhällig", "enhälligt"], "pl": ["jednogłośn*"], "cs": ["jednomysln*"], "ru": ["единоглас*"],
        "uk": ["одноголосн*"], "tr": ["oybirliği*"], "ar": ["إجماع"], "fa": ["اتفاق آرا"], "he": ["פה אחד"],
        "hi": ["सर्वसम्मति"], "zh": ["一致通过"], "ja": ["全会一致"], "ko": ["만장일치*"], "id": ["suara bulat"],
      ]),
    Concept(name: "majority", terms: ["en": ["majority"], "fr": ["majorité"], "de": ["Mehrheit"], "es": ["mayoría"]]),
    Concept(
      name: "binding",
      terms: [
        "en": ["binding"], "fr": ["contraignant"], "es": ["vinculante"], "pt": ["vinculativo"], "de": ["bindend"],
        "it": ["vincolante"], "nl": ["bindend"], "sv": ["bindande"], "pl": ["wiążąc*"], "cs": ["závazn*"],
        "ru": ["обязательн*"], "uk": ["обов'язков*"], "tr": ["bağlayıcı*"], "ar": ["ملزم"], "fa": ["الزام‌آور"],
        "he": ["מחייבת"], "hi": ["बाध्यकारी"], "zh": ["约束力"], "ja": ["拘束力"], "ko": ["구속력*"], "id": ["mengikat"],
      ]),
    Concept(name: "senate", terms: ["en": ["senate"]]),
  ].reduce(into: [:]) { $0[$1.name] = $1 }

  private static let rule = Rule(
    id: "vote", kind: .state, about: ["vote"], unless: ["senate"],
    states: [
      Rule.State(symbol: "unanimous", concepts: ["unanimity"]),
      Rule.State(symbol: "majority", concepts: ["majority"]),
      Rule.State(symbol: "binding", concepts: ["binding"], negated: "non-binding"),
    ])

  private static func found(_ language: String, _ text: String, _ rule: Rule = rule) -> [String] {
    Marked(text, language: language, day: "2021-07-30")
      .claims(ClaimExtractor(rules: [rule], concepts: concepts)).map {
        // The negation is in the symbol, and the claim itself is asserted.
        guard case .state(let symbol) = $0.value else { return "?" }
        return $0.modality == .asserted ? symbol : "\(symbol) (\($0.modality))"
      }
  }

  @Test(arguments: [
    Example("en", "Parliament passed the resolution unanimously.", "unanimous"),
    Example("fr", "Le Parlement a voté à l'unanimité l'expulsion des soldats.", "unanimous"),
    Example("fr", "Avec une majorité au parlement, les législateurs ont voté pour les expulser.", "majority"),
    Example("es", "La votación fue unánime.", "unanimous"),
    Example("pt", "A votação foi unânime.", "unanimous"),
    Example("de", "Der Beschluss fiel einstimmig.", "unanimous"),
    Example("it", "Il voto è stato unanime.", "unanimous"),
    Example("nl", "De stemming was unaniem.", "unanimous"),
    Example("sv", "Omröstningen var enhällig.", "unanimous"),
    Example("pl", "Uchwałę przyjęto jednogłośnie.", "unanimous"),
    Example("cs", "Hlasování bylo jednomyslné.", "unanimous"),
    Example("ru", "Резолюция принята единогласно.", "unanimous"),
    Example("uk", "Резолюцію ухвалили одноголосно.", "unanimous"),
    Example("tr", "Karar oybirliğiyle alındı.", "unanimous"),
    Example("ar", "وافق البرلمان على القرار بالإجماع.", "unanimous"),
    Example("fa", "قطعنامه به اتفاق آرا تصویب شد.", "unanimous"),
    Example("he", "ההחלטה התקבלה פה אחד.", "unanimous"),
    Example("hi", "प्रस्ताव सर्वसम्मति से पारित हुआ।", "unanimous"),
    Example("zh", "议会一致通过了这项决议。", "unanimous"),
    Example("ja", "決議は全会一致で採択された。", "unanimous"),
    Example("ko", "결의안은 만장일치로 통과됐다.", "unanimous"),
    Example("id", "Resolusi itu disahkan dengan suara bulat.", "unanimous"),
  ])
  func `what a sentence says to be the case`(_ example: Example) {
    #expect(Self.found(example.language, example.text) == example.expected)
  }

  @Test(arguments: [
    Example("en", "The resolution was not legally binding.", "non-binding"),
    Example("en", "The non-binding resolution passed.", "non-binding"),
    Example("en", "The resolution isn't binding.", "non-binding"),
    Example(
      "fr", "Alors que la résolution n'était pas contraignante, le gouvernement a subi des pressions.", "non-binding"),
    Example("fr", "Le vote, non contraignant, a eu lieu à huis clos.", "non-binding"),
    Example("es", "La resolución no es vinculante.", "non-binding"),
    Example("pt", "A resolução não é vinculativa.", "non-binding"),
    Example("de", "Der Beschluss ist nicht bindend.", "non-binding"),
    Example("de", "Bindend ist der Beschluss nicht.", "non-binding"),
    Example("it", "La risoluzione non è vincolante.", "non-binding"),
    Example("nl", "De resolutie is niet bindend.", "non-binding"),
    Example("sv", "Resolutionen är inte bindande.", "non-binding"),
    Example("pl", "Uchwała nie jest wiążąca.", "non-binding"),
    Example("cs", "Usnesení není závazné.", "non-binding"),
    Example("ru", "Резолюция не носит обязательного характера.", "non-binding"),
    Example("uk", "Резолюція не є обов'язковою.", "non-binding"),
    Example("tr", "Karar bağlayıcı değil.", "non-binding"),
    Example("ar", "القرار غير ملزم.", "non-binding"),
    Example("fa", "این قطعنامه الزام‌آور نیست.", "non-binding"),
    Example("he", "ההחלטה אינה מחייבת.", "non-binding"),
    Example("hi", "प्रस्ताव बाध्यकारी नहीं था।", "non-binding"),
    Example("zh", "这项决议没有约束力。", "non-binding"),
    Example("ja", "決議に法的拘束力はない。", "non-binding"),
    Example("ko", "결의안은 구속력이 없다.", "non-binding"),
    Example("id", "Resolusi itu tidak mengikat.", "non-binding"),
  ])
  func `a negated match means what not names`(_ example: Example) {
    #expect(Self.found(example.language, example.text) == example.expected)
  }

  @Test(arguments: [
    Example("en", "The resolution was binding.", "binding"),
    Example("en", "The vote was not only binding but final.", "binding"),
    Example("fr", "Le vote est sans doute contraignant.", "binding"),
    Example("de", "Der Beschluss ist nicht nur bindend, sondern endgültig.", "binding"),
    Example("en", "No one opposed it and the vote was binding.", "binding"),
    Example("de", "Der Beschluss ist ohne Gegenstimmen bindend.", "binding"),
    Example("en", "The resolution passed without unanimity."),
    // Without `not`, a negated match is no claim, and the next state may be.
    Example("en", "The vote was not unanimous."),
    Example("fr", "Le vote n'a pas été unanime."),
    Example("en", "The resolution passed not unanimously but with a majority.", "majority"),
    // The first state in the order of the rule.
    Example("en", "A majority called the vote unanimous.", "unanimous"),
    // A question claims nothing, another vote is ruled out, and without a vote there is none.
    Example("en", "Was the vote unanimous?"),
    Example("en", "The vote in the Senate was unanimous."),
    Example("en", "The jury was unanimous."),
  ])
  func `order, negation and what the rule is about`(_ example: Example) {
    #expect(Self.found(example.language, example.text) == example.expected)
  }

  @Test(arguments: [
    Example("en", "Parliament held its vote on Sunday.‖ It was unanimous.", "unanimous"),
    Example("en", "Parliament held its vote on Sunday.‖ This majority surprised many.", "majority"),
    Example("es", "La votación fue el domingo.‖ Fue unánime.", "unanimous"),
    Example("de", "Die Abstimmung war am Sonntag.‖ Sie war einstimmig.", "unanimous"),
    // Another subject, another block.
    Example("en", "Parliament held its vote on Sunday.‖ The jury of the film prize was unanimous."),
    Example("en", "Parliament held its vote on Sunday.¶It was unanimous."),
    Example("en", "Parliament held its vote on Sunday.‖ The rain came.‖ It was unanimous."),
  ])
  func `a sentence may point back to the one before`(_ example: Example) {
    #expect(Self.found(example.language, example.text) == example.expected)
  }

  @Test func `the claim quotes what says it`() throws {
    let claim = try #require(
      Marked("On Sunday the resolution was not legally binding, they said.", language: "en", day: "2021-07-30")
        .claims(ClaimExtractor(rules: [Self.rule], concepts: Self.concepts)).first)
    #expect(claim.text == "resolution was not legally binding")
    #expect(claim.figure == "not legally binding")
    #expect(claim.asOf?.description == "2021-07-30")
  }

  @Test func `what must stand near and together`() {
    var rule = Self.rule
    rule.unless = []
    rule.with = ["senate"]
    #expect(Self.found("en", "The vote in the Senate was unanimous.", rule) == ["unanimous"])
    #expect(Self.found("en", "The vote was unanimous.", rule) == [])
    rule.with = []
    rule.near = ["senate"]
    #expect(Self.found("en", "The Senate sat late.‖ The vote was unanimous.", rule) == [])
    rule.scope = .paragraph
    #expect(Self.found("en", "The Senate sat late.‖ The vote was unanimous.", rule) == ["unanimous"])
  }
}
