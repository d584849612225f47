import Claims
import ICU

/// Facts that may change: which conflicts are contradictions, and which only tell that time went by.
///
/// Of two claims that do not meet,
///
/// - claims of the same day contradict each other (or are disputed), and the finding is of that day;
/// - in a fact that only rises, a later claim that lies wholly below an earlier one contradicts it (or is disputed), and
///   the finding is of the later day; it lists the earlier claims that are too high beside those of the day. A fact that
///   only falls is the mirror. Of a figure with several readings, none must fit;
/// - a claim that has held since a day ("since Friday") is one of each day from then on that others speak of, and
///   contradicts those of them that it does not meet;
/// - all others of different days have changed. One finding lists the claims of all days, in the order of time, less
///   those that went the wrong way.
///
/// A claim without a day may be of any day on which some claim agrees with it, and so conflicts with nothing; it stands
/// in the `changed` finding if there is one. Where it meets no claim of any day (or none has a day), it conflicts with
/// all of them and with other such claims that it does not meet, and the finding has no day.
extension Judge {
  func conflictsOfChangingFact(_ change: Rule.Change) -> [Conflict] {
    let all = Array(0..<Int32(sets.count))
    // By day, and by claim within a day: the sort is stable.
    let dated = all.filter { sets.day[Int($0)] != ClaimSets.undated }
      .sorted { sets.day[Int($0)] < sets.day[Int($1)] }
    let strays = strayClaims(among: all, dated: dated)
    var backward = change == .any ? Backward() : backwardClaims(dated, falls: change == .falling)
    var conflicts: [Conflict] = []
    let lasting = lastingClaims(dated)
    var broken: [Int32] = []

    var start = 0
    while start < dated.count {
      let day = sets.day[Int(dated[start])]
      var end = start
      while end < dated.count, sets.day[Int(dated[end])] == day { end += 1 }
      let holding = conflicting(lasting[day] ?? [], with: dated[start..<end])
      broken += holding
      let (contradiction, disputed) = split(merged(Array(dated[start..<end]), holding))
      let against = backward.byDay.removeValue(forKey: day)
      conflicts.append(
        Conflict(verdict: .contradiction, day: day, claims: merged(contradiction, against?.contradiction ?? [])))
      conflicts.append(Conflict(verdict: .disputed, day: day, claims: merged(disputed, against?.disputed ?? [])))
      start = end
    }
    let (contradiction, disputed) = conflictsOfStrays(strays, dated: dated)
    conflicts.append(Conflict(verdict: .contradiction, day: nil, claims: contradiction))
    conflicts.append(Conflict(verdict: .disputed, day: nil, claims: disputed))
    conflicts.removeAll { $0.claims.isEmpty }

    var isLeftOut = [Bool](repeating: false, count: all.count)
    for claim in strays { isLeftOut[Int(claim)] = true }
    for claim in backward.claims + broken { isLeftOut[Int(claim)] = true }
    let series = all.filter { !isLeftOut[Int($0)] }
    // Readings of three claims may meet two by two and yet not all at once. No two of them conflict, but they cannot all
    // be true on one day; that is no more than a change.
    if !areConsistent(series), conflicts.isEmpty || differsBetweenDays(series) {
      conflicts.append(Conflict(verdict: .changed, day: nil, claims: series))
    }
    return conflicts
  }

  private func merged(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    if b.isEmpty { return a }
    var result: [Int32] = []
    for claim in (a + b).sorted() where result.last != claim { result.append(claim) }
    return result
  }

  // MARK: - Claims that have held since a day

  /// The claims of later days that have held since a day or an earlier one, by the day: a few for each claim.
  private func lastingClaims(_ dated: [Int32]) -> [Int: [Int32]] {
    let lasting = dated.filter { sets.since[Int($0)] < sets.day[Int($0)] }
    guard !lasting.isEmpty else { return [:] }
    var days: [Int] = []
    for claim in dated where days.last != sets.day[Int(claim)] { days.append(sets.day[Int(claim)]) }
    var result: [Int: [Int32]] = [:]
    for claim in lasting {
      var low = 0
      var high = days.count
      while low < high {
        let middle = (low + high) / 2
        if days[middle] < sets.since[Int(claim)] { low = middle + 1 } else { high = middle }
      }
      // No claim reaches back further than a few weeks, so this is a bound on bad input only.
      for day in days[low...].prefix(60) where day < sets.day[Int(claim)] { result[day, default: []].append(claim) }
    }
    return result
  }

