import Claims
import ICU
import Mentions

/// Compares the claims of one rule with one another.
///
/// The sets that claims stand for are widened by the rule's tolerance (see ``Widening``), collapsed into classes of equal
/// sets, and swept from low to high for positions (see ``Sweep``), in time n log n for n claims. Which conflicts are
/// contradictions, and which are disputed or mere change, ``Judge`` tells.
public enum Comparison {
  /// How many memberships of positions a rule may list before it lists only the first few of each claim.
  private static let memberships = 1_000_000

  /// The findings of one rule.
  ///
  /// - Claims of other rules, negated and hypothetical ones, and those whose set is empty are passed over.
  /// - Fewer than two claims give no finding. Two or more give at least one: `agree` where all sets are equal,
  ///   `compatible` where they have a point in common, else one for each verdict and, where the fact changes, each day.
  ///   Together the findings hold every claim compared.
  /// - Asserted claims that conflict among themselves give a `contradiction`, which also lists those attributed ones that
  ///   conflict with nothing. A conflict with an attributed side is `disputed`: that finding lists the attributed claims
  ///   against what they conflict with, or all claims where the asserted ones are at one.
  /// - How a fact that may change is judged, and what becomes of claims without a day, stands with the extension of
  ///   ``Judge`` that does it.
  /// - Amounts of money are compared with those of the same currency only, each currency giving findings of its own.
  /// - Positions come in ascending order of value, those of a `changed` finding in the order of time.
  /// - A rule with over a thousand claims may have more memberships to list than anyone can store. Where the claims of a
  ///   finding would stand in more than max(4, 10⁶ / n) positions on average, each is listed in its first so many
  ///   positions only; the message says so. Positions, verdicts and counts stay whole.
  ///
  /// - Parameters:
  ///   - rule: its `kind`, `unit`, `tolerance`, `changes` and `compare` are heeded. A total compares the claims of other
  ///     rules, see ``FindingBuilder``: of its own it has none.
  ///   - claims: in any order: the outcome depends on their ids alone.
  /// - Returns: findings from the worst verdict to the best, and by day.
  public static func findings(for rule: Rule, claims: [Claim]) -> [Finding] {
    findings(for: rule, claims: claims, chosen: claims.indices.filter { claims[$0].rule == rule.id }.map(Int32.init))
  }

  /// - Parameter chosen: indices of the rule's own claims.
  static func findings(
    for rule: Rule, claims: [Claim], chosen: [Int32], keys: ArticleKeys = ArticleKeys()
  ) -> [Finding] {
    guard rule.kind != .total else { return [] }
    var drafts: [Draft] = []
    for group in comparable(chosen, claims, rule) {
      let sets = ClaimSets(rule: rule, claims: claims, chosen: group, keys: keys)
      let limit = max(4, memberships / max(1, sets.count))
      for conflict in verdicts(of: sets, claims, rule, limit: limit) {
        drafts.append(Draft(conflict, sets: sets, claims: claims, rule: rule, limit: limit))
      }
    }
    return Draft.findings(drafts, rule: rule)
  }

  private static func verdicts(of sets: ClaimSets, _ claims: [Claim], _ rule: Rule, limit: Int) -> [Conflict] {
    guard sets.count > 1 else { return [] }
    let all = Array(0..<Int32(sets.count))
    let judge = Judge(sets: sets, limit: limit)
    if judge.areConsistent(all) {
      let verdict: Verdict = sets.classCount == 1 && areEqual(sets, claims, rule) ? .agree : .compatible
      return [Conflict(verdict: verdict, day: nil, claims: all)]
    }
    return rule.changes == .never ? judge.conflictsOfLastingFact() : judge.conflictsOfChangingFact(rule.changes)
  }

  /// Whether claims of one class have equal sets even without the tolerance, which may make any two the whole line.
  private static func areEqual(_ sets: ClaimSets, _ claims: [Claim], _ rule: Rule) -> Bool {
    guard rule.tolerance != nil, let first = sets.positions.first else { return true }
    return sets.positions.allSatisfy { claims[Int($0)].possibilities == claims[Int(first)].possibilities }
  }

  /// Claims that can be compared at all: all of them, or those of each currency.
  private static func comparable(_ chosen: [Int32], _ claims: [Claim], _ rule: Rule) -> [[Int32]] {
    guard rule.unit == .anyCurrency else { return [chosen] }
    var byCurrency: [String: [Int32]] = [:]
    for index in chosen {
      var unit = ""
      if case .quantity(let quantity) = claims[Int(index)].value { unit = quantity.unit ?? "" }
      byCurrency[unit, default: []].append(index)
    }
    return byCurrency.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// All rules at once.
public enum FindingBuilder {
  /// The findings of each rule, in the order of the rules; see ``Comparison/findings(for:claims:)``.
  ///
  /// - Parameter keys: what fingerprints call the articles.
  public static func findings(rules: [Rule], claims: [Claim], keys: ArticleKeys = ArticleKeys()) -> [Finding] {
    var byRule: [String: [Int32]] = [:]
    for rule in rules { byRule[rule.id] = [] }
    // Neighbours mostly belong to one rule, or to few: hash once for each run.
    var start = 0
    while start < claims.count {
      var end = start + 1
      while end < claims.count, claims[end].rule == claims[start].rule { end += 1 }
      byRule[claims[start].rule]?.append(contentsOf: Int32(start)..<Int32(end))
      start = end
    }
    var done: Set<String> = []
    return rules.filter { done.insert($0.id).inserted }
      .flatMap { rule in
        rule.kind == .total
          ? Totals.findings(for: rule, claims: claims, byRule: byRule, keys: keys)
          : Comparison.findings(for: rule, claims: claims, chosen: byRule[rule.id] ?? [], keys: keys)
      }
  }
}
