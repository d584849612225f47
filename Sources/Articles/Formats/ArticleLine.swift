import ICU

/// An article in one line of JSON: `{"id": "a", "text": "…", "language": "fr", "date": "2016-11-07", "title": "…"}`. All
/// but `id` and `text` are optional, `source` and `url` are read too, other keys are passed over.
public enum ArticleLine {
  /// Nothing is left out of such a text unless the caller asks for it: who sends a text wants it read.
  public static let options = {
    var options = ArticleOptions(leavesOutClutter: false, leavesOutRepeats: false)
    options.tellsParagraphLanguages = false
    return options
  }()

  /// Reads a line. Places in the article count in its decoded `text`.
  ///
  /// - Parameters:
  ///   - line: UTF-8, with or without its line end.
  ///   - number: of the line, for messages, from 1.
  ///   - file: what messages call the input.
  /// - Throws: a ``Diagnostic`` with line and column for bad JSON (RFC 8259), for bytes that are no UTF-8, a missing or
  ///   wrong `id` or `text`, a date that is none.
  public static func decode(
    _ line: UnsafeBufferPointer<UInt8>, number: Int = 1, file: String = "-", options: ArticleOptions = options
  ) throws(Diagnostic) -> Article {
    var json = FlatJSON(line)
    var fields = Fields()
    do throws(FlatJSON.Fault) {
      if let fault = UTF8Check.firstFault(in: line) { throw FlatJSON.Fault(offset: fault, message: "is not UTF-8") }
      try json.readObject { (key, json) throws(FlatJSON.Fault) in try fields.take(key, &json) }
      try fields.check(line.count)
    } catch {
      throw diagnostic(error, line, number, file)
    }
    let source = SourceText(name: fields.id, text: fields.text)
    var draft = ArticleDraft()
    draft.marksHeadings = false
    draft.blocks = source.text.withBytes { PlainText.blocks(of: $0, 0..<$0.count) }
    var assembly = ArticleAssembly(
      source: source, id: fields.id, draft: draft, metadata: fields.metadata, options: options)
    return assembly.assemble()
  }

  /// The same for a line as a string.
  public static func decode(
    _ line: String, number: Int = 1, file: String = "-", options: ArticleOptions = options
  ) throws(Diagnostic) -> Article {
    let bytes = Array(line.utf8)
    let result: Result<Article, Diagnostic> = bytes.withUnsafeBufferPointer { bytes in
      do throws(Diagnostic) {
        return .success(try decode(bytes, number: number, file: file, options: options))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private struct Fields {
    var id = ""
    var text = ""
    var metadata = ArticleMetadata()
    private var hasID = false
    private var hasText = false

    mutating func take(_ key: FlatJSON.Key, _ json: inout FlatJSON) throws(FlatJSON.Fault) {
      let start = json.offset
      switch key {
      case .id:
        id = try json.readStringOrNumber("id")
        hasID = true
      case .text:
        guard let value = try json.readString("text") else {
          throw FlatJSON.Fault(offset: start, message: "“text” must be a string, not null")
        }
        text = value
        hasText = true
      case .title: metadata.title = try json.readString("title")
      case .source: metadata.source = try json.readString("source")
      case .url: metadata.url = try json.readString("url")
      case .language:
        guard let value = try json.readString("language"), !value.isEmpty else { return }
        metadata.language = ArticleMetadata.language(value)
        if metadata.language == nil {
          throw FlatJSON.Fault(
            offset: start, message: "“\(value)” is no language tag", help: "write a BCP 47 tag: \"fr\"")
        }
      case .date:
        guard let value = try json.readString("date"), !value.isEmpty else { return }
        metadata.day = Day(value.utf8.count > 10 && value.contains("T") ? String(value.prefix(10)) : value)
        if metadata.day == nil {
          throw FlatJSON.Fault(
            offset: start, message: "“\(value)” is no date", help: "write it as year-month-day: \"2021-07-26\"")
        }
      case .other: try json.skipValue()
      }
    }

    func check(_ end: Int) throws(FlatJSON.Fault) {
      if !hasID { throw FlatJSON.Fault(offset: end, message: "the article has no “id”", help: "add \"id\": \"…\"") }
      if !hasText {
        throw FlatJSON.Fault(offset: end, message: "the article has no “text”", help: "add \"text\": \"…\"")
      }
    }
  }

  private static func diagnostic(_ fault: FlatJSON.Fault, _ line: Bytes, _ number: Int, _ file: String) -> Diagnostic {
    let offset = min(fault.offset, line.count)
    let column = line[..<offset].reduce(1) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    let shown = line.trimmed(0..<line.count)
    return Diagnostic(
      .error, fault.message,
      at: .init(
        file: file, line: number, column: column,
        excerpt: line.count <= 300 ? line.string(min(0, shown.lowerBound)..<shown.upperBound) : nil),
      help: fault.help)
  }
}
