import Articles
import ICU
import Languages

extension Linter {
  /// Rules that can never find anything, and rules that find the same.
  mutating func checkRules() {
    for rule in set.rules {
      if rule.kind == .total {
        checkTotal(rule)
        continue
      }
      let isPossible = checkLanguages(rule)
      if isPossible { checkUnless(rule) }
      checkUnit(rule)
    }
    checkSimilar()
    checkNames()
  }

  // MARK: - Rules that can never match

  /// Whether its concepts have a language in common.
  private mutating func checkLanguages(_ rule: Rule) -> Bool {
    func languages(_ name: String) -> Set<String>? { RuleLanguages.languages(of: name, set.concepts) }
    var about: Set<String>? = []
    for name in rule.about { about = about.flatMap { known in languages(name).map { known.union($0) } } }
    var common = about
    for (key, names) in [(RuleKey.with, rule.with), (.near, rule.near)] {
      for name in names {
        let own = languages(name)
        let next = RuleLanguages.common(common, own)
        if let next, next.isEmpty, let known = common, !known.isEmpty, let own {
          warn(
            .neverMatches,
            "\(Quoting.code(rule.id)) can never match: \(Quoting.code(name)) has terms in \(LintLanguages.names(own)) "
              + "alone, and the concepts before it in \(LintLanguages.names(known))",
            at: place(of: name, key, in: rule),
            help: "give \(Quoting.code(name)) terms in \(LintLanguages.names(known)), or name another concept")
          return false
        }
        common = next
      }
    }
    guard rule.kind == .state else { return true }
    for state in rule.states {
      for name in state.concepts {
        guard let own = languages(name), let common, !common.isEmpty, own.isDisjoint(with: common) else { continue }
        warn(
          .neverMatches,
          "\(Quoting.code(name)) can never be found: it has terms in \(LintLanguages.names(own)) alone, and `about` and `near` "
            + "in \(LintLanguages.names(common))",
          at: place(of: name, .states, in: rule),
          help: "give it terms in \(LintLanguages.names(common)), or name another concept")
      }
    }
    return true
  }

  /// Terms that are asked for and ruled out.
  private mutating func checkUnless(_ rule: Rule) {
    typealias Entry = (concept: String, language: String, shape: TermShape)
    func entries(_ names: [String]) -> [Entry] {
      names.compactMap { set.concepts[$0] }.flatMap { concept in
        concept.terms.sorted { $0.key < $1.key }.flatMap { tag, terms in
          terms.map { (concept.name, tag, languages.shape($0, in: tag)) }
        }
      }
    }
    guard !rule.unless.isEmpty else { return }
    let wanted = entries(rule.about)
    var hits: [(out: Entry, wanted: Entry)] = []
    var ruledOut = 0
    let unless = entries(rule.unless)
    let isReady = { (name: String) in name.hasPrefix(RuleLibrary.prefix) }
    for term in wanted {
      let language = Stemmer.base(of: term.language)
      guard
        let out = unless.first(where: {
          Stemmer.base(of: $0.language) == language && !$0.shape.isEmpty && $0.shape.covers(term.shape)
            && !(Self.isReady($0.concept) && Self.isReady(term.concept))
        })
      else { continue }
      ruledOut += 1
      hits.append((out, term))
    }
    if ruledOut == wanted.count, ruledOut > 0, rule.about.allSatisfy({ set.concepts[$0] != nil }) {
      let names = Set(hits.map(\.out.concept)).sorted()
      return warn(
        .neverMatches,
        "\(Quoting.code(rule.id)) can never match: every term of `about` is one of \(Quoting.choice(names)) too, which `unless` rules out",
        at: place(of: names.first ?? "", .unless, in: rule),
        help: "take those terms out of one of the two, or write longer ones for `unless`: Iraqi soldier")
    }
    var told: Set<String> = []
    // What ready concepts have in common, nobody but the library can mend.
    hits.removeAll { isReady($0.out.concept) && isReady($0.wanted.concept) && $0.out.concept != $0.wanted.concept }
    for (out, term) in hits {
      guard out.concept != term.concept else {
        if told.insert(out.concept).inserted {
          warn(
            .contradictoryTerm,
            "`unless` rules out \(Quoting.code(out.concept)), which \(Quoting.code(rule.id)) is about",
            at: place(of: out.concept, .unless, in: rule), help: "take it out of `about` or of `unless`")
        }
        continue
      }
      guard told.insert("\(out.concept) \(out.language) \(out.shape.text)").inserted else { continue }
      let same = hits.filter {
        $0.out.concept == out.concept && $0.out.language == out.language && $0.out.shape.text == out.shape.text
      }
      let words = Set(same.map { Quoting.code($0.wanted.shape.text) }).sorted().joined(separator: ", ")
      let isOwn = place(of: out.shape.text, in: out.language, out.concept)
      warn(
        .contradictoryTerm,
        "\(Quoting.code(out.shape.text)) of \(Quoting.code(out.concept)) rules out \(words) of \(Quoting.code(term.concept)), which "
          + "\(Quoting.code(rule.id)) is about",
        at: isOwn ?? place(of: out.concept, .unless, in: rule),
        help: "delete it here or there, or write a longer one that means what is to be left out")
    }
  }

  /// What ready concepts do to each other, those settle who write them.
  private static func isReady(_ concept: String) -> Bool { concept.hasPrefix(RuleLibrary.prefix) }

