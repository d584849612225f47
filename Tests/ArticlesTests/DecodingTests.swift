import Testing

@testable import Articles

/// What a file says of its encoding, what comes of it, and bytes that are no text.
struct DecodingTests {
  private func decode(_ text: String, _ bytes: [UInt8] = [], _ rest: String = "") -> DecodedText {
    TextDecoder.decode(Array(text.utf8) + bytes + Array(rest.utf8))
  }

  /// “Привет” in windows-1251.
  private let cyrillic: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]

  @Test(arguments: [
    #"<meta charset="windows-1251">"#, "<META CHARSET=windows-1251>", "<meta name=x charset = 'windows-1251' />",
    #"<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">"#,
    #"<meta content='text/html;charset=windows-1251' http-equiv=content-type>"#,
    #"<!-- <meta charset="koi8-r"> --><meta charset="windows-1251">"#,
    #"<meta name="description" content="charset=koi8-r"><meta charset="cp1251">"#,
    #"<?xml version="1.0" encoding="windows-1251"?>"#, "<?xml version='1.0' encoding = 'WINDOWS-1251' ?>",
    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\n\r\n",
    "From: a@b.example\nContent-Type: text/plain;\n  charset=\"windows-1251\"\n\n",
  ]) func declarationsAreFound(_ head: String) {
    let decoded = decode(head, cyrillic)
    #expect(decoded.text == head + "Привет")
    #expect(decoded.encoding == "windows-1251")
    #expect(decoded.origin == .declared)
    #expect(decoded.rejected == nil)
  }

  @Test(arguments: [
    "<meta charset=>", "<meta", "<meta charset=\"windows-1251", "<!-- <meta charset=koi8-r>", "<metacharset=koi8-r>",
    "<?xml version='1.0' encoding='koi8-r", "charset=koi8-r", "<meta content='charset='>", "Content-Type:",
    "<meta http-equiv=content-type content=\"text/html; charset=\">", "<meta charset=\"\" x",
  ]) func whatIsNoDeclarationIsNone(_ head: String) {
    let bytes = Array(head.utf8)
    #expect(bytes.withUnsafeBufferPointer { DeclaredCharset.find(in: $0) } == nil)
  }

  @Test(arguments: [
    ("iso-8859-1", "windows-1252"), (" Latin1 ", "windows-1252"), ("US-ASCII", "windows-1252"), ("UTF8", "UTF-8"),
    ("iso-8859-9", "windows-1254"), ("tis-620", "windows-874"), ("gb2312", "GBK"), ("ks_c_5601-1987", "EUC-KR"),
    ("shift-jis", "Shift_JIS"), ("sjis", "Shift_JIS"), ("x-sjis", "Shift_JIS"), ("big5-hkscs", "Big5"),
    ("koi8-ru", "KOI8-U"), ("utf-16", "UTF-16LE"),
  ]) func labelsMeanWhatBrowsersTakeThemFor(_ label: String, _ name: String) {
    #expect(TextEncoding(label: label)?.name == name)
  }

  @Test func everyEncodingHasAConverter() {
    for name in TextEncoding.names where name != "UTF-8" {
      #expect(TextEncoding(label: name)?.charset?.exists == true, "\(name)")
    }
  }

  @Test func whatCameWithTheBytesWins() {
    let decoded = TextDecoder.decode(cyrillic, declared: "cp1251")
    #expect(decoded.text == "Привет")
    #expect(decoded.origin == .declared)
  }

  @Test func aDeclarationThatIsNotTrueGivesWay() {
    let wrong = decode("<meta charset=iso-8859-1><p>Déjà vu à Orléans, été 2020</p>")
    #expect(wrong.encoding == "UTF-8")
    #expect(wrong.rejected == "iso-8859-1")
    let latin = decode("<meta charset=utf-8><p>D", [0xE9], "j")
    #expect(latin.text == "<meta charset=utf-8><p>Déj")
    #expect(latin.encoding == "windows-1252")
    #expect(latin.rejected == "utf-8")
    let unknown = decode("<meta charset=martian><p>Déjà vu")
    #expect(unknown.encoding == "UTF-8")
    #expect(unknown.rejected == "martian")
    // Nobody could read this line if the page were UTF-16.
    #expect(decode("<meta charset=utf-16><p>Déjà vu").text.hasSuffix("Déjà vu"))
  }

  @Test func asciiIsWhatItIsDeclaredToBe() {
    let decoded = decode("<meta charset=koi8-r><p>12 soldiers")
    #expect(decoded.encoding == "KOI8-R")
    #expect(decoded.origin == .declared)
    #expect(decode("12 soldiers").origin == .utf8)
  }

  @Test(arguments: [
    ([0xEF, 0xBB, 0xBF, 0x61], "UTF-8"), ([0xFF, 0xFE, 0x61, 0], "UTF-16LE"), ([0xFE, 0xFF, 0, 0x61], "UTF-16BE"),
    ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32BE"),
  ]) func marksTell(_ bytes: [UInt8], _ name: String) {
    let decoded = TextDecoder.decode(bytes)
    #expect(decoded.text == "\u{FEFF}a")
    #expect(decoded.encoding == name)
    #expect(decoded.origin == .bom)
    #expect(decoded.faults == 0)
  }

  // MARK: Damage

  /// Overlong forms, surrogates, cut sequences, lone bytes: one U+FFFD for each maximal part (Unicode 15, table 3-8).
  @Test(arguments: [
    ([0xC0, 0xAF], 2), ([0xE0, 0x80, 0xAF], 3), ([0xED, 0xA0, 0x80], 3), ([0xF4, 0x90, 0x80, 0x80], 4), ([0x80], 1),
    ([0xE2, 0x82], 1), ([0xFF], 1), ([0xF0, 0x9F, 0x98], 1), ([0xE2, 0x82, 0x41], 1), ([0xC3], 1),
  ]) func damagedUTF8LosesNoMore(_ bytes: [UInt8], _ faults: Int) {
    let text = "Größere Änderungen für Köln und Düren: "
    let decoded = decode(text, bytes, " — öfter")
    #expect(decoded.encoding == "UTF-8")
    #expect(decoded.faults == faults)
    #expect(decoded.firstFault == text.utf8.count)
    #expect(decoded.text.hasPrefix(text + "\u{FFFD}"))
    #expect(decoded.text.hasSuffix(" — öfter"))
    #expect(decoded.text.unicodeScalars.count { $0 == "\u{FFFD}" } == faults)
    let all = Array(text.utf8) + bytes
    #expect(
      all.withUnsafeBufferPointer { UTF8Check.codePoints($0) }
        == String(decoding: all, as: UTF8.self).unicodeScalars.count)
  }

  @Test func loneSurrogatesAndOddBytesOfUTF16() {
    let decoded = TextDecoder.decode([0xFF, 0xFE, 0x61, 0, 0x00, 0xD8, 0x62, 0, 0x63])
    #expect(decoded.text == "\u{FEFF}a\u{FFFD}b\u{FFFD}")
    #expect(decoded.faults == 2)
    #expect(decoded.firstFault == 4)
  }

  @Test func aLostNULIsDamageAndManyAreNoText() {
    let text = String(repeating: "Twelve soldiers have left the country. ", count: 40)
    let decoded = decode(text, [0], "And more.")
    #expect(decoded.zero == nil)
    #expect(decoded.faults == 1)
    #expect(decoded.firstFault == text.utf8.count)
    #expect(decoded.text == text + "\u{FFFD}And more.")
    #expect(TextDecoder.decode([0x61, 0, 1, 2, 0x61, 0, 0x62, 3, 0, 0, 0x63]).zero != nil)
  }

  /// No bytes may crash it, and what was text comes out as it went in.
  @Test func anyBytesAreDecoded() {
    var random = SplitMix(seed: 7)
    for length in [0, 1, 2, 3, 7, 64, 500] {
      for _ in 0..<20 {
        let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
        let decoded = TextDecoder.decode(bytes)
        if let first = decoded.firstFault {
          #expect(Array(decoded.text.utf8)[first...].starts(with: [0xEF, 0xBF, 0xBD]))
        }
      }
    }
  }

  @Test func mixedEncodingsKeepTheLargerPart() {
    let decoded = decode("L’été à Orléans a été très chaud, précise Gaël. Le pr", [0xE9], "fet l’a confirmé.")
    #expect(decoded.encoding == "UTF-8")
    #expect(decoded.faults == 1)
    #expect(decoded.text.contains("Le pr\u{FFFD}fet l’a confirmé"))
  }
}

/// Random numbers that are the same each time (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
