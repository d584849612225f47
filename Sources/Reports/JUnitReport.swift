import Articles
import Claims
import Findings

/// The report as JUnit XML, which build servers show as tests: a suite for each rule, a case for each finding.
///
/// A contradiction or dispute that is new fails its case; what is known or suppressed is skipped, with the reason. The
/// structure is that of Surefire and of the schema of Jenkins (junit-10.xsd), with `file` and `line` on cases besides,
/// as GitLab, CircleCI and pytest have them. Nothing is timed: `time` is always 0, and there is no timestamp.
public struct JUnitReport: ReportFormat {
  public let name = "junit"
  public let fileName = "report.junit.xml"

  public init() {}

  public func render(_ report: Report, options: ReportOptions) -> [UInt8] {
    var page = JUnitPage(ReportIndex(report), options.claimsPerPosition ?? JUnitPage.claimsPerPosition)
    return page.write()
  }
}

private struct JUnitPage {
  static let claimsPerPosition = 8
  private static let positions = 50

  /// What a case came to.
  private enum Outcome {
    case passed, failed, error
    case skipped(String)
  }

  private struct Counts {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0

    mutating func add(_ outcome: Outcome) {
      tests += 1
      switch outcome {
      case .passed: break
      case .failed: failures += 1
      case .error: errors += 1
      case .skipped: skipped += 1
      }
    }
  }

  /// A rule with its findings, the worst first.
  private struct Suite {
    var id: String
    var rule: Rule?
    var findings: [Finding] = []
  }

  let index: ReportIndex
  let limit: Int
  var xml = XMLText()

  init(_ index: ReportIndex, _ limit: Int) {
    self.index = index
    self.limit = limit
  }

  mutating func write() -> [UInt8] {
    let suites = suites()
    let counts = suites.map { suite in
      var counts = Counts()
      if suite.findings.isEmpty { counts.add(outcome(ofSilent: suite)) }
      for finding in suite.findings { counts.add(outcome(finding)) }
      return counts
    }
    var problems = Counts()
    for problem in index.report.problems { problems.add(Self.outcome(problem)) }
    let all = counts + [problems]

    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites")
    xml.attribute("name", "factcheck")
    // The schema has no `skipped` here.
    xml.attribute("tests", all.reduce(0) { $0 + $1.tests })
    xml.attribute("failures", all.reduce(0) { $0 + $1.failures })
    xml.attribute("errors", all.reduce(0) { $0 + $1.errors })
    xml.attribute("time", 0)
    xml.raw(">\n")
    for (suite, counts) in zip(suites, counts) { write(suite, counts) }
    if problems.tests > 0 { writeProblems(problems) }
    xml.raw("</testsuites>\n")
    return xml.bytes
  }

