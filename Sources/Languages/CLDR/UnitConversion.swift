import ICU
import Synchronization

/// Converts between CLDR units, by CLDR's own table (`units.xml`, `convertUnits`; UTS #35 part 6, unit conversion), which
/// takes its factors from NIST SP 811 and the treaties that define the units.
///
/// As there, a year is twelve months and a week seven days, but a month is no number of days.
public enum UnitConversion {
  /// What a unit measures, and how it comes to the base unit of that: `base = value * factor + offset`.
  public struct Base: Sendable, Equatable {
    /// CLDR's name of the quantity: `length`, `speed`, `temperature`, `year-duration`; a list of base units where it has none.
    public var dimension: String
    public var factor: Double
    /// 0 but for temperatures.
    public var offset: Double
  }

  /// The base of a unit, simple (`foot`) or compound (`kilowatt-hour-per-100-kilometer`); nil for what is no unit.
  public static func base(of unit: String) -> Base? {
    if let known = known.withLock({ $0[unit] }) { return known }
    let base = table.measure(unit).map {
      Base(dimension: table.dimension(of: $0), factor: $0.factor, offset: $0.offset)
    }
    // Claims by the million name the same few units; what names many is not worth keeping.
    known.withLock { if $0.count < 4096 { $0[unit] = .some(base) } }
    return base
  }

  /// The value in another unit of the same dimension; nil where the two measure different things, or one is no unit.
  /// `mile-per-gallon` and `liter-per-100-kilometer` convert as the reciprocals that they are.
  public static func convert(_ value: Double, from: String, to: String) -> Double? {
    guard let source = base(of: from), let target = base(of: to) else { return nil }
    if from == to { return value }
    if source.dimension == target.dimension {
      return (value * source.factor + source.offset - target.offset) / target.factor
    }
    guard value != 0, let reciprocal = table.measure(from)?.reciprocal,
      table.dimension(of: reciprocal) == target.dimension
    else { return nil }
    return 1 / (value * source.factor) / target.factor
  }

  private static let table = UnitTable()
  private static let known = Mutex<[String: Base?]>([:])
}

/// A unit as a factor and powers of base units.
struct UnitMeasure: Sendable {
  var factor = 1.0
  var offset = 0.0
  /// Powers above and below the line, not cancelled: `cubic-meter-per-meter` is consumption, and not an area.
  var above: [String: Int] = [:]
  var below: [String: Int] = [:]

  var reciprocal: UnitMeasure { UnitMeasure(factor: 1 / factor, above: below, below: above) }

  var signature: String { "\(Self.list(above))/\(Self.list(below))" }

  var cancelled: UnitMeasure {
    var result = self
    for (base, power) in above {
      let common = min(power, below[base] ?? 0)
      guard common > 0 else { continue }
      result.above[base] = power - common == 0 ? nil : power - common
      result.below[base] = (below[base] ?? 0) - common == 0 ? nil : (below[base] ?? 0) - common
    }
    return result
  }

  private static func list(_ powers: [String: Int]) -> String {
    powers.sorted { $0.key < $1.key }.map { "\($0.key)^\($0.value)" }.joined(separator: " ")
  }
}

/// ICU's `units` bundle, read once.
struct UnitTable: Sendable {
  private struct Rule: Sendable {
    var factor = "1"
    var offset = "0"
    var target = ""
  }

  private var rules: [String: Rule] = [:]
  private var constants: [String: String] = [:]
  /// Names of quantities by the signature of their base unit.
  private var quantities: [String: String] = [:]

  private static let aliases = ["metric-ton": "tonne", "part-per-million": "permillion"]
  private static let powers = ["square": 2, "cubic": 3, "pow4": 4]
  private static let prefixes: [(name: String, factor: Double)] = [
    ("quecto", 1e-30), ("ronto", 1e-27), ("yocto", 1e-24), ("zepto", 1e-21), ("atto", 1e-18), ("femto", 1e-15),
    ("pico", 1e-12), ("nano", 1e-9), ("micro", 1e-6), ("milli", 1e-3), ("centi", 1e-2), ("deci", 1e-1), ("deka", 1e1),
    ("hecto", 1e2), ("kilo", 1e3), ("mega", 1e6), ("giga", 1e9), ("tera", 1e12), ("peta", 1e15), ("exa", 1e18),
    ("zetta", 1e21), ("yotta", 1e24), ("ronna", 1e27), ("quetta", 1e30), ("kibi", 1024), ("mebi", 1_048_576),
    ("gibi", 1_073_741_824), ("tebi", 1_099_511_627_776), ("pebi", 1_125_899_906_842_624),
  ]

