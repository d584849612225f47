import Foundation
import Testing
import Yams

@testable import Claims

/// `Names/same.yaml` and `Names/different.yaml`: pairs of spellings, of one person and of two.
struct NameSpellingTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    var line: String
    var first: (language: String, name: String)
    var second: (language: String, name: String)
    var testDescription: String { line }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Names")

  static func pairs(_ file: String) -> [Pair] {
    struct List: Decodable { var pairs: [String] }
    guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8),
      let list = try? YAMLDecoder().decode(List.self, from: text)
    else { return [] }
    func side(_ text: String) -> (String, String) {
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      return (parts.first ?? "", parts.last ?? "")
    }
    return list.pairs.compactMap { line in
      let sides = line.components(separatedBy: " | ")
      return sides.count == 2 ? Pair(line: line, first: side(sides[0]), second: side(sides[1])) : nil
    }
  }

  static let same = pairs("same.yaml")
  static let different = pairs("different.yaml")

  /// Both spellings stand in articles of their own, and a third name in another.
  private func areOne(_ pair: Pair) -> Bool {
    var register = NameRegister(names: [:])
    let a = register.add(pair.first.name, language: pair.first.language)
    let b = register.add(pair.second.name, language: pair.second.language)
    register.add("Nelson Mandela", language: "en")
    register.settle()
    return register.personsOf[a] == register.personsOf[b]
  }

  @Test func thereAreEnough() {
    #expect(Self.same.count >= 40)
    #expect(Self.different.count >= 40)
    let languages = Set((Self.same + Self.different).flatMap { [$0.first.language, $0.second.language] })
    #expect(languages.count >= 18)
  }

  @Test(arguments: same) func isOnePerson(pair: Pair) { #expect(areOne(pair)) }

  @Test(arguments: different) func areTwoPersons(pair: Pair) {
    #expect(!areOne(pair))
    let speller = NameSpeller()
    let (a, b) = (
      speller.spelling(pair.first.name, language: pair.first.language),
      speller.spelling(pair.second.name, language: pair.second.language)
    )
    #expect(NameMatcher.match(a, b) == nil)
    #expect(NameMatcher.match(b, a) == nil)
  }
}

/// Spellings of many articles, gathered into persons.
struct NameRegisterTests {
  private func settled(_ names: [(String, String)], listed: [String: [String]] = [:]) -> NameRegister {
    var register = NameRegister(names: listed)
    for (language, name) in names { register.add(name, language: language) }
    register.settle()
    return register
  }

  private func persons(_ register: NameRegister, _ name: String) -> [String] {
    guard let number = register.number(of: name) else { return [] }
    return register.personsOf[number].map { register.spellings[register.persons[$0].canonical].text }
  }

  @Test func spellingsOfAllScriptsAreOne() {
    let names = [
      ("en", "Mustafa al-Kadhimi"), ("fr", "Mostafa al-Kazimi"), ("ar", "مصطفى الكاظمي"), ("ru", "Мустафа Кадыми"),
      ("tr", "Mustafa el-Kazımi"), ("zh", "穆斯塔法·卡迪米"), ("he", "מוסטפא אל-כאזמי"), ("en", "Adel Abdul-Mahdi"),
    ]
    let register = settled(names)
    #expect(register.persons.count == 2)
    for (_, name) in names.dropLast() { #expect(persons(register, name) == ["Mustafa al-Kadhimi"]) }
    // The order of articles decides nothing.
    #expect(settled(names.reversed()).persons.map(\.canonical).count == 2)
  }

  @Test func aFamilyNameIsWhomeverItFits() {
    let register = settled([
      ("en", "Fidel Castro"), ("en", "Raúl Castro"), ("es", "Castro"), ("en", "Joe Biden"), ("ru", "Байден"),
      ("en", "Smith"),
    ])
    #expect(persons(register, "Castro") == ["Fidel Castro", "Raúl Castro"])
    #expect(persons(register, "Байден") == ["Joe Biden"])
    #expect(persons(register, "Smith") == ["Smith"])
  }

  @Test func aNameInSignsConflictsWithNoneUnlessItIsTied() throws {
    let register = settled([("en", "Yoon Ji-ho"), ("zh", "岸田文雄"), ("zh", "李强"), ("en", "Li Qiang")])
    let loose = try #require(register.number(of: "岸田文雄"))
    let yoon = try #require(register.number(of: "Yoon Ji-ho"))
    let li = try #require(register.number(of: "李强"))
    func meet(_ a: Int, _ b: Int) -> Bool {
      register.possibilities(of: a).contains { x in register.possibilities(of: b).contains { $0.meets(x) } }
    }
    #expect(meet(loose, yoon))
    #expect(meet(li, try #require(register.number(of: "Li Qiang"))))
    #expect(!meet(li, yoon))
    let two = settled([("zh", "李强"), ("zh", "李克强")])
    #expect(Set([0, 1].map { two.possibilities(of: $0) }).count == 2)
  }

  @Test func rulesSayWhatNoTransliterationCan() {
    let names = [("en", "Fumio Kishida"), ("zh", "岸田文雄"), ("fr", "Fumio Kishida")]
    #expect(settled(names).persons.count == 2)
    let register = settled(names, listed: ["Fumio Kishida": ["岸田文雄"]])
    #expect(register.persons.count == 1)
    #expect(persons(register, "岸田文雄") == ["Fumio Kishida"])
    let steps = register.persons[0].steps.values.joined().joined(separator: " ")
    #expect(steps.contains("listed under `names`"))
  }

  @Test func itSaysWhy() throws {
    let register = settled([("en", "Mustafa al-Kadhimi"), ("ar", "مصطفى الكاظمي"), ("fr", "Kazimi")])
    let person = try #require(register.persons.first)
    let arabic = try #require(register.number(of: "مصطفى الكاظمي"))
    let family = try #require(register.number(of: "Kazimi"))
    #expect(person.steps[arabic]?.first == "transliterated")
    #expect(person.steps[arabic]?.contains { $0.hasPrefix("same sounds: m-s-t-f") } ?? false)
    #expect(person.steps[family]?.last == "one word of the name")
  }

  @Test func itStaysFastWithManyNames() {
    var register = NameRegister(names: [:])
    let given = ["Adam", "Boris", "Carla", "Dina", "Emil", "Farid", "Greta", "Hugo", "Irma", "Jonas"]
    for i in 0..<1500 {
      let syllables = ["ba", "de", "fi", "go", "ku", "la", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu"]
      let family = [i % 14, i / 14 % 14, i / 196 % 14].map { syllables[$0] }.joined().capitalized
      register.add("\(given[i % 10]) \(family)", language: "en")
    }
    let start = ContinuousClock.now
    register.settle()
    #expect(ContinuousClock.now - start < .seconds(60))
  }
}
