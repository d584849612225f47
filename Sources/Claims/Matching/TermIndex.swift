import ICU
import Languages

/// The terms of all concepts in one language, ready to be found.
///
/// A term is a sequence of atoms; an atom is a word in all its forms, an open stem, or a word as written. Atoms are found
/// by hash, so that a text costs one look-up a word, however many terms there are.
struct TermIndex: Sendable {
  struct Element: Sendable {
    var atom: Int32
    /// A few words may stand before it.
    var followsGap: Bool
  }

  struct Term: Sendable {
    /// The concept's number, or -1 for a phrase of the language itself.
    var concept: Int32
    var classes: WordClass
    var elements: [Element]
  }

  /// How the words of a term are to be read.
  enum Reading { case inflected, asListed, name }

  /// How many words a gap may hold.
  static let longestGap = 6

  let language: String
  let words: ClaimWords
  private(set) var terms: [Term] = []
  /// The terms that begin with an atom.
  private(set) var beginning: [[Int32]] = []
  fileprivate var forms: [UInt64: [Int32]] = [:]
  /// By the word itself, folded and not stemmed.
  fileprivate var exactForms: [UInt64: [Int32]] = [:]
  private var openStems: [UInt64: [Int32]] = [:]
  private var written: [UInt64: [Int32]] = [:]
  private var listed: [UInt64: [Int32]] = [:]
  /// Words of the language's own lists.
  private var classes: [UInt64: WordClass] = [:]
  private var needsCapital: [Bool] = []
  private static let longestStem = 24

  /// - Parameter terms: the concepts' numbers with the terms of this language, as written.
  init(language: String, concepts: [(concept: Int32, term: String, reading: Reading)]) {
    self.language = language
    words = ClaimWords.all[language] ?? ClaimWords()
    let stemmer = Stemmer(language: language)
    var builder = Builder(stemmer: stemmer, elisions: words.elisions)
    for (phrase, classes) in words.phrases {
      for spelling in spellings(of: phrase) { add(spelling, -1, classes, .asListed, &builder) }
    }
    for entry in concepts {
      for spelling in spellings(of: entry.term) { add(spelling, entry.concept, [], entry.reading, &builder) }
    }
  }

  /// Persian writers put a space, a half-space or nothing between the parts of a word: کشته شدگان is کشته‌شدگان.
  private func spellings(of term: String) -> [String] {
    guard words.hasHalfSpaces, term.utf8.first != UInt8(ascii: "=") else { return [term] }
    let half: Unicode.Scalar = "\u{200C}"
    var spellings = [term]
    for (from, to) in [(half, " " as Unicode.Scalar), (" ", half)] where term.unicodeScalars.contains(from) {
      var spelling = String.UnicodeScalarView()
      for scalar in term.unicodeScalars { spelling.append(scalar == from ? to : scalar) }
      if from == half || !term.unicodeScalars.contains("…") { spellings.append(String(spelling)) }
    }
    return spellings
  }

  private struct Builder {
    let stemmer: Stemmer
    let elisions: [UInt64: UInt64]
    let lexer = Lexer()
    var known: [String: Int32] = [:]
  }

  private mutating func add(
    _ text: String, _ concept: Int32, _ classes: WordClass, _ reading: Reading, _ builder: inout Builder
  ) {
    let isWritten = text.utf8.first == UInt8(ascii: "=")
    var elements: [Element] = []
    var gap = false
    let tokens = TermText.pieces(of: isWritten ? String(text.dropFirst()) : text, lexer: builder.lexer)
    if reading == .asListed, tokens.count == 1, case .word(let word, false) = tokens[0] {
      self.classes[Self.listKey(word), default: []].formUnion(classes)
      return
    }
    for token in tokens {
      switch token {
      case .gap: gap = !elements.isEmpty
      case .word(let word, let isOpen):
        let atom = atom(word, isOpen, isWritten, reading, tokens.count > 1, &builder)
        elements.append(Element(atom: atom, followsGap: gap))
        gap = false
      }
    }
    guard let first = elements.first else { return }
    beginning[Int(first.atom)].append(Int32(terms.count))
    terms.append(Term(concept: concept, classes: classes, elements: elements))
  }

  private mutating func atom(
    _ word: String, _ isOpen: Bool, _ isWritten: Bool, _ reading: Reading, _ inPhrase: Bool, _ builder: inout Builder
  ) -> Int32 {
    let name = "\(isOpen)\(isWritten)\(reading)\(inPhrase) \(word)"
    if let known = builder.known[name] { return known }
    let atom = Int32(beginning.count)
    builder.known[name] = atom
    beginning.append([])
    let first = word.unicodeScalars.first
    needsCapital.append(reading == .name && (first.map { $0.properties.isUppercase } ?? false))
    if reading == .asListed {
      listed[Self.listKey(word), default: []].append(atom)
    } else if isWritten {
      written[ByteHash.of(word), default: []].append(atom)
    } else if isOpen || builder.stemmer.isOpenEnded {
      let stem = builder.stemmer.fold(word).unicodeScalars.reduce(ByteHash.none) { ByteHash.add($0, $1) }
      openStems[stem, default: []].append(atom)
    } else {
      var keys = builder.stemmer.keys(ofTerm: word)
      if inPhrase, let elided = builder.elisions[WordHash.of(word)] { keys.insert(elided) }
      for key in keys { forms[key, default: []].append(atom) }
      exactForms[builder.stemmer.exactKey(word), default: []].append(atom)
    }
    return atom
  }

