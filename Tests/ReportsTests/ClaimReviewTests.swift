import Articles
import Claims
import Findings
import Foundation
import Testing

@testable import Reports

struct ClaimReviewTests {
  private func bytes(_ report: Report) -> [UInt8] { ClaimReviewReport().render(report, options: ReportOptions()) }

  private func graph(_ report: Report) throws -> [[String: Any]] {
    let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes(report))) as? [String: Any])
    #expect(json["@context"] as? String == "https://schema.org")
    return try #require(json["@graph"] as? [[String: Any]])
  }

  @Test func aReviewForEachPositionThatConflicts() throws {
    let reviews = try graph(Fixture.report)
    #expect(reviews.count == 6)
    let first = reviews[0]
    #expect(first["@type"] as? String == "ClaimReview")
    #expect(first["claimReviewed"] as? String == "American troops in Iraq: 5,200")
    let rating = try #require(first["reviewRating"] as? [String: Any])
    #expect(rating["alternateName"] as? String == "Contradicted by 2 articles")
    let item = try #require(first["itemReviewed"] as? [String: Any])
    let appearances = try #require(item["appearance"] as? [[String: Any]])
    #expect(appearances.count == 3)
    #expect(appearances[1]["url"] as? String == "https://example.org/juillet?a=1&b=2")
    #expect(appearances[0]["datePublished"] as? String == "2020-01-15")
    #expect(appearances[0]["inLanguage"] as? String == "fr")
  }

  @Test func namesWhoseWordItIs() throws {
    let disputed = try graph(Fixture.report).filter {
      (($0["reviewRating"] as? [String: Any])?["alternateName"] as? String)?.hasPrefix("Disputed") == true
    }
    #expect(disputed.count == 2)
    let item = disputed[1]["itemReviewed"] as? [String: Any]
    #expect((item?["author"] as? [[String: Any]])?.first?["name"] as? String == "Sprecher des Pentagons")
  }

  /// A comparison knows what conflicts, not what is so.
  @Test func ratesNothingAsTrueOrFalse() throws {
    let text = String(decoding: bytes(Fixture.report), as: UTF8.self)
    #expect(!text.contains("ratingValue") && !text.contains("bestRating"))
    for review in try graph(Fixture.report) {
      let rating = try #require(review["reviewRating"] as? [String: Any])
      let words = "\(rating["alternateName"] ?? "") \(rating["ratingExplanation"] ?? "")".lowercased()
      #expect(!words.contains("false") && !words.contains("true") && !words.contains("wrong"))
      #expect(words.contains("was not examined"))
      #expect(review["datePublished"] == nil)
    }
  }

  @Test func anArticleMayContradictItself() throws {
    var report = Fixture.report
    report.findings = [report.findings[3]]
    report.findings[0].positions[0].claims.removeLast()
    let rating = try graph(report)[0]["reviewRating"] as? [String: Any]
    #expect(rating?["alternateName"] as? String == "Contradicted within the same article")
  }

  @Test func leavesOutWhatWasSuppressed() throws {
    var report = Fixture.report
    report.findings[0].standing = .suppressed(reason: "no")
    report.findings[1].standing = .known(reason: nil)
    #expect(try graph(report).count == 4)
  }

  @Test(arguments: Fixture.hostile)
  func hostileTextStaysText(text: String) throws {
    let report = HTMLTests.report(text: text)
    #expect(!bytes(report).contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") || $0 == 0x1B })
    let reviews = try graph(report)
    #expect(reviews.count == 4)
    let keys: Set = ["@type", "identifier", "claimReviewed", "inLanguage", "author", "reviewRating", "itemReviewed"]
    for review in reviews { #expect(Set(review.keys) == keys) }
  }
}
