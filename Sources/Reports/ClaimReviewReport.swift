import Articles
import Claims
import Findings
import ICU

/// What conflicts, as schema.org's ClaimReview in JSON-LD: a review for each position of each contradiction and dispute.
///
/// A program that compares articles knows that two of them cannot both be right, and not which of them is. So a review
/// names how many articles say otherwise and rates nothing as true or false: there is no `ratingValue`. Findings that
/// somebody has suppressed are left out.
public struct ClaimReviewReport: ReportFormat {
  public let name = "claimreview"
  public let fileName = "claimreview.json"

  public init() {}

  public func render(_ report: Report, options: ReportOptions) -> [UInt8] {
    let index = ReportIndex(report)
    // The file is made to be pasted into a page's `script` element.
    var json = JSONWriter(escapesMarkup: true)
    json.beginObject()
    json.key("@context")
    json.value("https://schema.org")
    json.key("@graph")
    json.beginArray()
    for finding in index.findings where finding.verdict >= .disputed {
      if case .suppressed = finding.standing { continue }
      // Counted once: a finding may have very many positions.
      let speaking = Set(finding.positions.lazy.flatMap(\.claims).compactMap { index.claim($0)?.article }).count
      for number in finding.positions.indices { review(finding, number, of: speaking, index, &json) }
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  /// - Parameter articles: how many speak in the finding.
  private func review(
    _ finding: Finding, _ number: Int, of articles: Int, _ index: ReportIndex, _ json: inout JSONWriter
  ) {
    let position = finding.positions[number]
    let claims = position.claims.compactMap(index.claim)
    let title = index.rule(finding.rule)?.title ?? finding.rule
    json.beginObject()
    json.key("@type")
    json.value("ClaimReview")
    json.key("identifier")
    json.value("\(Quote.oneLine(finding.id))#\(number + 1)")
    json.key("claimReviewed")
    json.value(Quote.oneLine("\(title): \(position.label)"))
    json.key("inLanguage")
    json.value("en")
    json.key("author")
    json.beginObject(inline: true)
    json.key("@type")
    json.value("SoftwareApplication")
    json.key("name")
    json.value("factcheck")
    json.key("softwareVersion")
    json.value(index.report.toolVersion)
    json.endObject()
    json.key("reviewRating")
    json.beginObject()
    json.key("@type")
    json.value("Rating")
    json.key("reviewAspect")
    json.value("agreement between articles")
    json.key("alternateName")
    json.value(rating(finding.verdict, others: articles - Set(claims.lazy.map(\.article)).count))
    json.key("ratingExplanation")
    json.value(explanation(finding))
    json.endObject()
    json.key("itemReviewed")
    json.beginObject()
    json.key("@type")
    json.value("Claim")
    let speakers = unique(claims.compactMap(\.attribution).map(Quote.oneLine))
    if !speakers.isEmpty {
      json.key("author")
      json.beginArray()
      for speaker in speakers { named(speaker, type: nil, &json) }
      json.endArray()
    }
    json.key("appearance")
    appearances(claims, index, &json)
    json.endObject()
    json.endObject()
  }

  /// An article once, with all its sentences.
  private func appearances(_ claims: [Claim], _ index: ReportIndex, _ json: inout JSONWriter) {
    var order: [String] = []
    var sentences: [String: [String]] = [:]
    for claim in claims {
      if sentences[claim.article] == nil { order.append(claim.article) }
      sentences[claim.article, default: []].append(Quote.oneLine(claim.sentence))
    }
    json.beginArray()
    for id in order {
      let article = index.article(id)
      json.beginObject()
      json.key("@type")
      json.value("CreativeWork")
      json.key("name")
      json.value(Quote.oneLine(article?.title ?? id))
      if let url = HTMLEscaping.link(article?.url) {
        json.key("url")
        json.value(url)
      }
      if let day = article?.day {
        json.key("datePublished")
        json.value(day)
      }
      if let language = article?.language, language != "und" {
        json.key("inLanguage")
        json.value(language)
      }
      if let source = article?.source {
        json.key("publisher")
        named(Quote.oneLine(source), type: "Organization", &json)
      }
      json.key("hasPart")
      json.beginArray()
      for sentence in unique(sentences[id] ?? []) {
        json.beginObject(inline: true)
        json.key("@type")
        json.value("Quotation")
        json.key("text")
        json.value(sentence)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }

  /// Whether a speaker is a person or a body is not known: such a name has no type.
  private func named(_ name: String, type: String?, _ json: inout JSONWriter) {
    json.beginObject(inline: true)
    if let type {
      json.key("@type")
      json.value(type)
    }
    json.key("name")
    json.value(name)
    json.endObject()
  }

  private func rating(_ verdict: Verdict, others: Int) -> String {
    let word = verdict == .disputed ? "Disputed" : "Contradicted"
    return others > 0 ? "\(word) by \(counted(others, "article"))" : "\(word) within the same article"
  }

  private func explanation(_ finding: Finding) -> String {
    var text = Quote.oneLine(finding.message)
    if !text.hasSuffix(".") { text += "." }
    if finding.verdict == .disputed { text += " At least one side is only reported as somebody’s word." }
    return text + " The articles were compared by a program. Which of them is right was not examined."
  }
}
