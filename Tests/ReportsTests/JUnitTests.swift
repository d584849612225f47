import Articles
import Claims
import Findings
import Foundation
import Testing

@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct JUnitTests {
  /// An element of the parsed file.
  private final class Element {
    let name: String
    let attributes: [String: String]
    var children: [Element] = []
    var text = ""

    init(_ name: String, _ attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }

    func named(_ name: String) -> [Element] { children.filter { $0.name == name } }
    var all: [Element] { [self] + children.flatMap(\.all) }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var open = [Element("", [:])]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      let element = Element(name, attributes)
      open[open.count - 1].children.append(element)
      open.append(element)
    }
    func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
      open.removeLast()
    }
    func parser(_ parser: XMLParser, foundCharacters text: String) { open[open.count - 1].text += text }
  }

  private func parse(_ report: Report) throws -> Element {
    let bytes = JUnitReport().render(report, options: ReportOptions())
    let parser = XMLParser(data: Data(bytes))
    let reader = Reader()
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError)) at line \(parser.lineNumber)")
    return try #require(reader.open.first?.children.first)
  }

  /// What Jenkins' junit-10.xsd allows where, with `file` and `line` on cases besides.
  private static let structure: [String: (attributes: Set<String>, required: Set<String>, children: Set<String>)] = [
    "testsuites": (["name", "time", "tests", "failures", "errors"], [], ["testsuite"]),
    "testsuite": (
      ["name", "tests", "failures", "errors", "skipped", "time"], ["name", "tests", "failures", "errors"],
      ["properties", "testcase"]
    ),
    "properties": ([], [], ["property"]),
    "property": (["name", "value"], ["name", "value"], []),
    "testcase": (
      ["name", "classname", "time", "file", "line"], ["name", "classname"],
      ["skipped", "error", "failure", "system-out"]
    ),
    "failure": (["type", "message"], [], []), "error": (["type", "message"], [], []),
    "skipped": (["type", "message"], [], []), "system-out": ([], [], []),
  ]

  private func check(_ report: Report) throws -> Element {
    let root = try parse(report)
    #expect(root.name == "testsuites")
    for element in root.all {
      let rule = try #require(Self.structure[element.name], "<\(element.name)>")
      #expect(rule.attributes.isSuperset(of: element.attributes.keys), "\(element.name) \(element.attributes.keys)")
      #expect(rule.required.isSubset(of: element.attributes.keys))
      #expect(rule.children.isSuperset(of: element.children.map(\.name)))
    }
    var sums = ["tests": 0, "failures": 0, "errors": 0]
    for suite in root.children {
      let cases = suite.named("testcase")
      let counts = [
        "tests": cases.count, "failures": cases.count { !$0.named("failure").isEmpty },
        "errors": cases.count { !$0.named("error").isEmpty }, "skipped": cases.count { !$0.named("skipped").isEmpty },
      ]
      for (key, count) in counts {
        #expect(suite.attributes[key] == String(count), "\(suite.attributes["name"] ?? ""): \(key)")
        if let sum = sums[key] { sums[key] = sum + count }
      }
      #expect(cases.count > 0)
      #expect(Set(cases.map { $0.attributes["name"] }).count == cases.count, "names of cases are unique in a suite")
    }
    for (key, sum) in sums { #expect(root.attributes[key] == String(sum), "\(key) of all") }
    return root
  }

  @Test func aCaseForEachFindingAndEachSilentRule() throws {
    let root = try check(Fixture.report)
    #expect(
      root.children.map { $0.attributes["name"] } == Fixture.report.rules.map(\.id) + ["problems"])
    #expect(root.attributes["tests"] == "9")
    #expect(root.attributes["failures"] == "3")
    #expect(root.attributes["errors"] == "1")
    let failure = try #require(root.children[0].children[1].named("failure").first)
    #expect(failure.attributes["type"] == "contradiction")
    #expect(failure.text.contains("5,200 is not 2,500: they differ by 2,700."))
    #expect(failure.text.contains("articles/mission.en.md:1:11  2021-07-26  There are roughly «2,500» American"))
    #expect(root.children[0].children[1].attributes["line"] == "1")
    let silent = try #require(root.children[5].named("testcase").first?.named("skipped").first)
    #expect(silent.attributes["message"] == "no article has a claim for this rule")
  }

  @Test func onlyNewConflictsFail() throws {
    let root = try check(ExchangeFixture.standings)
    #expect(root.attributes["failures"] == "1")
    let messages = root.all.filter { $0.name == "skipped" }.compactMap { $0.attributes["message"] }
    #expect(
      messages == [
        "known: the ministry was asked", "known: in the baseline", "suppressed: one of them died <later>",
        "no article has a claim for this rule",
      ])
  }

  @Test func hostileTextStaysText() throws {
    let root = try check(ExchangeFixture.hostileReport)
    #expect(root.attributes["failures"] == "6")
    #expect(root.attributes["errors"] == "3")
    let files = Set(root.all.compactMap { $0.attributes["file"] })
    #expect(files.contains("articles/a b#1%20?x=y&z.txt"))
    #expect(files.contains("articles/févr\u{202E}ier:5,200\n::error::x.txt"))
    #expect(files.contains("/tmp/<\"'>\u{FFFD}[31m.html"))
    #expect(root.children[0].attributes["name"] == "</failure>]]>--><script>alert('1')</script>&amp;\"")
  }

  @Test func anEmptyReportHasNoSuites() throws {
    let root = try check(Report(toolVersion: "0.1.0", articles: [], rules: [], claims: [], findings: []))
    #expect(root.children.isEmpty)
  }

  /// Every character that XML 1.0 (2.2) can hold is read back as it was written, in text and in attributes.
  @Test func charactersReadBack() throws {
    let scalars = (0...0x2FF).map { $0 } + [0x2028, 0xD7FF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x1F600, 0x10FFFF]
    let text = String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar(UInt32($0)) }))
    var xml = XMLText()
    xml.raw("<a")
    xml.attribute("b", text)
    xml.raw(">")
    xml.text(text)
    xml.raw("</a>")
    let parser = XMLParser(data: Data(xml.bytes))
    let reader = Reader()
    parser.delegate = reader
    #expect(parser.parse())
    let expected = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      let isForbidden = scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar)
      return isForbidden || scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "\u{FFFD}" : scalar
    }
    let element = try #require(reader.open.first?.children.first)
    #expect(element.attributes["b"].map { Array($0.unicodeScalars) == expected } == true)
    #expect(Array(element.text.unicodeScalars) == expected)
  }

  @Test(.timeLimit(.minutes(2))) func growsLinearly() throws {
    #expect(try ExchangeFixture.growsLinearly(JUnitReport()))
  }
}
