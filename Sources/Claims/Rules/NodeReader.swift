import Articles
import Yams

/// An entry of a mapping.
struct Entry {
  let key: String
  let keyNode: Node
  let value: Node
}

/// A text and where it stands.
struct Item {
  let text: String
  let node: Node
}

/// What a key is that its mapping does not have.
enum Stray {
  case unknown
  /// One that has been told of already.
  case known
  /// One that belongs elsewhere.
  case misplaced(message: String, help: String)
}

/// A mapping whose keys are known to be right.
struct Section {
  let node: Node
  let entries: [Entry]
  /// Keys that others seem to be slips of: these are not missing.
  var meant: Set<String> = []

  subscript(_ key: String) -> Entry? { entries.first { $0.key == key } }
}

/// Reads the nodes of one file, and collects what is wrong with them: a mistake never ends the reading.
struct NodeReader {
  let file: YAMLFile
  private(set) var problems: [Diagnostic] = []
  /// Nil where nobody asks.
  var places: RulePlaces?

  init(file: YAMLFile, keepsPlaces: Bool = false) {
    self.file = file
    places = keepsPlaces ? RulePlaces() : nil
  }

  var errorCount: Int { problems.count { $0.severity == .error } }

  mutating func report(
    _ severity: Diagnostic.Severity, _ message: String, at node: Node, help: String? = nil
  ) {
    problems.append(Diagnostic(severity, message, at: file.location(of: node), help: help))
  }

  mutating func report(_ message: String, at node: Node, help: String? = nil) {
    report(.error, message, at: node, help: help)
  }

  mutating func report(_ message: String, at location: Diagnostic.Location, help: String? = nil) {
    problems.append(Diagnostic(.error, message, at: location, help: help))
  }

  // MARK: - Mappings

  /// The entries of a mapping whose keys may be anything. Nil, with a problem, where it is no mapping.
  mutating func entries(of node: Node, what: String, example: String) -> [Entry]? {
    guard case .mapping(let mapping) = node else {
      report(
        "\(what) is a mapping of keys to values, and this is \(Self.name(of: node))", at: node,
        help: "for example: \(example)")
      return nil
    }
    var entries: [Entry] = []
    var lines: [String: Int] = [:]
    for (keyNode, value) in mapping {
      guard let key = keyNode.scalar?.string else {
        report("a key is a word, and this is \(Self.name(of: keyNode))", at: keyNode, help: "for example: \(example)")
        continue
      }
      if file.isRenamed(key) { continue }
      if key == "<<", Self.isPlain(keyNode) {
        report(
          "`<<` merges are not read", at: keyNode,
          help: "write the keys out; a concept is the usual way to say something once")
        continue
      }
      // Yams has found keys that stand twice already, unless one is in quotation marks.
      if let line = lines[key] {
        report(
          "the key \(Quoting.code(key)) stands here twice", at: keyNode,
          help: "the first one is on line \(line): keep one, and put the values of both under it")
        continue
      }
      lines[key] = keyNode.mark?.line ?? 0
      entries.append(Entry(key: key, keyNode: keyNode, value: value))
    }
    return entries
  }

  /// A mapping with the keys of a vocabulary; others are reported and left out.
  mutating func section(
    _ node: Node, _ vocabulary: Vocabulary, example: String,
    otherwise: (Entry) -> Stray = { _ in .unknown }
  ) -> Section? {
    guard let entries = entries(of: node, what: vocabulary.what, example: example) else { return nil }
    var known: [Entry] = []
    var meant: Set<String> = []
    for entry in entries {
      if vocabulary.keys.contains(entry.key) {
        known.append(entry)
        continue
      }
      switch otherwise(entry) {
      case .known: break
      case .misplaced(let message, let help): report(message, at: entry.keyNode, help: help)
      case .unknown:
        let suggestion = vocabulary.suggestion(for: entry.key)
        if let suggestion { meant.insert(suggestion) }
        report(
          "\(Quoting.code(entry.key)) is no key of \(vocabulary.what)", at: entry.keyNode,
          help: suggestion.map { "did you mean \(Quoting.code($0))?" }
            ?? "the keys of \(vocabulary.what) are \(Quoting.list(vocabulary.keys))")
      }
    }
    return Section(node: node, entries: known, meant: meant)
  }