  /// Amounts that the unit of the rule does not let in.
  private mutating func checkUnit(_ rule: Rule) {
    let amounts = rule.about.compactMap { name -> String? in
      guard BuiltInConcept.isBuiltIn(name), !name.hasPrefix("region:"), !name.hasPrefix(RuleLibrary.prefix) else {
        return nil
      }
      return name.split(separator: ":").last.map(String.init)
    }
    // One concept with words of its own is enough to match.
    guard !amounts.isEmpty, amounts.count == rule.about.count else { return }
    let isAccepted: (String) -> Bool = { amount in
      switch rule.unit {
      case .count: false
      case .anyCurrency: UnitMatcher.isCurrency(amount)
      case .unit(let unit):
        amount == unit
          || !UnitMatcher.isCurrency(amount) && !amount.hasPrefix("percent") && !unit.hasPrefix("percent")
            && UnitConversion.convert(1, from: amount, to: unit) != nil
      }
    }
    guard rule.kind == .quantity, !amounts.contains(where: isAccepted) else { return }
    let name = rule.about[0]
    let isCount = rule.unit == .count
    warn(
      .neverMatches,
      "\(Quoting.code(rule.id)) can never match: \(Quoting.code(name)) is an amount of \(Quoting.code(amounts[0])), and the rule "
        + (isCount ? "counts things" : "takes other units"),
      at: isCount ? place(of: name, .about, in: rule) : place(of: .unit, in: rule),
      help: "write `unit: \(name.hasPrefix("currency:") ? name : amounts[0])`")
  }

  // MARK: - Totals

  private mutating func checkTotal(_ total: Rule) {
    let ids = (total.total == Rule.wholeShare ? [] : [total.total].compactMap(\.self)) + total.parts
    let named = ids.compactMap { id in set.rules.first { $0.id == id && $0.kind != .total } }
    guard let first = named.first, named.count == ids.count else { return }
    var during: (from: Day?, to: Day?) = (first.during?.from, first.during?.to)
    var common = RuleLanguages.covered(by: first, in: set)
    for rule in named.dropFirst() {
      let own = RuleLanguages.covered(by: rule, in: set)
      let next = RuleLanguages.common(common, own)
      if !total.across, let next, next.isEmpty, let known = common, !known.isEmpty, let own, !own.isEmpty {
        return warn(
          .neverCompares,
          "this sum is never checked: \(Quoting.code(rule.id)) finds claims in \(LintLanguages.names(own)) alone, and the rules before it in "
            + LintLanguages.names(known),
          at: place(of: .parts, in: total),
          help:
            "give its concepts terms in the other languages, or write `across: true`, so that the parts may stand in several articles"
        )
      }
      common = next
      let from = [during.from, rule.during?.from].compactMap(\.self).max()
      let to = [during.to, rule.during?.to].compactMap(\.self).min()
      if let from, let to, from > to {
        return warn(
          .neverCompares,
          "this sum is never checked: `during` of \(Quoting.code(rule.id)) has no day in common with that of the rules before it",
          at: place(of: .parts, in: total), help: "give all rules of the sum one period")
      }
      during = (from, to)
    }
  }

  // MARK: - Rules that find the same

  private mutating func checkSimilar() {
    var first: [String: Rule] = [:]
    for rule in set.rules {
      let signature = Self.signature(rule)
      guard let other = first[signature] else {
        first[signature] = rule
        continue
      }
      warn(
        .similarRules, "\(Quoting.code(rule.id)) takes the same claims as \(Quoting.code(other.id))", at: rule.location,
        help:
          "the other one is at \(Self.name(other.location)): keep one, or tell them apart with `near`, `unless` or `during`"
      )
    }
  }

  /// What decides which claims a rule takes.
  private static func signature(_ rule: Rule) -> String {
    let names = [rule.about, rule.with, rule.near, rule.unless].map { $0.sorted().joined(separator: ",") }
    let days = [rule.during?.from, rule.during?.to].map { $0.map { "\($0)" } ?? "~" }
    let states = rule.states.map { $0.concepts.sorted().joined(separator: ",") }
    let parts = [rule.kind.rawValue, "\(rule.unit)", rule.take.rawValue, rule.total ?? "", "\(rule.across)"]
    return (parts + names + days + states + rule.parts.sorted()).joined(separator: ";")
  }

  private mutating func checkNames() {
    func report(
      _ name: String, _ other: String, _ what: String, _ location: Diagnostic.Location?, _ linter: inout Linter
    ) {
      linter.warn(
        .similarNames,
        "the \(what) \(Quoting.code(name)) and \(Quoting.code(other)) differ in capital letters only", at: location,
        help: "give one of them a name of its own: the two are easily taken for each other")
    }
    var ids: [String: String] = [:]
    for rule in set.rules {
      if let other = ids[rule.id.lowercased()] {
        report(rule.id, other, "ids", places.keys[rule.id]?[.id] ?? rule.location, &self)
      }
      ids[rule.id.lowercased()] = rule.id
    }
    var names: [String: String] = [:]
    for concept in ownConcepts {
      if let other = names[concept.name.lowercased()] {
        report(concept.name, other, "concepts", concept.location, &self)
      }
      names[concept.name.lowercased()] = concept.name
    }
  }
}
