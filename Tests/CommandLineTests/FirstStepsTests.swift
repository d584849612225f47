import Foundation
import Testing

/// Where somebody stumbles who has just begun: the message says what to do.
@Suite struct FirstStepsTests {
  private func project() throws -> Scratch {
    let scratch = try Scratch()
    try Program.run(["init"], folder: scratch.folder)
    return scratch
  }

  @Test func aCommandSpeltWrongIsNamed() throws {
    let run = try Program.run(["rnu", "rules/"])
    #expect(run.status == 2)
    #expect(run.errors == "error: there is no command `rnu`\n  help: did you mean `factcheck run`?\n")
    let far = try Program.run(["frobnicate"])
    #expect(far.errors.contains("the commands are init, run, lint"))
  }

  @Test func theFolderOfRulesNeedNotBeNamed() throws {
    let scratch = try project()
    #expect(try Program.run(["run"], folder: scratch.folder).status == 1)
    #expect(try Program.run(["test"], folder: scratch.folder).status == 0)
    #expect(try Program.run(["lint"], folder: scratch.folder).status == 0)
    #expect(try Program.run(["rules"], folder: scratch.folder).output.contains("flood-deaths"))
    let empty = try Scratch()
    let none = try Program.run(["run"], folder: empty.folder)
    #expect(none.status == 2)
    #expect(none.errors.contains("rules: error: there is no such file or folder"))
    #expect(none.errors.contains("`factcheck init` writes a first one"))
  }

  @Test func aFolderWithoutRulesLeadsToInit() throws {
    let scratch = try Scratch()
    try scratch.file("rules/notes.txt", "")
    let run = try Program.run(["run", "rules"], folder: scratch.folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("`factcheck init my-checks` writes some to begin with"))
  }

  @Test func aRuleWithoutExamplesIsNoPassedTest() throws {
    let scratch = try Scratch()
    try scratch.file("rules/a.yaml", "rules: [{id: dead, use: deaths}]\n")
    let run = try Program.run(["test"], folder: scratch.folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("the rule has no examples to run"))
    #expect(run.errors.contains("claims: [3]"))
  }

  @Test func aReadyRuleHasNothingToLint() throws {
    let scratch = try Scratch()
    try scratch.file("rules/a.yaml", "rules: [{id: dead, use: deaths}]\n")
    let run = try Program.run(["lint"], folder: scratch.folder)
    #expect(run.status == 0)
    #expect(!run.output.contains("ready:"), "\(run.output)")
  }

  @Test func whatIsNotFoundLeadsToExplain() throws {
    let scratch = try project()
    try scratch.file(
      "articles/flood.en.md", "---\ndate: 2026-03-14\nlanguage: en\n---\n\nThe storm killed three people near Lenne.\n")
    try FileManager.default.removeItem(at: scratch.url("articles/inondation.fr.md"))
    let run = try Program.run(["run"], folder: scratch.folder)
    #expect(run.output.contains("- no claims  flood-deaths"))
    #expect(run.output.contains("`factcheck explain FILE:LINE`"))
    let file = try Program.run(["explain", "articles/flood.en.md"], folder: scratch.folder)
    #expect(file.status == 2)
    #expect(file.errors.contains("help: factcheck explain articles/flood.en.md:12"))
    try scratch.file(
      "rules/flood.yaml", "rules: [{id: dead, use: deaths, near: [flood]}]\n")
    let line = try Program.run(["explain", "articles/flood.en.md:6"], folder: scratch.folder)
    #expect(line.output.contains("looks further"))
  }

  /// One claim alone agrees with nothing.
  @Test func oneClaimIsNoAgreement() throws {
    let scratch = try project()
    let run = try Program.run(["run", "--articles", "articles/flood.en.md"], folder: scratch.folder)
    #expect(run.status == 0)
    #expect(run.output.contains("No two claims on one fact to compare"))
  }
}
