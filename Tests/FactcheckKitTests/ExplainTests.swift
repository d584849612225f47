import Articles
import Foundation
import ICU
import Testing

@testable import Claims
@testable import FactcheckKit
@testable import Reports

/// `Explainer` on the sample articles and on projects of the tests' own.
@Suite struct ExplainTests {
  /// With articles by their paths in the repository, so that what is written does not depend on where it lies.
  private static let samples = RuleLoader.load(paths: [Seeds.root + "/rules"])

  private static func text(_ explanation: Explanation, _ options: ReportOptions = ReportOptions()) -> String {
    String(decoding: ExplanationText(explanation, options: options).render(), as: UTF8.self)
      .replacingOccurrences(of: Seeds.root + "/", with: "")
  }

  private static func explain(
    _ target: String, only: Set<String> = [], in ruleSet: RuleSet = samples, _ options: ReportOptions = ReportOptions()
  ) async throws -> String {
    text(try await Explainer.explain(.init(target), only: only, ruleSet: ruleSet), options)
  }

  // MARK: - Targets

  @Test func aTargetIsALineOrAnID() {
    #expect(Explainer.Target("a.md:12") == .line(file: "a.md", line: 12))
    #expect(Explainer.Target("a.md:12:5") == .line(file: "a.md", line: 12))
    #expect(Explainer.Target("C:/a:b.md:12") == .line(file: "C:/a:b.md", line: 12))
    for id in ["troops", "troops-3f9c2a", "a:", ":12", "a.md:0", "a.md:x"] {
      #expect(Explainer.Target(id) == .id(id))
    }
  }

