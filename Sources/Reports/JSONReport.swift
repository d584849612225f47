import Articles
import Claims
import Findings

/// The report for machines. Its shape and the order of its keys are fixed by `Report.version`.
public struct JSONReport: ReportFormat {
  public let name = "json"
  public let fileName = "report.json"
  public let isDefault = true

  public init() {}

  public func render(_ report: Report, options: ReportOptions) -> [UInt8] {
    var json = JSONWriter()
    json.reserve(1024 + report.claims.count * 900 + report.articles.count * 200)
    json.beginObject()
    json.key("version")
    json.value(Report.version)
    json.key("tool")
    json.beginObject(inline: true)
    json.key("name")
    json.value("factcheck")
    json.key("version")
    json.value(report.toolVersion)
    json.endObject()
    json.key("verdict")
    json.value(report.verdict.rawValue)
    json.key("summary")
    summary(of: report, &json)
    json.key("articles")
    list(report.articles, &json, write: article)
    json.key("rules")
    list(report.rules, &json, write: rule)
    json.key("claims")
    list(report.claims, &json, write: claim)
    json.key("findings")
    list(report.findings, &json, write: finding)
    if let baseline = report.baseline {
      json.key("baseline")
      BaselineFile.write(baseline, &json)
    }
    if !report.problems.isEmpty {
      json.key("problems")
      list(report.problems, &json, write: problem)
    }
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func list<T>(_ values: [T], _ json: inout JSONWriter, write: (T, inout JSONWriter) -> Void) {
    json.beginArray()
    for value in values { write(value, &json) }
    json.endArray()
  }

  private func summary(of report: Report, _ json: inout JSONWriter) {
    let counts = VerdictCounts(report.findings)
    json.beginObject(inline: true)
    json.key("articles")
    json.value(report.articles.count)
    json.key("claims")
    json.value(report.claims.count)
    json.key("findings")
    json.beginObject()
    json.key("contradiction")
    json.value(counts[.contradiction])
    json.key("disputed")
    json.value(counts[.disputed])
    json.key("changed")
    json.value(counts[.changed])
    json.key("compatible")
    json.value(counts[.compatible])
    json.endObject()
    json.endObject()
  }

  private func article(_ article: Article, _ json: inout JSONWriter) {
    json.beginObject(inline: true)
    json.key("id")
    json.value(article.id)
    json.key("title")
    json.value(article.title)
    json.key("date")
    json.value(article.day)
    json.key("language")
    json.value(article.language)
    json.key("source")
    json.value(article.source)
    json.key("url")
    json.value(article.url)
    if article.file != article.id {
      json.key("file")
      json.value(article.file)
    }
    if let original = article.copyOf {
      json.key("copyOf")
      json.value(original)
    }
    json.endObject()
  }

  private func rule(_ rule: Rule, _ json: inout JSONWriter) {
    json.beginObject(inline: true)
    json.key("id")
    json.value(rule.id)
    json.key("title")
    json.value(rule.title)
    json.key("claim")
    json.value(rule.kind.rawValue)
    json.key("severity")
    json.value(rule.severity.rawValue)
    if rule.changes != .never {
      json.key("changes")
      json.value(rule.changes.rawValue)
    }
    if rule.compare != .meaning {
      json.key("compare")
      json.value(rule.compare.rawValue)
    }
    if let tolerance = rule.tolerance {
      json.key("tolerance")
      json.value(Self.text(tolerance))
    }
    if let why = rule.why {
      json.key("why")
      json.value(why)
    }
    json.endObject()
  }

  /// As rules write it: `5`, `2%`, `3 days`.
  private static func text(_ tolerance: Rule.Tolerance) -> String {
    switch tolerance {
    case .absolute(let most): "\(most)"
    case .relative(let share): "\((share * 1e8).rounded() / 1e6)%"
    case .days(let days): "\(days) days"
    }
  }

  private func claim(_ claim: Claim, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.value(claim.id)
    json.key("rule")
    json.value(claim.rule)
    json.key("article")
    json.value(claim.article)
    json.key("kind")
    switch claim.value {
    case .quantity: json.value("quantity")
    case .date: json.value("date")
    case .name: json.value("name")
    case .state: json.value("state")
    }
    json.key("text")
    json.value(claim.text)
    if claim.figure != claim.text {
      json.key("figure")
      json.value(claim.figure)
    }
    json.key("sentence")
    json.value(claim.sentence)
    json.key("start")
    json.value(claim.start)
    json.key("end")
    json.value(claim.end)
    json.key("line")
    json.value(claim.line)
    json.key("column")
    json.value(claim.column)
    json.key("modality")
    json.value(claim.modality.rawValue)
    json.key("attribution")
    json.value(claim.attribution)
    json.key("asOf")
    json.value(claim.asOf)
    if let since = claim.since {
      json.key("since")
      json.value(since)
    }
    if let reason = claim.setAside {
      json.key("setAside")
      json.value(reason)
    }
    if let original = claim.copyOf {
      json.key("copyOf")
      json.value(original)
    }
    switch claim.value {
    case .quantity(let quantity):
      json.key("quantity")
      json.value(quantity, possibilities: claim.possibilities)
    case .date(let span):
      json.key("date")
      json.value(span)
    case .name(let canonical, let forms):
      json.key("name")
      json.beginObject(inline: true)
      json.key("canonical")
      json.value(canonical)
      json.key("forms")
      json.value(forms)
      if !claim.why.isEmpty {
        json.key("why")
        json.value(claim.why)
      }
      json.endObject()
    case .state(let symbol):
      json.key("state")
      json.beginObject(inline: true)
      json.key("symbol")
      json.value(symbol)
      json.endObject()
    }
    json.endObject()
  }

  private func finding(_ finding: Finding, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.value(finding.id)
    json.key("rule")
    json.value(finding.rule)
    json.key("verdict")
    json.value(finding.verdict.rawValue)
    json.key("severity")
    json.value(finding.severity.rawValue)
    standing(finding.standing, &json)
    json.key("asOf")
    json.value(finding.asOf)
    json.key("message")
    json.value(finding.message)
    json.key("positions")
    json.beginArray()
    for position in finding.positions {
      json.beginObject(inline: true)
      json.key("label")
      json.value(position.label)
      json.key("claims")
      json.value(position.claims)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  /// New ones, which nearly all are, carry no mark.
  private func standing(_ standing: Standing, _ json: inout JSONWriter) {
    switch standing {
    case .new: return
    case .known:
      json.key("standing")
      json.value("known")
    case .suppressed:
      json.key("standing")
      json.value("suppressed")
    }
    if let reason = standing.reason {
      json.key("reason")
      json.value(reason)
    }
  }

  private func problem(_ problem: Diagnostic, _ json: inout JSONWriter) {
    json.beginObject(inline: true)
    json.key("message")
    json.value(problem.message)
    json.key("file")
    json.value(problem.location?.file)
    json.key("line")
    place(problem.location?.line, &json)
    json.key("column")
    place(problem.location?.column, &json)
    json.key("help")
    json.value(problem.help)
    json.key("severity")
    json.value(problem.severity.rawValue)
    if let excerpt = problem.location?.excerpt {
      json.key("excerpt")
      json.value(excerpt)
    }
    if let length = problem.location?.length, length > 1 {
      json.key("length")
      json.value(length)
    }
    json.endObject()
  }

  /// Lines and columns count from 1: a 0 says that the whole file is meant, and is null for machines.
  private func place(_ number: Int?, _ json: inout JSONWriter) {
    if let number, number > 0 { json.value(number) } else { json.null() }
  }
}
