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
      if patterns.categories(after: node) != 0 || patterns.hasPayloads(at: node) { mayBegin[at] = true }
      guard at < count, isGlued(at), let next = patterns.step(node, .word(tokens[at].word)) else { return }
      node = next
      at += 1
    }
  }

  /// 두 도|시, 이 회|사: the measure is the beginning of a longer word.
  func isCutShort(_ end: Int) -> Bool {
    !mayBegin.isEmpty && isGlued(end) && isSyllable(end) && isSyllable(end - 1)
      && chart.mask(at: end) & Self.endings == 0
  }

  private static let endings = Chart.bits(.function, .ordinalSuffix, .part)
}
