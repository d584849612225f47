import Articles
import Claims
import Findings
import ICU

/// The findings: the first of them as cards with all their quotes, the others in short.
struct HTMLCards {
  let context: HTMLContext
  private var out = HTMLWriter()
  /// Claims whose quote has been shown: the first place is the one that links lead to.
  private(set) var quoted: Set<Int> = []
  /// How often each anchor was wanted: ids may differ in nothing that an anchor can hold.
  private var anchors: [String: Int] = [:]

  init(_ context: HTMLContext) { self.context = context }

  /// - Returns: the markup of all findings but those that agree.
  mutating func findings() -> String {
    out = HTMLWriter()
    for finding in context.findings.prefix(HTMLContext.cards) { card(finding) }
    let rest = context.findings.dropFirst(HTMLContext.cards)
    if !rest.isEmpty {
      out.element("p", ("class", "more"), text: HTMLWords.rest(rest.count, shown: HTMLContext.cards))
      out.start("ol", ("class", "rest"))
      out.line()
      for finding in rest.prefix(HTMLContext.rows) { row(finding) }
      out.end("ol")
      if rest.count > HTMLContext.rows {
        out.element("p", ("class", "more"), text: HTMLWords.uncounted(rest.count - HTMLContext.rows))
      }
    }
    return out.markup
  }

  /// - Returns: the markup of the facts on which the articles agree.
  mutating func agreeing() -> String {
    out = HTMLWriter()
    for finding in context.agreeing.prefix(HTMLContext.cards) { agreement(finding) }
    if context.agreeing.count > HTMLContext.cards {
      out.element("p", ("class", "more"), text: HTMLWords.uncounted(context.agreeing.count - HTMLContext.cards))
    }
    return out.markup
  }

  /// - Returns: the markup of claims that are found and not compared.
  mutating func open() -> String {
    out = HTMLWriter()
    let open = context.index.uncompared
    for claim in open.prefix(HTMLContext.claimsPerPosition) { listed(claim) }
    if open.count > HTMLContext.claimsPerPosition {
      out.element("p", ("class", "more"), text: HTMLWords.more(claims: open.count - HTMLContext.claimsPerPosition))
    }
    return out.markup
  }

  // MARK: - Findings

  private mutating func anchor(_ finding: Finding) -> String {
    let wanted = HTMLEscaping.anchor(finding.id)
    let count = anchors[wanted, default: 0] + 1
    anchors[wanted] = count
    return count == 1 ? wanted : "\(wanted)--\(count)"
  }

  /// The start of a finding's element, with all that filters ask for.
  private mutating func start(_ element: StaticString, _ kind: String, _ finding: Finding, _ anchor: String) {
    let places = context.articles(in: finding)
    var languages: Set<String> = []
    for place in places {
      if let language = context.language(of: context.report.articles[place]) { languages.insert(language) }
    }
    out.start(
      element, ("class", "\(kind) \(finding.verdict.rawValue)"), ("id", anchor), ("tabindex", "-1"),
      ("data-finding", ""), ("data-id", finding.id), ("data-verdict", finding.verdict.rawValue),
      ("data-rule", finding.rule), ("data-articles", places.map(String.init).joined(separator: " ")),
      ("data-languages", languages.sorted().joined(separator: " ")),
      ("data-standing", HTMLWords.standing(finding.standing)),
      ("aria-labelledby", element.utf8CodeUnitCount == 2 ? nil : anchor + "-h"))
    out.line()
  }

  /// What a message of the report has from others: the rule's title and the answers.
  private func quoted(in finding: Finding) -> [String] {
    ([context.index.rule(finding.rule)?.title].compactMap(\.self) + finding.positions.map(\.label)).map(Quote.oneLine)
  }

  private mutating func badges(_ finding: Finding) {
    out.element("span", ("class", "badge"), text: "\(Wording.symbol(finding.verdict)) \(finding.verdict.rawValue)")
    if !finding.standing.isNew {
      out.space()
      out.element("span", ("class", "badge standing"), text: HTMLWords.standing(finding.standing))
    }
  }

  private mutating func reason(_ finding: Finding) {
    guard let what = HTMLWords.reason(finding.standing) else { return }
    out.start("p", ("class", "reason"))
    out.element("b", text: what)
    if let reason = finding.standing.reason {
      out.literal(": ")
      out.element("span", ("dir", "auto"), text: Quote.oneLine(reason))
    }
    out.end("p")
    out.line()
  }

