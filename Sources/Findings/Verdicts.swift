import Claims
import ICU

/// The claims of one finding to be.
struct Conflict {
  var verdict: Verdict
  /// The number of the day, where the fact changes.
  var day: Int?
  /// Distinct, ascending.
  var claims: [Int32]
}

/// Sorts a rule's claims into verdicts.
struct Judge {
  let sets: ClaimSets
  /// How many claims, on average, a claim may be listed beside as one that it contradicts on another day.
  let limit: Int

  /// Whether all have a point in common.
  func areConsistent(_ claims: [Int32]) -> Bool {
    claims.count < 2 || Sweep(ClaimGroup(claims, in: sets), in: sets).hasCommonPoint()
  }

  /// Claims of one time: what contradicts, and what is only disputed.
  ///
  /// - Where the asserted claims conflict among themselves, `contradiction` holds all of them and those attributed ones
  ///   that conflict with nothing; `disputed` holds the other attributed ones and what these conflict with.
  /// - Where the asserted ones are consistent, every conflict has an attributed side, and `disputed` holds all claims.
  /// - Where all are consistent, both are empty.
  func split(_ claims: [Int32]) -> (contradiction: [Int32], disputed: [Int32]) {
    let asserted = claims.filter { !sets.isAttributed[Int($0)] }
    guard asserted.count < claims.count else { return (areConsistent(claims) ? [] : claims, []) }
    guard !areConsistent(asserted) else { return ([], areConsistent(claims) ? [] : claims) }
    var all = ConflictIndex(ClaimGroup(claims, in: sets).classes, in: sets)
    var conflicting: [Int32] = []
    var contradiction: [Int32] = []
    for claim in claims {
      if sets.isAttributed[Int(claim)], all.hasConflict(with: sets.classOf[Int(claim)]) {
        conflicting.append(claim)
      } else {
        contradiction.append(claim)
      }
    }
    guard !conflicting.isEmpty else { return (contradiction, []) }
    var reported = ConflictIndex(ClaimGroup(conflicting, in: sets).classes, in: sets)
    let against = asserted.filter { reported.hasConflict(with: sets.classOf[Int($0)]) }
    return (contradiction, (conflicting + against).sorted())
  }

  /// Conflicts of a fact that does not change: claims of all times are compared with one another.
  func conflictsOfLastingFact() -> [Conflict] {
    let (contradiction, disputed) = split(Array(0..<Int32(sets.count)))
    return [
      Conflict(verdict: .contradiction, day: nil, claims: contradiction),
      Conflict(verdict: .disputed, day: nil, claims: disputed),
    ].filter { !$0.claims.isEmpty }
  }
}
