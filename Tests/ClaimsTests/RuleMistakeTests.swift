import Articles
import Foundation
import Testing

@testable import Claims

/// Every wrong file has beside it the whole of what is said about it. `FACTCHECK_UPDATE_GOLDEN=1` writes these anew: read
/// them as somebody who has never seen the code.
struct RuleMistakeTests {
  static let cases = RuleFixture.cases(in: "wrong")

  @Test(arguments: cases)
  func saysWhatIsWrong(name: String) throws {
    let set = RuleFixture.load(name, in: "wrong")
    let report = RuleFixture.report(set, in: "wrong")
    let stem = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    let file = RuleFixture.folder.appending(path: "wrong/\(stem).expected")
    if RuleFixture.isUpdating {
      try Data(report.utf8).write(to: file)
      return
    }
    #expect(report == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: cases)
  func everyProblemHelps(name: String) {
    let set = RuleFixture.load(name, in: "wrong")
    #expect(!set.problems.isEmpty)
    for problem in set.problems {
      #expect(problem.help?.isEmpty == false, "no help: \(problem.message)")
      #expect(!problem.message.lowercased().contains("invalid"))
      #expect(problem.location != nil)
    }
  }

  @Test func thereAreEnough() {
    #expect(Self.cases.count >= 90)
  }
}
