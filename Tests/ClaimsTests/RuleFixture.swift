import Articles
import Foundation

@testable import Claims

/// The rule files of the tests, wrong and right.
enum RuleFixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
  static let isUpdating = ProcessInfo.processInfo.environment["FACTCHECK_UPDATE_GOLDEN"] == "1"

  /// The names of the cases in a folder: files `NAME.yaml` and folders `NAME`.
  static func cases(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: self.folder.appending(path: folder).path)) ?? []
    return names.filter { !$0.hasSuffix(".expected") && !$0.hasPrefix(".") }.sorted()
  }

  static func load(_ name: String, in folder: String) -> RuleSet {
    RuleLoader.load(paths: [self.folder.appending(path: folder).appending(path: name).path])
  }

  /// All problems as they are printed, with paths below the fixtures.
  static func report(_ set: RuleSet, in folder: String) -> String {
    let prefix = self.folder.appending(path: folder).path + "/"
    return set.problems.map { $0.description.replacingOccurrences(of: prefix, with: "") + "\n" }.joined()
  }

  /// A rule set from the text of files.
  static func load(_ files: [String: String]) throws -> RuleSet {
    try withFiles(files) { RuleLoader.load(paths: [$0]) }
  }

  static func load(_ text: String) throws -> RuleSet { try load(["rules.yaml": text]) }

  /// Writes files to a folder of their own, which is gone afterwards.
  static func withFiles<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "factcheck-rules-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try body(folder.path)
  }
}