  @Test func whatIsNotThereIsSaid() async throws {
    func message(_ target: String, only: Set<String> = []) async -> String {
      do {
        _ = try await Explainer.explain(.init(target), only: only, ruleSet: Self.samples)
        return "explained"
      } catch {
        return error.description.replacingOccurrences(of: Seeds.root + "/", with: "")
      }
    }
    #expect(
      await message("us-trops-in-iraq") == """
        error: there is no finding or rule `us-trops-in-iraq`
          help: did you mean `us-troops-in-iraq`?
        """)
    #expect(await message("nothing-like-it").contains("name a finding or a rule by its id, or a line as file:line"))
    #expect(
      await message("us-troops-in-iraq", only: ["camp-taji-death"]) == """
        error: there is no rule `camp-taji-death`
          help: did you mean `camp-taji-deaths`?
        """)
    let article = Seeds.root + "/articles/2021-12-27-balance-mision.es.txt"
    #expect(await message(article + ":999").contains("lines, and none with the number 999"))
    #expect(await message(Seeds.root + "/articles/none.md:1").hasPrefix("articles/none.md: error: "))
  }

  // MARK: - Sample articles

  /// Every figure of the sample articles that a rule leaves though words of the rule stand in its sentence, and why.
  @Test func theTrapsOfTheSamplesAreExplained() async throws {
    var lines: [String] = []
    let rules = Dictionary(uniqueKeysWithValues: Self.samples.rules.map { ($0.id, $0) })
    for article in try Self.articles() {
      lines.append(article.file.replacingOccurrences(of: Seeds.root + "/", with: ""))
      for sentence in Self.readings(of: article) {
        for refused in sentence.refused where refused.reason != .noConcept && !Self.isDate(refused, sentence) {
          guard let rule = rules[refused.rule] else { continue }
          let text = RefusalText(rule: rule, concepts: Self.samples.concepts, sentence: sentence).words(refused)
          let figure = refused.figure.map { "“\(sentence.figures[$0].words)” " } ?? ""
          lines.append("  \(sentence.line)  \(refused.rule)  \(figure)\(text)")
        }
      }
    }
    try compare(lines.joined(separator: "\n") + "\n", with: "sample-refusals.txt")
  }

  /// That a date is no count goes without saying.
  private static func isDate(_ refused: SentenceReading.Refused, _ sentence: SentenceReading) -> Bool {
    guard refused.reason == .unit, let figure = refused.figure, case .date = sentence.figures[figure].value else {
      return false
    }
    return true
  }

  /// To tell why changes nothing in what is found.
  @Test func aReadingTakesWhatARunTakes() async throws {
    for article in try Self.articles() {
      var extractors = Extractors()
      let claims = Self.extractor.claims(in: article) { block, _ in
        extractors.mentions(in: block.text, language: block.language ?? article.language, reference: article.day)
      }
      let sentences = Self.readings(of: article)
      func key(_ claim: Claim) -> String {
        "\(claim.rule) \(claim.start)-\(claim.end) \(claim.value) \(claim.modality) \(claim.asOf.map(\.description) ?? "")"
      }
      #expect(sentences.flatMap(\.claims).map(key).sorted() == claims.map(key).sorted(), "\(article.id)")
      for sentence in sentences {
        for claim in sentence.claims {
          #expect(claim.sentence == sentence.sentence)
          // A figure that a rule took is not refused by it as well.
          let figure = sentence.figure(of: claim)
          #expect(!sentence.refused.contains { $0.rule == claim.rule && ($0.figure == nil || $0.figure == figure) })
        }
        // Every rule has its say, or took something.
        for rule in Self.samples.rules where rule.kind != .total {
          let isTold =
            sentence.claims.contains { $0.rule == rule.id } || sentence.refused.contains { $0.rule == rule.id }
          #expect(isTold, "\(article.id):\(sentence.line) \(rule.id)")
        }
      }
    }
  }

  private static let extractor = ClaimExtractor(rules: samples.rules, concepts: samples.concepts)

  private static func articles() throws -> [Article] {
    let list = ArticleList(settings: samples.settings, paths: [])
    let worker = Worker()
    return try list.files.flatMap { file in
      try ArticleReader(options: worker.comparing).readAll(file.path, id: file.id, metadata: file.metadata).articles
        .map(
          \.article)
    }
  }

  private static func readings(of article: Article) -> [SentenceReading] {
    var extractors = Extractors()
    return extractor.readings(of: article) { block, _ in
      extractors.mentions(in: block.text, language: block.language ?? article.language, reference: article.day)
    }
  }

  // MARK: - Whole answers

  @Test(arguments: [
    ("line", "articles/2021-07-30-helicoptere-amerli.fr.txt:9"),
    ("line-visas", "articles/2021-07-26-biden-kadhimi.en.md:29"), ("rule", "parliament-vote-binding"),
    ("line-left-out", "articles/2020-07-08-visite-mckenzie.fr.txt:5"),
    ("line-arabic", "articles/2020-08-21-kadhimi-washington.ar.md:19"),
  ])
  func answersAsBefore(name: String, target: String) async throws {
    let path = target.contains(":") ? Seeds.root + "/" + target : target
    try compare(try await Self.explain(path), with: "explain-\(name).txt")
  }

  @Test func aFindingIsFollowedBackToItsWords() async throws {
    let report = await Factcheck.run(ruleSet: Self.samples)
    let finding = try #require(
      report.findings.first { $0.rule == "amerli-crash-deaths" && $0.verdict == .contradiction })
    let text = try await Self.explain(finding.id)
    try compare(text, with: "explain-finding.txt")
    for claim in report.claims where finding.positions.contains(where: { $0.claims.contains(claim.id) }) {
      #expect(text.contains("\(claim.line)"))
    }
  }

  @Test func onlyTheRulesThatWereAskedForAreToldOf() async throws {
    let target = Seeds.root + "/articles/2021-07-26-biden-kadhimi.en.md:29"
    let text = try await Self.explain(target, only: ["us-troops-in-iraq"])
    #expect(text.contains("no term of `troops` stands in this sentence (en: troop, soldier"))
    #expect(text.contains("“2,500” counts “Afghan visa applicants”"), "\(text)")
    #expect(!text.contains("no words of:"))
    #expect(!text.contains("vaccine-doses"))
  }

  @Test func linesAreNoWiderThanTheTerminal() async throws {
    let target = Seeds.root + "/articles/2021-07-30-helicoptere-amerli.fr.txt:9"
    for width in [40, 72, 120] {
      let text = try await Self.explain(target, ReportOptions(width: width))
      // The place of a sentence is not broken.
      let lines = text.split(separator: "\n").filter { !$0.hasPrefix("articles/") }
      #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= width }, "\(width)")
    }
  }

  @Test func rightToLeftTextIsKeptApartOnATerminal() async throws {
    let target = Seeds.root + "/articles/2020-08-21-kadhimi-washington.ar.md:11"
    let terminal = try await Self.explain(target, ReportOptions(isTerminal: true))
    #expect(terminal.contains("\u{2068}") && terminal.contains("\u{2069}"))
    #expect(terminal.unicodeScalars.count { $0 == "\u{2068}" } == terminal.unicodeScalars.count { $0 == "\u{2069}" })
    #expect(try await !Self.explain(target).contains("\u{2068}"))
    #expect(terminal.contains("٥٢٠٠"))
  }

  // MARK: - Other files

  private func ruleSet(_ folder: URL, _ articles: String) throws -> RuleSet {
    let rules = folder.appendingPathComponent("rules.yaml")
    try """
    rules: [{id: troops, claim: quantity, about: troops, compare: stated}]
    concepts: {troops: {en: [soldier], fr: [soldat]}}
    """.write(to: rules, atomically: true, encoding: .utf8)
    let settings = folder.appendingPathComponent("factcheck.yaml")
    try "articles: \(articles)\n".write(to: settings, atomically: true, encoding: .utf8)
    return RuleLoader.load(paths: [rules.path, settings.path])
  }

  private func scratch() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("explain-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func aLineOfALineFileIsOneArticle() async throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a.jsonl")
    try """
    {"id": "one", "text": "There are 2,500 soldiers at the base.", "language": "en", "date": "2021-07-28"}
    {"id": "two", "text": "The base has 40 dogs and many soldiers.", "language": "en", "date": "2021-07-29"}

    """.write(to: file, atomically: true, encoding: .utf8)
    let rules = try ruleSet(folder, "a.jsonl")
    let first = try await Self.explain(file.path + ":1", in: rules)
    #expect(first.contains("“There are 2,500 soldiers at the base.”") && first.contains("✓ a claim: “2,500 soldiers”"))
    #expect(first.contains("28 July 2021") && !first.contains("dogs"))
    let second = try await Self.explain(file.path + ":2", in: rules)
    #expect(second.contains("✗ “40” counts “dogs”, not “soldiers”"), "\(second)")
    #expect(second.contains("29 July 2021") && !second.contains("2,500"))
  }

  @Test func aLineOfAFeedIsOneArticle() async throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("feed.xml")
    try """
    <?xml version="1.0"?>
    <rss version="2.0"><channel><title>News</title><language>en</language>
    <item><title>Base</title><pubDate>Wed, 28 Jul 2021 10:00:00 GMT</pubDate>
    <description>There are 2,500 soldiers at the base.</description></item>
    <item><title>Dogs</title><pubDate>Thu, 29 Jul 2021 10:00:00 GMT</pubDate>
    <description>The base has 40 dogs and many soldiers.</description></item>
    </channel></rss>
    """.write(to: file, atomically: true, encoding: .utf8)
    let rules = try ruleSet(folder, "feed.xml")
    let first = try await Self.explain(file.path + ":4", in: rules)
    #expect(first.contains("✓ a claim: “2,500 soldiers”") && !first.contains("dogs"), "\(first)")
    #expect(try await Self.explain(file.path + ":6", in: rules).contains("✗ “40” counts “dogs”, not “soldiers”"))
  }

  @Test func aFileThatTheSettingsDoNotListIsReadAllTheSame() async throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    try "There are 2,500 soldiers.\n".write(
      to: folder.appendingPathComponent("a.txt"), atomically: true, encoding: .utf8)
    let other = folder.appendingPathComponent("b.md")
    try "The base has 3,500 soldiers.\n\n\nThe end.\n".write(to: other, atomically: true, encoding: .utf8)
    let rules = try ruleSet(folder, "a.txt")
    #expect(try await Self.explain(other.path + ":1", in: rules).contains("✓ a claim: “3,500 soldiers”"))
    #expect(try await Self.explain(other.path + ":2", in: rules) == "nothing stands on line 2 of \(other.path)\n")
  }

  @Test func aClaimIsShownWithAllThatIsKnownOfIt() async throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = [
      "As of Monday there were 2,500 soldiers at the base.", "The mayor said that 3,000 soldiers were at the base.",
      "If the dam breaks, 900 soldiers will come.", "The mayor denied that there were 700 soldiers.",
    ]
    let file = folder.appendingPathComponent("a.md")
    try ("---\ndate: 2021-07-28\nlang: en\n---\n\n" + lines.joined(separator: "\n\n") + "\n").write(
      to: file, atomically: true, encoding: .utf8)
    let rules = try ruleSet(folder, "a.md")
    let facts = [
      "asserted by the article; as of 26 July 2021; compared as stated 2,500", "the word of The mayor",
      "left open, so it is not compared", "denied, so it is not compared",
    ]
    for (number, fact) in facts.enumerated() {
      let text = try await Self.explain("\(file.path):\(6 + 2 * number)", in: rules)
      #expect(text.contains(fact), "\(text)")
    }
    let disputed = try await Self.explain("\(file.path):6", in: rules)
    #expect(disputed.contains("→ disputed troops-"), "\(disputed)")
    #expect(disputed.contains("it takes ‘2,500’ against ‘3,000’"), "\(disputed)")
  }

  // MARK: -

  private func compare(_ text: String, with name: String) throws {
    let url = RefusalTests.folder.appendingPathComponent(name)
    if RefusalTests.isUpdating {
      try text.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    let golden = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    let actual = text.components(separatedBy: "\n")
    let differs = zip(golden, actual).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let line = differs ?? min(golden.count, actual.count)
    let isSame = golden == actual
    #expect(isSame, "\(name):\(line + 1) differs: \(actual.dropFirst(line).first ?? "(the end)")")
  }
}

