/// Text that was taken out of a file, with the place of each of its bytes there: what a JSON string says without its
/// escapes, what an element of XML holds without its entities.
struct MappedText: Sendable, Equatable {
  var text: String
  var map: SourceMap

  init(text: String, map: SourceMap) {
    self.text = text
    self.map = map
  }

  /// A stretch of a file as it lies there.
  init(_ source: SourceText, _ range: Range<Int>) {
    self.init(text: SourceText.slice(source.text, range), map: SourceMap(source: range.lowerBound))
  }

  /// A part of it, by UTF-8 offsets.
  subscript(range: Range<Int>) -> MappedText {
    MappedText(text: SourceText.slice(text, range), map: map.from(range.lowerBound))
  }

  /// Without the blanks and line ends around it.
  var trimmed: MappedText { self[text.withBytes { $0.trimmed(0..<$0.count) }] }

  /// Where it lies in the file.
  var range: Range<Int> { map.source(of: 0..<text.utf8.count) }

  /// The same text, for one that was cut out of `outer` and is mapped to its offsets.
  func through(_ outer: MappedText) -> MappedText {
    MappedText(text: text, map: map.through(outer.map, count: text.utf8.count))
  }
}

/// Puts a ``MappedText`` together, piece by piece.
struct MappedTextBuilder {
  private(set) var bytes: [UInt8] = []
  private var runs: [SourceMap.Run] = []
  /// Where the file goes on if the next piece follows the last one there.
  private var next: Int?

  var isEmpty: Bool { bytes.isEmpty }

  /// Adds bytes that lie in the file as they are.
  mutating func copy(_ piece: some Collection<UInt8>, from source: Int) {
    guard !piece.isEmpty else { return }
    if next != source { runs.append(.init(block: bytes.count, source: source)) }
    bytes.append(contentsOf: piece)
    next = source + piece.count
  }

  /// Adds bytes that stand for a stretch of the file.
  mutating func add(_ piece: some Collection<UInt8>, for range: Range<Int>) {
    guard !piece.isEmpty else { return }
    runs.append(.init(block: bytes.count, source: range.lowerBound, length: range.count))
    bytes.append(contentsOf: piece)
    next = nil
  }

  mutating func append(_ text: MappedText) {
    for run in text.map.runs {
      runs.append(.init(block: bytes.count + run.block, source: run.source, length: run.length))
    }
    bytes.append(contentsOf: text.text.utf8)
    next = nil
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    next = nil
  }

  var text: MappedText { MappedText(text: String(decoding: bytes, as: UTF8.self), map: SourceMap(runs)) }
}
