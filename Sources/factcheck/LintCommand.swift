import ArgumentParser
import Articles
import FactcheckKit
import Reports

/// `factcheck lint`: what is wrong with rules, and what is only odd.
struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find mistakes in rules, and rules that cannot do what they seem to.",
    discussion: """
      Reports everything at once: what keeps a rule from being read (errors), and what
      only a closer look finds (warnings): rules that can never match, terms that say
      the same, concepts without a language that the articles use, missing examples.

      EXAMPLES:
        factcheck lint rules/
        factcheck lint rules/ --strict
        factcheck lint rules/ --format sarif > lint.sarif

      Each warning ends with its code in brackets. `lint: {missing-language: false}` in
      factcheck.yaml switches one off.

      EXIT STATUS:
        0  no errors; with --strict, no warnings either
        1  warnings, with --strict
        2  errors: a run with these rules could not be trusted
      """)

  @Option(help: "Text, a JSON object, or a SARIF 2.1.0 log.")
  var format: LintReport.Format = .text

  @Flag(help: "Fail on warnings too.")
  var strict = false

  @OptionGroup var work: WorkOptions

  @Argument(
    help: ArgumentHelp("Folders of rules, or single files (default: rules).", valueName: "rules"), completion: .rules)
  var rules: [String] = ["rules"]

  func run() async throws {
    let report = await RuleLint.lint(rules, jobs: work.jobs ?? Jobs.available)
    let color = Terminal.usesColor(work.color, on: .standard)
    var status =
      report.errors > 0
      ? ExitStatus.untrusted : strict && report.warnings > 0 ? ExitStatus.findings : ExitStatus.clean
    if case .failed(let code) = Output.standard.write(report.render(format, color: color)) {
      Messages(color: work.color).show(Output.failure(code))
      status = ExitStatus.untrusted
    }
    throw ExitCode(status)
  }
}

extension LintReport.Format: ExpressibleByArgument {}
