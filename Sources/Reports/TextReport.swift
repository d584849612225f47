import Articles
import Claims
import Findings
import ICU

/// The report for people at a terminal: a block a finding, the worst first, its positions with their quotes in columns.
public struct TextReport: ReportFormat {
  public let name = "text"
  public let fileName = "report.txt"
  public let isDefault = true

  public init() {}

  public func render(_ report: Report, options: ReportOptions) -> [UInt8] {
    var page = TextPage(ReportIndex(report), options)
    page.write()
    return Array(page.text.utf8)
  }
}

/// Lays out one text report.
private struct TextPage {
  /// How many claims that are not compared are named.
  private static let uncompared = 8
  let index: ReportIndex
  let options: ReportOptions
  let style: TextStyle
  let columns: TextColumns
  var text = ""

  init(_ index: ReportIndex, _ options: ReportOptions) {
    self.index = index
    self.options = options
    style = TextStyle(color: options.color, isolates: options.isTerminal)
    columns = TextColumns(
      index, width: max(40, options.width), limit: options.claimsPerPosition ?? TextColumns.claimsPerPosition)
  }

  mutating func write() {
    let report = index.report
    let tool = style.bold(Quote.oneLine("factcheck \(report.toolVersion)"))
    flow([tool] + Wording.scope(index).map { style.dim(Quote.oneLine($0)) })
    for finding in index.findings where finding.verdict != .agree && finding.standing.isNew {
      line()
      block(finding)
    }
    decided()
    agreements()
    if !report.problems.isEmpty {
      line()
      for problem in report.problems { line(style.diagnostic(problem)) }
    }
    line()
    summary()
  }

  private mutating func line(_ content: String = "") {
    text += content
    text += "\n"
  }

  // MARK: - A finding

  private mutating func block(_ finding: Finding) {
    let badge = "\(Wording.symbol(finding.verdict)) \(finding.verdict.rawValue)"
    let indent = DisplayWidth.of(badge) + 2
    let messages = DisplayWidth.wrap(Quote.oneLine(finding.message), columns: columns.width - indent)
    for (row, message) in messages.enumerated() {
      let margin = row == 0 ? style.verdict(finding.verdict, badge) + "  " : String(repeating: " ", count: indent)
      line(margin + style.bold(message))
    }
    let facts = [Quote.oneLine(finding.id), finding.severity.rawValue] + (finding.asOf.map { ["as of \($0)"] } ?? [])
    flow(facts.map(style.dim), indent: indent)
    line()
    for position in finding.positions { rows(position, finding.verdict) }
  }

  private mutating func rows(_ position: Position, _ verdict: Verdict) {
    let label = Quote.oneLine(position.label)
    var margin = "  " + style.bold(DisplayWidth.pad(label, to: columns.label)) + "  "
    let blank = String(repeating: " ", count: 2 + columns.label + 2)
    if DisplayWidth.of(label) > columns.label {
      line("  " + style.bold(label))
      margin = blank
    }
    let limit = options.claimsPerPosition ?? TextColumns.claimsPerPosition
    for id in position.claims.prefix(limit) {
      guard let claim = index.claim(id) else { continue }
      let place = columns.place(of: claim)
      let day = columns.day(of: claim, index)
      let reference =
        style.place(DisplayWidth.pad(place, to: columns.place)) + "  "
        + style.dim(DisplayWidth.pad(day, to: columns.day))
      if columns.isStacked {
        line(margin + style.place(place) + (day.isEmpty ? "" : "  " + style.dim(day)))
        line(blank + quote(claim, verdict, columns.quote))
      } else {
        line(margin + reference + (columns.day > 0 ? "  " : "") + quote(claim, verdict, columns.quote))
      }
      margin = blank
    }
    let reasons = unique(position.claims.prefix(limit).compactMap(index.claim).flatMap(\.why).map(Quote.oneLine))
    for reason in reasons.prefix(4) {
      for part in DisplayWidth.wrap(reason, columns: max(30, columns.width - DisplayWidth.of(blank))) {
        line(blank + style.dim(style.isolated(part)))
      }
    }
    if position.claims.count > limit {
      line(blank + style.dim("… and \(counted(position.claims.count - limit, "more claim"))"))
    }
  }

  private func quote(_ claim: Claim, _ verdict: Verdict, _ width: Int) -> String {
    var source = ""
    if claim.modality == .attributed {
      let speaker = claim.attribution.map(Quote.oneLine) ?? "as reported"
      source = " — " + DisplayWidth.prefix(of: speaker, columns: max(12, width / 4))
    }
    let marks = options.color ? 0 : 2
    let quote = Quote(claim).fitted(to: width - marks - DisplayWidth.of(source))
    let figure = quote.figure.isEmpty ? "" : style.figure(verdict, quote.figure)
    return style.isolated(quote.before + figure + quote.after) + style.dim(source)
  }

  // MARK: - The rest

  /// What was decided before needs no second look: a line each.
  private mutating func decided() {
    for finding in index.findings where finding.verdict != .agree && !finding.standing.isNew {
      line()
      let badge = if case .known = finding.standing { "- known" } else { "- suppressed" }
      let reason = finding.standing.reason.map { ": " + Quote.oneLine($0) } ?? ""
      paragraph(
        badge, style.dim(badge),
        "\(finding.verdict.rawValue)  \(Quote.oneLine(finding.message))  \(Quote.oneLine(finding.id))\(reason)")
    }
    guard let fixed = index.report.baseline?.fixed, !fixed.isEmpty else { return }
    line()
    paragraph(
      "✓ gone", style.verdict(.agree, "✓ gone"), fixed.map { Quote.oneLine($0.message) }.joined(separator: " · "))
  }

