import ICU
import Mentions

/// The day that a claim speaks of.
///
/// The first of these that tells: a day on which figures are said to stand in its sentence ("as of Saturday", "by Monday
/// evening"); another date of its clause, where the clause says how high a figure stood ("on Tuesday the toll stood at
/// 62") and not when something happened ("62 were killed on Tuesday" is known as of the article's day); the last day on
/// which figures were said to stand, earlier in the article; the article's own.
struct ClaimTime {
  /// The day that the claim speaks of.
  var asOf: Day?
  /// It holds from this day on: "since Friday".
  var since: Day?
  /// When what it tells was so, or happened: what `during` asks for.
  var span: DateSpan?
  /// The span begins with a "since".
  var isSince = false
}

/// Reads from a sentence of what day its claims speak.
struct TimeReading {
  let view: SentenceView
  let articleDay: Day?
  /// A time long past that the sentences before told of.
  let before: DateSpan?
  private let words: TimeWords
  private let folded: [String]

  private enum Kind { case standing, since, plain }
  private struct Dated {
    var mention: PlacedMention
    var span: DateSpan
    var kind: Kind
    /// "Friday's crash", "the vote of 5 January": the date of a thing, and of no clause.
    var isAttached: Bool
  }
  private let dates: [Dated]

  /// - Parameter hasCarried: a day goes on through the article, so that words such as "now" matter.
  init(_ view: SentenceView, language: String, articleDay: Day?, hasCarried: Bool, before: DateSpan? = nil) {
    self.view = view
    self.before = before
    self.articleDay = articleDay
    let words = TimeWords.all[language] ?? TimeWords()
    // Most sentences have no date, and need none of this.
    let isAsked =
      hasCarried || before != nil
      || view.mentions.contains { $0.date != nil || Self.bareYear($0, view, articleDay) != nil }
    let folded = isAsked ? view.foldedWords(view.tokens.indices) : []
    self.words = words
    self.folded = folded
    dates = view.mentions.compactMap { mention in
      if mention.isCount, let year = Self.bareYear(mention, view, articleDay) {
        return Dated(mention: mention, span: year, kind: .plain, isAttached: false)
      }
      guard let span = mention.date, let said = Self.past(span, articleDay) else { return nil }
      let kind = Self.kind(of: mention, span, view, words, folded)
      return Dated(mention: mention, span: said, kind: kind, isAttached: Self.isAttached(mention, view))
    }
  }

  /// "Vid branden 2014 evakuerades 900": four digits behind a noun, before a verb or a sign, and not after the article.
  private static func bareYear(_ mention: PlacedMention, _ view: SentenceView, _ articleDay: Day?) -> DateSpan? {
    guard let articleDay, mention.isCount, mention.tokens.count == 1, let value = mention.quantity?.value,
      value >= 1900, value <= Double(articleDay.year), value == value.rounded()
    else { return nil }
    let i = mention.tokens.lowerBound
    guard view.tokens[i].kind == .digits, view.tokens[i].end - view.tokens[i].start == 4, view.isContent(i - 1),
      view.words.order == .nounLast || view.words.order == .capital, !view.ends(i - 1, in: view.words.verbEndings)
    else { return nil }
    let next = i + 1
    let isFree =
      view.has(next, [.auxiliary, .oblique, .relative])
      || view.isContent(next) && view.ends(next, in: view.words.verbEndings)
      || view.sign(next) == .comma
    guard isFree else { return nil }
    return Day(year: Int(value), month: 1, day: 1).flatMap { first in
      Day(year: Int(value), month: 12, day: 31).map { DateSpan(from: first, to: $0) }
    }
  }

  /// A span up to the article's day; nil where it lies wholly after it.
  private static func past(_ span: DateSpan, _ articleDay: Day?) -> DateSpan? {
    guard let articleDay else { return span.to == nil && span.from == nil ? nil : span }
    if let from = span.from, from > articleDay { return nil }
    guard let to = span.to else { return DateSpan(from: span.from, to: nil) }
    // "by the end of the year": not yet.
    if span.from == nil, to > articleDay { return nil }
    // "before the winter": the coming one, whatever its nearest is; "by 2007" is that year.
    let isYear = to.month == 12 && to.day == 31
    if span.from == nil, !isYear, articleDay.number - to.number > 60 { return nil }
    return DateSpan(from: span.from, to: min(to, articleDay))
  }

