import ArgumentParser
import Articles
import ICU

/// Options of every command that works on articles.
struct WorkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How much is read at once; the output does not depend on it (default: one a core).", valueName: "n"),
    transform: Arguments.jobs)
  var jobs: Int?

  @Option(help: "Colour; auto is a terminal without NO_COLOR.")
  var color: ColorChoice = .auto
}

/// Values of options, with what to write instead where they are wrong.
enum Arguments {
  static func jobs(_ text: String) throws -> Int {
    guard let jobs = Int(text), (1...1024).contains(jobs) else {
      throw ValidationError("‘\(text)’ is no number of jobs: write a whole number from 1 to 1024")
    }
    return jobs
  }

  static func count(_ text: String) throws -> Int {
    guard let count = Int(text), count >= 0 else {
      throw ValidationError("‘\(text)’ is no number of findings: write a whole number from 0 up")
    }
    return count
  }

  static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else {
      throw ValidationError("‘\(text)’ is no day: write it as year-month-day, such as 2021-07-26")
    }
    return day
  }

  static func language(_ text: String) throws -> String {
    guard let tag = ArticleMetadata.language(text) else {
      throw ValidationError("‘\(text)’ is no language tag: write a BCP 47 tag, such as fr or zh-Hant")
    }
    return tag
  }
}
