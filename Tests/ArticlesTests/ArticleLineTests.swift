import Foundation
import Testing

@testable import Articles

struct ArticleLineTests {
  private func failure(_ line: String) -> Diagnostic? {
    do {
      _ = try ArticleLine.decode(line, number: 7, file: "in.jsonl")
      return nil
    } catch {
      return error
    }
  }

  @Test func readsAllFields() throws {
    let read = try ArticleLine.decode(
      #" { "id" : "a1", "extra": {"x": [1, -2.5e3, "]}", {"y": null}], "z": true}, "text":"Un.\nDeux.", "language":"fr", "date":"2016-11-07", "title":"T", "source":null, "url":"u" } "#
        + "\r\n")
    #expect(read.id == "a1")
    #expect(read.texts == ["Un.", "Deux."])
    #expect(read.language == "fr")
    #expect(read.day?.description == "2016-11-07")
    #expect(read.dayOrigin == .metadata)
    #expect(read.title == "T")
    #expect(read.source == nil)
    #expect(read.url == "u")
  }

  @Test func onlyIDAndTextAreNeeded() throws {
    let read = try ArticleLine.decode(#"{"text":"Les soldats américains sont restés en Irak toute l'année.","id":12}"#)
    #expect(read.id == "12")
    #expect(read.language == "fr")
    #expect(try ArticleLine.decode(#"{"text":"","id":"e"}"#).blocks.isEmpty)
  }

  @Test func escapesAreResolvedAndPlacesCountInTheText() throws {
    let read = try ArticleLine.decode(
      #"{"id":"1","text":"\u00e9t\u00E9 \"x\" \\ \/ \b\f\t \ud83c\udf88 5\n\u4e2d 6 \ud83c. \udf88\u0041"}"#)
    #expect(read.text.text == "été \"x\" \\ / \u{8}\u{C}\t 🎈 5\n中 6 \u{FFFD}. \u{FFFD}A")
    let last = try #require(read.blocks.last)
    #expect(last.text.hasPrefix("中 6"))
    #expect(read.text.position(atUTF8: last.map.source(of: 4)).codePoint == read.text.text.unicodeScalars.count - 7)
  }

  /// The law: what Foundation's encoder writes comes back as it was.
  @Test func agreesWithFoundation() throws {
    struct Line: Codable { var id, text: String }
    var state: UInt64 = 3
    let pieces = ["a", "é", "\"", "\\", "\n", "\u{1}", "🎈", "中", "/", "\u{2028}", "\r\n", " ", "\u{7F}", "\u{FEFF}"]
    for i in 0..<200 {
      var text = "."
      for _ in 0..<i {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let line = String(decoding: try JSONEncoder().encode(Line(id: "\(i)", text: text)), as: UTF8.self)
      #expect(try ArticleLine.decode(line).text.text.utf8.elementsEqual(text.utf8))
    }
  }

  @Test(arguments: [
    ("", "the line is empty", 1), ("[1]", "the line is no JSON object", 1),
    (#"{"id":"1"}"#, "the article has no “text”", 11),
    (#"{"text":"x"}"#, "the article has no “id”", 13),
    (#"{"id":"1","text":"x""#, "bad JSON: a comma or the closing brace is missing here", 21),
    (#"{"id":"1","text":"x"#, "bad JSON: this string does not end", 18),
    (#"{"id":"1","text":5}"#, "“text” must be a string", 18),
    (#"{"id":"1","text":null}"#, "“text” must be a string, not null", 18),
    (#"{"id":"1" "text":"x"}"#, "bad JSON: a comma or the closing brace is missing here", 11),
    (#"{"id":"1","text":"x","date":"2021-02-29"}"#, "“2021-02-29” is no date", 29),
    (#"{"id":"1","text":"x","date":"hier"}"#, "“hier” is no date", 29),
    (#"{"id":"1","text":"x","language":"french"}"#, "“french” is no language tag", 33),
    (#"{"id":"1","text":"x"} {}"#, "bad JSON: more follows after the object", 23),
    (#"{"id":"1","text":"\x"}"#, "bad JSON: there is no such escape", 19),
    (#"{"id":"1","text":"\u12"}"#, "bad JSON: \\u takes four hexadecimal digits", 21),
    (#"{"é":1,"id":"1","text":"\#t"}"#, "bad JSON: a control character stands in a string", 25),
    (#"{id:1}"#, "bad JSON: a key in double quotation marks is missing here", 2),
    (#"{"a":[1,{]}}"#, "bad JSON: a value is missing here", 10),
    (#"{"a":"#, "bad JSON: the text ends inside a value", 6), ("{\"a\":tru}", "bad JSON: no value begins like this", 6),
  ]) func faultsTellTheirPlace(_ line: String, _ message: String, _ column: Int) {
    let error = failure(line)
    #expect(error?.message == message)
    #expect(error?.location?.line == 7)
    #expect(error?.location?.column == column)
    #expect(error?.location?.file == "in.jsonl")
  }

  @Test func deepNestingIsRefusedAndBadBytesToo() {
    #expect(failure(#"{"a":"# + String(repeating: "[", count: 100_000))?.message.contains("deeper") == true)
    let bytes = Array(#"{"id":"1","text":"caf"#.utf8) + [0xE9] + Array("\"}".utf8)
    #expect(throws: Diagnostic.self) { try bytes.withUnsafeBufferPointer { try ArticleLine.decode($0) } }
  }
}
