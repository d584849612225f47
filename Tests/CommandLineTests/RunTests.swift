import Foundation
import Testing

@Suite struct SampleRunTests {
  @Test func theSampleArticlesContradictEachOther() throws {
    let scratch = try Scratch()
    let run = try Program.run(["run", "rules/", "--output", scratch.folder.path])
    #expect(run.status == 1)
    #expect(run.output.contains("contradiction"))
    #expect(run.output.contains("2,500"))
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.errors == "wrote \(scratch.url("report.json").path), \(scratch.url("report.html").path)\n")
    let html = try String(contentsOf: scratch.url("report.html"), encoding: .utf8)
    #expect(html.hasPrefix("<!doctype html>") || html.hasPrefix("<!DOCTYPE html>"))
    let report = try JSONSerialization.jsonObject(with: Data(contentsOf: scratch.url("report.json"))) as? [String: Any]
    #expect(report?["verdict"] as? String == "contradiction")
    #expect(report?["problems"] == nil)
  }

  @Test func oneFormatGoesToStandardOutput() throws {
    let run = try Program.run(["run", "rules", "--format", "json"])
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    let report = try JSONSerialization.jsonObject(with: run.bytes) as? [String: Any]
    #expect(report?["version"] as? Int == 1)
    let again = try Program.run(["run", "rules", "--format", "json", "--jobs", "7"])
    #expect(again.bytes == run.bytes)
  }

  @Test func annotationsGoToStandardOutput() throws {
    let run = try Program.run(["run", "rules", "--format", "github"])
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    let lines = run.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("::error file=articles/") })
    #expect(lines.last?.hasPrefix("factcheck: ") == true)
  }

  @Test func formatsForOtherToolsGoToTheFolder() throws {
    let scratch = try Scratch()
    let run = try Program.run(
      ["run", "rules", "--format", "sarif,junit,github", "--output", scratch.folder.path, "--fail-on", "never"])
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(Set(names).isSuperset(of: ["report.sarif", "report.junit.xml", "report.github.txt"]))
    #expect(!names.contains("report.json") && !names.contains("report.html"))
  }

  @Test func worksFromAnyFolder() throws {
    let scratch = try Scratch()
    let rules = Program.root.appendingPathComponent("rules").path
    let run = try Program.run(["run", rules, "--format", "json"], folder: scratch.folder)
    #expect(run.status == 1)
  }
}

/// Rules and articles of a test's own.
private func project(_ files: [String: String] = [:], changes: String = "false") throws -> Scratch {
  let scratch = try Scratch()
  try scratch.file(
    "rules/troops.yaml",
    """
    rules:
      - id: troops
        title: Troops
        claim: quantity
        about: [troops]
        compare: stated
        changes: \(changes)
    concepts:
      troops: {en: [troop, soldier]}
    """)
  try scratch.file("rules/factcheck.yaml", "articles: ../articles/*.txt\n")
  for (name, text) in files { try scratch.file(name, text) }
  return scratch
}

@Suite struct RunTests {
  private static let low = "There were 2,500 soldiers in the country on that day, the ministry said.\n"
  private static let high = "There were 5,200 soldiers in the country on that day.\n"
  private static let plainLow = "There were 2,500 soldiers in the country on that day.\n"

  private func status(_ scratch: Scratch, _ options: String...) throws -> Int32 {
    try Program.run(["run", "rules"] + options, folder: scratch.folder).status
  }

  @Test func failOnSetsTheThreshold() throws {
    let clash = try project(["articles/a.txt": Self.high, "articles/b.txt": Self.plainLow])
    #expect(try status(clash) == 1)
    #expect(try status(clash, "--fail-on", "changed") == 1)
    #expect(try status(clash, "--fail-on", "never") == 0)
    try clash.file("rules/factcheck.yaml", "articles: ../articles/*.txt\nfail-on: never\n")
    #expect(try status(clash) == 0)
    #expect(try status(clash, "--fail-on", "contradiction") == 1)

    let change = try project(
      [
        "articles/a.txt": "---\ndate: 2020-01-01\n---\n" + Self.high,
        "articles/b.txt": "---\ndate: 2021-01-01\n---\n" + Self.plainLow,
      ], changes: "true")
    #expect(try status(change) == 0)
    #expect(try status(change, "--fail-on", "disputed") == 0)
    #expect(try status(change, "--fail-on", "changed") == 1)
  }

  @Test func articlesCanBeChosen() throws {
    let scratch = try project(["articles/a.txt": Self.high, "articles/b.txt": Self.plainLow, "c.txt": Self.high])
    let run = try Program.run(
      ["run", "rules", "--articles", "articles/a.txt", "c.txt", "--format", "json"], folder: scratch.folder)
    #expect(run.status == 0)
    #expect(run.output.contains(#""articles": 2"#))
  }

  @Test func colourIsForTerminalsAndWhoAsks() throws {
    let scratch = try project(["articles/a.txt": Self.high, "articles/b.txt": Self.plainLow])
    func output(_ options: [String], _ environment: [String: String] = [:]) throws -> String {
      try Program.run(["run", "rules"] + options, folder: scratch.folder, environment: environment).output
    }
    #expect(try !output([]).contains("\u{1B}["))
    #expect(try output(["--color", "always"]).contains("\u{1B}["))
    // What is asked for outranks the environment.
    #expect(try output(["--color", "always"], ["NO_COLOR": "1"]).contains("\u{1B}["))
    // `script` gives the program a terminal.
    func onTerminal(_ environment: String) throws -> Program.Run {
      try Program.shell(
        "export TERM=xterm \(environment); script --quiet --return --command \"$factcheck run rules\" /dev/null",
        folder: scratch.folder)
    }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else { return }
    #expect(try onTerminal("").output.contains("\u{1B}["))
    #expect(try !onTerminal("NO_COLOR=1").output.contains("\u{1B}[3"))
  }

