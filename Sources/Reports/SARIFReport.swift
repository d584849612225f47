import Articles
import Claims
import Findings

/// The report as SARIF 2.1.0 (OASIS, errata 01), for code scanning, editors and collectors of results.
///
/// A finding on which articles do not simply agree is a result: its location is the first claim, its related locations
/// lead into every article concerned, and its message links to them.
public struct SARIFReport: ReportFormat {
  public let name = "sarif"
  public let fileName = "report.sarif"

  public init() {}

  /// GitHub rejects a run with more results, or a result with more locations. The worst findings come first, and a
  /// notification counts what was left out.
  var resultLimit = 25_000
  static let locationLimit = 1_000

  public func render(_ report: Report, options: ReportOptions) -> [UInt8] {
    var log = SARIFLog(ReportIndex(report), resultLimit: resultLimit)
    return log.write()
  }
}

/// Writes one log with one run.
struct SARIFLog {
  /// What relative addresses count from: whoever reads the log knows where the repository lies.
  private static let root = "%SRCROOT%"
  private static let ruleTextLimit = 1_000
  private static let nameLimit = 255
  static let linksPerPosition = 10
  static let linkedPositions = 20

  let index: ReportIndex
  var json = JSONWriter()
  private let resultLimit: Int
  private let results: [Finding]
  private let leftOut: Int
  private var rules: [(id: String, rule: Rule?)]
  private(set) var ruleNumbers: [String: Int] = [:]
  /// Each file once, in the order of the articles.
  private var files: [String] = []
  private var fileNumbers: [String: Int] = [:]
  /// Whether any finding is suppressed: all results then carry the property, as the standard asks (3.27.23).
  let hasSuppressions: Bool

  init(_ index: ReportIndex, resultLimit: Int) {
    self.index = index
    self.resultLimit = resultLimit
    let all = index.findings.filter { $0.verdict != .agree }
    results = Array(all.prefix(resultLimit))
    leftOut = all.count - results.count
    rules = index.report.rules.map { ($0.id, $0) }
    hasSuppressions = results.contains { if case .suppressed = $0.standing { true } else { false } }
    for (number, rule) in rules.enumerated() where ruleNumbers[rule.id] == nil { ruleNumbers[rule.id] = number }
    // A saved report may have lost a rule; its results still need one to refer to.
    for finding in results where ruleNumbers[finding.rule] == nil {
      ruleNumbers[finding.rule] = rules.count
      rules.append((finding.rule, nil))
    }
    for article in index.report.articles where fileNumbers[article.file] == nil {
      fileNumbers[article.file] = files.count
      files.append(article.file)
    }
  }

  mutating func write() -> [UInt8] {
    json.reserve(4096 + results.count * 3000)
    json.beginSARIF()
    tool()
    invocation()
    json.sarifConventions()
    artifacts()
    json.key("results")
    json.beginArray()
    for finding in results { result(finding) }
    json.endArray()
    properties()
    json.endSARIF()
    return json.bytes
  }

  // MARK: - The run

  private mutating func tool() {
    json.key("tool")
    json.beginObject()
    json.key("driver")
    json.beginObject()
    json.key("name")
    json.value("factcheck")
    json.key("version")
    json.value(index.report.toolVersion)
    json.key("rules")
    json.beginArray()
    for (id, rule) in rules { descriptor(id, rule) }
    json.endArray()
    json.endObject()
    json.endObject()
  }

  private mutating func descriptor(_ id: String, _ rule: Rule?) {
    let title = Quote.oneLine(rule?.title ?? id)
    json.beginObject()
    json.key("id")
    json.value(id)
    json.key("name")
    json.value(abridged(title, to: Self.nameLimit))
    message("shortDescription", SARIFText.plain(abridged(title, to: Self.ruleTextLimit)))
    let why = rule?.why.map(Quote.oneLine).flatMap { $0.isEmpty ? nil : $0 } ?? title
    message("fullDescription", SARIFText.plain(abridged(why, to: Self.ruleTextLimit)))
    if let rule {
      json.key("help")
      json.beginObject()
      let advice = Self.advice(rule)
      json.key("text")
      json.value(
        SARIFText.plain(([title, rule.why.map(Quote.oneLine)].compactMap(\.self) + advice).joined(separator: "\n\n")))
      json.key("markdown")
      let parts = ["**\(SARIFText.markdown(title))**", rule.why.map { SARIFText.markdown(Quote.oneLine($0)) }]
      json.value((parts.compactMap(\.self) + advice).joined(separator: "\n\n"))
      json.endObject()
      json.key("defaultConfiguration")
      json.beginObject(inline: true)
      json.key("level")
      json.value(rule.severity.rawValue)
      json.endObject()
      json.key("properties")
      json.beginObject(inline: true)
      json.key("tags")
      json.beginArray()
      json.value("fact")
      json.value(rule.kind.rawValue)
      json.endArray()
      json.endObject()
    }
    json.endObject()
  }

