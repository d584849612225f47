import Foundation
import Testing

/// Links between the pages lead somewhere.
@Suite struct DocumentLinkTests {
  static let pages: [String] = {
    let docs =
      (try? FileManager.default.subpathsOfDirectory(atPath: Program.root.appendingPathComponent("docs").path)) ?? []
    return ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"]
      + docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
  }()

  static func text(_ page: String) throws -> String {
    try String(contentsOf: Program.root.appendingPathComponent(page), encoding: .utf8)
  }

  /// The lines that are no code.
  private static func prose(_ text: String) -> [Substring] {
    var isCode = false
    return text.split(separator: "\n").filter { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return !isCode && !line.hasPrefix("```")
    }
  }

  /// What GitHub calls the headings of a page.
  private static func anchors(_ text: String) -> Set<String> {
    Set(
      prose(text).filter { $0.hasPrefix("#") }.map { heading in
        heading.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
          .filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }.replacingOccurrences(of: " ", with: "-")
      })
  }

  @Test(arguments: pages)
  func linksLeadSomewhere(page: String) throws {
    let text = try Self.text(page)
    let folder = Program.root.appendingPathComponent(page).deletingLastPathComponent()
    for line in Self.prose(text) {
      for part in line.components(separatedBy: "](").dropFirst() {
        let link = String(part.prefix { $0 != ")" })
        if link.contains(":") || link.contains("`") { continue }
        let pieces = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target =
          pieces[0].isEmpty ? Program.root.appendingPathComponent(page) : folder.appendingPathComponent(pieces[0])
        #expect(FileManager.default.fileExists(atPath: target.standardized.path), "\(page): \(link)")
        if pieces.count > 1, target.path.hasSuffix(".md"), let there = try? String(contentsOf: target, encoding: .utf8)
        {
          #expect(Self.anchors(there).contains(pieces[1]), "\(page): \(link)")
        }
      }
    }
  }

  /// A page for each command, and README leads to it. Those of `test` and `explain` come with these commands.
  @Test(arguments: HelpTests.commands)
  func everyCommandHasAPage(command: String) throws {
    let page = "docs/commands/\(command).md"
    guard let text = try? Self.text(page) else {
      Issue.record("\(page) is not there")
      return
    }
    #expect(text.hasPrefix("# factcheck \(command)\n"))
    #expect(text.contains("## Exit status") || text.contains("| status |"))
    #expect(try Self.text("README.md").contains("](\(page))"))
  }

  /// One screen of prose, besides its examples and the table of where to go.
  @Test func theReadmeIsShort() throws {
    let text = try Self.text("README.md")
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 75)
    for command in ["bin/factcheck run rules/", "bin/test", "bin/factcheck init my-checks"] {
      #expect(text.contains(command))
    }
  }

  /// The rules that README shows work.
  @Test func theReadmesRulesWork() throws {
    let text = try Self.text("README.md")
    let scratch = try Scratch()
    let yaml = try #require(
      text.components(separatedBy: "```yaml\n").dropFirst().first?.components(separatedBy: "```").first)
    try scratch.file("rules/rules.yaml", yaml)
    try scratch.file(
      "a.md", "---\nlang: en\ndate: 2026-01-02\n---\n\nThe flood killed three people. It took 40 homes.\n")
    try scratch.file(
      "b.md", "---\nlang: fr\ndate: 2026-01-02\n---\n\nLa crue a fait quatre morts. L'eau a pris 50 maisons.\n")
    let run = try Program.run(["run", "--articles", "a.md", "b.md"], folder: scratch.folder)
    #expect(run.status == 1)
    #expect(run.output.contains("Two figures for deaths") && run.output.contains("Two figures for homes under water"))
  }
}
