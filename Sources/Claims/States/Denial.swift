import Languages

/// How a language denies, from the theme file `states.yaml`.
struct DenialWords: Sendable {
  /// Stand before what they deny: not, ne … pas, لم.
  var before = PhraseList([])
  /// Deny the next noun alone: without, sans.
  var without = PhraseList([])
  /// Stand behind it: değil, ない, नहीं.
  var after = PhraseList([])
  /// Deny nothing, though a word in them does: "not only".
  var kept = PhraseList([])
  /// Stand for what the sentence before was about.
  var pointers = PhraseList([])
  /// A sentence may leave out its subject, and is then about that of the sentence before.
  var dropsSubject = false

  static let all: [String: DenialWords] = {
    guard let file = LanguageFile.theme("states") else { return [:] }
    var all: [String: DenialWords] = [:]
    for code in file.list("languages") {
      let section = file.section(code)
      var words = DenialWords()
      words.before = PhraseList(section["before"])
      words.without = PhraseList(section["without"])
      words.after = PhraseList(section["after"])
      words.kept = PhraseList(section["kept"])
      words.pointers = PhraseList(section["pointers"])
      words.dropsSubject = section["dropped"].first == "true"
      all[code] = words
    }
    return all
  }()
}

/// Whether a sentence denies what some words of it say.
struct Denial {
  let view: SentenceView
  let denials: DenialWords
  private let words: [String]

  /// So many words may stand between a negator and what it denies.
  private static let longestWay = 7
  private static let longestUnspacedWay = 12

  init(_ view: SentenceView, language: String) {
    self.view = view
    denials = DenialWords.all[language] ?? DenialWords()
    words = view.foldedWords(view.tokens.indices)
  }

  private var longestWay: Int { view.words.order == .unspaced ? Self.longestUnspacedWay : Self.longestWay }

  /// - Parameter tokens: a match of a term. A negator inside a term is part of it.
  func isNegated(_ tokens: Range<Int>) -> Bool { negator(of: tokens) != nil }

  /// The words that deny a match.
  func negator(of tokens: Range<Int>) -> Range<Int>? {
    negatorBefore(tokens) ?? negatorBehind(tokens)
      ?? (tokens.contains { view.has($0, .negatedForm) } ? tokens : nil)
  }

  private func negatorBefore(_ tokens: Range<Int>) -> Range<Int>? {
    let clause = view.clauseOf(tokens)
    var i = tokens.lowerBound - 1
    var way = 0
    var hasVerb = false
    var hasNoun = false
    while i >= 0, way <= longestWay {
      defer { i -= 1 }
      switch view.sign(i) {
      case nil: way += 1
      case .apostrophe?, .hyphen?, .quote?: continue
      default: return nil
      }
      if view.clause[i] != clause {
        guard hasVerb || !view.has(i, .negator) else { return nil }
        continue
      }
      if isKept(i) { return nil }
      if let length = denials.before.length(at: i, in: words), i + length <= tokens.lowerBound {
        return i..<i + length
      }
      // "without a debate, passed": only what stands right behind it
      if let length = denials.without.length(at: i, in: words) { return hasNoun ? nil : i..<i + length }
      if view.isContent(i) { hasNoun = true }
      // "no one opposed it and the vote was unanimous"
      if view.has(i, .coordinator), hasVerb { return nil }
      if view.has(i, .auxiliary) { hasVerb = true }
    }
    return nil
  }

  private func negatorBehind(_ tokens: Range<Int>) -> Range<Int>? {
    let clause = view.clauseOf(tokens)
    var i = tokens.upperBound
    var way = 0
    while i < words.count, way <= longestWay {
      switch view.sign(i) {
      case nil: way += 1
      case .apostrophe?, .hyphen?, .quote?:
        i += 1
        continue
      default: return nil
      }
      guard view.clause[i] == clause else { return nil }
      if isKept(i) { return nil }
      if let length = denials.after.length(at: i, in: words) { return i..<i + length }
      i += 1
    }
    return nil
  }

  /// Whether a phrase that denies nothing covers a word.
  private func isKept(_ i: Int) -> Bool {
    for start in max(0, i - 5)...i {
      if let length = denials.kept.length(at: start, in: words), start + length > i { return true }
    }
    return false
  }

  /// Whether words stand for what the sentence before was about: "this majority", or an "it" before them.
  func pointsBack(before tokens: Range<Int>) -> Bool {
    for i in 0..<min(tokens.lowerBound, view.tokens.count) where denials.pointers.length(at: i, in: words) != nil {
      // At the head of the sentence, in the clause of what is said, or right before it.
      if i <= 3 || view.clause[i] == view.clauseOf(tokens) { return true }
    }
    return false
  }

  /// A short sentence without a subject: "Fue unánime."
  var mayLeaveOutSubject: Bool {
    denials.dropsSubject && view.tokens.count(where: { $0.kind != .sign }) <= (view.words.order == .unspaced ? 24 : 9)
  }
}
