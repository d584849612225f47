import ArgumentParser
import Articles
import Claims
import FactcheckKit
import Reports

/// `factcheck explain`: from words to verdict, or why there is none.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell why: for a finding, a rule, or a line of an article.",
    discussion: """
      The commonest question is why something was not found. Give the file and the line:
      the figures and concepts in it are shown as they were read, and for each rule why
      it took a figure, or why not. A finding is followed back to the words of each
      article; a rule is shown with its terms and what it found.

      EXAMPLES:
        factcheck explain articles/2021-07-30-crash.fr.txt:12
        factcheck explain articles/a.md:12 --only us-troops-in-iraq
        factcheck explain us-troops-in-iraq-3f9c2a
        factcheck explain us-troops-in-iraq --rules rules/

      EXIT STATUS:
        0  it was explained
        2  there is no such finding, rule or line, or a rule is wrong
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Folders of rules, or single files (default: rules).", valueName: "rules"), completion: .rules)
  var rules: [String] = ["rules"]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Articles to read instead of those of the settings.", valueName: "path"), completion: .file())
  var articles: [String] = []

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Tell of these rules only.", valueName: "rule"))
  var only: [String] = []

  @OptionGroup var work: WorkOptions

  @Argument(
    help: ArgumentHelp("The id of a finding or rule, or FILE:LINE.", valueName: "finding|rule|file:line"),
    completion: .file())
  var target: String

  func run() async throws {
    let messages = Messages(color: work.color)
    let ruleSet = RuleLoader.load(paths: rules)
    for problem in ruleSet.problems where problem.severity == .error { messages.show(problem) }
    if ruleSet.rules.isEmpty { throw ExitCode(ExitStatus.untrusted) }
    let standard = Output.standard
    let options = ReportOptions(
      color: Terminal.usesColor(work.color, on: standard), isTerminal: Terminal.isTerminal(standard),
      width: Terminal.width(of: standard))
    do throws(Diagnostic) {
      let explanation = try await Explainer.explain(
        .init(target), only: Set(only), ruleSet: ruleSet,
        options: .init(articlePaths: articles, jobs: work.jobs ?? Jobs.available))
      if case .failed(let code) = standard.write(ExplanationText(explanation, options: options).render()) {
        throw Output.failure(code)
      }
    } catch {
      messages.show(error)
      throw ExitCode(ExitStatus.untrusted)
    }
    throw ExitCode(ExitStatus.clean)
  }
}
