import ICU
import Mentions

/// From the words of a claim to the intervals that are compared.
///
/// - "more than 5,000" reaches from 5,000, which the table of meanings counts in, to infinity.
/// - An approximate figure is loose by half the place of its last digit that is not zero, but by no more than a tenth of
///   itself: "about 2,500" is 2,450 to 2,550, "about 5,000" 4,500 to 5,500, "about 100" 90 to 110.
/// - "nearly" and "just over" are loose by as much to one side.
/// - A scaled figure is known to half its step: "2.5 million" is 2.45 to 2.55 million.
public enum Possibilities {
  /// - Parameters:
  ///   - quantity: in the unit that the rule compares in.
  ///   - reading: `stated` takes the bare figure.
  ///   - isOdd: 5400余, "5천여": less than one more of its last place.
  public static func interval(of quantity: Quantity, reading: Rule.Reading = .meaning, isOdd: Bool = false) -> Interval?
  {
    if reading == .stated, let value = quantity.value { return .point(value) }
    let floor = quantity.unit == nil ? 0 : -Double.infinity
    guard quantity.value != nil || quantity.low != nil || quantity.high != nil else { return nil }
    var low = quantity.low ?? (quantity.high == nil ? quantity.value ?? floor : floor)
    var high = quantity.high ?? (quantity.low == nil ? quantity.value ?? .infinity : .infinity)
    if reading == .stated { return Interval(min(low, high), max(low, high)) }
    if isOdd, !high.isFinite, low > 0 { high = low + place(of: low) }
    let half = quantity.isScaled ? quantity.step / 2 : 0
    let loose = quantity.approximation == nil ? 0 : looseness(of: quantity.value ?? max(low.isFinite ? low : high, 0))
    switch quantity.approximation {
    case .about?:
      low -= max(loose, half)
      high += max(loose, half)
    case .under?: low -= max(loose, half)
    case .over?: high += max(loose, half)
    case nil:
      low -= half
      high += half
    }
    guard low <= high, !low.isNaN, !high.isNaN else { return nil }
    // "nearly 5,000" is below it, "just over 61 %" above.
    return Interval(
      low, high, lowIsOpen: quantity.approximation == .over && half == 0 && low < high,
      // What is rounded to 2 million is no 3 million.
      highIsOpen: low < high
        && (quantity.approximation == .under ? half == 0 : quantity.approximation == nil && half > 0))
  }

  /// Day numbers, both ends included.
  public static func interval(of span: DateSpan) -> Interval {
    Interval(span.from.map { Double($0.number) } ?? -.infinity, span.to.map { Double($0.number) } ?? .infinity)
  }

  /// Half the place of the last digit that is not zero, at most a tenth of the figure.
  static func looseness(of value: Double) -> Double {
    let size = abs(value)
    guard size > 0, size.isFinite else { return 0 }
    return min(place(of: value) / 2, size / 10)
  }

  /// The place of the last digit that is not zero.
  private static func place(of value: Double) -> Double {
    let size = abs(value)
    var place = 1e-6
    while place * 10 <= size {
      let quotient = size / (place * 10)
      guard abs(quotient - quotient.rounded()) < 1e-9 * max(1, quotient) else { break }
      place *= 10
    }
    return place
  }
}
