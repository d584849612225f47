import ArgumentParser
import FactcheckKit

/// The root of the command line. Alone it says what the program is and what to type next.
struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "factcheck",
    abstract: "Do these articles contradict each other?",
    discussion: """
      Reads articles, finds the claims they make (how many, how much, when, who), and reports those that cannot all be
      true.

      EXAMPLES:
        factcheck init                    write a first set of rules and articles
        factcheck run rules/              check the articles that rules/factcheck.yaml lists
        factcheck explain articles/a.md:12
                                          tell why a line was taken, or was not
        factcheck gate report.json --baseline baseline.json
                                          fail on what is new in a saved report

      EXIT STATUS:
        0  nothing found at or above the threshold (see --fail-on)
        1  findings at or above it
        2  the run cannot be trusted: a bad rule, an unreadable article, wrong usage
      """,
    version: factcheckVersion,
    groupedSubcommands: groups)

  /// The commands, as help and the program alone list them.
  static let groups = [
    CommandGroup(name: "Check", subcommands: [InitCommand.self, RunCommand.self]),
    CommandGroup(
      name: "Write Rules", subcommands: [LintCommand.self, TestCommand.self, RulesCommand.self, ExplainCommand.self]),
    CommandGroup(name: "Use Reports", subcommands: [ReportCommand.self, GateCommand.self, DiffCommand.self]),
    CommandGroup(name: "Look Into Articles", subcommands: [ArticlesCommand.self, ExtractCommand.self]),
  ]

  mutating func run() async throws {
    Output.standard.write(
      """
      factcheck \(factcheckVersion): do these articles contradict each other?

      It reads articles, finds the claims they make (how many, how much, when, who), and reports those that cannot all
      be true. To see it at work:

        factcheck init my-checks      write two articles and rules for them
        cd my-checks
        factcheck run rules/          find what the articles contradict each other about

      All commands:

      \(Self.commands)
      `factcheck help run` shows the options of a command, with examples; `factcheck --help` the exit statuses.

      """)
  }

  /// A line a group: `  Write rules          test, explain`.
  private static var commands: String {
    let width = groups.map(\.name.count).max() ?? 0
    return groups.map { group in
      let names = group.subcommands.map { $0.configuration.commandName ?? "" }
      let name = group.name.prefix(1) + group.name.dropFirst().lowercased()
      return "  " + name + String(repeating: " ", count: width - name.count + 4) + names.joined(separator: ", ") + "\n"
    }.joined()
  }
}
