import Foundation
import Testing

@testable import Articles

struct ArticleFinderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in [
      "b.txt", "a.fr.md", "c.pdf", ".hidden.txt", "sub/d.markdown", "sub/deep/e.TEXT", ".git/f.txt", "sub/n10.txt",
    ] {
      try folder.write(name, "x")
    }
  }

  private func find(_ paths: String...) -> (names: [String], problems: [Diagnostic]) {
    let result = ArticleFinder.find(paths, base: folder.path)
    return (result.files.map { String($0.id.dropFirst(folder.path.count + 1)) }, result.problems)
  }

  @Test func aFolderGivesItsArticlesInOrder() {
    let (names, problems) = find(".")
    #expect(names == ["a.fr.md", "b.txt", "sub/d.markdown", "sub/deep/e.TEXT", "sub/n10.txt"])
    #expect(problems.map(\.severity) == [.note])
    #expect(problems.first?.message == "is passed over: it is a PDF document, which is not read")
  }

  @Test func aNamedFileIsTakenWhateverItsEndingAndOnce() {
    #expect(find("c.pdf", "b.txt", "./b.txt", "sub/../b.txt").names == ["c.pdf", "b.txt"])
  }

  @Test(arguments: [
    ("*.txt", ["b.txt"]), ("*", ["a.fr.md", "b.txt", "c.pdf"]), ("?.txt", ["b.txt"]),
    ("[a-b].*", ["a.fr.md", "b.txt"]),
    ("[!a].*", ["b.txt", "c.pdf"]), ("*.{md,pdf}", ["a.fr.md", "c.pdf"]), ("{c,b}.*", ["c.pdf", "b.txt"]),
    ("**/*.txt", ["b.txt", "sub/n10.txt"]), ("sub/**/*.TEXT", ["sub/deep/e.TEXT"]),
    ("s*/*.{txt,markdown}", ["sub/n10.txt", "sub/d.markdown"]),
    ("sub/**", ["sub/d.markdown", "sub/n10.txt", "sub/deep/e.TEXT"]), (".h*", [".hidden.txt"]),
  ]) func patternsMatchAsInAShell(_ pattern: String, _ expected: [String]) {
    let (names, problems) = find(pattern)
    // Hidden files are named only by name.
    if pattern == ".h*" {
      #expect(names.isEmpty)
    } else {
      #expect(names == expected)
      #expect(problems.isEmpty)
    }
  }

  @Test(.timeLimit(.minutes(4))) func aPatternOfStarsIsNoTrap() {
    #expect(!Glob.matches(String(repeating: "a", count: 200), String(repeating: "a*", count: 60) + "b"))
    #expect(Glob.braces(String(repeating: "{a,b}", count: 40)) == nil)
    #expect(Glob.braces("a{b,c{d,e}}f") == ["abf", "acdf", "acef"])
    #expect(Glob.braces("a{b}c{") == ["a{b}c{"])
    #expect(Glob.matches("]", "[]]"))
    #expect(Glob.matches("[", "["))
  }

  @Test func whatIsMissingIsReportedAndTheRestIsFound() {
    let (names, problems) = find("b.txt", "a.fr.mdd", "nowhere/*.txt", "*.html")
    #expect(names == ["b.txt"])
    #expect(problems.count == 3)
    #expect(problems.first?.help?.contains("a.fr.md”?") == true)
    #expect(problems.last?.message == "matches no file")
  }

  @Test func aFolderWithoutArticlesSaysSo() throws {
    try folder.write("pictures/x.png", "x")
    let (_, problems) = find("pictures")
    #expect(problems.first?.message == "holds no articles")
    #expect(problems.first?.help?.contains("x.png") == true)
  }

  @Test(.timeLimit(.minutes(4)), arguments: [".", "**/*.txt"]) func loopsOfLinksAreReportedOnce(_ path: String) {
    #expect(symlink("..", folder.path + "/sub/up") == 0)
    let (names, problems) = find(path)
    #expect(names.contains("b.txt") && names.contains("sub/n10.txt"))
    let errors = problems.filter { $0.severity == .error }
    #expect(errors.count == 1)
    #expect(errors.first?.message.contains("loop of symbolic links") == true)
  }

  @Test(.timeLimit(.minutes(4))) func manyWaysToAFolderAreGoneOnce() throws {
    for i in 0..<40 {
      for side in ["l", "r"] {
        try FileManager.default.createDirectory(atPath: folder.path + "/n\(i)", withIntermediateDirectories: true)
        #expect(symlink("../n\(i + 1)", folder.path + "/n\(i)/\(side)") == 0)
      }
    }
    try folder.write("n40/end.txt", "x")
    #expect(find("n0").names == ["n0/l/" + String(repeating: "l/", count: 39) + "end.txt"])
    #expect(find("n0/**/*.txt").names.count == 1)
  }

  @Test func brokenLinksAreReported() {
    #expect(symlink("gone.txt", folder.path + "/g.txt") == 0)
    #expect(symlink("self.txt", folder.path + "/self.txt") == 0)
    let (names, problems) = find(".")
    #expect(names.count == 5)
    #expect(problems.map(\.message).contains { $0.contains("leads nowhere") })
    #expect(problems.map(\.message).contains { $0.contains("loop of symbolic links") })
  }

  @Test func idsAreTidyPaths() {
    #expect(ArticleFinder.tidy("rules/../articles/./a.txt") == "articles/a.txt")
    #expect(ArticleFinder.tidy("../a//b.txt") == "../a/b.txt")
    #expect(ArticleFinder.tidy("./") == ".")
    #expect(ArticleFinder.tidy("rules/../**/x.*") == "**/x.*")
  }
}
