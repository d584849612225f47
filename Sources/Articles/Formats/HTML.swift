import ICU

/// A web page: the story in it, and what the page says of it.
enum HTMLFormat: FormatReader {
  static func drafts(in source: SourceText, _ options: ArticleOptions) throws(Diagnostic) -> Drafts {
    let tree = source.text.withBytes { HTMLTree($0) }
    var reader = HTMLReader(tree: tree, source: source, options: options)
    return [reader.draft()]
  }
}

private struct HTMLReader {
  let tree: HTMLTree
  let source: SourceText
  let options: ArticleOptions
  var metadata: HTMLMetadata
  var page: PageLines

  init(tree: HTMLTree, source: SourceText, options: ArticleOptions) {
    self.tree = tree
    self.source = source
    self.options = options
    metadata = HTMLMetadata(tree, source, options)
    page = PageLines(tree)
  }

  mutating func draft() -> ArticleDraft {
    var draft = ArticleDraft()
    var finder = HeadlineFinder(page: page, titles: metadata.titles.map(\.text))
    page.title = finder.find()
    let language = language()
    let confirmed = metadata.linked.body.map { BodyMatch(page: page, body: $0).lines } ?? []
    var lines = page.lines.indices.filter { _ in true }
    if options.leavesOutClutter {
      var story = PageStory(page, language: language, date: options.bylineDate, confirmed: confirmed)
      story.find()
      page = story.page
      lines = story.story
      draft.leftOut = leftOut()
      draft.isStory = true
      warn(of: story, &draft)
    }
    metadata.findDay(
      near: byline(), title: page.title.map { page.lines[$0].block.place }, language: language)
    draft.blocks = lines.map { page.lines[$0].block.block }
    readHiddenBody(&draft)
    if let title = page.title { metadata.take(headline: page.lines[title].text) }
    draft.metadata = metadata.metadata
    draft.dayOrigin = metadata.dayOrigin
    let title = page.title.map { page.lines[$0].block.block }
    draft.metadata.title = title?.text ?? metadata.titles.first?.text
    if title == nil { draft.title = metadata.titles.first }
    draft.warnings += metadata.warnings
    return draft
  }

  /// By the text; a template's declaration is often another's.
  private func language() -> String {
    var text = ""
    for line in page.lines where line.isProse && text.utf8.count < 700 { text += line.text + "\n" }
    let guess = LanguageIdentifier.identify(text)
    return guess.language != "und" && guess.confidence > 0.6
      ? guess.language : metadata.metadata.language ?? guess.language
  }

  private func warn(of story: PageStory, _ draft: inout ArticleDraft) {
    if story.isFrontPage, !metadata.linked.isArticle, metadata.type != "article" {
      draft.warnings.append(
        Diagnostic(
          .warning, "is a list of teasers and no article", at: .init(file: source.name),
          help: "save the pages that it leads to, or take it off the list"))
    } else if story.articles > 1 {
      draft.warnings.append(
        Diagnostic(
          .warning, "holds \(story.articles) articles; only the main one is read", at: .init(file: source.name),
          help: "save each article's own page"))
    }
  }

  /// Short lines around the headline that may say when the article was published.
  private func byline() -> [PageLines.Line] {
    let start = page.title.map { max(0, $0 - 4) } ?? 0
    let lines = page.lines[start..<min(page.lines.count, start + 24)]
    return lines.filter {
      $0.block.block.kind != .cell
        && ($0.out == .byline || $0.out == nil || $0.out == .beside || $0.out == .readingTime)
    }
  }

  /// Runs of lines that are left out for one reason, as one.
  private func leftOut() -> [LeftOut] {
    var result: [LeftOut] = []
    var last: (reason: LeftOut.Reason, index: Int)?
    for (i, line) in page.lines.enumerated() {
      guard let reason = line.out else { continue }
      let block = line.block.block
      let range = block.map.source(of: 0..<block.text.utf8.count)
      if let (known, index) = last, known == reason, index == i - 1, let before = result.last,
        before.range.lowerBound <= range.lowerBound
      {
        result[result.count - 1].range = before.range.lowerBound..<max(before.range.upperBound, range.upperBound)
      } else {
        result.append(LeftOut(reason, range))
      }
      last = (reason, i)
    }
    return result
  }

