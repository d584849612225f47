import Articles
import Foundation
import ICU
import Languages
import Mentions
import Testing
import Yams

@testable import Claims

/// `Names/recognised.yaml`: sentences of all languages, and who holds the office in them.
struct NameRecognitionTests {
  struct Sentence: Sendable, CustomTestStringConvertible {
    var language: String
    var text: String
    var concept: String
    var expected: [String]
    var testDescription: String { "\(language): \(text)" }
  }

  private struct File: Decodable {
    var concepts: [String: [String: [String]]]
    var examples: [[String: Entry]]
  }

  private enum Entry: Decodable {
    case text(String)
    case names([String])
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .names(try container.decode([String].self))
      }
    }
  }

  private static let file: File? = {
    let path = NameSpellingTests.folder.appending(path: "recognised.yaml")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return nil }
    return try? YAMLDecoder().decode(File.self, from: text)
  }()

  static let sentences: [Sentence] = (file?.examples ?? []).compactMap { entry in
    var sentence = Sentence(language: "", text: "", concept: "", expected: [])
    for (key, value) in entry {
      switch value {
      case .text(let text): (sentence.language, sentence.text) = (key, text)
      case .names(let names): (sentence.concept, sentence.expected) = (key, names)
      }
    }
    return sentence.language.isEmpty ? nil : sentence
  }

  static let extractor = ClaimExtractor(
    rules: (file?.concepts.keys.sorted() ?? []).map { Rule(id: $0, kind: .name, about: [$0]) },
    concepts: (file?.concepts ?? [:]).reduce(into: [:]) { $0[$1.key] = Concept(name: $1.key, terms: $1.value) })

  /// The claims of a text with one block a line.
  static func claims(_ text: String, _ language: String, _ extractor: ClaimExtractor = extractor) -> [Claim] {
    var blocks: [Block] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let size = line.utf8.count
      blocks.append(Block(kind: .paragraph, text: String(line), map: SourceMap(source: start), sentences: [0..<size]))
      start += size + 1
    }
    let article = Article(
      id: "t", day: Day("2021-07-26"), language: language, text: SourceText(name: "t", text: text), blocks: blocks)
    var mentions = MentionExtractor(language: Language.of(language))
    return extractor.claims(in: article) { block, _ in mentions.mentions(in: block.text, reference: article.day) }
  }

  static func names(_ claims: [Claim], of rule: String) -> [String] {
    claims.filter { $0.rule == rule }.compactMap { claim in
      if case .name(let name, _) = claim.value { name } else { nil }
    }
  }

  @Test func thereAreEnough() {
    let languages = Dictionary(grouping: Self.sentences, by: \.language)
    #expect(languages.count == 21)
    for (language, sentences) in languages {
      #expect(sentences.count { !$0.expected.isEmpty } >= 3, "\(language)")
      #expect(sentences.contains { $0.expected.isEmpty }, "\(language)")
    }
  }

  @Test(arguments: sentences) func findsTheHolder(sentence: Sentence) {
    let found = Self.names(Self.claims(sentence.text, sentence.language), of: sentence.concept)
    #expect(found == sentence.expected)
  }

  @Test func aFamilyNameIsCompletedFromTheArticle() {
    let text = """
      Mustafa al-Kadhimi took office in May.
      On Monday Prime Minister Kadhimi met the delegation.
      """
    let claims = Self.claims(text, "en")
    #expect(Self.names(claims, of: "pm") == ["Mustafa al-Kadhimi"])
    #expect(claims.first?.figure == "Kadhimi")
    #expect(claims.first?.why.isEmpty == false)
  }

  @Test(arguments: [
    ("French President Emmanuel Macron met Iraqi Prime Minister Mustafa al-Kadhimi in Iraq.", [String]()),
    ("Iraqi President Barham Salih met Emmanuel Macron in France.", ["Barham Salih"]),
    ("President Barham Salih left Iraq.", ["Barham Salih"]),
  ])
  func theTitleNamesItsOwnCountry(text: String, expected: [String]) {
    let rule = Rule(id: "r", kind: .name, about: ["president"], near: ["region:IQ"])
    let concept = Concept(name: "president", terms: ["en": ["president"]])
    let extractor = ClaimExtractor(rules: [rule], concepts: ["president": concept])
    #expect(Self.names(Self.claims(text, "en", extractor), of: "r") == expected)
  }

  @Test func withIsTiedToTheTitle() {
    let rule = Rule(id: "r", kind: .name, about: ["president"], with: ["region:FR"])
    let concept = Concept(name: "president", terms: ["en": ["president"]])
    let extractor = ClaimExtractor(rules: [rule], concepts: ["president": concept])
    let text = "French President Emmanuel Macron spoke. President Joe Biden was in France."
    #expect(Self.names(Self.claims(text, "en", extractor), of: "r") == ["Emmanuel Macron"])
  }

  @Test(arguments: [
    ("en", "Marie Curie won the prize in 1903.", ["Marie Curie"]), ("en", "The prize was won in 1903.", []),
    ("fr", "Marie Curie a remporté le prix.", ["Marie Curie"]),
    ("de", "Marie Curie gewann den Preis.", ["Marie Curie"]),
  ])
  func whoDoesSomethingIsItsSubject(language: String, text: String, expected: [String]) {
    let rule = Rule(id: "r", kind: .name, about: ["win"])
    let concept = Concept(
      name: "win", terms: ["en": ["won"], "fr": ["remporter", "remporté"], "de": ["gewann", "gewinnen", "gewannen"]])
    let extractor = ClaimExtractor(rules: [rule], concepts: ["win": concept])
    #expect(Self.names(Self.claims(text, language, extractor), of: "r") == expected)
  }
}
