import Articles
import Claims
import Findings
import ICU

/// What reports say in their own words.
enum Wording {
  /// The sign that stands for a verdict wherever it is shown.
  static func symbol(_ verdict: Verdict) -> String {
    switch verdict {
    case .contradiction: "✗"
    case .disputed: "!"
    case .changed: "→"
    case .compatible: "≈"
    case .agree: "✓"
    }
  }

  /// `3 contradictions`, `1 disputed`.
  static func count(_ count: Int, _ verdict: Verdict) -> String {
    switch verdict {
    case .contradiction: counted(count, "contradiction")
    case .disputed: counted(count, "disputed", "disputed")
    case .changed: counted(count, "changed", "changed")
    case .compatible: counted(count, "compatible", "compatible")
    case .agree: count == 1 ? "1 agrees" : counted(count, "agree", "agree")
    }
  }

  /// What the run came to.
  static func headline(_ report: Report) -> String {
    if report.claims.isEmpty { return "No claims to compare" }
    if report.findings.isEmpty { return "No two claims on one fact to compare" }
    switch report.verdict {
    case .contradiction: return "These articles contradict each other"
    case .disputed: return "These articles dispute a fact"
    case .changed: return "The facts changed between these articles"
    case .compatible: return "These articles use different words, but agree in fact"
    case .agree: return "These articles agree"
    }
  }

  /// What was checked: `5 articles in 2 languages (en, fr)`, `3 rules`, `31 claims`.
  static func scope(_ index: ReportIndex) -> [String] {
    let languages = index.languages
    var text = counted(index.report.articles.count, "article")
    if !languages.isEmpty {
      text += " in " + counted(languages.count, "language")
      if languages.count <= 8 { text += " (\(languages.joined(separator: ", ")))" }
    }
    return [text, counted(index.report.rules.count, "rule"), counted(index.report.claims.count, "claim")]
  }

  /// How a claim that is not compared is made.
  static func modality(_ claim: Claim) -> String {
    if let reason = claim.setAside { return "set aside (\(Quote.oneLine(reason)))" }
    return switch claim.modality {
    case .negated: "denied"
    case .hypothetical: "left open"
    case .asserted, .attributed: claim.modality.rawValue
    }
  }

  /// Why the positions of a finding got its verdict, in one sentence or two.
  static func explanation(_ finding: Finding, rule: Rule?, claims: [Claim]) -> String {
    let labels = finding.positions.map(\.label)
    let byID = Dictionary(claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func sides() -> String {
      ConflictSentence(rule: rule).sentence(finding) { byID[$0] }.map { Quote.oneLine($0) } ?? conflict(labels, rule)
    }
    switch finding.verdict {
    case .agree: return "All say the same."
    case .compatible: return "The words differ, but what they may mean overlaps: all of them can be true."
    case .changed:
      return "The values differ, but they speak of different days, and this rule says that the fact may change."
    case .disputed:
      let speakers = claims.filter { $0.modality == .attributed }.compactMap(\.attribution).map(Quote.oneLine)
      let named = unique(speakers).prefix(3)
      let whose = named.isEmpty ? "only reported as somebody’s word" : "only the word of \(list(named, "and"))"
      return "\(sides()) At least one side is \(whose)."
    case .contradiction:
      var text = sides()
      switch rule?.changes {
      case .rising?: text += " The rule says that this figure can only rise."
      case .falling?: text += " The rule says that this figure can only fall."
      case .any?: text += finding.asOf.map { " All of them speak of \(ValueFormat.day($0))." } ?? ""
      case .never?, nil: break
      }
      return text
    }
  }

  private static func conflict(_ labels: [String], _ rule: Rule?) -> String {
    guard labels.count > 1 else { return "What the articles say cannot all be true." }
    let answers = list(labels.map { "‘\($0)’" }[...], "and")
    if rule?.compare == .stated { return "The rule compares the bare figures, and \(answers) are different figures." }
    switch rule?.kind {
    case .date?: return "No day fits \(labels.count == 2 ? "both" : "all of") \(answers)."
    case .name?: return "\(answers) are not spellings of one name."
    case .state?: return "\(answers) exclude each other."
    case .total?: return "The parts do not add up to the total: \(answers)."
    case .quantity?, nil: return "No figure fits \(labels.count == 2 ? "both" : "all of") \(answers)."
    }
  }

  /// `a, b and c`.
  static func list(_ items: ArraySlice<String>, _ conjunction: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }
}

/// Each item once, where it came first.
func unique(_ items: [String]) -> [String] {
  var seen: Set<String> = []
  return items.filter { seen.insert($0).inserted }
}
