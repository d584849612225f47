import Articles
import Claims
import Findings
import ICU
import Mentions
import Reports

/// Titles, quotes, names and ids that try to become part of the page. Each sets `window.owned` if it runs, and leaves
/// an element or attribute called `planted` if it is read as markup.
enum Hostile {
  static let texts = [
    #"<script>window.owned=1</script><planted-element>"#,
    #""><img planted src="https://hostile.invalid/x.png" onerror="window.owned=1">"#,
    #"' planted onmouseover='window.owned=1' autofocus onfocus='window.owned=1"#,
    #"</style></title></textarea></select></svg><planted-element><script>window.owned=1</script>"#,
    #"</script><script>window.owned=1</script>"#,
    #"--><svg planted onload=window.owned=1><!--"#,
    #"]]></desc></text></svg><iframe planted srcdoc="<script>parent.owned=1</script>"></iframe>"#,
    #"<base planted href="https://hostile.invalid/"><meta planted http-equiv="refresh" content="0;url=https://hostile.invalid/">"#,
    #"<form planted action="https://hostile.invalid/"><input autofocus onfocus=window.owned=1><button>"#,
    #"<link planted rel=stylesheet href="https://hostile.invalid/x.css"><style planted>*{display:none}</style>"#,
    "\"\u{301} planted onfocus=window.owned=1 tabindex=0 <\u{301}script>window.owned=1</script>",
    "\u{0}\u{1B}[31m\u{2028}\u{2029}\u{202E}\u{2066}\u{FFFE} <script\u{0}>window.owned=1</script>",
    #"\u003cscript\u003ewindow.owned=1\u003c/script\u003e \";window.owned=1;// ';window.owned=1;// `${window.owned=1}`"#,
    "{{{style}}} {{#findings}} &lt;planted-element&gt; &#60;planted-element&#62; __proto__ constructor",
    "red;}*{background:url(https://hostile.invalid/y.png)}</style><style planted>",
  ]

  static let addresses = [
    "javascript:window.owned=1", "JaVaScRiPt:window.owned=1", "java\tscript:window.owned=1",
    "data:text/html,<script>parent.owned=1</script>", "https://example.org/\" planted onclick=\"window.owned=1",
    "vbscript:window.owned=1", "//hostile.invalid/", " javascript:window.owned=1", "file:///etc/passwd",
  ]

  /// All that a report holds, made of these texts.
  static let report: Report = {
    var report = Report(toolVersion: texts[0], articles: [], rules: [], claims: [], findings: [])
    for (row, text) in texts.enumerated() {
      let other = texts[(row + 1) % texts.count]
      report.articles.append(
        Article(
          id: text, title: row % 4 == 3 ? nil : other, day: Day("2021-07-26"), language: row % 2 == 0 ? text : "ar",
          source: text, url: addresses[row % addresses.count], text: SourceText(name: text, text: text), blocks: []))
      let values: [Claim.Value] = [
        .name(canonical: text, forms: [text, other]), .state(text),
        .quantity(Quantity(value: 5, low: 5, high: 5, unit: text)),
      ]
      for (place, value) in values.enumerated() {
        report.claims.append(
          Claim(
            id: "\(text)\(place)", rule: text, article: text, value: value, possibilities: [], text: text, figure: text,
            sentence: "\(other) \(text) \(other)", start: 0, end: 1, line: 1, column: 1, modality: .attributed,
            attribution: text, asOf: Day("2021-07-26")))
      }
      report.rules.append(Rule(id: text, title: text, kind: row % 2 == 0 ? .name : .quantity, why: text))
      let verdict = Verdict.allCases[row % Verdict.allCases.count]
      var finding = Finding(
        id: text, rule: text, verdict: verdict, severity: .error, message: text,
        positions: (0..<3).map { Position(label: text, claims: ["\(text)\($0)", "no such claim"]) })
      if row % 3 == 1 { finding.standing = .known(reason: text) }
      if row % 3 == 2 { finding.standing = .suppressed(reason: text) }
      report.findings.append(finding)
      report.problems.append(
        Diagnostic(.error, text, at: .init(file: text, line: 1, column: 1, excerpt: text), help: text))
    }
    let entry = BaselineEntry(
      id: texts[1], rule: texts[2], verdict: .contradiction, message: texts[3], articles: texts, reason: texts[4],
      expires: Day("2021-07-26"))
    report.baseline = BaselineSummary(file: texts[0], fixed: [entry], expired: [entry])
    return report
  }()

  /// The same from files, through the whole program: by names of files and by what stands in them.
  static let project: [String: String] = {
    var files = [
      "rules/troops.yaml": """
      rules:
        - id: troops
          title: "\\"><img planted src=x onerror=window.owned=1><script>window.owned=1</script>"
          claim: quantity
          about: [troops]
          compare: stated
          why: "</style></script><script>window.owned=1</script><planted-element>"
      concepts:
        troops: {en: [troop, soldier]}
      """,
      "rules/factcheck.yaml": "articles: ../articles/*\n",
    ]
    for (row, text) in texts.enumerated() where row != 11 {
      let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      // A name of a file holds no slash.
      let name = text.replacing("/", with: "_").prefix(80)
      files["articles/\(name).md"] = """
        ---
        title: "\(quoted)"
        source: "\(quoted)"
        url: "\(addresses[row % addresses.count].replacing("\t", with: "\\t").replacing("\"", with: "\\\""))"
        date: 2021-07-26
        language: en
        ---
        There were \(5_000 + row) soldiers, `\(text.replacing("`", with: "'"))`, in the country on that day.
        """
    }
    return files
  }()
}
