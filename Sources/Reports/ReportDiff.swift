import Claims
import Findings
import ICU

/// What became of the findings between two reports.
public struct ReportDiff: Sendable {
  /// What one rule found before, and finds now.
  public struct Change: Sendable {
    /// Nil where there was nothing.
    public var old: Finding?
    /// Nil where there is nothing any more.
    public var new: Finding?
  }

  /// In the order of the new report, then what is gone in the order of the old one. Facts on which the articles were at
  /// one, and still are, are left out.
  public private(set) var changes: [Change] = []
  /// How many findings stand in both, by their ids.
  public private(set) var same = 0

  /// Findings with the same id are the same. Of the others, those of one rule and day are matched in their order: what
  /// the rule found before, and what it finds now.
  public init(old: Report, new: Report) {
    let newIDs = Set(new.findings.map(\.id))
    let oldIDs = Set(old.findings.map(\.id))
    same = newIDs.intersection(oldIDs).count
    var gone: [Fact: [Finding]] = [:]
    for finding in old.findings.reversed() where !newIDs.contains(finding.id) {
      gone[Fact(finding), default: []].append(finding)
    }
    for finding in new.findings where !oldIDs.contains(finding.id) {
      changes.append(Change(old: gone[Fact(finding)]?.popLast(), new: finding))
    }
    for finding in old.findings where !newIDs.contains(finding.id) {
      if let last = gone[Fact(finding)]?.last, last.id == finding.id {
        gone[Fact(finding)]?.removeLast()
        changes.append(Change(old: finding, new: nil))
      }
    }
    changes.removeAll { ($0.old?.verdict ?? .agree) < .changed && ($0.new?.verdict ?? .agree) < .changed }
  }

  private struct Fact: Hashable {
    var rule: String
    var day: Int?

    init(_ finding: Finding) {
      rule = finding.rule
      day = finding.asOf?.number
    }
  }

  // MARK: - Writing

  public enum Format: String, Sendable, CaseIterable { case text, markdown, json }

  public func render(as format: Format, color: Bool = false) -> [UInt8] {
    switch format {
    case .text: Array(text(TextStyle(color: color, isolates: false)).utf8)
    case .markdown: Array(markdown.utf8)
    case .json: json
    }
  }

  private func text(_ style: TextStyle) -> String {
    var text = ""
    for change in changes {
      let worst = max(change.old?.verdict ?? .agree, change.new?.verdict ?? .agree)
      let verdict = change.new?.verdict ?? worst
      text += style.verdict(change.new == nil ? .agree : verdict, Self.heading(change)) + "\n"
      for finding in [change.old, change.new].compactMap(\.self) {
        let sign = finding.id == change.new?.id ? "+" : "-"
        text += "  \(sign) \(Quote.oneLine(finding.message))  " + style.dim(Quote.oneLine(finding.id)) + "\n"
      }
    }
    return text + (changes.isEmpty ? "" : "\n") + summary + "\n"
  }

  private var markdown: String {
    var text = "**\(summary)**\n"
    if changes.isEmpty { return text }
    text += "\n| | before | now |\n|---|---|---|\n"
    for change in changes {
      let cells = [change.old, change.new].map { finding in
        finding.map { "\(MarkdownEscaping.escape($0.message))<br><code>\(MarkdownEscaping.escape($0.id))</code>" }
          ?? "–"
      }
      text += "| \(Self.heading(change)) | \(cells[0]) | \(cells[1]) |\n"
    }
    return text
  }

  private var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.value(Report.version)
    json.key("same")
    json.value(same)
    json.key("changes")
    json.beginArray()
    for change in changes {
      json.beginObject()
      json.key("change")
      json.value(change.old == nil ? "new" : change.new == nil ? "gone" : "changed")
      json.key("old")
      Self.write(change.old, &json)
      json.key("new")
      Self.write(change.new, &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func write(_ finding: Finding?, _ json: inout JSONWriter) {
    guard let finding else { return json.null() }
    json.beginObject(inline: true)
    json.key("id")
    json.value(finding.id)
    json.key("rule")
    json.value(finding.rule)
    json.key("verdict")
    json.value(finding.verdict.rawValue)
    json.key("severity")
    json.value(finding.severity.rawValue)
    json.key("asOf")
    json.value(finding.asOf)
    json.key("message")
    json.value(finding.message)
    json.endObject()
  }

  /// `✗ new contradiction`, `✓ gone: contradiction`, `→ contradiction, now disputed`.
  private static func heading(_ change: Change) -> String {
    switch (change.old, change.new) {
    case (nil, let new?): "\(Wording.symbol(new.verdict)) new: \(new.verdict.rawValue)"
    case (let old?, nil): "✓ gone: \(old.verdict.rawValue)"
    case (let old?, let new?):
      old.verdict == new.verdict
        ? "\(Wording.symbol(new.verdict)) still \(new.verdict.rawValue), with other claims"
        : "\(Wording.symbol(new.verdict)) was \(old.verdict.rawValue), now \(new.verdict.rawValue)"
    case (nil, nil): ""
    }
  }

  /// `2 new, 1 gone, 1 changed, 5 as before`.
  private var summary: String {
    let new = changes.count { $0.old == nil }
    let gone = changes.count { $0.new == nil }
    let parts = [(new, "new"), (gone, "gone"), (changes.count - new - gone, "changed")].filter { $0.0 > 0 }
    let counts =
      parts.map { "\(ValueFormat.number(Double($0.0))) \($0.1)" } + [
        "\(counted(same, "finding")) as before"
      ]
    return counts.joined(separator: ", ")
  }
}
