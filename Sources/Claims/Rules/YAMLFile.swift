import Articles
import Yams

/// A YAML file: its documents as trees, and the places of their nodes in the text.
struct YAMLFile {
  /// What messages call it.
  let name: String
  /// Without their ends.
  let lines: [String]
  /// The roots, empty documents left out.
  private(set) var documents: [Node] = []
  /// Whether all of it could be read; what follows a mistake in the syntax could not.
  private(set) var isWhole = true
  /// Whether nothing stands in it but comments and white space.
  let isBlank: Bool
  /// Keys that stood for another of the same name: Yams refuses these, so each is renamed before another try.
  private var renamed: Set<String> = []

  /// Reads a file; what is wrong with it joins `problems`.
  init?(name: String, bytes: [UInt8], problems: inout [Diagnostic]) {
    guard let text = YAMLText.decode(bytes, name: name, problems: &problems) else { return nil }
    self.name = name
    lines = YAMLText.lines(of: text)
    isBlank = lines.allSatisfy {
      guard let first = $0.unicodeScalars.first(where: { $0 != " " && $0 != "\t" }) else { return true }
      return first == "#"
    }
    if isBlank { return }
    if let diagnostic = YAMLText.forbiddenCharacter(in: lines, name: name) ?? AliasHazard.find(in: lines, name: name) {
      problems.append(diagnostic)
      return nil
    }
    compose(text, problems: &problems)
  }

  /// Whether a key was renamed because another of the same name stands before it.
  func isRenamed(_ key: String) -> Bool { renamed.contains(key) }

  private mutating func compose(_ text: String, problems: inout [Diagnostic]) {
    var edited = lines
    var text = text
    while true {
      documents = []
      do {
        let parser = try Parser(yaml: text, encoding: .utf8)
        while let root = try parser.nextRoot() {
          if !isEmpty(root) { documents.append(root) }
        }
        break
      } catch YamlError.duplicatedKeysInMapping(_, let context) {
        let search = DuplicateKey(lines: edited, line: context.mark.line, column: context.mark.column)
        problems.append(search.diagnostic(file: name, lines: lines))
        guard renamed.count < 20, let name = search.rename(in: &edited, as: renamed.count) else {
          isWhole = false
          break
        }
        renamed.insert(name)
        text = edited.joined(separator: "\n")
      } catch let error as YamlError {
        problems.append(YAMLSyntax.diagnostic(for: error, file: self))
        isWhole = false
        break
      } catch {
        problems.append(Diagnostic(.error, "this file cannot be read as YAML: \(error)", at: .init(file: name)))
        isWhole = false
        break
      }
    }
    if lines.contains(where: { $0.utf8.contains(UInt8(ascii: "&")) }),
      let tooLarge = documents.first(where: AliasHazard.unfolds)
    {
      problems.append(
        Diagnostic(
          .error, "the aliases of this file unfold to more than a million values", at: location(of: tooLarge),
          help: "write the values out, or use fewer aliases"))
      documents = []
      isWhole = false
    }
  }

  private func isEmpty(_ node: Node) -> Bool { node.scalar.map { $0.style == .plain && $0.string.isEmpty } ?? false }

  // MARK: - Places

  /// A place whose caret underlines the node's first token.
  func location(of node: Node) -> Diagnostic.Location {
    guard let mark = node.mark else { return .init(file: name) }
    return location(line: mark.line, column: mark.column, length: length(of: node, at: mark))
  }

  /// What stands where a node begins; a tag or an anchor is part of it.
  func firstCharacter(of node: Node) -> Unicode.Scalar? {
    guard let mark = node.mark, mark.line >= 1, mark.line <= lines.count else { return nil }
    return lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1).first
  }

  func location(line: Int, column: Int, length: Int = 1) -> Diagnostic.Location {
    let excerpt = line >= 1 && line <= lines.count ? lines[line - 1] : nil
    return .init(file: name, line: line, column: column, length: max(1, length), excerpt: Self.shown(excerpt))
  }

  /// A line that fits no screen is not shown.
  static func shown(_ line: String?) -> String? {
    guard let line, line.utf8.count <= 600 else { return nil }
    return line
  }

  private func length(of node: Node, at mark: Mark) -> Int {
    guard mark.line <= lines.count else { return 1 }
    let rest = Array(lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1).prefix(1000))
    guard let first = rest.first else { return 1 }
    switch (node, first) {
    case (.scalar(let scalar), _) where scalar.style == .plain:
      let value = Array(scalar.string.unicodeScalars.prefix(1000))
      return rest.starts(with: value) ? value.count : YAMLText.trimmedLength(rest)
    case (_, "\""), (_, "'"): return YAMLText.quotedLength(rest)
    case (.sequence, "["), (.mapping, "{"): return YAMLText.bracketedLength(rest)
    case (.mapping(let mapping), _):
      if let key = mapping.first?.key, let keyMark = key.mark, keyMark.line == mark.line, keyMark.column == mark.column
      {
        return length(of: key, at: keyMark)
      }
      return 1
    default: return 1
    }
  }
}
