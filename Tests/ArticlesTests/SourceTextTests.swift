import Testing

@testable import Articles

struct SourceTextTests {
  @Test func countsCodePointsLinesAndColumns() {
    let text = SourceText(name: "a", text: "été\nà 5 000\n🎈 x")
    #expect(text.position(atUTF8: 0) == .init(line: 1, column: 1, codePoint: 0))
    #expect(text.position(atUTF8: 2) == .init(line: 1, column: 2, codePoint: 1))
    #expect(text.position(atUTF8: 6) == .init(line: 2, column: 1, codePoint: 4))
    let balloon = text.text.utf8.count - 6
    #expect(text.position(atUTF8: balloon) == .init(line: 3, column: 1, codePoint: 12))
    #expect(text.position(atUTF8: balloon + 5).column == 3)
  }

  /// The law: as many code points before an offset as a plain count finds, whatever the text.
  @Test(arguments: [0x41, 0xE9, 0x4E2D, 0x1F388]) func positionsAgreeWithAPlainCount(_ scalar: UInt32) throws {
    let letter = String(try #require(Unicode.Scalar(scalar)))
    var text = ""
    for i in 0..<900 { text += i % 97 == 0 ? "\n" : i % 5 == 0 ? "a" : letter }
    let source = SourceText(name: "a", text: text)
    var point = 0
    var line = 1
    var column = 1
    var offset = 0
    for unicode in text.unicodeScalars {
      #expect(source.position(atUTF8: offset) == .init(line: line, column: column, codePoint: point))
      offset += UTF8.width(unicode)
      point += 1
      column += 1
      if unicode == "\n" { (line, column) = (line + 1, 1) }
    }
    #expect(source.position(atUTF8: offset).codePoint == point)
    #expect(source.position(atUTF8: offset + 100).codePoint == point)
  }

  @Test func aPlaceInALongLineCostsNoMoreThanInAShortOne() {
    let source = SourceText(name: "a", text: String(repeating: "é", count: 2_000_000))
    let clock = ContinuousClock()
    var sum = 0
    let time = clock.measure {
      for i in 0..<100_000 { sum += source.position(atUTF8: i * 40).codePoint }
    }
    #expect(sum == (0..<100_000).reduce(0) { $0 + $1 * 20 })
    #expect(time < .seconds(20))
  }

  @Test func linesComeWithoutTheirEnds() {
    let source = SourceText(name: "a", text: "\u{FEFF}a\r\nb\n\nd")
    #expect(source.lineCount == 4)
    #expect((0...5).map(source.line) == ["", "a", "b", "", "d", ""])
  }

  @Test func aByteOrderMarkIsACodePointButNoColumn() {
    let source = SourceText(name: "a", text: "\u{FEFF}abc")
    #expect(source.position(atUTF8: 4) == .init(line: 1, column: 2, codePoint: 2))
  }

  @Test func aDiagnosticShowsTheLineAndACaretUnderTheFault() {
    let source = SourceText(name: "a.md", text: "x\n\tdate: hier\n")
    let shown = Diagnostic(.warning, "no date", at: source.location(9..<13), help: "write it so")
    #expect(
      shown.description == "a.md:2:8: warning: no date\n 2 | \tdate: hier\n   | \t      ^~~~\n  help: write it so")
  }

  @Test func aMapOfRunsDoesNotReachOverTheMarkupThatFollows() {
    let map = SourceMap(runs: [(0, 10), (5, 20), (8, 40)])
    #expect(map.source(of: 4) == 14)
    #expect(map.source(of: 5) == 20)
    #expect(map.source(of: 2..<5) == 12..<15)
    #expect(map.source(of: 2..<8) == 12..<23)
    #expect(map.source(of: 7..<9) == 22..<41)
    #expect(map.source(of: 8..<8) == 40..<40)
  }
}
