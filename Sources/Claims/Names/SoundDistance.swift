/// How far apart two words sound: 0 where one may be a spelling of the other, about 1 for each sound that tells them
/// apart.
struct SoundDistance {
  /// Spellings of different languages differ more for one name than those of one language do.
  let isForeign: Bool

  /// What is taken for the same word, by how many consonants it has.
  static func tolerance(_ weight: Int) -> Double {
    switch weight {
    case ...1: 0.16
    case 2: 0.2
    case 3: 0.4
    case 4: 0.5
    case 5: 0.7
    default: 0.9
    }
  }

  /// What is, where another word of the name fits well.
  static func looseTolerance(_ weight: Int) -> Double {
    switch weight {
    case ...1: 0.16
    case 2: 0.4
    case 3: 0.65
    case 4: 0.8
    case 5: 1.05
    default: 1.3
    }
  }

  func between(_ a: Sounds, _ b: Sounds) -> Double {
    let (n, m) = (a.consonants.count, b.consonants.count)
    if n == 0 || m == 0 {
      guard n == m else { return Double(max(a.weight, b.weight)) }
      return a.vowels[0].isDisjoint(with: b.vowels[0]) ? 1 : 0
    }
    var above = [Double](repeating: 0, count: m + 1)
    var row = above
    above[0] = opening(a.vowels[0], b.vowels[0])
    for j in 1...m { above[j] = above[j - 1] + silent(b, j - 1, against: a.vowels[0]) }
    for i in 1...n {
      row[0] = above[0] + silent(a, i - 1, against: b.vowels[0])
      for j in 1...m {
        let isLast = i == n && j == m
        var best = above[j - 1] + substitution(a.consonants[i - 1], b.consonants[j - 1])
        // Slips seldom fall on the first letter.
        if i == 1, j == 1, best > above[0], !isForeign { best += 0.3 }
        best += isLast ? ending(a.vowels[i], b.vowels[j]) : inner(a.vowels[i], b.vowels[j])
        best = min(best, above[j] + silent(a, i - 1, against: b.vowels[j]))
        best = min(best, row[j - 1] + silent(b, j - 1, against: a.vowels[i]))
        row[j] = best
      }
      swap(&row, &above)
    }
    return above[m]
  }

  private func substitution(_ a: Consonant, _ b: Consonant) -> Double {
    if !a.isDisjoint(with: b) { return 0 }
    if !a.near.isDisjoint(with: b) || !b.near.isDisjoint(with: a) { return isForeign ? 0.35 : 0.6 }
    return 1.3
  }

  /// A sound that only one of them has.
  private func silent(_ word: Sounds, _ i: Int, against vowel: Vowel) -> Double {
    if word.isOptional[i] { return 0 }
    let sound = word.consonants[i]
    let more = isForeign ? 0 : 0.15
    if sound.contains(.w) { return 0.25 + more }
    if sound.contains(.h), !sound.contains(.k) { return 0.3 + more }
    let isBetweenVowels = !word.vowels[i].isEmpty && !word.vowels[i + 1].isEmpty
    if sound.isSubset(of: .soft), isBetweenVowels { return 0.35 + more }
    if sound == .r { return isBetweenVowels ? 1 : 0.45 + more }
    if sound == .l, word.vowels[i + 1].isEmpty { return 0.5 + more }
    // Benjamin, Binyamin.
    if sound.contains(.j), isForeign { return 0.45 }
    return 1
  }

  private func inner(_ a: Vowel, _ b: Vowel) -> Double {
    if a.isEmpty || b.isEmpty { return a == .diphthong || b == .diphthong ? 0.3 : 0 }
    if !a.isDisjoint(with: b) { return 0 }
    let isStrong = a.contains(.diphthong) != b.contains(.diphthong)
    return (isForeign ? 0.35 : 0.7) + (isStrong ? 0.15 : 0)
  }

  private func opening(_ a: Vowel, _ b: Vowel) -> Double {
    if a.isEmpty && b.isEmpty { return 0 }
    if a.isEmpty || b.isEmpty { return isForeign ? 0.3 : 0.5 }
    return a.isDisjoint(with: b) ? (isForeign ? 0.3 : 0.6) : 0
  }

  private func ending(_ a: Vowel, _ b: Vowel) -> Double {
    if a.isEmpty && b.isEmpty { return 0 }
    if a.isEmpty || b.isEmpty { return isForeign ? 0.15 : 0.25 }
    return a.isDisjoint(with: b) ? (isForeign ? 0.25 : 0.6) : 0
  }
}

extension Sounds {
  /// Under which the word is filed: words that sound alike share one of them. Only what spellings seldom confuse counts.
  var keys: Set<String> {
    var keys: [String] = [""]
    for (i, sound) in consonants.enumerated() {
      var letters: [String] = []
      if !sound.isDisjoint(with: .dental) { letters.append("T") }
      if sound.contains(.m) { letters.append("M") }
      if sound.contains(.n) { letters.append("N") }
      if !sound.isDisjoint(with: .liquid) { letters.append("L") }
      let other = sound.subtracting(.dental).subtracting(.m).subtracting(.n).subtracting(.liquid)
      // An l or r before a consonant is not heard everywhere.
      let isWeak = isOptional[i] || !sound.isDisjoint(with: .liquid) && vowels[i + 1].isEmpty
      if !other.isEmpty || isWeak || letters.isEmpty { letters.append("") }
      var next: [String] = []
      for key in keys {
        for letter in letters where next.count < 24 {
          next.append(letter.isEmpty || key.hasSuffix(letter) ? key : key + letter)
        }
      }
      keys = next
    }
    return Set(keys)
  }
}
