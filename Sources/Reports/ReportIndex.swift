import Articles
import Claims
import Findings

/// How many findings came to each verdict.
struct VerdictCounts {
  private var counts: [Verdict: Int] = [:]

  init(_ findings: [Finding]) {
    for finding in findings { counts[finding.verdict, default: 0] += 1 }
  }

  subscript(_ verdict: Verdict) -> Int { counts[verdict] ?? 0 }
}

/// A report's parts by id, and its findings in the order that people read them.
struct ReportIndex {
  let report: Report
  private let articles: [String: Int]
  private let claims: [String: Int]
  private let rules: [String: Int]
  /// Worst verdict first, then gravest severity, then as the run found them.
  let findings: [Finding]
  private let claimCounts: [String: Int]

  init(_ report: Report) {
    self.report = report
    articles = Self.index(report.articles.lazy.map(\.id))
    claims = Self.index(report.claims.lazy.map(\.id))
    rules = Self.index(report.rules.lazy.map(\.id))
    claimCounts = report.claims.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
    findings = report.findings.enumerated().sorted { a, b in
      if a.element.verdict != b.element.verdict { return a.element.verdict > b.element.verdict }
      if a.element.severity != b.element.severity {
        return Self.rank(a.element.severity) < Self.rank(b.element.severity)
      }
      return a.offset < b.offset
    }.map(\.element)
  }

  func article(_ id: String) -> Article? { articles[id].map { report.articles[$0] } }
  func claim(_ id: String) -> Claim? { claims[id].map { report.claims[$0] } }
  func rule(_ id: String) -> Rule? { rules[id].map { report.rules[$0] } }

  func claimCount(ofRule id: String) -> Int { claimCounts[id] ?? 0 }

  /// The languages of the articles, each once, in order of their tags; what could not be told is left out.
  var languages: [String] { Set(report.articles.map(\.language)).subtracting(["und", ""]).sorted() }

  /// Rules of which no article says a word: often a rule that needs mending.
  var silentRules: [Rule] {
    report.rules.filter { claimCounts[$0.id] == nil && $0.kind != .total }
  }

  /// What is denied, or may be: claims that are listed and not compared.
  var uncompared: [Claim] { report.claims.filter { !$0.isCompared && $0.copyOf == nil } }

  private static func index(_ ids: some Sequence<String>) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  private static func rank(_ severity: Rule.Severity) -> Int {
    switch severity {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}

/// `1 article`, `3 articles`.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(ValueFormat.number(Double(count))) \(count == 1 ? one : many ?? one + "s")"
}
