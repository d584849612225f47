import Articles
import Claims
import Findings
import ICU

/// The claims as a table for spreadsheets and data tools: RFC 4180, with a header, a record and a line a claim.
///
/// Cells of text that a spreadsheet would run as a formula begin with an apostrophe, as OWASP advises against formula
/// injection; cells of numbers hold numbers and nothing else.
public struct CSVReport: ReportFormat {
  public let name = "csv"
  public let fileName = "claims.csv"

  public init() {}

  /// The header, which is also the order of the cells.
  static let columns = [
    "claim", "findings", "verdict", "standing", "rule", "article", "title", "date", "language", "kind", "text", "value",
    "low", "high", "unit", "from", "to", "name", "state", "modality", "attribution", "asOf", "line", "column", "start",
    "end", "sentence", "copyOf", "setAside",
  ]

  public func render(_ report: Report, options: ReportOptions) -> [UInt8] {
    let index = ReportIndex(report)
    let found = findings(of: report)
    var csv = CSVWriter()
    csv.reserve(256 + report.claims.count * 400)
    for column in Self.columns { csv.text(column) }
    csv.endRecord()
    for claim in report.claims { write(claim, found[claim.id] ?? [], index, &csv) }
    return csv.bytes
  }

  /// Which findings hold each claim, in the order of the findings.
  private func findings(of report: Report) -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    for (number, finding) in report.findings.enumerated() {
      for position in finding.positions {
        for claim in position.claims where found[claim]?.last != number { found[claim, default: []].append(number) }
      }
    }
    return found
  }

  private func write(_ claim: Claim, _ found: [Int], _ index: ReportIndex, _ csv: inout CSVWriter) {
    let findings = found.map { index.report.findings[$0] }
    // Of several that are as bad, one that nobody has decided on says more.
    let worst = findings.max { ($0.verdict, $0.standing.isNew ? 1 : 0) < ($1.verdict, $1.standing.isNew ? 1 : 0) }
    let article = index.article(claim.article)
    csv.text(claim.id)
    csv.text(findings.map(\.id).joined(separator: " "))
    csv.text(worst?.verdict.rawValue)
    csv.text(worst.map { standing($0.standing) })
    csv.text(claim.rule)
    csv.text(claim.article)
    csv.text(article?.title)
    csv.text(article?.day?.description)
    csv.text(article?.language)
    value(claim, &csv)
    csv.text(claim.modality.rawValue)
    csv.text(claim.attribution)
    csv.text(claim.asOf?.description)
    csv.number(Double(claim.line))
    csv.number(Double(claim.column))
    csv.number(Double(claim.start))
    csv.number(Double(claim.end))
    csv.text(claim.sentence)
    csv.text(claim.copyOf)
    csv.text(claim.setAside)
    csv.endRecord()
  }

  /// From `kind` to `state`: the cells of the other kinds stay empty.
  private func value(_ claim: Claim, _ csv: inout CSVWriter) {
    var number: (value: Double?, low: Double?, high: Double?, unit: String?)
    var days: (from: Day?, to: Day?)
    var name: String?
    var state: String?
    switch claim.value {
    case .quantity(let quantity):
      csv.text("quantity")
      number = (quantity.value, quantity.low, quantity.high, quantity.unit)
    case .date(let span):
      csv.text("date")
      days = (span.from, span.to)
    case .name(let canonical, _):
      csv.text("name")
      name = canonical
    case .state(let symbol):
      csv.text("state")
      state = symbol
    }
    csv.text(claim.text)
    csv.number(number.value)
    csv.number(number.low)
    csv.number(number.high)
    csv.text(number.unit)
    csv.text(days.from?.description)
    csv.text(days.to?.description)
    csv.text(name)
    csv.text(state)
  }

  private func standing(_ standing: Standing) -> String {
    switch standing {
    case .new: "new"
    case .known: "known"
    case .suppressed: "suppressed"
    }
  }
}

/// Writes records of RFC 4180, cell by cell.
private struct CSVWriter {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// A cell of text, on one line; nil is an empty one.
  mutating func text(_ text: String?) {
    separate()
    guard let text, !text.isEmpty else { return }
    let line = Quote.oneLine(text)
    let isFormula = Self.wouldRun(line)
    let isQuoted = isFormula || line.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
    guard isQuoted else {
      bytes.append(contentsOf: line.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in line.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A cell of a number, written exactly as JSON has it; nil and what is no number are empty.
  mutating func number(_ number: Double?) {
    separate()
    guard let number, number.isFinite else { return }
    if let whole = Int(exactly: number), whole.magnitude < 1 << 53 {
      bytes.append(contentsOf: String(whole).utf8)
    } else {
      bytes.append(contentsOf: number.description.utf8)
    }
  }

  mutating func endRecord() {
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  /// Whether a spreadsheet may take it for a formula: it begins with `=`, `+`, `-` or `@`, after spaces or not, or with
  /// the full-width form of one. Tabs and line ends are spaces by now.
  private static func wouldRun(_ line: String) -> Bool {
    switch line.unicodeScalars.first(where: { !$0.properties.isWhitespace }) {
    case "="?, "+"?, "-"?, "@"?, "＝"?, "＋"?, "－"?, "＠"?: true
    default: false
    }
  }
}
