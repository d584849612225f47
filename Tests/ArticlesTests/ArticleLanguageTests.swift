import Testing

@testable import Articles

@Suite("Languages of articles and paragraphs")
struct ArticleLanguageTests {
  static let german = """
    Bei dem Unglück vor der Küste sind nach Angaben der Behörden mindestens zwölf Menschen ums Leben gekommen. Rund
    dreihundert Reisende wurden in der Nacht von Schiffen der Küstenwache gerettet und in den Hafen gebracht.
    """.replacing("\n", with: " ")
  static let french = """
    « Nous avons perdu douze des nôtres, et nous ne comprenons toujours pas comment cela a pu arriver par mer calme »,
    a déclaré le maire devant la presse réunie sur le port, où plusieurs centaines d'habitants s'étaient rassemblés.
    """.replacing("\n", with: " ")

  @Test func aQuotationInAnotherLanguageIsMarked() throws {
    let read = try article(
      "---\nlang: de\n---\nFähre gesunken\n\n\(Self.german)\n\n\(Self.french)\n\nDie Suche ging weiter.")
    #expect(read.language == "de")
    #expect(read.languageOrigin == .declared)
    #expect(read.blocks.map(\.language) == [nil, nil, "fr", nil])
    #expect(read.blocks.allSatisfy { !$0.sentences.isEmpty })
  }

  @Test func aWrongDeclarationGivesWay() throws {
    let reading = try ArticleReader().read(text: "---\nlang: en\n---\n\(Self.german)", id: "a.txt")
    #expect(reading.article.language == "de")
    #expect(reading.article.languageOrigin == .text)
    #expect(
      reading.warnings.map(\.message) == [
        "says that it is in “en”, but its text is in “de”, and is read as such"
      ])
  }

  /// What the user says of an article is not overruled.
  @Test func metadataHolds() throws {
    let reading = try ArticleReader().read(
      text: Self.german, id: "a.txt", metadata: ArticleMetadata(language: "nl"))
    #expect(reading.article.language == "nl")
    #expect(reading.warnings.isEmpty)
  }

  @Test func shortTextsAreNoEvidence() throws {
    let reading = try ArticleReader().read(text: "---\nlang: en\n---\nDie Katze sitzt.", id: "a.txt")
    #expect(reading.article.language == "en")
    #expect(reading.warnings.isEmpty)
  }
}
