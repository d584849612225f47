import Articles
import Yams

/// Reads what only a rule of kind `total` has: the rules that it adds up.
enum TotalReader {
  /// - Returns: the rules that it names, to be looked up once all are read.
  static func read(_ section: Section, into rule: inout Rule, _ reader: inout NodeReader) -> [RuleDraft.Reference] {
    var references: [RuleDraft.Reference] = []
    func missing(_ key: RuleKey, _ what: String, _ reader: inout NodeReader) {
      guard !section.meant.contains(key.rawValue) else { return }
      reader.report(
        "this rule has no `\(key.rawValue)`", at: section.node, help: "name \(what), for example: `\(key.example)`")
    }
    if let entry = section[RuleKey.total.rawValue] {
      if let item = reader.text(entry, example: RuleKey.total.example) {
        let name = item.text.trimmed
        if name.filter({ $0 != " " }) == Rule.wholeShare {
          rule.total = Rule.wholeShare
        } else {
          rule.total = name
          references.append(.init(name: name, key: .total, location: reader.file.location(of: item.node)))
        }
      }
    } else {
      missing(.total, "the rule whose claims are the sum", &reader)
    }
    if let entry = section[RuleKey.parts.rawValue] {
      readParts(entry, into: &rule, &references, &reader)
    } else {
      missing(.parts, "the rules whose claims are added up", &reader)
    }
    if let entry = section[RuleKey.across.rawValue] {
      let meanings = [
        "yes": "true", "on": "true", "no": "false", "off": "false", "article": "false", "articles": "true",
      ]
      let choice: Truth? = reader.choice(entry, example: RuleKey.across.example, meanings: meanings)
      rule.across = choice == .yes
    }
    return references
  }

  private enum Truth: String, CaseIterable {
    case yes = "true"
    case no = "false"
  }

  private static func readParts(
    _ entry: Entry, into rule: inout Rule, _ references: inout [RuleDraft.Reference], _ reader: inout NodeReader
  ) {
    let errors = reader.errorCount
    guard let items = reader.list(entry, of: "the ids of rules", example: RuleKey.parts.example) else { return }
    var seen: Set<String> = []
    for item in items {
      let name = item.text.trimmed
      if !seen.insert(name).inserted {
        reader.report("`parts` names \(Quoting.code(name)) twice", at: item.node, help: "delete one of the two")
      } else if name == rule.total {
        reader.report(
          "\(Quoting.code(name)) is the total, and cannot be one of its own parts", at: item.node,
          help: "take it out of `parts`")
      } else {
        references.append(.init(name: name, key: .parts, location: reader.file.location(of: item.node)))
      }
      rule.parts.append(name)
    }
    if items.count < 2, reader.errorCount == errors {
      reader.report(
        "a sum has at least two parts, and `parts` names \(items.isEmpty ? "none" : "one")", at: entry.value,
        help: "for example: \(RuleKey.parts.example)")
    }
  }

  /// What is wrong with a rule that a total names.
  ///
  /// - Parameter drafts: all rules of the run. One that is there with mistakes of its own needs no second message.
  static func mistake(
    in reference: RuleDraft.Reference, of total: Rule, _ drafts: [RuleDraft]
  ) -> Diagnostic? {
    guard let named = drafts.first(where: { $0.rule.id == reference.name })?.rule else {
      let near = Suggestion.closest(to: reference.name, among: drafts.map(\.rule.id).filter { $0 != total.id })
      return Diagnostic(
        .error, "no rule is called \(Quoting.code(reference.name))", at: reference.location,
        help: near.map { "did you mean \(Quoting.code($0))?" }
          ?? "write a rule with this id that finds the \(reference.key == .total ? "sum" : "part"), or name one that is there"
      )
    }
    guard named.kind == .quantity else {
      return Diagnostic(
        .error,
        "\(Quoting.code(reference.name)) is a rule of `claim: \(named.kind.rawValue)`, and only quantities add up",
        at: reference.location, help: "name a rule of `claim: quantity`")
    }
    if total.total == Rule.wholeShare {
      guard named.unit != .unit("percent") else { return nil }
      return Diagnostic(
        .error, "\(Quoting.code(reference.name)) counts no percentage, and the total is 100 %", at: reference.location,
        help: "name rules with `unit: percent`")
    }
    guard reference.key == .parts, let whole = drafts.first(where: { $0.rule.id == total.total })?.rule,
      whole.kind == .quantity, whole.unit != named.unit
    else { return nil }
    return Diagnostic(
      .error,
      "\(Quoting.code(reference.name)) and its total \(Quoting.code(whole.id)) are rules of different units",
      at: reference.location, help: "give both the same `unit`")
  }
}
