import Articles
import Claims
import Findings
import ICU
import Mentions

/// Reads the JSON report back, so that any other format can be made of it, today or next year.
///
/// What it gives holds all that formats show, and no more: of a rule only what the report tells of it, of an article no
/// text. Rendered, it gives the same bytes as the report that was saved.
public enum SavedReport {
  private static let help =
    "a saved report is the report.json of a run: factcheck run rules/ --format json > report.json"

  /// - Parameter path: the file; `-` is standard input.
  public static func read(_ path: String) throws(Diagnostic) -> Report {
    try read(SourceText.toolFile(path, what: "a report", help: help))
  }

  public static func read(_ file: SourceText) throws(Diagnostic) -> Report {
    let root = try JSONCursor(file, help: help)
    guard root.isObject, root.optional("findings") != nil, root.optional("claims") != nil else {
      throw root.fault("this is no report of factcheck", help: help)
    }
    let version = try root.int("version")
    guard version == Report.version else {
      throw try root.member("version").fault(
        "this report has version \(version), and this program reads version \(Report.version)",
        help: version > Report.version ? "use a newer factcheck" : "run factcheck again to write a new report")
    }
    var report = Report(
      toolVersion: try root.member("tool").string("version"), articles: [], rules: [], claims: [], findings: [])
    for article in try root.list("articles") { report.articles.append(try read(article: article)) }
    for rule in try root.list("rules") { report.rules.append(try read(rule: rule)) }
    for claim in try root.list("claims") { report.claims.append(try read(claim: claim)) }
    let claims = Set(report.claims.map(\.id))
    for finding in try root.list("findings") { report.findings.append(try read(finding: finding, claims)) }
    for problem in try root.list("problems") { report.problems.append(try read(problem: problem)) }
    if let baseline = root.optional("baseline") { report.baseline = try BaselineFile.summary(baseline) }
    return report
  }

  private static func read(article: JSONCursor) throws(Diagnostic) -> Article {
    let id = try article.string("id")
    var read = Article(
      id: id, file: try article.optional("file")?.string(), title: try article.optional("title")?.string(),
      day: try article.optional("date")?.day(), language: try article.optional("language")?.string() ?? "und",
      source: try article.optional("source")?.string(), url: try article.optional("url")?.string(),
      text: SourceText(name: id, text: ""), blocks: [])
    read.copyOf = try article.optional("copyOf")?.string()
    return read
  }

  private static func read(rule: JSONCursor) throws(Diagnostic) -> Rule {
    var read = Rule(
      id: try rule.string("id"), title: try rule.optional("title")?.string(),
      kind: try rule.member("claim").choice(), why: try rule.optional("why")?.string())
    if let severity = rule.optional("severity") { read.severity = try severity.choice() }
    if let changes = rule.optional("changes") { read.changes = try changes.choice() }
    if let compare = rule.optional("compare") { read.compare = try compare.choice() }
    if let tolerance = rule.optional("tolerance") { read.tolerance = try Self.tolerance(tolerance) }
    return read
  }

  private static func tolerance(_ json: JSONCursor) throws(Diagnostic) -> Rule.Tolerance {
    let text = try json.string()
    if text.hasSuffix("%"), let share = Double(text.dropLast()) { return .relative(share / 100) }
    if text.hasSuffix(" days"), let days = Int(text.dropLast(" days".count)) { return .days(days) }
    if let most = Double(text) { return .absolute(most) }
    throw json.fault("`\(text)` is no tolerance")
  }

  // MARK: - Claims

  private static func read(claim: JSONCursor) throws(Diagnostic) -> Claim {
    let (value, possibilities) = try value(of: claim)
    var read = Claim(
      id: try claim.string("id"), rule: try claim.string("rule"), article: try claim.string("article"), value: value,
      possibilities: possibilities, text: try claim.string("text"), figure: try claim.optional("figure")?.string(),
      sentence: try claim.string("sentence"), start: try claim.int("start"), end: try claim.int("end"),
      line: try claim.int("line"), column: try claim.int("column"), modality: try claim.member("modality").choice(),
      attribution: try claim.optional("attribution")?.string(), asOf: try claim.optional("asOf")?.day(),
      since: try claim.optional("since")?.day())
    read.copyOf = try claim.optional("copyOf")?.string()
    read.setAside = try claim.optional("setAside")?.string()
    if let name = claim.optional("name") { read.why = try name.strings("why") }
    return read
  }

