import Articles
import Claims
import Findings
import ICU
import Mentions
import Reports

/// Reports of any size that are made, not found: quotes, days and figures fit each other, as in those of a run.
struct Synthetic {
  private var articles: [Article] = []
  private var texts: [String] = []
  private var rules: [Rule] = []
  private var claims: [Claim] = []
  private var findings: [Finding] = []

  // MARK: - Many findings

  private static let languages = ["en", "fr", "de", "ar", "zh", "he"]

  /// A sentence with `figure` in it.
  private static func sentence(_ language: String, _ figure: String, _ place: Int) -> String {
    switch language {
    case "fr": "Selon le ministère, \(figure) soldats étaient stationnés dans le secteur \(place) ce jour-là."
    case "de": "Nach Angaben des Ministeriums standen \(figure) Soldaten im Abschnitt \(place)."
    case "ar": "وقالت الوزارة إن \(figure) جندي كانوا في القطاع \(place) في ذلك اليوم."
    case "zh": "国防部表示，当天第\(place)区共有\(figure)名士兵。"
    case "he": "לדברי המשרד, \(figure) חיילים שהו בגזרה \(place) באותו יום."
    default: "There were \(figure) soldiers in sector \(place) on that day, the ministry said."
    }
  }

  /// Findings of all verdicts and standings. The first is a contradiction, and about sector 0.
  static func report(findings count: Int, articles: Int = 12, rules: Int = 6) -> Report {
    var made = Synthetic()
    for row in 0..<articles {
      let language = languages[row % languages.count]
      made.addArticle(
        "articles/\(row).\(language).txt", language, Day("2020-01-01").map { $0 + row * 7 }, "Sector report \(row)",
        source: "Paper \(row % 5)")
    }
    for row in 0..<rules {
      made.rules.append(
        Rule(
          id: "soldiers-\(row)", title: "Soldiers, count \(row)", kind: .quantity,
          changes: row % 3 == 2 ? .any : .never, severity: row % 4 == 3 ? .warning : .error,
          why: "Counts are copied from report to report."))
    }
    let verdicts: [Verdict] = [.contradiction, .disputed, .changed, .compatible, .agree]
    for row in 0..<count {
      let verdict = verdicts[row % verdicts.count]
      // Every eleventh round of the verdicts gives new ones a rule, so that no rule has but one verdict.
      let rule = made.rules[(row + row / 11) % rules]
      var figures = [1_000 + row, verdict == .agree ? 1_000 + row : 2_000 + row]
      if row % 6 == 0 { figures.append(3_000 + row) }
      made.addFinding(rule, verdict, row, figures)
      switch row % 9 {
      case 4: made.findings[row].standing = .known(reason: "The desk waits for the ministry.")
      case 7: made.findings[row].standing = .suppressed(reason: "Two sectors of one name.")
      default: break
      }
    }
    return made.report
  }

  private mutating func addArticle(
    _ id: String, _ language: String, _ day: Day?, _ title: String, source: String? = nil
  ) {
    articles.append(
      Article(
        id: id, title: title, day: day, language: language, source: source,
        url: articles.count % 3 == 0 ? "https://example.org/\(articles.count)" : nil,
        text: SourceText(name: id, text: ""), blocks: []))
    texts.append("")
  }

  private mutating func addFinding(_ rule: Rule, _ verdict: Verdict, _ row: Int, _ figures: [Int]) {
    let positions = figures.enumerated().map { place, figure in
      let article = (row * 5 + place * 7) % articles.count
      let said = ValueFormat.number(Double(figure))
      return Position(
        label: said,
        claims: [
          addClaim(
            rule, article, said, Double(figure), Self.sentence(articles[article].language, said, row),
            by: verdict == .disputed && place == 1 ? "the ministry" : nil)
        ])
    }
    findings.append(
      Finding(
        id: "\(rule.id)-\(row)", rule: rule.id, verdict: verdict, severity: rule.severity,
        asOf: verdict == .changed ? articles[row % articles.count].day : nil,
        message: "\(positions.count) figures for soldiers in sector \(row): "
          + positions.map(\.label).joined(separator: " and "), positions: positions))
  }

