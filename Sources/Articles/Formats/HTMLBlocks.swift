/// A block of a page, and where in its tree it stands.
struct HTMLBlock: Sendable {
  var block: Block
  /// The element that makes a line of its own around it.
  var node: Int
  /// The first node of its text.
  var place: Int
  /// How much of it is the text of links, in bytes.
  var linkBytes: Int
  /// Of a heading.
  var level = 0
  /// Whether all of it is in bold type, so that it may be a heading.
  var isBold = false
}

/// Cuts a page, or part of one, into blocks of bare text that know where in the file each stretch of it lies.
///
/// What a reader does not see gives no text: scripts, templates, hidden elements, forms' fields, struck-out words,
/// footnote marks.
struct HTMLBlocks {
  private struct Context {
    var kind: Block.Kind = .paragraph
    var node: Int
    var level = 0
    var language: String?
    var isLink = false
    var isBold = false
    /// In a heading, caption or cell: one block, whatever its lines.
    var isWhole = false
    var isTop = true
  }

  let tree: HTMLTree
  /// What to pass over, beside what no reader sees.
  private let isPassedOver: (Int) -> Bool
  private var blocks: [HTMLBlock] = []
  private var tables = 0
  /// The language of the page itself.
  private let language: String?

  // The block that is being put together.
  private var text = MappedTextBuilder()
  private var linkBytes = 0
  private var boldBytes = 0
  /// Where the blank before the next word lies.
  private var blank: Int?
  private var blankHasLineEnd = false
  private var lineBreak: Int?
  private var itemIsNext = false
  private var place = 0

  /// - Parameter isPassedOver: whether an element's content is left out.
  static func blocks(
    of tree: HTMLTree, in node: Int = 0, passingOver isPassedOver: @escaping (Int) -> Bool = { _ in false }
  ) -> [HTMLBlock] {
    var reader = HTMLBlocks(tree: tree, isPassedOver: isPassedOver)
    let own = reader.languageOf(node)
    let context = Context(node: node, language: own == reader.language ? nil : own)
    if node == 0 { reader.walkChildren(of: 0, context) } else { reader.walk(node, context) }
    reader.flush(context)
    return reader.blocks
  }

  private init(tree: HTMLTree, isPassedOver: @escaping (Int) -> Bool) {
    self.tree = tree
    self.isPassedOver = isPassedOver
    language = Self.language(tree, 0) ?? (tree.body > 0 ? Self.language(tree, tree.body) : nil)
  }

  // MARK: The walk

  private mutating func walkChildren(of node: Int, _ context: Context) {
    let end = Int(tree.nodes[node].end)
    let isLoose = tree.nodes[node].tag.isLoose
    var child = node + 1
    var previous = HTMLTag.text
    while child < end {
      let tag = tree.nodes[child].tag
      // Labels side by side in a box stand apart on the screen.
      if isLoose, tag.isPiece, previous.isPiece { breakWord(at: tree.nodes[child].source.lowerBound) }
      previous = tag
      walk(child, context)
      child = Int(tree.nodes[child].end)
    }
  }

  private mutating func walk(_ node: Int, _ outer: Context) {
    let tag = tree.nodes[node].tag
    if tag == .text { return add(node, outer) }
    guard !tag.isSilent, !isPassedOver(node), !HTMLVisibility.isHidden(tree, node) else {
      if tag.isBlock { flush(outer) }
      return
    }
    var context = outer
    if let own = languageOf(node) { context.language = own == language ? nil : own }
    guard tag.isBlock else { return walkInline(node, tag, context, outer) }
    if outer.isWhole {
      // A blank where the line ends, and no more.
      breakWord(at: tree.nodes[node].source.lowerBound)
      walkChildren(of: node, context)
      breakWord(at: tree.nodes[node].close)
      return
    }
    flush(outer)
    context.node = node
    enter(node, tag, &context)
    switch tag {
    case .table where HTMLTable.isData(tree, node): table(node, context)
    case .dl where HTMLTable.isLabelled(tree, node): labels(node, context)
    case .pre, .listing, .xmp: preformatted(node, context)
    default:
      walkChildren(of: node, context)
      flush(context)
    }
    if tag == .li { itemIsNext = false }
  }

