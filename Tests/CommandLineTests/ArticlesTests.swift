import Foundation
import Testing

/// `factcheck articles` as a process.
@Suite struct ArticlesTests {
  static let page = """
    Share this

    Ferry sinks off Marrow Point with three hundred aboard

    26 July 2021

    At least twelve people died when a ferry sank off Marrow Point on Monday night, the coast guard said. Divers are to
    search the wreck today, and the harbour of the island stays closed until the evening.

    """

  @Test func tellsHowEachIsReadInATable() throws {
    let scratch = try Scratch()
    try scratch.file("a.txt", Self.page)
    try scratch.file("b.jsonl", #"{"id": "x", "text": "Plus de 20 km.", "language": "fr", "date": "2021-07-30"}"#)
    let run = try Program.run(["articles", "a.txt", "b.jsonl"], folder: scratch.folder)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output == """
        article    format      language      date                   words  left out  title
        a.txt      text        en (guessed)  2021-07-26 (byline)       46         2  Ferry sinks off Marrow Point …
        b.jsonl#x  json-lines  fr            2021-07-30 (metadata)      4         0  –

        """)
  }

  @Test func showsTheStoryAndWhatWasLeftOut() throws {
    let scratch = try Scratch()
    try scratch.file("a.txt", Self.page)
    let run = try Program.run(["articles", "--format", "text", "a.txt"], folder: scratch.folder)
    #expect(run.status == 0)
    #expect(run.output.contains("  date      2021-07-26 (byline)\n"))
    #expect(run.output.contains("     3  title         Ferry sinks off Marrow Point with three hundred aboard\n"))
    #expect(run.output.contains("\n  left out\n     1  share         Share this\n     5  byline        26 July 2021\n"))
  }

  @Test func writesAnObjectALine() throws {
    let scratch = try Scratch()
    try scratch.file("a.txt", Self.page)
    try scratch.file("b.txt", Self.page)
    let run = try Program.run(["articles", "--format", "jsonl", "a.txt", "b.txt"], folder: scratch.folder)
    #expect(run.lines.count == 2)
    let objects = try run.lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.map { $0["id"] as? String } == ["a.txt", "b.txt"])
    #expect(objects.map { $0["copyOf"] as? String } == [nil, "a.txt"])
    #expect(objects[0]["dateFrom"] as? String == "byline")
    let text = try #require(objects[0]["text"] as? String)
    #expect(text.hasPrefix("Ferry sinks") && text.hasSuffix("until the evening."))
    let blocks = try #require(objects[0]["blocks"] as? [[String: Any]])
    #expect(blocks.map { $0["line"] as? Int } == [3, 7])
  }

  @Test func whatCannotBeReadIsNamedAndTheRestIsShown() throws {
    let scratch = try Scratch()
    try scratch.file("a.txt", Self.page)
    try scratch.file("empty.txt", "")
    let run = try Program.run(["articles", "empty.txt", "a.txt", "missing.txt"], folder: scratch.folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("empty.txt: error: is empty"))
    #expect(run.errors.contains("missing.txt: error: does not exist"))
    #expect(run.output.contains("a.txt"))
  }
}
