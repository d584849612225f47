import ICU
import Languages

/// The concepts that rules name, by number, with the terms of each language.
struct ConceptTable: Sendable {
  enum Kind: Sendable {
    case terms(Concept)
    /// A country, by its ISO 3166 code.
    case region(String)
    /// What is measured so: a CLDR unit or a currency.
    case unit(String)
    case unknown
  }

  /// The names of all countries in a language.
  typealias NameSource = @Sendable (_ language: String) -> [(code: String, name: String)]

  private(set) var kinds: [Kind] = []
  /// By number.
  private var concepts: [String] = []
  private var events: [Bool?] = []
  private var numbers: [String: Int32] = [:]
  private let regionNames: NameSource
  private static let demonyms = LanguageFile.theme("regions")

  init(rules: [Rule], concepts: [String: Concept], regionNames: @escaping NameSource) {
    self.regionNames = regionNames
    for rule in rules {
      let states = rule.states.flatMap(\.concepts)
      for name in rule.about + rule.with + rule.near + rule.unless + states where numbers[name] == nil {
        numbers[name] = Int32(kinds.count)
        self.concepts.append(name)
        let kind = Self.kind(of: name, concepts)
        kinds.append(kind)
        events.append(Self.isEvent(kind))
      }
    }
  }

  private static func kind(of name: String, _ concepts: [String: Concept]) -> Kind {
    if let concept = concepts[name] { return .terms(concept) }
    if name.hasPrefix("region:") { return .region(String(name.dropFirst("region:".utf8.count))) }
    if name.hasPrefix("unit:") { return .unit(String(name.dropFirst("unit:".utf8.count))) }
    if name.hasPrefix("currency:") { return .unit(String(name.dropFirst("currency:".utf8.count))) }
    return .unknown
  }

  /// Whether a concept names what happens (killed, ended) or what there is (soldiers): as its French and German terms
  /// tell, whose verbs and participles end alike; nil where they do not. What there is does nothing to a number that
  /// merely stands beside it.
  private static func isEvent(_ kind: Kind) -> Bool? {
    switch kind {
    case .region, .unit: return false
    case .unknown: return nil
    case .terms(let concept):
      let isListed = concept.terms.contains { tag, terms in
        guard let words = ClaimWords.all[Stemmer.base(of: tag)]?.eventWords, !words.isEmpty else { return false }
        return terms.contains { $0.split(separator: " ").contains { words.contains(String($0)) } }
      }
      if isListed { return true }
      var isTold = false
      for (tag, terms) in concept.terms {
        let language = Stemmer.base(of: tag)
        guard let endings = ClaimWords.all[language]?.eventEndings, !endings.isEmpty else { continue }
        // English verbs look like nouns: they say yes, or nothing.
        if language != "en" { isTold = true }
        for term in terms where !(language == "fr" && (term.hasSuffix("ier") || term.hasSuffix("ger"))) {
          let isNoun = language == "de" && term.unicodeScalars.first.map { $0.properties.isUppercase } ?? false
          if endings.contains(where: { term.hasSuffix($0) && (!isNoun || $0 == term) }) { return true }
          if isPredicatePhrase(term, in: language) { return true }
        }
      }
      return isTold ? false : isWeaklyEvent(concept)
    }
  }

  /// "im Einsatz", "en grève": what begins with a preposition is said of somebody.
  private static func isPredicatePhrase(_ term: String, in language: String) -> Bool {
    guard let space = term.firstIndex(of: " "), let words = ClaimWords.all[language] else { return false }
    return words.obliques.contains(String(term[..<space]))
  }

  /// As ``isEvent(_:)``, by endings that nouns have as well (soldado): asked only where no better language tells.
  private static func isWeaklyEvent(_ concept: Concept) -> Bool? {
    var isTold = false
    for (tag, terms) in concept.terms {
      guard let endings = ClaimWords.all[Stemmer.base(of: tag)]?.weakEventEndings, !endings.isEmpty else { continue }
      isTold = true
      if terms.contains(where: { term in endings.contains { term.hasSuffix($0) } }) { return true }
    }
    return isTold ? false : nil
  }

  func isThing(_ concept: Int32) -> Bool { isEvent(concept) == false }

  /// Nil where its terms do not tell.
  func isEvent(_ concept: Int32) -> Bool? { concept >= 0 ? events[Int(concept)] : nil }

  func name(of concept: Int32) -> String { concepts.indices.contains(Int(concept)) ? concepts[Int(concept)] : "" }

  func number(of name: String) -> Int32 { numbers[name] ?? -2 }

  /// "US" is a country, "us" is not.
  private static func asWritten(_ name: String) -> String {
    let isAbbreviation = name.utf8.count <= 4 && name.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    return isAbbreviation ? "=" + name : name
  }

  /// The terms of every concept in one language.
  func index(language: String) -> TermIndex {
    var terms: [(concept: Int32, term: String, reading: TermIndex.Reading)] = []
    let hasRegions = kinds.contains { if case .region = $0 { true } else { false } }
    let names = hasRegions ? Dictionary(grouping: regionNames(language), by: \.code) : [:]
    for (number, kind) in kinds.enumerated() {
      let number = Int32(number)
      switch kind {
      case .terms(let concept):
        for (tag, list) in concept.terms.sorted(by: { $0.key < $1.key }) where Stemmer.base(of: tag) == language {
          terms += list.map { (number, $0, .inflected) }
        }
      case .region(let code):
        let all = (names[code] ?? []).map { Self.asWritten($0.name) } + (Self.demonyms?.section(language)[code] ?? [])
        var seen: Set<String> = []
        terms += all.filter { seen.insert($0).inserted }.map { (number, $0, .name) }
      case .unit, .unknown: break
      }
    }
    return TermIndex(language: language, concepts: terms)
  }
}
