import Articles
import Claims
import Findings

/// Facts by articles: who says what, and who says nothing.
struct HTMLMatrix {
  let context: HTMLContext
  /// Claims whose quote the page shows.
  let quoted: Set<Int>

  /// As many columns as can be compared by eye, and as many rows as a browser scrolls with ease.
  static let columns = 40
  static let rows = 200
  /// Values in one cell.
  static let values = 4

  /// Nil where there are no two articles to compare, or nothing that they say.
  func markup() -> String? {
    let said = claimsByRule()
    let facts = context.report.rules.enumerated().filter { said[$0.element.id] != nil }.sorted { a, b in
      let (x, y) = (verdict(a.element), verdict(b.element))
      return x != y ? x > y : a.offset < b.offset
    }.map(\.element)
    let all = context.report.articles.indices.filter { context.report.articles[$0].copyOf == nil }
    guard all.count > 1, !facts.isEmpty else { return nil }
    let columns = inTime(all.count <= Self.columns ? all : Array(inConflict(all).prefix(Self.columns)))
    var out = HTMLWriter()
    out.element("p", ("class", "note"), text: HTMLWords.matrixNote)
    if columns.count < all.count || facts.count > Self.rows {
      out.element(
        "p", ("class", "note"),
        text: HTMLWords.matrixBound(
          articles: columns.count, of: all.count, facts: min(facts.count, Self.rows), of: facts.count))
    }
    legend(facts.prefix(Self.rows), said, Set(columns), to: &out)
    out.start(
      "div", ("class", "scroll grid"), ("role", "region"), ("tabindex", "0"), ("aria-label", HTMLWords.matrixTable))
    out.start("table")
    head(columns, to: &out)
    out.start("tbody")
    out.line()
    for rule in facts.prefix(Self.rows) { row(rule, said[rule.id] ?? [:], columns, to: &out) }
    out.end("tbody")
    out.end("table")
    out.end("div")
    return out.markup
  }

  // MARK: - Rows and columns

  private func verdict(_ rule: Rule) -> Verdict { context.marks.verdictOfRule[rule.id] ?? .agree }

  /// The places of claims by rule and by the place of their article. The claims of a sum stand in its own row as well.
  private func claimsByRule() -> [String: [Int: [Int]]] {
    var result: [String: [Int: [Int]]] = [:]
    for (place, claim) in context.report.claims.enumerated() {
      guard let article = context.place(ofArticle: claim.article) else { continue }
      result[claim.rule, default: [:]][article, default: []].append(place)
    }
    return result
  }

  /// Those that speak in a conflict, in their own order, before all others.
  private func inConflict(_ places: [Int]) -> [Int] {
    var inConflict: Set<Int> = []
    for finding in context.findings where finding.verdict > .compatible {
      inConflict.formUnion(context.articles(in: finding))
      if inConflict.count >= Self.columns { break }
    }
    return places.filter(inConflict.contains) + places.filter { !inConflict.contains($0) }
  }

  /// By day; those without one last.
  private func inTime(_ places: [Int]) -> [Int] {
    places.sorted { a, b in
      let (x, y) = (context.report.articles[a].day?.number ?? .max, context.report.articles[b].day?.number ?? .max)
      return x != y ? x < y : a < b
    }
  }

  private func head(_ columns: [Int], to out: inout HTMLWriter) {
    out.start("thead")
    out.start("tr")
    out.element("th", ("scope", "col"), ("class", "corner"), text: HTMLWords.fact)
    for place in columns {
      let article = context.report.articles[place]
      out.start("th", ("scope", "col"), ("class", "article"), ("data-article", article.id))
      out.start("span", ("class", "facts"))
      if let day = article.day { out.element("span", ("class", "day"), text: day.description) }
      if let language = context.language(of: article) {
        out.space()
        out.element("span", ("class", "language"), text: language)
      }
      out.end("span")
      out.literal(" ")
      out.element(
        "a", ("href", "#a-\(place)"), ("class", "name"),
        ("lang", article.title == nil ? nil : context.language(of: article)), ("dir", "auto"),
        ("title", context.name(of: article)), text: context.name(of: article))
      out.end("th")
    }
    out.end("tr")
    out.end("thead")
  }

