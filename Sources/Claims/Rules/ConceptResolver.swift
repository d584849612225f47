import Articles

/// Gives concepts the terms of those that they extend.
struct ConceptResolver {
  private let own: [String: Concept]
  /// Concepts that are there, though something is wrong with them.
  private let broken: Set<String>
  private var done: [String: Concept] = [:]
  private(set) var problems: [Diagnostic] = []

  init(own: [String: Concept], broken: Set<String>) {
    self.own = own
    self.broken = broken
  }

  /// - Parameter isPartial: a file could not be read, so that what is missing may stand there.
  mutating func resolved(isPartial: Bool) -> [String: Concept] {
    // Few concepts extend others.
    guard own.values.contains(where: { !$0.extends.isEmpty }) else { return own }
    for name in own.keys.sorted() { _ = resolve(name, path: [], isPartial) }
    return done
  }

  private mutating func resolve(_ name: String, path: [String], _ isPartial: Bool) -> Concept? {
    if let concept = done[name] { return concept }
    if name.hasPrefix(RuleLibrary.prefix) { return RuleLibrary.shared.concept(name) }
    guard var concept = own[name] else { return nil }
    for base in concept.extends {
      if base == name || path.contains(base) {
        let circle = (path.drop { $0 != base } + [name, base]).map(Quoting.code).joined(separator: " → ")
        report(concept, "\(Quoting.code(name)) extends itself: \(circle)", "take one of them out of the circle")
        continue
      }
      guard let other = resolve(base, path: path + [name], isPartial) else {
        if !broken.contains(base), !isPartial { reportUnknown(base, in: concept) }
        continue
      }
      for (tag, terms) in other.terms {
        let known = concept.terms[tag] ?? []
        concept.terms[tag] = known + terms.filter { !known.contains($0) }
      }
    }
    done[name] = concept
    return concept
  }

  private mutating func reportUnknown(_ base: String, in concept: Concept) {
    if base.contains(":"), let mistake = BuiltInConcept.mistake(in: base) {
      return report(concept, mistake.message, mistake.help)
    }
    if base.contains(":") {
      return report(
        concept, "\(Quoting.code(base)) has no terms that \(Quoting.code(concept.name)) could take over",
        "extend a concept of your own, or a ready one such as `ready:troops`")
    }
    let names = Array(own.keys) + RuleLibrary.shared.conceptNames
    let near = Suggestion.closest(to: base, among: own.keys) ?? Suggestion.closest(to: "ready:" + base, among: names)
    report(
      concept, "\(Quoting.code(concept.name)) extends \(Quoting.code(base)), and there is no such concept",
      near.map { "did you mean \(Quoting.code($0))?" } ?? "define it under `concepts:`, or delete it here")
  }

  private mutating func report(_ concept: Concept, _ message: String, _ help: String) {
    problems.append(Diagnostic(.error, message, at: concept.location, help: help))
  }
}
