import Claims
import Findings
import ICU

/// What the interface of the HTML report says, all in one place: a translation is a second set of these. Explanations and
/// messages of findings are the report's own words, the same in every format (see ``Wording``).
enum HTMLWords {
  /// The words that the frame of the page asks for, as `{{words.skip}}`.
  static let frame: [String: String] = [
    "skip": "Skip to the findings",
    "dark": "Dark",
    "help": "Keys",
    "published": "published",
    "incomplete": "while reading: not everything could be checked.",
    "contents": "Sections",
    "summary": "By rule",
    "findings": "Findings",
    "matrix": "Who says what",
    "timelines": "Over time",
    "articles": "Articles",
    "rules": "Rules",
    "legend": "What the verdicts mean",
    "filters": "Filter findings",
    "statusAll": "{n} findings",
    "statusSome": "{n} of {all} findings",
    "reset": "Clear filters",
    "none": "No finding fits these filters.",
    "agreeing": "on which the articles agree",
    "open": "found and not compared",
    "baseline": "Baseline",
    "read": "read",
    "applied": "applied",
    "article": "Article", "day": "Published", "language": "Language", "source": "Source",
    "rule": "Rule", "kind": "Watches a", "severity": "Severity", "claims": "Claims",
    "helpTitle": "Keys and addresses",
    "helpMove": "next and previous finding",
    "helpSearch": "search for words",
    "helpHelp": "show these keys",
    "helpEscape": "clear the search, or close this",
    "helpKeys": "Keys without Ctrl or Alt are on",
    "helpAddress": "Filters stand in the address of the page: copy it to pass on what you see.",
    "close": "Close",
    "copyTitle": "Copy by hand",
    "copyHow": "The browser does not let this page copy. The text is selected:",
    "copied": "Copied",
  ]

  // MARK: - Filters

  static let search = "Words"
  static let searchHint = "a figure, a name, a phrase"
  static let verdict = "Verdict"
  static let rule = "Rule"
  static let article = "Article"
  static let language = "Language"
  static let standing = "Standing"
  /// `French (fr)`; the tag alone where it has no name.
  static func language(_ tag: String) -> String {
    let name = Locales.name(of: tag, in: "en")
    return name.isEmpty || name == tag ? tag : "\(name) (\(tag))"
  }
  static let allOfThem = "All"
  static func more(articles: Int) -> String { "\(counted(articles, "more article")): search for words" }
  static func standing(_ standing: Standing) -> String {
    switch standing {
    case .new: "new"
    case .known: "known"
    case .suppressed: "suppressed"
    }
  }

  // MARK: - Findings

  static let calm = "Nothing in these articles conflicts with anything else in them, as far as the rules look."
  static let nothing = "No rule found a claim in an article, so there was nothing to compare."
  /// The class of a page without claims.
  static let noVerdict = "gap"
  static func asOf(_ day: String) -> String { "as of \(day)" }
  static let normalForm = "what the words say, in normal form"
  static func saidBy(_ speaker: String) -> String { "said by \(speaker)" }
  static let somebody = "somebody"
  static func reason(_ standing: Standing) -> String? {
    switch standing {
    case .new: nil
    case .known: "In the baseline"
    case .suppressed: "Suppressed"
    }
  }
  static let permalink = "Link to this finding"
  static let copyLink = "Copy link"
  static let copyBaseline = "Copy baseline entry"
  static func more(positions: Int) -> String {
    "and \(counted(positions, "more position")), all of them in report.json"
  }
  static func others(_ articles: Int) -> String { "\(counted(articles, "more article")) with the same answer" }
  static func atOne(_ rules: Int) -> String { "\(counted(rules, "more rule")), without a conflict" }
  static func more(claims: Int) -> String { "and \(counted(claims, "more claim")), all of them in report.json" }
  static func rest(_ count: Int, shown: Int) -> String {
    "\(counted(count, "more finding")), in short: this page shows the first \(counted(shown, "finding")) in full, "
      + "report.json has all"
  }
  static func uncounted(_ count: Int) -> String { "and \(counted(count, "more")), all of them in report.json" }
  static func position(_ letter: String) -> String { "position \(letter)" }
  static func decided(known: Int, suppressed: Int, new: Int) -> String {
    var parts = [counted(new, "new finding")]
    if known > 0 { parts.append("\(ValueFormat.number(Double(known))) known from the baseline") }
    if suppressed > 0 { parts.append("\(ValueFormat.number(Double(suppressed))) suppressed") }
    return parts.joined(separator: ", ")
  }

  // MARK: - Matrix

  static let fact = "Fact"
  static let saysNothing = "says nothing"
  static let matrixTable = "Facts by article"
  static let matrixNote =
    "Each row is a fact, each column an article. Equal letters take the same position; a dash says nothing of it."
  static func matrixBound(articles: Int, of allArticles: Int, facts: Int, of allFacts: Int) -> String {
    var parts: [String] = []
    if articles < allArticles {
      parts.append("\(articles) of \(counted(allArticles, "article")), those in conflict first")
    }
    if facts < allFacts { parts.append("\(facts) of \(counted(allFacts, "fact")), the worst first") }
    return "Shown: \(parts.joined(separator: "; "))."
  }
  static func state(_ state: HTMLMarks.State) -> String {
    switch state {
    case .verdict(let verdict): verdict.rawValue
    case .single: "nothing to compare with"
    case .denied: "denied"
    case .leftOpen: "left open"
    case .copy: "a copy, counted once"
    case .setAside: "set aside"
    }
  }

  // MARK: - Timelines

  static let timelineHint = "Hover over a mark, or move to it with Tab, to read what was said."
  static func chart(_ title: String, _ count: Int, dates: Bool) -> String {
    dates
      ? "\(title): \(counted(count, "date")) that articles give, each on a line of its own"
      : "\(title): \(counted(count, "figure")) by the day that they speak of"
  }
  static func chartBound(_ count: Int, of all: Int) -> String { "Shown: \(count) of \(counted(all, "claim"))." }
  static func chartsBound(_ count: Int, of all: Int) -> String {
    "Shown: \(count) of \(counted(all, "fact")), the worst first."
  }
  static func asTable(_ count: Int) -> String { "The same as a table (\(counted(count, "row")))" }
  static func timelineTable(_ title: String) -> String { "\(title): table" }
  static let day = "Day"
  static let value = "Value"
  static let words = "Words"
  static let position = "Position"
  static let undated = "no day"

  // MARK: - What was checked

  static let byRule = "Counts of findings by rule and verdict"
  static let allRules = "All rules"
  static func quietRules(_ count: Int) -> String {
    "\(counted(count, "rule")) without a finding \(count == 1 ? "is" : "are") left out."
  }
  static func moreRules(_ count: Int) -> String { "\(counted(count, "more rule")) in report.json." }
  static func copy(of id: String) -> String { "a copy of \(id): counted once" }
  static let fixed = "Fixed: in the baseline, and found no more"
  static let expired = "Expired: in the baseline past their last day, so they count as new"
  static let baselineClean = "Every entry of the baseline still stands."
  static func expires(_ day: String) -> String { "until \(day)" }

  static func meaning(_ verdict: Verdict) -> String {
    switch verdict {
    case .contradiction: "The articles state values that cannot all be true."
    case .disputed: "The values cannot all be true, but at least one is only reported as somebody’s word."
    case .changed: "The values differ, speak of different times, and the fact may change."
    case .compatible: "The words differ, but what they may mean overlaps."
    case .agree: "The values are equal."
    }
  }
}
