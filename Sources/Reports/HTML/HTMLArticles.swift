import Articles
import Claims
import ICU

/// The list of articles, and what is said of an article wherever it is named.
enum HTMLArticles {
  /// More articles than anyone would look through on a page.
  static let bound = 5_000

  static func rows(_ context: HTMLContext) -> String {
    var out = HTMLWriter()
    for (place, article) in context.report.articles.prefix(bound).enumerated() {
      out.start("tr", ("id", "a-\(place)"), ("tabindex", "-1"))
      out.start("th", ("scope", "row"))
      let url = HTMLEscaping.link(article.url)
      if url != nil { out.start("a", ("href", url), ("rel", "noopener noreferrer nofollow")) }
      out.element(
        "cite", ("lang", article.title == nil ? nil : context.language(of: article)), ("dir", "auto"),
        text: context.name(of: article))
      if url != nil { out.end("a") }
      if article.title != nil || context.link(to: article) != nil {
        out.literal("<br>")
        let file = context.link(to: article)
        if file != nil { out.start("a", ("href", file)) }
        out.element("code", ("dir", "ltr"), text: Quote.oneLine(article.id))
        if file != nil { out.end("a") }
      }
      if let original = article.copyOf {
        out.literal("<br>")
        out.element("small", ("dir", "auto"), text: HTMLWords.copy(of: Quote.oneLine(original)))
      }
      out.end("th")
      out.element("td", text: article.day.map(ValueFormat.day) ?? "")
      out.element("td", text: context.language(of: article) ?? "")
      out.start("td")
      out.element("span", ("dir", "auto"), text: Quote.oneLine(article.source ?? ""))
      out.end("td")
      out.end("tr")
      out.line()
    }
    return out.markup
  }

  /// Language, day and source.
  static func facts(of article: Article, _ context: HTMLContext, to out: inout HTMLWriter) {
    out.literal(" ")
    out.start("span", ("class", "facts"))
    if let language = context.language(of: article) {
      out.element("span", ("class", "language"), text: language)
      out.space()
    }
    if let day = article.day {
      out.element("time", ("datetime", day.year > 0 ? day.description : nil), text: ValueFormat.day(day))
      out.space()
    }
    if let source = article.source { out.element("span", ("dir", "auto"), text: Quote.oneLine(source)) }
    out.end("span")
  }
}
