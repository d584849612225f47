import Claims
import Findings
import ICU
import Mentions

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Times the comparison of 10³ to 10⁶ claims of one rule, and prints what a claim costs beside n log n.
///
/// The last column is the time divided by n · log₂ n, as a multiple of that of the row with the fewest claims: near 1 for
/// a cost of n log n, tenfold in each row for n².
/// - Parameter only: shapes to time; all where empty.
/// - Returns: whether 10⁶ claims took under 13 times as long as 10⁵ in every shape.
@discardableResult
func runComparisonBenchmark(_ only: [String] = []) -> Bool {
  var isWithinBounds = true
  print("Comparing claims of one rule (processor time on one core, best of several runs)")
  print("shape                     claims  positions       time    ns/claim   × row above   per n log n")
  for shape in Shape.allCases where only.isEmpty || only.contains(shape.rawValue) {
    var first: Double?
    var previous: Double?
    for exponent in 3...6 {
      let count = (0..<exponent).reduce(1) { product, _ in product * 10 }
      let claims = shape.claims(count)
      let rule = Rule(id: "r", title: "Benchmark", kind: .quantity, changes: shape == .rising ? .rising : .never)
      var positions = 0
      var best = Double.infinity
      for _ in 0..<(exponent < 5 ? 10 : 4) {
        let start = processorSeconds()
        positions = Comparison.findings(for: rule, claims: claims).reduce(0) { $0 + $1.positions.count }
        best = min(best, processorSeconds() - start)
      }
      let logarithm = Double(exponent) * 3.321928
      let cost = best / (Double(count) * logarithm)
      let growth = previous.map { best / $0 }
      if exponent == 6, let growth, growth >= 13 { isWithinBounds = false }
      print(
        column(shape.rawValue, 22, left: true), column(String(count), 9), column(String(positions), 10),
        column(rounded(best * 1000, 2) + " ms", 12), column(rounded(best * 1e9 / Double(count), 0), 9),
        column(growth.map { rounded($0, 1) } ?? "", 13), column(rounded(cost / (first ?? cost), 2), 13))
      first = first ?? cost
      previous = best
    }
  }
  print("10⁶ claims in under 13 times the time of 10⁵: \(isWithinBounds ? "yes" : "NO")")
  return isWithinBounds
}

/// What the claims of a rule may look like.
private enum Shape: String, CaseIterable {
  /// A dozen figures, over and over.
  case few = "few figures"
  /// Every claim a figure of its own.
  case many = "many figures"
  /// Ranges a hundredth of the line wide, each overlapping very many others.
  case ranges = "overlapping ranges"
  /// Half of the claims "more than n", half figures: every position holds most of the bounds.
  case bounds = "bounds and figures"
  /// Some figures with two readings, some claims only attributed.
  case mixed = "readings, attributed"
  /// A thousand days of a rising count, with errors.
  case rising = "rising, by day"

  func claims(_ count: Int) -> [Claim] {
    var generator = Generator(state: 42)
    return (0..<count).map { i in
      var quantity: Quantity
      var others: [Interval] = []
      let number = Double(generator.next() % UInt64(10 * count))
      switch self {
      case .few: quantity = Quantity(exactly: number.truncatingRemainder(dividingBy: 12))
      case .many: quantity = Quantity(exactly: number)
      case .ranges: quantity = Quantity(value: nil, low: number, high: number + Double(count) / 10)
      case .bounds:
        quantity =
          i % 2 == 0
          ? Quantity(exactly: number) : Quantity(value: number, low: number, high: nil, lowIsOpen: true)
      case .mixed:
        quantity = Quantity(exactly: number)
        if i % 10 == 0 { others = [.point(number / 1000)] }
      case .rising: quantity = Quantity(exactly: Double(i * 1000 / count) + number.truncatingRemainder(dividingBy: 3))
      }
      let set = Interval(
        quantity.low ?? -.infinity, quantity.high ?? .infinity, lowIsOpen: quantity.lowIsOpen,
        highIsOpen: quantity.highIsOpen)
      return Claim(
        id: "c\(i + 1)", rule: "r", article: "a\(i / 7)", value: .quantity(quantity), possibilities: [set] + others,
        text: "", sentence: "", start: 0, end: 0, line: 1, column: 1,
        modality: self == .mixed && i % 3 == 0 ? .attributed : .asserted,
        asOf: Day(number: 18_000 + (self == .rising ? i * 1000 / count : 0)))
    }
  }
}

/// The processor time that this process has used: what others run beside it has little part in it.
private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// SplitMix64: the same claims on every run and machine.
private struct Generator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private func column(_ text: String, _ width: Int, left: Bool = false) -> String {
  let blank = String(repeating: " ", count: max(0, width - text.count))
  return left ? text + blank : blank + text
}

private func rounded(_ value: Double, _ digits: Int) -> String {
  let scale = digits == 0 ? 1.0 : 100.0
  let whole = Int((value * scale).rounded())
  guard digits > 0 else { return String(whole) }
  let fraction = String(whole % 100)
  return "\(whole / 100)." + (fraction.utf8.count < 2 ? "0" : "") + fraction
}
