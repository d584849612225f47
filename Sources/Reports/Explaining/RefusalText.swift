import Claims
import ICU
import Languages
import Mentions

/// Why a rule left a figure, in a sentence that follows the figure's words.
struct RefusalText {
  let rule: Rule
  let concepts: [String: Concept]
  let sentence: SentenceReading

  func words(_ refused: SentenceReading.Refused) -> String {
    let figure = refused.figure.map { sentence.figures[$0] }
    switch refused.reason {
    case .noConcept: return "no term of \(names(rule.about)) stands in this sentence\(terms(rule.about))\(counts)"
    case .noFigure(let terms): return "\(list(terms)) stands here, and no figure in this sentence"
    case .unit: return "is \(what(figure)), and the rule takes \(wanted)"
    case .fraction: return "is a share, and no count"
    case .rate: return "is so many in a time or for each, and no count"
    case .determined: return "stands behind a word such as “these” or “each”, and counts nothing anew"
    case .change: return "says how much was added or taken away, not how much there is"
    case .part(let whole):
      let isSame = figure?.counted.map { whole?.contains($0) ?? false } ?? true
      let part = isSame ? "" : figure?.counted.map { " (how many of them were \(quoted($0)))" } ?? ""
      guard let whole else { return "is a part of something\(part), and the rule asks for the whole" }
      return "is a part of \(quoted(whole))\(part), and the rule asks for the whole"
    case .whole: return "is the whole of which another figure is a part (`take: whole` would take it)"
    case .elsewhere: return "stands for another place"
    case .someOfThem: return "speaks of some of those that the figure before it counted"
    case .article: return "is an article, and no count"
    case .notTied(let terms): return notTied(figure, terms)
    case .without(let concept):
      let what = refused.figure == nil ? "\(names(rule.about)) here" : "it"
      return "no term of `\(concept)` (`with`) is tied to \(what)\(self.terms([concept]))"
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
      let further =
        switch scope {
        case .sentence: "; `scope: paragraph` or `scope: article` looks further"
        case .paragraph: "; `scope: article` looks further"
        case .article: ""
        }
      return "no term of `\(concept)` (`near`) stands in \(place)\(self.terms([concept]))\(further)"
    case .repetition: return "stands in the article before, word for word, and counts once"
    case .noDay(let terms):
      let rest =
        sentence.figures.contains { if case .date = $0.value { true } else { false } }
        ? "no day of this sentence belongs to it" : "no day stands in this sentence"
      return "\(list(terms.isEmpty ? rule.about : terms)) is named, \(rest), and it is not said to be over"
    case .formerDay: return "is the day that held before, and holds no longer"
    case .noHolder(let terms): return "\(list(terms)) is named, and nobody in this sentence is read as its holder"
    case .otherRegion(let holder, let regions):
      return "\(quoted(holder)) holds it in \(regions.map(Self.region).joined(separator: " and "))"
        + ", and the rule asks for \(wantedRegions)"
    case .formerHolder(let holder, let span):
      let time = span.map { " (\(ValueFormat.normalForm(of: .date($0))))" } ?? ""
      return "\(quoted(holder)) held it at another time\(time), and the rule asks who holds it now"
    case .noState(let terms):
      return
        "\(list(terms)) is named, and no term of a state stands in this sentence\(self.terms(rule.states.flatMap(\.concepts)))"
    case .notSaid(let words, let terms):
      return terms.isEmpty
        ? "\(quoted(words)) is said of something in this sentence, and nothing points back to \(names(rule.about))"
        : "\(quoted(words)) is said of something else than \(list(terms))"
    case .question: return "it is asked, and not said"
    case .denied(let words, let state):
      return "\(quoted(words)) is denied, and the rule gives that no meaning (`not:` under `symbol: \(state)` would)"
    }
  }

  /// Figures of another kind than the rule takes, in one line.
  func otherKinds(_ figures: [SentenceReading.Figure]) -> String {
    let list = figures.map { "\(quoted($0.words)) is \(what($0))" }
    return "\(list.joined(separator: ", ")), and the rule takes \(wanted)"
  }

  private func notTied(_ figure: SentenceReading.Figure?, _ terms: [String]) -> String {
    let others = list(terms)
    guard let figure else { return "is not about \(others)" }
    if case .date = figure.value { return "is the day of something else than \(others)" }
    guard let counted = figure.counted else {
      return "is not tied to \(others): it neither counts it nor is said of it"
    }
    if case .quantity(let quantity) = figure.value, quantity.unit != nil {
      return "belongs to \(quoted(counted)), not \(others)"
    }
    let isItself = terms.contains { counted.lowercased().contains($0.lowercased()) }
    return isItself
      ? "says something of \(quoted(counted)), and does not count all of them"
      : "counts \(quoted(counted)), not \(others)"
  }

  private func otherTime(_ span: DateSpan?) -> String {
    let during = rule.during.map { "\($0.from?.description ?? "…") – \($0.to?.description ?? "…")" } ?? ""
    guard let span else { return "speaks of another time than `during: \(during)`" }
    return "speaks of \(ValueFormat.normalForm(of: .date(span))), which is outside of `during` (\(during))"
  }

  /// What the figures of the sentence count instead.
  private var counts: String {
    guard rule.kind == .quantity else { return "" }
    let parts = sentence.figures.compactMap { figure in
      figure.counted.map { "\(quoted(figure.words)) counts \(quoted($0))" }
    }
    return parts.isEmpty ? "" : "; " + parts.prefix(4).joined(separator: ", ")
  }

  private static func region(_ code: String) -> String {
    RegionNames.names(locale: "en").first { $0.code == code }?.name ?? code
  }

  /// The countries that the rule names.
  private var wantedRegions: String {
    (rule.near + rule.with + rule.about).filter { $0.hasPrefix("region:") }
      .map { Self.region(String($0.dropFirst("region:".utf8.count))) }.joined(separator: " and ")
  }

  private func list(_ terms: [String]) -> String {
    var seen: Set<String> = []
    return terms.filter { seen.insert($0).inserted }.map(quoted).joined(separator: ", ")
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
