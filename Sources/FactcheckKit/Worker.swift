import Articles
import Synchronization

/// What one task works with: its own extractors, and a reader of articles that finds the days of bylines with them.
final class Worker: Sendable {
  private let extractors = Mutex(Extractors())

  /// - Parameter body: gets the extractors. Only the task that owns the worker asks, so nobody waits for the lock.
  func withExtractors<Result: Sendable>(_ body: (inout Extractors) -> Result) -> Result {
    extractors.withLock { body(&$0) }
  }

  /// How articles are read.
  ///
  /// - Parameter isSelective: leave out what is on the page but no part of the story, and what is said twice.
  func options(isSelective: Bool, fallback: ArticleMetadata = ArticleMetadata()) -> ArticleOptions {
    var options = ArticleOptions(
      bylineDate: { line, language in self.withExtractors { $0.bylineDay(line, language: language) } },
      leavesOutClutter: isSelective, leavesOutRepeats: isSelective)
    options.fallback = fallback
    return options
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
