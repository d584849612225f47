import Foundation
import Testing

/// The reports in `reports/` are what the program prints of the sample articles today. `FACTCHECK_UPDATE_GOLDEN=1` writes
/// them anew: read the difference before you commit.
@Suite struct SampleReportTests {
  private static let files = ["report.html", "report.json", "report.md", "report.sarif"]

  @Test func theSampleReportsAreTodays() throws {
    // In a copy, so that no run writes over what it is compared with.
    let scratch = try Scratch()
    for folder in ["rules", "articles"] {
      try FileManager.default.copyItem(
        at: Program.root.appendingPathComponent(folder), to: scratch.url(folder))
    }
    let run = try Program.run(
      ["run", "rules/", "--format", "html,json,markdown,sarif", "--output", "reports"], folder: scratch.folder)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    for file in Self.files {
      let today = try Data(contentsOf: scratch.url("reports/" + file))
      let sample = Program.root.appendingPathComponent("reports/" + file)
      if ProcessInfo.processInfo.environment["FACTCHECK_UPDATE_GOLDEN"] == "1" {
        try today.write(to: sample)
        continue
      }
      let kept = try Data(contentsOf: sample)
      // Not the data: a failure would print them whole.
      let isSame = today == kept
      #expect(isSame, "reports/\(file) is no longer what the program prints: \(difference(kept, today))")
    }
    // Without --output, the settings lead to the same folder and the same bytes.
    let plain = try Program.run(["run", "rules"], folder: scratch.folder)
    #expect(plain.status == 1)
    for file in Self.files.prefix(2) {
      let isSame =
        try Data(contentsOf: scratch.url("reports/" + file))
        == Data(
          contentsOf: Program.root.appendingPathComponent("reports/" + file))
      #expect(isSame, "\(file) differs without --output")
    }
  }

  private func difference(_ kept: Data, _ today: Data) -> String {
    let lines = [kept, today].map { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
    let line = zip(lines[0], lines[1]).enumerated().first { $0.element.0 != $0.element.1 }
    return line.map { "line \($0.offset + 1): \($0.element.1.prefix(200))" } ?? "one is longer"
  }
}
