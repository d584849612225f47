/// How much of a text in an encoding of two bytes a character lies in the rows that its language uses: these encodings have
/// their common characters in front, and bytes of another one scatter over all rows.
struct EastAsianZones {
  private var common = 0
  private var rare = 0
  private var signs = 0
  /// Kana; second bytes that are ASCII, in Big5; or the back half of the common characters of GB 2312, where about half of any Chinese text lies.
  private var telling = 0
  private(set) var asciiLetters = 0
  private let encoding: Kind

  enum Kind: String {
    case gb18030
    case big5 = "Big5"
    case eucKR = "EUC-KR"
    case eucJP = "EUC-JP"
    case shiftJIS = "Shift_JIS"
  }

  var count: Int { common + rare + signs }

  init(_ bytes: Bytes, _ encoding: Kind) {
    self.encoding = encoding
    var i = 0
    while i < bytes.count {
      let lead = bytes[i]
      guard lead >= 0x80, i + 1 < bytes.count else {
        if (0x41...0x5A).contains(lead & 0xDF) { asciiLetters += 1 }
        i += 1
        continue
      }
      i += count(lead, bytes[i + 1], bytes, i)
    }
  }

  /// 1 where all characters are common ones.
  var score: Double {
    let all = Double(count)
    guard common + rare > 0 else { return -1 }
    var score = (Double(common) - 2 * Double(rare) + 0.5 * Double(signs)) / all
    let share = Double(telling) / Double(max(1, common + rare))
    switch encoding {
    case .big5: if common >= 5 { score -= 0.5 * max(0, 1 - share / 0.15) }
    case .gb18030: score -= 0.6 * max(0, 1 - share / 0.2)
    case .eucJP, .shiftJIS: score -= 0.8 * max(0, 1 - share / 0.15)
    default: break
    }
    return score
  }

  /// Counts a character and says how many bytes it has.
  private mutating func count(_ lead: UInt8, _ trail: UInt8, _ bytes: Bytes, _ i: Int) -> Int {
    switch encoding {
    case .gb18030:
      if (0x30...0x39).contains(trail) {
        rare += 1
        return 4
      }
      tally(common: 0xB0...0xD7, signs: 0xA1...0xA3, lead, trail >= 0xA1)
      if lead >= 0xC9, lead <= 0xD7, trail >= 0xA1 { telling += 1 }
    case .big5:
      if trail < 0x80 { telling += 1 }
      tally(common: 0xA4...0xC6, signs: 0xA1...0xA3, lead, true)
    case .eucKR: tally(common: 0xB0...0xC8, signs: 0xA1...0xA3, lead, trail >= 0xA1)
    case .eucJP:
      if lead == 0x8F {
        rare += 1
        return 3
      }
      if lead == 0xA4 || lead == 0xA5 {
        telling += 1
        common += 1
      } else {
        tally(common: 0xB0...0xCF, signs: 0xA1...0xA3, lead, trail >= 0xA1)
      }
    case .shiftJIS:
      // Katakana of half the width, one byte each: rare in prose.
      if (0xA1...0xDF).contains(lead) {
        rare += 1
        return 1
      }
      if lead == 0x83 || (lead == 0x82 && trail >= 0x9F) {
        telling += 1
        common += 1
      } else {
        tally(common: 0x88...0x98, signs: 0x81...0x82, lead, true)
      }
    }
    return 2
  }

  private mutating func tally(
    common zone: ClosedRange<UInt8>, signs: ClosedRange<UInt8>, _ lead: UInt8, _ isInPlane: Bool
  ) {
    if isInPlane, zone.contains(lead) {
      common += 1
    } else if isInPlane, signs.contains(lead) {
      self.signs += 1
    } else {
      rare += 1
    }
  }
}
