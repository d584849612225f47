/// What two spellings have to do with each other, and why.
struct NameMatch: Sendable {
  enum Relation: Sendable { case same, firstIsPart, secondIsPart }
  var relation: Relation
  /// What was done to find it out: `transliterated`, `same sounds: k-z-m`.
  var steps: [String]
}

/// Tells whether two spellings may be of one name.
///
/// Names are compared word by word. A word is the same where it is written alike, where it is the same name in another
/// language (Francis, François), or where it sounds alike (see ``SoundDistance``). One word of a name may be spelled more
/// loosely if another fits well. Words may be left out (a second given name), and the family name may go first or last.
struct NameMatcher {
  static func match(_ a: NameSpelling, _ b: NameSpelling) -> NameMatch? {
    if let x = a.numeral, let y = b.numeral, x != y { return nil }
    // Two names in Han script are read by their signs: sounds are for foreign ones.
    if a.script == .han, b.script == .han { return byLetters(a, b) }
    if let x = a.generation, let y = b.generation, x != y { return nil }
    var best: NameMatch?
    for x in a.readings {
      for y in b.readings {
        guard let found = match(x, y, a, b) else { continue }
        if found.relation == .same { return found }
        if best == nil { best = found }
      }
    }
    return best
  }

  private static func match(_ a: [NameWord], _ b: [NameWord], _ first: NameSpelling, _ second: NameSpelling)
    -> NameMatch?
  {
    guard !a.isEmpty, !b.isEmpty else { return nil }
    let isForeign = first.language != second.language || first.script != second.script
    var steps: [String] = []
    if first.script != second.script { steps.append("transliterated") }
    if a.count != b.count
      || a.count > 1 && (first.script == .han || first.script == .hangul || second.script == .hangul)
    {
      if let joined = joined(a, b, isForeign) { return NameMatch(relation: .same, steps: steps + [joined]) }
    }
    let isSwapped = a.count > b.count
    let (small, large) = isSwapped ? (b, a) : (a, b)
    guard let found = assign(small, large, isForeign, first.script == .han || second.script == .han) else { return nil }
    let initialsApart = small.count == large.count
    steps += found
    if initialsApart { return NameMatch(relation: .same, steps: steps) }
    let full = large.count { !$0.isInitial }
    // "George W. Bush" and "George Bush": an initial in the middle says little.
    if small.count >= 2, small.allSatisfy({ !$0.isInitial }), full == small.count {
      return NameMatch(relation: .same, steps: steps + ["without the initial"])
    }
    steps.append(small.count == 1 ? "one word of the name" : "fewer words of the name")
    return NameMatch(relation: isSwapped ? .secondIsPart : .firstIsPart, steps: steps)
  }

  private static func byLetters(_ a: NameSpelling, _ b: NameSpelling) -> NameMatch? {
    guard let x = a.readings.last, let y = b.readings.last else { return nil }
    let (first, second) = (x.map(\.text), y.map(\.text))
    if first.joined() == second.joined() { return NameMatch(relation: .same, steps: ["the same signs, simplified"]) }
    guard x.count != y.count, x.count == 1 || y.count == 1 else { return nil }
    // 卡迪米, 穆斯塔法·卡迪米
    if x.count == 1, let last = second.last, last == first[0] {
      return NameMatch(relation: .firstIsPart, steps: ["one word of the name"])
    }
    if y.count == 1, let last = first.last, last == second[0] {
      return NameMatch(relation: .secondIsPart, steps: ["one word of the name"])
    }
    return nil
  }

  // MARK: - Words

  private static func distance(_ a: NameWord, _ b: NameWord, _ isForeign: Bool) -> Double {
    if a.text == b.text { return 0 }
    if !a.groups.isDisjoint(with: b.groups) { return 0 }
    // Hassan and Hussein: known names, and not the same.
    if !a.groups.isEmpty, !b.groups.isEmpty { return .infinity }
    var best = Double.infinity
    let distance = SoundDistance(isForeign: isForeign)
    for x in a.readings { for y in b.readings { best = min(best, distance.between(x, y)) } }
    return best
  }

  private static func isInitial(_ a: NameWord, of b: NameWord) -> Bool {
    if let x = a.text.unicodeScalars.first, x == b.text.unicodeScalars.first { return true }
    return a.readings.contains { x in
      b.readings.contains { y in
        if let one = x.consonants.first, let other = y.consonants.first, x.vowels[0].isEmpty, y.vowels[0].isEmpty {
          return !one.isDisjoint(with: other)
        }
        return x.consonants.isEmpty && !y.vowels[0].isEmpty && !x.vowels[0].isDisjoint(with: y.vowels[0])
      }
    }
  }

