import Foundation
import TestSchema
import Testing
import Yams

@testable import Claims

/// The published schemas of rule files and settings against the parser: what one knows the other knows.
struct RuleSchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func schema(_ name: String) throws -> JSONSchema {
    let file = root.appending(path: "schemas/\(name).schema.json")
    return JSONSchema(root: try JSONTree(Array(Data(contentsOf: file))))
  }

  private let rules: JSONSchema
  private let settings: JSONSchema
  private let beside: JSONSchema

  init() throws {
    rules = try Self.schema("rules")
    settings = try Self.schema("factcheck")
    beside = try Self.schema("suppressions")
  }

  // MARK: - Keys and values

  private func keys(_ schema: JSONTree?) -> Set<String> { Set((schema?["properties"]?.members ?? [:]).keys) }

  @Test func keysAreThoseOfTheParser() {
    func definition(_ name: String) -> JSONTree? { rules.root["$defs"]?[name] }
    func parser(_ vocabulary: Vocabulary) -> Set<String> { Set(vocabulary.keys) }
    #expect(keys(rules.root) == parser(.file))
    #expect(keys(definition("rule")) == parser(.rule))
    #expect(keys(definition("state")) == parser(.state))
    #expect(keys(definition("suppression")) == parser(.suppression))
    #expect(keys(settings.root) == parser(.settings))
    #expect(keys(settings.root["properties"]?["checks"]) == parser(.checks))
    #expect(keys(settings.root["properties"]?["lint"]) == parser(.lint))
    #expect(keys(settings.root["$defs"]?["article"]?["anyOf"]?.elements.last) == parser(.article))
    #expect(keys(beside.root) == parser(.besideArticle))
    #expect(keys(beside.root["$defs"]?["suppression"]) == parser(.suppressionBesideArticle))
    let examples = definition("example")?["anyOf"]?.elements ?? []
    #expect(examples.map(keys) == [["claims", "date"], [PairReader.conflict], [PairReader.agree]])
    #expect(keys(definition("pairText")) == ["date"])
    #expect(keys(definition("concept")) == ["extends"])
  }

  @Test func valuesAreThoseOfTheParser() {
    func values(_ schema: JSONTree?) -> Set<String> {
      Set(
        schema?["enum"]?.elements.compactMap { value in
          if case .bool(let flag) = value { "\(flag)" } else { value.text }
        } ?? [])
    }
    func cases<T: CaseIterable & RawRepresentable<String>>(_ type: T.Type) -> Set<String> {
      Set(type.allCases.map(\.rawValue))
    }
    let rule = rules.root["$defs"]?["rule"]?["properties"]
    #expect(values(rule?["claim"]) == cases(Rule.Kind.self))
    #expect(values(rule?["scope"]) == cases(Rule.Scope.self))
    #expect(values(rule?["changes"]) == cases(Rule.Change.self))
    #expect(values(rule?["compare"]) == cases(Rule.Reading.self))
    #expect(values(rule?["severity"]) == cases(Rule.Severity.self))
    #expect(values(rule?["take"]) == cases(Rule.Take.self))
    #expect(values(settings.root["properties"]?["fail-on"]) == ["contradiction", "disputed", "changed", "never"])
    #expect(values(settings.root["properties"]?["fail-severity"]) == cases(Rule.Severity.self))
    let units = rules.root["$defs"]?["unit"]?["anyOf"]?.elements ?? []
    #expect(values(units.first) == ["count", "percent", "currency"])
    let known = BuiltInConcept.units.union(["metric-ton"]).subtracting(["percent"])
    #expect(units.count == 4)
    #expect(values(units.dropFirst(2).first).symmetricDifference(known).sorted() == [])
  }

  /// Editors show descriptions: there is one for whatever can be written.
  @Test func everythingIsDescribed() {
    func check(_ schema: JSONTree, _ place: String) {
      let isReference = schema["$ref"] != nil
      if !isReference, schema != .bool(false) { #expect(schema["description"]?.text?.isEmpty == false, "\(place)") }
      for (key, member) in schema["properties"]?.members ?? [:] { check(member, "\(place).\(key)") }
    }
    for schema in [rules, settings, beside] {
      check(schema.root, "$")
      for (name, definition) in schema.root["$defs"]?.members ?? [:] { check(definition, name) }
    }
  }

  /// The examples that editors offer are right themselves.
  @Test func examplesAreValid() throws {
    func walk(_ node: JSONTree, _ schema: JSONSchema, _ place: String) throws {
      if case .array(let examples)? = node["examples"] {
        let part = JSONSchema(root: .object(node.members.merging(["$defs": schema.root["$defs"] ?? .null]) { $1 }))
        for example in examples { #expect(try part.faults(example) == [], "\(place): \(example)") }
      }
      for (key, member) in node.members where key != "examples" { try walk(member, schema, "\(place).\(key)") }
      for element in node.elements { try walk(element, schema, place) }
    }
    for schema in [rules, settings, beside] { try walk(schema.root, schema, "$") }
  }

  // MARK: - Files

  /// The values of a YAML file as editors read them: by YAML 1.2's core schema.
  private static func tree(_ node: Node) -> JSONTree {
    switch node {
    case .mapping(let mapping):
      return .object(
        Dictionary(
          mapping.map { ($0.key.scalar?.string ?? "?", tree($0.value)) }, uniquingKeysWith: { first, _ in first }))
    case .sequence(let sequence): return .array(sequence.map(tree))
    case .alias: return .null
    case .scalar(let scalar):
      let text = scalar.string
      guard scalar.style == .plain else { return .string(text) }
      if ["", "~", "null", "Null", "NULL"].contains(text) { return .null }
      if ["true", "True", "TRUE"].contains(text) { return .bool(true) }
      if ["false", "False", "FALSE"].contains(text) { return .bool(false) }
      let isNumber = text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil
      return isNumber ? Double(text).map { .number($0) } ?? .string(text) : .string(text)
    }
  }

  private static func documents(_ yaml: String) throws -> [Node] {
    let parser = try Parser(yaml: yaml)
    var documents: [Node] = []
    // As the parser has it, an empty document is none.
    while let root = try parser.nextRoot() { if root.scalar?.string != "" { documents.append(root) } }
    return documents
  }

  /// What the schema has against a file; nil where it is no YAML.
  private func faults(_ file: URL) throws -> [String]? {
    // Aliases may unfold without end.
    guard let text = try? String(contentsOf: file, encoding: .utf8), !text.contains("&"),
      let documents = try? Self.documents(text)
    else { return nil }
    let name = file.lastPathComponent
    let schema = RuleLoader.settingsNames.contains(name) ? settings : rules
    return try documents.flatMap { try schema.faults(Self.tree($0)) }
  }

  private func files(in folder: URL) -> [URL] {
    let all =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return all.filter { ["yaml", "yml"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
  }

  @Test func rightFilesAreValid() throws {
    let library = files(in: Self.root.appending(path: "Sources/CRuleLibrary/data"))
    let own = files(in: Self.root.appending(path: "rules"))
    let right = files(in: RuleFixture.folder.appending(path: "right"))
    let odd = files(in: RuleFixture.folder.appending(path: "lint")).filter {
      $0.lastPathComponent != "mistakes-too.yaml"
    }
    #expect(library.count > 3 && own.count > 5 && right.count > 8 && odd.count > 15)
    for file in library + own + right + odd { #expect(try faults(file) == [], "\(file.path)") }
  }

  @Test func theGuideIsValid() throws {
    #expect(RuleGuideTests.files.count >= 8)
    for (name, text) in RuleGuideTests.files {
      let schema = name.hasSuffix("factcheck.yaml") ? settings : rules
      for document in try Self.documents(text) { #expect(try schema.faults(Self.tree(document)) == [], "\(name)") }
    }
  }

  /// Of the files with an error in them that are YAML, most fail: what only a look at other files or at a list of codes can
  /// tell, no schema can.
  @Test func mostWrongFilesAreNot() throws {
    var passed: [String] = []
    var count = 0
    for name in RuleMistakeTests.cases where name.hasSuffix(".yaml") {
      let set = RuleFixture.load(name, in: "wrong")
      guard set.problems.contains(where: { $0.severity == .error }),
        let faults = try faults(RuleFixture.folder.appending(path: "wrong/\(name)"))
      else { continue }
      count += 1
      if faults.isEmpty { passed.append(name) }
    }
    #expect(count > 80)
    #expect(passed.count * 5 < count * 2, "\(passed.count) of \(count): \(passed)")
  }
}
