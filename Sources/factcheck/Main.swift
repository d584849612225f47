import ArgumentParser
import Articles
import Claims
import FactcheckKit
import Languages

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@main
enum Main {
  static func main() async {
    // A descriptor that the caller closed must not go to a file that is opened later.
    for file in 0...2 where fcntl(Int32(file), F_GETFD) < 0 { _ = open("/dev/null", O_RDWR) }
    // A reader that goes away (`| head`) is then seen as EPIPE where it is written to, and reports still reach the disk.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that may not grow (`ulimit -f`): an error to report and to clean up after, not the end.
    signal(SIGXFSZ, SIG_IGN)
    exit(await status())
  }

  /// Runs the command that the arguments name.
  private static func status() async -> Int32 {
    if LanguageFile.isTriedOut, hasFaultyLanguages() { return ExitStatus.untrusted }
    do {
      var command = try RootCommand.parseAsRoot(FileName.arguments)
      if var command = command as? AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return ExitStatus.clean
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return report(error)
    }
  }

  /// Language files that somebody is writing are checked before they are used; the built-in ones a test has checked.
  private static func hasFaultyLanguages() -> Bool {
    let problems = LanguageFile.problems()
    for problem in problems { Messages(color: .auto).show(Diagnostic(.error, problem)) }
    return !problems.isEmpty
  }

  /// What is wrong with the first argument, where that should be a command and is none.
  private static var unknownCommand: Diagnostic? {
    guard let word = FileName.arguments.first, !word.hasPrefix("-") else { return nil }
    let commands = RootCommand.groups.flatMap { $0.subcommands.compactMap { $0.configuration.commandName } }
    guard word != "help", !commands.contains(word) else { return nil }
    return Diagnostic(
      .error, "there is no command `\(word)`",
      help: Suggestion.closest(to: word, among: commands).map { "did you mean `factcheck \($0)`?" }
        ?? "the commands are \(commands.joined(separator: ", "))")
  }

  /// What the parser throws: help and versions, which are no errors, and wrong usage.
  private static func report(_ error: any Error) -> Int32 {
    let isClean = RootCommand.exitCode(for: error) == .success
    if !isClean, let unknown = unknownCommand {
      Messages(color: .auto).show(unknown)
      return ExitStatus.untrusted
    }
    let message = RootCommand.fullMessage(for: error)
    if !message.isEmpty { (isClean ? Output.standard : Output.error).write(message + "\n") }
    return isClean ? ExitStatus.clean : ExitStatus.untrusted
  }
}
