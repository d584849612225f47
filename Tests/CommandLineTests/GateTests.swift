import Foundation
import Testing

/// Every status of the commands that gate.
@Suite struct GateProcessTests {
  /// The project with the report of a run.
  private func saved(settings: String = "", _ files: [String: String] = [:]) throws -> Scratch {
    let scratch = try gatedProject(settings: settings, files)
    let run = try scratch.run("run", "rules", "--format", "json", "--output", ".", "--fail-on", "never")
    #expect(run.status == 0)
    return scratch
  }

  @Test(
    arguments: [
      ([], 1), (["--fail-on", "never"], 0), (["--fail-severity", "error"], 1), (["--max", "1"], 1),
      (["--max", "2"], 0),
      (["--max", "1", "--fail-severity", "error"], 0), (["--max", "0"], 1), (["--strict-baseline"], 1),
      (["--fail-on", "sometimes"], 2), (["--fail-severity", "fatal"], 2), (["--max", "-1"], 2), (["--max", "many"], 2),
      (["--today", "tomorrow"], 2), (["--baseline", "missing.json"], 2), (["--baseline", "rules"], 2),
      (["--baseline", "report.json"], 2), (["--baseline", "rules/rules.yaml"], 2), (["--nonsense"], 2),
    ] as [([String], Int32)])
  func runAndGateAgree(options: [String], status: Int32) throws {
    let scratch = try saved()
    let gate = try Program.run(["gate", "report.json"] + options, folder: scratch.folder)
    #expect(gate.status == status, "\(gate.errors)")
    let run = try Program.run(["run", "rules", "--format", "json"] + options, folder: scratch.folder)
    #expect(run.status == status, "\(run.errors)")
    if status == 2 {
      #expect(gate.errors.contains("rror:"), "\(gate.errors)")
      #expect(gate.output.isEmpty)
    }
  }

  @Test func gateListsWhatFails() throws {
    let scratch = try saved()
    let gate = try scratch.run("gate", "report.json")
    #expect(gate.lines.count == 3)
    #expect(gate.lines[0].hasPrefix("✗ contradiction  Two figures for the dead: 27 and 31  dead-"), "\(gate.output)")
    #expect(gate.lines[2] == "2 new findings")
    #expect(gate.errors.isEmpty)
    let lenient = try scratch.run("gate", "report.json", "--max", "2")
    #expect(lenient.errors == "2 new findings, and 2 are let pass\n")
  }

  @Test func standardInputIsAReport() throws {
    let scratch = try saved()
    let report = try #require(scratch.text("report.json"))
    #expect(try scratch.run("gate", "-", input: report).status == 1)
    #expect(try scratch.run("gate", "-", "--fail-on", "never", input: report).status == 0)
    #expect(try scratch.run("diff", "report.json", "-", input: report).status == 0)
    let markdown = try scratch.run("report", "-", "--format", "json", input: report)
    #expect(markdown.status == 0)
    #expect(markdown.output == report)
    let empty = try scratch.run("gate", "-")
    #expect(empty.status == 2)
    #expect(empty.errors.hasPrefix("standard input: error: is empty\n"), "\(empty.errors)")
  }

  @Test func aRunThatCannotBeTrustedIsTwoInItsReportToo() throws {
    let scratch = try saved()
    try scratch.file("articles/c.md", "")
    let run = try scratch.run("run", "rules", "--format", "json", "--output", ".")
    #expect(run.status == 2)
    let gate = try scratch.run("gate", "report.json", "--fail-on", "never")
    #expect(gate.status == 2)
    #expect(gate.errors.contains("articles/c.md: error: is empty"))
    // To write it in another format is no judgement.
    #expect(try scratch.run("report", "report.json").status == 0)
  }

  @Test(arguments: ["gate", "report", "diff"])
  func whatIsNoReportIsTwo(command: String) throws {
    let scratch = try gatedProject(
      settings: "", ["empty.json": "", "list.json": "[1]\n", "half.json": "{\"version\": 1,\n  \"cla"])
    for (file, place) in [
      ("missing.json", "missing.json: error:"), ("rules", "rules: error: is a folder"),
      ("empty.json", "empty.json: error: is empty"), ("list.json", "list.json:1:1: error:"),
      ("half.json", "half.json:2:"), ("articles/a.md", "articles/a.md:"),
    ] {
      let run = try Program.run([command, file] + (command == "diff" ? [file] : []), folder: scratch.folder)
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix(place), "\(run.errors)")
      #expect(run.errors.contains("help: "), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
  }

