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
      while first < end, let scalar = cursor.next(), scalar.properties.isWhitespace { first = cursor.offset }
      cursor = ScalarCursor(text, at: end)
      var last = end
      while last > first, let scalar = cursor.previous(), scalar.properties.isWhitespace { last = cursor.offset }
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
    while let scalar = cursor.next(), Self.closes(scalar) {
      var beyond = cursor
      guard let after = beyond.next() else { return cursor.offset }
      guard after.properties.isWhitespace else { break }
      end = beyond.offset
      if Self.endsLine(after) { return end }
      cursor = beyond
      while let space = beyond.next(), space.properties.isWhitespace, !Self.endsLine(space) {
        end = beyond.offset
        cursor = beyond
      }
    }
    return end
  }

  /// Whether the sentence goes on after a boundary of ICU's.
  private func joins(_ text: UnsafeBufferPointer<UInt8>, start: Int, boundary: Int) -> Bool {
    var cursor = ScalarCursor(text, at: boundary)
    var last = cursor.previous()
    while let scalar = last, cursor.offset > start, scalar.properties.isWhitespace {
      if Self.endsLine(scalar) { return false }
      last = cursor.previous()
    }
    if let scalar = last, Self.endsLine(scalar) { return false }
    var isQuoted = false
    while let scalar = last, cursor.offset > start, Self.closes(scalar) || scalar.properties.isWhitespace {
      isQuoted = isQuoted || !(scalar == ")" || scalar == "]" || scalar.properties.isWhitespace)
      last = cursor.previous()
    }
    let next = nextWord(text, at: boundary)
    guard let next else { return false }
    if next.isLowercase { return true }
    guard last == ".", !isQuoted else { return false }
    var token: [Unicode.Scalar] = []
    var tokenStart = cursor.offset
    while tokenStart > start, token.count < 24, let scalar = cursor.previous(), Self.belongsToToken(scalar) {
      token.append(scalar)
      tokenStart = cursor.offset
    }
    guard !token.isEmpty else { return false }
    return abbreviations.goesOn(
      after: String(String.UnicodeScalarView(token.reversed())), before: next,
      isWholeSentence: isBlank(text, start..<tokenStart))
  }

  /// The first word after a boundary, whatever opens before it; nil where none begins there.
  private func nextWord(_ text: UnsafeBufferPointer<UInt8>, at boundary: Int) -> SentenceAbbreviations.Next? {
    var cursor = ScalarCursor(text, at: boundary)
    var word = String.UnicodeScalarView()
    for _ in 0..<40 {
      guard let scalar = cursor.next() else { break }
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil || (!word.isEmpty && properties.isDiacritic) {
        word.append(scalar)
      } else if !word.isEmpty || !(Self.opens(scalar) || properties.isWhitespace) {
        return word.isEmpty
          ? nil : SentenceAbbreviations.Next(word: String(word), isElided: "'’".unicodeScalars.contains(scalar))
      }
    }
    return word.isEmpty ? nil : SentenceAbbreviations.Next(word: String(word), isElided: false)
  }

  private func isBlank(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    text[range].allSatisfy { $0 == 0x20 || $0 == 0x28 || $0 == 0x09 }
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .closePunctuation, .finalPunctuation: true
    default: scalar == "\"" || scalar == "'"
    }
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: true
    default: scalar == "\"" || scalar == "'" || scalar == "„" || scalar == "¿" || scalar == "¡"
    }
  }

  private static func belongsToToken(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "-" || scalar == "º" || scalar == "°" || scalar.properties.isAlphabetic
      || scalar.properties.numericType != nil || scalar.properties.generalCategory == .nonspacingMark
  }
}

/// Walks UTF-8 bytes a code point at a time, in both directions; ill-formed bytes are U+FFFD one by one.
struct ScalarCursor {
  private let text: UnsafeBufferPointer<UInt8>
  private(set) var offset: Int

  init(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    self.text = text
    self.offset = offset
  }

  mutating func next() -> Unicode.Scalar? {
    guard offset < text.count else { return nil }
    let lead = text[offset]
    let length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard lead < 0x80 || (length > 1 && offset + length <= text.count) else {
      offset += 1
      return "\u{FFFD}"
    }
    var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
    for index in 1..<max(length, 1) where length > 1 {
      guard text[offset + index] & 0xC0 == 0x80 else {
        offset += 1
        return "\u{FFFD}"
      }
      value = value << 6 | UInt32(text[offset + index] & 0x3F)
    }
    offset += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  mutating func previous() -> Unicode.Scalar? {
    guard offset > 0 else { return nil }
    let end = offset
    var start = end - 1
    while start > 0, end - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
    var forward = ScalarCursor(text, at: start)
    if let scalar = forward.next(), forward.offset == end {
      offset = start
      return scalar
    }
    offset = end - 1
    return "\u{FFFD}"
  }
}
