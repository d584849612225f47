import ICU
import Testing

@testable import Articles

struct LanguageIdentifierTests {
  @Test(arguments: [
    (
      "fr",
      "L’armée américaine reprend ses opérations contre les militants en Irak et s’efforce de reprendre la formation."
    ),
    ("en", "The American army resumes its operations against the militants and will train Iraqi forces again."),
    ("de", "Die amerikanische Armee nimmt ihre Einsätze gegen die Kämpfer wieder auf und bildet irakische Kräfte aus."),
    ("zh", "目前美国在伊拉克有五千二百名士兵，多数人负责训练和守卫。新年前后，五角大楼又向该地区增派了数百名士兵。"),
    ("zh-Hant", "目前美國在伊拉克有五千二百名士兵，多數人負責訓練和守衛。新年前後，五角大廈又向該地區增派了數百名士兵。"),
    ("ar", "يوجد في العراق نحو خمسة آلاف جندي أمريكي يعملون على تدريب القوات العراقية وحراسة القواعد."),
    ("he", "הצבא האמריקאי מחדש את פעולותיו נגד החמושים בעיראק ושואף לחדש את אימון הכוחות העיראקיים."),
    (
      "es",
      "El Parlamento pidió ayer que los soldados estadounidenses se marchen, pero el Gobierno no ha dicho todavía cuándo."
    ),
  ]) func tellsTheLanguage(_ language: String, _ text: String) throws {
    let guess = LanguageIdentifier.identify(text)
    #expect(guess.language == language)
    #expect(guess.confidence > 0.8)
    #expect(try article(text).language == language)
  }

  @Test(arguments: ["", "5 200", "F-16", "… – !"]) func doesNotGuess(_ text: String) {
    #expect(LanguageIdentifier.identify(text) == .init(language: "und", confidence: 0))
  }

  @Test func longTextsAreCutBetweenCharacters() {
    let text = "目前美国在伊拉克有五千二百名士兵，多数人负责训练和守卫。" + String(repeating: "\u{3000}", count: 4_000)
    for blanks in 0..<3 {
      #expect(LanguageIdentifier.identify(String(repeating: " ", count: blanks) + text).language == "zh")
    }
  }

  @Test(arguments: [("FR", "fr"), ("fr_CA", "fr-CA"), ("ZH-hant-tw", "zh-Hant-TW"), ("de-1996", "de-1996")])
  func tagsGetTheirUsualForm(_ tag: String, _ expected: String) { #expect(ArticleMetadata.language(tag) == expected) }

  @Test(arguments: ["", "french", "f", "fr-", "français", "fr fr", "12"]) func whatIsNoTagIsRefused(_ tag: String) {
    #expect(ArticleMetadata.language(tag) == (tag == "fr-" ? "fr" : nil))
  }
}
