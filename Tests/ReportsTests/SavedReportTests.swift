import Articles
import Claims
import Findings
import Foundation
import ICU
import Mentions
import Testing

@testable import Reports

/// A report that was saved and read back is, for every format, the report that was saved.
struct SavedReportTests {
  private static let options = [
    ReportOptions(), ReportOptions(color: true, isTerminal: true, width: 72),
  ]

  static func file(_ text: String) -> SourceText { SourceText(name: "report.json", text: text) }
  static func json(_ report: Report) -> String {
    String(decoding: JSONReport().render(report, options: ReportOptions()), as: UTF8.self)
  }

  private func expectSame(_ report: Report, _ note: String, location: SourceLocation = #_sourceLocation) throws {
    let saved = try SavedReport.read(Self.file(Self.json(report)))
    for format in ReportFormats.all {
      for options in Self.options {
        let before = String(decoding: try format.render(report, options: options), as: UTF8.self)
        let after = String(decoding: try format.render(saved, options: options), as: UTF8.self)
        if before.utf8.elementsEqual(after.utf8) { continue }
        let lines = zip(before.split(separator: "\n"), after.split(separator: "\n")).first { $0 != $1 }
        Issue.record(
          "\(format.name), \(note): \(lines?.0.prefix(400) ?? "longer") became \(lines?.1.prefix(400) ?? "")",
          sourceLocation: location)
      }
    }
  }

  @Test func theFixtureIsTheSame() throws {
    try expectSame(Fixture.report, "fixture")
  }

  /// Every optional part of the report, once there: articles in one file, copies, standings, a baseline.
  static var full: Report {
    var report = Fixture.report
    report.articles[0].file = "articles/feed.xml"
    report.articles[1].copyOf = report.articles[0].id
    report.claims[1].copyOf = "c1"
    report.claims[2].setAside = "an old figure, quoted on purpose"
    report.claims[3].since = Day("2021-07-01")
    report.claims.append(
      Claim(
        id: "c90", rule: "prime-minister", article: report.articles[4].id,
        value: .name(canonical: "Mustafa al-Kadhimi", forms: ["Mustafa al-Kadhimi", "مصطفى الكاظمي"]),
        possibilities: [],
        text: "مصطفى الكاظمي", sentence: "رئيس الوزراء مصطفى الكاظمي", start: 3, end: 16, line: 1, column: 4))
    report.claims[report.claims.count - 1].why = ["romanised: mustafa al-kadhimi", "the nearest name in the run"]
    report.claims.append(
      Claim(
        id: "c91", rule: "vote", article: report.articles[0].id, value: .state("non-binding"), possibilities: [],
        text: "non contraignante", sentence: "Une résolution non contraignante.", start: 1, end: 2, line: 1, column: 2,
        modality: .negated))
    report.claims.append(
      Claim(
        id: "c92", rule: "area", article: report.articles[2].id,
        value: .quantity(
          Quantity(
            value: 2.5, low: 2.5, high: nil, lowIsOpen: true, approximation: .over, unit: "mile", step: 0.1,
            isScaled: true)),
        possibilities: [Interval(4023.36, 4100.5)], text: "just over 2.5 miles", sentence: "It is just over 2.5 miles.",
        start: 9, end: 28, line: 2, column: 3))
    report.claims.append(
      Claim(
        id: "c93", rule: "caesar", article: report.articles[2].id,
        value: .date(DateSpan(from: Day(year: -43, month: 3, day: 15), to: nil)), possibilities: [.point(-735_000)],
        text: "the Ides", sentence: "From the Ides on.", start: 1, end: 2, line: 1, column: 2))
    report.rules.append(
      Rule(
        id: "prime-minister", title: "Prime minister", kind: .name, changes: .any, compare: .stated, why: "Often wrong")
    )
    report.rules.append(Rule(id: "deaths", title: "Deaths", kind: .total, changes: .rising, severity: .note))
    report.findings[0].standing = .known(reason: "the agency has been asked")
    report.findings[1].standing = .known(reason: nil)
    report.findings[2].standing = .suppressed(reason: "both are quoted")
    report.findings.append(
      Finding(
        id: "prime-minister-000001", rule: "prime-minister", verdict: .changed, severity: .error,
        asOf: Day("2021-01-01"),
        message: "Two names", positions: [Position(label: "Mustafa al-Kadhimi", claims: ["c90"])]))
    let gone = BaselineEntry(
      id: "turnout-1", rule: "turnout", verdict: .disputed, message: "Two figures", articles: ["a.md", "b.md"],
      reason: "asked", expires: Day("2026-12-31"))
    report.baseline = BaselineSummary(
      file: "rules/baseline.json", fixed: [gone],
      expired: [BaselineEntry(id: "x-1", rule: "x", verdict: .contradiction, message: "m", articles: [])])
    report.problems.append(Diagnostic(.note, "read as windows-1252", at: .init(file: "a.txt", line: 7, column: 1)))
    report.problems.append(Diagnostic(.warning, "no place at all"))
    return report
  }

