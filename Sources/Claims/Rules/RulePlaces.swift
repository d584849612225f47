import Articles

/// Where things stand in rule files: what a linter needs, and a run does not.
public struct RulePlaces: Sendable {
  struct Term: Hashable, Sendable {
    var concept: String
    var language: String
    /// As ``Concept/terms`` has it.
    var text: String
  }

  /// A concept that a rule names.
  struct Reference: Sendable {
    var rule: String
    var key: RuleKey
    var concept: String
    var location: Diagnostic.Location
  }

  /// The terms in the order in which they were read; one that is written twice is there twice.
  private(set) var terms: [(term: Term, location: Diagnostic.Location)] = []
  /// By the id of the rule: where its keys stand.
  private(set) var keys: [String: [RuleKey: Diagnostic.Location]] = [:]
  var references: [Reference] = []
  /// The rank of each file.
  var files: [String: Int] = [:]
  /// Files that are there because another one includes them.
  var included: Set<String> = []

  mutating func add(_ text: String, of concept: String, in language: String, at location: Diagnostic.Location) {
    terms.append((Term(concept: concept, language: language, text: text), location))
  }

  mutating func add(_ key: RuleKey, of rule: String, at location: Diagnostic.Location) {
    keys[rule, default: [:]][key] = location
  }

  mutating func merge(_ other: RulePlaces) {
    terms += other.terms
    keys.merge(other.keys) { first, _ in first }
  }
}
