/// Tells whether a set lies apart from any of many others, without trying them all.
///
/// A single interval lies apart from a set just when it lies in one of the set's gaps, the stretches before, between and
/// after its readings. Two sets of several readings each are compared pair by pair, up to `Self.pairs` pairs in all;
/// past that, which no real run comes near, they count as apart.
struct ConflictIndex {
  private static let pairs = 10_000_000

  private let sets: ClaimSets
  /// Gaps by where they begin, each with the furthest end of those up to it.
  private var gaps: [Stretch] = []
  /// Sets of one reading by where they begin, each with the nearest end of those from it on.
  private var single: [Stretch] = []
  private var several: [Int32] = []
  private var pairsLeft = Self.pairs
  /// The lowest end and the highest beginning of a whole set.
  private var lowestEnd = Double.infinity
  private var highestBeginning = -Double.infinity
  /// What was found for each class.
  private var known: [Int32: Bool] = [:]

  init(_ classes: [Int32], in sets: ClaimSets) {
    self.sets = sets
    for cls in classes {
      lowestEnd = min(lowestEnd, sets.hullHigh[Int(cls)])
      highestBeginning = max(highestBeginning, sets.first[Int(cls)].low)
      var end = -Double.infinity
      for reading in sets.readings(cls) {
        if reading.low > end { gaps.append(Stretch(low: end, high: reading.low)) }
        end = reading.high
      }
      if end < .infinity { gaps.append(Stretch(low: end, high: .infinity)) }
      if sets.hasSeveralReadings(cls) { several.append(cls) } else { single.append(sets.first[Int(cls)]) }
    }
    gaps.sort { $0.low < $1.low }
    for i in gaps.indices.dropFirst() { gaps[i].high = max(gaps[i].high, gaps[i - 1].high) }
    single.sort { $0.low < $1.low }
    for i in single.indices.dropLast().reversed() { single[i].high = min(single[i].high, single[i + 1].high) }
  }

  /// Whether some set of the index has no number in common with that of the class.
  mutating func hasConflict(with cls: Int32) -> Bool {
    // Nearly all conflicts are with the lowest or the highest set.
    if sets.first[Int(cls)].low > lowestEnd || sets.hullHigh[Int(cls)] < highestBeginning { return true }
    if let answer = known[cls] { return answer }
    let answer = sets.hasSeveralReadings(cls) ? conflictOfSeveral(cls) : isInGap(sets.first[Int(cls)])
    known[cls] = answer
    return answer
  }

  private func isInGap(_ set: Stretch) -> Bool {
    // Ends of a gap do not belong to it, unless infinite.
    let before = Self.partition(gaps) { $0.low < set.low || $0.low == -.infinity }
    guard before > 0 else { return false }
    return gaps[before - 1].high > set.high || gaps[before - 1].high == .infinity
  }

  private mutating func conflictOfSeveral(_ cls: Int32) -> Bool {
    let readings = sets.readings(cls)
    var end = -Double.infinity
    for next in readings.map(\.low) + [.infinity] {
      let from = Self.partition(single) { $0.low <= end && end > -.infinity }
      if from < single.count, single[from].high < next || next == .infinity { return true }
      end = readings.first { $0.low == next }?.high ?? .infinity
    }
    for other in several {
      pairsLeft -= 1
      if pairsLeft < 0 || !sets.meet(cls, other) { return true }
    }
    return false
  }

  /// How many elements at the front hold the condition, which none does after one that does not.
  private static func partition(_ stretches: [Stretch], _ condition: (Stretch) -> Bool) -> Int {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if condition(stretches[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
