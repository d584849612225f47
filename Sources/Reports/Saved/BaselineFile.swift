import Articles
import Claims
import Findings
import ICU

/// The file of accepted findings: JSON, sorted by id, an entry as it reads best in a diff.
public enum BaselineFile {
  /// The version of the file's shape.
  static let version = 1
  private static let help = "write one with: factcheck run rules/ --write-baseline baseline.json"

  public static func read(_ path: String) throws(Diagnostic) -> Baseline {
    try read(SourceText.toolFile(path, what: "a baseline", help: help))
  }

  public static func read(_ file: SourceText) throws(Diagnostic) -> Baseline {
    let root = try JSONCursor(file, help: help)
    guard root.isObject, root.optional("findings") != nil, root.optional("claims") == nil else {
      throw root.fault(
        root.optional("claims") == nil ? "this is no baseline" : "this is a report, not a baseline", help: help)
    }
    let version = try root.int("version")
    guard version == Self.version else {
      throw try root.member("version").fault(
        "this baseline has version \(version), and this program reads version \(Self.version)", help: help)
    }
    return Baseline(entries: try entries(root.member("findings")))
  }

  public static func render(_ baseline: Baseline) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.value(version)
    json.key("findings")
    json.beginArray()
    for entry in baseline.entries { write(entry, &json) }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  static func write(_ entry: BaselineEntry, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.value(entry.id)
    json.key("rule")
    json.value(entry.rule)
    json.key("verdict")
    json.value(entry.verdict.rawValue)
    json.key("message")
    json.value(entry.message)
    json.key("articles")
    json.value(entry.articles)
    json.key("reason")
    json.value(entry.reason)
    json.key("expires")
    json.value(entry.expires)
    json.endObject()
  }

  private static func entries(_ list: JSONCursor) throws(Diagnostic) -> [BaselineEntry] {
    var entries: [BaselineEntry] = []
    for json in try list.elements() {
      entries.append(
        BaselineEntry(
          id: try json.string("id"), rule: try json.string("rule"), verdict: try json.member("verdict").choice(),
          message: try json.string("message"), articles: try json.strings("articles"),
          reason: try json.optional("reason")?.string(), expires: try json.optional("expires")?.day()))
    }
    return entries
  }

  // MARK: - In reports

  static func write(_ summary: BaselineSummary, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("file")
    json.value(summary.file)
    json.key("fixed")
    json.beginArray()
    for entry in summary.fixed { write(entry, &json) }
    json.endArray()
    json.key("expired")
    json.beginArray()
    for entry in summary.expired { write(entry, &json) }
    json.endArray()
    json.endObject()
  }

  static func summary(_ json: JSONCursor) throws(Diagnostic) -> BaselineSummary {
    BaselineSummary(
      file: try json.string("file"), fixed: try entries(json.member("fixed")),
      expired: try entries(json.member("expired")))
  }
}
