import ICU
import Synchronization

/// The encoding of bytes that do not name it and are no UTF-8: each that is likely is tried on a part of the text, and the
/// one wins whose text is the most like a language.
struct EncodingGuess {
  var encoding: TextEncoding
  /// From about 1, where every letter fits, to below 0, where hardly any does.
  var score: Double

  /// Whether the text may well be another one.
  var isDoubtful: Bool { score < 0.35 }

  /// How much of a text is tried, in bytes.
  private static let enough = 1600
  /// How many of the candidates are asked for their language, and how far these may be behind the best.
  private static let finalists = 6
  private static let margin = 0.6

  /// In the order in which they win where nothing tells them apart.
  private static let candidates = (["windows-1252"] + eastAsian + singleByte.dropFirst()).map(TextEncoding.named)

  private static let eastAsian = ["gb18030", "Shift_JIS", "Big5", "EUC-KR", "EUC-JP"]

  fileprivate static let singleByte = [
    "windows-1252", "windows-1251", "windows-1250", "windows-1254", "windows-1256", "windows-1253", "windows-1255",
    "windows-1257", "windows-874", "windows-1258", "KOI8-R", "KOI8-U", "ISO-8859-2", "ISO-8859-5", "ISO-8859-15",
    "ISO-8859-7", "ISO-8859-6", "ISO-8859-8", "ISO-8859-13", "ISO-8859-4", "IBM866", "macintosh", "x-mac-cyrillic",
  ]

  static func best(_ bytes: Bytes) -> EncodingGuess {
    if let escaped = escapes(bytes) { return EncodingGuess(encoding: escaped, score: 1) }
    let sample = sample(bytes)
    return sample.withUnsafeBufferPointer { best(ofSample: $0) }
  }

  private static func best(ofSample sample: Bytes) -> EncodingGuess {
    let detected = detected(sample)
    var rated: [(encoding: TextEncoding, order: Int, plausibility: Plausibility)] = []
    for (order, encoding) in candidates.enumerated() {
      guard var plausibility = Plausibility(sample, encoding) else { continue }
      // The detector knows which letters follow which in some languages; it is a hint, no more.
      plausibility.score += 0.2 * (detected[encoding.name] ?? 0) - 0.0005 * Double(order)
      rated.append((encoding, order, plausibility))
    }
    rated.sort { ($0.plausibility.score, $1.order) > ($1.plausibility.score, $0.order) }
    var best = EncodingGuess(encoding: .named("windows-1252"), score: -.infinity)
    guard let first = rated.first?.plausibility.score else { return best }
    // Many encodings differ in letters that a text does not have. Bytes, for strings compare by their normal forms.
    var known: [(text: [UInt8], bonus: Double)] = []
    for (encoding, _, plausibility) in rated.prefix(finalists) where plausibility.score > first - margin {
      let text = plausibility.text
      let bytes = Array(text.utf8)
      let bonus = known.first { $0.text == bytes }?.bonus ?? plausibility.languageBonus(text)
      known.append((bytes, bonus))
      let score = plausibility.score + bonus
      if score > best.score { best = EncodingGuess(encoding: encoding, score: score) }
    }
    return best
  }

  /// How sure ICU's detector is of each encoding. What it says of one holds for those that differ from it in signs alone.
  private static func detected(_ sample: Bytes) -> [String: Double] {
    let families = [
      ["windows-1252", "ISO-8859-15"], ["windows-1250", "ISO-8859-2"], ["windows-1253", "ISO-8859-7"],
      ["windows-1255", "ISO-8859-8"], ["KOI8-R", "KOI8-U"],
    ]
    var detected: [String: Double] = [:]
    for guess in Charset.guesses(sample) {
      guard let name = TextEncoding(label: guess.name)?.name else { continue }
      for name in families.first(where: { $0.contains(name) }) ?? [name] {
        detected[name] = max(detected[name] ?? 0, guess.confidence)
      }
    }
    return detected
  }

  /// How much the text of bytes in an encoding is like a language, from about 1 to below 0.
  static func score(_ bytes: Bytes, _ encoding: TextEncoding) -> Double {
    let sample = sample(bytes)
    return sample.withUnsafeBufferPointer { sample in
      guard let plausibility = Plausibility(sample, encoding) else { return -.infinity }
      return plausibility.score + plausibility.languageBonus(plausibility.text)
    }
  }

  /// ISO-2022, which switches between alphabets by escape sequences and is all ASCII.
  static func escapes(_ bytes: Bytes) -> TextEncoding? {
    guard let escape = bytes.firstIndex(of: 0x1B), escape + 3 < bytes.count, bytes[escape + 1] == UInt8(ascii: "$")
    else { return nil }
    switch bytes[escape + 2] {
    case UInt8(ascii: "B"), UInt8(ascii: "@"): return .named("ISO-2022-JP")
    case UInt8(ascii: ")") where bytes[escape + 3] == UInt8(ascii: "C"): return .named("ISO-2022-KR")
    default: return nil
    }
  }

  /// The stretches between line ends and tags in which there is anything but ASCII. No encoding that is tried has a line
  /// end or an angle bracket inside a character.
  private static func sample(_ bytes: Bytes) -> [UInt8] {
    var sample: [UInt8] = []
    var start = 0
    var isHigh = false
    for i in 0...bytes.count {
      let byte = i < bytes.count ? bytes[i] : 0x0A
      if byte >= 0x80 { isHigh = true }
      guard byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") else { continue }
      if isHigh {
        sample.append(contentsOf: bytes[start..<min(i, start + enough - sample.count)])
        sample.append(0x0A)
        if sample.count >= enough { break }
      }
      isHigh = false
      start = i + 1
    }
    return sample
  }
}

