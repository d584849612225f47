import CICU

/// The sentences of a text: the rules of UAX #29, then the full stops that end no sentence taken back.
///
/// The rules alone split "M. Hellas", "St. Louis", "U.S. Army" and "3 janv. 2020". What is joined again follows
/// ``SentenceAbbreviations``: CLDR's own suppressions for the language (UTS #35 part 2, segmentation exceptions) and a list
/// of ours; a full stop after initials and acronyms ends a sentence only before a word that begins many ("The", "Il").
/// Line ends always end a sentence: hand in paragraphs, or put a space for each line end within one, which keeps all
/// offsets.
///
/// Wraps one ICU iterator, which keeps its place in the text: make one for each thread, and keep it there.
public final class SentenceBreaker {
  private let breaker: Breaker
  private let abbreviations: SentenceAbbreviations

  /// Any locale is good: ICU falls back to the rules for all languages.
  public init(locale: String) {
    breaker = Breaker(sentences: true, locale: locale)
    abbreviations = SentenceAbbreviations(locale: locale)
  }

  /// All boundaries as UTF-8 offsets, the text's start and end among them; none for an empty text. The spaces after a
  /// sentence belong to it.
  public func boundaries(in text: String) -> [Int] {
    withUTF8(text) { boundaries(in: UnsafeBufferPointer(start: $0, count: $1)) }
  }

  /// The same for UTF-8 bytes; ill-formed ones count as U+FFFD.
  public func boundaries(in text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var result: [Int] = []
    for found in breaker.boundaries(in: text) {
      let boundary = result.isEmpty ? found : pastClosers(text, found)
      if let last = result.last, boundary <= last { continue }
      if let start = result.last, boundary > start, boundary < text.count,
        joins(text, start: start, boundary: boundary)
      {
        continue
      }
      result.append(boundary)
    }
    return result
  }

  /// The sentences without the spaces around them.
  public func sentences(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let boundaries = boundaries(in: text)
    return zip(boundaries, boundaries.dropFirst()).compactMap { start, end in
      var cursor = ScalarCursor(text, at: start)
      var first = start
      while first < end, let scalar = cursor.next(), SentenceSigns.isSpace(scalar) { first = cursor.offset }
      cursor = ScalarCursor(text, at: end)
      var last = end
      while last > first, let scalar = cursor.previous(), SentenceSigns.isSpace(scalar) { last = cursor.offset }
      return first < last ? first..<last : nil
    }
  }

  public func sentences(in text: String) -> [Range<Int>] {
    withUTF8(text) { sentences(in: UnsafeBufferPointer(start: $0, count: $1)) }
  }

  /// A closing quotation mark that a space parts from the full stop, as in French, belongs to the sentence before it.
  private func pastClosers(_ text: UnsafeBufferPointer<UInt8>, _ boundary: Int) -> Int {
    var cursor = ScalarCursor(text, at: boundary)
    var end = boundary
    while let scalar = cursor.next(), SentenceSigns.closes(scalar) {
      var beyond = cursor
      guard let after = beyond.next() else { return cursor.offset }
      guard SentenceSigns.isSpace(after) else { break }
      end = beyond.offset
      if SentenceSigns.endsLine(after) { return end }
      cursor = beyond
      while let space = beyond.next(), SentenceSigns.isSpace(space), !SentenceSigns.endsLine(space) {
        end = beyond.offset
        cursor = beyond
      }
    }
    return end
  }

  /// Whether the sentence goes on after a boundary of ICU's. No string is made, for half of all time would go there.
  private func joins(_ text: UnsafeBufferPointer<UInt8>, start: Int, boundary: Int) -> Bool {
    var cursor = ScalarCursor(text, at: boundary)
    var last = cursor.previous()
    var isQuoted = false
    while let scalar = last, cursor.offset > start {
      if SentenceSigns.endsLine(scalar) { return false }
      if SentenceSigns.closes(scalar) {
        isQuoted = isQuoted || !(scalar == ")" || scalar == "]")
      } else if !SentenceSigns.isSpace(scalar) {
        break
      }
      last = cursor.previous()
    }
    let isFullStop = last == "." && !isQuoted
    guard let next = SentenceToken.following(boundary, in: text, isWhole: isFullStop) else { return false }
    if next.beginsLowercase { return true }
    guard isFullStop, let token = SentenceToken.preceding(cursor.offset, in: text, from: start) else { return false }
    return abbreviations.goesOn(after: token, before: next, isWholeSentence: isBlank(text, start..<token.start))
  }

  private func isBlank(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    text[range].allSatisfy { $0 == 0x20 || $0 == 0x28 || $0 == 0x09 }
  }
}
