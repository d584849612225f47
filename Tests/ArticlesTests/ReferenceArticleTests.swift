import Foundation
import ICU
import Testing

@testable import Articles

private let folder = ProcessInfo.processInfo.environment["FACTCHECK_SEEDS"]

/// Real pages with their clutter, which are not part of the project: `FACTCHECK_SEEDS` names their folder.
@Suite(.enabled(if: folder != nil, "FACTCHECK_SEEDS names no folder of reference articles"))
struct ReferenceArticleTests {
  private func read(_ number: Int) throws -> Article {
    let options = ArticleOptions { line, _ in line.contains("8 juillet 2020") ? Day("2020-07-08") : nil }
    let files = ArticleFinder.find([try #require(folder) + "/00\(number)_*.txt"]).files
    return try ArticleReader(options: options).read(try #require(files.first).path).article
  }

  @Test(arguments: 0..<5) func headlineLanguageAndPlaces(_ number: Int) throws {
    let headlines = [
      "L'armée américaine reprend", "Le général américain confiant", "Irak : la coalition", "Les États-Unis terminent",
      "Attaques contre la présence",
    ]
    let article = try read(number)
    #expect(article.language == "fr")
    #expect(article.title?.hasPrefix(headlines[number]) == true)
    #expect(isMapped(article))
  }

  @Test func whatIsNoPartOfTheStoryIsLeftOut() throws {
    let traps = [
      "2 500 demandeurs de visa", "60 000 nouveaux cas", "7 min de lecture", "2 mois pour", "Laisser un commentaire",
    ]
    for number in 0..<5 {
      let article = try read(number)
      #expect(!article.texts.contains { text in traps.contains { text.replacing("\u{A0}", with: " ").contains($0) } })
    }
  }

  @Test func captionsAreReadOnceAndTheBylineGivesTheDay() throws {
    let b = try read(1)
    #expect(b.day == Day("2020-07-08"))
    #expect(b.dayOrigin == .byline)
    #expect(b.texts.filter { $0.contains("82e Division") }.count == 1)
    let d = try read(3)
    #expect(d.texts.filter { $0.contains("PHOTO") }.count == 2)
    #expect(d.blocks.filter { $0.kind == .caption }.count == 2)
  }
}
