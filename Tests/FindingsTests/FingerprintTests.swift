import Claims
import ICU
import Testing

@testable import Findings

struct FingerprintTests {
  private func ids(_ claims: [Claim], _ rule: Rule = rule()) -> [String] {
    Comparison.findings(for: rule, claims: claims).map(\.id)
  }
  private let base = [exactly("c1", 5, article: "a"), exactly("c2", 6, article: "b")]

  @Test func anIdIsTheRuleAndSixDigits() throws {
    let id = try #require(ids(base).first)
    let digits = id.dropFirst("troops-".count)
    #expect(id.hasPrefix("troops-"))
    #expect(digits.count == 6)
    #expect(digits.allSatisfy { $0.isHexDigit && !$0.isUppercase })
  }

  @Test func linesNumbersAndOrderDoNotCount() {
    let moved = [exactly("c7", 6, article: "b", line: 90), exactly("c9", 5, article: "a", line: 3)]
    #expect(ids(moved) == ids(base))
    #expect(ids(base + [exactly("c3", 6, article: "b", line: 8)]) == ids(base))
    #expect(ids(base, rule(tolerance: .absolute(0.5))) == ids(base))
  }

  @Test func articlesValuesVerdictsAndRulesCount() {
    var other = rule()
    other.id = "other"
    let renamed = base.map { old in
      var new = old
      new.rule = "other"
      return new
    }
    let all =
      [
        base, [exactly("c1", 5, article: "a"), exactly("c2", 7, article: "b")],
        [exactly("c1", 5, article: "a"), exactly("c2", 6, article: "c")],
        [exactly("c1", 5, article: "a"), exactly("c2", 6, article: "b", modality: .attributed)],
        [exactly("c1", 6, article: "a"), exactly("c2", 5, article: "b")],
      ].flatMap { ids($0) } + ids(renamed, other)
    #expect(all.count == 6)
    #expect(Set(all.map { $0.suffix(6) }).count == 6)
  }

  @Test func idsOfManyFindingsAreUnique() {
    let claims = (0..<2_000).map { i in
      var new = exactly("c\(i)", Double(i % 2), article: "a\(i % 2)")
      new.asOf = day("2000-01-01") + i / 2
      return new
    }
    let ids = ids(claims, rule(changes: .any))
    #expect(ids.count == 1_001)
    #expect(Set(ids).count == ids.count)
  }

  @Test func digitsAreAddedWhereSixAreNotEnough() {
    let texts = Fingerprint.distinct([
      0x1234_5678_0000_0000, 0x1234_56FF_0000_0000, 0xABC, 0xABC, 0xABCD_EF00_0000_0000,
    ])
    #expect(texts == ["1234567", "123456f", "0000000000000abc", "0000000000000abc-2", "abcdef"])
  }
}
