import ArgumentParser
import Articles
import FactcheckKit

/// `factcheck init`: a first set of rules.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a first set of rules and articles, ready to run.",
    discussion: """
      Makes rules/ with settings, concepts and two rules, and articles/ with two short
      articles that contradict each other. Read them, run them, change them. No file is
      overwritten.

      EXAMPLES:
        factcheck init
        factcheck init my-checks

      EXIT STATUS:
        0  the files were written
        2  one of them is there already, or could not be written
      """)

  @Argument(
    help: ArgumentHelp("Where to; made where it is not there (default: the current folder).", valueName: "folder"),
    completion: .directory)
  var folder: String = "."

  func run() throws {
    let status = Messages(color: .auto).status { () throws(Diagnostic) in
      let paths = try Starter.write(to: folder)
      let lead = folder == "." ? "" : "  cd \(folder)\n"
      Output.standard.write(
        """
        wrote \(paths.joined(separator: "\n      "))

        Now type:
        \(lead)  factcheck run rules/     find what the two articles contradict each other about
          factcheck test rules/    run the examples of the rules
          factcheck explain articles/flood.en.md:8
                                   why a sentence was taken, or was not

        """)
      return ExitStatus.clean
    }
    throw ExitCode(status)
  }
}