  private static func kind(
    of mention: PlacedMention, _ span: DateSpan, _ view: SentenceView, _ words: TimeWords, _ folded: [String]
  ) -> Kind {
    if isStanding(mention, view, words, folded) { return .standing }
    switch (span.from, span.to) {
    case (nil, _?): return view.sign(mention.tokens.upperBound) == .apostrophe ? .plain : .standing
    case (_?, nil): return .since
    default: return .plain
    }
  }

  /// "as of 9 a.m. on Saturday", "Stand: 24. Juli", 24日午後3時現在.
  private static func isStanding(
    _ mention: PlacedMention, _ view: SentenceView, _ words: TimeWords, _ folded: [String]
  ) -> Bool {
    let tokens = mention.tokens
    // "killed by Saturday's storm"
    if view.sign(tokens.upperBound) == .apostrophe, !view.tokens[tokens.upperBound].spaceBefore { return false }
    if view.has(tokens.lowerBound, .asOf) { return true }
    for start in max(0, tokens.lowerBound - longestWay)..<tokens.upperBound {
      let length = words.before.length(at: start, in: folded) ?? (view.has(start, .asOf) ? 1 : nil)
      guard let length, start + length <= tokens.upperBound else { continue }
      if start + length >= tokens.lowerBound { return true }
      // Between the marker and its day stand at most an hour, an article and a part of the day.
      if (start + length..<tokens.lowerBound).allSatisfy({ isSmall($0, view, folded) }) { return true }
    }
    var j = tokens.lowerBound + 1
    while j <= min(tokens.upperBound + 6, folded.count - 1) {
      if words.after.length(at: j, in: folded) != nil { return true }
      if j >= tokens.upperBound {
        let isHour = view.tokens[j].kind == .digits || view.words.order == .unspaced || view.words.hasNounBefore
        guard isHour, view.signs[j] == nil else { break }
      }
      j += 1
    }
    return false
  }

  private static let longestWay = 7

  private static func isSmall(_ i: Int, _ view: SentenceView, _ folded: [String]) -> Bool {
    switch view.sign(i) {
    case .colon?, .point?, .hyphen?, .apostrophe?: return true
    case nil: break
    default: return false
    }
    return view.tokens[i].kind == .digits || folded[i].utf8.count <= 2 || dayParts.contains(folded[i])
      || view.has(i, [.article, .link, .dayPart, .adverb, .oblique])
  }

  /// Of languages whose theme file has no list of them.
  private static let dayParts: Set<String> = [
    "late", "early", "mid", "midday", "noon", "midnight", "end", "evening", "вечер", "утро", "полдень", "ночь",
    "вечір", "ранок", "wieczor", "rano", "ende", "mittag", "abend", "morgen",
  ]

  private static func isAttached(_ mention: PlacedMention, _ view: SentenceView) -> Bool {
    let tokens = mention.tokens
    if view.sign(tokens.upperBound) == .apostrophe, !view.tokens[tokens.upperBound].spaceBefore { return true }
    // 2011年の台風
    if view.words.order == .unspaced, view.has(tokens.upperBound, .link) || view.has(tokens.upperBound - 1, .link) {
      return true
    }
    let isLinked = view.has(tokens.lowerBound, .link) || view.has(tokens.lowerBound - 1, .link)
    let noun = view.has(tokens.lowerBound, .link) ? tokens.lowerBound - 1 : tokens.lowerBound - 2
    if isLinked { return !view.has(noun, .dayPart) }
    // "the coalition formed in 2014", but "were killed in 2014"
    let verb = view.has(tokens.lowerBound, .oblique) ? tokens.lowerBound - 1 : tokens.lowerBound - 2
    if view.ends(verb, in: view.words.participleEndings), view.isContent(verb),
      !view.has(verb - 1, [.auxiliary, .adverb]),
      view.isContent(verb - 1) || view.sign(verb - 1) == .comma
    {
      return true
    }
    // "the 2018 election", "die 2014 gegründete Koalition"
    return (view.words.order == .plural || view.words.order == .capital)
      && view.has(tokens.lowerBound - 1, .article) && !view.has(tokens.lowerBound - 1, .oblique)
      && view.isContent(tokens.upperBound)
  }

  /// Whether nothing but a preposition stands before a date.
  private func opens(_ date: Dated) -> Bool {
    let clause = view.clauseOf(date.mention.tokens)
    if isInOpeningPhrase(date, clause) || frames(date) { return true }
    return (0..<date.mention.tokens.lowerBound).allSatisfy {
      view.clause[$0] != clause || view.has($0, [.oblique, .article, .link, .joiner, .adverb]) || folded[$0].isEmpty
    }
  }

