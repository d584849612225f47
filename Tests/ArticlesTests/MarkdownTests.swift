import ICU
import Testing

@testable import Articles

struct MarkdownTests {
  private func markdown(_ text: String) throws -> Article { try article(text, .markdown) }

  @Test func inlineMarkupGoesAndTextKeepsItsPlace() throws {
    let text = try markdown(
      "There are *about* **5,200** [American `troops`](https://x.y/a(b) \"5,000\") in <b>Iraq</b>.\n")
    #expect(text.texts == ["There are about 5,200 American troops in Iraq."])
    #expect(isMapped(text))
    let block = try #require(text.blocks.first)
    let figure = try #require(block.text.utf8.firstRange(of: "5,200".utf8))
    let start = block.text.utf8.distance(from: block.text.startIndex, to: figure.lowerBound)
    #expect(SourceText.slice(text.text.text, block.map.source(of: start..<start + 5)) == "5,200")
    let troops = block.map.source(of: start..<start + 21)
    #expect(SourceText.slice(text.text.text, troops) == "5,200** [American `troops")
  }

  @Test func kindsOfBlocks() throws {
    let text = try markdown(
      """
      # The end of the mission

      Text of it
      goes on.

      Older heading
      -------------

      - one item
        of two lines
      - another

        with a paragraph
      > a quotation

      ![Soldiers at Taji](x.png)

      1. numbered

      ```
      5,000 in code
      ```
          indented 4,000

      <div>3,000 in HTML</div>

      Last.[^1]

      [^1]: A note.
      """)
    #expect(
      text.blocks.map { "\($0.kind.rawValue): \($0.text)" } == [
        "title: The end of the mission", "paragraph: Text of it goes on.", "heading: Older heading",
        "item: one item of two lines", "item: another", "paragraph: with a paragraph", "quote: a quotation",
        "caption: Soldiers at Taji", "item: numbered", "paragraph: Last.", "paragraph: A note.",
      ])
    #expect(isMapped(text))
    #expect(text.title == "The end of the mission")
  }

  @Test func aDayAtTheBeginningIsNoListNumber() throws {
    let text = try markdown("28. Dezember 2012: die *Brücke* öffnet.\n\nText.\n\n3. drei\n4. vier\n")
    #expect(text.texts == ["28. Dezember 2012: die Brücke öffnet.", "Text.", "drei", "vier"])
    #expect(isMapped(text))
  }

  @Test func escapesAndEntitiesAreResolved() throws {
    let text = try markdown(#"5 \* 3 &amp; AT&T &lt;b&gt; caf&eacute; \[2\] &#8211; &nbsp;x &copy 7 \d"#)
    #expect(text.texts == ["5 * 3 & AT&T <b> café [2] – \u{A0}x &copy 7 \\d"])
    let block = try #require(text.blocks.first)
    for word in ["3", "AT&T", "[2", "x", "7", "\\d"] {
      let range = try #require(block.text.firstRange(of: word))
      let start = block.text.utf8.distance(from: block.text.startIndex, to: range.lowerBound)
      let source = block.map.source(of: start..<start + word.utf8.count)
      #expect(SourceText.slice(text.text.text, source).replacing("\\", with: "") == word.replacing("\\", with: ""))
    }
  }

  @Test func continuedLinesAreFoundBehindTheirMarks() throws {
    let text = try markdown("> In *Iraq* 5 soldiers\n> and 5 *other* soldiers\n>    left 5 bases\nlazily 5.\n")
    #expect(text.texts == ["In Iraq 5 soldiers and 5 other soldiers left 5 bases lazily 5."])
    #expect(isMapped(text))
    let block = try #require(text.blocks.first)
    let places = block.text.utf8.enumerated().filter { $0.element == UInt8(ascii: "5") }
      .map { text.text.position(atUTF8: block.map.source(of: $0.offset)) }
    #expect(places.map(\.line) == [1, 2, 3, 4])
    #expect(places.map(\.column) == [13, 7, 11, 8])
  }

  @Test func tablesGiveCellsWithTheirPlace() throws {
    let text = try markdown("| Country | *Troops* |\n|---|--:|\n| US | **2,500** |\n| a \\| b | `1 \\| 2` |\n\nText.\n")
    #expect(text.texts == ["Country", "Troops", "US", "2,500", "a | b", "1 | 2", "Text."])
    #expect(text.blocks.prefix(6).allSatisfy { $0.kind == .cell })
    #expect(text.blocks[1].cell == .init(table: 0, row: 0, column: 1, isHeader: true))
    #expect(text.blocks[3].cell == .init(table: 0, row: 1, column: 1, isHeader: false))
    #expect(text.blocks[4].cell == .init(table: 0, row: 2, column: 0, isHeader: false))
    #expect(text.source(text.blocks[3]) == "2,500")
    #expect(isMapped(text))
  }

  @Test func addressesAreNoText() throws {
    #expect(try markdown("See <https://x.org/2021/2500> and [this](y) 5.").texts == ["See  and this 5."])
  }

  @Test func lineBreaksAreSpacesAndChineseNeedsNone() throws {
    #expect(try markdown("one  \ntwo<br>three\\\nfour").texts == ["one two three four"])
    #expect(try markdown("美国军队\n在伊拉克").texts == ["美国军队在伊拉克"])
  }

  @Test func hostileTextIsReadInTime() throws {
    let clock = ContinuousClock()
    let time = try clock.measure {
      for text in [
        String(repeating: "> ", count: 20_000) + "x", String(repeating: "[", count: 50_000),
        String(repeating: "*a ", count: 50_000), String(repeating: "&amp;", count: 50_000),
        String(repeating: "- ", count: 5_000) + "x", String(repeating: "a\\\n", count: 30_000),
        String(repeating: "`", count: 50_000) + "a",
      ] { _ = try markdown(text) }
    }
    #expect(time < .seconds(60))
  }

  /// The law: whatever the Markdown, each byte of a block stands in the file where its map says.
  @Test func everyByteStandsWhereTheMapSays() throws {
    var state: UInt64 = 7
    func next(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % n
    }
    let pieces = [
      "mot ", "5 200 ", "\n", "\n\n", "\r\n", "*", "**", "_", "`", "[", "](u)", "](u \"mot\")", "> ", "- ", "1. ",
      "    ",
      "# ", "\\*", "|", "\n|-|-|\n", "<b>", "é", "中", "~", "!", "\\\n", "  \n", "x",
    ]
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<next(60) { text += pieces[next(pieces.count)] }
      let read = try article(text, .markdown, options: ArticleOptions(leavesOutClutter: false, leavesOutRepeats: false))
      #expect(isMapped(read), "\(text.debugDescription) \(read.texts)")
    }
  }

  @Test func aTableRightBelowALineKeepsItsPlace() throws {
    let text = try markdown("First, 5 lines.\n\nTroops of 5 lands\n| Land | 5 |\n|---|---|\n| US | 5 |\n\nEnd 5.\n")
    #expect(text.texts == ["First, 5 lines.", "Troops of 5 lands", "Land", "5", "US", "5", "End 5."])
    #expect(isMapped(text))
    #expect(text.blocks.map { text.text.position(atUTF8: $0.map.source(of: 0)).line } == [1, 3, 4, 4, 6, 6, 8])
  }
}

