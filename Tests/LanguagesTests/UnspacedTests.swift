import Testing

@testable import Languages

/// Scripts without spaces, cut sign by sign.
struct UnspacedTests {
  private func cut(_ text: String, _ lexer: Lexer) -> [String] {
    lexer.tokens(of: text).map { String(text.utf8.dropFirst($0.range.lowerBound).prefix($0.range.count)) ?? "" }
  }

  @Test(arguments: ["zh", "ja", "en"])
  func everyHanSignAndKanaIsAWord(language: String) {
    #expect(cut("3千米メートル", Language.of(language).lexer) == ["3", "千", "米", "メ", "ー", "ト", "ル"])
  }

  @Test func hangulIsCutWhereTheLanguageAsks() {
    #expect(cut("5명이 왔다", Language.of("ko").lexer) == ["5", "명", "이", "왔", "다"])
    #expect(cut("5명이 왔다", Lexer()) == ["5", "명이", "왔다"])
  }

  @Test func traditionalSignsAreTheWordsOfTheSimplified() {
    let lexer = Language.of("zh").lexer
    #expect(lexer.tokens(of: "個萬億點").map(\.word) == lexer.tokens(of: "个万亿点").map(\.word))
    #expect(lexer.tokens(of: "個萬億點").allSatisfy { $0.word != 0 })
  }

  @Test func simplifiedSignsHaveNoOtherForm() {
    let forms = HanForms.simplified
    #expect(forms[0x500B] == 0x4E2A)
    for plain in forms.values { #expect(forms[plain] == nil || forms[plain] == plain) }
  }
}
