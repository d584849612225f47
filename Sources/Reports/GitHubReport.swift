import Articles
import Claims
import Findings

/// Workflow commands that GitHub Actions turns into annotations beside the lines of a pull request:
/// `::error file=a.txt,line=3,col=7,title=…::message`.
///
/// Each position of a finding is annotated in each article that takes it, at its first claim there: the first article of
/// every position before the second of any, since GitHub shows few. Findings that are known or suppressed are left out,
/// as are those that are no conflict, but for changes.
/// Source: "Workflow commands for GitHub Actions", and `command.ts` of actions/toolkit for the escapes.
public struct GitHubReport: ReportFormat {
  public let name = "github"
  public let fileName = "report.github.txt"

  public init() {}

  /// GitHub shows ten annotations of each level in a step and drops the rest.
  static let shownPerLevel = 10
  /// How many places of the other side a message names.
  private static let placesPerSide = 3
  private static let sides = 6

  enum Level: String, CaseIterable { case error, warning, notice }

  public func render(_ report: Report, options: ReportOptions) -> [UInt8] {
    let index = ReportIndex(report)
    var lists = AnnotationLists()
    // What could not be read weighs more than what was found.
    for problem in report.problems { lists.add(Self.level(problem.severity)) { Self.annotation(problem) } }
    // First each side of every finding, then the other articles that take it.
    for isFirstOfSide in [true, false] {
      for finding in index.findings where finding.standing.isNew {
        guard let level = Self.level(finding) else { continue }
        let places = index.places(of: finding).places
        var side: Int?
        var shared: Set<String> = []
        for place in places {
          let isFirst = place.position != side
          side = place.position
          // What stands on several sides is pointed out once.
          if place.isShared, !shared.insert(place.claim.id).inserted { continue }
          if isFirst == isFirstOfSide { lists.add(level) { Self.annotation(place, places, finding, index) } }
        }
      }
    }
    var text = ""
    for level in Level.allCases {
      for annotation in lists.shown[level] ?? [] { text += annotation.command(level) + "\n" }
    }
    return Array((text + lists.summary + "\n").utf8)
  }

  private static func level(_ finding: Finding) -> Level? {
    if let level = finding.level { return self.level(level) }
    return finding.verdict == .changed ? .notice : nil
  }

  private static func level(_ severity: Rule.Severity) -> Level {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .notice
    }
  }

  private static func level(_ severity: Diagnostic.Severity) -> Level {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .notice
    }
  }

  // MARK: - What they say

  private static func annotation(_ problem: Diagnostic) -> Annotation {
    let help = problem.help.map { "\n" + Quote.oneLine($0) } ?? ""
    return Annotation(
      file: problem.location?.file, line: problem.location?.line ?? 0, column: problem.location?.column ?? 0,
      title: "factcheck", message: Quote.oneLine(problem.message) + help)
  }

  private static func annotation(
    _ place: FindingPlace, _ places: [FindingPlace], _ finding: Finding, _ index: ReportIndex
  ) -> Annotation {
    let claim = place.claim
    var lines = [Quote.oneLine(finding.message)]
    let words = "‘\(Quote.oneLine(claim.text))’"
    var own: Set<Int> = [place.position]
    if place.isShared {
      own = Set(finding.positions.indices.filter { finding.positions[$0].claims.contains(claim.id) })
      let labels = own.sorted().prefix(sides).map { Quote.oneLine(finding.positions[$0].label) }
      lines.append("Here: \(words), which fits \(Wording.list(labels[...], "and"))")
    } else {
      lines.append("Here: \(Quote.oneLine(finding.positions[place.position].label)) \(words)")
    }
    var others: [Int: [String]] = [:]
    for other in places where !own.contains(other.position) {
      if others[other.position, default: []].count == placesPerSide { continue }
      others[other.position, default: []].append(Quote.oneLine("\(other.file):\(other.claim.line)"))
    }
    for (number, names) in others.sorted(by: { $0.key < $1.key }).prefix(sides) {
      let position = finding.positions[number]
      let more = position.claims.count - names.count
      lines.append(
        "\(Quote.oneLine(position.label)): \(names.joined(separator: ", "))" + (more > 0 ? " and \(more) more" : ""))
    }
    if others.count > sides { lines.append("and \(counted(others.count - sides, "more position"))") }
    lines.append(Quote.oneLine(finding.id))
    let title = index.rule(finding.rule)?.title ?? finding.rule
    return Annotation(
      file: place.file, line: claim.line, column: claim.column,
      title: "\(finding.verdict.rawValue): \(Quote.oneLine(title))", message: lines.joined(separator: "\n"))
  }
}

/// The first annotations of each level, and how many there would be.
private struct AnnotationLists {
  var shown: [GitHubReport.Level: [Annotation]] = [:]
  var counts: [GitHubReport.Level: Int] = [:]

  mutating func add(_ level: GitHubReport.Level, _ annotation: () -> Annotation) {
    counts[level, default: 0] += 1
    if shown[level, default: []].count < GitHubReport.shownPerLevel { shown[level, default: []].append(annotation()) }
  }

  /// The last line; in our own words alone, for nothing in it is escaped.
  var summary: String {
    let all = GitHubReport.Level.allCases.compactMap { level in
      counts[level].map { counted($0, level.rawValue) }
    }
    let hidden = counts.values.reduce(0, +) - shown.values.reduce(0) { $0 + $1.count }
    let text = "factcheck: " + (all.isEmpty ? "nothing to annotate" : all.joined(separator: ", "))
    guard hidden > 0 else { return text }
    return text + "; \(counted(hidden, "more annotation")) left out, "
      + "as GitHub shows \(GitHubReport.shownPerLevel) of a level in a step: see the other reports"
  }
}

/// One workflow command.
private struct Annotation {
  var file: String?
  /// From 1; 0 for the whole file.
  var line: Int
  var column: Int
  var title: String
  var message: String

  func command(_ level: GitHubReport.Level) -> String {
    var properties: [String] = []
    if let file {
      properties.append("file=\(Self.property(FileReference.normalized(file)))")
      if line > 0 {
        properties.append("line=\(line)")
        if column > 0 { properties.append("col=\(column)") }
      }
    }
    properties.append("title=\(Self.property(title))")
    return "::\(level.rawValue) \(properties.joined(separator: ","))::\(Self.data(message))"
  }

  /// Line ends would end the command, and per cent signs begin an escape.
  private static func data(_ text: String) -> String { escaped(text, andSeparators: false) }
  /// In a property, colons and commas would end it besides.
  private static func property(_ text: String) -> String { escaped(text, andSeparators: true) }

  private static func escaped(_ text: String, andSeparators: Bool) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"): bytes += Array("%25".utf8)
      case 0x0D: bytes += Array("%0D".utf8)
      case 0x0A: bytes += Array("%0A".utf8)
      case UInt8(ascii: ":") where andSeparators: bytes += Array("%3A".utf8)
      case UInt8(ascii: ",") where andSeparators: bytes += Array("%2C".utf8)
      // No other control character is of use in a log, and some steer the terminal that shows it.
      case 0..<0x20, 0x7F: bytes += Array("\u{FFFD}".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
