import ICU
import Languages

/// One word of a name, with all that it may sound like.
struct NameWord: Sendable {
  /// Folded: small letters, no diacritics.
  var text: String
  var readings: [Sounds]
  /// A single letter that stands for a word.
  var isInitial = false
  /// Groups of names that are one in different languages.
  var groups: Set<Int> = []

  var weight: Int { readings.map(\.weight).max() ?? 0 }

  /// Under which names with this word are filed.
  var keys: [String] { readings.flatMap(\.keys) + groups.map { "=\($0)" } + (isInitial ? [] : [text]) }

  /// Two words spoken as one.
  static func + (a: NameWord, b: NameWord) -> NameWord {
    var readings: [Sounds] = []
    for x in a.readings.prefix(2) { for y in b.readings.prefix(3) { readings.append(x + y) } }
    return NameWord(text: a.text + b.text, readings: readings)
  }
}

/// A name as somebody wrote it.
struct NameSpelling: Sendable {
  enum Script: String, Sendable { case latin, cyrillic, arabic, hebrew, han, kana, hangul, indic, other }

  var text: String
  /// The language that it stands in.
  var language: String
  var script: Script
  /// The ways to cut it into words; the first is the likeliest.
  var readings: [[NameWord]]
  /// `XIV` of a pope or king.
  var numeral: String?
  /// Junior or senior.
  var generation: String?
  /// In Latin letters, where it is written in others.
  var transliteration: String?

  /// Words that are no initials, in the likeliest reading.
  var fullWords: Int { readings.first.map { $0.count { !$0.isInitial } } ?? 0 }
  var isSingle: Bool { fullWords <= 1 && !(readings.first?.contains { $0.isInitial } ?? false) }
}

/// Reads names. Keeps ICU's transliterators and what they made of each word: one for each thread.
final class NameSpeller {
  private let lexicon = NameLexicon.shared
  private var words: [String: NameWord] = [:]
  private lazy var latin = Transliterator(id: "Any-Latin")
  private lazy var han = Transliterator(id: "Hant-Hans; Han-Latin; Latin-ASCII")
  private lazy var simplified = Transliterator(id: "Hant-Hans")
  private lazy var kana = Transliterator(id: "Hiragana-Latin; Katakana-Latin")

  init() {}

  func spelling(_ text: String, language: String) -> NameSpelling {
    let script = Self.script(of: text)
    let code = Stemmer.base(of: language)
    var spelling = NameSpelling(text: text, language: code, script: script, readings: [])
    if script == .han || script == .hangul {
      spelling.readings = eastern(text, script, code)
    } else {
      western(text, script, code, &spelling)
    }
    switch script {
    case .latin: break
    case .han: spelling.transliteration = han?.transliterate(text)
    default: spelling.transliteration = latin.map { Normalizer.normalize($0.transliterate(text), .nfc) }
    }
    return spelling
  }

