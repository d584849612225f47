import Articles
import ICU
import Languages
import Mentions

private let rounds = 5
private let repeats = 40

/// Reading beside extraction: each article's text in each format, and the mentions of that text. A page has about four
/// times as much around the text as there is text.
///
/// - Returns: whether reading costs no more than extraction in every format.
func runReadingBenchmark(articles folder: String) -> Bool {
  let articles = ArticleFinder.find([folder]).files.compactMap { try? ArticleReader().read($0.path, id: $0.id).article }
  guard !articles.isEmpty else {
    print("no articles in \(folder)")
    return false
  }
  let size = Double(repeats * articles.reduce(0) { $0 + storyText($1).utf8.count }) / 1e6
  var extractors: [String: MentionExtractor] = [:]
  for article in articles { extractors[article.language] = MentionExtractor(language: Language.of(article.language)) }
  print("Reading beside extraction of the same text on one core: median of \(rounds), MB/s of the story's text\n")
  var table = Table()
  table.add("format", "file, of the text", "reading", "extraction", "reading takes")
  var highest = 0.0
  for format in Sample.allCases {
    let files = articles.map { format.file(of: $0) }
    var times: (reading: [Double], extraction: [Double]) = ([], [])
    var blocks = 0
    var mentions = 0
    // The first round warms up.
    for round in 0...rounds {
      let reading = seconds {
        for _ in 0..<repeats {
          for file in files {
            blocks += (try? ArticleReader().read(text: file, id: "a", format: format.format))?.article.blocks.count ?? 0
          }
        }
      }
      let extraction = seconds {
        for _ in 0..<repeats {
          for article in articles {
            for block in article.blocks {
              mentions += extractors[article.language]?.mentions(in: block.text, reference: article.day).count ?? 0
            }
          }
        }
      }
      guard round > 0 else { continue }
      times.reading.append(reading)
      times.extraction.append(extraction)
    }
    let (reading, extraction) = (median(times.reading), median(times.extraction))
    highest = max(highest, reading / extraction)
    let ratio = Double(repeats * files.reduce(0) { $0 + $1.utf8.count }) / 1e6 / size
    table.add(
      format.rawValue, "× " + fixed(ratio, 1), fixed(size / reading, 1), fixed(size / extraction, 1),
      "× " + fixed(reading / extraction, 2) + (blocks == 0 || mentions == 0 ? " (nothing read)" : ""))
  }
  table.show()
  print("\nrequired: no more than extraction; highest: × \(fixed(highest, 2)) \(highest <= 1 ? "✓" : "✗ too slow")")
  return highest <= 1
}

private func storyText(_ article: Article) -> String { article.blocks.map(\.text).joined(separator: "\n\n") }

/// A format, and how a text is written in it.
private enum Sample: String, CaseIterable {
  case text, markdown, html, json, feed

  var format: ArticleFormat {
    switch self {
    case .text: .text
    case .markdown: .markdown
    case .html: .html
    case .json: .json
    case .feed: .feed
    }
  }

  func file(of article: Article) -> String {
    switch self {
    case .text: return storyText(article)
    case .markdown: return "---\ntitle: A title\ndate: 2021-07-26\n---\n\n" + storyText(article)
    case .html: return Self.page(article)
    case .json:
      return "{\"id\": \"a\", \"title\": \"A title\", \"date\": \"2021-07-26\", \"text\": \""
        + Self.escaped(storyText(article), json: true) + "\"}"
    case .feed:
      let body = article.blocks.map { "<p>\(Self.escaped($0.text))</p>" }.joined()
      return "<rss version=\"2.0\"><channel><title>Wire</title><item><title>A title</title><description>"
        + Self.escaped(body) + "</description></item></channel></rss>"
    }
  }

  private static func escaped(_ text: String, json: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"" where json: result += "\\\""
      case "\\" where json: result += "\\\\"
      case "\n" where json: result += "\\n"
      case "&" where !json: result += "&amp;"
      case "<" where !json: result += "&lt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The story with a menu, teasers, comments and scripts around it.
  private static func page(_ article: Article) -> String {
    let paragraphs = article.blocks.map { "<p class=\"article__text\">\(escaped($0.text))</p>\n" }
    let length = paragraphs.reduce(0) { $0 + $1.utf8.count }
    let sentence = escaped(String(article.blocks.last?.text.prefix(80) ?? ""))
    let menu = (1...20).map { "<li class=\"nav__item\"><a href=\"/section/\($0)\">Section \($0)</a></li>" }.joined()
    var clutter = ""
    var i = 0
    while clutter.utf8.count < length * 2 {
      i += 1
      clutter += """
        <div class="card card--small" data-id="\(i)"><a href="/news/2021/07/26/\(i)"><img src="/img/\(i).jpg" alt="">\
        <h3 class="card__title">\(sentence)</h3></a><p class="card__text">\(sentence).</p></div>

        """
    }
    let script = "<script>window.data = {\"a\": [" + String(repeating: "1,", count: length / 4) + "0]};</script>\n"
    return """
      <!DOCTYPE html>
      <html lang="\(article.language)"><head><meta charset="utf-8"><title>A title | The Paper</title>
      <meta property="article:published_time" content="2021-07-26T10:00:00Z">\(script)</head>
      <body><nav class="nav"><ul>\(menu)</ul></nav><main><article class="article"><h1>A title</h1>
      <div class="article__body">\(paragraphs.joined())</div></article><section class="more">\(clutter)</section></main>
      <footer><p>All rights reserved.</p></footer></body></html>
      """
  }
}
