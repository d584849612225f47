import Articles
import ICU
import Mentions
import Testing

@testable import Claims

/// An article in shorthand: `⟦plus de 5 200|>5200⟧` is a mention with its value, `‖` parts sentences, `¶` blocks, `# `
/// opens a title.
///
/// Values: `5200`, `>5000`, `<40`, `~2500`, `/2500` (nearly), `\61` (just over), `40-50`, `*2.5e6` (scaled), each with a
/// unit behind a colon (`61:percent`); `@2021-12-31`, `@..2021-12-31`, `@2021-01-01..2021-01-31`; `h3:day` a duration.
/// Without a value, the digits in the marks are one.
struct Marked {
  var article: Article
  var mentions: [[Mention]] = []

  init(_ marked: String, language: String, day: String? = nil, title: String? = nil) {
    var source = ""
    var blocks: [Block] = []
    for (number, part) in marked.split(separator: "¶").enumerated() {
      if number > 0 { source += "\n\n" }
      let start = source.utf8.count
      var text = ""
      var found: [Mention] = []
      var sentences: [Range<Int>] = []
      var sentenceStart = 0
      var open: (at: Int, text: String)?
      var rest = part
      let isTitle = rest.hasPrefix("# ")
      if isTitle { rest = rest.dropFirst(2) }
      var spec: String?
      for character in rest {
        switch character {
        case "‖":
          sentences.append(sentenceStart..<text.utf8.count)
          sentenceStart = text.utf8.count
        case "⟦":
          open = (text.utf8.count, "")
          spec = nil
        case "⟧":
          let said = open?.text ?? ""
          text += said
          let range = (open?.at ?? 0)..<text.utf8.count
          found.append(Mention(range: range, value: Marked.value(spec ?? said)))
          open = nil
        case "|" where open != nil: spec = ""
        default:
          if spec != nil, open != nil {
            spec?.append(character)
          } else if open != nil {
            open?.text.append(character)
          } else {
            text.append(character)
          }
        }
      }
      sentences.append(sentenceStart..<text.utf8.count)
      source += text
      blocks.append(
        Block(kind: isTitle ? .title : .paragraph, text: text, map: SourceMap(source: start), sentences: sentences))
      mentions.append(found)
    }
    article = Article(
      id: "test", title: title, day: day.flatMap { Day($0) }, language: language,
      text: SourceText(name: "test", text: source), blocks: blocks)
  }

  func claims(_ extractor: ClaimExtractor) -> [Claim] {
    extractor.claims(in: article) { _, number in mentions[number] }
  }

  static func value(_ spec: String) -> Mention.Value {
    if spec.hasPrefix("@") {
      let ends = spec.dropFirst().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      return .date(DateSpan(from: Day(ends.first ?? ""), to: Day(ends.last ?? "")))
    }
    let parts = spec.split(separator: ":").map(String.init)
    let unit = parts.count > 1 ? parts[1] : nil
    let first = spec.first
    let digits = (parts.first ?? "").filter { $0.isNumber || $0 == "." || $0 == "e" || $0 == "-" }
    if first == "h" {
      let number = Double(digits.filter { $0 != "e" }) ?? 0
      return .duration(Span(value: number, low: number, high: number, unit: unit ?? "day", seconds: number * 86_400))
    }
    let bounds = digits.split(separator: "-").compactMap { Double($0) }
    if bounds.count == 2 { return .quantity(Quantity(value: nil, low: bounds[0], high: bounds[1], unit: unit)) }
    let number = bounds.first ?? 0
    var quantity = Quantity(exactly: number, unit: unit)
    switch first {
    case ">": (quantity.high, quantity.lowIsOpen) = (nil, true)
    case "<": (quantity.low, quantity.highIsOpen) = (nil, true)
    case "~": quantity.approximation = .about
    case "/": quantity.approximation = .under
    case "\\": quantity.approximation = .over
    case "*": (quantity.isScaled, quantity.step) = (true, 100_000)
    default: break
    }
    return .quantity(quantity)
  }
}

