import ArgumentParser
import Articles
import FactcheckKit
import Reports

/// `factcheck articles`: how each article is read.
struct ArticlesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "Show how articles are read: format, encoding, language, date, title, story and clutter.",
    discussion: """
      The first thing to ask when a claim is not found: is the paragraph part of the
      story, and do the day and the language hold? Needs no rules.

      EXAMPLES:
        factcheck articles pages/
        factcheck articles --format text page.html
        factcheck articles --format jsonl feed.xml | jq -r .text

      --format table has a row an article: where its date comes from in brackets, the
      words of its story, and how many pieces of the page were left out. --format text
      shows the story with the line of each paragraph in the file, and why the rest
      was left out. --format jsonl writes all of it, a JSON object a line.

      EXIT STATUS:
        0  all was read
        2  something was not: standard error says what, and the rest is shown
      """)

  @Option(help: "A table, the text of each article, or a JSON object a line.")
  var format: ArticleListing.Format = .table

  @OptionGroup var work: WorkOptions

  @Argument(help: ArgumentHelp("Files, folders or patterns.", valueName: "path"), completion: .file())
  var paths: [String]

  func run() async throws {
    let result = await ArticleSurvey.read(paths, jobs: work.jobs ?? Jobs.available)
    let standard = Output.standard
    let listing = ArticleListing(
      options: ReportOptions(
        color: Terminal.usesColor(work.color, on: standard), isTerminal: Terminal.isTerminal(standard),
        width: Terminal.width(of: standard)))
    let messages = Messages(color: work.color)
    for problem in result.problems { messages.show(problem) }
    var status = result.problems.contains { $0.severity == .error } ? ExitStatus.untrusted : ExitStatus.clean
    if case .failed(let code) = standard.write(listing.render(result.entries, as: format)) {
      messages.show(Output.failure(code))
      status = ExitStatus.untrusted
    }
    throw ExitCode(status)
  }
}

extension ArticleListing.Format: ExpressibleByArgument {}
