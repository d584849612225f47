import ICU

/// Text that was once read in the wrong encoding and saved like that: `Ã©` for `é`, `РїСЂРё` for `при`.
struct Mojibake: Equatable {
  /// What the text was taken for; nil where its letters are lost.
  var encoding: String?
  /// UTF-8 offsets of the first place.
  var range: Range<Int>
  /// What is written there, and what it stands for; nil where that is not known.
  var sample: String
  var meant: String?
  /// What the text had been in before, where that is not UTF-8.
  var original: String?
  var count: Int

  /// The first and the number of such places; nil where there are none, or so few that they may be meant.
  static func find(in text: String) -> Mojibake? {
    text.withBytes { bytes in
      var search = Search(bytes)
      search.run()
      return search.result
    }
  }

  func diagnostic(_ source: SourceText) -> Diagnostic {
    let places = count == 1 ? "" : " (\(count) places)"
    guard let encoding else {
      return Diagnostic(
        .warning, "letters are lost: “\(sample)” was put for them when the text was last converted\(places)",
        at: source.location(range), help: "fetch the text again, and convert it from its true encoding")
    }
    let original = original ?? "UTF-8"
    let what = meant.map { "“\(sample)” seems to stand for “\($0)”: " } ?? "“\(sample)” seems to be "
    let rest = original == "UTF-8" ? "" : " | iconv -f \(original.lowercased()) -t utf-8"
    return Diagnostic(
      .warning, "\(what)\(original) that was read as \(encoding) and saved again\(places)",
      at: source.location(range),
      help: "fetch the text again, or mend it: iconv -c -f utf-8 -t \(encoding.lowercased()) FILE\(rest) > MENDED")
  }
}

extension Mojibake {
  /// One pass over the text. Each letter beyond ASCII is turned back into the byte that it would be in a Windows code page,
  /// and these bytes are looked at: are they UTF-8, and of a letter that texts have?
  private struct Search {
    private let bytes: Bytes
    private var found: [Page: Found] = [:]
    private var lost: Found?
    private var japanese: Found?
    private var chinese: Found?

    private struct Found {
      var range: Range<Int>
      var meant: String
      var count = 0
      /// Places that can hardly be anything else.
      var strong = 0
      /// Where the last one ended.
      var end = -1
    }

    init(_ bytes: Bytes) { self.bytes = bytes }

    var result: Mojibake? {
      for page in [Page.western, .cyrillic] {
        guard let found = found[page], found.strong >= 1 || found.count >= 4 else { continue }
        return Mojibake(
          encoding: page.name, range: found.range, sample: bytes.string(found.range), meant: found.meant,
          count: found.count)
      }
      for (name, found) in [("Shift_JIS", japanese), ("gb18030", chinese)] {
        guard let found, found.count >= 3 else { continue }
        return Mojibake(encoding: name, range: found.range, sample: bytes.string(found.range), count: found.count)
      }
      if let swapped = SwappedLetters.find(in: bytes) { return swapped }
      guard let lost else { return nil }
      return Mojibake(
        encoding: nil, range: lost.range, sample: bytes.string(lost.range), meant: nil, count: lost.count)
    }

    mutating func run() {
      var i = 0
      while i < bytes.count {
        switch bytes[i] {
        // Â Ã Ä Å â ã å æ ç è é ê ë ì í î Î Ï Ð Ñ × Ø Ù Ú Û à ï ð
        case 0xC3: i = look(at: i, .western)
        // Р С, which Cyrillic texts are full of.
        case 0xD0 where i + 1 < bytes.count && (bytes[i + 1] == 0xA0 || bytes[i + 1] == 0xA1):
          i = look(at: i, .cyrillic)
        // вЂ, the beginning of quotation marks and dashes.
        case 0xD0 where bytes.has("вЂ", at: i): i = look(at: i, .cyrillic)
        // “锟斤拷”: two U+FFFD in UTF-8 that were read as GBK.
        case 0xE9 where bytes.has("锟斤拷", at: i):
          note(lost: i..<i + 9)
          i += 9
        // Kana in UTF-8 that were read as Shift_JIS, and signs that were read as GBK: letters that hardly any text has.
        case 0xE7 where bytes.has("縺", at: i) || bytes.has("繧", at: i) || bytes.has("繝", at: i):
          Self.note(i..<i + 3, in: &japanese)
          i += 3
        case 0xE9 where bytes.has("锛", at: i) || bytes.has("銆", at: i):
          Self.note(i..<i + 3, in: &chinese)
          i += 3
        default: i += 1
        }
      }
    }

    private static func note(_ range: Range<Int>, in found: inout Found?) {
      if found == nil { found = Found(range: range, meant: "") }
      found?.count += 1
    }

    private mutating func note(lost range: Range<Int>) {
      Self.note(range, in: &lost)
    }

    /// Looks whether a sequence begins here; returns where to go on.
    private mutating func look(at start: Int, _ page: Page) -> Int {
      var units: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
      var i = start
      guard let lead = page.byte(bytes, &i) else { return start + 2 }
      let second = i
      let length: Int
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF: length = 3
      case 0xF0: length = 4
      default: return second
      }
      units.0 = lead
      for k in 1..<length {
        guard i < bytes.count, let byte = page.byte(bytes, &i), byte & 0xC0 == 0x80 else { return second }
        switch k {
        case 1: units.1 = byte
        case 2: units.2 = byte
        default: units.3 = byte
        }
      }
      let meant = withUnsafeBytes(of: units) { Array($0.prefix(length)) }
      guard let text = String(validating: meant, as: UTF8.self), let scalar = text.unicodeScalars.first?.value,
        page.mayMean(scalar)
      else { return second }
      note(start..<i, page, text, length, scalar)
      return i
    }