/// Concepts and rules that the tests share.
enum Desk {
  static let concepts: [String: Concept] = [
    concept(
      "troops", en: ["troop", "soldier", "service member", "military personnel"],
      fr: ["soldat", "militaire", "troupe"],
      es: ["soldado", "militar", "tropa"], de: ["Soldat", "Truppe"], ar: ["جندي", "جنود", "عسكري", "عسكريين", "قوات"],
      zh: ["士兵", "军人"]),
    concept(
      "killed", en: ["kill", "dead", "die", "death", "loss"], fr: ["tué", "mort", "mourir", "perte", "coûter la vie"],
      es: ["matar", "muerto", "murió", "murieron", "muerte"], de: ["getötet", "Tote", "ums Leben", "starb", "starben"],
      ar: ["قتل", "قتلى", "مقتل"], zh: ["死亡", "炸死", "遇难", "丧生"]),
    concept(
      "injured", en: ["wounded", "hurt", "injured"], fr: ["blessé"], es: ["herido"], de: ["verletzt", "Verletzte"],
      ar: ["جريح", "أصيب"], zh: ["受伤"]),
    concept(
      "mission", en: ["combat mission"], fr: ["mission de combat"], es: ["misión de combate"], de: ["Kampfeinsatz"],
      ar: ["المهمة القتالية"], zh: ["战斗任务"]),
    concept(
      "end", en: ["end", "finish", "over"], fr: ["fin", "terminer", "achever", "cesser"],
      es: ["fin", "terminar", "concluir"], de: ["enden", "endet", "endete", "beenden", "Ende"],
      ar: ["انتهت", "تنتهي", "نهاية"], zh: ["结束"]),
    concept("visas", en: ["visa"], fr: ["visa"], es: ["visado"], de: ["Visum", "Visa"], ar: ["تأشيرة"], zh: ["签证"]),
    concept(
      "foreign", en: ["foreign"], fr: ["étranger"], es: ["extranjero"], de: ["ausländisch"], ar: ["أجنبي"], zh: ["外国"]),
    concept(
      "allied", en: ["allied"], fr: ["allié"], es: ["aliado"], de: ["verbündet"], ar: ["حليف", "حليفة"], zh: ["盟国"]),
    concept("reinforcements", en: ["additional"], fr: ["supplémentaire"]),
    concept(
      "strike", en: ["drone strike", "airstrike"], fr: ["frappe", "frappe de drone"], es: ["ataque con dron"],
      de: ["Drohnenangriff"], zh: ["空袭"]),
    concept("vote", en: ["vote"], fr: ["vote"]),
    concept("coalition", en: ["coalition"], fr: ["coalition"]),
    concept("formed", en: ["form"], fr: ["former"]),
    concept("training", en: ["training"], fr: ["formation"]),
    concept("victory", en: ["victory"], fr: ["victoire"]),
    concept("seats", en: ["seat"], fr: ["siège"]),
    concept("turnout", en: ["turnout"], fr: ["participation"], de: ["Wahlbeteiligung"]),
    concept("agency", en: ["=WHO", "health agency"]),
    concept("surrender", en: ["lay … down"], de: ["räumt … ein"]),
    concept("soldiery", en: ["troop*"], de: ["Soldat*"], ru: ["солдат*"], pl: ["żołnierz"], th: ["ทหาร"]),
    concept("doctors", he: ["רופאים"], ko: ["의사"]),
  ].reduce(into: [:]) { $0[$1.name] = $1 }

  private static func concept(
    _ name: String, en: [String] = [], fr: [String] = [], es: [String] = [], de: [String] = [], ar: [String] = [],
    zh: [String] = [], ru: [String] = [], pl: [String] = [], th: [String] = [], he: [String] = [], ko: [String] = []
  ) -> Concept {
    Concept(
      name: name,
      terms: [
        "en": en, "fr": fr, "es": es, "de": de, "ar": ar, "zh": zh, "ru": ru, "pl": pl, "th": th, "he": he, "ko": ko,
      ]
      .filter { !$0.value.isEmpty })
  }

  static func extractor(_ rules: Rule...) -> ClaimExtractor { ClaimExtractor(rules: rules, concepts: concepts) }

  static let troops = Rule(id: "troops", kind: .quantity, about: ["troops"], unless: ["visas", "foreign", "allied"])
  static let killed = Rule(id: "killed", kind: .quantity, about: ["killed"])
  static let injured = Rule(id: "injured", kind: .quantity, about: ["injured"])
  static let missionEnd = Rule(id: "end", kind: .date, about: ["mission"], with: ["end"])

  /// The normal forms of what a rule finds, in order.
  static func found(
    _ rule: Rule, _ language: String, _ marked: String, day: String? = "2021-12-10", title: String? = nil
  ) -> [String] {
    Marked(marked, language: language, day: day, title: title).claims(extractor(rule)).map { claim in
      switch claim.value {
      case .quantity(let quantity):
        let low = quantity.low.map { "\(Int($0))" } ?? ""
        let high = quantity.high.map { "\(Int($0))" } ?? ""
        return low == high ? low : "\(low)-\(high)"
      case .date(let span):
        let from = span.from?.description ?? ""
        let to = span.to?.description ?? ""
        return from == to ? from : "\(from)..\(to)"
      default: return "?"
      }
    }
  }
}

struct Example: Sendable, CustomTestStringConvertible {
  var language: String
  var text: String
  var expected: [String]

  init(_ language: String, _ text: String, _ expected: String...) {
    self.language = language
    self.text = text
    self.expected = expected
  }

  var testDescription: String { "\(language): \(text)" }
}
