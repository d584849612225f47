/// Finds the slips of who writes a language file: keys that nothing reads, values that are no numbers, placeholders
/// that stand for nothing.
enum LanguageCheck {
  private static let settings: Set<String> = [
    "together", "clitics", "spelling", "ordinals-divide", "divisor-plural", "divisor-endings", "not-numbers",
    "capitalises-nouns", "ordinals-chain", "letters", "pieces",
    "bounds-take-exact", "ordinal-dot", "capitalises-months",
    "date-orders", "myriads", "last-digit-scales", "not-units", "vague",
    "syllables", "characters", "marks-years", "bare-myriads",
  ]
  private static let months = Set(CalendarCode.allCases.map { "months-\($0)" })
  private static let patterns: Set<String> = ["quantities", "durations", "dates"]

  /// What is wrong in the text of one file, a line each; themes, which other stages read, are only parsed.
  static func problems(of text: String) -> [String] {
    let file: LanguageFile
    do { file = try LanguageFile(yaml: text) } catch {
      switch error {
      case .syntax(let message), .shape(let message): return [message]
      }
    }
    guard file.code.utf8.count <= 3 else { return [] }
    return file.names.flatMap { name in problems(of: name, in: file) }.map { "\(file.code).yaml: \($0)" }
  }

  private static func problems(of name: String, in file: LanguageFile) -> [String] {
    let entries = file.section(name).entries
    var problems: [String] = []
    if patterns.contains(name) {
      var builder = LanguageBuilder(tag: file.code)
      for (key, _) in entries where builder.production(key) == nil {
        problems.append("`\(name)`: there is no action `\(key)`")
      }
    } else if name == "vague" || months.contains(name) || WordSection.byNumber.contains(where: { $0.0 == name }) {
      for (key, _) in entries where !key.split(separator: "-").allSatisfy({ Double($0) != nil }) || key.isEmpty {
        problems.append("`\(name)`: `\(key)` is no number")
      }
    } else if name == "eras" {
      for (key, _) in entries where CalendarCode(named: key) == nil && Double(key) == nil {
        problems.append("`eras`: `\(key)` is neither a calendar nor the year before the era's first")
      }
    } else if !settings.contains(name), !WordSection.lists.contains(where: { $0.0 == name }),
      !WordSection.byName.contains(where: { $0.0 == name })
    {
      problems.append("`\(name)` is no section that is read")
    }
    for phrase in entries.flatMap(\.phrases) { problems += placeholders(of: phrase).map { "`\(phrase)`: \($0)" } }
    return problems
  }

  /// `<nubmer>` would be read as a sign, a word and a sign, and match nothing.
  private static func placeholders(of phrase: String) -> [String] {
    phrase.split(separator: "<").dropFirst(phrase.hasPrefix("<") ? 0 : 1).compactMap { rest in
      guard let close = rest.firstIndex(of: ">") else { return nil }
      let name = String(rest[..<close])
      guard !name.isEmpty, name.allSatisfy(\.isLetter), Category(placeholder: name) == nil else { return nil }
      return "`<\(name)>` stands for nothing"
    }
  }
}
