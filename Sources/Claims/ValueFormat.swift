import ICU
import Mentions

/// Values as an English reader writes them: labels of positions, figures in messages.
///
/// Everything is a pure function of the value, so that labels never depend on the locale of the machine.
public enum ValueFormat {
  /// The shortest true description of a value: `5,200`, `more than 5,000`, `about 2,500`, `40–50`, `61 %`,
  /// `26 July 2021`, `by 31 December 2021`.
  ///
  /// - Parameter stated: leave out what the words do to the figure, as rules with `compare: stated` do: `5,000` for
  ///   "more than 5,000". A value that is nothing but bounds keeps them.
  public static func label(for value: Claim.Value, stated: Bool = false) -> String {
    switch value {
    case .quantity(let quantity):
      if stated, let figure = quantity.value { return measure(number(figure), unit: quantity.unit, isOne: figure == 1) }
      return label(for: quantity)
    case .date(let span): return label(for: span)
    case .name(let canonical, _): return canonical
    case .state(let symbol): return symbol
    }
  }

  /// The normal form in signs, to stand beside the words: `≥ 5,200`, `≈ 2,500`, `40–50 %`, `2021-12-31`,
  /// `≤ 2021-12-31`, `2021-07-01 – 2021-07-31`.
  public static func normalForm(of value: Claim.Value) -> String {
    switch value {
    case .quantity(let quantity): return normalForm(of: quantity)
    case .date(let span):
      switch (span.from, span.to) {
      case (let from?, let to?): return from == to ? from.description : "\(from) – \(to)"
      case (let from?, nil): return "≥ \(from)"
      case (nil, let to?): return "≤ \(to)"
      case (nil, nil): return "any day"
      }
    case .name(let canonical, _): return canonical
    case .state(let symbol): return symbol
    }
  }

  // MARK: - Numbers

