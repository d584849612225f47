import ICU
import Testing

@testable import Articles

struct RepeatTests {
  private let caption = "Les parachutistes de la 82e division tirent sur la cible, au camp de Taji, le 19 janvier 2020."

  private func texts(_ paragraphs: String...) throws -> [String] {
    try article(paragraphs.joined(separator: "\n\n"), metadata: ArticleMetadata(language: "fr")).texts
  }

  @Test func aCaptionThatStandsTwiceIsReadOnce() throws {
    #expect(try texts(caption, "Suite.", caption) == [caption, "Suite."])
    #expect(try texts(caption, "Suite.", caption.uppercased().replacing("2020.", with: "2020")) == [caption, "Suite."])
  }

  @Test func theFullerOfTwoStays() throws {
    #expect(try texts(caption, caption + " Armée", "Suite.") == [caption + " Armée", "Suite."])
    #expect(try texts("Photo. " + caption, "Suite.", caption) == ["Photo. " + caption, "Suite."])
  }

  @Test func otherFiguresAreOtherEvidence() throws {
    let other = caption.replacing("19", with: "18")
    #expect(try texts(caption, other) == [caption, other])
    let decimal = "Le chômage touche 5.2 % des actifs dans les provinces du nord, dit le ministère."
    let whole = decimal.replacing("5.2", with: "52")
    #expect(try texts(decimal, whole) == [decimal, whole])
  }

  @Test func shortLinesMayStandTwice() throws {
    #expect(try texts("Il se tut.", "Suite.", "Il se tut.") == ["Il se tut.", "Suite.", "Il se tut."])
  }

  @Test func aHeadlineStaysThoughALineRepeatsIt() throws {
    let headline = "Les États-Unis terminent leur mission de combat en Irak"
    #expect(try texts(headline, caption, headline + ", dit notre correspondant à Bagdad.").count == 3)
  }

  @Test(.timeLimit(.minutes(4))) func manyLongRepeatsCostLittle() throws {
    let long = String(repeating: "la même phrase revient encore et toujours, ", count: 50)
    let text = (0..<3000).map { i in long + String(repeating: "x", count: i % 3) }.joined(separator: "\n")
    #expect(try article(text, metadata: ArticleMetadata(language: "fr")).blocks.count == 1)
  }
}
