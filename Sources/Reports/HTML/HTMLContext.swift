import Articles
import Claims
import Findings
import ICU

/// What all parts of the page share: the report by id, the marks of its claims, and the bounds that keep the page one that
/// a browser can show.
struct HTMLContext {
  /// More quotes than a reader would look through; the JSON report has all.
  static let claimsPerPosition = 40
  /// More positions than stand side by side on any screen.
  static let positions = 60
  /// About as many as a browser scrolls with ease: where there are very many positions, each shows fewer.
  static let claimsPerPage = 5_000
  /// Findings shown as cards; the others follow in short.
  static let cards = 1_000
  /// Findings in short; past these only their number is given.
  static let rows = 20_000

  let report: Report
  let index: ReportIndex
  let marks: HTMLMarks
  let options: ReportOptions
  /// How many claims of a position are quoted.
  let claimsShown: Int
  /// Findings that do not agree, worst first.
  let findings: [Finding]
  let agreeing: [Finding]
  private let places: [String: Int]
  private let claimPlaces: [String: Int]

  init(_ report: Report, _ options: ReportOptions) {
    self.report = report
    self.options = options
    index = ReportIndex(report)
    marks = HTMLMarks(index.findings)
    findings = index.findings.filter { $0.verdict != .agree }
    agreeing = index.findings.filter { $0.verdict == .agree }
    let positions =
      findings.prefix(Self.cards).reduce(0) { $0 + min($1.positions.count, Self.positions) }
      + min(agreeing.count, Self.cards)
    claimsShown =
      options.claimsPerPosition ?? min(Self.claimsPerPosition, max(2, Self.claimsPerPage / max(1, positions)))
    places = Dictionary(
      report.articles.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    claimPlaces = Dictionary(
      report.claims.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of an article in the report.
  func place(ofArticle id: String) -> Int? { places[id] }

  func claim(_ id: String) -> (place: Int, claim: Claim)? { claimPlaces[id].map { ($0, report.claims[$0]) } }

  func anchor(ofQuote place: Int) -> String { "q-\(place)" }

  /// The articles that speak in a finding, by their places, ascending.
  func articles(in finding: Finding) -> [Int] {
    var seen: Set<Int> = []
    for position in finding.positions {
      for id in position.claims {
        if let place = claimPlaces[id].flatMap({ places[report.claims[$0].article] }) { seen.insert(place) }
      }
    }
    return seen.sorted()
  }

  func name(of article: Article) -> String { Quote.oneLine(article.title ?? article.id) }

  /// Where an article's file lies as seen from the report; nil where nobody knows.
  func link(to article: Article, line: Int? = nil) -> String? {
    guard let base = options.articleBase, !article.file.isEmpty, article.file != "-" else { return nil }
    let file = FileReference(article.file)
    return (file.isRelative ? base : "") + file.uri + (line.map { "#L\($0)" } ?? "")
  }

  /// `articles/a.txt:17`.
  func place(of claim: Claim) -> String {
    "\(Quote.oneLine(index.article(claim.article)?.file ?? claim.article)):\(claim.line)"
  }

  /// The language for `lang`; nil where nothing tells.
  func language(of article: Article?) -> String? {
    guard let article, article.language != "und" else { return nil }
    let tag = HTMLEscaping.tag(article.language)
    return tag.isEmpty ? nil : tag
  }
}
