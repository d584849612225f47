import Testing

@testable import Languages

struct LanguageFileTests {
  @Test func noBuiltInFileHasSlips() {
    #expect(LanguageFile.problems() == [])
  }

  @Test(arguments: [
    ("language: xx\nnumbesr: {1: [en]}", "xx.yaml: `numbesr` is no section that is read"),
    ("language: xx\nnumbers: {one: [en]}", "xx.yaml: `numbers`: `one` is no number"),
    ("language: xx\nquantities:\n  more then: [over <n>]", "xx.yaml: `quantities`: there is no action `more then`"),
    ("language: xx\nquantities:\n  about: [om <nubmer>]", "xx.yaml: `om <nubmer>`: `<nubmer>` stands for nothing"),
    ("numbers: {1: [en]}", "a language file is a mapping that begins with `language: xx`"),
  ])
  func slipsAreNamed(yaml: String, problem: String) {
    #expect(LanguageCheck.problems(of: yaml) == [problem])
  }
}
