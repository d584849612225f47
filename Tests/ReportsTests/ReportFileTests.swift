import Articles
import Foundation
import Testing

@testable import Reports

struct ReportFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "factcheck-\(UUID())").path

  private func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func makesFoldersAndReplacesWhole() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/a/b/report.json"
    try ReportFile.write(Array("one".utf8), to: path)
    try ReportFile.write(Array("two".utf8), to: path)
    #expect(read(path) == "two")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b") == ["report.json"])
  }

  @Test func followsLinks() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try ReportFile.write(Array("old".utf8), to: folder + "/real.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link.json", withDestinationPath: folder + "/real.json")
    try ReportFile.write(Array("new".utf8), to: folder + "/link.json")
    #expect(read(folder + "/real.json") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link.json") == folder + "/real.json")
  }

  @Test func saysWhatWentWrongAndLeavesNothingBehind() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try ReportFile.write(Array("old".utf8), to: folder + "/report.json")
    for path in [folder, folder + "/report.json/inside.json"] {
      let error = #expect(throws: Diagnostic.self) { try ReportFile.write([1], to: path) }
      #expect(error?.location?.file == path)
      #expect(error?.help?.isEmpty == false)
    }
    #expect(read(folder + "/report.json") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["report.json"])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))) func aFullDiskIsAnError() {
    #expect(throws: Diagnostic.self) { try ReportFile.write(Array("x".utf8), to: "/dev/full") }
  }
}

struct ReportFormatsTests {
  @Test func findsFormatsByName() throws {
    for format in ReportFormats.all { #expect(try ReportFormats.named(format.name.uppercased()).name == format.name) }
    #expect(Set(ReportFormats.all.map(\.fileName)).count == ReportFormats.all.count)
  }

  @Test(
    arguments: [("jsn", "json"), ("htlm", "html"), ("txt", "text"), ("postscript", nil), ("", nil)]
      as [(String, String?)])
  func suggestsTheLikeliest(name: String, meant: String?) {
    let error = #expect(throws: Diagnostic.self) { try ReportFormats.named(name) }
    #expect(error?.help?.contains("did you mean") == (meant != nil))
    if let meant { #expect(error?.help?.contains("‘\(meant)’") == true) }
  }
}
