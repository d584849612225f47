import Articles
import Languages

/// A closer look at rules that can be read: what they can never do, and what they were probably meant to.
public struct Linter {
  let set: RuleSet
  let places: RulePlaces
  /// Those of the articles, without script or region; nil where they are not known.
  let articleLanguages: Set<String>?
  let languages = LintLanguages()
  private(set) var findings: [LintFinding] = []

  private init(_ set: RuleSet, _ places: RulePlaces, _ articleLanguages: Set<String>?) {
    self.set = set
    self.places = places
    self.articleLanguages = articleLanguages.map { Set($0.map(Stemmer.base)) }
  }

  /// All that is to be said about rules: what the loader reports, and what a closer look finds besides.
  ///
  /// - Parameters:
  ///   - loaded: as ``RuleLoader/loadWithPlaces(paths:)`` gives it.
  ///   - articleLanguages: the languages of the articles that the rules are for; nil where they are not known.
  /// - Returns: in the order of files and lines, without what `lint:` in the settings switches off.
  public static func findings(
    _ loaded: (set: RuleSet, places: RulePlaces), articleLanguages: Set<String>? = nil
  ) -> [LintFinding] {
    var linter = Linter(loaded.set, loaded.places, articleLanguages)
    linter.checkRules()
    linter.checkTerms()
    linter.checkConcepts()
    linter.checkExamples()
    let mistakes = loaded.set.problems.map { LintFinding($0.severity == .error ? nil : .doubtful, $0) }
    let isOn = loaded.set.settings.lint
    let all = (mistakes + linter.findings).filter { $0.check.map(isOn.contains) ?? true }
    return all.enumerated().sorted { a, b in
      let (x, y) = (a.element.problem.location, b.element.problem.location)
      let (i, j) = (loaded.places.files[x?.file ?? ""] ?? .max, loaded.places.files[y?.file ?? ""] ?? .max)
      return (i, x?.line ?? 0, x?.column ?? 0, a.offset) < (j, y?.line ?? 0, y?.column ?? 0, b.offset)
    }.map(\.element)
  }

  mutating func warn(_ check: LintCheck, _ message: String, at location: Diagnostic.Location?, help: String) {
    findings.append(LintFinding(check, Diagnostic(.warning, message, at: location, help: help)))
  }

  // MARK: - Looking things up

  /// Where a rule names a concept; the rule itself where it has it of a ready one.
  func place(of concept: String, _ key: RuleKey, in rule: Rule) -> Diagnostic.Location? {
    places.references.first { $0.rule == rule.id && $0.key == key && $0.concept == concept }?.location
      ?? place(of: key, in: rule)
  }

  func place(of key: RuleKey, in rule: Rule) -> Diagnostic.Location? {
    places.keys[rule.id]?[key] ?? places.keys[rule.id]?[.use] ?? rule.location
  }

  /// Where a term stands; nil for terms that a concept has of others.
  func place(of term: String, in language: String, _ concept: String) -> Diagnostic.Location? {
    places.terms.first { $0.term == .init(concept: concept, language: language, text: term) }?.location
  }

  /// Concepts of the files that were given, in order.
  var ownConcepts: [Concept] {
    return self.set.concepts.values.filter { concept in
      guard let location = concept.location, !concept.name.hasPrefix(RuleLibrary.prefix) else { return false }
      return places.files[location.file] != nil
    }.sorted { $0.name < $1.name }
  }

  /// `a.yaml:3`
  static func name(_ location: Diagnostic.Location?) -> String {
    location.map { $0.line > 0 ? "\($0.file):\($0.line)" : $0.file } ?? "elsewhere"
  }
}
