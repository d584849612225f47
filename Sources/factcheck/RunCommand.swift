import ArgumentParser
import Articles
import Claims
import FactcheckKit
import Reports

/// `factcheck run`: check articles against rules.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Find what articles contradict each other about.",
    discussion: """
      Reads the rules, and the articles that their settings list, finds the claims
      that the rules watch, and reports which of them cannot all be true.

      EXAMPLES:
        factcheck run rules/
        factcheck run rules/ --articles drafts/*.md
        factcheck run rules/ --format json | jq .summary
        factcheck run rules/ --format text,json,html --output out/ --fail-on disputed
        factcheck run rules/ --format github

      Without --format, the report goes to standard output as text, and into the
      folder of --output, or of `output:` in the settings, as JSON and HTML.

      EXIT STATUS:
        0  nothing at or above the threshold of --fail-on
        1  findings at or above it
        2  the run cannot be trusted: a rule is wrong, an article cannot be read;
           all the others are still reported
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files, folders or patterns to check instead of the articles of the settings; - is standard input.",
      valueName: "path"))
  var articles: [String] = []

  @Option(
    help: ArgumentHelp(
      "How to report: \(ReportFormats.all.map(\.name).joined(separator: ", ")), or several with commas between.",
      valueName: "formats"),
    transform: FormatList.init)
  var format: FormatList?

  @Option(help: ArgumentHelp("Where reports other than text go: report.json, report.html …", valueName: "folder"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The weakest verdict that makes the status 1 (default: `fail-on:` of the settings, else contradiction).",
      valueName: "verdict"))
  var failOn: FailureThreshold?

  @OptionGroup var work: WorkOptions

  @Argument(help: ArgumentHelp("Folders of rules, or single files.", valueName: "rules"))
  var rules: [String]

  mutating func run() async throws {
    let messages = Messages(color: work.color)
    let ruleSet = RuleLoader.load(paths: rules)
    if ruleSet.rules.isEmpty {
      for problem in ruleSet.problems { messages.show(problem) }
      throw ExitCode(ExitStatus.untrusted)
    }
    let plan = try ReportPlan(formats: format?.formats, output: output, settings: ruleSet.settings.outputFolder)
    let progress = ProgressLine()
    let report = await Factcheck.run(
      ruleSet: ruleSet, options: .init(articlePaths: articles, jobs: work.jobs ?? Jobs.available),
      progress: { progress.show(done: $0.articlesDone, of: $0.articles) })
    progress.clear()

    var status = report.exitStatus(
      failOn: failOn ?? ruleSet.settings.failOn.flatMap(FailureThreshold.init) ?? .contradiction)
    // On a terminal the report itself shows the problems.
    if !(plan.standard is TextReport && Terminal.isTerminal(.standard)) {
      for problem in report.problems { messages.show(problem) }
    }
    for failure in plan.write(report, color: work.color) {
      messages.show(failure)
      status = ExitStatus.untrusted
    }
    throw ExitCode(status)
  }
}

extension FailureThreshold: ExpressibleByArgument {}
