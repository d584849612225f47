import Articles
import Claims
import Findings
import ICU
import Mustache

/// A level of the page's values. A dictionary would do, were it not that the casts of the template library, one or more
/// a look-up, take a type without generic conditions several times faster.
struct HTMLValues: MustacheParent, ExpressibleByDictionaryLiteral {
  private var fields: [String: Any]

  init(dictionaryLiteral elements: (String, Any)...) {
    fields = Dictionary(elements, uniquingKeysWith: { first, _ in first })
  }

  init(words: [String: String]) { fields = words }

  subscript(_ name: String) -> Any? {
    get { fields[name] }
    set { fields[name] = newValue }
  }

  func child(named name: String) -> Any? { fields[name] }
}

/// The values that the frame of the page asks for, by its names. The template escapes them, all but the parts that are
/// markup already. Names differ between the levels, since a template looks for what a value lacks in the values around it.
struct HTMLPage {
  let context: HTMLContext

  init(_ context: HTMLContext) { self.context = context }

  func values() -> HTMLValues {
    let report = context.report
    var cards = HTMLCards(context)
    let findings = cards.findings()
    let agreeing = cards.agreeing()
    let open = cards.open()
    var values: HTMLValues = [
      "words": HTMLValues(words: HTMLWords.frame),
      "style": HTMLAssets.style, "styleHash": HTMLAssets.styleHash,
      "script": HTMLAssets.script, "scriptHash": HTMLAssets.scriptHash,
      "tool": "factcheck \(report.toolVersion)", "headline": Wording.headline(report),
      "scope": Wording.scope(context.index).joined(separator: ", "),
      // Nothing to compare is no good news.
      "verdict": report.claims.isEmpty ? HTMLWords.noVerdict : report.verdict.rawValue,
      "symbol": report.claims.isEmpty ? "–" : Wording.symbol(report.verdict),
      "calm": report.claims.isEmpty ? HTMLWords.nothing : HTMLWords.calm, "counts": counts(), "legend": legend(),
      "filters": HTMLSummary(context: context).filters(), "cards": findings,
      "many": context.findings.count > 100, "hasAny": !report.findings.isEmpty,
      "hasFindings": !context.findings.isEmpty,
      "articleRows": HTMLArticles.rows(context), "articleCount": counted(report.articles.count, "article"),
      "hasArticles": !report.articles.isEmpty, "rules": report.rules.prefix(HTMLContext.cards).map(rule),
      "ruleCount": counted(report.rules.count, "rule"), "hasRules": !report.rules.isEmpty,
      "problems": report.problems.prefix(HTMLContext.cards).map(problem),
      "problemCount": counted(report.problems.count, "problem"), "hasProblems": !report.problems.isEmpty,
    ]
    if let table = HTMLSummary(context: context).table() { values["summary"] = table }
    if let matrix = HTMLMatrix(context: context, quoted: cards.quoted).markup() { values["matrix"] = matrix }
    if let timelines = HTMLTimelines(context: context, quoted: cards.quoted).markup() {
      values["timelines"] = timelines
    }
    if let decided = decided() { values["decided"] = decided }
    if !context.agreeing.isEmpty {
      values["agreeing"] = agreeing
      values["agreeCount"] = counted(context.agreeing.count, "fact")
    }
    if !context.index.uncompared.isEmpty {
      values["open"] = open
      values["openCount"] = counted(context.index.uncompared.count, "claim")
    }
    if let baseline = HTMLBaseline.section(context) {
      values["baseline"] = baseline
      values["baselineFile"] = Quote.oneLine(report.baseline?.file ?? "")
    }
    let days = report.articles.compactMap(\.day)
    if let first = days.min(), let last = days.max() {
      values["days"] = first == last ? ValueFormat.day(first) : "\(ValueFormat.day(first)) – \(ValueFormat.day(last))"
    }
    return values
  }

  private func counts() -> [HTMLValues] {
    let counts = VerdictCounts(context.report.findings)
    return Verdict.allCases.reversed().map { verdict in
      let words = Wording.count(counts[verdict], verdict).split(separator: " ", maxSplits: 1)
      return [
        "verdict": verdict.rawValue, "number": String(words.first ?? ""), "word": String(words.last ?? ""),
        "none": counts[verdict] == 0,
      ]
    }
  }

  /// How findings stand to the baseline and to suppressions; nil where all are new.
  private func decided() -> String? {
    var known = 0
    var suppressed = 0
    for finding in context.report.findings {
      switch finding.standing {
      case .new: break
      case .known: known += 1
      case .suppressed: suppressed += 1
      }
    }
    guard known + suppressed > 0 else { return nil }
    return HTMLWords.decided(
      known: known, suppressed: suppressed, new: context.report.findings.count - known - suppressed)
  }

  private func legend() -> [HTMLValues] {
    Verdict.allCases.reversed().map {
      ["verdict": $0.rawValue, "symbol": Wording.symbol($0), "meaning": HTMLWords.meaning($0)]
    }
  }

  private func rule(_ rule: Rule) -> HTMLValues {
    var values: HTMLValues = [
      "id": rule.id, "title": Quote.oneLine(rule.title), "kind": rule.kind.rawValue, "severity": rule.severity.rawValue,
      "claims": ValueFormat.number(Double(context.index.claimCount(ofRule: rule.id))),
    ]
    if let why = rule.why { values["why"] = Quote.oneLine(why) }
    return values
  }

  private func problem(_ problem: Diagnostic) -> HTMLValues {
    var values: HTMLValues = ["severity": problem.severity.rawValue, "message": Quote.oneLine(problem.message)]
    if let location = problem.location {
      var place = location.file
      if location.line > 0 { place += ":\(location.line)" }
      if location.line > 0, location.column > 0 { place += ":\(location.column)" }
      values["place"] = Quote.oneLine(place)
    }
    if let help = problem.help { values["help"] = Quote.oneLine(help) }
    return values
  }
}
