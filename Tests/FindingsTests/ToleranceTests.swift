import Claims
import Findings
import Testing

struct ToleranceTests {
  private func verdict(_ a: Double, _ b: Double, _ tolerance: Rule.Tolerance, _ kind: Rule.Kind = .quantity) -> Verdict?
  {
    Comparison.findings(for: rule(kind, tolerance: tolerance), claims: [exactly("c1", a), exactly("c2", b)]).first?
      .verdict
  }

  @Test func anAbsoluteToleranceIsTheWholeDistance() {
    #expect(verdict(100, 105, .absolute(5)) == .compatible)
    #expect(verdict(100, 105.001, .absolute(5)) == .contradiction)
    #expect(verdict(-3, 2, .absolute(5)) == .compatible)
    // Neither is a binary fraction, and their difference is a little more than that of 0.1.
    #expect(verdict(0.3, 0.4, .absolute(0.1)) == .compatible)
    #expect(verdict(100, 100, .absolute(5)) == .agree)
  }

  @Test func aRelativeToleranceIsOfTheLargerOne() {
    #expect(verdict(98, 100, .relative(0.02)) == .compatible)
    #expect(verdict(97.99, 100, .relative(0.02)) == .contradiction)
    #expect(verdict(100, 102, .relative(0.02)) == .compatible)
    #expect(verdict(100, 102.05, .relative(0.02)) == .contradiction)
    #expect(verdict(-98, -100, .relative(0.02)) == .compatible)
    #expect(verdict(-97.99, -100, .relative(0.02)) == .contradiction)
    #expect(verdict(-1, 1, .relative(0.5)) == .contradiction)
    #expect(verdict(0, 0.001, .relative(0.5)) == .contradiction)
    #expect(verdict(1, 1000, .relative(1)) == .compatible)
  }

  @Test func relativeToleranceAgreesWithItsDefinition() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<500 {
      let a = Double(Int.random(in: -200...200, using: &generator))
      let b = Double(Int.random(in: -200...200, using: &generator))
      let percent = Double(Int.random(in: 1...60, using: &generator))
      let meets = abs(a - b) * 100 <= percent * max(abs(a), abs(b))
      #expect((verdict(a, b, .relative(percent / 100)) != .contradiction) == meets, "\(a) \(b) \(percent) %")
    }
  }

  @Test func daysWidenDates() {
    func verdict(_ days: Int) -> Verdict? {
      Comparison.findings(
        for: rule(.date, tolerance: .days(days)),
        claims: [dated("c1", "2021-12-28", "2021-12-28"), dated("c2", "2021-12-31", "2021-12-31")]
      ).first?.verdict
    }
    #expect(verdict(2) == .contradiction)
    #expect(verdict(3) == .compatible)
  }

  @Test func aShareOfADateMeansNothing() {
    #expect(verdict(18_000, 18_001, .relative(0.5), .date) == .contradiction)
  }

  @Test func openEndsStayOpen() {
    let claims = [moreThan("c1", 105), exactly("c2", 100)]
    #expect(Comparison.findings(for: rule(tolerance: .absolute(5)), claims: claims).first?.verdict == .contradiction)
    #expect(Comparison.findings(for: rule(tolerance: .absolute(5.01)), claims: claims).first?.verdict == .compatible)
  }

  @Test(arguments: [
    Rule.Tolerance.absolute(.infinity), .absolute(.nan), .relative(.infinity), .relative(.nan), .days(.max),
  ])
  func oddTolerancesDoNoHarm(tolerance: Rule.Tolerance) {
    let claims = [exactly("c1", 1), exactly("c2", -5), moreThan("c3", 0), atMost("c4", 10)]
    #expect(!Comparison.findings(for: rule(tolerance: tolerance), claims: claims).isEmpty)
  }
}
