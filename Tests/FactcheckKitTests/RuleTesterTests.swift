import Claims
import Foundation
import ICU
import Reports
import Testing

@testable import FactcheckKit

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What `factcheck test` makes of examples, and of what it changes in them.
@Suite struct RuleTesterTests {
  private static let concepts = """
    concepts:
      troops: {en: [soldier, troop], fr: [soldat], de: [Soldat], ar: [جندي, جنود], fa: [سرباز], hi: [सैनिक], zh: [士兵],
        ja: [兵士], es: [soldado], ru: [солдат*], it: [soldato], pl: [żołnierz*], tr: [asker], sv: [soldat], nl: [soldaat, soldaten]}
      american: {en: [American], fr: [américain]}
      allied: {en: [allied]}
      mission: {en: [mission], fr: [mission], de: [Einsatz], es: [misión], zh: [任务]}
      end: {en: [end], fr: [finir, finit], de: [enden, endet], es: [terminar, termina], zh: [结束]}
      premier: {en: [prime minister], fr: [Premier ministre]}
      vote: {en: [vote], fr: [vote], de: [Beschluss], es: [votación], zh: [表决]}
      unanimity: {en: [unanimous], fr: [unanime], de: [einstimmig], es: [unánime], zh: [一致]}
      turnout: {en: [turnout]}

    """

  /// - Parameter rules: as a list of YAML, from the margin.
  static func ruleSet(_ rules: String) throws -> RuleSet {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("test-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try (concepts + "rules:\n" + rules).write(to: file, atomically: true, encoding: .utf8)
    let set = RuleLoader.load(paths: [file.path])
    try #require(set.problems.isEmpty, "\(set.problems)")
    return set
  }

  private static let soldiers = "- id: soldiers\n  claim: quantity\n  about: troops\n"

  private func outcomes(_ rules: String) throws -> [ExampleOutcome] {
    RuleTester(try Self.ruleSet(rules)).outcomes()
  }

  /// `+` where an example holds, `-` where not, with what was found.
  private func short(_ rules: String) throws -> [String] {
    try outcomes(rules).map { ($0.passed ? "+ " : "- ") + $0.got.joined(separator: " ") }
  }

  // MARK: - Examples

  @Test func figuresAreComparedInTheirOrder() throws {
    #expect(
      try short(
        Self.soldiers + """
            examples:
              - {en: "There are 2,500 soldiers.", claims: [2500]}
              - {en: "There are 2,500 soldiers.", claims: [2600]}
              - {en: "There are 2,500 soldiers.", claims: []}
              - {en: "There are 2,500 dogs.", claims: [2500]}
              - {en: "There are 2,500 dogs.", claims: []}
              - {en: "First 2,500 soldiers came. Then 40 soldiers came.", claims: [2500, 40]}
              - {en: "First 2,500 soldiers came. Then 40 soldiers came.", claims: [40, 2500]}
              - {en: "First 2,500 soldiers came. Then 40 soldiers came.", claims: [2500]}
              - {fr: "Il y a 2 500 soldats.", claims: [2500]}
              - {ar: "هناك ٢٥٠٠ جندي.", claims: [2500]}
          """) == [
          "+ 2500", "- 2500", "- 2500", "- ", "+ ", "+ 2500 40", "- 2500 40", "- 2500 40", "+ 2500", "+ 2500",
        ])
  }

