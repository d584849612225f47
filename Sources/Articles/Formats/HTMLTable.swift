import ICU

/// Tables of figures, and how they are told from those that only lay out a page.
enum HTMLTable {
  struct Cell {
    var node: Int
    var row: Int
    var column: Int
    var rows = 1
    var columns = 1
    var isHeader = false
    var isRowHeader = false
  }

  /// More columns than this are cut off; a row spans no more rows.
  private static let most = 1000
  /// A cell of figures or labels is no longer, in bytes.
  private static let longest = 400

  /// Whether its cells belong together by row and column.
  static func isData(_ tree: HTMLTree, _ table: Int) -> Bool {
    switch tree.value(.role, of: table) {
    case "presentation", "none": return false
    default: break
    }
    var rows = 0
    var cells = 0
    var inRow = 0
    var widest = 0
    var headers = 0
    var long = 0
    var text = 0
    for node in tree.content(of: table) {
      switch tree.nodes[node].tag {
      case .table, .h1, .form, .article, .main, .nav, .header, .footer, .aside: return false
      case .tr:
        rows += 1
        inRow = 0
      case .td, .th:
        guard isInRow(tree, node) else { return false }
        cells += 1
        inRow += 1
        widest = max(widest, inRow)
        if tree.nodes[node].tag == .th { headers += 1 }
        let length = length(tree, node)
        text += length
        if length > longest { long += 1 }
      default: break
      }
    }
    for node in tree.children(of: table) where tree.nodes[node].tag == .caption { text += length(tree, node) }
    // Text beside the cells would be lost.
    guard cells >= 2, rows >= 1, long * 4 <= cells, text == length(tree, table) else { return false }
    if headers > 0 { return widest >= 2 || rows >= 2 }
    return rows >= 2 && widest >= 2 && long == 0 && text <= cells * 120
  }

  private static func isInRow(_ tree: HTMLTree, _ cell: Int) -> Bool {
    var node = Int(tree.nodes[cell].parent)
    while node > 0, tree.nodes[node].tag != .table {
      if tree.nodes[node].tag == .tr { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  /// The length of the text in an element, in bytes.
  static func length(_ tree: HTMLTree, _ node: Int) -> Int {
    var length = 0
    for i in tree.content(of: node) where tree.nodes[i].tag == .text {
      for byte in tree.bytes[tree.nodes[i].content] where byte > 0x20 { length += 1 }
    }
    return length
  }

  /// The cells of a table in reading order, each with its place in the grid (WHATWG HTML, 4.9.12.1).
  static func cells(_ tree: HTMLTree, _ table: Int) -> [Cell] {
    var cells: [Cell] = []
    /// For each column, how many rows the cell above still reaches down.
    var reach: [Int] = []
    var row = -1
    var rowIsHead: [Bool] = []
    for node in tree.content(of: table) where tree.nodes[node].tag == .tr {
      row += 1
      let parent = tree.nodes[Int(tree.nodes[node].parent)].tag
      var column = 0
      for child in tree.content(of: node) {
        let tag = tree.nodes[child].tag
        guard tag == .td || tag == .th else { continue }
        while column < reach.count, reach[column] > 0 { column += 1 }
        guard column < most else { break }
        let columns = min(span(tree, .colspan, child), most - column)
        let rows = span(tree, .rowspan, child)
        if reach.count < column + columns {
          reach.append(contentsOf: [Int](repeating: 0, count: column + columns - reach.count))
        }
        // One more, for this row itself is taken off below.
        for k in column..<column + columns { reach[k] = rows }
        var cell = Cell(node: child, row: row, column: column, rows: rows, columns: columns)
        cell.isHeader = tag == .th && tree.value(.scope, of: child) != "row"
        cell.isRowHeader = tag == .th && !cell.isHeader
        cells.append(cell)
        column += columns
      }
      for k in reach.indices where reach[k] > 0 { reach[k] -= 1 }
      rowIsHead.append(parent == .thead)
    }
    markHeaders(&cells, rowIsHead, tree)
    return cells
  }

  private static func span(_ tree: HTMLTree, _ name: HTMLAttribute, _ node: Int) -> Int {
    tree.value(name, of: node).flatMap { Int($0.trimmingBlanks()) }.map { min(max(1, $0), most) } ?? 1
  }

  /// A header row is one of header cells alone, an empty corner apart; a header cell in any other row heads that row. Where
  /// a table marks none, a first row without figures above rows with figures is one.
  private static func markHeaders(_ cells: inout [Cell], _ rowIsHead: [Bool], _ tree: HTMLTree) {
    let rows = Dictionary(grouping: cells.indices) { cells[$0].row }
    for (row, members) in rows {
      let isHead =
        rowIsHead[row]
        || members.allSatisfy { cells[$0].isHeader || length(tree, cells[$0].node) == 0 } && members.count > 1
        || members.count == 1 && cells[members[0]].isHeader && cells[members[0]].columns > 1
      for i in members where cells[i].isHeader != isHead || isHead {
        if isHead {
          cells[i].isHeader = true
          cells[i].isRowHeader = false
        } else {
          cells[i].isHeader = false
          cells[i].isRowHeader = true
        }
      }
    }
    guard !cells.contains(where: \.isHeader), let first = rows[0], first.count > 1, rows.count > 1 else { return }
    let firstIsPlain = first.allSatisfy { !hasDigit(tree, cells[$0].node) }
    let restHasFigures = rows.allSatisfy { row, members in
      row == 0 || members.contains { hasDigit(tree, cells[$0].node) }
    }
    guard firstIsPlain, restHasFigures else { return }
    for i in first {
      cells[i].isHeader = true
      cells[i].isRowHeader = false
    }
  }

  private static func hasDigit(_ tree: HTMLTree, _ node: Int) -> Bool {
    tree.content(of: node).contains { i in
      guard tree.nodes[i].tag == .text else { return false }
      return tree.bytes[tree.nodes[i].content].withUnsafeBufferPointer { bytes in
        var k = 0
        while k < bytes.count {
          let byte = bytes[k]
          if (0x30...0x39).contains(byte) { return true }
          if byte >= 0xD9, Digits.value(of: bytes.scalar(at: k)) != nil { return true }
          k += byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        }
        return false
      }
    }
  }

  // MARK: Lists of labels

  /// Whether a definition list pairs short labels with short values: 27 with “killed”.
  static func isLabelled(_ tree: HTMLTree, _ list: Int) -> Bool {
    let pairs = pairs(tree, list)
    guard !pairs.isEmpty, pairs.allSatisfy({ length(tree, $0.label) <= 120 && length(tree, $0.value) <= 120 }) else {
      return false
    }
    // Text beside the pairs would be lost.
    var text = 0
    for (i, pair) in pairs.enumerated() {
      text += length(tree, pair.value) + (i > 0 && pairs[i - 1].label == pair.label ? 0 : length(tree, pair.label))
    }
    return text == length(tree, list)
  }

  static func pairs(_ tree: HTMLTree, _ list: Int) -> [(label: Int, value: Int)] {
    var pairs: [(Int, Int)] = []
    var label: Int?
    for node in tree.content(of: list) {
      switch tree.nodes[node].tag {
      case .dt: label = node
      case .dd: if let term = label { pairs.append((term, node)) }
      default: break
      }
    }
    return pairs
  }
}