  // MARK: - Values

  static func isPlain(_ node: Node) -> Bool { node.scalar?.style == .plain }

  /// Nothing, `~` or `null`.
  static func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// Among words, `null` is one: German counts with it.
  private static func isTilde(_ node: Node) -> Bool { isPlain(node) && node.scalar?.string == "~" }

  static func name(of node: Node) -> String {
    switch node {
    case .scalar: isNull(node) ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .alias: "an alias"
    }
  }

  /// A single value; nil, with a problem, where there is none.
  mutating func text(_ entry: Entry, example: String) -> Item? {
    if isMissing(entry, example: example) { return nil }
    guard let scalar = entry.value.scalar else {
      report(
        "\(Quoting.code(entry.key)) takes a single value, and this is \(Self.name(of: entry.value))", at: entry.value,
        help: "for example: \(example)")
      return nil
    }
    if isTagged(entry.value) { return nil }
    guard !scalar.string.allSatisfy(\.isWhitespace) else {
      report("\(Quoting.code(entry.key)) is empty", at: entry.value, help: "for example: \(example)")
      return nil
    }
    return Item(text: scalar.string, node: entry.value)
  }

  /// A list of single values; one value stands for a list of one.
  mutating func list(_ entry: Entry, of what: String, example: String) -> [Item]? {
    if isMissing(entry, example: example) { return nil }
    switch entry.value {
    case .scalar(let scalar):
      if isTagged(entry.value) { return nil }
      guard !scalar.string.allSatisfy(\.isWhitespace) else {
        report("\(Quoting.code(entry.key)) is empty", at: entry.value, help: "for example: \(example)")
        return nil
      }
      return [Item(text: scalar.string, node: entry.value)]
    case .sequence(let sequence):
      var items: [Item] = []
      for node in sequence {
        if let scalar = node.scalar, !Self.isTilde(node), !scalar.string.allSatisfy(\.isWhitespace) {
          if isTagged(node) { continue }
          items.append(Item(text: scalar.string, node: node))
        } else if node.scalar != nil {
          report(
            "an entry of \(Quoting.code(entry.key)) is empty", at: node, help: "delete the entry, or give it a value")
        } else {
          report(
            "\(Quoting.code(entry.key)) is a list of \(what), and this entry is \(Self.name(of: node))", at: node,
            help: "for example: \(example)")
        }
      }
      return items
    case .mapping, .alias:
      report(
        "\(Quoting.code(entry.key)) is a list of \(what), and this is \(Self.name(of: entry.value))", at: entry.value,
        help: "for example: \(example)")
      return nil
    }
  }

  /// Whether a value begins with `!`, which YAML takes away as a tag; reported.
  private mutating func isTagged(_ node: Node) -> Bool {
    guard file.firstCharacter(of: node) == "!" else { return false }
    report(
      "a value cannot begin with `!`: YAML takes its first word for a tag", at: node,
      help: "put the whole value in quotation marks: \"!…\"")
    return true
  }

  /// Whether a key has no value, which is reported.
  mutating func isMissing(_ entry: Entry, example: String) -> Bool {
    guard Self.isNull(entry.value) else { return false }
    report(
      "\(Quoting.code(entry.key)) has no value", at: entry.keyNode, help: "for example: \(example); or delete the key")
    return true
  }

  /// One of a few words.
  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ entry: Entry, example: String, meanings: [String: String] = [:], shown: [String]? = nil
  ) -> Value? where Value.RawValue == String {
    guard let item = text(entry, example: example) else { return nil }
    if let value = Value(rawValue: item.text) { return value }
    let values = Value.allCases.map(\.rawValue)
    let meant = meanings[item.text.lowercased()] ?? Suggestion.closest(to: item.text, among: values)
    report(
      "\(Quoting.code(item.text)) is no value of \(Quoting.code(entry.key))", at: item.node,
      help: (meant.map { "did you mean \(Quoting.code($0))? " } ?? "")
        + "\(Quoting.code(entry.key)) is \(Quoting.choice(shown ?? values))")
    return nil
  }
}
