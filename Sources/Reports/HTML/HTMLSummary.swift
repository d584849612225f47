import Articles
import Claims
import Findings

/// What stands above the findings: counts by rule, and the filters.
struct HTMLSummary {
  let context: HTMLContext
  /// More rows than a summary can have.
  static let rules = 100
  static let articles = 500

  // MARK: - Counts by rule

  /// A table of rules and verdicts; nil where there is nothing to count.
  func table() -> String? {
    var counts: [String: [Verdict: Int]] = [:]
    var first: [String: String] = [:]
    for finding in context.index.findings {
      counts[finding.rule, default: [:]][finding.verdict, default: 0] += 1
      if first[finding.rule] == nil { first[finding.rule] = HTMLEscaping.anchor(finding.id) }
    }
    guard !counts.isEmpty else { return nil }
    let verdicts = Array(Verdict.allCases.reversed())
    let listed = context.report.rules.filter { counts[$0.id] != nil }.enumerated().sorted { a, b in
      let (x, y) = (context.marks.verdictOfRule[a.element.id], context.marks.verdictOfRule[b.element.id])
      return x != y ? x ?? .agree > y ?? .agree : a.offset < b.offset
    }.map(\.element)
    var out = HTMLWriter()
    out.start("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", HTMLWords.byRule))
    out.start("table", ("class", "byrule"))
    out.start("thead")
    out.start("tr")
    out.element("th", ("scope", "col"), text: HTMLWords.rule)
    for verdict in verdicts {
      out.start("th", ("scope", "col"), ("class", "number \(verdict.rawValue)"))
      out.element("span", ("class", "sign"), ("aria-hidden", "true"), text: Wording.symbol(verdict))
      out.literal(" ")
      out.element("span", ("class", "word"), text: verdict.rawValue)
      out.end("th")
    }
    out.end("tr")
    out.end("thead")
    out.start("tbody")
    out.line()
    // The rules to look at; those on which the articles are at one share a row.
    let quarrels = listed.filter { (context.marks.verdictOfRule[$0.id] ?? .agree) > .compatible }
    let rows = quarrels.isEmpty ? listed : quarrels
    for rule in rows.prefix(Self.rules) {
      out.start("tr", ("data-rule", rule.id))
      out.start("th", ("scope", "row"))
      out.start("a", ("href", "#" + (first[rule.id] ?? "findings")), ("dir", "auto"))
      out.text(Quote.oneLine(rule.title))
      out.end("a")
      out.end("th")
      for verdict in verdicts { number(counts[rule.id]?[verdict] ?? 0, verdict, to: &out) }
      out.end("tr")
      out.line()
    }
    let rest = listed.count - rows.count
    if rest > 0 {
      let shown = Set(rows.map(\.id))
      out.start("tr")
      out.start("th", ("scope", "row"))
      out.element("a", ("href", "#rules"), text: HTMLWords.atOne(rest))
      out.end("th")
      for verdict in verdicts {
        let sum = listed.reduce(0) { $0 + (shown.contains($1.id) ? 0 : counts[$1.id]?[verdict] ?? 0) }
        number(sum, verdict, to: &out)
      }
      out.end("tr")
      out.line()
    }
    out.end("tbody")
    out.end("table")
    out.end("div")
    var notes: [String] = []
    if rows.count > Self.rules { notes.append(HTMLWords.moreRules(rows.count - Self.rules)) }
    let quiet = context.report.rules.count - listed.count
    if quiet > 0 { notes.append(HTMLWords.quietRules(quiet)) }
    if !notes.isEmpty { out.element("p", ("class", "more"), text: notes.joined(separator: " ")) }
    return out.markup
  }

  private func number(_ count: Int, _ verdict: Verdict, to out: inout HTMLWriter) {
    out.element(
      "td", ("class", count == 0 ? "number none" : "number \(verdict.rawValue)"),
      text: ValueFormat.number(Double(count)))
  }

  // MARK: - Filters

  /// The controls of the form, each with only what would find something.
  func filters() -> String {
    let all = context.index.findings
    var out = HTMLWriter()
    out.start("p", ("class", "field words"))
    out.element("label", ("for", "q"), text: HTMLWords.search)
    out.start(
      "input", ("type", "search"), ("id", "q"), ("name", "q"), ("placeholder", HTMLWords.searchHint),
      ("aria-keyshortcuts", "/"))
    out.end("p")
    out.line()
    let verdicts = Set(all.map(\.verdict))
    select(
      "verdict", HTMLWords.verdict,
      Verdict.allCases.reversed().filter(verdicts.contains).map {
        Option(value: $0.rawValue, label: "\(Wording.symbol($0)) \($0.rawValue)")
      }, to: &out)
    let rules = Set(all.map(\.rule))
    select(
      "rule", HTMLWords.rule,
      context.report.rules.filter { rules.contains($0.id) }.map {
        Option(value: $0.id, label: Quote.oneLine($0.title))
      }, to: &out)
    let speaking = Set(all.lazy.flatMap { context.articles(in: $0) }).sorted()
    var articles = speaking.prefix(Self.articles).map { place in
      let article = context.report.articles[place]
      let day = article.day.map { "\($0) · " } ?? ""
      return Option(value: article.id, label: "\(day)\(context.name(of: article))", place: place)
    }
    if speaking.count > Self.articles {
      articles.append(Option(value: "", label: HTMLWords.more(articles: speaking.count - Self.articles), isOff: true))
    }
    select("article", HTMLWords.article, articles, to: &out)
    let languages = Set(speaking.compactMap { context.language(of: context.report.articles[$0]) }).sorted()
    select("language", HTMLWords.language, languages.map { Option(value: $0, label: HTMLWords.language($0)) }, to: &out)
    let standings = ["new", "known", "suppressed"].filter { name in
      all.contains { HTMLWords.standing($0.standing) == name }
    }
    if standings.count > 1 || standings.first != "new" {
      select("standing", HTMLWords.standing, standings.map { Option(value: $0, label: $0) }, to: &out)
    }
    return out.markup
  }

  private struct Option {
    var value: String
    var label: String
    var place: Int?
    var isOff = false
  }

  private func select(_ name: String, _ label: String, _ options: [Option], to out: inout HTMLWriter) {
    out.start("p", ("class", "field"))
    out.element("label", ("for", "filter-" + name), text: label)
    out.start("select", ("id", "filter-" + name), ("name", name))
    out.element("option", ("value", ""), text: HTMLWords.allOfThem)
    for option in options {
      out.element(
        "option", ("value", option.value), ("data-place", option.place.map(String.init)),
        ("disabled", option.isOff ? "" : nil), text: option.label)
    }
    out.end("select")
    out.end("p")
    out.line()
  }
}