/// How much a text looks like one.
private struct Plausibility {
  var score: Double
  private let sample: Bytes
  private let encoding: TextEncoding
  /// Letters that are not ASCII.
  private let letters: [UInt32]
  /// All that is not ASCII.
  private let count: Int
  private let isEastAsian: Bool

  /// Nil where the bytes are hardly any text in that encoding.
  init?(_ sample: Bytes, _ encoding: TextEncoding) {
    self.sample = sample
    self.encoding = encoding
    let name = encoding.name == "GBK" ? "gb18030" : encoding.name
    if let kind = EastAsianZones.Kind(rawValue: name) {
      isEastAsian = true
      letters = []
      let zones = EastAsianZones(sample, kind)
      count = zones.count
      score = zones.score
      guard score > -0.5, let decoded = encoding.charset?.decode(sample) else { return nil }
      // The sample may end inside a character.
      let faults = max(0, decoded.faults - 1)
      if faults * 20 > count { return nil }
      score -= 4 * Double(faults) / Double(count)
      if zones.asciiLetters > 4 * count { score -= 1 } else if count < 4 { score -= 0.5 }
      return
    }
    isEastAsian = false
    var shape = LetterShape()
    if let alphabet = SingleByteAlphabet.named(name) {
      for byte in sample { shape.add(alphabet.scalars[Int(byte)], alphabet.kinds[Int(byte)]) }
    } else {
      for scalar in Self.decode(sample, encoding).unicodeScalars { shape.add(scalar.value) }
    }
    shape.finish()
    guard shape.count > 0 else { return nil }
    count = shape.count
    letters = shape.letters
    score = (0.5 * Double(letters.count) + shape.points) / Double(count)
    if score < -1.5 { return nil }
  }

  private static func decode(_ sample: Bytes, _ encoding: TextEncoding) -> String {
    guard let charset = encoding.charset else { return String(decoding: sample, as: UTF8.self) }
    return charset.decode(sample)?.text ?? ""
  }

  var text: String { Self.decode(sample, encoding) }

  /// What speaks for the text in the language that it seems to be in.
  func languageBonus(_ text: String) -> Double {
    let guess = LanguageIdentifier.identify(text.withBytes { $0.string(0..<min($0.count, Self.enough)) })
    if guess.language == "und" {
      guard let languages = Self.languages[encoding.name] else { return -0.2 }
      return (languages.map(points).max() ?? 0) - 0.3
    }
    return 0.2 * guess.confidence + (isEastAsian ? 0 : points(guess.language))
  }

  /// How much of a text is looked at for its language, in bytes.
  private static let enough = 1000

  /// Where a text is too short to tell its language: those in whose letters these encodings differ.
  private static let languages: [String: [String]] = {
    let west = ["fr", "de", "es", "pt", "it", "sv", "nb", "fi", "nl"]
    let middle = ["pl", "cs", "hu", "sk", "sl", "hr", "ro"]
    let baltic = ["lt", "lv", "et"]
    let cyrillic = ["ru", "uk", "bg", "sr"]
    return [
      "windows-1252": west, "ISO-8859-15": west, "macintosh": west, "windows-1250": middle, "ISO-8859-2": middle,
      "windows-1254": ["tr"], "windows-1257": baltic, "ISO-8859-13": baltic, "ISO-8859-4": baltic,
      "windows-1251": cyrillic, "KOI8-R": ["ru"], "KOI8-U": ["uk"], "ISO-8859-5": cyrillic, "IBM866": ["ru"],
      "x-mac-cyrillic": cyrillic,
    ]
  }()

  /// How far the letters are those of a language.
  private func points(_ language: String) -> Double {
    let known = LettersOfLanguages.letters(of: language)
    let points = letters.reduce(0.0) { sum, letter in
      if known.contains(letter) { return sum + 0.5 }
      // Names and loan words bring the letters of neighbours.
      return sum - (Self.isWestern(letter) ? 0.2 : 0.7)
    }
    return points / Double(count)
  }

  /// Letters of Western Europe, those of Icelandic alone left out.
  private static func isWestern(_ letter: UInt32) -> Bool {
    switch letter {
    case 0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE: false
    default: (0xC0...0xFF).contains(letter)
    }
  }
}

/// The letters of each language, asked for once.
private enum LettersOfLanguages {
  private static let cache = Mutex<[String: Set<UInt32>]>([:])

  static func letters(of language: String) -> Set<UInt32> {
    cache.withLock { cache in
      if let known = cache[language] { return known }
      let letters = Charset.letters(of: language)
      cache[language] = letters
      return letters
    }
  }
}

/// What each byte is in an encoding of one byte a letter.
private struct SingleByteAlphabet {
  var scalars: [UInt32]
  var kinds: [LetterShape.Kind]

  /// Nil for encodings of another kind.
  static func named(_ name: String) -> SingleByteAlphabet? { all[name] }

  private static let all: [String: SingleByteAlphabet] = {
    let bytes = Array(UInt8.min...UInt8.max)
    var all: [String: SingleByteAlphabet] = [:]
    for name in EncodingGuess.singleByte {
      let text = bytes.withUnsafeBufferPointer { TextEncoding.named(name).charset?.decode($0)?.text ?? "" }
      let scalars = text.unicodeScalars.map(\.value)
      guard scalars.count == bytes.count else { continue }
      all[name] = SingleByteAlphabet(scalars: scalars, kinds: scalars.map(LetterShape.kind))
    }
    return all
  }()
}
