import Foundation
import Testing

/// What the pages about gating show is what happens: their shell blocks run in a copy of the sample project.
@Suite struct DocumentTests {
  static let pages = [
    "commands/report.md", "commands/gate.md", "commands/diff.md", "commands/explain.md", "commands/test.md",
    "baselines.md",
    "ci.md",
  ]

  static func blocks(_ page: String, _ language: String) throws -> [String] {
    let text = try String(contentsOf: Program.root.appendingPathComponent("docs/\(page)"), encoding: .utf8)
    return text.components(separatedBy: "\n```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "\n```").first ?? ""
    }
  }

  private func sample() throws -> Scratch {
    let scratch = try Scratch()
    for name in ["rules", "articles"] {
      try FileManager.default.copyItem(at: Program.root.appendingPathComponent(name), to: scratch.url(name))
    }
    return scratch
  }

  @Test(arguments: pages)
  func commandsRun(page: String) throws {
    let blocks = try Self.blocks(page, "sh")
    #expect(!blocks.isEmpty)
    let scratch = try sample()
    for line in blocks.joined(separator: "\n").split(separator: "\n") {
      let wanted: Int32 = line.contains("# status 2") ? 2 : line.contains("# status 1") ? 1 : 0
      let run = try Program.shell("factcheck() { \"$factcheck\" \"$@\"; }; \(line)", folder: scratch.folder)
      #expect(run.status == wanted, "\(page): \(line): \(run.errors.suffix(500))")
      #expect(wanted == 2 || !run.errors.contains("error:"), "\(line): \(run.errors.suffix(500))")
    }
  }

  /// Every option that help lists for these commands is in their page, and none that is not there.
  @Test(arguments: ["run", "report", "gate", "diff", "explain", "test"])
  func everyOptionIsThere(command: String) throws {
    let page = try String(
      contentsOf: Program.root.appendingPathComponent("docs/commands/\(command).md"), encoding: .utf8)
    func options(_ text: String) throws -> Set<String> {
      let pattern = try NSRegularExpression(pattern: "--[a-z]+(-[a-z]+)*")
      return Set(
        pattern.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
          Range($0.range, in: text).map { String(text[$0]) }
        })
    }
    let help = try Program.run([command, "--help"]).output
    let known = try options(help).subtracting(["--help", "--version"])
    let synopsis = try #require(page.components(separatedBy: "```").dropFirst().first)
    #expect(try options(synopsis) == known)
  }

  /// The files that the page about baselines shows are read as they stand there.
  @Test func filesAreRead() throws {
    let scratch = try gatedProject()
    let json = try #require(try Self.blocks("baselines.md", "json").first)
    try scratch.file("baseline.json", json)
    #expect(try scratch.run("run", "rules", "--baseline", "baseline.json").status == 1)
    try scratch.file("rules/baseline.json", json)

    let files = try Self.blocks("baselines.md", "yaml")
    #expect(files.count == 2)
    for text in files {
      let name = try #require(text.split(separator: "\n").first).dropFirst(2)
      try scratch.file(
        String(name),
        text.replacingOccurrences(of: "us-troops-in-iraq\n", with: "dead\n").replacingOccurrences(
          of: "2027-01-31", with: "2999-01-31"))
    }
    let run = try scratch.run("run", "rules", "--format", "json")
    #expect(run.status != 2, "\(run.errors)")
    #expect(!run.errors.contains("error:"), "\(run.errors)")
    #expect(run.output.contains("\"setAside\": \"an old figure, quoted on purpose\""))
  }
}
