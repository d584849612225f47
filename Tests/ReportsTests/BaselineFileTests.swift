import Articles
import Findings
import ICU
import Testing

@testable import Reports

struct BaselineFileTests {
  private let baseline = Baseline(entries: [
    BaselineEntry(
      id: "vote-22", rule: "vote", verdict: .disputed, message: "Two “states” for\nthe vote",
      articles: ["b.md", "ü.md"],
      reason: "asked, 3 \"times\"", expires: Day("2027-01-31")),
    BaselineEntry(id: "troops-11", rule: "troops", verdict: .contradiction, message: "Two figures", articles: ["a.md"]),
  ])

  private func read(_ text: String) throws(Diagnostic) -> Baseline {
    try BaselineFile.read(SourceText(name: "baseline.json", text: text))
  }

  private func text(_ baseline: Baseline) -> String { String(decoding: BaselineFile.render(baseline), as: UTF8.self) }

  @Test func looksLikeThis() {
    #expect(
      text(baseline) == """
        {
          "version": 1,
          "findings": [
            {
              "id": "troops-11",
              "rule": "troops",
              "verdict": "contradiction",
              "message": "Two figures",
              "articles": [
                "a.md"
              ],
              "reason": null,
              "expires": null
            },
            {
              "id": "vote-22",
              "rule": "vote",
              "verdict": "disputed",
              "message": "Two “states” for\\nthe vote",
              "articles": [
                "b.md",
                "ü.md"
              ],
              "reason": "asked, 3 \\"times\\"",
              "expires": "2027-01-31"
            }
          ]
        }

        """)
  }

  @Test func isReadBackAsItWasWritten() throws {
    #expect(try read(text(baseline)) == baseline)
    #expect(try read(text(Baseline())) == Baseline())
  }

  @Test func whatPeopleLeaveOutIsNotMissed() throws {
    let short = try read(
      #"{"version": 1, "findings": [{"id": "b", "rule": "r", "verdict": "agree", "message": "", "articles": []}]}"#)
    #expect(short.entries.map(\.id) == ["b"])
    #expect(short.entries.first?.reason == nil)
  }

  @Test(arguments: [
    ("", "bad JSON", 1), ("{", "bad JSON", 1), ("[]", "no baseline", 1), ("{}", "no baseline", 1),
    (#"{"version": 1, "findings": [], "claims": []}"#, "this is a report, not a baseline", 1),
    ("{\"version\": 2,\n \"findings\": []}", "version 2", 1),
    ("{\"findings\": []}", "`version` is missing", 1), ("{\"version\": 1,\n\"findings\": {}}", "should be a list", 2),
    ("{\"version\": 1, \"findings\": [\n{\"rule\": \"x\"}]}", "`id` is missing from `findings[0]`", 2),
    (
      "{\"version\": 1, \"findings\": [{\"id\": \"a\", \"rule\": \"b\",\n\"verdict\": \"bad\"}]}",
      "`bad` is no value of `findings[0].verdict`", 2
    ),
    (
      "{\"version\": 1, \"findings\": [{\"id\": \"a\", \"rule\": \"b\", \"verdict\": \"agree\", \"message\": \"\",\n"
        + "\"articles\": [],\n\"expires\": \"31.1.2027\"}]}", "`findings[0].expires` should be a day", 3
    ),
  ])
  func mistakesAreNamed(text: String, message: String, line: Int) throws {
    let error = try #require(throws: Diagnostic.self) { _ = try read(text) }
    #expect(error.message.contains(message), "\(error)")
    #expect(error.location?.file == "baseline.json")
    #expect(error.location?.line == line, "\(error)")
    #expect(error.help?.isEmpty == false, "\(error)")
  }
}
