import Languages

/// Where words may begin in a script that writes particles and measures onto the word before.
///
/// A word begins with its run, behind a figure or a sign, or where another known word ends: the 사 of 사람 and the 오늘
/// of 방오늘 are none.
extension Reading {
  /// A syllable of Hangul.
  func isSyllable(_ i: Int) -> Bool {
    i >= 0 && i < count && tokens[i].kind == .word && (0xAC00...0xD7A3).contains(scalar(at: Int(tokens[i].start)))
  }

  /// Notes the beginnings of runs.
  mutating func markRuns() {
    mayBegin = (0...count).map { i in i == count || !(isGlued(i) && isSyllable(i) && isSyllable(i - 1)) }
  }

  /// What follows the opening words of a pattern may begin there: 약|오천 명.
  mutating func markOpenings(at i: Int) {
    let patterns = language.patterns
    guard isSyllable(i), var node = patterns.step(fromRoot: tokens[i].word) else { return }
    var at = i + 1
    while true {
      // One syllable is too little to go by: 제|일 is "most", 제|한 a limit.
      if at > i + 1, patterns.categories(after: node) != 0 || patterns.hasPayloads(at: node) { mayBegin[at] = true }
      guard at < count, isGlued(at), let next = patterns.step(node, .word(tokens[at].word)) else { return }
      node = next
      at += 1
    }
  }

  /// A phrase that ends in a syllable of its own, of which a longer word is made: 30년 전|쟁.
  func endsInsideWord(_ end: Int) -> Bool {
    guard !mayBegin.isEmpty, let last = captures.last, Int(chart.nodes[last].end) == end - 1,
      chart.nodes[last].category != .year
    else { return false }
    return isCutShort(end)
  }

  /// 두 도|시, 이 회|사: the measure is the beginning of a longer word.
  func isCutShort(_ end: Int) -> Bool {
    !mayBegin.isEmpty && isGlued(end) && isSyllable(end) && isSyllable(end - 1)
      && !isEnding(end)
  }

  /// A particle or the like begins here, whatever stands before it.
  private func isEnding(_ i: Int) -> Bool {
    if chart.mask(at: i) & Self.endings != 0 { return true }
    let words = language.words
    var at = i
    var next = words.step(fromRoot: tokens[i].word)
    while let node = next {
      if words.payloads(at: node).contains(where: { Self.endings & (1 << UInt64($0.category.rawValue)) != 0 }) {
        return true
      }
      at += 1
      guard at < count, isGlued(at) else { return false }
      next = words.step(node, .word(tokens[at].word))
    }
    return false
  }

  private static let endings = Chart.bits(.function, .ordinalSuffix, .part)
}
