import Claims

/// A sentence around its figure, on one line: what reports show of an article.
struct Quote: Equatable {
  var before: String
  /// Empty where the figure is not to be found in the sentence.
  var figure: String
  var after: String

  /// The sentence of a claim, cut at the figure. Runs of white space become one space; control characters, which could
  /// steer a terminal, and marks that turn the writing direction for all that follows are left out.
  init(_ claim: Claim) {
    // A figure may run over the end of a line, which the sentence shows as a space.
    let sentence = Array(Self.oneLine(claim.sentence).utf8)
    let text = Array(Self.oneLine(claim.text).utf8)
    let figure = Array(Self.oneLine(claim.figure).utf8)
    var found: Range<Int>?
    if let evidence = Self.find(text, in: sentence[...]) {
      found = Self.find(figure, in: sentence[evidence]) ?? evidence
    } else {
      found = Self.find(figure, in: sentence[...])
    }
    let range = found ?? sentence.count..<sentence.count
    let parts = [sentence[..<range.lowerBound], sentence[range], sentence[range.upperBound...]]
      .map { String(decoding: $0, as: UTF8.self) }
    before = parts[0].drop { $0 == " " }.description
    self.figure = parts[1]
    after = parts[2]
    while after.hasSuffix(" ") { after.removeLast() }
  }

  init(before: String, figure: String, after: String) {
    self.before = before
    self.figure = figure
    self.after = after
  }

  /// The first place where `needle` stands by itself, not as a part of a longer number; else the first at all.
  private static func find(_ needle: [UInt8], in text: ArraySlice<UInt8>) -> Range<Int>? {
    guard let first = needle.first, needle.count <= text.count else { return nil }
    func isDigit(_ index: Int) -> Bool {
      text.indices.contains(index) && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index])
    }
    var fallback: Range<Int>?
    var i = text.startIndex
    while i + needle.count <= text.endIndex {
      if text[i] == first, text[i..<i + needle.count].elementsEqual(needle) {
        let range = i..<i + needle.count
        let splitsNumber =
          isDigit(range.lowerBound) && isDigit(range.lowerBound - 1)
          || isDigit(range.upperBound - 1) && isDigit(range.upperBound)
        if !splitsNumber { return range }
        fallback = fallback ?? range
      }
      i += 1
    }
    return fallback
  }

  /// One line that is safe to print.
  static func oneLine(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      // Most sentences are fit to print as they are; what is not shows in its bytes.
      var i = 0
      var kept: [UInt8] = []
      var keptUpTo = 0
      var followsSpace = false
      while i < bytes.count {
        let length = unprintableLength(bytes, at: i, followsSpace: followsSpace)
        if length == 0 {
          followsSpace = bytes[i] == 0x20
          i += 1
          continue
        }
        kept.append(contentsOf: bytes[keptUpTo..<i])
        if isWhiteSpace(bytes, at: i), !followsSpace {
          kept.append(0x20)
          followsSpace = true
        }
        i += length
        keptUpTo = i
      }
      guard keptUpTo > 0 else { return String(decoding: bytes, as: UTF8.self) }
      kept.append(contentsOf: bytes[keptUpTo...])
      return String(decoding: kept, as: UTF8.self)
    }
  }

  /// How many bytes at `i` may not stay as they are: a control character, a line end, a space after a space, a mark of
  /// direction (U+202A–202E, U+2066–2069) or of byte order; 0 for all others.
  private static func unprintableLength(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int, followsSpace: Bool) -> Int {
    func next(_ distance: Int) -> UInt8 { i + distance < bytes.count ? bytes[i + distance] : 0 }
    switch bytes[i] {
    case 0x20: return followsSpace ? 1 : 0
    case 0..<0x20, 0x7F: return 1
    case 0xC2: return (0x80...0x9F).contains(next(1)) ? 2 : 0
    case 0xE2 where next(1) == 0x80: return (0xA8...0xAE).contains(next(2)) ? 3 : 0
    case 0xE2 where next(1) == 0x81: return (0xA6...0xA9).contains(next(2)) ? 3 : 0
    case 0xEF where next(1) == 0xBB: return next(2) == 0xBF ? 3 : 0
    default: return 0
    }
  }

  private static func isWhiteSpace(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
    switch bytes[i] {
    case 0x09...0x0D, 0x20: true
    case 0xC2: bytes[i + 1] == 0x85
    case 0xE2: bytes[i + 1] == 0x80 && (0xA8...0xA9).contains(bytes[i + 2])
    default: false
    }
  }

  /// The same quote in at most so many columns: the figure stays whole as long as it fits, with as much around it as
  /// does, cut between words where there are words.
  func fitted(to columns: Int) -> Quote {
    let room = columns - DisplayWidth.of(figure)
    let left = DisplayWidth.of(before)
    let right = DisplayWidth.of(after)
    if left + right <= room { return self }
    guard room >= 2 else {
      return Quote(before: "", figure: DisplayWidth.prefix(of: figure, columns: columns), after: "")
    }
    // Nearly half before the figure, and what one side leaves over goes to the other.
    let leftRoom = right <= room / 2 ? room - right : min(left, max(room * 9 / 20, room - right))
    return Quote(
      before: DisplayWidth.suffix(of: before, columns: leftRoom), figure: figure,
      after: DisplayWidth.prefix(of: after, columns: room - min(left, leftRoom)))
  }
}
