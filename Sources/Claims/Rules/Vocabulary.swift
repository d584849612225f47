/// The keys that a mapping may have: what messages tell about them.
struct Vocabulary {
  /// "a rule"
  let what: String
  /// In the order in which messages list them.
  let keys: [String]
  /// Words that people write for a key.
  let synonyms: [String: String]
  /// How a key is used, for help.
  let examples: [String: String]

  static let rule = Vocabulary(
    what: "a rule",
    keys: RuleKey.allCases.map(\.rawValue),
    synonyms: [
      "name": "title", "label": "title", "type": "claim", "kind": "claim", "concept": "about", "concepts": "about",
      "subject": "about", "context": "near", "not": "unless", "except": "unless", "exclude": "unless",
      "level": "severity",
      "description": "why", "reason": "why", "because": "why", "note": "why", "comment": "why", "period": "during",
      "state": "states", "symbols": "states", "answers": "states", "sum": "total", "whole": "total", "part": "parts",
      "addends": "parts", "between": "during", "dates": "during", "tests": "examples", "cases": "examples",
      "units": "unit",
      "changing": "changes", "read": "compare", "and": "with", "together": "with", "key": "id",
      "template": "use", "uses": "use", "extends": "use", "like": "use", "from": "use",
    ],
    examples: Dictionary(uniqueKeysWithValues: RuleKey.allCases.map { ($0.rawValue, $0.example) }))

  static let state = Vocabulary(
    what: "a state", keys: ["symbol", "concepts", "not"],
    synonyms: [
      "name": "symbol", "id": "symbol", "state": "symbol", "value": "symbol", "label": "symbol", "concept": "concepts",
      "about": "concepts", "terms": "concepts", "words": "concepts", "negated": "not", "else": "not",
      "otherwise": "not",
      "opposite": "not",
    ],
    examples: ["symbol": "symbol: binding", "concepts": "concepts: [law]", "not": "not: non-binding"])

  static let file = Vocabulary(
    what: "a rule file", keys: ["include", "rules", "concepts", "names", "suppressions"],
    synonyms: [
      "includes": "include", "import": "include", "imports": "include", "rule": "rules", "concept": "concepts",
      "name": "names", "people": "names", "persons": "names",
      "suppression": "suppressions", "suppress": "suppressions", "ignore": "suppressions", "exceptions": "suppressions",
    ],
    examples: [
      "include": "include: ../shared-rules",
      "rules": "rules: [{id: …, claim: quantity, about: […]}]",
      "concepts": "concepts: {troops: {en: [troop, soldier]}}",
      "names": "names: {Yoon Ji-ho: [尹智浩]}",
      "suppressions": "suppressions: [{finding: …, reason: …}]",
    ])

  static let suppression = Vocabulary(
    what: "a suppression", keys: ["finding", "article", "rule", "text", "reason", "expires"],
    synonyms: suppressionSynonyms.merging(["file": "article", "path": "article", "id": "finding"]) { first, _ in first
    },
    examples: suppressionExamples)

  /// In a file beside an article, which says by its name which one is meant.
  static let suppressionBesideArticle = Vocabulary(
    what: "a suppression beside an article", keys: ["rule", "text", "reason", "expires"],
    synonyms: suppressionSynonyms, examples: suppressionExamples)

  static let besideArticle = Vocabulary(
    what: "a file beside an article", keys: ["suppressions"],
    synonyms: ["suppression": "suppressions", "suppress": "suppressions", "ignore": "suppressions"],
    examples: ["suppressions": "suppressions: [{rule: …, reason: …}]"])

  private static let suppressionSynonyms = [
    "why": "reason", "because": "reason", "comment": "reason", "note": "reason", "until": "expires",
    "expiry": "expires", "date": "expires", "words": "text", "claim": "text", "quote": "text", "sentence": "text",
  ]
  private static let suppressionExamples = [
    "finding": "finding: us-troops-in-iraq-3f9c2a", "article": "article: ../articles/a.md",
    "rule": "rule: us-troops-in-iraq", "text": "text: plus de 5 200 soldats",
    "reason": "reason: both figures are quoted on purpose", "expires": "expires: 2027-01-31",
  ]

