import Articles
import Claims
import Findings
import ICU
import Mentions
import Testing

@testable import Reports

struct CSVTests {
  private func bytes(_ report: Report) -> [UInt8] { CSVReport().render(report, options: ReportOptions()) }

  /// Records as RFC 4180 reads them.
  private func records(_ report: Report) -> [[String]] {
    var records: [[String]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    let text = bytes(report)
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte == UInt8(ascii: "\"") {
        if isQuoted, i + 1 < text.count, text[i + 1] == byte {
          cell.append(byte)
          i += 1
        } else {
          isQuoted.toggle()
        }
      } else if !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\r") {
        records[records.count - 1].append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == UInt8(ascii: "\r") {
          records.append([])
          i += 1
        }
      } else {
        cell.append(byte)
      }
      i += 1
    }
    return records.dropLast()
  }

  private func rows(_ report: Report) -> [[String: String]] {
    records(report).dropFirst().map { Dictionary(uniqueKeysWithValues: zip(CSVReport.columns, $0)) }
  }

  @Test func aRecordAClaim() {
    let records = records(Fixture.full)
    #expect(records.first == CSVReport.columns)
    #expect(records.count == Fixture.full.claims.count + 1)
    #expect(records.allSatisfy { $0.count == CSVReport.columns.count })
  }

  @Test func holdsTheValueInTheCellsOfItsKind() {
    let rows = rows(Fixture.full)
    let first = rows[0]
    #expect(first["findings"] == "us-troops-in-iraq-3f9c2a" && first["verdict"] == "contradiction")
    #expect(first["standing"] == "known" && first["value"] == "5000" && first["high"] == "")
    #expect(first["title"] == "Washington reprend ses opérations avec Bagdad" && first["date"] == "2020-01-15")
    let several = rows.first { $0["claim"] == "c2" }
    #expect(several?["findings"] == "us-troops-in-iraq-3f9c2a us-troops-in-iraq-77b01e")
    let name = rows.first { $0["claim"] == "n1" }
    #expect(name?["name"] == "Juma Inad" && name?["copyOf"] == "c1" && name?["verdict"] == "")
    let state = rows.first { $0["claim"] == "s1" }
    #expect(state?["state"] == "unanimous" && state?["setAside"] == "The agency withdrew it.")
    let day = rows.first { $0["claim"] == "d1" }
    #expect(day?["from"] == "2021-12-09" && day?["to"] == "")
    let unit = rows.first { $0["claim"] == "u1" }
    #expect(unit?["unit"] == "percent" && unit?["value"] == "57.9")
  }

  @Test(arguments: Fixture.hostile)
  func hostileTextStaysInItsCell(text: String) {
    let report = HTMLTests.report(text: text)
    let records = records(report)
    #expect(records.count == 2 && records[1].count == CSVReport.columns.count)
    #expect(bytes(report).count { $0 == 0x0A } == 2 && bytes(report).count { $0 == 0x0D } == 2)
    for cell in records[1] {
      let start = cell.unicodeScalars.first { !$0.properties.isWhitespace }
      #expect(!["=", "+", "-", "@", "＝"].contains(start), "\(cell)")
    }
  }

  @Test func numbersStayNumbers() {
    var report = HTMLTests.report(text: "x")
    report.claims[0].value = .quantity(Quantity(value: -12.5, low: -1e300, high: .infinity, unit: "celsius"))
    let row = rows(report)[0]
    #expect(row["value"] == "-12.5" && row["low"] == "-1e+300" && row["high"] == "")
    report.claims[0].text = "-12.5 °C"
    #expect(rows(report)[0]["text"] == "'-12.5 °C")
  }
}
