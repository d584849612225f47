import Testing

@testable import Articles

@Suite("HTML")
struct HTMLTests {
  private func blocks(_ html: String) -> [Block] {
    HTMLText.blocks(of: MappedText(text: html, map: SourceMap(source: 0)))
  }

  @Test func paragraphsHeadingsAndLists() {
    let read = blocks(
      "<h2>One</h2><p>Two <b>bold</b> and\n  <a href=x>linked</a>.<ul><li>a<li>b<p>c</ul>bare<br><br>text")
    #expect(read.map(\.text) == ["One", "Two bold and linked.", "a", "b", "c", "bare", "text"])
    #expect(read.map(\.kind) == [.heading, .paragraph, .item, .item, .paragraph, .paragraph, .paragraph])
  }

  @Test func everyByteIsWhereItIsSaidToBe() {
    let html =
      "<p>Caf&eacute; &#49;2&nbsp;000 &amp; &quot;x&quot;\r\n  y&percnt; AT&T &unknown; a < b &#146;s <b>z\0z</b></p>"
    let file = Array(html.utf8)
    let read = blocks(html)
    #expect(read.map(\.text) == ["Café 12\u{A0}000 & \"x\" y% AT&T &unknown; a < b ’s zz"])
    for block in read {
      for (i, byte) in block.text.utf8.enumerated() {
        let place = block.map.source(of: i..<i + 1)
        #expect(file[place.lowerBound] == byte || [0x26, 0x0D, 0x20].contains(file[place.lowerBound]))
        if file[place.lowerBound] == 0x26, byte != 0x26 || place.count > 1 {
          #expect(file[place.upperBound - 1] == 0x3B)
        }
      }
    }
    let block = read[0]
    let percent = block.text.utf8.firstIndex(of: 0x25).map {
      block.text.utf8.distance(from: block.text.startIndex, to: $0)
    }
    #expect(String(decoding: file[block.map.source(of: percent!..<percent! + 1)], as: UTF8.self) == "&percnt;")
  }

  @Test func whatIsNotSeenIsNotRead() {
    let read = blocks(
      """
      <script>var a = "<p>script</p>"</script><style>p {}</style><template><p>template</p></template>
      <!-- <p>comment</p> --><p hidden>hidden</p><div style="color:red; display : none">none</div>
      <span class="sr-only">for readers aloud</span><p aria-hidden="true">aria</p><noscript>no</noscript>
      <p>Seen<sup><a href="#1">1</a></sup>, 5 km<sup>2</sup> and 10<sup>6</sup>, <del>old</del>new.<sup>3</sup></p>
      <textarea><p>typed</textarea><button>Press</button><select><option>One</select><svg><text>drawn</text></svg>
      """)
    #expect(read.map(\.text) == ["Seen, 5 km² and 10⁶, new."])
  }

  @Test func tablesKeepTheirRows() {
    let read = blocks(
      """
      <table><caption>Dead by region</caption><thead><tr><th>Region<th>2020<th>2021</thead>
      <tbody><tr><th scope=row rowspan=2>North<td>5<td>7<tr><td colspan=2>unknown<tr><th>South<td>1<td></table>
      """)
    #expect(read.first?.kind == .caption)
    let cells = read.dropFirst()
    #expect(cells.map(\.text) == ["Region", "2020", "2021", "North", "5", "7", "unknown", "South", "1"])
    #expect(
      cells.compactMap(\.cell).map { [$0.row, $0.column] } == [
        [0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2], [2, 1], [3, 0], [3, 1],
      ])
    #expect(cells.filter { $0.cell?.isHeader == true }.map(\.text) == ["Region", "2020", "2021"])
    #expect(cells.filter { $0.cell?.isRowHeader == true }.map(\.text) == ["North", "South"])
  }

  @Test func tablesThatLayOutAPageAreNone() {
    let read = blocks(
      """
      <table><tr><td><a href=1>News</a><td><table><tr><td><p>The story begins here and goes on.</p>
      <p>It ends here.</table></table>
      """)
    #expect(read.map(\.text) == ["News", "The story begins here and goes on.", "It ends here."])
    #expect(read.allSatisfy { $0.cell == nil })
  }

  @Test func aQuotationKeepsItsLanguage() {
    let read = HTMLText.blocks(
      of: MappedText(
        text: "<html lang=fr><body><p>Il a dit :<blockquote lang=en><p>We left.</p></blockquote>",
        map: SourceMap(source: 0)))
    #expect(read.map(\.language) == [nil, "en"])
    #expect(read.map(\.kind) == [.paragraph, .quote])
  }

  @Test func hostilePages() {
    let many = 20_000
    for html in [
      String(repeating: "<div>", count: many) + "deep", String(repeating: "<b><p>", count: many) + "x",
      "<p " + (0..<many).map { "a\($0)=1" }.joined(separator: " ") + ">x",
      "<p title=\"" + String(repeating: "x", count: many * 10) + "\">x",
      "<table><tr><td>x" + String(repeating: "</span>", count: many),
      String(repeating: "<table><tr><td>", count: many) + "x", String(repeating: "<", count: many),
      String(repeating: "&", count: many), String(repeating: "<!", count: many), "<p>x<!--", "<p>x<a href=\"", "<",
      "</", "&#",
      "<table><tr><td colspan=99999999 rowspan=99999999>x<td>1<tr><td>y<td>2",
    ] {
      _ = blocks(html)
    }
    #expect(blocks(String(repeating: "<div>", count: many) + "deep").map(\.text) == ["deep"])
  }
}
