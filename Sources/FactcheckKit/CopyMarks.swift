import Articles
import Claims
import Reports

/// Counts what copies say once: the same wire story under two names is no second witness.
enum CopyMarks {
  private struct Words: Hashable {
    /// The place of the original in the report's articles.
    var original: Int
    var rule: String
    var sentence: UInt64
    var figure: String
  }

  /// Names for each copy its original, and for each claim that a copy makes in the same words the claim that counts.
  /// What a copy says in other words, such as a figure that was brought up to date, stays a claim of its own.
  ///
  /// - Parameter sketches: of the report's articles, in their order.
  static func mark(_ report: inout Report, _ sketches: [ArticleSketch]) {
    let originals = Copies.originals(zip(report.articles, sketches).map { ($1, $0.day?.number) })
    guard originals.contains(where: { $0 != nil }) else { return }
    var groups: [String: (original: Int, day: Int)] = [:]
    for (i, original) in originals.enumerated() {
      let article = report.articles[i]
      if let original { report.articles[i].copyOf = report.articles[original].id }
      groups[article.id] = (original ?? i, original == nil ? .min : article.day?.number ?? .max)
    }
    // The original's claims come first, then those of its copies, the earliest first.
    let order = report.claims.indices.sorted {
      (groups[report.claims[$0].article]?.day ?? 0, $0) < (groups[report.claims[$1].article]?.day ?? 0, $1)
    }
    var first: [Words: (id: String, article: String)] = [:]
    for i in order {
      let claim = report.claims[i]
      guard let group = groups[claim.article] else { continue }
      let words = Words(
        original: group.original, rule: claim.rule, sentence: Copies.fingerprint(claim.sentence), figure: claim.figure)
      guard let known = first[words] else {
        first[words] = (claim.id, claim.article)
        continue
      }
      if known.article != claim.article { report.claims[i].copyOf = known.id }
    }
  }
}
