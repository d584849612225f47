import Claims
import Findings
import Testing

/// Rules that say `changes: true`, `rising` or `falling`.
struct ChangingFactTests {
  private func findings(_ change: Rule.Change, _ claims: [Claim]) -> [Finding] {
    Comparison.findings(for: rule(changes: change), claims: claims)
  }

  @Test func differentDaysHaveChanged() throws {
    let findings = findings(
      .any,
      [
        exactly("c1", 2500, asOf: "2021-07-26"), moreThan("c2", 5000, asOf: "2020-01-15"),
        exactly("c3", 5200, asOf: "2020-07-08"), exactly("c4", 2500, asOf: "2021-07-30"),
      ])
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.verdict == .changed)
    #expect(finding.members == ["c2 c3", "c1 c4"])
    #expect(finding.asOf == nil)
    #expect(finding.message == "Two figures for American troops over time: 5,200, then 2,500")
  }

  @Test func whatHasHeldSinceADayContradictsTheDaysSince() {
    func lasting(_ id: String, _ number: Double, _ since: String, _ asOf: String) -> Claim {
      var claim = exactly(id, number, asOf: asOf)
      claim.since = day(since)
      return claim
    }
    let inside = findings(
      .any, [lasting("c1", 2500, "2021-07-23", "2021-07-25"), exactly("c2", 3000, asOf: "2021-07-24")])
    #expect(inside.map(\.verdict) == [.contradiction])
    #expect(inside.first?.asOf == day("2021-07-24"))
    #expect(inside.first?.members == ["c1", "c2"])
    for other in ["2021-07-22", "2021-07-26"] {
      let outside = findings(.any, [lasting("c1", 2500, "2021-07-23", "2021-07-25"), exactly("c2", 3000, asOf: other)])
      #expect(outside.map(\.verdict) == [.changed])
    }
    let same = findings(
      .any, [lasting("c1", 2500, "2021-07-23", "2021-07-25"), exactly("c2", 2500, asOf: "2021-07-24")])
    #expect(same.map(\.verdict) == [.agree])
  }

  @Test func oneDayContradictsItself() {
    let findings = findings(
      .any, [exactly("c1", 5, asOf: "2021-07-29"), exactly("c2", 6, asOf: "2021-07-29")])
    #expect(findings.map(\.verdict) == [.contradiction])
    #expect(findings.first?.asOf == day("2021-07-29"))
    #expect(findings.first?.message == "Two figures for American troops as of 29 July 2021: 5 and 6")
  }

  @Test func eachDayHasItsFindingAndChangeItsOwn() {
    let findings = findings(
      .any,
      [
        exactly("c1", 5, asOf: "2021-07-29"), exactly("c2", 6, asOf: "2021-07-29"),
        exactly("c3", 8, asOf: "2021-07-30"), exactly("c4", 9, modality: .attributed, asOf: "2021-07-30"),
      ])
    #expect(findings.map(\.verdict) == [.contradiction, .disputed, .changed])
    #expect(findings.map(\.asOf) == [day("2021-07-29"), day("2021-07-30"), nil])
    #expect(findings.map(\.members) == [["c1", "c2"], ["c3", "c4"], ["c1", "c2", "c3", "c4"]])
  }

  @Test func claimsThatMeetAcrossDaysAreAtOne() {
    let same = findings(.any, [exactly("c1", 5, asOf: "2021-07-29"), exactly("c2", 5, asOf: "2021-07-30")])
    #expect(same.map(\.verdict) == [.agree])
    let meeting = findings(.rising, [moreThan("c1", 5, asOf: "2021-07-29"), exactly("c2", 7, asOf: "2021-07-30")])
    #expect(meeting.map(\.verdict) == [.compatible])
  }

  @Test func changeStandsInTheOrderOfTime() {
    let findings = findings(
      .any,
      [
        exactly("c1", 9, asOf: "2021-01-01"), exactly("c2", 3, asOf: "2021-02-01"),
        exactly("c3", 5, asOf: "2021-03-01"),
        exactly("c4", 9, asOf: "2021-04-01"),
      ])
    #expect(findings.first?.members == ["c1 c4", "c2", "c3"])
    #expect(findings.first?.message == "Three figures for American troops over time: 9, 3, then 5")
  }

  @Test func aTollThatFallsContradictsTheEarlierOne() {
    let findings = findings(
      .rising,
      [
        exactly("c1", 10, asOf: "2021-01-01"), exactly("c2", 12, asOf: "2021-01-02"),
        exactly("c3", 9, asOf: "2021-01-03"),
        exactly("c4", 20, asOf: "2021-01-04"),
      ])
    #expect(findings.map(\.verdict) == [.contradiction, .changed])
    #expect(findings.first?.asOf == day("2021-01-03"))
    #expect(findings.map(\.members) == [["c3", "c1", "c2"], ["c1", "c2", "c4"]])
  }

  @Test func aFallingFigureIsTheMirror() {
    let claims = [
      exactly("c1", 20, asOf: "2021-01-01"), exactly("c2", 12, asOf: "2021-01-02"),
      exactly("c3", 15, asOf: "2021-01-03"),
    ]
    let falling = findings(.falling, claims)
    #expect(falling.map(\.verdict) == [.contradiction, .changed])
    #expect(falling.map(\.members) == [["c2", "c3"], ["c1", "c2"]])
    #expect(findings(.any, claims).map(\.verdict) == [.changed])
    let rising = findings(.rising, claims)
    #expect(rising.map(\.verdict) == [.contradiction, .contradiction])
    #expect(rising.map(\.asOf) == [day("2021-01-02"), day("2021-01-03")])
  }

  @Test func aLowerBoundMayLieBelowAnEarlierFigure() {
    let claims = [exactly("c1", 12, asOf: "2021-01-01"), moreThan("c2", 5, asOf: "2021-01-02")]
    #expect(findings(.rising, claims).map(\.verdict) == [.compatible])
  }

  @Test func goingBackOnSomebodysWordIsDisputed() {
    let findings = findings(
      .rising,
      [
        exactly("c1", 10, asOf: "2021-01-01"), exactly("c2", 100, modality: .attributed, asOf: "2021-01-01"),
        exactly("c3", 12, asOf: "2021-01-02"), exactly("c4", 3, modality: .attributed, asOf: "2021-01-03"),
      ])
    #expect(findings.map(\.verdict) == [.disputed, .disputed, .disputed, .changed])
    #expect(
      findings.map(\.members) == [["c1", "c2"], ["c3", "c2"], ["c4", "c1", "c3", "c2"], ["c1", "c3"]])
  }

  @Test func aFigureOfTwoReadingsGoesBackOnlyIfNeitherFits() {
    func second(_ readings: [Double]) -> [Verdict] {
      findings(
        .rising,
        [
          exactly("c1", 500, asOf: "2021-01-01"),
          claim("c2", exactly("", readings[0]).value, readings.map(Interval.point), asOf: "2021-01-02"),
        ]
      ).map(\.verdict)
    }
    #expect(second([1.234, 1234]) == [.changed])
    #expect(second([1.234, 123]) == [.contradiction])
  }

  @Test func aClaimWithoutADayConflictsOnlyIfItFitsNone() {
    let known = [exactly("c1", 5, asOf: "2021-01-01"), exactly("c2", 8, asOf: "2021-01-02")]
    let fitting = findings(.any, known + [exactly("c3", 8)])
    #expect(fitting.map(\.verdict) == [.changed])
    #expect(fitting.first?.members == ["c1", "c2 c3"])
    let stray = findings(.any, known + [exactly("c3", 9)])
    #expect(stray.map(\.verdict) == [.contradiction, .changed])
    #expect(stray.map(\.members) == [["c1", "c2", "c3"], ["c1", "c2"]])
    #expect(stray.first?.asOf == nil)
    let reported = findings(.any, known + [exactly("c3", 9, modality: .attributed)])
    #expect(reported.map(\.verdict) == [.disputed, .changed])
  }

  @Test func withoutAnyDayAllAreOfOneTime() {
    #expect(findings(.any, [exactly("c1", 5), exactly("c2", 6)]).map(\.verdict) == [.contradiction])
    #expect(findings(.rising, [exactly("c1", 5), exactly("c2", 5)]).map(\.verdict) == [.agree])
  }

  @Test func undatedClaimsOfDifferentDaysHaveChanged() {
    // c3 fits the first day only, where it may belong; it does not contradict the second.
    let findings = findings(
      .any,
      [moreThan("c1", 50, asOf: "2021-01-01"), exactly("c2", 90, asOf: "2021-01-02"), exactly("c3", 60)])
    #expect(findings.map(\.verdict) == [.changed])
    #expect(findings.first?.members == ["c1 c3", "c1 c2"])
  }
}
