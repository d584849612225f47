import Claims
import ICU
import Mentions

/// What is claimed where, as a number that stays the same while that does.
///
/// It is the FNV-1a hash of 64 bits (Fowler, Noll and Vo) of the rule's id, the verdict, the day if the finding has one,
/// and the set of pairs of article and value. Lines, wordings, the order of articles, the ids of claims and the settings
/// of the rule have no part in it, nor how often an article says the same.
enum Fingerprint {
  /// - Parameter pairs: the hash of each claim.
  static func of(rule: String, verdict: Verdict, day: Int?, pairs: [UInt64]) -> UInt64 {
    var hash = Hash()
    hash.add(rule)
    hash.add(verdict.rawValue)
    if let day { hash.add(UInt64(bitPattern: Int64(day))) }
    // A pair is known by its own hash, so that a million of them need not be spelled out and sorted as text.
    var last: UInt64?
    for pair in pairs.sorted() where pair != last {
      hash.add(pair)
      last = pair
    }
    return hash.value
  }

  /// What one claim claims where.
  static func hash(article: String, value: Claim.Value) -> UInt64 {
    var hash = Hash()
    hash.add(article)
    switch value {
    case .quantity(let quantity):
      hash.add("quantity")
      hash.add(quantity.value)
      hash.add(quantity.low)
      hash.add(quantity.high)
      hash.add((quantity.lowIsOpen ? 1 : 0) + (quantity.highIsOpen ? 2 : 0))
      hash.add(quantity.approximation?.rawValue ?? "")
      hash.add(quantity.unit ?? "")
    case .date(let span):
      hash.add("date")
      hash.add(span.from.map { Double($0.number) })
      hash.add(span.to.map { Double($0.number) })
    case .name(let canonical, _):
      hash.add("name")
      hash.add(canonical)
    case .state(let symbol):
      hash.add("state")
      hash.add(symbol)
    }
    return hash.value
  }

  /// Six hexadecimal digits of each, or as many more as tell all apart; equal ones get a number.
  static func distinct(_ fingerprints: [UInt64]) -> [String] {
    let whole = fingerprints.map(hexadecimal)
    var shortest: [String: Int] = [:]
    for text in whole {
      for length in 6...16 { shortest[String(text.prefix(length)), default: 0] += 1 }
    }
    var used: [String: Int] = [:]
    return whole.map { text in
      let length = (6...16).first { shortest[String(text.prefix($0))] == 1 } ?? 16
      let digits = String(text.prefix(length))
      used[digits, default: 0] += 1
      let number = used[digits] ?? 1
      return number == 1 ? digits : "\(digits)-\(number)"
    }
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private struct Hash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    private mutating func add(byte: UInt8) {
      value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// Ends with a byte that UTF-8 never holds, so that "ab" + "c" is not "a" + "bc".
    mutating func add(_ text: String) {
      for byte in text.utf8 { add(byte: byte) }
      add(byte: 0xFF)
    }

    mutating func add(_ number: UInt64) {
      for shift in stride(from: 0, to: 64, by: 8) { add(byte: UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
    }

    mutating func add(_ number: Double?) {
      guard let number else { return add(byte: 0xFE) }
      add((number + 0).bitPattern)
    }
  }
}