  /// - Returns: the new claim's id.
  private mutating func addClaim(
    _ rule: Rule, _ article: Int, _ said: String, _ figure: Double, _ sentence: String, by speaker: String? = nil
  ) -> String {
    let before = sentence.range(of: said).map { sentence[..<$0.lowerBound].unicodeScalars.count } ?? 0
    let start = texts[article].unicodeScalars.count + before
    let line = texts[article].utf8.count { $0 == UInt8(ascii: "\n") } + 1
    texts[article] += sentence + "\n"
    claims.append(
      Claim(
        id: "c\(claims.count + 1)", rule: rule.id, article: articles[article].id,
        value: .quantity(Quantity(exactly: figure)), possibilities: [.point(figure)], text: said, figure: said,
        sentence: sentence, start: start, end: start + said.unicodeScalars.count, line: line, column: before + 1,
        modality: speaker == nil ? .asserted : .attributed, attribution: speaker, asOf: articles[article].day))
    return claims[claims.count - 1].id
  }

  private var report: Report {
    var articles = articles
    for row in articles.indices { articles[row].text = SourceText(name: articles[row].id, text: texts[row]) }
    return Report(toolVersion: "0.1.0", articles: articles, rules: rules, claims: claims, findings: findings)
  }

  // MARK: - Reports of one kind

  /// Arabic and Hebrew only, titles and rules too.
  static let rightToLeft: Report = {
    var made = Synthetic()
    made.addArticle(
      "articles/القوات.ar.txt", "ar", Day("2020-07-08"), "القوات الأمريكية باقية في العراق", source: "جريدة المساء")
    made.addArticle("articles/הצבא.he.txt", "he", Day("2020-07-10"), "הצבא האמריקני נשאר בעיראק", source: "עיתון הערב")
    made.addArticle("articles/المهمة.ar.txt", "ar", Day("2021-07-26"), "انتهاء المهمة القتالية", source: "صحيفة الجسر")
    made.rules = [
      Rule(id: "troops", title: "الجنود الأمريكيون في العراق", kind: .quantity, why: "رقم يتكرر نشره كل أسبوع."),
      Rule(id: "crash", title: "ההרוגים בהתרסקות המסוק", kind: .quantity),
    ]
    let troops = [
      made.addClaim(
        made.rules[0], 0, "٥٢٠٠", 5_200, "وقال المتحدث إن في العراق ٥٢٠٠ جندي أمريكي موزعين على عدة قواعد."),
      made.addClaim(
        made.rules[0], 1, "5,200", 5_200, "בעיראק נמצאים כיום 5,200 חיילים אמריקנים, רובם מדריכים (ראו NATO).",
        by: "דובר הצבא"),
      made.addClaim(made.rules[0], 2, "٢٥٠٠", 2_500, "ولا يزال في البلاد ٢٥٠٠ جندي أمريكي، بحسب البنتاغون."),
    ]
    let crash = [
      made.addClaim(made.rules[1], 1, "חמישה", 5, "במסוק שהתרסק ליד הבסיס נהרגו חמישה חיילים."),
      made.addClaim(made.rules[1], 2, "ستة", 6, "وقتل ستة جنود عندما سقطت المروحية قرب القاعدة."),
    ]
    made.findings = [
      Finding(
        id: "troops-1", rule: "troops", verdict: .contradiction, severity: .error,
        message: "Two figures for الجنود الأمريكيون في العراق: 5,200 and 2,500",
        positions: [
          Position(label: "5,200", claims: Array(troops[..<2])), Position(label: "2,500", claims: [troops[2]]),
        ]),
      Finding(
        id: "crash-1", rule: "crash", verdict: .disputed, severity: .warning,
        message: "Two figures for ההרוגים בהתרסקות המסוק: 5 and 6",
        positions: [Position(label: "5", claims: [crash[0]]), Position(label: "6", claims: [crash[1]])]),
    ]
    return made.report
  }()

  /// Nothing could be read.
  static let problems = Report(
    toolVersion: "0.1.0", articles: [], rules: [], claims: [], findings: [],
    problems: [
      Diagnostic(
        .error, "the file is not text: its first bytes are those of a PNG image", at: .init(file: "articles/map.txt"),
        help: "leave it out of ‘articles’ in rules/factcheck.yaml"),
      Diagnostic(
        .warning, "the weekday does not fit the date",
        at: .init(
          file: "articles/a-very-long-folder-name-without-any-breaks/and-another-one-like-it/juillet.fr.txt", line: 3,
          column: 4, length: 17, excerpt: "Le mercredi 29 juillet 2021, …")),
    ])
}
