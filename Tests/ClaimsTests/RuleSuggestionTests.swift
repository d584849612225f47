import Testing

@testable import Claims

struct RuleSuggestionTests {
  static let words: [(String, String?)] = [
    ("severty", "severity"), ("abuot", "about"), ("Near", "near"), ("para", "paragraph"), ("exampels", "examples"),
    ("tolerence", "tolerance"), ("untill", nil), ("x", nil), ("", nil), ("completely-different", nil),
  ]

  @Test(arguments: words)
  func findsTheWordMeant(word: String, expected: String?) {
    let words = ["severity", "about", "near", "paragraph", "examples", "tolerance", "unit", "id"]
    #expect(Suggestion.closest(to: word, among: words) == expected)
    #expect(Suggestion.closest(to: word, among: words.reversed()) == expected)
  }

  @Test func distances() {
    #expect(Suggestion.editDistance("", "") == 0)
    #expect(Suggestion.editDistance("", "abc") == 3)
    #expect(Suggestion.editDistance("kitten", "sitting") == 3)
    #expect(Suggestion.editDistance("ca", "ac") == 1)
    #expect(Suggestion.editDistance("солдат", "солдта") == 1)
  }

  /// Symmetric, nought for the same word alone, and never more than the longer of the two.
  @Test func distanceLaws() {
    let words = ["", "a", "ab", "ba", "abc", "acb", "near", "naer", "region", "reigon", "soldat", "солдат"]
    for a in words {
      for b in words {
        let distance = Suggestion.editDistance(a, b)
        #expect(distance == Suggestion.editDistance(b, a))
        #expect((distance == 0) == (a == b))
        #expect(distance <= max(a.unicodeScalars.count, b.unicodeScalars.count))
      }
    }
  }
}
