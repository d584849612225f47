import Articles
import Claims
import Findings
import ICU

/// The report as a comment on a pull request, in GitHub-flavoured Markdown: counts, a table of what is new, and each
/// finding folded beneath it. It never grows over what GitHub takes.
public struct MarkdownReport: ReportFormat {
  public let name = "markdown"
  public let fileName = "report.md"
  /// The first line of every report, invisible to readers: by it a program finds its older comment, to put the new one
  /// in its place.
  public static let marker = "<!-- factcheck report -->"
  /// The most characters that GitHub takes in a comment.
  public static let limit = 65_536

  public init() {}

  public func render(_ report: Report, options: ReportOptions) -> [UInt8] {
    var page = MarkdownPage(ReportIndex(report), options)
    page.write()
    return Array(page.text.utf8)
  }
}

/// Lays out one comment. Each section has a place by which it must end; what does not fit is counted.
private struct MarkdownPage {
  private static let positionsPerFinding = 8
  private static let claimsPerPosition = 4
  /// Code points by which the table, the findings and the lists below must end.
  private static let ends = (table: 16_000, findings: 52_000, list: 2_500, all: MarkdownReport.limit - 500)
  let index: ReportIndex
  let claimsPerPosition: Int
  private(set) var text = ""
  /// In code points.
  private var length = 0

  init(_ index: ReportIndex, _ options: ReportOptions) {
    self.index = index
    claimsPerPosition = options.claimsPerPosition ?? Self.claimsPerPosition
  }

  mutating func write() {
    let report = index.report
    let shown = index.findings.filter { $0.verdict > .compatible && $0.standing.isNew }
    line(MarkdownReport.marker)
    head(shown)
    if !shown.isEmpty {
      table(shown)
      details(shown)
    }
    let decided = index.findings.filter { $0.verdict > .agree && !$0.standing.isNew }
    list("\(counted(decided.count, "finding")) decided before", decided, write: decidedBefore)
    let compatible = index.findings.filter { $0.verdict == .compatible && $0.standing.isNew }
    list("\(counted(compatible.count, "fact")) in different words, but compatible", compatible, write: oneLine)
    if let baseline = report.baseline {
      list(
        "\(counted(baseline.fixed.count, "finding")) of the baseline fixed", baseline.fixed, isOpen: true, write: entry)
      list(
        "\(counted(baseline.expired.count, "entry", "entries")) of the baseline expired", baseline.expired, write: entry
      )
    }
    list(counted(report.problems.count, "problem"), report.problems, isOpen: true, write: problem)
    line("<sub>factcheck \(escaped(report.toolVersion, 40))</sub>")
  }

  // MARK: - Parts

  private mutating func head(_ shown: [Finding]) {
    let report = index.report
    let counts = VerdictCounts(shown)
    var parts = Verdict.allCases.reversed().filter { counts[$0] > 0 }.map { Wording.count(counts[$0], $0) }
    if parts.isEmpty {
      let isClean = report.verdict <= .compatible
      parts = [isClean ? Wording.headline(report) : "Nothing new"]
    }
    let worst = shown.first?.verdict ?? .agree
    line("### \(Wording.symbol(worst)) \(parts.joined(separator: ", "))")
    line()
    var scope = Wording.scope(index).map { escaped($0, 200) }
    let agreeing = VerdictCounts(report.findings)[.agree]
    if agreeing > 0 { scope.append(counted(agreeing, "fact") + " agreed on") }
    line(scope.joined(separator: " · "))
    let errors = report.problems.count { $0.severity == .error }
    if errors > 0 {
      line()
      line("**\(counted(errors, "problem")): the report is incomplete.**")
    }
    line()
  }

  private mutating func table(_ findings: [Finding]) {
    line("| | fact | what the articles say | articles |")
    line("|---|---|---|--:|")
    var written = 0
    for finding in findings {
      let labels = finding.positions.prefix(4).map { "<b>\(escaped($0.label, 40))</b>" }
      let more = finding.positions.count - labels.count
      let articles = Set(finding.positions.lazy.flatMap(\.claims).compactMap { [index] in index.claim($0)?.article })
      let row =
        "| \(Wording.symbol(finding.verdict)) \(finding.verdict.rawValue) | \(title(finding, 80)) "
        + "| \(labels.joined(separator: " · "))\(more > 0 ? " and \(counted(more, "other"))" : "") "
        + "| \(ValueFormat.number(Double(articles.count))) |"
      guard fits(row, by: Self.ends.table) else { break }
      line(row)
      written += 1
    }
    if written < findings.count { line("| | and \(counted(findings.count - written, "more finding")) | | |") }
    line()
  }

  private mutating func details(_ findings: [Finding]) {
    var written = 0
    var refused = 0
    for finding in findings {
      let block = details(finding)
      if fits(block, by: Self.ends.findings) {
        line(block)
        written += 1
      } else {
        // A shorter one may still fit, but not many will.
        refused += 1
        if refused == 8 { break }
      }
    }
    if written < findings.count {
      line("… and \(counted(findings.count - written, "more finding")): the other formats have them all.")
      line()
    }
  }

