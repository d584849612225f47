import Articles
import Claims

/// A test of rules as JUnit XML: a suite for each rule, a case for each example and each change.
struct TestJUnit {
  private let report: TestReport

  init(_ report: TestReport) { self.report = report }

  private struct Case {
    var name: String
    var location: Diagnostic.Location?
    /// What failed, in one line and in full.
    var failure: (message: String, detail: String)?
  }

  func render() -> [UInt8] {
    var suites: [(rule: String, cases: [Case])] = report.rules.map { ($0.id, []) }
    var numbers = Dictionary(
      suites.enumerated().map { ($0.element.rule, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func add(_ one: Case, _ rule: String) {
      if numbers[rule] == nil {
        numbers[rule] = suites.count
        suites.append((rule, []))
      }
      suites[numbers[rule] ?? 0].cases.append(one)
    }
    for outcome in report.outcomes { add(Self.testCase(outcome), outcome.rule) }
    for mutation in report.mutations ?? [] { add(Self.testCase(mutation), mutation.rule) }
    suites.removeAll(where: \.cases.isEmpty)

    var xml = XMLText()
    let all = suites.flatMap(\.cases)
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites")
    xml.attribute("name", "factcheck test")
    counts(all, &xml)
    xml.raw(">\n")
    for suite in suites {
      xml.raw("  <testsuite")
      xml.attribute("name", suite.rule)
      counts(suite.cases, &xml)
      xml.raw(">\n")
      for one in suite.cases { write(one, suite.rule, &xml) }
      xml.raw("  </testsuite>\n")
    }
    xml.raw("</testsuites>\n")
    return xml.bytes
  }

  private func counts(_ cases: [Case], _ xml: inout XMLText) {
    xml.attribute("tests", cases.count)
    xml.attribute("failures", cases.count { $0.failure != nil })
    xml.attribute("errors", 0)
    xml.attribute("time", 0)
  }

  private func write(_ one: Case, _ rule: String, _ xml: inout XMLText) {
    xml.raw("    <testcase")
    xml.attribute("name", one.name)
    xml.attribute("classname", rule)
    xml.attribute("time", 0)
    if let location = one.location {
      xml.attribute("file", location.file)
      xml.attribute("line", location.line)
    }
    guard let failure = one.failure else { return xml.raw("/>\n") }
    xml.raw(">\n      <failure")
    xml.attribute("message", failure.message)
    xml.raw(">")
    xml.text(failure.detail)
    xml.raw("</failure>\n    </testcase>\n")
  }

  private static func testCase(_ outcome: ExampleOutcome) -> Case {
    var one: Case
    switch outcome.subject {
    case .example(let example):
      one = Case(name: "\(example.language): \(example.text)", location: example.location)
    case .pair(let pair):
      let texts = pair.texts.map { "\($0.language): \($0.text)" }.joined(separator: " / ")
      one = Case(name: "\(pair.mustConflict ? "conflict" : "agree"): \(texts)", location: pair.location)
    }
    if !outcome.passed {
      let expected = outcome.expected.isEmpty ? "nothing" : outcome.expected.joined(separator: ", ")
      let got = outcome.got.isEmpty ? "nothing" : outcome.got.joined(separator: ", ")
      one.failure = ("expected \(expected), got \(got)", "expected: \(expected)\ngot: \(got)\n")
    }
    return one
  }

  private static func testCase(_ mutation: MutationOutcome) -> Case {
    var one = Case(
      name: "change of \(mutation.kind.rawValue): \(mutation.text)", location: mutation.example.location)
    if mutation.result == .unnoticed {
      one.failure = (
        "“\(mutation.after)” for “\(mutation.before)” is not noticed",
        "before: \(mutation.old.joined(separator: ", "))\nnow: \(mutation.new.joined(separator: ", "))\n"
      )
    }
    return one
  }
}
