import ICU
import Languages
import Mentions

extension CheckedBlock {
  /// So many words may stand between an age and a birth.
  private static let longestWay = 10
  /// Further apart than that they are of two people: a mother and her son.
  private static let mostYears = 20

  /// Ages that do not fit a birth, by more than a year.
  func ages() -> [SelfDenial] {
    guard let today = article.day,
      let words = AgeWords.all[Stemmer.base(of: block.language ?? article.language)]
    else { return [] }
    let sentences = block.sentences.isEmpty ? [0..<block.text.utf8.count] : block.sentences
    return sentences.compactMap { sentence in
      let inside = mentions.filter { sentence.contains($0.range.lowerBound) }
      guard inside.count > 1, inside.contains(where: { if case .date = $0.value { true } else { false } }),
        inside.contains(where: { Self.years($0) != nil })
      else { return nil }
      return denial(sentence, inside, words, today)
    }
  }

  /// A figure that may be an age.
  private static func years(_ mention: Mention) -> Double? {
    switch mention.value {
    case .quantity(let quantity) where quantity.unit == nil || quantity.unit == "year-person":
      guard let value = quantity.value, quantity.low == value, quantity.high == value else { return nil }
      return (1...120).contains(value) && value == value.rounded() ? value : nil
    case .duration(let span) where span.unit == "year": return span.value.flatMap { (1...120).contains($0) ? $0 : nil }
    default: return nil
    }
  }

  private func denial(_ sentence: Range<Int>, _ inside: [Mention], _ words: AgeWords, _ today: Day) -> SelfDenial? {
    let all = CheckedWords(text(sentence), from: sentence.lowerBound)
    let births = all.places(words.born)
    guard births.count == 1, let born = births.first, all.places(words.then).isEmpty else { return nil }
    let dates = inside.filter { if case .date = $0.value { true } else { false } }
    // Another date may be that of the age.
    guard dates.count == 1, let birth = dates.first, case .date(let span) = birth.value, let from = span.from,
      let to = span.to, to - from <= 366, from.year >= 1880, to < today,
      gap(all.tokens(in: birth.range), born) <= 4
    else { return nil }
    let ages = inside.filter { isAge($0, all, words) }
    guard ages.count == 1, let age = ages.first, let said = Self.years(age),
      gap(all.tokens(in: age.range), all.tokens(in: birth.range)) <= Self.longestWay
    else { return nil }
    let least = Self.age(of: to, on: today)
    let most = Self.age(of: from, on: today)
    let distance = said < Double(least) ? Double(least) - said : said - Double(most)
    guard distance > 1, distance <= Double(Self.mostYears) else { return nil }
    let range = min(age.range.lowerBound, birth.range.lowerBound)..<max(age.range.upperBound, birth.range.upperBound)
    var follows = Quantity(exactly: Double(most), unit: "year-person")
    follows.low = Double(least)
    if least != most { follows.value = nil }
    let right = least == most ? "\(most)" : "\(least) or \(most)"
    let day = from == to ? "on \(ValueFormat.day(from))" : "in \(from.year)"
    return SelfDenial(
      check: .ages,
      claims: [
        claim(.ages, .quantity(Quantity(exactly: said, unit: "year-person")), at: range, figure: age.figure),
        claim(.ages, .quantity(follows), at: range, figure: birth.figure),
      ],
      labels: ["aged \(Int(said))", "born \(day), so \(right)"],
      message: "Somebody born \(day) was \(right) on \(ValueFormat.day(today)), not \(Int(said))")
  }

  private static func age(of birth: Day, on today: Day) -> Int {
    let (a, b) = (birth.components, today.components)
    return b.year - a.year - ((b.month, b.day) < (a.month, a.day) ? 1 : 0)
  }

  private func gap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    max(0, max(a.lowerBound, b.lowerBound) - min(a.upperBound, b.upperBound))
  }

  /// An age as such, or a bare number set off as one: "Smith, 45," and "Anna (45)".
  private func isAge(_ mention: Mention, _ all: CheckedWords, _ words: AgeWords) -> Bool {
    guard Self.years(mention) != nil else { return false }
    let tokens = all.tokens(in: mention.range)
    guard !tokens.isEmpty else { return false }
    // "at 45"
    let low = max(0, tokens.lowerBound - 3)
    let isThen = (low..<tokens.upperBound).contains { i in
      guard let length = words.at.length(at: i, in: all.folded) else { return false }
      return i < tokens.lowerBound ? i + length == tokens.lowerBound : i + length <= tokens.upperBound
    }
    if isThen { return false }
    if (tokens.lowerBound...min(tokens.upperBound, all.folded.count)).contains(where: {
      words.atBehind.length(at: $0, in: all.folded) != nil
    }) {
      return false
    }
    if case .quantity(let quantity) = mention.value, quantity.unit == "year-person" { return true }
    if all.folded.indices.contains(tokens.lowerBound - 1), all.folded[tokens.lowerBound - 1] == "aged" { return true }
    func sign(_ i: Int) -> String { all.tokens.indices.contains(i) ? text(all.tokens[i].range) : "" }
    let before = sign(tokens.lowerBound - 1)
    let behind = sign(tokens.upperBound)
    guard all.tokens.indices.contains(tokens.lowerBound - 2), all.tokens[tokens.lowerBound - 2].isCapitalised else {
      return false
    }
    return before == "," && (behind == "," || behind == ".") || before == "(" && behind == ")"
  }
}
