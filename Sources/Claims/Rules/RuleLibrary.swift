import Articles
import Synchronization

/// The ready concepts and rules that come with the program: ordinary rule files, built in.
///
/// A rule takes one with `use: deaths`, and has then all of its keys but those that it gives itself. The concepts are
/// called `ready:killed` and can be named, or extended, by any rule. Files are read only once something in them is asked
/// for.
public struct RuleLibrary: Sendable {
  /// What the names of its concepts begin with.
  public static let prefix = "ready:"

  /// That of the program; `FACTCHECK_LIBRARY` names a folder of files to try out in its place.
  public static let shared = RuleLibrary(files: LibraryFiles.all)

  private struct File: Sendable {
    var name: String
    var text: String
    var rules: [String] = []
    var concepts: [String] = []
  }

  private let files: [File]
  private let store = Store()
  private let fileOfRule: [String: Int]
  private let fileOfConcept: [String: Int]

  init(files: [(name: String, text: String)]) {
    self.files = files.map(Self.scan)
    var rules: [String: Int] = [:]
    var concepts: [String: Int] = [:]
    for (number, file) in self.files.enumerated() {
      for rule in file.rules { rules[rule] = number }
      for concept in file.concepts { concepts[Self.prefix + concept] = number }
    }
    fileOfRule = rules
    fileOfConcept = concepts
  }

  /// The ids of rules and the names of concepts, without reading the file: they stand in lines of their own.
  private static func scan(_ source: (name: String, text: String)) -> File {
    var file = File(name: source.name, text: source.text)
    var section = ""
    for line in source.text.split(separator: "\n") {
      if let first = line.utf8.first, first != UInt8(ascii: " "), first != UInt8(ascii: "#") {
        section = String(line.prefix { $0 != ":" })
      } else if section == "rules", line.hasPrefix("  - id: ") {
        file.rules.append(String(line.dropFirst("  - id: ".count)).trimmed)
      } else if section == "concepts", line.hasPrefix("  "), let colon = line.firstIndex(of: ":") {
        let name = line[line.index(line.startIndex, offsetBy: 2)..<colon]
        if let first = name.utf8.first, first != UInt8(ascii: " "), first != UInt8(ascii: "#") {
          file.concepts.append(String(name))
        }
      }
    }
    return file
  }

  /// The ids of all rules, in order.
  public var ruleIDs: [String] { fileOfRule.keys.sorted() }
  /// The names of all concepts, in order.
  public var conceptNames: [String] { fileOfConcept.keys.sorted() }

  /// The rule to be used under that name, whose concepts are named as rules outside of the library name them.
  public func rule(_ id: String) -> Rule? { fileOfRule[id].flatMap { contents(of: $0).rules.first { $0.id == id } } }

  /// A concept by its full name.
  public func concept(_ name: String) -> Concept? { fileOfConcept[name].flatMap { contents(of: $0).concepts[name] } }

  /// All that is wrong with it; for those who write it.
  public var problems: [Diagnostic] { files.indices.flatMap { contents(of: $0).problems } }

  private struct Contents: Sendable {
    var rules: [Rule] = []
    var concepts: [String: Concept] = [:]
    var problems: [Diagnostic] = []
  }

  /// What was read, by the numbers of the files.
  private final class Store: Sendable {
    let known = Mutex<[Int: Contents]>([:])
  }

  private func contents(of number: Int) -> Contents {
    if let contents = store.known.withLock({ $0[number] }) { return contents }
    // Read without the lock: a file may ask for another one. To read one twice does no harm.
    let contents = read(files[number])
    store.known.withLock { $0[number] = contents }
    return contents
  }

  private func read(_ file: File) -> Contents {
    var collection = RuleCollection()
    collection.add(ruleFile: file.name, bytes: Array(file.text.utf8))
    let set = collection.ruleSet(
      fileOrder: [file.name: 0], foundProblems: [], given: [file.name], filesOnly: true,
      isKnown: { fileOfConcept[Self.prefix + $0] != nil })
    var contents = Contents(rules: set.rules.map(prefixed), problems: set.problems)
    for (name, concept) in set.concepts where !name.hasPrefix(Self.prefix) {
      contents.concepts[Self.prefix + name] = Concept(
        name: Self.prefix + name, terms: concept.terms, location: concept.location)
    }
    return contents
  }

  /// A rule with its concepts named as others name them.
  private func prefixed(_ rule: Rule) -> Rule {
    func names(_ names: [String]) -> [String] {
      names.map { fileOfConcept[Self.prefix + $0] == nil ? $0 : Self.prefix + $0 }
    }
    var rule = rule
    rule.about = names(rule.about)
    rule.with = names(rule.with)
    rule.near = names(rule.near)
    rule.unless = names(rule.unless)
    for i in rule.states.indices { rule.states[i].concepts = names(rule.states[i].concepts) }
    return rule
  }
}
