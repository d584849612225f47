import Foundation
import ICU

/// An axis: numbers to places on the drawing, and the ticks that stand on it.
struct HTMLScale {
  var domain: ClosedRange<Double>
  /// From the place of the lowest number to that of the highest, which may lie before it.
  var start: Double
  var end: Double
  private(set) var ticks: [(value: Double, label: String)] = []

  func place(_ value: Double) -> Double {
    let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    return start + min(max(share, -0.02), 1.02) * (end - start)
  }

  /// Round numbers around the values, with zero among them where it is not far.
  ///
  /// - Parameter isCount: halves are no figures.
  static func numbers(_ values: [Double], start: Double, end: Double, isCount: Bool, label: (Double) -> String)
    -> HTMLScale
  {
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    if low > 0, low < high * 0.6 { low = 0 }
    if low == high {
      let around = low == 0 ? 1 : low.magnitude * 0.1
      (low, high) = (low - around, high + around)
    }
    let step = max(step(atLeast: (high - low) / 5), isCount ? 1 : 0)
    // What lies on the axis is hard to see, unless the axis is zero.
    let lowest = ((low / step).rounded(.down) - (low == 0 ? 0 : 1)) * step
    let highest = max((high / step).rounded(.up) * step, lowest + step)
    var scale = HTMLScale(domain: lowest...highest, start: start, end: end)
    let count = Int(((highest - lowest) / step).rounded())
    for i in 0...max(1, min(count, 12)) {
      // Fifteen digits: 0.1 + 0.2 is to be 0.3.
      let value = lowest + Double(i) * step
      let rounded = (value / step).rounded() * step
      scale.ticks.append((rounded, label(Self.tidy(rounded, step))))
    }
    return scale
  }

  private static func tidy(_ value: Double, _ step: Double) -> Double {
    guard step < 1 else { return value.rounded() }
    let scale = pow(10, (-log10(step)).rounded(.up) + 1)
    return (value * scale).rounded() / scale
  }

  /// 1, 2 or 5 times a power of ten.
  private static func step(atLeast size: Double) -> Double {
    guard size.isFinite, size > 0 else { return 1 }
    let power = pow(10, log10(size).rounded(.down))
    return ([1, 2, 5].first { $0 * power >= size } ?? 10) * power
  }

  /// Days, with ticks at the starts of days, months or years.
  static func days(_ values: [Int], start: Double, end: Double) -> HTMLScale {
    let first = values.min() ?? 0
    let last = values.max() ?? first
    let margin = max(3, (last - first) / 20)
    let (low, high) = (first - margin, last + margin)
    var scale = HTMLScale(domain: Double(low)...Double(high), start: start, end: end)
    for day in ticks(low, high) { scale.ticks.append((Double(day.day.number), day.label)) }
    return scale
  }

  private static func ticks(_ low: Int, _ high: Int) -> [(day: Day, label: String)] {
    let most = 7
    for step in [1, 2, 5, 10] where (high - low) / step <= most {
      return stride(from: low + step / 2, through: high, by: step).map {
        let day = Day(number: $0)
        return (day, "\(day.day) \(month(day.month)) \(day.year)")
      }
    }
    for step in [1, 2, 3, 6] where (high - low) / (30 * step) <= most {
      let first = Day(number: low)
      guard var day = Day(year: first.year, month: 1, day: 1) else { return [] }
      var found: [(day: Day, label: String)] = []
      while day.number <= high {
        if day.number >= low { found.append((day, "\(month(day.month)) \(day.year)")) }
        day = day.adding(months: step)
      }
      return found
    }
    let (from, to) = (Day(number: low).year, Day(number: high).year)
    let step = max(1, Int(Self.step(atLeast: Double(to - from) / Double(most))))
    let start = Int((Double(from) / Double(step)).rounded(.down)) * step
    return stride(from: start, through: to, by: step).compactMap { year in
      guard let day = Day(year: year, month: 1, day: 1), day.number >= low else { return nil }
      return (day, String(year))
    }
  }

  private static func month(_ number: Int) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return names.indices.contains(number - 1) ? names[number - 1] : ""
  }
}
