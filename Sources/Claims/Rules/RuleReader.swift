import Articles
import ICU
import Yams

/// A rule as it was read, before its concepts are looked up.
struct RuleDraft {
  /// A concept that the rule names, and where.
  struct Reference {
    let name: String
    let key: RuleKey
    let location: Diagnostic.Location
  }

  var rule: Rule
  /// With where it names them.
  var references: [Reference]
  /// The rules that a total names.
  var rules: [Reference] = []
  /// Nothing is wrong with it so far: only such rules are run.
  var isSound: Bool
  let hasID: Bool
  let idLocation: Diagnostic.Location
}

/// Reads `rules:`.
enum RuleReader {
  static let example = "- {id: us-troops, claim: quantity, about: [troops]}"

  static func rules(in entry: Entry, _ reader: inout NodeReader) -> [RuleDraft] {
    guard case .sequence(let sequence) = entry.value else {
      if NodeReader.isNull(entry.value) {
        reader.report(.warning, "`rules` lists no rule", at: entry.keyNode, help: "write one, or delete the key")
      } else {
        reader.report(
          "`rules` is a list, and this is \(NodeReader.name(of: entry.value))", at: entry.value,
          help: "begin each rule with a dash: - id: us-troops")
      }
      return []
    }
    return sequence.compactMap { rule($0, &reader) }
  }

  private static func rule(_ node: Node, _ reader: inout NodeReader) -> RuleDraft? {
    let errors = reader.errorCount
    guard let section = reader.section(node, .rule, example: example) else { return nil }
    func entry(_ key: RuleKey) -> Entry? { section[key.rawValue] }

    let template = entry(.use).flatMap { readyRule($0, &reader) }
    var rule = template ?? Rule(id: "", kind: .quantity)
    rule.location = reader.file.location(of: node)
    let idNode = readID(section, into: &rule, &reader)
    let isTemplate = section[RuleKey.use.rawValue] != nil || section.meant.contains(RuleKey.use.rawValue)
    let kind = isTemplate ? template?.kind : kind(of: section, &reader)
    if isTemplate { checkTemplate(section, template, &reader) }
    rule.kind = kind ?? .quantity
    if let item = entry(.title).flatMap({ reader.text($0, example: RuleKey.title.example) }) {
      rule.title = item.text.trimmed
    }
    if let item = entry(.why).flatMap({ reader.text($0, example: RuleKey.why.example) }) {
      rule.why = item.text.trimmed
    }

    var references: [RuleDraft.Reference] = []
    func concepts(_ key: RuleKey) -> [String] {
      guard let entry = entry(key), let items = reader.list(entry, of: "concepts", example: key.example) else {
        return []
      }
      references += items.map { .init(name: $0.text, key: key, location: reader.file.location(of: $0.node)) }
      return items.map(\.text)
    }
    // What the rule itself does not say is as in its template.
    if entry(.about) != nil || template == nil { rule.about = concepts(.about) }
    if entry(.with) != nil || template == nil { rule.with = concepts(.with) }
    if entry(.near) != nil || template == nil { rule.near = concepts(.near) }
    if entry(.unless) != nil || template == nil { rule.unless = concepts(.unless) }
    if !section.meant.contains(RuleKey.about.rawValue), !isTemplate || entry(.about) != nil {
      checkAbout(entry(.about), rule, node, &reader)
    }
    checkUnless(rule, references, &reader)

    readComparison(section, kind: kind, into: &rule, &reader)
    readSelection(section, into: &rule, &reader)
    checkKind(section, kind, &reader)
    if kind == .state, template == nil || entry(.states) != nil {
      rule.states = []
      references += StateReader.read(section, into: &rule, &reader)
    }
    let named = kind == .total ? TotalReader.read(section, into: &rule, &reader) : []
    if let entry = entry(.examples) { ExampleReader.read(entry, into: &rule, &reader) }
    if reader.places != nil {
      for entry in section.entries {
        guard let key = RuleKey(rawValue: entry.key) else { continue }
        reader.places?.add(key, of: rule.id, at: reader.file.location(of: entry.keyNode))
      }
    }

    return RuleDraft(
      rule: rule, references: references, rules: named, isSound: reader.errorCount == errors, hasID: !rule.id.isEmpty,
      idLocation: reader.file.location(of: idNode ?? node))
  }

