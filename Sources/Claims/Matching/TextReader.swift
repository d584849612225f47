import Languages

/// Where a concept's term stands in a sentence.
struct TermMatch: Equatable {
  var concept: Int32
  /// Indices of the sentence's tokens.
  var tokens: Range<Int>
  /// What stands in the gaps of the term, and is none of its words.
  var gaps: [Range<Int>] = []

  /// Whether a token is one of the term's own.
  func owns(_ token: Int) -> Bool { tokens.contains(token) && !gaps.contains { $0.contains(token) } }
}

/// Finds terms in the sentences of one language. Remembers the words that it has seen, so that each is stemmed once.
///
/// Unchecked: a reader is handed to one thread at a time by ``ReaderPool``.
final class TextReader: @unchecked Sendable {
  let index: TermIndex
  private let stemmer: Stemmer
  private let lexer = Lexer()
  private var cache = WordCache()

  /// Of the sentence read last.
  private(set) var tokens: [Token] = []
  private(set) var classes: [WordClass] = []
  /// In the order of their beginning.
  private(set) var matches: [TermMatch] = []
  private var entries: [WordCache.Entry] = []

  init(index: TermIndex) {
    self.index = index
    stemmer = Stemmer(language: index.language)
  }

  /// Reads a sentence; offsets of tokens count from its beginning.
  func read(_ text: UnsafeBufferPointer<UInt8>) {
    cache.trim()
    lexer.scan(text, into: &tokens)
    if stemmer.isUnspaced { tokens = Self.unspacedScalars(tokens, in: text) }
    matches.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    var isAnyFound = false
    for token in tokens {
      var hash = ByteHash.none
      for i in Int(token.start)..<Int(token.end) { hash = ByteHash.add(hash, text[i]) }
      let entry: WordCache.Entry
      if let known = cache[hash] {
        entry = known
      } else {
        let word = String(decoding: UnsafeBufferPointer(rebasing: text[token.range]), as: UTF8.self)
        let (atoms, classes) = index.look(word, stemmer: stemmer)
        entry = cache.insert(hash, atoms, classes)
      }
      entries.append(entry)
      classes.append(entry.classes)
      if entry.count > 0 { isAnyFound = true }
    }
    if isAnyFound { match(text) }
  }

  private func match(_ text: UnsafeBufferPointer<UInt8>) {
    for start in tokens.indices where entries[start].count > 0 {
      for atom in cache.atoms(entries[start]) {
        for number in index.beginning[Int(atom)] {
          let term = index.terms[Int(number)]
          var gaps: [Range<Int>] = []
          guard let end = end(of: term, from: start, text, &gaps) else { continue }
          if term.concept >= 0 {
            add(TermMatch(concept: term.concept, tokens: start..<end, gaps: gaps))
          } else {
            // A phrase says what its words together do, whatever each does alone.
            for i in start..<end { classes[i] = term.classes }
          }
        }
      }
    }
  }

  /// Of several terms of a concept that begin with one word, the longest counts.
  private func add(_ match: TermMatch) {
    var i = matches.count - 1
    while i >= 0, matches[i].tokens.lowerBound == match.tokens.lowerBound {
      if matches[i].concept == match.concept {
        if match.tokens.upperBound > matches[i].tokens.upperBound { matches[i] = match }
        return
      }
      i -= 1
    }
    matches.append(match)
  }

  private func end(
    of term: TermIndex.Term, from start: Int, _ text: UnsafeBufferPointer<UInt8>, _ gaps: inout [Range<Int>]
  )
    -> Int?
  {
    var i = start + 1
    for element in term.elements.dropFirst() {
      if element.followsGap {
        var left = TermIndex.longestGap
        let first = i
        while true {
          guard i < tokens.count, left >= 0, !isClauseSign(i, text) else { return nil }
          if has(i, element.atom) { break }
          if tokens[i].kind != .sign { left -= 1 }
          i += 1
        }
        if first < i { gaps.append(first..<i) }
      } else {
        while i < tokens.count, isInner(i, text) { i += 1 }
        guard i < tokens.count, has(i, element.atom) else { return nil }
      }
      i += 1
    }
    return i
  }

  private func has(_ token: Int, _ atom: Int32) -> Bool {
    let entry = entries[token]
    return entry.count > 0 && cache.atoms(entry).contains(atom)
  }

  /// A hyphen, an apostrophe, a point inside an abbreviation, or a quotation mark: no more than that parts the words of
  /// a phrase.
  private func isInner(_ token: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard tokens[token].kind == .sign else { return false }
    switch Sign.of(tokens[token], text) {
    case .hyphen, .apostrophe, .quote: return true
    case .point: return !tokens[token].spaceBefore
    default: return false
    }
  }

