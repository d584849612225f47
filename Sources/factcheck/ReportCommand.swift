import ArgumentParser
import Articles
import FactcheckKit
import Reports

/// `factcheck report`: a saved report in another format.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a saved report in another format.",
    discussion: """
      Reads the report.json of a run, and writes what that run would have written.
      Needs neither the rules nor the articles.

      EXAMPLES:
        factcheck report reports/report.json
        factcheck report report.json --format markdown > comment.md
        factcheck report report.json --format html,sarif --output out/

      EXIT STATUS:
        0  the report was written, whatever it found: `factcheck gate` tells what fails
        2  the report cannot be read, or not be written
      """)

  @Option(
    help: ArgumentHelp("\(FormatList.names), or several with commas between (default: text).", valueName: "formats"),
    completion: .formats, transform: FormatList.init)
  var format: FormatList?

  @Option(
    help: ArgumentHelp("The folder to write to; a single format goes to standard output.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(help: "Colour; auto is a terminal without NO_COLOR.")
  var color: ColorChoice = .auto

  @Argument(
    help: ArgumentHelp("The JSON report of a run; - is standard input.", valueName: "report"), completion: .json)
  var report: String

  func run() throws {
    let messages = Messages(color: color)
    let plan = try ReportPlan(formats: format?.formats ?? [TextReport()], output: output, settings: nil)
    let status = messages.status { () throws(Diagnostic) in
      let report = try SavedReport.read(report)
      let failures = plan.write(report, color: color)
      for failure in failures { messages.show(failure) }
      return failures.isEmpty ? ExitStatus.clean : ExitStatus.untrusted
    }
    throw ExitCode(status)
  }
}