  @Test func everyOptionalPartIsKept() throws {
    try expectSame(Self.full, "full")
    try expectSame(Fixture.full, "the other full one")
    let saved = try SavedReport.read(Self.file(Self.json(Self.full)))
    #expect(saved.findings.map(\.standing) == Self.full.findings.map(\.standing))
    #expect(saved.baseline == Self.full.baseline)
    #expect(saved.claims.map(\.setAside) == Self.full.claims.map(\.setAside))
    #expect(saved.claims.map(\.value).count == Self.full.claims.count)
    // Every key that the report of a run may have is in this one, so that no part is left untried.
    let text = Self.json(Self.full)
    for key in [
      "figure", "since", "setAside", "copyOf", "file", "changes", "compare", "why", "standing", "reason", "baseline",
      "fixed", "excerpt", "length", "expired", "expires", "lowIsOpen", "approximation", "isScaled", "stated", "forms",
      "symbol",
    ] { #expect(text.contains("\"\(key)\":"), "\(key)") }
  }

  @Test(arguments: 1...40)
  func anyReportIsTheSame(seed: Int) throws {
    try expectSame(RandomReport.report(seed: UInt64(seed)), "seed \(seed)")
  }

  @Test func anEmptyReportIsTheSame() throws {
    try expectSame(Report(toolVersion: "0", articles: [], rules: [], claims: [], findings: []), "empty")
  }

  // MARK: - Mistakes

  private func failure(_ text: String) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try SavedReport.read(Self.file(text))
      return nil
    } catch {
      return error
    }
  }

  @Test func saysWhereAFileIsBroken() throws {
    let text = Self.json(Fixture.report)
    let broken = text.replacingOccurrences(of: "\"verdict\": \"disputed\"", with: "\"verdict\": disputed")
    let error = try #require(failure(broken))
    let line = broken.components(separatedBy: "\n").firstIndex { $0.contains(": disputed") }
    #expect(error.location?.line == line.map { $0 + 1 })
    #expect((error.location?.column ?? 0) > 1)
    #expect(error.location?.file == "report.json")
    #expect(error.help?.isEmpty == false)
  }

  @Test(arguments: [
    ("[]", "no report"), ("{}", "no report"), ("3", "no report"), ("\"x\"", "no report"), ("null", "no report"),
    (#"{"findings": [], "claims": []}"#, "`version` is missing"),
    (#"{"runs": [], "version": "2.1.0"}"#, "no report"),
    (#"{"version": 1, "findings": []}"#, "no report"),
    (#"{"version": 1, "claims": [], "findings": []}"#, "`tool` is missing"),
    (#"{"version": "1", "claims": [], "findings": []}"#, "`version` should be a number"),
  ])
  func saysThatItIsNoReport(text: String, message: String) throws {
    let error = try #require(failure(text))
    #expect(error.message.contains(message), "\(error)")
    #expect(error.location?.file == "report.json")
    #expect(error.location?.line == 1)
    #expect(error.help?.isEmpty == false)
  }

  @Test func newerAndOlderReportsAreNamed() throws {
    let text = Self.json(Fixture.report)
    let newer = try #require(failure(text.replacingOccurrences(of: "\"version\": 1,", with: "\"version\": 2,")))
    #expect(newer.message.contains("version 2"))
    #expect(newer.help == "use a newer factcheck")
    #expect(newer.location?.line == 2)
    let older = try #require(failure(text.replacingOccurrences(of: "\"version\": 1,", with: "\"version\": 0,")))
    #expect(older.help?.contains("run factcheck again") == true)
  }

  /// The message names the value by its path, and points at its line.
  @Test func wrongValuesAreNamed() throws {
    let text = Self.json(Fixture.report)
    for (old, new, message) in [
      ("\"severity\": \"warning\"", "\"severity\": \"grave\"", "`grave` is no value of `rules[1].severity`"),
      ("\"line\": 1,", "\"line\": \"1\",", "`claims[0].line` should be a number"),
      ("\"line\": 1,", "\"line\": -1,", "`claims[0].line` should be a whole number"),
      ("\"line\": 1,", "\"line\": 9223372036854774784,", "`claims[0].line` should be a whole number"),
      ("\"kind\": \"quantity\"", "\"kind\": \"colour\"", "`colour` is no kind of claim"),
      ("\"date\": \"2020-01-15\"", "\"date\": \"2020-13-15\"", "`articles[0].date` should be a day"),
      ("\"claims\": [\"c1\",", "\"claims\": [\"c999\",", "there is no claim `c999`"),
      ("\"sentence\":", "\"sentense\":", "`sentence` is missing from `claims[0]`"),
    ] {
      let changed = try #require(text.range(of: old).map { text.replacingCharacters(in: $0, with: new) }, "\(old)")
      let error = try #require(failure(changed), "\(new)")
      #expect(error.message.contains(message), "\(error)")
      #expect((error.location?.line ?? 0) > 1)
      #expect(error.help?.isEmpty == false, "\(error)")
    }
  }

  /// Whatever was cut off or changed: an error that says where, or a report that every format can write.
  private func expectNoCrash(_ text: String, _ note: String) throws {
    do throws(Diagnostic) {
      let report = try SavedReport.read(Self.file(text))
      for format in ReportFormats.all { _ = try format.render(report, options: ReportOptions()) }
    } catch {
      #expect(error.location?.file == "report.json", "\(note)")
      #expect((error.location?.line ?? 0) >= 1, "\(note): \(error)")
      #expect(!error.message.isEmpty)
    }
  }

  @Test func aTruncatedReportIsAnErrorWhereverItEnds() throws {
    let bytes = Array(Self.json(Self.full).utf8)
    // The last line feed may go.
    for end in stride(from: 0, to: bytes.count - 2, by: 211) {
      guard let text = String(validating: bytes[..<end], as: UTF8.self) else { continue }
      let error = try #require(failure(text), "\(end)")
      #expect((error.location?.line ?? 0) >= 1)
    }
  }

  @Test func changedBytesDoNotCrash() throws {
    var numbers = RandomReport.Numbers(state: 6)
    let bytes = Array(Self.json(Self.full).utf8)
    let marks = Array("{}[]\",:0-9eE.\\u\u{0}\n tn".utf8)
    for round in 0..<120 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let place = Int.random(in: 0..<changed.count, using: &numbers)
        switch round % 4 {
        case 0: changed[place] = marks[Int.random(in: 0..<marks.count, using: &numbers)]
        case 1: changed.insert(marks[Int.random(in: 0..<marks.count, using: &numbers)], at: place)
        case 2: changed.removeSubrange(place..<min(changed.count, place + Int.random(in: 1...40, using: &numbers)))
        default: changed.insert(contentsOf: changed[place..<min(changed.count, place + 60)], at: place)
        }
      }
      guard let text = String(validating: changed, as: UTF8.self) else { continue }
      try expectNoCrash(text, "round \(round)")
    }
  }

  @Test func deepNestingIsNoTrouble() throws {
    let text = #"{"version": 1, "findings": [], "claims": "# + String(repeating: "[", count: 200_000)
    #expect(failure(text) != nil)
  }

  /// Every kind of value in the report, replaced by what it is not.
  @Test func changedValuesDoNotCrash() throws {
    let root = try #require(try JSONSerialization.jsonObject(with: Data(Self.json(Self.full).utf8)) as? [String: Any])
    let odd: [Any?] = [
      nil, NSNull(), "", "x", "c1", -1, 0, 1e300, 9.2e18, 4_503_599_627_370_496, true, [Any](), [String: Any](),
      [[[1]]], "2021-07-26", "articles/janvier.fr.txt",
    ]
    var tried: Set<String> = []
    var count = 0
    func mutate(_ value: Any, _ path: String, _ rebuild: (Any?) -> Any) throws {
      if tried.insert(path).inserted {
        for turn in 0..<3 {
          let new = odd[(count * 3 + turn) % odd.count]
          let data = try JSONSerialization.data(withJSONObject: rebuild(new), options: [.sortedKeys])
          try expectNoCrash(String(decoding: data, as: UTF8.self), "\(path) = \(String(describing: new))")
        }
        count += 1
      }
      if let object = value as? [String: Any] {
        for (key, member) in object.sorted(by: { $0.key < $1.key }) {
          try mutate(member, "\(path).\(key)") { new in
            var changed = object
            changed[key] = new
            return rebuild(changed)
          }
        }
      } else if let list = value as? [Any] {
        for (index, element) in list.enumerated() {
          try mutate(element, "\(path)[]") { new in
            var changed = list
            if let new { changed[index] = new } else { changed.remove(at: index) }
            return rebuild(changed)
          }
        }
      }
    }
    try mutate(root, "") { $0 as? [String: Any] ?? [:] }
    #expect(count >= 70)
  }
}
