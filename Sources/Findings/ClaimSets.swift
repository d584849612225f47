import Claims

/// The claims of one rule that can be compared, in their own order, each with the class of its set.
///
/// Claims with equal sets are one class, and all comparing is done on classes: a million claims over a few figures cost
/// little more than reading them.
struct ClaimSets {
  static let undated = Int.min

  /// Where each claim lies in the caller's array.
  private(set) var positions: [Int32] = []
  /// The ids of the claims and the hashes of what they claim where. Claims are large: a million of them are best visited
  /// once, and in their own order.
  private(set) var ids: [String] = []
  private(set) var hashes: [UInt64] = []
  private(set) var classOf: [Int32] = []
  private(set) var isAttributed: [Bool] = []
  /// The number of the day that the claim speaks of, or `undated`.
  private(set) var day: [Int] = []
  /// The number of the day since which the claim has held: `day` itself for most.
  private(set) var since: [Int] = []

  /// The first reading of each class, in ascending order of its ends.
  private(set) var first: [Stretch] = []
  /// The highest number of any reading of each class.
  private(set) var hullHigh: [Double] = []
  /// Whether all claims of a class are bare numbers, so that the class itself says what they say.
  private(set) var isBareNumber: [Bool] = []
  /// Further readings of a class: an index into `rest`, or -1.
  private var restIndex: [Int32] = []
  private var rest: [[Stretch]] = []

  var count: Int { positions.count }
  var classCount: Int { first.count }
  var hasSeveralReadings: Bool { !rest.isEmpty }

  /// - Parameters:
  ///   - claims: claims of any rules.
  ///   - chosen: which of them to compare, as indices.
  ///   - keys: what fingerprints call their articles.
  init(rule: Rule, claims: [Claim], chosen: [Int32], keys: ArticleKeys = ArticleKeys()) {
    let widening = Widening(rule.tolerance, kind: rule.kind)
    let symbols = rule.kind == .name || rule.kind == .state ? Self.symbols(claims, chosen) : [:]
    var entries: [Entry] = []
    entries.reserveCapacity(chosen.count)
    positions.reserveCapacity(chosen.count)
    ids.reserveCapacity(chosen.count)
    hashes.reserveCapacity(chosen.count)
    isAttributed.reserveCapacity(chosen.count)
    day.reserveCapacity(chosen.count)
    since.reserveCapacity(chosen.count)
    for index in Self.inOrder(chosen, claims) {
      let i = Int(index)
      guard claims[i].isCompared else { continue }
      var entry = Entry(first: Stretch.point(0), claim: Int32(entries.count), rest: -1)
      if claims[i].possibilities.count == 1 {
        guard let stretch = Stretch(claims[i].possibilities[0], widenedBy: widening) else { continue }
        entry.first = stretch
      } else if claims[i].possibilities.isEmpty {
        guard let symbol = Self.symbol(of: claims[i].value).flatMap({ symbols[$0] }) else { continue }
        entry.first = .point(symbol)
      } else {
        let readings = Self.union(claims[i].possibilities.compactMap { Stretch($0, widenedBy: widening) })
        guard let lowest = readings.first else { continue }
        entry.first = lowest
        if readings.count > 1 {
          entry.rest = Int32(rest.count)
          rest.append(Array(readings.dropFirst()))
        }
      }
      entry.isBareNumber = Self.isBareNumber(claims[i].value, entry.first, stated: rule.compare == .stated)
      entries.append(entry)
      positions.append(index)
      ids.append(claims[i].id)
      hashes.append(Fingerprint.hash(article: keys[claims[i].article], value: claims[i].value))
      isAttributed.append(claims[i].modality == .attributed)
      let asOf = claims[i].asOf?.number ?? Self.undated
      day.append(asOf)
      since.append(asOf == Self.undated ? asOf : min(asOf, claims[i].since?.number ?? asOf))
    }
    group(entries)
  }

  private struct Entry {
    var first: Stretch
    var claim: Int32
    var rest: Int32
    var isBareNumber = false
  }

  /// Whether a claim's label is the one number of its set.
  private static func isBareNumber(_ value: Claim.Value, _ set: Stretch, stated: Bool) -> Bool {
    guard case .quantity(let quantity) = value, quantity.unit == nil, let number = quantity.value else { return false }
    return set.low == number && set.high == number
      && (stated || (quantity.low == number && quantity.high == number && quantity.approximation == nil))
  }