  // MARK: - Settings

  @Test func settingsGateAndTheCommandLineOutranksThem() throws {
    let scratch = try gatedProject()
    func status(_ settings: String, _ options: String...) throws -> Int32 {
      try scratch.file("rules/factcheck.yaml", "articles: ../articles/*.md\n" + settings)
      return try Program.run(["run", "rules"] + options, folder: scratch.folder).status
    }
    #expect(try status("") == 1)
    #expect(try status("max-findings: 2\n") == 0)
    #expect(try status("max-findings: 2\n", "--max", "1") == 1)
    #expect(try status("max-findings: 1\nfail-severity: error\n") == 0)
    #expect(try status("max-findings: 1\nfail-severity: error\n", "--fail-severity", "note") == 1)
    #expect(try status("fail-severity: warning\n", "--max", "1") == 1)
    #expect(try status("fail-on: never\n") == 0)
    #expect(try status("fail-on: never\n", "--fail-on", "contradiction") == 1)

    #expect(try status("", "--write-baseline", "rules/known.json") == 0)
    #expect(try status("baseline: known.json\n") == 0)
    try scratch.file("other.json", "{\"version\": 1, \"findings\": []}")
    #expect(try status("baseline: known.json\n", "--baseline", "other.json") == 1)
    try scratch.file("articles/b.md", "The flood killed 27 people.\n")
    #expect(try status("baseline: known.json\n") == 0)
    #expect(try status("baseline: known.json\nstrict-baseline: true\n") == 1)
    #expect(try status("baseline: missing.json\n") == 2)
  }

  // MARK: - Baselines

  @Test func aBaselineLetsPassWhatItHolds() throws {
    let scratch = try gatedProject()
    let write = try scratch.run("run", "rules", "--write-baseline", "baseline.json")
    #expect(write.status == 0)
    #expect(write.errors == "wrote baseline.json: 2 accepted findings\n")
    let first = try #require(scratch.text("baseline.json"))
    #expect(first.contains("\"articles/a.md\""))
    #expect(!first.contains(scratch.folder.path))

    let run = try scratch.run("run", "rules", "--baseline", "baseline.json", "--format", "json")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.components(separatedBy: "\"standing\": \"known\"").count == 3)

    // A new conflict is new beside known ones.
    try scratch.file("articles/c.md", "The flood killed 99 people.\n")
    #expect(try scratch.run("run", "rules", "--baseline", "baseline.json").status == 1)
    #expect(try scratch.run("run", "rules", "--write-baseline", "baseline.json").status == 0)
    #expect(scratch.text("baseline.json") != first)
    try FileManager.default.removeItem(at: scratch.url("articles/c.md"))

