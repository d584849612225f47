import Articles
import Claims
import Mentions

/// The mentions of an article for people to read: place, kind, normal form and words in columns.
public struct MentionListing: Sendable {
  public struct Row: Sendable {
    /// From 1.
    public var line: Int
    /// In code points, from 1.
    public var column: Int
    /// The words, as they stand in the article.
    public var text: String
    public var value: Mention.Value

    public init(line: Int, column: Int, text: String, value: Mention.Value) {
      self.line = line
      self.column = column
      self.text = text
      self.value = value
    }
  }

  private let style: TextStyle
  private let width: Int
  /// Wider places and normal forms push their row, not the whole column.
  private static let widest = 28

  public init(options: ReportOptions) {
    style = TextStyle(color: options.color, isolates: options.isTerminal)
    width = max(40, options.width)
  }

  /// One article as UTF-8, ended by a line feed.
  ///
  /// - Parameter article: its id, which stands above its rows; nil to go on with the same article.
  public func render(article: String?, rows: [Row]) -> [UInt8] {
    let cells = rows.map { row in
      (
        place: "\(row.line):\(row.column)", kind: row.value.kind, form: Quote.oneLine(Self.normalForm(of: row.value)),
        words: Quote.oneLine(row.text)
      )
    }
    func widest(_ widths: some Sequence<Int>) -> Int { widths.filter { $0 <= Self.widest }.max() ?? 0 }
    let place = widest(cells.lazy.map(\.place.utf8.count))
    let kind = widest(cells.lazy.map(\.kind.utf8.count))
    let form = widest(cells.lazy.map { DisplayWidth.of($0.form) })
    var text = article.map { style.bold(Quote.oneLine($0)) + "\n" } ?? ""
    if cells.isEmpty, article != nil { text += style.dim("  no quantities, ordinals, dates or durations") + "\n" }
    for cell in cells {
      let room = max(12, width - (place + kind + form + 8))
      text += "  " + String(repeating: " ", count: max(0, place - cell.place.utf8.count)) + style.place(cell.place)
      text += "  " + style.dim(DisplayWidth.pad(cell.kind, to: kind))
      text += "  " + style.bold(DisplayWidth.pad(cell.form, to: form))
      text += "  " + style.isolated(DisplayWidth.prefix(of: cell.words, columns: room)) + "\n"
    }
    return Array(text.utf8)
  }

  /// The value in signs: `≥ 5,200`, `2021-12-31`, `rank 82`, `7 minutes`.
  static func normalForm(of value: Mention.Value) -> String {
    switch value {
    case .quantity(let quantity): ValueFormat.normalForm(of: .quantity(quantity))
    case .date(let span): ValueFormat.normalForm(of: .date(span))
    case .ordinal(let rank): "rank \(ValueFormat.number(rank))"
    case .duration(let span):
      ValueFormat.normalForm(
        of: .quantity(Quantity(value: span.value, low: span.low, high: span.high, unit: span.unit)))
    }
  }
}

extension Mention.Value {
  /// What lines of mentions call it.
  var kind: String {
    switch self {
    case .quantity: "quantity"
    case .ordinal: "ordinal"
    case .date: "date"
    case .duration: "duration"
    }
  }
}
