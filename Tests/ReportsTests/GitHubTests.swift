import Articles
import Claims
import Findings
import Testing

@testable import Reports

struct GitHubTests {
  private func lines(_ report: Report) -> [String] {
    let text = String(decoding: GitHubReport().render(report, options: ReportOptions()), as: UTF8.self)
    #expect(text.utf8.last == UInt8(ascii: "\n"))
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// A command as the runner reads it: up to the second `::` its name and properties, then the data.
  private struct Command {
    var level: String
    var properties: [String: String] = [:]
    var message: String

    init?(_ line: String) {
      guard line.hasPrefix("::") else { return nil }
      let rest = line.dropFirst(2)
      guard let end = rest.firstRange(of: "::") else { return nil }
      let head = rest[..<end.lowerBound].split(separator: " ", maxSplits: 1)
      guard head.count == 2 else { return nil }
      level = String(head[0])
      message = Self.unescaped(String(rest[end.upperBound...]))
      for pair in head[1].split(separator: ",") {
        let parts = pair.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        properties[String(parts[0])] = Self.unescaped(String(parts[1]))
      }
    }

    private static func unescaped(_ text: String) -> String {
      var text = text
      for (escape, plain) in [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")] {
        text = text.replacing(escape, with: plain)
      }
      return text
    }
  }

  @Test func annotatesEachSideWhereItStands() throws {
    let commands = lines(Fixture.report).compactMap(Command.init)
    let troops = commands.filter { $0.message.hasSuffix("us-troops-in-iraq-3f9c2a") }
    #expect(
      troops.map { $0.properties["file"] } == [
        "articles/janvier.fr.txt", "articles/mission.en.md", "articles/juillet.fr.txt", "articles/ain-al-asad.ar.txt",
        "articles/撤军.zh.txt",
      ])
    #expect(troops.map(\.level) == Array(repeating: "error", count: 5))
    let second = try #require(troops.dropFirst().first)
    #expect(second.properties["line"] == "1")
    #expect(second.properties["col"] == "11")
    #expect(second.properties["title"] == "contradiction: American troops in Iraq")
    #expect(second.message.contains("Here: 2,500 ‘roughly 2,500 American troops’"))
    #expect(second.message.contains("5,200: articles/janvier.fr.txt:1, "))
  }

  @Test func levelsFollowVerdictAndSeverity() {
    let levels = Dictionary(
      lines(Fixture.report).compactMap(Command.init).map { ($0.properties["title"] ?? "", $0.level) },
      uniquingKeysWith: { first, _ in first })
    #expect(levels["contradiction: American troops in Iraq"] == "error")
    #expect(levels["disputed: American troops in Iraq"] == "warning")
    #expect(levels["changed: End of the combat mission"] == "notice")
    #expect(!levels.keys.contains { $0.hasPrefix("compatible") || $0.hasPrefix("agree") })
  }

  @Test func leavesOutWhatIsKnownOrSuppressed() {
    let text = lines(ExchangeFixture.standings).joined(separator: "\n")
    #expect(text.contains("us-troops-in-iraq-3f9c2a"))
    #expect(!text.contains("us-troops-in-iraq-77b01e"))
    #expect(!text.contains("end-of-combat-mission"))
    #expect(!text.contains("helicopter"))
  }

  /// "By the end of the year" fits both days: the others speak for their sides, and it is pointed out once.
  @Test func whatFitsSeveralSidesIsNamedOnce() {
    let places = lines(Fixture.report).compactMap(Command.init).filter { $0.message.contains("combat mission:") }
    #expect(
      places.map { $0.properties["file"] } == [
        "articles/einsatz.de.txt", "articles/撤军.zh.txt", "articles/mission.en.md",
      ])
    #expect(
      places.last?.message.contains("Here: ‘by the end of the year’, which fits 26 July 2021 and 9 December 2021\n")
        == true)
  }

  @Test func problemsComeFirst() throws {
    let commands = lines(Fixture.report).compactMap(Command.init)
    let first = try #require(commands.first)
    #expect(first.properties["file"] == "articles/map.txt")
    #expect(first.properties["line"] == nil)
    #expect(first.message.hasSuffix("\nleave it out of ‘articles’ in rules/factcheck.yaml"))
    #expect(commands.contains { $0.level == "warning" && $0.properties["line"] == "3" && $0.properties["col"] == "4" })
  }

  @Test func hostileTextStaysInItsCommand() throws {
    let report = ExchangeFixture.hostileReport
    let lines = lines(report)
    let commands = lines.dropLast().map(Command.init)
    #expect(!commands.contains { $0 == nil })
    #expect(lines.last?.hasPrefix("factcheck: ") == true)
    // Nine errors and nine warnings, three of each from problems.
    #expect(commands.count == 18)
    for line in lines {
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
    }
    let files = Set(commands.compactMap { $0?.properties["file"] })
    #expect(files.contains("articles/a b#1%20?x=y&z.txt"))
    #expect(files.contains("articles/févr\u{202E}ier:5,200\n::error::x.txt"))
    #expect(files.contains("a:b/c,d.txt"))
    let keys = Set(commands.compactMap { $0 }.flatMap(\.properties.keys))
    #expect(keys == ["file", "line", "col", "title"])
  }

  @Test func showsTenOfALevelAndCountsTheRest() {
    let report = ExchangeFixture.large(findings: 30, claims: 1)
    let lines = lines(report)
    #expect(lines.count(where: { $0.hasPrefix("::error ") }) == 10)
    #expect(lines.count(where: { $0.hasPrefix("::warning ") }) == 10)
    #expect(
      lines.last
        == "factcheck: 40 errors, 20 warnings; 40 more annotations left out, as GitHub shows 10 of a level in a step: "
        + "see the other reports")
  }

  @Test func saysSoWhereThereIsNothing() {
    let report = Report(toolVersion: "0.1.0", articles: [], rules: [], claims: [], findings: [])
    #expect(lines(report) == ["factcheck: nothing to annotate"])
  }

  @Test(.timeLimit(.minutes(2))) func growsLinearly() throws {
    #expect(try ExchangeFixture.growsLinearly(GitHubReport()))
  }
}
