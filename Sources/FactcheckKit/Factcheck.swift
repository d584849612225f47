import Articles
import Claims
import Findings
import ICU
import Mentions
import Reports

/// The whole of it: articles and rules in, a report out.
public enum Factcheck {
  /// What a run may be told besides its rules and articles.
  public struct Options: Sendable {
    /// Files, folders and patterns to check instead of those that the settings list, from the current folder.
    public var articlePaths: [String]
    /// How many articles are read at once. The report does not depend on it.
    public var jobs: Int
    /// The day that suppressions may have run out by; nil where that is not asked.
    public var today: Day?

    /// All of them have defaults: the articles of the settings, a job a core, and nothing that has run out.
    public init(articlePaths: [String] = [], jobs: Int = Jobs.available, today: Day? = nil) {
      self.articlePaths = articlePaths
      self.jobs = jobs
      self.today = today
    }
  }

  /// How far a run is.
  public struct Progress: Sendable {
    /// Files that are read and searched.
    public var articlesDone: Int
    /// Files in all.
    public var articles: Int
  }

  /// Finds and reads the articles, several at a time, extracts their claims, and compares these.
  ///
  /// What cannot be read becomes a problem of the report, and costs no other article. The same input gives the same
  /// report, whatever the number of jobs.
  ///
  /// - Parameters:
  ///   - ruleSet: what `RuleLoader` read; its problems come first in the report's.
  ///   - options: which articles, and how many at once.
  ///   - progress: called from any thread, once an article.
  public static func run(
    ruleSet: RuleSet, options: Options = Options(), progress: (@Sendable (Progress) -> Void)? = nil
  ) async -> Report {
    await run(
      ruleSet, ArticleList(settings: ruleSet.settings, paths: options.articlePaths), options, progress)
  }

  /// The same for articles that are given one by one, from files or as texts in memory.
  ///
  /// - Parameters:
  ///   - ruleSet: what `RuleLoader` read; the articles of its settings are not read, what they say of a file holds.
  ///   - articles: in the order in which reports list them. Two texts should not share an id.
  ///   - options: of these, `articlePaths` is not looked at.
  ///   - progress: called from any thread, once an article.
  public static func run(
    ruleSet: RuleSet, articles: [ArticleInput], options: Options = Options(),
    progress: (@Sendable (Progress) -> Void)? = nil
  ) async -> Report {
    await run(ruleSet, ArticleList(settings: ruleSet.settings, inputs: articles), options, progress)
  }