  private mutating func card(_ finding: Finding) {
    let anchor = anchor(finding)
    let rule = context.index.rule(finding.rule)
    start("article", "finding", finding, anchor)
    out.start("header")
    out.start("p", ("class", "kicker"))
    badges(finding)
    out.space()
    out.element("span", ("dir", "auto"), text: Quote.oneLine(rule?.title ?? finding.rule))
    if let day = finding.asOf {
      out.space()
      out.element("span", text: HTMLWords.asOf(ValueFormat.day(day)))
    }
    out.end("p")
    out.element(
      "h3", ("id", anchor + "-h"), ("dir", "auto"), text: Quote.oneLine(finding.message),
      isolating: quoted(in: finding))
    let claims = finding.positions.flatMap(\.claims).compactMap(context.index.claim)
    let speakers = Set(claims.compactMap(\.attribution)).map(Quote.oneLine)
    out.element(
      "p", ("class", "explanation"), text: Wording.explanation(finding, rule: rule, claims: Array(claims)),
      isolating: quoted(in: finding) + speakers)
    reason(finding)
    out.end("header")
    out.line()
    out.start("div", ("class", "positions"))
    out.line()
    for position in finding.positions.prefix(HTMLContext.positions) { self.position(position, in: finding) }
    out.end("div")
    if finding.positions.count > HTMLContext.positions {
      out.element(
        "p", ("class", "more"), text: HTMLWords.more(positions: finding.positions.count - HTMLContext.positions))
    }
    out.line()
    foot(finding, rule, anchor)
    out.end("article")
    out.line()
  }

  private mutating func foot(_ finding: Finding, _ rule: Rule?, _ anchor: String) {
    out.start("footer")
    out.start("p")
    out.start("a", ("class", "permalink"), ("href", "#" + anchor), ("title", HTMLWords.permalink))
    out.element("code", text: finding.id)
    out.end("a")
    out.space()
    out.element("span", ("class", "severity"), text: finding.severity.rawValue)
    if let why = rule?.why {
      out.space()
      out.element("span", ("dir", "auto"), text: Quote.oneLine(why))
    }
    out.end("p")
    out.start("p", ("class", "actions js-only"))
    out.element("button", ("type", "button"), ("data-copy", "link"), text: HTMLWords.copyLink)
    out.space()
    out.element(
      "button", ("type", "button"), ("data-copy", "baseline"), ("data-text", HTMLBaseline.entry(finding, context)),
      text: HTMLWords.copyBaseline)
    out.end("p")
    out.end("footer")
    out.line()
  }

  private mutating func row(_ finding: Finding) {
    let anchor = anchor(finding)
    start("li", "row", finding, anchor)
    badges(finding)
    out.space()
    out.element(
      "span", ("dir", "auto"), text: Quote.oneLine(finding.message),
      isolating: quoted(in: finding))
    out.space()
    out.start("a", ("class", "permalink"), ("href", "#" + anchor))
    out.element("code", text: finding.id)
    out.end("a")
    out.end("li")
    out.line()
  }

  private mutating func agreement(_ finding: Finding) {
    let anchor = anchor(finding)
    start("section", "agreeing", finding, anchor)
    out.element(
      "h3", ("id", anchor + "-h"), ("dir", "auto"), text: Quote.oneLine(finding.message),
      isolating: quoted(in: finding))
    reason(finding)
    for position in finding.positions {
      for id in position.claims.prefix(context.claimsShown) {
        guard let (place, claim) = context.claim(id) else { continue }
        quote(claim, place)
        source(context.index.article(claim.article), claim.article)
      }
      more(position)
    }
    out.end("section")
    out.line()
  }

  // MARK: - Positions

  private mutating func position(_ position: Position, in finding: Finding) {
    // An article speaks once, with all its quotes under its name.
    var order: [String] = []
    var byArticle: [String: [(place: Int, claim: Claim)]] = [:]
    for id in position.claims.prefix(context.claimsShown) {
      guard let found = context.claim(id) else { continue }
      if byArticle[found.claim.article] == nil { order.append(found.claim.article) }
      byArticle[found.claim.article, default: []].append(found)
    }
    out.start("section", ("class", "position"))
    out.start("h4")
    if let letter = context.marks.letter(of: position, in: finding) {
      out.element("span", ("class", "letter"), ("title", HTMLWords.position(letter)), text: letter)
      out.space()
    }
    out.element("bdi", ("class", "label"), text: Quote.oneLine(position.label))
    out.space()
    let all = counted(position.claims.count, "claim")
    out.element(
      "small",
      text: position.claims.count > context.claimsShown ? all : "\(all) in \(counted(order.count, "article"))")
    out.end("h4")
    out.line()
    // A long list would push the next finding off the screen: what follows the first few is one click away.
    let shown = order.count > Self.speakers + 1 ? Self.speakers : order.count
    for id in order.prefix(shown) { speaker(id, byArticle[id] ?? []) }
    if shown < order.count {
      out.start("details", ("class", "others"))
      out.element("summary", text: HTMLWords.others(order.count - shown))
      out.line()
      for id in order.dropFirst(shown) { speaker(id, byArticle[id] ?? []) }
      out.end("details")
      out.line()
    }
    more(position)
    out.end("section")
    out.line()
  }