  /// The rule of the library that a rule is made from, without its examples: these belong to its own words.
  private static func readyRule(_ entry: Entry, _ reader: inout NodeReader) -> Rule? {
    guard let item = reader.text(entry, example: RuleKey.use.example) else { return nil }
    let library = RuleLibrary.shared
    guard var rule = library.rule(item.text.trimmed) else {
      let near = Suggestion.closest(to: item.text.trimmed, among: library.ruleIDs)
      reader.report(
        "there is no ready rule \(Quoting.code(item.text))", at: item.node,
        help: near.map { "did you mean \(Quoting.code($0))?" }
          ?? "the ready rules are \(Quoting.list(library.ruleIDs))")
      return nil
    }
    rule.template = rule.id
    rule.examples = []
    rule.pairs = []
    return rule
  }

  /// A rule that uses another cannot be of another kind.
  private static func checkTemplate(_ section: Section, _ template: Rule?, _ reader: inout NodeReader) {
    guard let entry = section[RuleKey.claim.rawValue], let template else { return }
    if entry.value.scalar?.string == template.kind.rawValue { return }
    reader.report(
      "`use: \(template.id)` makes a rule of `claim: \(template.kind.rawValue)`", at: entry.value,
      help: "delete `claim`: the ready rule says it")
  }

  private static func readID(_ section: Section, into rule: inout Rule, _ reader: inout NodeReader) -> Node? {
    guard let entry = section[RuleKey.id.rawValue] else {
      if section.meant.contains(RuleKey.id.rawValue) { return nil }
      reader.report(
        "this rule has no `id`", at: section.node,
        help: "give it one that will stay, reports and baselines refer to it: `\(RuleKey.id.example)`")
      return nil
    }
    guard let item = reader.text(entry, example: RuleKey.id.example) else { return nil }
    if rule.template == nil { rule.title = item.text }
    rule.id = item.text
    if DateCheck.allCases.contains(where: { $0.rule.id == item.text }) {
      reader.report(
        "\(Quoting.code(item.text)) is the id of a built-in check", at: item.node, help: "give this rule another one")
    }
    if let odd = Identifier.oddCharacter(in: item.text) {
      reader.report(
        "an `id` cannot hold \(odd)", at: item.node,
        help: "use letters, digits, `-`, `_` and `.`, for example \(Quoting.code(Identifier.mended(item.text)))")
    }
    return item.node
  }

  private static func kind(of section: Section, _ reader: inout NodeReader) -> Rule.Kind? {
    guard let entry = section[RuleKey.claim.rawValue] else {
      if section.meant.contains(RuleKey.claim.rawValue) { return nil }
      reader.report(
        "this rule has no `claim`", at: section.node,
        help:
          "say what is claimed: `claim: quantity` for how many or how much, `claim: date` for when, `claim: name` for who, `claim: state` for "
          + "what is the case, `claim: total` for a sum")
      return nil
    }
    let meanings = [
      "number": "quantity", "count": "quantity", "figure": "quantity", "amount": "quantity", "money": "quantity",
      "percent": "quantity", "percentage": "quantity", "day": "date", "time": "date", "when": "date",
      "boolean": "state", "yes-no": "state", "status": "state", "choice": "state", "symbol": "state", "states": "state",
      "person": "name", "who": "name", "holder": "name", "names": "name", "office": "name",
      "sum": "total", "totals": "total", "addition": "total",
    ]
    let kind: Rule.Kind? = reader.choice(
      entry, example: RuleKey.claim.example, meanings: meanings, shown: supported.map(\.rawValue))
    if let kind, !supported.contains(kind) {
      reader.report(
        "rules of kind \(Quoting.code(kind.rawValue)) are not supported yet", at: entry.value,
        help:
          "this version checks \(Quoting.choice(supported.map { "claim: \($0.rawValue)" })); take the rule out, or put # before its lines"
      )
    }
    return kind
  }

  private static let supported: [Rule.Kind] = [.quantity, .date, .name, .state, .total]