  /// Those of them that conflict with a claim of the day: the others add nothing to it.
  private func conflicting(_ lasting: [Int32], with claims: ArraySlice<Int32>) -> [Int32] {
    guard !lasting.isEmpty else { return [] }
    var index = ConflictIndex(ClaimGroup(claims.sorted(), in: sets).classes, in: sets)
    return lasting.filter { index.hasConflict(with: sets.classOf[Int($0)]) }.sorted()
  }

  // MARK: - Claims without a day

  /// Undated claims that meet no dated one.
  private func strayClaims(among all: [Int32], dated: [Int32]) -> [Int32] {
    guard dated.count < all.count else { return [] }
    var covered: [Stretch] = []
    let readings = ClaimGroup(dated.sorted(), in: sets).classes.flatMap(sets.readings)
    for reading in readings.sorted(by: { $0.low < $1.low }) {
      if let last = covered.last, reading.low <= last.high {
        covered[covered.count - 1].high = max(last.high, reading.high)
      } else {
        covered.append(reading)
      }
    }
    func isCovered(_ set: Stretch) -> Bool {
      var low = 0
      var high = covered.count
      while low < high {
        let middle = (low + high) / 2
        if covered[middle].high < set.low { low = middle + 1 } else { high = middle }
      }
      return low < covered.count && covered[low].low <= set.high
    }
    return all.filter {
      sets.day[Int($0)] == ClaimSets.undated && !sets.readings(sets.classOf[Int($0)]).contains(where: isCovered)
    }
  }

  /// Strays conflict with every dated claim, and perhaps with one another.
  private func conflictsOfStrays(_ strays: [Int32], dated: [Int32]) -> (contradiction: [Int32], disputed: [Int32]) {
    guard !strays.isEmpty else { return ([], []) }
    var (contradiction, disputed) = split(strays)
    let asserted = strays.filter { !sets.isAttributed[Int($0)] }
    let reported = strays.filter { sets.isAttributed[Int($0)] }
    let assertedDated = dated.filter { !sets.isAttributed[Int($0)] }
    let reportedDated = dated.filter { sets.isAttributed[Int($0)] }
    if !asserted.isEmpty, !assertedDated.isEmpty { contradiction = merged(contradiction, asserted + assertedDated) }
    if !reported.isEmpty, !dated.isEmpty { disputed = merged(disputed, reported + dated) }
    if !asserted.isEmpty, !reportedDated.isEmpty { disputed = merged(disputed, asserted + reportedDated) }
    return (contradiction, disputed)
  }

  // MARK: - Change

  /// Whether two claims of different days have no number in common. A claim without a day is of a day of its own.
  private func differsBetweenDays(_ claims: [Int32]) -> Bool {
    func day(_ claim: Int32) -> Int {
      let day = sets.day[Int(claim)]
      return day == ClaimSets.undated ? ClaimSets.undated + 1 + Int(claim) : day
    }
    // The highest beginning and the lowest end, each also of the best other day.
    var lows: [(value: Double, day: Int)] = []
    var highs: [(value: Double, day: Int)] = []
    func keep(_ value: Double, _ day: Int, in best: inout [(value: Double, day: Int)]) {
      if let same = best.firstIndex(where: { $0.day == day }) {
        best[same].value = max(best[same].value, value)
      } else if best.count < 2 {
        best.append((value, day))
      } else if value > best[1].value {
        best[1] = (value, day)
      }
      if best.count == 2, best[1].value > best[0].value { best.swapAt(0, 1) }
    }
    for claim in claims {
      let cls = Int(sets.classOf[Int(claim)])
      keep(sets.first[cls].low, day(claim), in: &lows)
      keep(-sets.hullHigh[cls], day(claim), in: &highs)
    }
    for low in lows {
      for high in highs where low.day != high.day && low.value > -high.value { return true }
    }
    // What is left are gaps between the readings of one figure: rare, and compared in pairs up to a bound.
    guard sets.hasSeveralReadings else { return false }
    var pairsLeft = 10_000_000
    for a in claims where sets.hasSeveralReadings(sets.classOf[Int(a)]) {
      for b in claims where day(a) != day(b) {
        pairsLeft -= 1
        if pairsLeft < 0 || !sets.meet(sets.classOf[Int(a)], sets.classOf[Int(b)]) { return true }
      }
    }
    return false
  }
}