  init() {
    for (path, value) in LocaleData.entries(file: "units", table: "convertUnits") {
      let keys = path.split(separator: "/")
      guard keys.count == 2 else { continue }
      let unit = String(keys[0])
      switch keys[1] {
      case "factor": rules[unit, default: Rule()].factor = value
      case "offset": rules[unit, default: Rule()].offset = value
      case "target": rules[unit, default: Rule()].target = value
      default: break
      }
    }
    for (path, value) in LocaleData.entries(file: "units", table: "unitConstants") { constants[path] = value }
    for (path, value) in LocaleData.entries(file: "units", table: "unitQuantities") {
      guard let base = path.split(separator: "/").last, let measure = measure(String(base)) else { continue }
      let cancelled = measure.cancelled.signature
      if measure.signature == cancelled {
        quantities[cancelled] = value
      } else if quantities[measure.signature] == nil {
        quantities[measure.signature] = value
      }
    }
  }

  func dimension(of measure: UnitMeasure) -> String {
    if let name = quantities[measure.signature] { return name }
    let cancelled = measure.cancelled.signature
    return quantities[cancelled] ?? cancelled
  }

  /// Reads a unit identifier: simple units with prefixes and powers, those after `per` below the line.
  func measure(_ unit: String) -> UnitMeasure? {
    let unit = Self.aliases[unit] ?? unit
    if let rule = rules[unit] { return measure(unit, rule) }
    var words = unit.split(separator: "-", omittingEmptySubsequences: false)[...]
    var result = UnitMeasure()
    var isBelow = false
    while let word = words.first {
      if word == "per" {
        guard !isBelow else { return nil }
        isBelow = true
        words.removeFirst()
        if words.isEmpty { return nil }
        continue
      }
      let power = Self.powers[String(word)] ?? 1
      if power > 1 { words.removeFirst() }
      guard let (simple, count) = longestSimple(words) else { return nil }
      words = words.dropFirst(count)
      for _ in 0..<power { result.multiply(by: isBelow ? simple.reciprocal : simple) }
    }
    return unit.isEmpty ? nil : result
  }

  /// The longest run of words that is one unit: `pound-force` rather than `pound`.
  private func longestSimple(_ words: ArraySlice<Substring>) -> (UnitMeasure, Int)? {
    for count in stride(from: min(words.count, 4), to: 0, by: -1) {
      let name = words.prefix(count).joined(separator: "-")
      if let rule = rules[name] { return measure(name, rule).map { ($0, count) } }
      for (prefix, factor) in Self.prefixes where name.hasPrefix(prefix) {
        let stem = String(name.dropFirst(prefix.utf8.count))
        guard let rule = rules[stem], var measure = measure(stem, rule) else { continue }
        measure.factor *= factor
        return (measure, count)
      }
    }
    return nil
  }

  private func measure(_ unit: String, _ rule: Rule) -> UnitMeasure? {
    guard let factor = evaluate(rule.factor), let offset = evaluate(rule.offset) else { return nil }
    if rule.target == unit { return UnitMeasure(above: [unit: 1]) }
    guard var measure = measure(rule.target) else { return nil }
    measure.factor *= factor
    measure.offset = offset
    return measure
  }

  /// `ft3_to_m3/12*12*12`: products of numbers and constants, with one line of division at most.
  private func evaluate(_ expression: String, depth: Int = 0) -> Double? {
    let sides = expression.split(separator: "/", omittingEmptySubsequences: false)
    guard depth < 8, (1...2).contains(sides.count) else { return nil }
    var products: [Double] = []
    for side in sides {
      var product = 1.0
      for part in side.split(separator: "*") {
        let name = String(part.filter { $0 != " " })
        guard let value = Double(name) ?? constants[name].flatMap({ evaluate($0, depth: depth + 1) }) else {
          return nil
        }
        product *= value
      }
      products.append(product)
    }
    return products.count == 2 ? products[0] / products[1] : products[0]
  }
}

extension UnitMeasure {
  /// A product has no zero point of its own: offsets belong to simple units alone.
  fileprivate mutating func multiply(by other: UnitMeasure) {
    let isFirst = above.isEmpty && below.isEmpty && factor == 1
    factor *= other.factor
    offset = isFirst ? other.offset : 0
    above.merge(other.above, uniquingKeysWith: +)
    below.merge(other.below, uniquingKeysWith: +)
  }
}
