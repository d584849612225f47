import Languages

/// A consonant, as far as spellings agree on it: all that it may stand for.
struct Consonant: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  private static let list = [
    "p", "b", "f", "v", "w", "m", "n", "l", "r", "t", "d", "s", "z", "sh", "j", "ch", "k", "g", "h", "th", "dh", "zh",
    "ts", "kh", "gh",
  ]
  private static let numbers = Dictionary(uniqueKeysWithValues: list.enumerated().map { ($0.element, $0.offset) })

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init?(_ name: some StringProtocol) {
    guard let number = Self.numbers[String(name)] else { return nil }
    rawValue = 1 << UInt32(number)
  }

  private static func set(_ names: String) -> Consonant {
    names.split(separator: " ").reduce(into: []) { if let one = Consonant($1) { $0.formUnion(one) } }
  }

  static let m = set("m"), n = set("n"), liquid = set("l r"), r = set("r"), w = set("w"), h = set("h"), k = set("k")
  static let l = set("l"), soft = set("g gh"), j = set("j"), v = set("v")
  static let dental = set("t d th dh s z sh zh j ch ts")

  /// What is often written for it, or heard in its place.
  private static let neighbours: [Consonant] = {
    let near = [
      "p": "b f", "b": "p v", "f": "v p", "v": "b f w", "w": "v", "m": "n", "n": "m", "l": "r", "r": "l", "t": "d th",
      "d": "t dh z zh", "th": "t s dh z", "dh": "d z th j zh", "s": "z sh ts th", "z": "s zh dh j ts", "sh": "s ch zh",
      "zh": "z j sh", "j": "zh ch z dh", "ch": "sh j ts", "ts": "s z ch", "k": "g kh", "g": "k gh h", "kh": "h k gh",
      "gh": "g kh", "h": "kh g",
    ]
    return list.map { set(near[$0] ?? "") }
  }()

  var near: Consonant {
    var bits = rawValue
    var result: Consonant = []
    while bits != 0 {
      result.formUnion(Self.neighbours[bits.trailingZeroBitCount])
      bits &= bits - 1
    }
    return result
  }

  /// The first sound that it may be: what a report shows.
  var name: String { rawValue == 0 ? "" : Self.list[rawValue.trailingZeroBitCount] }
}

/// A vowel: all that it may stand for. None written: any, or none.
struct Vowel: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let diphthong = Vowel(rawValue: 32)
  /// What abjads leave out.
  static let short = Vowel(rawValue: 31)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init?(_ letters: some StringProtocol) {
    var bits: UInt8 = 0
    for letter in letters.utf8 {
      guard let index = Array("AEIOUY".utf8).firstIndex(of: letter) else { return nil }
      bits |= 1 << UInt8(index)
    }
    rawValue = bits
  }
}

/// A word as consonants with vowels before, between and behind them.
struct Sounds: Sendable, Hashable {
  var consonants: [Consonant] = []
  var isOptional: [Bool] = []
  /// One more than there are consonants.
  var vowels: [Vowel] = [[]]
  /// Vowels are as they are written: all of them, or only the long ones.
  var isAbjad = false

  enum Element: Sendable {
    case consonant(Consonant, optional: Bool)
    case vowel(Vowel)
  }

  mutating func append(_ element: Element) {
    switch element {
    case .vowel(let vowel): vowels[vowels.count - 1].formUnion(vowel)
    case .consonant(let consonant, let optional):
      // Doubled letters are one.
      if let last = consonants.last, vowels[vowels.count - 1].isEmpty, last == consonant {
        isOptional[isOptional.count - 1] = isOptional[isOptional.count - 1] && optional
        return
      }
      if isAbjad, !consonants.isEmpty, vowels[vowels.count - 1].isEmpty { vowels[vowels.count - 1] = .short }
      consonants.append(consonant)
      isOptional.append(optional)
      vowels.append([])
    }
  }

  var weight: Int { isOptional.count { !$0 } }

  /// The words of a name spoken as one.
  static func + (a: Sounds, b: Sounds) -> Sounds {
    var result = a
    result.vowels[result.vowels.count - 1].formUnion(b.vowels[0])
    for i in b.consonants.indices {
      result.append(.consonant(b.consonants[i], optional: b.isOptional[i]))
      result.append(.vowel(b.vowels[i + 1]))
    }
    return result
  }

  /// `k-z-m`: what a report shows.
  var description: String {
    let all = zip(consonants, isOptional).filter { !$0.1 }.map(\.0.name)
    return all.joined(separator: "-")
  }
}

/// Which sounds letters have, from the theme file `sounds.yaml`.
struct SoundTable: Sendable {
  private var entries: [String: [Sounds.Element]] = [:]
  private var longest = 1
  private var letters: Set<Unicode.Scalar> = []

  static let all: [String: SoundTable] = {
    guard let file = LanguageFile.theme("sounds") else { return [:] }
    let base = SoundTable(file.section("latin"), over: nil)
    var tables = ["latin": base]
    for script in ["cyrillic", "arabic", "hebrew", "pinyin", "kana", "indic", "hangul"] {
      tables[script] = SoundTable(file.section(script), over: nil)
    }
    for code in ["de", "fr", "es", "pt", "it", "nl", "sv", "pl", "cs", "tr", "id", "chinese"] {
      tables[code] = SoundTable(file.section(code), over: base)
    }
    return tables
  }()

  private init(_ section: LanguageFile.Section, over base: SoundTable?) {
    if let base { self = base }
    for (key, values) in section.entries {
      var elements: [Sounds.Element] = []
      for part in (values.first ?? "").split(separator: " ") {
        if let vowel = Vowel(part) {
          elements.append(.vowel(vowel))
        } else {
          let optional = part.hasSuffix("?")
          let names = (optional ? part.dropLast() : part).split(separator: "|")
          let set = names.reduce(into: Consonant()) { if let one = Consonant($1) { $0.formUnion(one) } }
          if !set.isEmpty { elements.append(.consonant(set, optional: optional)) }
        }
      }
      entries[key] = elements
      longest = max(longest, key.unicodeScalars.count)
      for scalar in key.unicodeScalars { letters.insert(scalar) }
    }
  }

  func knows(_ scalar: Unicode.Scalar) -> Bool { letters.contains(scalar) }

  subscript(letters: String) -> [Sounds.Element]? { entries[letters] }

  /// The sounds of a word in small letters. What the table does not know is silent.
  func sounds(of word: [Unicode.Scalar], isAbjad: Bool = false) -> Sounds {
    var sounds = Sounds()
    sounds.isAbjad = isAbjad
    append(word, to: &sounds)
    return sounds
  }

  /// Before a vowel, the w of "aw" is a consonant: Morawiecki.
  private static func isCutOff(_ word: [Unicode.Scalar], _ end: Int) -> Bool {
    word[end - 1] == "w" && end < word.count && "aeiouyáéíóúąęäöü".unicodeScalars.contains(word[end])
  }

  func append(_ word: [Unicode.Scalar], to sounds: inout Sounds) {
    var at = 0
    while at < word.count {
      var length = min(longest, word.count - at)
      while length > 0 {
        let key = String(String.UnicodeScalarView(word[at..<at + length]))
        if let found = entries[key], !(length > 1 && Self.isCutOff(word, at + length)) {
          for element in found { sounds.append(element) }
          break
        }
        length -= 1
      }
      at += max(1, length)
    }
  }
}
