import Testing

@testable import ICU

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Élysée", "elysee"), ("ÜBER", "uber"), ("København", "kobenhavn"), ("Łódź", "lodz"),
    ("İstanbul ışık", "istanbul isik"),
    ("Straße", "strase"), ("œuvre æther", "œuvre æther"), ("Việt Nam Đà Nẵng", "viet nam da nang"),
    ("Ὀδυσσεύς", "οδυσσευσ"), ("Αθήνα", "αθηνα"),
    ("Ещё Ёлка", "еще елка"), ("Йод, Київ, Ґанок, Ўзбек", "йод, київ, ґанок, ўзбек"),
    ("и\u{306} і\u{308} у\u{306} е\u{308}", "й ї ў е"),
    ("أإآٱ", "اااا"), ("مصطفى", "مصطفي"), ("ایران", "ايران"), ("کتاب", "كتاب"), ("مدينة", "مدينه"),
    ("رئيس مسؤول", "رئيس مسؤول"),
    ("مُحَمَّد", "محمد"), ("العــراق", "العراق"), ("\u{FE8E}\u{FEDF}", "ال"),
    ("שָׁלוֹם", "שלום"), ("בית־ספר", "בית־ספר"),
    ("सड़क", "सडक"), ("सड\u{93C}क", "सडक"),
    ("ＵＳＡ　５２００", "usa 5200"), ("ｶﾀｶﾅ", "カタカナ"), ("がぎ 軍隊 한국", "がぎ 軍隊 한국"),
    ("e\u{301}", "e"), ("co\u{AD}operate\u{200D}\u{200B}", "cooperate"),
    ("5\u{A0}200 5\u{202F}200 5\u{2009}200 5\u{2007}200", "5 200 5 200 5 200 5 200"),
    ("d’Irak ‘x’ ʼ ` ′", "d'irak 'x' ' ' ′"), ("≠ ≮", "≠ ≮"), ("٥٬٢٠٠ ५२००", "٥٬٢٠٠ ५२००"), ("nº 5 m²", "nº 5 m²"),
    ("𝐁old", "bold"), ("🇫🇷", "🇫🇷"), ("", ""),
  ])
  func folds(_ text: String, _ expected: String) {
    #expect(Folding.fold(text) == expected)
  }

  /// Folding what is folded changes nothing: a term folded when rules are read matches a text folded when it is read.
  @Test func foldingTwiceIsFoldingOnce() {
    let folding = Folding.shared
    for scalar in UInt32(1)..<0x1_E000 {
      let once = folding.fold(scalar)
      #expect(once == 0 || folding.fold(once) == once, "U+\(String(scalar, radix: 16))")
    }
  }

  /// Of the letters that Unicode 15, the system's ICU, knows: Swift may know newer capitals.
  @Test func upperAndLowerCaseFoldAlike() {
    for value in UInt32(0x41)..<0x3000 where value != 0x345 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isLowercase else { continue }
      let upper = scalar.properties.uppercaseMapping.unicodeScalars
      guard upper.count == 1, let first = upper.first, let age = first.properties.age, age.major <= 15 else { continue }
      #expect(Folding.shared.fold(value) == Folding.shared.fold(first.value), "U+\(String(value, radix: 16))")
    }
  }

  @Test func hanHangulAndSurrogatesStand() {
    for c in [0x4E00, 0x9FFF, 0xAC00, 0xD7A3, 0xD800, 0xE000, 0x3042] {
      #expect(Folding.shared.table[c] == UInt16(c))
    }
  }

  @Test func digitsOfEveryScript() {
    for (text, value) in [("0", 0), ("9", 9), ("٥", 5), ("۵", 5), ("५", 5), ("５", 5), ("๕", 5), ("𝟓", 5)] {
      for scalar in text.unicodeScalars { #expect(Digits.value(of: scalar.value) == value) }
    }
    for scalar in "a五²½Ⅴ/: ".unicodeScalars { #expect(Digits.value(of: scalar.value) == nil) }
    #expect(Digits.value(of: .max) == nil)
  }
}
