import Testing

@testable import ICU

@Suite struct TextTests {
  @Test(arguments: [
    ("Any-Latin; Latin-ASCII", "Сергей Шойгу", "Sergej Sojgu"), ("Latin-ASCII", "Łódź œuvre", "Lodz oeuvre"),
    ("Han-Latin", "尹智浩", "yǐn zhì hào"),
    ("Any-Latin", "", ""), ("Any-Upper", "straße", "STRASSE"), ("Any-Name", "a", "\\N{LATIN SMALL LETTER A}"),
  ])
  func transliterations(_ id: String, _ text: String, _ expected: String) throws {
    #expect(try #require(Transliterator(id: id)).transliterate(text) == expected)
  }

  /// Longer by far than it was, so that the first buffer does not hold it.
  @Test func resultsThatGrow() throws {
    let names = try #require(Transliterator(id: "Any-Name"))
    let result = names.transliterate(String(repeating: "é", count: 1000))
    #expect(result.utf8.count == 1000 * "\\N{LATIN SMALL LETTER E WITH ACUTE}".utf8.count)
  }

  @Test func unknownTransform() {
    #expect(Transliterator(id: "Klingon-Latin") == nil)
    #expect(Transliterator(id: "") == nil)
  }

  @Test func normalForms() {
    #expect(Normalizer.normalize("e\u{301}", .nfc).unicodeScalars.count == 1)
    #expect(Normalizer.normalize("é", .nfd).unicodeScalars.count == 2)
    #expect(Normalizer.normalize("ﬁ ５²", .nfkc) == "fi 52")
    #expect(Normalizer.normalize("ＵＳＡ Straße\u{AD}", .nfkcCaseFold) == "usa strasse")
    #expect(Normalizer.normalize("ABC", .nfkcCaseFold) == "abc")
    #expect(Normalizer.normalize("", .nfc).isEmpty)
    #expect(Normalizer.normalize("a\0é", .nfc) == "a\0é")
    #expect(Normalizer.normalize(String(repeating: "ﷺ", count: 500), .nfkc).unicodeScalars.count == 9000)
  }

  @Test func alphabets() {
    let swedish = Collator(locale: "sv")
    let german = Collator(locale: "de")
    #expect(["z", "ö", "a"].sorted { swedish.compare($0, $1) < 0 } == ["a", "z", "ö"])
    #expect(["z", "ö", "a"].sorted { german.compare($0, $1) < 0 } == ["a", "ö", "z"])
    #expect(Collator(locale: "fr", strength: .letters).compare("Élève", "eleve") == 0)
    #expect(Collator(locale: "fr").compare("Élève", "eleve") != 0)
  }

  @Test func sortKeysOrderAsComparisonsDo() {
    let collator = Collator(locale: "en")
    let words = ["", "a", "A", "á", "ab", "b", "resume", "résumé", "Résumé", "żółw", "中", "עברית"]
    for a in words {
      for b in words {
        let order = collator.compare(a, b)
        let (first, second) = (collator.sortKey(a), collator.sortKey(b))
        #expect((order < 0) == first.lexicographicallyPrecedes(second), "\(a) \(b)")
        #expect((order == 0) == (first == second), "\(a) \(b)")
      }
    }
  }
}
