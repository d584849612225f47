import Articles
import Claims
import Findings
import Foundation
import ICU
import Mentions
import TestSchema
import Testing

@testable import Reports

/// The published schema of the JSON report against the types and against reports.
struct SchemaTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "reports")

  private let schema: JSONSchema

  init() throws {
    schema = JSONSchema(root: try JSONTree(Array(Data(contentsOf: Self.folder.appending(path: "report.schema.json")))))
  }

  private func json(_ report: Report) throws -> JSONTree {
    try JSONTree(JSONReport().render(report, options: ReportOptions()))
  }

  // MARK: - The types

  @Test func enumerationsAreThoseOfTheTypes() throws {
    let places = try schema.places()
    func values(_ place: String) -> Set<String> { Set(places[place]?["enum"]?.elements.compactMap(\.text) ?? []) }
    func cases<T: CaseIterable & RawRepresentable<String>>(_ type: T.Type) -> Set<String> {
      Set(type.allCases.map(\.rawValue))
    }
    #expect(values("verdict") == cases(Verdict.self))
    #expect(values("findings[].verdict") == cases(Verdict.self))
    #expect(values("baseline.fixed[].verdict") == cases(Verdict.self))
    #expect(values("rules[].claim") == cases(Rule.Kind.self))
    #expect(values("rules[].severity") == cases(Rule.Severity.self))
    #expect(values("findings[].severity") == cases(Rule.Severity.self))
    #expect(values("rules[].changes") == cases(Rule.Change.self).subtracting([Rule.Change.never.rawValue]))
    #expect(values("rules[].compare") == cases(Rule.Reading.self).subtracting([Rule.Reading.meaning.rawValue]))
    #expect(values("claims[].modality") == cases(Claim.Modality.self))
    #expect(values("claims[].quantity.approximation") == cases(Quantity.Approximation.self))
    #expect(values("problems[].severity") == cases(Diagnostic.Severity.self))
    #expect(places["version"]?["const"] == .number(Double(Report.version)))
    #expect(
      Set(places["summary.findings"]?["properties"]?.members.keys.map(\.self) ?? [])
        == cases(Verdict.self).subtracting([Verdict.agree.rawValue]))
    // Every enumeration of the schema is compared with one above.
    let enumerations = Set(places.filter { $0.value["enum"] != nil }.keys)
    #expect(
      enumerations == [
        "verdict", "findings[].verdict", "baseline.fixed[].verdict", "baseline.expired[].verdict", "rules[].claim",
        "rules[].severity", "findings[].severity", "rules[].changes", "rules[].compare", "claims[].modality",
        "claims[].kind", "claims[].quantity.approximation", "problems[].severity", "findings[].standing",
      ])
  }

  @Test func kindsAndStandingsAreThoseOfTheTypes() throws {
    let places = try schema.places()
    let written = try json(Fixture.full)
    let kinds = Set(written["claims"]?.elements.compactMap { $0["kind"] } ?? [])
    #expect(kinds == Set(places["claims[].kind"]?["enum"]?.elements ?? []))
    let standings = Set(written["findings"]?.elements.compactMap { $0["standing"] } ?? [])
    #expect(standings == Set(places["findings[].standing"]?["enum"]?.elements ?? []))
  }

  @Test func everythingIsDescribed() throws {
    func check(_ schema: JSONTree, _ place: String) {
      if schema["$ref"] == nil { #expect(schema["description"]?.text?.isEmpty == false, "\(place)") }
      for (key, member) in schema["properties"]?.members ?? [:] { check(member, "\(place).\(key)") }
      if let items = schema["items"], items["$ref"] == nil { check(items, "\(place)[]") }
      if schema["type"] == .string("object") {
        #expect(schema["additionalProperties"] == .bool(false), "\(place)")
      }
    }
    check(schema.root, "$")
    for (name, definition) in schema.root["$defs"]?.members ?? [:] { check(definition, name) }
  }

  /// What the schema names is written, and what is written the schema names.
  @Test func namesWhatReportsHold() throws {
    var seen: Set<String> = []
    func walk(_ value: JSONTree, _ place: String) {
      if !place.isEmpty { seen.insert(place) }
      for (key, member) in value.members { walk(member, place.isEmpty ? key : "\(place).\(key)") }
      for element in value.elements { walk(element, "\(place)[]") }
    }
    walk(try json(Fixture.full), "")
    let differences = seen.symmetricDifference(try schema.places().keys).sorted()
    #expect(differences == [])
  }

  // MARK: - Reports

  @Test func reportsAreValid() throws {
    #expect(try schema.faults(json(Fixture.report)) == [])
    #expect(try schema.faults(json(Fixture.full)) == [])
    let empty = Report(toolVersion: "0.1.0", articles: [], rules: [], claims: [], findings: [])
    #expect(try schema.faults(json(empty)) == [])
    for text in Fixture.hostile { #expect(try schema.faults(json(HTMLTests.report(text: text))) == []) }
  }

  @Test(arguments: ["report.json", "../Tests/ReportsTests/Golden/report.json"])
  func writtenReportsAreValid(file: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: file))
    #expect(try schema.faults(JSONTree(Array(bytes))) == [])
  }

  @Test func whatWasReadBackIsValidAndRendersTheSame() throws {
    let bytes = JSONReport().render(Fixture.full, options: ReportOptions())
    let read = try SavedReport.read(SourceText(name: "report.json", text: String(decoding: bytes, as: UTF8.self)))
    #expect(try schema.faults(json(read)) == [])
    for format in ReportFormats.all {
      let isSame =
        try format.render(read, options: ReportOptions()) == format.render(Fixture.full, options: ReportOptions())
      #expect(isSame, "\(format.name)")
    }
  }

  // MARK: - What is not valid

  /// A value for each place of a report and kind of claim, with that place left out, with a stranger beside it, and with
  /// a value of another type in it.
  @Test func damagedReportsAreNotValid() throws {
    let optional: Set<String> = [
      "baseline", "problems", "articles[].file", "articles[].copyOf", "rules[].changes", "rules[].compare",
      "rules[].why", "rules[].tolerance", "claims[].figure", "claims[].since", "claims[].setAside", "claims[].copyOf",
      "claims[].quantity.lowIsOpen", "claims[].quantity.highIsOpen", "claims[].quantity.approximation",
      "claims[].quantity.isScaled", "claims[].quantity.stated", "claims[].name.why", "findings[].reason",
      "problems[].excerpt",
      "problems[].length",
    ]
    let report = try json(Fixture.full)
    var checked: Set<String> = []
    var wrong: [String] = []

    func expectFault(_ damaged: JSONTree, _ what: String) throws {
      if try schema.faults(damaged).isEmpty { wrong.append(what) }
    }

    /// - Parameter rebuild: the whole report with another value in this place.
    func walk(_ value: JSONTree, _ place: String, _ kind: String, _ rebuild: (JSONTree) -> JSONTree) throws {
      let isFirst = checked.insert("\(place) \(kind) \(value.type)").inserted
      if isFirst {
        let other: JSONTree =
          switch value {
          case .string: .number(1.5)
          case .array, .number: .string("x")
          case .object: .number(0)
          case .bool: .string("true")
          case .null: .array([])
          }
        try expectFault(rebuild(other), "\(place) is \(other)")
      }
      switch value {
      case .object(let members):
        let kind = members["kind"]?.text ?? kind
        if isFirst {
          try expectFault(rebuild(.object(members.merging(["stranger": .null]) { $1 })), "\(place) has a stranger")
        }
        for (key, member) in members {
          let inner = place.isEmpty ? key : "\(place).\(key)"
          // A standing may be missing, but not beside its reason.
          let isOptional = optional.contains(inner) || inner == "findings[].standing" && members["reason"] == nil
          if !isOptional, !checked.contains("\(inner) \(kind) removed") {
            checked.insert("\(inner) \(kind) removed")
            try expectFault(rebuild(.object(members.filter { $0.key != key })), "\(inner) is missing")
          }
          try walk(member, inner, kind) { new in rebuild(.object(members.merging([key: new]) { $1 })) }
        }
      case .array(let elements):
        for (number, element) in elements.enumerated() {
          try walk(element, "\(place)[]", kind) { new in
            var elements = elements
            elements[number] = new
            return rebuild(.array(elements))
          }
        }
      default: break
      }
    }
    try walk(report, "", "") { $0 }
    #expect(wrong == [])
    #expect(checked.count > 200)
  }

  @Test(arguments: [
    (#""date": "2021-07-27""#, #""date": "2021-13-27""#), (#""kind": "state""#, #""kind": "name""#),
    (#""verdict": "disputed""#, #""verdict": "disputable""#), (#""line": 7"#, #""line": 0"#),
    (#""start": 8"#, #""start": 8.5"#), (#""version": 1,"#, #""version": 2,"#),
    (#""lowIsOpen": true"#, #""lowIsOpen": false"#),
  ])
  func wrongValuesAreNotValid(right: String, wrong: String) throws {
    let text = String(decoding: JSONReport().render(Fixture.full, options: ReportOptions()), as: UTF8.self)
    let range = try #require(text.range(of: right))
    #expect(try schema.faults(JSONTree(Array(text.replacingCharacters(in: range, with: wrong).utf8))) != [])
  }

  @Test func anUnknownKeywordIsAnError() throws {
    let schema = JSONSchema(root: .object(["maxLength": .number(3)]))
    #expect(throws: JSONSchema.UnknownKeyword.self) { try schema.faults(.string("x")) }
  }
}