  static let settings = Vocabulary(
    what: "a settings file",
    keys: [
      "articles", "include", "output", "fail-on", "fail-severity", "max-findings", "baseline", "strict-baseline",
      "checks",
      "lint",
      "file-dates",
    ],
    synonyms: [
      "article": "articles", "files": "articles", "inputs": "articles", "input": "articles", "sources": "articles",
      "reports": "output", "report": "output", "out": "output", "folder": "output", "fail": "fail-on",
      "threshold": "fail-on", "failon": "fail-on", "severity": "fail-severity", "fail-level": "fail-severity",
      "max": "max-findings", "maximum": "max-findings", "limit": "max-findings", "baselines": "baseline",
      "strict": "strict-baseline", "check": "checks", "built-in": "checks", "builtin": "checks",
      "linter": "lint", "lints": "lint", "warnings": "lint", "disable": "lint",
    ],
    examples: [
      "articles": "articles: ../articles/*.md", "output": "output: ../reports", "fail-on": "fail-on: contradiction",
      "fail-severity": "fail-severity: warning", "max-findings": "max-findings: 3",
      "include": "include: ../shared-rules",
      "baseline": "baseline: baseline.json", "strict-baseline": "strict-baseline: true",
      "checks": "checks: {weekdays: false}", "lint": "lint: {missing-language: false}",
      "file-dates": "file-dates: true",
    ])

  static let checks = Vocabulary(
    what: "`checks`", keys: DateCheck.allCases.map(\.rawValue),
    synonyms: [
      "weekday": "weekdays", "weekday-check": "weekdays", "days": "weekdays", "period": "periods",
      "period-check": "periods", "ranges": "periods", "age": "ages", "age-check": "ages",
    ],
    examples: Dictionary(uniqueKeysWithValues: DateCheck.allCases.map { ($0.rawValue, "\($0.rawValue): false") }))

  static let lint = Vocabulary(
    what: "`lint`", keys: LintCheck.allCases.map(\.rawValue),
    synonyms: [
      "languages": "missing-language", "unused": "unused-concept", "redundant": "redundant-term",
      "script": "wrong-script", "stop-word": "common-word", "duplicate-rule": "similar-rules",
      "examples": "missing-examples",
    ],
    examples: Dictionary(uniqueKeysWithValues: LintCheck.allCases.map { ($0.rawValue, "\($0.rawValue): false") }))

  static let article = Vocabulary(
    what: "an article", keys: ["path", "date", "language", "title", "source", "url"],
    synonyms: [
      "file": "path", "glob": "path", "name": "path", "day": "date", "published": "date", "lang": "language",
      "headline": "title", "publisher": "source", "author": "source", "link": "url", "href": "url",
    ],
    examples: [
      "path": "path: ../articles/a.txt", "date": "date: 2021-07-26", "language": "language: fr",
      "title": "title: \"…\"",
      "source": "source: Le Courrier", "url": "url: https://example.org/a",
    ])

  /// The key that was probably meant.
  func suggestion(for key: String) -> String? {
    Suggestion.closest(to: key, among: keys) ?? synonyms[key.lowercased()]
  }
}

enum RuleKey: String, CaseIterable {
  case id, use, title, claim, about, with, near, unless, scope, changes, compare, tolerance, severity, unit, take,
    during,
    why,
    examples
  /// Of rules of kind `state`.
  case states
  /// Of rules of kind `total`.
  case total, parts, across

  var example: String {
    switch self {
    case .use: "use: deaths"
    case .id: "id: us-troops-in-iraq"
    case .title: "title: American troops in Iraq"
    case .claim: "claim: quantity"
    case .about: "about: [troops]"
    case .with: "with: [foreign]"
    case .near: "near: [region:IQ]"
    case .unless: "unless: [vehicles]"
    case .scope: "scope: paragraph"
    case .changes: "changes: true"
    case .compare: "compare: stated"
    case .tolerance: "tolerance: 2%"
    case .severity: "severity: warning"
    case .unit: "unit: percent"
    case .take: "take: whole"
    case .during: "during: [2020-01-01, 2021-12-31]"
    case .why: "why: The desk publishes this figure again and again."
    case .examples: "examples: [{en: \"5,200 soldiers\", claims: [5200]}]"
    case .states: "states: [{symbol: unanimous, concepts: [unanimity]}]"
    case .total: "total: foreign-troops"
    case .parts: "parts: [us-troops, allied-troops]"
    case .across: "across: true"
    }
  }

  /// The keys that say what is taken from articles.
  var readsArticles: Bool {
    switch self {
    case .about, .with, .near, .unless, .scope, .unit, .take, .during, .examples: true
    default: false
    }
  }

  /// The keys that only one kind of rule has.
  var kind: Rule.Kind? {
    switch self {
    case .unit, .take: .quantity
    case .states: .state
    case .total, .parts, .across: .total
    default: nil
    }
  }
}
