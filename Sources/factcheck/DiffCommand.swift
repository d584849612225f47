import ArgumentParser
import Articles
import FactcheckKit
import Findings
import Reports

/// `factcheck diff`: what became of the findings between two reports.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what became of the findings between two saved reports.",
    discussion: """
      Findings with the same id are the same; what a rule found before and what it
      finds now are set against each other.

      EXAMPLES:
        factcheck diff old/report.json reports/report.json
        factcheck diff old.json new.json --format markdown
        factcheck diff old.json new.json --fail-on never

      EXIT STATUS:
        0  the new report has no finding at or above the threshold of --fail-on that
           the old one has not and that neither a baseline nor a suppression answers for
        1  it has
        2  a report cannot be read
      """)

  @Option(help: "Text, a Markdown table, or JSON.")
  var format: ReportDiff.Format = .text

  @Option(help: ArgumentHelp("The weakest verdict that makes the status 1.", valueName: "verdict"))
  var failOn: FailureThreshold = .contradiction

  @Option(help: "Colour; auto is a terminal without NO_COLOR.")
  var color: ColorChoice = .auto

  @Argument(help: ArgumentHelp("The older JSON report.", valueName: "old"), completion: .json)
  var old: String

  @Argument(help: ArgumentHelp("The newer one.", valueName: "new"), completion: .json)
  var new: String

  func run() throws {
    let messages = Messages(color: color)
    let status = messages.status { () throws(Diagnostic) in
      let diff = ReportDiff(old: try SavedReport.read(old), new: try SavedReport.read(new))
      let bytes = diff.render(as: format, color: Terminal.usesColor(color, on: .standard))
      if case .failed(let code) = Output.standard.write(bytes) { throw Output.failure(code) }
      let gate = Gate(threshold: failOn)
      let isWorse = diff.changes.contains { $0.new.map { $0.standing.isNew && gate.counts($0) } ?? false }
      return isWorse ? ExitStatus.findings : ExitStatus.clean
    }
    throw ExitCode(status)
  }
}

extension ReportDiff.Format: ExpressibleByArgument {}