  static func script(of text: String) -> NameSpelling.Script {
    var hasHan = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: return .latin
      case 0x400...0x52F: return .cyrillic
      case 0x590...0x5FF: return .hebrew
      case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFE: return .arabic
      case 0x900...0xDFF: return .indic
      case 0x3041...0x30FA, 0x30FD...0x30FF, 0xFF66...0xFF9F: return .kana
      case 0xAC00...0xD7AF: return .hangul
      case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x2FFFF: hasHan = true
      default: if scalar.properties.isAlphabetic, !hasHan { return .other }
      }
    }
    return hasHan ? .han : .other
  }

  // MARK: - Words with spaces

  private func western(_ text: String, _ script: NameSpelling.Script, _ code: String, _ spelling: inout NameSpelling) {
    var split: [NameWord] = []
    var joined: [NameWord] = []
    var hasHyphen = false
    var servant: String?
    let pieces = text.split {
      $0 == " " || $0 == "\u{A0}" || $0 == "·" || $0 == "・" || $0 == "," || $0 == "‧" || $0 == "="
    }
    for (number, piece) in pieces.enumerated() {
      let parts = piece.split { "-‐‑־–".contains($0) }.map(String.init)
      var compound: NameWord?
      for (index, raw) in parts.enumerated() {
        // Erdoğan'ın: Turkish endings stand behind an apostrophe.
        let stem = code == "tr" ? raw.split { "'’ʼ".contains($0) }.first.map(String.init) ?? raw : raw
        let part = Self.withoutArticle(Self.bare(stem), script)
        let folded = Folding.fold(part)
        guard !folded.isEmpty else { continue }
        if number > 0, script == .latin, Self.isNumeral(part) {
          spelling.numeral = part
          continue
        }
        if number > 0, let generation = lexicon.generations[folded] {
          spelling.generation = generation
          continue
        }
        if lexicon.servants.contains(folded) {
          servant = part
          continue
        }
        let isLast = number == pieces.count - 1 && index == parts.count - 1
        if lexicon.particles.contains(folded), !(isLast && split.isEmpty) {
          let opens = number == 0 && index == 0 && parts.count == 1
          if !opens || script != .latin || part.unicodeScalars.first?.properties.isLowercase ?? false || folded == "el"
          {
            continue
          }
        }
        let word = word((servant ?? "") + part, script, code, isServant: servant != nil)
        servant = nil
        split.append(word)
        if let first = compound {
          compound = first + word
          hasHyphen = true
        } else {
          compound = word
        }
      }
      if let compound { joined.append(compound) }
    }
    if let servant {
      split.append(word(servant, script, code))
      joined.append(word(servant, script, code))
    }
    spelling.readings = hasHyphen ? [joined, split] : [split]
  }

  /// Without points and apostrophes: "J." is J, "O'Brien" is OBrien.
  private static func bare(_ part: String) -> String {
    String(part.filter { !".'’ʼʻ`´‘״\"".contains($0) || $0 == "׳" })
  }

  /// 알카디미, アルカディミ: the article is written onto the name.
  private static func withoutArticle(_ word: String, _ script: NameSpelling.Script) -> String {
    let count = word.unicodeScalars.count
    if script == .hangul, count >= 4, word.hasPrefix("알") { return String(word.dropFirst()) }
    if script == .kana, count >= 5, word.hasPrefix("アル") { return String(word.dropFirst(2)) }
    return word
  }

  private static func isNumeral(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { "IVX".utf8.contains($0) }
      && (word.utf8.count > 1 || word == "I" || word == "V")
      || !word.isEmpty && word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private func word(_ part: String, _ script: NameSpelling.Script, _ code: String, isServant: Bool = false) -> NameWord
  {
    let id = "\(code) \(isServant) \(part)"
    if let known = words[id] { return known }
    let made = makeWord(part, script, code, isServant: isServant)
    words[id] = made
    return made
  }

  private func makeWord(_ part: String, _ script: NameSpelling.Script, _ code: String, isServant: Bool) -> NameWord {
    let folded = Folding.fold(part)
    var word = NameWord(text: folded, readings: [])
    word.groups = lexicon.groups[folded] ?? []
    let scalars = Array(part.lowercased().unicodeScalars)
    word.isInitial = scalars.count == 1 && (script == .latin || script == .cyrillic)
    var letters = [scalars]
    for ending in lexicon.endings[code] ?? [] where script == .cyrillic || script == .latin {
      let plain = Array(folded.unicodeScalars)
      if plain.count == scalars.count, plain.count >= ending.count + 3, plain.suffix(ending.count).elementsEqual(ending)
      {
        letters.append(scalars.dropLast(ending.count))
        word.groups.formUnion(lexicon.groups[String(String.UnicodeScalarView(plain.dropLast(ending.count)))] ?? [])
        if letters.count == 3 { break }
      }
    }
    for letters in letters {
      for reading in sounds(of: letters, script, code) where !word.readings.contains(reading) {
        word.readings.append(reading)
      }
    }
    return word
  }

  private func sounds(of word: [Unicode.Scalar], _ script: NameSpelling.Script, _ code: String) -> [Sounds] {
    switch script {
    case .latin:
      var result = [Self.read(word, "latin")]
      if SoundTable.all[code] != nil { result.append(Self.read(word, code)) }
      if Self.mayBePinyin(word) { result.append(Self.read(word, "chinese")) }
      return result.map(Self.withoutServant)
    case .cyrillic: return [Self.withoutServant(Self.read(word, "cyrillic"))]
    case .arabic: return [Self.readArabic(word)]
    case .hebrew: return [Self.readHebrew(word)]
    case .kana:
      let text = kana?.transliterate(String(String.UnicodeScalarView(word))) ?? ""
      return [Self.read(Array(Normalizer.normalize(text, .nfc).unicodeScalars), "kana")]
    case .indic, .other:
      let text = latin?.transliterate(String(String.UnicodeScalarView(word))) ?? ""
      let letters = Array(Normalizer.normalize(text, .nfc).lowercased().unicodeScalars)
      return [Self.read(letters, script == .indic ? "indic" : "latin")]
    case .han, .hangul: return []
    }
  }

  private static func read(_ word: [Unicode.Scalar], _ table: String, isAbjad: Bool = false) -> Sounds {
    guard let table = SoundTable.all[table] else { return Sounds() }
    var letters: [Unicode.Scalar] = []
    for scalar in word {
      if table.knows(scalar) {
        letters.append(scalar)
      } else if let folded = Unicode.Scalar(Folding.shared.fold(scalar.value)), folded.value != 0 {
        letters.append(folded)
      }
    }
    return table.sounds(of: letters, isAbjad: isAbjad)
  }

  /// "Abdul Mahdi", "Abdelmahdi", "عبد المهدي": the l of the article is not heard in all of them.
  private static func withoutServant(_ sounds: Sounds) -> Sounds {
    guard sounds.consonants.count > 3, sounds.consonants[0].name == "b" || sounds.consonants[0].name == "p",
      sounds.consonants[1].name == "d", !sounds.vowels[0].isEmpty, sounds.vowels[1].isEmpty,
      sounds.consonants[2] == .liquid.subtracting(.r)
    else { return sounds }
    var result = sounds
    result.isOptional[2] = true
    return result
  }

  /// Consonants that only Chinese spelled in Latin letters uses: x at the front, q without u.
  private static func mayBePinyin(_ word: [Unicode.Scalar]) -> Bool {
    for (i, letter) in word.enumerated() {
      if letter == "x" && i + 1 < word.count && (word[i + 1] == "i" || word[i + 1] == "u") { return true }
      if letter == "q", i + 1 < word.count, word[i + 1] == "i" || (word[i + 1] == "u" && i + 2 < word.count) {
        return true
      }
      if letter == "z", i + 1 < word.count, word[i + 1] == "h" { return true }
    }
    let text = String(String.UnicodeScalarView(word))
    return text.hasPrefix("c") && !text.hasPrefix("ch") || text.hasPrefix("r") || text.hasPrefix("z")
      ? text.unicodeScalars.count <= 6 : false
  }

  private static func readArabic(_ word: [Unicode.Scalar]) -> Sounds {
    var letters: [Unicode.Scalar] = []
    for letter in word where letter.value != 0x640 && !(0x64B...0x655).contains(letter.value) {
      // Persian: خامنه‌ای
      if letter.value == 0x200C {
        if letters.last == "ه" { letters.removeLast() }
      } else {
        letters.append(letter)
      }
    }
    if letters.count > 4, letters[0] == "ا", letters[1] == "ل" { letters.removeFirst(2) }
    // عبد المهدي, joined above
    if letters.count > 6, letters.starts(with: ["ع", "ب", "د", "ا", "ل"]) { letters.removeSubrange(3...4) }
    guard let first = letters.first, let table = SoundTable.all["arabic"] else { return Sounds() }
    var sounds = Sounds()
    sounds.isAbjad = true
    if first == "ع" || first == "ا" { sounds.append(.vowel([.short, .diphthong])) }
    if first == "و", let w = Consonant("w"), let v = Consonant("v") {
      sounds.append(.consonant(w.union(v), optional: false))
      letters.removeFirst()
    }
    for letter in letters {
      for element in table[String(letter)] ?? [] { sounds.append(element) }
    }
    // The last h is hardly heard.
    if letters.last == "ه", sounds.consonants.count > 1 { sounds.isOptional[sounds.isOptional.count - 1] = true }
    return sounds
  }

  private static func readHebrew(_ word: [Unicode.Scalar]) -> Sounds {
    var letters = word.filter { !(0x591...0x5C7).contains($0.value) }
    guard let first = letters.first, let table = SoundTable.all["hebrew"] else { return Sounds() }
    var opening: [Sounds.Element] = []
    if first == "א" || first == "ע" {
      opening.append(.vowel([.short, .diphthong]))
      letters.removeFirst()
    } else if first == "ו", let w = Consonant("w"), let v = Consonant("v") {
      opening.append(.consonant(w.union(v), optional: false))
      letters.removeFirst(letters.starts(with: ["ו", "ו"]) ? 2 : 1)
    }
    var sounds = table.sounds(of: letters, isAbjad: true, after: opening)
    if letters.last == "ה", sounds.consonants.count > 1 { sounds.isOptional[sounds.isOptional.count - 1] = true }
    return sounds
  }
}

