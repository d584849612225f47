import Languages
import Mentions

/// Which amounts a rule takes, brought to the unit in which it compares them.
struct UnitMatcher: Sendable {
  /// From a figure in one CLDR unit to another; nil where the two do not measure the same.
  typealias Conversion = @Sendable (_ value: Double, _ from: String, _ to: String) -> Double?

  let filter: Rule.UnitFilter
  let conversion: Conversion

  /// The amount as the rule compares it; nil where the rule leaves it out.
  func accepted(_ value: Mention.Value) -> Quantity? {
    switch (value, filter) {
    case (.quantity(let quantity), .count): return quantity.unit == nil ? quantity : nil
    case (.quantity(let quantity), .anyCurrency):
      return quantity.unit.map(Self.isCurrency) ?? false ? quantity : nil
    case (.quantity(let quantity), .unit(let unit)):
      guard let from = quantity.unit else { return nil }
      return converted(quantity, from, to: unit)
    case (.duration(let span), .unit(let unit)):
      let quantity = Quantity(value: span.value, low: span.low, high: span.high, unit: span.unit)
      return converted(quantity, span.unit, to: unit)
    default: return nil
    }
  }

  private func converted(_ quantity: Quantity, _ from: String, to unit: String) -> Quantity? {
    if from == unit { return quantity }
    if from == Self.bareDegree, Self.scales.contains(unit) {
      var result = quantity
      result.unit = unit
      return result
    }
    // Currencies compare with themselves alone, a percentage with nothing else.
    if Self.isCurrency(from) || Self.isCurrency(unit) || from.hasPrefix("percent") || unit.hasPrefix("percent") {
      return nil
    }
    guard let sample = conversion(1, from, unit), let zero = conversion(0, from, unit) else { return nil }
    var result = quantity
    result.unit = unit
    result.value = quantity.value.flatMap { conversion($0, from, unit) }
    result.low = quantity.low.flatMap { conversion($0, from, unit) }
    result.high = quantity.high.flatMap { conversion($0, from, unit) }
    result.step = quantity.step * abs(sample - zero)
    // A converted figure is no exact one: it is known to half a unit of its last digit.
    result.isScaled = true
    return result
  }

  /// "41 degrees" are of whatever scale the rule compares in.
  static let bareDegree = "degree"
  private static let scales: Set<String> = ["celsius", "fahrenheit"]

  static func isCurrency(_ unit: String) -> Bool {
    unit.utf8.count == 3 && unit.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// Whether two amounts may be mistaken for each other: the same kind of unit.
  func isRival(_ value: Mention.Value) -> Bool { accepted(value) != nil }
}