  private mutating func enter(_ node: Int, _ tag: HTMLTag, _ context: inout Context) {
    context.isBold = false
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6:
      context.kind = .heading
      context.level = tag.headingLevel
      context.isWhole = true
    case .li, .dt, .dd:
      itemIsNext = true
      if context.kind == .item { context.kind = .paragraph }
    case .blockquote: context.kind = .quote
    case .figcaption, .caption:
      context.kind = .caption
      context.isWhole = true
    default: break
    }
  }

  private mutating func walkInline(_ node: Int, _ tag: HTMLTag, _ context: Context, _ outer: Context) {
    var context = context
    switch tag {
    case .br: return addLineBreak(at: tree.nodes[node].source.lowerBound, context)
    case .sup where isNoteMark(node): return
    case .sup: return addSuperscript(node, context)
    case .pre: break
    case .a: context.isLink = context.isLink || leadsAway(node)
    case .b, .strong: context.isBold = true
    case .q:
      mark("“", of: node, at: tree.nodes[node].source, context)
      walkChildren(of: node, context)
      mark("”", of: node, at: tree.nodes[node].close..<tree.nodes[node].close, context)
      return
    default: break
    }
    // A quotation or a foreign phrase in a sentence is no block: its language is that of most of the block.
    context.language = outer.language
    walkChildren(of: node, context)
  }

  /// Whether a link leads to another place than this page.
  private func leadsAway(_ node: Int) -> Bool {
    guard let range = tree.range(of: HTMLAttribute.href.packed, node), let first = tree.bytes[range].first else {
      return false
    }
    return first != UInt8(ascii: "#") || range.count == 1
  }

  private func languageOf(_ node: Int) -> String? {
    tree.nodes[node].content.isEmpty ? nil : Self.language(tree, node)
  }

  private static func language(_ tree: HTMLTree, _ node: Int) -> String? {
    (tree.value(.lang, of: node) ?? tree.value(.xmlLang, of: node)).flatMap { ArticleMetadata.language($0) }
  }

  // MARK: Text

  private mutating func add(_ node: Int, _ context: Context) {
    let piece = tree.nodes[node]
    guard piece.isCopy else {
      if piece.content.allSatisfy({ Self.isSpace(tree.bytes[$0]) }) {
        noteBlank(at: piece.source.lowerBound, isLineEnd: false)
      } else if !Self.isInvisible(tree.bytes[piece.content]) {
        addBlank(before: piece.content.lowerBound, context)
        if text.isEmpty { place = node }
        text.add(tree.bytes[piece.content], for: piece.source)
        count(piece.content.count, context)
      }
      return
    }
    var i = piece.content.lowerBound
    let end = piece.content.upperBound
    while i < end {
      let byte = tree.bytes[i]
      let place = piece.source.lowerBound + (i - piece.content.lowerBound)
      if Self.isSpace(byte) {
        noteBlank(at: place, isLineEnd: byte == 0x0A || byte == 0x0D)
        i += 1
        continue
      }
      if byte == 0xC2 || byte == 0xE2 || byte == 0xEF, let length = Self.invisible(tree.bytes, i, end) {
        i += length
        continue
      }
      var stop = i + 1
      while stop < end {
        let next = tree.bytes[stop]
        if Self.isSpace(next) { break }
        if next == 0xC2 || next == 0xE2 || next == 0xEF, Self.invisible(tree.bytes, stop, end) != nil { break }
        stop += 1
      }
      addBlank(before: i, context)
      if text.isEmpty { self.place = node }
      text.copy(tree.bytes[i..<stop], from: place)
      count(stop - i, context)
      i = stop
    }
  }

  private mutating func count(_ bytes: Int, _ context: Context) {
    if context.isLink { linkBytes += bytes }
    if context.isBold { boldBytes += bytes }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// The length of a soft hyphen, a zero-width space or a byte order mark, which part words that are one.
  private static func invisible(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Int? {
    switch bytes[i] {
    case 0xC2: i + 1 < end && bytes[i + 1] == 0xAD ? 2 : nil
    case 0xE2: i + 2 < end && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x8B ? 3 : nil
    case 0xEF: i + 2 < end && bytes[i + 1] == 0xBB && bytes[i + 2] == 0xBF ? 3 : nil
    default: nil
    }
  }

  private static func isInvisible(_ piece: ArraySlice<UInt8>) -> Bool {
    piece.elementsEqual([0xC2, 0xAD]) || piece.elementsEqual([0xE2, 0x80, 0x8B])
  }

  private mutating func noteBlank(at place: Int, isLineEnd: Bool) {
    if isLineEnd { blankHasLineEnd = true }
    if blank == nil { blank = place }
  }

  private mutating func breakWord(at place: Int) {
    if !text.isEmpty, blank == nil { blank = place }
  }

  /// The blank or line break that stands before the next word, whose first byte is at `i`.
  private mutating func addBlank(before i: Int, _ context: Context) {
    defer {
      blank = nil
      blankHasLineEnd = false
      lineBreak = nil
    }
    guard !text.isEmpty else { return }
    if lineBreak != nil, !context.isWhole, parts(at: i) {
      flush(context)
      return
    }
    guard let place = lineBreak ?? blank else { return }
    if blankHasLineEnd || lineBreak != nil {
      // Between ideographs a line end is no space.
      let joins = text.bytes.withUnsafeBufferPointer { text in
        tree.bytes.withUnsafeBufferPointer {
          Signs.isIdeograph(text.scalar(before: text.count)) && Signs.isIdeograph($0.scalar(at: i))
        }
      }
      if joins { return }
    }
    text.add(CollectionOfOne(0x20), for: place..<place + 1)
  }

  /// Whether a line break ends a block: after a sentence or a line in bold type, before a bullet.
  private func parts(at i: Int) -> Bool {
    if boldBytes > 0, boldBytes >= text.bytes.reduce(0, { $0 + ($1 == 0x20 ? 0 : 1) }) { return true }
    if text.bytes.withUnsafeBufferPointer({ $0.endsSentence(0..<$0.count) }) { return true }
    return tree.bytes.withUnsafeBufferPointer {
      switch $0.scalar(at: i) {
      case 0x2022, 0x25AA, 0x25CF, 0x25A0, 0x25BA, 0xB7, 0x30FB: true
      default: false
      }
    }
  }

  private mutating func addLineBreak(at place: Int, _ context: Context) {
    if lineBreak != nil, !context.isWhole {
      flush(context)
      return
    }
    if !text.isEmpty { lineBreak = place }
  }

  private mutating func mark(_ sign: String, of node: Int, at place: Range<Int>, _ context: Context) {
    if text.isEmpty || sign == "“" {
      if !text.isEmpty, let at = lineBreak ?? blank { text.add(CollectionOfOne(0x20), for: at..<at + 1) }
      blank = nil
      lineBreak = nil
    }
    if text.isEmpty { self.place = node + 1 }
    text.add(Array(sign.utf8), for: place)
    count(sign.utf8.count, context)
  }

  // MARK: Superscripts

  /// A figure or sign that leads to a footnote: a link, or a number after a word or a full stop. `km²` is none.
  private func isNoteMark(_ node: Int) -> Bool {
    let plain = tree.rawText(of: node).text.filter { !"[]() \u{A0}".contains($0) }
    guard plain.utf8.count <= 6 else { return false }
    if tree.content(of: node).contains(where: { tree.nodes[$0].tag == .a }) { return true }
    if !plain.isEmpty, plain.unicodeScalars.allSatisfy({ "*†‡§¹²³".unicodeScalars.contains($0) }) { return true }
    guard !plain.isEmpty, plain.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    if blank != nil { return true }
    var letters = 0
    for byte in text.bytes.reversed() {
      if (0x30...0x39).contains(byte), letters == 0 { return false }
      guard (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80 else { break }
      letters += 1
    }
    return letters == 0 || letters > 2
  }

  private static let superscripts: [[UInt8]] = "⁰¹²³⁴⁵⁶⁷⁸⁹".map { Array(String($0).utf8) }

  /// 10<sup>6</sup> is no 106.
  private mutating func addSuperscript(_ node: Int, _ context: Context) {
    for child in tree.content(of: node) where tree.nodes[child].tag == .text {
      let piece = tree.nodes[child]
      let bytes = tree.bytes[piece.content]
      guard piece.isCopy, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
        add(child, context)
        continue
      }
      for (k, byte) in bytes.enumerated() {
        if k == 0 { addBlank(before: piece.content.lowerBound, context) }
        if text.isEmpty { self.place = child }
        let place = piece.source.lowerBound + k
        text.add(Self.superscripts[Int(byte - 0x30)], for: place..<place + 1)
        count(1, context)
      }
    }
  }

  // MARK: Blocks

  private mutating func flush(_ context: Context) {
    defer {
      text.removeAll()
      (linkBytes, boldBytes) = (0, 0)
      (blank, lineBreak, blankHasLineEnd) = (nil, nil, false)
    }
    guard !text.isEmpty else { return }
    var mapped = text.text.trimmed
    guard !mapped.text.isEmpty else { return }
    var kind = context.kind
    if kind == .paragraph, itemIsNext { kind = .item }
    itemIsNext = false
    if kind == .item || kind == .paragraph, let body = Self.withoutBullet(mapped) {
      mapped = body
      kind = .item
    }
    let letters = text.bytes.reduce(0) { $0 + ($1 == 0x20 ? 0 : 1) }
    blocks.append(
      HTMLBlock(
        block: Block(kind: kind, text: mapped.text, map: mapped.map, language: context.language), node: context.node,
        place: place,
        linkBytes: linkBytes, level: context.level, isBold: boldBytes > 0 && boldBytes >= letters))
  }

  private static func withoutBullet(_ text: MappedText) -> MappedText? {
    let length: Int? = text.text.withBytes { bytes in
      guard bytes.count > 4 else { return nil }
      let sign = bytes.scalar(at: 0)
      let width: Int
      switch sign {
      case 0x2022, 0x25AA, 0x25CF, 0x25A0, 0x25BA: width = 3
      case 0xB7: width = 2
      default: return nil
      }
      return width + bytes.blank(at: width)
    }
    return length.map { text[$0..<text.text.utf8.count] }
  }

  private mutating func preformatted(_ node: Int, _ context: Context) {
    // Code is no prose.
    if tree.children(of: node).contains(where: { tree.nodes[$0].tag == .code }) { return }
    let raw = tree.rawText(of: node)
    for block in raw.text.withBytes({ PlainText.blocks(of: $0, 0..<$0.count) }) {
      var block = block
      block.map = block.map.through(raw.map, count: block.text.utf8.count)
      block.language = context.language
      if context.kind != .paragraph { block.kind = context.kind }
      blocks.append(HTMLBlock(block: block, node: node, place: node + 1, linkBytes: 0))
    }
  }

  // MARK: Tables

  private mutating func table(_ node: Int, _ context: Context) {
    let table = tables
    tables += 1
    for child in tree.children(of: node) where tree.nodes[child].tag == .caption { walk(child, context) }
    for cell in HTMLTable.cells(tree, node) {
      add(
        cell.node,
        Block.Cell(
          table: table, row: cell.row, column: cell.column, isHeader: cell.isHeader, isRowHeader: cell.isRowHeader,
          rows: cell.rows, columns: cell.columns), context)
    }
  }

  /// Labels and values, a pair a row.
  private mutating func labels(_ node: Int, _ context: Context) {
    let table = tables
    tables += 1
    let pairs = HTMLTable.pairs(tree, node)
    for (row, pair) in pairs.enumerated() {
      if row == 0 || pairs[row - 1].label != pair.label {
        let rows = pairs[row...].prefix { $0.label == pair.label }.count
        add(
          pair.label,
          Block.Cell(table: table, row: row, column: 0, isHeader: false, isRowHeader: true, rows: rows), context)
      }
      add(pair.value, Block.Cell(table: table, row: row, column: 1, isHeader: false), context)
    }
  }

  private mutating func add(_ node: Int, _ place: Block.Cell, _ outer: Context) {
    guard !isPassedOver(node), !HTMLVisibility.isHidden(tree, node) else { return }
    var context = outer
    context.node = node
    context.kind = .cell
    context.isWhole = true
    if let own = languageOf(node) { context.language = own == language ? nil : own }
    let count = blocks.count
    itemIsNext = false
    walkChildren(of: node, context)
    flush(context)
    for i in count..<blocks.count { blocks[i].block.cell = place }
  }
}

/// The text of a piece of HTML that some other format holds: an entry of a feed, a field of JSON.
enum HTMLText {
  /// Its blocks, with their places in the file that `html` was taken from.
  static func blocks(of html: MappedText) -> [Block] {
    let tree = html.text.withBytes { HTMLTree($0) }
    return HTMLBlocks.blocks(of: tree).map { found in
      var block = found.block
      block.map = block.map.through(html.map, count: block.text.utf8.count)
      return block
    }
  }
}
