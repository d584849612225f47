import Articles
import Claims
import Findings
import ICU
import Mentions

@testable import Reports

/// Reports that no run would make, with every optional part there or not, and text that means harm.
struct RandomReport {
  private var generator: Numbers

  /// - Parameter seed: the same gives the same report.
  static func report(seed: UInt64) -> Report {
    var maker = RandomReport(generator: Numbers(state: seed))
    return maker.make()
  }

  /// Sebastiano Vigna's generator (SplitMix64): the same numbers on every machine.
  struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  static let hostile = [
    "", " ", "plain words", "<script>alert(1)</script>", "]]>", "-->", "::error file=a::b", "=1+1",
    "\"quoted\" \\ back",
    "line\nbreak\r\ntwo", "tab\tand\u{0}nul\u{7}bell", "\u{1B}[31mred", "\u{202E}right to left", "٥٢٠٠ جندي", "名美军",
    "👩‍👩‍👧 e\u{301}", "a|b", "`code` *bold* [link](javascript:1)", "\u{2028}\u{2029}\u{85}", "\u{FEFF}mark",
    "%0A%25", "a,b;c", "\u{FFFE}\u{10FFFF}",
  ]

  private mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  private mutating func bool() -> Bool { Bool.random(using: &generator) }
  private mutating func text() -> String { Self.hostile[int(0...Self.hostile.count - 1)] }
  private mutating func maybe() -> String? { bool() ? text() : nil }
  private mutating func day() -> Day? { bool() ? Day(number: int(-800_000...40_000)) : nil }

  private mutating func number() -> Double {
    switch int(0...5) {
    case 0: 0
    case 1: Double(int(-5...9_000_000))
    case 2: Double(int(0...9_999)) / 7
    case 3: 1e22
    case 4: .leastNonzeroMagnitude
    default: 9_007_199_254_740_992
    }
  }

  private mutating func make() -> Report {
    let articles = (0..<int(1...4)).map { i in article(i) }
    let rules = (0..<int(1...4)).map { i in rule(i) }
    let claims = (0..<int(0...12)).map { i in claim(i, articles, rules) }
    let findings = claims.isEmpty ? [] : (0..<int(0...5)).map { i in finding(i, rules, claims) }
    let problems = (0..<int(0...3)).map { _ in problem() }
    var report = Report(
      toolVersion: text(), articles: articles, rules: rules, claims: claims, findings: findings, problems: problems)
    if bool() {
      report.baseline = BaselineSummary(
        file: text(), fixed: (0..<int(0...2)).map { _ in entry() }, expired: (0..<int(0...2)).map { _ in entry() })
    }
    return report
  }

  private mutating func article(_ i: Int) -> Article {
    let id = "articles/\(i) \(text()).md"
    var article = Article(
      id: id, file: bool() ? nil : text(), title: maybe(), day: day(),
      language: ["en", "ar", "und", "zh-Hant"][int(0...3)],
      source: maybe(), url: bool() ? "https://example.org/\(text())" : nil, text: SourceText(name: id, text: ""),
      blocks: [])
    if int(0...4) == 0 { article.copyOf = "articles/0 \(text()).md" }
    return article
  }

  private mutating func rule(_ i: Int) -> Rule {
    Rule(
      id: "rule-\(i)", title: text(), kind: Rule.Kind.allCases[int(0...Rule.Kind.allCases.count - 1)],
      changes: Rule.Change.allCases[int(0...Rule.Change.allCases.count - 1)], compare: bool() ? .meaning : .stated,
      severity: Rule.Severity.allCases[int(0...2)], why: maybe())
  }

  private mutating func value() -> (Claim.Value, [Interval]) {
    switch int(0...3) {
    case 0:
      let low = number()
      var quantity = Quantity(
        value: bool() ? low : nil, low: bool() ? low : nil, high: bool() ? low + 10 : nil, lowIsOpen: bool(),
        highIsOpen: bool(), unit: [nil, "percent", "kilometer", "EUR"][int(0...3)], isScaled: bool())
      quantity.approximation = [nil, .about, .under, .over][int(0...3)]
      let intervals = (0..<int(1...2)).map { _ in Interval(low - 5, bool() ? low + 5 : .infinity) }
      return (.quantity(quantity), intervals)
    case 1:
      let from = day()
      return (.date(DateSpan(from: from, to: from.map { $0 + int(0...400) })), [.point(0)])
    case 2: return (.name(canonical: text(), forms: (0..<int(0...3)).map { _ in text() }), [])
    default: return (.state(text()), [])
    }
  }

  private mutating func claim(_ i: Int, _ articles: [Article], _ rules: [Rule]) -> Claim {
    let (value, possibilities) = value()
    let figure = text()
    let words = text() + figure + text()
    let start = int(0...5_000)
    var claim = Claim(
      id: "c\(i + 1)", rule: rules[int(0...rules.count - 1)].id, article: articles[int(0...articles.count - 1)].id,
      value: value, possibilities: possibilities, text: words, figure: bool() ? figure : nil,
      sentence: text() + words + text(), start: start, end: start + words.unicodeScalars.count, line: int(1...90),
      column: int(1...90), modality: [.asserted, .attributed, .negated, .hypothetical][int(0...3)],
      attribution: maybe(),
      asOf: day(), since: day())
    if int(0...4) == 0 { claim.setAside = text() }
    if int(0...4) == 0 { claim.copyOf = "c1" }
    if case .name = value, bool() { claim.why = [text(), text()] }
    return claim
  }

  private mutating func finding(_ i: Int, _ rules: [Rule], _ claims: [Claim]) -> Finding {
    let positions = (0..<int(1...3)).map { _ in
      Position(label: text(), claims: (0..<int(1...4)).map { _ in claims[int(0...claims.count - 1)].id })
    }
    let rule = rules[int(0...rules.count - 1)]
    var finding = Finding(
      id: "\(rule.id)-\(i)", rule: rule.id, verdict: Verdict.allCases[int(0...4)], severity: rule.severity, asOf: day(),
      message: text(), positions: positions)
    finding.standing = [.new, .known(reason: nil), .known(reason: text()), .suppressed(reason: text())][int(0...3)]
    return finding
  }

  private mutating func problem() -> Diagnostic {
    let line = int(0...3)
    return Diagnostic(
      [.note, .warning, .error][int(0...2)], text(),
      at: bool()
        ? .init(file: text(), line: line, column: line == 0 ? 0 : int(0...9), length: int(1...5), excerpt: maybe())
        : nil,
      help: maybe())
  }

  private mutating func entry() -> BaselineEntry {
    BaselineEntry(
      id: text(), rule: text(), verdict: Verdict.allCases[int(0...4)], message: text(),
      articles: (0..<int(0...2)).map { _ in text() }, reason: maybe(), expires: day())
  }
}
