import ICU
import Languages

/// What a language says around names and offices, from the theme file `names.yaml`.
struct NameWords: Sendable {
  let honorifics: PhraseList
  /// Beside a title: who bears it does not hold the office now.
  let formers: PhraseList
  let formersBehind: PhraseList
  let neutral: PhraseList
  let joins: PhraseList
  let turns: PhraseList
  let turnsBehind: PhraseList
  let stops: PhraseList
  let of: PhraseList
  let bodies: PhraseList
  let given: PhraseList
  /// A title without its article has behind it what it is the title of: محافظ حلب.
  let hasConstruct: Bool
  /// As they are listed, longest first: for scripts whose words are not cut.
  let lists: [String: [String]]

  static let all: [String: NameWords] = {
    guard let file = LanguageFile.theme("names") else { return [:] }
    var all: [String: NameWords] = [:]
    for code in Set(ClaimWords.all.keys).union(languages) {
      let section = file.section(code)
      if !section.entries.isEmpty { all[code] = NameWords(section) }
    }
    return all
  }()

  private static let languages = [
    "en", "fr", "es", "pt", "de", "it", "nl", "sv", "pl", "cs", "ru", "uk", "tr", "ar", "fa", "he", "hi", "zh", "ja",
    "ko", "id",
  ]

  /// A language without lists still has its titles read, and names behind them.
  static let unknown = NameWords(.empty)

  private init(_ section: LanguageFile.Section) {
    func list(_ key: String) -> PhraseList { PhraseList(section[key]) }
    honorifics = list("honorifics")
    formers = list("formers")
    formersBehind = list("formers behind")
    neutral = list("neutral")
    joins = list("joins")
    turns = list("turns")
    turnsBehind = list("turns behind")
    stops = list("stops")
    of = list("of")
    bodies = list("bodies")
    given = list("given")
    hasConstruct = section["construct"].first == "true"
    lists = Dictionary(
      uniqueKeysWithValues: section.entries.map { ($0.key, $0.phrases.sorted { $0.utf8.count > $1.utf8.count }) })
  }
}

/// A sentence, and what it needs to know to find the names in it.
struct NameSentence {
  enum Style { case capitals, spaces, hangul, signs }

  let view: SentenceView
  let language: String
  let words: NameWords
  let style: Style
  let folded: [String]
  /// Countries and their people, in order.
  let regions: [(tokens: Range<Int>, code: String)]
  /// The region that a token lies in, or -1.
  let regionAt: [Int32]
  /// A word of a concept: no part of a name.
  let isTerm: [Bool]

  init(view: SentenceView, language: String, regions: [(tokens: Range<Int>, code: String)], terms: [TermMatch]) {
    self.view = view
    self.language = language
    self.regions = regions
    words = NameWords.all[language] ?? .unknown
    folded = view.foldedWords(view.tokens.indices)
    var at = Array(repeating: Int32(-1), count: view.tokens.count)
    for (number, region) in regions.enumerated() { for i in region.tokens { at[i] = Int32(number) } }
    regionAt = at
    var isTerm = Array(repeating: false, count: view.tokens.count)
    for term in terms { for i in term.tokens { isTerm[i] = true } }
    self.isTerm = isTerm
    switch language {
    case "zh", "ja", "yue", "th": style = .signs
    case "ko": style = .hangul
    case "ar", "fa", "he", "hi", "ur", "ps", "ckb", "bn", "mr", "ne", "ta", "te", "kn", "ml", "gu", "pa", "yi":
      style = .spaces
    default: style = .capitals
    }
  }

  var count: Int { view.tokens.count }

  func text(_ i: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: view.text[view.tokens[i].range]), as: UTF8.self)
  }

  /// What stands from the first token to the last, as it stands.
  func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let bytes = Int(view.tokens[first].start)..<Int(view.tokens[last].end)
    return String(decoding: UnsafeBufferPointer(rebasing: view.text[bytes]), as: UTF8.self)
  }

  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(view.tokens[first].start)..<Int(view.tokens[last].end)
  }

  func isWord(_ i: Int) -> Bool { i >= 0 && i < count && view.tokens[i].kind == .word }

  func starts(_ list: PhraseList, at i: Int) -> Int? { list.length(at: i, in: folded) }

  /// A phrase of a list that ends with a token.
  func ends(_ list: PhraseList, at i: Int) -> Bool {
    (1...4).contains { length in i - length + 1 >= 0 && list.length(at: i - length + 1, in: folded) == length }
  }

  func region(_ i: Int) -> (tokens: Range<Int>, code: String)? {
    guard i >= 0, i < count, regionAt[i] >= 0 else { return nil }
    return regions[Int(regionAt[i])]
  }

  func isTight(_ i: Int) -> Bool { i >= 0 && i < count && !view.tokens[i].spaceBefore }

  /// A sign without spaces around it, between two words.
  func isInner(_ i: Int, _ sign: Sign) -> Bool {
    view.sign(i) == sign && isTight(i) && isTight(i + 1) && isWord(i + 1)
  }
}

/// A name with the title that it holds.
struct FoundName {
  /// The name as it stands.
  var text: String
  /// Where it stands, as UTF-8 offsets in the sentence.
  var bytes: Range<Int>
  /// The title with all that belongs to it, and the name: what a report quotes.
  var tokens: Range<Int>
  var match: TermMatch
  /// Countries that the title names.
  var regions: Set<String>
}
