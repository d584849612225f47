/// Some of a rule's claims, gathered by class.
struct ClaimGroup {
  /// Distinct classes, ascending. What follows counts classes by their place here.
  private(set) var classes: [Int32] = []
  /// The claims of class `i` are `members[starts[i]..<starts[i + 1]]`, in the order of the claims.
  private(set) var members: [Int32] = []
  private(set) var starts: [Int32] = []

  /// - Parameter claims: distinct, ascending.
  init(_ claims: [Int32], in sets: ClaimSets) {
    if claims.count > sets.classCount / 8 {
      // Enough of them to count into buckets.
      var next = [Int32](repeating: 0, count: sets.classCount + 1)
      for claim in claims { next[Int(sets.classOf[Int(claim)]) + 1] += 1 }
      for cls in 0..<sets.classCount {
        if next[cls + 1] > 0 {
          classes.append(Int32(cls))
          starts.append(next[cls])
        }
        next[cls + 1] += next[cls]
      }
      starts.append(Int32(claims.count))
      members = [Int32](repeating: 0, count: claims.count)
      for claim in claims {
        let cls = Int(sets.classOf[Int(claim)])
        members[Int(next[cls])] = claim
        next[cls] += 1
      }
    } else {
      let keys = claims.map { UInt64(UInt32(sets.classOf[Int($0)])) << 32 | UInt64(UInt32($0)) }.sorted()
      members.reserveCapacity(keys.count)
      for key in keys {
        let cls = Int32(truncatingIfNeeded: key >> 32)
        if classes.last != cls {
          classes.append(cls)
          starts.append(Int32(members.count))
        }
        members.append(Int32(truncatingIfNeeded: key))
      }
      starts.append(Int32(members.count))
    }
  }

  func weight(_ i: Int) -> Int { Int(starts[i + 1] - starts[i]) }
  func claims(_ i: Int) -> ArraySlice<Int32> { members[Int(starts[i])..<Int(starts[i + 1])] }
}

/// Positions of a group, as lists of its classes.
struct Positions {
  /// Places in `ClaimGroup.classes`, ascending in each position.
  var classes: [Int32] = []
  var starts: [Int] = [0]
  /// Whether each class stands in every position that it meets.
  var isComplete = true

  var count: Int { starts.count - 1 }
  subscript(i: Int) -> ArraySlice<Int32> { classes[starts[i]..<starts[i + 1]] }
}

/// Walks the ends of a group's sets from low to high.
///
/// Where an end is passed after a beginning, the sets that are open just then have a point in common, and no set can be
/// added to them: such a group is a position. For sets of one interval each, these are all the largest groups, each
/// once; sets of several intervals may give some that lie within others, which are taken out afterwards. Positions come
/// out in ascending order of the points in common.
struct Sweep {
  private let group: ClaimGroup
  private var lows: [Edge] = []
  private var highs: [Edge] = []
  private let hasSeveralReadings: Bool

  private struct Edge {
    var value: Double
    var place: Int32
  }

  init(_ group: ClaimGroup, in sets: ClaimSets) {
    self.group = group
    lows.reserveCapacity(group.classes.count)
    highs.reserveCapacity(group.classes.count)
    var several = false
    for (place, cls) in group.classes.enumerated() {
      let first = sets.first[Int(cls)]
      lows.append(Edge(value: first.low, place: Int32(place)))
      highs.append(Edge(value: first.high, place: Int32(place)))
      guard sets.hasSeveralReadings(cls) else { continue }
      several = true
      for reading in sets.furtherReadings(cls) {
        lows.append(Edge(value: reading.low, place: Int32(place)))
        highs.append(Edge(value: reading.high, place: Int32(place)))
      }
    }
    hasSeveralReadings = several
    // Classes come in ascending order of their first beginnings.
    if several { Self.sort(&lows) }
    Self.sort(&highs)
  }

  private static func sort(_ edges: inout [Edge]) {
    var isSorted = true
    for i in edges.indices.dropFirst() where edges[i].value < edges[i - 1].value {
      isSorted = false
      break
    }
    if !isSorted { edges.sort { $0.value != $1.value ? $0.value < $1.value : $0.place < $1.place } }
  }

