import Articles
import Claims
import Findings
import ICU
import Mentions
import Testing

@testable import Reports

/// The parts of the page: matrix, timelines, standing, filters, links, and their bounds.
struct HTMLPartsTests {
  private static func page(_ report: Report, _ options: ReportOptions = ReportOptions()) throws -> String {
    String(decoding: try HTMLReport().render(report, options: options), as: UTF8.self)
  }

  /// What stands between two texts, for tests that look at one part.
  private static func part(_ html: String, from start: String, to end: String) throws -> String {
    let from = try #require(html.range(of: start))
    let to = try #require(html.range(of: end, range: from.upperBound..<html.endIndex))
    return String(html[from.upperBound..<to.lowerBound])
  }

  // MARK: - Matrix

  @Test func theMatrixHoldsEachFactAndArticle() throws {
    let matrix = try Self.part(Self.page(Fixture.report), from: "<section id=\"matrix\"", to: "</section>")
    // Five rules have claims; the worst verdict comes first. Six articles, in the order of their days.
    #expect(matrix.split(separator: "<tr data-rule=").count - 1 == 5)
    #expect(matrix.split(separator: "<th scope=\"row\"").count - 1 == 5)
    #expect(matrix.split(separator: "<th scope=\"col\" class=\"article\"").count - 1 == 6)
    #expect(matrix.split(separator: "<td ").count - 1 == 30)
    let first = try Self.part(matrix, from: "<tr data-rule=\"us-troops-in-iraq\">", to: "</tr>")
    #expect(!first.contains("gap"), "every article speaks of the troops")
    #expect(first.contains("<bdi>≈ 2,500</bdi>") && first.contains("<bdi>&gt; 5,000</bdi>"))
    let crash = try Self.part(matrix, from: "<tr data-rule=\"helicopter-crash\">", to: "</tr>")
    #expect(crash.split(separator: "says nothing").count - 1 == 4)
  }

  /// Equal letters stand for the same answer throughout a rule, in cards and in the matrix.
  @Test func lettersAreThoseOfTheRule() throws {
    let matrix = try Self.part(Self.page(Fixture.report), from: "<section id=\"matrix\"", to: "</section>")
    let crash = try Self.part(matrix, from: "<tr data-rule=\"helicopter-crash\">", to: "</tr>")
    #expect(crash.contains("✗<b>A</b>") && crash.contains("✗<b>B</b>"))
    let marks = HTMLMarks(ReportIndex(Fixture.report).findings)
    let troops = Fixture.report.findings.filter { $0.rule == "us-troops-in-iraq" }
    #expect(marks.letter(of: troops[0].positions[1], in: troops[0]) == "B")
    #expect(marks.letter(of: troops[1].positions[1], in: troops[1]) == "B", "2,500 in both findings")
    #expect(marks.letter(of: troops[1].positions[0], in: troops[1]) == "C")
  }

  @Test func statesOfClaimsThatAreNotCompared() throws {
    let html = try Self.page(Fixture.full)
    #expect(html.contains("data-state=\"set-aside\"") == false, "the copy has no column")
    var report = Fixture.report
    report.claims[0].modality = .negated
    report.claims[1].setAside = "withdrawn"
    report.claims[2].modality = .hypothetical
    let marks = HTMLMarks(ReportIndex(report).findings)
    #expect(report.claims.prefix(3).map { marks.state(of: $0) } == [.denied, .setAside, .leftOpen])
    let matrix = try Self.part(Self.page(report), from: "<section id=\"matrix\"", to: "</section>")
    #expect(matrix.contains("data-state=\"denied\"") && matrix.contains("data-state=\"set-aside\""))
  }

  @Test func aMatrixOfManyArticlesShowsThoseInConflict() throws {
    let report = Self.large(findings: 60)
    let matrix = try Self.part(Self.page(report), from: "<section id=\"matrix\"", to: "</section>")
    #expect(matrix.split(separator: "<th scope=\"col\" class=\"article\"").count - 1 == HTMLMatrix.columns)
    #expect(matrix.contains("Shown: 40 of 120 articles"))
  }

  // MARK: - Timelines

