/// UTF-8 as it lies in memory. The stage cuts texts by bytes: every sign that it cuts at is ASCII or looked for whole.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension String {
  /// The text's bytes, without a copy where it is native and contiguous.
  func withBytes<R>(_ body: (Bytes) throws -> R) rethrows -> R {
    if let result = try utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    copy.makeContiguousUTF8()
    return try Array(copy.utf8).withUnsafeBufferPointer(body)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes a blank takes at `i`: spaces and tabs, no-break and ideographic spaces, a byte order mark; 0 for
  /// anything else, line ends among them.
  func blank(at i: Int) -> Int {
    switch self[i] {
    case 0x20, 0x09, 0x0B: return 1
    case 0xC2: return i + 1 < count && self[i + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard i + 2 < count, self[i + 1] == 0x80 else { return 0 }
      return (0x80...0x8B).contains(self[i + 2]) || self[i + 2] == 0xAF ? 3 : 0
    case 0xE3: return i + 2 < count && self[i + 1] == 0x80 && self[i + 2] == 0x80 ? 3 : 0
    case 0xEF: return i + 2 < count && self[i + 1] == 0xBB && self[i + 2] == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// The range without the blanks (and line ends) at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let blank = Self.isLineEnd(self[start]) ? 1 : blank(at: start)
      if blank == 0 || start + blank > end { break }
      start += blank
    }
    while end > start {
      let last = self[end - 1]
      if Self.isLineEnd(last) || (last < 0x80 && blank(at: end - 1) == 1) {
        end -= 1
      } else if end - 2 >= start, last >= 0x80, blank(at: end - 2) == 2 {
        end -= 2
      } else if end - 3 >= start, last >= 0x80, blank(at: end - 3) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x0C }

  /// The columns that the range takes on a terminal, nearly: letters of East Asia take two.
  func width(_ range: Range<Int>) -> Int {
    var width = 0
    for i in range {
      let byte = self[i]
      if byte < 0x80 { width += 1 } else if byte >= 0xC0 { width += byte >= 0xE3 && byte != 0xEF ? 2 : 1 }
    }
    return width
  }

  /// The code point that begins at `i`, U+FFFD where none does.
  func scalar(at i: Int) -> UInt32 {
    let lead = UInt32(self[i])
    if lead < 0x80 { return lead }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC0, i + length <= count else { return 0xFFFD }
    var value = lead & (0xFF >> UInt32(length + 1))
    for k in 1..<length { value = value << 6 | UInt32(self[i + k] & 0x3F) }
    return value
  }

  /// The code point that ends before `end`.
  func scalar(before end: Int, from start: Int = 0) -> UInt32 {
    var i = end - 1
    while i > start, self[i] & 0xC0 == 0x80 { i -= 1 }
    return scalar(at: i)
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
  }
}

/// What a code point does in a line of text.
enum Signs {
  /// Ends a sentence: `.` `!` `?` `…` and their like in other scripts.
  static func endsSentence(_ c: UInt32) -> Bool {
    switch c {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0xFF61, 0x61F, 0x6D4, 0x964, 0x965, 0x589, 0x1362,
      0x17D4, 0x104B:
      true
    default: false
    }
  }

  /// Closes what a sentence may end in: quotation marks and brackets.
  static func closes(_ c: UInt32) -> Bool {
    switch c {
    case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D, 0x201C, 0x203A, 0x300D, 0x300F, 0xFF09, 0x3011: true
    default: false
    }
  }

  /// Han and kana: scripts that part no words, so that lines join without a space.
  static func isIdeograph(_ c: UInt32) -> Bool {
    (0x2E80...0x9FFF).contains(c) || (0xF900...0xFAFF).contains(c) || (0xFF01...0xFF60).contains(c)
      || (0x20000...0x3FFFF).contains(c)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the text ends as a sentence does, closing quotation marks and brackets aside.
  func endsSentence(_ range: Range<Int>) -> Bool {
    var end = trimmed(range).upperBound
    while end > range.lowerBound {
      let last = scalar(before: end, from: range.lowerBound)
      if Signs.endsSentence(last) { return true }
      var start = end - 1
      while start > range.lowerBound, self[start] & 0xC0 == 0x80 { start -= 1 }
      let isBlank = blank(at: start) > 0
      guard Signs.closes(last) || isBlank else { return false }
      end = start
    }
    return false
  }
}
