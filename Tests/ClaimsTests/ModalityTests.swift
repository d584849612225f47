import Articles
import Foundation
import ICU
import Languages
import Mentions
import Testing
import Yams

@testable import Claims

/// The sentences of `Modality/XX.yaml`; `Modality/README.md` says how they are written.
enum ModalityCorpus {
  struct File: Sendable, CustomTestStringConvertible {
    var language: String
    var concepts: [String: Concept]
    var items: [Item]
    var testDescription: String { language }
  }

  struct Item: Sendable {
    var text: String
    var day: Day?
    /// By rule, what is to be found: `300 attributed — the opposition`.
    var expected: [String: [String]]
    var line: Int
  }

  /// `FACTCHECK_MODALITY` names another folder, for who tries sentences out without building.
  static let folder =
    ProcessInfo.processInfo.environment["FACTCHECK_MODALITY"].map { URL(filePath: $0) }
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Modality")

  static let files: [File] = {
    let urls = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return urls.filter { $0.pathExtension == "yaml" }.compactMap { try? read($0) }.sorted { $0.language < $1.language }
  }()

  static let rules: [String: Rule] = [
    "killed": Rule(id: "killed", kind: .quantity, about: ["killed"]),
    "troops": Rule(id: "troops", kind: .quantity, about: ["troops"]),
    "jobs": Rule(id: "jobs", kind: .quantity, about: ["jobs"]),
    "end": Rule(id: "end", kind: .date, about: ["mission"], with: ["end"]),
  ]

  private static func read(_ url: URL) throws -> File {
    let language = url.deletingPathExtension().lastPathComponent
    let root = try Yams.compose(yaml: String(contentsOf: url, encoding: .utf8))?.mapping ?? [:]
    var file = File(language: language, concepts: [:], items: [])
    for (name, terms) in root["terms"]?.mapping ?? [:] {
      guard let name = name.string else { continue }
      let list = terms.array().compactMap { $0.scalar?.string }
      file.concepts[name] = Concept(name: name, terms: [language: list])
    }
    for node in root["examples"]?.sequence ?? [] {
      guard let mapping = node.mapping, let text = mapping["text"]?.scalar?.string else { continue }
      var item = Item(
        text: text, day: Day(mapping["day"]?.scalar?.string ?? "2021-12-10"), expected: [:],
        line: node.mark?.line ?? 0)
      for rule in rules.keys {
        guard let claims = mapping[rule]?.scalar?.string else { continue }
        item.expected[rule] = claims.components(separatedBy: " | ").filter { $0 != "none" }
      }
      file.items.append(item)
    }
    return file
  }

  static func found(_ rule: String, in item: Item, of file: File) throws -> [String] {
    guard let rule = rules[rule] else { return [] }
    let extractor = ClaimExtractor(rules: [rule], concepts: file.concepts)
    var metadata = ArticleMetadata()
    metadata.language = file.language
    metadata.day = item.day
    let options = ArticleOptions(leavesOutClutter: false, leavesOutRepeats: false)
    let article = try ArticleReader(options: options).read(text: item.text, id: "test", metadata: metadata).article
    var mentions = MentionExtractor(language: Language.of(file.language))
    return extractor.claims(in: article) { block, _ in mentions.mentions(in: block.text, reference: item.day) }
      .map(short)
  }

  private static func short(_ claim: Claim) -> String {
    var text = ""
    switch claim.value {
    case .quantity(let quantity):
      let low = quantity.low.map { "\(Int($0))" } ?? ""
      let high = quantity.high.map { "\(Int($0))" } ?? ""
      text = low == high ? low : "\(low)-\(high)"
    case .date(let span):
      let from = span.from?.description ?? ""
      let to = span.to?.description ?? ""
      text = from == to ? from : "\(from)..\(to)"
    default: text = "?"
    }
    text += " " + claim.modality.rawValue
    return claim.attribution.map { text + " — " + $0 } ?? text
  }
}

struct ModalityTests {
  static let large: Set = ["en", "fr", "es", "de", "pt", "ru", "ar", "zh"]

  @Test(arguments: ModalityCorpus.files)
  func `claims are made as the sentence makes them`(_ file: ModalityCorpus.File) throws {
    for item in file.items {
      for (rule, expected) in item.expected.sorted(by: { $0.key < $1.key }) {
        let found = try ModalityCorpus.found(rule, in: item, of: file)
        #expect(
          found == expected,
          """
          \(file.language).yaml:\(item.line) \(rule): \(item.text)
            expected: \(expected.joined(separator: " | "))
            got:      \(found.joined(separator: " | "))
          """)
      }
    }
  }

  @Test func `every language has its sentences`() {
    for file in ModalityCorpus.files {
      let least = Self.large.contains(file.language) ? 25 : 10
      #expect(file.items.count >= least, "\(file.language): \(file.items.count) sentences")
      #expect(file.items.allSatisfy { !$0.expected.isEmpty }, "\(file.language): each sentence says what it holds")
      let all = file.items.map { $0.expected.values.map { $0.joined(separator: " ") }.joined(separator: " ") }
        .joined(separator: " ")
      for modality in ["asserted", "attributed", "negated", "hypothetical"] {
        #expect(all.contains(modality), "\(file.language): no claim is \(modality)")
      }
    }
  }
}
