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

  /// To be called at the end of the text. Letters of the one alphabet that another encoding makes of another alphabet's are
  /// in their place, but lack the signs that no text of that language lacks.
  mutating func finish() {
    add(0x20)
    // It also parts no words.
    if thai.signs * 5 < thai.letters || thai.runs * 8 > thai.letters { points -= 0.8 * Double(thai.letters) }
    if cyrillic.letters > 4, cyrillic.capitals == 0 { points -= 0.4 * Double(cyrillic.letters) }
    if greek.letters > 1, greek.signs * 30 < greek.letters { points -= 0.8 * Double(greek.letters) }
  }

  /// Vowels beside, above and below are a third of Thai; nearly every Greek word has an accent; sentences begin with
  /// capitals.
  private var thai = (letters: 0, signs: 0, runs: 0)
  private var cyrillic = (letters: 0, capitals: 0)
  private var greek = (letters: 0, signs: 0)

  private mutating func countSigns(_ script: Script, _ isCapital: Bool, _ next: Kind) {
    let c = current.scalar
    var goesOn = false
    if case .letter = next { goesOn = true }
    switch script {
    case .thai:
      thai.letters += 1
      if !goesOn { thai.runs += 1 }
      if (0xE30...0xE3A).contains(c) || c >= 0xE40 { thai.signs += 1 }
      // A sign above or below needs a letter.
      if c == 0xE31 || (0xE34...0xE3A).contains(c) || (0xE47...0xE4E).contains(c) {
        guard case .letter(.thai, _) = before.kind else {
          points -= 2
          return
        }
      }
    case .greek:
      if c >= 0x3AC { greek.letters += 1 }
      switch c {
      case 0x3AC...0x3AF, 0x3CC...0x3CE, 0x386, 0x388...0x38F: greek.signs += 1
      case 0x390, 0x3B0, 0x3CA, 0x3CB: points -= 0.7
      // This sigma ends words.
      case 0x3C2: if goesOn { points -= 2 }
      default: break
      }
    case .hebrew:
      // Five letters have a form that ends words.
      switch c {
      case 0x5DA, 0x5DD, 0x5DF, 0x5E3, 0x5E5: if goesOn { points -= 2 }
      case 0x5DB, 0x5DE, 0x5E0, 0x5E4, 0x5E6: if !goesOn { points -= 0.7 }
      default: break
      }
    case .cyrillic:
      cyrillic.letters += 1
      if isCapital { cyrillic.capitals += 1 }
    default: break
    }
  }

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
      if isASCII {
        asciiLetters += 1
      } else {
        letters.append(current.scalar)
        countSigns(script, isCapital, next)
      }
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
