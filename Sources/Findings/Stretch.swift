import Claims

/// An interval with both ends in it: what the sweep compares.
///
/// An open end becomes the next double inside it, so that "more than 5,000" and "5,000" are kept apart by plain
/// comparison.
struct Stretch: Hashable {
  var low: Double
  var high: Double

  func meets(_ other: Stretch) -> Bool { low <= other.high && other.low <= high }

  /// The stretch of an interval widened by a tolerance; nil where it holds no number.
  init?(_ interval: Interval, widenedBy widening: Widening) {
    var low = interval.low
    var high = interval.high
    guard low < high || (low == high && !interval.lowIsOpen && !interval.highIsOpen) else { return nil }
    switch widening {
    case .none: break
    case .absolute(let half):
      low -= half
      high += half
    case .scale(let factor):
      low = low > 0 ? low * factor : low < 0 ? low / factor : 0
      high = high > 0 ? high / factor : high < 0 ? high * factor : 0
    }
    let slack = widening.slack
    if !interval.lowIsOpen {
      low -= slack(low)
    } else if low.isFinite {
      low = (low + 2 * slack(low)).nextUp
    }
    if !interval.highIsOpen {
      high += slack(high)
    } else if high.isFinite {
      high = (high - 2 * slack(high)).nextDown
    }
    guard low <= high else { return nil }
    // Zero has one sign here: both compare equal, but do not hash or sort alike everywhere.
    self.low = low + 0
    self.high = high + 0
  }
}

/// A rule's tolerance, brought to a form that can be applied to each set alone.
///
/// - An absolute tolerance (and one in days) adds half of it to either end. Two intervals then meet just when they lay
///   at most the whole of it apart.
/// - A relative tolerance *r* is a share of the larger of the two: 0 < a < b meet when b − a ≤ r·b, that is when
///   a / √(1−r) ≥ b · √(1−r). So every end moves away from the other by the factor √(1−r), whatever it is compared with.
///   Figures of opposite signs lie further apart than either is large and never meet; a tolerance of 100 % or more lets
///   all figures of one sign meet.
///
/// Both are exact for intervals, and keep the order that the sweep needs. Closed ends get a few units in the last place
/// more, so that 0.3 and 0.4 meet with a tolerance of 0.1 although neither is a binary fraction; open ends get a few less,
/// so that "more than 105" and 100 do not meet with a tolerance of 5.
enum Widening {
  case none
  case absolute(Double)
  case scale(Double)

  init(_ tolerance: Rule.Tolerance?, kind: Rule.Kind) {
    switch (tolerance, kind) {
    case (.absolute(let amount)?, .quantity), (.absolute(let amount)?, .date), (.absolute(let amount)?, .total):
      self = amount > 0 && amount.isFinite ? .absolute(amount / 2) : .none
    case (.days(let days)?, .quantity), (.days(let days)?, .date), (.days(let days)?, .total):
      self = days > 0 ? .absolute(Double(days) / 2) : .none
    case (.relative(let share)?, .quantity), (.relative(let share)?, .total):
      self = share > 0 ? .scale((1 - min(share, 1)).squareRoot()) : .none
    default:
      // A share of a date means nothing, and names and states are the same or not.
      self = .none
    }
  }

  fileprivate func slack(_ end: Double) -> Double {
    guard end.isFinite else { return 0 }
    switch self {
    case .none: return 0
    case .absolute(let half): return 4 * max(end.ulp, half.ulp)
    case .scale: return end == 0 ? 0 : 4 * end.ulp
    }
  }
}
