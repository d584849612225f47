import Articles
import Claims
import Findings
import Mentions
import Reports

/// The whole of it: articles and rules in, a report out.
public enum Factcheck {
  public struct Options: Sendable {
    /// Files, folders and patterns to check instead of those that the settings list, from the current folder.
    public var articlePaths: [String]
    /// How many articles are read at once. The report does not depend on it.
    public var jobs: Int

    public init(articlePaths: [String] = [], jobs: Int = Jobs.available) {
      self.articlePaths = articlePaths
      self.jobs = jobs
    }
  }

  /// How far a run is.
  public struct Progress: Sendable {
    public var articlesDone: Int
    public var articles: Int
  }

  /// Finds and reads the articles, several at a time, extracts their claims, and compares these.
  ///
  /// What cannot be read becomes a problem of the report, and costs no other article. The same input gives the same
  /// report, whatever the number of jobs.
  ///
  /// - Parameters:
  ///   - ruleSet: what ``RuleLoader`` read; its problems come first in the report's.
  ///   - progress: called from any thread, once an article.
  public static func run(
    ruleSet: RuleSet, options: Options = Options(), progress: (@Sendable (Progress) -> Void)? = nil
  ) async -> Report {
    let list = ArticleList(settings: ruleSet.settings, paths: options.articlePaths)
    let extractor = ClaimExtractor(rules: ruleSet.rules, concepts: ruleSet.concepts)
    let order = Dictionary(
      ruleSet.rules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let done = Counter()
    let files = list.files
    let readings = await parallelMap(count: files.count, jobs: options.jobs, state: Worker.init) { worker, index in
      let reading = read(files[index], worker, extractor, order)
      if let progress { progress(Progress(articlesDone: done.next() + 1, articles: files.count)) }
      return reading
    }

    var report = Report(
      toolVersion: factcheckVersion, articles: [], rules: ruleSet.rules, claims: [], findings: [],
      problems: ruleSet.problems + list.problems)
    for reading in readings {
      report.problems += reading.problems
      if let article = reading.article { report.articles.append(article) }
      for var claim in reading.claims {
        claim.id = "c\(report.claims.count + 1)"
        report.claims.append(claim)
      }
    }
    let languages = Dictionary(report.articles.map { ($0.id, $0.language) }, uniquingKeysWith: { first, _ in first })
    NameResolver.resolve(&report.claims, names: ruleSet.names) { languages[$0] ?? "und" }
    report.findings = FindingBuilder.findings(rules: ruleSet.rules, claims: report.claims)
    return report
  }

  private struct Reading: Sendable {
    var article: Article?
    var claims: [Claim] = []
    var problems: [Diagnostic] = []
  }

  /// One article with its claims in the order of their places, and of the rules where places are the same.
  private static func read(
    _ file: ArticleList.File, _ worker: Worker, _ extractor: ClaimExtractor, _ order: [String: Int]
  ) -> Reading {
    let reader = ArticleReader(options: worker.comparing)
    do throws(Diagnostic) {
      let reading = try reader.read(file.path, id: file.id, metadata: file.metadata)
      var article = reading.article
      let claims = extractor.claims(in: article) { block, _ in
        worker.withExtractors {
          $0.mentions(in: block.text, language: block.language ?? article.language, reference: article.day)
        }
      }
      // Reports quote claims; the text itself would only fill the memory.
      article.blocks = []
      return Reading(
        article: article,
        claims: claims.sorted {
          ($0.start, order[$0.rule] ?? 0, $0.end) < ($1.start, order[$1.rule] ?? 0, $1.end)
        }, problems: reading.warnings)
    } catch {
      return Reading(problems: [error])
    }
  }
}
