import Articles
import Claims
import Findings
import ICU
import Mentions

/// What became of each changing or contradicted figure and date, drawn over the days, with a table that says the same.
struct HTMLTimelines {
  let context: HTMLContext
  /// Claims whose quote the page shows.
  let quoted: Set<Int>
  /// As many drawings, and as many marks in each, as a reader would look at.
  static let charts = 60
  static let marks = 120

  /// One claim that a drawing shows.
  struct Entry {
    var place: Int
    var claim: Claim
    var article: Article?
    /// The day that it speaks of, else that of its article.
    var day: Day?
    /// The stretch that it may mean, in the unit of the drawing; open ends are infinite.
    var low: Double
    var high: Double
    /// The figure said, where one is.
    var value: Double?
  }

  /// Nil where no figure changes or conflicts.
  func markup() -> String? {
    var byRule: [String: [Int]] = [:]
    for (place, claim) in context.report.claims.enumerated() where claim.isCompared {
      byRule[claim.rule, default: []].append(place)
    }
    let rules = context.report.rules.enumerated().filter { rule in
      (rule.element.kind == .quantity || rule.element.kind == .date)
        && (context.marks.verdictOfRule[rule.element.id] ?? .agree) > .compatible
    }.sorted { a, b in
      let (x, y) = (context.marks.verdictOfRule[a.element.id], context.marks.verdictOfRule[b.element.id])
      return x != y ? x ?? .agree > y ?? .agree : a.offset < b.offset
    }.map(\.element)
    var out = HTMLWriter()
    var drawn = 0
    var left = 0
    for rule in rules {
      for (unit, entries) in groups(byRule[rule.id] ?? []) {
        guard drawn < Self.charts else {
          left += 1
          continue
        }
        drawn += 1
        figure(rule, unit, entries, number: drawn, to: &out)
      }
    }
    guard drawn > 0 else { return nil }
    var head = HTMLWriter()
    head.element("p", ("class", "note hint"), text: HTMLWords.timelineHint)
    if left > 0 { head.element("p", ("class", "note"), text: HTMLWords.chartsBound(drawn, of: drawn + left)) }
    return head.markup + out.markup
  }

  // MARK: - What is drawn

  /// The claims of a rule that have a place on one axis: figures of one unit each, or dates.
  private func groups(_ places: [Int]) -> [(unit: String?, entries: [Entry])] {
    var units: [String?] = []
    var groups: [String?: [Entry]] = [:]
    for place in places {
      guard let (unit, entry) = entry(place) else { continue }
      if groups[unit] == nil { units.append(unit) }
      groups[unit, default: []].append(entry)
    }
    return units.compactMap { unit in
      guard let entries = groups[unit], entries.count > 1 else { return nil }
      return (unit, entries.sorted(by: precedes))
    }
  }

  private func precedes(_ a: Entry, _ b: Entry) -> Bool {
    let (x, y) = (a.day?.number ?? .max, b.day?.number ?? .max)
    return x != y ? x < y : a.place < b.place
  }

  /// Larger numbers have no place on an axis that is drawn with them.
  private static let farthest = 1e15
  /// The same for days: some ten thousand years either way.
  private static let farthestDay = 4e6

  /// Nil where it cannot be drawn: a name, a figure beyond measure, or what is of another kind than its rule, as only a
  /// report that somebody edited can have it.
  private func entry(_ place: Int) -> (unit: String?, entry: Entry)? {
    let claim = context.report.claims[place]
    let isOfDates = context.index.rule(claim.rule)?.kind == .date
    func isFar(_ entry: Entry) -> Bool {
      let most = isOfDates ? Self.farthestDay : Self.farthest
      return [entry.low, entry.high, entry.value ?? 0].contains { $0.isNaN || $0.isFinite && $0.magnitude > most }
    }
    let article = context.index.article(claim.article)
    var entry = Entry(
      place: place, claim: claim, article: article, day: claim.asOf ?? article?.day, low: -.infinity, high: .infinity)
    switch claim.value {
    case .quantity(let quantity):
      entry.value = quantity.value
      entry.low = quantity.low ?? -.infinity
      entry.high = quantity.high ?? .infinity
      // What was compared is wider than what was said for loose and rounded figures. Measures may have been compared in
      // another unit than the one said: there, the words are all there is.
      if claim.possibilities.count == 1, let compared = claim.possibilities.first, Self.isPlain(quantity.unit),
        compared.low <= entry.low, compared.high >= entry.high
      {
        (entry.low, entry.high) = (compared.low, compared.high)
      }
      guard !isOfDates, entry.low.isFinite || entry.high.isFinite || entry.value != nil, !isFar(entry) else {
        return nil
      }
      return (quantity.unit, entry)
    case .date(let span):
      entry.low = span.from.map { Double($0.number) } ?? -.infinity
      entry.high = span.to.map { Double($0.number) } ?? .infinity
      guard isOfDates, entry.low.isFinite || entry.high.isFinite, !isFar(entry) else { return nil }
      return (nil, entry)
    case .name, .state: return nil
    }
  }

