import Articles
import Foundation
import ICU
import Testing

@testable import Claims

struct RuleLoaderTests {
  // MARK: - Right files

  @Test(arguments: RuleFixture.cases(in: "right"))
  func rightFilesHaveNoProblems(name: String) {
    let set = RuleFixture.load(name, in: "right")
    #expect(RuleFixture.report(set, in: "right") == "")
    #expect(!set.rules.isEmpty)
  }

  @Test func everyKeyOfAQuantity() throws {
    let set = RuleFixture.load("every-key.yaml", in: "right")
    let rule = try #require(set.rules.first { $0.id == "us-troops-in-iraq" })
    #expect(rule.title == "American troops in Iraq")
    #expect(rule.kind == .quantity)
    #expect(rule.about == ["troops"])
    #expect(rule.with == ["foreign"])
    #expect(rule.near == ["region:US", "region:IQ", "unit:millimeter", "currency:EUR"])
    #expect(rule.unless == ["visas"])
    #expect(rule.scope == .paragraph)
    #expect(rule.changes == .rising)
    #expect(rule.compare == .stated)
    #expect(rule.tolerance == .relative(0.02))
    #expect(rule.severity == .warning)
    #expect(rule.unit == .count)
    #expect(rule.take == .whole)
    #expect(rule.during?.from == Day("2020-01-01"))
    #expect(rule.during?.to == Day("2021-12-31"))
    #expect(rule.why == "A standing count that the desk publishes again and again.")
    #expect(rule.examples.map(\.language) == ["fr", "fr"])
    #expect(rule.examples.map(\.claims) == [["5200"], []])
    #expect(rule.examples[0].text == "plus de 5 200 soldats américains en Irak")
    #expect(rule.examples[0].location?.line == 24)
    #expect(rule.location?.line == 2)
  }

  @Test func defaults() throws {
    let rule = try #require(try RuleFixture.load(text(rule: "")).rules.first)
    #expect(rule.title == "a")
    #expect(rule.scope == .sentence)
    #expect(rule.changes == .never)
    #expect(rule.compare == .meaning)
    #expect(rule.tolerance == nil)
    #expect(rule.severity == .error)
    #expect(rule.unit == .count)
    #expect(rule.take == .part)
    #expect(rule.during == nil)
    #expect(rule.why == nil)
    #expect(rule.with + rule.near + rule.unless == [])
    #expect(rule.examples.isEmpty)
  }

  @Test(arguments: [
    ("5", Rule.Tolerance.absolute(5)), ("0.5", .absolute(0.5)), ("0", .absolute(0)), ("2%", .relative(0.02)),
    ("2 %", .relative(0.02)), ("1e3", .absolute(1000)),
  ])
  func tolerances(text: String, expected: Rule.Tolerance) {
    #expect(ToleranceReader.read(text, kind: .quantity) == .success(expected))
  }

  @Test(arguments: [("3 days", 3), ("1 day", 1), ("0", 0), ("10days", 10)])
  func tolerancesOfDates(text: String, days: Int) {
    #expect(ToleranceReader.read(text, kind: .date) == .success(.days(days)))
  }

  @Test(arguments: [
    ("count", Rule.UnitFilter.count), ("percent", .unit("percent")), ("currency", .anyCurrency),
    ("currency:EUR", .unit("EUR")), ("millimeter", .unit("millimeter")), ("unit:kilometer", .unit("kilometer")),
    ("kilometer-per-hour", .unit("kilometer-per-hour")), ("percentage-point", .unit("percentage-point")),
    ("square-kilometer", .unit("square-kilometer")), ("day", .unit("day")), ("celsius", .unit("celsius")),
  ])
  func units(text: String, expected: Rule.UnitFilter) {
    #expect(BuiltInConcept.unitFilter(text) == .success(expected))
  }

