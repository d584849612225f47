import Claims
import ICU
import Mentions

/// Why a rule left a figure, in a sentence that follows the figure's words.
struct RefusalText {
  let rule: Rule
  let concepts: [String: Concept]
  let sentence: SentenceReading

  func words(_ refused: SentenceReading.Refused) -> String {
    let figure = refused.figure.map { sentence.figures[$0] }
    switch refused.reason {
    case .noConcept: return "no term of \(names(rule.about)) stands in this sentence\(terms(rule.about))"
    case .unit: return "is \(what(figure)), and the rule takes \(wanted)"
    case .fraction: return "is a share, and no count"
    case .rate: return "is so many in a time or for each, and no count"
    case .determined: return "speaks of things known already (“these …”), and does not count them anew"
    case .change: return "says by how much something changed, not how much there is"
    case .part: return "is a part of a whole, and what the part itself is says nothing that the rule asks for"
    case .whole: return "is the whole of which another figure is a part (`take: whole` would take it)"
    case .elsewhere: return "stands for another place"
    case .someOfThem: return "speaks of some of those that the figure before it counted"
    case .article: return "is an article, and no count"
    case .notTied(let terms): return notTied(figure, terms)
    case .without(let concept):
      return "no term of `\(concept)` (`with`) is tied to it\(self.terms([concept]))"
    case .ruledOut(let concept, let words):
      return "`unless: \(concept)` rules it out" + (words.isEmpty ? "" : ": \(quoted(words)) is tied to it")
    case .otherTime(let span): return otherTime(span)
    case .notNear(let concept, let scope):
      let place =
        switch scope {
        case .sentence: "the sentence"
        case .paragraph: "the paragraph or the headline"
        case .article: "the article"
        }
      return "no term of `\(concept)` (`near`) stands in \(place)\(self.terms([concept]))"
    case .repetition: return "stands in the article before, word for word, and counts once"
    case .nothingSaid: return nothingSaid
    }
  }

  private func notTied(_ figure: SentenceReading.Figure?, _ terms: [String]) -> String {
    let others = terms.map(quoted).joined(separator: ", ")
    guard let figure else { return "is not about \(others)" }
    if case .date = figure.value { return "is the day of something else than \(others)" }
    if let counted = figure.counted { return "counts \(quoted(counted)), not \(others)" }
    return "is not tied to \(others): it neither counts it nor is said of it"
  }

  private func otherTime(_ span: DateSpan?) -> String {
    let during = rule.during.map { "\($0.from?.description ?? "…") – \($0.to?.description ?? "…")" } ?? ""
    guard let span else { return "speaks of another time than `during: \(during)`" }
    return "speaks of \(ValueFormat.normalForm(of: .date(span))), which is outside of `during` (\(during))"
  }

  private var nothingSaid: String {
    switch rule.kind {
    case .date: "\(names(rule.about)) is named, and no day is tied to it"
    case .name: "\(names(rule.about)) is named, and nobody beside it who would be its holder"
    case .state:
      "\(names(rule.about)) is named, and none of the states is said of it (or as a question, or only denied)"
    case .quantity, .total: "nothing in it counts \(names(rule.about))"
    }
  }

  /// What the rule takes: "counts".
  private var wanted: String {
    switch rule.unit {
    case .count: "counts of things"
    case .anyCurrency: "amounts of money"
    case .unit("percent"): "percentages"
    case .unit(let unit): "amounts in \(unit) or what converts to it"
    }
  }

  private func what(_ figure: SentenceReading.Figure?) -> String {
    switch figure?.value {
    case .date?: "a date"
    case .ordinal?: "an ordinal"
    case .duration(let span)?: "a duration (\(span.unit))"
    case .quantity(let quantity)?:
      switch quantity.unit {
      case nil: "a count"
      case "percent"?: "a percentage"
      case let unit? where unit.utf8.count == 3 && unit.uppercased() == unit: "an amount of money (\(unit))"
      case let unit?: "a measure (\(unit))"
      }
    case nil: "something else"
    }
  }

  private func names(_ concepts: [String]) -> String { concepts.map { "`\($0)`" }.joined(separator: " or ") }

  private func quoted(_ words: String) -> String { "“\(Quote.oneLine(words))”" }

  /// What could have stood there in the language of the sentence.
  private func terms(_ names: [String]) -> String {
    let base = sentence.language.prefix { $0 != "-" }
    let own = names.compactMap { concepts[$0] }
    guard !own.isEmpty else { return "" }
    let terms = own.flatMap { concept in
      concept.terms.filter { $0.key.prefix { $0 != "-" } == base }.sorted { $0.key < $1.key }.flatMap(\.value)
    }
    guard !terms.isEmpty else { return ": it has none in `\(base)`" }
    return " (\(base): \(terms.prefix(6).joined(separator: ", "))\(terms.count > 6 ? " …" : ""))"
  }
}
