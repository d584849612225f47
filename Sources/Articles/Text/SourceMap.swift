/// From UTF-8 offsets in a text to UTF-8 offsets in the file that it was taken from.
///
/// A run of the text either lies in the file byte by byte, or stands for a stretch of it that is written otherwise there:
/// `é` for `&eacute;`, a blank for a line break and the spaces after it.
public struct SourceMap: Sendable, Equatable {
  public struct Run: Sendable, Hashable {
    /// Where it begins in the text.
    public var block: Int
    /// Where it begins in the file.
    public var source: Int
    /// How many bytes of the file the whole run stands for; nil where they are the same bytes.
    public var length: Int?

    public init(block: Int, source: Int, length: Int? = nil) {
      self.block = block
      self.source = source
      self.length = length
    }
  }

  /// Sorted by `block`; each run reaches to the next one's beginning. Never empty.
  public private(set) var runs: [Run]

  /// A text that lies in the file as it is, from `source` on.
  public init(source: Int) { runs = [Run(block: 0, source: source)] }

  /// - Parameter runs: sorted by `block`; the first begins at 0.
  public init(_ runs: [Run]) { self.runs = runs.isEmpty ? [Run(block: 0, source: 0)] : runs }

  /// Runs that were all copied as they stand.
  public init(runs: [(block: Int, source: Int)]) { self.init(runs.map { Run(block: $0.block, source: $0.source) }) }

  /// The place in the file of a place in the text.
  public func source(of offset: Int) -> Int {
    let run = runs[index(of: offset)]
    return run.length == nil ? run.source + (offset - run.block) : run.source
  }

  /// The places in the file of a stretch of the text. Its end is that of its last byte, so that a stretch that ends
  /// where a run ends does not reach over the markup that follows.
  public func source(of range: Range<Int>) -> Range<Int> {
    let start = source(of: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<max(start, end(of: range.upperBound - 1))
  }

  /// The map of a text that was taken from a text that was itself taken from the file.
  ///
  /// - Parameters:
  ///   - outer: of the text in between.
  ///   - count: how long the inner text is, in bytes.
  public func through(_ outer: SourceMap, count: Int) -> SourceMap {
    var result: [Run] = []
    for (i, run) in runs.enumerated() {
      let end = i + 1 < runs.count ? runs[i + 1].block : max(count, run.block)
      if let length = run.length {
        let place = outer.source(of: run.source..<run.source + length)
        result.append(Run(block: run.block, source: place.lowerBound, length: place.count))
        continue
      }
      var middle = run.source
      let last = run.source + (end - run.block)
      repeat {
        let k = outer.index(of: middle)
        let next = k + 1 < outer.runs.count ? outer.runs[k + 1].block : last
        let block = run.block + (middle - run.source)
        result.append(Run(block: block, source: outer.source(of: middle), length: outer.runs[k].length))
        middle = max(next, middle + 1)
      } while middle < last
    }
    return SourceMap(result)
  }

  /// The map of a part of the text that begins at `start`.
  public func from(_ start: Int) -> SourceMap {
    let first = index(of: start)
    var part = Array(runs[first...])
    part[0] = Run(block: start, source: source(of: start), length: part[0].length)
    for i in part.indices { part[i].block -= start }
    return SourceMap(part)
  }

  /// The end in the file of the byte at `offset`.
  private func end(of offset: Int) -> Int {
    let run = runs[index(of: offset)]
    return run.length.map { run.source + $0 } ?? run.source + (offset - run.block) + 1
  }

  private func index(of offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].block <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
