import Claims
import ICU
import Languages
import Mentions
import Reports

/// Changes one thing in a text that a reader would notice: a figure, a day, or whether it is so.
struct Mutator {
  struct Change {
    var kind: MutationOutcome.Kind
    /// What stood there; empty where something was put in.
    var before: String
    var after: String
    var text: String
  }

  let language: String
  private let base: String
  private let speller: NumberSpeller
  private let symbols: DateSymbols
  /// The plain word for "not".
  private let negator: String?

  init(language: String) {
    self.language = language
    let base = String(language.prefix { $0 != "-" })
    self.base = base
    speller = NumberSpeller(locale: language)
    symbols = DateSymbols(locale: language)
    // Only where it stands by itself and before what it negates.
    let isSeparate = [
      "en", "fr", "es", "de", "pt", "ru", "zh", "it", "nl", "sv", "pl", "uk", "he", "hi", "id",
    ].contains(base)
    negator = isSeparate ? LanguageFile.theme("modality")?.section(base)["negators"].first : nil
  }

  /// - Parameter claim: what the text claims, by its code points in `text`.
  func changes(of claim: Claim, in text: String) -> [Change] {
    switch claim.value {
    case .quantity(let quantity): numbers(claim, quantity, text)
    case .date: [date(claim, text)].compactMap(\.self)
    case .state: [negation(claim.figure, claim, text)].compactMap(\.self)
    case .name: []
    }
  }

  // MARK: - Numbers

  /// Up and down: "fell from 6.8 to 7.2" is no language.
  private func numbers(_ claim: Claim, _ quantity: Quantity, _ text: String) -> [Change] {
    guard let place = place(of: claim.figure, claim, text) else { return [] }
    let digits = withAnotherDigit(claim.figure, quantity.value)
    if !digits.isEmpty { return digits.map { replaced(.number, place, $0, text) } }
    guard let value = quantity.value, let whole = Int(exactly: value), whole > 0,
      let after = spelledOtherwise(claim.figure, whole)
    else { return [] }
    return [replaced(.number, place, after, text)]
  }

  /// The first digit that is not nought, one higher and one lower, in any script. Of "38 to 42" that of the value.
  private func withAnotherDigit(_ figure: String, _ value: Double?) -> [String] {
    let scalars = Array(figure.unicodeScalars)
    func isDigit(_ i: Int) -> Bool { Digits.value(of: scalars[i].value) != nil }
    var start = 0
    if let whole = value.flatMap({ Int(exactly: $0) }) {
      let wanted = String(whole).utf8.map { Int($0) - 0x30 }
      start =
        scalars.indices.last { i in
          isDigit(i) && (i == 0 || !isDigit(i - 1)) && i + wanted.count <= scalars.count
            && zip(wanted, scalars[i...]).allSatisfy { Digits.value(of: $1.value).map { Int($0) } == $0 }
            && (i + wanted.count == scalars.count || !isDigit(i + wanted.count))
        } ?? 0
    }
    guard
      let index = scalars[start...].firstIndex(where: { scalar in
        Digits.value(of: scalar.value).map { $0 > 0 } ?? false
      }), let digit = Digits.value(of: scalars[index].value)
    else { return [] }
    let code = scalars[index].value
    // To lose the first of several digits would change what kind of number it is.
    let others = [digit < 9 ? code + 1 : nil, digit > 1 ? code - 1 : nil].compactMap(\.self)
    return others.compactMap(Unicode.Scalar.init).map { scalar in
      var changed = scalars
      changed[index] = scalar
      return string(changed)
    }
  }

  /// A number two higher, in the same kind of words: "seven" and "nine".
  private func spelledOtherwise(_ figure: String, _ value: Int) -> String? {
    let said = Self.plain(figure)
    for ruleSet in speller.ruleSets where ruleSet.contains("cardinal") || ruleSet.contains("numbering") {
      guard let word = speller.spell(value, ruleSet: ruleSet), Self.plain(word) == said,
        let other = speller.spell(value + 2, ruleSet: ruleSet), !isOrdinal(other, value + 2)
      else { continue }
      let plain = string(Array(other.unicodeScalars.filter { $0 != "\u{AD}" }))
      let isCapital = figure.first?.isUppercase ?? false
      return isCapital ? plain.prefix(1).uppercased() + plain.dropFirst() : plain
    }
    return nil
  }

  /// CLDR's cases of Russian hundreds lead into ordinals: "триста второго".
  private func isOrdinal(_ word: String, _ value: Int) -> Bool {
    speller.ruleSets.contains { $0.contains("ordinal") && speller.spell(value, ruleSet: $0) == word }
  }

  private static func plain(_ word: String) -> String {
    String(String.UnicodeScalarView(word.lowercased().unicodeScalars.filter { $0 != "\u{AD}" && $0 != "-" }))
  }

  // MARK: - Dates

