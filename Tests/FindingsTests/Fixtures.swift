import Claims
import Findings
import ICU
import Mentions

/// Sebastiano Vigna's generator: the same numbers on every run and machine.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

func day(_ text: String) -> Day { Day(text)! }

func rule(
  _ kind: Rule.Kind = .quantity, changes: Rule.Change = .never, compare: Rule.Reading = .meaning,
  tolerance: Rule.Tolerance? = nil, unit: Rule.UnitFilter = .count
) -> Rule {
  Rule(
    id: "troops", title: "American troops", kind: kind, changes: changes, compare: compare, tolerance: tolerance,
    unit: unit)
}

/// A claim whose article is named like the claim, unless told otherwise.
func claim(
  _ id: String, _ value: Claim.Value, _ possibilities: [Interval], article: String? = nil,
  modality: Claim.Modality = .asserted, asOf: String? = nil, rule: String = "troops", line: Int = 1
) -> Claim {
  Claim(
    id: id, rule: rule, article: article ?? "articles/\(id).txt", value: value, possibilities: possibilities, text: id,
    sentence: id, start: 0, end: 1, line: line, column: 1, modality: modality, asOf: asOf.map(day))
}

func exactly(
  _ id: String, _ number: Double, unit: String? = nil, article: String? = nil, modality: Claim.Modality = .asserted,
  asOf: String? = nil, line: Int = 1
) -> Claim {
  claim(
    id, .quantity(Quantity(exactly: number, unit: unit)), [.point(number)], article: article, modality: modality,
    asOf: asOf, line: line)
}

func moreThan(_ id: String, _ number: Double, modality: Claim.Modality = .asserted, asOf: String? = nil) -> Claim {
  claim(
    id, .quantity(Quantity(value: number, low: number, high: nil, lowIsOpen: true)),
    [Interval(number, .infinity, lowIsOpen: true)], modality: modality, asOf: asOf)
}

func atMost(_ id: String, _ number: Double) -> Claim {
  claim(id, .quantity(Quantity(value: number, low: nil, high: number)), [Interval(-.infinity, number)])
}

func between(_ id: String, _ low: Double, _ high: Double, asOf: String? = nil) -> Claim {
  claim(id, .quantity(Quantity(value: nil, low: low, high: high)), [Interval(low, high)], asOf: asOf)
}

func dated(_ id: String, _ from: String?, _ to: String?) -> Claim {
  let span = DateSpan(from: from.map(day), to: to.map(day))
  let interval = Interval(
    span.from.map { Double($0.number) } ?? -.infinity, span.to.map { Double($0.number) } ?? .infinity)
  return claim(id, .date(span), [interval])
}

extension Finding {
  /// What the positions hold: `["a b", "c"]`.
  var members: [String] { positions.map { $0.claims.joined(separator: " ") } }
  var labels: [String] { positions.map(\.label) }
}
