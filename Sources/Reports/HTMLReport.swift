import Articles
import Claims
import Findings
import ICU
import Mustache

/// The report for readers: one page that needs nothing else, neither scripts nor the network.
public struct HTMLReport: ReportFormat {
  public let name = "html"
  public let fileName = "report.html"
  public let isDefault = true

  public init() {}

  public func render(_ report: Report, options: ReportOptions) throws(Diagnostic) -> [UInt8] {
    switch Self.template {
    case .success(let template):
      return Array(template.render(HTMLPage(report, options).values).utf8)
    case .failure(let error):
      throw Diagnostic(.error, "the template of the HTML report does not parse: \(error)")
    }
  }

  private static let template: Result<MustacheTemplate, any Error> = {
    MustacheContentTypes.register(HTMLEscaping(), named: HTMLEscaping.name)
    return Result { try MustacheTemplate(string: HTMLTemplate.page) }
  }()
}

/// A level of the page's values. A dictionary would do, were it not that the casts of the template library, one or more
/// a look-up, take a type without generic conditions several times faster.
private struct Values: MustacheParent, ExpressibleByDictionaryLiteral {
  private var fields: [String: Any]

  init(dictionaryLiteral elements: (String, Any)...) {
    fields = Dictionary(elements, uniquingKeysWith: { first, _ in first })
  }

  subscript(_ name: String) -> Any? {
    get { fields[name] }
    set { fields[name] = newValue }
  }

  func child(named name: String) -> Any? { fields[name] }
}

/// The values that the template of the page asks for, by its names. The template escapes them; the only markup among
/// them is that of quotes. Names differ between the levels, since a template looks for what a value lacks in the values
/// around it.
private struct HTMLPage {
  /// More quotes than a reader would look through; the JSON report has all.
  static let claimsPerPosition = 40
  /// About as many as a browser scrolls with ease: where there are very many positions, each shows fewer.
  static let claimsPerPage = 5_000
  let index: ReportIndex
  let limit: Int

  init(_ report: Report, _ options: ReportOptions) {
    index = ReportIndex(report)
    let positions = report.findings.reduce(0) { $0 + $1.positions.count }
    limit =
      options.claimsPerPosition ?? min(Self.claimsPerPosition, max(2, Self.claimsPerPage / max(1, positions)))
  }

  var values: Values {
    let report = index.report
    let counts = VerdictCounts(report.findings)
    let shown = index.findings.filter { $0.verdict != .agree }
    let agreeing = index.findings.filter { $0.verdict == .agree }
    var values: Values = [
      "style": HTMLTemplate.style,
      "tool": "factcheck \(report.toolVersion)",
      "headline": Wording.headline(report),
      "scope": Wording.scope(index).joined(separator: ", "),
      "verdict": report.verdict.rawValue,
      "symbol": Wording.symbol(report.verdict),
      "counts": Verdict.allCases.reversed().map { verdict in
        let words = Wording.count(counts[verdict], verdict).split(separator: " ", maxSplits: 1)
        return [
          "verdict": verdict.rawValue, "symbol": Wording.symbol(verdict), "number": String(words.first ?? ""),
          "word": String(words.last ?? ""), "none": counts[verdict] == 0,
        ] as Values
      },
      "findings": shown.map(finding), "agreeing": agreeing.map(finding),
      "articles": report.articles.map(article), "rules": report.rules.map(rule),
      "problems": report.problems.map(problem),
      "articleCount": counted(report.articles.count, "article"), "ruleCount": counted(report.rules.count, "rule"),
      "agreeCount": counted(agreeing.count, "fact"), "problemCount": counted(report.problems.count, "problem"),
      "hasFindings": !shown.isEmpty, "hasAgreeing": !agreeing.isEmpty, "hasArticles": !report.articles.isEmpty,
      "openCount": counted(index.uncompared.count, "claim"), "hasOpen": !index.uncompared.isEmpty,
      "open": index.uncompared.prefix(Self.claimsPerPosition).map(open),
      "hasRules": !report.rules.isEmpty, "hasProblems": !report.problems.isEmpty,
    ]
    let days = report.articles.compactMap(\.day)
    if let first = days.min(), let last = days.max() {
      values["days"] = first == last ? ValueFormat.day(first) : "\(ValueFormat.day(first)) – \(ValueFormat.day(last))"
    }
    return values
  }

  // MARK: - Findings

