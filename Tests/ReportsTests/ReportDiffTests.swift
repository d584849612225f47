import Articles
import Claims
import Findings
import Foundation
import ICU
import Testing

@testable import Reports

struct ReportDiffTests {
  private func finding(
    _ id: String, _ verdict: Verdict, rule: String = "troops", asOf: String? = nil, _ message: String? = nil
  ) -> Finding {
    Finding(
      id: id, rule: rule, verdict: verdict, severity: .error, asOf: asOf.flatMap { Day($0) },
      message: message ?? "Two figures for \(rule), as in \(id)", positions: [])
  }

  private func report(_ findings: [Finding]) -> Report {
    Report(toolVersion: "0", articles: [], rules: [], claims: [], findings: findings)
  }

  private func diff(_ old: [Finding], _ new: [Finding]) -> ReportDiff {
    ReportDiff(old: report(old), new: report(new))
  }

  private func ids(_ diff: ReportDiff) -> [[String?]] { diff.changes.map { [$0.old?.id, $0.new?.id] } }

  @Test func theSameIdIsTheSame() {
    let findings = [finding("a", .contradiction), finding("b", .disputed)]
    #expect(ids(diff(findings, findings)).isEmpty)
    #expect(diff(findings, findings).same == 2)
    #expect(diff(findings, findings.reversed()).same == 2)
  }

  @Test func newGoneAndChangedAreToldApart() {
    let diff = diff(
      [
        finding("a", .contradiction), finding("b", .contradiction, rule: "vote"), finding("same", .disputed, rule: "x"),
      ],
      [
        finding("same", .disputed, rule: "x"), finding("a2", .disputed), finding("n", .changed, rule: "new"),
      ])
    #expect(ids(diff) == [["a", "a2"], [nil, "n"], ["b", nil]])
    #expect(diff.same == 1)
  }

  @Test func daysAreFactsOfTheirOwn() {
    let diff = diff(
      [finding("a", .contradiction, asOf: "2021-01-01"), finding("b", .contradiction, asOf: "2021-01-02")],
      [finding("c", .contradiction, asOf: "2021-01-02"), finding("d", .contradiction, asOf: "2021-01-03")])
    #expect(ids(diff) == [["b", "c"], [nil, "d"], ["a", nil]])
  }

  @Test func severalOfOneFactAreMatchedInTheirOrder() {
    let diff = diff(
      [finding("a", .contradiction), finding("b", .disputed), finding("c", .changed)],
      [finding("d", .contradiction), finding("e", .disputed)])
    #expect(ids(diff) == [["a", "d"], ["b", "e"], ["c", nil]])
  }

  @Test func agreementIsNoNews() {
    #expect(ids(diff([finding("a", .agree)], [finding("b", .compatible)])).isEmpty)
    #expect(ids(diff([], [finding("b", .agree)])).isEmpty)
    #expect(ids(diff([finding("a", .agree)], [])).isEmpty)
    #expect(ids(diff([finding("a", .agree)], [finding("b", .contradiction)])) == [["a", "b"]])
    #expect(ids(diff([finding("a", .contradiction)], [finding("b", .agree)])) == [["a", "b"]])
  }

