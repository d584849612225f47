import Claims
import Findings

/// What a baseline has to do with the page: the entry to copy for a finding, and what became of the entries there were.
enum HTMLBaseline {
  /// More articles than a reader of a baseline would look through.
  private static let articles = 20

  /// A finding's entry, as a baseline holds it: a JSON object by its id.
  static func entry(_ finding: Finding, _ context: HTMLContext) -> String {
    let names = context.articles(in: finding).prefix(articles).map { context.report.articles[$0].id }
    var json = JSONWriter()
    BaselineFile.write(
      BaselineEntry(
        id: finding.id, rule: finding.rule, verdict: finding.verdict, message: finding.message, articles: Array(names),
        reason: finding.standing.reason),
      &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The entries that no finding answers any more; nil where the report knows of no baseline.
  static func section(_ context: HTMLContext) -> String? {
    guard let baseline = context.report.baseline else { return nil }
    var out = HTMLWriter()
    if baseline.fixed.isEmpty, baseline.expired.isEmpty {
      out.element("p", ("class", "note"), text: HTMLWords.baselineClean)
    }
    list(baseline.fixed, HTMLWords.fixed, "fixed", to: &out)
    list(baseline.expired, HTMLWords.expired, "expired", to: &out)
    return out.markup
  }

  private static func list(_ entries: [BaselineEntry], _ title: String, _ kind: String, to out: inout HTMLWriter) {
    guard !entries.isEmpty else { return }
    out.element("h3", text: title)
    out.start("ul", ("class", "entries " + kind))
    out.line()
    for entry in entries.prefix(HTMLContext.cards) {
      out.start("li")
      out.element("span", ("dir", "auto"), text: Quote.oneLine(entry.message))
      out.space()
      out.element("code", ("dir", "ltr"), text: Quote.oneLine(entry.id))
      if let day = entry.expires {
        out.space()
        out.element("small", text: HTMLWords.expires(ValueFormat.day(day)))
      }
      if let reason = entry.reason {
        out.space()
        out.element("small", ("dir", "auto"), text: Quote.oneLine(reason))
      }
      out.end("li")
      out.line()
    }
    out.end("ul")
    if entries.count > HTMLContext.cards {
      out.element("p", ("class", "more"), text: HTMLWords.uncounted(entries.count - HTMLContext.cards))
    }
  }
}