  private func suites() -> [Suite] {
    var suites = index.report.rules.map { Suite(id: $0.id, rule: $0) }
    var numbers = Dictionary(suites.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    for finding in index.findings {
      if let number = numbers[finding.rule] {
        suites[number].findings.append(finding)
      } else {
        numbers[finding.rule] = suites.count
        suites.append(Suite(id: finding.rule, findings: [finding]))
      }
    }
    return suites
  }

  private func outcome(_ finding: Finding) -> Outcome {
    switch finding.standing {
    case .known(let reason): return .skipped("known: " + (reason ?? "in the baseline"))
    case .suppressed(let reason): return .skipped("suppressed: " + reason)
    case .new: return finding.verdict >= .disputed ? .failed : .passed
    }
  }

  /// A rule without findings has either nothing to compare or a single claim; the former tested nothing.
  private func outcome(ofSilent suite: Suite) -> Outcome {
    let isSilent = index.claimCount(ofRule: suite.id) == 0 && suite.rule?.kind != .total
    return isSilent ? .skipped("no article has a claim for this rule") : .passed
  }

  private static func outcome(_ problem: Diagnostic) -> Outcome { problem.severity == .error ? .error : .passed }

  // MARK: - Elements

  private mutating func write(_ suite: Suite, _ counts: Counts) {
    open(suite.id, counts)
    xml.raw("    <properties>\n")
    property("title", suite.rule?.title ?? suite.id)
    if let rule = suite.rule { property("severity", rule.severity.rawValue) }
    if let why = suite.rule?.why { property("why", why) }
    xml.raw("    </properties>\n")
    if suite.findings.isEmpty {
      openCase(suite.id, suite.rule?.title ?? suite.id, file: nil, line: 0)
      close(outcome(ofSilent: suite), type: "", message: "", body: "")
    }
    for finding in suite.findings {
      let first = index.places(of: finding).places.first
      openCase(
        suite.id, "\(finding.message) [\(finding.id)]",
        file: first?.file, line: first?.claim.line ?? 0)
      let body = finding.verdict == .agree ? "" : details(finding, suite.rule)
      close(outcome(finding), type: finding.verdict.rawValue, message: finding.message, body: body)
    }
    xml.raw("  </testsuite>\n")
  }

  private mutating func writeProblems(_ counts: Counts) {
    open("problems", counts)
    for problem in index.report.problems {
      let place = problem.location.map { place in
        place.line > 0 ? "\(place.file):\(place.line):\(place.column): " : "\(place.file): "
      }
      openCase(
        "problems", (place ?? "") + problem.message, file: problem.location?.file, line: problem.location?.line ?? 0)
      close(
        Self.outcome(problem), type: problem.severity.rawValue, message: problem.message,
        body: problem.help.map(Quote.oneLine) ?? "")
    }
    xml.raw("  </testsuite>\n")
  }

  private mutating func open(_ name: String, _ counts: Counts) {
    xml.raw("  <testsuite")
    xml.attribute("name", Quote.oneLine(name))
    xml.attribute("tests", counts.tests)
    xml.attribute("failures", counts.failures)
    xml.attribute("errors", counts.errors)
    xml.attribute("skipped", counts.skipped)
    xml.attribute("time", 0)
    xml.raw(">\n")
  }

  private mutating func property(_ name: String, _ value: String) {
    xml.raw("      <property")
    xml.attribute("name", name)
    xml.attribute("value", Quote.oneLine(value))
    xml.raw("/>\n")
  }

  private mutating func openCase(_ suite: String, _ name: String, file: String?, line: Int) {
    xml.raw("    <testcase")
    xml.attribute("classname", "factcheck." + Quote.oneLine(suite))
    xml.attribute("name", Quote.oneLine(name))
    if let file {
      xml.attribute("file", FileReference.normalized(file))
      if line > 0 { xml.attribute("line", line) }
    }
    xml.attribute("time", 0)
  }

  private mutating func close(_ outcome: Outcome, type: String, message: String, body: String) {
    let element: StaticString
    var message = message
    switch outcome {
    case .passed:
      if body.isEmpty { return xml.raw("/>\n") }
      xml.raw(">\n      <system-out>")
      xml.text(body)
      return xml.raw("</system-out>\n    </testcase>\n")
    case .failed: element = "failure"
    case .error: element = "error"
    case .skipped(let reason):
      element = "skipped"
      message = reason
    }
    xml.raw(">\n      <")
    xml.raw(element)
    if !type.isEmpty { xml.attribute("type", type) }
    xml.attribute("message", Quote.oneLine(message))
    if body.isEmpty {
      xml.raw("/>\n    </testcase>\n")
    } else {
      xml.raw(">")
      xml.text(body)
      xml.raw("</")
      xml.raw(element)
      xml.raw(">\n    </testcase>\n")
    }
  }

  /// Why the finding is one, and each position with its places and sentences.
  private func details(_ finding: Finding, _ rule: Rule?) -> String {
    let shown = finding.positions.prefix(Self.positions).map { $0.claims.prefix(limit).compactMap(index.claim) }
    var lines = [Wording.explanation(finding, rule: rule, claims: shown.flatMap(\.self))]
    for (position, claims) in zip(finding.positions, shown) {
      lines.append("")
      lines.append(Quote.oneLine(position.label))
      for claim in claims {
        let article = index.article(claim.article)
        let day = (claim.asOf ?? article?.day).map { "  \($0)" } ?? ""
        let quote = Quote(claim).fitted(to: 200)
        let figure = quote.figure.isEmpty ? "" : "«\(quote.figure)»"
        lines.append(
          "  " + Quote.oneLine("\(article?.file ?? claim.article):\(claim.line):\(claim.column)") + day
            + "  \(quote.before)\(figure)\(quote.after)")
      }
      let more = position.claims.count - claims.count
      if more > 0 { lines.append("  … and \(counted(more, "more claim"))") }
    }
    let more = finding.positions.count - shown.count
    if more > 0 { lines.append("… and \(counted(more, "more position"))") }
    return lines.joined(separator: "\n")
  }
}

/// Writes XML 1.0 as UTF-8 bytes.
struct XMLText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// ` name="value"`.
  mutating func attribute(_ name: String, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: name.utf8)
    raw("=\"")
    escape(value, isAttribute: true)
    raw("\"")
  }

  mutating func attribute(_ name: String, _ value: Int) { attribute(name, String(value)) }

  mutating func text(_ text: String) { escape(text, isAttribute: false) }

  /// Characters that XML 1.0 cannot hold in any form (2.2: most controls, U+FFFE, U+FFFF) become U+FFFD. A reader would
  /// turn line ends of attributes into spaces and drop carriage returns, so those are written as references.
  private mutating func escape(_ text: String, isAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      // Not only where `]]>` would need it.
      case ">": raw("&gt;")
      case "\"" where isAttribute: raw("&quot;")
      case "\t" where isAttribute: raw("&#9;")
      case "\n" where isAttribute: raw("&#10;")
      case "\r": raw("&#13;")
      case "\t", "\n": bytes.append(UInt8(scalar.value))
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": raw("\u{FFFD}")
      default: bytes.append(contentsOf: scalar.utf8)
      }
    }
  }
}