  @inline(__always)
  private func walk(open: (Int32) -> Void, close: (Int32) -> Void, position: () -> Bool) {
    var low = 0
    var grew = false
    for high in highs {
      while low < lows.count, lows[low].value <= high.value {
        open(lows[low].place)
        low += 1
        grew = true
      }
      if grew {
        if !position() { return }
        grew = false
      }
      close(high.place)
    }
  }

  /// Whether all sets have a point in common.
  func hasCommonPoint() -> Bool {
    var open = 0
    var found = false
    walk(
      open: { _ in open += 1 }, close: { _ in open -= 1 },
      position: {
        found = open == group.classes.count
        // Sets of one interval that close before all have begun never meet again.
        return !found && hasSeveralReadings
      })
    return found
  }

  /// All positions.
  ///
  /// The listing can be as long as the square of the number of claims: a thousand times "more than n" beside a thousand
  /// figures. So that time and memory stay near n log n, it is kept to `limit` places a claim on average: where the
  /// whole would take more, each class is listed only in the first `limit` positions that it meets. No position is left
  /// out by that, since each is the first of some class (one that began just before it).
  func positions(limit: Int) -> Positions {
    var active = 0
    var total = 0
    walk(
      open: { active += group.weight(Int($0)) }, close: { active -= group.weight(Int($0)) },
      position: {
        total += active
        return true
      })
    let isComplete = total <= limit * group.members.count
    var result = Positions()
    result.isComplete = isComplete
    var open: [Int32] = []
    var slot = [Int32](repeating: -1, count: group.classes.count)
    var remaining = [Int32](repeating: Int32(clamping: isComplete ? Int.max : limit), count: group.classes.count)
    func drop(_ place: Int32) {
      let at = slot[Int(place)]
      guard at >= 0, let last = open.popLast() else { return }
      if last != place {
        open[Int(at)] = last
        slot[Int(last)] = at
      }
      slot[Int(place)] = -1
    }
    walk(
      open: { place in
        guard remaining[Int(place)] > 0 else { return }
        slot[Int(place)] = Int32(open.count)
        open.append(place)
      },
      close: drop,
      position: {
        guard !open.isEmpty else { return true }
        let start = result.classes.count
        result.classes.append(contentsOf: open)
        result.starts.append(result.classes.count)
        if open.count > 1 { result.classes[start...].sort() }
        guard !isComplete else { return true }
        for place in result.classes[start...] {
          remaining[Int(place)] -= 1
          if remaining[Int(place)] == 0 { drop(place) }
        }
        return true
      })
    return hasSeveralReadings && isComplete ? Self.largest(of: result, classCount: group.classes.count) : result
  }

  /// Leaves out positions that lie within others; of equal ones the first stays.
  private static func largest(of all: Positions, classCount: Int) -> Positions {
    var count = [Int](repeating: 0, count: classCount + 1)
    for place in all.classes { count[Int(place) + 1] += 1 }
    for i in 0..<classCount { count[i + 1] += count[i] }
    // The positions of class i are standing[count[i]..<count[i + 1]], ascending.
    var next = count
    var standing = [Int32](repeating: 0, count: all.classes.count)
    for position in 0..<all.count {
      for place in all[position] {
        standing[next[Int(place)]] = Int32(position)
        next[Int(place)] += 1
      }
    }
    func stands(_ place: Int32, in position: Int32) -> Bool {
      var low = count[Int(place)]
      var high = count[Int(place) + 1]
      while low < high {
        let middle = (low + high) / 2
        if standing[middle] < position { low = middle + 1 } else { high = middle }
      }
      return low < count[Int(place) + 1] && standing[low] == position
    }
    var result = Positions()
    for position in 0..<all.count {
      let places = all[position]
      // Only where the rarest of its classes stands can another position hold all of them.
      guard let rarest = places.min(by: { count[Int($0) + 1] - count[Int($0)] < count[Int($1) + 1] - count[Int($1)] })
      else { continue }
      let isWithinAnother = standing[count[Int(rarest)]..<count[Int(rarest) + 1]].contains { other in
        let size = all[Int(other)].count
        guard Int(other) != position, size > places.count || (size == places.count && other < position) else {
          return false
        }
        return places.allSatisfy { stands($0, in: other) }
      }
      guard !isWithinAnother else { continue }
      result.classes.append(contentsOf: places)
      result.starts.append(result.classes.count)
    }
    return result
  }
}
