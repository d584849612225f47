import Articles
import Claims

/// What `factcheck lint` found, for people (text), for programs (JSON) and for code scanning (SARIF).
public struct LintReport: Sendable {
  public enum Format: String, Sendable, CaseIterable { case text, json, sarif }

  public var findings: [LintFinding]
  public var rules: Int
  public var concepts: Int
  /// Which only a run can tell whether they still let anything pass.
  public var suppressions: Int
  public var toolVersion: String

  public init(findings: [LintFinding], rules: Int, concepts: Int, suppressions: Int, toolVersion: String) {
    self.findings = findings
    self.rules = rules
    self.concepts = concepts
    self.suppressions = suppressions
    self.toolVersion = toolVersion
  }

  public var errors: Int { findings.count { $0.problem.severity == .error } }
  public var warnings: Int { findings.count { $0.problem.severity == .warning } }

  public func render(_ format: Format, color: Bool = false) -> [UInt8] {
    switch format {
    case .text: Array(text(color: color).utf8)
    case .json: json()
    case .sarif: LintSARIF.log(self)
    }
  }

  // MARK: - Text

  private func text(color: Bool) -> String {
    var text = findings.map { DiagnosticText.render($0.printed, color: color) }.joined()
    if !findings.isEmpty { text += "\n" }
    let checked = "\(Self.counted(rules, "rule")) and \(Self.counted(concepts, "concept"))"
    text +=
      findings.isEmpty
      ? "nothing to mend in \(checked)\n"
      : "\(Self.counted(errors, "error")) and \(Self.counted(warnings, "warning")) in \(checked)\n"
    if suppressions > 0 {
      text +=
        "whether \(suppressions == 1 ? "the suppression still lets" : "the \(suppressions) suppressions still let") anything pass, only `factcheck run` can tell\n"
    }
    return text
  }

  private static func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

  // MARK: - JSON

  private func json() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.value(1)
    json.key("tool")
    json.beginObject(inline: true)
    json.key("name")
    json.value("factcheck")
    json.key("version")
    json.value(toolVersion)
    json.endObject()
    json.key("summary")
    json.beginObject(inline: true)
    for (key, count) in [
      ("errors" as StaticString, errors), ("warnings", warnings), ("rules", rules), ("concepts", concepts),
      ("suppressions", suppressions),
    ] {
      json.key(key)
      json.value(count)
    }
    json.endObject()
    json.key("problems")
    json.beginArray()
    for finding in findings {
      json.beginObject()
      json.key("code")
      json.value(finding.code)
      json.key("severity")
      json.value(finding.problem.severity.rawValue)
      json.key("message")
      json.value(finding.problem.message)
      json.key("help")
      json.value(finding.problem.help)
      let place = finding.problem.location
      json.key("file")
      json.value(place?.file)
      json.key("line")
      Self.position(place?.line, &json)
      json.key("column")
      Self.position(place?.column, &json)
      json.key("length")
      Self.position(place.flatMap { $0.column > 0 ? $0.length : nil }, &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  /// Null where the whole file is meant.
  private static func position(_ value: Int?, _ json: inout JSONWriter) {
    if let value, value > 0 { json.value(value) } else { json.null() }
  }
}