struct FrontMatterTests {
  private func reading(_ text: String) throws -> ArticleReader.Reading {
    try ArticleReader().read(text: text, id: "a.md", format: .markdown)
  }

  @Test func givesWhatIsKnown() throws {
    let text =
      "---\ntitle: \"Irak : 2 500 soldats\"\ndate: 2020-01-15\nlang: FR\nsource: Le Courrier\nurl: https://x.org\ntags: [a, b]\n---\nSuite.\n"
    let read = try reading(text)
    #expect(read.warnings.isEmpty)
    #expect(read.article.title == "Irak : 2 500 soldats")
    #expect(read.article.day?.description == "2020-01-15")
    #expect(read.article.dayOrigin == .frontMatter)
    #expect(read.article.language == "fr")
    #expect(read.article.source == "Le Courrier")
    #expect(read.article.url == "https://x.org")
    #expect(read.article.texts == ["Irak : 2 500 soldats", "Suite."])
    #expect(read.article.blocks.first?.kind == .title)
    #expect(isMapped(read.article))
    #expect(
      read.article.text.position(atUTF8: read.article.blocks[0].map.source(of: 0))
        == .init(line: 2, column: 9, codePoint: 12))
  }

  @Test func standsInPlainTextToo() throws {
    let read = try ArticleReader().read(
      text: "\u{FEFF}---\r\ntitle: Été\r\ndate: 2020-01-15\r\n---\r\nSuite.\r\n", id: "a.txt")
    #expect(read.article.texts == ["Été", "Suite."])
    #expect(read.article.day?.description == "2020-01-15")
    #expect(isMapped(read.article))
  }

  @Test func theHeadlineIsReadOnce() throws {
    let read = try reading("---\ntitle: The end of it\n---\n# The End of It\n\nText.\n")
    #expect(read.article.texts == ["The End of It", "Text."])
    #expect(read.article.blocks.first?.kind == .title)
  }

  @Test func wrongValuesAreWarningsWithTheirPlace() throws {
    let read = try reading(
      "---\ntitle: T\ndate: 2021-02-29\nlang: french\nlangage: fr\nsource: [a]\n---\nText of it.\n")
    #expect(read.warnings.count == 4)
    let shown = Dictionary(uniqueKeysWithValues: read.warnings.map { ($0.location?.line ?? 0, $0) })
    #expect(
      shown[3]?.description.hasPrefix(
        "a.md:3:7: warning: “2021-02-29” is no date\n 3 | date: 2021-02-29\n   |       ^~~~~~~~~~\n") == true)
    #expect(shown[4]?.message == "“french” is no language tag")
    #expect(shown[5]?.help == "did you mean “language”?")
    #expect(shown[6]?.message.contains("single value") == true)
    #expect(read.article.day == nil)
  }

  @Test func brokenYAMLTellsWhere() throws {
    do {
      _ = try reading("---\ntitle: \"no end\ndate: 2021-01-01\n---\nText.\n")
      Issue.record("read broken YAML")
    } catch let error as Diagnostic {
      #expect(error.message.hasPrefix("the front matter is no YAML"))
      #expect(error.location?.file == "a.md")
      #expect((2...4).contains(error.location?.line ?? 0))
    }
  }

  @Test(arguments: [
    "---\nA rule: above: text\n---\n", "---\nJust text.\n", "----\ntitle: x\n---\n", "---\n- a\n---\nb\n",
  ])
  func aRuleAtTheTopIsNoFrontMatter(_ text: String) throws {
    let read = try ArticleReader().read(text: text, id: "a.txt")
    #expect(read.article.title == nil || read.article.blocks.contains { $0.kind == .title })
    #expect(!read.article.blocks.isEmpty)
    #expect(isMapped(read.article))
  }

  @Test func aDateInWordsIsReadByTheReaderOfDates() throws {
    let options = ArticleOptions { line, _ in line == "8 July 2020" ? Day("2020-07-08") : nil }
    let read = try ArticleReader(options: options).read(text: "---\ndate: 8 July 2020\n---\nText.", id: "a.md")
    #expect(read.article.day?.description == "2020-07-08")
    #expect(read.warnings.isEmpty)
  }
}
