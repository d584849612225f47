import Articles
import Yams

/// Reads `concepts:` and `names:`.
enum ConceptReader {
  private static let extendsKey = "extends"
  private static let example = "troops: {en: [troop, soldier], fr: [soldat]}"

  /// - Returns: what could be read, with the names of concepts that have something wrong with them besides.
  static func concepts(in entry: Entry, _ reader: inout NodeReader) -> (sound: [Concept], broken: Set<String>) {
    if NodeReader.isNull(entry.value) {
      reader.report(.warning, "`concepts` lists no concept", at: entry.keyNode, help: "write one, or delete the key")
      return ([], [])
    }
    guard let entries = reader.entries(of: entry.value, what: "`concepts`", example: example) else { return ([], []) }
    var sound: [Concept] = []
    var broken: Set<String> = []
    for entry in entries {
      let errors = reader.errorCount
      let concept = concept(entry, &reader)
      if let concept, reader.errorCount == errors {
        sound.append(concept)
      } else {
        broken.insert(entry.key)
      }
    }
    return (sound, broken)
  }

  private static func concept(_ entry: Entry, _ reader: inout NodeReader) -> Concept? {
    if BuiltInConcept.isBuiltIn(entry.key) {
      reader.report(
        "a concept of your own cannot hold a colon: \(Quoting.code(entry.key))", at: entry.keyNode,
        help: entry.key.hasPrefix(RuleLibrary.prefix)
          ? "to add terms to a ready concept, extend it: \(entry.key.dropFirst(RuleLibrary.prefix.count)): {extends: [\(entry.key)], en: […]}"
          : "`region:`, `unit:` and `currency:` are built in and need no list; otherwise write \(Quoting.code(Identifier.mended(entry.key)))"
      )
      return nil
    }
    if let odd = Identifier.oddCharacter(in: entry.key) {
      reader.report(
        "the name of a concept cannot hold \(odd)", at: entry.keyNode,
        help: "use letters, digits, `-`, `_` and `.`, for example \(Quoting.code(Identifier.mended(entry.key)))")
      return nil
    }
    switch entry.value {
    case .mapping(let mapping) where !mapping.isEmpty: break
    case .mapping:
      reader.report(
        "the concept \(Quoting.code(entry.key)) has no terms", at: entry.value, help: "for example: \(example)")
      return nil
    case .scalar where NodeReader.isNull(entry.value):
      reader.report(
        "the concept \(Quoting.code(entry.key)) has no terms", at: entry.keyNode, help: "for example: \(example)")
      return nil
    case .scalar, .sequence, .alias:
      reader.report(
        "the terms of \(Quoting.code(entry.key)) stand without their language", at: entry.value,
        help: "a term belongs to one language: \(entry.key): {en: […], fr: […]}")
      return nil
    }
    guard let languages = reader.entries(of: entry.value, what: "a concept", example: example) else { return nil }
    var concept = Concept(name: entry.key, terms: [:], location: reader.file.location(of: entry.keyNode))
    for language in languages {
      if language.key == extendsKey {
        concept.extends = reader.list(language, of: "concepts", example: "extends: [ready:troops]")?.map(\.text) ?? []
        continue
      }
      let tag = tag(of: language, &reader)
      let terms = terms(in: language, of: entry.key, tag, &reader)
      guard let tag else { continue }
      if concept.terms[tag] != nil {
        reader.report(
          "\(Quoting.code(language.key)) stands here twice, in capital and small letters", at: language.keyNode,
          help: "put all terms under one of them")
      }
      concept.terms[tag] = terms
    }
    return concept
  }

  private static func tag(of entry: Entry, _ reader: inout NodeReader) -> String? {
    switch LanguageTag.read(entry.key) {
    case .success(let tag): return tag
    case .failure(let mistake):
      reader.report(mistake.message, at: entry.keyNode, help: mistake.help)
      return nil
    }
  }

  // MARK: - Terms

