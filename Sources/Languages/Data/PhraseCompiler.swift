import ICU

/// Turns the phrases of a language file into symbols, giving each word its number.
///
/// `{` and `}` stand for round brackets in the text. `(x|y)` stands for x or y, `(x|)` for x or nothing; `<name>` is a
/// category. Each Han sign and each kana is a word, as the lexer cuts them.
///
/// A language has thousands of phrases: what has been compiled stands in one list, which the next call empties, and no
/// string is made on the way.
struct PhraseCompiler {
  var vocabulary = VocabularyBuilder()
  /// As ``Lexer/Options/splitsSyllables``.
  var splitsSyllables = false
  /// Other forms of Han signs, and the one that stands for each: 個 is 个.
  var forms: [UInt32: UInt32] = [:]
  private let tables: CharacterTables
  /// The symbols of all readings of the last phrase, and where each ends.
  private var symbols: [Symbol] = []
  private var ends: [Int] = []
  /// The word that is being read.
  private var word: [UInt32] = []

  init(tables: CharacterTables = .shared) { self.tables = tables }

  /// How many readings the last phrase has.
  var readings: Int { ends.count }

  /// The symbols of a reading of the last phrase.
  subscript(reading: Int) -> ArraySlice<Symbol> {
    symbols[(reading == 0 ? 0 : ends[reading - 1])..<ends[reading]]
  }

  /// Reads a phrase; its readings, those without any symbol left out, are then to be had by number.
  mutating func compile(_ phrase: String, piece: Bool = false) {
    start()
    forEachText(of: phrase) { $0.add($1, piece: piece) }
  }

  /// The same for a number, which may be written with hyphens or without: signs `-` are left out.
  ///
  /// - Parameter isPiece: whether the words of a reading may stand inside compounds.
  mutating func compileNumber(_ phrase: String, isPiece: (UnsafeBufferPointer<UInt8>) -> Bool) {
    start()
    forEachText(of: phrase) { $0.add($1, piece: isPiece($1), skipsHyphens: true) }
  }

  /// The words of a spelled-out number, in which brackets mean nothing.
  mutating func compileWords(_ text: String, piece: Bool) {
    start()
    var text = text
    text.withUTF8 { add($0, piece: piece, skipsHyphens: true) }
  }

  private mutating func start() {
    symbols.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  private mutating func forEachText(
    of phrase: String, _ body: (inout PhraseCompiler, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var phrase = phrase
    phrase.withUTF8 { bytes in
      guard PhraseAlternatives.has(bytes) else { return body(&self, bytes) }
      let texts = PhraseAlternatives(bytes)
      for number in 0..<texts.count { texts[number].withUnsafeBufferPointer { body(&self, $0) } }
    }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, piece: Bool, skipsHyphens: Bool = false) {
    let first = symbols.count
    cut(text) { compiler, category in
      if let category {
        compiler.symbols.append(.category(category))
      } else if !(skipsHyphens && compiler.word.count == 1 && compiler.word[0] == 0x2D) {
        let begins = compiler.symbols.count == first
        compiler.symbols.append(
          .word(compiler.vocabulary.intern(compiler.word, piece: piece, beginsPhrase: begins)))
      }
    }
    if symbols.count > first { ends.append(symbols.count) }
  }

  /// The words of a text, in folded scalars.
  mutating func words(of text: String) -> [[UInt32]] {
    var words: [[UInt32]] = []
    var text = text
    text.withUTF8 { bytes in cut(bytes) { if $1 == nil { words.append($0.word) } } }
    return words
  }

  /// Cuts a phrase as the lexer would. `body` is told of each category, or
  /// of nil where `word` holds a word.
  private mutating func cut(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (inout PhraseCompiler, Category?) -> Void
  ) {
    var wordClass: UInt8 = 0
    word.removeAll(keepingCapacity: true)
    func flush(_ compiler: inout PhraseCompiler) {
      guard !compiler.word.isEmpty else { return }
      body(&compiler, nil)
      compiler.word.removeAll(keepingCapacity: true)
    }
    var at = 0
    while at < text.count {
      if text[at] == UInt8(ascii: "<"), let close = text[at...].firstIndex(of: UInt8(ascii: ">")),
        let category = Placeholders.category(text[(at + 1)..<close])
      {
        flush(&self)
        body(&self, category)
        at = close + 1
        continue
      }
      let (scalar, length) = Self.decode(text, at)
      at += length
      // Brackets group alternatives in a phrase; braces stand for the round ones of the text.
      let value: UInt32 = scalar == 0x7B ? 0x28 : scalar == 0x7D ? 0x29 : scalar
      var folded = value < 0x10000 ? UInt32(tables.folded[Int(value)]) : value
      if !forms.isEmpty, let plain = forms[folded] { folded = plain }
      var kind = value < 0x10000 ? tables.classes[Int(value)] : CharacterClass.ideograph
      if kind == CharacterClass.upper { kind = CharacterClass.letter }
      switch kind {
      case CharacterClass.space: flush(&self)
      case CharacterClass.mark: if folded != 0 { word.append(folded) }
      case CharacterClass.letter, CharacterClass.ideograph, CharacterClass.hangul:
        let standsAlone = kind == CharacterClass.ideograph || kind == CharacterClass.hangul && splitsSyllables
        if kind != wordClass || standsAlone { flush(&self) }
        wordClass = kind
        if folded != 0 { word.append(folded) }
      default:
        flush(&self)
        guard folded != 0 else { break }
        word.append(folded)
        flush(&self)
      }
    }
    flush(&self)
  }

  /// The code point at a place, of text that is known to be UTF-8, and its length in bytes.
  private static func decode(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(text[at])
    func next(_ place: Int) -> UInt32 { at + place < text.count ? UInt32(text[at + place] & 0x3F) : 0 }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }
}

/// The names of categories in phrases, by their bytes.
private enum Placeholders {
  private static let known: [(name: UInt64, category: Category)] = Category.placeholders.compactMap { name in
    Category(placeholder: name).map { (packed(name.utf8), $0) }
  }

  /// Names of categories have at most eight letters.
  private static func packed(_ name: some Collection<UInt8>) -> UInt64 {
    name.reduce(0) { $0 << 8 | UInt64($1) }
  }

  static func category(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Category? {
    guard name.count <= 8 else { return nil }
    let packed = packed(name)
    return known.first { $0.name == packed }?.category
  }
}
