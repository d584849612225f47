import Languages

/// Several counts with one verb.
extension QuantityTies {
  /// "soldiers and two civilians were killed": the verb counts both together.
  var isSharedSubject: Bool {
    var i = mention.tokens.lowerBound - 1
    while view.has(i, .article) { i -= 1 }
    guard view.has(i, .coordinator) else { return false }
    // The counted phrase that ends where the conjunction stands is near, if it is there.
    return (max(0, i - 12)..<max(0, i)).contains { token in
      let number = Int(view.mentionAt[token])
      guard number >= 0, view.mentions[number].isCount, let other = view.phrases[number] else { return false }
      return other.head != nil && (words.hasBarePredicates ? other.core : other.extended).upperBound == i
    }
  }

  /// "killed five soldiers and two civilians": five of a kind are no sum.
  var isSharedObject: Bool {
    let end = phrase.extended.upperBound
    guard phrase.head != nil, view.has(end, .coordinator) else { return false }
    var i = end + 1
    while view.has(i, [.article, .link]) || view.sign(i) == .apostrophe { i += 1 }
    guard i < view.tokens.count, view.mentionAt[i] >= 0 else { return false }
    let other = view.mentions[Int(view.mentionAt[i])]
    guard other.isCount else { return false }
    let behind = view.phrase(of: other)
    guard behind.head != nil else { return false }
    let next = behind.extended.upperBound
    return !view.has(next, .auxiliary) && !view.matches.contains { $0.tokens.lowerBound == next }
  }

  /// "46 houses and 12 bridges were destroyed": where the last of the counted phrases in a row ends.
  var groupEnd: Int {
    var end = phrase.core.upperBound
    guard phrase.head != nil else { return end }
    var last = phrase.extended.upperBound
    while let next = listedCount(behind: last), let counted = view.phrases[next.number], counted.head != nil {
      last = counted.extended.upperBound
      // What is joined to the last noun is said of that alone.
      end = counted.extended.upperBound
    }
    return end
  }

  private func listedCount(behind end: Int) -> PlacedMention? {
    var i = end
    guard view.sign(i) == .comma || view.has(i, .coordinator) else { return nil }
    while i <= end + 3, view.sign(i) == .comma || view.has(i, [.coordinator, .article, .adverb]) { i += 1 }
    guard i < view.tokens.count, view.mentionAt[i] >= 0 else { return nil }
    let next = view.mentions[Int(view.mentionAt[i])]
    return next.isCount && next.tokens.lowerBound == i && next.number > mention.number ? next : nil
  }

  /// "destroyed 46 houses and 12 bridges": where the first of the counted phrases in a row begins.
  var groupStart: Int {
    var start = mention.tokens.lowerBound
    guard phrase.head != nil else { return start }
    var number = mention.number - 1
    while number >= 0, view.mentions[number].isCount, let counted = view.phrases[number], counted.head != nil {
      var i = start - 1
      while view.has(i, [.article, .adverb]) { i -= 1 }
      guard view.sign(i) == .comma || view.has(i, .coordinator) else { break }
      while i > 0, view.sign(i - 1) == .comma { i -= 1 }
      guard counted.extended.upperBound == i else { break }
      start = view.mentions[number].tokens.lowerBound
      number -= 1
    }
    return start
  }
}
