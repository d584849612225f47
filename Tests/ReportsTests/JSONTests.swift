import Articles
import Claims
import Findings
import Foundation
import ICU
import Mentions
import Testing

@testable import Reports

struct JSONWriterTests {
  @Test func writesContainersInTheOrderTold() {
    var json = JSONWriter()
    json.beginObject()
    json.key("b")
    json.beginArray()
    json.endArray()
    json.key("a")
    json.beginArray()
    json.value(1)
    json.beginObject(inline: true)
    json.key("x")
    json.value(true)
    json.key("y")
    json.beginArray()
    json.value("z")
    json.null()
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == """
        {
          "b": [],
          "a": [
            1,
            {"x": true, "y": ["z", null]}
          ]
        }
        """)
  }

  @Test(
    arguments: [
      (5200, "5200"), (0, "0"), (-12, "-12"), (0.1, "0.1"), (12.3, "12.3"), (1e15, "1000000000000000"), (1e16, "1e+16"),
      (5e-05, "5e-05"), (.infinity, "null"), (.nan, "null"),
    ] as [(Double, String)])
  func writesNumbersExactly(number: Double, expected: String) {
    var json = JSONWriter()
    json.value(number)
    #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
  }

  @Test func numbersReadBack() throws {
    for _ in 0..<500 {
      let number = Double(bitPattern: .random(in: 0...UInt64.max))
      guard number.isFinite else { continue }
      var json = JSONWriter()
      json.value(number)
      #expect(try JSONDecoder().decode(Double.self, from: Data(json.bytes)) == number)
    }
  }

  @Test(arguments: [
    "", "plain", "\"quoted\" \\ back", "\u{0}\u{1}\u{1F}\t\r\n\u{8}\u{C}", "é\u{301} 撤军 ٥٢٠٠ 👩‍👩‍👧", "\u{2028}\u{7F}",
  ])
  func stringsReadBack(text: String) throws {
    var json = JSONWriter()
    json.value(text)
    let read = try JSONDecoder().decode(String.self, from: Data(json.bytes))
    #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func escapesNoMoreThanItMust() {
    var json = JSONWriter()
    json.value("soldats américains </b> 撤军")
    #expect(String(decoding: json.bytes, as: UTF8.self) == "\"soldats américains </b> 撤军\"")
  }
}

struct MentionLineTests {
  @Test(
    arguments: [
      (
        .quantity(Quantity(value: 20, low: 20, high: nil, lowIsOpen: true, unit: "kilometer")),
        #""kind": "quantity", "text": "W", "start": 3, "end": 4, "quantity": {"value": 20, "low": 20, "high": null, "unit": "kilometer"}"#
      ),
      (.ordinal(rank: 3), #""kind": "ordinal", "text": "W", "start": 3, "end": 4, "ordinal": {"rank": 3}"#),
      (
        .date(DateSpan(from: Day("2016-08-01"), to: nil)),
        #""kind": "date", "text": "W", "start": 3, "end": 4, "date": {"from": "2016-08-01", "to": null}"#
      ),
      (
        .duration(Span(value: 1, low: 1, high: 1, unit: "day", seconds: 86400)),
        #""kind": "duration", "text": "W", "start": 3, "end": 4, "duration": {"value": 1, "unit": "day", "seconds": 86400}"#
      ),
    ] as [(Mention.Value, String)])
  func keepsTheContract(value: Mention.Value, expected: String) {
    var json = JSONWriter()
    let line = MentionLine(article: "a", text: "W", start: 3, end: 4, value: value)
    line.write(to: &json)
    line.write(to: &json)
    let one = "{\"article\": \"a\", \(expected)}\n"
    #expect(String(decoding: json.bytes, as: UTF8.self) == one + one)
  }
}

struct JSONReportTests {
  private func object(_ report: Report) throws -> [String: Any] {
    let bytes = JSONReport().render(report, options: ReportOptions())
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func holdsAllThatWasFound() throws {
    let json = try object(Fixture.report)
    #expect(json["verdict"] as? String == "contradiction")
    #expect((json["claims"] as? [Any])?.count == Fixture.report.claims.count)
    #expect((json["findings"] as? [Any])?.count == Fixture.report.findings.count)
    let summary = try #require(json["summary"] as? [String: Any])
    #expect(
      summary["findings"] as? [String: Int] == ["contradiction": 2, "disputed": 1, "changed": 1, "compatible": 1])
    #expect((json["problems"] as? [[String: Any]])?.first?["line"] is NSNull)
  }

  @Test func anEmptyReportHasEmptyListsAndNoProblems() throws {
    let json = try object(Report(toolVersion: "0.1.0", articles: [], rules: [], claims: [], findings: []))
    #expect(json["verdict"] as? String == "agree")
    #expect((json["articles"] as? [Any])?.isEmpty == true)
    #expect(json["problems"] == nil)
  }

  @Test func placesPointAtTheEvidence() throws {
    for claim in Fixture.report.claims {
      let article = try #require(Fixture.report.articles.first { $0.id == claim.article })
      let scalars = Array(article.text.text.unicodeScalars)
      #expect(String(String.UnicodeScalarView(scalars[claim.start..<claim.end])) == claim.text)
    }
  }

  /// The `low` and `high` written for a claim.
  private func bounds(_ quantity: Quantity, _ possibilities: [Interval]) throws -> [Double?] {
    let claim = Claim(
      id: "c1", rule: "r", article: "a", value: .quantity(quantity), possibilities: possibilities, text: "t",
      sentence: "t", start: 0, end: 1, line: 1, column: 1)
    let json = try object(Report(toolVersion: "0", articles: [], rules: [], claims: [claim], findings: []))
    let written = (json["claims"] as? [[String: Any]])?.first?["quantity"] as? [String: Any]
    return [written?["low"] as? Double, written?["high"] as? Double]
  }

  @Test func aLooseFigureCarriesWhatWasCompared() throws {
    let about = Quantity(value: 2500, low: 2500, high: 2500, approximation: .about)
    #expect(try bounds(about, [Interval(2450, 2550)]) == [2450, 2550])
    #expect(try bounds(Quantity(exactly: 2.6e6, isScaled: true), [Interval(2.55e6, 2.65e6)]) == [2.55e6, 2.65e6])
    // Not so: an exact figure, one that is open above, one read two ways, one that may have been converted.
    #expect(try bounds(Quantity(exactly: 2500), [Interval(2400, 2600)]) == [2500, 2500])
    #expect(try bounds(Quantity(value: 5, low: 5, high: nil, isScaled: true), [Interval(5, .infinity)]) == [5, nil])
    #expect(try bounds(about, [Interval(2, 3), Interval(2450, 2550)]) == [2500, 2500])
    let inches = Quantity(value: 12, low: 12, high: 12, approximation: .about, unit: "inch")
    #expect(try bounds(inches, [Interval(300, 310)]) == [12, 12])
  }
}
