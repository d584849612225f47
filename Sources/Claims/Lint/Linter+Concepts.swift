import Articles
import Languages

extension Linter {
  /// Concepts that lack a language, or that nobody needs.
  mutating func checkConcepts() {
    let used = usedConcepts()
    let concepts = ownConcepts
    var wanted = articleLanguages ?? []
    if articleLanguages == nil {
      for concept in concepts where used.keys.contains(concept.name) {
        wanted.formUnion(concept.terms.keys.map(Stemmer.base))
      }
    }
    let why =
      articleLanguages == nil ? "which other concepts have" : "in which there are articles"
    for concept in concepts {
      guard let uses = used[concept.name] else {
        checkUnused(concept, used)
        continue
      }
      let missing = wanted.subtracting(concept.terms.keys.map(Stemmer.base))
      guard !missing.isEmpty, !concept.terms.isEmpty else { continue }
      let key = missing.sorted().first ?? "en"
      let effect =
        uses.keys.allSatisfy { $0 == .unless }
        ? "until then `unless` rules nothing out in such articles"
        : "until then \(Quoting.choice(uses.rules)) may find nothing in such articles"
      warn(
        .missingLanguage,
        "\(Quoting.code(concept.name)) has no term in \(LintLanguages.names(missing)), \(why)", at: concept.location,
        help: "add some: \(key): […]; \(effect)")
    }
  }

  private struct Uses {
    var keys: Set<RuleKey> = []
    var rules: [String] = []
  }

  /// The concepts that rules name, also rules with a mistake in them.
  private func usedConcepts() -> [String: Uses] {
    var used: [String: Uses] = [:]
    for reference in places.references {
      used[reference.concept, default: Uses()].keys.insert(reference.key)
      if used[reference.concept]?.rules.contains(reference.rule) == false {
        used[reference.concept]?.rules.append(reference.rule)
      }
    }
    return used
  }

  private mutating func checkUnused(_ concept: Concept, _ used: [String: Uses]) {
    guard let location = concept.location, !places.included.contains(location.file) else { return }
    // What others extend is used by them.
    if set.concepts.values.contains(where: { $0.extends.contains(concept.name) }) { return }
    warn(
      .unusedConcept, "no rule names the concept \(Quoting.code(concept.name))", at: location,
      help: "name it in `about`, `with`, `near` or `unless` of a rule, or delete it")
  }
}
