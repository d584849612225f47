import Languages

extension Reading {
  /// A sense that case tells from others: kept where the text is written so, and for units where no other fits better.
  private func mayBe(_ sense: Sense, _ all: UnsafeBufferPointer<Sense>, _ start: Int, _ end: Int) -> Bool {
    let written = ExactHash.of(bytes, Int(tokens[start].start)..<Int(tokens[end - 1].end))
    if written == sense.exact { return true }
    // An ISO code is written in capitals, or it is a word.
    if sense.category == .currency { return false }
    // 10G are no grams; litres are written both ways.
    if end == start + 1, tokens[start].end - tokens[start].start == 1, bytes[Int(tokens[start].start)] | 0x20 != 0x6C {
      return false
    }
    return !all.contains { $0.exact == written && $0.category == sense.category }
  }

  /// Enters the meaning of every word and phrase that the language knows.
  mutating func readWords() {
    let words = language.words
    if language.habits.writesParticles { markRuns() }
    for i in 0..<count where tokens[i].word != 0 {
      if !mayBegin.isEmpty {
        guard mayBegin[i] else { continue }
        markOpenings(at: i)
      }
      guard let begun = words.step(fromRoot: tokens[i].word) else { continue }
      var node = begun
      enter(words, node, i, i + 1)
      guard words.hasWords(after: node) else { continue }
      var at = i + 1
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
        enter(words, node, i, at)
      }
    }
  }

  /// Enters the senses of a phrase that ends at a node of the trie.
  private mutating func enter(_ words: PhraseTrie<Sense>, _ node: Int32, _ start: Int, _ end: Int) {
    guard words.hasPayloads(at: node) else { return }
    if !mayBegin.isEmpty { mayBegin[end] = true }
    let senses = words.payloads(at: node)
    for sense in senses {
      if sense.category == .function || sense.category == .comparison || sense.category == .glue, end == start + 1 {
        chart.mark(sense.category, at: start)
        continue
      }
      if sense.exact != 0, !mayBe(sense, senses, start, end) { continue }
      if sense.category == .month || sense.category == .weekday, isLowerCaseWord(start, senses) { continue }
      // Months of other calendars are names wherever the script has capitals: "av" and "tir" are words.
      if sense.value >= 100, sense.category == .month, !tokens[start].isCapitalised, isCased(start),
        tokens[end - 1].end - tokens[start].start <= 3 || !isBesideFigure(start, end)
      {
        continue
      }
      var found = Node(sense.category, start, end, value: sense.value, name: sense.name)
      if let high = sense.high {
        found.high = high
        found.flags.insert(.range)
      }
      chart.add(found)
    }
  }

  /// A figure stands before a phrase, or behind it, with at most a word or sign between.
  private func isBesideFigure(_ start: Int, _ end: Int) -> Bool {
    isDigits(start - 1) || isDigits(start - 2) || isDigits(end) || isDigits(end + 1)
  }

  /// The script of a word knows capitals: Latin, Greek, Cyrillic.
  private func isCased(_ i: Int) -> Bool { scalar(at: Int(tokens[i].start)) < 0x530 }

  /// "may" and "sun" where the language writes months and weekdays with a capital.
  private func isLowerCaseWord(_ i: Int, _ senses: UnsafeBufferPointer<Sense>) -> Bool {
    language.habits.capitalisesMonths && !tokens[i].isCapitalised && senses.contains { $0.category == .plain }
  }
}
