import Articles
import ICU
import Yams

/// Reads those `examples:` that set texts of different articles against each other.
enum PairReader {
  static let conflict = "conflict"
  static let agree = "agree"
  private static let example = "- conflict: [{en: \"5,200 soldiers\"}, {fr: \"2 500 soldats\"}]"

  static func isPair(_ node: Node) -> Bool {
    node.mapping?.keys.contains { $0.scalar?.string == conflict || $0.scalar?.string == agree } ?? false
  }

  static func pair(_ node: Node, _ reader: inout NodeReader) -> Rule.Pair? {
    guard let entries = reader.entries(of: node, what: "an example", example: example), let entry = entries.first else {
      return nil
    }
    let errors = reader.errorCount
    if entries.count > 1 {
      reader.report(
        "an example that compares texts has one key, and this one has \(entries.count)", at: entries[1].keyNode,
        help: "begin another example: \(example)")
    }
    if reader.isMissing(entry, example: example) { return nil }
    guard case .sequence(let sequence) = entry.value, sequence.count > 1 else {
      reader.report(
        "\(Quoting.code(entry.key)) compares the texts of two articles or more", at: entry.value,
        help: "list them: \(example)")
      return nil
    }
    let texts = sequence.compactMap { text($0, &reader) }
    guard reader.errorCount == errors else { return nil }
    return Rule.Pair(
      texts: texts, mustConflict: entry.key == conflict, location: reader.file.location(of: node))
  }

  private static func text(_ node: Node, _ reader: inout NodeReader) -> Rule.Pair.Text? {
    guard let entries = reader.entries(of: node, what: "a text", example: "{fr: \"2 500 soldats\", date: 2021-07-26}")
    else { return nil }
    let errors = reader.errorCount
    var text: Rule.Pair.Text?
    var day: Day?
    for entry in entries {
      if entry.key == "date" {
        day = ExampleReader.day(entry, &reader)
        continue
      }
      switch LanguageTag.read(entry.key) {
      case .failure(let mistake):
        reader.report(
          mistake.message + ", and a text has no other keys but `date`", at: entry.keyNode, help: mistake.help)
      case .success(let language):
        guard let item = reader.text(entry, example: "\(entry.key): \"…\"") else { continue }
        if text != nil {
          reader.report(
            "this text is in two languages", at: entry.keyNode, help: "begin another one: - {\(entry.key): \"…\"}")
        }
        text = Rule.Pair.Text(language: language, text: item.text)
      }
    }
    if text == nil, reader.errorCount == errors {
      reader.report("there is no text here", at: node, help: "write it after its language: {fr: \"2 500 soldats\"}")
    }
    text?.day = day
    return text
  }
}
