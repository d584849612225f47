import Testing

@testable import Languages

@Suite struct StemmerTests {
  private func share(_ language: String, _ term: String, _ word: String) -> Bool {
    let stemmer = Stemmer(language: language)
    return !stemmer.keys(ofTerm: term).isDisjoint(with: stemmer.keys(of: word))
  }

  @Test(arguments: [
    ("fr", "soldat", "Soldats"), ("fr", "tué", "tuées"), ("fr", "tué", "TUES"), ("fr", "terminer", "terminent"),
    ("fr", "étranger", "étrangères"), ("fr-CA", "blessé", "BLESSES"), ("en", "end", "ending"),
    ("es", "mision", "misiones"), ("de", "Truppe", "Truppen"), ("de", "räumen", "RAUMEN"), ("ar", "جنود", "والجنود"),
    ("ar", "قوات", "للقوات"), ("he", "חייל", "והחיילים"), ("ru", "солдат", "солдатам"), ("pl", "żołnierz", "żołnierzy"),
    ("cs", "voják", "vojáků"), ("uk", "солдат", "солдатами"), ("nb", "soldat", "soldatene"), ("xx", "Word", "word"),
  ])
  func `forms of one word share a key`(_ example: (String, String, String)) {
    #expect(share(example.0, example.1, example.2))
  }

  @Test(arguments: [("fr", "tué", "tu"), ("en", "soldier", "solder"), ("xx", "word", "words"), ("ar", "جنود", "جنوب")])
  func `other words do not`(_ example: (String, String, String)) {
    #expect(!share(example.0, example.1, example.2))
  }

  @Test func `the kinds of script are known`() {
    #expect(Stemmer(language: "zh-Hant").isUnspaced)
    #expect(Stemmer(language: "ko").isOpenEnded)
    #expect(!Stemmer(language: "fr").isUnspaced)
  }

  @Test func `themes are no languages`() {
    #expect(!LanguageFile.codes.contains("inflection"))
    #expect(LanguageFile.theme("inflection") != nil)
    #expect(LanguageFile.theme("nothing") == nil)
  }
}
