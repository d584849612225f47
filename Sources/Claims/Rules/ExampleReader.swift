import Articles
import ICU
import Yams

/// Reads `examples:` of a rule: texts in a language, and what the rule should take from each.
enum ExampleReader {
  private static let example = "- {en: \"5,200 soldiers\", claims: [5200]}"

  private static let synonyms = [
    "day": "date", "published": "date", "expect": "claims", "expected": "claims", "takes": "claims", "values": "claims",
    "contradict": "conflict", "contradiction": "conflict", "differ": "conflict", "same": "agree",
  ]

  static func read(_ entry: Entry, into rule: inout Rule, _ reader: inout NodeReader) {
    if reader.isMissing(entry, example: RuleKey.examples.example) { return }
    let nodes: [Node]
    switch entry.value {
    case .sequence(let sequence): nodes = Array(sequence)
    case .mapping: nodes = [entry.value]
    case .scalar, .alias:
      reader.report(
        "`examples` is a list, and this is \(NodeReader.name(of: entry.value))", at: entry.value,
        help: "for example: \(example)")
      return
    }
    for node in nodes {
      if PairReader.isPair(node) {
        if let pair = PairReader.pair(node, &reader) { rule.pairs.append(pair) }
      } else if let example = Self.example(node, rule, &reader) {
        rule.examples.append(example)
      }
    }
  }

  private static func example(_ node: Node, _ rule: Rule, _ reader: inout NodeReader) -> Rule.Example? {
    guard let entries = reader.entries(of: node, what: "an example", example: example) else { return nil }
    let errors = reader.errorCount
    var texts: [(language: String, item: Item)] = []
    var claims: [String]?
    var day: Day?
    for entry in entries {
      if entry.key == "claims" {
        claims = Self.claims(entry, rule, &reader)
      } else if entry.key == "date" {
        day = Self.day(entry, &reader)
      } else if let near = Suggestion.closest(to: entry.key, among: ["claims", "date", "conflict", "agree"])
        ?? synonyms[entry.key]
      {
        reader.report(
          "\(Quoting.code(entry.key)) is no key of an example", at: entry.keyNode,
          help: "did you mean \(Quoting.code(near))?")
      } else {
        switch LanguageTag.read(entry.key) {
        case .success(let language):
          if let item = reader.text(entry, example: "\(entry.key): \"…\"") { texts.append((language, item)) }
        case .failure(let mistake):
          reader.report(
            mistake.message + ", and an example has no other keys but `claims` and `date`", at: entry.keyNode,
            help: mistake.help)
        }
      }
    }
    let isHealthy = reader.errorCount == errors
    if texts.isEmpty, isHealthy {
      reader.report("this example has no text", at: node, help: "write it after its language, for example: \(example)")
    }
    if texts.count > 1 {
      reader.report(
        "an example holds one text, and this one has \(texts.count): \(texts.map(\.language).joined(separator: ", "))",
        at: texts[1].item.node,
        help: "begin another example, with `- ` and claims of its own")
    }
    if claims == nil, isHealthy, !texts.isEmpty {
      reader.report(
        "this example does not say what is claimed", at: node,
        help: "add `claims: [5200]`, or `claims: []` where nothing should be found")
    }
    guard reader.errorCount == errors, let text = texts.first, let claims else { return nil }
    return Rule.Example(
      language: text.language, text: text.item.text, claims: claims, day: day, location: reader.file.location(of: node))
  }

  /// The day that a text is read as of.
  static func day(_ entry: Entry, _ reader: inout NodeReader) -> Day? {
    guard let item = reader.text(entry, example: "date: 2021-07-26") else { return nil }
    if let day = Day(item.text.trimmed) { return day }
    reader.report(
      "\(Quoting.code(item.text)) is no day", at: item.node, help: "write year, month and day: date: 2021-07-26")
    return nil
  }

  private static func claims(_ entry: Entry, _ rule: Rule, _ reader: inout NodeReader) -> [String]? {
    guard let items = reader.list(entry, of: "normal forms, such as 5200 or 2021-12-31", example: "claims: [5200]")
    else { return nil }
    for (item, next) in zip(items, items.dropFirst()) {
      // YAML takes `[5,200]` for two numbers.
      guard let mark = item.node.mark, let nextMark = next.node.mark, mark.line == nextMark.line,
        nextMark.column == mark.column + item.text.unicodeScalars.count + 1, next.text.utf8.count == 3,
        (1...3).contains(item.text.utf8.count), (item.text + next.text).allSatisfy(\.isNumber)
      else { continue }
      reader.report(
        .warning, "these are two claims, \(item.text) and \(next.text)", at: item.node,
        help:
          "write the number without a separator, \(item.text)\(next.text), or a space after the comma if two are meant")
    }
    return items.map { $0.text.trimmed }
  }
}
