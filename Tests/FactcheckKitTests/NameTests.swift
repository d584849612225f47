import Claims
import Findings
import Foundation
import Reports
import Testing

@testable import FactcheckKit

/// From a rule about a name to its finding.
struct NameTests {
  private static let concepts = """
    concepts:
      prime-minister:
        en: [prime minister]
        fr: [premier ministre]
        ar: [رئيس الوزراء]
        ru: [премьер-министр]
        zh: [总理]
        tr: [Başbakan]

    """

  private func report(
    _ articles: [(language: String, day: String, text: String)], changes: String = "false", names: String = ""
  ) async throws -> Report {
    let folder = FileManager.default.temporaryDirectory.appending(path: "factcheck-names-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let rules = """
      rules:
        - {id: pm, title: "the prime minister of Iraq", claim: name, about: [prime-minister], near: [region:IQ], scope: article, changes: \(changes)}
      """
    var settings = "articles:\n"
    for (number, article) in articles.enumerated() {
      let name = "\(number).\(article.language).txt"
      try Data(article.text.utf8).write(to: folder.appending(path: name))
      settings +=
        "  - {path: \(name), date: \(article.day), language: \(article.language), title: Iraq Irak العراق 伊拉克}\n"
    }
    try Data((Self.concepts + names + rules).utf8).write(to: folder.appending(path: "rules.yaml"))
    try Data(settings.utf8).write(to: folder.appending(path: "factcheck.yaml"))
    return await Factcheck.run(ruleSet: RuleLoader.load(paths: [folder.path]))
  }

  private let kadhimi: [(language: String, day: String, text: String)] = [
    ("en", "2020-07-08", "Iraqi Prime Minister Mustafa al-Kadhimi met the delegation in Baghdad on Monday."),
    ("fr", "2021-07-26", "Le Premier ministre irakien Mostafa al-Kazimi a reçu la délégation à Bagdad."),
    ("ar", "2021-07-26", "قال رئيس الوزراء العراقي مصطفى الكاظمي إن القوات ستغادر العراق."),
    ("ru", "2021-07-26", "Премьер-министр Ирака Мустафа аль-Казыми прибыл в Вашингтон."),
    ("tr", "2021-07-26", "Irak Başbakanı Mustafa el-Kazımi dün Bağdat'ta konuştu."),
    ("zh", "2021-07-26", "伊拉克总理穆斯塔法·卡迪米抵达华盛顿。"),
  ]

  @Test func oneNameInSixLanguagesAgrees() async throws {
    let report = try await report(kadhimi)
    #expect(report.problems.isEmpty)
    #expect(report.claims.count == 6)
    #expect(report.findings.map(\.verdict) == [.agree])
    let names = report.claims.compactMap { claim -> String? in
      if case .name(let canonical, _) = claim.value { canonical } else { nil }
    }
    #expect(Set(names) == ["Mustafa al-Kadhimi"])
    #expect(report.claims.contains { $0.why.contains { $0.contains("transliterated") } })
  }

  @Test func twoNamesContradictEachOther() async throws {
    let other = ("en", "2020-01-15", "Iraqi Prime Minister Adel Abdul-Mahdi met the delegation in Baghdad.")
    let lasting = try await report(kadhimi + [other])
    #expect(lasting.findings.map(\.verdict) == [.contradiction])
    #expect(
      lasting.findings.first?.message
        == "Two names for the prime minister of Iraq: Adel Abdul-Mahdi and Mustafa al-Kadhimi")
    #expect(try await report(kadhimi + [other], changes: "true").findings.map(\.verdict) == [.changed])
    let sameDay = ("en", "2021-07-26", "Iraqi Prime Minister Adel Abdul-Mahdi met the delegation in Baghdad.")
    let changing = try await report(kadhimi + [sameDay], changes: "true").findings
    #expect(changing.contains { $0.verdict == .contradiction && $0.asOf?.description == "2021-07-26" })
  }

  @Test func aFormerHolderIsNoClaim() async throws {
    let former = ("en", "2021-07-26", "Former Iraqi prime minister Haider al-Abadi criticised the plan in Baghdad.")
    let report = try await report(kadhimi + [former])
    #expect(report.claims.count == 6)
    #expect(report.findings.map(\.verdict) == [.agree])
  }

  @Test func anUntiedNameInSignsIsNoConflict() async throws {
    let signs = ("zh", "2021-07-26", "伊拉克总理李建国抵达华盛顿。")
    let report = try await report([kadhimi[0], signs])
    #expect(report.claims.count == 2)
    #expect(report.findings.map(\.verdict) == [.compatible])
    let tied = try await self.report([kadhimi[0], signs], names: "names:\n  Li Jianguo: [李建国]\n\n")
    #expect(tied.findings.map(\.verdict) == [.contradiction])
  }
}
