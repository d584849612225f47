import CICU

/// The sentences of a text: the rules of UAX #29, then the full stops that end no sentence taken back.
///
/// The rules alone split "M. Hellas", "St. Louis", "U.S. Army" and "3 janv. 2020". What is joined again follows
/// ``SentenceAbbreviations``: CLDR's own suppressions for the language (UTS #35 part 2, segmentation exceptions) and a list
/// of ours; a full stop after initials and acronyms ends a sentence only before a word that begins many ("The", "Il").
/// The other way round, a full stop ends a sentence also where the page has lost the space after it ("Irak.Les forces").
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
      if let start = result.last { appendGluedEnds(text, start..<boundary, to: &result) }
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

  /// "une réalité.Les forces": pages taken from the web lose the space between paragraphs.
  private func appendGluedEnds(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to result: inout [Int]) {
    for index in range where text[index] == 0x2E || text[index] == 0x21 || text[index] == 0x3F {
      let after = index + 1
      guard after < range.upperBound, text[after] >= 0x41, beginsSentence(text, at: after),
        endsWord(text, at: index, from: range.lowerBound)
      else { continue }
      result.append(after)
    }
  }

  /// A word with a capital and then small letters, or an elided one (`L'`); no last part of an address.
  private func beginsSentence(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard let word = SentenceToken.following(offset, in: text, isWhole: true), word.start == offset else {
      return false
    }
    return SentenceSigns.isUppercase(word.first) && !word.isCapitals && (word.length > 1 || word.isElided)
      && !Self.addressEnds.contains(word.folded)
  }

  /// Three small letters or more, with nothing before them that makes an address of it.
  private func endsWord(_ text: UnsafeBufferPointer<UInt8>, at offset: Int, from start: Int) -> Bool {
    var cursor = ScalarCursor(text, at: offset)
    for _ in 0..<3 {
      guard cursor.offset > start, let scalar = cursor.previous(), SentenceSigns.isLowercase(scalar) else {
        return false
      }
    }
    for _ in 0..<200 {
      guard cursor.offset > start, let scalar = cursor.previous(), !SentenceSigns.isSpace(scalar) else { return true }
      if scalar == "/" || scalar == "@" || scalar == ":" || scalar == "." { return false }
    }
    return false
  }

  private static let addressEnds = Set(
    ["com", "org", "net", "info", "gov", "edu", "io", "js", "fr", "de", "uk", "eu", "ru", "cn"]
      .map { SentenceHash(folded: $0) })

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
