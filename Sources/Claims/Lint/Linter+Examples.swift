import Articles
import Languages

extension Linter {
  /// What the examples of rules leave untested.
  mutating func checkExamples() {
    for rule in set.rules where rule.kind != .total {
      let covered = RuleLanguages.covered(by: rule, in: set)
      for example in rule.examples {
        checkLanguage(example.language, example.location, covered, rule)
      }
      for pair in rule.pairs {
        for text in pair.texts { checkLanguage(text.language, pair.location, covered, rule) }
      }
      // A ready rule has examples of its own.
      if rule.template != nil, rule.examples.isEmpty, rule.pairs.isEmpty { continue }
      let isOwn = rule.template == nil
      guard !rule.examples.isEmpty || !rule.pairs.isEmpty else {
        warn(
          .missingExamples, "\(Quoting.code(rule.id)) has no examples: nothing tells whether it works",
          at: rule.location,
          help:
            "add sentences with what the rule should take from them, and run `factcheck test`: \(RuleKey.examples.example)"
        )
        continue
      }
      if isOwn, !rule.examples.contains(where: \.claims.isEmpty) {
        warn(
          .missingNegativeExample, "no example of \(Quoting.code(rule.id)) says what it must leave alone",
          at: place(of: .examples, in: rule),
          help: "add a sentence that is easily mistaken for a claim, with `claims: []`")
      }
      checkMissing(rule, covered, isOwn: isOwn)
    }
  }

  private mutating func checkLanguage(
    _ tag: String, _ location: Diagnostic.Location?, _ covered: Set<String>?, _ rule: Rule
  ) {
    guard let covered, !covered.isEmpty, !covered.contains(Stemmer.base(of: tag)) else { return }
    warn(
      .exampleLanguage,
      "\(Quoting.code(rule.id)) has no terms in \(LintLanguages.name(tag)), so it takes nothing from this text",
      at: location,
      help: "add terms in \(LintLanguages.name(tag)) to its concepts, or write the text in \(Self.oneOf(covered))")
  }

  /// Languages without an example: of those in which the rule can match, those that the articles use.
  private mutating func checkMissing(_ rule: Rule, _ covered: Set<String>?, isOwn: Bool) {
    guard isOwn || articleLanguages != nil else { return }
    guard let covered = RuleLanguages.common(covered, articleLanguages) else { return }
    let texts = rule.examples.map(\.language) + rule.pairs.flatMap { $0.texts.map(\.language) }
    let missing = covered.subtracting(texts.map(Stemmer.base))
    guard !missing.isEmpty else { return }
    warn(
      .missingExampleLanguage,
      "\(Quoting.code(rule.id)) has no example in \(LintLanguages.names(missing))\(articleLanguages == nil ? ", though it has terms" : ", in which there are articles")",
      at: place(of: .examples, in: rule),
      help: "add a sentence: - {\(missing.sorted().first ?? "en"): \"…\", claims: […]}")
  }

  private static func oneOf(_ tags: Set<String>) -> String {
    let names = tags.sorted().map(LintLanguages.name)
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
