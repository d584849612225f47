/// "Did you mean …": the word nearest to one that is not known.
public enum Suggestion {
  /// The candidate that was probably meant, or nil where none is near enough.
  ///
  /// Case does not count. A longer word may differ more: one slip in a word of three to five letters, two up to eight,
  /// three beyond; a word that begins a candidate ("para") stands for it. Of several equally near, the first in the
  /// order of code points wins, so that the answer never depends on the order of the candidates.
  public static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = scalars(word)
    guard !wanted.isEmpty, wanted.count <= longest else { return nil }
    let allowed = slips(inLength: wanted.count)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = scalars(candidate)
      guard other.count <= longest else { continue }
      var distance = Int.max
      if abs(other.count - wanted.count) <= allowed { distance = editDistance(wanted, other) }
      // A word cut short is nearer than any with three slips.
      if wanted.count >= 3, other.starts(with: wanted) { distance = min(distance, 2) }
      guard distance <= max(allowed, 2), distance <= allowed || other.starts(with: wanted) else { continue }
      if let known = best, (known.distance, known.candidate) <= (distance, candidate) { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

  /// How many letters must be added, dropped, replaced or swapped with their neighbour to make one word of the other:
  /// the optimal string alignment distance, which is Damerau and Levenshtein's where no letter is edited twice.
  public static func editDistance(_ a: String, _ b: String) -> Int {
    editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars))
  }

  private static let longest = 64

  private static func scalars(_ word: String) -> [Unicode.Scalar] {
    // Not lowercased whole: a key may be the line of a hundred megabytes that is missing its colon.
    Array(String(String.UnicodeScalarView(word.unicodeScalars.prefix(longest + 1))).lowercased().unicodeScalars)
  }

  private static func slips(inLength length: Int) -> Int {
    switch length {
    case ...2: 0
    case ...5: 1
    case ...8: 2
    default: 3
    }
  }

  private static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var distance = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = min(distance, beforeLast[j - 1] + 1) }
        row.append(distance)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
