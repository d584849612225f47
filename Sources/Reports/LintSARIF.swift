import Articles
import Claims

/// A SARIF 2.1.0 log of what is wrong with rule files.
struct LintSARIF {
  private let report: LintReport
  private var json = JSONWriter()

  private init(_ report: LintReport) { self.report = report }

  static func log(_ report: LintReport) -> [UInt8] {
    var log = LintSARIF(report)
    return log.write()
  }

  private mutating func write() -> [UInt8] {
    json.beginSARIF()
    tool()
    json.sarifConventions()
    json.key("results")
    json.beginArray()
    for finding in report.findings { result(finding) }
    json.endArray()
    json.endSARIF()
    return json.bytes
  }

  /// Mistakes first, then the checks in their order.
  private static let rules: [(id: String, text: String, level: String)] =
    [(LintFinding.mistakeCode, "A mistake in a rule file", "error")]
    + LintCheck.allCases.map { ($0.rawValue, $0.summary, "warning") }

  private mutating func tool() {
    json.key("tool")
    json.beginObject()
    json.key("driver")
    json.beginObject()
    json.key("name")
    json.value("factcheck lint")
    json.key("version")
    json.value(report.toolVersion)
    json.key("rules")
    json.beginArray()
    for rule in Self.rules {
      json.beginObject()
      json.key("id")
      json.value(rule.id)
      message("shortDescription", SARIFText.plain(rule.text))
      json.key("defaultConfiguration")
      json.beginObject(inline: true)
      json.key("level")
      json.value(rule.level)
      json.endObject()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endObject()
  }

  private mutating func result(_ finding: LintFinding) {
    let problem = finding.problem
    json.beginObject()
    json.key("ruleId")
    json.value(finding.code)
    json.key("ruleIndex")
    json.value(Self.rules.firstIndex { $0.id == finding.code } ?? 0)
    json.key("level")
    json.value(problem.severity.rawValue)
    let text = [problem.message, problem.help].compactMap { $0.map(Quote.oneLine) }.joined(separator: "\n")
    message("message", SARIFText.plain(text))
    if let place = problem.location {
      json.key("locations")
      json.beginArray()
      json.beginObject()
      json.key("physicalLocation")
      json.beginObject()
      json.key("artifactLocation")
      let reference = FileReference(place.file)
      json.beginObject(inline: true)
      json.key("uri")
      json.value(reference.uri)
      if reference.isRelative {
        json.key("uriBaseId")
        json.value("%SRCROOT%")
      }
      json.endObject()
      if place.line > 0 { region(place) }
      json.endObject()
      json.endObject()
      json.endArray()
    }
    json.endObject()
  }

  private mutating func region(_ place: Diagnostic.Location) {
    json.key("region")
    json.beginObject(inline: true)
    json.key("startLine")
    json.value(place.line)
    if place.column > 0 {
      json.key("startColumn")
      json.value(place.column)
      json.key("endColumn")
      json.value(place.column + max(1, place.length))
    }
    json.endObject()
  }

  private mutating func message(_ key: StaticString, _ text: String) { json.sarifMessage(key, text) }
}
