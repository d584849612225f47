import Articles
import ICU
import Reports

/// Reads articles as a run would, to show how each was read.
public enum ArticleSurvey {
  /// What reading them came to.
  public struct Result: Sendable {
    /// The articles, in the order of the files.
    public var entries: [ArticleListing.Entry] = []
    /// What could not be read, and what is odd about the rest.
    public var problems: [Diagnostic] = []
  }

  /// - Parameters:
  ///   - paths: files, folders and patterns.
  ///   - jobs: how many files are read at once; the result does not depend on it.
  public static func read(_ paths: [String], jobs: Int = Jobs.available) async -> Result {
    let found = ArticleFinder.find(paths)
    let files = found.files
    let readings = await parallelMap(count: files.count, jobs: jobs, state: { Worker() }) { worker, index in
      read(files[index], worker)
    }
    var result = Result(problems: found.problems)
    for reading in readings {
      result.entries += reading.entries
      result.problems += reading.problems
    }
    let originals = Copies.originals(
      result.entries.map { (ArticleSketch($0.article.blocks), $0.article.day?.number) })
    for (i, original) in originals.enumerated() {
      result.entries[i].article.copyOf = original.map { result.entries[$0].article.id }
    }
    return result
  }

  private static func read(_ file: ArticleFinder.Found, _ worker: Worker) -> Result {
    var result = Result()
    do throws(Diagnostic) {
      let reading = try ArticleReader(options: worker.comparing).readAll(file.path, id: file.id)
      result.problems = reading.problems
      for one in reading.articles {
        result.problems += one.warnings
        result.entries.append(ArticleListing.Entry(article: one.article, words: words(of: one.article)))
      }
    } catch {
      result.problems = [error]
    }
    return result
  }

  /// Words of the story, by UAX #29.
  private static func words(of article: Article) -> Int {
    let breaker = WordBreaker(locale: article.language)
    return article.blocks.reduce(0) { $0 + breaker.words(in: $1.text).count }
  }
}
