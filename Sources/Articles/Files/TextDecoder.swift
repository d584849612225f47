import ICU

/// Bytes made text, and how.
struct DecodedText {
  /// A byte order mark stays in it.
  var text: String
  /// By its IANA name.
  var encoding: String
  var origin: EncodingOrigin
  /// Byte sequences that begin no character; each is U+FFFD in the text.
  var faults = 0
  /// The UTF-8 offset in `text` of the first.
  var firstFault: Int?
  /// What was declared but is not true.
  var rejected: String?
  /// Whether the encoding is a guess that may well be wrong.
  var isDoubtful = false
  /// The offset of the first NUL in the bytes, where there are so many that they are no text.
  var zero: Int?
}

/// Finds the encoding of bytes and decodes them: by the byte order mark, by what is declared, as UTF-8 where all of them
/// are, as UTF-16 or UTF-32 where the zeros stand so, else by trying what is likely (``EncodingGuess``).
enum TextDecoder {
  /// - Parameters:
  ///   - bytes: the whole text, unpacked.
  ///   - declared: what came with it says of its encoding: the `charset` of a header. What the bytes themselves declare
  ///     is looked for where this is nil.
  static func decode(_ bytes: [UInt8], declared: String? = nil) -> DecodedText {
    bytes.withUnsafeBufferPointer { decode($0, declared: declared) }
  }

  static func decode(_ bytes: Bytes, declared: String? = nil) -> DecodedText {
    if let marked = byMark(bytes) { return marked }
    let scan = UTF8Check.scan(bytes)
    if scan.nul != nil || scan.fault.map({ bytes[$0...].contains(0) }) ?? false {
      if let wide = WideText.encoding(bytes) { return decoded(bytes, .named(wide), .guessed) }
      return withZeros(bytes, declared)
    }
    let label = declared ?? DeclaredCharset.find(in: bytes)?.label
    let named = label.flatMap { TextEncoding(label: $0) }
    // A declaration that could be read in ASCII is none of UTF-16.
    let encoding = named.flatMap { $0.name.hasPrefix("UTF-16") || $0.name.hasPrefix("UTF-32") ? .utf8 : $0 }
    var result: DecodedText
    if scan.fault == nil {
      result = sound(bytes, scan, encoding)
    } else {
      result = faulty(bytes, encoding)
    }
    if let label, named == nil || (result.origin != .declared) { result.rejected = label }
    return result
  }

  /// Text with a lost NUL here and there: each becomes U+FFFD, as bytes do that are no character.
  private static func withZeros(_ bytes: Bytes, _ declared: String?) -> DecodedText {
    var without: [UInt8] = []
    without.reserveCapacity(bytes.count)
    // SUB stands for what went wrong, and no text has it.
    for byte in bytes { without.append(byte == 0 ? 0x1A : byte) }
    var result = decode(without, declared: declared)
    result.zero = BinaryFile.firstZero(in: bytes)
    let text = result.text.unicodeScalars.map { $0.value == 0x1A ? "\u{FFFD}" : $0 }
    var first: Int?
    var offset = 0
    for scalar in text {
      if scalar == "\u{FFFD}", first == nil { first = offset }
      offset += UTF8.width(scalar)
    }
    result.faults += bytes.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
    result.firstFault = first
    result.text = String(String.UnicodeScalarView(text))
    return result
  }

  // MARK: By mark

