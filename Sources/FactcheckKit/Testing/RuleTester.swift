import Articles
import Claims
import Findings
import ICU
import Mentions
import Reports

/// Runs the examples of rules: texts, and what the rules should take from them.
public struct RuleTester: Sendable {
  private let rules: [Rule]
  private let extractor: ClaimExtractor
  private let names: [String: [String]]

  /// - Parameter ruleSet: the rules, with their examples and concepts.
  public init(_ ruleSet: RuleSet) {
    rules = ruleSet.rules
    names = ruleSet.names
    extractor = ClaimExtractor(rules: ruleSet.rules, concepts: ruleSet.concepts)
  }

  /// - Parameter isWanted: by the rule's id.
  /// - Returns: in the order of the rules and of their examples.
  public func outcomes(where isWanted: (String) -> Bool = { _ in true }) -> [ExampleOutcome] {
    var extractors = Extractors()
    return rules.filter { isWanted($0.id) }.flatMap { rule in
      rule.examples.map { outcome(of: $0, rule, &extractors) } + rule.pairs.map { outcome(of: $0, rule, &extractors) }
    }
  }

  /// Changes the numbers, the dates and the negations of the examples, one at a time, and tells which of these changes the
  /// rules would notice between two articles.
  ///
  /// - Returns: the changes, and how many claims were left as they are: names, words that cannot be changed without breaking
  ///   the language, and texts that conflict with themselves.
  public func mutations(
    where isWanted: (String) -> Bool = { _ in true }
  ) -> (changes: [MutationOutcome], unchanged: Int) {
    var extractors = Extractors()
    var mutators: [String: Mutator] = [:]
    var outcomes: [MutationOutcome] = []
    var unchanged = 0
    for rule in rules where isWanted(rule.id) {
      for example in rule.examples {
        let old = claims(of: rule, in: example.text, example, id: "text 1", &extractors)
        let mutator = mutators[example.language] ?? Mutator(language: example.language)
        mutators[example.language] = mutator
        for claim in old {
          // Of several changes the first that can be said in this sentence.
          var told: (change: Mutator.Change, new: [Claim], result: MutationOutcome.Result)?
          for change in mutator.changes(of: claim, in: example.text) where told.map({ $0.result == .unnoticed }) ?? true
          {
            let new = claims(of: rule, in: change.text, example, id: "text 2", &extractors)
            guard let result = result(of: rule, old, new, change.kind) else { continue }
            if told == nil || result != .unnoticed { told = (change, new, result) }
          }
          guard let (change, new, result) = told else {
            unchanged += 1
            continue
          }
          outcomes.append(
            MutationOutcome(
              rule: rule.id, kind: change.kind, example: example, before: change.before, after: change.after,
              text: change.text, old: old.map { Self.forms(of: $0.value)[0] },
              new: new.map { Self.forms(of: $0.value)[0] }, result: result))
        }
      }
    }
    return (outcomes, unchanged)
  }

  /// Nil where the old text conflicts with itself, so that nothing can be told.
  private func result(
    of rule: Rule, _ old: [Claim], _ new: [Claim], _ kind: MutationOutcome.Kind
  ) -> MutationOutcome.Result? {
    func verdict(_ claims: [Claim]) -> Verdict? {
      var claims = claims
      for i in claims.indices { claims[i].id = "c\(i + 1)" }
      return FindingBuilder.findings(rules: [rule], claims: claims).map(\.verdict).max()
    }
    if let own = verdict(old), own >= .changed { return nil }
    // What is denied is no longer claimed.
    if kind == .negation, new.allSatisfy({ claim in !old.contains { $0.value == claim.value } }) { return .noticed }
    guard !new.isEmpty, let verdict = verdict(old + new) else { return .unnoticed }
    switch verdict {
    case .changed, .disputed, .contradiction: return .noticed
    case .compatible: return .compatible
    case .agree: return .unnoticed
    }
  }

  private func claims(
    of rule: Rule, in text: String, _ example: Rule.Example, id: String, _ extractors: inout Extractors
  ) -> [Claim] {
    // Two articles of one day: what changes from day to day is no contradiction.
    claims(in: text, language: example.language, day: example.day ?? Self.day, id: id, &extractors)
      .filter { $0.rule == rule.id && $0.isCompared }
  }