  private static func value(of claim: JSONCursor) throws(Diagnostic) -> (Claim.Value, [Interval]) {
    switch try claim.string("kind") {
    case "quantity":
      let (quantity, interval) = try quantity(claim.member("quantity"))
      return (.quantity(quantity), [interval])
    case "date":
      let date = try claim.member("date")
      let span = DateSpan(from: try date.optional("from")?.day(), to: try date.optional("to")?.day())
      let (from, to) = (span.from.map { Double($0.number) }, span.to.map { Double($0.number) })
      return (.date(span), [Interval(from ?? -.infinity, to ?? .infinity)])
    case "name":
      let name = try claim.member("name")
      return (.name(canonical: try name.string("canonical"), forms: try name.strings("forms")), [])
    case "state": return (.state(try claim.member("state").string("symbol")), [])
    case let kind: throw try claim.member("kind").fault("`\(kind)` is no kind of claim")
    }
  }

  /// A quantity, and the interval that was compared.
  private static func quantity(_ json: JSONCursor) throws(Diagnostic) -> (Quantity, Interval) {
    func number(_ key: String, _ json: JSONCursor) throws(Diagnostic) -> Double? { try json.optional(key)?.number() }
    var quantity = Quantity(
      value: try number("value", json), low: try number("low", json), high: try number("high", json),
      unit: try json.optional("unit")?.string())
    quantity.lowIsOpen = try json.optional("lowIsOpen")?.bool() ?? false
    quantity.highIsOpen = try json.optional("highIsOpen")?.bool() ?? false
    let interval = Interval(
      quantity.low ?? -.infinity, quantity.high ?? .infinity, lowIsOpen: quantity.lowIsOpen,
      highIsOpen: quantity.highIsOpen)
    if let approximation = json.optional("approximation") { quantity.approximation = try approximation.choice() }
    quantity.isScaled = try json.optional("isScaled")?.bool() ?? false
    if let stated = json.optional("stated") {
      quantity.low = try number("low", stated)
      quantity.high = try number("high", stated)
    }
    return (quantity, interval)
  }

  // MARK: - Findings

  private static func read(finding: JSONCursor, _ claims: Set<String>) throws(Diagnostic) -> Finding {
    var positions: [Position] = []
    for position in try finding.list("positions") {
      let ids = try position.strings("claims")
      if let unknown = ids.first(where: { !claims.contains($0) }) {
        throw position.fault("there is no claim `\(unknown)` in this report", help: help)
      }
      positions.append(Position(label: try position.string("label"), claims: ids))
    }
    var read = Finding(
      id: try finding.string("id"), rule: try finding.string("rule"), verdict: try finding.member("verdict").choice(),
      severity: try finding.member("severity").choice(), asOf: try finding.optional("asOf")?.day(),
      message: try finding.string("message"), positions: positions)
    let reason = try finding.optional("reason")?.string()
    switch try finding.optional("standing")?.string() {
    case nil, "new": break
    case "known": read.standing = .known(reason: reason)
    case "suppressed": read.standing = .suppressed(reason: reason ?? "")
    case let standing?: throw finding.fault("`\(standing)` is no standing of a finding")
    }
    return read
  }

  private static func read(problem: JSONCursor) throws(Diagnostic) -> Diagnostic {
    var location: Diagnostic.Location?
    if let file = problem.optional("file") {
      location = .init(
        file: try file.string(), line: try problem.optional("line")?.int() ?? 0,
        column: try problem.optional("column")?.int() ?? 0, length: try problem.optional("length")?.int() ?? 1,
        excerpt: try problem.optional("excerpt")?.string())
    }
    return Diagnostic(
      try problem.member("severity").choice(), try problem.string("message"), at: location,
      help: try problem.optional("help")?.string())
  }
}
