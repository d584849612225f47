import ArgumentParser
import FactcheckKit

/// The root of the command line. Alone it says what the program is and what to type next.
struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "factcheck",
    abstract: "Do these articles contradict each other?",
    discussion: """
      Reads articles, finds the claims they make (how many, how much, when), and reports those that cannot all be true.

      EXAMPLES:
        factcheck run rules/              check the articles that rules/factcheck.yaml lists
        factcheck lint rules/             find mistakes in rules
        factcheck rules rules/            list rules, and how far each reaches
        factcheck report report.json --format markdown
                                          write a saved report in another format
        factcheck gate report.json --baseline baseline.json
                                          fail on what is new in it
        factcheck diff old.json new.json  show what became of the findings
        factcheck articles pages/         show how articles are read
        factcheck extract a.txt --format text
                                          list the quantities and dates of an article

      EXIT STATUS:
        0  nothing found at or above the threshold (see --fail-on)
        1  findings at or above it
        2  the run cannot be trusted: a bad rule, an unreadable article, wrong usage
      """,
    version: factcheckVersion,
    subcommands: [
      InitCommand.self, RunCommand.self, ExplainCommand.self, TestCommand.self, LintCommand.self, RulesCommand.self,
      ReportCommand.self, GateCommand.self, DiffCommand.self, ArticlesCommand.self,
      ExtractCommand.self,
    ])

  mutating func run() async throws {
    Output.standard.write(
      """
      factcheck \(factcheckVersion): do these articles contradict each other?

      It reads articles, finds the claims they make (how many, how much, when), and reports those that cannot all be
      true.

        factcheck run rules/                    check the articles that rules/factcheck.yaml lists
        factcheck articles pages/               show how articles are read: day, language, story
        factcheck extract --format text a.txt   list the quantities and dates of an article
        factcheck --help                        all commands; `factcheck help run` for the options of one

      """)
  }
}
