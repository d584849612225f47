import Articles
import Yams

/// Reads `states:` of a rule: what may be the case, in order.
enum StateReader {
  private static let example =
    "states: [{symbol: unanimous, concepts: [unanimity]}, {symbol: split, concepts: [majority]}]"

  /// - Returns: the concepts that the states name.
  static func read(_ section: Section, into rule: inout Rule, _ reader: inout NodeReader) -> [RuleDraft.Reference] {
    guard let entry = section[RuleKey.states.rawValue] else {
      if !section.meant.contains(RuleKey.states.rawValue) {
        reader.report(
          "this rule has no `states`", at: section.node,
          help: "list what may be the case, each with its symbol and its concepts: `\(example)`")
      }
      return []
    }
    if reader.isMissing(entry, example: example) { return [] }
    guard case .sequence(let sequence) = entry.value else {
      reader.report(
        "`states` is a list, and this is \(NodeReader.name(of: entry.value))", at: entry.value,
        help: "begin each state with a dash: - {symbol: unanimous, concepts: [unanimity]}")
      return []
    }
    guard !sequence.isEmpty else {
      reader.report("`states` lists nothing that may be the case", at: entry.value, help: "for example: \(example)")
      return []
    }
    let errors = reader.errorCount
    var references: [RuleDraft.Reference] = []
    var first: [String: Node] = [:]
    for node in sequence {
      guard let (state, symbol) = state(node, &references, &reader) else { continue }
      if let earlier = first[state.symbol] {
        reader.report(
          "the symbol \(Quoting.code(state.symbol)) stands in `states` twice", at: symbol,
          help: "the first one is on line \(earlier.mark?.line ?? 0): put the concepts of both there")
        continue
      }
      first[state.symbol] = symbol
      rule.states.append(state)
    }
    let symbols = Set(rule.states.flatMap { [$0.symbol] + ($0.negated.map { [$0] } ?? []) })
    if reader.errorCount == errors, symbols.count == 1, let only = symbols.first {
      reader.report(
        .warning, "\(Quoting.code(only)) is the only state, so nothing can contradict it", at: entry.keyNode,
        help: "add another state, or say what a negated match means: `not: not-\(only)`")
    }
    return references
  }

  private static func state(
    _ node: Node, _ references: inout [RuleDraft.Reference], _ reader: inout NodeReader
  ) -> (Rule.State, Node)? {
    guard let section = reader.section(node, .state, example: "- {symbol: unanimous, concepts: [unanimity]}") else {
      return nil
    }
    func missing(_ key: String, _ reader: inout NodeReader) {
      guard !section.meant.contains(key) else { return }
      reader.report(
        "this state has no `\(key)`", at: node, help: "for example: - {symbol: unanimous, concepts: [unanimity]}")
    }
    var symbol: Item?
    if let entry = section["symbol"] { symbol = self.symbol(entry, &reader) } else { missing("symbol", &reader) }
    var concepts: [Item] = []
    if let entry = section["concepts"] {
      concepts = reader.list(entry, of: "concepts", example: "concepts: [unanimity]") ?? []
      if case .sequence(let sequence) = entry.value, sequence.isEmpty {
        reader.report(
          "`concepts` names no concept", at: entry.value,
          help: "name the words that say that it is so, for example: concepts: [unanimity]")
      }
    } else {
      missing("concepts", &reader)
    }
    references += concepts.map { .init(name: $0.text, key: .states, location: reader.file.location(of: $0.node)) }
    let negated = section["not"].flatMap { self.symbol($0, &reader) }
    guard let symbol else { return nil }
    if let negated, negated.text == symbol.text {
      reader.report(
        "`not` is the symbol that it should negate", at: negated.node,
        help: "give what a negated match means a symbol of its own: `not: not-\(symbol.text)`")
    }
    return (Rule.State(symbol: symbol.text, concepts: concepts.map(\.text), negated: negated?.text), symbol.node)
  }

  /// A symbol is a word or a few: reports print it.
  private static func symbol(_ entry: Entry, _ reader: inout NodeReader) -> Item? {
    guard let item = reader.text(entry, example: Vocabulary.state.examples[entry.key] ?? entry.key) else { return nil }
    guard item.text.utf8.count <= 80, !item.text.contains(where: \.isNewline) else {
      reader.report(
        "a symbol is a word or a few, and this is a text", at: item.node, help: "for example: symbol: unanimous")
      return nil
    }
    return Item(text: item.text.trimmed, node: item.node)
  }
}
