import ICU

/// Turns the phrases of a language file into symbols, giving each word its number.
///
/// `{` and `}` stand for round brackets in the text. `(x|y)` stands for x or y, `(x|)` for x or nothing; `<name>` is a category. Each Han sign
/// and each kana is a word, as the lexer cuts them.
struct PhraseCompiler {
  var vocabulary = VocabularyBuilder()
  /// As ``Lexer/Options/splitsSyllables``.
  var splitsSyllables = false
  /// Other forms of Han signs, and the one that stands for each: 個 is 个.
  var forms: [UInt32: UInt32] = [:]
  private let tables: CharacterTables

  init(tables: CharacterTables = .shared) { self.tables = tables }

  /// A piece of a phrase before words are numbered.
  enum Piece: Equatable {
    case word([UInt32])
    case category(Category)
  }

  /// The symbols of every reading of a phrase.
  mutating func compile(_ phrase: String, piece: Bool = false) -> [[Symbol]] {
    Self.alternatives(phrase).compactMap { text in
      let pieces = self.pieces(text)
      guard !pieces.isEmpty else { return nil }
      if case .word(let scalars) = pieces[0] {
        _ = vocabulary.intern(scalars, piece: piece)
        vocabulary.markBeginsPhrase(scalars)
      }
      return pieces.map {
        switch $0 {
        case .word(let scalars): .word(vocabulary.intern(scalars, piece: piece))
        case .category(let category): .category(category)
        }
      }
    }
  }

  /// Words without their signs: a spelled-out number is matched with and without its hyphens.
  mutating func words(_ phrase: String, piece: Bool = false) -> [Symbol] {
    let words = pieces(phrase).filter {
      if case .word(let scalars) = $0 { scalars != [0x2D] } else { false }
    }
    if case .word(let scalars)? = words.first {
      _ = vocabulary.intern(scalars, piece: piece)
      vocabulary.markBeginsPhrase(scalars)
    }
    return words.map {
      if case .word(let scalars) = $0 { .word(vocabulary.intern(scalars, piece: piece)) } else { Symbol(raw: 0) }
    }
  }

  /// Cuts a phrase as the lexer would.
  func pieces(_ phrase: String) -> [Piece] {
    var pieces: [Piece] = []
    var word: [UInt32] = []
    var wordClass: UInt8 = 0
    func flush() {
      if !word.isEmpty { pieces.append(.word(word)) }
      word = []
    }
    var scalars = phrase.unicodeScalars[...]
    while let scalar = scalars.first {
      if scalar == "<", let close = scalars.firstIndex(of: ">"),
        let category = Category(placeholder: String(scalars[scalars.index(after: scalars.startIndex)..<close]))
      {
        flush()
        pieces.append(.category(category))
        scalars = scalars[scalars.index(after: close)...]
        continue
      }
      scalars = scalars.dropFirst()
      // Brackets group alternatives in a phrase; braces stand for the round ones of the text.
      let value: UInt32 = scalar == "{" ? 0x28 : scalar == "}" ? 0x29 : scalar.value
      var folded = value < 0x10000 ? UInt32(tables.folded[Int(value)]) : value
      if let plain = forms[folded] { folded = plain }
      var kind = value < 0x10000 ? tables.classes[Int(value)] : CharacterClass.ideograph
      if kind == CharacterClass.upper { kind = CharacterClass.letter }
      switch kind {
      case CharacterClass.space: flush()
      case CharacterClass.mark: if folded != 0 { word.append(folded) }
      case CharacterClass.letter, CharacterClass.ideograph, CharacterClass.hangul:
        let standsAlone = kind == CharacterClass.ideograph || kind == CharacterClass.hangul && splitsSyllables
        if kind != wordClass || standsAlone { flush() }
        wordClass = kind
        if folded != 0 { word.append(folded) }
      default:
        flush()
        if folded != 0 { pieces.append(.word([folded])) }
      }
    }
    flush()
    return pieces
  }

  /// Every text that a phrase with `(a|b)` stands for.
  static func alternatives(_ phrase: String) -> [String] {
    guard let open = phrase.firstIndex(of: "(") else { return [phrase] }
    var depth = 0
    var close = phrase.endIndex
    for i in phrase[open...].indices {
      if phrase[i] == "(" { depth += 1 }
      if phrase[i] == ")" {
        depth -= 1
        if depth == 0 {
          close = i
          break
        }
      }
    }
    guard close < phrase.endIndex else { return [phrase] }
    let head = phrase[..<open]
    let tails = alternatives(String(phrase[phrase.index(after: close)...]))
    return split(phrase[phrase.index(after: open)..<close]).flatMap { choice in
      alternatives(choice).flatMap { inner in tails.map { "\(head)\(inner)\($0)" } }
    }
  }

  /// Splits at the bars that stand in no inner bracket.
  private static func split(_ text: Substring) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == "|", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}