  private func isClauseSign(_ token: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard tokens[token].kind == .sign else { return false }
    switch Sign.of(tokens[token], text) {
    case .hyphen, .apostrophe, .quote: return false
    case .point:
      guard token + 1 < tokens.count, tokens[token + 1].spaceBefore else { return token + 1 == tokens.count }
      // "am 1. Oktober"
      let day = tokens[token - 1]
      return day.kind != .digits || day.end - day.start > 2 || tokens[token].spaceBefore
    default: return true
    }
  }

  /// Runs of letters of scripts that know no spaces but have no ideographs (Thai, Lao, Burmese, Khmer), cut into their
  /// code points: terms are found anywhere in them.
  static func unspacedScalars(_ tokens: [Token], in text: String) -> [Token] {
    var text = text
    return text.withUTF8 { unspacedScalars(tokens, in: $0) }
  }

  private static func unspacedScalars(_ tokens: [Token], in text: UnsafeBufferPointer<UInt8>) -> [Token] {
    func isUnspaced(_ token: Token) -> Bool {
      // U+0E00–U+0EFF, U+1000–U+109F and U+1780–U+17FF in UTF-8.
      guard token.kind == .word, token.end - token.start > 3 else { return false }
      let first = text[Int(token.start)]
      let second = text[Int(token.start) + 1]
      return first == 0xE0 && (0xB8...0xBB).contains(second)
        || first == 0xE1 && ((0x80...0x82).contains(second) || (0x9E...0x9F).contains(second))
    }
    guard tokens.contains(where: isUnspaced) else { return tokens }
    var result: [Token] = []
    for token in tokens {
      guard isUnspaced(token) else {
        result.append(token)
        continue
      }
      var at = token.start
      while at < token.end {
        var end = at + 1
        while end < token.end, text[Int(end)] & 0xC0 == 0x80 { end += 1 }
        var piece = token
        piece.start = at
        piece.end = end
        piece.spaceBefore = at == token.start && token.spaceBefore
        piece.lineBefore = at == token.start && token.lineBefore
        piece.hash = WordHash.of(
          String(decoding: UnsafeBufferPointer(rebasing: text[Int(at)..<Int(end)]), as: UTF8.self))
        result.append(piece)
        at = end
      }
    }
    return result
  }
}

/// What is known of each distinct word, by its bytes: an open-addressing table.
struct WordCache {
  struct Entry {
    var start: Int32
    var count: Int32
    var classes: WordClass
  }

  private var keys: [UInt64]
  private var values: [Entry]
  private var atoms: [Int32] = []
  private var count = 0
  private static let smallest = 1 << 12
  /// Beyond it the table starts anew, so that a run over any number of articles stays in memory.
  private static let largest = 1 << 18

  init() {
    keys = Array(repeating: 0, count: Self.smallest)
    values = Array(repeating: Entry(start: 0, count: 0, classes: []), count: Self.smallest)
  }

  @inline(__always) private func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
  }

  subscript(hash: UInt64) -> Entry? {
    var i = slot(hash)
    while true {
      if keys[i] == hash { return values[i] }
      if keys[i] == 0 { return nil }
      i = (i + 1) & (keys.count - 1)
    }
  }

  func atoms(_ entry: Entry) -> ArraySlice<Int32> { atoms[Int(entry.start)..<Int(entry.start + entry.count)] }

  mutating func insert(_ hash: UInt64, _ found: [Int32], _ classes: WordClass) -> Entry {
    if count * 2 >= keys.count { grow() }
    let entry = Entry(start: Int32(atoms.count), count: Int32(found.count), classes: classes)
    atoms += found
    place(hash, entry)
    return entry
  }

  private mutating func place(_ hash: UInt64, _ entry: Entry) {
    var i = slot(hash)
    while keys[i] != 0 { i = (i + 1) & (keys.count - 1) }
    keys[i] = hash
    values[i] = entry
    count += 1
  }

  private mutating func grow() {
    let old = (keys, values)
    let capacity = keys.count * 2
    count = 0
    keys = Array(repeating: 0, count: capacity)
    values = Array(repeating: Entry(start: 0, count: 0, classes: []), count: capacity)
    for (key, value) in zip(old.0, old.1) where key != 0 { place(key, value) }
  }

  /// Forgets everything once there is too much; not in the middle of a sentence, whose entries point in here.
  mutating func trim() {
    guard keys.count > Self.largest else { return }
    self = WordCache()
  }
}
