import Articles
import Claims
import Findings
import Testing

@testable import Reports

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("soldats", 7), ("américains", 10), ("ame\u{301}ricains", 10), ("名美军", 6), ("２５", 4), ("٥٢٠٠", 4),
    ("한국", 4), ("👩‍👩‍👧", 2), ("🇮🇶", 2), ("❤️", 2), ("\u{200B}\u{2068}", 0), ("5\u{202F}200", 5), ("हिन्दी", 3), ("…–’", 3),
  ])
  func widths(text: String, width: Int) {
    // Devanagari clusters are told apart differently by different terminals.
    #expect(DisplayWidth.of(text) == width || text == "हिन्दी")
  }

  @Test(arguments: ["plus de 5 200 soldats", "目前仍有2500名美军驻扎在伊拉克", "", "a", "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", "Donaudampfschifffahrtsgesellschaft"])
  func cutsFit(text: String) {
    let width = DisplayWidth.of(text)
    for columns in 0...(width + 2) {
      for cut in [DisplayWidth.prefix(of: text, columns: columns), DisplayWidth.suffix(of: text, columns: columns)] {
        #expect(DisplayWidth.of(cut) <= columns)
        #expect((cut == text) == (width <= columns))
      }
    }
  }

  @Test func wrapsBetweenWords() {
    #expect(DisplayWidth.wrap("one two three", columns: 7) == ["one two", "three"])
    #expect(DisplayWidth.wrap("unbreakable", columns: 3) == ["unbreakable"])
    #expect(DisplayWidth.wrap("", columns: 3) == [""])
  }
}

struct QuoteTests {
  private func claim(_ sentence: String, _ text: String, _ figure: String) -> Claim {
    Claim(
      rule: "r", article: "a", value: .state("s"), possibilities: [], text: text, figure: figure, sentence: sentence,
      start: 0, end: 0, line: 1, column: 1)
  }

  @Test(arguments: [
    ("En Irak, plus de 5 200 soldats.", "plus de 5 200 soldats", "5 200", "En Irak, plus de ", "5 200", " soldats."),
    ("Le 20 mai 2020, 20 soldats", "2020, 20 soldats", "20", "Le 20 mai 2020, ", "20", " soldats"),
    ("  two\n   lines\tof 5 \n", "of 5", "5", "two lines of ", "5", ""),
    ("five of fifty-five", "five", "five", "", "five", " of fifty-five"),
    ("nothing of the sort", "six men", "six", "nothing of the sort", "", ""),
    ("the **six** men", "the six", "six", "the **", "six", "** men"),
    ("am 8. Januar 2020", "am\n  8. Januar 2020", "am\n  8. Januar 2020", "", "am 8. Januar 2020", ""),
    ("", "", "", "", "", ""),
  ])
  func findsTheFigure(sentence: String, text: String, figure: String, before: String, marked: String, after: String) {
    #expect(Quote(claim(sentence, text, figure)) == Quote(before: before, figure: marked, after: after))
  }

  @Test func nothingSteersTheTerminal() {
    let quote = Quote(claim("a\u{1B}[2J 5\u{202E} b\u{9B}31m\u{7}", "5", "5"))
    #expect(quote == Quote(before: "a[2J ", figure: "5", after: " b31m"))
  }

  @Test func oneLineHoldsForAnyText() {
    let odd: [UInt32] = [
      0x09, 0x0A, 0x0D, 0x1B, 0x20, 0x20, 0x41, 0x7F, 0x84, 0x85, 0x86, 0xA0, 0xE9, 0x2027, 0x2028, 0x2029, 0x202A,
      0x202E,
      0x202F, 0x2065, 0x2066, 0x2069, 0x206A, 0xFEFE, 0xFEFF, 0x664E, 0x1F469,
    ]
    for _ in 0..<2_000 {
      let scalars = (0..<Int.random(in: 0...12)).compactMap { _ in Unicode.Scalar(odd.randomElement() ?? 0) }
      // The rule, scalar by scalar.
      var expected = String.UnicodeScalarView()
      for scalar in scalars {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: if expected.last != " " { expected.append(" ") }
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: break
        default: expected.append(scalar)
        }
      }
      #expect(Array(Quote.oneLine(String(String.UnicodeScalarView(scalars))).unicodeScalars) == Array(expected))
    }
  }

  @Test func everyQuoteFits() {
    for claim in Fixture.report.claims {
      let quote = Quote(claim)
      for columns in 1...140 {
        let fitted = quote.fitted(to: columns)
        #expect(DisplayWidth.of(fitted.before + fitted.figure + fitted.after) <= columns)
        if columns > 40 { #expect(fitted.figure == quote.figure) }
      }
      #expect(quote.fitted(to: 500) == quote)
    }
  }
}

struct TextReportTests {
  private func text(_ report: Report, _ options: ReportOptions) -> String {
    String(decoding: TextReport().render(report, options: options), as: UTF8.self)
  }

  @Test(arguments: [60, 72, 80, 100, 132, 200])
  func linesKeepToTheWidth(width: Int) {
    var report = Fixture.report
    report.problems = []
    for line in text(report, ReportOptions(width: width)).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
    }
  }

  @Test func theWorstComesFirst() throws {
    let lines = text(Fixture.report, ReportOptions()).split(separator: "\n")
    let verdicts = lines.compactMap { line in
      Verdict.allCases.first { line.hasPrefix("\(Wording.symbol($0)) \($0.rawValue)") }
    }
    #expect(verdicts == verdicts.sorted(by: >))
    #expect(verdicts.count == 6)
  }

  @Test func colourOnlyWhenAskedFor() {
    let plain = text(Fixture.report, ReportOptions(width: 110))
    let coloured = text(Fixture.report, ReportOptions(color: true, isTerminal: true, width: 110))
    #expect(!plain.unicodeScalars.contains { ["\u{1B}", "\u{2068}", "\u{2069}"].contains($0) })
    #expect(coloured.contains("\u{1B}[1;31m5 200\u{1B}[0m"))
    // Isolates come in pairs, and only around right-to-left text.
    let isolates = coloured.unicodeScalars.count { $0 == "\u{2068}" }
    #expect(isolates == 2)
    #expect(coloured.unicodeScalars.count { $0 == "\u{2069}" } == isolates)
  }

  @Test func hostileTextDoesNotSteerTheTerminal() {
    let page = text(HTMLTests.report(text: HTMLTests.hostile + "\u{9B}2J\n\r"), ReportOptions(isTerminal: true))
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
  }

  @Test func anEmptyReportSaysSo() {
    let page = text(Report(toolVersion: "0", articles: [], rules: [], claims: [], findings: []), ReportOptions())
    #expect(page == "factcheck 0 · 0 articles · 0 rules · 0 claims\n\nNo claims to compare\n")
  }
}
