import Articles
import Claims
import ICU

/// A test of rules for people at a terminal: what failed, expected against got, and the counts.
struct TestListing {
  private let report: TestReport
  private let style: TextStyle
  private let width: Int

  init(_ report: TestReport, _ options: ReportOptions) {
    self.report = report
    style = TextStyle(color: options.color, isolates: options.isTerminal)
    width = max(40, options.width)
  }

  func render() -> [UInt8] {
    var lines: [String] = []
    for outcome in report.outcomes where !outcome.passed {
      show(outcome, &lines)
      lines.append("")
    }
    if let mutations = report.mutations {
      for mutation in mutations where mutation.result == .unnoticed {
        show(mutation, &lines)
        lines.append("")
      }
    }
    for rule in report.rules
    where rule.kind != .total && rule.template == nil && rule.examples.isEmpty && rule.pairs.isEmpty {
      lines.append(style.dim("\(Quote.oneLine(rule.id)) has no examples"))
    }
    summary(&lines)
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func summary(_ lines: inout [String]) {
    let passed = report.outcomes.count - report.failed
    var text = "\(counted(report.outcomes.count, "example")): \(passed) passed"
    if report.failed > 0 { text += ", " + style.error("\(report.failed) failed") }
    lines.append(text)
    guard let mutations = report.mutations else { return }
    let noticed = mutations.count { $0.result == .noticed }
    let compatible = mutations.count { $0.result == .compatible }
    var changes = "\(counted(mutations.count, "change")): \(noticed) noticed"
    if compatible > 0 { changes += ", \(compatible) compatible with what stood there" }
    if report.unnoticed > 0 { changes += ", " + style.error("\(report.unnoticed) unnoticed") }
    if report.unchanged > 0 { changes += "; \(counted(report.unchanged, "claim")) could not be changed" }
    lines.append(changes)
  }

  // MARK: - Examples

  private func show(_ outcome: ExampleOutcome, _ lines: inout [String]) {
    switch outcome.subject {
    case .example(let example):
      head(outcome.rule, example.location, &lines)
      text(example.language, marked(example.text, outcome.claims), &lines)
    case .pair(let pair):
      head(outcome.rule, pair.location, &lines)
      for (number, one) in pair.texts.enumerated() {
        let own = outcome.claims.filter { $0.article == "text \(number + 1)" }
        text(one.language + (one.day.map { " \($0)" } ?? ""), marked(one.text, own), &lines)
      }
    }
    lines.append("  " + style.verdict(.agree, "expected") + "  " + list(outcome.expected))
    lines.append("  " + style.error("got     ") + "  " + list(outcome.got))
    let extra = outcome.got.filter { !outcome.expected.contains($0) }
    let missing = outcome.expected.filter { !outcome.got.contains($0) }
    guard case .example = outcome.subject else { return }
    var diff: [String] = []
    if !missing.isEmpty { diff.append("missing \(list(missing))") }
    if !extra.isEmpty { diff.append("too many \(list(extra))") }
    if diff.isEmpty { diff.append("the same, in another order or number") }
    lines.append("  " + style.dim(diff.joined(separator: "; ")))
  }

  private func head(_ rule: String, _ location: Diagnostic.Location?, _ lines: inout [String]) {
    let place = location.map { "\($0.file):\($0.line)" } ?? ""
    lines.append("\(style.error("✗")) \(style.bold(Quote.oneLine(rule)))  \(style.place(Quote.oneLine(place)))")
  }

  private func text(_ language: String, _ text: String, _ lines: inout [String]) {
    for (row, part) in DisplayWidth.wrap(text, columns: width - 8).enumerated() {
      lines.append("  " + style.dim(row == 0 ? language : "  ") + "  " + style.isolated(part))
    }
  }

  /// The text with what was taken from it in brackets.
  private func marked(_ text: String, _ claims: [Claim]) -> String {
    var scalars = Array(text.unicodeScalars)
    for claim in claims.sorted(by: { $0.start > $1.start }) where claim.start >= 0 && claim.end <= scalars.count {
      scalars.insert(contentsOf: "»".unicodeScalars, at: claim.end)
      scalars.insert(contentsOf: "«".unicodeScalars, at: claim.start)
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return Quote.oneLine(String(result))
  }

  private func list(_ values: [String]) -> String {
    values.isEmpty ? "nothing" : values.map(Quote.oneLine).joined(separator: ", ")
  }

  // MARK: - Changes

  private func show(_ mutation: MutationOutcome, _ lines: inout [String]) {
    head(mutation.rule, mutation.example.location, &lines)
    let change =
      mutation.before.isEmpty
      ? "with “\(mutation.after)” put in" : "with “\(mutation.after)” for “\(mutation.before)”"
    lines.append("  unnoticed: \(Quote.oneLine(change))")
    text(mutation.example.language, Quote.oneLine(mutation.text), &lines)
    lines.append("  before  \(list(mutation.old))")
    lines.append("  now     \(list(mutation.new))")
  }
}