/// The traps of the reference articles, which are named in their README.
@Suite(.enabled(if: Seeds.arePresent, "no reference articles: set FACTCHECK_SEEDS to their folder"))
struct SeedExplainTests {
  private func explain(_ article: Int, _ words: String, only: Set<String> = []) async throws -> String {
    var ruleSet = RuleLoader.load(paths: [Seeds.root + "/Tests/FactcheckKitTests/SeedRules"])
    ruleSet.settings.articles = zip(Seeds.paths, Seeds.days).map { path, day in
      ArticleEntry(path: path, day: Day(day), language: "fr")
    }
    let path = Seeds.paths[article]
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    let line = try #require(lines.firstIndex { $0.contains(words) }) + 1
    let explanation = try await Explainer.explain(.init("\(path):\(line)"), only: only, ruleSet: ruleSet)
    let text = String(
      decoding: ExplanationText(explanation, options: ReportOptions(width: 400)).render(), as: UTF8.self)
    // The sentence in question, and no other of its line.
    let place = "\(path):\(line)"
    let blocks = text.components(separatedBy: "\n\(place):").joined(separator: "\n\n\(place):")
      .components(separatedBy: "\n\n\(place):")
    return blocks.first { $0.contains("“") && $0.replacingOccurrences(of: "\n", with: " ").contains(words) } ?? text
  }