  @Test func aRangeMayBeWrittenAsOne() throws {
    #expect(
      try short(
        Self.soldiers + """
            examples:
              - {en: "Between 40 and 50 soldiers came.", claims: [40/50]}
              - {en: "Between 40 and 50 soldiers came.", claims: [40/60]}
              - {en: "More than 5,000 soldiers came.", claims: [5000]}
              - {en: "More than 5,000 soldiers came.", claims: [5000/]}
              - {en: "Dozens of soldiers came.", claims: [24/99]}
          """) == ["+ 40/50", "- 40/50", "+ 5000", "+ 5000", "+ 24/99"])
  }

  @Test func datesNamesAndStatesAreWrittenAsTheyAre() throws {
    #expect(
      try short(
        """
        - id: end
          claim: date
          about: mission
          with: end
          examples:
            - {en: "The mission ends on 31 December 2021.", claims: ["2021-12-31"]}
            - {en: "The mission ends in December 2021.", claims: ["2021-12-01/2021-12-31"]}
            - {en: "The mission ended on Friday.", date: 2021-07-28, claims: ["2021-07-23"]}
            - {en: "The mission ended on Friday.", date: 2021-07-28, claims: ["2021-07-30"]}
            - {en: "The mission ends by the end of the year.", date: 2021-07-28, claims: ["/2021-12-31"]}
        - id: premier
          claim: name
          about: premier
          examples:
            - {en: "Prime Minister Mustafa al-Kadhimi spoke.", claims: [Mustafa al-Kadhimi]}
            - {en: "Prime Minister Mustafa al-Kadhimi spoke.", claims: [Barham Salih]}
        - id: vote
          claim: state
          about: vote
          states: [{symbol: unanimous, concepts: unanimity, not: divided}]
          examples:
            - {en: "The vote was unanimous.", claims: [unanimous]}
            - {en: "The vote was not unanimous.", claims: [divided]}
            - {en: "The vote was not unanimous.", claims: [unanimous]}
        """) == [
          "+ 2021-12-31", "+ 2021-12-01/2021-12-31", "+ 2021-07-23", "- 2021-07-23", "+ /2021-12-31",
          "+ Mustafa al-Kadhimi", "- Mustafa al-Kadhimi", "+ unanimous", "+ divided", "- divided",
        ])
  }

  /// What is denied or left open is no claim.
  @Test func onlyWhatIsComparedCounts() throws {
    #expect(
      try short(
        Self.soldiers + """
            examples:
              - {en: "The mayor denied that there were 700 soldiers.", claims: []}
              - {en: "The mayor said that there were 700 soldiers.", claims: [700]}
          """) == ["+ ", "+ 700"])
  }

  // MARK: - Pairs

  @Test func pairsConflictOrAgree() throws {
    let outcomes = try outcomes(
      Self.soldiers + """
          examples:
            - conflict: [{en: "There are 2,500 soldiers."}, {fr: "Il y a 5 200 soldats."}]
            - agree: [{en: "There are 2,500 soldiers."}, {fr: "Il y a 5 200 soldats."}]
            - agree: [{en: "There are more than 5,000 soldiers."}, {fr: "Il y a 5 200 soldats."}]
            - conflict: [{en: "There are more than 5,000 soldiers."}, {fr: "Il y a 5 200 soldats."}]
            - agree: [{en: "There are 2,500 soldiers."}, {fr: "Il y a des chiens."}]
            - conflict: [{en: "There are 2,500 soldiers."}, {fr: "Il y a des chiens."}]
            - agree: [{en: "There are 2,500 soldiers."}, {fr: "Il y a 2 500 soldats."}, {zh: "有2500名士兵。"}]
        """)
    #expect(outcomes.map(\.passed) == [true, false, true, false, false, false, true])
    #expect(outcomes[0].expected == ["conflict"])
    #expect(outcomes[0].got.first?.hasPrefix("contradiction: ") == true)
    #expect(outcomes[4].got == ["too few claims to compare: 1"])
  }

  @Test func datesOfPairsCount() throws {
    let outcomes = try outcomes(
      Self.soldiers + """
          changes: rising
          examples:
            - agree: [{en: "There are 62 soldiers.", date: 2021-07-26}, {en: "There are 95 soldiers.", date: 2021-07-27}]
            - conflict: [{en: "There are 95 soldiers.", date: 2021-07-26}, {en: "There are 62 soldiers.", date: 2021-07-27}]
            - conflict: [{en: "There are 95 soldiers.", date: 2021-07-26}, {en: "There are 62 soldiers.", date: 2021-07-26}]
        """)
    #expect(outcomes.map(\.passed) == [true, true, true], "\(outcomes.map(\.got))")
  }

  /// Two spellings of one name agree only once the file says so.
  @Test func namesOfTheFileUniteSpellings() throws {
    let rule = """
      - id: premier
        claim: name
        about: premier
        examples:
          - agree: [{en: "Prime Minister Mustafa al-Kadhimi spoke."}, {fr: "Le Premier ministre Moustafa al-Kazimi a parlé."}]
          - conflict: [{en: "Prime Minister Mustafa al-Kadhimi spoke."}, {fr: "Le Premier ministre Adel Abdel-Mahdi a parlé."}]
      """
    #expect(try outcomes(rule).map(\.passed) == [true, true])
  }

  // MARK: - Filter

  @Test(arguments: [
    (nil, "us-troops", true), ("troops", "us-troops", true), ("TROOPS", "us-troops", true), ("u*oo", "us-troops", true),
    ("oo*u", "us-troops", false), ("x", "us-troops", false), ("", "us-troops", true), ("*", "us-troops", true),
  ])
  func aFilterIsAPartOfTheID(pattern: String?, id: String, isAccepted: Bool) {
    #expect(RuleFilter(pattern).accepts(id) == isAccepted)
  }

  @Test func onlyWantedRulesAreRun() throws {
    let rules = """
      - {id: a, claim: quantity, about: troops, examples: [{en: "2,500 soldiers came.", claims: [2500]}]}
      - {id: b, claim: quantity, about: troops, examples: [{en: "2,500 soldiers came.", claims: [2500]}]}
      """
    #expect(RuleTester(try Self.ruleSet(rules)).outcomes { $0 == "b" }.map(\.rule) == ["b"])
  }

  // MARK: - Changes

  /// `number: 2,500 → 3,500: noticed` for each change.
  private func changes(_ rules: String) throws -> (changes: [String], unchanged: Int) {
    let mutations = RuleTester(try Self.ruleSet(rules)).mutations()
    return (
      mutations.changes.map { "\($0.kind.rawValue): \($0.before) → \($0.after): \($0.result.rawValue)" },
      mutations.unchanged
    )
  }

  private func changes(of text: String, _ language: String, _ claims: String, _ head: String = soldiers) throws
    -> [String]
  {
    try changes(head + "  examples: [{\(language): \"\(text)\", claims: [\(claims)]}]\n").changes
  }

  @Test(arguments: [
    ("en", "There are 2,500 soldiers.", "2500", "2,500 → 3,500"),
    ("fr", "Il y a 2 500 soldats.", "2500", "2 500 → 3 500"),
    ("ar", "هناك ٢٥٠٠ جندي.", "2500", "٢٥٠٠ → ٣٥٠٠"), ("fa", "۲۵۰۰ سرباز آمدند.", "2500", "۲۵۰۰ → ۳۵۰۰"),
    ("hi", "२५०० सैनिक आए।", "2500", "२५०० → ३५००"), ("zh", "有2500名士兵。", "2500", "2500 → 3500"),
  ])
  func digitsOfEveryScriptAreChanged(language: String, text: String, claim: String, change: String) throws {
    #expect(try changes(of: text, language, claim) == ["number: \(change): noticed"])
  }

  @Test(arguments: [
    ("en", "Seven soldiers came.", "7", "Seven → Nine"), ("fr", "Sept soldats sont venus.", "7", "Sept → Neuf"),
    ("de", "Sieben Soldaten kamen.", "7", "Sieben → Neun"), ("es", "Siete soldados llegaron.", "7", "Siete → Nueve"),
    ("it", "Sono arrivati sette soldati.", "7", "sette → nove"), ("ru", "Прибыли семь солдат.", "7", "семь → девять"),
    ("tr", "Yedi asker geldi.", "7", "Yedi → Dokuz"), ("sv", "Sju soldater kom.", "7", "Sju → Nio"),
    ("nl", "Zeven soldaten kwamen.", "7", "Zeven → Negen"),
    ("zh", "有七名士兵。", "7", "七 → 九"), ("en", "Twenty-one soldiers came.", "21", "Twenty-one → Twenty-three"),
  ])
  func spelledOutNumbersAreChanged(language: String, text: String, claim: String, change: String) throws {
    #expect(try changes(of: text, language, claim) == ["number: \(change): noticed"])
  }

  private static let end = "- id: end\n  claim: date\n  about: mission\n  with: end\n"

  @Test(arguments: [
    ("en", "The mission ends on 9 December 2021.", "2021-12-09", "9 December 2021 → 16 December 2021"),
    ("en", "The mission ends on December 31, 2021.", "2021-12-31", "December 31, 2021 → December 24, 2021"),
    ("en", "The mission ends on 2021-12-31.", "2021-12-31", "2021-12-31 → 2021-12-24"),
    ("fr", "La mission finit le 9 décembre 2021.", "2021-12-09", "9 décembre 2021 → 16 décembre 2021"),
    ("de", "Der Einsatz endet am 31.12.2021.", "2021-12-31", "am 31.12.2021 → am 24.12.2021"),
    ("zh", "任务于2021年12月9日结束。", "2021-12-09", "2021年12月9日 → 2021年12月16日"),
    ("es", "La misión termina en 2021.", "2021-01-01/2021-12-31", "2021 → 2022"),
  ])
  func daysAreChanged(language: String, text: String, claim: String, change: String) throws {
    let found = try changes(of: text, language, "\"\(claim)\"", Self.end)
    #expect(found.count == 1 && found[0].hasSuffix("\(change): noticed"), "\(found)")
  }

  @Test func weekdaysAndMonthsAreChanged() throws {
    func result(_ text: String, _ claim: String) throws -> [String] {
      try changes(
        Self.end + "  examples: [{en: \"\(text)\", date: 2021-07-28, claims: [\"\(claim)\"]}]\n"
      ).changes
    }
    let weekday = try result("The mission ended on Friday.", "2021-07-23")
    #expect(
      weekday.count == 1 && weekday[0].hasSuffix(": noticed") && weekday[0].contains("Friday → ") && !weekday[0].contains("→ Friday"), "\(weekday)")
    let month = try result("The mission will end in October.", "2021-10-01/2021-10-31")
    #expect(month.count == 1 && month[0].hasSuffix(": noticed") && !month[0].hasSuffix("October: noticed"), "\(month)")
  }

  private static let vote =
    "- id: vote\n  claim: state\n  about: vote\n  states: [{symbol: unanimous, concepts: unanimity, not: divided}]\n"

  @Test(arguments: [
    ("en", "The vote was unanimous.", "unanimous", "negation:  → not"),
    ("en", "The vote was not unanimous.", "divided", "negation: not unanimous → unanimous"),
    ("de", "Der Beschluss war einstimmig.", "unanimous", "negation:  → nicht"),
    ("es", "La votación fue unánime.", "unanimous", "negation:  → no"),
  ])
  func negationsArePutInAndTakenOut(language: String, text: String, claim: String, change: String) throws {
    #expect(try changes(of: text, language, claim, Self.vote) == ["\(change): noticed"])
  }

  @Test func boundsThatMeetAreNotCalledUnnoticed() throws {
    #expect(
      try changes(of: "There are more than 5,000 soldiers.", "en", "5000") == ["number: 5,000 → 6,000: compatible"])
    #expect(
      try changes(of: "There are more than 5,000 soldiers.", "en", "5000", Self.soldiers + "  compare: stated\n") == [
        "number: 5,000 → 6,000: noticed"
      ])
  }

  /// The rule says that both may stand.
  @Test func aChangeWithinTheToleranceIsCompatible() throws {
    let rule = Self.soldiers + "  tolerance: 50\n"
    #expect(try changes(of: "There are 12 soldiers.", "en", "12", rule) == ["number: 12 → 22: compatible"])
    #expect(try changes(of: "There are 120 soldiers.", "en", "120", rule) == ["number: 120 → 220: noticed"])
  }

  @Test func aChangeThatLeavesNothingToFindIsUnnoticed() throws {
    let rule = Self.end + "  during: [2021-12-01, 2021-12-10]\n"
    let found = try changes(of: "The mission ends on 9 December 2021.", "en", "\"2021-12-09\"", rule)
    #expect(found == ["date: 9 December 2021 → 16 December 2021: unnoticed"])
  }

  @Test func whatCannotBeChangedIsCounted() throws {
    // A name, a dozen, and a text that contradicts itself.
    let found = try changes(
      """
      - {id: premier, claim: name, about: premier, examples: [{en: "Prime Minister Jan Kubis spoke.", claims: [Jan Kubis]}]}
      - id: soldiers
        claim: quantity
        about: troops
        examples:
          - {en: "Dozens of soldiers came.", claims: [24/99]}
          - {en: "There are 2,500 soldiers. No, there are 3,500 soldiers.", claims: [2500, 3500]}
      """)
    #expect(found.changes == [])
    #expect(found.unchanged == 4)
  }

  // MARK: - Formats

  private func report() throws -> TestReport {
    let set = try Self.ruleSet(
      Self.soldiers + """
          examples:
            - {en: "There are 2,500 soldiers.", claims: [2500]}
            - {en: "There are 40 soldiers & 12 \\"dogs\\" <here>.", claims: [41]}
            - agree: [{en: "There are 2,500 soldiers."}, {ar: "هناك ٥٢٠٠ جندي.", date: 2021-07-28}]
        - {id: bare, claim: quantity, about: troops}
        """)
    let tester = RuleTester(set)
    let mutations = tester.mutations()
    return TestReport(
      rules: set.rules, outcomes: tester.outcomes(), mutations: mutations.changes, unchanged: mutations.unchanged)
  }

  @Test func jsonHoldsAll() throws {
    let object = try JSONSerialization.jsonObject(with: Data(try report().render(as: .json))) as? [String: Any]
    #expect(object?["version"] as? Int == 1)
    #expect(object?["passed"] as? Int == 1)
    #expect(object?["failed"] as? Int == 2)
    #expect(object?["unchanged"] as? Int == 0)
    let examples = try #require(object?["examples"] as? [[String: Any]])
    #expect(examples.map { $0["passed"] as? Bool } == [true, false, false])
    #expect(examples[1]["expected"] as? [String] == ["41"] && examples[1]["got"] as? [String] == ["40"])
    #expect((examples[2]["texts"] as? [[String: Any]])?.map { $0["language"] as? String } == ["en", "ar"])
    #expect(examples.allSatisfy { $0["line"] is Int && $0["file"] is String && $0["rule"] as? String == "soldiers" })
    let mutations = try #require(object?["mutations"] as? [[String: Any]])
    #expect(mutations.map { $0["after"] as? String } == ["3,500", "50"])
    #expect(mutations.map { $0["result"] as? String } == ["noticed", "noticed"])
    #expect(mutations[0]["text"] as? String == "There are 3,500 soldiers.")
  }

  @Test func junitCountsAndEscapes() throws {
    let bytes = try report().render(as: .junit)
    final class Reader: NSObject, XMLParserDelegate {
      var elements: [(String, [String: String])] = []
      func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
      ) { elements.append((name, attributes)) }
    }
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    #expect(parser.parse())
    let suites = reader.elements.filter { $0.0 == "testsuite" }
    // A rule without examples has no suite.
    #expect(suites.map { $0.1["name"] } == ["soldiers"])
    #expect(suites[0].1["tests"] == "5" && suites[0].1["failures"] == "2")
    let cases = reader.elements.filter { $0.0 == "testcase" }.map(\.1)
    #expect(cases.count == 5 && cases.allSatisfy { $0["classname"] == "soldiers" && $0["line"] != nil })
    #expect(cases[1]["name"] == "en: There are 40 soldiers & 12 \"dogs\" <here>.")
    #expect(reader.elements.filter { $0.0 == "failure" }.map { $0.1["message"] }.first == "expected 41, got 40")
  }

  @Test func theListingShowsExpectedAgainstGot() throws {
    let text = String(decoding: try report().render(as: .text, options: ReportOptions(width: 100)), as: UTF8.self)
    // The file lies where the test put it.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("✗") ? line.prefix { $0 != "/" } + "…" : line
    }
    #expect(
      lines.joined(separator: "\n") == """
        ✗ soldiers  …
          en  There are «40 soldiers» & 12 "dogs" <here>.
          expected  41
          got       40
          missing 41; too many 40

        ✗ soldiers  …
          en  There are «2,500 soldiers».
          ar 2021-07-28  هناك «٥٢٠٠ جندي».
          expected  agree
          got       contradiction: Two figures for soldiers: 2,500 and 5,200

        bare has no examples
        3 examples: 1 passed, 2 failed
        2 changes: 2 noticed

        """, "\(text)")
  }
}
