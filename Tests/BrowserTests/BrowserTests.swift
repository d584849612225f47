import Testing

/// The HTML report in headless Chromium. The checks are functions in `checks/`, one file a theme.
@Suite(.enabled(if: Browser.missing == nil, "no browser: \(Browser.missing ?? "")"))
struct BrowserTests {
  @Test(arguments: Check.all)
  func page(_ check: Check) async throws {
    let outcomes = try await Browser.outcomes.value
    guard let outcome = outcomes[check.name] else {
      Issue.record("\(check.testDescription): never ran")
      return
    }
    if let failure = outcome.failure {
      let file = "\(check.theme).py"
      let place = SourceLocation(
        fileID: "BrowserTests/\(file)", filePath: Check.folder.appendingPathComponent(file).path,
        line: outcome.line ?? check.line, column: 1)
      Issue.record("\(check.testDescription): \(failure)", sourceLocation: place)
    }
  }

  @Test func everyCheckIsListed() async throws {
    #expect(try await Set(Browser.outcomes.value.keys) == Set(Check.all.map(\.name)))
  }
}
