/// A number being read: figures in digits, words, and both ("4 thousand 3 hundred and 21").
struct Accumulator {
  /// What is complete: everything above the group at hand.
  var total = 0.0
  /// The group at hand, below the next multiplier.
  var group = 0.0
  var hasGroup = false
  /// The smallest scale that the next word must stay below.
  var room = Double.infinity
  /// The last multiplier, 1 before any.
  var lastScale = 1.0
  var step = 1.0
  var usedScale = false
  var usedDigits = false
  var value: Double { total + group }

  init() {}

  init(group: Double, hasGroup: Bool) {
    self.group = group
    self.hasGroup = hasGroup
  }
}

/// How far a number in words was read.
struct WordsRead {
  var accumulator: Accumulator
  var end: Int
  /// The last word stood behind "and": no larger scale counts all so far.
  var isBehindAnd = false
  /// What a word that says no figure covers: "dozens".
  var vague: (low: Double, high: Double)?
}
