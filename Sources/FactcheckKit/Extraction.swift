import Articles
import ICU
import Reports

/// Finds mentions in any amount of text and hands them over as bytes to write: the stages without rules.
///
/// Works on a few pieces of input at a time and delivers them in the order of the input, so that memory stays bounded
/// and the bytes do not depend on `jobs`.
public struct Extraction: Sendable {
  /// Where texts come from.
  public enum Source: Sendable {
    /// A file that is one article, in plain text or Markdown, or a folder or pattern of such.
    case article(path: String)
    /// A file with an article in each line, as JSON.
    case lines(path: String)
    /// An open descriptor, and what messages call it.
    case stream(file: Int32, name: String, isLines: Bool)
  }

  /// How mentions are written.
  public enum Format: String, Sendable, CaseIterable {
    /// A `MentionLine` each.
    case jsonl
    /// A `MentionListing` for each article.
    case text
  }

  /// How mentions are written.
  public var format: Format
  /// The language (BCP 47) of articles that do not give theirs; identified where nil.
  public var language: String?
  /// The day of articles that do not give theirs.
  public var day: Day?
  /// How much is read at once.
  public var jobs: Int
  /// What the place that listings go to can show.
  public var listing: ReportOptions

  /// - Parameters:
  ///   - format: how mentions are written.
  ///   - language: for articles that do not give theirs.
  ///   - day: for articles that do not give theirs.
  ///   - jobs: how much is read at once; the bytes do not depend on it.
  ///   - listing: what the place that listings go to can show.
  public init(
    format: Format = .jsonl, language: String? = nil, day: Day? = nil, jobs: Int = Jobs.available,
    listing: ReportOptions = ReportOptions()
  ) {
    self.format = format
    self.language = language
    self.day = day
    self.jobs = jobs
    self.listing = listing
  }

  /// Reads all sources, in order.
  ///
  /// - Parameters:
  ///   - sources: where texts come from.
  ///   - isolation: where `write` and `report` are called.
  ///   - write: gets the next bytes; returns false when nobody wants more.
  ///   - report: gets what is wrong with the input, in its order, after the bytes of what stands before it.
  public func run(
    _ sources: [Source], isolation: isolated (any Actor)? = #isolation, write: ([UInt8]) -> Bool,
    report: (Diagnostic) -> Void
  ) async {
    var input = ExtractionInput(sources, fallback: ArticleMetadata(day: day, language: language))
    let workers = WorkerPool()
    let extraction = self
    await orderedPipeline(
      jobs: jobs, input: &input,
      work: { piece in workers.withWorker { PieceExtraction(extraction, $0).run(piece) } },
      deliver: { result in
        let isWanted = result.bytes.isEmpty || write(result.bytes)
        for problem in result.problems { report(problem) }
        return isWanted
      })
  }
}
