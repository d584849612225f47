import Claims
import ICU
import Mentions

/// Checks whether parts add up to their total: rules of kind `total`.
///
/// Each side is the set of all that its claims allow: the figures of the total, and all sums of one figure of each part,
/// as interval arithmetic. The two contradict where the sets do not meet; rivals among the claims of one rule are that
/// rule's own findings. Where a part is missing, there is no sum, but those that are there may already exceed the total.
enum Totals {
  /// More sums than that are not told apart: the stretch from the lowest to the highest stands for them.
  private static let mostSums = 4_096

  /// - Parameters:
  ///   - byRule: the indices of the claims of each rule.
  ///   - keys: what fingerprints call the articles.
  static func findings(
    for rule: Rule, claims: [Claim], byRule: [String: [Int32]], keys: ArticleKeys = ArticleKeys()
  ) -> [Finding] {
    guard let total = rule.total, !rule.parts.isEmpty else { return [] }
    func chosen(_ id: String) -> [Int32] {
      (byRule[id] ?? []).filter { claims[Int($0)].isCompared && !claims[Int($0)].possibilities.isEmpty }
    }
    let all = Group(total: chosen(total), parts: rule.parts.map(chosen))
    var outcomes: [Outcome] = []
    for group in all.split(claims, by: { unit(of: $0) }) {
      let days = rule.changes == .never ? [group] : group.split(claims, by: { $0.asOf?.description ?? "" })
      for day in days {
        let inside = day.split(claims, by: \.article).compactMap { outcome($0, rule, claims) }
        // What does not add up inside an article needs no other.
        let isSound = !inside.contains { $0.verdict > .compatible }
        if rule.across, isSound, let all = outcome(day, rule, claims) {
          outcomes.append(all)
        } else {
          outcomes += inside
        }
      }
    }
    return findings(outcomes, rule, claims, keys)
  }

  private static func unit(of claim: Claim) -> String {
    guard case .quantity(let quantity) = claim.value, let unit = quantity.unit, unit.utf8.count == 3 else { return "" }
    return unit
  }

  /// The claims of a total and of its parts.
  private struct Group {
    var total: [Int32]
    var parts: [[Int32]]

    /// Those that share a key, in the order of the keys.
    func split(_ claims: [Claim], by key: (Claim) -> String) -> [Group] {
      var groups: [String: Group] = [:]
      let empty = Group(total: [], parts: parts.map { _ in [] })
      for index in total { groups[key(claims[Int(index)]), default: empty].total.append(index) }
      for (number, part) in parts.enumerated() {
        for index in part { groups[key(claims[Int(index)]), default: empty].parts[number].append(index) }
      }
      return groups.sorted { $0.key < $1.key }.map(\.value)
    }

    func filtered(_ isKept: (Int32) -> Bool) -> Group {
      Group(total: total.filter(isKept), parts: parts.map { $0.filter(isKept) })
    }
  }

  /// What one sum came to.
  private struct Outcome {
    var verdict: Verdict
    var group: Group
    var isExcess = false
  }

  private static func outcome(_ group: Group, _ rule: Rule, _ claims: [Claim]) -> Outcome? {
    let asserted = group.filtered { claims[Int($0)].modality != .attributed }
    if let outcome = compared(asserted, rule, claims), outcome.verdict == .contradiction { return outcome }
    guard var outcome = compared(group, rule, claims) else { return nil }
    if outcome.verdict == .contradiction { outcome.verdict = .disputed }
    return outcome
  }

  private static func compared(_ group: Group, _ rule: Rule, _ claims: [Claim]) -> Outcome? {
    let isShare = rule.total == Rule.wholeShare
    let present = group.parts.filter { !$0.isEmpty }
    guard isShare ? present.count > 1 : !group.total.isEmpty && !present.isEmpty else { return nil }
    let totals = isShare ? [Interval.point(100)] : group.total.flatMap { claims[Int($0)].possibilities }
    // Shares are rounded, each by half of its last digit.
    let sums = present.map { part in
      part.flatMap { index in claims[Int(index)].possibilities.map { isShare ? loosened($0, claims[Int(index)]) : $0 } }
    }.reduce([Interval.point(0)]) { added($0, $1) }
    let widening = Widening(rule.tolerance, kind: .total)
    let whole = totals.compactMap { Stretch($0, widenedBy: widening) }
    let parts = sums.compactMap { Stretch($0, widenedBy: widening) }
    guard let most = whole.map(\.high).max(), let least = parts.map(\.low).min() else { return nil }
    if least > most {
      return Outcome(verdict: .contradiction, group: group, isExcess: isShare || present.count < group.parts.count)
    }
    guard !isShare, present.count == group.parts.count else { return nil }
    guard parts.contains(where: { part in whole.contains { $0.meets(part) } }) else {
      return Outcome(verdict: .contradiction, group: group)
    }
    let isExact = sums.contains { $0.low == $0.high && totals.contains($0) }
    return Outcome(verdict: isExact ? .agree : .compatible, group: group)
  }

  private static func loosened(_ interval: Interval, _ claim: Claim) -> Interval {
    guard case .quantity(let quantity) = claim.value else { return interval }
    return Interval(interval.low - quantity.step / 2, interval.high + quantity.step / 2)
  }

  /// All sums of one interval of each.
  private static func added(_ a: [Interval], _ b: [Interval]) -> [Interval] {
    let (a, b) = (distinct(a), distinct(b))
    if a.count * b.count > mostSums { return added(hull(a), hull(b)) }
    return a.flatMap { x in
      b.map { y in
        Interval(
          x.low + y.low, x.high + y.high, lowIsOpen: x.lowIsOpen || y.lowIsOpen,
          highIsOpen: x.highIsOpen || y.highIsOpen)
      }
    }
  }

