import Articles
import ICU
import Languages
import Mentions

/// Finds the claims that rules watch in an article.
///
/// Works sentence by sentence: terms are looked up by hash, numbers are tied to what they count by the words between, and
/// claims wait until the whole article is read only for what must stand near them. Linear in the text.
public struct ClaimExtractor: Sendable {
  let rules: [CompiledRule]
  let table: ConceptTable
  private let pool: ReaderPool
  private let regions: RegionFinder?

  /// - Parameters:
  ///   - rules: of kind `quantity`, `date`, `name` and `state`; a total takes the claims of others.
  ///   - concepts: by name, those that rules name. A name that is not there, and not built in, stands nowhere.
  public init(rules: [Rule], concepts: [String: Concept]) {
    self.init(
      rules: rules, concepts: concepts, regionNames: RegionNames.names(locale:),
      conversion: UnitConversion.convert(_:from:to:))
  }

  init(
    rules: [Rule], concepts: [String: Concept], regionNames: @escaping ConceptTable.NameSource,
    conversion: @escaping UnitMatcher.Conversion
  ) {
    let table = ConceptTable(rules: rules, concepts: concepts, regionNames: regionNames)
    self.table = table
    self.rules = rules.map { CompiledRule($0, table: table, conversion: conversion) }
    pool = ReaderPool(table: table)
    regions = rules.contains { $0.kind == .name } ? RegionFinder(regionNames: regionNames) : nil
  }

  /// - Parameter mentions: what a block (and its number) mentions, with UTF-8 offsets in the block's text. Called once for
  ///   each block, in order.
  /// - Returns: the claims in the order of their places in the file, without ids.
  public func claims(in article: Article, mentions: (Block, Int) -> [Mention]) -> [Claim] {
    claims(in: article, trace: nil, mentions: mentions)
  }

  /// How each sentence is read, and why rules take from it what they take: what ``claims(in:mentions:)`` finds, with the
  /// reasons. Slower.
  ///
  /// - Returns: the sentences in the order of the article.
  public func readings(of article: Article, mentions: (Block, Int) -> [Mention]) -> [SentenceReading] {
    let trace = ClaimTrace()
    _ = claims(in: article, trace: trace, mentions: mentions)
    return trace.readings
  }

  private func claims(in article: Article, trace: ClaimTrace?, mentions: (Block, Int) -> [Mention]) -> [Claim] {
    var reading = ArticleReading(article: article, rules: rules, table: table, regions: regions)
    reading.trace = trace
    for (number, block) in article.blocks.enumerated() {
      let reader = pool.take(Stemmer.base(of: block.language ?? article.language))
      reading.read(block, mentions(block, number), with: reader)
      pool.put(reader)
    }
    if !article.blocks.contains(where: { $0.kind == .title }), let title = article.title {
      // A title that is in no block is no evidence, but still stands over every paragraph.
      let reader = pool.take(Stemmer.base(of: article.language))
      reading.readTitle(title, with: reader)
      pool.put(reader)
    }
    return reading.claims()
  }
}

/// A rule with its concepts as numbers.
struct CompiledRule: Sendable {
  let rule: Rule
  let about: Set<Int32>
  let with: [Int32]
  let near: [Int32]
  let unless: Set<Int32>
  let units: UnitMatcher
  let states: [State]

  /// One of the things that may be the case.
  struct State: Sendable {
    let symbol: String
    let concepts: Set<Int32>
    let negated: String?
  }

  init(_ rule: Rule, table: ConceptTable, conversion: @escaping UnitMatcher.Conversion) {
    self.rule = rule
    about = Set(rule.about.map(table.number))
    with = rule.with.map(table.number)
    near = rule.near.map(table.number)
    unless = Set(rule.unless.map(table.number))
    units = UnitMatcher(filter: rule.unit, conversion: conversion)
    states = rule.states.map {
      State(symbol: $0.symbol, concepts: Set($0.concepts.map(table.number)), negated: $0.negated)
    }
  }

  /// Why a sentence holds no claim, where its concepts alone say so.
  func silence(_ view: SentenceView) -> Refusal {
    let terms = view.matches.filter { about.contains($0.concept) }.map { view.words(of: $0.tokens) }
    return rule.kind == .state && !terms.isEmpty ? .noState(terms: terms) : .noConcept
  }

  /// Whether a sentence with these concepts may hold a claim. A state may be said of what the sentence before named.
  func mayClaim(_ concepts: Set<Int32>, before: Set<Int32>) -> Bool {
    if rule.kind == .date, !about.isDisjoint(with: before), with.contains(where: concepts.contains) { return true }
    guard rule.kind == .state else { return !about.isDisjoint(with: concepts) }
    return states.contains { !$0.concepts.isDisjoint(with: concepts) }
      && !(about.isDisjoint(with: concepts) && about.isDisjoint(with: before))
  }
}
