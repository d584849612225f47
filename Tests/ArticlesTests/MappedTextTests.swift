import Testing

@testable import Articles

@Suite("Mapped text")
struct MappedTextTests {
  /// `a&amp;b` inside a JSON string whose ampersand is written as an escape.
  @Test func mapsCompose() {
    let file = #"{"text": "x \u0026amp; y"}"#
    let bytes = Array(file.utf8)
    var json = MappedTextBuilder()
    json.copy(bytes[10..<12], from: 10)
    json.add(Array("&".utf8), for: 12..<18)
    json.copy(bytes[18..<24], from: 18)
    let string = json.text
    #expect(string.text == "x &amp; y")
    var html = MappedTextBuilder()
    let inner = Array(string.text.utf8)
    html.copy(inner[0..<2], from: 0)
    html.add(Array("&".utf8), for: 2..<7)
    html.copy(inner[7...], from: 7)
    let text = html.text.through(string)
    #expect(text.text == "x & y")
    #expect(text.map.source(of: 0..<1) == 10..<11)
    #expect(text.map.source(of: 2..<3) == 12..<22)
    #expect(text.map.source(of: 4..<5) == 23..<24)
    #expect(text.range == 10..<24)
  }

  @Test func partsKeepTheirPlaces() {
    var builder = MappedTextBuilder()
    builder.copy(Array("one ".utf8), from: 5)
    builder.add([0xC3, 0xA9], for: 9..<17)
    builder.copy(Array(" two".utf8), from: 17)
    let part = builder.text[4..<8]
    #expect(part.text == "é t")
    #expect(part.map.source(of: 0..<2) == 9..<17)
    #expect(part.map.source(of: 3..<4) == 18..<19)
    #expect(builder.text[5..<10].map.source(of: 0) == 9)
  }
}
