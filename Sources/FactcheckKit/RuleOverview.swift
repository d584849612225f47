import Articles
import Claims
import Languages
import Reports

/// The rules of a set, and those of the library, as `factcheck rules` lists them.
public enum RuleOverview {
  /// The rules of a set.
  ///
  /// - Parameters:
  ///   - set: what `RuleLoader` read.
  ///   - articlePaths: articles to look for claims in, instead of those that the settings list.
  ///   - jobs: how many articles are read at once.
  /// - Returns: a row a rule, and what is wrong with the rules and articles.
  public static func rules(
    _ set: RuleSet, articlePaths: [String] = [], jobs: Int = Jobs.available
  ) async -> (entries: [RuleListing.Entry], problems: [Diagnostic]) {
    var claims: [String: Int]?
    var problems = set.problems
    if !set.rules.isEmpty, !articlePaths.isEmpty || !set.settings.articles.isEmpty {
      let report = await Factcheck.run(ruleSet: set, options: .init(articlePaths: articlePaths, jobs: jobs))
      claims = Dictionary(grouping: report.claims, by: \.rule).mapValues(\.count)
      problems = report.problems
    }
    let entries = set.rules.map { rule in
      RuleListing.Entry(
        id: rule.id, kind: .rule(rule.kind), title: rule.title,
        languages: RuleLanguages.covered(by: rule, in: set)?.sorted(),
        examples: rule.kind == .total ? nil : rule.examples.count + rule.pairs.count,
        claims: rule.kind == .total ? nil : claims.map { $0[rule.id] ?? 0 }, location: rule.location)
    }
    return (entries, problems)
  }

  /// The ready rules and concepts, by their names.
  public static func ready(_ library: RuleLibrary = .shared) -> [RuleListing.Entry] {
    let rules = library.ruleIDs.compactMap { library.rule($0) }
    var set = RuleSet()
    set.rules = rules
    for name in library.conceptNames { set.concepts[name] = library.concept(name) }
    let listed = rules.map { rule in
      RuleListing.Entry(
        id: rule.id, kind: .rule(rule.kind), title: rule.why.map { "\(rule.title): \($0)" } ?? rule.title,
        languages: RuleLanguages.covered(by: rule, in: set)?.sorted(), examples: rule.examples.count + rule.pairs.count)
    }
    let concepts = library.conceptNames.compactMap { library.concept($0) }.map { concept in
      RuleListing.Entry(
        id: concept.name, kind: .concept, title: words(of: concept),
        languages: Set(concept.terms.keys.map(Stemmer.base)).sorted())
    }
    return listed + concepts
  }

  /// The first terms of a concept say what it is about.
  private static func words(of concept: Concept) -> String {
    let terms = concept.terms["en"] ?? concept.terms.sorted { $0.key < $1.key }.first?.value ?? []
    return terms.prefix(6).joined(separator: ", ") + (terms.count > 6 ? ", …" : "")
  }

  /// The languages that the program knows best.
  public static var languages: [String] { LanguageFile.codes }
}
