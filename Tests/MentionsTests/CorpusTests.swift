import ICU
import Languages
import Mentions
import Testing

/// Sentences as newspapers print them, and all that must be found in each: nothing missing, nothing besides.
struct CorpusTests {
  @Test(arguments: Corpus.files)
  func isWellFormed(file: Corpus.File) throws {
    let corpus = try Corpus.read(file)
    #expect(corpus.positive >= 60, "\(file.language): 60 sentences with mentions are asked for")
    #expect(corpus.negative >= 30, "\(file.language): 30 sentences with traps are asked for")
    for item in corpus.items where item.finds.isEmpty {
      #expect(item.isNegative, "\(item.place): a positive sentence says what it holds")
    }
  }

  @Test func holdsTheLanguagesOfTheProject() {
    #expect(Corpus.files.map(\.language) == LanguageFile.codes)
  }

  @Test(arguments: Corpus.items)
  func findsAllAndNothingElse(item: Corpus.Item) {
    var extractor = MentionExtractor(language: Language.of(item.language))
    let mentions = extractor.mentions(in: item.text, reference: item.day)
    let found = mentions.map { Corpus.normalForm($0.value) }
    #expect(
      found == item.finds,
      """
      \(item.place): \(item.text)
        expected: \(item.finds.joined(separator: " | "))
        got:      \(found.joined(separator: " | "))
      """)
  }
}
