import ICU
import Languages

/// Where names stand in a sentence, as far as their own words tell.
extension NameSentence {
  private static let lexicon = NameLexicon.shared
  private static let longestName = 7

  func isParticle(_ i: Int) -> Bool { isWord(i) && Self.lexicon.particles.contains(folded[i]) }

  // MARK: - Capitals

  /// A word that may be part of a name.
  func isNamePart(_ i: Int, opens: Bool) -> Bool {
    guard isWord(i), view.tokens[i].isCapitalised, !isTerm[i], regionAt[i] < 0 || !opens else { return false }
    if view.mentionAt[i] >= 0 {
      // Theresa May
      let mention = view.mentions[Int(view.mentionAt[i])]
      let isGiven = starts(words.given, at: i) != nil && (isParticle(i + 1) || isNamePart(i + 1, opens: false))
      guard !opens || isGiven, mention.tokens.count == 1 else { return false }
    }
    if starts(words.honorifics, at: i) != nil, opens { return false }
    if starts(words.stops, at: i) != nil, opens || !isParticle(i) { return false }
    let length = view.tokens[i].end - view.tokens[i].start
    if opens, length > 1, isAllCapitals(i), !isAllCapitals(i + 1) || length <= 4 { return isWholeCapitals }
    return true
  }

  private func isAllCapitals(_ i: Int) -> Bool {
    guard isWord(i) else { return false }
    let scalars = text(i).unicodeScalars
    return scalars.count > 1 && scalars.allSatisfy { $0.properties.isUppercase }
  }

  /// A headline in capitals.
  private var isWholeCapitals: Bool {
    let long = view.tokens.indices.filter { isWord($0) && view.tokens[$0].end - view.tokens[$0].start > 4 }
    return long.count > 2 && long.allSatisfy(isAllCapitals)
  }

  /// The name that begins with a token.
  func run(from start: Int) -> Range<Int>? {
    switch style {
    case .capitals: capitalRun(from: start)
    case .spaces: wordRun(from: start)
    case .hangul, .signs: nil
    }
  }

  private func capitalRun(from start: Int) -> Range<Int>? {
    var i = start
    var end = start
    var parts = 0
    // What follows a name in a headline in capitals is no part of it, but for what the article calls the person.
    let most = isAllCapitals(start) && isWholeCapitals ? 2 : Self.longestName
    while i < count, parts < most {
      if isNamePart(i, opens: parts == 0), !(parts > 0 && leadsRegion(i)), !(parts > 1 && isPlace(i)) {
        parts += 1
        i += 1
        end = i
      } else if isParticle(i), parts > 0 || mayOpen(i), let next = behindParticles(i) {
        i = next
        continue
      } else {
        break
      }
      // J. K. Rowling
      if view.sign(i) == .point,
        folded[i - 1].unicodeScalars.count <= (folded[i - 1] == "jr" || folded[i - 1] == "sr" ? 2 : 1)
      {
        if isNamePart(i + 1, opens: false) || isParticle(i + 1) { i += 1 }
        continue
      }
      while isInner(i, .hyphen) || isInner(i, .apostrophe) && joinsName(i) {
        guard isWord(i + 1), !isTerm[i + 1] else { break }
        // al-Kadhimi, Jong-un, O'Brien
        if view.tokens[i + 1].isCapitalised || view.sign(i) == .hyphen {
          i += 2
          end = i
        } else {
          break
        }
      }
    }
    guard parts > 0 else { return nil }
    // What ends in a particle goes on with something that is no name.
    while end > start + 1, isParticle(end - 1), !view.tokens[end - 1].isCapitalised { end -= 1 }
    return end > start ? start..<end : nil
  }

  /// "O'Brien", "D'Estaing", "Mu'ammar"; a Turkish ending and the English genitive join nothing.
  private func joinsName(_ sign: Int) -> Bool {
    guard isWord(sign + 1), language != "tr" else { return false }
    let next = folded[sign + 1].unicodeScalars.count
    return view.tokens[sign + 1].isCapitalised && (next > 1 || !isAllCapitals(sign - 1))
  }

  /// "Irak" behind a name in "…, Premierminister Kadhimi Irak" is no part of it, but Jordan may be.
  private func leadsRegion(_ i: Int) -> Bool { regionAt[i] >= 0 && (language == "id" || language == "tr") }

  /// "al-Kadhimi", "von der Leyen": but not "den Preis", "della Repubblica".
  private func mayOpen(_ i: Int) -> Bool {
    !view.has(i, .boundary) || isInner(i + 1, .hyphen) || ["von", "van"].contains(folded[i])
      || view.tokens[i].isCapitalised
  }

  /// "… Kazımi Washington'a gitti"
  private func isPlace(_ i: Int) -> Bool {
    guard language == "tr", isInner(i + 1, .apostrophe) else { return false }
    return ["a", "e", "ya", "ye", "da", "de", "ta", "te", "dan", "den", "tan", "ten"].contains(folded[i + 2])
  }

  /// The word of the name behind "al-", "von der", "d'".
  private func behindParticles(_ start: Int) -> Int? {
    var i = start
    var left = 3
    while left > 0, isParticle(i) {
      i += 1
      if isInner(i, .hyphen) || isInner(i, .apostrophe) { i += 1 }
      left -= 1
      if isNamePart(i, opens: false), starts(words.stops, at: i) == nil { return i }
    }
    return nil
  }

