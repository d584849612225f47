import Languages

/// In which languages a rule can find anything.
///
/// A term never matches a text in another language, so these are the languages that one concept of `about`, all of `with`,
/// and all of `near` have in common. Countries, units and currencies are known in every language.
public enum RuleLanguages {
  /// - Returns: the languages without script or region; nil for any.
  public static func covered(by rule: Rule, in set: RuleSet) -> Set<String>? {
    covered(by: rule, concepts: set.concepts, rules: set.rules)
  }

  static func covered(by rule: Rule, concepts: [String: Concept], rules: [Rule]) -> Set<String>? {
    if rule.kind == .total { return coveredByTotal(rule, concepts, rules) }
    var covered = union(rule.about.map { languages(of: $0, concepts) })
    for name in rule.with + rule.near { covered = common(covered, languages(of: name, concepts)) }
    if rule.kind == .state {
      covered = common(covered, union(rule.states.flatMap(\.concepts).map { languages(of: $0, concepts) }))
    }
    return covered
  }

  /// The languages of a concept's terms; nil for any.
  static func languages(of name: String, _ concepts: [String: Concept]) -> Set<String>? {
    guard let concept = concepts[name] else { return BuiltInConcept.isBuiltIn(name) ? nil : [] }
    return Set(concept.terms.filter { !$0.value.isEmpty }.keys.map(Stemmer.base))
  }

  static func common(_ a: Set<String>?, _ b: Set<String>?) -> Set<String>? {
    guard let a, let b else { return a ?? b }
    return a.intersection(b)
  }

  private static func union(_ all: [Set<String>?]) -> Set<String>? {
    all.reduce(Set<String>()) { all, next in all.flatMap { all in next.map { all.union($0) } } }
  }

  /// Inside an article all that is added up is in its one language.
  private static func coveredByTotal(_ total: Rule, _ concepts: [String: Concept], _ rules: [Rule]) -> Set<String>? {
    let named = ([total.total].compactMap(\.self) + total.parts).compactMap { id in
      rules.first { $0.id == id && $0.kind != .total }
    }
    let all = named.map { covered(by: $0, concepts: concepts, rules: []) }
    return total.across ? union(all) : all.reduce(nil, common)
  }
}