  private static func distinct(_ intervals: [Interval]) -> [Interval] {
    var seen: Set<Interval> = []
    return intervals.filter { seen.insert($0).inserted }
  }

  private static func hull(_ intervals: [Interval]) -> [Interval] {
    guard let low = intervals.map(\.low).min(), let high = intervals.map(\.high).max() else { return [] }
    return [Interval(low, high)]
  }

  // MARK: - Findings

  /// One finding for each verdict and, where the fact changes, day.
  private static func findings(
    _ outcomes: [Outcome], _ rule: Rule, _ claims: [Claim], _ keys: ArticleKeys
  ) -> [Finding] {
    var byKey: [String: [Outcome]] = [:]
    for outcome in outcomes {
      byKey["\(outcome.verdict) \(day(of: outcome, rule, claims)?.description ?? "")", default: []].append(outcome)
    }
    let drafts = byKey.sorted { $0.key < $1.key }.map { draft($0.value, rule, claims, keys) }
    return Draft.findings(drafts, rule: rule)
  }

  private static func day(of outcome: Outcome, _ rule: Rule, _ claims: [Claim]) -> Day? {
    guard rule.changes != .never else { return nil }
    return (outcome.group.total + outcome.group.parts.joined()).first.flatMap { claims[Int($0)].asOf }
  }

  private static func draft(
    _ outcomes: [Outcome], _ rule: Rule, _ claims: [Claim], _ keys: ArticleKeys
  ) -> Draft {
    let verdict = outcomes[0].verdict
    let day = day(of: outcomes[0], rule, claims)
    var positions: [(label: String, claims: [Int32])] = []
    func add(_ label: String, _ indices: [Int32]) {
      guard !indices.isEmpty else { return }
      if let known = positions.firstIndex(where: { $0.label == label }) {
        positions[known].claims = Set(positions[known].claims + indices).sorted()
      } else {
        positions.append((label, Set(indices).sorted()))
      }
    }
    var sums: [String] = []
    for outcome in outcomes {
      let whole = rule.total == Rule.wholeShare ? "100 %" : label(outcome.group.total, claims)
      let isSum = verdict != .agree && verdict != .compatible
      let parts = label(parts: outcome.group.parts, withSum: isSum, claims)
      if !isSum {
        add("\(parts) = \(whole)", outcome.group.total + outcome.group.parts.joined())
        sums.append("\(parts) = \(whole)")
      } else {
        add(whole, outcome.group.total)
        add(parts, Array(outcome.group.parts.joined()))
        sums.append("\(parts) \(outcome.isExcess ? "is more than" : "is not") \(whole)")
      }
    }
    var listed: Set<String> = []
    sums = sums.filter { listed.insert($0).inserted }
    let when = day.map { " as of \(ValueFormat.day($0))" } ?? ""
    let shown = sums.prefix(4).joined(separator: "; ") + (sums.count > 4 ? "; and \(sums.count - 4) more" : "")
    let message =
      switch verdict {
      case .agree: "The parts add up for \(rule.title)\(when): \(shown)"
      case .compatible: "The parts may add up for \(rule.title)\(when): \(shown)"
      case .disputed: "The parts do not add up for \(rule.title)\(when), not all asserted: \(shown)"
      case .changed, .contradiction: "The parts do not add up for \(rule.title)\(when): \(shown)"
      }
    let used = Set(outcomes.flatMap { $0.group.total + $0.group.parts.joined() }).sorted()
    return Draft(
      Finding(
        id: "", rule: rule.id, verdict: verdict, severity: rule.severity, asOf: day, message: message,
        positions: positions.map { Position(label: $0.label, claims: $0.claims.map { claims[Int($0)].id }) }),
      fingerprint: Fingerprint.of(
        rule: rule.id, verdict: verdict, day: day?.number,
        pairs: used.map { Fingerprint.hash(article: keys[claims[Int($0)].article], value: claims[Int($0)].value) }))
  }

  /// The figures of one rule: `3,500`, `3,500 or 3,600`.
  private static func label(_ indices: [Int32], _ claims: [Claim]) -> String {
    var seen: Set<String> = []
    let all = indices.map { ValueFormat.label(for: claims[Int($0)].value) }.filter { seen.insert($0).inserted }
    return all.prefix(3).joined(separator: " or ") + (all.count > 3 ? " or …" : "")
  }

  /// `2,500 + 1,200 = 3,700`, where all are plain figures; else `about 2,500 + 1,000`.
  private static func label(parts: [[Int32]], withSum: Bool, _ claims: [Claim]) -> String {
    let present = parts.filter { !$0.isEmpty }
    let sum = present.map { label($0, claims) }.joined(separator: " + ")
    let values = present.map { part in Set(part.map { claims[Int($0)].possibilities }) }
    guard withSum, present.count > 1, values.allSatisfy({ $0.count == 1 && $0.first?.count == 1 }) else { return sum }
    let points = values.compactMap { $0.first?.first }
    guard points.allSatisfy({ $0.low == $0.high }) else { return sum }
    let total = points.reduce(0) { $0 + $1.low }
    // 51.3 and 49.9 are 101.2, and not the 101.19999999999999 of binary fractions.
    var quantity = Quantity(exactly: abs(total) < 1e6 ? (total * 1e6).rounded() / 1e6 : total)
    if case .quantity(let said)? = present.first?.first.map({ claims[Int($0)].value }) { quantity.unit = said.unit }
    return "\(sum) = \(ValueFormat.label(for: .quantity(quantity)))"
  }
}
