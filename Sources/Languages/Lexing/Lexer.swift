/// Cuts UTF-8 text into words, digits and signs, and looks each word up, in one pass.
///
/// Words of scripts with spaces are whole; each Han sign and each kana is a word of its own, and each syllable of Hangul
/// where the language asks for it, so that phrases begin and end anywhere in a run. Compounds are cut into known pieces
/// where the language writes numbers together. Nothing is allocated for a word.
public struct Lexer: Sendable {
  let vocabulary: Vocabulary
  let options: Options
  private let tables: CharacterTables

  struct Clitic: Sendable {
    /// Folded, never empty.
    var scalars: [UInt32]
    /// Stands first or not at all: "and".
    var isOpening: Bool
  }

  public struct Options: Sendable {
    /// Numbers are written together: `zweitausendfünfhundert`.
    var splitsCompounds = false
    /// What may be written before a word without a space: Arabic و, ال.
    var clitics: [Clitic] = []
    /// Each syllable of Hangul is a word: Korean writes particles and measures onto what stands before them.
    var splitsSyllables = false
  }

  init(vocabulary: Vocabulary, options: Options, tables: CharacterTables = .shared) {
    self.tables = tables
    self.vocabulary = vocabulary
    self.options = options
  }

  /// A lexer that knows no words: it cuts and hashes, for matching terms.
  public init() { self.init(vocabulary: Self.nothing, options: Options()) }

  private static let nothing = VocabularyBuilder().build()

  /// Cuts `text` and puts the tokens into `tokens`, emptied first. Bytes that are no UTF-8 count as signs.
  public func scan(_ text: UnsafeBufferPointer<UInt8>, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    guard let bytes = text.baseAddress else { return }
    var state = LexerState(
      bytes: bytes, count: text.count, vocabulary: vocabulary, options: options, folded: tables.folded,
      classes: tables.classes)
    state.run(&tokens)
  }

  /// As ``scan(_:into:)``, for a string.
  public func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var text = text
    text.withUTF8 { scan($0, into: &tokens) }
    return tokens
  }
}

/// One walk over a text.
struct LexerState {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  let vocabulary: Vocabulary
  let options: Lexer.Options
  let folded: UnsafePointer<UInt16>
  let classes: UnsafePointer<UInt8>
  private var at = 0
  private var space = true
  private var line = true

  init(
    bytes: UnsafePointer<UInt8>, count: Int, vocabulary: Vocabulary, options: Lexer.Options,
    folded: UnsafePointer<UInt16>, classes: UnsafePointer<UInt8>
  ) {
    self.bytes = bytes
    self.count = count
    self.vocabulary = vocabulary
    self.options = options
    self.folded = folded
    self.classes = classes
  }

