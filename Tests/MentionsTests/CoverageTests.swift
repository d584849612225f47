import Foundation
import Languages
import Testing

/// The table of `docs/coverage.md`: what the corpora hold, by language and kind. `FACTCHECK_UPDATE_GOLDEN=1` writes it anew.
struct CoverageTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/coverage.md")

  /// The columns, in order; an example counts in every column that one of its finds belongs to.
  enum Kind: String, CaseIterable {
    case number, percent, money, measure, age, ordinal, range, bound, about, date, period, duration

    /// The kinds of one normal form as the corpora write them.
    static func kinds(of form: String) -> Set<Kind> {
      if form.hasPrefix("#") { return [.ordinal] }
      if form.contains("/"), form.first?.isNumber == true || form.first == "/" || form.first == "-" { return [.period] }
      if form.wholeMatch(of: /-?\d{4}-\d\d-\d\d/) != nil { return [.date] }
      var kinds: Set<Kind> = []
      if form.contains("..") { kinds.insert(.range) }
      if "≥>≤<".contains(form.first ?? " "), !form.hasPrefix("<~"), !form.hasPrefix(">~") { kinds.insert(.bound) }
      if form.hasPrefix("~") || form.hasPrefix("<~") || form.hasPrefix(">~") { kinds.insert(.about) }
      kinds.insert(unit(of: form))
      return kinds
    }

    private static func unit(of form: String) -> Kind {
      guard let unit = form.split(separator: " ").last, unit.first?.isLetter == true else { return .number }
      if unit.hasPrefix("percent") { return .percent }
      if unit.hasSuffix("-person") { return .age }
      if unit.count == 3, unit.allSatisfy(\.isUppercase) { return .money }
      return PeriodName.durations.contains(String(unit)) ? .duration : .measure
    }
  }

  @Test func theTableIsThatOfTheCorpora() throws {
    let table = Self.table()
    if ProcessInfo.processInfo.environment["FACTCHECK_UPDATE_GOLDEN"] == "1" {
      try table.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    let known = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(known == table, "docs/coverage.md: rewrite it with FACTCHECK_UPDATE_GOLDEN=1 bin/test --filter Coverage")
  }

  @Test func everyLanguageHasExamplesOfEveryKind() {
    for (language, counts) in Self.counts() {
      for kind in Kind.allCases {
        #expect(counts[kind, default: 0] > 0, "\(language).yaml: no example of a \(kind.rawValue)")
      }
    }
  }

  private static func counts() -> [(language: String, counts: [Kind: Int])] {
    Corpus.files.map { file in
      var counts: [Kind: Int] = [:]
      for item in Corpus.items where item.language == file.language && !item.isNegative {
        for kind in Set(item.finds.flatMap { Kind.kinds(of: $0) }) { counts[kind, default: 0] += 1 }
      }
      return (file.language, counts)
    }
  }

  private static func table() -> String {
    let header = ["language"] + Kind.allCases.map(\.rawValue) + ["traps", "all"]
    var lines = [
      "# Coverage", "",
      "Sentences of the corpora in `Tests/MentionsTests/Corpus`, by language and by the kind of what they hold; all of them pass.",
      "A sentence with several finds counts in several columns; *traps* hold no mention, or fewer than they seem to. Every other",
      "language has its digits, separators, dates, units, currencies and spelled-out numbers from CLDR alone.", "",
      "| \(header.joined(separator: " | ")) |",
      "|\(header.map { $0 == "language" ? "---" : "--:" }.joined(separator: "|"))|",
    ]
    for (language, counts) in counts() {
      let items = Corpus.items.filter { $0.language == language }
      let name = Locale(identifier: "en").localizedString(forLanguageCode: language) ?? language
      let cells = Kind.allCases.map { "\(counts[$0, default: 0])" }
      let row = ["\(name) (`\(language)`)"] + cells + ["\(items.count { $0.isNegative })", "\(items.count)"]
      lines.append("| \(row.joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
