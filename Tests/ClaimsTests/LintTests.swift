import Articles
import Foundation
import Testing

@testable import Claims

/// Every warning of the linter, with the whole of what it says: `FACTCHECK_UPDATE_GOLDEN=1` writes the texts anew.
struct LintTests {
  static let cases = RuleFixture.cases(in: "lint")

  static func findings(_ name: String, articleLanguages: Set<String>? = nil) -> [LintFinding] {
    let path = RuleFixture.folder.appending(path: "lint").appending(path: name).path
    return Linter.findings(RuleLoader.loadWithPlaces(paths: [path]), articleLanguages: articleLanguages)
  }

  private static func text(_ findings: [LintFinding]) -> String {
    let prefix = RuleFixture.folder.appending(path: "lint").path + "/"
    return findings.map { $0.printed.description.replacingOccurrences(of: prefix, with: "") + "\n" }.joined()
  }

  @Test(arguments: cases)
  func saysWhatIsOdd(name: String) throws {
    let report = Self.text(Self.findings(name))
    let stem = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    let file = RuleFixture.folder.appending(path: "lint/\(stem).expected")
    if RuleFixture.isUpdating {
      try Data(report.utf8).write(to: file)
      return
    }
    #expect(report == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: cases)
  func everyWarningHelps(name: String) {
    for finding in Self.findings(name) {
      #expect(finding.problem.help?.isEmpty == false, "no help: \(finding.problem.message)")
      #expect((finding.problem.location?.line ?? 0) > 0, "no place: \(finding.problem.message)")
    }
  }

  /// A fixture for each check, and none without its name on it.
  @Test func everyCheckIsShown() {
    let shown = Set(Self.cases.flatMap { Self.findings($0) }.compactMap(\.check))
    #expect(shown == Set(LintCheck.allCases))
  }

  @Test(arguments: LintCheck.allCases)
  func everyCheckCanBeSwitchedOff(check: LintCheck) throws {
    let loaded = RuleLoader.loadWithPlaces(paths: [RuleFixture.folder.appending(path: "lint").path])
    var off = loaded
    off.set.settings.lint = Set(LintCheck.allCases).subtracting([check])
    #expect(Linter.findings(off).allSatisfy { $0.check != check })
    let settings = try RuleFixture.load([
      "factcheck.yaml": "lint: {\(check.rawValue): false}",
      "rules.yaml": "rules: [{id: days, claim: quantity, about: [unit:day], unit: day}]",
    ])
    #expect(settings.problems.isEmpty)
    #expect(settings.settings.lint == Set(LintCheck.allCases).subtracting([check]))
  }

  @Test func theLanguagesOfTheArticlesCount() {
    func missing(_ languages: Set<String>?) -> [String] {
      Self.findings("missing-language.yaml", articleLanguages: languages)
        .filter { $0.check == .missingLanguage }.map(\.problem.message)
    }
    #expect(missing(["en"]) == [])
    #expect(missing(["en", "pt-PT"]).count == 2)
    #expect(
      missing(["en", "ja"]).contains("`troops` has no term in Japanese (ja), in which there are articles"))
    let examples = Self.findings("missing-examples.yaml", articleLanguages: ["en"]).map(\.check)
    #expect(examples == [.missingExamples, .missingNegativeExample])
  }

  /// What is kept for the linter changes nothing that a run sees.
  @Test(arguments: RuleFixture.cases(in: "right") + ["../lint/clean"])
  func placesChangeNothing(name: String) {
    let path = RuleFixture.folder.appending(path: "right").appending(path: name).path
    let plain = RuleLoader.load(paths: [path])
    let loaded = RuleLoader.loadWithPlaces(paths: [path])
    #expect(plain.problems == loaded.set.problems)
    #expect(plain.rules.map(\.id) == loaded.set.rules.map(\.id))
    #expect(plain.concepts.mapValues(\.terms) == loaded.set.concepts.mapValues(\.terms))
    for (term, location) in loaded.places.terms {
      #expect(plain.concepts[term.concept]?.terms[term.language]?.contains(term.text) == true)
      #expect(location.line > 0)
    }
  }

  @Test func theLanguagesOfARuleAreThoseOfAllItsConcepts() throws {
    let set = try RuleFixture.load(
      """
      concepts:
        troops: {en: [soldier], fr: [soldat], pt-BR: [soldado]}
        sailors: {de: [Matrose]}
        foreign: {en: [foreign], fr: [étranger], de: [fremd]}
        base: {fr: [base]}
      rules:
        - {id: a, claim: quantity, about: [troops, sailors]}
        - {id: b, claim: quantity, about: [troops, sailors], with: [foreign]}
        - {id: c, claim: quantity, about: [troops], with: [foreign], near: [base, region:IQ]}
        - {id: d, claim: quantity, about: [unit:day], unit: day}
        - {id: e, claim: quantity, about: [unit:day, troops], unit: day}
        - {id: s, claim: state, about: [troops], states: [{symbol: x, concepts: [base], not: y}]}
        - {id: t, claim: total, total: a, parts: [b, c]}
        - {id: u, claim: total, total: a, parts: [b, c], across: true}
      """)
    let languages = Dictionary(
      uniqueKeysWithValues: set.rules.map { ($0.id, RuleLanguages.covered(by: $0, in: set)?.sorted()) })
    #expect(languages["a"] == ["de", "en", "fr", "pt"])
    #expect(languages["b"] == ["de", "en", "fr"])
    #expect(languages["c"] == ["fr"])
    #expect(languages["d"] == .some(nil))
    #expect(languages["e"] == .some(nil))
    #expect(languages["s"] == ["fr"])
    #expect(languages["t"] == ["fr"])
    #expect(languages["u"] == ["de", "en", "fr", "pt"])
  }
}
