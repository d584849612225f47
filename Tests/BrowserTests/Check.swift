import Foundation
import Testing

/// A function of the folder `checks`: one thing that must hold of the page, in a real browser.
struct Check: Sendable, Hashable, CustomTestStringConvertible {
  /// The file, without its ending: `filters`.
  var theme: String
  /// The function: `words_filter_what_findings_say`.
  var function: String
  var line: Int

  var name: String { "\(theme).\(function)" }
  var testDescription: String { "\(theme): \(function.replacingOccurrences(of: "_", with: " "))" }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("checks")

  /// All checks, read off the Python files without running them: a check that never ran is then missed.
  static let all: [Check] = {
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "py" && !helpers.contains($0.lastPathComponent) }
      .sorted { $0.path < $1.path }.flatMap(checks)
  }()

  /// Files that hold no checks.
  private static let helpers: Set = ["run.py", "harness.py"]

  /// Every function at the left margin that is not private.
  private static func checks(in file: URL) -> [Check] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { row, line in
      guard line.hasPrefix("def "), !line.hasPrefix("def _"), let end = line.firstIndex(of: "(") else { return nil }
      let function = line[line.index(line.startIndex, offsetBy: 4)..<end]
      return Check(
        theme: file.deletingPathExtension().lastPathComponent, function: String(function), line: row + 1)
    }
  }
}

/// What became of a check, as Python prints it: one JSON object a line.
struct Outcome: Decodable, Sendable {
  var check: String
  /// What was wrong; nil where nothing was.
  var failure: String?
  /// Where in the check.
  var line: Int?
  var seconds: Double
}
