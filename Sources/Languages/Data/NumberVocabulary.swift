import ICU

/// The words of a language's spelled-out numbers, told from the numbers that RBNF spells.
///
/// RBNF's own parser is slow on prose and reads "twenty one" as 2001; its formatter is exact and fast. So the numbers up
/// to a hundred are spelled in every rule set (gender, case), and of larger ones what is left when the part already
/// known is taken away: the words for hundred, thousand, million. Source: CLDR RBNF, `common/rbnf/*.xml`.
struct NumberVocabulary {
  struct Word {
    var text: String
    var category: Category
    var value: Double
    /// Of the text: words of one hash have one text.
    var hash: UInt64
  }

  /// Each once, in the order of their discovery.
  private(set) var words: [Word] = []
  /// The ordinal of twenty-one, or of 125, begins with that of twenty, or of a hundred, as a word.
  private(set) var ordinalsChain = false
  /// Numbers are written in one word, which the lexer cuts; else "quatrocentos" is a word of its own.
  private let together: Bool

  init(together: Bool = true) { self.together = together }

  /// What has been read: most rule sets repeat what another one says.
  private var known = KeyTable<Void>()
  /// The spellings of the small cardinals in `counts`, each with its number, longest first.
  private var counting: [(number: Int, text: String)] = []
  /// The scales among the words, few enough to be searched.
  private var knownScales: [(word: Word, bytes: [UInt8])] = []

  private static let scales: [Int] = [
    100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 1_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000,
  ]
  private static let counts: [Int] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 21, 22, 25]

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
    counting = words.compactMap { word in
      guard word.category == .atom, let number = Int(exactly: word.value), Self.counts.contains(number) else {
        return nil
      }
      return (number, word.text)
    }
    counting.sort { $0.text.utf8.count > $1.text.utf8.count }
    // A scale of one locale may be spelled as that of another, behind other words.
    known = KeyTable()
    for ruleSet in cardinalSets { readScales(speller, ruleSet, atom: .atom, multiplier: .multiplier) }
    for ruleSet in ordinalSets { readSmall(speller, ruleSet, from: 1, .ordinalAtom) }
    ordinalsChain = ordinalsChain || ordinalSets.contains { Self.chains(speller, $0) }
    for ruleSet in ordinalSets { readScales(speller, ruleSet, atom: .ordinalAtom, multiplier: .ordinalMultiplier) }
  }

  private static func chains(_ speller: NumberSpeller, _ ruleSet: String) -> Bool {
    let texts = speller.spell([20, 21, 100, 125], ruleSet: ruleSet) ?? []
    guard texts.count == 4 else { return false }
    return [(texts[0], texts[1]), (texts[2], texts[3])].contains { round, more in
      guard let round, let more, isInWords(round.utf8), isInWords(more.utf8) else { return false }
      return more.hasPrefix(round + " ")
    }
  }

  /// Whether a text is one at all: where RBNF has no words it writes digits.
  private static func isInWords(_ text: some Collection<UInt8>) -> Bool {
    !text.isEmpty
      && !text.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      && (text.allSatisfy { $0 < 0x80 }
        || String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy { Digits.value(of: $0.value) == nil })
  }

  static func hash(_ text: some Sequence<UInt8>) -> UInt64 {
    text.reduce(WordHash.seed) { WordHash.add($0, UInt32($1)) }
  }

  /// A text's hash together with what it stands for.
  private static func key(_ hash: UInt64, _ category: Category, _ value: Int) -> UInt64 {
    let all = (hash ^ UInt64(category.rawValue)) &* WordHash.prime
    return (all ^ UInt64(value)) &* WordHash.prime
  }

  private mutating func readSmall(_ speller: NumberSpeller, _ ruleSet: String, from first: Int, _ category: Category) {
    speller.forEachSpelling(of: Array(first...99), ruleSet: ruleSet) { number, text in
      guard known.insert(Self.key(Self.hash(text), category, number)), Self.isInWords(text) else { return }
      add(String(decoding: text, as: UTF8.self), category, number)
    }
  }

  private var added = KeyTable<Void>()

  private mutating func add(_ text: String, _ category: Category, _ value: Int) {
    let hash = Self.hash(text.utf8)
    guard added.insert(Self.key(hash, category, value)) else { return }
    let word = Word(text: text, category: category, value: Double(value), hash: hash)
    words.append(word)
    if category == .multiplier || category == .ordinalMultiplier { knownScales.append((word, Array(text.utf8))) }
  }

  /// What spells a scale: the rest of `count × scale` when the words of `count` are taken from its front.
  private mutating func readScales(_ speller: NumberSpeller, _ ruleSet: String, atom: Category, multiplier: Category) {
    let numbers = Self.scales.flatMap { scale in Self.counts.map { $0 * scale } }
    var place = 0
    speller.forEachSpelling(of: numbers, ruleSet: ruleSet) { number, bytes in
      let scale = Self.scales[place / Self.counts.count]
      let count = Self.counts[place % Self.counts.count]
      place += 1
      // Ten hundreds and one thousand are read apart.
      let key = Self.key(Self.key(Self.hash(bytes), multiplier, scale), multiplier, count)
      guard known.insert(key), Self.isInWords(bytes) else { return }
      let text = String(decoding: bytes, as: UTF8.self)
      if let rest = rest(of: text, after: count) {
        guard !endsWithKnownScale(rest, below: scale, multiplier) else { return }
        add(rest, multiplier, scale)
      } else if count == 1 {
        guard !endsWithKnownScale(text, below: scale, multiplier) else { return }
        add(text, multiplier, scale)
      } else if count < 10, !text.contains(" ") || !endsWithKnownScale(text, below: .max, multiplier) {
        // One word for both: quinientos, пятьсот, ألفان, tricentésimo.
        add(text, atom, number)
      }
    }
  }

  /// "two hundred" after "two": "hundred".
  private func rest(of text: String, after count: Int) -> String? {
    for spelling in counting
    where spelling.number == count && text.utf8.count > spelling.text.utf8.count && text.begins(with: spelling.text) {
      let behind = text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: spelling.text.utf8.count)...]
      let rest = behind.drop { $0 == " " || $0 == "-" || $0 == "\u{AD}" || $0 == "\u{A0}" }
      guard let first = rest.first else { continue }
      let partsWords = first.value < 0x0590
      if together || !partsWords || rest.startIndex > behind.startIndex { return String(rest) }
    }
    return nil
  }

  /// "ten thousand" is no scale of its own.
  private func endsWithKnownScale(_ text: String, below limit: Int, _ category: Category) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      knownScales.contains { scale, end in
        guard scale.category == category || scale.category == .multiplier, scale.value < Double(limit),
          bytes.count >= end.count, bytes.last == end.last, bytes.suffix(end.count).elementsEqual(end)
        else { return false }
        // Not in the middle of a character.
        return String(decoding: bytes, as: UTF8.self).hasSuffix(scale.text)
      }
    }
  }
}

extension String {
  /// Whether the text begins with another that ends not in the middle of a character. The bytes are looked at first,
  /// which settles nearly all.
  fileprivate func begins(with other: String) -> Bool {
    utf8.count >= other.utf8.count && utf8.starts(with: other.utf8) && hasPrefix(other)
  }
}
