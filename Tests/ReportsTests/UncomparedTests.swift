import Claims
import Findings
import Mentions
import Testing

@testable import Reports

/// What is denied or left open stands in the reports, with whoever says so, and in no finding.
struct UncomparedTests {
  private static var report: Report {
    var report = Fixture.report
    func claim(_ modality: Claim.Modality, _ number: Double, by speaker: String?) -> Claim {
      Claim(
        rule: report.rules[0].id, article: report.articles[0].id, value: .quantity(Quantity(exactly: number)),
        possibilities: [.point(number)], text: "\(Int(number)) people", sentence: "There were \(Int(number)) people.",
        start: 0, end: 1, line: 3, column: 1, modality: modality, attribution: speaker)
    }
    report.claims += [claim(.negated, 8801, by: "the <mayor>"), claim(.hypothetical, 9902, by: nil)]
    return report
  }

  private static func render(_ format: some ReportFormat) throws -> String {
    String(decoding: try format.render(report, options: ReportOptions()), as: UTF8.self)
  }

  @Test func theTerminalNamesThem() throws {
    let text = try Self.render(TextReport()).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("- not compared"))
    #expect(text.contains("‘8801 people’ denied by the <mayor>"))
    #expect(text.contains("‘9902 people’ left open"))
  }

  @Test func thePageQuotesThem() throws {
    let page = try Self.render(HTMLReport())
    #expect(page.contains("2 claims found and not compared"))
    #expect(page.contains("denied by the &lt;mayor&gt;"))
    #expect(!page.contains("the <mayor>"))
    #expect(page.contains("left open</b>"))
  }

  @Test func aReportWithoutThemSaysNothing() throws {
    let text = String(
      decoding: try HTMLReport().render(Fixture.report, options: ReportOptions()), as: UTF8.self)
    #expect(!text.contains("found and not compared"))
  }
}
