import Articles
import Claims
import Findings
import ICU
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Answers why: for a finding, a rule, or a line of an article.
public enum Explainer {
  /// What may be asked about.
  public enum Target: Sendable, Equatable {
    case line(file: String, line: Int)
    /// The id of a finding or of a rule.
    case id(String)

    /// `articles/a.md:12`, `articles/a.md:12:5`, or an id.
    public init(_ text: String) {
      var parts = text.split(separator: ":", omittingEmptySubsequences: false)
      var numbers: [Int] = []
      while parts.count > 1, numbers.count < 2, let last = parts.last, let number = Int(last), number > 0 {
        numbers.insert(number, at: 0)
        parts.removeLast()
      }
      let file = parts.joined(separator: ":")
      if let line = numbers.first, !file.isEmpty { self = .line(file: file, line: line) } else { self = .id(text) }
    }
  }

  /// Runs the rules, and follows what is asked about from the words to the verdict.
  ///
  /// - Parameters:
  ///   - target: a finding, a rule, or a line of an article.
  ///   - only: the rules to tell of; all where empty.
  ///   - ruleSet: what `RuleLoader` read.
  ///   - options: which articles, and how many at once.
  /// - Throws: what is not there, with what may have been meant.
  public static func explain(
    _ target: Target, only: Set<String> = [], ruleSet: RuleSet, options: Factcheck.Options = .init()
  ) async throws(Diagnostic) -> Explanation {
    for id in only where !ruleSet.rules.contains(where: { $0.id == id }) {
      throw unknown("rule", id, among: ruleSet.rules.map(\.id))
    }
    let report = await Factcheck.run(ruleSet: ruleSet, options: options)
    let reader = Reader(ruleSet: ruleSet, options: options)
    let subject: Explanation.Subject
    switch target {
    case .line(let file, let line): subject = .line(file: file, line: line, passages: try reader.passages(file, line))
    case .id(let id):
      if let finding = report.findings.first(where: { $0.id == id }) {
        let articles = Set(report.claims(of: finding).map(\.article))
        let files = Set(report.articles.filter { articles.contains($0.id) }.map(\.file)).sorted()
        var passages: [Explanation.Passage] = []
        for file in files { passages += try reader.passages(file, nil).filter { articles.contains($0.article.id) } }
        subject = .finding(finding, passages: passages)
      } else if let rule = ruleSet.rules.first(where: { $0.id == id }) {
        let names = rule.about + rule.with + rule.near + rule.unless + rule.states.flatMap(\.concepts)
        var seen: Set<String> = []
        subject = .rule(
          rule, concepts: names.filter { seen.insert($0).inserted }.compactMap { ruleSet.concepts[$0] })
      } else {
        if access(id, F_OK) == 0 {
          throw Diagnostic(
            .error, "name a line of the file: which one is to be explained?", at: .init(file: id),
            help: "factcheck explain \(id):12")
        }
        let known = report.findings.map(\.id) + ruleSet.rules.map(\.id)
        throw unknown("finding or rule", id, among: known)
      }
    }
    return Explanation(subject: subject, rules: only, report: report, ruleSet: ruleSet)
  }

  private static func unknown(_ what: String, _ id: String, among known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "there is no \(what) `\(id)`",
      help: Suggestion.closest(to: id, among: known).map { "did you mean `\($0)`?" }
        ?? "name a finding or a rule by its id, or a line as file:line")
  }

  /// Reads articles as the run did, and keeps how.
  private struct Reader {
    let ruleSet: RuleSet
    let extractor: ClaimExtractor
    let list: ArticleList
    let worker: Worker

    init(ruleSet: RuleSet, options: Factcheck.Options) {
      self.ruleSet = ruleSet
      extractor = ClaimExtractor(rules: ruleSet.rules, concepts: ruleSet.concepts)
      list = ArticleList(settings: ruleSet.settings, paths: options.articlePaths)
      worker = Worker(usesFileDates: ruleSet.settings.usesFileDates)
    }

    /// - Parameter line: nil for all of the file.
    func passages(_ path: String, _ line: Int?) throws(Diagnostic) -> [Explanation.Passage] {
      let key = ArticleList.truePath(path)
      // A file that the settings do not list is read all the same.
      let file = list.files.first { ArticleList.truePath($0.path) == key } ?? .init(path: path, id: path)
      let reading = try ArticleReader(options: worker.comparing)
        .readAll(file.path, id: file.id, metadata: file.metadata)
      var passages: [Explanation.Passage] = []
      for one in reading.articles {
        let article = one.article
        let all = extractor.readings(of: article) { block, _ in
          worker.withExtractors {
            $0.mentions(in: block.text, language: block.language ?? article.language, reference: article.day)
          }
        }
        guard let line else {
          passages.append(.init(article: article, sentences: all))
          continue
        }
        let here = all.filter { $0.line <= line && line <= $0.lastLine }
        let text = article.text
        let leftOut = article.leftOut.filter { left in
          text.position(atUTF8: left.range.lowerBound).line <= line
            && line <= text.position(atUTF8: max(left.range.lowerBound, left.range.upperBound - 1)).line
        }.map { (words: Self.words($0.range, text), reason: $0.reason) }
        if !here.isEmpty || !leftOut.isEmpty {
          passages.append(.init(article: article, sentences: here, leftOut: leftOut))
        }
      }
      if let line, passages.isEmpty, let article = reading.articles.first?.article {
        let count = article.text.lineCount
        guard line <= count else {
          throw Diagnostic(
            .error, "has \(count) \(count == 1 ? "line" : "lines"), and none with the number \(line)",
            at: .init(file: path), help: "lines count from 1, in the file as it lies on disk")
        }
      }
      return passages
    }

    private static func words(_ range: Range<Int>, _ text: SourceText) -> String {
      let words = text.text.utf8.dropFirst(range.lowerBound).prefix(min(range.count, 300))
      return String(decoding: words, as: UTF8.self)
    }
  }
}

extension Report {
  /// The claims of all positions of a finding.
  func claims(of finding: Finding) -> [Claim] {
    let ids = Set(finding.positions.flatMap(\.claims))
    return claims.filter { ids.contains($0.id) }
  }
}
