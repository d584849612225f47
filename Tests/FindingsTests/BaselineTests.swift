import Claims
import Findings
import ICU
import Testing

struct BaselineTests {
  private func finding(_ id: String, standing: Standing = .new) -> Finding {
    var finding = Finding(
      id: id, rule: "troops", verdict: .contradiction, severity: .error, message: "Two figures (\(id))",
      positions: [Position(label: "5", claims: ["c1"]), Position(label: "6", claims: ["c2"])])
    finding.standing = standing
    return finding
  }

  private func entry(_ id: String, reason: String? = nil, expires: String? = nil) -> BaselineEntry {
    BaselineEntry(
      id: id, rule: "troops", verdict: .contradiction, message: "old words", articles: ["a"], reason: reason,
      expires: expires.map(day))
  }

  @Test func newKnownAndFixedAreToldApart() {
    let baseline = Baseline(entries: [entry("gone"), entry("b", reason: "asked"), entry("a")])
    var findings = [finding("c"), finding("b"), finding("a")]
    let summary = baseline.mark(&findings, file: "baseline.json", today: day("2026-01-01"))
    #expect(findings.map(\.standing) == [.new, .known(reason: "asked"), .known(reason: nil)])
    #expect(findings.map(\.id) == ["c", "b", "a"])
    #expect(summary.fixed.map(\.id) == ["gone"])
    #expect(summary.expired.isEmpty)
    #expect(summary.file == "baseline.json")
  }

  @Test func anEntryHoldsThroughItsLastDay() {
    let baseline = Baseline(entries: [entry("a", reason: "asked", expires: "2026-03-31")])
    for (today, isKnown) in [("2026-03-30", true), ("2026-03-31", true), ("2026-04-01", false)] {
      var findings = [finding("a")]
      let summary = baseline.mark(&findings, file: "b", today: day(today))
      #expect(findings[0].standing.isNew != isKnown, "\(today)")
      #expect(summary.expired.map(\.id) == (isKnown ? [] : ["a"]))
      // What is there is not gone, whatever its day.
      #expect(summary.fixed.isEmpty)
    }
    var findings = [finding("a")]
    _ = baseline.mark(&findings, file: "b", today: nil)
    #expect(findings[0].standing == .known(reason: "asked"))
  }

  @Test func suppressedFindingsStaySuppressed() {
    let baseline = Baseline(entries: [entry("a"), entry("b", expires: "2020-01-01")])
    var findings = [
      finding("a", standing: .suppressed(reason: "on purpose")), finding("b", standing: .suppressed(reason: "too")),
    ]
    let summary = baseline.mark(&findings, file: "b", today: day("2026-01-01"))
    #expect(findings.map(\.standing) == [.suppressed(reason: "on purpose"), .suppressed(reason: "too")])
    #expect(summary.fixed.isEmpty)
    // It does not count as new, so nobody need be told that its day is over.
    #expect(summary.expired.isEmpty)
  }

  @Test func writingAgainKeepsReasonsAndDays() {
    let old = Baseline(entries: [entry("a", reason: "asked", expires: "2027-01-31"), entry("gone", reason: "x")])
    let new = Baseline(accepting: [finding("b"), finding("a")], articles: { _ in ["z"] }, old: old)
    #expect(new.entries.map(\.id) == ["a", "b"])
    #expect(new.entries.map(\.reason) == ["asked", nil])
    #expect(new.entries.map(\.expires) == [day("2027-01-31"), nil])
    #expect(new.entries.map(\.message) == ["Two figures (a)", "Two figures (b)"])
    #expect(new.entries.map(\.articles) == [["z"], ["z"]])
  }

  @Test func theOrderOfTheFindingsDoesNotCount() {
    let ids = (0..<40).map { "troops-\($0 * 7919 % 1000)" }
    let expected = Baseline(accepting: ids.map { finding($0) }, articles: { [$0.id] })
    var generator = SplitMix64(seed: 3)
    for _ in 0..<20 {
      let shuffled = ids.shuffled(using: &generator)
      #expect(Baseline(accepting: shuffled.map { finding($0) }, articles: { [$0.id] }) == expected)
    }
    #expect(expected.entries.map(\.id) == ids.sorted())
    #expect(Baseline(entries: [entry("a", reason: "1"), entry("a", reason: "2")]).entries.map(\.reason) == ["1"])
  }

  /// Marking with what was just accepted leaves nothing new and nothing gone.
  @Test func whatWasAcceptedIsKnown() {
    var findings = (0..<9).map { finding("troops-\($0)") }
    let summary = Baseline(accepting: findings, articles: { _ in [] }).mark(&findings, file: "b", today: nil)
    #expect(findings.allSatisfy { $0.standing == .known(reason: nil) })
    #expect(summary == BaselineSummary(file: "b"))
  }
}
