import ICU

/// One article as a reader sees it: its text in blocks, and what is known of it.
public struct Article: Sendable {
  /// What reports call it: the path as the user gave it, or the `id` of a line of input.
  public var id: String
  public var title: String?
  /// The day it was published, where a front matter, the settings or a byline tell.
  public var day: Day?
  /// Where `day` comes from.
  public var dayOrigin: DateOrigin?
  /// A BCP 47 tag, given or identified: `fr`, `zh-Hant`. `und` where nothing tells.
  public var language: String
  public var source: String?
  public var url: String?
  /// The whole decoded file as it lies on disk. All evidence points into it.
  public var text: SourceText
  /// The story in reading order, each repeated paragraph once.
  public var blocks: [Block]
  /// What is on the page but no part of the story, in the order of the file.
  public var leftOut: [LeftOut]

  public init(
    id: String, title: String? = nil, day: Day? = nil, dayOrigin: DateOrigin? = nil, language: String = "und",
    source: String? = nil, url: String? = nil, text: SourceText, blocks: [Block], leftOut: [LeftOut] = []
  ) {
    self.id = id
    self.title = title
    self.day = day
    self.dayOrigin = dayOrigin
    self.language = language
    self.source = source
    self.url = url
    self.text = text
    self.blocks = blocks
    self.leftOut = leftOut
  }
}

/// Where the day of an article was found; the first of these that tells wins.
public enum DateOrigin: String, Sendable {
  /// Given by the user, or by a line of input.
  case metadata
  case frontMatter
  /// A line near the top that is little more than a date.
  case byline
}

/// Text of the file that is not read, and why.
public struct LeftOut: Sendable, Hashable {
  public enum Reason: String, Sendable {
    /// Said already: the first, or the fuller, of the two stays.
    case repeated
    /// The line that gives the article's day.
    case byline
    case readingTime
    case share
    /// The way to another story.
    case teaser
    case subscription
    case navigation
    /// Where the article was published first.
    case syndication
    /// A comment box, and all that follows it.
    case comments
  }

  public var reason: Reason
  /// UTF-8 offsets in the file.
  public var range: Range<Int>

  public init(_ reason: Reason, _ range: Range<Int>) {
    self.reason = reason
    self.range = range
  }
}

/// A paragraph, heading, list item or table cell: text that is read without a break.
public struct Block: Sendable {
  public enum Kind: String, Sendable { case title, heading, paragraph, item, cell, quote, caption }

  public var kind: Kind
  /// The text to read, without markup.
  public var text: String
  /// Where that text lies in the file.
  public var map: SourceMap
  /// UTF-8 ranges of the sentences in `text`.
  public var sentences: [Range<Int>]
  /// Another language than the article's, for a quotation in it.
  public var language: String?
  /// Its place in a table, for a cell.
  public var cell: Cell?

  /// A place in a table; all count from 0.
  public struct Cell: Sendable, Hashable {
    /// Which table of the article.
    public var table: Int
    public var row: Int
    public var column: Int
    /// Whether it stands in the header row.
    public var isHeader: Bool

    public init(table: Int, row: Int, column: Int, isHeader: Bool) {
      self.table = table
      self.row = row
      self.column = column
      self.isHeader = isHeader
    }
  }

  public init(
    kind: Kind = .paragraph, text: String, map: SourceMap, sentences: [Range<Int>] = [], language: String? = nil,
    cell: Cell? = nil
  ) {
    self.kind = kind
    self.text = text
    self.map = map
    self.sentences = sentences
    self.language = language
    self.cell = cell
  }
}

/// From UTF-8 offsets in a block's text to UTF-8 offsets in its file: runs that were copied as they stand.
public struct SourceMap: Sendable, Equatable {
  /// Sorted by `block`; each run reaches to the next one's beginning.
  public var runs: [(block: Int, source: Int)]

  /// A block that lies in the file as it is, from `source` on.
  public init(source: Int) { runs = [(0, source)] }
  public init(runs: [(block: Int, source: Int)]) { self.runs = runs.isEmpty ? [(0, 0)] : runs }

  /// The place in the file of a place in the block.
  public func source(of offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].block <= offset { low = middle } else { high = middle }
    }
    return runs[low].source + (offset - runs[low].block)
  }

  /// The places in the file of a stretch of the block. Its end is that of its last byte, so that a stretch that ends
  /// where a run ends does not reach over the markup that follows.
  public func source(of range: Range<Int>) -> Range<Int> {
    let start = source(of: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<max(start, source(of: range.upperBound - 1) + 1)
  }

  public static func == (a: SourceMap, b: SourceMap) -> Bool {
    a.runs.elementsEqual(b.runs) { $0.block == $1.block && $0.source == $1.source }
  }
}
