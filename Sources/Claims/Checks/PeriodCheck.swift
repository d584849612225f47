import ICU
import Languages
import Mentions

extension CheckedBlock {
  /// Periods that end before they begin.
  func periods() -> [SelfDenial] {
    var found = mentions.compactMap { mention -> SelfDenial? in
      guard case .reversed(let from, let to)? = mention.slip else { return nil }
      return denial(mention.range, from: from, to: to, figures: nil)
    }
    var words: CheckedWords?
    for (first, second) in zip(mentions, mentions.dropFirst()) {
      guard case .date(let a) = first.value, case .date(let b) = second.value, let from = Self.beginning(a),
        let to = Self.end(b), to.year < from.year, from.year - to.year <= 200,
        second.range.lowerBound - first.range.upperBound <= 12, first.slip == nil, second.slip == nil
      else { continue }
      let all = words ?? CheckedWords(block.text)
      words = all
      guard isFromTo(first, second, a, b, all) else { continue }
      found += [
        denial(
          first.range.lowerBound..<second.range.upperBound, from: from, to: to, figures: (first.figure, second.figure))
      ].compactMap(\.self)
    }
    return found
  }

  /// The first day of a year said, or of what lasts from it on.
  private static func beginning(_ span: DateSpan) -> Day? {
    guard let from = span.from, (1000...2200).contains(from.year) else { return nil }
    guard let to = span.to else { return from }
    return from.year == to.year && from.month == 1 && from.day == 1 && to.month == 12 && to.day == 31 ? from : nil
  }

  private static func end(_ span: DateSpan) -> Day? {
    guard let to = span.to, to.month == 12, to.day == 31, (1000...2200).contains(to.year) else { return nil }
    guard let from = span.from else { return to }
    return from.year == to.year && from.month == 1 && from.day == 1 ? to : nil
  }

  /// "from 2018 to 2015", "2018 bis 2015", "(2018–2015)".
  private func isFromTo(_ first: Mention, _ second: Mention, _ a: DateSpan, _ b: DateSpan, _ all: CheckedWords) -> Bool
  {
    let words = AgeWords.all[Stemmer.base(of: block.language ?? article.language)] ?? AgeWords()
    let left = all.tokens(in: first.range)
    let right = all.tokens(in: second.range)
    let between = left.upperBound..<max(left.upperBound, right.lowerBound)
    func isTo(_ i: Int) -> Bool { words.to.length(at: i, in: all.folded) != nil }
    func isFrom(_ i: Int) -> Bool { i >= 0 && words.from.length(at: i, in: all.folded) != nil }
    let begins = isFrom(left.lowerBound) || isFrom(left.lowerBound - 1) || a.to == nil
    let ends =
      between.count == 1 && isTo(between.lowerBound) || between.isEmpty && (isTo(right.lowerBound) || b.from == nil)
    if begins, ends { return true }
    // German says no more than "2018 bis 2015".
    if between.isEmpty, b.from == nil, isTo(right.lowerBound),
      words.to.length(at: left.lowerBound, in: all.folded) == nil
    {
      return a.to != nil
    }
    guard between.count == 1, left.lowerBound > 0, right.upperBound < all.tokens.count else { return false }
    func sign(_ i: Int) -> String { text(all.tokens[i].range) }
    return ["–", "-", "—"].contains(sign(between.lowerBound)) && sign(left.lowerBound - 1) == "("
      && sign(right.upperBound) == ")"
  }

  private func denial(_ range: Range<Int>, from: Day, to: Day, figures: (Range<Int>, Range<Int>)?) -> SelfDenial {
    let isYears = figures != nil
    let (first, last) = isYears ? ("\(from.year)", "\(to.year)") : (ValueFormat.day(from), ValueFormat.day(to))
    return SelfDenial(
      check: .periods,
      claims: [
        claim(.periods, .date(DateSpan(from: from, to: nil)), at: range, figure: figures?.0 ?? range),
        claim(.periods, .date(DateSpan(from: nil, to: to)), at: range, figure: figures?.1 ?? range),
      ],
      labels: ["begins \(isYears ? "in " : "on ")\(first)", "ends \(isYears ? "in " : "on ")\(last)"],
      message: "A period ends before it begins: from \(first) to \(last)")
  }
}
