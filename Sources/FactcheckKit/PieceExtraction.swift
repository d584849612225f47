import Articles
import Mentions
import Reports

/// Finds the mentions of one piece of input and writes them down.
struct PieceExtraction {
  struct Result: Sendable {
    var bytes: [UInt8] = []
    var problems: [Diagnostic] = []
  }

  /// Where a part of a long text begins in the whole, counted from 0.
  private struct Origin {
    var codePoint = 0
    var line = 0
    /// The part goes on with the article of the part before it.
    var isContinued: Bool { line > 0 }
  }

  private let extraction: Extraction
  private let worker: Worker
  private let listing: MentionListing
  private var json = JSONWriter()
  private var result = Result()

  init(_ extraction: Extraction, _ worker: Worker) {
    self.extraction = extraction
    self.worker = worker
    listing = MentionListing(options: extraction.listing)
  }

  consuming func run(_ piece: ExtractionPiece) -> Result {
    result.problems = piece.problems
    let options = worker.extracting(fallback: piece.fallback)
    switch piece.content {
    case .nothing: break
    case .file(let found):
      read { () throws(Diagnostic) in try ArticleReader(options: options).readAll(found.path, id: found.id) }
    case .lines(let batch): read(lines: batch, piece.name, options)
    case .text(let batch): read(text: batch, piece.name, options)
    case .whole(let file, let head):
      read { () throws(Diagnostic) in
        try ArticleReader(options: options).readAll(descriptor: file, head: head, id: piece.name)
      }
    }
    result.bytes.append(contentsOf: json.bytes)
    return result
  }

  // MARK: - Reading

  private mutating func read(_ file: () throws(Diagnostic) -> ArticleReader.FileReading) {
    do throws(Diagnostic) {
      let file = try file()
      result.problems += file.problems
      for reading in file.articles {
        result.problems += reading.warnings
        add(reading.article)
      }
    } catch {
      result.problems.append(error)
    }
  }

  private mutating func read(lines batch: LineBatch, _ name: String, _ options: ArticleOptions) {
    result.problems += batch.problems
    batch.bytes.withUnsafeBufferPointer { bytes in
      var number = batch.firstLine
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if line.contains(where: { $0 > 0x20 }) {
          do throws(Diagnostic) {
            add(try ArticleLine.decode(line, number: number, file: name, options: options))
          } catch {
            result.problems.append(error)
          }
        }
        number += 1
        start = end + 1
      }
    }
  }

  private mutating func read(text batch: LineBatch, _ name: String, _ options: ArticleOptions) {
    result.problems += batch.problems
    guard !batch.bytes.isEmpty else { return }
    let reading: ArticleReader.Reading?
    do throws(Diagnostic) {
      reading = try Self.reading(batch, name, options)
    } catch {
      result.problems.append(error)
      return
    }
    guard let reading else { return }
    if String(validating: batch.bytes, as: UTF8.self) == nil, let damage = Self.damage(batch, name) {
      result.problems.append(damage)
    }
    result.problems += reading.warnings
    var origin = Origin(codePoint: batch.codePoint, line: batch.firstLine - 1)
    if origin.isContinued {
      // The line feed that was put before the part.
      origin.codePoint -= 1
      origin.line -= 1
    }
    add(reading.article, origin)
  }

  /// The article in a part of a text.
  private static func reading(
    _ batch: LineBatch, _ name: String, _ options: ArticleOptions
  ) throws(Diagnostic) -> ArticleReader.Reading {
    var text = String(decoding: batch.bytes, as: UTF8.self)
    // Only the beginning of a text may be a front matter.
    if batch.firstLine > 1 { text = "\n" + text }
    return try ArticleReader(options: options).read(text: text, id: name)
  }

  /// The first place of a part that is no UTF-8; U+FFFD stands there.
  private static func damage(_ batch: LineBatch, _ name: String) -> Diagnostic? {
    var line = batch.firstLine
    for bytes in batch.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: bytes, as: UTF8.self) == nil {
        return Diagnostic(
          .warning, "is not all UTF-8; U+FFFD stands for what is not", at: .init(file: name, line: line),
          help: "convert it, for example with `iconv -f windows-1252 -t utf-8`")
      }
      line += 1
    }
    return nil
  }

  /// What the beginning of a text tells about all of it.
  static func fallback(
    fromBeginning batch: LineBatch, name: String, _ given: ArticleMetadata
  ) -> ArticleMetadata {
    let options = Worker().extracting(fallback: given)
    guard let article = try? reading(batch, name, options).article else { return given }
    return ArticleMetadata(day: article.day, language: article.language == "und" ? nil : article.language)
  }

  // MARK: - Writing

  private mutating func add(_ article: Article, _ origin: Origin = Origin()) {
    var rows: [MentionListing.Row] = []
    for block in article.blocks {
      let mentions = worker.withExtractors {
        $0.mentions(in: block.text, language: block.language ?? article.language, reference: article.day)
      }
      for mention in mentions {
        let range = block.map.source(of: mention.range)
        let text = SourceText.slice(article.text.text, range)
        switch extraction.format {
        case .jsonl:
          let line = MentionLine(
            article: article.id, text: text,
            start: origin.codePoint + article.text.codePoints(before: range.lowerBound),
            end: origin.codePoint + article.text.codePoints(before: range.upperBound), value: mention.value)
          line.write(to: &json)
        case .text:
          let place = article.text.position(atUTF8: range.lowerBound)
          rows.append(.init(line: origin.line + place.line, column: place.column, text: text, value: mention.value))
        }
      }
    }
    if extraction.format == .text {
      result.bytes += listing.render(article: origin.isContinued ? nil : article.id, rows: rows)
    }
  }
}
