import Articles
import Claims
import Findings
import ICU
import Mentions

@testable import Reports

/// A report with all that a page has to show: five verdicts, five languages, both writing directions, and problems.
enum Fixture {
  static let report = Builder().report

  /// Says what articles claim, and keeps the counts.
  private struct Builder {
    var articles: [Article] = []
    var claims: [Claim] = []

    mutating func article(
      _ id: String, _ language: String, _ day: String?, _ title: String?, source: String? = nil, url: String? = nil,
      _ sentences: [String]
    ) {
      articles.append(
        Article(
          id: id, title: title, day: day.flatMap { Day($0) }, language: language, source: source, url: url,
          text: SourceText(name: id, text: sentences.joined(separator: "\n\n") + "\n"), blocks: []))
    }

    /// - Returns: the new claim's id.
    mutating func claim(
      _ rule: String, _ article: String, _ text: String, _ figure: String, _ value: Claim.Value,
      _ possible: Interval, by speaker: String? = nil, asOf: String? = nil
    ) -> String {
      let source = articles.first { $0.id == article }!
      let lines = source.text.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let row = lines.firstIndex { $0.contains(text) }!
      let line = lines[row]
      let column = line.unicodeScalars.count - line[line.range(of: text)!.lowerBound...].unicodeScalars.count + 1
      let start = lines[..<row].reduce(0) { $0 + $1.unicodeScalars.count + 1 } + column - 1
      claims.append(
        Claim(
          id: "c\(claims.count + 1)", rule: rule, article: article, value: value, possibilities: [possible], text: text,
          figure: figure, sentence: line, start: start, end: start + text.unicodeScalars.count, line: row + 1,
          column: column, modality: speaker == nil ? .asserted : .attributed, attribution: speaker,
          asOf: asOf.flatMap { Day($0) } ?? source.day))
      return claims[claims.count - 1].id
    }

    var report: Report {
      var copy = self
      return copy.build()
    }

    private mutating func build() -> Report {
      addArticles()
      let t = "us-troops-in-iraq"
      func more(_ n: Double) -> Claim.Value { .quantity(Quantity(value: n, low: n, high: nil, lowIsOpen: true)) }
      func exactly(_ n: Double) -> Claim.Value { .quantity(Quantity(exactly: n)) }
      func above(_ n: Double) -> Interval { Interval(n, .infinity, lowIsOpen: true) }
      let about = Claim.Value.quantity(Quantity(value: 2500, low: 2500, high: 2500, approximation: .about, step: 100))

      let a = claim(
        t, "articles/janvier.fr.txt", "plus de 5 000 militaires américains", "5 000", more(5000), above(5000))
      let b = claim(t, "articles/juillet.fr.txt", "Plus de 5 200 soldats américains", "5 200", more(5200), above(5200))
      let c = claim(t, "articles/ain-al-asad.ar.txt", "٥٢٠٠ جندي أمريكي", "٥٢٠٠", exactly(5200), .point(5200))
      let d = claim(t, "articles/mission.en.md", "roughly 2,500 American troops", "2,500", about, Interval(2450, 2550))
      let e = claim(t, "articles/撤军.zh.txt", "2500名美军", "2500", exactly(2500), .point(2500))
      let f = claim(
        t, "articles/einsatz.de.txt", "2.500 US-Soldaten", "2.500", exactly(2500), .point(2500),
        by: "Sprecher des Pentagons")

      let m = "end-of-combat-mission"
      func by(_ to: String) -> Claim.Value { .date(DateSpan(from: nil, to: Day(to))) }
      func on(_ day: String) -> Claim.Value { .date(DateSpan(from: Day(day), to: Day(day))) }
      func number(_ day: String) -> Double { Double(Day(day)!.number) }
      let g = claim(
        m, "articles/mission.en.md", "by the end of the year", "by the end of the year", by("2021-12-31"),
        Interval(-.infinity, number("2021-12-31")), by: "Biden")
      let h = claim(
        m, "articles/einsatz.de.txt", "am 26. Juli 2021", "26. Juli 2021", on("2021-07-26"),
        .point(number("2021-07-26")))
      let i = claim(
        m, "articles/撤军.zh.txt", "12月9日", "12月9日", on("2021-12-09"), .point(number("2021-12-09")), by: "阿拉吉")

      let k = "helicopter-crash"
      let j = claim(k, "articles/juillet.fr.txt", "cinq militaires", "cinq", exactly(5), .point(5))
      let l = claim(k, "articles/juillet.fr.txt", "six hommes", "six", exactly(6), .point(6))
      let n = claim(k, "articles/ain-al-asad.ar.txt", "خمسة جنود", "خمسة", exactly(5), .point(5))

      let w = "hurt-by-the-missiles"
      let o = claim(w, "articles/janvier.fr.txt", "personne n’a été blessé", "personne", exactly(0), .point(0))
      let p = claim(w, "articles/ain-al-asad.ar.txt", "لم يصب أحد", "لم يصب أحد", exactly(0), .point(0))

      let x = "trained-soldiers"
      let q = claim(x, "articles/mission.en.md", "more than 200,000", "200,000", more(200_000), above(200_000))
      let r = claim(x, "articles/einsatz.de.txt", "225.000", "225.000", exactly(225_000), .point(225_000))

      func position(_ label: String, _ ids: String...) -> Position { Position(label: label, claims: ids) }
      let findings = [
        Finding(
          id: "us-troops-in-iraq-3f9c2a", rule: t, verdict: .contradiction, severity: .error,
          message: "Two figures for American troops in Iraq: 5,200 and 2,500",
          positions: [position("5,200", a, b, c), position("2,500", d, e)]),
        Finding(
          id: "us-troops-in-iraq-77b01e", rule: t, verdict: .disputed, severity: .error,
          message: "Two figures for American troops in Iraq: more than 5,200 and 2,500",
          positions: [position("more than 5,200", b), position("2,500", f)]),
        Finding(
          id: "end-of-combat-mission-b204d1", rule: m, verdict: .changed, severity: .warning, asOf: Day("2021-12-09"),
          message: "Two dates for the end of the combat mission: 26 July 2021 and 9 December 2021",
          positions: [position("26 July 2021", h, g), position("9 December 2021", i, g)]),
        Finding(
          id: "helicopter-crash-0c11fe", rule: k, verdict: .contradiction, severity: .error,
          message: "Two figures for soldiers killed in the helicopter crash: 5 and 6",
          positions: [position("5", j, n), position("6", l)]),
        Finding(
          id: "hurt-by-the-missiles-aa20c7", rule: w, verdict: .agree, severity: .note,
          message: "All agree on people hurt by the missiles: 0", positions: [position("0", o, p)]),
        Finding(
          id: "trained-soldiers-5d5d5d", rule: x, verdict: .compatible, severity: .warning,
          message: "Compatible figures for Iraqi soldiers trained: more than 200,000 and 225,000",
          positions: [position("225,000", q, r)]),
      ]
      return Report(
        toolVersion: "0.1.0", articles: articles, rules: Self.rules, claims: claims, findings: findings,
        problems: [
          Diagnostic(
            .error, "the file is not text: its first bytes are those of a PNG image",
            at: .init(file: "articles/map.txt"), help: "leave it out of ‘articles’ in rules/factcheck.yaml"),
          Diagnostic(
            .warning, "the weekday does not fit the date: 29 July 2021 was a Thursday",
            at: .init(
              file: "articles/juillet.fr.txt", line: 3, column: 4, length: 17, excerpt: "Le mercredi 29 juillet 2021, …"
            )),
        ])
    }

