// Nothing but what a user of the library writes: one import, and the lines that docs/library.md shows.
import FactcheckKit
import Testing

@Suite struct SnippetTests {
  /// A folder as `factcheck init` makes it.
  private func project() throws -> Folder {
    let folder = try Folder()
    _ = try Starter.write(to: folder.path)
    return folder
  }

  @Test func aFolderOfRules() async throws {
    let folder = try project()
    let project = folder.path
    // snippet
    let ruleSet = RuleLoader.load(paths: [project + "/rules"])
    let report = await Factcheck.run(ruleSet: ruleSet)
    for finding in report.findings(from: .contradiction) {
      print(finding.message)
      for position in finding.positions {
        for claim in report.claims(in: position) { print(position.label, claim.article, claim.sentence) }
      }
    }
    let page = try report.rendered(as: "html")
    // end
    #expect(page.hasPrefix("<!doctype html>") || page.hasPrefix("<!DOCTYPE html>"))
    #expect(report.problems.isEmpty)
    #expect(report.articles.count == 2)
    let findings = report.findings(from: .contradiction)
    #expect(findings.map(\.rule) == ["flood-evacuations"])
    #expect(findings.first?.positions.map(\.label) == ["1,200", "1,500"])
    let claim = try #require(findings.first.map { report.claims(in: $0.positions[0]) }?.first)
    #expect(report.article(of: claim)?.language == "en")
  }

  @Test func textsInMemory() async throws {
    // snippet
    let ruleSet = RuleLoader.load(
      text: """
        rules:
          - {id: dead, use: deaths, near: [flood], scope: article}
        concepts:
          flood: {en: [flood], es: [riada]}
        """)
    let report = await Factcheck.run(
      ruleSet: ruleSet,
      articles: [
        .text("The flood killed 95 people.", id: "courier", language: "en", day: Day("2024-10-30")),
        .text("La riada dejó 62 muertos.", id: "wire", language: "es", day: Day("2024-10-30")),
        .file("archive/*.md"),
      ])
    // end
    #expect(report.problems.map(\.severity) == [.error])
    #expect(report.problems.first?.message.isEmpty == false)
    #expect(report.verdict == .contradiction)
    #expect(report.articles.map(\.id) == ["courier", "wire"])
    let finding = try #require(report.findings(from: .contradiction).first)
    #expect(finding.positions.map(\.label) == ["62", "95"])
    #expect(report.claims(in: finding.positions[0]).map(\.text) == ["62 muertos"])

    let twice = await Factcheck.run(
      ruleSet: ruleSet, articles: [.text("The flood.", id: "a"), .text("The flood killed 3.", id: "a")])
    #expect(twice.problems.map(\.message) == ["two texts have the id ‘a’"])
    let none = await Factcheck.run(ruleSet: ruleSet, articles: [])
    #expect(none.problems.map(\.message) == ["there are no articles to check"])
  }

  @Test func aMistake() async throws {
    // snippet
    let ruleSet = RuleLoader.load(text: "rules: [{id: dead, abuot: [killed]}]", name: "mine.yaml")
    for problem in ruleSet.problems {
      print(problem.message, problem.location?.line ?? 0, problem.help ?? "")
    }
    // end
    #expect(ruleSet.rules.isEmpty)
    #expect(ruleSet.problems.first?.location?.file == "mine.yaml")
    #expect(ruleSet.problems.contains { $0.help?.contains("did you mean `about`?") == true })
  }

  @Test func aDecision() async throws {
    let folder = try project()
    let ruleSet = RuleLoader.load(paths: [folder.path + "/rules"])
    let report = await Factcheck.run(ruleSet: ruleSet)
    // snippet
    let gate = Gate(threshold: .disputed, severity: .warning)
    let outcome = gate.outcome(of: report)
    for finding in outcome.failing { print(finding.id, finding.message) }
    let status = outcome.status
    // end
    #expect(status == ExitStatus.findings)
    #expect(report.exitStatus(failOn: .never) == ExitStatus.clean)
  }

  @Test func anExplanation() async throws {
    let folder = try project()
    let project = folder.path
    let ruleSet = RuleLoader.load(paths: [project + "/rules"])
    // snippet
    let explanation = try await Explainer.explain(
      .line(file: project + "/articles/flood.en.md", line: 8), ruleSet: ruleSet)
    let answer = ExplanationText(explanation, options: ReportOptions()).render()
    // end
    #expect(String(decoding: answer, as: UTF8.self).contains("a claim: “three people” says 3"))
  }
}
