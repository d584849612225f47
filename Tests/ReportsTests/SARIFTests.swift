import Articles
import Claims
import Findings
import Foundation
import Mentions
import Testing

@testable import Reports

struct SARIFTests {
  typealias Object = SARIFValidator.Object

  private func run(_ report: Report) throws -> Object {
    let log = try SARIFValidator(SARIFReport().render(report, options: ReportOptions()))
    #expect(log.faults.isEmpty, "\(Set(log.faults).sorted().prefix(5))")
    return try #require(log.runs.first)
  }

  private func results(_ report: Report) throws -> [Object] { try #require(try run(report)["results"] as? [Object]) }

  private func region(_ location: Object) -> Object {
    (location["physicalLocation"] as? Object)?["region"] as? Object ?? [:]
  }

  @Test func theValidatorFindsFaults() throws {
    let log =
      #"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"message": {"text": "{0}"}}]}]}"#
    let faults = try SARIFValidator(Array(log.utf8)).faults
    #expect(faults.contains("result has no ruleId"))
    #expect(faults.contains("a single brace in ‘{0}’"))
    #expect(faults.contains("0 locations"))
  }

  @Test func eachFindingButAgreementIsAResult() throws {
    let results = try results(Fixture.report)
    let seen = results.map { result in
      [result["ruleId"], result["kind"], result["level"]].map { $0 as? String ?? "" }.joined(separator: " ")
    }
    #expect(
      seen == [
        "us-troops-in-iraq fail error", "helicopter-crash fail error", "us-troops-in-iraq fail warning",
        "end-of-combat-mission review none", "trained-soldiers informational none",
      ])
    let prints = results.map { ($0["partialFingerprints"] as? [String: String])?["factcheckFinding/v1"] }
    #expect(prints.first == "us-troops-in-iraq-3f9c2a")
  }