    private static let rules = [
      Rule(
        id: "us-troops-in-iraq", title: "American troops in Iraq", kind: .quantity,
        why: "A standing count that the desk publishes again and again."),
      Rule(
        id: "end-of-combat-mission", title: "End of the combat mission", kind: .date, changes: .any, severity: .warning),
      Rule(id: "helicopter-crash", title: "Soldiers killed in the helicopter crash", kind: .quantity),
      Rule(id: "hurt-by-the-missiles", title: "People hurt by the missiles", kind: .quantity, severity: .note),
      Rule(id: "trained-soldiers", title: "Iraqi soldiers trained", kind: .quantity, severity: .warning),
      Rule(id: "turnout", title: "Turnout of the election", kind: .quantity, unit: .unit("percent")),
    ]

    private mutating func addArticles() {
      article(
        "articles/janvier.fr.txt", "fr", "2020-01-15", "Washington reprend ses opérations avec Bagdad",
        source: "Le Courrier du soir",
        [
          "Les États-Unis, qui comptent plus de 5 000 militaires américains sur le sol irakien, ont repris leurs patrouilles.",
          "Selon l’armée, personne n’a été blessé par les missiles.",
        ])
      article(
        "articles/juillet.fr.txt", "fr", "2020-07-08", "Le commandement américain promet de rester",
        source: "Le Courrier du soir", url: "https://example.org/juillet?a=1&b=2",
        [
          "Plus de 5 200 soldats américains demeurent en Irak, répartis entre la capitale, la province d’Anbar à l’ouest et le Kurdistan, où ils forment les unités locales et gardent les bases.",
          "L’hélicoptère s’est écrasé près de la base et cinq militaires irakiens ont péri, a dit le ministère.",
          "La perte d’un appareil et de six hommes pèse sur l’armée.",
        ])
      article(
        "articles/mission.en.md", "en", "2021-07-26", "US to end its combat role in Iraq", source: "The Evening Post",
        url: "javascript:alert(1)",
        [
          "There are roughly 2,500 American troops in the country, most of them trainers.",
          "The combat mission will be over by the end of the year, Biden said as he received the prime minister.",
          "Since 2015 the coalition has trained more than 200,000 members of the Iraqi forces.",
        ])
      article(
        "articles/einsatz.de.txt", "de", "2021-07-30", nil,
        [
          "Im Land stehen nach seinen Angaben noch 2.500 US-Soldaten.",
          "Der Kampfeinsatz endete am 26. Juli 2021 mit einer Erklärung in Washington.",
          "Ausgebildet wurden bisher 225.000 irakische Soldaten.",
        ])
      article(
        "articles/ain-al-asad.ar.txt", "ar", "2020-07-10", "القوات الأمريكية باقية في العراق", source: "جريدة المساء",
        [
          "وقال المتحدث إن في العراق ٥٢٠٠ جندي أمريكي موزعين على عدة قواعد، منها قاعدة عين الأسد.",
          "وقتل خمسة جنود عراقيين عندما سقطت المروحية.",
          "وأكد البيان أنه لم يصب أحد في القصف.",
        ])
      article(
        "articles/撤军.zh.txt", "zh", "2021-12-09", "伊拉克宣布国际联盟作战任务结束", source: "晚报",
        [
          "目前仍有2500名美军驻扎在伊拉克，负责训练和情报工作。",
          "伊拉克国家安全顾问阿拉吉表示，作战任务已于12月9日正式结束。",
        ])
    }
  }
}
