/// What a title is held of, where that is no country: "the mayor of Altheim", "Bürgermeister der Stadt Altheim",
/// "kommunalråd i Hamnvik", "the chair of the union".
extension NameHolders {
  private static let longestPlace = 5

  /// Behind the words that say of what; nil where somebody's name may have begun.
  func ofPlace(_ start: Int) -> Int? {
    guard sentence.style == .capitals, sentence.isWord(start), !isNoble(start) else { return nil }
    let isOf = sentence.view.has(start, .link) || sentence.starts(sentence.words.of, at: start) != nil
    guard isOf || sentence.view.has(start, .oblique), !sentence.view.tokens[start].isCapitalised else { return nil }
    var i = start + 1
    var isNamed = false
    while i < sentence.count, i <= start + Self.longestPlace, sentence.isWord(i), sentence.view.mentionAt[i] < 0 {
      if let length = sentence.starts(sentence.words.bodies, at: i) {
        i += length
      } else if sentence.view.has(i, [.article, .link]), !sentence.view.tokens[i].isCapitalised {
        i += 1
      } else if isPlaceName(i) {
        isNamed = true
        i += 1
        while sentence.isInner(i, .hyphen) { i += 2 }
      } else {
        break
      }
    }
    guard isNamed, i > start + 1 else { return nil }
    // "Bürgermeister von Altheim Karl Weber": where the one ends and the other begins nothing tells.
    return i >= sentence.count || !sentence.isWord(i) || !sentence.view.tokens[i].isCapitalised ? i : nil
  }

  /// A name; or words that a rule asks for: "the chair of the union".
  private func isPlaceName(_ i: Int) -> Bool {
    if sentence.isTerm[i] { return true }
    guard sentence.view.tokens[i].isCapitalised, sentence.view.isContent(i) || sentence.isParticle(i) else {
      return false
    }
    // "presidente del Consiglio": a name has no article, and other nouns may have a capital.
    return sentence.ends(sentence.words.bodies, at: i - 1)
      || !sentence.view.has(i - 1, [.article, .contracted])
  }
}
