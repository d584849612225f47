import Claims
import ICU
import Mentions
import Testing

@testable import Findings

/// Rules of kind `total`.
struct TotalTests {
  private func total(
    across: Bool = false, changes: Rule.Change = .never, tolerance: Rule.Tolerance? = nil, whole: String = "all"
  ) -> Rule {
    Rule(
      id: "sum", title: "the troops", kind: .total, changes: changes, tolerance: tolerance, total: whole,
      parts: ["us", "allied"], across: across)
  }

  private func figure(
    _ rule: String, _ number: Double, _ article: String = "a", about loose: Double = 0, unit: String? = nil,
    modality: Claim.Modality = .asserted, asOf: String? = nil
  ) -> Claim {
    var quantity = Quantity(exactly: number, unit: unit)
    if loose > 0 { quantity.approximation = .about }
    return claim(
      "\(rule)-\(article)-\(Int(number))", .quantity(quantity), [Interval(number - loose, number + loose)],
      article: article, modality: modality, asOf: asOf, rule: rule)
  }

  private func findings(_ rule: Rule, _ claims: [Claim]) -> [Finding] {
    let parts = ["all", "us", "allied"].map { Rule(id: $0, kind: .quantity) }
    return FindingBuilder.findings(rules: parts + [rule], claims: claims).filter { $0.rule == "sum" }
  }

  @Test func partsThatAddUp() {
    let findings = findings(total(), [figure("all", 3500), figure("us", 2500), figure("allied", 1000)])
    #expect(findings.map(\.verdict) == [.agree])
    #expect(findings.first?.message == "The parts add up for the troops: 2,500 + 1,000 = 3,500")
    #expect(findings.first?.members == ["all-a-3500 us-a-2500 allied-a-1000"])
  }

  @Test func partsThatDoNot() {
    let findings = findings(total(), [figure("all", 3500), figure("us", 2500), figure("allied", 1200)])
    #expect(findings.map(\.verdict) == [.contradiction])
    #expect(findings.first?.message == "The parts do not add up for the troops: 2,500 + 1,200 = 3,700 is not 3,500")
    #expect(findings.first?.labels == ["3,500", "2,500 + 1,200 = 3,700"])
    #expect(findings.first?.members == ["all-a-3500", "us-a-2500 allied-a-1200"])
  }

  @Test func looseFiguresAreAddedWithTheirLooseness() {
    let claims = [figure("all", 3500), figure("us", 2480, about: 50), figure("allied", 1000)]
    #expect(findings(total(), claims).map(\.verdict) == [.compatible])
    let wide = [figure("all", 3500), figure("us", 2400, about: 50), figure("allied", 1000)]
    #expect(findings(total(), wide).map(\.verdict) == [.contradiction])
    #expect(findings(total(tolerance: .absolute(50)), wide).map(\.verdict) == [.compatible])
    #expect(findings(total(tolerance: .absolute(49)), wide).map(\.verdict) == [.contradiction])
    #expect(findings(total(tolerance: .relative(0.02)), wide).map(\.verdict) == [.compatible])
  }

  @Test func aMissingPartIsNoMistakeUnlessTheOthersExceedTheTotal() {
    #expect(findings(total(), [figure("all", 3500), figure("us", 2500)]).isEmpty)
    #expect(findings(total(), [figure("us", 2500), figure("allied", 1000)]).isEmpty)
    let excess = findings(total(), [figure("all", 3500), figure("us", 4500)])
    #expect(excess.map(\.verdict) == [.contradiction])
    #expect(excess.first?.message == "The parts do not add up for the troops: 4,500 is more than 3,500")
  }

  @Test func theSumMayStandInAnotherArticleWhereTheRuleSaysSo() {
    let claims = [figure("all", 3500, "a"), figure("us", 2500, "b"), figure("allied", 1200, "c")]
    #expect(findings(total(), claims).isEmpty)
    #expect(findings(total(across: true), claims).map(\.verdict) == [.contradiction])
    let sound = [figure("all", 3500, "a"), figure("us", 2500, "b"), figure("allied", 1000, "c")]
    #expect(findings(total(across: true), sound).map(\.verdict) == [.agree])
  }

