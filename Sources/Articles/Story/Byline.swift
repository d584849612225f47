import ICU

/// Reads the day out of a line of text that is in some language; nil where it names none.
public typealias BylineDate = @Sendable (_ line: String, _ language: String) -> Day?

/// Finds the line under a headline that says when the article was published.
struct Byline {
  /// How many blocks from the top may be it.
  private static let depth = 12
  /// In columns.
  private static let longest = 110

  private let language: String
  private let date: BylineDate
  private let words: Set<String>

  init(language: String, date: @escaping BylineDate) {
    self.language = language
    self.date = date
    words = Set(ClutterPhrases.matching(language).byline)
  }

  /// The first block that is a byline, and its day.
  func find(in blocks: [Block]) -> (index: Int, day: Day)? {
    for (i, block) in blocks.prefix(Self.depth).enumerated() where block.kind != .cell {
      if let day = day(of: block.text) { return (i, day) }
    }
    return nil
  }

  /// The day that a line gives, if it is little more than a date: no sentence that mentions one.
  func day(of line: String) -> Day? {
    let plausible = line.withBytes { bytes in
      bytes.count <= Self.longest * 3 && bytes.width(0..<bytes.count) <= Self.longest && Self.hasDigit(bytes)
    }
    guard plausible else { return nil }
    let tokens = Self.tokens(line)
    guard tokens.count <= 24, let day = date(line, language) else { return nil }
    guard let span = span(of: day, line, tokens) else { return nil }
    return isIntroduction(tokens[..<span.lowerBound]) && isRest(tokens[span.upperBound...]) && isBare(tokens[span])
      ? day : nil
  }

  /// Whether a line begins with a word of bylines: “By Jane Doe”.
  func begins(_ line: String) -> Bool {
    let first = line.prefix(40).prefix { !$0.isWhitespace && $0 != ":" }
    return words.contains(Folding.fold(String(first)))
  }

  /// ISO days (2021-07-26) and European figures with points (26.07.2021), for want of a better reader.
  static let figures: BylineDate = { line, _ in
    for token in line.split(whereSeparator: { !($0.isASCII && ($0.isNumber || "-.".contains($0))) && $0 != "T" }) {
      let token = token.prefix(10)
      if let day = Day(String(token)) { return day }
      let parts = token.split(separator: ".")
      guard parts.count == 3, parts[2].utf8.count == 4, let d = Int(parts[0]), let m = Int(parts[1]),
        let y = Int(parts[2])
      else { continue }
      if let day = Day(year: y, month: m, day: d) { return day }
    }
    return nil
  }

  // MARK: The shape of the line

  private struct Token {
    /// As written.
    var text: String
    /// UTF-8 offsets in the line.
    var range: Range<Int>
    var hasDigit: Bool
  }

  private static func hasDigit(_ bytes: Bytes) -> Bool {
    var i = 0
    while i < bytes.count {
      if (0x30...0x39).contains(bytes[i]) { return true }
      // Digits of Arabic, Persian and the Indic scripts.
      if bytes[i] >= 0xD9, Digits.value(of: bytes.scalar(at: i)) != nil { return true }
      i += bytes[i] < 0xC0 ? 1 : bytes[i] >= 0xF0 ? 4 : bytes[i] >= 0xE0 ? 3 : 2
    }
    return false
  }

  private static func tokens(_ line: String) -> [Token] {
    var tokens: [Token] = []
    var start: Int?
    var offset = 0
    var hasDigit = false
    func close() {
      if let from = start {
        tokens.append(Token(text: SourceText.slice(line, from..<offset), range: from..<offset, hasDigit: hasDigit))
      }
      start = nil
      hasDigit = false
    }
    for scalar in line.unicodeScalars {
      let isDigit = Digits.value(of: scalar.value) != nil
      if isDigit || scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
        if start == nil { start = offset }
        if isDigit { hasDigit = true }
      } else {
        close()
      }
      offset += UTF8.width(scalar)
    }
    close()
    return tokens
  }

  /// The fewest tokens that still give the day.
  private func span(of day: Day, _ line: String, _ tokens: [Token]) -> Range<Int>? {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    var low = 0
    var high = tokens.count
    while high - low > 1,
      date(SourceText.slice(line, first.range.lowerBound..<tokens[high - 2].range.upperBound), language) == day
    { high -= 1 }
    let end = tokens[high - 1].range.upperBound
    while high - low > 1, date(SourceText.slice(line, tokens[low + 1].range.lowerBound..<end), language) == day {
      low += 1
    }
    return last.range.upperBound >= end ? low..<high : nil
  }

  /// Before the date: words of bylines, names after “by”, a dateline in capitals, and at most one word more (a weekday).
  private func isIntroduction(_ tokens: ArraySlice<Token>) -> Bool {
    var named = false
    var others = 0
    for token in tokens {
      let folded = Folding.fold(token.text)
      if words.contains(folded) {
        named = true
      } else if token.hasDigit {
        return false
      } else if !(named && Self.isCapital(token.text)) && token.text != token.text.uppercased() {
        others += 1
      } else if Signs.isIdeograph(token.text.unicodeScalars.first?.value ?? 0) {
        others += 1
      }
    }
    return others <= 1
  }

  /// After it: a time, a place, names after “by”.
  private func isRest(_ tokens: ArraySlice<Token>) -> Bool {
    var named = false
    var others = 0
    for token in tokens {
      if words.contains(Folding.fold(token.text)) {
        named = true
        continue
      }
      if token.hasDigit || (named && Self.isCapital(token.text)) || token.text.unicodeScalars.count <= 2 { continue }
      others += 1
    }
    return others <= 2 && tokens.filter(\.hasDigit).count <= 8
  }

  /// Where words stand without spaces, a token may hold more than the date.
  private func isBare(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.allSatisfy { token in
      !token.hasDigit || token.text.unicodeScalars.reduce(0) { $0 + (Digits.value(of: $1.value) == nil ? 1 : 0) } <= 7
    }
  }

  private static func isCapital(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return !first.properties.isLowercase
  }
}