  private static let marks: [([UInt8], String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
    ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"), ([0x84, 0x31, 0x95, 0x33], "gb18030"),
  ]

  /// The name of the encoding that a byte order mark at the beginning of a text tells.
  static func mark(_ head: some Collection<UInt8>) -> String? { marks.first { head.starts(with: $0.0) }?.1 }

  private static func byMark(_ bytes: Bytes) -> DecodedText? {
    guard let name = mark(bytes) else { return nil }
    return decoded(bytes, .named(name), .bom)
  }

  private static func decoded(_ bytes: Bytes, _ encoding: TextEncoding, _ origin: EncodingOrigin) -> DecodedText {
    guard let decoded = encoding.charset?.decode(bytes) else {
      let repaired = UTF8Check.repair(bytes)
      return DecodedText(
        text: repaired.text, encoding: "UTF-8", origin: origin, faults: repaired.faults,
        firstFault: repaired.firstFault)
    }
    return DecodedText(
      text: decoded.text, encoding: encoding.name, origin: origin, faults: decoded.faults,
      firstFault: decoded.firstFault)
  }

  // MARK: UTF-8 or not

  /// Bytes that all are UTF-8.
  private static func sound(_ bytes: Bytes, _ scan: UTF8Check.Scan, _ declared: TextEncoding?) -> DecodedText {
    if scan.isASCII, let escaped = EncodingGuess.escapes(bytes) {
      return decoded(bytes, escaped, declared == escaped ? .declared : .guessed)
    }
    if let declared, declared != .utf8, !scan.isASCII, prefers(declared, bytes) {
      return decoded(bytes, declared, .declared)
    }
    let isTrue = declared.map { $0 == .utf8 || (scan.isASCII && $0.keepsASCII) } ?? false
    return DecodedText(
      text: String(decoding: bytes, as: UTF8.self), encoding: isTrue ? declared?.name ?? "UTF-8" : "UTF-8",
      origin: isTrue ? .declared : .utf8)
  }

  /// Whether bytes are what they are declared to be though they are UTF-8, too. A few letters may be both by chance.
  private static func prefers(_ declared: TextEncoding, _ bytes: Bytes) -> Bool {
    var leads = 0
    for byte in bytes where byte >= 0xC0 {
      leads += byte >= 0xE0 ? 2 : 1
      if leads > 6 { return false }
    }
    return EncodingGuess.score(bytes, declared) > EncodingGuess.score(bytes, .utf8) + 0.5
  }

  /// Bytes that are no UTF-8, or not all of them.
  private static func faulty(_ bytes: Bytes, _ declared: TextEncoding?) -> DecodedText {
    let repaired = UTF8Check.repair(bytes)
    if repaired.soundBytes > 2 * repaired.faults || (declared == .utf8 && repaired.soundBytes >= repaired.faults) {
      return DecodedText(
        text: repaired.text, encoding: "UTF-8", origin: declared == .utf8 ? .declared : .guessed,
        faults: repaired.faults, firstFault: repaired.firstFault)
    }
    if let declared, declared != .utf8 {
      let result = decoded(bytes, declared, .declared)
      if !isNonsense(result, bytes, declared) { return result }
    }
    let guess = EncodingGuess.best(bytes)
    var result = decoded(bytes, guess.encoding, .guessed)
    result.isDoubtful = guess.isDoubtful
    return result
  }

  /// Whether what was declared makes no text, and something else makes a good one.
  private static func isNonsense(_ result: DecodedText, _ bytes: Bytes, _ declared: TextEncoding) -> Bool {
    let high = bytes.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
    if result.faults * 10 > high { return true }
    let score = EncodingGuess.score(bytes, declared)
    return score < 0 && EncodingGuess.best(bytes).score > score + 0.7
  }
}

/// UTF-16 and UTF-32 without a byte order mark.
enum WideText {
  private static let enough = 1 << 12

  /// Told by where the zeros stand, and by whether all units are code points.
  static func encoding(_ bytes: Bytes) -> String? {
    let head = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, enough)])
    guard head.count >= 4 else { return nil }
    var zeros = [0, 0, 0, 0]
    for (i, byte) in head.enumerated() where byte == 0 { zeros[i % 4] += 1 }
    let quarter = head.count / 4
    if zeros[3] == quarter, zeros[2] * 10 >= quarter * 9, isUTF32(head, [0, 1, 2]) { return "UTF-32LE" }
    if zeros[0] >= quarter, zeros[1] * 10 >= quarter * 9, isUTF32(head, [3, 2, 1]) { return "UTF-32BE" }
    // Bytes that ASCII text does not have: half of those of UTF-16 in Latin letters, many in every script.
    let foreign = head.reduce(0) { $0 + ($1 >= 0x80 || $1 < 0x09 || (0x0E..<0x20).contains($1) ? 1 : 0) }
    guard foreign * 6 >= head.count else { return nil }
    let big = zeros[0] + zeros[2]
    let little = zeros[1] + zeros[3]
    if little >= 4 * max(1, big) { return isUTF16(head, high: 1) ? "UTF-16LE" : nil }
    if big >= 4 * max(1, little) { return isUTF16(head, high: 0) ? "UTF-16BE" : nil }
    // In Han, of which there are also letters that end in a zero, the wrong order gives what is no letter.
    return isUTF16(head, high: 1) ? "UTF-16LE" : isUTF16(head, high: 0) ? "UTF-16BE" : nil
  }

  private static func isUTF32(_ bytes: Bytes, _ order: [Int]) -> Bool {
    stride(from: 0, to: bytes.count - 3, by: 4).allSatisfy { i in
      let value = UInt32(bytes[i + order[0]]) | UInt32(bytes[i + order[1]]) << 8 | UInt32(bytes[i + order[2]]) << 16
      return Unicode.Scalar(value) != nil && isText(value)
    }
  }

  /// Nearly all units are of letters and signs that texts have.
  private static func isUTF16(_ bytes: Bytes, high: Int) -> Bool {
    var units = 0
    var odd = 0
    for i in stride(from: 0, to: bytes.count - 1, by: 2) {
      let unit = UInt32(bytes[i + high]) << 8 | UInt32(bytes[i + 1 - high])
      units += 1
      if !isText(unit) || (bytes.count < 16 && unit >= 0x100) { odd += 1 }
    }
    return odd * 50 <= units
  }

  private static func isText(_ c: UInt32) -> Bool {
    switch c {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20..<0x7F, 0xA0..<0xA000, 0xAC00..<0xE000, 0xF900..<0xFFFE, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
