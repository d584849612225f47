import Articles
import Yams

/// What was read of many files, before it is put together.
struct RuleCollection {
  var problems: [Diagnostic] = []
  private var drafts: [RuleDraft] = []
  private var concepts: [String: Concept] = [:]
  /// Concepts that are there, though something is wrong with them: rules that name them need no second message.
  private var broken: Set<String> = []
  private var names: [String: [String]] = [:]
  private var nameLocations: [String: (canonical: String, location: Diagnostic.Location)] = [:]
  private var suppressions: [Suppression] = []
  /// Where things stand; nil where nobody asks.
  private var places: RulePlaces?
  /// What the files read so far include.
  var includes: [Include] = []

  /// A file or folder of rules that another one asks for.
  struct Include {
    var path: String
    var folder: String
    var location: Diagnostic.Location
  }

  private var settings = Settings()
  /// A part of the files could not be read, and what it defined is unknown.
  private var isPartial = false
  /// A list of rules stood somewhere, right or wrong.
  private var hasRules = false

  init(keepsPlaces: Bool = false) { places = keepsPlaces ? RulePlaces() : nil }

  mutating func add(unreadable path: String, reason: String) {
    isPartial = true
    problems.append(
      Diagnostic(
        .error, "this file cannot be read: \(reason)", at: .init(file: path),
        help: "check who may read it: ls -l \(path)"))
  }

  // MARK: - Files

  mutating func add(ruleFile path: String, bytes: [UInt8]) {
    guard let file = open(path, bytes) else { return }
    if file.isBlank {
      problems.append(
        bytes.contains(UInt8(ascii: "#"))
          ? Diagnostic(
            .warning, "this rule file holds comments only", at: .init(file: path),
            help: "take the # from before its lines, or delete it")
          : Diagnostic(
            .error, "this rule file is empty", at: .init(file: path),
            help: "write `rules:` or `concepts:` in it, or delete it")
      )
      return
    }
    var reader = NodeReader(file: file, keepsPlaces: places != nil)
    for root in file.documents { read(root, &reader) }
    problems += reader.problems
    if let read = reader.places { places?.merge(read) }
  }

