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
      EXAMPLES:
        factcheck test rules/

      EXIT STATUS:
        0  all examples hold
        1  some do not
        2  a rule is wrong
      """)

  @Option(help: "Colour; auto is a terminal without NO_COLOR.")
  var color: ColorChoice = .auto

  @Argument(help: ArgumentHelp("Folders of rules, or single files.", valueName: "rules"))
  var rules: [String]

  func run() throws {
    let messages = Messages(color: color)
    let ruleSet = RuleLoader.load(paths: rules)
    for problem in ruleSet.problems { messages.show(problem) }
    let outcomes = RuleTester(ruleSet).outcomes()
    var text = ""
    for outcome in outcomes where !outcome.passed {
      let (place, words): (Diagnostic.Location?, String) =
        switch outcome.subject {
        case .example(let example): (example.location, "\(example.language): \(example.text)")
        case .pair(let pair): (pair.location, pair.texts.map(\.text).joined(separator: " | "))
        }
      text += "\(place.map { "\($0.file):\($0.line)" } ?? "") \(outcome.rule): \(words)\n"
      text += "  expected \(outcome.expected)\n  got      \(outcome.got)\n"
    }
    let failed = outcomes.count { !$0.passed }
    text += "\(outcomes.count - failed) passed, \(failed) failed\n"
    Output.standard.write(text)
    let isWrong = ruleSet.problems.contains { $0.severity == .error }
    throw ExitCode(isWrong ? ExitStatus.untrusted : failed > 0 ? ExitStatus.findings : ExitStatus.clean)
  }
}