  /// How many articles of a position are shown at once.
  private static let speakers = 4

  /// An article with what it says.
  private mutating func speaker(_ id: String, _ claims: [(place: Int, claim: Claim)]) {
    out.start("div", ("class", "speaker"))
    out.line()
    for (place, claim) in claims { quote(claim, place) }
    source(context.index.article(id), id)
    out.end("div")
    out.line()
  }

  private mutating func more(_ position: Position) {
    guard position.claims.count > context.claimsShown else { return }
    out.element("p", ("class", "more"), text: HTMLWords.more(claims: position.claims.count - context.claimsShown))
  }

  // MARK: - Quotes

  private mutating func quote(_ claim: Claim, _ place: Int) {
    let article = context.index.article(claim.article)
    let isFirst = quoted.insert(place).inserted
    let quote = Quote(claim)
    out.start(
      "blockquote", ("id", isFirst ? context.anchor(ofQuote: place) : nil), ("tabindex", isFirst ? "-1" : nil),
      ("lang", context.language(of: article)), ("dir", HTMLEscaping.direction(article?.language ?? "und")))
    out.text(quote.before)
    if !quote.figure.isEmpty { out.element("mark", text: quote.figure) }
    out.text(quote.after)
    out.end("blockquote")
    out.line()
    reading(claim, article)
  }

  /// What stands below a quote: the normal form, who said it, of when, and where in which file.
  private mutating func reading(_ claim: Claim, _ article: Article?) {
    out.start("p", ("class", "reading"))
    out.element(
      "bdi", ("class", "normal"), ("title", HTMLWords.normalForm), text: ValueFormat.normalForm(of: claim.value))
    if claim.attribution != nil || claim.modality == .attributed {
      out.space()
      out.element(
        "span", ("dir", "auto"),
        text: HTMLWords.saidBy(claim.attribution.map { Quote.oneLine($0) } ?? HTMLWords.somebody))
    }
    if let day = claim.asOf, day != article?.day {
      out.space()
      out.element("span", text: HTMLWords.asOf(ValueFormat.day(day)))
    }
    if !claim.why.isEmpty {
      out.space()
      out.element(
        "span", ("class", "because"), ("dir", "auto"), text: claim.why.map { Quote.oneLine($0) }.joined(separator: "; ")
      )
    }
    out.space()
    let link = article.flatMap { context.link(to: $0, line: claim.line) }
    if link != nil { out.start("a", ("class", "place"), ("href", link)) }
    out.element("code", ("dir", "ltr"), text: context.place(of: claim))
    if link != nil { out.end("a") }
    out.end("p")
    out.line()
  }

  private mutating func source(_ article: Article?, _ id: String) {
    out.start("p", ("class", "source"))
    if let place = context.place(ofArticle: id) {
      let link = HTMLEscaping.link(article?.url)
      out.start("a", ("href", link ?? "#a-\(place)"), ("rel", link == nil ? nil : "noopener noreferrer nofollow"))
    }
    out.element(
      "cite", ("lang", article?.title == nil ? nil : context.language(of: article)), ("dir", "auto"),
      text: article.map { context.name(of: $0) } ?? Quote.oneLine(id))
    if context.place(ofArticle: id) != nil { out.end("a") }
    if let article { HTMLArticles.facts(of: article, context, to: &out) }
    out.end("p")
    out.line()
  }

  private mutating func listed(_ claim: Claim) {
    let article = context.index.article(claim.article)
    out.start("section", ("class", "agreeing open"))
    out.element("h3", ("dir", "auto"), text: Quote.oneLine(context.index.rule(claim.rule)?.title ?? claim.rule))
    out.start("p", ("class", "reason"))
    var how = claim.setAside == nil ? Wording.modality(claim) : HTMLWords.state(.setAside)
    if claim.setAside == nil, let speaker = claim.attribution { how += " by \(Quote.oneLine(speaker))" }
    out.element("b", ("dir", "auto"), text: how)
    if let reason = claim.setAside {
      out.literal(": ")
      out.element("span", ("dir", "auto"), text: Quote.oneLine(reason))
    }
    out.end("p")
    if let (place, _) = context.claim(claim.id) { quote(claim, place) }
    source(article, claim.article)
    out.end("section")
    out.line()
  }
}