  private func details(_ finding: Finding) -> String {
    let rule = index.rule(finding.rule)
    let shown = finding.positions.prefix(Self.positionsPerFinding)
    let claims = shown.lazy.flatMap { $0.claims.prefix(100) }.compactMap(index.claim)
    var lines = [
      "<details><summary>\(Wording.symbol(finding.verdict)) <b>\(finding.verdict.rawValue)</b>: "
        + "\(escaped(finding.message, 300))</summary>", "",
    ]
    var facts = ["<code>\(escaped(finding.id, 200))</code>", finding.severity.rawValue]
    if let day = finding.asOf { facts.append("as of \(ValueFormat.day(day))") }
    lines += [facts.joined(separator: " · "), ""]
    var cut = finding
    cut.positions = shown.map { Position(label: $0.label, claims: []) }
    lines += [escaped(Wording.explanation(cut, rule: rule, claims: Array(claims)), 1_000), ""]
    for position in shown {
      lines += ["<b>\(escaped(position.label, 80))</b>", ""]
      lines += position.claims.prefix(claimsPerPosition).compactMap(index.claim).map { "- " + quote($0) }
      let more = position.claims.count - claimsPerPosition
      if more > 0 { lines.append("- … and \(counted(more, "more claim"))") }
      lines.append("")
    }
    let more = finding.positions.count - shown.count
    if more > 0 { lines += ["… and \(counted(more, "more position"))", ""] }
    if let why = rule?.why { lines += ["Why it is watched: \(escaped(why, 500))", ""] }
    lines += ["</details>", ""]
    return lines.joined(separator: "\n")
  }

  /// The article with a link, its day, the sentence with its figure in bold, and whose word it is.
  private func quote(_ claim: Claim) -> String {
    let article = index.article(claim.article)
    let place = "<code>\(escaped("\(claim.article):\(claim.line)", 120))</code>"
    let target =
      HTMLEscaping.link(article?.url)
      ?? article.flatMap { MarkdownEscaping.address(ofFile: $0.file, line: claim.line) }
    var text = target.map { "<a href=\"\(HTMLEscaping.escape($0))\">\(place)</a>" } ?? place
    if let day = claim.asOf ?? article?.day { text += ", \(day)" }
    let quote = Quote(claim).fitted(to: 200)
    let language = article?.language ?? "und"
    let isTag = language != "und" && language.utf8.count <= 35 && HTMLEscaping.isWord(language)
    text += ": <span\(isTag ? " lang=\"\(language)\"" : "") dir=\"\(HTMLEscaping.direction(language))\">"
    text += MarkdownEscaping.escape(quote.before)
    if !quote.figure.isEmpty { text += "<b>\(MarkdownEscaping.escape(quote.figure))</b>" }
    text += MarkdownEscaping.escape(quote.after) + "</span>"
    if let speaker = claim.attribution {
      text += " — \(escaped(speaker, 60))"
    } else if claim.modality == .attributed {
      text += " — as reported"
    }
    return text
  }

  // MARK: - Lists

  private func decidedBefore(_ finding: Finding) -> String {
    let word: String
    switch finding.standing {
    case .new: word = "new"
    case .known: word = "known"
    case .suppressed: word = "suppressed"
    }
    let reason = finding.standing.reason.map { " (\(escaped($0, 200)))" } ?? ""
    return "\(Wording.symbol(finding.verdict)) \(word)\(reason): \(escaped(finding.message, 200))"
  }

  private func oneLine(_ finding: Finding) -> String { escaped(finding.message, 200) }

  private func entry(_ entry: BaselineEntry) -> String {
    let reason = entry.reason.map { " (\(escaped($0, 200)))" } ?? ""
    return "<code>\(escaped(entry.id, 120))</code> \(escaped(entry.message, 200))\(reason)"
  }

  private func problem(_ problem: Diagnostic) -> String {
    var place = ""
    if let location = problem.location {
      place = "<code>\(escaped(location.file + (location.line > 0 ? ":\(location.line)" : ""), 120))</code> "
    }
    return "\(problem.severity.rawValue): \(place)\(escaped(problem.message, 300))"
  }

  /// A folded list, or nothing where it is empty.
  private mutating func list<T>(_ title: String, _ items: [T], isOpen: Bool = false, write: (T) -> String) {
    guard !items.isEmpty else { return }
    let end = min(length + Self.ends.list, Self.ends.all)
    line("<details\(isOpen ? " open" : "")><summary>\(title)</summary>")
    line()
    var written = 0
    for item in items {
      let row = "- " + write(item)
      guard fits(row, by: end) else { break }
      line(row)
      written += 1
    }
    if written < items.count { line("- … and \(counted(items.count - written, "more", "more"))") }
    line()
    line("</details>")
    line()
  }

  // MARK: - Text

  private func title(_ finding: Finding, _ columns: Int) -> String {
    escaped(index.rule(finding.rule)?.title ?? finding.rule, columns)
  }

  /// Inert, and of at most so many columns.
  private func escaped(_ text: String, _ columns: Int) -> String {
    MarkdownEscaping.escape(DisplayWidth.prefix(of: Quote.oneLine(text), columns: columns))
  }

  private func fits(_ block: String, by end: Int) -> Bool { length + block.unicodeScalars.count < end }

  private mutating func line(_ content: String = "") {
    text += content
    text += "\n"
    length += content.unicodeScalars.count + 1
  }
}
