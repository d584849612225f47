/// Claims that go the wrong way, in a fact that only rises or only falls.
struct Backward {
  /// What contradicts or is disputed on each day: its claims that are too low, and earlier ones that they lie below.
  var byDay: [Int: (contradiction: [Int32], disputed: [Int32])] = [:]
  /// The claims that break the series, so that it is in order without them: asserted ones that lie below an earlier
  /// asserted one, and attributed ones that lie below an earlier one or above a later one.
  var claims: [Int32] = []
}

extension Judge {
  /// - Parameters:
  ///   - dated: claims in the order of their days.
  ///   - falls: for a fact that only falls, which is one that rises when the line of numbers is turned round.
  func backwardClaims(_ dated: [Int32], falls: Bool) -> Backward {
    let lows = dated.map {
      falls ? -sets.hullHigh[Int(sets.classOf[Int($0)])] : sets.first[Int(sets.classOf[Int($0)])].low
    }
    let highs = dated.map {
      falls ? -sets.first[Int(sets.classOf[Int($0)])].low : sets.hullHigh[Int(sets.classOf[Int($0)])]
    }
    let reported = dated.map { sets.isAttributed[Int($0)] }
    let asserted = MaximumTree(dated.indices.map { reported[$0] ? -.infinity : lows[$0] })
    let attributed = MaximumTree(dated.indices.map { reported[$0] ? lows[$0] : -.infinity })
    var result = Backward()
    // Each later day may lie below all earlier ones: a falling series under a rule that says it rises. So the earlier
    // claims are listed up to `limit` a claim on average, and then one for each day.
    var listed = limit * dated.count
    // The highest beginning of an earlier day, of each kind.
    var highest = (asserted: -Double.infinity, attributed: -Double.infinity)
    var breaks = [Bool](repeating: false, count: dated.count)

    var start = 0
    while start < dated.count {
      let day = sets.day[Int(dated[start])]
      var end = start
      while end < dated.count, sets.day[Int(dated[end])] == day { end += 1 }
      var lowest = (asserted: Double.infinity, attributed: Double.infinity)
      var contradiction: [Int32] = []
      var disputed: [Int32] = []
      for i in start..<end {
        if reported[i] {
          lowest.attributed = min(lowest.attributed, highs[i])
          if highs[i] < max(highest.asserted, highest.attributed) {
            disputed.append(dated[i])
            breaks[i] = true
          }
        } else {
          lowest.asserted = min(lowest.asserted, highs[i])
          if highs[i] < highest.asserted {
            contradiction.append(dated[i])
            breaks[i] = true
          }
          if highs[i] < highest.attributed { disputed.append(dated[i]) }
        }
      }
      func add(_ tree: MaximumTree, above value: Double, to list: inout [Int32]) {
        for i in tree.indices(above: value, before: start, limit: max(1, listed)) {
          list.append(dated[i])
          listed -= 1
        }
      }
      if !contradiction.isEmpty { add(asserted, above: lowest.asserted, to: &contradiction) }
      if !disputed.isEmpty {
        add(attributed, above: min(lowest.asserted, lowest.attributed), to: &disputed)
        add(asserted, above: lowest.attributed, to: &disputed)
      }
      if !contradiction.isEmpty || !disputed.isEmpty { result.byDay[day] = (contradiction, disputed) }
      for i in start..<end {
        if reported[i] {
          highest.attributed = max(highest.attributed, lows[i])
        } else {
          highest.asserted = max(highest.asserted, lows[i])
        }
      }
      start = end
    }

    // Attributed claims that lie above a later asserted one.
    var lowest = Double.infinity
    var end = dated.count
    while end > 0 {
      let day = sets.day[Int(dated[end - 1])]
      var start = end
      while start > 0, sets.day[Int(dated[start - 1])] == day { start -= 1 }
      for i in start..<end where reported[i] && lows[i] > lowest { breaks[i] = true }
      for i in start..<end where !reported[i] { lowest = min(lowest, highs[i]) }
      end = start
    }
    result.claims = dated.indices.filter { breaks[$0] }.map { dated[$0] }
    return result
  }
}

/// Finds the numbers of a list that lie above a bound, in time that grows with how many there are.
struct MaximumTree {
  private let count: Int
  private let width: Int
  /// A binary heap of maxima; the list itself is its last `width` nodes.
  private var nodes: [Double]

  init(_ values: [Double]) {
    count = values.count
    var width = 1
    while width < values.count { width *= 2 }
    self.width = width
    nodes = [Double](repeating: -.infinity, count: 2 * width)
    for (i, value) in values.enumerated() { nodes[width + i] = value }
    for node in stride(from: width - 1, to: 0, by: -1) { nodes[node] = max(nodes[2 * node], nodes[2 * node + 1]) }
  }

  /// The first `limit` indices below `end` whose numbers lie above `bound`, ascending.
  func indices(above bound: Double, before end: Int, limit: Int) -> [Int] {
    var result: [Int] = []
    func visit(_ node: Int, _ from: Int, _ size: Int) {
      guard from < end, result.count < limit, nodes[node] > bound else { return }
      if size == 1 {
        result.append(from)
      } else {
        visit(2 * node, from, size / 2)
        visit(2 * node + 1, from + size / 2, size / 2)
      }
    }
    visit(1, 0, width)
    return result
  }
}
