import Articles
import Languages
import Mentions
import Testing

@testable import Claims

/// A figure that is all of its cell is about what the headers of its row and column say.
struct TableClaimTests {
  private static let concepts: [String: Concept] = [
    "soldiers": Concept(name: "soldiers", terms: ["en": ["soldier"], "fr": ["soldat"]]),
    "planes": Concept(name: "planes", terms: ["en": ["plane"], "fr": ["avion"]]),
    "foreign": Concept(name: "foreign", terms: ["en": ["foreign"], "fr": ["étranger"]]),
  ]

  private func figures(_ rule: Rule, _ text: String, language: String = "en") throws
    -> [Double]
  {
    let article = try ArticleReader().read(
      text: text, id: "a.md", format: .markdown, metadata: ArticleMetadata(language: language)
    ).article
    var mentions = MentionExtractor(language: Language.of(language))
    return ClaimExtractor(rules: [rule], concepts: Self.concepts).claims(in: article) { block, _ in
      mentions.mentions(in: block.text, reference: nil)
    }.compactMap { if case .quantity(let quantity) = $0.value { quantity.value } else { nil } }
  }

  private static let table = """
    # Forces abroad

    What stands where, as of this week, by the ministry's own count of its people.

    | Country | Soldiers | Planes |
    |---|---|---|
    | Iraq | 5,200 | 12 |
    | Kuwait | 13,000 | 40 planes |
    """

  @Test func theColumnSaysWhatIsCounted() throws {
    #expect(try figures(Rule(id: "r", kind: .quantity, about: ["soldiers"]), Self.table) == [5200, 13000])
    #expect(try figures(Rule(id: "r", kind: .quantity, about: ["planes"]), Self.table) == [12, 40])
  }

  @Test func theRowSaysWhere() throws {
    let rule = Rule(id: "r", kind: .quantity, about: ["soldiers"], near: ["region:IQ"])
    #expect(try figures(rule, Self.table) == [5200])
  }

  @Test func theRowMaySayWhatIsCounted() throws {
    let table = """
      # Le contingent

      Les effectifs déclarés par le ministère cette semaine, sans les réservistes.

      | | 2020 | 2021 |
      |---|---|---|
      | Soldats étrangers | 3 500 | 2 500 |
      | Soldats | 900 | 800 |
      | Avions | 12 | 14 |
      """
    let all = Rule(id: "r", kind: .quantity, about: ["soldiers"])
    #expect(try figures(all, table, language: "fr") == [3500, 2500, 900, 800])
    let foreign = Rule(id: "r", kind: .quantity, about: ["soldiers"], with: ["foreign"])
    #expect(try figures(foreign, table, language: "fr") == [3500, 2500])
    let own = Rule(id: "r", kind: .quantity, about: ["soldiers"], unless: ["foreign"])
    #expect(try figures(own, table, language: "fr") == [900, 800])
  }

  /// What a cell says in words of its own is read as any sentence is.
  @Test func aSentenceInACellSpeaksForItself() throws {
    let table = """
      # Notes

      What the ministry wrote beside its figures this week, and what it left out.

      | Soldiers | Remarks |
      |---|---|
      | about 5,200 in three bases that 40 guards watch | 12 planes |
      """
    #expect(try figures(Rule(id: "r", kind: .quantity, about: ["soldiers"]), table) == [])
  }
}
