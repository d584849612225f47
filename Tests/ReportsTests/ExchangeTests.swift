import Articles
import Foundation
import Testing

@testable import Reports

struct FileReferenceTests {
  @Test(arguments: [
    ("articles/a.txt", "articles/a.txt", true), ("./a b#c%.txt", "a%20b%23c%25.txt", true),
    ("é撤.md", "%C3%A9%E6%92%A4.md", true), ("a:b.txt", "a%3Ab.txt", true), ("../a.txt", "../a.txt", true),
    ("/tmp/a b.txt", "file:///tmp/a%20b.txt", false), ("//host/a.txt", "file:///host/a.txt", false), ("-", "-", true),
    (".//etc/passwd", "etc/passwd", true), ("./", "./", true),
  ])
  func pathsBecomeReferences(path: String, uri: String, isRelative: Bool) {
    let reference = FileReference(path)
    #expect(reference.uri == uri)
    #expect(reference.isRelative == isRelative)
  }

  @Test func referencesReadBack() {
    for path in ExchangeFixture.hostileFiles {
      let uri = FileReference(path).uri
      let read = (uri.hasPrefix("file://") ? String(uri.dropFirst(7)) : uri).removingPercentEncoding
      #expect(read.map { Array($0.utf8) } == Array(FileReference.normalized(path).utf8))
    }
  }
}

struct FormatListTests {
  /// A format may use only what a saved report keeps. Text shows the lines that problems stand on, which are not kept.
  @Test(arguments: ReportFormats.all.map(\.name).filter { $0 != "text" })
  func savedReportsAreWrittenAlike(name: String) throws {
    let format = try ReportFormats.named(name)
    let reports = [
      Fixture.full, ExchangeFixture.standings, ExchangeFixture.hostileReport, ExchangeFixture.large(findings: 20),
    ]
    for (number, report) in reports.enumerated() {
      let json = JSONReport().render(report, options: ReportOptions())
      let saved = try SavedReport.read(SourceText(name: "report.json", text: String(decoding: json, as: UTF8.self)))
      let isSame =
        try format.render(saved, options: ReportOptions()) == format.render(report, options: ReportOptions())
      #expect(isSame, "report \(number)")
    }
  }

  @Test func onlyThreeAreMadeUnasked() {
    #expect(ReportFormats.all.filter(\.isDefault).map(\.name) == ["text", "json", "html"])
  }

  @Test func namesAndFilesAreUnique() {
    #expect(Set(ReportFormats.all.map(\.name)).count == ReportFormats.all.count)
    #expect(Set(ReportFormats.all.map(\.fileName)).count == ReportFormats.all.count)
  }
}
