import Foundation
import Testing

/// The cookbook does what it says.
@Suite struct CookbookTests {
  static let recipes = (try? Recipe.all(in: "cookbook.md")) ?? []

  @Test func thereAreTenTasks() throws {
    #expect(Self.recipes.count == 10)
    let page = try String(contentsOf: Program.root.appendingPathComponent("docs/cookbook.md"), encoding: .utf8)
    for recipe in Self.recipes {
      #expect(page.contains(". [\(recipe.title)](#"), "the list leaves out ‘\(recipe.title)’")
    }
  }

  /// Each has its files, its commands, and shows what they print.
  @Test(arguments: recipes)
  func canBeFollowed(recipe: Recipe) throws {
    var kinds: Set<String> = []
    for step in recipe.steps {
      switch step {
      case .file: kinds.insert("file")
      case .commands: kinds.insert("commands")
      case .output: kinds.insert("output")
      }
    }
    #expect(kinds.count == 3)
    let faults = try recipe.follow(in: Scratch())
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  /// The page about `init` too.
  @Test func theFirstStepsCanBeFollowed() throws {
    let scratch = try Scratch()
    for recipe in try Recipe.all(in: "commands/init.md") {
      let faults = try recipe.follow(in: scratch)
      #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }
  }

  /// A runner that finds no fault anywhere would be of no use.
  @Test func whatIsNotSoIsAFault() throws {
    let recipe = Recipe(
      title: "wrong",
      steps: [
        .commands(["factcheck --version    # status 1", "factcheck --version"]), .output("0.1.0\n"), .output("0.9\n"),
      ])
    let faults = try recipe.follow(in: Scratch())
    #expect(faults.count == 2)
  }
}