  private mutating func agreements() {
    let agreeing = index.findings.filter { $0.verdict == .agree }
    if !agreeing.isEmpty {
      line()
      let titles = unique(agreeing.map { index.rule($0.rule)?.title ?? $0.rule }).map(Quote.oneLine)
      paragraph("✓ agree", style.verdict(.agree, "✓ agree"), titles.joined(separator: " · "))
    }
    let open = index.uncompared
    if !open.isEmpty {
      line()
      var parts = open.prefix(Self.uncompared).map { claim in
        let speaker = claim.attribution.map { " by " + Quote.oneLine($0) } ?? ""
        return "\(columns.place(of: claim)) ‘\(Quote.oneLine(claim.text))’ \(Wording.modality(claim))\(speaker)"
      }
      if open.count > parts.count { parts.append("and \(counted(open.count - parts.count, "more claim"))") }
      paragraph("- not compared", style.dim("- not compared"), parts.joined(separator: " · "))
    }
    let copies = index.report.articles.compactMap { article in
      article.copyOf.map { "\(Quote.oneLine(article.id)) of \(Quote.oneLine($0))" }
    }
    if !copies.isEmpty {
      line()
      paragraph("- copies, counted once", style.dim("- copies, counted once"), copies.joined(separator: " · "))
    }
    let silent = index.silentRules
    if !silent.isEmpty, !index.report.articles.isEmpty {
      line()
      paragraph("- no claims", style.dim("- no claims"), silent.map { Quote.oneLine($0.id) }.joined(separator: " · "))
      paragraph(
        "           ", "           ", "why? `factcheck explain FILE:LINE` tells of each rule what it missed there")
    }
  }

  /// A short list behind a badge, with a hanging indent.
  private mutating func paragraph(_ badge: String, _ styled: String, _ content: String) {
    let indent = DisplayWidth.of(badge) + 2
    for (row, part) in DisplayWidth.wrap(content, columns: columns.width - indent).enumerated() {
      line((row == 0 ? styled + "  " : String(repeating: " ", count: indent)) + style.dim(part))
    }
  }

  private mutating func summary() {
    let report = index.report
    let counts = VerdictCounts(report.findings)
    var parts = Verdict.allCases.reversed().filter { counts[$0] > 0 }.map {
      style.verdict($0, "\(Wording.symbol($0)) \(Wording.count(counts[$0], $0))")
    }
    if parts.isEmpty { parts.append(Wording.headline(report)) }
    let decided = report.findings.lazy.filter { $0.verdict > .compatible }.map(\.standing)
    let known = decided.count { if case .known = $0 { true } else { false } }
    let suppressed = decided.count { if case .suppressed = $0 { true } else { false } }
    if known > 0 { parts.append("\(counted(known, "known", "known")) of them") }
    if suppressed > 0 { parts.append("\(counted(suppressed, "suppressed", "suppressed")) of them") }
    let problems = report.problems.count { $0.severity == .error }
    if problems > 0 { parts.append(style.error(counted(problems, "problem") + ": the report is incomplete")) }
    flow(parts)
  }

  /// Short facts with dots between them, on as many lines as they need.
  private mutating func flow(_ facts: [String], indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    var row = margin
    var width = indent
    for fact in facts {
      let factWidth = style.width(of: fact)
      if width > indent, width + 3 + factWidth > columns.width {
        line(row)
        row = margin
        width = indent
      }
      if width > indent {
        row += style.dim(" · ")
        width += 3
      }
      row += fact
      width += factWidth
    }
    line(row)
  }
}

/// The columns that all findings of a report share, so that the eye can run down them.
private struct TextColumns {
  /// More than a screen can show of one position.
  static let claimsPerPosition = 8
  let width: Int
  let label: Int
  let place: Int
  /// 0 where no claim has a day.
  let day: Int
  let quote: Int
  /// The quote stands under its place, for want of room beside it.
  let isStacked: Bool

  init(_ index: ReportIndex, width: Int, limit: Int) {
    var label = 0
    var place = 0
    var day = 0
    for finding in index.findings where finding.verdict != .agree {
      for position in finding.positions {
        let labelWidth = DisplayWidth.of(position.label)
        // One long label shall not push all the others away; it gets a line of its own.
        if labelWidth <= min(24, width / 4) { label = max(label, labelWidth) }
        for claim in position.claims.prefix(limit).lazy.compactMap(index.claim) {
          place = max(place, DisplayWidth.of(Self.place(of: claim)))
          if (claim.asOf ?? index.article(claim.article)?.day) != nil { day = 10 }
        }
      }
    }
    self.width = width
    self.label = width < 60 ? 2 : label
    self.place = place
    self.day = day
    let left = 2 + self.label + 2
    let beside = width - (left + place + 2 + (day > 0 ? day + 2 : 0))
    isStacked = beside < 36
    quote = isStacked ? width - left : beside
  }

  /// `articles/a.txt:17`, as terminals and editors open it.
  func place(of claim: Claim) -> String { Self.place(of: claim) }
  private static func place(of claim: Claim) -> String { Quote.oneLine("\(claim.article):\(claim.line)") }

  /// The day that the claim speaks of, else its article's.
  func day(of claim: Claim, _ index: ReportIndex) -> String {
    (claim.asOf ?? index.article(claim.article)?.day)?.description ?? ""
  }
}
