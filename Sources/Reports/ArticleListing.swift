import Articles

/// How articles were read, for people (a table, or the story with what was left out of it) and for programs.
public struct ArticleListing: Sendable {
  public struct Entry: Sendable {
    public var article: Article
    /// Words of the story.
    public var words: Int

    public init(article: Article, words: Int) {
      self.article = article
      self.words = words
    }
  }

  public enum Format: String, Sendable, CaseIterable {
    /// A row an article.
    case table
    /// The story, paragraph by paragraph, and what was left out.
    case text
    /// A JSON object a line, with the story.
    case jsonl
  }

  private let style: TextStyle
  private let width: Int

  public init(options: ReportOptions) {
    style = TextStyle(color: options.color, isolates: options.isTerminal)
    width = max(60, options.width)
  }

  public func render(_ entries: [Entry], as format: Format) -> [UInt8] {
    switch format {
    case .table: Array(table(entries).utf8)
    case .text: Array(entries.map(story).joined(separator: "\n").utf8)
    case .jsonl: entries.flatMap(line)
    }
  }

  // MARK: - The table

  private static let columns = ["article", "format", "encoding", "language", "date", "words", "left out", "title"]

  private func table(_ entries: [Entry]) -> String {
    guard !entries.isEmpty else { return "no articles\n" }
    var rows = [Self.columns] + entries.map(cells)
    // A column that says the same everywhere only takes room.
    if entries.allSatisfy({ $0.article.encoding == "UTF-8" }) { for i in rows.indices { rows[i].remove(at: 2) } }
    let last = rows[0].count - 1
    var widths = rows[0].indices.map { i in rows.reduce(0) { max($0, DisplayWidth.of($1[i])) } }
    // Names and titles share what the other columns leave.
    let fixed = widths[1..<last].reduce(0) { $0 + $1 + 2 }
    let room = max(40, width - fixed - 2)
    widths[0] = min(widths[0], max(room * 3 / 5, room - widths[last]))
    widths[last] = min(widths[last], max(16, room - widths[0]))
    var text = ""
    for (number, row) in rows.enumerated() {
      let line = line(row, widths)
      text += (number == 0 ? style.dim(line) : line) + "\n"
    }
    for entry in entries {
      guard let original = entry.article.copyOf else { continue }
      text +=
        style.dim(
          "\(Quote.oneLine(entry.article.id)) is a copy of \(Quote.oneLine(original)): what both say counts once")
        + "\n"
    }
    return text
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let last = cells.count - 1
    var text = ""
    for (i, cell) in cells.enumerated() {
      if i > 0 { text += "  " }
      let cut =
        i == 0
        ? DisplayWidth.suffix(of: cell, columns: widths[i]) : DisplayWidth.prefix(of: cell, columns: widths[i])
      let blanks = String(repeating: " ", count: max(0, widths[i] - DisplayWidth.of(cut)))
      let isNumber = i == last - 1 || i == last - 2
      text += isNumber ? blanks + cut : i == last ? style.isolated(cut) : cut + blanks
    }
    return text
  }

  private func cells(_ entry: Entry) -> [String] {
    let article = entry.article
    return [
      Quote.oneLine(article.id), Self.name(article.format), Self.encoding(article),
      article.language + (article.languageOrigin == .text ? " (guessed)" : ""),
      article.day.map { "\($0)\(Self.origin(article.dayOrigin))" } ?? "none",
      String(entry.words), String(article.leftOut.count), Quote.oneLine(article.title ?? "–"),
    ]
  }

  private static func origin(_ origin: DateOrigin?) -> String { origin.map { " (\(name($0)))" } ?? "" }

  private static func encoding(_ article: Article) -> String {
    article.encoding + (article.encodingOrigin == .guessed ? " (guessed)" : "")
  }

  /// `jsonLD` as `json-ld`: what people read has no capitals inside words.
  static func name(_ origin: DateOrigin) -> String { hyphenated(origin.rawValue) }
  static func name(_ format: ArticleFormat) -> String { hyphenated(format.rawValue) }
  static func name(_ reason: LeftOut.Reason) -> String { hyphenated(reason.rawValue) }

  /// Why text is not read, in words that follow "is not read:".
  static func words(_ reason: LeftOut.Reason) -> String {
    switch reason {
    case .repeated: "the article says it elsewhere, as fully or more so"
    case .byline: "it is the byline, which gives the article's day"
    case .readingTime: "it tells how long the reading takes"
    case .share: "it offers to share the article"
    case .teaser: "it leads to another story"
    case .subscription: "it is about a subscription"
    case .navigation: "it is navigation"
    case .syndication: "it tells where the article was published first"
    case .comments: "it belongs to the comments"
    case .advertisement: "it is an advertisement"
    case .consent: "it is what the page says of its cookies"
    case .tags: "these are tags"
    case .author: "it is about the author"
    case .beside: "it stands on the page, outside of the story"
    }
  }

  private static func hyphenated(_ name: String) -> String {
    var result = ""
    var wasCapital = true
    for character in name {
      let isCapital = character.isUppercase
      if isCapital, !wasCapital { result += "-" }
      result += character.lowercased()
      wasCapital = isCapital
    }
    return result
  }