  @Test func timelinesDrawWhatConflictsAndSayItInATable() throws {
    let html = try Self.page(Fixture.report)
    let timelines = try Self.part(html, from: "<section id=\"timelines\"", to: "</section>")
    let troops = try Self.part(timelines, from: "data-rule=\"us-troops-in-iraq\"", to: "</figure>")
    #expect(troops.split(separator: "<a class=\"mark ").count - 1 == 6)
    #expect(troops.split(separator: "<th scope=\"row\">").count - 1 == 6)
    // "More than" is open above, "about" a stretch, and a plain figure a point.
    #expect(troops.split(separator: "extent open").count - 1 == 2)
    #expect(troops.split(separator: "class=\"hollow\"").count - 1 == 3)
    #expect(troops.contains("aria-label=\"\u{2068}5,200\u{2069} · \u{2068}10 July 2020\u{2069}"))
    let dates = try Self.part(timelines, from: "data-rule=\"end-of-combat-mission\"", to: "</figure>")
    #expect(dates.split(separator: "<a class=\"mark ").count - 1 == 3)
    #expect(!timelines.contains("data-rule=\"trained-soldiers\""), "nothing there to tell apart")
    for broken in ["nan", "inf", "style="] { #expect(!timelines.contains("=\"\(broken)")) }
  }

  /// A drawing takes the width that there is, with letters of one size.
  @Test func drawingsScaleNothing() throws {
    let timelines = try Self.part(Self.page(Fixture.report), from: "<section id=\"timelines\"", to: "</section>")
    #expect(timelines.contains("width=\"100%\"") && !timelines.contains("viewBox"))
    #expect(!timelines.contains("<div class=\"scroll\"><svg"))
  }

  @Test func labelsKeepOffEachOther() {
    let crowd = (0..<50).map { _ in (share: 50.0, aside: 0.0, y: 100.0) }
    var labels = HTMLLabels(marks: crowd)
    #expect(crowd.indices.compactMap { labels.place("\($0)0,000", $0, isBelow: false) }.count <= 4)
    var alone = HTMLLabels(marks: [(50, 0, 100), (50, 0, 180)])
    #expect(alone.place("5,200", 0, isBelow: false)?.isOfPhones == true)
    #expect(alone.place("2,500", 1, isBelow: false)?.isOfPhones == true)
    var twins = HTMLLabels(marks: [(50, 0, 100), (54, 0, 100)])
    #expect(twins.place("5,200", 0, isBelow: false) != nil)
    #expect(twins.place("5,200", 1, isBelow: false) == nil, "said close by")
  }

  @Test(arguments: [
    ([5.0, 6], true), ([0, 0], true), ([2500, 5200], true), ([0.1, 0.3], false), ([-5, 12], false), ([7], true),
    ([1e15, 3e15], true), ([1e-7, 2e-7], false),
  ])
  func scalesHoldTheirValues(values: [Double], isCount: Bool) {
    let scale = HTMLScale.numbers(values, start: 200, end: 20, isCount: isCount) { ValueFormat.number($0) }
    for value in values {
      #expect(scale.domain.contains(value))
      #expect((20.0...200).contains(scale.place(value)))
    }
    #expect((2...13).contains(scale.ticks.count))
    #expect(Set(scale.ticks.map(\.label)).count == scale.ticks.count)
    if isCount { #expect(scale.ticks.allSatisfy { $0.value == $0.value.rounded() }) }
  }

  @Test(arguments: [0, 1, 3, 20, 100, 400, 3000, 40_000, 400_000])
  func daysHaveFewTicks(length: Int) {
    let scale = HTMLScale.days([18_000, 18_000 + length], start: 0, end: 700)
    #expect((1...14).contains(scale.ticks.count), "\(scale.ticks.map(\.label))")
    #expect(scale.ticks.allSatisfy { scale.domain.contains($0.value) })
  }

  // MARK: - Standing and baseline

  @Test func whatIsDecidedSaysSo() throws {
    let html = try Self.page(Fixture.full)
    #expect(html.contains("data-standing=\"known\"") && html.contains("data-standing=\"suppressed\""))
    #expect(html.contains("<b>In the baseline</b>: <span dir=\"auto\">The desk knows.</span>"))
    #expect(html.contains("<b>Suppressed</b>: <span dir=\"auto\">Both are right.</span>"))
    #expect(html.contains("name=\"standing\""))
    #expect(html.contains("Two figures for the turnout: 57 % and 61 %"), "the fixed entry")
    #expect(html.contains("The agency withdrew it."), "the claim set aside")
    #expect(try !Self.page(Fixture.report).contains("name=\"standing\""), "where all are new")
  }

  /// The entry that is copied reads back as one of a baseline.
  @Test func theEntryToCopyIsABaselines() throws {
    let context = HTMLContext(Fixture.report, ReportOptions())
    let entry = HTMLBaseline.entry(Fixture.report.findings[0], context)
    let file = SourceText(name: "b", text: "{\"version\": 1, \"findings\": [\(entry)]}")
    let baseline = try BaselineFile.read(file)
    #expect(baseline.entries.map(\.id) == ["us-troops-in-iraq-3f9c2a"])
    #expect(baseline.entries[0].articles.contains("articles/撤军.zh.txt"))
  }

  // MARK: - Words of others

  /// "الجنود: 5,200" in an English sentence would put the figure before the title.
  @Test func whatRunsFromRightToLeftIsIsolated() throws {
    var report = Fixture.report
    let rule = report.findings[0].rule
    for place in report.rules.indices where report.rules[place].id == rule { report.rules[place].title = "عدد <b>" }
    report.findings[0].message = "Two figures for عدد <b>: 5,200 and 2,500"
    #expect(try Self.page(report).contains("Two figures for <bdi>عدد &lt;b&gt;</bdi>: 5,200 and 2,500"))
    #expect(try !Self.page(Fixture.report).contains("<bdi>American"), "others need no care")
  }

  @Test func rangesOfPartsDoNotMeet() {
    let text = "א אב: א, אבג; abc"
    let parts = ["א", "אב", "abc", "", "אבג"]
    #expect(HTMLEscaping.rightToLeft(parts, in: text).map { String(text[$0]) } == ["א", "אב", "א", "אבג"])
  }

  @Test func languagesHaveNames() {
    #expect(HTMLWords.language("fr") == "French (fr)")
    #expect(HTMLWords.language("x-y") == "x-y" || HTMLWords.language("x-y").hasSuffix(" (x-y)"))
  }

  // MARK: - Links

  @Test func placesLeadToTheFiles() throws {
    let html = try Self.page(Fixture.report, ReportOptions(articleBase: "../"))
    #expect(html.contains("href=\"../articles/janvier.fr.txt#L1\""))
    #expect(html.contains("href=\"../articles/%E6%92%A4%E5%86%9B.zh.txt#L1\""))
    let nowhere = try Self.page(Fixture.report, ReportOptions(articleBase: nil))
    #expect(!nowhere.contains("class=\"place\""))
    #expect(nowhere.contains("articles/janvier.fr.txt:1"), "named all the same")
  }

  @Test(arguments: ["javascript:alert(1)", "//example.org/x", "data:text/html,x", "\u{202E}a\"b.txt", "a\nb"])
  func namesOfFilesAreNoOtherAddresses(file: String) throws {
    var report = HTMLTests.report(text: "plain")
    report.articles[0].file = file
    let html = try Self.page(report)
    for start in ["href=\"javascript:", "href=\"//", "href=\"data:", "\u{202E}"] { #expect(!html.contains(start)) }
  }

  // MARK: - Bounds

  private static func large(findings count: Int) -> Report {
    var articles: [Article] = []
    var claims: [Claim] = []
    var findings: [Finding] = []
    for number in 0..<count {
      for side in 0..<2 {
        let id = "articles/\(number)-\(side).txt"
        articles.append(
          Article(
            id: id, title: "Article \(number)", day: Day(number: 18_000 + number % 700), language: "en",
            text: SourceText(name: id, text: ""), blocks: []))
        claims.append(
          Claim(
            id: "c\(claims.count)", rule: "r\(number % 50)", article: id,
            value: .quantity(Quantity(exactly: Double(number + side))), possibilities: [.point(Double(number + side))],
            text: "\(number + side) people", figure: "\(number + side)",
            sentence: "There were \(number + side) people.",
            start: 0, end: 1, line: 1, column: 1))
      }
      findings.append(
        Finding(
          id: "r\(number % 50)-\(number)", rule: "r\(number % 50)", verdict: .contradiction, severity: .error,
          message: "Two figures: \(number) and \(number + 1)",
          positions: (0..<2).map { Position(label: "\(number + $0)", claims: ["c\(number * 2 + $0)"]) }))
    }
    let rules = (0..<50).map { Rule(id: "r\($0)", title: "Rule \($0)", kind: .quantity) }
    return Report(toolVersion: "0", articles: articles, rules: rules, claims: claims, findings: findings)
  }

  /// Findings past the first thousand are listed in short, and can be filtered like the others.
  @Test func manyFindingsStayAPage() throws {
    let html = try Self.page(Self.large(findings: 1_500))
    #expect(html.split(separator: "<article class=\"finding ").count - 1 == 1_000)
    #expect(html.split(separator: "<li class=\"row ").count - 1 == 500)
    #expect(html.split(separator: " data-finding=").count - 1 == 1_500)
    #expect(html.contains("500 more findings, in short"))
    #expect(html.utf8.count < 8_000_000)
  }
}
