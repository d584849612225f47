import Mentions

/// Of "rose by 50 from 800 to 850": what was before, and by how much it changed. Neither is how much there is now.
enum ChangeRole { case start, amount }

extension Quantity {
  /// One figure, without bounds or looseness.
  var isExact: Bool {
    value != nil && value == low && value == high && approximation == nil && !lowIsOpen && !highIsOpen
  }
}

extension SentenceView {
  private static let longestChange = 9
  private static let longestComparison = 14

  /// The figures that a change leaves behind, by mention.
  func changeRoles() -> [ChangeRole?] {
    var roles: [ChangeRole?] = Array(repeating: nil, count: mentions.count)
    let figures = mentions.filter { $0.quantity != nil }
    for (index, mention) in figures.enumerated() {
      if isStartBehind(mention) || isBefore(mention) { roles[mention.number] = .start }
      if index + 1 < figures.count, isToward(figures[index + 1]), isOneChange(mention, figures[index + 1]) {
        if isFrom(mention) {
          roles[mention.number] = .start
        } else if roles[mention.number] == nil, isAmount(mention),
          mention.quantity?.unit == figures[index + 1].quantity?.unit
        {
          roles[mention.number] = .amount
        }
      }
      // "61 percent, down from 74", "54 %, contre 31 % lundi"
      if index > 0, roles[mention.number] == nil, isCompared(mention, with: figures[index - 1]) {
        roles[mention.number] = .start
      }
      // "rose to 48 from 41"
      if index > 0, roles[mention.number] == nil, isFrom(mention), !has(lead(of: mention), .link),
        isToward(figures[index - 1]), isOneChange(figures[index - 1], mention),
        mention.isCount ? phrases[mention.number]?.isEmpty ?? true : true
      {
        roles[mention.number] = .start
      }
    }
    return roles
  }

  /// The token before a figure, its article apart.
  private func lead(of mention: PlacedMention) -> Int {
    var i = mention.tokens.lowerBound - 1
    while has(i, .article), !has(i, [.link, .oblique, .from, .toward]) { i -= 1 }
    return i
  }

  private func isCompared(_ mention: PlacedMention, with other: PlacedMention) -> Bool {
    let lead = lead(of: mention)
    guard has(lead, .compared), mention.quantity?.unit == other.quantity?.unit,
      !matches.contains(where: { $0.tokens.contains(lead) })
    else { return false }
    return lead - other.tokens.upperBound <= Self.longestComparison
      && !(other.tokens.upperBound..<max(lead, other.tokens.upperBound)).contains { isStrong($0) }
  }

  private func isFrom(_ mention: PlacedMention) -> Bool { has(lead(of: mention), .from) }

  /// Behind a word that leads to what is now.
  func isToward(_ mention: PlacedMention) -> Bool {
    has(lead(of: mention), .toward) || has(mention.tokens.lowerBound, .toward)
  }

  /// "rose by 50", "rose $5": the verb of change, and nothing that leads from it to a level.
  private func isAmount(_ mention: PlacedMention) -> Bool {
    isIncreaseBefore(mention) || has(lead(of: mention), .measuring)
  }

  /// Nothing stands between two figures but what belongs to the first: its noun, its day.
  private func isOneChange(_ first: PlacedMention, _ second: PlacedMention) -> Bool {
    let between = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
    // The preposition may have been read with its figure: "до 300".
    guard !between.isEmpty || has(second.tokens.lowerBound, .toward), between.count <= Self.longestChange else {
      return false
    }
    let (old, new) = (first.quantity?.unit, second.quantity?.unit)
    guard old == new || (old == nil || new == nil) && between.count <= 3 else { return false }
    var left = 3
    for i in between {
      if isContent(i) {
        left -= 1
        if left < 0 { return false }
      } else if mentionAt[i] >= 0 {
        guard isDate(i) else { return false }
      } else if sign(i) == .comma || sign(i) == .apostrophe {
        continue
      } else if signs[i] != nil || has(i, [.auxiliary, .coordinator, .joiner, .negator, .part]) && !has(i, .toward) {
        return false
      }
    }
    return true
  }

  /// 9人から12人に, "9명에서 12명으로", 从500人减少到300人: the mark stands behind the measure word.
  func isStartBehind(_ mention: PlacedMention) -> Bool {
    guard words.order == .unspaced || words.hasNounBefore, mention.number + 1 < mentions.count else { return false }
    let end = mentions[mention.number + 1]
    guard end.quantity != nil, end.quantity?.unit == mention.quantity?.unit else { return false }
    var i = counterEnd(of: mention)
    if words.hasNounBefore { i = (counter(of: mention) ?? i - 1) + 1 }
    let isMarked = words.hasNounBefore ? ends(i - 1, in: words.particles.startEndings) : has(i, .toward)
    guard isMarked, end.tokens.lowerBound >= i, end.tokens.lowerBound <= i + 4 else { return false }
    // "양식장 23곳에서 물고기 68만 마리가": where, and not from how many
    if words.hasNounBefore { return role(of: end) == .said }
    return words.hasPostpositions
      || (1...2).contains { has(mention.tokens.lowerBound - $0, .oblique) }
  }

  /// "95'ten 118'e", "27 से बढ़कर 29", "dari 27 orang menjadi 29": from the one number to the next.
  private func isBefore(_ mention: PlacedMention) -> Bool {
    guard mention.number + 1 < mentions.count else { return false }
    let end = mentions[mention.number + 1]
    let next = mention.tokens.upperBound
    guard end.quantity != nil, end.quantity?.unit == mention.quantity?.unit,
      next <= end.tokens.lowerBound, end.tokens.lowerBound - next <= 5,
      (next..<end.tokens.lowerBound).allSatisfy({ signs[$0] == nil || sign($0) == .apostrophe }),
      clauseOf(mention.tokens) == clauseOf(end.tokens)
    else { return false }
    let between = next..<end.tokens.lowerBound
    if between.contains(where: { has($0, .coordinator) }) { return false }
    if sign(next) == .apostrophe, isWord(next + 1, of: words.fromEndings) { return true }
    let leads = between.contains { has($0, [.measuring, .toward]) }
    if has(next, .from) || isContent(next) && has(next + 1, .from) { return leads }
    return has(mention.tokens.lowerBound - 1, .from) && leads
  }

  func isWord(_ i: Int, of words: [[UInt8]]) -> Bool {
    guard i < tokens.count, tokens[i].kind == .word else { return false }
    let word = text[tokens[i].range]
    return words.contains { word.elementsEqual($0) }
  }

  /// "ارتفع العدد من 12 إلى 19": the range that it looks like is where a change began and ended.
  func isChange(_ mention: PlacedMention) -> Bool {
    let tokens = mention.tokens
    guard let quantity = mention.quantity, quantity.value == nil, quantity.low != nil, quantity.high != nil,
      has(tokens.lowerBound - 1, .from) || tokens.contains(where: { has($0, .from) })
    else { return false }
    let clause = clauseOf(tokens)
    return classes.indices.contains {
      self.clause[$0] == clause
        && (words.isVerbLast && has($0, .numberNoun) || has($0, .measuring) && !has($0, .numberNoun))
    }
  }
}
