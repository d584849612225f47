import Foundation
import ICU
import Languages
import Mentions
import Testing
import Yams

@testable import Articles

/// Files as they arrive, in `Corpus/`, each with an `expect.yaml` beside it that says what must be read from it.
struct CorpusTests {
  /// A file with its expectations; what is left out is not asked for.
  struct Expectation: Decodable {
    /// The articles in the file, in its order.
    var articles: [Expected]
    /// A beginning of each message that reading the file must give, warnings and errors alike, in order.
    var problems: [String]?
  }

  struct Expected: Decodable {
    var id: String?
    var format: String?
    var encoding: String?
    var title: String?
    var date: String?
    /// A `DateOrigin`.
    var dateFrom: String?
    var language: String?
    var author: String?
    var source: String?
    var url: String?
    /// The texts of all blocks, in order; cells are `row,column text`, headers `row,column* text`.
    var blocks: [String]?
    var first: String?
    var last: String?
    /// How many blocks there are.
    var count: Int?
    /// Texts that blocks must hold.
    var has: [String]?
    /// Texts that no block may hold.
    var hasNot: [String]?
    /// Words of the story, with the line and column in the file where they begin.
    var places: [String: [Int]]?
    /// Blocks in another language than the article's, by words in them.
    var languages: [String: String]?
    /// Why something was left out, by words in it.
    var leftOut: [String: String]?
  }

  static let folder =
    ProcessInfo.processInfo.environment["FACTCHECK_ARTICLES"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus").path

  static let all: [String] = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
    .filter { $0.hasSuffix(".expect.yaml") }.map { String($0.dropLast(".expect.yaml".count)) }.sorted()

  /// Bylines in words, as the program reads them.
  static let bylineDay: BylineDate = { line, language in
    var extractor = MentionExtractor(language: Language.of(language))
    for mention in extractor.mentions(in: line, reference: nil) {
      if case .date(let span) = mention.value, let day = span.from, span.to == day { return day }
    }
    return nil
  }

  @Test(arguments: all)
  func readsWhatIsThere(name: String) throws {
    let path = Self.folder + "/" + name
    let text = try String(contentsOfFile: path + ".expect.yaml", encoding: .utf8)
    let expectation = try YAMLDecoder().decode(Expectation.self, from: text)
    var articles: [ArticleReader.Reading] = []
    var problems: [Diagnostic] = []
    do throws(Diagnostic) {
      let reading = try ArticleReader(options: ArticleOptions(bylineDate: Self.bylineDay)).readAll(path, id: name)
      articles = reading.articles
      problems = reading.problems + articles.flatMap(\.warnings)
    } catch {
      problems = [error]
    }
    let messages = problems.map(\.message)
    let expected = expectation.problems ?? []
    #expect(
      messages.count == expected.count && zip(messages, expected).allSatisfy { $0.hasPrefix($1) },
      "\(name): problems \(messages)")
    #expect(
      articles.count == expectation.articles.count, "\(name): articles \(articles.map(\.article.id))")
    for (reading, expected) in zip(articles, expectation.articles) { check(reading.article, expected) }
  }

  private func check(_ article: Article, _ expected: Expected) {
    func equal(_ got: String?, _ wanted: String?, _ what: String) {
      guard let wanted else { return }
      #expect(got ?? "" == wanted, "\(article.id): \(what)")
    }
    equal(article.id, expected.id, "id")
    equal(article.format.rawValue, expected.format, "format")
    equal(article.encoding, expected.encoding, "encoding")
    equal(article.title, expected.title, "title")
    equal(article.day.map { "\($0)" }, expected.date, "date")
    equal(article.dayOrigin?.rawValue, expected.dateFrom, "date from")
    equal(article.language, expected.language, "language")
    equal(article.author, expected.author, "author")
    equal(article.source, expected.source, "source")
    equal(article.url, expected.url, "url")

    let texts = article.blocks.map(Self.shown)
    if let blocks = expected.blocks { #expect(texts == blocks, "\(article.id): blocks") }
    if let first = expected.first {
      #expect(texts.first?.hasPrefix(first) == true, "\(article.id): \(texts.first ?? "")")
    }
    if let last = expected.last { #expect(texts.last?.hasPrefix(last) == true, "\(article.id): \(texts.last ?? "")") }
    if let count = expected.count { #expect(texts.count == count, "\(article.id): \(texts)") }
    for part in expected.has ?? [] {
      #expect(texts.contains { $0.contains(part) }, "\(article.id) lacks “\(part)”")
    }
    for part in expected.hasNot ?? [] {
      #expect(!texts.contains { $0.contains(part) }, "\(article.id) has “\(part)”")
    }
    for (words, place) in expected.places ?? [:] {
      #expect(Self.place(of: words, in: article) == place, "\(article.id): place of “\(words)”")
    }
    for (words, language) in expected.languages ?? [:] {
      let block = article.blocks.first { $0.text.contains(words) }
      #expect(block?.language ?? article.language == language, "\(article.id): language of “\(words)”")
    }
    for (words, reason) in expected.leftOut ?? [:] {
      let found = article.leftOut.first { SourceText.slice(article.text.text, $0.range).contains(words) }
      #expect(found?.reason.rawValue == reason, "\(article.id): why “\(words)” is left out")
    }
  }

  private static func shown(_ block: Block) -> String {
    guard let cell = block.cell else { return block.text }
    return "\(cell.row),\(cell.column)\(cell.isHeader ? "*" : "") \(block.text)"
  }

  private static func place(of words: String, in article: Article) -> [Int]? {
    for block in article.blocks {
      guard let range = block.text.range(of: words) else { continue }
      let start = block.text.utf8.distance(from: block.text.startIndex, to: range.lowerBound)
      let place = article.text.position(atUTF8: block.map.source(of: start))
      return [place.line, place.column]
    }
    return nil
  }
}