  private static func run(
    _ ruleSet: RuleSet, _ list: ArticleList, _ options: Options, _ progress: (@Sendable (Progress) -> Void)?
  ) async -> Report {
    let extractor = ClaimExtractor(rules: ruleSet.rules, concepts: ruleSet.concepts)
    let checks = DateChecks(ruleSet.settings.checks)
    let ids = ruleSet.rules.map(\.id) + DateCheck.allCases.map(\.rule.id)
    let order = Dictionary(ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let done = Counter()
    let files = list.files
    let usesFileDates = ruleSet.settings.usesFileDates
    let worker = { @Sendable in Worker(usesFileDates: usesFileDates) }
    let readings = await parallelMap(count: files.count, jobs: options.jobs, state: worker) { worker, index in
      let reading = read(files[index], worker, extractor, checks, order)
      if let progress { progress(Progress(articlesDone: done.next() + 1, articles: files.count)) }
      return reading
    }

    var report = Report(
      toolVersion: factcheckVersion, articles: [], rules: ruleSet.rules, claims: [], findings: [],
      problems: ruleSet.problems + list.problems)
    var denials: [SelfDenial] = []
    var sketches: [ArticleSketch] = []
    for reading in readings.joined() {
      report.problems += reading.problems
      if let article = reading.article {
        report.articles.append(article)
        sketches.append(reading.sketch ?? ArticleSketch([]))
      }
      let first = denials.count
      denials += reading.denials
      for (var claim, origin) in reading.claims {
        claim.id = "c\(report.claims.count + 1)"
        report.claims.append(claim)
        if let origin { denials[first + origin.denial].claims[origin.side].id = claim.id }
      }
    }
    CopyMarks.mark(&report, sketches)
    // A text in memory has no file beside which something could stand.
    let atHand = Set(files.lazy.filter { $0.content != nil }.map(\.id))
    let onDisk = report.articles.filter { !atHand.contains($0.file) }
    var suppressions = Suppressions(ruleSet, articles: onDisk, today: options.today)
    suppressions.mark(&report.claims, articles: report.articles)
    let languages = Dictionary(report.articles.map { ($0.id, $0.language) }, uniquingKeysWith: { first, _ in first })
    NameResolver.resolve(&report.claims, names: ruleSet.names) { languages[$0] ?? "und" }
    let keys = articleKeys(onDisk, folder: ruleSet.settings.folder)
    report.findings = FindingBuilder.findings(rules: ruleSet.rules, claims: report.claims, keys: keys)
    report.findings += DenialFindings.findings(open(denials, report.claims), keys: keys)
    suppressions.mark(&report.findings)
    report.problems += suppressions.problems
    report.problems += suppressions.unused(read: options.articlePaths.isEmpty ? nil : report.articles)
    report.rules += DateCheck.allCases.filter { check in denials.contains { $0.check == check } }.map(\.rule)
    return report
  }

  /// Articles as the folder of the settings sees them, so that findings have one id wherever a run is started.
  private static func articleKeys(_ articles: [Article], folder: String) -> ArticleKeys {
    guard let current = CurrentFolder.path else { return ArticleKeys() }
    return ArticleKeys(
      Dictionary(
        articles.filter { $0.file != ArticleFinder.standardInput && $0.id.hasPrefix($0.file) }.map {
          ($0.id, ArticleKeys.path($0.file, from: folder, current: current) + $0.id.dropFirst($0.file.count))
        }, uniquingKeysWith: { first, _ in first }))
  }

  /// Those of which nobody has set a side aside.
  private static func open(_ denials: [SelfDenial], _ claims: [Claim]) -> [SelfDenial] {
    let aside = Set(claims.lazy.filter { $0.setAside != nil }.map(\.id))
    return aside.isEmpty ? denials : denials.filter { !$0.claims.contains { aside.contains($0.id) } }
  }

  /// What one article gives.
  private struct Reading: Sendable {
    var article: Article?
    var sketch: ArticleSketch?
    /// In the order of their places; with the denial that one is a side of.
    var claims: [(claim: Claim, origin: (denial: Int, side: Int)?)] = []
    var denials: [SelfDenial] = []
    var problems: [Diagnostic] = []
  }

  /// The articles of one file.
  private static func read(
    _ file: ArticleList.File, _ worker: Worker, _ extractor: ClaimExtractor, _ checks: DateChecks,
    _ order: [String: Int]
  ) -> [Reading] {
    do throws(Diagnostic) {
      let reader = ArticleReader(options: worker.comparing)
      if case .text(let text, let format) = file.content {
        let reading = try reader.read(text: text, id: file.id, format: format, metadata: file.metadata)
        return [check(reading, worker, extractor, checks, order)]
      }
      let reading = try reader.readAll(file.path, id: file.id, metadata: file.metadata)
      let articles = reading.articles.map { check($0, worker, extractor, checks, order) }
      return reading.problems.isEmpty ? articles : [Reading(problems: reading.problems)] + articles
    } catch {
      return [Reading(problems: [error])]
    }
  }

  /// One article with its claims in the order of their places, and of the rules where places are the same.
  private static func check(
    _ reading: ArticleReader.Reading, _ worker: Worker, _ extractor: ClaimExtractor, _ checks: DateChecks,
    _ order: [String: Int]
  ) -> Reading {
    var article = reading.article
    var denials: [SelfDenial] = []
    let claims = extractor.claims(in: article) { block, _ in
      let mentions = worker.withExtractors {
        $0.mentions(in: block.text, language: block.language ?? article.language, reference: article.day)
      }
      denials += checks.denials(in: block, of: article, mentions: mentions)
      return mentions
    }
    let sketch = ArticleSketch(article.blocks)
    // Reports quote claims; the text itself would only fill the memory.
    article.blocks = []
    var all: [(claim: Claim, origin: (denial: Int, side: Int)?)] = claims.map { ($0, nil) }
    for (number, denial) in denials.enumerated() {
      all += denial.claims.enumerated().map { ($0.element, (number, $0.offset)) }
    }
    all.sort {
      ($0.claim.start, order[$0.claim.rule] ?? 0, $0.claim.end) < (
        $1.claim.start, order[$1.claim.rule] ?? 0, $1.claim.end
      )
    }
    return Reading(article: article, sketch: sketch, claims: all, denials: denials, problems: reading.warnings)
  }
}