    // What is gone is said, and fails a strict run.
    try scratch.run("run", "rules", "--write-baseline", "baseline.json")
    #expect(scratch.text("baseline.json") == first)
    try scratch.file("articles/b.md", "The flood killed 27 people. It injured 60 people.\n")
    let fixed = try scratch.run("run", "rules", "--baseline", "baseline.json")
    #expect(fixed.status == 0)
    #expect(fixed.errors.hasPrefix("gone since the baseline: dead-"), "\(fixed.errors)")
    let strict = try scratch.run("run", "rules", "--baseline", "baseline.json", "--strict-baseline")
    #expect(strict.status == 1)
    #expect(strict.errors.contains("--write-baseline"))
  }

  @Test func gateTakesBaselinesToo() throws {
    let scratch = try saved()
    let write = try scratch.run("gate", "report.json", "--write-baseline", "new/baseline.json")
    #expect(write.status == 0)
    #expect(write.output == "0 new findings, 2 known\n")
    #expect(try scratch.run("gate", "report.json", "--baseline", "new/baseline.json").status == 0)
    #expect(try scratch.run("gate", "report.json").status == 1)
    // The same findings give the same file, from a run and from its report.
    try scratch.run("run", "rules", "--write-baseline", "run.json")
    #expect(scratch.text("run.json") == scratch.text("new/baseline.json"))
    // A report that was compared with a baseline keeps what that said.
    try scratch.run("run", "rules", "--format", "json", "--output", ".", "--baseline", "run.json")
    #expect(try scratch.run("gate", "report.json").status == 0)
  }

  @Test func reasonsAndDaysAreKept() throws {
    let scratch = try saved()
    try scratch.run("gate", "report.json", "--write-baseline", "baseline.json")
    let text = try #require(scratch.text("baseline.json"))
    let place = try #require(text.range(of: "\"reason\": null,\n      \"expires\": null"))
    try scratch.file(
      "baseline.json",
      text.replacingCharacters(in: place, with: "\"reason\": \"asked\",\n      \"expires\": \"2026-03-31\""))
    let edited = try #require(scratch.text("baseline.json"))
    #expect(try scratch.run("gate", "report.json", "--baseline", "baseline.json", "--today", "2026-03-31").status == 0)
    let late = try scratch.run("gate", "report.json", "--baseline", "baseline.json", "--today", "2026-04-01")
    #expect(late.status == 1)
    #expect(late.errors.contains("ran out on 2026-03-31: it counts as new"), "\(late.errors)")
    #expect(
      try scratch.run("run", "rules", "--baseline", "baseline.json", "--today", "2026-04-01").status == 1)

    // Writing it again keeps reason and day: what ran out has to be decided by a person.
    let again = try scratch.run("gate", "report.json", "--write-baseline", "baseline.json", "--today", "2026-04-01")
    #expect(scratch.text("baseline.json") == edited)
    #expect(again.status == 1)
    #expect(again.errors.contains("ran out on 2026-03-31"))
    // Written elsewhere, it takes the reasons from the baseline in force.
    try scratch.run("gate", "report.json", "--baseline", "baseline.json", "--write-baseline", "copy.json")
    #expect(scratch.text("copy.json") == edited)
  }

  @Test func theBytesDependOnNoOrder() throws {
    let scratch = try gatedProject()
    try scratch.run("run", "rules", "--write-baseline", "one.json", "--jobs", "1")
    try scratch.run("run", "rules", "--write-baseline", "many.json", "--jobs", "8")
    try scratch.run("run", "rules", "--write-baseline", "turned.json", "--articles", "articles/b.md", "articles/a.md")
    #expect(scratch.text("one.json")?.contains("dead-") == true)
    #expect(scratch.text("many.json") == scratch.text("one.json"))
    #expect(scratch.text("turned.json") == scratch.text("one.json"))
  }

  /// A run over some articles says nothing of the others, and takes nothing from them.
  @Test func aRunOverSomeArticlesLeavesTheOthersAlone() throws {
    let scratch = try gatedProject(
      settings: "",
      [
        "articles/c.md": "The flood killed 99 people. Later the flood killed 98 people.\n",
        "rules/s.yaml": "suppressions: [{article: ../articles/a.md, rule: hurt, reason: x}]\n",
      ])
    try scratch.run("run", "rules", "--write-baseline", "baseline.json")
    let before = try #require(scratch.text("baseline.json"))
    #expect(before.contains("articles/a.md"))
    let run = try scratch.run(
      "run", "rules", "--baseline", "baseline.json", "--strict-baseline", "--articles", "articles/b.md")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty, "\(run.errors)")
    try scratch.run("run", "rules", "--write-baseline", "baseline.json", "--articles", "articles/b.md")
    #expect(scratch.text("baseline.json") == before)
  }

  /// A run that missed half of the articles would drop what their findings were accepted for.
  @Test func aRunThatCannotBeTrustedWritesNoBaseline() throws {
    let scratch = try gatedProject()
    try scratch.run("run", "rules", "--write-baseline", "baseline.json")
    let before = scratch.text("baseline.json")
    try scratch.file("articles/b.md", "")
    let run = try scratch.run("run", "rules", "--write-baseline", "baseline.json")
    #expect(run.status == 2)
    #expect(run.errors.contains("baseline.json: error: the baseline is not written"), "\(run.errors)")
    #expect(scratch.text("baseline.json") == before)
  }

  /// Finding ids are what baselines hang on: they may not depend on where a run was started.
  @Test func idsAreTheSameFromAnyFolder() throws {
    let scratch = try gatedProject()
    func ids(_ rules: String, from folder: String) throws -> [String] {
      let run = try Program.run(["run", rules, "--format", "json"], folder: scratch.url(folder))
      #expect(run.status == 1)
      let json = try JSONSerialization.jsonObject(with: run.bytes) as? [String: Any]
      return (json?["findings"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }
    let expected = try ids("rules", from: "")
    #expect(expected.count == 2)
    let absolute = scratch.url("rules").path
    try FileManager.default.createDirectory(at: scratch.url("deep/er"), withIntermediateDirectories: true)
    for (rules, folder) in [
      ("./rules/", ""), ("../rules", "articles"), (".", "rules"), ("../../rules", "deep/er"), (absolute, ""),
      (absolute, "articles"), (absolute, "deep/er"), (absolute + "/../rules/", "rules"),
    ] {
      #expect(try ids(rules, from: folder) == expected, "\(rules) from \(folder)")
    }
    let elsewhere = try Scratch()
    let run = try Program.run(
      ["run", absolute, "--write-baseline", "b.json", "--articles", scratch.url("articles").path],
      folder: elsewhere.folder)
    #expect(run.status == 0)
    let written = try #require(elsewhere.text("b.json"))
    for id in expected { #expect(written.contains(id)) }
  }

  @Test func suppressionsBesideArticlesPassTheGate() throws {
    let scratch = try gatedProject(
      settings: "", ["articles/a.md.factcheck.yaml": "suppressions: [{reason: satire, expires: 2026-03-31}]\n"])
    #expect(try scratch.run("run", "rules", "--today", "2026-03-31").status == 0)
    let late = try scratch.run("run", "rules", "--today", "2026-04-01")
    #expect(late.status == 1)
    #expect(
      late.errors.hasPrefix("articles/a.md.factcheck.yaml:1:16: warning: this suppression ran out on 2026-03-31"),
      "\(late.errors)")
  }

  // MARK: - Diff

  @Test func diffTellsWhatBecameOfFindings() throws {
    let scratch = try saved()
    try FileManager.default.copyItem(at: scratch.url("report.json"), to: scratch.url("old.json"))
    #expect(try scratch.run("diff", "old.json", "report.json").output == "2 findings as before\n")
    try scratch.file("articles/b.md", "The flood killed 33 people. It injured 50 people.\n")
    try scratch.run("run", "rules", "--format", "json", "--output", ".")
    let worse = try scratch.run("diff", "old.json", "report.json")
    #expect(worse.status == 1)
    #expect(worse.output.contains("27 and 31") && worse.output.contains("27 and 33"), "\(worse.output)")
    #expect(try scratch.run("diff", "old.json", "report.json", "--fail-on", "never").status == 0)
    let json = try scratch.run("diff", "old.json", "report.json", "--format", "json")
    #expect(json.status == 1)
    #expect((try JSONSerialization.jsonObject(with: json.bytes) as? [String: Any])?["changes"] != nil)
    #expect(try scratch.run("diff", "old.json", "report.json", "--format", "markdown").output.hasPrefix("**"))
    // The other way round it is as bad; without the conflict it is mended.
    try scratch.file("articles/b.md", "The flood killed 27 people. It injured 50 people.\n")
    try scratch.run("run", "rules", "--format", "json", "--output", ".")
    #expect(try scratch.run("diff", "old.json", "report.json").status == 0)
    #expect(try scratch.run("diff", "report.json", "old.json").status == 1)
    #expect(try scratch.run("diff", "old.json", "report.json", "--format", "xml").status == 2)
    #expect(try scratch.run("diff", "old.json").status == 2)
  }

  /// What the baseline or a suppression answers for is no news that fails.
  @Test func diffFailsOnlyOnWhatIsNew() throws {
    let scratch = try gatedProject(settings: "", ["articles/b.md": "Nothing.\n"])
    try scratch.run("run", "rules", "--format", "json", "--output", "old")
    try scratch.file("articles/b.md", "The flood killed 31 people.\n")
    try scratch.run("run", "rules", "--write-baseline", "baseline.json")
    try scratch.run("run", "rules", "--format", "json", "--output", "new", "--baseline", "baseline.json")
    let diff = try scratch.run("diff", "old/report.json", "new/report.json")
    #expect(diff.output.contains("new: contradiction"))
    #expect(diff.status == 0)
  }
}
