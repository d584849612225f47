import ArgumentParser
import Articles
import Claims
import FactcheckKit
import Reports

/// `factcheck rules`: which rules there are, and how far each reaches.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List rules: kind, languages, examples, claims found; or the ready ones.",
    discussion: """
      The languages are those in which a rule can match: one concept of `about`, all of
      `with` and all of `near` have terms in them. Claims are counted where the settings
      list articles, or --articles names some.

      EXAMPLES:
        factcheck rules rules/
        factcheck rules rules/ --articles drafts/*.md
        factcheck rules rules/ --format json | jq '.rules[] | select(.claims == 0) | .id'
        factcheck rules --ready

      EXIT STATUS:
        0  all rules could be read
        2  a rule is wrong, or an article cannot be read: standard error says what
      """)

  @Flag(help: "List the ready rules and concepts that come with the program.")
  var ready = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files, folders or patterns to look for claims in, instead of the articles of the settings.", valueName: "path"),
    completion: .file())
  var articles: [String] = []

  @Option(help: "A table, or a JSON object.")
  var format: RuleListing.Format = .table

  @OptionGroup var work: WorkOptions

  @Argument(
    help: ArgumentHelp("Folders of rules, or single files (default: rules).", valueName: "rules"), completion: .rules)
  var rules: [String] = []

  func validate() throws {
    if ready, !rules.isEmpty || !articles.isEmpty {
      throw ValidationError("--ready lists what comes with the program, and takes no rules or articles")
    }
  }

  func run() async throws {
    let messages = Messages(color: work.color)
    let standard = Output.standard
    var entries: [RuleListing.Entry]
    var problems: [Diagnostic] = []
    if ready {
      entries = RuleOverview.ready()
    } else {
      (entries, problems) = await RuleOverview.rules(
        RuleLoader.load(paths: rules.isEmpty ? ["rules"] : rules), articlePaths: articles,
        jobs: work.jobs ?? Jobs.available)
    }
    for problem in problems { messages.show(problem) }
    var status = problems.contains { $0.severity == .error } ? ExitStatus.untrusted : ExitStatus.clean
    let listing = RuleListing(
      options: ReportOptions(
        color: Terminal.usesColor(work.color, on: standard), isTerminal: Terminal.isTerminal(standard),
        width: Terminal.width(of: standard)),
      allLanguages: RuleOverview.languages)
    if case .failed(let code) = standard.write(listing.render(entries, as: format)) {
      messages.show(Output.failure(code))
      status = ExitStatus.untrusted
    }
    throw ExitCode(status)
  }
}

extension RuleListing.Format: ExpressibleByArgument {}
