import Foundation
import Testing

/// What the program says of itself: `factcheck`, and `--help` of every command.
@Suite struct HelpTests {
  /// All commands, from the parser's own description of them.
  static let commands: [String] = {
    struct Dump: Decodable {
      struct Command: Decodable {
        var commandName: String
        var subcommands: [Command]?
      }
      var command: Command
    }
    guard let run = try? Program.run(["--experimental-dump-help"]),
      let dump = try? JSONDecoder().decode(Dump.self, from: run.bytes)
    else { return [] }
    return (dump.command.subcommands ?? []).map(\.commandName).filter { $0 != "help" }
  }()

  @Test func thereAreCommands() {
    #expect(Self.commands.count >= 9)
    #expect(Self.commands.contains("init"))
  }

  @Test func aloneItNamesEveryCommandAndWhatToType() throws {
    let run = try Program.run([])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    for text in ["factcheck init my-checks", "factcheck run rules/", "factcheck help run"] {
      #expect(run.output.contains(text))
    }
    let list = try #require(run.output.components(separatedBy: "All commands:").last)
    let words = Set(list.split { !$0.isLetter }.map(String.init))
    for command in Self.commands { #expect(words.contains(command), "\(command) is not listed") }
    // It fits on a terminal of the smallest usual size.
    #expect(run.lines.count <= 24)
    #expect(run.lines.allSatisfy { $0.count <= 118 })
  }

  @Test func helpNamesEveryCommand() throws {
    let help = try Program.run(["--help"])
    #expect(help.status == 0)
    for command in Self.commands { #expect(help.lines.contains { $0.hasPrefix("  \(command) ") }, "\(command)") }
  }

  /// Examples that begin with the command, and what each exit status means.
  @Test(arguments: commands)
  func helpShowsExamplesAndStatuses(command: String) throws {
    let help = try Program.run([command, "--help"])
    #expect(help.status == 0)
    #expect(help.errors.isEmpty)
    let parts = help.output.components(separatedBy: "EXAMPLES:")
    try #require(parts.count == 2, "`factcheck \(command) --help` shows no examples")
    let examples = parts[1].split(separator: "\n").prefix { $0.hasPrefix("  ") || $0.hasPrefix("    ") }
    #expect(!examples.isEmpty)
    #expect(examples.first?.contains("factcheck \(command)") == true)
    let statuses = help.output.components(separatedBy: "EXIT STATUS:")
    try #require(statuses.count == 2, "`factcheck \(command) --help` names no exit statuses")
    let lines = statuses[1].split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.contains { $0.hasPrefix("0  ") })
    #expect(lines.contains { $0.hasPrefix("2  ") })
  }

  /// `factcheck help run` is the same text.
  @Test func helpIsACommandToo() throws {
    #expect(try Program.run(["help", "run"]).output == Program.run(["run", "--help"]).output)
  }
}
