import Testing

@testable import ICU

@Suite struct WordBreakerTests {
  private func words(_ text: String, _ locale: String) -> [String] {
    WordBreaker(locale: locale).words(in: text).map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
  }

  @Test func wordsAndNumbers() {
    #expect(words("The U.S. sent 5,200 troops.", "en") == ["The", "U.S", "sent", "5,200", "troops"])
    #expect(words("des soldats américains", "fr") == ["des", "soldats", "américains"])
    let kinds = WordBreaker(locale: "ja").words(in: "5,200 カナ abc").map(\.kind)
    #expect(kinds == [.number, .han, .letters])
    #expect(words("美国在伊拉克有士兵", "zh").count > 2)
    #expect(words("ทหารอเมริกัน", "th").count == 2)
  }

  @Test func boundariesAreScalarBoundaries() {
    let text = "Ünï 中文。🇫🇷 ٥٢٠٠ ä"
    let boundaries = WordBreaker(locale: "en").boundaries(in: text)
    #expect(boundaries.first == 0 && boundaries.last == text.utf8.count)
    #expect(boundaries == boundaries.sorted() && Set(boundaries).count == boundaries.count)
    let bytes = Array(text.utf8)
    #expect(boundaries.allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 })
    #expect(WordBreaker(locale: "en").boundaries(in: "").isEmpty)
  }

  /// More boundaries than the buffer holds, in bytes that are no UTF-8 as well.
  @Test func longAndBrokenTexts() {
    let long = String(repeating: "a ", count: 5000)
    #expect(WordBreaker(locale: "en").boundaries(in: long).count == 10_001)
    let broken: [UInt8] = [0xFF, 0xC3, 0x20, 0x61, 0xE2, 0x82]
    broken.withUnsafeBufferPointer { bytes in
      let breaker = WordBreaker(locale: "en")
      #expect(breaker.boundaries(in: bytes).last == 6)
      #expect(breaker.count(in: bytes) == breaker.boundaries(in: bytes).count - 1)
      #expect(SentenceBreaker(locale: "en").boundaries(in: bytes).last == 6)
    }
  }

  @Test func unknownLocales() {
    #expect(words("one two", "xx") == ["one", "two"])
    #expect(words("one two", "") == ["one", "two"])
  }
}

@Suite struct SentenceBreakerTests {
  private func sentences(_ text: String, _ locale: String) -> [String] {
    let bytes = Array(text.utf8)
    return SentenceBreaker(locale: locale).sentences(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Each text is written with `|` where a sentence ends.
  @Test(arguments: [
    ("fr", "M. Hellas est venu.| Il est reparti."), ("fr", "M.\u{A0}Le Drian l'a dit.| Mme Parly aussi."),
    ("fr", "Depuis le 3 janv. 2020, M. Trump hésite.| C’est tout."), ("fr", "Les États-Unis (U.S.) Navy."),
    ("fr", "Au Ier siècle av. J.-C. César vint.| Puis il partit."),
    ("fr", "« Quoi ? » a-t-il dit.| « Non. »| Il part."),
    ("fr", "C'est une réalité.|Les forces sont là!|L'armée aussi.|Écoutez.| Voir www.exemple.Com ou a@lemonde.Fr."),
    ("en", "Use Node.Js and U.S.Army, says the.Com firm."),
    ("fr", "Il mesure 1,90 m.| Il joue.| Large de 12 mm.| Le mur."),
    ("en", "He lives on Main St.| The house is 5 ft.| It fell."),
    ("fr", "« Non ! »| L’armée reste.| Il dit : « Oui. »\n| « Bon. »"), ("de", "»Nein.«| »Doch.«| Er ging."),
    ("fr", "Il a 5 M.| L'armée aussi."),
    ("en", "Mr. Biden met U.S. troops in St. Louis.| He left."), ("en", "The U.S. Army stays.| It said so."),
    ("en", "They left the U.S.| The army stayed."), ("en", "It ranks No. 5 Among them.| No.| That is wrong."),
    ("en", "George W. Bush and J. R. Smith spoke.| They left."),
    ("en", "Lt. Gen. Paul LaCamera said 5,200.| Then 2,500."),
    ("en", "It hit on Jan. 6 2021.| On Jan. 8 two died."),
    ("en", "It began at 5 p.m. Monday.| At 6 p.m.| Officials left."),
    ("en", "Apple Inc. Chief Executive Tim Cook spoke."), ("en", "\"Why?\" he asked.| \"Because.\"| She left."),
    ("en", "1. The troops left.| 2. They came back."), ("en", "It was World War I.| Then came peace."),
    ("en", "He was told to shut Up.| Nobody did."), ("en", "Did he?| Yes!| He did….| Perhaps."),
    ("en", "First line\n|second line.| Third."), ("en", "See fig. 3 and pp. 5–6.| Done."),
    ("de", "Am 3. Oktober 2021 kamen 5 Mio. Euro.| Das ist z. B. viel."),
    ("de", "Die 82. Luftlandedivision ging.| Er ist 25.| Die Frau auch."),
    ("de", "Hr. Dr. Müller sagte es.| Nr. 5 lebt."),
    ("es", "El Sr. García y la Dra. Ruiz llegaron.| Los EE. UU. Marines también."), ("es", "¿Cuántos?| Unos 5.200."),
    ("ru", "В. В. Путин приехал в г. Москва.| Он уехал."),
    ("ru", "Это было в 2020 г.| В Ираке было 5200 солдат.| С 2020 г. Россия там."),
    ("tr", "2. Dünya Savaşı bitti.| Bu son."), ("zh", "美军有5200人。|他们将撤离。"),
    ("ar", "قال د. محمد ذلك.| وصل الجنود؟| نعم."),
    ("hi", "डॉ. सिंह ने कहा।| सैनिक गए।"), ("pl", "Od 3. Maja gen. Nowak czeka.| To wszystko."),
  ])
  func sentenceEnds(_ locale: String, _ marked: String) {
    let expected = marked.split(separator: "|").map { part in
      String(
        String.UnicodeScalarView(
          part.unicodeScalars.drop { $0.properties.isWhitespace }.reversed().drop { $0.properties.isWhitespace }
            .reversed()))
    }
    let text = marked.filter { $0 != "|" }
    #expect(sentences(text, locale) == expected)
  }

  @Test func boundariesCoverTheText() {
    let text = "  Mr. X left. \n\n He (U.S.) came. "
    let boundaries = SentenceBreaker(locale: "en").boundaries(in: text)
    #expect(boundaries.first == 0 && boundaries.last == text.utf8.count && boundaries == boundaries.sorted())
    #expect(SentenceBreaker(locale: "en").boundaries(in: "").isEmpty)
    #expect(sentences(" \n ", "en").isEmpty)
    #expect(sentences("No end", "xx") == ["No end"])
  }

  @Test func cursorWalksBothWays() {
    let text = "aé中🇫" + "\u{7FF}\u{FFFF}"
    let bytes = Array(text.utf8) + [0x80, 0xE2, 0x82]
    bytes.withUnsafeBufferPointer { buffer in
      var cursor = ScalarCursor(buffer, at: 0)
      var forward: [Unicode.Scalar] = []
      while let scalar = cursor.next() { forward.append(scalar) }
      var backward: [Unicode.Scalar] = []
      while let scalar = cursor.previous() { backward.append(scalar) }
      #expect(forward == backward.reversed())
      #expect(forward == Array(text.unicodeScalars) + ["\u{FFFD}", "\u{FFFD}", "\u{FFFD}"])
    }
  }
}
