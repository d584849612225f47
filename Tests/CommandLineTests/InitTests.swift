import Foundation
import Testing

/// What a new user meets first.
struct InitTests {
  @Test func whatIsWrittenRuns() throws {
    let scratch = try Scratch()
    let start = try Program.run(["init", "my-checks"], folder: scratch.folder)
    #expect(start.status == 0)
    #expect(start.output.contains("wrote my-checks/rules/factcheck.yaml"))
    #expect(start.output.contains("factcheck run rules/"))

    let folder = scratch.url("my-checks")
    let run = try Program.run(["run", "rules/"], folder: folder)
    #expect(run.status == 1)
    #expect(run.output.contains("Two figures for people evacuated from the flood as of 14 March 2026: 1,200 and"))
    #expect(run.output.contains("✓ agree  deaths in the flood"))
    #expect(FileManager.default.fileExists(atPath: folder.appending(path: "reports/report.html").path))

    let test = try Program.run(["test", "rules/", "--mutate"], folder: folder)
    #expect(test.status == 0)
    #expect(test.output.contains("3 examples: 3 passed"))

    let why = try Program.run(["explain", "articles/flood.en.md:8"], folder: folder)
    #expect(why.status == 0)
    #expect(why.output.contains("“killed” is ready:killed"))
  }

  @Test func nothingIsOverwritten() throws {
    let scratch = try Scratch()
    try scratch.file("rules/concepts.yaml", "mine")
    let run = try Program.run(["init"], folder: scratch.folder)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("rules/concepts.yaml: error: there is such a file already, and nothing was written"))
    #expect(run.errors.contains("help:"))
    #expect(try String(contentsOf: scratch.url("rules/concepts.yaml"), encoding: .utf8) == "mine")
    #expect(!FileManager.default.fileExists(atPath: scratch.url("articles").path))
  }
}