  /// A number with its thousands grouped and the fewest decimals that name it exactly: `5,200`, `0.05`, `−12.3`.
  public static func number(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : value < 0 ? "−∞" : "∞" }
    let (whole, fraction) = decimal(value.magnitude)
    var grouped: [UInt8] = []
    let digits = Array(whole.utf8)
    grouped.reserveCapacity(digits.count * 4 / 3 + 1)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(UInt8(ascii: ",")) }
      grouped.append(digit)
    }
    let sign = value < 0 ? "−" : ""
    return sign + String(decoding: grouped, as: UTF8.self) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The digits before and after the point of a number that is not negative, without an exponent.
  private static func decimal(_ value: Double) -> (whole: String, fraction: String) {
    if value < 9e15, value == value.rounded(.down) { return (String(Int64(value)), "") }
    // Swift's description is the shortest text that reads back as the same number, but may carry an exponent.
    let text = value.description
    let parts = text.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = (parts.first ?? "0").split(separator: ".", omittingEmptySubsequences: false)
    var whole = String(mantissa.first ?? "0")
    var fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
    if exponent > 0 {
      let moved = fraction.prefix(exponent)
      whole += moved + String(repeating: "0", count: exponent - moved.utf8.count)
      fraction = String(fraction.dropFirst(exponent))
    } else if exponent < 0 {
      fraction = String(repeating: "0", count: -exponent - 1) + whole + fraction
      whole = "0"
    }
    return (whole, fraction)
  }

  // MARK: - Quantities

  private static func label(for q: Quantity) -> String {
    let loosely: String
    switch q.approximation {
    case .about?: loosely = "about "
    case .under?: loosely = "nearly "
    case .over?: loosely = "just over "
    case nil: loosely = ""
    }
    let fewer = q.unit == nil ? "fewer than " : "less than "
    func amount(_ value: Double) -> String { measure(number(value), unit: q.unit, isOne: value == 1) }

    if let value = q.value {
      switch (q.low, q.high) {
      case (let low?, nil) where low == value:
        return (q.lowIsOpen ? "more than " : "at least ") + loosely + amount(value)
      case (nil, let high?) where high == value:
        return (q.highIsOpen ? fewer : "up to ") + loosely + amount(value)
      case (let low?, let high?) where q.approximation == nil && low < high:
        // A figure with bounds of its own that no word explains, such as one of several readings.
        return "about " + amount(value)
      default:
        return loosely + amount(value)
      }
    }
    switch (q.low, q.high) {
    case (let low?, let high?):
      return low == high ? loosely + amount(low) : loosely + measure(range(low, high), unit: q.unit, isOne: false)
    case (let low?, nil): return (q.lowIsOpen ? "more than " : "at least ") + loosely + amount(low)
    case (nil, let high?): return (q.highIsOpen ? fewer : "up to ") + loosely + amount(high)
    case (nil, nil): return q.unit == nil ? "any number" : "any amount"
    }
  }

  private static func normalForm(of q: Quantity) -> String {
    func amount(_ value: Double) -> String { measure(number(value), unit: q.unit, isOne: value == 1) }
    switch (q.low, q.high) {
    case (let low?, nil): return (q.lowIsOpen ? "> " : "≥ ") + amount(low)
    case (nil, let high?): return (q.highIsOpen ? "< " : "≤ ") + amount(high)
    case (let low?, let high?) where low != high && q.value == nil:
      return measure(range(low, high), unit: q.unit, isOne: false)
    default:
      guard let value = q.value ?? q.low else { return "any number" }
      switch q.approximation {
      case .about?: return "≈ " + amount(value)
      case .under?: return "⪅ " + amount(value)
      case .over?: return "⪆ " + amount(value)
      case nil: return (q.low == q.high ? "" : "≈ ") + amount(value)
      }
    }
  }

  /// `40–50`; in words where a minus sign would stand beside the dash.
  private static func range(_ low: Double, _ high: Double) -> String {
    number(low) + (low < 0 || high < 0 ? " to " : "–") + number(high)
  }

  // MARK: - Units

  /// A figure with its unit: `EUR 1,200,000`, `61 %`, `20 km`, `3 days`, `12 knots`.
  private static func measure(_ figure: String, unit: String?, isOne: Bool) -> String {
    guard let unit else { return figure }
    if let symbol = symbols[unit] { return "\(figure) \(symbol)" }
    let bytes = unit.utf8
    if bytes.count == 3, bytes.allSatisfy({ $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }) {
      return "\(unit) \(figure)"
    }
    return "\(figure) \(words(forUnit: unit, isOne: isOne))"
  }

  /// CLDR identifiers whose English symbol every reader knows.
  private static let symbols: [String: String] = [
    "percent": "%", "permille": "‰", "celsius": "°C", "fahrenheit": "°F", "degree": "°",
    "millimeter": "mm", "centimeter": "cm", "meter": "m", "kilometer": "km",
    "square-meter": "m²", "square-kilometer": "km²", "cubic-meter": "m³", "cubic-kilometer": "km³",
    "milligram": "mg", "gram": "g", "kilogram": "kg", "milliliter": "ml", "centiliter": "cl",
    "kilometer-per-hour": "km/h", "meter-per-second": "m/s", "mile-per-hour": "mph",
    "watt": "W", "kilowatt": "kW", "megawatt": "MW", "gigawatt": "GW", "terawatt": "TW",
    "kilowatt-hour": "kWh", "megawatt-hour": "MWh", "gigawatt-hour": "GWh", "terawatt-hour": "TWh",
    "hertz": "Hz", "kilohertz": "kHz", "megahertz": "MHz", "gigahertz": "GHz", "volt": "V", "ampere": "A",
    "hectopascal": "hPa", "decibel": "dB", "bit": "bit",
    "kilobyte": "kB", "megabyte": "MB", "gigabyte": "GB", "terabyte": "TB",
  ]

  /// Names whose British form or plural is not the identifier and an s.
  private static let names: [String: (one: String, many: String)] = [
    "foot": ("foot", "feet"), "inch": ("inch", "inches"), "square-foot": ("square foot", "square feet"),
    "cubic-foot": ("cubic foot", "cubic feet"), "liter": ("litre", "litres"),
    "hectoliter": ("hectolitre", "hectolitres"),
    "century": ("century", "centuries"), "tonne": ("tonne", "tonnes"), "stone": ("stone", "stone"),
    "percentage-point": ("percentage point", "percentage points"),
  ]

  private static func words(forUnit unit: String, isOne: Bool) -> String {
    if let name = names[unit] { return isOne ? name.one : name.many }
    // `year-person` is CLDR's name for an age in years.
    let identifier = unit.hasSuffix("-person") ? String(unit.dropLast("-person".utf8.count)) : unit
    // The plural goes on what is counted: "miles per gallon".
    var parts = identifier.split(separator: "-").map(String.init)
    let per = parts.firstIndex(of: "per") ?? parts.count
    if !isOne, per > 0, !parts[per - 1].hasSuffix("s") { parts[per - 1] += "s" }
    return parts.joined(separator: " ")
  }

  // MARK: - Days

  /// `26 July 2021`.
  public static func day(_ day: Day) -> String {
    let (y, m, d) = day.components
    return "\(d) \(month(m)) \(year(y))"
  }

  private static func label(for span: DateSpan) -> String {
    switch (span.from, span.to) {
    case (nil, nil): return "any day"
    case (nil, let to?): return "by " + day(to)
    case (let from?, nil): return "from \(day(from)) on"
    case (let from?, let to?): return label(from, to)
    }
  }

  /// As coarse as is exact: a year, some months, some days.
  private static func label(_ from: Day, _ to: Day) -> String {
    if from == to { return day(from) }
    let (y1, m1, d1) = from.components
    let (y2, m2, d2) = to.components
    if d1 == 1, d2 == Day.length(ofMonth: m2, year: y2) {
      if m1 == 1, m2 == 12 { return y1 == y2 ? year(y1) : "\(year(y1))–\(year(y2))" }
      if y1 == y2 { return m1 == m2 ? "\(month(m1)) \(year(y1))" : "\(month(m1))–\(month(m2)) \(year(y1))" }
      return "\(month(m1)) \(year(y1)) – \(month(m2)) \(year(y2))"
    }
    if y1 == y2, m1 == m2 { return "\(d1)–\(d2) \(month(m1)) \(year(y1))" }
    if y1 == y2 { return "\(d1) \(month(m1)) – \(d2) \(month(m2)) \(year(y1))" }
    return "\(day(from)) – \(day(to))"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private static func month(_ number: Int) -> String {
    months.indices.contains(number - 1) ? months[number - 1] : String(number)
  }

  /// The proleptic calendar's year 0 is 1 BC.
  private static func year(_ number: Int) -> String { number > 0 ? String(number) : "\(1 - number) BC" }
}
