import Articles

/// The concepts that stand in the headers of an article's tables.
struct TableHeaders {
  private struct Place: Hashable {
    var table: Int
    var number: Int
  }

  private var columns: [Place: Set<Int32>] = [:]
  private var rows: [Place: Set<Int32>] = [:]

  /// - Parameter hasFigure: a cell of the first column heads its row unless it holds a figure or date.
  mutating func add(_ concepts: Set<Int32>, of cell: Block.Cell, hasFigure: Bool) {
    guard !concepts.isEmpty else { return }
    if cell.isRowHeader || !cell.isHeader && cell.column == 0 && !hasFigure {
      for row in cell.row..<cell.row + max(1, cell.rows) {
        rows[Place(table: cell.table, number: row), default: []].formUnion(concepts)
      }
    } else if cell.isHeader {
      for column in cell.column..<cell.column + max(1, cell.columns) {
        columns[Place(table: cell.table, number: column), default: []].formUnion(concepts)
      }
    }
  }

  /// What the headers of its row and column say of a cell that is no header itself.
  func concepts(over cell: Block.Cell) -> Set<Int32> {
    guard !cell.isHeader, !cell.isRowHeader else { return [] }
    let column = columns[Place(table: cell.table, number: cell.column)] ?? []
    return column.union(rows[Place(table: cell.table, number: cell.row)] ?? [])
  }
}

extension ClaimMaker {
  /// A figure that is all of its cell is about what the headers of the row and column say.
  func stretch(inCell mention: PlacedMention, _ phrase: NounPhrase) -> Range<Int>? {
    guard !headers.isEmpty, phrase.isEmpty, view.mentions.count == 1,
      view.tokens.count - mention.tokens.count <= 2,
      !rule.about.isDisjoint(with: headers), rule.with.allSatisfy(headers.contains),
      rule.unless.isDisjoint(with: headers)
    else { return nil }
    return mention.tokens
  }
}
