import Foundation
import Testing

/// Shell completion, and the manual page.
@Suite struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func scriptsKnowCommandsAndValues(shell: String) throws {
    let run = try Program.run(["--generate-completion-script", shell])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    for word in HelpTests.commands + ["contradiction", "markdown", "claimreview", "jsonl", "yaml", "never"] {
      #expect(run.output.contains(word), "\(shell): \(word)")
    }
  }

  @Test func anotherShellIsWrongUsage() throws {
    let run = try Program.run(["--generate-completion-script", "tcsh"])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("bash"))
  }

  /// What bash offers for the last of the words.
  private func offers(_ words: [String]) throws -> Set<String> {
    let scratch = try Scratch()
    for name in ["rules/a.yaml", "b.yml", "notes.txt", "report.json", "articles/c.md"] { try scratch.file(name, "") }
    try scratch.file("complete.bash", Program.run(["--generate-completion-script", "bash"]).bytes)
    let list = (["factcheck"] + words).map { "'\($0)'" }.joined(separator: " ")
    try scratch.file(
      "try.bash",
      """
      source complete.bash
      COMP_WORDS=(\(list)); COMP_CWORD=\(words.count); COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      name=$(complete -p factcheck | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
      "$name" factcheck "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    let run = try Program.shell("bash try.bash", folder: scratch.folder)
    #expect(run.errors.isEmpty, "\(run.errors)")
    return Set(
      run.output.split(separator: "\n").map { String($0.trimmingPrefix("./")).trimmingCharacters(in: ["/", " "]) })
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/bin/bash")))
  func bashOffersWhatFits() throws {
    #expect(try offers([""]).isSuperset(of: ["init", "run", "lint", "test", "explain", "gate"]))
    #expect(try offers(["run", "--fail-on", ""]) == ["contradiction", "disputed", "changed", "never"])
    #expect(try offers(["run", "--format", "m"]) == ["markdown"])
    #expect(try offers(["extract", "--language", "f"]) == ["fa", "fr"])
    let rules = try offers(["run", ""])
    #expect(rules.isSuperset(of: ["rules", "b.yml"]))
    #expect(!rules.contains("notes.txt") && !rules.contains("report.json"))
    let reports = try offers(["gate", ""])
    #expect(reports.contains("report.json"))
    #expect(!reports.contains("notes.txt"))
    #expect(try offers(["articles", "n"]) == ["notes.txt"])
    let folders = try offers(["init", ""])
    #expect(folders.contains("articles"))
    #expect(!folders.contains("notes.txt"))
  }
}

@Suite struct ManualTests {
  private static let page = Program.root.appendingPathComponent("docs/man/factcheck.1")
  private static let hasPython =
    (try? tool("python3", ["--version"], input: Data()))?.status == 0
  private static let hasGroff = (try? tool("groff", ["--version"], input: Data()))?.status == 0

  /// A program of the machine, found as a user's shell finds it.
  private static func tool(_ name: String, _ arguments: [String], input: Data) throws -> (status: Int32, output: Data) {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.standardInput = try FileHandle(forReadingFrom: scratch.file("input", input))
    process.standardOutput = try FileHandle(forWritingTo: scratch.file("output", ""))
    process.standardError = try FileHandle(forWritingTo: scratch.file("errors", ""))
    try process.run()
    process.waitUntilExit()
    let output = try Data(contentsOf: scratch.url("output")) + Data(contentsOf: scratch.url("errors"))
    return (process.terminationStatus, output)
  }

  @Test(.enabled(if: hasPython, "python3 is not there"))
  func itIsThatOfTheProgram() throws {
    let dump = try Program.run(["--experimental-dump-help"])
    let script = Program.root.appendingPathComponent("bin/manpage").path
    let made = try Self.tool("python3", [script], input: dump.bytes)
    #expect(made.status == 0)
    if ProcessInfo.processInfo.environment["FACTCHECK_UPDATE_GOLDEN"] != nil { try made.output.write(to: Self.page) }
    let committed = try Data(contentsOf: Self.page)
    #expect(
      made.output == committed,
      "docs/man/factcheck.1 is out of date: FACTCHECK_UPDATE_GOLDEN=1 swift test --filter ManualTests writes it anew")
  }

  @Test(.enabled(if: hasGroff, "groff is not there"))
  func roffHasNothingToSay() throws {
    let result = try Self.tool("groff", ["-ww", "-man", "-Tutf8", "-z"], input: Data(contentsOf: Self.page))
    #expect(result.status == 0)
    #expect(result.output.isEmpty, "\(String(decoding: result.output, as: UTF8.self))")
  }

  /// Every command, and none of their options left out.
  @Test func itNamesCommandsAndStatuses() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8).replacingOccurrences(of: "\\-", with: "-")
    for command in HelpTests.commands { #expect(text.contains("\n.SS factcheck \(command)\n"), "\(command)") }
    for option in ["--fail-on", "--write-baseline", "--mutate", "--language"] { #expect(text.contains(option)) }
    #expect(text.components(separatedBy: "Exit status").count - 1 == HelpTests.commands.count + 1)
  }
}
