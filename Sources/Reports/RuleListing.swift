import Articles
import Claims

/// Rules, or the ready ones of the library, for people (a table) and for programs (JSON).
public struct RuleListing: Sendable {
  public struct Entry: Sendable {
    public enum Kind: Sendable, Equatable {
      case rule(Rule.Kind)
      /// A ready concept.
      case concept
    }

    public var id: String
    public var kind: Kind
    public var title: String
    /// In which it can match; nil for any.
    public var languages: [String]?
    /// Examples, and pairs of texts.
    public var examples: Int?
    /// How many claims the articles make; nil where none were read.
    public var claims: Int?
    public var location: Diagnostic.Location?

    public init(
      id: String, kind: Kind, title: String, languages: [String]?, examples: Int? = nil, claims: Int? = nil,
      location: Diagnostic.Location? = nil
    ) {
      self.id = id
      self.kind = kind
      self.title = title
      self.languages = languages
      self.examples = examples
      self.claims = claims
      self.location = location
    }

    var kindName: String {
      switch kind {
      case .rule(let kind): kind.rawValue
      case .concept: "concept"
      }
    }
  }

  public enum Format: String, Sendable, CaseIterable { case table, json }

  private let style: TextStyle
  private let width: Int
  /// Languages that are said with one word where a rule has them all.
  private let allLanguages: [String]

  /// - Parameter allLanguages: those that the program knows best.
  public init(options: ReportOptions, allLanguages: [String]) {
    style = TextStyle(color: options.color, isolates: options.isTerminal)
    width = max(60, options.width)
    self.allLanguages = allLanguages
  }

  public func render(_ entries: [Entry], as format: Format) -> [UInt8] {
    switch format {
    case .table: Array(table(entries).utf8)
    case .json: json(entries)
    }
  }

  // MARK: - The table

  private func table(_ entries: [Entry]) -> String {
    guard !entries.isEmpty else { return "no rules\n" }
    var columns: [(title: String, isNumber: Bool, cell: (Entry) -> String)] = [
      ("id", false, { Quote.oneLine($0.id) }), ("kind", false, { $0.kindName }),
      ("languages", false, { languages($0.languages) }),
    ]
    if entries.contains(where: { $0.examples != nil }) {
      columns.append(("examples", true, { $0.examples.map(String.init) ?? "–" }))
    }
    if entries.contains(where: { $0.claims != nil }) {
      columns.append(("claims", true, { $0.claims.map(String.init) ?? "–" }))
    }
    columns.append(("title", false, { Quote.oneLine($0.title) }))
    let rows = [columns.map(\.title)] + entries.map { entry in columns.map { $0.cell(entry) } }
    let last = columns.count - 1
    var widths = columns.indices.map { i in rows.reduce(0) { max($0, DisplayWidth.of($1[i])) } }
    // The title has what the other columns leave.
    widths[last] = min(widths[last], max(40, width - widths[..<last].reduce(0) { $0 + $1 + 2 }))
    var text = ""
    for (number, row) in rows.enumerated() {
      var line = ""
      for (i, cell) in row.enumerated() {
        let cut = DisplayWidth.prefix(of: cell, columns: widths[i])
        let blanks = String(repeating: " ", count: max(0, widths[i] - DisplayWidth.of(cut)))
        line +=
          (i > 0 ? "  " : "") + (i == last ? style.isolated(cut) : columns[i].isNumber ? blanks + cut : cut + blanks)
      }
      text += (number == 0 ? style.dim(line) : line) + "\n"
    }
    return text
  }

  private func languages(_ tags: [String]?) -> String {
    guard let tags else { return "any" }
    if tags.isEmpty { return "none" }
    let strangers = tags.filter { !allLanguages.contains($0) }
    if tags.count - strangers.count == allLanguages.count {
      return (["all \(allLanguages.count)"] + strangers).joined(separator: " ")
    }
    return tags.joined(separator: " ")
  }

  // MARK: - JSON

  private func json(_ entries: [Entry]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.value(1)
    json.key("rules")
    json.beginArray()
    for entry in entries {
      json.beginObject()
      json.key("id")
      json.value(entry.id)
      json.key("kind")
      json.value(entry.kindName)
      json.key("title")
      json.value(entry.title)
      json.key("languages")
      if let languages = entry.languages {
        json.value(languages, inline: true)
      } else {
        json.null()
      }
      for (key, count) in [("examples" as StaticString, entry.examples), ("claims", entry.claims)] {
        json.key(key)
        if let count { json.value(count) } else { json.null() }
      }
      json.key("file")
      json.value(entry.location?.file)
      json.key("line")
      if let line = entry.location?.line, line > 0 { json.value(line) } else { json.null() }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }
}
