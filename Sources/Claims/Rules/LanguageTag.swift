import ICU

/// The BCP 47 tags of languages: `fr`, `pt-BR`, `zh-Hant`.
enum LanguageTag {
  /// The tag in its usual case, or what is wrong with it.
  static func read(_ tag: String) -> Result<String, ValueMistake> {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, (2...3).contains(first.utf8.count), parts.allSatisfy(isSubtag),
      first.utf8.allSatisfy(isLetter)
    else { return .failure(mistake(tag)) }
    let language = first.lowercased()
    // ICU gives back the tag itself where it knows no such language.
    guard Locales.name(of: language, in: "en") != language else { return .failure(mistake(tag)) }
    if language.utf8.count == 3, let shorter = shorterTag(for: language) {
      return .failure(
        .init(
          message: "\(Quoting.code(tag)) is the long code of its language, and texts carry the short one",
          help: "write \(Quoting.code(shorter))"))
    }
    let rest = parts.dropFirst().map { part in
      switch part.utf8.count {
      case 2: part.uppercased()
      case 4 where part.utf8.allSatisfy(isLetter): part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: part.lowercased()
      }
    }
    return .success(([language] + rest).joined(separator: "-"))
  }

  private static func mistake(_ tag: String) -> ValueMistake {
    let message = "\(Quoting.code(tag)) is no language tag"
    if let meant = meant(by: tag) {
      return ValueMistake(message: message, help: "did you mean \(Quoting.code(meant))?")
    }
    return ValueMistake(
      message: message, help: "write the ISO 639 code of the language: en, fr, de, ar, zh, or pt-BR, zh-Hant")
  }

  private static func meant(by tag: String) -> String? {
    if tag.contains("_") {
      let dashed = tag.split(separator: "_").joined(separator: "-")
      if case .success(let good) = read(dashed) { return good }
    }
    let word = tag.lowercased()
    if let code = countries[word] { return code }
    guard word.unicodeScalars.count > 2 else { return nil }
    var names: [String: String] = [:]
    for language in Locales.languages.sorted() {
      for name in [Locales.name(of: language, in: "en"), Locales.name(of: language, in: language)] {
        names[name.lowercased()] = names[name.lowercased()] ?? language
      }
    }
    if let language = names[word] { return language }
    guard word.unicodeScalars.count > 4 else { return nil }
    return Suggestion.closest(to: word, among: names.keys).flatMap { names[$0] }
  }

  /// `fr` for `fra`: texts are labelled with the shorter one.
  private static func shorterTag(for language: String) -> String? {
    let name = Locales.name(of: language, in: "en")
    return Locales.languages.first { $0.utf8.count == 2 && Locales.name(of: $0, in: "en") == name }
  }

  /// Codes of countries that are easily taken for those of their languages.
  private static let countries = [
    "jp": "ja", "cn": "zh", "gr": "el", "ua": "uk", "cz": "cs", "dk": "da", "us": "en", "gb": "en", "tw": "zh-Hant",
    "ir": "fa", "il": "he", "at": "de", "ch": "de", "mx": "es",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isSubtag(_ part: String) -> Bool {
    (1...8).contains(part.utf8.count)
      && part.utf8.allSatisfy { isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