  /// All names of a sentence with capitals.
  var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    var i = 0
    while i < count {
      if let run = capitalRun(from: i) {
        runs.append(run)
        i = run.upperBound
      } else {
        i += 1
      }
    }
    return runs
  }

  // MARK: - Without capitals

  /// A word that no name holds: it ends the one before it.
  private func stopsName(_ i: Int) -> Bool {
    guard isWord(i), view.mentionAt[i] < 0, !isTerm[i], regionAt[i] < 0 || starts(words.given, at: i) != nil
    else { return true }
    if starts(words.stops, at: i) != nil || starts(words.honorifics, at: i) != nil { return true }
    if starts(words.formersBehind, at: i) != nil || starts(words.neutral, at: i) != nil { return true }
    let word = folded[i]
    // Arabic and Hebrew write "and" onto the next word.
    if let first = word.unicodeScalars.first, first == "و" || first == "ו", word.unicodeScalars.count > 2,
      let rest = words.stops.length(at: 0, in: [String(word.unicodeScalars.dropFirst())]), rest == 1
    {
      return true
    }
    return !view.classes[i].isDisjoint(with: [.oblique, .joiner, .auxiliary, .negator, .reporting, .perfect, .pronoun])
      && !isParticle(i)
  }

  private var isArabic: Bool { language == "ar" }

  /// "محافظ وادي السدر سالم الحداد", "وزير الصحة أحمد علي": behind a title without its article stands what it is the title
  /// of. Its own article ends it, or somebody's given name.
  func behindComplement(_ match: TermMatch, from start: Int) -> Int? {
    guard words.hasConstruct, start == match.tokens.upperBound, starts(words.given, at: start) == nil,
      !folded[start - 1].hasPrefix("ال"), !folded[match.tokens.lowerBound].hasPrefix("ال")
    else { return nil }
    for i in start + 1..<start + 4 {
      guard i < count, !stopsName(i - 1), !stopsName(i) else { return nil }
      guard folded[i - 1].hasPrefix("ال") || starts(words.given, at: i) != nil else { continue }
      return wordRun(from: i).map { $0.count >= 2 } ?? false ? i : nil
    }
    return nil
  }

  /// "مدیرعامل شرکت، بهرام نیک‌پور، …": behind one word and a comma.
  func behindAside(_ run: Range<Int>) -> Range<Int>? {
    guard style == .spaces, run.count == 1, view.sign(run.upperBound) == .comma,
      starts(words.given, at: run.lowerBound) == nil,
      let next = wordRun(from: run.upperBound + 1), next.count >= 2, view.sign(next.upperBound) == .comma
    else { return nil }
    return next
  }

  private func wordRun(from start: Int) -> Range<Int>? {
    var i = start
    var end = start
    var parts = 0
    let most = language == "he" ? 2 : language == "fa" ? 3 : 4
    while i < count, parts < most {
      let isLinked = isParticle(i) && isInner(i + 1, .hyphen)
      // "علي" is a name, "على" a preposition.
      let isGiven =
        starts(words.given, at: i) != nil
        && (parts == 0 ? i + 1 < count && !stopsName(i + 1) : isArabic && view.text[view.tokens[i].range].last == 0x8A)
      guard !stopsName(i) || isLinked || isGiven else { break }
      // جو بايدن الوفد: what follows a foreign name is no part of it.
      if isArabic, parts > 1, folded[i].hasPrefix("ال"), starts(words.given, at: start) == nil { break }
      if isArabic, parts > 0, isVerbForm(i) { break }
      let isLink = isParticle(i) || Self.lexicon.servants.contains(folded[i])
      i += 1
      if isLink {
        if parts > 0 || isWord(i) { end = i }
      } else {
        parts += 1
        end = i
      }
      while isInner(i, .hyphen) || isInner(i, .apostrophe) {
        i += 2
        end = i
      }
      // ج. حسن
      if view.sign(i) == .point, folded[i - 1].unicodeScalars.count == 1 { i += 1 }
      if isArabic, parts > 1, isLastOfArabicName(end - 1) { break }
      if language == "fa", parts == 2, !closes(i), !closes(i + 1) { break }
    }
    while end > start, isParticle(end - 1) { end -= 1 }
    return parts > 0 && end > start ? start..<end : nil
  }

  /// Present and future of a verb in Arabic: يزور, تبحث, سيزور. Some names look it.
  private func isVerbForm(_ i: Int) -> Bool {
    let word = folded[i]
    guard word.unicodeScalars.count >= 4, let first = word.unicodeScalars.first else { return false }
    guard first == "ي" || first == "ت" || word.hasPrefix("سي") && word.unicodeScalars.count > 4 else { return false }
    let names: Set<String> = [
      "ياسر", "يوسف", "يحيي", "يونس", "يعقوب", "ياسين", "تميم", "توفيق", "تمام", "تركي", "تحسين", "تيريزا",
    ]
    return !names.contains(word)
  }

  /// The name of a family or a place: الكاظمي. Not so الدين, and what follows عبد.
  private func isLastOfArabicName(_ i: Int) -> Bool {
    let word = folded[i]
    guard word.hasPrefix("ال"), word.unicodeScalars.count > 4, word != "الدين", word != "الله" else { return false }
    return !(i > 0 && Self.lexicon.servants.contains(folded[i - 1]))
  }

  private func closes(_ i: Int) -> Bool { i >= count || !isWord(i) || stopsName(i) }

  /// The name that ends before a token, in scripts without capitals.
  func wordRun(endingAt end: Int) -> Range<Int>? {
    var start = end
    while start > 0, end - start < 4, !stopsName(start - 1) { start -= 1 }
    guard start < end, end - start <= 3 || isParticle(start + 1) else { return nil }
    // What begins too far on the left is no name, but a clause.
    guard start == 0 || !isWord(start - 1) || stopsName(start - 1) else { return nil }
    return start..<end
  }
}