  @Test(arguments: [
    (3, "demandeurs de visa", "is not read: it leads to another story"),
    (2, "2 mois pour 1", "is not read: it is about a subscription"),
    (1, "7 min de lecture", "is not read: it tells how long the reading takes"),
    (1, "60 000 nouveaux cas", "is not read: it belongs to the comments"),
    (1, "82e Division", "is not read: the article says it elsewhere"),
  ])
  func whatIsNoPartOfTheStoryIsNotRead(article: Int, words: String, answer: String) async throws {
    let text = try await explain(article, words)
    #expect(text.contains(answer), "\(text)")
  }

  @Test(arguments: [
    (3, "500 000 doses", "“500 000” counts “doses”"), (2, "10 000 combattants", "counts “combattants”"),
    (2, "plus de 80 pays", "counts “pays”"), (2, "camions de matériel", "counts “camions"),
  ])
  func whatIsCountedThereIsSaid(article: Int, words: String, answer: String) async throws {
    let text = try await explain(article, words, only: ["soldiers"])
    #expect(
      text.contains("✗ no term of `troops` stands in this sentence (fr: soldat, militaire, troupe)")
        || text.contains("not “militaire”"), "\(text)")
    #expect(text.contains(answer), "\(text)")
  }

  @Test func hundredsMoreAreNotHowManyThereAre() async throws {
    let text = try await explain(0, "troupes supplémentaires", only: ["us-troops", "soldiers", "foreign-troops"])
    let answer = "✗ “des centaines de” says how much was added or taken away, not how much there is"
    #expect(text.components(separatedBy: answer).count == 4, "\(text)")
  }

  @Test func namesOfThingsHoldNoFigure() async throws {
    for (article, words) in [(1, "C-RAM"), (3, "COVID-19")] {
      let text = try await explain(article, words, only: ["soldiers"])
      #expect(!text.contains("figure “19") && !text.contains("“-19"), "\(text)")
      #expect(text.contains("✗ no term of `troops` stands in this sentence"), "\(text)")
    }
  }

  @Test func aPartIsNoClaimOfTheWhole() async throws {
    let text = try await explain(
      1, "trois militaires, dont deux", only: ["taji-deaths", "taji-american-deaths", "us-troops"])
    #expect(text.contains("✓ a claim: “trois militaires” says 3"), "\(text)")
    #expect(text.contains("✗ “deux” is a part of “trois militaires” (how many of them were “Américains”)"), "\(text)")
    #expect(text.contains("✗ “trois” `unless: killed` rules it out: “tué” is tied to it"), "\(text)")
  }
}
