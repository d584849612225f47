import Claims
import Findings
import ICU
import Mentions

/// Why two sides of a finding cannot both be true, in one sentence that names their figures: "2,500 is not more than
/// 5,000". Works on the sets that the words stand for: points, bounds, ranges, days.
struct ConflictSentence {
  let rule: Rule?

  /// Nil where the two sides have no sets to lay side by side.
  func sentence(_ finding: Finding, claim: (String) -> Claim?) -> String? {
    // What a built-in check says of one date needs no other words.
    guard finding.positions.count == 2, rule?.kind != .total,
      !DateCheck.allCases.contains(where: { $0.rule.id == finding.rule })
    else { return nil }
    let sides = finding.positions.map { $0.claims.compactMap(claim) }
    guard let first = speaker(sides[0], label: finding.positions[0].label, apartFrom: sides[1]),
      let second = speaker(sides[1], label: finding.positions[1].label, apartFrom: sides[0])
    else { return nil }
    switch (first.value, second.value) {
    case (.quantity(let a), .quantity(let b)): return sentence(a, first, b, second)
    case (.date(let a), .date(let b)): return sentence(a, b)
    default: return nil
    }
  }

  /// The claim that speaks for its side: one that stands on no other, and whose words are the label if any are.
  private func speaker(_ side: [Claim], label: String, apartFrom other: [Claim]) -> Claim? {
    let shared = Set(other.map(\.id))
    let own = side.filter { !shared.contains($0.id) }
    return own.first { ValueFormat.label(for: $0.value, stated: rule?.compare == .stated) == label } ?? own.first
  }

  // MARK: - Figures

  private func sentence(_ a: Quantity, _ x: Claim, _ b: Quantity, _ y: Claim) -> String? {
    guard a.unit == b.unit else { return nil }
    if rule?.compare == .stated {
      let (p, q) = (ValueFormat.label(for: x.value, stated: true), ValueFormat.label(for: y.value, stated: true))
      return p == q ? nil : "\(p) is not \(q): this rule compares the bare figures."
    }
    let (p, q) = (label(a), label(b))
    guard p != q else { return nil }
    switch (Shape(a), Shape(b)) {
    // The side with a bound is what the other fails to be.
    case (.point, .above), (.point, .below), (.range, .above), (.range, .below): return isNot(p, q)
    case (.above, .point), (.below, .point), (.above, .range), (.below, .range): return isNot(q, p)
    case (.above, .below), (.below, .above): return "What is \(p) is not \(q)."
    case (.point, .range): return "\(capitalised(p)) does not lie within \(q)."
    case (.range, .point): return "\(capitalised(q)) does not lie within \(p)."
    case (.range, .range): return "\(capitalised(p)) and \(q) have no figure in common."
    case (.point, .point): return points(a, x, b, y)
    default: return nil
    }
  }

  private func isNot(_ a: String, _ b: String) -> String { "\(capitalised(a)) is not \(b)." }

  /// Two figures, each perhaps loosened: what the looser may mean, and how far apart the two are.
  private func points(_ a: Quantity, _ x: Claim, _ b: Quantity, _ y: Claim) -> String? {
    guard let low = a.value, let high = b.value else { return nil }
    let (p, q) = (label(a), label(b))
    for (loose, claim, text, other) in [(a, x, p, q), (b, y, q, p)]
    where loose.approximation != nil || loose.isScaled {
      guard let stretch = claim.possibilities.first, claim.possibilities.count == 1, Self.isPlain(loose.unit),
        stretch.low.isFinite, stretch.high.isFinite, stretch.low < stretch.high,
        stretch.contains(loose.value ?? .nan)
      else { continue }
      let range = ValueFormat.label(
        for: .quantity(Quantity(value: nil, low: stretch.low, high: stretch.high, unit: loose.unit)))
      return "\(capitalised(text)) may mean \(range), and \(other) is not among these."
    }
    let apart = ValueFormat.label(for: .quantity(Quantity(exactly: (high - low).magnitude, unit: apartUnit(a.unit))))
    return "\(capitalised(p)) is not \(q): they differ by \(apart)\(allowance)."
  }

  /// The difference of two shares is no share.
  private func apartUnit(_ unit: String?) -> String? { unit == "percent" ? "percentage-point" : unit }

  private var allowance: String {
    switch rule?.tolerance {
    case .absolute(let most)?: " where this rule allows \(ValueFormat.number(most))"
    case .relative(let share)?: " where this rule allows \(ValueFormat.number((share * 1e6).rounded() / 1e4)) %"
    case .days(let days)?: " where this rule allows \(counted(days, "day"))"
    case nil: ""
    }
  }

  private func label(_ quantity: Quantity) -> String { ValueFormat.label(for: .quantity(quantity)) }

  /// Counts, shares and money are compared in the unit that they are said in.
  private static func isPlain(_ unit: String?) -> Bool {
    unit.map { $0 == "percent" || $0.utf8.count == 3 && $0.utf8.allSatisfy { $0 < UInt8(ascii: "a") } } ?? true
  }

  private enum Shape {
    case point, above, below, range, anything

    init(_ quantity: Quantity) {
      switch (quantity.low, quantity.high) {
      case (nil, nil): self = quantity.value == nil ? .anything : .point
      case (_?, nil): self = .above
      case (nil, _?): self = .below
      case (_?, _?): self = quantity.value == nil && quantity.low != quantity.high ? .range : .point
      }
    }
  }

  // MARK: - Days

  private func sentence(_ a: DateSpan, _ b: DateSpan) -> String? {
    let (p, q) = (ValueFormat.label(for: .date(a)), ValueFormat.label(for: .date(b)))
    guard p != q else { return nil }
    switch (a.from, a.to, b.from, b.to) {
    case (let x?, let y?, let z?, let w?) where x == y && z == w:
      let days = abs(z - x)
      return "\(p) is not \(q): they differ by \(counted(days, "day"))\(allowance)."
    case (_?, let y?, let z?, _?):
      // One of them, at least, is more than a day.
      let (earlier, later) = y < z ? (p, q) : (q, p)
      return "\(later) comes after \(earlier)."
    case (let x?, _, nil, let w?) where x > w: return "\(said(a, p)) is later than \(ValueFormat.day(w))."
    case (nil, let y?, let z?, _) where z > y: return "\(said(b, q)) is later than \(ValueFormat.day(y))."
    case (_, let y?, let z?, nil) where y < z: return "\(said(a, p)) is earlier than \(ValueFormat.day(z))."
    case (let x?, nil, _, let w?) where w < x: return "\(said(b, q)) is earlier than \(ValueFormat.day(x))."
    default: return nil
    }
  }

  private func said(_ span: DateSpan, _ label: String) -> String {
    span.from == nil || span.to == nil ? "‘\(label)’" : label
  }

  private func capitalised(_ text: String) -> String {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
