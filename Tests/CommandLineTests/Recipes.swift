import Foundation
import Testing

/// A page whose sections can be followed: files to write, commands to type, and what they print.
///
/// A fenced block after a line that is nothing but a path in backquotes is that file. A block of `sh` is commands; each
/// ends with status 0 unless `# status 1` stands behind it. A block of `text` stands in what the command before it
/// prints, with `…` for lines left out. `cd` holds for the rest of the section.
struct Recipe: CustomTestStringConvertible, Sendable {
  enum Step: Sendable {
    case file(path: String, text: String)
    case commands([String])
    case output(String)
  }

  var title: String
  var steps: [Step] = []

  var testDescription: String { title }

  /// The sections of a page of `docs/`.
  static func all(in page: String) throws -> [Recipe] {
    let text = try String(contentsOf: Program.root.appendingPathComponent("docs/\(page)"), encoding: .utf8)
    var recipes: [Recipe] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var path: String?
    while let line = lines.popFirst() {
      if line.hasPrefix("## ") {
        recipes.append(Recipe(title: String(line.dropFirst(3))))
      } else if line.hasPrefix("`"), line.hasSuffix("`"), line.filter({ $0 == "`" }).count == 2 {
        path = String(line.dropFirst().dropLast())
      } else if line.hasPrefix("```") {
        let body = lines.prefix { $0 != "```" }
        lines = lines.dropFirst(body.count + 1)
        if recipes.isEmpty { recipes.append(Recipe(title: page)) }
        if let step = step(String(line.dropFirst(3)), body.map(String.init), path) {
          recipes[recipes.count - 1].steps.append(step)
        }
        path = nil
      } else if !line.isEmpty {
        path = nil
      }
    }
    return recipes.filter { !$0.steps.isEmpty }
  }

  private static func step(_ language: String, _ body: [String], _ path: String?) -> Step? {
    if let path { return .file(path: path, text: body.joined(separator: "\n") + "\n") }
    switch language {
    case "sh": return .commands(body.filter { !$0.isEmpty && !$0.hasPrefix("#") })
    case "text": return .output(body.joined(separator: "\n") + "\n")
    default: return nil
    }
  }

  /// Follows the steps in a folder.
  ///
  /// - Returns: what does not come out as the page says; nothing where all does.
  func follow(in scratch: Scratch) throws -> [String] {
    var faults: [String] = []
    var printed = ""
    var folder = scratch.folder
    for step in steps {
      switch step {
      case .file(let path, let text): try scratch.file(path, text)
      case .commands(let lines):
        for line in lines {
          if line.hasPrefix("cd ") {
            folder.append(path: line.dropFirst(3).prefix { $0 != " " })
            continue
          }
          let wanted = line.components(separatedBy: "# status ").dropFirst().first?.first?.wholeNumberValue ?? 0
          let run = try Program.shell("factcheck() { \"$factcheck\" \"$@\"; }\n\(line)", folder: folder)
          if run.status != wanted { faults.append("status \(run.status): \(line)\n\(run.output)\(run.errors)") }
          if run.errors.contains("error:") { faults.append("\(line)\n\(run.errors)") }
          printed = run.output
        }
      case .output(let text):
        var rest = Substring(printed)
        for part in text.components(separatedBy: "…\n") {
          guard let range = part.isEmpty ? rest.startIndex..<rest.startIndex : rest.range(of: part) else {
            faults.append("not printed:\n\(part)--- but:\n\(printed)")
            break
          }
          rest = rest[range.upperBound...]
        }
      }
    }
    return faults
  }
}
