/// A web page.
enum HTMLFormat: FormatReader {
  static func drafts(in source: SourceText, _ options: ArticleOptions) throws(Diagnostic) -> Drafts {
    let tree = source.text.withBytes { HTMLTree($0) }
    var draft = ArticleDraft()
    draft.blocks = HTMLBlocks.blocks(of: tree, in: tree.body).map(\.block)
    return [draft]
  }
}