  @Test func wrongUsageIsStatusTwo() throws {
    let scratch = try project(["articles/a.txt": Self.high])
    for (options, hint) in [
      (["run", "rules", "--format", "jsn"], "did you mean ‘json’"),
      (["run", "rules", "--format", "json,html"], "--output"), (["run", "rules", "--fail-on", "x"], "contradiction"),
      (["run", "rules", "--outptu", "x"], "--output"),
    ] {
      let run = try Program.run(options, folder: scratch.folder)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains(hint), "\(options)")
    }
  }

  @Test func aReaderThatGoesAwayDoesNotChangeTheStatus() throws {
    let run = try Program.shell(#"{ "$factcheck" run rules/ --format json; echo "status $?" >&2; } | head -n 1"#)
    #expect(run.output == "{\n")
    #expect(run.errors == "status 1\n")
  }

  @Test func aReportThatCannotBeWrittenIsAnError() throws {
    let scratch = try project(["articles/a.txt": Self.high, "file": ""])
    let run = try Program.run(["run", "rules", "--output", "file/x"], folder: scratch.folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot write the report"))
    #expect(run.output.contains("1 claim"))
  }
}

/// Each kind of bad input: named, with a mend, while the other articles are still reported.
@Suite struct BadInputTests {
  private static let article = "There were 5,200 soldiers in the country.\n"

  private func expectProblem(
    _ scratch: Scratch, _ hints: String..., articles: Int = 1, location: SourceLocation = #_sourceLocation
  ) throws {
    let run = try Program.run(["run", "rules", "--format", "json"], folder: scratch.folder)
    #expect(run.status == 2, sourceLocation: location)
    for hint in hints + ["error:", "help:"] {
      #expect(run.errors.contains(hint), "\(hint) in: \(run.errors)", sourceLocation: location)
    }
    #expect(
      run.output.contains(#""summary": {"articles": \#(articles)"#), "\(run.output.prefix(300))",
      sourceLocation: location)
  }

  @Test func anEmptyFile() throws {
    try expectProblem(
      project(["articles/a.txt": Self.article, "articles/b.txt": ""]), "articles/b.txt: error: is empty")
  }

  @Test func aBinaryFile() throws {
    let scratch = try project(["articles/a.txt": Self.article])
    try scratch.file("articles/b.txt", Data((0..<2000).map { UInt8($0 % 256) }))
    try expectProblem(scratch, "articles/b.txt", "binary")
  }

  @Test func aMissingFolder() throws {
    let scratch = try project(["articles/a.txt": Self.article])
    try scratch.file("rules/factcheck.yaml", "articles:\n  - ../articles/*.txt\n  - ../articels\n")
    try expectProblem(scratch, "rules/factcheck.yaml:3:5: error: articels does not exist", "articles")
    let run = try Program.run(["run", "rulse"], folder: scratch.folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("rulse"))
  }

  @Test func brokenYAML() throws {
    try expectProblem(
      project(["articles/a.txt": Self.article, "rules/broken.yaml": "rules:\n  - id: [x\n    claim: quantity\n"]),
      "rules/broken.yaml:")
  }

  @Test func anUnknownKey() throws {
    try expectProblem(
      project([
        "articles/a.txt": Self.article,
        "rules/b.yaml": "rules:\n  - id: x\n    claim: quantity\n    about: [troops]\n    tolerence: 3\n",
      ]), "rules/b.yaml:5:5: error:", "tolerence", "tolerance")
  }

  @Test func anUnknownConcept() throws {
    try expectProblem(
      project([
        "articles/a.txt": Self.article, "rules/b.yaml": "rules:\n  - id: x\n    claim: quantity\n    about: [trops]\n",
      ]), "rules/b.yaml:4:", "trops", "troops")
  }

  @Test func aLineOfAHundredMegabytes() throws {
    let scratch = try project(["articles/a.txt": Self.article])
    try scratch.file("articles/b.txt", Data(repeating: 0x78, count: 100_000_000))
    try expectProblem(scratch, "articles/b.txt:1:")
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func aFileWithoutReadPermission() throws {
    let scratch = try project(["articles/a.txt": Self.article, "articles/b.txt": "x"])
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: scratch.url("articles/b.txt").path)
    try expectProblem(scratch, "articles/b.txt: error: may not be read")
  }

  @Test func aSymlinkLoop() throws {
    let scratch = try project(["articles/a.txt": Self.article])
    let link = scratch.url("articles/b.txt").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "b.txt")
    try expectProblem(scratch, "articles/b.txt: error: is a loop of symbolic links")
  }

  @Test func problemsStandInTheTextReportToo() throws {
    let scratch = try project(["articles/a.txt": Self.article, "articles/b.txt": ""])
    let run = try Program.run(["run", "rules"], folder: scratch.folder)
    #expect(run.status == 2)
    #expect(run.output.contains("articles/b.txt: error: is empty"))
    #expect(run.errors.contains("articles/b.txt: error: is empty"))
  }
}