  private func row(_ rule: Rule, _ said: [Int: [Int]], _ columns: [Int], to out: inout HTMLWriter) {
    let verdict = context.marks.verdictOfRule[rule.id]
    out.start("tr", ("data-rule", rule.id))
    out.start("th", ("scope", "row"), ("class", verdict?.rawValue))
    if let verdict {
      out.element("span", ("class", "sign"), ("aria-hidden", "true"), text: Wording.symbol(verdict))
      out.space()
    }
    out.element("span", ("dir", "auto"), text: Quote.oneLine(rule.title))
    if let verdict { out.element("span", ("class", "vh"), text: ": \(verdict.rawValue)") }
    out.end("th")
    for place in columns { cell(place, said[place] ?? [], to: &out) }
    out.end("tr")
    out.line()
  }

  // MARK: - Cells

  private struct Value: Hashable {
    var text: String
    var state: HTMLMarks.State
    var letters: String
  }

  private func cell(_ article: Int, _ claims: [Int], to out: inout HTMLWriter) {
    let name = context.report.articles[article]
    var values: [(value: Value, place: Int)] = []
    var known: [Value: Int] = [:]
    for place in claims {
      let claim = context.report.claims[place]
      let value = Value(
        text: ValueFormat.normalForm(of: claim.value), state: context.marks.state(of: claim),
        letters: context.marks.letters(of: claim))
      if let at = known[value] {
        // A quote that the page shows is the better end of a link.
        if !quoted.contains(values[at].place), quoted.contains(place) { values[at].place = place }
      } else {
        known[value] = values.count
        values.append((value, place))
      }
    }
    guard let worst = values.map(\.value.state).max(by: { rank($0) < rank($1) }) else {
      out.start("td", ("class", "gap"), ("data-article", name.id), ("data-state", "gap"))
      out.literal("<span aria-hidden=\"true\">–</span>")
      out.element("span", ("class", "vh"), text: HTMLWords.saysNothing)
      out.end("td")
      return
    }
    out.start("td", ("class", worst.name), ("data-article", name.id), ("data-state", worst.name))
    // On paper the table becomes a list: each cell then says whose it is.
    out.element("span", ("class", "whose"), ("dir", "auto"), ("aria-hidden", "true"), text: context.name(of: name))
    for (value, place) in values.prefix(Self.values) { self.value(value, place, to: &out) }
    if values.count > Self.values {
      out.element("span", ("class", "value"), text: "+ \(ValueFormat.number(Double(values.count - Self.values)))")
    }
    out.end("td")
  }

  private func value(_ value: Value, _ place: Int, to out: inout HTMLWriter) {
    out.start("span", ("class", "value \(value.state.name)"))
    out.start("span", ("class", "sign"), ("aria-hidden", "true"))
    out.text(value.state.sign)
    if !value.letters.isEmpty { out.element("b", text: value.letters) }
    out.end("span")
    out.space()
    let isLinked = quoted.contains(place)
    if isLinked { out.start("a", ("href", "#" + context.anchor(ofQuote: place))) }
    out.element("bdi", text: value.text)
    if isLinked { out.end("a") }
    var aside = HTMLWords.state(value.state)
    if !value.letters.isEmpty { aside += ", \(HTMLWords.position(value.letters))" }
    out.element("span", ("class", "vh"), text: " (\(aside))")
    out.end("span")
    out.space()
  }

  private func rank(_ state: HTMLMarks.State) -> Int {
    switch state {
    case .copy: 0
    case .setAside: 1
    case .leftOpen: 2
    case .denied: 3
    case .single: 4
    case .verdict(let verdict): 5 + (Verdict.allCases.firstIndex(of: verdict) ?? 0)
    }
  }

  /// The signs that the table uses.
  private func legend(
    _ facts: ArraySlice<Rule>, _ said: [String: [Int: [Int]]], _ columns: Set<Int>, to out: inout HTMLWriter
  ) {
    var states: Set<HTMLMarks.State> = []
    for rule in facts {
      for (article, claims) in said[rule.id] ?? [:] where columns.contains(article) {
        for place in claims { states.insert(context.marks.state(of: context.report.claims[place])) }
      }
    }
    out.start("ul", ("class", "signs"))
    for state in states.sorted(by: { rank($0) > rank($1) }) {
      out.start("li", ("class", state.name))
      out.element("span", ("class", "sign"), ("aria-hidden", "true"), text: state.sign)
      out.space()
      out.text(HTMLWords.state(state))
      out.end("li")
    }
    out.literal("<li class=\"gap\"><span class=\"sign\" aria-hidden=\"true\">–</span> ")
    out.text(HTMLWords.saysNothing)
    out.end("li")
    out.end("ul")
    out.line()
  }
}