  private func finding(_ finding: Finding) -> Values {
    let rule = index.rule(finding.rule)
    let claims = finding.positions.flatMap(\.claims).lazy.compactMap(index.claim)
    var values: Values = [
      "anchor": HTMLEscaping.anchor(finding.id), "id": finding.id, "verdict": finding.verdict.rawValue,
      "symbol": Wording.symbol(finding.verdict), "message": finding.message, "severity": finding.severity.rawValue,
      "title": rule?.title ?? finding.rule,
      "explanation": Wording.explanation(finding, rule: rule, claims: Array(claims)),
      "positions": finding.positions.map { position($0) },
      "labels": finding.positions.map(\.label),
    ]
    if let day = finding.asOf { values["asOf"] = ValueFormat.day(day) }
    if let why = rule?.why { values["why"] = why }
    return values
  }

  private func position(_ position: Position) -> Values {
    let claims = position.claims.prefix(limit).compactMap(index.claim)
    // An article speaks once, with all its quotes under its name.
    var order: [String] = []
    var quotes: [String: [Values]] = [:]
    for claim in claims {
      let language = index.article(claim.article)?.language ?? "und"
      if quotes[claim.article] == nil { order.append(claim.article) }
      quotes[claim.article, default: []].append(quote(claim, language))
    }
    let all = counted(position.claims.count, "claim")
    var values: Values = [
      "label": position.label,
      "count": position.claims.count > limit ? all : "\(all) in \(counted(order.count, "article"))",
      "speakers": order.map { id in
        var values = index.article(id).map(article) ?? Values(dictionaryLiteral: ("id", id), ("name", id))
        values["quotes"] = quotes[id] ?? []
        return values
      },
    ]
    if position.claims.count > limit {
      values["more"] = counted(position.claims.count - limit, "more claim")
    }
    return values
  }

  /// A claim that is listed only.
  private func open(_ claim: Claim) -> Values {
    let article = index.article(claim.article)
    var values = quote(claim, article?.language ?? "und")
    values["openTitle"] = index.rule(claim.rule)?.title ?? claim.rule
    values["modality"] = Wording.modality(claim)
    values["openName"] = article?.title ?? claim.article
    return values
  }

  private func quote(_ claim: Claim, _ language: String) -> Values {
    let quote = Quote(claim)
    var markup = HTMLEscaping.escape(quote.before)
    if !quote.figure.isEmpty { markup += "<mark>\(HTMLEscaping.escape(quote.figure))</mark>" }
    markup += HTMLEscaping.escape(quote.after)
    var values: Values = [
      "markup": markup, "dir": HTMLEscaping.direction(language), "line": claim.line,
      "normalForm": ValueFormat.normalForm(of: claim.value),
    ]
    if language != "und" { values["lang"] = language }
    if let speaker = claim.attribution {
      values["speaker"] = Quote.oneLine(speaker)
    } else if claim.modality == .attributed {
      values["speaker"] = "somebody"
    }
    if !claim.why.isEmpty { values["because"] = claim.why.joined(separator: "; ") }
    if let day = claim.asOf, day != index.article(claim.article)?.day { values["spokenOf"] = ValueFormat.day(day) }
    return values
  }

  // MARK: - What was checked

  private func article(_ article: Article) -> Values {
    var values: Values = [
      "id": article.id, "name": article.title ?? article.id, "dir": HTMLEscaping.direction(article.language),
    ]
    if article.title != nil { values["hasTitle"] = true }
    if let original = article.copyOf { values["copyOf"] = original }
    if article.language != "und" { values["language"] = article.language }
    if let day = article.day {
      values["day"] = ValueFormat.day(day)
      values["date"] = day.description
    }
    if let source = article.source { values["source"] = source }
    if let link = HTMLEscaping.link(article.url) { values["link"] = link }
    return values
  }

  private func rule(_ rule: Rule) -> Values {
    var values: Values = [
      "id": rule.id, "title": rule.title, "kind": rule.kind.rawValue, "severity": rule.severity.rawValue,
      "claims": ValueFormat.number(Double(index.claimCount(ofRule: rule.id))),
    ]
    if let why = rule.why { values["why"] = why }
    return values
  }

  private func problem(_ problem: Diagnostic) -> Values {
    var values: Values = ["severity": problem.severity.rawValue, "message": problem.message]
    if let location = problem.location {
      var place = location.file
      if location.line > 0 { place += ":\(location.line)" }
      if location.line > 0, location.column > 0 { place += ":\(location.column)" }
      values["place"] = place
    }
    if let help = problem.help { values["help"] = help }
    return values
  }
}