  private static let day = Day(year: 2021, month: 7, day: 28)

  /// The claims of all rules in a text, as a run would find them.
  public func claims(in text: String, language: String, day: Day?, id: String = "example") -> [Claim] {
    var extractors = Extractors()
    return claims(in: text, language: language, day: day, id: id, &extractors)
  }

  // MARK: - Examples

  private func outcome(of example: Rule.Example, _ rule: Rule, _ extractors: inout Extractors) -> ExampleOutcome {
    let all = claims(in: example.text, language: example.language, day: example.day, id: "example", &extractors)
    let claims = all.filter { $0.rule == rule.id && $0.isCompared }
    let isMatch =
      claims.count == example.claims.count
      && zip(example.claims, claims).allSatisfy { Self.forms(of: $1.value).contains($0) }
    return ExampleOutcome(
      rule: rule.id, subject: .example(example), expected: example.claims,
      got: claims.map { Self.forms(of: $0.value)[0] }, claims: claims, passed: isMatch)
  }

  private func outcome(of pair: Rule.Pair, _ rule: Rule, _ extractors: inout Extractors) -> ExampleOutcome {
    var all: [Claim] = []
    for (number, text) in pair.texts.enumerated() {
      all += claims(
        in: text.text, language: text.language, day: text.day, id: "text \(number + 1)", &extractors)
    }
    for i in all.indices { all[i].id = "c\(i + 1)" }
    NameResolver.resolve(&all, names: names) { article in
      Int(article.dropFirst("text ".count)).map { pair.texts[$0 - 1].language } ?? "und"
    }
    let findings = FindingBuilder.findings(rules: rules, claims: all).filter { $0.rule == rule.id }
    let isConflict = findings.contains { $0.verdict >= .disputed }
    let parts = Set([rule.id] + rule.parts + (rule.total.map { [$0] } ?? []))
    let own = all.filter { parts.contains($0.rule) && $0.isCompared }
    var got = findings.map { "\($0.verdict.rawValue): \($0.message)" }
    if got.isEmpty { got = [own.count < 2 ? "too few claims to compare: \(own.count)" : "no finding"] }
    // To agree, the texts must have something to agree on.
    let passed = isConflict == pair.mustConflict && !findings.isEmpty
    return ExampleOutcome(
      rule: rule.id, subject: .pair(pair), expected: [pair.mustConflict ? "conflict" : "agree"], got: got, claims: own,
      passed: passed)
  }

  private func claims(
    in text: String, language: String, day: Day?, id: String, _ extractors: inout Extractors
  ) -> [Claim] {
    let metadata = ArticleMetadata(day: day, language: language)
    let options = ArticleOptions(leavesOutClutter: false, leavesOutRepeats: false)
    guard let article = try? ArticleReader(options: options).read(text: text, id: id, metadata: metadata).article else {
      return []
    }
    return extractor.claims(in: article) { block, _ in
      extractors.mentions(in: block.text, language: language, reference: day)
    }
  }

  /// How an example may write a value, the usual way first: `5200`, `40/50`, `2021-12-31`, `2021-01-01/2021-01-31`.
  static func forms(of value: Claim.Value) -> [String] {
    switch value {
    case .quantity(let quantity):
      let range = "\(quantity.low.map(number) ?? "")/\(quantity.high.map(number) ?? "")"
      guard let said = quantity.value else {
        let ends = [quantity.low, quantity.high].compactMap(\.self)
        return [range] + (ends.first.map { [number($0)] } ?? [])
      }
      return [number(said), range]
    case .date(let span):
      let from = span.from?.description ?? ""
      let to = span.to?.description ?? ""
      return [from == to ? from : "\(from)/\(to)"]
    case .name(let canonical, let forms): return [canonical] + forms
    case .state(let symbol): return [symbol]
    }
  }

  private static func number(_ value: Double) -> String {
    if let whole = Int(exactly: value) { return String(whole) }
    return value.description
  }
}
