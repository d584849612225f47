import ICU
import Languages

/// The phrases of a language that tell whose word a claim is and whether it holds, from the theme file `modality.yaml`.
struct ModalityWords: Sendable {
  enum Form: Sendable { case exact, prefix, suffix, inner }

  struct Element: Sendable {
    var text: String
    var form: Form
    /// A few words may stand before it.
    var followsGap: Bool

    func matches(_ word: String) -> Bool {
      switch form {
      case .exact: word == text
      case .prefix: word.hasPrefix(text)
      case .suffix: word.hasSuffix(text) && word != text
      case .inner: word.contains(text)
      }
    }
  }

  struct Phrase: Sendable {
    var mark: ModalityMark
    var elements: [Element]
  }

  private(set) var phrases: [Phrase] = []
  private var exact: [String: [Int32]] = [:]
  private var byFirst: [Unicode.Scalar: [Int32]] = [:]
  private var byLast: [Unicode.Scalar: [Int32]] = [:]
  private var anywhere: [Int32] = []
  /// What is written onto the front of words: Arabic و.
  private var prefixes: [String] = []
  /// The verb ends its sentence, and what it governs stands before it: Japanese, Turkish, Hindi.
  private(set) var isVerbLast = false
  /// What is said may follow its verb with nothing between, or with a comma.
  private(set) var hasBareContent = false
  private(set) var hasContentBehindComma = false
  /// Particles tell who speaks from what is spoken of: 保健省は, 보건부는.
  private(set) var hasTopics = false
  /// A negator may stand at the end of its clause: German, Swedish, Japanese.
  private(set) var hasLateNegators = false
  /// Particles written onto the speaker's last word: Korean 는.
  private(set) var particles: [String] = []
  /// Stands beside an infinitive that a comma parts from the verb which governs it: German zu.
  private(set) var infinitives: Set<String> = []
  /// Particles written onto the last word of a source: 통계에 따르면.
  private(set) var sourceParticles: [String] = []
  /// As ``ModalityMark/agent``, for phrases that end in one of them.
  private(set) var agents: Set<String> = []

  static let all: [String: ModalityWords] = {
    guard let file = LanguageFile.theme("modality") else { return [:] }
    var all: [String: ModalityWords] = [:]
    for code in file.list("languages") { all[code] = ModalityWords(file.section(code)) }
    return all
  }()

  init() {}

  init(_ section: LanguageFile.Section) {
    isVerbLast = section["verb last"].first == "true"
    hasBareContent = section["bare content"].first == "true"
    hasContentBehindComma = section["content behind comma"].first == "true"
    hasLateNegators = section["late negators"].first == "true"
    particles = section["particles"].sorted { $0.utf8.count > $1.utf8.count }
    infinitives = Set(section["infinitives"].map(Self.normal))
    sourceParticles = section["source particles"]
    prefixes = section["prefixes"].map(Self.normal)
    agents = Set(section["agents"].map(Self.normal))
    let lexer = Lexer()
    for (name, mark) in ModalityMark.lists { for phrase in section[name] { add(phrase, mark, lexer) } }
    hasTopics = !section["topics"].isEmpty
  }

  private mutating func add(_ text: String, _ mark: ModalityMark, _ lexer: Lexer) {
    var elements: [Element] = []
    var followsGap = false
    for part in text.split(separator: " ") {
      if part == "…" {
        followsGap = true
        continue
      }
      let isOpenBefore = part.hasPrefix("*")
      let isOpenBehind = part.hasSuffix("*") && part.utf8.count > 1
      let bare = String(part.drop { $0 == "*" }.prefix { $0 != "*" })
      let tokens = lexer.tokens(of: bare)
      let bytes = Array(bare.utf8)
      for (index, token) in tokens.enumerated() where token.kind != .sign {
        let isFirst = index == 0
        let isLast = index == tokens.count - 1
        let form: Form
        switch (isOpenBefore && isFirst, isOpenBehind && isLast) {
        case (true, true): form = .inner
        case (true, false): form = .suffix
        case (false, true): form = .prefix
        default: form = .exact
        }
        let word = Self.normal(String(decoding: bytes[token.range], as: UTF8.self))
        elements.append(Element(text: word, form: form, followsGap: followsGap))
        followsGap = false
      }
    }
    guard let first = elements.first else { return }
    let number = Int32(phrases.count)
    switch first.form {
    case .exact: exact[first.text, default: []].append(number)
    case .prefix: if let scalar = first.text.unicodeScalars.first { byFirst[scalar, default: []].append(number) }
    case .suffix: if let scalar = first.text.unicodeScalars.last { byLast[scalar, default: []].append(number) }
    case .inner: anywhere.append(number)
    }
    phrases.append(Phrase(mark: mark, elements: elements))
  }

  /// The numbers of the phrases that may begin with a word, given as ``normal(_:)`` makes it.
  func beginning(with word: String) -> [Int32] {
    var found = exact[word] ?? []
    if let first = word.unicodeScalars.first, let numbers = byFirst[first] {
      found += numbers.filter { phrases[Int($0)].elements[0].matches(word) }
    }
    if let last = word.unicodeScalars.last, let numbers = byLast[last] {
      found += numbers.filter { phrases[Int($0)].elements[0].matches(word) }
    }
    if !anywhere.isEmpty { found += anywhere.filter { phrases[Int($0)].elements[0].matches(word) } }
    return found
  }

  /// The word without what is written onto its front; nil where there is nothing.
  func withoutPrefix(_ word: String) -> String? {
    for prefix in prefixes where word.hasPrefix(prefix) && word.unicodeScalars.count > prefix.unicodeScalars.count + 1 {
      return String(word.dropFirst(prefix.count))
    }
    return nil
  }

  /// How words are looked up: in small letters; Latin ones with their diacritics (`è` is, `e` and), others folded.
  static func normal(_ word: String) -> String {
    guard let first = word.unicodeScalars.first else { return word }
    guard first.value < 0x370 else { return Folding.fold(word) }
    if first.value == 0x130 {
      return "i" + word.unicodeScalars.dropFirst().reduce(into: "") { $0.unicodeScalars.append($1) }.lowercased()
    }
    return word.lowercased()
  }
}
