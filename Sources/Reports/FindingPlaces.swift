import Articles
import Claims
import Findings

/// One article's word in one position of a finding: where a reader, an editor or a pull request is sent.
struct FindingPlace {
  /// Which position of the finding.
  var position: Int
  /// The first claim that the article makes in that position.
  var claim: Claim
  var article: Article?
  /// Whether the claim stands in other positions as well.
  var isShared: Bool

  /// The file to point into, as the user gave it.
  var file: String { article?.file ?? claim.article }
}

extension ReportIndex {
  /// A claim of each article in each position, position by position: its first claim that stands nowhere else, for
  /// "by the end of the year" shows little of what tells July from December; else its first at all. Articles that hold
  /// to this position alone come first.
  ///
  /// - Parameter limit: where there are more places than that, each position gives up its last ones, the fullest first,
  ///   so that no side of a conflict goes unseen.
  /// - Returns: the places, and how many were left out.
  func places(of finding: Finding, limit: Int = .max) -> (places: [FindingPlace], leftOut: Int) {
    var positions: [String: Int] = [:]
    for id in finding.positions.lazy.flatMap(\.claims) { positions[id, default: 0] += 1 }
    var sides: [[FindingPlace]] = []
    var total = 0
    for (number, position) in finding.positions.enumerated() {
      var seen: Set<String> = []
      var side: [FindingPlace] = []
      for isShared in [false, true] {
        for id in position.claims where (positions[id, default: 0] > 1) == isShared {
          guard let claim = claim(id), seen.insert(claim.article).inserted else { continue }
          side.append(
            FindingPlace(position: number, claim: claim, article: article(claim.article), isShared: isShared))
        }
      }
      total += side.count
      sides.append(side)
    }
    guard total > limit else { return (sides.flatMap(\.self), 0) }
    // The most that every position may keep.
    var low = 0
    var high = limit
    while low < high {
      let middle = (low + high + 1) / 2
      if sides.reduce(0, { $0 + min($1.count, middle) }) <= limit { low = middle } else { high = middle - 1 }
    }
    var kept = sides.flatMap { $0.prefix(low) }
    // With more positions than room, the first ones stand for all.
    if low == 0 { kept = sides.lazy.compactMap(\.first).prefix(limit).map(\.self) }
    return (kept, total - kept.count)
  }
}

extension Finding {
  /// How loudly tools shall speak of it; nil for what is no problem. A contradiction is as grave as its rule says. In a
  /// dispute the paper itself may be right, so it is a warning at most.
  var level: Rule.Severity? {
    switch verdict {
    case .contradiction: severity
    case .disputed: severity == .error ? .warning : severity
    case .changed, .compatible, .agree: nil
    }
  }
}

/// The beginning of a text, in code points, with `…` where it was cut.
func abridged(_ text: String, to limit: Int) -> String {
  let scalars = text.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
    end != scalars.endIndex
  else { return text }
  return String(scalars[..<scalars.index(before: end)]) + "…"
}
