import Languages

extension Reading {
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
}