  private enum Fit { case initial, loose, strict }

  private static func fit(_ a: NameWord, _ b: NameWord, _ isForeign: Bool, _ isHan: Bool) -> Fit? {
    if a.isInitial || b.isInitial { return isInitial(a.isInitial ? a : b, of: a.isInitial ? b : a) ? .initial : nil }
    let distance = distance(a, b, isForeign)
    // The shorter word decides what is let pass.
    let weight = min(a.weight, b.weight)
    // Han signs leave much open: what they do say must fit.
    let tolerance = SoundDistance.tolerance(weight) * (isHan ? 0.6 : 1)
    if distance <= tolerance + 1e-9 { return .strict }
    return distance <= SoundDistance.looseTolerance(weight) + 1e-9 ? .loose : nil
  }

  /// Finds for each of the words another one on the other side.
  ///
  /// - Returns: why they fit.
  private static func assign(_ small: [NameWord], _ large: [NameWord], _ isForeign: Bool, _ isHan: Bool) -> [String]? {
    guard small.count <= 6, large.count <= 8 else { return nil }
    let fits = small.map { word in large.map { fit(word, $0, isForeign, isHan) } }
    var taken = Array(repeating: -1, count: small.count)
    func place(_ i: Int, used: Int, loose: Int, last: Int, turns: Int) -> Bool {
      if i == small.count {
        let strict = small.indices.filter { fits[$0][taken[$0]] == .strict }
        guard let anchor = strict.max(by: { small[$0].weight < small[$1].weight }) else { return false }
        if loose > 0, small[anchor].weight < 2 { return false }
        return small.count > 1 || !small[anchor].isInitial
      }
      // Straight on first, then with the family name at the other end.
      for j in large.indices.sorted(by: { ($0 <= last ? 1 : 0, $0) < ($1 <= last ? 1 : 0, $1) })
      where used & (1 << j) == 0 {
        guard let fit = fits[i][j] else { continue }
        let back = j < last ? turns + 1 : turns
        if back > 1 { continue }
        // An initial may stand for a given name that keeps its place, and for no word far away.
        if fit == .loose, loose > 0 || small.count < 2 { continue }
        taken[i] = j
        if place(i + 1, used: used | (1 << j), loose: loose + (fit == .loose ? 1 : 0), last: j, turns: back) {
          return true
        }
      }
      return false
    }
    guard place(0, used: 0, loose: 0, last: -1, turns: 0) else { return nil }
    var steps: [String] = []
    for i in small.indices {
      let (a, b) = (small[i], large[taken[i]])
      if a.text == b.text { continue }
      if !a.groups.isDisjoint(with: b.groups) {
        steps.append("\(a.text) is \(b.text)")
      } else if fits[i][taken[i]] == .initial {
        steps.append("initial \((a.isInitial ? a : b).text.uppercased()).")
      } else {
        let sounds = plainest(a, b)
        let kind = fits[i][taken[i]] == .loose ? "nearly the same sounds" : "same sounds"
        steps.append(sounds.isEmpty ? kind : "\(kind): \(sounds)")
      }
    }
    return steps
  }

  /// The sounds of the spelling that leaves the least open.
  private static func plainest(_ a: NameWord, _ b: NameWord) -> String {
    func openness(_ word: NameWord) -> Int {
      word.readings.first?.consonants.reduce(0) { $0 + $1.rawValue.nonzeroBitCount } ?? .max
    }
    return (openness(a) < openness(b) ? a : b).readings.first?.description ?? ""
  }

  /// "Jong-un", "Jong Un", "Jongun": words cut otherwise, in either order.
  private static func joined(_ a: [NameWord], _ b: [NameWord], _ isForeign: Bool) -> String? {
    guard a.count + b.count > 2, max(a.count, b.count) <= 4, min(a.count, b.count) > 0,
      !a.contains(where: \.isInitial), !b.contains(where: \.isInitial)
    else { return nil }
    let first = a.dropFirst().reduce(a[0], +)
    for turn in 0..<b.count {
      let words = Array(b[turn...] + b[..<turn])
      let second = words.dropFirst().reduce(words[0], +)
      if first.text == second.text { return "the same letters" }
      let weight = min(first.weight, second.weight)
      guard weight >= 3 else { continue }
      let allowed = isForeign ? SoundDistance.tolerance(min(weight, 4)) : 0.3
      for x in first.readings.prefix(4) {
        for y in second.readings.prefix(4)
        where SoundDistance(isForeign: isForeign).between(x, y) <= allowed + 1e-9 {
          return "same sounds: \(x.description)"
        }
      }
    }
    return nil
  }
}
