import CICU

/// The words of a text, by UAX #29 with CLDR's tailorings; Thai, Lao, Khmer, Burmese, Chinese and Japanese by ICU's dictionaries.
///
/// Wraps one ICU iterator, which keeps its place in the text: make one for each thread, and keep it there.
public final class WordBreaker {
  /// What stands between two boundaries.
  public enum Kind: Int32, Sendable {
    /// Spaces, punctuation, symbols.
    case other = 0
    case number, letters
    /// Kana that no dictionary word holds.
    case kana
    /// Words of the dictionary of Chinese and Japanese, kana among them, and single Han characters.
    case han
  }

  private let breaker: Breaker

  /// Any locale is good: ICU falls back to the rules for all languages.
  public init(locale: String) { breaker = Breaker(sentences: false, locale: locale) }

  /// All boundaries as UTF-8 offsets, the text's start and end among them; none for an empty text.
  public func boundaries(in text: String) -> [Int] {
    withUTF8(text) { boundaries(in: UnsafeBufferPointer(start: $0, count: $1)) }
  }

  /// The same for UTF-8 bytes; ill-formed ones count as U+FFFD.
  public func boundaries(in text: UnsafeBufferPointer<UInt8>) -> [Int] { breaker.boundaries(in: text) }

  /// The pieces between boundaries that are words or numbers, with what they are.
  public func words(in text: UnsafeBufferPointer<UInt8>) -> [(range: Range<Int>, kind: Kind)] {
    var result: [(range: Range<Int>, kind: Kind)] = []
    var start = 0
    breaker.forEach(in: text) { end, status in
      if let kind = Kind(rawValue: status), kind != .other { result.append((start..<end, kind)) }
      start = end
    }
    return result
  }

  public func words(in text: String) -> [(range: Range<Int>, kind: Kind)] {
    withUTF8(text) { words(in: UnsafeBufferPointer(start: $0, count: $1)) }
  }

  /// How many pieces there are; walks the text and keeps nothing. The yardstick of speed measurements.
  public func count(in text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    breaker.forEach(in: text) { _, _ in count += 1 }
    return count
  }
}

/// An ICU break iterator over UTF-8.
final class Breaker {
  private let handle: OpaquePointer?
  private var ends = [Int32](repeating: 0, count: 1024)
  private var kinds = [Int32](repeating: 0, count: 1024)

  init(sentences: Bool, locale: String) {
    handle = cicu_breaker_open(sentences ? 1 : 0, locale) ?? cicu_breaker_open(sentences ? 1 : 0, "root")
  }

  deinit { cicu_breaker_close(handle) }

  /// Calls `body` with each boundary after the first, and the kind of what it ends. A text that ICU refuses (2 GB and
  /// more) is one piece.
  func forEach(in text: UnsafeBufferPointer<UInt8>, _ body: (Int, Int32) -> Void) {
    guard !text.isEmpty else { return }
    guard let handle, cicu_breaker_start(handle, text.baseAddress, text.count) != 0 else { return body(text.count, 0) }
    while true {
      let count = Int(cicu_breaker_next(handle, &ends, &kinds, Int32(ends.count)))
      for index in 0..<count { body(Int(ends[index]), kinds[index]) }
      if count < ends.count { return }
    }
  }

  func boundaries(in text: UnsafeBufferPointer<UInt8>) -> [Int] {
    guard !text.isEmpty else { return [] }
    var result = [0]
    forEach(in: text) { end, _ in result.append(end) }
    return result
  }
}
