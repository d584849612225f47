import ICU

/// The words of a language's spelled-out numbers, told from the numbers that RBNF spells.
///
/// RBNF's own parser is slow on prose and reads "twenty one" as 2001; its formatter is exact and fast. So the numbers up
/// to a hundred are spelled in every rule set (gender, case), and of larger ones what is left when the part already
/// known is taken away: the words for hundred, thousand, million. Source: CLDR RBNF, `common/rbnf/*.xml`.
struct NumberVocabulary {
  struct Word: Hashable {
    var text: String
    var category: Category
    var value: Double
  }

  private(set) var words: Set<Word> = []
  /// The ordinal of twenty-one, or of 125, begins with that of twenty, or of a hundred, as a word.
  private(set) var ordinalsChain = false
  /// Numbers are written in one word, which the lexer cuts; else "quatrocentos" is a word of its own.
  private let together: Bool

  init(together: Bool = true) { self.together = together }

  /// The scales among the words, few enough to be searched.
  private var knownScales: Set<Word> = []

  private static let scales: [Int64] = [
    100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 1_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000,
  ]
  private static let counts: [Int64] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 21, 22, 25]

  /// Reads a locale's words: small numbers in every rule set first, for scales are told by taking these away.
  ///
  /// - Parameter ordinals: whether ordinals have words of their own; not where a sign before any number makes one.
  mutating func read(locale: String, ordinals: Bool = true) {
    let speller = NumberSpeller(locale: locale)
    let ordinalSets = ordinals ? speller.ruleSets.filter { $0.contains("ordinal") } : []
    let cardinalSets = speller.ruleSets.filter {
      !$0.contains("ordinal") && !$0.contains("year") && !$0.contains("days")
    }
    for ruleSet in cardinalSets { readSmall(speller, ruleSet, from: 0, .atom) }
    for ruleSet in cardinalSets { readScales(speller, ruleSet, atom: .atom, multiplier: .multiplier) }
    for ruleSet in ordinalSets { readSmall(speller, ruleSet, from: 1, .ordinalAtom) }
    ordinalsChain =
      ordinalsChain
      || ordinalSets.contains { set in
        [(20, 21), (100, 125)].contains { round, more in
          guard let start = Self.spelled(speller, Int64(round), set),
            let whole = Self.spelled(speller, Int64(more), set)
          else { return false }
          return whole.hasPrefix(start + " ")
        }
      }
    for ruleSet in ordinalSets { readScales(speller, ruleSet, atom: .ordinalAtom, multiplier: .ordinalMultiplier) }
  }

  private static func spelled(_ speller: NumberSpeller, _ number: Int64, _ ruleSet: String) -> String? {
    guard let text = speller.spell(Int(number), ruleSet: ruleSet), !text.isEmpty else { return nil }
    // Where RBNF has no words it writes digits.
    guard text.unicodeScalars.allSatisfy({ Digits.value(of: $0.value) == nil }) else { return nil }
    return text
  }

  private mutating func readSmall(_ speller: NumberSpeller, _ ruleSet: String, from first: Int, _ category: Category) {
    for number in first...99 {
      if let text = Self.spelled(speller, Int64(number), ruleSet) { add(text, category, Double(number)) }
    }
  }

  private mutating func add(_ text: String, _ category: Category, _ value: Double) {
    let word = Word(text: text, category: category, value: value)
    words.insert(word)
    if category == .multiplier || category == .ordinalMultiplier { knownScales.insert(word) }
  }

  /// What spells a scale: the rest of `count × scale` when the words of `count` are taken from its front.
  private mutating func readScales(_ speller: NumberSpeller, _ ruleSet: String, atom: Category, multiplier: Category) {
    let cardinals = words.filter { $0.category == .atom && $0.value > 0 && $0.value < 100 }
    var spellings: [Double: [String]] = [:]
    for word in cardinals { spellings[word.value, default: []].append(word.text) }
    for value in spellings.keys { spellings[value]?.sort { $0.utf8.count > $1.utf8.count } }
    for scale in Self.scales {
      for count in Self.counts {
        guard let text = Self.spelled(speller, count * scale, ruleSet) else { continue }
        if let rest = rest(of: text, after: spellings[Double(count)] ?? []) {
          guard !endsWithKnownScale(rest, below: Double(scale), multiplier) else { continue }
          add(rest, multiplier, Double(scale))
        } else if count == 1 {
          guard !endsWithKnownScale(text, below: Double(scale), multiplier) else { continue }
          add(text, multiplier, Double(scale))
        } else if count < 10, !text.contains(" ") || !endsWithKnownScale(text, below: .infinity, multiplier) {
          // One word for both: quinientos, пятьсот, ألفان, tricentésimo.
          add(text, atom, Double(count * scale))
        }
      }
    }
  }

  /// "two hundred" after "two": "hundred".
  private func rest(of text: String, after spellings: [String]) -> String? {
    for spelling in spellings where text.utf8.count > spelling.utf8.count && text.hasPrefix(spelling) {
      let behind = text.dropFirst(spelling.count)
      let rest = behind.drop { $0 == " " || $0 == "-" || $0 == "\u{AD}" || $0 == "\u{A0}" }
      guard let first = rest.unicodeScalars.first else { continue }
      let partsWords = first.value < 0x0590
      if together || !partsWords || rest.startIndex > behind.startIndex { return String(rest) }
    }
    return nil
  }

  /// "ten thousand" is no scale of its own.
  private func endsWithKnownScale(_ text: String, below limit: Double, _ category: Category) -> Bool {
    knownScales.contains {
      ($0.category == category || $0.category == .multiplier) && $0.value < limit && text.hasSuffix($0.text)
    }
  }
}