  /// "In a similar accident in 2009, 112 people died": a year that ends the phrase with which the clause opens.
  private func isInOpeningPhrase(_ date: Dated, _ clause: Int32) -> Bool {
    let end = date.mention.tokens.lowerBound
    guard days(date.span) > 7, let start = (0..<end).first(where: { view.clause[$0] == clause }),
      end - start <= Self.longestOpening, view.has(start, .oblique)
    else { return false }
    return (start..<end).allSatisfy { i in
      view.isContent(i) && !view.ends(i, in: view.words.verbEndings) || view.sign(i) == .apostrophe
        || view.sign(i) == .comma && i >= end - 2
        || view.has(i, [.oblique, .article, .link, .adverb]) && !view.has(i, [.auxiliary, .negator])
    }
  }

  private static let longestOpening = 10

  /// "In the great fire of 2014 …": the year of what the clause begins with is that of the clause.
  private func frames(_ date: Dated) -> Bool {
    guard days(date.span) > 300, date.kind == .plain,
      let start = view.clause.firstIndex(of: view.clauseOf(date.mention.tokens)),
      let length = words.framing.length(at: start, in: folded), start + length < date.mention.tokens.lowerBound
    else { return false }
    let between = start + length..<date.mention.tokens.lowerBound
    return between.count <= 5
      && between.allSatisfy {
        (view.isContent($0) || view.has($0, [.article, .link, .oblique])) && !view.has($0, [.auxiliary, .joiner])
      }
  }

  /// "formed in 2014 and with 80 members": another half of the clause has the date.
  private func isParted(_ date: Dated, from tokens: Range<Int>) -> Bool {
    let low = min(date.mention.tokens.upperBound, tokens.upperBound)
    let high = max(date.mention.tokens.lowerBound, tokens.lowerBound)
    guard low < high else { return false }
    return (low..<high).contains { i in
      if view.has(i, .coordinator) || view.sign(i) == .comma { return true }
      // 夏天答应的500剂: what was promised then
      if view.words.order == .unspaced, view.has(i, .link) { return true }
      // Arabic and Hebrew write "and" onto the verb.
      return folded[i].hasPrefix("و") && view.words.isVerbFirst || folded[i].hasPrefix("ו")
    }
  }

  // MARK: - One claim

  /// "In Iraq since 2014" says how long somebody has been there, and nothing of how many they were then.
  private static let longestSince = 14

  /// - Parameters:
  ///   - tokens: those that the claim is read from.
  ///   - isEvent: it tells what happened, and not how much there was.
  ///   - carried: the day on which figures were last said to stand, earlier in the article.
  func time(of tokens: Range<Int>, isEvent: Bool, carried: Day?) -> ClaimTime {
    let clause = view.clauseOf(tokens)
    func isInClause(_ date: Dated) -> Bool {
      view.clauseOf(date.mention.tokens) == clause || date.mention.tokens.overlaps(tokens)
    }
    func distance(_ date: Dated) -> Int {
      let low = min(date.mention.tokens.upperBound, tokens.upperBound)
      let high = max(date.mention.tokens.lowerBound, tokens.lowerBound)
      let hasCoordinator = low < high && (low..<high).contains { view.has($0, .coordinator) }
      return max(0, high - low) + (hasCoordinator ? 5 : 0) + (isInClause(date) ? 0 : 20)
    }
    // "since 1997, when 12 died"
    if let date = dates.first(where: { isFollowed($0, by: clause) }), let span = Self.whole(date.span) {
      return ClaimTime(asOf: span.to, span: span)
    }
    if let then = then(of: tokens, in: clause) {
      return ClaimTime(asOf: then.to ?? articleDay, span: then)
    }
    let isLevel = !isEvent || hasLevel(in: clause)
    let speaking = dates.filter { date in
      if date.kind == .standing { return true }
      guard isInClause(date), !date.isAttached || frames(date) else { return false }
      return opens(date) || !isParted(date, from: tokens)
    }
    let nearest = speaking.min { distance($0) < distance($1) }
    var time = ClaimTime(asOf: articleDay)
    if let nearest, nearest.kind == .standing, let day = nearest.span.to ?? nearest.span.from {
      time.asOf = day
    } else if let nearest, nearest.kind == .since {
      if !isEvent, let from = nearest.span.from, let day = articleDay, day - from <= Self.longestSince {
        time.since = from
      }
      time.asOf = articleDay ?? nearest.span.from
      time.span = DateSpan(from: nearest.span.from, to: time.asOf)
      time.isSince = true
      return time
    } else if let nearest {
      let isLong = nearest.span.from != nearest.span.to && days(nearest.span) > 7
      time.span = nearest.span
      // What happened on a day is known as of the article's; what happened in a year is counted when that is over.
      time.asOf = isLevel || isLong || articleDay == nil ? nearest.span.to : articleDay
      return time
    } else if let carried, !saysNow(in: clause) {
      time.asOf = carried
    }
    if let attached = dates.filter({
      $0.isAttached && isInClause($0) && distance($0) <= (view.words.order == .unspaced ? 14 : 8)
    }).min(by: {
      distance($0) < distance($1)
    }) {
      time.span = attached.span
      // "The debt of 2019 was 12 million": what stood then.
      let first = attached.mention.tokens.lowerBound
      let isLinked = view.has(first, .link) || view.has(first - 1, .link)
      if isLinked, !isEvent, days(attached.span) > 7, days(attached.span) < .max { time.asOf = attached.span.to }
    } else {
      time.span = time.asOf.map { DateSpan(from: $0, to: $0) }
    }
    return time
  }

