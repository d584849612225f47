import Claims
import ICU
import Mentions

/// Puts positions and findings into words, in English.
struct Wording {
  let rule: Rule
  let claims: [Claim]
  let sets: ClaimSets

  /// How many labels a message spells out.
  private static let spelledOut = 10

  // MARK: - Positions

  /// One label a position: what its narrowest claim says. Claims that stand in fewest positions go before, so that
  /// positions that share claims get labels of their own, and figures with several readings come last. Where two bounds
  /// are all there is, the label is what lies between them.
  func labels(of positions: Positions, in group: ClaimGroup) -> [String] {
    var standing = [Int32](repeating: 0, count: group.classes.count)
    for place in positions.classes { standing[Int(place)] += 1 }
    var labels = [String](repeating: "", count: positions.count)
    // The claims to quote, each with its position, in the order of the claims: they are too many to visit at random.
    var quoted: [UInt64] = []
    for position in 0..<positions.count {
      let places = positions[position]
      let best = places.min { a, b in
        let (x, y) = (group.classes[Int(a)], group.classes[Int(b)])
        if sets.hasSeveralReadings(x) != sets.hasSeveralReadings(y) { return sets.hasSeveralReadings(y) }
        if standing[Int(a)] != standing[Int(b)] { return standing[Int(a)] < standing[Int(b)] }
        return isNarrower(x, y)
      }
      guard let best else { continue }
      if let between = labelBetweenBounds(best, places, group) {
        labels[position] = between
      } else if sets.isBareNumber[Int(group.classes[Int(best)])] {
        labels[position] = ValueFormat.number(sets.first[Int(group.classes[Int(best)])].low)
      } else {
        quoted.append(UInt64(UInt32(firstClaim(best, group))) << 32 | UInt64(UInt32(position)))
      }
    }
    quoted.sort()
    for key in quoted {
      let value = claims[Int(sets.positions[Int(key >> 32)])].value
      labels[Int(key & 0xFFFF_FFFF)] = ValueFormat.label(for: value, stated: rule.compare == .stated)
    }
    return labels
  }

  private func firstClaim(_ place: Int32, _ group: ClaimGroup) -> Int32 {
    group.members[Int(group.starts[Int(place)])]
  }

  /// The value of a class, as its first claim has it.
  private func value(_ place: Int32, _ group: ClaimGroup) -> Claim.Value {
    claims[Int(sets.positions[Int(firstClaim(place, group))])].value
  }

  private func isNarrower(_ a: Int32, _ b: Int32) -> Bool {
    let (x, y) = (sets.first[Int(a)], sets.first[Int(b)])
    let (width, other) = (sets.hullHigh[Int(a)] - x.low, sets.hullHigh[Int(b)] - y.low)
    if width != other { return width < other }
    // Of bounds on one side, the one that leaves less.
    if x.high == .infinity, y.high == .infinity, x.low != y.low { return x.low > y.low }
    if x.low == -.infinity, y.low == -.infinity, x.high != y.high { return x.high < y.high }
    return a < b
  }

  /// `40–50` for "at least 40" and "up to 50".
  private func labelBetweenBounds(_ best: Int32, _ places: ArraySlice<Int32>, _ group: ClaimGroup) -> String? {
    let set = sets.first[Int(group.classes[Int(best)])]
    guard places.count > 1, set.low == -.infinity || set.high == .infinity else { return nil }
    func isPlain(_ place: Int32) -> Bool { !sets.hasSeveralReadings(group.classes[Int(place)]) }
    func stretch(_ place: Int32) -> Stretch { sets.first[Int(group.classes[Int(place)])] }
    let lowest = places.filter(isPlain).max { stretch($0).low < stretch($1).low }
    let highest = places.filter(isPlain).min { stretch($0).high < stretch($1).high }
    guard let lowest, let highest else { return nil }
    switch (value(lowest, group), value(highest, group)) {
    case (.quantity(let from), .quantity(let to)):
      guard let low = from.low, let high = to.high, low < high, from.unit == to.unit, from.high == nil, to.low == nil
      else { return nil }
      return ValueFormat.label(for: .quantity(Quantity(value: nil, low: low, high: high, unit: from.unit)))
    case (.date(let from), .date(let to)):
      guard let low = from.from, let high = to.to, low <= high, from.to == nil, to.from == nil else { return nil }
      return ValueFormat.label(for: .date(DateSpan(from: low, to: high)))
    default: return nil
    }
  }

  // MARK: - Findings

  /// One sentence: `Three figures for American troops in Iraq: 2,500, 5,000 and 5,200`. Figures stand in the order of the
  /// positions; past ten of them the rest is only counted.
  func message(_ verdict: Verdict, labels: [String], claimCount: Int, asOf: Day?) -> String {
    let when = asOf.map { " as of \(ValueFormat.day($0))" } ?? ""
    let figures = "\(Self.word(labels.count)) \(noun(labels.count))"
    switch verdict {
    case .agree: return "\(Self.word(claimCount)) claims agree on \(rule.title): \(Self.list(labels))"
    case .compatible:
      return "\(Self.word(claimCount)) claims on \(rule.title) can all be true: \(Self.list(labels))"
    case .changed: return "\(figures) \(preposition) \(rule.title) over time: \(Self.list(labels, last: ", then "))"
    case .disputed: return "\(figures) \(preposition) \(rule.title)\(when), not all asserted: \(Self.list(labels))"
    case .contradiction: return "\(figures) \(preposition) \(rule.title)\(when): \(Self.list(labels))"
    }
  }

  private func noun(_ count: Int) -> String {
    let one =
      switch rule.kind {
      case .quantity, .total: "figure"
      case .date: "date"
      case .name: "name"
      case .state: "account"
      }
    return count == 1 ? one : one + "s"
  }

  /// Two figures *for* the troops, two accounts *of* the vote.
  private var preposition: String { rule.kind == .state ? "of" : "for" }

  private static let words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]

  private static func word(_ count: Int) -> String {
    words.indices.contains(count) ? words[count] : ValueFormat.number(Double(count))
  }

  private static func list(_ labels: [String], last: String = " and ") -> String {
    if labels.count > spelledOut {
      return labels.prefix(spelledOut).joined(separator: ", ")
        + " and \(ValueFormat.number(Double(labels.count - spelledOut))) more"
    }
    guard let final = labels.last, labels.count > 1 else { return labels.first ?? "" }
    return labels.dropLast().joined(separator: ", ") + last + final
  }
}