  /// How the rule judges, and what to do about a result; our own words alone.
  private static func advice(_ rule: Rule) -> [String] {
    let reading =
      switch (rule.kind, rule.compare) {
      case (.name, _): "The spellings of one name count as that name, in any script."
      case (.state, _): "At most one of the states that the rule names can be the case."
      case (.total, _): "The parts have to add up to the total."
      case (.quantity, .meaning), (.date, .meaning):
        "Claims are compared by what their words mean: “more than 5,000” and “5,200” can both be true."
      case (.quantity, .stated), (.date, .stated):
        "The bare figures are compared, whatever words such as “more than” stand before them."
      }
    let change =
      switch rule.changes {
      case .never: "The fact does not change from day to day."
      case .any: "The fact may change: only claims of the same day contradict each other."
      case .rising: "The figure can only rise: a later, lower one is a contradiction."
      case .falling: "The figure can only fall: a later, higher one is a contradiction."
      }
    return [
      "\(reading) \(change)",
      "Read the places that the result links to, find out which of them is right, and correct the others.",
    ]
  }

  private mutating func invocation() {
    json.key("invocations")
    json.beginArray()
    json.beginObject()
    json.key("executionSuccessful")
    json.value(!index.report.problems.contains { $0.severity == .error })
    json.key("toolExecutionNotifications")
    json.beginArray()
    for problem in index.report.problems { notification(problem) }
    if leftOut > 0 {
      json.beginObject()
      json.key("level")
      json.value("warning")
      let most = ValueFormat.number(Double(resultLimit))
      message("message", "\(counted(leftOut, "finding")) left out: GitHub takes \(most) results a run. JSON has all.")
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endArray()
  }

  private mutating func notification(_ problem: Diagnostic) {
    json.beginObject()
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
      artifact(place.file)
      if place.line > 0 {
        json.key("region")
        json.beginObject(inline: true)
        json.key("startLine")
        json.value(place.line)
        if place.column > 0 {
          json.key("startColumn")
          json.value(place.column)
        }
        json.endObject()
      }
      json.endObject()
      json.endObject()
      json.endArray()
    }
    json.endObject()
  }

  private mutating func artifacts() {
    json.key("artifacts")
    json.beginArray()
    for file in files {
      json.beginObject()
      json.key("location")
      artifactLocation(file)
      json.key("roles")
      json.beginArray(inline: true)
      json.value("analysisTarget")
      json.endArray()
      if let type = Self.mimeType(file) {
        json.key("mimeType")
        json.value(type)
      }
      json.endObject()
    }
    json.endArray()
  }

  /// By the ending of the name; nil where it tells nothing.
  private static func mimeType(_ file: String) -> String? {
    let name = file.utf8.suffix(12)
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    return switch String(decoding: name[name.index(after: dot)...], as: UTF8.self).lowercased() {
    case "txt", "text": "text/plain"
    case "md", "markdown": "text/markdown"
    case "html", "htm", "xhtml": "text/html"
    case "json": "application/json"
    case "jsonl", "ndjson": "application/x-ndjson"
    case "xml": "application/xml"
    case "rss": "application/rss+xml"
    case "atom": "application/atom+xml"
    case "gz": "application/gzip"
    default: nil
    }
  }

  /// What the standard has no place for. Findings that are fixed since the baseline are named here and are no results
  /// with the state `absent`: their places are gone, and GitHub, which wants a place of every result and does not read
  /// the state, would open them again.
  private mutating func properties() {
    json.key("properties")
    json.beginObject()
    json.key("factcheck/verdict")
    json.value(index.report.verdict.rawValue)
    if let baseline = index.report.baseline {
      json.key("factcheck/fixed")
      json.beginArray()
      for entry in baseline.fixed { json.value(entry.id) }
      json.endArray()
      json.key("factcheck/expired")
      json.beginArray()
      for entry in baseline.expired { json.value(entry.id) }
      json.endArray()
    }
    json.endObject()
  }

  // MARK: - Small parts

  mutating func artifact(_ file: String) {
    json.key("artifactLocation")
    artifactLocation(file)
  }

  private mutating func artifactLocation(_ file: String) {
    let reference = FileReference(file)
    json.beginObject(inline: true)
    json.key("uri")
    json.value(reference.uri)
    if reference.isRelative {
      json.key("uriBaseId")
      json.value(Self.root)
    }
    if let number = fileNumbers[file] {
      json.key("index")
      json.value(number)
    }
    json.endObject()
  }

  mutating func message(_ key: StaticString, _ text: String) { json.sarifMessage(key, text) }
}
