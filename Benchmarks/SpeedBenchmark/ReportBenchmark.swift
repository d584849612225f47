import Articles
import Claims
import Findings
import ICU
import Mentions
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The most that any format, and reading the JSON report back, may take beside writing the JSON report.
private let mostBesideJSON = 15.0
/// The most that ten times the claims may take: between the 12 or 13 of n log n, with room for memory that is touched for
/// the first time, and the 100 of n².
private let mostGrowth = 25.0

/// Every format with 10,000 claims and with 100,000, a tenth as many findings each: what it takes, what it takes beside
/// the JSON report, how it grows, how much it writes, and how much memory it needs on top of the report.
///
/// - Returns: whether all stay within ``mostBesideJSON`` and ``mostGrowth``.
func runReportBenchmark() -> Bool {
  let small = Synthetic.report(claims: 10_000)
  let large = Synthetic.report(claims: 100_000)
  print(
    "Reports of \(large.claims.count) claims and \(large.findings.count) findings on one core, and of a tenth of that\n"
  )
  var table = Table()
  table.add("format", "time", "of JSON", "× a tenth", "size", "memory")
  var slowest = 0.0
  var steepest = 0.0
  let json = JSONReport().render(large, options: ReportOptions())
  let unit = (0..<3).map { _ in seconds { _ = JSONReport().render(large, options: ReportOptions()) } }.min() ?? 1

  func row(_ name: String, _ work: (Report) -> Int) {
    // The best of several tells most.
    let tenth = (0..<5).map { _ in seconds { _ = work(small) } }.min() ?? 0
    var bytes = 0
    let before = Memory.reset()
    var time = seconds { bytes = work(large) }
    let memory = Memory.peak() - before
    for _ in 0..<2 { time = min(time, seconds { _ = work(large) }) }
    let growth = time / max(tenth, 1e-4)
    slowest = max(slowest, time / unit)
    // What takes no time at all has no growth to speak of.
    if time > 0.02 { steepest = max(steepest, growth) }
    table.add(
      name, fixed(time, 2) + " s", fixed(time / unit, 1) + " ×", fixed(growth, 1),
      fixed(Double(bytes) / 1e6, 1) + " MB",
      fixed(max(0, memory) / 1e6, 0) + " MB")
  }

  for format in ReportFormats.all {
    row(format.name) { (try? format.render($0, options: ReportOptions()).count) ?? 0 }
  }
  let saved = SourceText(name: "report.json", text: String(decoding: json, as: UTF8.self))
  let savedSmall = SourceText(
    name: "report.json", text: String(decoding: JSONReport().render(small, options: ReportOptions()), as: UTF8.self))
  var isWhole = true
  row("json, read back") { report in
    let file = report.claims.count == large.claims.count ? saved : savedSmall
    let read = try? SavedReport.read(file)
    if read?.claims.count != report.claims.count || read?.findings.count != report.findings.count { isWhole = false }
    return file.text.utf8.count
  }
  table.show()
  let isFast = slowest < mostBesideJSON && steepest < mostGrowth && isWhole
  print(
    "\nat most \(fixed(mostBesideJSON, 0)) times the time of JSON, and \(fixed(mostGrowth, 0)) times that of a tenth: "
      + (isFast ? "yes" : "NO"))
  return isFast
}

/// A report as large as asked for: ten claims to a finding, in three positions, in articles of seven languages' worth of
/// letters.
private enum Synthetic {
  private static let sentences = [
    ("en", "There were still more than %, soldiers in the country, an official said on Monday after the meeting."),
    ("fr", "Plus de %, soldats américains demeurent dans le pays, a déclaré lundi un responsable après la réunion."),
    ("de", "Im Land stehen nach Angaben des Ministeriums noch mehr als %, Soldaten, die meisten davon Ausbilder."),
    ("ar", "وقال المتحدث إن في البلاد أكثر من %, جندي موزعين على عدة قواعد في غرب البلاد وشمالها."),
    ("zh", "该国国防部发言人周一在会议结束后表示，目前仍有超过%,名士兵驻扎在该国各地的基地。"),
  ]

