import ICU
import Languages

/// The scripts of letters, as far as telling languages apart needs them.
enum Script: String {
  case latin = "Latin"
  case greek = "Greek"
  case cyrillic = "Cyrillic"
  case armenian = "Armenian"
  case hebrew = "Hebrew"
  case arabic = "Arabic"
  case indic = "Indic"
  case thai = "Thai"
  case georgian = "Georgian"
  case ethiopic = "Ethiopic"
  case kana = "Japanese kana"
  case hangul = "Korean"
  case han = "Chinese"
  case other

  /// That of a letter, by its block; nil for signs and digits.
  static func of(_ scalar: Unicode.Scalar) -> Script? {
    guard scalar.properties.isAlphabetic || scalar.properties.generalCategory == .otherLetter else { return nil }
    return switch scalar.value {
    case 0x41...0x24F, 0x1E00...0x1EFF, 0xFF21...0xFF5A: .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: .cyrillic
    case 0x530...0x58F: .armenian
    case 0x590...0x5FF, 0xFB1D...0xFB4F: .hebrew
    case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: .arabic
    case 0x900...0xDFF: .indic
    case 0xE00...0xE7F: .thai
    case 0x10A0...0x10FF, 0x1C90...0x1CBF: .georgian
    case 0x1200...0x139F: .ethiopic
    case 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: .kana
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: .hangul
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: .han
    // Marks of several scripts, phonetic letters.
    case 0x250...0x36F, 0xAA, 0xBA: nil
    default: .other
    }
  }

  /// Those that a text is written in.
  static func all(in text: String) -> Set<Script> { Set(text.unicodeScalars.compactMap(of)) }

  /// Those that a language is written in, as CLDR writes its own name, its months and its weekdays; empty where CLDR does
  /// not know the language.
  static func all(ofLanguage tag: String) -> Set<Script> {
    let base = Stemmer.base(of: tag)
    guard Locales.languages.contains(base) else { return [] }
    let symbols = DateSymbols(locale: tag)
    let words = symbols.months.wide + symbols.weekdays.wide + [Locales.name(of: base, in: base)]
    var scripts = words.reduce(into: Set<Script>()) { $0.formUnion(all(in: $1)) }
    if base == "ja" { scripts.formUnion([.kana, .han]) }
    if base == "ko" { scripts.insert(.han) }
    // Written in both.
    if ["sr", "uz", "az", "bs", "kk"].contains(base) { scripts.formUnion([.latin, .cyrillic]) }
    return scripts
  }
}
