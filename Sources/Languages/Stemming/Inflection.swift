import ICU

/// What Snowball does not know of a language's inflection: endings to cut, and what is written onto the front of words.
/// Read from the theme file `inflection.yaml`.
struct Inflection: Sendable {
  /// Endings in folded letters, longest first.
  var endings: [[UInt32]] = []
  /// Endings of words in a text that change, `ais>al`, in folded letters, longest first.
  var replacements: [(from: [UInt32], to: [UInt32])] = []
  /// Letters of the language's own, which lose no diacritic: Turkish "öldü" (died) is no "oldu" (became).
  var letters: Set<UInt32> = []
  /// So many letters a stem has at least: Turkish "ev" (house) has two.
  var shortestStem = 3
  /// Letters that must be left when an ending is cut.
  var minimum = 3
  /// Endings are cut beside Snowball's own work, from words of a text only: they reach verb forms that it leaves alone.
  var isSupplement = false
  /// Articles, conjunctions and prepositions without a space after them, longest first.
  var clitics: [[UInt32]] = []
  /// A term ends where a particle may follow in the same run of letters.
  var isOpenEnded = false
  /// Words stand without spaces, and are not inflected.
  var isUnspaced = false

  /// Words of one stem that have nothing to do with each other: casa, caso. Each to the first form of its own group.
  var distinct: [[UInt32]: [UInt32]] = [:]
  /// Endings (of a term and of a word of a text, the letters before them alike) that part two nouns: casa, caso.
  var parting: [(term: [UInt32], text: [UInt32])] = []
  /// The first of each pair, each once.
  var partingTerms: [[UInt32]] = []
  /// Endings of terms that are not parted: problema, problemi.
  var unparted: [[UInt32]] = []

  /// All languages of the theme file, by code.
  static let all: [String: Inflection] = {
    guard let file = LanguageFile.theme("inflection") else { return [:] }
    var all: [String: Inflection] = [:]
    for code in file.list("languages") {
      let section = file.section(code)
      var inflection = Inflection()
      inflection.letters = Set((section["letters"].first ?? "").unicodeScalars.map(\.value))
      let letters = inflection.letters
      inflection.endings = longestFirst(section["endings"], letters)
      inflection.replacements = section["replace"].compactMap { pair in
        let words = pair.split(separator: ">").map { fold(String($0), keeping: letters).unicodeScalars.map(\.value) }
        return words.count == 2 ? (words[0], words[1]) : nil
      }.sorted { $0.from.count > $1.from.count }
      for group in section["distinct"] {
        let words = group.split(separator: " ").map { Folding.fold(String($0)).unicodeScalars.map(\.value) }
        for word in words { inflection.distinct[word] = words[0] }
      }
      inflection.parting = section["parting"].compactMap { pair in
        let words = pair.split(separator: "/").map { Folding.fold(String($0)).unicodeScalars.map(\.value) }
        return words.count == 2 ? (words[0], words[1]) : nil
      }
      for pair in inflection.parting where !inflection.partingTerms.contains(pair.term) {
        inflection.partingTerms.append(pair.term)
      }
      inflection.unparted = longestFirst(section["unparted"], letters)
      inflection.minimum = section["minimum"].first.flatMap { Int($0) } ?? 3
      inflection.shortestStem = section["shortest stem"].first.flatMap { Int($0) } ?? 3
      inflection.isSupplement = section["supplement"].first == "true"
      inflection.clitics = longestFirst(section["clitics"], letters)
      inflection.isOpenEnded = section["open ended"].first == "true"
      inflection.isUnspaced = section["unspaced"].first == "true"
      all[code] = inflection
    }
    return all
  }()

  /// As ``Folding`` does it, but for some letters.
  static func fold(_ word: String, keeping letters: Set<UInt32>) -> String {
    guard !letters.isEmpty, word.unicodeScalars.contains(where: { $0.value >= 0x80 }) else { return Folding.fold(word) }
    var folded = ""
    for scalar in word.lowercased().unicodeScalars {
      if letters.contains(scalar.value) {
        folded.unicodeScalars.append(scalar)
      } else {
        folded += Folding.fold(String(scalar))
      }
    }
    return folded
  }

  private static func longestFirst(_ phrases: [String], _ letters: Set<UInt32>) -> [[UInt32]] {
    phrases.map { fold($0, keeping: letters).unicodeScalars.map(\.value) }.sorted { $0.count > $1.count }
  }

  /// The word without its longest ending; nil where it has none that may go.
  func cut(_ word: [UInt32]) -> [UInt32]? {
    for ending in endings
    where word.count >= ending.count + minimum && word.suffix(ending.count).elementsEqual(ending) {
      return Array(word.dropLast(ending.count))
    }
    return nil
  }

  /// The ending of a term that keeps other words of its stem apart; nil where it has none.
  func partingEnding(ofTerm word: [UInt32]) -> [UInt32]? {
    guard !unparted.contains(where: { word.suffix($0.count).elementsEqual($0) }) else { return nil }
    return partingTerms.first { word.count > $0.count + 1 && word.suffix($0.count).elementsEqual($0) }
  }

  /// The words that a word may be an irregular form of, by its ending: animais, animal.
  func replaced(_ word: [UInt32]) -> [[UInt32]] {
    replacements.compactMap { from, to in
      word.count >= from.count + 2 && word.suffix(from.count).elementsEqual(from)
        ? Array(word.dropLast(from.count)) + to : nil
    }
  }

  /// What is left of the word behind each clitic that it may begin with: at least three letters.
  func withoutClitics(_ word: [UInt32]) -> [[UInt32]] {
    clitics.compactMap { clitic in
      word.count >= clitic.count + 3 && word.starts(with: clitic) ? Array(word.dropFirst(clitic.count)) : nil
    }
  }
}