  @Test func placesLeadIntoEveryArticleConcerned() throws {
    let result = try #require(try results(Fixture.report).first)
    let related = try #require(result["relatedLocations"] as? [Object])
    let places = related.map { location in
      let physical = location["physicalLocation"] as? Object
      let uri = (physical?["artifactLocation"] as? Object)?["uri"] as? String ?? ""
      return "\(uri) \(((location["message"] as? Object)?["text"] as? String ?? "").prefix(5))"
    }
    #expect(
      places == [
        "articles/janvier.fr.txt 5,200", "articles/juillet.fr.txt 5,200", "articles/ain-al-asad.ar.txt 5,200",
        "articles/mission.en.md 2,500", "articles/%E6%92%A4%E5%86%9B.zh.txt 2,500",
      ])
    let message = try #require((result["message"] as? Object)?["text"] as? String)
    #expect(message.contains("\n2,500: [articles/mission.en.md:1](4), [articles/撤军.zh.txt:1](5)"))
  }

  /// What the region cuts out of the file is its snippet, in code points.
  @Test func regionsCutOutTheirSnippets() throws {
    var checked = 0
    for result in try results(Fixture.report) {
      for location in result["relatedLocations"] as? [Object] ?? [] {
        let id = try #require((location["properties"] as? Object)?["article"] as? String)
        let article = try #require(Fixture.report.articles.first { $0.id == id })
        let region = region(location)
        let line = article.text.line(try #require(region["startLine"] as? Int))
        let start = try #require(region["startColumn"] as? Int)
        let end = try #require(region["endColumn"] as? Int)
        #expect(region["endLine"] as? Int == region["startLine"] as? Int)
        let cut = String(String.UnicodeScalarView(Array(line.unicodeScalars)[start - 1..<end - 1]))
        #expect((region["snippet"] as? Object)?["text"] as? String == cut)
        checked += 1
      }
    }
    #expect(checked == 16)
  }

  @Test func theEndIsToldOnlyWhereItIsCertain() throws {
    var report = ExchangeFixture.large(findings: 1, claims: 1)
    report.claims[0].text = "1\n000\r\nsoldiers"
    report.claims[0].end = report.claims[0].start + report.claims[0].text.unicodeScalars.count
    // Markup stands among the words in the file.
    report.claims[1].end += 7
    let related = try #require(try results(report).first?["relatedLocations"] as? [Object])
    let broken = region(related[0])
    #expect(broken["endLine"] as? Int == 3)
    #expect(broken["endColumn"] as? Int == 9)
    let marked = region(related[1])
    #expect(Set(marked.keys) == ["startLine", "startColumn"])
  }

  @Test func standingsAreStatesAndSuppressions() throws {
    let run = try run(ExchangeFixture.standings)
    let results = try #require(run["results"] as? [Object])
    func result(_ id: String) throws -> Object {
      try #require(results.first { ($0["fingerprints"] as? [String: String])?["factcheckFinding/v1"] == id })
    }
    #expect(try result("us-troops-in-iraq-3f9c2a")["baselineState"] as? String == "new")
    let known = try result("us-troops-in-iraq-77b01e")
    #expect(known["baselineState"] as? String == "unchanged")
    #expect((known["properties"] as? Object)?["baselineReason"] as? String == "the ministry was asked")
    #expect((known["suppressions"] as? [Object])?.isEmpty == true)
    let suppressed = try #require(try result("helicopter-crash-0c11fe")["suppressions"] as? [[String: String]])
    #expect(
      suppressed == [["kind": "external", "status": "accepted", "justification": "one of them died <later>"]])
    #expect((run["properties"] as? Object)?["factcheck/fixed"] as? [String] == ["turnout-111111"])
    // Without a baseline and suppressions, nothing of the kind is said.
    #expect(try self.results(Fixture.report).allSatisfy { $0["baselineState"] == nil && $0["suppressions"] == nil })
  }

  @Test func problemsAreNotifications() throws {
    let invocation = try #require((try run(Fixture.report)["invocations"] as? [Object])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    let notifications = try #require(invocation["toolExecutionNotifications"] as? [Object])
    #expect(notifications.map { $0["level"] as? String } == ["error", "warning"])
    var report = Fixture.report
    report.problems.removeAll { $0.severity == .error }
    let other = try #require((try run(report)["invocations"] as? [Object])?.first)
    #expect(other["executionSuccessful"] as? Bool == true)
  }

  @Test func hostileTextStaysText() throws {
    let run = try run(ExchangeFixture.hostileReport)
    #expect((run["results"] as? [Object])?.count == 6)
    let rules = ((run["tool"] as? Object)?["driver"] as? Object)?["rules"] as? [Object] ?? []
    let markdown = rules.compactMap { ($0["help"] as? Object)?["markdown"] as? String }.joined()
    // What is left without the escapes and the words that we make bold ourselves.
    let bare = markdown.replacing(#/\\./#, with: "").replacing("**", with: "")
    #expect(!bare.contains(where: { "<>[]`*_&#|~".contains($0) }))
    #expect(!bare.contains("//"))
    let uris = (run["artifacts"] as? [Object] ?? []).compactMap { ($0["location"] as? Object)?["uri"] as? String }
    #expect(uris[0] == "articles/a%20b%231%2520%3Fx%3Dy%26z.txt")
    #expect(uris[2] == "file:///tmp/%3C%22%27%3E%1B%5B31m.html")
  }

  @Test func emptyReportsAndLostRulesAreValid() throws {
    let empty = Report(toolVersion: "0.1.0", articles: [], rules: [], claims: [], findings: [])
    #expect(try results(empty).isEmpty)
    var report = Fixture.report
    report.rules = []
    report.articles = []
    #expect(try results(report).count == 5)
  }

  /// Every side keeps places when there are too many of them.
  @Test func locationsStayWithinTheLimit() throws {
    let report = ExchangeFixture.large(findings: 1, sides: 3, claims: 600, articles: 2000)
    let result = try #require(try results(report).first)
    let related = try #require(result["relatedLocations"] as? [Object])
    #expect(related.count == 999)
    let sides = related.map { ((($0["message"] as? Object)?["text"] as? String) ?? "").prefix(5) }
    for side in ["1,000", "2,000", "3,000"] { #expect(sides.count { $0 == side } == 333) }
    #expect(((result["message"] as? Object)?["text"] as? String)?.hasSuffix("\n801 more places left out.") == true)
  }

  @Test func resultsStayWithinTheLimit() throws {
    var report = ExchangeFixture.large(findings: 2, claims: 1)
    var findings = Array(repeating: report.findings[0], count: 20)
    findings.append(report.findings[1])
    report.findings = findings
    var format = SARIFReport()
    #expect(format.resultLimit == 25_000)
    format.resultLimit = 20
    let bytes = format.render(report, options: ReportOptions())
    let log = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? Object)
    let run = try #require((log["runs"] as? [Object])?.first)
    let results = try #require(run["results"] as? [Object])
    #expect(results.count == 20)
    // The contradiction, though it came last, is there; one of the disputes is not.
    #expect(results[0]["level"] as? String == "error")
    let invocation = (run["invocations"] as? [Object])?.first
    let notification = (invocation?["toolExecutionNotifications"] as? [Object])?.first
    #expect(
      (notification?["message"] as? Object)?["text"] as? String
        == "1 finding left out: GitHub takes 20 results a run. JSON has all.")
  }

  @Test(.timeLimit(.minutes(2))) func growsLinearly() throws {
    #expect(try ExchangeFixture.growsLinearly(SARIFReport()))
  }
}
