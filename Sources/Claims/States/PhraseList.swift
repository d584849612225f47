import ICU
import Languages

/// Words and phrases of a theme file, found among the tokens of a sentence apart from case, diacritics and width.
///
/// A phrase is a row of words; `*` ends an open stem (`değil*`) or begins an open ending (`*medi`). It is meant for lists
/// of some dozen phrases that are looked up in few sentences.
struct PhraseList: Sendable {
  private enum Piece: Sendable {
    case word(String)
    case stem(String)
    case ending(String)

    func matches(_ word: String) -> Bool {
      switch self {
      case .word(let text): word == text
      case .stem(let text): word.hasPrefix(text)
      case .ending(let text): word.hasSuffix(text) && word.utf8.count > text.utf8.count + 2
      }
    }
  }

  /// Longest first.
  private var phrases: [[Piece]] = []

  init(_ texts: [String]) {
    let lexer = Lexer()
    for text in texts {
      let isEnding = text.hasPrefix("*")
      let isStem = text.hasSuffix("*")
      let bare = text.filter { $0 != "*" }
      let bytes = Array(bare.utf8)
      var pieces = lexer.tokens(of: bare).filter { $0.kind != .sign }.map { token in
        Piece.word(Folding.fold(String(decoding: bytes[token.range], as: UTF8.self)))
      }
      if isEnding, case .word(let first)? = pieces.first { pieces[0] = .ending(first) }
      if isStem, case .word(let last)? = pieces.last { pieces[pieces.count - 1] = .stem(last) }
      if !pieces.isEmpty { phrases.append(pieces) }
    }
    phrases.sort { $0.count > $1.count }
  }

  /// How many words the longest phrase has that begins at a place; nil where none does.
  ///
  /// - Parameter words: folded; signs are empty, and part no phrase.
  func length(at start: Int, in words: [String]) -> Int? {
    guard words.indices.contains(start), !words[start].isEmpty else { return nil }
    for phrase in phrases {
      var i = start
      var isMatch = true
      for (number, piece) in phrase.enumerated() {
        if number > 0 { while i < words.count, words[i].isEmpty { i += 1 } }
        guard i < words.count, piece.matches(words[i]) else {
          isMatch = false
          break
        }
        i += 1
      }
      if isMatch { return i - start }
    }
    return nil
  }
}

extension SentenceView {
  /// The folded words of some tokens; signs are empty.
  func foldedWords(_ range: Range<Int>) -> [String] {
    range.map { i in
      guard tokens[i].kind == .word else { return "" }
      return Folding.fold(String(decoding: UnsafeBufferPointer(rebasing: text[tokens[i].range]), as: UTF8.self))
    }
  }
}
