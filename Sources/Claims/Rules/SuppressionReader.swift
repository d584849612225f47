import Articles
import ICU
import Yams

/// Reads `suppressions:`.
public enum SuppressionReader {
  static let example = "- {finding: us-troops-in-iraq-3f9c2a, reason: both figures are quoted on purpose}"
  private static let besideExample = "- {rule: us-troops-in-iraq, reason: an old figure, quoted on purpose}"

  /// What a file beside an article says of it.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - article: the name of the article, in the same folder.
  ///   - rules: the ids that a suppression may name; empty where they are not known.
  public static func read(_ path: String, besideArticle article: String, rules: Set<String>) -> (
    suppressions: [Suppression], problems: [Diagnostic]
  ) {
    var problems: [Diagnostic] = []
    let bytes: [UInt8]
    do {
      bytes = try RuleFiles.read(path)
    } catch {
      return (
        [],
        [
          Diagnostic(
            .error, "this file cannot be read: \(RuleFiles.reason(for: error))", at: .init(file: path),
            help: "check who may read it: ls -l \(path)")
        ]
      )
    }
    guard let file = YAMLFile(name: path, bytes: bytes, problems: &problems) else { return ([], problems) }
    var reader = NodeReader(file: file)
    var suppressions: [Suppression] = []
    for root in file.documents {
      guard let section = reader.section(root, .besideArticle, example: "suppressions: [{rule: …, reason: …}]"),
        let entry = section["suppressions"]
      else { continue }
      suppressions += read(entry, article: article, folder: folder(of: path), &reader)
    }
    if !rules.isEmpty {
      suppressions = suppressions.filter { suppression in
        guard let mistake = unknownRule(suppression, among: rules) else { return true }
        problems.append(mistake)
        return false
      }
    }
    return (suppressions, problems + reader.problems)
  }

  /// - Parameter article: the article that all of them are about; nil where each names its own.
  static func read(
    _ entry: Entry, article: String? = nil, folder: String, _ reader: inout NodeReader
  ) -> [Suppression] {
    let example = article == nil ? example : besideExample
    guard case .sequence(let sequence) = entry.value else {
      if !reader.isMissing(entry, example: example) {
        reader.report(
          "`suppressions` is a list, and this is \(NodeReader.name(of: entry.value))", at: entry.value,
          help: "begin each with a dash: \(example)")
      }
      return []
    }
    return sequence.compactMap { suppression($0, article: article, folder: folder, &reader) }
  }

  private static func suppression(
    _ node: Node, article: String?, folder: String, _ reader: inout NodeReader
  ) -> Suppression? {
    let errors = reader.errorCount
    let vocabulary = article == nil ? Vocabulary.suppression : .suppressionBesideArticle
    guard let section = reader.section(node, vocabulary, example: example) else { return nil }
    func text(_ key: String) -> String? {
      section[key].flatMap { reader.text($0, example: vocabulary.examples[key] ?? key) }?.text.trimmed
    }
    var suppression = Suppression(
      finding: text("finding"), article: text("article") ?? article, rule: text("rule"), text: text("text"),
      reason: "", folder: folder, location: reader.file.location(of: node))
    if section["reason"] == nil, !section.meant.contains("reason") {
      reader.report(
        "this suppression gives no reason", at: node,
        help: "say why, for whoever reads it next year: reason: both figures are quoted on purpose")
    }
    suppression.reason = text("reason") ?? ""
    if let entry = section["expires"], let item = reader.text(entry, example: "expires: 2027-01-31") {
      suppression.expires = Day(item.text.trimmed)
      if suppression.expires == nil {
        reader.report(
          "\(Quoting.code(item.text)) is no day", at: item.node,
          help: "write year, month and day: expires: 2027-01-31")
      }
    }
    if suppression.finding != nil, let stray = ["article", "rule", "text"].first(where: { section[$0] != nil }) {
      reader.report(
        "a suppression is of a finding or of claims, and this one names both `finding` and `\(stray)`", at: node,
        help: "the finding alone says which it is: delete `\(stray)`")
    }
    if section["finding"] == nil, suppression.article == nil, section["article"] == nil, section.meant.isEmpty {
      reader.report(
        "this suppression does not say what it lets pass", at: node,
        help: "name a finding by its id (finding: us-troops-in-iraq-3f9c2a), or claims by their article (article: "
          + "../articles/a.md) and, better, their rule too")
    }
    return reader.errorCount == errors ? suppression : nil
  }

  /// What is wrong where the rule that a suppression names does not exist.
  static func unknownRule(_ suppression: Suppression, among rules: Set<String>) -> Diagnostic? {
    guard let rule = suppression.rule, !rules.contains(rule) else { return nil }
    let near = Suggestion.closest(to: rule, among: rules).map { "did you mean \(Quoting.code($0))?" }
    return Diagnostic(
      .error, "there is no rule \(Quoting.code(rule))", at: suppression.location,
      help: near ?? "name a rule by its id, or delete `rule` to set all claims of the article aside")
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }
}
