import ICU

/// One article as a reader sees it: its text in blocks, and what is known of it.
public struct Article: Sendable {
  /// What reports call it: the path as the user gave it, with `#` and an id of its own for one of several in a file, or
  /// the `id` of a line of input.
  public var id: String
  /// The file that it lies in, as the user gave it.
  public var file: String
  public var format: ArticleFormat
  /// The encoding of the file, by its IANA name: `UTF-8`, `windows-1252`.
  public var encoding: String
  /// How that was found.
  public var encodingOrigin = EncodingOrigin.utf8
  public var title: String?
  /// The day it was published, where a front matter, the settings or a byline tell.
  public var day: Day?
  /// Where `day` comes from.
  public var dayOrigin: DateOrigin?
  /// A BCP 47 tag, given or identified: `fr`, `zh-Hant`. `und` where nothing tells.
  public var language: String
  public var languageOrigin: LanguageOrigin?
  public var source: String?
  public var url: String?
  public var author: String?
  /// The whole decoded file as it lies on disk. All evidence points into it.
  public var text: SourceText
  /// The story in reading order, each repeated paragraph once.
  public var blocks: [Block]
  /// What is on the page but no part of the story, in the order of the file.
  public var leftOut: [LeftOut]
  /// The id of the article that this one is a copy of, or nearly; known once all are read.
  public var copyOf: String?

  public init(
    id: String, file: String? = nil, format: ArticleFormat = .text, encoding: String = "UTF-8", title: String? = nil,
    day: Day? = nil, dayOrigin: DateOrigin? = nil, language: String = "und", source: String? = nil, url: String? = nil,
    author: String? = nil, text: SourceText, blocks: [Block], leftOut: [LeftOut] = []
  ) {
    self.id = id
    self.file = file ?? id
    self.format = format
    self.encoding = encoding
    self.title = title
    self.day = day
    self.dayOrigin = dayOrigin
    self.language = language
    self.source = source
    self.url = url
    self.author = author
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
  /// An item's own, in a feed or a wire's message.
  case feed
  /// What a page says of itself in JSON-LD or a `meta` element.
  case page
  /// An element of a page that gives a time: `<time datetime="2021-07-26">`.
  case time
  /// A line near the top that is little more than a date.
  case byline
  /// The address of the page: `/2021/07/26/`.
  case address
  /// The last change of the file; asked for by the user.
  case file
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
    case advertisement
    /// What a page says of its cookies.
    case consent
    case tags
    /// Who wrote the article, below or beside it.
    case author
    /// Other text of the page, outside the story.
    case beside
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
    /// Whether it heads the other cells of its row.
    public var isRowHeader: Bool
    /// How many rows and columns it spans.
    public var rows: Int
    public var columns: Int

    public init(
      table: Int, row: Int, column: Int, isHeader: Bool, isRowHeader: Bool = false, rows: Int = 1, columns: Int = 1
    ) {
      self.table = table
      self.row = row
      self.column = column
      self.isHeader = isHeader
      self.isRowHeader = isRowHeader
      self.rows = rows
      self.columns = columns
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

extension Block {
  /// The words of a stretch, for a report: as they stand in the file, line breaks included, unless markup or escapes
  /// stand among them there.
  ///
  /// - Parameters:
  ///   - range: UTF-8 offsets in the block's text.
  ///   - source: the file's text.
  public func words(_ range: Range<Int>, in source: SourceText) -> String {
    let own = SourceText.slice(text, range)
    let written = SourceText.slice(source.text, map.source(of: range))
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    return own == written
      || own.utf8.lazy.filter { !isBlank($0) }.elementsEqual(written.utf8.lazy.filter { !isBlank($0) })
      ? written : own
  }
}
