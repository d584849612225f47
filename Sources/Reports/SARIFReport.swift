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
private struct SARIFLog {
  /// What relative addresses count from: whoever reads the log knows where the repository lies.
  private static let root = "%SRCROOT%"
  private static let ruleTextLimit = 1_000
  private static let nameLimit = 255
  private static let linksPerPosition = 10
  private static let linkedPositions = 20

  let index: ReportIndex
  var json = JSONWriter()
  private let resultLimit: Int
  private let results: [Finding]
  private let leftOut: Int
  private var rules: [(id: String, rule: Rule?)]
  private var ruleNumbers: [String: Int] = [:]
  /// Each file once, in the order of the articles.
  private var files: [String] = []
  private var fileNumbers: [String: Int] = [:]
  /// Whether any finding is suppressed: all results then carry the property, as the standard asks (3.27.23).
  private let hasSuppressions: Bool

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
    json.beginObject()
    json.key("version")
    json.value("2.1.0")
    json.key("$schema")
    json.value("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    json.key("runs")
    json.beginArray()
    json.beginObject()
    tool()
    invocation()
    json.key("language")
    json.value("en")
    json.key("columnKind")
    json.value("unicodeCodePoints")
    json.key("originalUriBaseIds")
    json.beginObject()
    json.key("%SRCROOT%")
    json.beginObject(inline: true)
    message("description", "The folder that factcheck was started in; no path of the machine is written down.")
    json.endObject()
    json.endObject()
    artifacts()
    json.key("results")
    json.beginArray()
    for finding in results { result(finding) }
    json.endArray()
    properties()
    json.endObject()
    json.endArray()
    json.endObject()
    json.endLine()
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
    message("shortDescription", Self.plain(abridged(title, to: Self.ruleTextLimit)))
    let why = rule?.why.map(Quote.oneLine).flatMap { $0.isEmpty ? nil : $0 } ?? title
    message("fullDescription", Self.plain(abridged(why, to: Self.ruleTextLimit)))
    if let rule {
      json.key("help")
      json.beginObject()
      let advice = Self.advice(rule)
      json.key("text")
      json.value(
        Self.plain(([title, rule.why.map(Quote.oneLine)].compactMap(\.self) + advice).joined(separator: "\n\n")))
      json.key("markdown")
      let parts = ["**\(Self.markdown(title))**", rule.why.map { Self.markdown(Quote.oneLine($0)) }]
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
    message("message", Self.plain(text))
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

  // MARK: - A result

  private mutating func result(_ finding: Finding) {
    let (places, hidden) = index.places(of: finding, limit: SARIFReport.locationLimit - 1)
    json.beginObject()
    json.key("ruleId")
    json.value(finding.rule)
    json.key("ruleIndex")
    json.value(ruleNumbers[finding.rule] ?? -1)
    json.key("kind")
    json.value(Self.kind(finding.verdict))
    json.key("level")
    // Any kind but `fail` has this level (3.27.10).
    json.value(finding.level?.rawValue ?? "none")
    message("message", text(finding, places, hidden))
    json.key("locations")
    json.beginArray()
    if let first = places.first { location(first, finding, id: nil) }
    json.endArray()
    json.key("relatedLocations")
    json.beginArray()
    for (number, place) in places.enumerated() { location(place, finding, id: number + 1) }
    json.endArray()
    // The id says what is claimed where, not on which line, and so survives edits. It is given as the whole
    // fingerprint, for systems that take ours, and as a part of theirs for those that reckon their own.
    json.key("fingerprints")
    json.beginObject(inline: true)
    json.key("factcheckFinding/v1")
    json.value(finding.id)
    json.endObject()
    json.key("partialFingerprints")
    json.beginObject(inline: true)
    json.key("factcheckFinding/v1")
    json.value(finding.id)
    json.endObject()
    if index.report.baseline != nil {
      json.key("baselineState")
      if case .known = finding.standing { json.value("unchanged") } else { json.value("new") }
    }
    if hasSuppressions { suppressions(finding) }
    resultProperties(finding)
    json.endObject()
  }

  /// - `fail` for what cannot all be true.
  /// - `review` for a change: the rule allows it, and whether it was the fact that changed or only what a paper says of
  ///   it, a person has to decide, which is what the standard means by the word.
  /// - `informational` for what is compatible: no problem, but worth knowing before a figure is copied. It is not
  ///   `pass`, which is for a rule that has nothing to tell.
  private static func kind(_ verdict: Verdict) -> String {
    switch verdict {
    case .contradiction, .disputed: "fail"
    case .changed: "review"
    case .compatible: "informational"
    case .agree: "pass"
    }
  }

  /// The finding's sentence and why it is one, then a line a position with links to its places.
  private func text(_ finding: Finding, _ places: [FindingPlace], _ hidden: Int) -> String {
    let claims = places.prefix(Self.linkedPositions * Self.linksPerPosition).map(\.claim)
    let why = Wording.explanation(finding, rule: index.rule(finding.rule), claims: claims)
    let end = finding.message.hasSuffix(".") ? "" : "."
    var lines = [Self.plain(Quote.oneLine("\(finding.message)\(end) \(why)"))]
    var next = places.startIndex
    for (number, position) in finding.positions.prefix(Self.linkedPositions).enumerated() {
      var links: [String] = []
      while next < places.endIndex, places[next].position == number {
        if links.count < Self.linksPerPosition {
          let name = Quote.oneLine("\(places[next].file):\(places[next].claim.line)")
          links.append("[\(Self.linkText(name))](\(next + 1))")
        }
        next += 1
      }
      let more = position.claims.count - links.count
      lines.append(
        "\(Self.plain(Quote.oneLine(position.label))): \(links.joined(separator: ", "))"
          + (more > 0 ? " and \(counted(more, "more claim"))" : ""))
    }
    let unlinked = finding.positions.count - Self.linkedPositions
    if unlinked > 0 { lines.append("and \(counted(unlinked, "more position"))") }
    if hidden > 0 { lines.append("\(counted(hidden, "more place")) left out.") }
    return lines.joined(separator: "\n")
  }

  private mutating func location(_ place: FindingPlace, _ finding: Finding, id: Int?) {
    let claim = place.claim
    json.beginObject()
    if let id {
      json.key("id")
      json.value(id)
    }
    json.key("physicalLocation")
    json.beginObject()
    artifact(place.file)
    json.key("region")
    region(claim)
    json.endObject()
    let title = place.article?.title.map(Quote.oneLine).flatMap { $0.isEmpty ? nil : $0 }
    let label = Quote.oneLine(finding.positions[place.position].label)
    message("message", Self.plain("\(label): \(title ?? Quote.oneLine(claim.article))"))
    // Once is enough: the first related location is the location itself.
    if id != nil {
      json.key("properties")
      json.beginObject(inline: true)
      json.key("claim")
      json.value(claim.id)
      json.key("article")
      json.value(claim.article)
      json.key("sentence")
      json.value(claim.sentence)
      json.key("start")
      json.value(claim.start)
      json.key("end")
      json.value(claim.end)
      json.endObject()
    }
    json.endObject()
  }

  /// Lines and columns in code points, as `columnKind` says.
  ///
  /// There is no `charOffset`: the standard does not count a byte order mark (3.30.2), a claim's own offsets do, and both
  /// forms of a place have to agree; so those offsets stand in the location's properties. The end is told where it is
  /// certain: words among which markup stands in the file are shorter than the stretch that they come from. The region
  /// then runs to the end of its first line.
  private mutating func region(_ claim: Claim) {
    json.beginObject()
    json.key("startLine")
    json.value(max(1, claim.line))
    json.key("startColumn")
    json.value(max(1, claim.column))
    var length = 0
    var lineEnds = 0
    var lastLine = 0
    for scalar in claim.text.unicodeScalars {
      length += 1
      lastLine += 1
      if scalar == "\n" {
        lineEnds += 1
        lastLine = 0
      }
    }
    if length == claim.end - claim.start, length > 0 {
      json.key("endLine")
      json.value(max(1, claim.line) + lineEnds)
      json.key("endColumn")
      json.value(lineEnds == 0 ? max(1, claim.column) + length : lastLine + 1)
      json.key("snippet")
      json.beginObject(inline: true)
      json.key("text")
      json.value(claim.text)
      json.endObject()
    }
    json.endObject()
  }

  private mutating func suppressions(_ finding: Finding) {
    json.key("suppressions")
    json.beginArray()
    if case .suppressed(let reason) = finding.standing {
      json.beginObject(inline: true)
      // Kept in a rule file or beside the article, not among its words.
      json.key("kind")
      json.value("external")
      json.key("status")
      json.value("accepted")
      json.key("justification")
      json.value(reason)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func resultProperties(_ finding: Finding) {
    json.key("properties")
    json.beginObject()
    json.key("verdict")
    json.value(finding.verdict.rawValue)
    if let day = finding.asOf {
      json.key("asOf")
      json.value(day)
    }
    if case .known(let reason?) = finding.standing {
      json.key("baselineReason")
      json.value(reason)
    }
    json.endObject()
  }

  // MARK: - Small parts

  private mutating func artifact(_ file: String) {
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

  private mutating func message(_ key: StaticString, _ text: String) {
    json.key(key)
    json.beginObject(inline: true)
    json.key("text")
    json.value(text.isEmpty ? "-" : text)
    json.endObject()
  }

  /// Text in a plain message: braces are doubled, since single ones hold places for arguments (3.11.5), and brackets
  /// that would read as a link are escaped (3.11.6).
  private static func plain(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let mayLink = zip(bytes, bytes.dropFirst()).contains { $0 == (UInt8(ascii: "]"), UInt8(ascii: "(")) }
    return escaped(bytes) { byte in
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { return byte }
      let isBracket = byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
      return mayLink && isBracket ? UInt8(ascii: "\\") : nil
    }
  }

  private static func linkText(_ text: String) -> String {
    escaped(Array(text.utf8)) { byte in
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "}"): byte
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"): UInt8(ascii: "\\")
      default: nil
      }
    }
  }

  /// Text in a Markdown message: all ASCII punctuation may be escaped there, and all that could be markup, a link, an
  /// address or an entity is.
  private static func markdown(_ text: String) -> String {
    escaped(Array(text.utf8)) { byte in
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "}"): byte
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "'"), UInt8(ascii: "?"), UInt8(ascii: ";"): nil
      case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7C, 0x7E: UInt8(ascii: "\\")
      default: nil
      }
    }
  }

  /// Puts a byte before each byte that asks for one.
  private static func escaped(_ bytes: [UInt8], before: (UInt8) -> UInt8?) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    for byte in bytes {
      if let escape = before(byte) { result.append(escape) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
