import Foundation
import Testing

/// The page about the library shows code that compiles and has been run.
@Suite struct LibraryPageTests {
  @Test func theSnippetsAreTheTested() throws {
    let page = try String(contentsOf: Folder.root.appendingPathComponent("docs/library.md"), encoding: .utf8)
    let shown = page.components(separatedBy: "```swift\n").dropFirst().map {
      ($0.components(separatedBy: "\n```").first ?? "").replacingOccurrences(of: "import FactcheckKit\n\n", with: "")
    }.filter { !$0.contains(".package(") }
    let source = try String(
      contentsOf: Folder.root.appendingPathComponent("Tests/LibraryTests/SnippetTests.swift"), encoding: .utf8)
    let tested = source.components(separatedBy: "    // snippet\n").dropFirst().map { part in
      (part.components(separatedBy: "    // end").first ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("    ") ? $0.dropFirst(4) : $0 }.joined(separator: "\n")
        .trimmingCharacters(in: .newlines)
    }
    #expect(tested.count == 5)
    #expect(shown.map { $0 } == tested)
    #expect(page.contains("import FactcheckKit\n\n"))
    // "In ten lines".
    #expect(try #require(tested.first).split(separator: "\n").count <= 10)
  }

  /// The catalogue shows the same first lines.
  @Test func theCatalogueShowsThem() throws {
    let page = try String(contentsOf: Folder.root.appendingPathComponent("docs/library.md"), encoding: .utf8)
    let article = try String(
      contentsOf: Folder.root.appendingPathComponent("Sources/FactcheckKit/FactcheckKit.docc/FactcheckKit.md"),
      encoding: .utf8)
    let first = try #require(page.components(separatedBy: "```swift\nimport FactcheckKit\n\n").dropFirst().first)
    let code = try #require(first.components(separatedBy: "\n```").first)
    #expect(article.contains(code))
  }
}