    private mutating func note(_ range: Range<Int>, _ page: Page, _ meant: String, _ length: Int, _ scalar: UInt32) {
      if scalar == 0xFFFD { return note(lost: range) }
      var now = found[page] ?? Found(range: range, meant: meant)
      now.count += 1
      // One after the other, or of three: nobody writes that. `Ã©`, too: a small letter, written as a capital and a sign.
      if length >= 3 || now.end == range.lowerBound || page.isStrong(scalar, bytes, range) { now.strong += 1 }
      now.end = range.upperBound
      found[page] = now
    }
  }

  /// The code pages that UTF-8 is most often taken for.
  fileprivate enum Page {
    case western, cyrillic

    var name: String { self == .western ? "windows-1252" : "windows-1251" }

    /// The byte that a character beyond ASCII is in this page; moves past it.
    func byte(_ bytes: Bytes, _ i: inout Int) -> UInt8? {
      guard bytes[i] >= 0xC2 else { return nil }
      let scalar = bytes.scalar(at: i)
      i += bytes[i] < 0xE0 ? 2 : bytes[i] < 0xF0 ? 3 : 4
      if (0x80...0x9F).contains(scalar) { return UInt8(scalar) }
      if self == .western, (0xA0...0xFF).contains(scalar) { return UInt8(scalar) }
      return (self == .western ? Self.westernBytes : Self.cyrillicBytes)[scalar]
    }

    /// Letters and signs that were in the text before: what else UTF-8 could mean is rarer than the signs themselves.
    func mayMean(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0xA0...0xFF: true
      case 0x100...0x17F, 0x386...0x3CE, 0x400...0x491, 0x5D0...0x5EA, 0x60C...0x6D5: true
      case 0x900...0xDFF, 0xE01...0xE5B, 0x1EA0...0x1EF9, 0x2010...0x203A, 0x20A0...0x20C0, 0x2116, 0x2122: true
      case 0x3000...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFEFF...0xFF5E, 0xFFFD, 0x1F300...0x1FAFF: true
      default: false
      }
    }

    /// `Ã` or `Â` and a sign that never follows a capital, and no capital before it: the letters of a cry have neighbours.
    func isStrong(_ scalar: UInt32, _ bytes: Bytes, _ range: Range<Int>) -> Bool {
      guard self == .western, (0xA1...0xFF).contains(scalar) else { return false }
      let last = bytes.scalar(before: range.upperBound, from: range.lowerBound)
      switch last {
      // Quotation marks, dashes and dots close and part what was cried.
      case 0xA0, 0xAB, 0xBB, 0xAA, 0xBA, 0xB7, 0x2018...0x201E, 0x2013, 0x2014, 0x2026, 0x2039, 0x203A, 0x20AC, 0x2122:
        return false
      default: break
      }
      guard range.lowerBound > 0 else { return true }
      return !(0x41...0x5A).contains(bytes[range.lowerBound - 1])
    }

    private static let westernBytes = table("windows-1252")
    private static let cyrillicBytes = table("windows-1251")

    /// What the bytes from 0x80 on are in a page of one byte a character, turned around.
    private static func table(_ name: String) -> [UInt32: UInt8] {
      let all = Array(UInt8(0x80)...UInt8(0xFF))
      let text = all.withUnsafeBufferPointer { Charset(name).decode($0)?.text } ?? ""
      return Dictionary(zip(text.unicodeScalars.map(\.value), all), uniquingKeysWith: { first, _ in first })
    }
  }
}

/// Text of one byte a letter that was read as windows-1252 and saved again: `Ïðèâåò` for `Привет`.
private enum SwappedLetters {
  private static let enough = 20_000

  /// Where hardly any letter is ASCII, the bytes that the letters were before are read as bytes without a declaration are.
  static func find(in bytes: Bytes) -> Mojibake? {
    var end = min(bytes.count, enough)
    while end < bytes.count, end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let bytes = UnsafeBufferPointer(rebasing: bytes[..<end])
    guard let first = firstOfMany(bytes) else { return nil }
    var original: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x80 {
        original.append(bytes[i])
        i += 1
      } else {
        guard let byte = Mojibake.Page.western.byte(bytes, &i) else { return nil }
        original.append(byte)
      }
    }
    let guess = original.withUnsafeBufferPointer { EncodingGuess.best($0) }
    guard guess.score > 0.5, guess.encoding.name != "windows-1252" else { return nil }
    let word = Array(original.drop { $0 < 0xC0 }.prefix { $0 >= 0xC0 })
    let meant = word.withUnsafeBufferPointer { guess.encoding.charset?.decode($0)?.text }
    var last = first
    while last < bytes.count, bytes[last] == 0xC3 { last += 2 }
    return Mojibake(
      encoding: "windows-1252", range: first..<last, sample: bytes.string(first..<last), meant: meant,
      original: guess.encoding.name, count: 1)
  }

  /// The first accented letter of the West, where nearly all letters are such.
  private static func firstOfMany(_ bytes: Bytes) -> Int? {
    var ascii = 0
    var accented = 0
    var first: Int?
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      // Another alphabet.
      if (0xC6..<0xE2).contains(byte) || byte > 0xE2 { return nil }
      if (0x41...0x5A).contains(byte & 0xDF) { ascii += 1 }
      if byte == 0xC3 {
        if first == nil { first = i }
        accented += 1
      }
      i += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
    }
    return accented >= 40 && accented > 3 * ascii ? first : nil
  }
}
