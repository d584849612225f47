/// The visible text of a page, block by block, with what each looks like: a sentence of a story, a link, a teaser. Sums
/// over any element of the page cost two look-ups.
struct PageLines {
  struct Line {
    var block: HTMLBlock
    var length: Int
    /// Reads like a paragraph of a story.
    var isProse = false
    /// Is a link and little else.
    var isLink = false
    /// Stands in a teaser of another story.
    var isCard = false
    /// Why it is no part of the story.
    var out: LeftOut.Reason?

    var isHeading: Bool { block.block.kind == .heading }
    var text: String { block.block.text }
  }

  let tree: HTMLTree
  private(set) var lines: [Line]
  /// The headline.
  var title: Int?
  /// The node at which each line's text begins, in order.
  private let places: [Int]
  private var prose: [Int] = []
  private var cards: [Int] = []
  private var links: [Int] = []
  private var bytes: [Int] = []
  private var weights: [Int] = []

  /// What ends no sentence is prose from this length on, in bytes: some scripts have no full stop.
  private static let longLine = 160

  init(_ tree: HTMLTree) {
    self.tree = tree
    lines = HTMLBlocks.blocks(of: tree, in: tree.body).map(Self.line)
    places = lines.map(\.block.place)
    sum()
  }

  private static func line(_ block: HTMLBlock) -> Line {
    let text = block.block.text
    let length = text.utf8.count
    var line = Line(block: block, length: length)
    line.isLink = block.linkBytes * 10 >= length * 8
    switch block.block.kind {
    case .paragraph, .quote, .item:
      let isEnough = length >= longLine || (length >= 30 && text.withBytes { $0.endsSentence(0..<$0.count) })
      line.isProse = isEnough && block.linkBytes * 10 <= length * 6
    default: break
    }
    return line
  }

  // MARK: Sums

  /// To be called when lines have changed.
  mutating func sum() {
    (prose, cards, links, bytes, weights) = ([0], [0], [0], [0], [0])
    var behind = -1
    for (i, line) in lines.enumerated() {
      let counts = line.out == nil
      if i == title { behind = 0 } else if counts, behind >= 0 { behind += 1 }
      prose.append((prose.last ?? 0) + (counts && line.isProse && !line.isCard ? line.length : 0))
      cards.append((cards.last ?? 0) + (counts && line.isProse && line.isCard ? line.length : 0))
      links.append((links.last ?? 0) + (counts ? line.block.linkBytes : 0))
      bytes.append((bytes.last ?? 0) + (counts ? line.length : 0))
      weights.append((weights.last ?? 0) + (counts ? Self.weight(line) * nearness(behind) : 0))
    }
  }

  /// A story begins below its headline, be it however short.
  private func nearness(_ behind: Int) -> Int {
    guard title != nil else { return 2 }
    if behind < 0 { return 1 }
    return behind <= 3 ? 8 : behind <= 10 ? 4 : 2
  }

  /// How much a line speaks for the element that holds it.
  private static func weight(_ line: Line) -> Int {
    if line.isCard { return -line.length / 3 }
    if line.isProse { return max(0, min(line.length, 1500) - 2 * line.block.linkBytes) }
    switch line.block.block.kind {
    case .cell: return line.isLink ? -10 : max(8, line.length / 3)
    case .heading, .caption, .title: return line.isLink ? -25 : 0
    case .item where !line.isLink: return line.length / 2
    default: return line.isLink ? -25 - line.length : -15
    }
  }

  /// The lines in an element.
  func range(of node: Int) -> Range<Int> {
    if node == 0 { return 0..<lines.count }
    return first(from: node)..<first(from: Int(tree.nodes[node].end))
  }

  private func first(from node: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func prose(_ range: Range<Int>) -> Int { prose[range.upperBound] - prose[range.lowerBound] }
  func cards(_ range: Range<Int>) -> Int { cards[range.upperBound] - cards[range.lowerBound] }
  func links(_ range: Range<Int>) -> Int { links[range.upperBound] - links[range.lowerBound] }
  func bytes(_ range: Range<Int>) -> Int { bytes[range.upperBound] - bytes[range.lowerBound] }
  func weight(_ range: Range<Int>) -> Int { weights[range.upperBound] - weights[range.lowerBound] }

  // MARK: Marks

  mutating func leaveOut(_ range: Range<Int>, _ reason: LeftOut.Reason) {
    for i in range where lines[i].out == nil && i != title { lines[i].out = reason }
  }

  mutating func makeCaption(_ i: Int) {
    if lines[i].block.block.kind == .paragraph { lines[i].block.block.kind = .caption }
    lines[i].isProse = false
  }

  mutating func makeHeading(_ i: Int) {
    lines[i].block.block.kind = .heading
    lines[i].isProse = false
  }

  mutating func keep(_ i: Int) { lines[i].out = nil }

  /// Teasers: a headline that is a link, and the few lines that stand with it in a box of their own.
  mutating func markCards() {
    for i in lines.indices where lines[i].out == nil && i != title && !lines[i].isCard {
      let line = lines[i]
      guard line.isLink, line.isHeading || line.length >= 15, line.block.block.kind != .cell else { continue }
      guard let box = box(around: i) else { continue }
      for k in range(of: box) where k != title { lines[k].isCard = true }
    }
    // A block that is a link as a whole, with a headline and a summary in it.
    for i in lines.indices where lines[i].isLink && lines[i].out == nil && i != title {
      var node = lines[i].block.node
      while node > 0, tree.nodes[node].tag != .a { node = Int(tree.nodes[node].parent) }
      if node > 0, range(of: node).count > 1 { lines[i].isCard = true }
    }
    sum()
  }

  /// The largest element around a linked headline that holds no other and no more text than a teaser.
  private func box(around i: Int) -> Int? {
    var box: Int?
    var node = lines[i].block.node
    while node > 0 {
      let range = range(of: node)
      guard range.count <= 8, title.map({ !range.contains($0) }) ?? true else { break }
      var headlines = 0
      var texts = 0
      var length = 0
      for k in range {
        if lines[k].isLink, lines[k].isHeading || (k == i) { headlines += 1 }
        if lines[k].isProse {
          texts += 1
          length += lines[k].length
        }
      }
      guard headlines == 1, texts <= 2, length <= 600 else { break }
      if range.count > 1 { box = node }
      let tag = tree.nodes[node].tag
      if tag == .article || tag == .li || tag == .main || tag == .body { break }
      node = Int(tree.nodes[node].parent)
    }
    return box
  }
}
