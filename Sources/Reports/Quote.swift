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
    let sentence = Array(claim.sentence.utf8)
    let text = Array(claim.text.utf8)
    let figure = Array(claim.figure.utf8)
    var found: Range<Int>?
    if let evidence = Self.find(text, in: sentence[...]) {
      found = Self.find(figure, in: sentence[evidence]) ?? evidence
    } else {
      found = Self.find(figure, in: sentence[...])
    }
    let range = found ?? sentence.count..<sentence.count
    let parts = [sentence[..<range.lowerBound], sentence[range], sentence[range.upperBound...]]
      .map { Self.oneLine(String(decoding: $0, as: UTF8.self)) }
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
    var last: UInt8 = 0
    let isPlain = text.utf8.allSatisfy { byte in
      defer { last = byte }
      return byte > 0x20 && byte < 0x7F || byte == 0x20 && last != 0x20
    }
    if isPlain { return text }
    var result = ""
    result.unicodeScalars.reserveCapacity(text.utf8.count)
    var wasSpace = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029:
        if !wasSpace { result.unicodeScalars.append(" ") }
        wasSpace = true
        continue
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
      default: result.unicodeScalars.append(scalar)
      }
      wasSpace = false
    }
    return result
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
