import ArgumentParser
import Articles
import FactcheckKit
import Findings
import Reports

/// `factcheck gate`: whether a saved report fails.
struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Fail on what is new in a saved report.",
    discussion: """
      Decides about a saved report what `factcheck run` would decide, so that one job
      may check and another may judge. Prints the findings that count, one a line.

      EXAMPLES:
        factcheck gate report.json
        factcheck gate report.json --fail-on disputed --max 3
        factcheck gate report.json --write-baseline baseline.json
        factcheck gate report.json --baseline baseline.json --strict-baseline

      EXIT STATUS:
        0  nothing new at or above the threshold of --fail-on
        1  new findings at or above it, more of them than --max; with --strict-baseline
           also findings of the baseline that are gone
        2  the report or the baseline cannot be read, or the run that made the report
           could not be trusted
      """)

  @OptionGroup var gating: GateOptions

  @Option(help: "Colour; auto is a terminal without NO_COLOR.")
  var color: ColorChoice = .auto

  @Argument(
    help: ArgumentHelp("The JSON report of a run; - is standard input.", valueName: "report"), completion: .json)
  var report: String

  func run() throws {
    let messages = Messages(color: color)
    let status = messages.status { () throws(Diagnostic) in
      var report = try SavedReport.read(report)
      let gate = gating.gate()
      try gating.apply(to: &report, gate: gate)
      let outcome = gate.outcome(of: report)
      let listing = GateListing(failing: outcome.failing, known: outcome.known, suppressed: outcome.suppressed)
      if case .failed(let code) = Output.standard.write(
        listing.render(color: Terminal.usesColor(color, on: .standard)))
      {
        throw Output.failure(code)
      }
      GateMessages.show(outcome, gate)
      for problem in report.problems where problem.severity == .error { messages.show(problem) }
      return outcome.status
    }
    throw ExitCode(status)
  }
}