  static let periodTexts: [(String, String?, String?)] = [
    ("[2020-01-01, 2021-12-31]", "2020-01-01", "2021-12-31"), ("[2020-02, 2020-02]", "2020-02-01", "2020-02-29"),
    ("[2020, 2021]", "2020-01-01", "2021-12-31"), ("[2020, ~]", "2020-01-01", nil),
    ("[null, 2021-06]", nil, "2021-06-30"),
    ("2021", "2021-01-01", "2021-12-31"), ("[2021-06]", "2021-06-01", "2021-06-30"),
    ("[\"2020-01-01\", ]", "2020-01-01", "2020-01-01"), ("[2021-07-26, 2021-07-26]", "2021-07-26", "2021-07-26"),
  ]

  @Test(arguments: periodTexts)
  func periods(text: String, from: String?, to: String?) throws {
    let set = try RuleFixture.load(self.text(rule: "during: \(text)"))
    #expect(set.problems.isEmpty)
    let during = try #require(set.rules.first?.during)
    #expect(during.from?.description == from)
    #expect(during.to?.description == to)
  }

  @Test func oneValueIsAListOfOne() throws {
    let set = try RuleFixture.load(
      "rules: [{id: a, claim: date, about: troops, near: region:IQ}]\nconcepts: {troops: {en: troop}}\nnames: {A B: C D}"
    )
    #expect(set.problems.isEmpty)
    #expect(set.rules.first?.about == ["troops"])
    #expect(set.rules.first?.near == ["region:IQ"])
    #expect(set.concepts["troops"]?.terms == ["en": ["troop"]])
    #expect(set.names == ["A B": ["C D"]])
  }

