import ICU
import Languages

/// What a linter asks of a language, made once for each.
final class LintLanguages {
  struct Tools {
    let stemmer: Stemmer
    let index: TermIndex
    let scripts: Set<Script>
    /// Months and weekdays, by what they would be found under in a text.
    let dayWords: [(name: String, shape: TermShape)]
  }

  private var known: [String: Tools] = [:]
  private let lexer = Lexer()

  subscript(_ tag: String) -> Tools {
    if let tools = known[tag] { return tools }
    let stemmer = Stemmer(language: tag)
    let symbols = DateSymbols(locale: tag)
    let names = Set((symbols.months.all + symbols.weekdays.all).map(\.name)).filter { $0.unicodeScalars.count > 2 }
    let wide = Set(
      symbols.months.wide + symbols.months.standaloneWide + symbols.weekdays.wide + symbols.weekdays.standaloneWide)
    let tools = Tools(
      stemmer: stemmer, index: TermIndex(language: stemmer.language, concepts: []),
      scripts: Script.all(ofLanguage: tag),
      dayWords: names.intersection(wide).sorted().map { ($0, TermShape($0, stemmer, lexer)) })
    known[tag] = tools
    return tools
  }

  func shape(_ term: String, in tag: String) -> TermShape { TermShape(term, self[tag].stemmer, lexer) }

  /// `Portuguese (pt)`
  static func name(_ tag: String) -> String {
    let name = Locales.name(of: tag, in: "en")
    return name == tag ? "`\(tag)`" : "\(name) (\(tag))"
  }

  /// `German (de) and French (fr)`
  static func names(_ tags: some Sequence<String>) -> String {
    let names = tags.sorted().map(name)
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
