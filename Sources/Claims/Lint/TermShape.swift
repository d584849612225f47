import Languages

/// A term as it is looked for: word by word.
struct TermShape {
  enum Word {
    /// The hashes of the word as a term, and of the same word in a text.
    case inflected(term: Set<UInt64>, text: Set<UInt64>, exact: UInt64, folded: String)
    /// An open stem, folded.
    case open(String)
    case asWritten(String)
    case gap
  }

  let text: String
  let words: [Word]

  /// Whether there is anything to look for.
  var isEmpty: Bool {
    words.allSatisfy { word in
      switch word {
      case .inflected(_, _, _, let folded): folded.isEmpty
      case .open(let stem): stem.isEmpty
      case .asWritten(let word): word.isEmpty
      case .gap: true
      }
    }
  }

  init(_ text: String, _ stemmer: Stemmer, _ lexer: Lexer) {
    self.text = text
    let isWritten = text.utf8.first == UInt8(ascii: "=")
    words = TermText.pieces(of: isWritten ? String(text.dropFirst()) : text, lexer: lexer).map { piece in
      switch piece {
      case .gap: .gap
      case .word(let word, _) where isWritten: .asWritten(word)
      case .word(let word, true): .open(stemmer.fold(word))
      case .word(let word, false):
        .inflected(
          term: stemmer.keys(ofTerm: word), text: stemmer.keys(of: word), exact: stemmer.exactKey(word),
          folded: stemmer.fold(word))
      }
    }
  }

  /// Whether this term is found wherever the other one stands as it is written.
  func covers(_ other: TermShape) -> Bool {
    words.count == other.words.count && zip(words, other.words).allSatisfy(Self.covers)
  }

  /// Whether this term finds all that the other one finds.
  func replaces(_ other: TermShape) -> Bool {
    words.count == other.words.count
      && zip(words, other.words).allSatisfy { mine, its in
        guard Self.covers(mine, its) else { return false }
        // A text is found by its stem; what is left of the keys is the other word itself, which is covered.
        if case .inflected(let term, _, _, _) = mine, case .inflected(let keys, _, let exact, _) = its {
          return keys.subtracting([exact]).isSubset(of: term)
        }
        return true
      }
  }

  private static func covers(_ a: Word, _ b: Word) -> Bool {
    switch (a, b) {
    case (.inflected(let term, _, _, _), .inflected(_, let text, _, _)): !term.isDisjoint(with: text)
    case (.open(let stem), .open(let other)), (.open(let stem), .inflected(_, _, _, let other)):
      !stem.isEmpty && other.hasPrefix(stem)
    case (.asWritten(let word), .asWritten(let other)): word == other
    case (.gap, .gap): true
    default: false
    }
  }
}