  mutating func add(settingsFile path: String, bytes: [UInt8]) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    settings.folder = folder
    guard let file = open(path, bytes) else { return }
    var reader = NodeReader(file: file)
    if file.documents.count > 1 {
      reader.report(
        "the settings are one document, and a second begins here", at: file.documents[1],
        help: "take out the line with `---`, so that all settings are one mapping")
    }
    if let root = file.documents.first {
      settings = SettingsReader.settings(root, folder: folder, &reader)
      if let entry = SettingsReader.include(in: root) { includes += included(by: entry, &reader) }
    }
    problems += reader.problems
  }

  private mutating func open(_ path: String, _ bytes: [UInt8]) -> YAMLFile? {
    guard let file = YAMLFile(name: path, bytes: bytes, problems: &problems) else {
      isPartial = true
      return nil
    }
    if !file.isWhole { isPartial = true }
    return file
  }

  private mutating func read(_ root: Node, _ reader: inout NodeReader) {
    if case .sequence = root {
      hasRules = true
      reader.report(
        "a rule file is a mapping, and this is a list", at: root,
        help: "write `rules:` above it, and indent it by two spaces")
      return
    }
    var hasStrayRule = false
    let section = reader.section(root, .file, example: "rules: [{id: us-troops, claim: quantity, about: [troops]}]") {
      entry in
      guard RuleKey(rawValue: entry.key) != nil else { return stray(entry) }
      defer { hasStrayRule = true }
      return hasStrayRule
        ? .known
        : .misplaced(
          message: "\(Quoting.code(entry.key)) is a key of a rule, and stands outside of one",
          help: "rules stand in a list: write `rules:`, then `  - id: …` and the other keys indented by four spaces")
    }
    guard let section else {
      hasRules = true
      return
    }
    if let entry = section["include"] { includes += included(by: entry, &reader) }
    if let entry = section["concepts"] { add(ConceptReader.concepts(in: entry, &reader), &reader) }
    if let entry = section["names"] { add(ConceptReader.names(in: entry, &reader), &reader) }
    if let entry = section["suppressions"] {
      suppressions += SuppressionReader.read(
        entry, folder: SuppressionReader.folder(of: reader.file.name), &reader)
    }
    if let entry = section["rules"] {
      hasRules = true
      add(RuleReader.rules(in: entry, &reader), &reader)
    }
    // One message, not a second one about missing rules.
    if section.entries.isEmpty { hasRules = true }
  }

  /// Keys that belong elsewhere.
  private func stray(_ entry: Entry) -> Stray {
    if Vocabulary.settings.keys.contains(entry.key), !Vocabulary.file.keys.contains(entry.key) {
      return .misplaced(
        message: "\(Quoting.code(entry.key)) is a setting",
        help: "settings stand in factcheck.yaml, beside the rules: move it there")
    }
    if Vocabulary.file.suggestion(for: entry.key) == nil, case .mapping(let mapping) = entry.value,
      mapping.contains(where: { $0.key.scalar.map { $0.string.utf8.count == 2 } ?? false })
    {
      return .misplaced(
        message: "\(Quoting.code(entry.key)) is no key of a rule file",
        help: "if it is a concept, it stands under `concepts:`, indented by two spaces")
    }
    return .unknown
  }

  /// The files and folders that a file includes, from its own folder.
  private func included(by entry: Entry, _ reader: inout NodeReader) -> [Include] {
    let items = reader.list(entry, of: "files and folders", example: "include: ../shared-rules") ?? []
    return items.map { item in
      Include(
        path: item.text.trimmed, folder: SuppressionReader.folder(of: reader.file.name),
        location: reader.file.location(of: item.node))
    }
  }

  // MARK: - What stands twice

  /// A concept may be written in several places, such as a file for each language, as long as each language is in one.
  private mutating func add(_ read: (sound: [Concept], broken: Set<String>), _ reader: inout NodeReader) {
    broken.formUnion(read.broken)
    for concept in read.sound {
      guard var known = concepts[concept.name], let location = concept.location else {
        concepts[concept.name] = concept
        continue
      }
      let place = known.location.map { "\($0.file):\($0.line)" } ?? "elsewhere"
      if let twice = concept.terms.keys.sorted().first(where: { known.terms[$0] != nil }) {
        reader.report(
          "the concept \(Quoting.code(concept.name)) is defined twice for \(Quoting.code(twice))", at: location,
          help: "the other definition is at \(place): put all its terms there, or give this one another name")
        continue
      }
      known.terms.merge(concept.terms) { first, _ in first }
      known.extends += concept.extends.filter { !known.extends.contains($0) }
      concepts[concept.name] = known
    }
  }

  private mutating func add(_ read: [(canonical: String, spellings: [Item], key: Node)], _ reader: inout NodeReader) {
    for (canonical, spellings, key) in read {
      if names[canonical] != nil {
        reader.report(
          "the name \(Quoting.code(canonical)) is listed twice", at: key, help: "put all its spellings into one list")
        continue
      }
      names[canonical] = spellings.map { $0.text.trimmed }
      for item in spellings {
        let spelling = item.text.trimmed
        if let other = nameLocations[spelling], other.canonical != canonical {
          reader.report(
            "\(Quoting.code(spelling)) is a spelling of \(Quoting.code(other.canonical)) too", at: item.node,
            help:
              "a spelling belongs to one person (the other one is at \(other.location.file):\(other.location.line)): delete it from one list, or write it longer"
          )
          continue
        }
        nameLocations[spelling] = (canonical, reader.file.location(of: item.node))
      }
    }
  }

  private mutating func add(_ read: [RuleDraft], _ reader: inout NodeReader) {
    for var draft in read {
      if draft.hasID, let first = drafts.first(where: { $0.rule.id == draft.rule.id }) {
        reader.report(
          "two rules have the id \(Quoting.code(draft.rule.id))", at: draft.idLocation,
          help: "the other one is at \(first.idLocation.file):\(first.idLocation.line): give this one an id of its own")
        draft.isSound = false
      }
      drafts.append(draft)
    }
  }

  // MARK: - Putting together

  /// - Parameters:
  ///   - fileOrder: the rank of each file in the order of problems.
  ///   - foundProblems: what was wrong before any file was read.
  ///   - given: the paths that were asked for.
  ///   - filesOnly: whether files were named one by one, so that concepts may stand in others beside them.
  ///   - isKnown: tells of concepts that stand elsewhere.
  func ruleSet(
    fileOrder: [String: Int], foundProblems: [Diagnostic], given: [String], filesOnly: Bool,
    isKnown: (String) -> Bool = { _ in false }
  ) -> RuleSet {
    var set = RuleSet()
    set.names = names
    set.settings = settings
    set.problems = foundProblems + problems
    var resolver = ConceptResolver(own: concepts, broken: broken)
    set.concepts = resolver.resolved(isPartial: isPartial)
    set.problems += resolver.problems
    for draft in drafts {
      let unknown = draft.references.compactMap { reference in
        isKnown(reference.name) ? nil : unknownConcept(reference, filesOnly: filesOnly)
      }
      let missing = draft.references.contains {
        !BuiltInConcept.isBuiltIn($0.name) && concepts[$0.name] == nil && !isKnown($0.name)
      }
      set.problems += unknown
      let wrong = draft.rules.compactMap { TotalReader.mistake(in: $0, of: draft.rule, drafts) }
      set.problems += wrong
      if draft.isSound, unknown.isEmpty, !missing, wrong.isEmpty { set.rules.append(draft.rule) }
    }
    for rule in set.rules {
      let names = rule.about + rule.with + rule.near + rule.unless + rule.states.flatMap(\.concepts)
      for name in names where name.hasPrefix(RuleLibrary.prefix) && set.concepts[name] == nil {
        set.concepts[name] = RuleLibrary.shared.concept(name)
      }
    }
    let ids = Set(drafts.map(\.rule.id) + DateCheck.allCases.map(\.rule.id))
    for suppression in suppressions {
      if let mistake = SuppressionReader.unknownRule(suppression, among: ids) {
        if !isPartial { set.problems.append(mistake) }
      } else {
        set.suppressions.append(suppression)
      }
    }
    if !hasRules, !set.problems.contains(where: { $0.severity == .error }) {
      set.problems.append(
        Diagnostic(
          .error, "there are no rules here", at: .init(file: given.first ?? "."),
          help: "write one in a file that ends with .yaml: rules: [{id: us-troops, claim: quantity, about: [troops]}]"))
    }
    let ranked = set.problems.enumerated().sorted { a, b in
      let (x, y) = (a.element.location, b.element.location)
      let (i, j) = (fileOrder[x?.file ?? ""] ?? .max, fileOrder[y?.file ?? ""] ?? .max)
      return (i, x?.line ?? 0, x?.column ?? 0, a.offset) < (j, y?.line ?? 0, y?.column ?? 0, b.offset)
    }
    set.problems = ranked.map(\.element)
    return set
  }

  /// Where things stand in the files that were read; empty where nobody asked.
  ///
  /// - Parameters:
  ///   - fileOrder: the rank of each file.
  ///   - included: the files that others include.
  func allPlaces(fileOrder: [String: Int], included: Set<String>) -> RulePlaces {
    var all = places ?? RulePlaces()
    for draft in drafts {
      all.references += draft.references.map {
        RulePlaces.Reference(rule: draft.rule.id, key: $0.key, concept: $0.name, location: $0.location)
      }
    }
    all.files = fileOrder
    all.included = included
    return all
  }

  private func unknownConcept(_ reference: RuleDraft.Reference, filesOnly: Bool) -> Diagnostic? {
    if BuiltInConcept.isBuiltIn(reference.name) {
      return BuiltInConcept.mistake(in: reference.name).map {
        Diagnostic(.error, $0.message, at: reference.location, help: $0.help)
      }
    }
    guard concepts[reference.name] == nil, !broken.contains(reference.name) else { return nil }
    let near = Suggestion.closest(to: reference.name, among: Set(concepts.keys).union(broken))
    // What a broken file defines is unknown: its concepts are not to be called missing.
    if isPartial, near == nil { return nil }
    let help: String
    if let near {
      help = "did you mean \(Quoting.code(near))?"
    } else if let (term, concept) = conceptWithTerm(near: reference.name) {
      help = "did you mean \(Quoting.code(concept)), which has the term \(Quoting.code(term))?"
    } else if filesOnly {
      help = "define it under `concepts:`; if another file does, give that file too, or the folder that holds them both"
    } else if concepts.isEmpty {
      help = "define it: concepts: {\(Identifier.mended(reference.name)): {en: […], fr: […]}}"
    } else {
      help = "define it under `concepts:`, or use one of \(Quoting.list(concepts.keys.sorted(), limit: 12))"
    }
    return Diagnostic(
      .error, "no concept is called \(Quoting.code(reference.name))", at: reference.location, help: help)
  }

  /// People name a concept by one of its terms.
  private func conceptWithTerm(near name: String) -> (term: String, concept: String)? {
    var owners: [String: String] = [:]
    for concept in concepts.values.sorted(by: { $0.name < $1.name }) {
      for term in concept.terms.values.joined() where owners[term] == nil { owners[term] = concept.name }
    }
    guard let term = Suggestion.closest(to: name, among: owners.keys), let concept = owners[term] else { return nil }
    return (term, concept)
  }
}
