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
        factcheck run rules/ --write-baseline baseline.json
        factcheck run rules/ --baseline baseline.json

      Without --format, the report goes to standard output as text, and into the
      folder of --output, or of `output:` in the settings, as JSON and HTML.

      EXIT STATUS:
        0  nothing new at or above the threshold of --fail-on
        1  new findings at or above it, more of them than --max; with --strict-baseline
           also findings of the baseline that are gone
        2  the run cannot be trusted: a rule is wrong, an article cannot be read;
           all the others are still reported
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files, folders or patterns to check instead of the articles of the settings; - is standard input.",
      valueName: "path"), completion: .file())
  var articles: [String] = []

  @Option(
    help: ArgumentHelp("How to report: \(FormatList.names), or several with commas between.", valueName: "formats"),
    completion: .formats, transform: FormatList.init)
  var format: FormatList?

  @Option(
    help: ArgumentHelp("Where reports other than text go, each to a file of its own.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @OptionGroup var gating: GateOptions

  @OptionGroup var work: WorkOptions

  @Argument(
    help: ArgumentHelp("Folders of rules, or single files (default: rules).", valueName: "rules"), completion: .rules)
  var rules: [String] = ["rules"]

  mutating func run() async throws {
    let messages = Messages(color: work.color)
    let ruleSet = RuleLoader.load(paths: rules)
    if ruleSet.rules.isEmpty {
      for problem in ruleSet.problems { messages.show(problem) }
      throw ExitCode(ExitStatus.untrusted)
    }
    let plan = try ReportPlan(formats: format?.formats, output: output, settings: ruleSet.settings.outputFolder)
    let progress = ProgressLine()
    var report = await Factcheck.run(
      ruleSet: ruleSet,
      options: .init(articlePaths: articles, jobs: work.jobs ?? Jobs.available, today: gating.day),
      progress: { progress.show(done: $0.articlesDone, of: $0.articles) })
    progress.clear()

    let gate = gating.gate(ruleSet.settings)
    var failure: Diagnostic?
    do throws(Diagnostic) {
      try gating.apply(to: &report, gate: gate, settings: ruleSet.settings, isPartial: !articles.isEmpty)
    } catch {
      failure = error
    }
    let outcome = gate.outcome(of: report)
    var status = failure == nil ? outcome.status : ExitStatus.untrusted
    // On a terminal the report itself shows the problems.
    if !(plan.standard is TextReport && Terminal.isTerminal(.standard)) {
      for problem in report.problems { messages.show(problem) }
    }
    if let failure { messages.show(failure) }
    for failure in plan.write(report, color: work.color) {
      messages.show(failure)
      status = ExitStatus.untrusted
    }
    GateMessages.show(outcome, gate)
    throw ExitCode(status)
  }
}
