import Claims
import Findings
import ICU
import Mentions
import Testing

@testable import Reports

/// Why two sides conflict, in a sentence that names their figures.
struct ConflictSentenceTests {
  private static func explain(
    _ a: Claim.Value, _ x: Interval, _ b: Claim.Value, _ y: Interval, _ rule: Rule
  ) -> String {
    let claims = [(a, x), (b, y)].enumerated().map { number, side in
      Claim(
        id: "c\(number)", rule: "r", article: "a\(number)", value: side.0, possibilities: [side.1], text: "t",
        sentence: "t", start: 0, end: 1, line: 1, column: 1)
    }
    let finding = Finding(
      id: "f", rule: "r", verdict: .contradiction, severity: .error, message: "m",
      positions: claims.map {
        Position(label: ValueFormat.label(for: $0.value, stated: rule.compare == .stated), claims: [$0.id])
      })
    return Wording.explanation(finding, rule: rule, claims: claims)
  }

  private static func figures(_ a: Quantity, _ x: Interval, _ b: Quantity, _ y: Interval, _ rule: Rule? = nil)
    -> String
  {
    explain(.quantity(a), x, .quantity(b), y, rule ?? Rule(id: "r", kind: .quantity))
  }

  private static func exactly(_ value: Double, _ unit: String? = nil) -> Quantity {
    Quantity(exactly: value, unit: unit)
  }
  private static let above = Quantity(value: 5000, low: 5000, high: nil, lowIsOpen: true)
  private static let below = Quantity(value: 100, low: nil, high: 100, highIsOpen: true)
  private static let range = Quantity(value: nil, low: 40, high: 50)
  private static let about = Quantity(value: 2500, low: 2500, high: 2500, approximation: .about, step: 100)

  @Test func bounds() {
    #expect(
      Self.figures(Self.exactly(2500), .point(2500), Self.above, Interval(5000, .infinity))
        == "2,500 is not more than 5,000.")
    #expect(
      Self.figures(Self.above, Interval(5000, .infinity), Self.about, Interval(2450, 2550))
        == "About 2,500 is not more than 5,000.")
    #expect(
      Self.figures(Self.below, Interval(-.infinity, 100), Self.exactly(250), .point(250))
        == "250 is not fewer than 100.")
    #expect(
      Self.figures(Self.below, Interval(-.infinity, 100), Self.above, Interval(5000, .infinity))
        == "What is fewer than 100 is not more than 5,000.")
  }

  @Test func rangesAndLooseFigures() {
    #expect(
      Self.figures(Self.exactly(60), .point(60), Self.range, Interval(40, 50)) == "60 does not lie within 40–50.")
    #expect(
      Self.figures(Self.about, Interval(2450, 2550), Self.exactly(2600), .point(2600))
        == "About 2,500 may mean 2,450–2,550, and 2,600 is not among these.")
  }

  @Test func points() {
    #expect(Self.figures(Self.exactly(5), .point(5), Self.exactly(6), .point(6)) == "5 is not 6: they differ by 1.")
    #expect(
      Self.figures(Self.exactly(57, "percent"), .point(57), Self.exactly(61, "percent"), .point(61))
        == "57 % is not 61 %: they differ by 4 percentage points.")
    #expect(
      Self.figures(
        Self.exactly(100), .point(100), Self.exactly(110), .point(110),
        Rule(id: "r", kind: .quantity, tolerance: .relative(0.05)))
        == "100 is not 110: they differ by 10 where this rule allows 5 %.")
    #expect(
      Self.figures(
        Self.above, Interval(5000, .infinity), Self.exactly(5200), .point(5200),
        Rule(id: "r", kind: .quantity, compare: .stated))
        == "5,000 is not 5,200: this rule compares the bare figures.")
  }

  /// Nothing is said of figures in different units, which compare after a conversion that the report does not hold.
  @Test func otherUnitsAreNotSpelledOut() {
    #expect(
      Self.figures(Self.exactly(1, "kilometer"), .point(1000), Self.exactly(1, "mile"), .point(1609))
        == "No figure fits both ‘1 km’ and ‘1 mile’.")
  }

  private static let spans: [(String?, String?, String?, String?, String)] = [
    (
      "2021-07-26", "2021-07-26", "2021-12-09", "2021-12-09",
      "26 July 2021 is not 9 December 2021: they differ by 136 days."
    ),
    (nil, "2021-12-31", "2022-01-09", "2022-01-09", "9 January 2022 is later than 31 December 2021."),
    ("2021-07-01", "2021-07-31", "2021-08-03", "2021-08-03", "3 August 2021 comes after July 2021."),
    ("2021-12-01", nil, "2021-07-26", "2021-07-26", "26 July 2021 is earlier than 1 December 2021."),
  ]

  @Test(arguments: 0..<4)
  func dates(number: Int) {
    func span(_ from: String?, _ to: String?) -> Claim.Value {
      .date(DateSpan(from: from.flatMap { Day($0) }, to: to.flatMap { Day($0) }))
    }
    let (from, to, otherFrom, otherTo, expected) = Self.spans[number]
    #expect(
      Self.explain(span(from, to), .point(0), span(otherFrom, otherTo), .point(1), Rule(id: "r", kind: .date))
        == expected)
  }
}
