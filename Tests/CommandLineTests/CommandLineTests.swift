import Testing

@Suite struct UsageTests {
  @Test func aloneSaysWhatItIsAndWhatToType() throws {
    let run = try Program.run([])
    #expect(run.status == 0)
    #expect(run.output.contains("factcheck run rules/"))
    #expect(run.errors.isEmpty)
  }

  @Test func versionAndHelpGoToStandardOutput() throws {
    #expect(try Program.run(["--version"]).output == "0.1.0\n")
    let help = try Program.run(["extract", "--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("EXAMPLES:"))
    #expect(help.errors.isEmpty)
  }

  @Test(arguments: [
    (["frobnicate"], "frobnicate"), (["extract", "--inptu", "text", "-"], "Did you mean '--input'?"),
    (["extract"], "path"), (["extract", "--date", "yesterday", "-"], "2021-07-26"),
    (["extract", "--language", "?", "-"], "BCP 47"), (["extract", "--jobs", "0", "-"], "from 1"),
  ])
  func wrongUsageIsStatusTwo(_ arguments: [String], _ hint: String) throws {
    let run = try Program.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(hint))
  }
}