  @Test func rivalsOfOneRuleAreThatRulesOwnFindings() {
    // 2,500 + 1,000 fits, whatever else somebody says.
    let claims = [
      figure("all", 3500, "a"), figure("us", 2500, "a"), figure("us", 5000, "b"), figure("allied", 1000, "a"),
    ]
    #expect(findings(total(across: true), claims).map(\.verdict) == [.agree])
  }

  @Test func anArticleThatDoesNotAddUpIsNotSavedByOthers() {
    let claims = [
      figure("all", 3500, "a"), figure("us", 2500, "a"), figure("allied", 1200, "a"), figure("allied", 1000, "b"),
    ]
    let findings = findings(total(across: true), claims)
    #expect(findings.map(\.verdict) == [.contradiction])
    #expect(findings.first?.members == ["all-a-3500", "us-a-2500 allied-a-1200"])
  }

  @Test func severalArticlesMakeOneFinding() {
    let claims = ["a", "b"].flatMap { [figure("all", 3500, $0), figure("us", 2500, $0), figure("allied", 1200, $0)] }
    #expect(findings(total(), claims).map(\.members.count) == [2])
    #expect(findings(total(), claims).first?.members.first == "all-a-3500 all-b-3500")
  }

  @Test func hearsayMakesASumDisputed() {
    let claims = [figure("all", 3500), figure("us", 2500), figure("allied", 1200, modality: .attributed)]
    #expect(findings(total(), claims).map(\.verdict) == [.disputed])
    let denied = [figure("all", 3500), figure("us", 2500), figure("allied", 1200, modality: .negated)]
    #expect(findings(total(), denied).isEmpty)
  }

  @Test func daysAreAddedApart() {
    let claims = [
      figure("all", 3500, "a", asOf: "2021-07-01"), figure("us", 2500, "a", asOf: "2021-07-01"),
      figure("allied", 1200, "b", asOf: "2021-09-01"),
    ]
    #expect(findings(total(across: true), claims).map(\.verdict) == [.contradiction])
    #expect(findings(total(across: true, changes: .any), claims).isEmpty)
  }

  @Test func sharesMayNotPassTheWhole() {
    let rule = total(whole: Rule.wholeShare)
    let shares = { (a: Double, b: Double) in
      [self.figure("us", a, unit: "percent"), self.figure("allied", b, unit: "percent")]
    }
    #expect(findings(rule, shares(62, 47)).map(\.verdict) == [.contradiction])
    #expect(
      findings(rule, shares(62, 47)).first?.message
        == "The parts do not add up for the troops: 62 % + 47 % = 109 % is more than 100 %")
    // Two rounded shares may pass it by one.
    #expect(findings(rule, shares(54, 47)).isEmpty)
    #expect(findings(rule, shares(40, 30)).isEmpty)
  }

  @Test func currenciesAreAddedApart() {
    let claims = [
      figure("all", 3, unit: "EUR"), figure("us", 2, unit: "EUR"), figure("allied", 7, unit: "USD"),
    ]
    #expect(findings(total(), claims).isEmpty)
  }

  /// Whatever the order of the claims, the findings are the same; and a sum of points contradicts its total just where
  /// no choice of figures adds up.
  @Test func lawsOfSums() {
    var random = SplitMix64(seed: 4)
    for round in 0..<300 {
      var claims: [Claim] = []
      for rule in ["all", "us", "allied"] {
        for _ in 0...Int.random(in: 0...2, using: &random) {
          let number = Double(Int.random(in: 1...6, using: &random)) * (rule == "all" ? 2 : 1)
          claims.append(figure(rule, number, "a"))
        }
      }
      for i in claims.indices { claims[i].id = "c\(i + 1)" }
      func numbers(_ rule: String) -> [Double] { claims.filter { $0.rule == rule }.map(\.possibilities[0].low) }
      let fits = numbers("us").contains { x in
        numbers("allied").contains { y in numbers("all").contains(x + y) }
      }
      let found = findings(total(), claims)
      #expect(found.map(\.verdict) == [fits ? .agree : .contradiction], "round \(round)")
      let again = findings(total(), claims.shuffled(using: &random))
      #expect(again.map(\.verdict) == found.map(\.verdict), "round \(round)")
      #expect(again.map(\.id) == found.map(\.id), "round \(round)")
    }
  }
}
