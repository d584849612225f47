import Articles

/// One way to write a report. A format is a pure function of the report and the options: it returns bytes, and whoever
/// called writes them.
public protocol ReportFormat: Sendable {
  /// What `--format` calls it: `json`.
  var name: String { get }
  /// The file that a run writes it to: `report.json`.
  var fileName: String { get }
  /// Whether a run writes it where nobody says which formats to write.
  var isDefault: Bool { get }
  /// The whole report as UTF-8.
  func render(_ report: Report, options: ReportOptions) throws(Diagnostic) -> [UInt8]
}

extension ReportFormat {
  public var isDefault: Bool { false }
}

/// What the place that a report goes to can show.
public struct ReportOptions: Sendable {
  /// Whether text may carry ANSI colours.
  public var color: Bool
  /// Whether text goes to a terminal: right-to-left quotes are then isolated from the columns around them.
  public var isTerminal: Bool
  /// The columns of the terminal.
  public var width: Int
  /// How many claims of a position are shown to people before the rest is counted; nil for the format's own measure.
  /// JSON always holds all.
  public var claimsPerPosition: Int?
  /// What leads from the report to the folder that the names of articles are relative to: `../`, or nothing where the
  /// report lies there itself. Nil where nobody knows: articles are then named without a link.
  public var articleBase: String?

  public init(
    color: Bool = false, isTerminal: Bool = false, width: Int = 100, claimsPerPosition: Int? = nil,
    articleBase: String? = ""
  ) {
    self.color = color
    self.isTerminal = isTerminal
    self.width = width
    self.claimsPerPosition = claimsPerPosition
    self.articleBase = articleBase
  }
}

/// All formats, by name.
public enum ReportFormats {
  /// In the order in which help lists them. A new format is one more file and one more entry here.
  public static let all: [any ReportFormat] = [
    TextReport(), JSONReport(), HTMLReport(), SARIFReport(), JUnitReport(), GitHubReport(),
    MarkdownReport(), CSVReport(), ClaimReviewReport(),
  ]

  /// The format of that name, whatever its case; an error that names the likeliest one meant where there is none.
  public static func named(_ name: String) throws(Diagnostic) -> any ReportFormat {
    let wanted = name.lowercased()
    if let format = all.first(where: { $0.name == wanted }) { return format }
    let names = all.map(\.name)
    var help = "the formats are \(names.joined(separator: ", "))"
    if let near = nearest(to: wanted, in: names) { help = "did you mean ‘\(near)’? \(help)" }
    throw Diagnostic(.error, "there is no report format ‘\(name)’", help: help)
  }

  /// The candidate that fewest slips of the finger turn into `word`; nil where all are too far off to be meant.
  static func nearest(to word: String, in candidates: [String]) -> String? {
    let limit = max(1, min(3, (word.utf8.count + 1) / 2))
    let ranked = candidates.map { ($0, editDistance(Array(word.utf8), Array($0.utf8))) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= limit else { return nil }
    return best.0
  }

  /// Insertions, deletions and substitutions from one to the other (Wagner and Fischer 1974).
  private static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let substituted = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}