  // MARK: - The story

  private func story(_ entry: Entry) -> String {
    let article = entry.article
    var text = style.bold(Quote.oneLine(article.id)) + "\n"
    let facts: [(String, String?)] = [
      ("title", article.title), ("format", "\(Self.name(article.format)), \(Self.encoding(article))"),
      ("language", article.language + (article.languageOrigin == .text ? " (guessed from the text)" : "")),
      ("date", article.day.map { "\($0)\(Self.origin(article.dayOrigin))" } ?? "none"),
      ("source", article.source), ("author", article.author), ("url", article.url),
      ("copy of", article.copyOf), ("words", String(entry.words)),
    ]
    for (name, value) in facts {
      guard let value else { continue }
      text += "  " + style.dim(DisplayWidth.pad(name, to: 8)) + "  " + style.isolated(Quote.oneLine(value)) + "\n"
    }
    text += "\n"
    for block in article.blocks {
      let line = article.text.position(atUTF8: block.map.source(of: 0)).line
      var label = block.kind == .paragraph ? "" : block.kind.rawValue
      if let cell = block.cell { label = "\(cell.isHeader ? "header" : "cell") \(cell.row + 1),\(cell.column + 1)" }
      if let language = block.language { label += (label.isEmpty ? "" : ", ") + "in \(language)" }
      text += row(line, label, Quote.oneLine(block.text))
    }
    if !article.leftOut.isEmpty { text += "\n  " + style.dim("left out") + "\n" }
    for left in article.leftOut {
      let line = article.text.position(atUTF8: left.range.lowerBound).line
      let words = SourceText.slice(
        article.text.text, left.range.lowerBound..<min(left.range.upperBound, left.range.lowerBound + 600))
      text += row(
        line, Self.name(left.reason), DisplayWidth.prefix(of: Quote.oneLine(words), columns: max(20, width - 26)))
    }
    return text
  }

  private func row(_ line: Int, _ label: String, _ words: String) -> String {
    let number = String(line)
    let indent = String(repeating: " ", count: 22)
    let lines = DisplayWidth.wrap(words, columns: max(30, width - 22))
    var text = String(repeating: " ", count: max(0, 6 - number.utf8.count)) + style.place(number) + "  "
    text += style.dim(DisplayWidth.pad(DisplayWidth.prefix(of: label, columns: 13), to: 13)) + " "
    for (i, line) in lines.enumerated() { text += (i > 0 ? indent : "") + style.isolated(line) + "\n" }
    return text
  }

  // MARK: - JSON

  private func line(_ entry: Entry) -> [UInt8] {
    let article = entry.article
    var json = JSONWriter()
    json.beginObject(inline: true)
    json.key("id")
    json.value(article.id)
    json.key("file")
    json.value(article.file)
    json.key("format")
    json.value(Self.name(article.format))
    json.key("encoding")
    json.value(article.encoding)
    json.key("encodingFrom")
    json.value(article.encodingOrigin.rawValue)
    json.key("title")
    json.value(article.title)
    json.key("date")
    json.value(article.day)
    json.key("dateFrom")
    json.value(article.dayOrigin.map(Self.name))
    json.key("language")
    json.value(article.language)
    json.key("languageFrom")
    json.value(article.languageOrigin?.rawValue)
    json.key("source")
    json.value(article.source)
    json.key("author")
    json.value(article.author)
    json.key("url")
    json.value(article.url)
    json.key("copyOf")
    json.value(article.copyOf)
    json.key("words")
    json.value(entry.words)
    json.key("blocks")
    json.beginArray()
    for block in article.blocks { write(block, article, &json) }
    json.endArray()
    json.key("leftOut")
    json.beginArray()
    for left in article.leftOut {
      json.beginObject()
      json.key("reason")
      json.value(Self.name(left.reason))
      json.key("line")
      json.value(article.text.position(atUTF8: left.range.lowerBound).line)
      json.key("start")
      json.value(article.text.codePoints(before: left.range.lowerBound))
      json.key("end")
      json.value(article.text.codePoints(before: left.range.upperBound))
      json.endObject()
    }
    json.endArray()
    json.key("text")
    json.value(article.blocks.map(\.text).joined(separator: "\n\n"))
    json.endObject()
    return json.bytes + [0x0A]
  }

  private func write(_ block: Block, _ article: Article, _ json: inout JSONWriter) {
    let range = block.map.source(of: 0..<block.text.utf8.count)
    json.beginObject()
    json.key("kind")
    json.value(block.kind.rawValue)
    json.key("line")
    json.value(article.text.position(atUTF8: range.lowerBound).line)
    json.key("start")
    json.value(article.text.codePoints(before: range.lowerBound))
    json.key("end")
    json.value(article.text.codePoints(before: range.upperBound))
    if let language = block.language {
      json.key("language")
      json.value(language)
    }
    if let cell = block.cell {
      json.key("row")
      json.value(cell.row)
      json.key("column")
      json.value(cell.column)
      json.key("header")
      json.value(cell.isHeader)
    }
    json.key("text")
    json.value(block.text)
    json.endObject()
  }
}
