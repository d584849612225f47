import Claims
import ICU

/// A finding that lacks only the length of its id.
struct Draft {
  private var finding: Finding
  private var fingerprint: UInt64

  init(_ conflict: Conflict, sets: ClaimSets, claims: [Claim], rule: Rule, limit: Int) {
    let group = ClaimGroup(conflict.claims, in: sets)
    let positions = Sweep(group, in: sets).positions(limit: limit)
    let wording = Wording(rule: rule, claims: claims, sets: sets)
    let labels = wording.labels(of: positions, in: group)
    let order =
      conflict.verdict == .changed
      ? Self.orderInTime(positions, group, sets) : Array(0..<positions.count)
    let ids = group.members.map { sets.ids[Int($0)] }
    let asOf = conflict.day.map { Day(number: $0) }
    var message = wording.message(
      conflict.verdict, labels: order.map { labels[$0] }, claimCount: conflict.claims.count, asOf: asOf)
    if !positions.isComplete { message += " (each claim is listed in the first \(limit) that it fits)" }
    finding = Finding(
      id: "", rule: rule.id, verdict: conflict.verdict, severity: rule.severity, asOf: asOf, message: message,
      positions: order.map {
        Position(label: labels[$0], claims: Self.ids(of: positions[$0], in: group, ids, sets))
      })
    fingerprint = Fingerprint.of(
      rule: rule.id, verdict: conflict.verdict, day: conflict.day, pairs: conflict.claims.map { sets.hashes[Int($0)] })
  }

  /// A finding whose positions are known.
  init(_ finding: Finding, fingerprint: UInt64) {
    self.finding = finding
    self.fingerprint = fingerprint
  }

  /// The claims of some classes, in their order.
  ///
  /// - Parameter ids: those of `group.members`, fetched beforehand in one go.
  private static func ids(of classes: ArraySlice<Int32>, in group: ClaimGroup, _ ids: [String], _ sets: ClaimSets)
    -> [String]
  {
    if let only = classes.first, classes.count == 1 { return Array(ids[group.claims(Int(only)).indices]) }
    var members: [Int32] = []
    members.reserveCapacity(classes.reduce(0) { $0 + group.weight(Int($1)) })
    for place in classes { members.append(contentsOf: group.claims(Int(place))) }
    members.sort()
    return members.map { sets.ids[Int($0)] }
  }

  /// Positions by their earliest day, then by their latest, those without a day last; else as they were.
  private static func orderInTime(_ positions: Positions, _ group: ClaimGroup, _ sets: ClaimSets) -> [Int] {
    let spans = (0..<positions.count).map { position in
      var span = (first: Int.max, last: Int.max)
      for place in positions[position] {
        for claim in group.claims(Int(place)) where sets.day[Int(claim)] != ClaimSets.undated {
          let day = sets.day[Int(claim)]
          span = span.first == .max ? (day, day) : (min(span.first, day), max(span.last, day))
        }
      }
      return span
    }
    return spans.indices.sorted {
      let (a, b) = (spans[$0], spans[$1])
      if a.first != b.first { return a.first < b.first }
      return a.last != b.last ? a.last < b.last : $0 < $1
    }
  }

  /// The findings of a rule, worst first, each with an id of its own: six digits of its fingerprint, or as many more as
  /// tell it from the others.
  static func findings(_ drafts: [Draft], rule: Rule) -> [Finding] {
    let sorted = drafts.sorted { a, b in
      if a.finding.verdict != b.finding.verdict { return a.finding.verdict > b.finding.verdict }
      let (x, y) = (a.finding.asOf?.number ?? Int.min, b.finding.asOf?.number ?? Int.min)
      return x != y ? x < y : a.fingerprint < b.fingerprint
    }
    let digits = Fingerprint.distinct(sorted.map(\.fingerprint))
    return zip(sorted, digits).map { draft, digits in
      var finding = draft.finding
      finding.id = "\(rule.id)-\(digits)"
      return finding
    }
  }
}
