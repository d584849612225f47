import ICU
import Languages

/// The words of the built-in checks, from the theme file `ages.yaml`.
struct AgeWords: Sendable {
  var born = PhraseList([])
  /// The age may be that of another time.
  var then = PhraseList([])
  var at = PhraseList([])
  var atBehind = PhraseList([])
  /// From one year to another.
  var from = PhraseList([])
  var to = PhraseList([])

  static let all: [String: AgeWords] = {
    guard let file = LanguageFile.theme("ages") else { return [:] }
    var all: [String: AgeWords] = [:]
    for code in file.list("languages") {
      let section = file.section(code)
      var words = AgeWords()
      words.born = PhraseList(section["born"])
      words.then = PhraseList(section["then"])
      words.at = PhraseList(section["at"])
      words.atBehind = PhraseList(section["at after"])
      words.from = PhraseList(section["from"])
      words.to = PhraseList(section["to"])
      all[code] = words
    }
    return all
  }()
}

/// The words of a stretch of a block, folded, with their places.
struct CheckedWords {
  private(set) var tokens: [Token]
  private(set) var folded: [String]

  /// - Parameter start: what the offsets of the tokens begin at.
  init(_ text: String, from start: Int = 0) {
    let bytes = Array(text.utf8)
    tokens = Lexer().tokens(of: text).map { token in
      var moved = token
      moved.start += Int32(start)
      moved.end += Int32(start)
      return moved
    }
    folded = tokens.map { token in
      guard token.kind == .word else { return "" }
      return Folding.fold(
        String(decoding: bytes[token.range.lowerBound - start..<token.range.upperBound - start], as: UTF8.self))
    }
  }

  /// Where the words of a list stand.
  func places(_ list: PhraseList) -> [Range<Int>] {
    folded.indices.compactMap { i in list.length(at: i, in: folded).map { i..<i + $0 } }
  }

  /// The tokens that lie in a range of UTF-8 offsets.
  func tokens(in range: Range<Int>) -> Range<Int> {
    let first = tokens.firstIndex { Int($0.end) > range.lowerBound } ?? tokens.count
    let last = tokens[first...].firstIndex { Int($0.start) >= range.upperBound } ?? tokens.count
    return first..<last
  }
}
