import Articles
import Synchronization

/// What one task works with: its own extractors, and a reader of articles that finds the days of bylines with them.
final class Worker: Sendable {
  private let extractors = Mutex(Extractors())
  private let usesFileDates: Bool

  /// - Parameter usesFileDates: takes the day of a file's last change for articles that give none.
  init(usesFileDates: Bool = false) { self.usesFileDates = usesFileDates }

  /// - Parameter body: gets the extractors. Only the task that owns the worker asks, so nobody waits for the lock.
  func withExtractors<Result: Sendable>(_ body: (inout Extractors) -> Result) -> Result {
    extractors.withLock { body(&$0) }
  }

  /// How articles are read to be compared: without what is on the page but no part of the story, or said twice.
  var comparing: ArticleOptions {
    var options = options(isSelective: true)
    options.usesFileDates = usesFileDates
    return options
  }

  /// How texts are read for all that they mention.
  ///
  /// - Parameter fallback: for articles that do not say.
  func extracting(fallback: ArticleMetadata) -> ArticleOptions {
    var options = options(isSelective: false)
    options.fallback = fallback
    options.findsSentences = false
    options.tellsParagraphLanguages = false
    return options
  }

  private func options(isSelective: Bool) -> ArticleOptions {
    ArticleOptions(
      bylineDate: { line, language in self.withExtractors { $0.bylineDay(line, language: language) } },
      leavesOutClutter: isSelective, leavesOutRepeats: isSelective)
  }
}

/// Workers that are not at work, so that a new task need not make one.
final class WorkerPool: Sendable {
  private let idle = Mutex<[Worker]>([])

  func withWorker<Result>(_ body: (Worker) -> Result) -> Result {
    let worker = idle.withLock { $0.popLast() } ?? Worker()
    defer { idle.withLock { $0.append(worker) } }
    return body(worker)
  }
}
