import ICU
import Languages
import Mentions
import Testing

/// Nothing that a file may hold stops the extractor, and whatever it finds lies in the text, in order, without overlap.
@Suite struct RobustnessTests {
  static let languages = ["en", "fr", "de", "ar", "zh", "ja", "ko", "ru", "hi", "th", "xx"]

  @Test(arguments: languages) func survivesNonsense(tag: String) {
    var extractor = MentionExtractor(language: Language.of(tag))
    var generator = Generator(state: 7)
    for _ in 0..<400 {
      let bytes = Self.nonsense(&generator)
      let mentions = bytes.withUnsafeBufferPointer { extractor.mentions(in: $0, reference: Day(number: 18_838)) }
      var last = 0
      for mention in mentions {
        #expect(mention.range.lowerBound >= last && mention.range.upperBound <= bytes.count && !mention.range.isEmpty)
        #expect(
          mention.range.lowerBound <= mention.figure.lowerBound && mention.figure.upperBound <= mention.range.upperBound
        )
        last = mention.range.upperBound
        if case .date(let span) = mention.value, let from = span.from, let to = span.to { #expect(from <= to) }
      }
    }
  }

  /// Bits of numbers and dates in many scripts, cut anywhere and strung together, some bytes broken.
  private static func nonsense(_ generator: inout Generator) -> [UInt8] {
    let pieces = [
      "5", "2,500", "1.234.567,8", "-", "–", "/", ".", ",", "%", "$", "€", "°", "'", "(", ")", "+", "^", "e", "½", "²",
      " ",
      " ", " ", "\u{A0}", "\u{202F}", "\n", "three", "hundred", "and", "a half", "million", "more than", "between",
      "to",
      "May", "2021", "Friday", "last", "week", "deux", "cents", "quatre-vingt-dix", "et demi", "plus de", "juillet",
      "1er",
      "zweitausendfünfhundert", "خمسة", "آلاف", "و", "٥٬٢٠٠", "五", "千", "万", "零", "第", "年", "月", "日", "百分之", "以上",
      "이천", "만", "년", "पाँच", "हज़ार", "тысяч", "пять", "No.", "page", "F-16", "http://a/1", "10:30", "Q3", "\u{0}", "🙂",
      "\u{301}", "\u{200F}", "９", "𝟗", "ninety", "-", "th", "st", "km", "MB", "USD", "ago", "in", "the", "of",
    ]
    var bytes: [UInt8] = []
    for _ in 0..<(generator.next() % 30) {
      bytes += Array(pieces[Int(generator.next() % UInt64(pieces.count))].utf8)
      if generator.next() % 3 == 0 { bytes.append(0x20) }
      if generator.next() % 40 == 0 { bytes.append(UInt8(generator.next() & 0xFF)) }
    }
    if generator.next() % 4 == 0, !bytes.isEmpty { bytes.removeLast() }
    return bytes
  }
}

/// SplitMix64: the same nonsense on every run.
private struct Generator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
