import Claims
import Findings
import Mentions
import Testing

/// Rules that say `changes: false`.
struct LastingFactTests {
  @Test func figuresThatDoNotMeetContradict() throws {
    let about = claim(
      "c3", .quantity(Quantity(value: 2500, low: 2500, high: 2500, approximation: .about)), [Interval(2250, 2750)])
    let claims = [moreThan("c1", 5000), moreThan("c2", 5200), about, exactly("c4", 2500), exactly("c5", 2500)]
    let findings = Comparison.findings(for: rule(), claims: claims)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.verdict == .contradiction)
    #expect(finding.members == ["c3 c4 c5", "c1 c2"])
    #expect(finding.labels == ["2,500", "more than 5,200"])
    #expect(finding.message == "Two figures for American troops: 2,500 and more than 5,200")
    #expect(finding.asOf == nil)
  }

  @Test func statedFiguresAreBare() throws {
    func bare(_ id: String, _ number: Double) -> Claim {
      claim(
        id, .quantity(Quantity(value: number, low: number, high: nil, lowIsOpen: true)), [.point(number)])
    }
    let claims = [bare("c1", 5000), bare("c2", 5200), exactly("c3", 2500)]
    let finding = try #require(Comparison.findings(for: rule(compare: .stated), claims: claims).first)
    #expect(finding.message == "Three figures for American troops: 2,500, 5,000 and 5,200")
  }

  @Test func equalSetsAgreeAndOthersThatMeetAreCompatible() {
    let agree = Comparison.findings(for: rule(), claims: [exactly("c1", 2500), exactly("c2", 2500)])
    #expect(agree.map(\.verdict) == [.agree])
    #expect(agree.first?.message == "Two claims agree on American troops: 2,500")
    let compatible = Comparison.findings(for: rule(), claims: [moreThan("c1", 5000), exactly("c2", 5200)])
    #expect(compatible.map(\.verdict) == [.compatible])
    #expect(compatible.first?.labels == ["5,200"])
    #expect(compatible.first?.message == "Two claims on American troops can all be true: 5,200")
  }

  @Test func fewerThanTwoClaimsGiveNothing() {
    #expect(Comparison.findings(for: rule(), claims: []).isEmpty)
    #expect(Comparison.findings(for: rule(), claims: [exactly("c1", 1)]).isEmpty)
    let uncompared = [
      exactly("c1", 1), exactly("c2", 2, modality: .negated), exactly("c3", 3, modality: .hypothetical),
      claim("c4", .quantity(Quantity(exactly: 4)), []),
      claim("c5", .quantity(Quantity(exactly: 5)), [Interval(5, 5, lowIsOpen: true)]),
      claim("c6", .quantity(Quantity(exactly: .nan)), [Interval(.nan, .nan)]),
      claim("c7", .quantity(Quantity(exactly: 7)), [.point(7)], rule: "other"),
    ]
    #expect(Comparison.findings(for: rule(), claims: uncompared).isEmpty)
  }

  @Test func openEndsDoNotTouch() {
    func verdict(_ a: Interval, _ b: Interval) -> Verdict? {
      let any = Claim.Value.quantity(Quantity(exactly: 0))
      return Comparison.findings(for: rule(), claims: [claim("c1", any, [a]), claim("c2", any, [b])]).first?.verdict
    }
    #expect(verdict(Interval(5, .infinity, lowIsOpen: true), .point(5)) == .contradiction)
    #expect(verdict(Interval(5, .infinity), .point(5)) == .compatible)
    #expect(verdict(Interval(1, 5, highIsOpen: true), Interval(5, 9)) == .contradiction)
    #expect(verdict(Interval(1, 5), Interval(5, 9, lowIsOpen: true)) == .contradiction)
    #expect(verdict(Interval(1, 5), Interval(5, 9)) == .compatible)
    #expect(verdict(Interval(-.infinity, 5), Interval(5, .infinity)) == .compatible)
    #expect(verdict(.point(0.0), .point(-0.0)) == .agree)
  }

  @Test func aFigureWithTwoReadingsFitsEither() throws {
    let ambiguous = claim("c1", .quantity(Quantity(exactly: 1.234)), [.point(1.234), .point(1234)])
    #expect(Comparison.findings(for: rule(), claims: [ambiguous, exactly("c2", 1234)]).map(\.verdict) == [.compatible])
    let both = Comparison.findings(for: rule(), claims: [ambiguous, exactly("c2", 1234), exactly("c3", 1.234)])
    #expect(both.map(\.verdict) == [.contradiction])
    #expect(both.first?.members == ["c1 c3", "c1 c2"])
    #expect(both.first?.labels == ["1.234", "1,234"])
  }

  @Test func readingsThatOnlyMeetTwoByTwoCannotAllBeTrue() {
    let claims = [("c1", [1.0, 2]), ("c2", [2, 3]), ("c3", [1, 3])].map { id, readings in
      claim(id, .quantity(Quantity(exactly: readings[0])), readings.map(Interval.point))
    }
    let findings = Comparison.findings(for: rule(), claims: claims)
    #expect(findings.map(\.verdict) == [.contradiction])
    #expect(findings.first?.members == ["c1 c3", "c1 c2", "c2 c3"])
  }

  @Test func aConflictWithSomebodysWordIsDisputed() throws {
    let claims = [exactly("c1", 5200), moreThan("c2", 5000), exactly("c3", 2500, modality: .attributed)]
    let findings = Comparison.findings(for: rule(), claims: claims)
    #expect(findings.map(\.verdict) == [.disputed])
    #expect(findings.first?.members == ["c3", "c1 c2"])
    #expect(findings.first?.message == "Two figures for American troops, not all asserted: 2,500 and 5,200")
  }

  @Test func twoWordsOfOthersAreDisputedToo() {
    let claims = [exactly("c1", 1, modality: .attributed), exactly("c2", 2, modality: .attributed)]
    #expect(Comparison.findings(for: rule(), claims: claims).map(\.verdict) == [.disputed])
  }

  @Test func contradictionAndDisputeStandApart() {
    let claims = [
      exactly("c1", 5200), exactly("c2", 2500), exactly("c3", 2500, modality: .attributed),
      moreThan("c4", 2000, modality: .attributed),
    ]
    let findings = Comparison.findings(for: rule(), claims: claims)
    #expect(findings.map(\.verdict) == [.contradiction, .disputed])
    // The attributed "more than 2,000" conflicts with nothing; the attributed 2,500 only with 5,200.
    #expect(findings.first?.members == ["c2 c4", "c1 c4"])
    #expect(findings.last?.members == ["c3", "c1"])
  }

  @Test func bothBoundsMakeALabel() {
    let claims = [moreThan("c1", 40), atMost("c2", 50)]
    #expect(Comparison.findings(for: rule(), claims: claims).first?.labels == ["40–50"])
    let dates = [dated("c1", "2021-07-26", nil), dated("c2", nil, "2021-12-31")]
    #expect(
      Comparison.findings(for: rule(.date), claims: dates).first?.labels == ["26 July – 31 December 2021"])
  }

  @Test func theFirstOfEqualClaimsGivesTheLabel() {
    let about = claim(
      "c1", .quantity(Quantity(value: 7, low: 7, high: 7, approximation: .about)), [.point(7)])
    let equal = [about, exactly("c2", 7)]
    #expect(Comparison.findings(for: rule(), claims: equal).first?.labels == ["about 7"])
    #expect(Comparison.findings(for: rule(compare: .stated), claims: equal).first?.labels == ["7"])
    let measured = [exactly("c1", 7, unit: "kilometer"), exactly("c2", 7)]
    #expect(Comparison.findings(for: rule(), claims: measured).first?.labels == ["7 km"])
    let widened = [exactly("c1", 7), exactly("c2", 7)]
    #expect(Comparison.findings(for: rule(tolerance: .absolute(1)), claims: widened).first?.labels == ["7"])
  }

  @Test func positionsThatShareClaimsHaveLabelsOfTheirOwn() {
    let claims = [between("c1", 1, 10), between("c2", 9, 12), between("c3", 11, 30)]
    #expect(Comparison.findings(for: rule(), claims: claims).first?.labels == ["1–10", "11–30"])
  }

  @Test func datesStandInTheOrderOfTime() throws {
    let claims = [
      dated("c1", "2021-12-09", "2021-12-09"), dated("c2", nil, "2021-12-31"), dated("c3", "2021-07-26", "2021-07-26"),
    ]
    let finding = try #require(Comparison.findings(for: rule(.date), claims: claims).first)
    #expect(finding.verdict == .contradiction)
    #expect(finding.members == ["c2 c3", "c1 c2"])
    #expect(finding.message == "Two dates for American troops: 26 July 2021 and 9 December 2021")
  }

  @Test func namesAndStatesAreEqualOrApart() {
    func name(_ id: String, _ text: String) -> Claim { claim(id, .name(canonical: text, forms: [text]), []) }
    let names = Comparison.findings(
      for: rule(.name), claims: [name("c1", "Kadhimi"), name("c2", "Abdul-Mahdi"), name("c3", "Kadhimi")])
    #expect(names.first?.message == "Two names for American troops: Abdul-Mahdi and Kadhimi")
    #expect(names.first?.members == ["c2", "c1 c3"])
    let states = [claim("c1", .state("unanimous"), []), claim("c2", .state("unanimous"), [])]
    #expect(Comparison.findings(for: rule(.state), claims: states).map(\.verdict) == [.agree])
  }

  @Test func currenciesCompareOnlyWithThemselves() {
    let claims = [
      exactly("c1", 5, unit: "EUR"), exactly("c2", 6, unit: "USD"), exactly("c3", 5, unit: "EUR"),
      exactly("c4", 7, unit: "USD"), exactly("c5", 9, unit: "GBP"),
    ]
    let findings = Comparison.findings(for: rule(unit: .anyCurrency), claims: claims)
    #expect(findings.map(\.verdict) == [.contradiction, .agree])
    #expect(findings.first?.labels == ["USD 6", "USD 7"])
  }

  @Test func rulesKeepTheirOrderAndTheirClaims() {
    var other = rule()
    other.id = "other"
    func pair(_ rule: String, _ a: Double, _ b: Double) -> [Claim] {
      [
        claim("\(rule)1", .quantity(Quantity(exactly: a)), [.point(a)], rule: rule),
        claim("\(rule)2", .quantity(Quantity(exactly: b)), [.point(b)], rule: rule),
      ]
    }
    let mixed = zip(pair("troops", 1, 2), pair("other", 3, 3)).flatMap { [$0, $1] } + pair("unknown", 1, 2)
    let findings = FindingBuilder.findings(rules: [other, rule()], claims: mixed)
    #expect(findings.map(\.rule) == ["other", "troops"])
    #expect(findings.map(\.verdict) == [.agree, .contradiction])
  }

  @Test func longMessagesAreCutShort() {
    let claims = (1...23).map { exactly("c\($0)", Double($0)) }
    let message = Comparison.findings(for: rule(), claims: claims).first?.message
    #expect(message == "23 figures for American troops: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 13 more")
  }
}
