import Articles
import Claims
import Findings
import ICU
import Mentions

/// An explanation for people at a terminal.
public struct ExplanationText: Sendable {
  /// How many rules are named that find none of their words in a sentence.
  private static let silentRules = 6
  private let explanation: Explanation
  private let style: TextStyle
  private let width: Int
  private let index: ReportIndex
  private let rules: [String: Rule]

  public init(_ explanation: Explanation, options: ReportOptions) {
    self.explanation = explanation
    style = TextStyle(color: options.color, isolates: options.isTerminal)
    width = max(40, options.width)
    index = ReportIndex(explanation.report)
    rules = Dictionary(explanation.ruleSet.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func render() -> [UInt8] {
    var lines: [String] = []
    switch explanation.subject {
    case .line(let file, let line, let passages): self.line(file, line, passages, &lines)
    case .finding(let finding, let passages): self.finding(finding, passages, &lines)
    case .rule(let rule, let concepts): self.rule(rule, concepts, &lines)
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  // MARK: - A line of a file

  private func line(_ file: String, _ line: Int, _ passages: [Explanation.Passage], _ lines: inout [String]) {
    for passage in passages {
      for sentence in passage.sentences {
        if !lines.isEmpty { lines.append("") }
        head(passage.article, sentence, &lines)
        recognised(sentence, &lines)
        outcomes(sentence, &lines)
      }
      for part in passage.leftOut {
        if !lines.isEmpty { lines.append("") }
        lines.append(style.place(Quote.oneLine("\(file):\(line)")))
        flow("“\(Quote.oneLine(part.words))”", indent: 2, &lines)
        flow("is not read: \(ArticleListing.words(part.reason))", indent: 2, &lines)
      }
    }
    if lines.isEmpty { lines.append("nothing stands on line \(line) of \(Quote.oneLine(file))") }
  }

  private func head(_ article: Article, _ sentence: SentenceReading, _ lines: inout [String]) {
    lines.append(style.place(Quote.oneLine("\(article.file):\(sentence.line):\(sentence.column)")))
    flow("“\(Quote.oneLine(sentence.sentence))”", indent: 2, &lines)
    let language = Locales.name(of: sentence.language, in: "en")
    let day = article.day.map { "the article is of \(ValueFormat.day($0))" } ?? "the article has no day"
    flow(style.dim("read as \(language); \(day)"), indent: 2, &lines)
  }

  private func recognised(_ sentence: SentenceReading, _ lines: inout [String]) {
    for figure in sentence.figures {
      var text = "“\(Quote.oneLine(figure.words))” is \(Self.reading(figure.value))"
      if !figure.otherReadings.isEmpty {
        text += ", or \(figure.otherReadings.map(Self.reading).joined(separator: ", or "))"
      }
      if let counted = figure.counted { text += "; it counts “\(Quote.oneLine(counted))”" }
      flow("figure " + text, indent: 4, hanging: 7, &lines)
    }
    var seen: Set<String> = []
    for match in sentence.matches where isTold(of: match.concept) {
      let text = "“\(Quote.oneLine(match.words))” is \(match.concept)"
      if seen.insert(text).inserted { flow("concept " + text, indent: 4, hanging: 8, &lines) }
    }
  }

  private func isTold(of concept: String) -> Bool {
    guard !explanation.rules.isEmpty else { return true }
    return explanation.rules.contains { id in
      guard let rule = rules[id] else { return false }
      return (rule.about + rule.with + rule.near + rule.unless + rule.states.flatMap(\.concepts)).contains(concept)
    }
  }

  /// `a count: ≥ 5,200`.
  static func reading(_ value: Mention.Value) -> String {
    switch value {
    case .quantity(let quantity):
      let kind =
        switch quantity.unit {
        case nil: "a number"
        case "percent"?: "a percentage"
        case let unit? where unit.utf8.count == 3 && unit.uppercased() == unit: "an amount of money"
        case .some: "a measure"
        }
      return "\(kind): \(ValueFormat.normalForm(of: .quantity(quantity)))"
    case .ordinal(let rank): return "an ordinal: \(ValueFormat.number(rank))"
    case .date(let span): return "a date: \(ValueFormat.normalForm(of: .date(span)))"
    case .duration(let span):
      let quantity = Quantity(value: span.value, low: span.low, high: span.high, unit: span.unit)
      return "a duration: \(ValueFormat.normalForm(of: .quantity(quantity)))"
    }
  }

  // MARK: - What rules made of it

  private func outcomes(_ sentence: SentenceReading, _ lines: inout [String]) {
    let wanted = explanation.rules
    var silent: [String] = []
    for rule in explanation.ruleSet.rules where rule.kind != .total && (wanted.isEmpty || wanted.contains(rule.id)) {
      let claims = sentence.claims.filter { $0.rule == rule.id }
      let refused = sentence.refused.filter { $0.rule == rule.id }
        .sorted { ($0.figure ?? .max) < ($1.figure ?? .max) }
      let isSilent = claims.isEmpty && refused.allSatisfy { $0.reason == .noConcept }
      // A rule that finds none of its words here has nothing to say, unless it was asked.
      if isSilent, wanted.isEmpty {
        silent.append(rule.id)
        continue
      }
      lines.append("")
      lines.append("  " + style.bold(Quote.oneLine(rule.id)))
      let text = RefusalText(rule: rule, concepts: explanation.ruleSet.concepts, sentence: sentence)
      for claim in claims { self.claim(claim, rule, &lines) }
      var others = refused.filter { $0.reason == .unit }.compactMap { $0.figure.map { sentence.figures[$0] } }
      // That a date is no count goes without saying, where there is anything else to say.
      if !claims.isEmpty || others.count < refused.count || !others.allSatisfy(Self.isDate) {
        others.removeAll(where: Self.isDate)
      }
      if !others.isEmpty { flow("✗ \(text.otherKinds(others))", indent: 4, hanging: 2, &lines) }
      for one in refused where one.reason != .unit {
        let subject = one.figure.map { "“\(Quote.oneLine(sentence.figures[$0].words))” " } ?? ""
        flow("✗ \(subject)\(text.words(one))", indent: 4, hanging: 2, &lines)
      }
    }
    if !silent.isEmpty {
      lines.append("")
      var names = silent.prefix(Self.silentRules).map(Quote.oneLine).joined(separator: ", ")
      if silent.count > Self.silentRules {
        names += " and \(silent.count - Self.silentRules) more (--only RULE tells which words a rule looks for)"
      }
      flow(style.dim("no words of: \(names)"), indent: 2, &lines)
    }
  }

  private static func isDate(_ figure: SentenceReading.Figure) -> Bool {
    if case .date = figure.value { true } else { false }
  }

  private func claim(_ claim: Claim, _ rule: Rule, _ lines: inout [String]) {
    let known = stored(claim)
    flow(
      "✓ a claim: “\(Quote.oneLine(claim.text))” says \(ValueFormat.normalForm(of: claim.value))", indent: 4,
      hanging: 2,
      &lines)
    var facts: [String] = []
    switch claim.modality {
    case .asserted: facts.append("asserted by the article")
    case .attributed: facts.append("the word of \(claim.attribution.map(Quote.oneLine) ?? "somebody")")
    case .negated: facts.append("denied, so it is not compared")
    case .hypothetical: facts.append("left open, so it is not compared")
    }
    if let day = claim.asOf { facts.append("as of \(ValueFormat.day(day))") }
    if let since = claim.since { facts.append("since \(ValueFormat.day(since))") }
    if let compared = Self.compared(claim, rule) { facts.append(compared) }
    if let known, known.copyOf != nil { facts.append("a copy of what another article says: counted there") }
    if let reason = known?.setAside { facts.append("set aside: \(Quote.oneLine(reason))") }
    facts += (known ?? claim).why.map(Quote.oneLine)
    flow(style.dim(facts.joined(separator: "; ")), indent: 6, &lines)
    guard let known else { return }
    for finding in index.findings {
      let labels = finding.positions.filter { $0.claims.contains(known.id) }.map { "‘\(Quote.oneLine($0.label))’" }
      guard !labels.isEmpty else { continue }
      let others = finding.positions.filter { !$0.claims.contains(known.id) }.map { "‘\(Quote.oneLine($0.label))’" }
      var text =
        "→ \(finding.verdict.rawValue)  \(Quote.oneLine(finding.id)): it takes \(labels.joined(separator: ", "))"
      if !others.isEmpty { text += " against \(others.joined(separator: ", "))" }
      flow(text, indent: 6, hanging: 2, &lines)
    }
  }

  /// The claim as the run has it, with its id and its copies.
  private func stored(_ claim: Claim) -> Claim? {
    explanation.report.claims.first {
      $0.rule == claim.rule && $0.article == claim.article && $0.start == claim.start && $0.end == claim.end
    }
  }

  /// The set that is compared, where it is not the figure itself.
  private static func compared(_ claim: Claim, _ rule: Rule) -> String? {
    guard case .quantity = claim.value, !claim.possibilities.isEmpty else { return nil }
    func end(_ value: Double) -> String { ValueFormat.number(value) }
    let sets = claim.possibilities.map { interval in
      interval.low == interval.high
        ? end(interval.low)
        : "\(interval.lowIsOpen ? "more than " : "")\(end(interval.low)) to \(interval.highIsOpen ? "less than " : "")\(end(interval.high))"
    }
    let how = rule.compare == .stated ? "compared as stated" : "compared as"
    return "\(how) \(sets.joined(separator: " or "))"
  }

  // MARK: - A finding

  private func finding(_ finding: Finding, _ passages: [Explanation.Passage], _ lines: inout [String]) {
    let badge = "\(Wording.symbol(finding.verdict)) \(finding.verdict.rawValue)"
    lines.append("\(style.verdict(finding.verdict, badge))  \(style.bold(Quote.oneLine(finding.message)))")
    let rule = rules[finding.rule] ?? index.rule(finding.rule)
    let claims = finding.positions.flatMap(\.claims).compactMap(index.claim)
    flow(Wording.explanation(finding, rule: rule, claims: claims), indent: 2, &lines)
    if let why = rule?.why { flow(style.dim("why the rule is there: \(Quote.oneLine(why))"), indent: 2, &lines) }
    for position in finding.positions {
      lines.append("")
      lines.append("  " + style.bold("‘\(Quote.oneLine(position.label))’"))
      for claim in position.claims.compactMap(index.claim) {
        let found = passages.first { $0.article.id == claim.article }?.sentences.first { sentence in
          sentence.claims.contains { $0.rule == claim.rule && $0.start == claim.start && $0.end == claim.end }
        }
        lines.append("    " + style.place(Quote.oneLine("\(claim.article):\(claim.line):\(claim.column)")))
        let quote = Quote(claim)
        flow("“\(quote.before)\(style.figure(finding.verdict, quote.figure))\(quote.after)”", indent: 6, &lines)
        if let figure = found?.figures.first(where: { $0.words == claim.figure || claim.text.contains($0.words) }) {
          var text = "“\(Quote.oneLine(figure.words))” is \(Self.reading(figure.value))"
          if let counted = figure.counted { text += "; it counts “\(Quote.oneLine(counted))”" }
          flow(style.dim(text), indent: 6, &lines)
        }
        if let found, let rule {
          let wanted = Set(rule.about + rule.with + rule.near)
          let words = unique(
            found.matches.filter { wanted.contains($0.concept) }.map {
              "“\(Quote.oneLine($0.words))” is \($0.concept)"
            })
          if !words.isEmpty { flow(style.dim(words.joined(separator: "; ")), indent: 6, &lines) }
        }
        var facts = [claim.modality == .attributed ? "the word of \(claim.attribution ?? "somebody")" : "asserted"]
        if let day = claim.asOf { facts.append("as of \(ValueFormat.day(day))") }
        if let rule, let compared = Self.compared(claim, rule) { facts.append(compared) }
        facts += claim.why.map(Quote.oneLine)
        flow(style.dim(facts.joined(separator: "; ")), indent: 6, &lines)
      }
    }
  }

  // MARK: - A rule

  private func rule(_ rule: Rule, _ concepts: [Concept], _ lines: inout [String]) {
    lines.append("\(style.bold(Quote.oneLine(rule.id)))  \(Quote.oneLine(rule.title))")
    if let why = rule.why { flow(style.dim(Quote.oneLine(why)), indent: 2, &lines) }
    flow(RuleWords(rule).sentence, indent: 2, &lines)
    for concept in concepts {
      lines.append("")
      lines.append("  " + style.bold(Quote.oneLine(concept.name)))
      for (language, terms) in concept.terms.sorted(by: { $0.key < $1.key }) {
        flow("\(language)  \(terms.map(Quote.oneLine).joined(separator: ", "))", indent: 4, hanging: 4, &lines)
      }
    }
    let own = explanation.report.claims.filter { $0.rule == rule.id }
    lines.append("")
    lines.append("  " + (own.isEmpty ? "no article has a claim of it" : "\(counted(own.count, "claim")) found"))
    for claim in own.prefix(12) {
      flow(
        "\(style.place(Quote.oneLine("\(claim.article):\(claim.line)")))  \(ValueFormat.normalForm(of: claim.value))  “\(Quote.oneLine(claim.text))”"
          + (claim.isCompared ? "" : style.dim("  not compared: \(Wording.modality(claim))")), indent: 4, hanging: 4,
        &lines)
    }
    if own.count > 12 { lines.append("    … and \(counted(own.count - 12, "more claim"))") }
    for finding in index.findings where finding.rule == rule.id {
      flow("→ \(finding.verdict.rawValue)  \(Quote.oneLine(finding.message))  \(finding.id)", indent: 2, &lines)
    }
  }

  // MARK: - Lines

  /// - Parameter hanging: how much further in the lines after the first stand.
  private func flow(_ text: String, indent: Int, hanging: Int = 0, _ lines: inout [String]) {
    let rows = DisplayWidth.wrap(text, columns: max(30, width - indent - hanging))
    for (row, part) in rows.enumerated() {
      lines.append(String(repeating: " ", count: indent + (row == 0 ? 0 : hanging)) + style.isolated(part))
    }
  }
}

/// What a rule asks for, in a sentence.
struct RuleWords {
  let rule: Rule

  init(_ rule: Rule) { self.rule = rule }

  var sentence: String {
    func names(_ concepts: [String], _ word: String) -> String {
      concepts.map { "`\($0)`" }.joined(separator: word)
    }
    if rule.kind == .total {
      return "Checks that \(names(rule.parts, " + ")) make \(rule.total.map { "`\($0)`" } ?? "the total")."
    }
    var text =
      switch rule.kind {
      case .quantity: "Takes figures tied to \(names(rule.about, " or "))"
      case .date: "Takes the day of \(names(rule.about, " or "))"
      case .name: "Takes who holds \(names(rule.about, " or "))"
      case .state: "Takes what is said of \(names(rule.about, " or "))"
      case .total: ""
      }
    if rule.kind == .quantity {
      switch rule.unit {
      case .count: text += ", counts only"
      case .anyCurrency: text += ", money only"
      case .unit(let unit): text += ", in \(unit)"
      }
    }
    if !rule.with.isEmpty { text += ", tied to \(names(rule.with, " and ")) too" }
    if !rule.near.isEmpty { text += ", where \(names(rule.near, " and ")) stands in the \(rule.scope.rawValue)" }
    if !rule.unless.isEmpty { text += ", unless tied to \(names(rule.unless, " or "))" }
    switch rule.changes {
    case .never: text += "; the fact does not change"
    case .any: text += "; the fact may change from day to day"
    case .rising: text += "; the figure may only rise"
    case .falling: text += "; the figure may only fall"
    }
    return text + "."
  }
}
