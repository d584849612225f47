import Articles
import ICU
import Mentions

/// What is checked without a rule: dates that deny themselves.
public enum DateCheck: String, Sendable, CaseIterable {
  /// "Thursday, 30 July 2021", which was a Friday.
  case weekdays
  /// "from 5 to 3 May", "from 2018 to 2015".
  case periods
  /// "born in 1970, aged 45", in an article of 2021.
  case ages

  /// What reports know the check by, as they know rules.
  public var rule: Rule {
    switch self {
    case .weekdays:
      Rule(
        id: "weekday-check", title: "the weekday of a date", kind: .date, severity: .warning,
        why: "A weekday beside a date is easily checked: one of the two is wrong.")
    case .periods:
      Rule(
        id: "period-check", title: "the end of a period", kind: .date, severity: .warning,
        why: "What ends before it begins was turned round, or has a figure wrong.")
    case .ages:
      Rule(
        id: "age-check", title: "the age of somebody whose birth is dated", kind: .quantity,
        severity: .warning, unit: .unit("year-person"),
        why: "An age follows from the day of birth: one of the two is wrong.")
    }
  }
}

/// A date that denies itself: the two things that it says, and where.
public struct SelfDenial: Sendable {
  public var check: DateCheck
  /// What is said first and second, in the order in which the report sets them against each other. Without ids.
  public var claims: [Claim]
  /// What each of them comes to: `a Thursday`, `30 July 2021, a Friday`.
  public var labels: [String]
  /// One sentence.
  public var message: String
}

/// Finds dates that deny themselves, block by block.
public struct DateChecks: Sendable {
  let enabled: Set<DateCheck>

  public init(_ enabled: Set<DateCheck> = Set(DateCheck.allCases)) { self.enabled = enabled }

  /// - Parameters:
  ///   - article: the one that the block is of.
  ///   - mentions: those of the block, with UTF-8 offsets in its text.
  /// - Returns: in the order of the text.
  public func denials(in block: Block, of article: Article, mentions: [Mention]) -> [SelfDenial] {
    guard !enabled.isEmpty, !mentions.isEmpty else { return [] }
    let page = CheckedBlock(article: article, block: block, mentions: mentions)
    var found: [SelfDenial] = []
    if enabled.contains(.weekdays) { found += page.weekdays() }
    if enabled.contains(.periods) { found += page.periods() }
    if enabled.contains(.ages) { found += page.ages() }
    return found.sorted { ($0.claims.first?.start ?? 0) < ($1.claims.first?.start ?? 0) }
  }
}

/// A block whose dates are checked.
struct CheckedBlock {
  let article: Article
  let block: Block
  /// In the order of the text.
  let mentions: [Mention]

  init(article: Article, block: Block, mentions: [Mention]) {
    self.article = article
    self.block = block
    self.mentions = mentions.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// - Parameters:
  ///   - range: UTF-8 offsets of the evidence in the block.
  ///   - figure: the part of it that says so.
  func claim(_ check: DateCheck, _ value: Claim.Value, at range: Range<Int>, figure: Range<Int>) -> Claim {
    let source = block.map.source(of: range)
    let start = article.text.position(atUTF8: source.lowerBound)
    let end = article.text.position(atUTF8: source.upperBound)
    var possibilities: [Interval] = []
    switch value {
    case .date(let span): possibilities = [Possibilities.interval(of: span)]
    case .quantity(let quantity): possibilities = [Possibilities.interval(of: quantity)].compactMap(\.self)
    case .name, .state: break
    }
    let sentence = block.sentences.first { $0.contains(range.lowerBound) } ?? 0..<block.text.utf8.count
    return Claim(
      rule: check.rule.id, article: article.id, value: value, possibilities: possibilities,
      text: block.words(range, in: article.text),
      figure: block.words(figure, in: article.text), sentence: text(sentence),
      start: start.codePoint, end: end.codePoint, line: start.line, column: start.column, asOf: article.day)
  }

  func text(_ range: Range<Int>) -> String {
    let utf8 = block.text.utf8
    let range = range.clamped(to: 0..<utf8.count)
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }

  static func isDay(_ span: DateSpan) -> Bool { span.from != nil && span.from == span.to }
}
