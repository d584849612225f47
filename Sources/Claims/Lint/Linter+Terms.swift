import Articles
import Languages

extension Linter {
  /// Terms one by one, and against the others of their concept.
  mutating func checkTerms() {
    var groups: [String: [(shape: TermShape, location: Diagnostic.Location)]] = [:]
    for (term, location) in places.terms {
      let shape = languages.shape(term.text, in: term.language)
      if shape.isEmpty {
        warn(
          .emptyTerm,
          "nothing is left to look for of \(Quoting.code(term.text)), once case, accents and signs are gone",
          at: location, help: "write a word, or `=` before it to take it as written")
        continue
      }
      checkScript(term, at: location)
      checkCommon(term, shape, at: location)
      let key = "\(term.concept)\n\(term.language)"
      if let other = groups[key]?.first(where: { $0.shape.replaces(shape) }) {
        warnRedundant(shape, at: location, beside: other.shape)
        continue
      }
      // An open stem makes what stands before it redundant.
      for other in groups[key] ?? [] where shape.replaces(other.shape) {
        warnRedundant(other.shape, at: other.location, beside: shape)
      }
      groups[key, default: []].append((shape, location))
    }
  }

  private mutating func warnRedundant(_ shape: TermShape, at location: Diagnostic.Location, beside other: TermShape) {
    guard shape.text != other.text else {
      return warn(
        .redundantTerm, "the term \(Quoting.code(shape.text)) stands here twice", at: location,
        help: "delete one of the two")
    }
    warn(
      .redundantTerm, "\(Quoting.code(shape.text)) finds nothing that \(Quoting.code(other.text)) does not find",
      at: location, help: "delete it: a term matches all forms that its stem has")
  }

  // MARK: - Scripts

  private mutating func checkScript(_ term: RulePlaces.Term, at location: Diagnostic.Location) {
    guard !term.text.hasPrefix("=") else { return }
    let expected = languages[term.language].scripts
    guard !expected.isEmpty else { return }
    let language = LintLanguages.name(term.language)
    for word in term.text.split(whereSeparator: { $0.isWhitespace || $0 == "…" || $0 == "-" }) {
      let scripts = Script.all(in: String(word))
      let strange = scripts.subtracting(expected)
      guard let script = strange.map(\.rawValue).sorted().first else { continue }
      let kept = scripts.intersection(expected)
      if let own = kept.map(\.rawValue).sorted().first {
        // A letter that only looks right.
        let letter = word.unicodeScalars.first { Script.of($0)?.rawValue == script }
        warn(
          .wrongScript,
          "\(Quoting.code(String(word))) mixes \(own) and \(script) letters: \(letter.map { "`\($0)` is \(script)" } ?? "")",
          at: location, help: "type the word anew on a keyboard of its language: no text will hold it so")
        return
      }
      // Abbreviations and brands keep their letters everywhere.
      let isAbbreviation = word.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
      if script == Script.latin.rawValue, isAbbreviation { continue }
      warn(
        .wrongScript,
        "\(Quoting.code(String(word))) is in \(script) letters, in which \(language) is not written", at: location,
        help: "put it under its own language, or write `=` before it if texts in \(language) hold it so")
      return
    }
  }

  // MARK: - Words that stand everywhere

  private mutating func checkCommon(_ term: RulePlaces.Term, _ shape: TermShape, at location: Diagnostic.Location) {
    guard shape.words.count == 1, !term.text.hasSuffix("*") else { return }
    let tools = languages[term.language]
    let language = LintLanguages.name(term.language)
    let word = term.text.hasPrefix("=") ? String(term.text.dropFirst()) : term.text
    let isWritten = term.text.hasPrefix("=")
    // `=WHO` is not the word "who".
    let isFunctionWord =
      (!isWritten || word == word.lowercased())
      && !tools.index.look(word, stemmer: tools.stemmer).classes.isDisjoint(with: .functionWord)
    if isFunctionWord {
      return warn(
        .commonWord,
        "\(Quoting.code(term.text)) is a function word of \(language), and stands in sentences about anything",
        at: location,
        help: "write it together with the words that make it mean something, or `=` before an abbreviation: =WHO")
    }
    guard !isWritten, let day = tools.dayWords.first(where: { shape.covers($0.shape) && $0.shape.covers(shape) })
    else { return }
    warn(
      .commonWord,
      "\(Quoting.code(term.text)) finds \(Quoting.code(day.name)) too, a month or weekday in \(language)",
      at: location, help: "write a longer term, or `=` before it to take it as written")
  }
}