  /// Keys that the kind of the rule does not know.
  private static func checkKind(_ section: Section, _ kind: Rule.Kind?, _ reader: inout NodeReader) {
    guard let kind, supported.contains(kind) else { return }
    for entry in section.entries {
      guard let key = RuleKey(rawValue: entry.key) else { continue }
      if kind == .total, key.readsArticles {
        reader.report(
          "\(Quoting.code(entry.key)) says which claims a rule takes from articles, and a total takes those of the rules that it names",
          at: entry.keyNode, help: "delete it, or move it to those rules")
        continue
      }
      if kind == .state || kind == .name, key == .tolerance || key == .compare {
        reader.report(
          "\(Quoting.code(entry.key)) belongs to rules that compare figures or days, and \(kind == .name ? "names" : "states") are the same or not",
          at: entry.keyNode, help: "delete it")
        continue
      }
      guard let owner = key.kind, owner != kind else { continue }
      let purpose =
        switch key {
        case .unit: "it says which numbers are meant"
        case .take: "it chooses between the two numbers of \"87 of the 165 seats\""
        case .states: "it lists what may be the case"
        case .total: "it names the rule whose claims are the sum"
        case .parts: "it names the rules whose claims are added up"
        case .across: "it says where the parts of a sum may stand"
        default: "it says nothing here"
        }
      reader.report(
        "\(Quoting.code(entry.key)) belongs to rules of `claim: \(owner.rawValue)`, and this is one of `claim: \(kind.rawValue)`",
        at: entry.keyNode, help: "delete it: \(purpose)")
    }
  }

  private static func checkAbout(_ entry: Entry?, _ rule: Rule, _ node: Node, _ reader: inout NodeReader) {
    guard rule.kind != .total else { return }
    if let entry {
      guard rule.about.isEmpty, case .sequence(let sequence) = entry.value, sequence.isEmpty else { return }
      reader.report(
        "`about` names no concept", at: entry.value,
        help: rule.kind == .state
          ? "name what is said to be one way or another, for example: about: [vote]"
          : "name what is counted or dated, for example: \(RuleKey.about.example)")
    } else {
      let (what, example) =
        switch rule.kind {
        case .date: ("dated", "about: [combat-mission]")
        case .name: ("held", "about: [prime-minister]")
        case .state: ("said to be one way or another", "about: [vote]")
        default: ("counted", RuleKey.about.example)
        }
      reader.report(
        "this rule has no `about`", at: node,
        help: "name the concept that is \(what), for example: `\(example)`")
    }
  }

  /// A concept that is both wanted and ruled out: the rule could never match.
  private static func checkUnless(_ rule: Rule, _ references: [RuleDraft.Reference], _ reader: inout NodeReader) {
    for reference in references where reference.key == .unless {
      let wanted: RuleKey
      if rule.with.contains(reference.name) {
        wanted = .with
      } else if rule.about == [reference.name] {
        wanted = .about
      } else {
        continue
      }
      reader.report(
        "`unless` rules out \(Quoting.code(reference.name)), which `\(wanted.rawValue)` asks for: the rule can never match",
        at: reference.location, help: "take it out of one of the two")
    }
  }

  // MARK: - How claims are compared

  private static func readComparison(
    _ section: Section, kind: Rule.Kind?, into rule: inout Rule, _ reader: inout NodeReader
  ) {
    func entry(_ key: RuleKey) -> Entry? { section[key.rawValue] }
    let booleans = [
      "yes": "true", "on": "true", "no": "false", "off": "false", "never": "false", "always": "true", "any": "true",
      "up": "rising", "increasing": "rising", "growing": "rising", "down": "falling", "decreasing": "falling",
      "shrinking": "falling",
    ]
    if let entry = entry(.changes),
      let value: Rule.Change = reader.choice(entry, example: RuleKey.changes.example, meanings: booleans)
    {
      rule.changes = value
    }
    let readings = [
      "exact": "stated", "exactly": "stated", "literal": "stated", "figures": "stated", "value": "stated",
      "sets": "meaning",
    ]
    if let entry = entry(.compare),
      let value: Rule.Reading = reader.choice(entry, example: RuleKey.compare.example, meanings: readings)
    {
      rule.compare = value
    }
    let severities = [
      "warn": "warning", "info": "note", "fatal": "error", "critical": "error", "high": "error", "low": "note",
      "hint": "note",
    ]
    if let entry = entry(.severity),
      let value: Rule.Severity = reader.choice(entry, example: RuleKey.severity.example, meanings: severities)
    {
      rule.severity = value
    }
    if let entry = entry(.tolerance), let item = reader.text(entry, example: RuleKey.tolerance.example) {
      switch ToleranceReader.read(item.text, kind: kind) {
      case .success(let tolerance): rule.tolerance = tolerance
      case .failure(let mistake): reader.report(mistake.message, at: item.node, help: mistake.help)
      }
    }
  }

