import ArgumentParser
import Articles
import Claims
import FactcheckKit
import Reports

/// `factcheck test`: run the examples of rules.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of rules.",
    discussion: """
      Each rule may carry examples: texts, and what should be taken from them. What
      fails is shown with what was expected and what was found. --mutate changes the
      numbers, dates and negations of the examples, one at a time, and tells which of
      the changes no rule would notice.

      EXAMPLES:
        factcheck test rules/
        factcheck test rules/ --filter troops
        factcheck test rules/ --mutate
        factcheck test rules/ --format junit > examples.xml

      EXIT STATUS:
        0  all examples hold, and all changes are noticed
        1  some do not
        2  a rule is wrong, or there is nothing to test
      """)

  @Option(
    help: ArgumentHelp("Only rules whose id holds this; * stands for anything.", valueName: "pattern"))
  var filter: String?

  @Flag(help: "Change the examples too, and tell which changes go unnoticed.")
  var mutate = false

  @Option(help: "How to report: text, json or junit.")
  var format: TestReport.Format = .text

  @Option(help: "Colour; auto is a terminal without NO_COLOR.")
  var color: ColorChoice = .auto

  @Argument(
    help: ArgumentHelp("Folders of rules, or single files (default: rules).", valueName: "rules"), completion: .rules)
  var rules: [String] = ["rules"]

  func run() throws {
    let messages = Messages(color: color)
    let ruleSet = RuleLoader.load(paths: rules)
    for problem in ruleSet.problems { messages.show(problem) }
    let wanted = RuleFilter(filter)
    let chosen = ruleSet.rules.filter { wanted.accepts($0.id) }
    let isWrong = ruleSet.problems.contains { $0.severity == .error }
    guard !chosen.isEmpty else {
      if !isWrong {
        let help = filter.flatMap { Suggestion.closest(to: $0, among: ruleSet.rules.map(\.id)) }
        messages.show(
          Diagnostic(
            .error, filter.map { "no rule has an id like ‘\($0)’" } ?? "there are no rules to test",
            help: help.map { "did you mean ‘\($0)’?" } ?? "factcheck rules lists them"))
      }
      throw ExitCode(ExitStatus.untrusted)
    }
    let tester = RuleTester(ruleSet)
    var report = TestReport(rules: chosen, outcomes: tester.outcomes(where: wanted.accepts))
    if report.outcomes.isEmpty {
      messages.show(
        Diagnostic(
          .error, "\(chosen.count == 1 ? "the rule has" : "the rules have") no examples to run",
          help: "write some under `examples:` of a rule: `- en: Three people died.`, and below it `claims: [3]`"))
      throw ExitCode(ExitStatus.untrusted)
    }
    if mutate {
      let mutations = tester.mutations(where: wanted.accepts)
      report.mutations = mutations.changes
      report.unchanged = mutations.unchanged
    }
    let standard = Output.standard
    let options = ReportOptions(
      color: Terminal.usesColor(color, on: standard), isTerminal: Terminal.isTerminal(standard),
      width: Terminal.width(of: standard))
    if case .failed(let code) = standard.write(report.render(as: format, options: options)) {
      messages.show(Output.failure(code))
      throw ExitCode(ExitStatus.untrusted)
    }
    let isClean = report.failed == 0 && report.unnoticed == 0
    throw ExitCode(isWrong ? ExitStatus.untrusted : isClean ? ExitStatus.clean : ExitStatus.findings)
  }
}

extension TestReport.Format: ExpressibleByArgument {}
