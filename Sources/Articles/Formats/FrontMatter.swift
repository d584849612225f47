import ICU
import Yams

/// The YAML between two lines of `---` at the head of a file.
struct FrontMatter {
  var metadata = ArticleMetadata()
  /// Where the title lies in the file, where it stands there as it is read.
  var titleRange: Range<Int>?
  var warnings: [Diagnostic] = []
  /// Where the text begins.
  var end = 0

  /// The beginning of an article's draft, and where its text begins in the file.
  static func draft(of source: SourceText, _ options: ArticleOptions) throws(Diagnostic) -> (ArticleDraft, Int) {
    var draft = ArticleDraft()
    guard let matter = try read(source, options: options) else { return (draft, 0) }
    draft.metadata = matter.metadata
    draft.dayOrigin = .frontMatter
    draft.title = matter.titleRange.map { MappedText(source, $0) }
    draft.warnings = matter.warnings
    return (draft, matter.end)
  }

  private static let keys = ["title", "date", "lang", "language", "source", "url", "author"]

  /// Reads it, or returns nil where the file has none.
  ///
  /// - Throws: a ``Diagnostic`` with line and column where the YAML is broken.
  static func read(_ source: SourceText, options: ArticleOptions) throws(Diagnostic) -> FrontMatter? {
    guard let (yaml, end) = source.text.withBytes({ find(in: $0) }) else { return nil }
    let text = SourceText.slice(source.text, yaml)
    let firstLine = source.position(atUTF8: yaml.lowerBound).line
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      // A rule of dashes at the top of a text is no front matter, unless it has our keys.
      guard keys.contains(where: { text.hasPrefix($0 + ":") || text.contains("\n" + $0 + ":") }) else { return nil }
      throw broken(error, source, yaml, firstLine)
    }
    guard case .mapping(let mapping)? = node else { return nil }
    var matter = FrontMatter()
    matter.end = end
    for (key, value) in mapping {
      guard let name = key.scalar?.string.lowercased() else { continue }
      matter.take(name, value, Place(source: source, firstLine: firstLine, key: key), options)
    }
    return matter
  }

  /// The range of the YAML and the end of the line that closes it.
  private static func find(in bytes: Bytes) -> (Range<Int>, Int)? {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let opening = line(bytes, start), isFence(bytes, opening.range, [UInt8(ascii: "-")]) else { return nil }
    start = opening.next
    let first = start
    // Longer ones are no front matter; so a text that opens with a rule costs little.
    while start < bytes.count, start - first < 1 << 16, let (range, next) = line(bytes, start) {
      if isFence(bytes, range, [UInt8(ascii: "-"), UInt8(ascii: ".")]) { return (first..<start, next) }
      start = next
    }
    return nil
  }

  private static func line(_ bytes: Bytes, _ start: Int) -> (range: Range<Int>, next: Int)? {
    guard start < bytes.count else { return nil }
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    return (bytes.trimmed(start..<end), min(bytes.count, end + 1))
  }

  private static func isFence(_ bytes: Bytes, _ line: Range<Int>, _ signs: [UInt8]) -> Bool {
    line.count == 3 && signs.contains(bytes[line.lowerBound]) && line.allSatisfy { bytes[$0] == bytes[line.lowerBound] }
  }

  // MARK: Values

  /// Where a node of the YAML stands in the file.
  private struct Place {
    var source: SourceText
    var firstLine: Int
    var key: Node

    func offset(_ mark: Mark) -> Int {
      let start = source.lineStart(firstLine + mark.line - 1)
      return source.text.withBytes { bytes in
        var i = start
        for _ in 1..<max(1, mark.column) where i < bytes.count {
          i += 1
          while i < bytes.count, bytes[i] & 0xC0 == 0x80 { i += 1 }
        }
        return i
      }
    }

    func location(_ node: Node) -> Diagnostic.Location? {
      guard let mark = node.mark ?? key.mark else { return nil }
      let start = offset(mark)
      return source.location(start..<start + (node.scalar?.string.utf8.count ?? 1))
    }
  }

  private mutating func take(_ key: String, _ value: Node, _ place: Place, _ options: ArticleOptions) {
    guard Self.keys.contains(key) else {
      if let near = Spelling.nearest(to: key, among: Self.keys.filter { $0.utf8.count > 3 }), key.utf8.count > 3 {
        warn("unknown key “\(key)”", place.location(place.key), "did you mean “\(near)”?")
      }
      return
    }
    guard let scalar = value.scalar else {
      return warn("“\(key)” takes a single value", place.location(value), "write `\(key): …` on one line")
    }
    let text = scalar.string.trimmingBlanks()
    guard !text.isEmpty, text != "~", text != "null" else { return }
    switch key {
    case "title":
      metadata.title = text
      titleRange = Self.range(of: text, value, place)
    case "source": metadata.source = text
    case "author": metadata.author = text
    case "url": metadata.url = text
    case "date":
      metadata.day = Day(String(text.prefix(10))) ?? options.bylineDate(text, metadata.language ?? "und")
      if metadata.day == nil {
        warn("“\(text)” is no date", place.location(value), "write it as year-month-day: `date: 2021-07-26`")
      }
    default:
      metadata.language = ArticleMetadata.language(text)
      if metadata.language == nil {
        warn(
          "“\(text)” is no language tag", place.location(value), "write a BCP 47 tag: `\(key): fr`, `\(key): zh-Hant`")
      }
    }
  }

  private mutating func warn(_ message: String, _ location: Diagnostic.Location?, _ help: String) {
    warnings.append(Diagnostic(.warning, message, at: location, help: help))
  }

  private static func range(of title: String, _ node: Node, _ place: Place) -> Range<Int>? {
    guard let mark = node.mark else { return nil }
    let title = Array(title.utf8)
    let start = place.offset(mark)
    return place.source.text.withBytes { bytes in
      // Past the quotation mark, where there is one.
      for start in [start, start + 1] where start + title.count <= bytes.count {
        if bytes[start..<start + title.count].elementsEqual(title) { return start..<start + title.count }
      }
      return nil
    }
  }

  private static func broken(_ error: any Error, _ source: SourceText, _ yaml: Range<Int>, _ firstLine: Int)
    -> Diagnostic
  {
    var mark: Mark?
    var problem = "\(error)"
    switch error as? YamlError {
    case .scanner(_, let text, let place, _), .parser(_, let text, let place, _), .composer(_, let text, let place, _):
      (mark, problem) = (place, text)
    case .duplicatedKeysInMapping(let keys, _)?:
      problem = "the key \(keys.map { "“\($0)”" }.joined(separator: ", ")) stands twice"
    default: break
    }
    let place = Place(source: source, firstLine: firstLine, key: Node(""))
    let location =
      mark.map { mark in
        let start = place.offset(mark)
        return source.location(start..<start + 1)
      } ?? Diagnostic.Location(file: source.name, line: max(1, firstLine - 1))
    return Diagnostic(
      .error, "the front matter is no YAML: \(problem)", at: location,
      help: "put values that hold `: ` or begin with a sign into quotation marks")
  }
}

extension String {
  /// Without the blanks at both ends.
  func trimmingBlanks() -> String {
    withBytes { bytes in
      let range = bytes.trimmed(0..<bytes.count)
      return range.count == bytes.count ? self : bytes.string(range)
    }
  }
}