  /// Sorts claims by their sets and gives equal ones the same class.
  private mutating func group(_ entries: [Entry]) {
    let rest = self.rest
    func precedes(_ a: Entry, _ b: Entry) -> Bool {
      if a.first.low != b.first.low { return a.first.low < b.first.low }
      if a.first.high != b.first.high { return a.first.high < b.first.high }
      if a.rest < 0 || b.rest < 0 { return a.rest < 0 && b.rest >= 0 }
      return rest[Int(a.rest)].lexicographicallyPrecedes(rest[Int(b.rest)]) {
        $0.low != $1.low ? $0.low < $1.low : $0.high < $1.high
      }
    }
    let sorted = entries.sorted(by: precedes)
    classOf = [Int32](repeating: 0, count: entries.count)
    for (i, entry) in sorted.enumerated() {
      // In sorted order, a neighbour that does not come before is equal.
      if i == 0 || precedes(sorted[i - 1], entry) {
        first.append(entry.first)
        restIndex.append(entry.rest)
        isBareNumber.append(entry.rest < 0)
        hullHigh.append(entry.rest < 0 ? entry.first.high : rest[Int(entry.rest)].last?.high ?? entry.first.high)
      }
      classOf[Int(entry.claim)] = Int32(first.count - 1)
      if !entry.isBareNumber { isBareNumber[first.count - 1] = false }
    }
  }

  /// The second and later readings of a class, ascending and apart.
  func furtherReadings(_ cls: Int32) -> [Stretch] {
    let index = restIndex[Int(cls)]
    return index < 0 ? [] : rest[Int(index)]
  }

  func hasSeveralReadings(_ cls: Int32) -> Bool { restIndex[Int(cls)] >= 0 }

  func readings(_ cls: Int32) -> [Stretch] { [first[Int(cls)]] + furtherReadings(cls) }

  func meet(_ a: Int32, _ b: Int32) -> Bool {
    if !hasSeveralReadings(a), !hasSeveralReadings(b) { return first[Int(a)].meets(first[Int(b)]) }
    return readings(a).contains { x in readings(b).contains { $0.meets(x) } }
  }

  /// Overlapping readings made one; ascending.
  private static func union(_ readings: [Stretch]) -> [Stretch] {
    var result: [Stretch] = []
    for reading in readings.sorted(by: { $0.low != $1.low ? $0.low < $1.low : $0.high < $1.high }) {
      if let last = result.last, reading.low <= last.high {
        result[result.count - 1].high = max(last.high, reading.high)
      } else {
        result.append(reading)
      }
    }
    return result
  }

  // MARK: - Order

  /// Claims in the order of their ids (`c2` before `c10`), so that results do not depend on the order in which claims
  /// come in; claims without one keep the order given.
  private static func inOrder(_ chosen: [Int32], _ claims: [Claim]) -> [Int32] {
    func precedes(_ a: Int32, _ b: Int32) -> Bool {
      let (x, y) = (claims[Int(a)].id.utf8.count, claims[Int(b)].id.utf8.count)
      return x != y ? x < y : claims[Int(a)].id < claims[Int(b)].id
    }
    var isSorted = true
    for i in chosen.indices.dropFirst() where precedes(chosen[i], chosen[i - 1]) {
      isSorted = false
      break
    }
    return isSorted ? chosen : chosen.sorted { precedes($0, $1) || (!precedes($1, $0) && $0 < $1) }
  }

  // MARK: - Names and states

  /// Names and states become points on a line, in their own order: equal or apart.
  private static func symbols(_ claims: [Claim], _ chosen: [Int32]) -> [String: Double] {
    var names: Set<String> = []
    for index in chosen where claims[Int(index)].possibilities.isEmpty {
      if let name = symbol(of: claims[Int(index)].value) { names.insert(name) }
    }
    var result: [String: Double] = [:]
    for (i, name) in names.sorted().enumerated() { result[name] = Double(i) }
    return result
  }

  private static func symbol(of value: Claim.Value) -> String? {
    switch value {
    case .name(let canonical, _): canonical
    case .state(let symbol): symbol
    case .quantity, .date: nil
    }
  }
}

extension Stretch {
  static func point(_ value: Double) -> Stretch { Stretch(low: value, high: value) }

  init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}
