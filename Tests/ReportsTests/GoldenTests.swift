import Articles
import Foundation
import Testing

@testable import Reports

/// The formats, byte for byte. `FACTCHECK_UPDATE_GOLDEN=1` writes the files anew: read the difference before you commit.
struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  @Test(arguments: ReportFormats.all.map(\.name))
  func rendersAsBefore(name: String) throws {
    let format = try ReportFormats.named(name)
    try compare(try format.render(Fixture.report, options: ReportOptions(width: 110)), with: format.fileName)
  }

  @Test func narrowTextRendersAsBefore() throws {
    try compare(TextReport().render(Fixture.report, options: ReportOptions(width: 60)), with: "report-narrow.txt")
  }

  @Test func colouredTextRendersAsBefore() throws {
    let options = ReportOptions(color: true, isTerminal: true, width: 110)
    try compare(TextReport().render(Fixture.report, options: options), with: "report-colour.txt")
  }

  func compare(_ bytes: [UInt8], with file: String) throws {
    let url = Self.folder.appending(path: file)
    if ProcessInfo.processInfo.environment["FACTCHECK_UPDATE_GOLDEN"] == "1" {
      try ReportFile.write(bytes, to: url.path)
      return
    }
    let golden = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    let actual = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
    let differs = zip(golden, actual).enumerated().first { $0.element.0 != $0.element.1 }
    let line = differs?.offset ?? min(golden.count, actual.count)
    // Not the arrays: a failure would print them whole.
    let isSame = golden == actual
    #expect(isSame, "\(file):\(line + 1) differs: \(actual.dropFirst(line).first ?? "(the end)")")
  }
}
