import Foundation
import Testing

/// A write that fails half-way leaves the old report whole, leaves nothing else behind, and says so with status 2.
@Suite struct WriteFailureTests {
  /// The project with reports in `out`.
  private func saved() throws -> Scratch {
    let scratch = try gatedProject()
    let run = try scratch.run("run", "rules", "--format", "json,html", "--output", "out")
    #expect(run.status == 1)
    return scratch
  }

  private func files(_ scratch: Scratch) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let found = FileManager.default.enumerator(atPath: scratch.url("out").path)
    for case let name as String in try #require(found) {
      files[name] = try? Data(contentsOf: scratch.url("out/" + name))
    }
    return files
  }

  private func expectRefused(
    _ scratch: Scratch, _ script: String, _ hints: String..., location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try files(scratch)
    // A change that would make other reports.
    try scratch.file("articles/b.md", "The flood killed 33 people. It injured 60 people.\n")
    let run = try Program.shell(script, folder: scratch.folder)
    #expect(run.status == 2, "\(run.errors)", sourceLocation: location)
    for hint in hints + ["error:", "help:"] {
      #expect(run.errors.contains(hint), "\(hint) in: \(run.errors)", sourceLocation: location)
    }
    #expect(!run.errors.contains("wrote"), sourceLocation: location)
    #expect(try files(scratch) == before, sourceLocation: location)
  }

  /// The limit of a file's size stops a write in its middle, as a full disk does.
  @Test func aFileThatMayNotGrow() throws {
    try expectRefused(
      saved(), #"ulimit -f 2; "$factcheck" run rules --format json,html --output out"#, "cannot write the report",
      "out/report.html")
  }

  @Test func aFileThatMayNotGrowFromASavedReport() throws {
    let scratch = try saved()
    try FileManager.default.copyItem(at: scratch.url("out/report.json"), to: scratch.url("saved.json"))
    try expectRefused(
      scratch, #"ulimit -f 2; "$factcheck" report saved.json --format html --output out"#, "out/report.html")
  }

  @Test func aBaselineThatMayNotGrow() throws {
    let scratch = try saved()
    try scratch.run("run", "rules", "--write-baseline", "out/baseline.json")
    try expectRefused(
      scratch, #"ulimit -f 1; "$factcheck" run rules --write-baseline out/baseline.json >/dev/null"#,
      "out/baseline.json",
      "cannot write")
    try expectRefused(
      scratch, #"ulimit -f 1; "$factcheck" gate out/report.json --write-baseline out/baseline.json >/dev/null"#,
      "out/baseline.json")
  }

  /// A disk of a few pages, where this machine lets us make one.
  @Test func aFullDisk() throws {
    let scratch = try saved()
    let script = #"""
      exec unshare --user --map-root-user --mount sh -c '
        mkdir small && mount -t tmpfs -o size=16k tmpfs small || exit 77
        cp out/report.json small/
        "$factcheck" run rules --format json,html --output small; echo "status $?"
        cmp out/report.json small/report.json && ls small'
      """#
    try scratch.file("articles/b.md", "The flood killed 33 people. It injured 60 people.\n")
    let run = try Program.shell(script, folder: scratch.folder)
    // 77, or whatever `unshare` says where it may not.
    guard run.output.contains("status") else { return }
    #expect(run.output.hasPrefix("status 2\n"), "\(run.output)")
    #expect(run.errors.contains("make room on the disk"), "\(run.errors)")
    #expect(!run.output.contains(".tmp"))
    #expect(!run.output.contains("report.html"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func standardOutputThatIsFull() throws {
    let scratch = try saved()
    for command in [
      "run rules", "run rules --format json", "report out/report.json", "gate out/report.json",
      "diff out/report.json out/report.json",
    ] {
      try expectRefused(scratch, #""$factcheck" \#(command) > /dev/full"#, "standard output", "make room on the disk")
    }
  }

  @Test func theTargetIsAFolder() throws {
    let scratch = try saved()
    try FileManager.default.removeItem(at: scratch.url("out/report.html"))
    try scratch.file("out/report.html/inside.txt", "x")
    let run = try scratch.run("run", "rules", "--format", "json,html", "--output", "out")
    #expect(run.status == 2)
    #expect(run.errors.contains("out/report.html: error: cannot write the report: Is a directory"), "\(run.errors)")
    #expect(run.errors.contains("help: this is a folder"))
    // What can be written is.
    #expect(run.errors.contains("wrote out/report.json\n"))
    #expect(scratch.text("out/report.html/inside.txt") == "x")
    try expectRefused(scratch, #""$factcheck" gate out/report.json --write-baseline out"#, "is a folder")
  }

  @Test func aFolderOnTheWayIsAFile() throws {
    try expectRefused(
      saved(), #""$factcheck" run rules --format json --output out/report.json/x"#, "a part of this path is a file")
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func noPermission() throws {
    let scratch = try saved()
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: scratch.url("out").path)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.url("out").path)
    }
    try expectRefused(
      scratch, #""$factcheck" run rules --format json,html --output out"#, "Permission denied", "choose another folder")
  }

  /// A program that is stopped while it writes leaves the old report whole, too.
  @Test func aStoppedRunLeavesTheOldReport() throws {
    let scratch = try saved()
    let before = try files(scratch)
    _ = try Program.shell(
      #"for i in 1 2 3 4 5 6; do "$factcheck" run rules --format json,html --output out & p=$!; sleep 0.0$i; kill $p; wait $p; done"#,
      folder: scratch.folder)
    // What was being written may lie beside it under its own name.
    #expect(try files(scratch).filter { before[$0.key] != nil } == before)
  }
}