  static func report(claims count: Int) -> Report {
    let articles = (0..<max(1, count / 20)).map { i in
      let id = "articles/2021/\(i).txt"
      return Article(
        id: id, title: "An article about <troops> & \"figures\", number \(i)", day: Day(number: 18_700 + i % 365),
        language: sentences[i % sentences.count].0, source: "The Evening Post",
        url: i % 3 == 0 ? "https://example.org/\(i)?a=1&b=2" : nil, text: SourceText(name: id, text: ""), blocks: [])
    }
    let rules = (0..<max(1, count / 100)).map { i in
      Rule(id: "rule-\(i)", title: "Troops in country number \(i)", kind: .quantity, why: "It is published every week.")
    }
    let claims = (0..<count).map { i in
      let figure = 2_000 + i % 3
      let sentence = sentences[i / 20 % sentences.count].1.replacingPercent(with: String(figure))
      return Claim(
        id: "c\(i + 1)", rule: rules[i / 10 % rules.count].id, article: articles[i / 20].id,
        value: .quantity(Quantity(value: Double(figure), low: Double(figure), high: nil, lowIsOpen: true)),
        possibilities: [Interval(Double(figure), .infinity, lowIsOpen: true)], text: String(figure), sentence: sentence,
        start: i % 20 * 100, end: i % 20 * 100 + 4, line: i % 20 + 1, column: 1,
        modality: i % 10 == 3 ? .attributed : .asserted, attribution: i % 10 == 3 ? "an official" : nil,
        asOf: Day(number: 18_700 + i / 20 % 365))
    }
    let findings = (0..<count / 10).map { i in
      let positions = (0..<3).map { k in
        Position(
          label: "more than 2,00\(k)", claims: (0..<10).filter { (i * 10 + $0) % 3 == k }.map { "c\(i * 10 + $0 + 1)" })
      }
      var finding = Finding(
        id: "rule-\(i % rules.count)-\(i)", rule: rules[i % rules.count].id,
        verdict: [.contradiction, .disputed, .changed, .compatible, .agree][i % 5], severity: .error,
        message: "Three figures for troops in country number \(i): 2,000, 2,001 and 2,002", positions: positions)
      if i % 10 == 0 { finding.standing = .known(reason: "The desk knows.") }
      return finding
    }
    var report = Report(toolVersion: "0", articles: articles, rules: rules, claims: claims, findings: findings)
    report.baseline = BaselineSummary(file: "baseline.json")
    return report
  }
}

extension String {
  /// The text with `%,` in it replaced.
  fileprivate func replacingPercent(with figure: String) -> String {
    guard let mark = firstIndex(of: "%") else { return self }
    return self[..<mark] + figure + self[index(mark, offsetBy: 2)...]
  }
}

/// The memory that the process holds, in bytes, by the kernel's count (proc(5)); 0 where there is none.
private enum Memory {
  /// Forgets the peak so far.
  ///
  /// - Returns: what is held now.
  static func reset() -> Double {
    #if canImport(Glibc)
      // What was freed would else count as held, and be used again without a trace. The C library's header for this is
      // not among those that Swift imports.
      if let trim = dlsym(nil, "malloc_trim") { _ = unsafeBitCast(trim, to: (@convention(c) (Int) -> Int32).self)(0) }
    #endif
    #if os(Linux)
      if let file = fopen("/proc/self/clear_refs", "w") {
        fputs("5", file)
        fclose(file)
      }
    #endif
    return status("VmRSS:")
  }

  /// The most held since then.
  static func peak() -> Double { status("VmHWM:") }

  private static func status(_ key: String) -> Double {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard text.hasPrefix(key) else { continue }
      return (Double(text.filter { ("0"..."9").contains($0) }) ?? 0) * 1024
    }
    return 0
  }
}
