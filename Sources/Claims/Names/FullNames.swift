import Articles
import ICU

/// "Kadhimi said": who is called by the family name alone is the person whose whole name the article gives.
struct FullNames {
  let article: Article

  func completing(_ claims: [Claim]) -> [Claim] {
    guard claims.contains(where: { if case .name = $0.value { true } else { false } }) else { return claims }
    var claims = claims
    var known: [String: String?] = [:]
    let titles = Self.titles(claims)
    for i in claims.indices {
      guard case .name(let said, _) = claims[i].value, !said.contains(" "), !said.contains("·"), !said.contains("・")
      else { continue }
      let full = known[said] ?? whole(of: said, claims, titles)
      known[said] = full
      guard let full, full != said else { continue }
      claims[i].value = .name(canonical: full, forms: [full, said])
      claims[i].why.append("\(said) is \(full), whose whole name the same article gives")
    }
    return claims
  }

  /// The words that stand beside the names: "Oberbürgermeisterin Schuster".
  private static func titles(_ claims: [Claim]) -> Set<String> {
    var titles: Set<String> = []
    for claim in claims {
      guard case .name(let name, _) = claim.value else { continue }
      let own = Set(name.split(separator: " "))
      for word in claim.text.split(separator: " ") where !own.contains(word) {
        titles.insert(Folding.fold(bare(String(word))))
      }
    }
    return titles
  }

  /// A name of several words that ends (or begins) with the one given.
  private func whole(of said: String, _ claims: [Claim], _ titles: Set<String>) -> String? {
    let wanted = Folding.fold(said)
    for claim in claims {
      guard case .name(let name, _) = claim.value else { continue }
      let words = name.split { " ·・-".contains($0) }.map { Folding.fold(String($0)) }
      let mine = wanted.split { "-".contains($0) }.last.map(String.init) ?? wanted
      if words.count > 1, words.last == mine || words.first == mine { return name }
    }
    guard let first = said.unicodeScalars.first, first.properties.isUppercase || first.properties.isLowercase else {
      return nil
    }
    return inText(said, titles)
  }

  /// Names in the text that no title goes with: "Mustafa al-Kadhimi took office in May."
  private func inText(_ said: String, _ titles: Set<String>) -> String? {
    let stops = NameWords.all[article.language.split(separator: "-").first.map(String.init) ?? ""] ?? .unknown
    var best: [String: Int] = [:]
    for block in article.blocks {
      let words = block.text.split(whereSeparator: \.isWhitespace).map(String.init)
      for (i, word) in words.enumerated() where Self.bare(word) == said || word.hasSuffix("-" + said) {
        var start = i
        while start > 0, i - start < 3 {
          let before = words[start - 1]
          guard let last = before.unicodeScalars.last, let first = before.unicodeScalars.first,
            last.properties.isAlphabetic || before.unicodeScalars.count == 2 && last == ".",
            first.properties.isUppercase || ["al", "el", "bin", "von", "van", "de", "da", "der"].contains(before)
          else { break }
          let folded = Folding.fold(before)
          if titles.contains(folded) { break }
          if stops.stops.length(at: 0, in: [folded]) != nil || stops.honorifics.length(at: 0, in: [folded]) != nil {
            break
          }
          start -= 1
        }
        // One given name is enough, and more may be a title.
        start = max(start, i - 2)
        guard start < i, words[start].unicodeScalars.first?.properties.isUppercase ?? false else { continue }
        best[(words[start..<i] + [Self.bare(word)]).joined(separator: " "), default: 0] += 1
      }
    }
    return best.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.first?.key
  }

  private static func bare(_ word: String) -> String {
    var word = word
    for mark in ["'s", "’s"] where word.hasSuffix(mark) { word = String(word.dropLast(2)) }
    return String(word.filter { $0.isLetter || $0 == "-" || $0 == "'" })
  }
}
