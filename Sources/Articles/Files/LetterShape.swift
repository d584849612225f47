/// How the signs beyond ASCII stand in a text: letters among letters of their alphabet, capitals before small ones, signs
/// between words. What is read in the wrong encoding has them all mixed up.
struct LetterShape {
  /// Below 0 for what is odd.
  private(set) var points = 0.0
  /// How many signs are not ASCII.
  private(set) var count = 0
  private(set) var letters: [UInt32] = []
  private(set) var asciiLetters = 0

  enum Kind {
    case letter(Script, isCapital: Bool)
    case mark, digit, blank, typographic, apostrophe, odd, impossible, ascii
  }

  enum Script { case latin, greek, cyrillic, hebrew, arabic, thai, other }

  private var before: (scalar: UInt32, kind: Kind) = (0x20, .blank)
  private var current: (scalar: UInt32, kind: Kind) = (0x20, .blank)

  /// Takes the next sign; the last one is judged once another has followed.
  mutating func add(_ scalar: UInt32) { add(scalar, Self.kind(scalar)) }

  mutating func add(_ scalar: UInt32, _ kind: Kind) {
    judge(kind)
    before = current
    current = (scalar, kind)
  }

  private mutating func judge(_ next: Kind) {
    let isASCII = current.scalar < 0x80
    if !isASCII { count += 1 }
    switch current.kind {
    case .letter(let script, let isCapital):
      if isASCII { asciiLetters += 1 } else { letters.append(current.scalar) }
      if case .letter(let last, let wasCapital) = before.kind, !isASCII || before.scalar >= 0x80 {
        if script != last { points -= 2 } else if isCapital, !wasCapital { points -= 3 }
      }
    case .impossible: points -= 4
    case .odd: points -= isInside(next) ? 2.5 : 1
    case .typographic:
      points += isInside(next) ? -2 : 0.5
    case .apostrophe: if case .letter = before.kind { points += 0.5 }
    case .mark: if case .letter = before.kind { points += 0.5 } else if case .mark = before.kind {} else { points -= 1 }
    case .digit, .blank, .ascii: break
    }
  }

  private func isInside(_ next: Kind) -> Bool {
    if case .letter = before.kind, case .letter = next { return true }
    return false
  }

  static func kind(_ c: UInt32) -> Kind {
    switch c {
    case 0x41...0x5A: .letter(.latin, isCapital: true)
    case 0x61...0x7A: .letter(.latin, isCapital: false)
    case 0x30...0x39: .digit
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x202F: .blank
    case 0x27, 0x2019, 0x2BC, 0xB7, 0xAD, 0x2010, 0x2011, 0x200C...0x200F: .apostrophe
    case 0x00..<0x20, 0x7F: c == 0x1B || c == 0x0C ? .odd : .impossible
    case 0x21..<0x7F: .ascii
    case 0x80...0x9F, 0xFFFD, 0xE000...0xF8FF: .impossible
    case 0xC0...0xD6, 0xD8...0xDE: .letter(.latin, isCapital: true)
    case 0xDF...0xF6, 0xF8...0xFF: .letter(.latin, isCapital: false)
    case 0x100...0x24F, 0x1E00...0x1EFF: .letter(.latin, isCapital: isCapital(c))
    case 0x300...0x36F, 0x591...0x5C7, 0x64B...0x65F, 0x670: .mark
    case 0x386, 0x388...0x3AB: .letter(.greek, isCapital: c != 0x390)
    case 0x3AC...0x3FF: .letter(.greek, isCapital: false)
    case 0x400...0x42F, 0x490: .letter(.cyrillic, isCapital: true)
    case 0x430...0x52F: .letter(.cyrillic, isCapital: false)
    case 0x5D0...0x5F2: .letter(.hebrew, isCapital: false)
    case 0x621...0x64A, 0x66E...0x6D3: .letter(.arabic, isCapital: false)
    case 0xE01...0xE3A, 0xE40...0xE4E: .letter(.thai, isCapital: false)
    case 0xE3F, 0xE4F...0xE5B: .typographic
    case 0xA1, 0xA3, 0xA7, 0xA9, 0xAA, 0xAB, 0xAE, 0xB0, 0xB2, 0xB3, 0xB5, 0xBA, 0xBB...0xBF: .typographic
    case 0x2012...0x2015, 0x2018, 0x201A...0x201E, 0x2022, 0x2026, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2116, 0x2122:
      .typographic
    case 0x60C, 0x61B, 0x61F, 0x660...0x66C, 0x387: .typographic
    default: .odd
    }
  }

  private static func isCapital(_ c: UInt32) -> Bool {
    switch c {
    case 0x139...0x148, 0x179...0x17E: c % 2 == 1
    case 0x178: true
    case 0x131, 0x138, 0x17F: false
    default: c % 2 == 0
    }
  }
}