  /// Some pages hold their text only as data, and a script shows it.
  private func readHiddenBody(_ draft: inout ArticleDraft) {
    guard let body = metadata.linked.body else { return }
    let shown = draft.blocks.reduce(0) { $0 + ($1.kind == .heading || $1.kind == .title ? 0 : $1.text.utf8.count) }
    guard body.text.utf8.count > 400, shown * 3 < body.text.utf8.count else { return }
    draft.blocks = (page.title.map { [page.lines[$0].block.block] } ?? []) + BodyText.blocks(of: body)
  }
}

/// Finds the lines of a page that its own data repeat as the text of the article.
private struct BodyMatch {
  var lines: Set<Int> = []

  init(page: PageLines, body: MappedText) {
    let letters = HTMLMetadata.letters(body.text)
    guard letters.count >= 20 else { return }
    // Where each stretch of four letters is first found; a line is looked for from there on.
    var starts: [UInt64: Int] = [:]
    for i in 0..<max(0, letters.count - 3) {
      let key = Self.key(letters, i)
      if starts[key] == nil { starts[key] = i }
    }
    var found: Set<Int> = []
    var length = 0
    for (i, line) in page.lines.enumerated() where line.length >= 30 && !line.isLink {
      let words = HTMLMetadata.letters(line.text).prefix(300)
      guard words.count >= 12, var at = starts[Self.key(words, 0)] else { continue }
      var tries = 0
      while at + words.count <= letters.count, tries < 64 {
        if letters[at..<at + words.count].elementsEqual(words) {
          found.insert(i)
          length += words.count
          break
        }
        guard let first = words.first, let next = letters[(at + 1)...].firstIndex(of: first) else { break }
        at = next
        tries += 1
      }
    }
    if found.count >= 2 || length * 2 >= letters.count { lines = found }
  }

  private static func key(_ letters: some RandomAccessCollection<UInt16>, _ start: Int) -> UInt64 {
    letters.dropFirst(start).prefix(4).reduce(0) { $0 << 16 | UInt64($1) }
  }
}

/// Finds the line of a page that is its headline.
private struct HeadlineFinder {
  let page: PageLines
  /// What the page calls itself, the best first.
  let titles: [String]

  private var longest = 0

  init(page: PageLines, titles: [String]) {
    self.page = page
    self.titles = titles
  }

  /// How much letters say: a sign of East Asia is worth three of the alphabet.
  private static func weight(_ letters: [UInt16]) -> Int {
    letters.reduce(0) { $0 + ($1 >= 0x2E80 ? 3 : $1 >= 0x80 ? 2 : 1) }
  }

  mutating func find() -> Int? {
    let wanted = titles.map(HTMLMetadata.letters).filter { Self.weight($0) >= 8 }
    longest = titles.reduce(0) { max($0, $1.utf8.count) }
    var best: (score: Int, index: Int)?
    for (i, line) in page.lines.enumerated() {
      let kind = line.block.block.kind
      guard kind == .heading || (kind == .paragraph && i < 60 && line.length <= 300 && !wanted.isEmpty) else {
        continue
      }
      let score = score(line, wanted)
      if score > best?.score ?? 0 { best = (score, i) }
    }
    return best?.index
  }

  private func score(_ line: PageLines.Line, _ wanted: [[UInt16]]) -> Int {
    var score = 0
    let letters = line.length <= longest * 2 ? HTMLMetadata.letters(line.text) : []
    for (rank, title) in wanted.enumerated() where !letters.isEmpty {
      if letters == title {
        score = max(score, 100 - rank)
      } else if Self.weight(letters) >= 12, title.starts(with: letters) || letters.starts(with: title) {
        score = max(score, 60 - rank)
      }
    }
    guard line.isHeading else { return score >= 80 ? score - 50 : 0 }
    if score > 0 { return score + 10 - line.block.level }
    // The page's name is often the first heading of all, and a link to the front page.
    guard line.block.level == 1 else { return 0 }
    return line.isLink ? 3 : 20
  }
}