  /// The code point at an offset and its length in bytes; U+FFFD and 1 for what is no UTF-8.
  @inline(__always) private func decode(_ i: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[i])
    if first < 0x80 { return (first, 1) }
    if first >= 0xC2, first < 0xE0, i + 1 < count, bytes[i + 1] & 0xC0 == 0x80 {
      return ((first & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F), 2)
    }
    if first >= 0xE0, first < 0xF0, i + 2 < count, bytes[i + 1] & 0xC0 == 0x80, bytes[i + 2] & 0xC0 == 0x80 {
      return ((first & 0x0F) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F), 3)
    }
    if first >= 0xF0, first < 0xF5, i + 3 < count, bytes[i + 1] & 0xC0 == 0x80, bytes[i + 2] & 0xC0 == 0x80,
      bytes[i + 3] & 0xC0 == 0x80
    {
      let high = (first & 0x07) << 18 | UInt32(bytes[i + 1] & 0x3F) << 12
      return (high | UInt32(bytes[i + 2] & 0x3F) << 6 | UInt32(bytes[i + 3] & 0x3F), 4)
    }
    return (0xFFFD, 1)
  }

  @inline(__always) private func classOf(_ scalar: UInt32) -> UInt8 {
    if scalar < 0x10000 { return classes[Int(scalar)] }
    if (0x20000...0x3FFFF).contains(scalar) { return CharacterClass.ideograph }
    if (0x1D7CE...0x1D7FF).contains(scalar) { return CharacterClass.digit + UInt8((scalar - 0x1D7CE) % 10) }
    return CharacterClass.other
  }

  @inline(__always) private func fold(_ scalar: UInt32) -> UInt32 {
    scalar < 0x10000 ? UInt32(folded[Int(scalar)]) : scalar
  }

  @inline(__always)
  private mutating func append(
    _ tokens: inout [Token], _ start: Int, _ kind: Token.Kind, _ word: UInt32, _ hash: UInt64, capital: Bool = false
  ) {
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: at), word: word, kind: kind,
        spaceBefore: space, lineBefore: line, isCapitalised: capital, hash: hash))
    space = false
    line = false
  }

  mutating func run(_ tokens: inout [Token]) {
    while at < count {
      let byte = bytes[at]
      if byte == 0x20 {
        space = true
        at += 1
        continue
      }
      let (scalar, length) = decode(at)
      let kind = classOf(scalar)
      switch kind {
      case CharacterClass.space:
        space = true
        if scalar == 0x0A || scalar == 0x2029 || scalar == 0x2028 { line = true }
        at += length
      case CharacterClass.letter, CharacterClass.upper:
        word(&tokens, capital: kind == CharacterClass.upper)
      case CharacterClass.ideograph:
        ideograph(&tokens)
      case CharacterClass.hangul:
        hangul(&tokens)
      case CharacterClass.mark:
        // A mark with nothing before it, or a format character between words.
        at += length
      case CharacterClass.digit...:
        let start = at
        at += length
        while at < count {
          let (next, width) = decode(at)
          guard classOf(next) >= CharacterClass.digit else { break }
          at += width
        }
        // The figure of m2 and CO2 is part of a word.
        var figure: UInt32 = 0
        if at == start + 1, !space {
          figure = vocabulary[WordHash.add(WordHash.seed, UInt32(bytes[start]))].word
        }
        append(&tokens, start, .digits, figure, 0)
      default:
        let start = at
        at += length
        let hash = WordHash.add(WordHash.seed, fold(scalar))
        append(&tokens, start, .sign, vocabulary[hash].word, hash)
      }
    }
  }

  private mutating func word(_ tokens: inout [Token], capital: Bool) {
    let start = at
    var hash = WordHash.seed
    while at < count {
      let byte = bytes[at]
      if byte < 0x80 {
        let kind = classes[Int(byte)]
        guard kind == CharacterClass.letter || kind == CharacterClass.upper else { break }
        hash = WordHash.add(hash, UInt32(folded[Int(byte)]))
        at += 1
      } else {
        let (scalar, length) = decode(at)
        let kind = classOf(scalar)
        guard kind >= CharacterClass.letter, kind <= CharacterClass.mark else { break }
        let plain = fold(scalar)
        if plain != 0 { hash = WordHash.add(hash, plain) }
        at += length
      }
    }
    let entry = vocabulary[hash]
    if entry.word == 0 {
      if !options.clitics.isEmpty, splitClitic(&tokens, start) { return }
    }
    // A word that only stands later in some phrase ("several ten-thousand") is still a number by itself.
    if options.splitsCompounds, entry.word == 0 || !entry.beginsPhrase,
      splitCompound(&tokens, start, capital: capital)
    {
      return
    }
    append(&tokens, start, .word, entry.word, hash, capital: capital)
    skipHyphen(behindWordFrom: start)
  }

  /// The longest word of the vocabulary that begins here, by the prefixes that it knows; nil for none.
  private func longestMatch(from start: Int, until end: Int, piecesOnly: Bool = false) -> (
    end: Int, word: UInt32, hash: UInt64
  )? {
    var best: (Int, UInt32, UInt64)?
    var i = start
    var hash = WordHash.seed
    while i < end {
      let (scalar, length) = decode(i)
      let plain = fold(scalar)
      i += length
      guard i <= end else { break }
      if plain == 0 { continue }
      hash = WordHash.add(hash, plain)
      let entry = vocabulary[hash]
      if entry.word != 0, !piecesOnly || entry.isPiece { best = (i, entry.word, hash) }
      if !entry.isPrefix { break }
    }
    return best
  }

  /// One sign of a script without spaces.
  private mutating func ideograph(_ tokens: inout [Token]) {
    let start = at
    let (scalar, length) = decode(at)
    at += length
    let hash = WordHash.add(WordHash.seed, fold(scalar))
    append(&tokens, start, .word, vocabulary[hash].word, hash)
  }

  /// A whole run, or one syllable of it.
  private mutating func hangul(_ tokens: inout [Token]) {
    if options.splitsSyllables { return ideograph(&tokens) }
    let start = at
    var hash = WordHash.seed
    while at < count {
      let (scalar, length) = decode(at)
      guard classOf(scalar) == CharacterClass.hangul || classOf(scalar) == CharacterClass.mark else { break }
      hash = WordHash.add(hash, fold(scalar))
      at += length
    }
    append(&tokens, start, .word, vocabulary[hash].word, hash)
  }

  /// Arabic and Hebrew write "and", "the", "in" onto the next word, several of them too: they are cut off where a known
  /// word is left.
  private mutating func splitClitic(_ tokens: inout [Token], _ start: Int) -> Bool {
    let end = at
    var cuts = CliticCuts()
    guard cutClitics(start, end, &cuts) else { return false }
    var from = start
    for middle in [cuts.first, cuts.second, cuts.third].prefix(cuts.count) + [end] {
      let hash = wordHash(from, middle)
      at = middle
      append(&tokens, from, .word, vocabulary[hash].word, hash)
      from = middle
    }
    return true
  }

  /// Where the clitics at the front of a word end, without an array: most words that begin with one are cut nowhere.
  private struct CliticCuts {
    var first = 0
    var second = 0
    var third = 0
    var count = 0

    mutating func push(_ end: Int) {
      if count == 0 { first = end } else if count == 1 { second = end } else { third = end }
      count += 1
    }
  }

  private func cutClitics(_ start: Int, _ end: Int, _ cuts: inout CliticCuts) -> Bool {
    let first = fold(decode(start).scalar)
    for clitic in options.clitics where clitic.scalars[0] == first {
      if cuts.count > 0, clitic.isOpening { continue }
      guard let middle = begins(clitic, start, end), middle < end else { continue }
      cuts.push(middle)
      if vocabulary[wordHash(middle, end)].word != 0 { return true }
      if cuts.count < 3, cutClitics(middle, end, &cuts) { return true }
      cuts.count -= 1
    }
    return false
  }

  /// Where a clitic at the front of a word ends; nil where the word begins otherwise.
  private func begins(_ clitic: Lexer.Clitic, _ start: Int, _ end: Int) -> Int? {
    var i = start
    for scalar in clitic.scalars {
      guard i < end else { return nil }
      let (next, length) = decode(i)
      guard fold(next) == scalar else { return nil }
      i += length
    }
    return i
  }

  private func wordHash(_ start: Int, _ end: Int) -> UInt64 {
    var hash = WordHash.seed
    var i = start
    while i < end {
      let (next, length) = decode(i)
      let plain = fold(next)
      if plain != 0 { hash = WordHash.add(hash, plain) }
      i += length
    }
    return hash
  }

  /// ב-29 ביולי: the hyphen between a clitic and a figure says nothing.
  private mutating func skipHyphen(behindWordFrom start: Int) {
    guard at < count, !options.clitics.isEmpty else { return }
    let (sign, length) = decode(at)
    guard sign == 0x2D || sign == 0x05BE || sign == 0x2013, at + length < count,
      classOf(decode(at + length).scalar) >= CharacterClass.digit,
      options.clitics.contains(where: { begins($0, start, at) == at })
    else { return }
    at += length
  }

  /// `zweitausendfünfhundert` → `zwei` `tausend` `fünf` `hundert`; only where the whole word is made of pieces.
  private mutating func splitCompound(_ tokens: inout [Token], _ start: Int, capital: Bool) -> Bool {
    let end = at
    var cuts: [(end: Int, word: UInt32, hash: UInt64)] = []
    guard cutPieces(start, end, &cuts, depth: 0) else { return false }
    var from = start
    for (index, cut) in cuts.enumerated() {
      at = cut.end
      append(&tokens, from, .word, cut.word, cut.hash, capital: capital && index == 0)
      from = cut.end
    }
    return true
  }

  /// Longest piece first, shorter ones where the rest cannot be cut otherwise.
  private func cutPieces(
    _ start: Int, _ end: Int, _ cuts: inout [(end: Int, word: UInt32, hash: UInt64)], depth: Int
  ) -> Bool {
    if start == end { return !cuts.isEmpty }
    guard depth < 12 else { return false }
    var limit = end
    while limit > start, let match = longestMatch(from: start, until: limit, piecesOnly: true) {
      cuts.append(match)
      if cutPieces(match.end, end, &cuts, depth: depth + 1) { return true }
      cuts.removeLast()
      limit = match.end - 1
    }
    return false
  }
}