  // MARK: - Which claims are taken

  private static func readSelection(_ section: Section, into rule: inout Rule, _ reader: inout NodeReader) {
    func entry(_ key: RuleKey) -> Entry? { section[key.rawValue] }
    let scopes = [
      "text": "article", "document": "article", "file": "article", "page": "article", "clause": "sentence",
      "block": "paragraph",
    ]
    if let entry = entry(.scope),
      let value: Rule.Scope = reader.choice(entry, example: RuleKey.scope.example, meanings: scopes)
    {
      rule.scope = value
      if rule.near.isEmpty, section[RuleKey.near.rawValue] == nil {
        reader.report(
          .warning, "`scope` does nothing here: it says how far `near` may look, and this rule has no `near`",
          at: entry.keyNode, help: "delete it, or add `near`")
      }
    }
    if let entry = entry(.unit), let item = reader.text(entry, example: RuleKey.unit.example) {
      switch BuiltInConcept.unitFilter(item.text) {
      case .success(let unit): rule.unit = unit
      case .failure(let mistake): reader.report(mistake.message, at: item.node, help: mistake.help)
      }
    }
    let takes = ["all": "whole", "total": "whole", "first": "part", "second": "whole", "of": "whole"]
    if let entry = entry(.take),
      let value: Rule.Take = reader.choice(entry, example: RuleKey.take.example, meanings: takes)
    {
      rule.take = value
    }
    if let entry = entry(.during) { rule.during = during(entry, &reader) }
  }

  private static func during(_ entry: Entry, _ reader: inout NodeReader) -> (from: Day?, to: Day?)? {
    if reader.isMissing(entry, example: RuleKey.during.example) { return nil }
    let nodes: [Node]
    switch entry.value {
    case .scalar: nodes = [entry.value]
    case .sequence(let sequence): nodes = Array(sequence)
    case .mapping, .alias: nodes = []
    }
    guard nodes.count == 1 || nodes.count == 2 else {
      reader.report(
        "`during` takes a first and a last day, and this is \(nodes.isEmpty ? NodeReader.name(of: entry.value) : "a list of \(nodes.count)")",
        at: entry.value, help: "for example: \(RuleKey.during.example), or [2020, ~] where it has no end")
      return nil
    }
    var ends: [(first: Day, last: Day)?] = []
    for node in nodes {
      guard let scalar = node.scalar else {
        reader.report(
          "a day is a single value, and this is \(NodeReader.name(of: node))", at: node,
          help: "for example: \(RuleKey.during.example)")
        return nil
      }
      if NodeReader.isNull(node) {
        ends.append(nil)
        continue
      }
      switch PeriodReader.read(scalar.string) {
      case .success(let period): ends.append(period)
      case .failure(let mistake): reader.report(mistake.message, at: node, help: mistake.help)
      }
    }
    guard ends.count == nodes.count, let start = ends.first, let end = ends.last else { return nil }
    if start == nil, end == nil {
      reader.report(
        "`during` with two open ends leaves nothing out", at: entry.value, help: "give one end a day, or delete the key"
      )
      return nil
    }
    if let from = start?.first, let to = end?.last, from > to {
      let texts = nodes.compactMap { $0.scalar?.string }
      reader.report(
        "`during` ends before it begins", at: entry.value,
        help: "turn the two round: during: [\(texts.reversed().joined(separator: ", "))]")
      return nil
    }
    return (start?.first, end?.last)
  }
}