  private func date(_ claim: Claim, _ text: String) -> Change? {
    guard let place = place(of: claim.figure, claim, text) else { return nil }
    if let after = withAnotherDay(claim.figure) { return replaced(.date, place, after, text) }
    let words = claim.figure.lowercased()
    for names in [symbols.weekdays, symbols.months] {
      for (number, name) in names.all where words.contains(name.lowercased()) && name.unicodeScalars.count > 2 {
        let list = names.wide.contains(name) ? names.wide : names.abbreviated
        guard list.count > 2, let range = words.firstRange(of: name.lowercased()), isWord(range, in: words) else {
          continue
        }
        // Slavic feminines end in another way behind the preposition.
        let others = (1..<list.count).map { list[(number + $0) % list.count] }
        guard let other = others.first(where: { !isSlavic || !$0.hasSuffix("а") && !$0.hasSuffix("a") }) else {
          continue
        }
        return replaced(
          .date, place, String(words[..<range.lowerBound]) + other + words[range.upperBound...], text)
      }
    }
    return nil
  }

  private var isSlavic: Bool { ["ru", "uk", "pl", "cs"].contains(base) }

  /// Turkish Pazar stands in Pazartesi, too.
  private func isWord(_ range: Range<String.Index>, in words: String) -> Bool {
    let before = range.lowerBound > words.startIndex ? words[words.index(before: range.lowerBound)] : " "
    let after = range.upperBound < words.endIndex ? words[range.upperBound] : " "
    return !before.isLetter && !after.isLetter || ["zh", "ja", "ko"].contains(base)
  }

  /// Another day of the month, or another year where no day is named.
  private func withAnotherDay(_ figure: String) -> String? {
    let scalars = Array(figure.unicodeScalars)
    var runs: [Range<Int>] = []
    var i = 0
    while i < scalars.count {
      guard Digits.value(of: scalars[i].value) != nil else {
        i += 1
        continue
      }
      let start = i
      while i < scalars.count, Digits.value(of: scalars[i].value) != nil { i += 1 }
      runs.append(start..<i)
    }
    func value(_ run: Range<Int>) -> Int {
      run.reduce(0) { $0 * 10 + (Digits.value(of: scalars[$1].value).map { Int($0) } ?? 0) }
    }
    // In "2021-12-31" and "3/4/2021" the day is last or first; what is above twelve can be nothing else.
    let days = runs.filter { $0.count <= 2 && (1...31).contains(value($0)) }
    let isYearFirst = runs.first.map { $0.count == 4 } ?? false
    let day = days.first { value($0) > 12 } ?? (isYearFirst ? days.last : days.first)
    guard let run = day ?? runs.first(where: { $0.count == 4 }) else { return nil }
    let old = value(run)
    let new = run.count == 4 ? old + 1 : old > 15 ? old - 7 : old + 7
    guard let first = scalars[run.lowerBound...].first, let digit = Digits.value(of: first.value) else { return nil }
    let zero = first.value - UInt32(digit)
    var digits = String(new).unicodeScalars.compactMap { Unicode.Scalar(zero + $0.value - 0x30) }
    // "07" stays of two digits.
    while digits.count < run.count, let none = Unicode.Scalar(zero) { digits.insert(none, at: 0) }
    return string(Array(scalars[..<run.lowerBound]) + digits + Array(scalars[run.upperBound...]))
  }

  // MARK: - Whether it is so

  /// The word for "not" before what is said to be so, or taken away where it stands there.
  private func negation(_ words: String, _ claim: Claim, _ text: String) -> Change? {
    guard let negator, let place = place(of: words, claim, text) else { return nil }
    let gap = base == "zh" ? "" : " "
    let separate = words.split(separator: " ")
    if separate.count > 1, let index = separate.firstIndex(where: { $0.lowercased() == negator }) {
      // "n'est pas" has two halves.
      if base == "fr" { return nil }
      let rest = separate.enumerated().filter { $0.offset != index }.map(\.element).joined(separator: " ")
      return replaced(.negation, place, rest, text)
    }
    if base == "zh", words.hasPrefix(negator), words != negator {
      return replaced(.negation, place, String(words.dropFirst(negator.count)), text)
    }
    var change = replaced(.negation, place, negator + gap + words, text)
    change.before = ""
    change.after = negator
    return change
  }

  // MARK: - Places

  /// Where some words of a claim stand in the text, in code points.
  private func place(of words: String, _ claim: Claim, _ text: String) -> Range<Int>? {
    let all = Array(text.unicodeScalars)
    let wanted = Array(words.unicodeScalars)
    let low = min(max(0, claim.start), all.count)
    guard !wanted.isEmpty, wanted.count <= all.count else { return nil }
    let starts = Array(low..<all.count) + Array(0..<low)
    return starts.first { $0 + wanted.count <= all.count && all[$0..<$0 + wanted.count].elementsEqual(wanted) }
      .map { $0..<$0 + wanted.count }
  }

  private func replaced(
    _ kind: MutationOutcome.Kind, _ place: Range<Int>, _ after: String, _ text: String
  ) -> Change {
    let all = Array(text.unicodeScalars)
    let before = string(Array(all[place]))
    let changed =
      Array(all[..<place.lowerBound]) + Array(after.unicodeScalars) + Array(all[place.upperBound...])
    return Change(kind: kind, before: before, after: after, text: string(changed))
  }

  private func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
