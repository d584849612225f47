import Claims
import ICU
import Mentions
import Testing

struct ValueFormatTests {
  @Test(
    arguments: [
      (5200, "5,200"), (0, "0"), (-0.0, "0"), (999, "999"), (1_000_000, "1,000,000"), (0.05, "0.05"),
      (0.00005, "0.00005"),
      (-12.3, "−12.3"), (1234.5, "1,234.5"), (1e21, "1,000,000,000,000,000,000,000"),
      (1.25e16, "12,500,000,000,000,000"),
      (.infinity, "∞"), (-.infinity, "−∞"), (.nan, "not a number"),
    ] as [(Double, String)])
  func numbers(value: Double, expected: String) {
    #expect(ValueFormat.number(value) == expected)
  }

  @Test func aNumberReadsBackAsItself() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let value = Double.random(in: 0.001...1, using: &generator) * [1e-9, 1, 1e5, 1e12, 1e19].randomElement()!
      let text = ValueFormat.number(value)
      #expect(Double(text.filter { $0 != "," }) == value)
    }
  }

  @Test(
    arguments: [
      (Quantity(exactly: 5200), "5,200", "5,200"),
      (Quantity(value: 5000, low: 5000, high: nil, lowIsOpen: true), "more than 5,000", "> 5,000"),
      (Quantity(value: 5000, low: 5000, high: nil), "at least 5,000", "≥ 5,000"),
      (Quantity(value: 700, low: nil, high: 700), "up to 700", "≤ 700"),
      (Quantity(value: 700, low: nil, high: 700, highIsOpen: true), "fewer than 700", "< 700"),
      (
        Quantity(value: 700, low: nil, high: 700, highIsOpen: true, unit: "kilometer"), "less than 700 km", "< 700 km"
      ),
      (Quantity(value: 2500, low: 2500, high: 2500, approximation: .about), "about 2,500", "≈ 2,500"),
      (Quantity(value: 61, low: 61, high: 61, approximation: .over, unit: "percent"), "just over 61 %", "⪆ 61 %"),
      (Quantity(value: 61, low: 60, high: 61, approximation: .under, unit: "percent"), "nearly 61 %", "⪅ 61 %"),
      (Quantity(value: nil, low: 40, high: 50), "40–50", "40–50"),
      (Quantity(value: nil, low: -5, high: -2, unit: "celsius"), "−5 to −2 °C", "−5 to −2 °C"),
      (Quantity(value: nil, low: 24, high: nil), "at least 24", "≥ 24"),
      (Quantity(value: nil, low: nil, high: nil), "any number", "any number"),
      (Quantity(exactly: 1_200_000, unit: "EUR"), "EUR 1,200,000", "EUR 1,200,000"),
      (Quantity(exactly: 1, unit: "day"), "1 day", "1 day"),
      (Quantity(exactly: 3, unit: "year-person"), "3 years", "3 years"),
      (Quantity(exactly: 12.3, unit: "inch"), "12.3 inches", "12.3 inches"),
      (Quantity(exactly: 40, unit: "mile-per-gallon"), "40 miles per gallon", "40 miles per gallon"),
    ] as [(Quantity, String, String)])
  func quantities(quantity: Quantity, label: String, normalForm: String) {
    #expect(ValueFormat.label(for: .quantity(quantity)) == label)
    #expect(ValueFormat.normalForm(of: .quantity(quantity)) == normalForm)
  }

  @Test func aStatedReadingDropsTheWords() {
    let more = Quantity(value: 5000, low: 5000, high: nil, lowIsOpen: true)
    #expect(ValueFormat.label(for: .quantity(more), stated: true) == "5,000")
    let range = Quantity(value: nil, low: 40, high: 50)
    #expect(ValueFormat.label(for: .quantity(range), stated: true) == "40–50")
  }

  @Test(
    arguments: [
      ("2021-07-26", "2021-07-26", "26 July 2021", "2021-07-26"),
      ("2021-07-01", "2021-07-31", "July 2021", "2021-07-01 – 2021-07-31"),
      ("2021-01-01", "2021-12-31", "2021", "2021-01-01 – 2021-12-31"),
      ("2020-01-01", "2021-12-31", "2020–2021", "2020-01-01 – 2021-12-31"),
      ("2021-01-01", "2021-03-31", "January–March 2021", "2021-01-01 – 2021-03-31"),
      ("2020-12-01", "2021-02-28", "December 2020 – February 2021", "2020-12-01 – 2021-02-28"),
      ("2021-07-03", "2021-07-09", "3–9 July 2021", "2021-07-03 – 2021-07-09"),
      ("2021-07-30", "2021-08-02", "30 July – 2 August 2021", "2021-07-30 – 2021-08-02"),
      ("2020-12-30", "2021-01-02", "30 December 2020 – 2 January 2021", "2020-12-30 – 2021-01-02"),
      (nil, "2021-12-31", "by 31 December 2021", "≤ 2021-12-31"),
      ("2021-07-26", nil, "from 26 July 2021 on", "≥ 2021-07-26"),
      (nil, nil, "any day", "any day"),
    ] as [(String?, String?, String, String)])
  func dates(from: String?, to: String?, label: String, normalForm: String) {
    let span = DateSpan(from: from.flatMap { Day($0) }, to: to.flatMap { Day($0) })
    #expect(ValueFormat.label(for: .date(span)) == label)
    #expect(ValueFormat.normalForm(of: .date(span)) == normalForm)
  }
}
