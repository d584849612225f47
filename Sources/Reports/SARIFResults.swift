import Articles
import Claims
import Findings

/// The results of a SARIF log, with their places.
extension SARIFLog {
  mutating func result(_ finding: Finding) {
    let (places, hidden) = index.places(of: finding, limit: SARIFReport.locationLimit - 1)
    json.beginObject()
    json.key("ruleId")
    json.value(finding.rule)
    json.key("ruleIndex")
    json.value(ruleNumbers[finding.rule] ?? -1)
    json.key("kind")
    json.value(Self.kind(finding.verdict))
    json.key("level")
    // Any kind but `fail` has this level (3.27.10).
    json.value(finding.level?.rawValue ?? "none")
    message("message", text(finding, places, hidden))
    json.key("locations")
    json.beginArray()
    if let first = places.first { location(first, finding, id: nil) }
    json.endArray()
    json.key("relatedLocations")
    json.beginArray()
    for (number, place) in places.enumerated() { location(place, finding, id: number + 1) }
    json.endArray()
    // The id says what is claimed where, not on which line, and so survives edits. It is given as the whole
    // fingerprint, for systems that take ours, and as a part of theirs for those that reckon their own.
    json.key("fingerprints")
    json.beginObject(inline: true)
    json.key("factcheckFinding/v1")
    json.value(finding.id)
    json.endObject()
    json.key("partialFingerprints")
    json.beginObject(inline: true)
    json.key("factcheckFinding/v1")
    json.value(finding.id)
    json.endObject()
    if index.report.baseline != nil {
      json.key("baselineState")
      if case .known = finding.standing { json.value("unchanged") } else { json.value("new") }
    }
    if hasSuppressions { suppressions(finding) }
    resultProperties(finding)
    json.endObject()
  }

  /// - `fail` for what cannot all be true.
  /// - `review` for a change: the rule allows it, and whether it was the fact that changed or only what a paper says of
  ///   it, a person has to decide, which is what the standard means by the word.
  /// - `informational` for what is compatible: no problem, but worth knowing before a figure is copied. It is not
  ///   `pass`, which is for a rule that has nothing to tell.
  private static func kind(_ verdict: Verdict) -> String {
    switch verdict {
    case .contradiction, .disputed: "fail"
    case .changed: "review"
    case .compatible: "informational"
    case .agree: "pass"
    }
  }

  /// The finding's sentence and why it is one, then a line a position with links to its places.
  private func text(_ finding: Finding, _ places: [FindingPlace], _ hidden: Int) -> String {
    let claims = places.prefix(Self.linkedPositions * Self.linksPerPosition).map(\.claim)
    let why = Wording.explanation(finding, rule: index.rule(finding.rule), claims: claims)
    let end = finding.message.hasSuffix(".") ? "" : "."
    var lines = [SARIFText.plain(Quote.oneLine("\(finding.message)\(end) \(why)"))]
    var next = places.startIndex
    for (number, position) in finding.positions.prefix(Self.linkedPositions).enumerated() {
      var links: [String] = []
      while next < places.endIndex, places[next].position == number {
        if links.count < Self.linksPerPosition {
          let name = Quote.oneLine("\(places[next].file):\(places[next].claim.line)")
          links.append("[\(SARIFText.linkText(name))](\(next + 1))")
        }
        next += 1
      }
      let more = position.claims.count - links.count
      lines.append(
        "\(SARIFText.plain(Quote.oneLine(position.label))): \(links.joined(separator: ", "))"
          + (more > 0 ? " and \(counted(more, "more claim"))" : ""))
    }
    let unlinked = finding.positions.count - Self.linkedPositions
    if unlinked > 0 { lines.append("and \(counted(unlinked, "more position"))") }
    if hidden > 0 { lines.append("\(counted(hidden, "more place")) left out.") }
    return lines.joined(separator: "\n")
  }

  private mutating func location(_ place: FindingPlace, _ finding: Finding, id: Int?) {
    let claim = place.claim
    json.beginObject()
    if let id {
      json.key("id")
      json.value(id)
    }
    json.key("physicalLocation")
    json.beginObject()
    artifact(place.file)
    json.key("region")
    region(claim)
    json.endObject()
    let title = place.article?.title.map(Quote.oneLine).flatMap { $0.isEmpty ? nil : $0 }
    let label = Quote.oneLine(finding.positions[place.position].label)
    message("message", SARIFText.plain("\(label): \(title ?? Quote.oneLine(claim.article))"))
    // Once is enough: the first related location is the location itself.
    if id != nil {
      json.key("properties")
      json.beginObject(inline: true)
      json.key("claim")
      json.value(claim.id)
      json.key("article")
      json.value(claim.article)
      json.key("sentence")
      json.value(claim.sentence)
      json.key("start")
      json.value(claim.start)
      json.key("end")
      json.value(claim.end)
      json.endObject()
    }
    json.endObject()
  }

  /// Lines and columns in code points, as `columnKind` says.
  ///
  /// There is no `charOffset`: the standard does not count a byte order mark (3.30.2), a claim's own offsets do, and both
  /// forms of a place have to agree; so those offsets stand in the location's properties. The end is told where it is
  /// certain: words among which markup stands in the file are shorter than the stretch that they come from. The region
  /// then runs to the end of its first line.
  private mutating func region(_ claim: Claim) {
    json.beginObject()
    json.key("startLine")
    json.value(max(1, claim.line))
    json.key("startColumn")
    json.value(max(1, claim.column))
    var length = 0
    var lineEnds = 0
    var lastLine = 0
    for scalar in claim.text.unicodeScalars {
      length += 1
      lastLine += 1
      if scalar == "\n" {
        lineEnds += 1
        lastLine = 0
      }
    }
    if length == claim.end - claim.start, length > 0 {
      json.key("endLine")
      json.value(max(1, claim.line) + lineEnds)
      json.key("endColumn")
      json.value(lineEnds == 0 ? max(1, claim.column) + length : lastLine + 1)
      json.key("snippet")
      json.beginObject(inline: true)
      json.key("text")
      json.value(claim.text)
      json.endObject()
    }
    json.endObject()
  }

  private mutating func suppressions(_ finding: Finding) {
    json.key("suppressions")
    json.beginArray()
    if case .suppressed(let reason) = finding.standing {
      json.beginObject(inline: true)
      // Kept in a rule file or beside the article, not among its words.
      json.key("kind")
      json.value("external")
      json.key("status")
      json.value("accepted")
      json.key("justification")
      json.value(reason)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func resultProperties(_ finding: Finding) {
    json.key("properties")
    json.beginObject()
    json.key("verdict")
    json.value(finding.verdict.rawValue)
    if let day = finding.asOf {
      json.key("asOf")
      json.value(day)
    }
    if case .known(let reason?) = finding.standing {
      json.key("baselineReason")
      json.value(reason)
    }
    json.endObject()
  }
}