  private static func terms(
    in entry: Entry, of concept: String, _ tag: String?, _ reader: inout NodeReader
  ) -> [String] {
    guard let items = reader.list(entry, of: "terms", example: "\(entry.key): […]") else { return [] }
    if items.isEmpty, case .sequence(let sequence) = entry.value, sequence.isEmpty {
      reader.report(
        "\(Quoting.code(entry.key)) lists no term", at: entry.value, help: "write one, or delete the language")
    }
    return items.compactMap { item in
      let term = term(item, isAlone: item.node == entry.value, key: entry.key, &reader)
      if let term, let tag, reader.places != nil {
        reader.places?.add(term, of: concept, in: tag, at: reader.file.location(of: item.node))
      }
      return term
    }
  }

  /// A term as written, its gap (`...` or `…`) as one character.
  private static func term(_ item: Item, isAlone: Bool, key: String, _ reader: inout NodeReader) -> String? {
    let term = gaps(item.text.trimmed)
    func complain(_ message: String, _ help: String) {
      reader.report(message, at: item.node, help: help)
    }
    let isVerbatim = term.hasPrefix("=")
    let body = isVerbatim ? String(term.dropFirst()).trimmed : term
    guard body.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) else {
      complain("the term \(Quoting.code(item.text)) holds no word", "write a word, or delete it")
      return nil
    }
    // What stands after `=` is text, whatever its signs.
    if isVerbatim { return "=" + body }
    if body.hasPrefix("…") || body.hasSuffix("…") {
      complain(
        "the gap in \(Quoting.code(item.text)) has no word on \(body.hasPrefix("…") ? "its left" : "its right")",
        "a gap stands between two words: räumt … ein")
      return nil
    }
    for word in body.split(whereSeparator: \.isWhitespace) {
      if word == "*" {
        complain(
          "a `*` stands alone in \(Quoting.code(item.text))",
          "a `*` ends an open stem, without a space: soldat*; a gap between words is `…`")
        return nil
      }
      if let star = word.firstIndex(of: "*"), star != word.index(before: word.endIndex) {
        complain(
          "a `*` stands inside a word of \(Quoting.code(item.text))",
          "a `*` can only end an open stem, as in soldat*; list the forms instead")
        return nil
      }
    }
    let commas: Set<Character> = isAlone ? [",", "，", "、", "،", ";", "；"] : ["，", "、", "،", ";", "；"]
    if body.contains(where: commas.contains) {
      let parts = body.split(whereSeparator: commas.contains).map { String($0).trimmed }.filter { !$0.isEmpty }
      reader.report(
        .warning, "\(Quoting.code(item.text)) is one term, comma and all", at: item.node,
        help: "if several are meant, list them: \(key): [\(parts.joined(separator: ", "))]")
    }
    return body
  }

  private static func gaps(_ term: String) -> String {
    guard let range = term.firstRange(of: "...") else { return term }
    return gaps(term.replacingCharacters(in: range))
  }

  // MARK: - Names

  static func names(in entry: Entry, _ reader: inout NodeReader) -> [(canonical: String, spellings: [Item], key: Node)]
  {
    if NodeReader.isNull(entry.value) {
      reader.report(.warning, "`names` lists no name", at: entry.keyNode, help: "write one, or delete the key")
      return []
    }
    let example = "Yoon Ji-ho: [尹智浩]"
    guard let entries = reader.entries(of: entry.value, what: "`names`", example: example) else { return [] }
    return entries.compactMap { entry in
      guard !entry.key.trimmed.isEmpty else {
        reader.report("this name is empty", at: entry.keyNode, help: "for example: \(example)")
        return nil
      }
      guard let items = reader.list(entry, of: "spellings", example: example) else { return nil }
      let spellings = items.filter { !$0.text.trimmed.isEmpty }
      if spellings.isEmpty {
        reader.report(
          "\(Quoting.code(entry.key)) has no other spelling", at: entry.value, help: "for example: \(example)")
      }
      return (entry.key.trimmed, spellings, entry.keyNode)
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>) -> String {
    var copy = self
    copy.replaceSubrange(range, with: "…")
    return copy
  }
}
