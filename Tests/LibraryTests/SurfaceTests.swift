import Foundation
import Testing

/// What FactcheckKit offers changes on purpose only: `PublicSymbols.txt` lists it.
@Suite struct SurfaceTests {
  private static let file = Folder.root.appendingPathComponent("Tests/LibraryTests/PublicSymbols.txt")

  struct Symbol {
    var path: String
    var declaration: String
    var isDocumented: Bool
  }

  /// The public declarations, by a scan of the sources: a type or member each, without bodies, and without values where a type stands.
  static func symbols(in source: String) -> [Symbol] {
    let lines = source.components(separatedBy: "\n")
    var symbols: [Symbol] = []
    var types: [(indent: Int, name: String, isPublicEnum: Bool)] = []
    for (number, line) in lines.enumerated() {
      let text = line.drop { $0 == " " }
      let indent = line.count - text.count
      if text.isEmpty || text.hasPrefix("//") { continue }
      while let last = types.last, last.indent >= indent, !text.hasPrefix("}"), !text.hasPrefix(")") {
        types.removeLast()
      }
      let isPublic = text.hasPrefix("public ") || text.hasPrefix("@_exported import ")
      let isCase = text.hasPrefix("case ") && types.last.map { $0.isPublicEnum && $0.indent + 2 == indent } == true
      if isPublic || isCase {
        var above = number - 1
        while above >= 0, lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
        let isDocumented = above >= 0 && lines[above].drop { $0 == " " }.hasPrefix("///")
        symbols.append(
          Symbol(
            path: types.map(\.name).joined(separator: "."), declaration: declaration(at: number, in: lines),
            isDocumented: isDocumented || isCase || text.hasPrefix("@_exported")))
      }
      let words = text.split { $0 == " " || $0 == ":" || $0 == "{" }.map(String.init)
      let kinds: Set = ["struct", "enum", "class", "actor", "protocol", "extension"]
      if let kind = words.firstIndex(where: kinds.contains), kind + 1 < words.count, kind < 3, line.hasSuffix("{") {
        types.append((indent, words[kind + 1], isPublic && words[kind] == "enum"))
      }
    }
    return symbols
  }

  private static func declaration(at number: Int, in lines: [String]) -> String {
    var text = ""
    var depth = 0
    for line in lines[number...] {
      let words = line.trimmingCharacters(in: .whitespaces)
      text += (text.isEmpty || text.hasSuffix("(") ? "" : " ") + words
      depth += words.count { "([".contains($0) } - words.count { ")]".contains($0) }
      if depth <= 0 { break }
    }
    // What follows the parameters and the type is how it is done.
    var result = ""
    depth = 0
    for character in text {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      // A value tells the type where nothing else does: `= 0`.
      if depth == 0, character == "{" || (character == "=" && (result.contains(":") || text.hasSuffix("["))) { break }
      result.append(character)
    }
    return result.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: " )", with: ")")
  }

  private static func all() throws -> [(file: String, symbol: Symbol)] {
    let folder = Folder.root.appendingPathComponent("Sources/FactcheckKit")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    return try files.sorted().flatMap { file in
      try symbols(in: String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)).map { (file, $0) }
    }
  }

  @Test func everySymbolIsDocumented() throws {
    for (file, symbol) in try Self.all() where !symbol.isDocumented {
      Issue.record("\(file): no docstring: \(symbol.path) \(symbol.declaration)")
    }
  }

  @Test func theSurfaceIsTheRecordedOne() throws {
    let now = try Self.all().map { ($0.symbol.path.isEmpty ? "" : $0.symbol.path + ": ") + $0.symbol.declaration }
      .sorted()
    let text = now.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["FACTCHECK_UPDATE_GOLDEN"] != nil {
      try Data(text.utf8).write(to: Self.file)
    }
    let recorded = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").map(String.init)
    let gone = Set(recorded).subtracting(now).sorted()
    let new = Set(now).subtracting(recorded).sorted()
    #expect(
      gone.isEmpty && new.isEmpty,
      """
      The public surface of FactcheckKit changed. What is gone or changed breaks programs that use it:
      \(gone.map { "- " + $0 }.joined(separator: "\n"))
      \(new.map { "+ " + $0 }.joined(separator: "\n"))
      If that is meant: FACTCHECK_UPDATE_GOLDEN=1 swift test --filter SurfaceTests, and a line in CHANGELOG.md.
      """)
  }

  /// The scan sees what it should.
  @Test func theScanSeesDeclarations() {
    let found = Self.symbols(
      in: """
        /// A type.
        public enum Kind: String {
          case first, second
          /// Made of
          /// several lines.
          @inlinable
          public static func make(
            _ name: String, of: Int = 3
          ) -> [Kind] { [] }
          private func hidden() {}
        }

        extension Kind {
          public var length: Int { 1 }
        }
        """)
    #expect(
      found.map { "\($0.path)|\($0.declaration)|\($0.isDocumented)" } == [
        "|public enum Kind: String|true", "Kind|case first, second|true",
        "Kind|public static func make(_ name: String, of: Int = 3) -> [Kind]|true", "Kind|public var length: Int|false",
      ])
  }
}