  /// Counts, shares and money are compared as they are said.
  private static func isPlain(_ unit: String?) -> Bool {
    guard let unit else { return true }
    return unit == "percent"
      || unit.utf8.count == 3
        && unit.utf8.allSatisfy { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
  }

  // MARK: - Markup

  private func figure(_ rule: Rule, _ unit: String?, _ entries: [Entry], number: Int, to out: inout HTMLWriter) {
    let id = "t-\(number)"
    let title = Quote.oneLine(rule.title) + (unit.map { " (\($0))" } ?? "")
    out.start("figure", ("class", "timeline"), ("id", id), ("data-rule", rule.id), ("aria-labelledby", id + "-h"))
    out.element("h3", ("id", id + "-h"), ("dir", "auto"), text: title)
    let drawn = Array(chosen(rule.kind == .date ? entries : entries.filter { $0.day != nil }))
    if !drawn.isEmpty {
      let drawing = HTMLDrawing(timelines: self, rule: rule, unit: unit, entries: drawn, id: id, title: title)
      drawing.write(to: &out)
      out.element("p", ("class", "readout"), ("dir", "auto"), ("aria-hidden", "true"), text: "")
    }
    if drawn.count < entries.count {
      out.element("p", ("class", "note"), text: HTMLWords.chartBound(drawn.count, of: entries.count))
    }
    table(Array(entries.prefix(Self.marks)), title, to: &out)
    out.end("figure")
    out.line()
  }

  /// Those in conflict first where there are too many, and then in their own order again.
  private func chosen(_ entries: [Entry]) -> [Entry] {
    guard entries.count > Self.marks else { return entries }
    let inConflict = entries.filter { !context.marks.letters(of: $0.claim).isEmpty }
    let others = entries.filter { context.marks.letters(of: $0.claim).isEmpty }
    return (inConflict + others).prefix(Self.marks).sorted(by: precedes)
  }

  private func table(_ entries: [Entry], _ title: String, to out: inout HTMLWriter) {
    out.start("details")
    out.element("summary", text: HTMLWords.asTable(entries.count))
    out.start(
      "div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", HTMLWords.timelineTable(title)))
    out.start("table")
    out.start("thead")
    out.start("tr")
    for title in [HTMLWords.day, HTMLWords.value, HTMLWords.position, HTMLWords.words, HTMLWords.article] {
      out.element("th", ("scope", "col"), text: title)
    }
    out.end("tr")
    out.end("thead")
    out.start("tbody")
    out.line()
    for entry in entries {
      out.start("tr")
      out.element("th", ("scope", "row"), text: entry.day?.description ?? HTMLWords.undated)
      out.start("td")
      let isLinked = quoted.contains(entry.place)
      if isLinked { out.start("a", ("href", "#" + context.anchor(ofQuote: entry.place))) }
      out.element("bdi", ("class", "normal"), text: ValueFormat.normalForm(of: entry.claim.value))
      if isLinked { out.end("a") }
      out.end("td")
      let state = context.marks.state(of: entry.claim)
      out.start("td", ("class", state.name))
      out.element("span", ("class", "sign"), ("aria-hidden", "true"), text: state.sign)
      out.space()
      out.element("b", text: context.marks.letters(of: entry.claim))
      out.element("span", ("class", "vh"), text: " \(HTMLWords.state(state))")
      out.end("td")
      out.start("td")
      out.element(
        "q", ("lang", context.language(of: entry.article)),
        ("dir", HTMLEscaping.direction(entry.article?.language ?? "und")), text: Quote.oneLine(entry.claim.text))
      out.end("td")
      out.start("td")
      out.element(
        "cite", ("dir", "auto"),
        text: entry.article.map { context.name(of: $0) } ?? Quote.oneLine(entry.claim.article))
      out.end("td")
      out.end("tr")
      out.line()
    }
    out.end("tbody")
    out.end("table")
    out.end("div")
    out.end("details")
  }

  /// What a mark says: `5,200 · 8 July 2020 · “plus de 5 200” · Le Courrier`, each part isolated, as one may run from right
  /// to left and the next from left to right.
  func words(_ entry: Entry) -> String {
    var parts = [ValueFormat.label(for: entry.claim.value)]
    if let day = entry.day { parts.append(ValueFormat.day(day)) }
    parts.append("“\(Quote.oneLine(entry.claim.text))”")
    parts.append(entry.article.map { context.name(of: $0) } ?? Quote.oneLine(entry.claim.article))
    let letters = context.marks.letters(of: entry.claim)
    let state = HTMLWords.state(context.marks.state(of: entry.claim))
    parts.append(letters.isEmpty ? state : "\(state), \(HTMLWords.position(letters))")
    return parts.map { "\u{2068}\($0)\u{2069}" }.joined(separator: " · ")
  }
}
