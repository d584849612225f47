import Articles
import Claims
import Languages
import Reports

/// Everything that is wrong with rules, and what is only odd about them.
public enum RuleLint {
  /// Reads rules, and the articles that their settings list, to know their languages.
  ///
  /// - Parameters:
  ///   - paths: files or folders of rules.
  ///   - jobs: how many articles are read at once; the result does not depend on it.
  public static func lint(_ paths: [String], jobs: Int = Jobs.available) async -> LintReport {
    let loaded = RuleLoader.loadWithPlaces(paths: paths)
    let languages = await ArticleSurvey.languages(of: loaded.set.settings, jobs: jobs)
    let findings = Linter.findings(loaded, articleLanguages: languages.isEmpty ? nil : languages)
    let concepts = loaded.set.concepts.keys.count { !$0.hasPrefix(RuleLibrary.prefix) }
    return LintReport(
      findings: findings, rules: loaded.set.rules.count, concepts: concepts,
      suppressions: loaded.set.suppressions.count, toolVersion: factcheckVersion)
  }
}

extension ArticleSurvey {
  /// The languages of the articles that settings list, without script or region; none where these list no articles, or
  /// none can be read.
  public static func languages(of settings: Settings, jobs: Int = Jobs.available) async -> Set<String> {
    guard !settings.articles.isEmpty else { return [] }
    let files = ArticleList(settings: settings, paths: []).files
    let found = await parallelMap(count: files.count, jobs: jobs, state: { Worker() }) { worker, index in
      // What cannot be read, a run tells of.
      guard
        let reading = try? ArticleReader(options: worker.comparing).readAll(
          files[index].path, id: files[index].id, metadata: files[index].metadata)
      else { return [String]() }
      return reading.articles.map(\.article.language)
    }
    return Set(found.joined().map(Stemmer.base)).subtracting(["und"])
  }
}
