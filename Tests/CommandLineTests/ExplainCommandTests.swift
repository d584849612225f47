import Foundation
import Testing

/// `factcheck explain` and `factcheck test` from the outside: streams, statuses, options.
@Suite struct ExplainCommandTests {
  private static let crash = "articles/2021-07-30-helicoptere-amerli.fr.txt"

  @Test func aLineIsExplained() throws {
    let run = try Program.run(["explain", Self.crash + ":9", "--only", "us-troops-in-iraq"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    // French groups its digits with spaces of several kinds.
    let output = run.output.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    #expect(output.contains("✓ a claim: “2 500 Américains” says 2,500"))
    #expect(output.contains("✗ “3 500” `unless: foreign` rules it out: “étrangers” is tied to it"))
    #expect(!run.output.contains("\u{1B}") && !run.output.contains("\u{2068}"))
    #expect(
      try Program.run(["explain", Self.crash + ":9", "--jobs", "7", "--only", "us-troops-in-iraq"]).bytes == run.bytes)
  }

  @Test func aFindingOfTheRunIsExplained() throws {
    let json = try Program.run(["run", "rules", "--format", "json"]).bytes
    let report = try JSONSerialization.jsonObject(with: json) as? [String: Any]
    let findings = try #require(report?["findings"] as? [[String: Any]])
    for finding in findings.prefix(6) {
      let id = try #require(finding["id"] as? String)
      let message = try #require(finding["message"] as? String)
      let run = try Program.run(["explain", id])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.replacingOccurrences(of: "\n", with: " ").contains(message.prefix(30)), "\(message)")
    }
  }

  @Test(arguments: [
    (["explain", "camp-taji-deth"], "did you mean `camp-taji-deaths`?"),
    (["explain", Self.crash + ":999"], "none with the number 999"),
    (["explain", "articles/none.md:1"], "articles/none.md"),
    (["explain", "camp-taji-deaths", "--only", "camp-taji-deth"], "did you mean `camp-taji-deaths`?"),
    (["explain", "x", "--rules", "no-such-folder"], "no-such-folder"), (["explain"], "finding|rule|file:line"),
  ])
  func whatCannotBeExplainedIsStatusTwo(arguments: [String], words: String) throws {
    let run = try Program.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func colourIsForWhoAsks() throws {
    let run = try Program.run(["explain", "camp-taji-deaths", "--color", "always"])
    #expect(run.output.contains("\u{1B}["))
  }
}

@Suite struct TestCommandTests {
  private func project(_ examples: String, more: String = "") throws -> Scratch {
    let scratch = try Scratch()
    try scratch.file(
      "rules/troops.yaml",
      """
      concepts: {troops: {en: [soldier]}}
      rules:
        - id: troops
          claim: quantity
          about: troops
          \(more)
          examples: \(examples)
      """)
    return scratch
  }

  private static let right = #"[{en: "There are 2,500 soldiers.", claims: [2500]}]"#
  private static let wrong = #"[{en: "There are 2,500 soldiers.", claims: [2600]}]"#

  private func run(_ scratch: Scratch, _ options: String...) throws -> Program.Run {
    try Program.run(["test", "rules"] + options, folder: scratch.folder)
  }

  @Test func whatHoldsIsStatusZero() throws {
    let run = try run(try project(Self.right))
    #expect(run.status == 0)
    #expect(run.output == "1 example: 1 passed\n")
    #expect(run.errors.isEmpty)
  }

  @Test func whatFailsIsShownAndStatusOne() throws {
    let run = try run(try project(Self.wrong))
    #expect(run.status == 1)
    #expect(
      run.output == """
        ✗ troops  rules/troops.yaml:7
          en  There are «2,500 soldiers».
          expected  2600
          got       2500
          missing 2600; too many 2500

        1 example: 0 passed, 1 failed

        """)
    #expect(run.errors.isEmpty)
  }

