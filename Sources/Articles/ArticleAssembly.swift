import ICU

/// Puts an article together from its text: blocks, language, day, title, sentences, in the order in which each needs the
/// one before.
struct ArticleAssembly {
  let source: SourceText
  let id: String
  let draft: ArticleDraft
  let metadata: ArticleMetadata
  let options: ArticleOptions

  private var blocks: [Block] = []
  private var leftOut: [LeftOut] = []
  /// What came up on the way.
  private(set) var warnings: [Diagnostic] = []

  /// - Parameters:
  ///   - id: what reports call the article.
  ///   - metadata: what the user says of it; wins over what the file says.
  init(
    source: SourceText, id: String, draft: ArticleDraft, metadata: ArticleMetadata, options: ArticleOptions
  ) {
    self.source = source
    self.id = id
    self.draft = draft
    self.metadata = metadata
    self.options = options
    blocks = draft.blocks
    leftOut = draft.leftOut
  }

  mutating func assemble() -> Article {
    let known = metadata.or(draft.metadata)
    let language = ArticleLanguage(
      given: metadata.language, declared: draft.metadata.language, fallback: options.fallback.language, blocks: blocks,
      name: id)
    let tag = language.tag
    warnings = language.warning.map { [$0] } ?? []
    var article = Article(
      id: id, file: source.name, title: known.title, day: known.day, language: tag, source: known.source,
      url: known.url, author: known.author, text: source, blocks: [])
    article.languageOrigin = language.origin
    if known.day != nil { article.dayOrigin = metadata.day != nil ? .metadata : draft.dayOrigin }
    findByline(&article)
    if article.day == nil, let day = options.fallback.day {
      article.day = day
      article.dayOrigin = .metadata
    }
    clean(tag)
    findTitle(&article)
    if options.tellsParagraphLanguages { language.mark(&blocks) }
    if options.findsSentences { Sentences.cut(&blocks, language: tag) }
    article.blocks = blocks
    article.leftOut = leftOut.sorted { $0.range.lowerBound < $1.range.lowerBound }
    return article
  }

  private func range(_ block: Block) -> Range<Int> { block.map.source(of: 0..<block.text.utf8.count) }

  private mutating func findByline(_ article: inout Article) {
    guard !draft.isStory, blocks.count > 1, article.day == nil || options.leavesOutClutter else { return }
    guard let found = Byline(language: article.language, date: options.bylineDate).find(in: blocks) else { return }
    if article.day == nil {
      article.day = found.day
      article.dayOrigin = .byline
    }
    guard options.leavesOutClutter else { return }
    leftOut.append(LeftOut(.byline, range(blocks[found.index])))
    blocks.remove(at: found.index)
  }

  private mutating func clean(_ language: String) {
    var reasons = [LeftOut.Reason?](repeating: nil, count: blocks.count)
    if options.leavesOutClutter, !draft.isStory, blocks.count > 1 {
      reasons = Clutter(language: language).sort(&blocks)
    }
    if !draft.marksHeadings { markHeadings(reasons) }
    if options.leavesOutRepeats {
      let story = blocks.indices.filter { reasons[$0] == nil }
      for i in Repeats.indices(in: story.map { blocks[$0] }) { reasons[story[i]] = .repeated }
    }
    guard reasons.contains(where: { $0 != nil }) else { return }
    var kept: [Block] = []
    for (block, reason) in zip(blocks, reasons) {
      if let reason { leftOut.append(LeftOut(reason, range(block))) } else { kept.append(block) }
    }
    blocks = kept
  }

  // MARK: Headings

  private mutating func findTitle(_ article: inout Article) {
    if let title = article.title {
      let folded = Folding.fold(title)
      if let i = blocks.prefix(12).firstIndex(where: { Folding.fold($0.text) == folded }) {
        if blocks[i].kind == .heading || blocks[i].kind == .paragraph { blocks[i].kind = .title }
      } else if let title = draft.title, metadata.title == nil {
        blocks.insert(Block(kind: .title, text: title.text, map: title.map), at: 0)
      }
    } else if let i = titleIndex() {
      blocks[i].kind = .title
      article.title = blocks[i].text
    }
  }

  /// A short line that does not end as a sentence does, with a longer text after it.
  private mutating func markHeadings(_ reasons: [LeftOut.Reason?]) {
    let story = blocks.indices.filter { reasons[$0] == nil }
    for (i, next) in zip(story, story.dropFirst()) where blocks[i].kind == .paragraph {
      guard Self.isHeadingLike(blocks[i]), blocks[next].kind == .paragraph || blocks[next].kind == .item else {
        continue
      }
      if blocks[next].text.utf8.count > blocks[i].text.utf8.count || Self.endsSentence(blocks[next]) {
        blocks[i].kind = .heading
      }
    }
  }

  private static func endsSentence(_ block: Block) -> Bool { block.text.withBytes { $0.endsSentence(0..<$0.count) } }

  private static func isHeadingLike(_ block: Block) -> Bool {
    block.text.withBytes { bytes in
      bytes.count <= 400 && bytes.width(0..<bytes.count) <= 160 && !bytes.endsSentence(0..<bytes.count)
        && bytes.last != UInt8(ascii: ",") && bytes.last != UInt8(ascii: ";")
    }
  }

  /// The headline among the short lines above the first paragraph: the first that says enough to be one, else the
  /// longest. Above it may stand what is left of a page: “in”, a logo, a tag.
  private func titleIndex() -> Int? {
    var longest: (index: Int, width: Int)?
    for (i, block) in blocks.prefix(12).enumerated() {
      let isHeading = block.kind == .heading || (block.kind == .paragraph && Self.isHeadingLike(block))
      guard isHeading else {
        // The story has begun.
        if block.kind != .caption, block.text.utf8.count >= 120 || Self.endsSentence(block) { break }
        continue
      }
      if block.kind == .heading, draft.marksHeadings { return i }
      guard i + 1 < blocks.count else { break }
      let (width, blanks) = block.text.withBytes { bytes in
        (bytes.width(0..<bytes.count), bytes.reduce(0) { $0 + ($1 == 0x20 ? 1 : 0) })
      }
      let isEnough =
        Signs.isIdeograph(block.text.unicodeScalars.first?.value ?? 0) ? width >= 16 : width >= 25 && blanks >= 3
      if isEnough { return i }
      if width >= 8, width > longest?.width ?? 0 { longest = (i, width) }
    }
    return longest?.index
  }
}
