import Articles
import ICU
import Yams

/// Reads `factcheck.yaml`.
enum SettingsReader {
  private enum Threshold: String, CaseIterable { case contradiction, disputed, changed, never }
  private static let example = "articles: ../articles/*.md"

  static func settings(_ root: Node, folder: String, _ reader: inout NodeReader) -> Settings {
    var settings = Settings()
    settings.folder = folder
    let section = reader.section(root, .settings, example: example) { entry in
      guard Vocabulary.file.keys.contains(entry.key), entry.key != "include" else { return .unknown }
      return .misplaced(
        message: "\(Quoting.code(entry.key)) is no setting",
        help: "move it to a file of its own beside this one, for example \(entry.key).yaml")
    }
    guard let section else { return settings }
    if let entry = section["articles"] { settings.articles = articles(entry, &reader) }
    if let entry = section["output"], let item = reader.text(entry, example: "output: ../reports") {
      settings.output = item.text.trimmed
    }
    if let entry = section["fail-on"] {
      let meanings = [
        "error": "contradiction", "none": "never", "no": "never", "false": "never", "any": "changed", "all": "changed",
      ]
      let threshold: Threshold? = reader.choice(entry, example: "fail-on: contradiction", meanings: meanings)
      settings.failOn = threshold?.rawValue
    }
    if let entry = section["fail-severity"] {
      settings.failSeverity = reader.choice(entry, example: "fail-severity: warning", meanings: severityMeanings)
    }
    if let entry = section["max-findings"] { settings.maxFindings = count(entry, &reader) }
    if let entry = section["baseline"], let item = reader.text(entry, example: "baseline: baseline.json") {
      settings.baseline = item.text.trimmed
    }
    settings.strictBaseline = isOn("strict-baseline", section, &reader)
    settings.usesFileDates = isOn("file-dates", section, &reader)
    if let entry = section["checks"] {
      settings.checks = switches(entry, .checks, example: "checks: {weekdays: false}", &reader)
    }
    if let entry = section["lint"] {
      settings.lint = switches(entry, .lint, example: "lint: {missing-language: false}", &reader)
    }
    return settings
  }

  /// The rules that the settings ask for, which are read as those of a rule file are.
  static func include(in root: Node) -> Entry? {
    guard let mapping = root.mapping else { return nil }
    for (key, value) in mapping where key.scalar?.string == "include" {
      return Entry(key: "include", keyNode: key, value: value)
    }
    return nil
  }

  /// Which checks are on: all that are not switched off.
  private static func switches<Check: RawRepresentable<String> & CaseIterable & Hashable>(
    _ entry: Entry, _ vocabulary: Vocabulary, example: String, _ reader: inout NodeReader
  ) -> Set<Check> {
    var checks = Set(Check.allCases)
    if reader.isMissing(entry, example: example) { return checks }
    guard let section = reader.section(entry.value, vocabulary, example: example) else { return checks }
    for entry in section.entries {
      let isOn: Switch? = reader.choice(entry, example: "\(entry.key): false", meanings: switchMeanings)
      if isOn == .off, let check = Check(rawValue: entry.key) { checks.remove(check) }
    }
    return checks
  }

  private static let severityMeanings = ["warn": "warning", "info": "note", "all": "note", "errors": "error"]

  private static func count(_ entry: Entry, _ reader: inout NodeReader) -> Int? {
    let example = "\(entry.key): 3"
    guard let item = reader.text(entry, example: example) else { return nil }
    if let count = Int(item.text.trimmed), count >= 0 { return count }
    reader.report(
      "\(Quoting.code(item.text)) is no number of findings", at: item.node,
      help: "write a whole number from 0 up, for example: \(example)")
    return nil
  }

  private static func isOn(_ key: String, _ section: Section, _ reader: inout NodeReader) -> Bool {
    guard let entry = section[key] else { return false }
    let value: Switch? = reader.choice(entry, example: "\(key): true", meanings: switchMeanings)
    return value == .on
  }

  private static let switchMeanings = ["yes": "true", "on": "true", "no": "false", "off": "false"]

  private enum Switch: String, CaseIterable {
    case on = "true"
    case off = "false"
  }

  private static func articles(_ entry: Entry, _ reader: inout NodeReader) -> [ArticleEntry] {
    if reader.isMissing(entry, example: example) { return [] }
    switch entry.value {
    case .sequence(let sequence):
      if sequence.isEmpty {
        reader.report("`articles` lists no article", at: entry.value, help: "for example: \(example)")
      }
      return sequence.compactMap { article($0, &reader) }
    case .scalar, .mapping, .alias: return [article(entry.value, &reader)].compactMap(\.self)
    }
  }

  private static func article(_ node: Node, _ reader: inout NodeReader) -> ArticleEntry? {
    let location = reader.file.location(of: node)
    if let scalar = node.scalar {
      let path = NodeReader.isNull(node) ? "" : scalar.string.trimmed
      guard !path.isEmpty else {
        reader.report(
          "this article has no path", at: node, help: "write a file, a folder or a pattern: ../articles/*.md")
        return nil
      }
      return ArticleEntry(path: path, location: location)
    }
    guard case .mapping = node else {
      reader.report(
        "an article is a path or a mapping, and this is \(NodeReader.name(of: node))", at: node,
        help: "for example: - ../articles/a.md")
      return nil
    }
    guard let section = reader.section(node, .article, example: "- {path: ../articles/a.txt, date: 2021-07-26}") else {
      return nil
    }
    func text(_ key: String) -> Item? {
      section[key].flatMap { reader.text($0, example: Vocabulary.article.examples[key] ?? key) }
    }
    var article = ArticleEntry(path: "", location: location)
    if section["path"] == nil, !section.meant.contains("path") {
      reader.report("this article has no `path`", at: node, help: "say which file it is: path: ../articles/a.txt")
    }
    article.path = text("path")?.text.trimmed ?? ""
    article.title = text("title")?.text.trimmed
    article.source = text("source")?.text.trimmed
    article.url = text("url")?.text.trimmed
    if let item = text("date") { article.day = day(item, &reader) }
    if let item = text("language") {
      switch LanguageTag.read(item.text.trimmed) {
      case .success(let tag): article.language = tag
      case .failure(let mistake): reader.report(mistake.message, at: item.node, help: mistake.help)
      }
    }
    return article.path.isEmpty ? nil : article
  }

  private static func day(_ item: Item, _ reader: inout NodeReader) -> Day? {
    switch PeriodReader.read(item.text) {
    case .success(let period):
      if period.first == period.last { return period.first }
      reader.report(
        "an article is of one day, and \(Quoting.code(item.text)) is more", at: item.node,
        help: "write year, month and day, for example \(Quoting.code(period.first.description))")
    case .failure(let mistake):
      let help = mistake.help.hasPrefix("write a day (") ? "write year, month and day: 2021-07-26" : mistake.help
      reader.report(mistake.message, at: item.node, help: help)
    }
    return nil
  }
}
