import Languages

extension Reading {
  /// A sense that case tells from others: kept where the text is written so, and for units where no other fits better.
  private func mayBe(_ sense: Sense, _ all: ArraySlice<Sense>, _ start: Int, _ end: Int) -> Bool {
    let written = ExactHash.of(bytes, Int(tokens[start].start)..<Int(tokens[end - 1].end))
    if written == sense.exact { return true }
    // An ISO code is written in capitals, or it is a word.
    if sense.category == .currency { return false }
    return !all.contains { $0.exact == written && $0.category == sense.category }
  }

  /// Enters the meaning of every word and phrase that the language knows.
  mutating func readWords() {
    let words = language.words
    for i in 0..<count where tokens[i].word != 0 {
      var node = PhraseTrie<Sense>.root
      var at = i
      while at < count {
        if at > i, tokens[at].kind == .sign, sign(at) == UInt8(ascii: "-"),
          words.step(node, .word(tokens[at].word)) == nil
        {
          // A spelled-out number is written with hyphens or without.
          at += 1
          continue
        }
        guard at == i || !tokens[at].lineBefore || tokens[at].spaceBefore,
          let next = words.step(node, .word(tokens[at].word))
        else { break }
        node = next
        at += 1
        if words.hasPayloads(at: node) {
          for sense in words.payloads(at: node) {
            if sense.exact != 0, !mayBe(sense, words.payloads(at: node), i, at) { continue }
            if sense.category == .month || sense.category == .weekday, isLowerCaseWord(i, words.payloads(at: node)) {
              continue
            }
            var found = Node(sense.category, i, at, value: sense.value, name: sense.name)
            if let high = sense.high {
              found.high = high
              found.flags.insert(.range)
            }
            chart.add(found)
          }
        }
      }
    }
  }

  /// "may" and "sun" where the language writes months and weekdays with a capital.
  private func isLowerCaseWord(_ i: Int, _ senses: ArraySlice<Sense>) -> Bool {
    language.habits.capitalisesMonths && !tokens[i].isCapitalised && senses.contains { $0.category == .plain }
  }
}