  /// Whether a clause begins behind a date and a comma with a word for when.
  private func isFollowed(_ date: Dated, by clause: Int32) -> Bool {
    let comma = date.mention.tokens.upperBound
    guard view.sign(comma) == .comma, comma + 1 < view.tokens.count, view.clause[comma + 1] == clause,
      view.has(comma + 1, .joiner)
    else { return false }
    return words.when.length(at: comma + 1, in: folded) != nil
  }

  /// Of "since 1997", the year.
  private static func whole(_ span: DateSpan) -> DateSpan? {
    guard let from = span.from else { return nil }
    if let to = span.to, to.year == from.year { return span }
    let isYear = from.month == 1 && from.day == 1
    return DateSpan(from: from, to: isYear ? Day(year: from.year, month: 12, day: 31) : from)
  }

  private func days(_ span: DateSpan) -> Int {
    guard let from = span.from, let to = span.to else { return .max }
    return to - from + 1
  }

  private func hasLevel(in clause: Int32) -> Bool {
    folded.indices.contains {
      view.clause[$0] == clause
        && (view.has($0, .measuring) && !view.has($0, .auxiliary)
          || words.levels.length(at: $0, in: folded) != nil)
    }
  }

  private func saysNow(in clause: Int32) -> Bool {
    folded.indices.contains { view.clause[$0] == clause && words.now.length(at: $0, in: folded) != nil }
  }

  /// "In the storm of 2018, when 400 soldiers helped", "Damals waren es 23": the time told of before, if it is long past.
  private func then(of tokens: Range<Int>, in clause: Int32) -> DateSpan? {
    guard !folded.isEmpty, dates.contains(where: isLongPast) || before != nil,
      folded.indices.contains(where: { view.clause[$0] == clause && words.then.length(at: $0, in: folded) != nil })
    else { return nil }
    let own = dates.contains { view.clauseOf($0.mention.tokens) == clause && !$0.isAttached }
    guard !own else { return nil }
    let told = dates.last { $0.mention.tokens.upperBound <= tokens.lowerBound }
    if let told { return isLongPast(told) ? told.span : nil }
    return before
  }

  private func isLongPast(_ date: Dated) -> Bool {
    guard let articleDay, let to = date.span.to, date.kind != .since else { return false }
    return articleDay - to > Self.longPast
  }

  private static let longPast = 60

  /// The time long past that the sentence leaves to those behind it.
  func told(_ earlier: DateSpan?) -> DateSpan? {
    guard let last = dates.last else { return earlier }
    return isLongPast(last) ? last.span : nil
  }

  // MARK: - What goes on through the article

  /// The day on which figures are said to stand from here on: the last one stated, until a later day is told of.
  func carried(_ before: Day?) -> Day? {
    var carried = before
    for date in dates {
      guard let day = date.span.to ?? date.span.from else { continue }
      if date.kind == .standing, days(date.span) == 1 || date.span.from == nil || date.span.to == nil {
        carried = day
      } else if date.kind == .plain, !date.isAttached, let known = carried, day > known, days(date.span) == 1 {
        carried = nil
      }
    }
    return carried == articleDay ? nil : carried
  }
}
