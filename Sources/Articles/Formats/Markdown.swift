import CMarkdown

/// Cuts CommonMark (with GitHub's tables) into blocks of bare text that know where in the file each stretch of it lies.
///
/// Emphasis and links leave their text; code blocks, HTML, and addresses that stand as their own link text are left out.
/// An image that stands alone gives its description as a caption.
struct Markdown {
  private let bytes: Bytes
  /// Where each line begins, by the library's count of lines (LF, CR LF or CR); the last entry is the end.
  private var lineStarts: [Int] = []
  private var blocks: [Block] = []
  private var table = -1
  private var row = -1
  private var column = -1
  private var isHeader = false
  private var tableEnd = 0
  /// How far the blocks so far reach.
  private var reached = 0

  static func blocks(of bytes: Bytes, _ range: Range<Int>) -> [Block] {
    guard let base = bytes.baseAddress, !range.isEmpty,
      let document = cmarkdown_parse(base + range.lowerBound, range.count)
    else { return [] }
    defer { cmarkdown_free(document) }
    var markdown = Markdown(bytes: bytes)
    markdown.findLines(range)
    markdown.reached = range.lowerBound
    markdown.read(document.pointee)
    return markdown.blocks
  }

  private init(bytes: Bytes) { self.bytes = bytes }

  private mutating func findLines(_ range: Range<Int>) {
    lineStarts = [range.lowerBound]
    for i in range {
      let byte = bytes[i]
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, i + 1 < range.upperBound, bytes[i + 1] == 0x0A { continue }
      lineStarts.append(i + 1)
    }
    lineStarts.append(range.upperBound)
  }

  private func lineStart(_ number: Int32) -> Int { lineStarts[min(max(0, Int(number) - 1), lineStarts.count - 1)] }

  // MARK: The walk

  private mutating func read(_ document: cmarkdown_document) {
    let nodes = UnsafeBufferPointer(start: document.nodes, count: document.count)
    let literals = UnsafeBufferPointer(start: document.literals, count: document.literals_length)
    var quotes = 0
    var items: [Bool] = []
    var hasLoneItem = false
    var inline: MarkdownInline?
    var images = 0
    var links = 0
    for node in nodes {
      let leaves = node.leaves == 1
      switch Int(node.kind) {
      case CMARKDOWN_QUOTE: quotes += leaves ? -1 : 1
      case CMARKDOWN_LIST: hasLoneItem = !leaves && node.number > 0
      // "28. Dezember 2012": one item with a number above one is a sentence that begins with a day.
      case CMARKDOWN_ITEM: if leaves { items.removeLast() } else { items.append(!hasLoneItem) }
      case CMARKDOWN_TABLE:
        if !leaves {
          (table, row) = (table + 1, -1)
          tableEnd = lineStart(node.end_line + 1)
        }
      case CMARKDOWN_ROW: if !leaves { (row, column, isHeader) = (row + 1, -1, node.number == 1) }
      case CMARKDOWN_PARAGRAPH, CMARKDOWN_HEADING, CMARKDOWN_CELL:
        if !leaves {
          if Int(node.kind) == CMARKDOWN_CELL { column += 1 }
          inline = inlineText(of: node)
          if hasLoneItem {
            let line = lineStart(node.start_line)
            let text = line + max(0, Int(node.start_column) - 1)
            inline?.add(
              UnsafeBufferPointer(rebasing: bytes[line..<max(line, min(text, bytes.count))]), hint: line, isCode: false,
              isDescription: false)
            hasLoneItem = false
          }
          images = 0
        } else if let done = inline {
          let kind: Block.Kind =
            switch Int(node.kind) {
            case CMARKDOWN_HEADING: .heading
            case CMARKDOWN_CELL: .cell
            default: quotes > 0 ? .quote : items.last == true ? .item : .paragraph
            }
          add(done, kind)
          if !items.isEmpty { items[items.count - 1] = false }
          inline = nil
        }
      case CMARKDOWN_LINK: links += leaves ? -1 : 1
      case CMARKDOWN_IMAGE:
        images += leaves ? -1 : 1
        if !leaves { inline?.hasImage = true }
      case CMARKDOWN_TEXT, CMARKDOWN_CODE, CMARKDOWN_HTML:
        let literal = UnsafeBufferPointer(
          rebasing: literals[Int(node.literal)..<Int(node.literal + node.literal_length)])
        let hint = lineStart(node.start_line) + max(0, Int(node.start_column) - 1)
        if Int(node.kind) == CMARKDOWN_HTML {
          inline?.html(literal)
        } else if links > 0, Self.isAddress(literal) {
          inline?.skip(literal, hint: hint)
        } else {
          inline?.add(literal, hint: hint, isCode: Int(node.kind) == CMARKDOWN_CODE, isDescription: images > 0)
        }
      case CMARKDOWN_SOFT_BREAK, CMARKDOWN_LINE_BREAK: inline?.lineBreak()
      default: break
      }
    }
  }

  /// A paragraph that a table was cut off from has no place, and the table's first rows have that paragraph's: those
  /// lie anywhere behind the block before.
  private func inlineText(of node: cmarkdown_node) -> MarkdownInline {
    let isCell = Int(node.kind) == CMARKDOWN_CELL
    let end =
      isCell
      ? tableEnd : node.start_line > 0 ? lineStart(max(node.start_line, node.end_line) + 1) : lineStarts.last ?? 0
    let start = lineStart(node.start_line)
    return MarkdownInline(
      bytes: bytes, start: min(end, isCell || node.start_line < 1 ? max(start, reached) : start), end: end)
  }

  private static func isAddress(_ literal: Bytes) -> Bool {
    ["http://", "https://", "mailto:", "www."].contains { literal.starts(with: $0.utf8) }
  }

  private mutating func add(_ inline: MarkdownInline, _ kind: Block.Kind) {
    reached = max(reached, inline.cursor)
    guard var block = inline.block(kind) else { return }
    if kind == .cell { block.cell = Block.Cell(table: table, row: row, column: column, isHeader: isHeader) }
    blocks.append(block)
  }
}