  @Test func termsStayAsWritten() throws {
    let set = try RuleFixture.load(
      """
      rules: [{id: a, claim: date, about: [who]}]
      concepts:
        who:
          en: [=WHO, "lose … life", "=C++", null, on]
          de: [räumt ... ein]
          ru: [солдат* ООН*]
          no: [soldat]
          pt-br: [soldado]
          zh-hant: [士兵]
          EL: [στρατιώτης]
      """)
    #expect(RuleFixture.report(set, in: "") == "")
    #expect(
      set.concepts["who"]?.terms == [
        "en": ["=WHO", "lose … life", "=C++", "null", "on"], "de": ["räumt … ein"], "ru": ["солдат* ООН*"],
        "no": ["soldat"],
        "pt-BR": ["soldado"], "zh-Hant": ["士兵"], "el": ["στρατιώτης"],
      ])
  }

  @Test func settings() throws {
    let set = RuleFixture.load("folder", in: "right")
    #expect(set.settings.articles.map(\.path) == ["../articles/*.md", "../articles/a.txt"])
    let article = try #require(set.settings.articles.last)
    #expect(article.day == Day("2021-07-30"))
    #expect(article.language == "fr")
    #expect(article.title == "Un titre")
    #expect(article.source == "Gazette")
    #expect(article.url == "https://example.org/a")
    #expect(article.location?.line == 3)
    #expect(set.settings.output == "../reports")
    #expect(set.settings.failOn == "disputed")
    #expect(set.settings.folder == RuleFixture.folder.appending(path: "right/folder").path)
  }

  @Test func foldersAreReadWholeAndInOrder() {
    let set = RuleFixture.load("folder", in: "right")
    #expect(set.rules.map(\.id) == ["b-rule", "a-rule", "z-rule"])
    #expect(set.concepts.keys.sorted() == ["troops", "vehicles"])
    #expect(set.names == ["Yoon Ji-ho": ["尹智浩"]])
  }

  // MARK: - What is kept and what is left out

  @Test func rulesWithMistakesAreLeftOut() throws {
    let set = try RuleFixture.load(
      """
      rules:
        - {id: good, claim: date, about: [troops]}
        - {id: bad-key, claim: date, about: [troops], colour: red}
        - {id: bad-concept, claim: date, about: [tanks]}
        - {id: warned, claim: date, about: [troops], scope: article}
        - {id: good, claim: quantity, about: [troops]}
      concepts: {troops: {en: troop}}
      """)
    #expect(set.rules.map(\.id) == ["good", "warned"])
    #expect(set.problems.count { $0.severity == .error } == 3)
    #expect(set.problems.map { $0.location?.line } == [3, 4, 5, 6])
  }

  @Test func aliasesAreFollowed() throws {
    let set = try RuleFixture.load(
      """
      rules:
        - {id: a, claim: date, about: [troops], near: &iraq [region:IQ, region:US]}
        - {id: b, claim: date, about: [troops], near: *iraq}
      concepts: {troops: {en: troop}}
      """)
    #expect(set.problems.isEmpty)
    #expect(set.rules.map(\.near) == [["region:IQ", "region:US"], ["region:IQ", "region:US"]])
  }

  @Test func fileGivenTwiceIsReadOnce() throws {
    try RuleFixture.withFiles(["rules.yaml": text(rule: "")]) { folder in
      let set = RuleLoader.load(paths: [folder, folder + "/rules.yaml", folder + "/./rules.yaml"])
      #expect(set.problems.isEmpty)
      #expect(set.rules.count == 1)
    }
  }

  @Test func filesAreGivenOneByOne() throws {
    let files = [
      "rules.yaml": "rules: [{id: a, claim: date, about: [troops]}]", "more.txt": "concepts: {troops: {en: troop}}",
    ]
    try RuleFixture.withFiles(files) { folder in
      let set = RuleLoader.load(paths: [folder + "/rules.yaml", folder + "/more.txt"])
      #expect(set.problems.isEmpty)
      #expect(set.rules.count == 1)
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func lineEndsAndByteOrderMarks(end: String, mark: String) throws {
    let source = [
      "rules:", "  - id: a", "    claim: date", "    about: [troops]", "    colour: red",
      "concepts: {troops: {en: troop}}",
    ]
    let set = try RuleFixture.load(mark + source.joined(separator: end))
    #expect(set.problems.map { $0.location?.line } == [5])
    #expect(set.problems.map { $0.location?.column } == [5])
    #expect(set.problems.first?.location?.excerpt == "    colour: red")
  }

  // MARK: - Files that cannot be read

  @Test func missingPath() throws {
    try RuleFixture.withFiles(["rules/a.yaml": text(rule: "")]) { folder in
      let near = RuleLoader.load(paths: [folder + "/ruels"])
      #expect(near.problems.map(\.message) == ["there is no such file or folder"])
      #expect(near.problems.first?.help == "did you mean `\(folder)/rules`?")
      let far = RuleLoader.load(paths: [folder + "/rules", folder + "/elsewhere"])
      #expect(far.rules.count == 1)
      #expect(far.problems.first?.help?.hasPrefix("give the folder that holds the rules, as in: factcheck run rules/") == true)
    }
  }

  @Test func unreadableFile() throws {
    try RuleFixture.withFiles(["a.yaml": text(rule: ""), "b.yaml": text(rule: "")]) { folder in
      let set = RuleLoader.load(paths: [folder]) { path in
        guard path.hasSuffix("b.yaml") else { throw CocoaError(.fileReadNoPermission) }
        return try RuleFiles.read(path)
      }
      #expect(set.rules.count == 1)
      #expect(
        set.problems.map(\.description) == [
          "\(folder)/a.yaml: error: this file cannot be read: permission denied\n  help: check who may read it: ls -l \(folder)/a.yaml"
        ])
    }
  }

  @Test func readErrorsSayWhy() {
    #expect(throws: RuleFiles.ReadError.self) { try RuleFiles.read("/nowhere/at/all.yaml") }
    do {
      _ = try RuleFiles.read("/nowhere/at/all.yaml")
    } catch {
      #expect(RuleFiles.reason(for: error).hasPrefix("no such file"))
    }
  }

  @Test(.timeLimit(.minutes(4))) func linksInACircle() throws {
    try RuleFixture.withFiles(["a.yaml": text(rule: ""), "sub/b.yml": "names: {A: B}"]) { folder in
      let files = FileManager.default
      try files.createSymbolicLink(atPath: folder + "/sub/up", withDestinationPath: "..")
      try files.createSymbolicLink(atPath: folder + "/self.yaml", withDestinationPath: "self.yaml")
      try files.createSymbolicLink(atPath: folder + "/gone.yaml", withDestinationPath: "nowhere")
      try files.createSymbolicLink(atPath: folder + "/twice.yaml", withDestinationPath: "a.yaml")
      #expect(mkfifo(folder + "/pipe.yaml", 0o600) == 0)
      let set = RuleLoader.load(paths: [folder])
      #expect(set.rules.count == 1)
      #expect(set.names == ["A": ["B"]])
      #expect(set.problems.map { $0.location?.file } == [folder + "/gone.yaml", folder + "/self.yaml"])
      #expect(set.problems.allSatisfy { $0.message == "this link leads nowhere, or in a circle" })
    }
  }

  @Test func hiddenFilesAreLeftOut() throws {
    let set = try RuleFixture.load([
      "a.yaml": text(rule: ""), ".b.yaml": "nonsense: [", ".git/c.yaml": "nonsense: [", "readme.md": "# Rules",
    ])
    #expect(set.problems.isEmpty)
  }

  @Test func noPaths() {
    let set = RuleLoader.load(paths: [])
    #expect(set.problems.map(\.message) == ["there are no rules here"])
  }

  /// The sample rules of the project.
  @Test func ownRulesHaveNoProblems() {
    let rules = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../rules").standardized.path
    let set = RuleLoader.load(paths: [rules])
    #expect(RuleFixture.report(set, in: "") == "")
    #expect(set.rules.count >= 10)
    #expect(!set.settings.articles.isEmpty)
  }

  // MARK: - Robustness

  /// Whatever is cut out of a good file, reading it ends, and ends with rules or with problems.
  @Test(.timeLimit(.minutes(2))) func mutilatedFiles() throws {
    let url = RuleFixture.folder.appending(path: "right/every-key.yaml")
    let bytes = Array(try Data(contentsOf: url))
    var random = SplitMix(state: 7)
    for round in 0..<1500 {
      var damaged = bytes
      for _ in 0...Int(random.next() % 3) {
        let at = Int(random.next() % UInt64(damaged.count))
        switch random.next() % 3 {
        case 0: damaged.remove(at: at)
        case 1: damaged.insert(Array("{}[]:-*&!#|>%@,\"' \n\t\0\u{FF}".utf8)[Int(random.next() % 23)], at: at)
        default: damaged.removeSubrange(at..<min(damaged.count, at + Int(random.next() % 40)))
        }
      }
      let set = RuleLoader.load(paths: [url.path]) { _ in damaged }
      #expect(!set.rules.isEmpty || !set.problems.isEmpty, "round \(round)")
      for problem in set.problems {
        if let location = problem.location, let excerpt = location.excerpt {
          #expect(location.column <= excerpt.unicodeScalars.count + 1, "round \(round): \(problem)")
        }
      }
    }
  }

  @Test(
    .timeLimit(.minutes(4)),
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
      String(repeating: "- ", count: 50_000),
      "rules: \"" + String(repeating: "x", count: 5_000_000), String(repeating: "a", count: 5_000_000),
      "rules: [" + String(repeating: "*a,", count: 500_000) + "&a ]",
      "a: &a [b]\n" + String(repeating: "? [*a, *a]\n: c\n", count: 1000),
      (0..<3000).map { "a: \($0)" }.joined(separator: "\n"),
    ])
  func hugeNonsense(text: String) throws {
    let set = RuleLoader.load(paths: [RuleFixture.folder.appending(path: "right/every-key.yaml").path]) { _ in
      Array(text.utf8)
    }
    #expect(set.rules.isEmpty)
    #expect(!set.problems.isEmpty)
    #expect(set.problems.allSatisfy { $0.description.utf8.count < 3000 })
  }

  private func text(rule line: String) -> String {
    "rules:\n  - id: a\n    claim: quantity\n    about: [troops]\n    \(line)\nconcepts: {troops: {en: troop}}\n"
  }
}

/// Small and the same everywhere.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
