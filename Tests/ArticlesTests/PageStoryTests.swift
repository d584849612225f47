import ICU
import Testing

@testable import Articles

/// Pages of unusual make.
@Suite("The story of a page")
struct PageStoryTests {
  private func read(_ html: String) throws -> ArticleReader.Reading {
    try ArticleReader(options: ArticleOptions(bylineDate: CorpusTests.bylineDay)).read(
      text: html, id: "page", format: .html)
  }

  private func texts(_ html: String) throws -> [String] { try read(html).article.texts }

  private let menu = """
    <ul><li><a href=/1>World</a><li><a href=/2>Business</a><li><a href=/3>Sport</a><li><a href=/4>Weather</a></ul>
    """
  private let cookies = """
    <div><p>We use cookies and other techniques to show you content that suits you. Our 264 partners do so, too. You can \
    change your choice at any time on the page on privacy, which lists all of them.</p></div>
    """
  private let legal =
    "<div><p>Reproduction without permission is forbidden. Registered office: 12 Quay Street.</p></div>"

  @Test func aShortNotice() throws {
    let page = """
      <html><title>Bridge closed - The Post</title><body>\(menu)\(cookies)<div><div><h1>Bridge closed</h1>
      <div><p>The old bridge is closed until Friday. Some 1,200 cars use it each day.</p></div></div></div>
      <div><h3>More news</h3><a href=/5>Three hurt in fire</a><a href=/6>Council votes 12 to 9</a></div>\(legal)</body></html>
      """
    #expect(
      try texts(page) == ["Bridge closed", "The old bridge is closed until Friday. Some 1,200 cars use it each day."])
  }

  @Test func aPageThatIsOneTable() throws {
    let page = """
      <html><title>Reservoir levels</title><body>\(menu)<h1>Reservoir levels</h1>
      <table><tr><th>Reservoir<th>Level<th>Change<tr><td>Alder<td>71 %<td>-2<tr><td>Birch<td>64 %<td>-5<tr><td>Cedar<td>88 %<td>+1</table>
      \(legal)</body></html>
      """
    let article = try read(page).article
    #expect(article.blocks.filter { $0.kind == .cell }.map(\.text).count == 12)
    #expect(article.title == "Reservoir levels")
    #expect(!article.texts.contains { $0.contains("Quay Street") || $0 == "World" })
  }

  @Test func aListAsAnArticle() throws {
    let page = """
      <html><title>The year in ten figures</title><body>\(menu)<article><h1>The year in ten figures</h1>
      <ol><li><b>4,100</b> new flats</li><li><b>12</b> closed schools, says <a href=/7>the ministry</a></li>
      <li>31 days of rain</li><li>2.4 million visitors</li></ol></article>\(cookies)</body></html>
      """
    #expect(
      try texts(page) == [
        "The year in ten figures", "4,100 new flats", "12 closed schools, says the ministry", "31 days of rain",
        "2.4 million visitors",
      ])
  }

  @Test func partsOfAStoryInBoxesOfTheirOwn() throws {
    let parts = (1...6).map {
      "<div class=part><p>Paragraph \($0) of the story says that \($0)00 people came to the square.</p></div>"
    }
    let box = "<div class=box><div>Read also</div><a href=/8>Nine hurt in a crash on the coast road</a></div>"
    let page = """
      <html><body>\(menu)<div><h1>The march</h1>\(parts[0])\(parts[1])\(box)\(parts[2])</div>
      <div>\(parts[3])\(box)\(parts[4])\(parts[5])</div>\(cookies)\(legal)</body></html>
      """
    let read = try texts(page)
    #expect(read.first == "The march")
    #expect(read.count == 7, "\(read)")
    #expect(read.dropFirst().allSatisfy { $0.hasPrefix("Paragraph") })
  }

  @Test func oneOfSeveralArticles() throws {
    let other = (1...3).map {
      "<article><h2><a href=/n\($0)>Other headline number \($0)</a></h2><p>A teaser of \($0)0 words.</p></article>"
    }
    let page = """
      <html><body>\(menu)<main>\(other[0])<article><h1>The main one</h1><p>The main story has a first paragraph of some length.</p>
      <p>It has a second one, which says that 45 houses burnt.</p></article>\(other[1])\(other[2])</main></body></html>
      """
    let reading = try read(page)
    #expect(reading.article.texts.count == 3, "\(reading.article.texts)")
    #expect(reading.article.texts.last?.contains("45 houses") == true)
    #expect(reading.warnings.isEmpty)
  }

  @Test func aFrontPageIsToldFromAnArticle() throws {
    let teasers = (1...12).map {
      "<article><a href=/n\($0)><h3>Headline of story number \($0)</h3></a><p>What story \($0) is about, in one sentence of some length.</p></article>"
    }.joined()
    let reading = try read("<html><title>The Post</title><body>\(menu)<main>\(teasers)</main>\(legal)</body></html>")
    #expect(reading.warnings.map(\.message) == ["is a list of teasers and no article"])
  }

  @Test func aBlogWithSeveralWholeArticles() throws {
    let posts = (1...3).map { post in
      "<article><h2><a href=/p\(post)>Post \(post)</a></h2>"
        + (1...4 + post).map {
          "<p>Paragraph \($0) of post \(post) goes on for a while, so that it counts as running text here.</p>"
        }.joined()
        + "</article>"
    }.joined()
    let reading = try read("<html><title>Blog</title><body>\(menu)<main>\(posts)</main></body></html>")
    #expect(
      reading.warnings.contains { $0.message.contains("articles") }
        || reading.article.texts.contains { $0.contains("post 1") && $0.contains("1") })
  }

  @Test func textThatAScriptShows() throws {
    let body = (1...8).map { "Sentence \($0) of the story tells how \($0)0 soldiers came home. " }.joined()
    let page = """
      <html lang=en><head><title>Coming home</title><script type="application/ld+json">
      {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Coming home", "datePublished": "2021-07-26", "articleBody": "\(body)"}
      </script></head><body><div id=root></div><p>Please enable JavaScript to read this page.</p></body></html>
      """
    let article = try read(page).article
    #expect(article.blocks.contains { $0.text.hasPrefix("Sentence 1 of the story") })
    #expect(!article.texts.contains { $0.contains("JavaScript") })
    #expect(isMapped(article))
  }

  @Test func commentsWithoutAName() throws {
    let comments = (1...20).map {
      "<div><b>reader\($0)</b><p>I was there and saw at least \($0)00 people on the square, not fewer.</p></div>"
    }.joined()
    let page = """
      <html lang=en><body>\(menu)<div><h1>A short story</h1><div><p>Some 50 people met on the square on Monday.</p><p>Police spoke of 40.</p></div>
      <div><h3>20 Comments</h3>\(comments)</div></div></body></html>
      """
    #expect(
      try texts(page) == ["A short story", "Some 50 people met on the square on Monday.", "Police spoke of 40."])
  }

  @Test func changesAreNoPublication() throws {
    let page = """
      <html><head><meta property="article:modified_time" content="2022-01-05"></head><body><h1>News of the day</h1>
      <time itemprop="dateModified" datetime="2022-01-05">5 January</time> <time datetime="2022-01-02T10:00:00Z">2 January</time>
      <p>The council met on Sunday and spent 5,000 pounds on a new boat.</p></body></html>
      """
    let article = try read(page).article
    #expect(article.day == Day("2022-01-02"))
    #expect(article.dayOrigin == .time)
  }

  @Test(arguments: [
    ("https://a.example/2021/07/26/story.html", "2021-07-26"), ("https://a.example/news/2021-7-6-story", "2021-07-06"),
    ("https://a.example/n/20210726/1234.html", "2021-07-26"), ("https://a.example/2021/07/story-26", nil),
    ("https://a.example/id/1234567890", nil), ("https://a.example/2021/13/45/", nil),
  ])
  func daysOfAddresses(_ url: String, _ day: String?) {
    #expect(HTMLMetadata.day(inAddress: url) == day.flatMap { Day($0) })
  }

  @Test(arguments: [
    ("Ferry sinks | World | The Post", "The Post", "Ferry sinks"),
    ("The Post - Ferry sinks off the cape", "The Post", "Ferry sinks off the cape"),
    ("Fire – live: 12 hurt", nil, "Fire – live: 12 hurt"), ("船が沈没：みなと新聞", nil, "船が沈没：みなと新聞"),
    ("Crash on the A4: three dead, 12 hurt - Harzer Tageblatt", nil, "Crash on the A4: three dead, 12 hurt"),
  ])
  func titlesWithoutTheSite(_ title: String, _ site: String?, _ expected: String) throws {
    let meta = site.map { "<meta property='og:site_name' content='\($0)'>" } ?? ""
    let article = try read(
      "<html><head><title>\(title)</title>\(meta)</head><body><p>The story has a paragraph of one sentence.</p><p>And another one of 40 letters or more.</p>"
    ).article
    #expect(article.title == expected)
  }

  @Test func nothingIsLeftOutOnRequest() throws {
    let options = ArticleOptions(leavesOutClutter: false, leavesOutRepeats: false)
    let page =
      "<html><body><nav><a href=/>Home page</a></nav><article><h1>Title</h1><p>The story.</p></article><footer>Foot</footer>"
    let article = try ArticleReader(options: options).read(text: page, id: "page", format: .html).article
    #expect(article.texts == ["Home page", "Title", "The story.", "Foot"])
    #expect(article.leftOut.isEmpty)
  }
}