extension SoundTable {
  fileprivate func sounds(of word: [Unicode.Scalar], isAbjad: Bool, after opening: [Sounds.Element]) -> Sounds {
    var sounds = Sounds()
    sounds.isAbjad = isAbjad
    for element in opening { sounds.append(element) }
    append(word, to: &sounds)
    return sounds
  }
}

// MARK: - Signs without spaces

extension NameSpeller {
  /// Chinese and Korean names: the family name goes before, in one sign or two; foreign names are spelled out.
  fileprivate func eastern(_ text: String, _ script: NameSpelling.Script, _ code: String) -> [[NameWord]] {
    var text = text
    if script == .han { text = simplified?.transliterate(text) ?? text }
    let pieces = text.split { " ·・‧•=-–".contains($0) }.map(String.init)
    let whole = pieces.map { syllables(pieces.count > 1 ? Self.withoutArticle($0, script) : $0, script) }
    guard pieces.count == 1, let signs = pieces.first.map({ Array($0) }), (2...4).contains(signs.count),
      code != "ja" || script == .hangul
    else { return [whole] }
    let isLong = signs.count > 2 && lexicon.longFamilies.contains(String(signs.prefix(2)))
    let family = String(signs.prefix(isLong ? 2 : 1))
    let native = [
      syllables(family, script, isFamily: true), syllables(String(signs.dropFirst(isLong ? 2 : 1)), script),
    ]
    let isKnown = lexicon.families[script == .han ? "zh" : "ko"]?.contains(family) ?? false
    return isKnown || isLong ? [native, whole] : [whole, native]
  }