  @Test func changesAreCounted() throws {
    let noticed = try run(try project(Self.right), "--mutate")
    #expect(noticed.status == 0)
    #expect(noticed.output == "1 example: 1 passed\n1 change: 1 noticed\n")
    let bound = try run(try project(#"[{en: "There are more than 20 soldiers.", claims: [20]}]"#), "--mutate")
    #expect(bound.status == 0)
    #expect(bound.output == "1 example: 1 passed\n1 change: 0 noticed, 1 compatible with what stood there\n")
  }

  @Test func aChangeThatNoRuleNoticesIsStatusOne() throws {
    // The other day is not in the period.
    let scratch = try Scratch()
    try scratch.file(
      "rules/end.yaml",
      """
      concepts: {mission: {en: [mission]}, end: {en: [end]}}
      rules:
        - id: end
          claim: date
          about: mission
          with: end
          during: [2021-12-01, 2021-12-10]
          examples: [{en: "The mission ends on 9 December 2021.", claims: ["2021-12-09"]}]
      """)
    let run = try run(scratch, "--mutate")
    #expect(run.status == 1)
    #expect(
      run.output == """
        ✗ end  rules/end.yaml:8
          unnoticed: with “16 December 2021” for “9 December 2021”
          en  The mission ends on 16 December 2021.
          before  2021-12-09
          now     nothing

        1 example: 1 passed
        1 change: 0 noticed, 1 unnoticed

        """, "\(run.output)")
  }

  @Test func wrongUsageIsStatusTwo() throws {
    let scratch = try project(Self.right)
    let none = try run(scratch, "--filter", "trops")
    #expect(none.status == 2)
    #expect(none.output.isEmpty)
    #expect(none.errors.contains("no rule has an id like ‘trops’") && none.errors.contains("did you mean ‘troops’?"))
    #expect(try run(scratch, "--filter", "TRO*ps").status == 0)
    #expect(try run(scratch, "--format", "yaml").status == 2)
    try scratch.file("rules/more.yaml", "rules: [{id: more, claim: quantity}]\n")
    let broken = try run(scratch)
    #expect(broken.status == 2)
    #expect(broken.errors.contains("about"))
    // What is right is tested all the same.
    #expect(broken.output.contains("1 example: 1 passed"))
    #expect(try Program.run(["test", "no-such-folder"]).status == 2)
  }

  @Test func otherFormatsGoToStandardOutput() throws {
    let scratch = try project(Self.wrong)
    let json = try run(scratch, "--format", "json")
    #expect(json.status == 1)
    let object = try JSONSerialization.jsonObject(with: json.bytes) as? [String: Any]
    #expect(object?["failed"] as? Int == 1)
    #expect(object?["mutations"] == nil)
    let junit = try run(scratch, "--format", "junit", "--mutate")
    #expect(junit.status == 1)
    #expect(
      junit.output.hasPrefix(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"factcheck test\" tests=\"2\" failures=\"1\""))
  }

  @Test func theProjectsOwnRulesPass() throws {
    let run = try Program.run(["test", "rules", "--mutate"])
    #expect(run.status == 0, "\(run.output)")
    #expect(!run.output.contains("unnoticed"))
  }
}

/// The answers that `docs/commands/{explain,test}.md` show are those that the program gives.
@Suite struct AnswerTests {
  @Test(arguments: ["explain", "test"])
  func answersAreThoseOfTheProgram(command: String) throws {
    let url = Program.root.appendingPathComponent("docs/commands/\(command).md")
    var page = try String(contentsOf: url, encoding: .utf8)
    let blocks = try DocumentTests.blocks("commands/\(command).md", "console")
    #expect(!blocks.isEmpty)
    for block in blocks {
      let lines = block.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let command = try #require(lines.first?.dropFirst("$ factcheck ".count))
      let run = try Program.run(command.split(separator: " ").map(String.init))
      let answer = "$ factcheck \(command)\n" + run.output.trimmingCharacters(in: .newlines)
      #expect(run.errors.isEmpty)
      let isSame = block == answer
      #expect(isSame || Self.isUpdating, "\(command)")
      page = page.replacingOccurrences(of: block, with: answer)
    }
    if Self.isUpdating { try page.write(to: url, atomically: true, encoding: .utf8) }
  }

  private static let isUpdating = ProcessInfo.processInfo.environment["FACTCHECK_UPDATE_GOLDEN"] == "1"
}
