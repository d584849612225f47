import ArgumentParser
import Articles
import FactcheckKit
import ICU
import Languages
import Reports

/// `factcheck extract`: mentions without rules.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "List the quantities, ordinals, dates and durations of texts, with their normal forms.",
    discussion: """
      Needs no rules. Lines are read, worked on and written as they come, so memory
      does not grow with the input.

      EXAMPLES:
        factcheck extract --format text article.md
        factcheck extract --language fr --date 2020-07-08 article.txt
        factcheck extract archive.jsonl.gz > mentions.jsonl

      A line of input is an article:
        {"id": "a1", "text": "Plus de 20 km.", "language": "fr", "date": "2021-07-30"}
      All but "id" and "text" may be missing. A line of output is a mention; "start"
      and "end" count Unicode code points of the text:
        {"article": "a1", "kind": "quantity", "text": "Plus de 20 km", "start": 0, "end": 13, \
      "quantity": {"value": 20, "low": 20, "high": null, "unit": "kilometer"}}

      EXIT STATUS:
        0  all was read
        2  something was not: standard error says what, and the rest is written
      """)

  enum Input: String, CaseIterable, ExpressibleByArgument { case text, jsonl }

  @Option(help: "What a file holds: one article (text), or one in each line (jsonl). (default: by its ending)")
  var input: Input?

  @Option(help: "A JSON object for each mention, or a listing for people.")
  var format: Extraction.Format = .jsonl

  @Option(
    help: ArgumentHelp("The language of articles that do not give theirs (default: identified).", valueName: "tag"),
    completion: .list(LanguageFile.codes.sorted()), transform: Arguments.language)
  var language: String?

  @Option(
    help: ArgumentHelp(
      "The day, as 2021-07-26, from which “Thursday” counts in articles without a date.", valueName: "day"),
    transform: Arguments.day)
  var date: Day?

  @OptionGroup var work: WorkOptions

  @Argument(
    help: ArgumentHelp("Files, folders or patterns; - is standard input.", valueName: "path"), completion: .file())
  var paths: [String]

  func run() async throws { throw ExitCode(await extract()) }

  /// Input is read and output written on the main thread, so that waiting for either takes no worker from its work.
  @MainActor private func extract() async -> Int32 {
    let standard = Output.standard
    let isTerminal = Terminal.isTerminal(standard)
    let extraction = Extraction(
      format: format, language: language, day: date, jobs: work.jobs ?? Jobs.available,
      listing: ReportOptions(
        color: Terminal.usesColor(work.color, on: standard), isTerminal: isTerminal, width: Terminal.width(of: standard)
      ))
    let messages = Messages(color: work.color)
    var status = ExitStatus.clean
    var outcome = Output.Outcome.written
    await extraction.run(
      paths.map(source),
      write: { bytes in
        outcome = standard.write(bytes)
        return outcome == .written
      },
      report: { problem in
        messages.show(problem)
        if problem.severity == .error { status = ExitStatus.untrusted }
      })
    if case .failed(let code) = outcome {
      messages.show(Output.failure(code))
      status = ExitStatus.untrusted
    }
    return status
  }

  private func source(_ path: String) -> Extraction.Source {
    let isLines =
      input.map { $0 == .jsonl } ?? ["jsonl", "ndjson", "jsonl.gz", "ndjson.gz"].contains { path.hasSuffix("." + $0) }
    if path == "-" { return .stream(file: 0, name: "-", isLines: isLines) }
    return isLines ? .lines(path: path) : .article(path: path)
  }
}

extension Extraction.Format: ExpressibleByArgument {}