  private func syllables(_ text: String, _ script: NameSpelling.Script, isFamily: Bool = false) -> NameWord {
    var word = NameWord(text: text, readings: [])
    if script == .hangul {
      word.readings = [hangul(text)]
    } else {
      // The tones are gone; a space stands between syllables.
      let pinyin = (han?.transliterate(text) ?? "").lowercased()
      var sounds = Sounds()
      for syllable in pinyin.split(separator: " ") {
        SoundTable.all["pinyin"]?.append(Array(syllable.unicodeScalars), to: &sounds)
      }
      word.text = pinyin.filter { $0 != " " }
      word.readings = [sounds]
    }
    if isFamily { word.groups = lexicon.groups[text] ?? [] }
    return word
  }

  private static let leading = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
  private static let middle = Array("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
  private static let trailing = Array(" ㄱㄱㄱㄴㄴㄴㄷㄹㄱㅁㄹㄹㄹㅁㄹㅁㅂㅂㅅㅅㅇㅈㅊㅋㅌㅍㅎ")

  private func hangul(_ text: String) -> Sounds {
    var sounds = Sounds()
    guard let table = SoundTable.all["hangul"], let n = Consonant("n") else { return sounds }
    for scalar in text.unicodeScalars where (0xAC00...0xD7A3).contains(scalar.value) {
      let index = Int(scalar.value) - 0xAC00
      for element in table[String(Self.leading[index / 588])] ?? [] { sounds.append(element) }
      for element in table[String(Self.middle[index % 588 / 28])] ?? [] { sounds.append(element) }
      let last = Self.trailing[index % 28]
      if last == "ㅇ" { sounds.append(.consonant(n, optional: false)) }
      for element in table[String(last)] ?? [] { sounds.append(element) }
    }
    return sounds
  }
}