  /// What is matched with what is a law, whatever the reports: each finding stands once, and only where it belongs.
  @Test(arguments: 1...40)
  func everyFindingStandsOnce(seed: Int) {
    var numbers = RandomReport.Numbers(state: UInt64(seed))
    func findings() -> [Finding] {
      (0..<Int.random(in: 0...9, using: &numbers)).map { _ in
        let rule = ["r", "s", "t"].randomElement(using: &numbers) ?? "r"
        let verdict = [Verdict.changed, .disputed, .contradiction].randomElement(using: &numbers) ?? .changed
        return finding("\(rule)-\(Int.random(in: 0...9, using: &numbers))", verdict, rule: rule)
      }.reduce(into: []) { list, finding in
        if !list.contains(where: { $0.id == finding.id }) { list.append(finding) }
      }
    }
    let (old, new) = (findings(), findings())
    let diff = diff(old, new)
    let same = Set(old.map(\.id)).intersection(new.map(\.id))
    #expect(diff.same == same.count)
    #expect(Set(diff.changes.compactMap(\.old?.id)) == Set(old.map(\.id)).subtracting(same))
    #expect(diff.changes.compactMap(\.new?.id) == new.map(\.id).filter { !same.contains($0) })
    #expect(diff.changes.compactMap(\.old).count == old.count - same.count)
    for case (let a?, let b?) in diff.changes.map({ ($0.old, $0.new) }) { #expect(a.rule == b.rule) }
  }

  // MARK: - Writing

  private var example: ReportDiff {
    diff(
      [
        finding("troops-1", .contradiction, "Two figures for American troops: 5,200 and 2,500"),
        finding("vote-1", .contradiction, rule: "vote"), finding("crash-1", .disputed, rule: "crash"),
        finding("same-1", .contradiction, rule: "same"), finding("strike-1", .contradiction, rule: "strike"),
      ],
      [
        finding("troops-2", .disputed, "Two figures for American troops: 5,200 and 2,600"),
        finding("same-1", .contradiction, rule: "same"), finding("mission-1", .contradiction, rule: "mission"),
        finding("crash-2", .disputed, rule: "crash"), finding("strike-2", .agree, rule: "strike"),
      ])
  }

  @Test(arguments: [(ReportDiff.Format.text, "diff.txt"), (.markdown, "diff.md"), (.json, "diff.json")])
  func rendersAsBefore(format: ReportDiff.Format, name: String) throws {
    let url = GoldenTests.folder.appending(path: name)
    let bytes = example.render(as: format)
    if ProcessInfo.processInfo.environment["FACTCHECK_UPDATE_GOLDEN"] == "1" {
      try ReportFile.write(bytes, to: url.path)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == (try String(contentsOf: url, encoding: .utf8)))
  }

  private func text(_ diff: ReportDiff, _ format: ReportDiff.Format, color: Bool = false) -> String {
    String(decoding: diff.render(as: format, color: color), as: UTF8.self)
  }

  @Test func nothingNewIsOneLine() {
    let diff = diff([finding("a", .contradiction)], [finding("a", .contradiction)])
    #expect(text(diff, .text) == "1 finding as before\n")
    #expect(text(diff, .markdown) == "**1 finding as before**\n")
    #expect(text(diff, .json) == "{\n  \"version\": 1,\n  \"same\": 1,\n  \"changes\": []\n}\n")
  }

  @Test func colourIsForWhoAsks() {
    #expect(!text(example, .text).contains("\u{1B}"))
    #expect(text(example, .text, color: true).contains("\u{1B}["))
    #expect(text(example, .markdown, color: true) == text(example, .markdown))
  }

  private func withoutMark(_ text: String) -> String {
    text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// Words of rules and file names may mean harm: they stay words.
  @Test(arguments: RandomReport.hostile)
  func textIsData(hostile: String) throws {
    let diff = diff(
      [finding("gone-\(hostile)", .contradiction, rule: hostile, hostile)],
      [finding("new-\(hostile)", .contradiction, rule: "other", hostile)])
    // Foundation drops a byte order mark at the beginning of a text.
    let json = try JSONSerialization.jsonObject(with: Data(diff.render(as: .json))) as? [String: Any]
    let changes = try #require(json?["changes"] as? [[String: Any]])
    #expect(
      changes.compactMap { ($0["new"] as? [String: Any])?["message"] as? String }.map(withoutMark) == [
        withoutMark(hostile)
      ])

    let plain = text(diff, .text)
    #expect(plain.split(separator: "\n", omittingEmptySubsequences: false).count == 7, "\(plain)")
    for scalar in plain.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control, "\(plain.debugDescription)")
    }

    let table = text(diff, .markdown).split(separator: "\n").dropFirst(3)
    #expect(table.count == 2)
    for row in table {
      #expect(!row.contains("<script"))
      #expect(!row.contains("](javascript"))
      #expect(row.count { $0 == "|" } == 4, "\(row)")
      #expect(!row.contains("`"), "\(row)")
      #expect(row.components(separatedBy: "</code>").count == 2)
    }
  }
}
