import Articles
import Foundation
import ICU
import Testing

@testable import Claims
@testable import FactcheckKit
@testable import Reports

/// Why rules take nothing: `Golden/refusals.txt` holds sentences and, below each, what a rule says of it.
@Suite struct RefusalTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
  static let isUpdating = ProcessInfo.processInfo.environment["FACTCHECK_UPDATE_GOLDEN"] == "1"
  static let day = Day(year: 2021, month: 7, day: 28)

  static let rules = RuleLoader.load(paths: [folder.appendingPathComponent("refusal-rules.yaml").path])

  /// What every sentence of a text says to one rule, the claims first.
  static func why(_ id: String, _ language: String, _ text: String) throws -> [(Refusal?, String)] {
    let rule = try #require(rules.rules.first { $0.id == id })
    let article = try ArticleReader(options: ArticleOptions(leavesOutClutter: false, leavesOutRepeats: false))
      .read(text: text, id: "text", metadata: ArticleMetadata(day: day, language: language)).article
    var extractors = Extractors()
    let extractor = ClaimExtractor(rules: [rule], concepts: rules.concepts)
    return extractor.readings(of: article) { block, _ in
      extractors.mentions(in: block.text, language: language, reference: day)
    }.flatMap { sentence in
      let words = RefusalText(rule: rule, concepts: rules.concepts, sentence: sentence)
      let taken: [(Refusal?, String)] = sentence.claims.map {
        (nil, "takes “\($0.text)”: \(ValueFormat.normalForm(of: $0.value))")
      }
      return taken
        + sentence.refused.map { refused in
          let figure = refused.figure.map { "“\(sentence.figures[$0].words)” " } ?? ""
          return (refused.reason, figure + words.words(refused))
        }
    }
  }

  /// A case without what it holds: `notTied`.
  static func name(_ reason: Refusal) -> String { String(String(describing: reason).prefix { $0 != "(" }) }

  private static func golden() throws -> [String] {
    try String(contentsOf: folder.appendingPathComponent("refusals.txt"), encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test func everyReasonIsSaidAsItWas() throws {
    let errors = Self.rules.problems.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors)")
    var written: [String] = []
    var wrong: [String] = []
    var lines = try Self.golden()[...]
    var section = ""
    while let line = lines.popFirst() {
      written.append(line)
      if line.hasPrefix("# ") { section = String(line.dropFirst(2)) }
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let expected = lines.prefix { $0.hasPrefix("  ") }
      lines = lines.dropFirst(expected.count)
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      try #require(parts.count == 3, "\(line)")
      let found = try Self.why(parts[0], String(parts[1].dropLast()), parts[2])
      let actual = found.map { "  " + $0.1 }
      written += actual
      if actual != Array(expected) {
        wrong.append("\(line)\nexpected\n\(expected.joined(separator: "\n"))\ngot\n\(actual.joined(separator: "\n"))")
      }
      if !found.contains(where: { $0.0.map(Self.name) == section }) { wrong.append("no \(section): \(line)") }
    }
    if Self.isUpdating {
      try written.joined(separator: "\n").write(
        to: Self.folder.appendingPathComponent("refusals.txt"), atomically: true, encoding: .utf8)
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n\n"))")
  }

  /// Each case of `Refusal` has sentences of its own.
  @Test func noReasonIsWithoutASentence() throws {
    let sections = Set(try Self.golden().filter { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) })
    let all: [Refusal] = [
      .noConcept, .noFigure(terms: []), .unit, .fraction, .rate, .determined, .change, .part(whole: nil), .whole,
      .elsewhere, .someOfThem, .article, .notTied(terms: []), .without(concept: ""), .ruledOut(concept: "", words: ""),
      .otherTime(nil), .notNear(concept: "", scope: .sentence), .repetition, .noDay(terms: []), .formerDay,
      .noHolder(terms: []), .otherRegion(holder: "", regions: []), .formerHolder(holder: "", nil), .noState(terms: []),
      .notSaid(words: "", terms: []), .question, .denied(words: "", state: ""),
    ]
    // For these two no sentence is known that reaches them.
    #expect(all.map(Self.name).filter { !sections.contains($0) } == ["article", "formerHolder"])
    // A new case must be put into the list.
    for reason in all {
      switch reason {
      case .noConcept, .noFigure, .unit, .fraction, .rate, .determined, .change, .part, .whole, .elsewhere, .someOfThem,
        .article, .notTied, .without, .ruledOut, .otherTime, .notNear, .repetition, .noDay, .formerDay, .noHolder,
        .otherRegion, .formerHolder, .noState, .notSaid, .question, .denied:
        break
      }
    }
  }
}
