import ICU
import Testing

@testable import Languages

struct HanFormsTests {
  /// The theme file is what ICU's transform says, sign by sign, without those that another one becomes.
  @Test func areThoseOfTheTransform() throws {
    let transform = try #require(Transliterator(id: "Hant-Hans"))
    var text = String.UnicodeScalarView()
    for value in UInt32(0x4E00)...0x9FFF {
      text.append(Unicode.Scalar(value)!)
      // Parted, so that no two signs are taken for a word.
      text.append(" ")
    }
    var forms: [UInt32: UInt32] = [:]
    for (traditional, plain) in zip(text, transform.transliterate(String(text)).unicodeScalars)
    where traditional != plain {
      forms[traditional.value] = plain.value
    }
    let plain = Set(forms.values)
    // A dictionary of thousands is no message to read.
    #expect((HanForms.simplified == forms.filter { !plain.contains($0.key) }) as Bool)
  }
}

struct PhraseAlternativesTests {
  @Test(arguments: [
    ("plain", ["plain"]),
    ("(a|b) c", ["a c", "b c"]),
    ("a(b|)(c|d)", ["abc", "abd", "ac", "ad"]),
    ("a(b(c|d)|e)", ["abc", "abd", "ae"]),
    ("a (b|c", ["a (b|c"]),
    ("a|b", ["a|b"]),
    // A bracket before a mark of the word's own.
    ("छठ(ा|ी)", ["छठा", "छठी"]),
  ])
  func standInOrder(phrase: String, texts: [String]) {
    var phrase = phrase
    let alternatives = phrase.withUTF8 { PhraseAlternatives($0) }
    #expect((0..<alternatives.count).map { String(decoding: alternatives[$0], as: UTF8.self) } == texts)
  }
}

struct KeyTableTests {
  @Test func holdsWhatADictionaryHolds() {
    var table = KeyTable<Int>(empty: -1, capacity: 16)
    var dictionary: [UInt64: Int] = [:]
    var key: UInt64 = 1
    for number in 0..<5000 {
      // Keys that differ in their upper half alone, and every third one twice.
      if number % 3 != 0 { key = (key &+ 0x1_0000_0000) | 7 }
      let (place, isNew) = table.enter(key)
      #expect(isNew == (dictionary[key] == nil))
      table[place] = number
      dictionary[key] = number
    }
    #expect(table.count == dictionary.count)
    for (key, number) in dictionary { #expect(table.find(key).map { table[$0] } == number) }
    #expect(table.find(0x1234) == nil)
    var entries: [UInt64: Int] = [:]
    table.forEach { entries[$0] = $1 }
    #expect(entries == dictionary)
  }
}

struct LanguageCacheTests {
  @Test func isBuiltOnce() async {
    let built = await withTaskGroup(of: Language.self, returning: [Language].self) { group in
      for _ in 0..<8 { group.addTask { Language.of("fo") } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(built.allSatisfy { $0 === built[0] })
  }
}