  /// The atoms that a word of a text is a form of, and what the language's lists say of it.
  ///
  /// - Parameters:
  ///   - word: the word as it stands.
  ///   - stemmer: of this language.
  func look(_ word: String, stemmer: Stemmer) -> (atoms: [Int32], classes: WordClass) {
    var found: [Int32] = []
    var classes = classes[Self.listKey(word)] ?? []
    if isJoined(word, stemmer) { classes.insert(.joined) }
    if classes.isDisjoint(with: .functionWord) {
      for key in stemmer.keys(of: word) { if let atoms = forms[key] { found += atoms } }
    } else if let atoms = exactForms[stemmer.exactKey(word)] {
      // Portuguese "dos" (of the) has the stem of "dose", and is none.
      found += atoms
    }
    if let atoms = written[ByteHash.of(word)] { found += atoms }
    let key = Self.listKey(word)
    if let atoms = listed[key] { found += atoms }
    if !openStems.isEmpty {
      var hash = ByteHash.none
      for scalar in stemmer.fold(word).unicodeScalars.prefix(Self.longestStem) {
        hash = ByteHash.add(hash, scalar)
        if let atoms = openStems[hash] { found += atoms }
      }
    }
    if found.isEmpty, let prefix = words.negativePrefix, let rest = Self.rest(of: word, behind: prefix) {
      let found = look(rest, stemmer: stemmer).atoms
      return (found, found.isEmpty ? classes : classes.union(.negatedForm))
    }
    if !found.isEmpty {
      let isCapitalised = word.unicodeScalars.first.map { $0.properties.isUppercase } ?? false
      found = Set(found).filter { isCapitalised || !needsCapital[Int($0)] }.sorted()
    }
    return (found, classes)
  }
}

extension TermIndex {
  /// What is negated by a prefix, and is a verb's length.
  fileprivate static func rest(of word: String, behind prefix: String) -> String? {
    guard word.utf8.count >= prefix.utf8.count + 5, word.lowercased().hasPrefix(prefix) else { return nil }
    let rest = word.dropFirst(prefix.count)
    return rest.hasPrefix(prefix) ? nil : String(rest)
  }

  /// Whether "and" is written onto a word: what is left of it is a term, or has an article of its own.
  private func isJoined(_ word: String, _ stemmer: Stemmer) -> Bool {
    for prefix in words.joinedPrefixes where word.hasPrefix(prefix) {
      let rest = String(word.dropFirst(prefix.count))
      guard rest.unicodeScalars.count >= 3 else { continue }
      if words.definitePrefixes.contains(where: { rest.utf8.starts(with: $0) && rest.utf8.count > $0.count + 4 }) {
        return true
      }
      func isTerm(_ word: String) -> Bool { stemmer.keys(ofTerm: word).contains { forms[$0] != nil } }
      if isTerm(rest), exactForms[stemmer.exactKey(word)] == nil { return true }
    }
    return false
  }

  /// Latin words of the lists keep their diacritics (`a` has, `à` to); those of other scripts are folded.
  fileprivate static func listKey(_ word: String) -> UInt64 {
    let isLatin = word.unicodeScalars.first.map { $0.value < 0x370 } ?? true
    return isLatin ? ByteHash.of(word.lowercased()) : WordHash.of(word)
  }
}

/// What a term is made of.
enum TermText {
  enum Piece { case word(String, isOpen: Bool), gap }

  /// Cuts a term as the lexer cuts a text. Signs inside it are not asked for, unless there is nothing else.
  static func pieces(of term: String, lexer: Lexer) -> [Piece] {
    var pieces: [Piece] = []
    var signs: [Piece] = []
    let spaced = spacedGaps(term)
    for part in spaced.split(separator: " ") {
      if part == "…" {
        pieces.append(.gap)
        continue
      }
      let isOpen = part.hasSuffix("*")
      let text = String(isOpen ? part.dropLast() : part)
      let tokens = TextReader.unspacedScalars(lexer.tokens(of: text), in: text)
      for (index, token) in tokens.enumerated() {
        let word = slice(text, token.range)
        if token.kind == .sign {
          signs.append(.word(word, isOpen: false))
        } else {
          pieces.append(.word(word, isOpen: isOpen && index == tokens.count - 1))
        }
      }
    }
    let hasWords = pieces.contains { if case .word = $0 { true } else { false } }
    return hasWords ? pieces : signs
  }

  private static func spacedGaps(_ term: String) -> String {
    var result = ""
    var dots = 0
    for character in term.unicodeScalars {
      if character == "." {
        dots += 1
        continue
      }
      if dots > 0 { result += dots >= 3 ? " … " : String(repeating: ".", count: dots) }
      dots = 0
      if character == "…" {
        result += " … "
      } else if character.properties.isWhitespace {
        result += " "
      } else {
        result.unicodeScalars.append(character)
      }
    }
    if dots > 0 && dots < 3 { result += String(repeating: ".", count: dots) }
    return result
  }

  private static func slice(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}

/// FNV-1a over the bytes of a word as it stands: the key under which its forms are remembered.
enum ByteHash {
  @inline(__always) static func add(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
  static let none: UInt64 = 0xcbf2_9ce4_8422_2325

  static func add(_ hash: UInt64, _ scalar: Unicode.Scalar) -> UInt64 {
    (hash ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01b3
  }

  static func of(_ word: String) -> UInt64 {
    var hash = none
    for byte in word.utf8 { hash = add(hash, byte) }
    return hash
  }
}
