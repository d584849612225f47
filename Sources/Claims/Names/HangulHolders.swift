import ICU
import Languages

/// Who holds a title, in Korean: the name mostly stands before it ("윤석열 대통령"), and particles are written onto words.
struct HangulHolders {
  let sentence: NameSentence

  private func list(_ name: String) -> [String] { sentence.words.lists[name] ?? [] }

  func holder(of match: TermMatch) -> FoundName? {
    let title = match.tokens
    var i = title.lowerBound - 1
    var regions: Set<String> = []
    while i >= 0 {
      if list("formers").contains(sentence.text(i)) { return nil }
      if let region = sentence.region(i) {
        regions.insert(region.code)
        i = region.tokens.lowerBound - 1
      } else if list("neutral").contains(sentence.text(i)) || list("nations").contains(sentence.text(i)) {
        i -= 1
      } else {
        break
      }
    }
    // 대통령 당선인, 대통령실
    let next =
      title.upperBound < sentence.count && sentence.isWord(title.upperBound) ? sentence.text(title.upperBound) : ""
    if list("formers behind").contains(where: { next.hasPrefix($0) }) { return nil }
    let last = sentence.text(title.upperBound - 1)
    if list("formers behind").contains(where: { last.hasSuffix($0) || last.hasSuffix($0 + "은") }) { return nil }
    if let name = name(endingAt: i) {
      // "지하철공사 사장 김태호 씨": what stands before the title is not always a name.
      let isSure = isNative(sentence.text(name.upperBound - 1)) && name.count == 1
      let next = title.upperBound
      if !isSure, isBare(title), next < sentence.count, sentence.isWord(next),
        sentence.text(next).unicodeScalars.count == 3,
        isNative(sentence.text(next)), let behind = behind(match, regions)
      {
        return behind
      }
      return found(name, sentence.text(name), match, regions)
    }
    guard !regions.isEmpty || i < 0 || !sentence.isWord(i) || true, isBare(title) else { return nil }
    return behind(match, regions)
  }

  /// The title has no particle, so that a name may follow.
  private func isBare(_ title: Range<Int>) -> Bool {
    let word = sentence.text(title.upperBound - 1)
    return !list("tails").contains { word.hasSuffix($0) && word.unicodeScalars.count > 2 }
  }

  private func name(endingAt last: Int) -> Range<Int>? {
    guard last >= 0, isNameWord(last, isLast: true) else { return nil }
    let word = sentence.text(last)
    if isNative(word) { return last..<last + 1 }
    var start = last
    // 조 바이든, 무스타파 알카디미
    while start > 0, last - start < 2, isNameWord(start - 1, isLast: false), !isTailed(start - 1) { start -= 1 }
    return start..<last + 1
  }

  private func isNameWord(_ i: Int, isLast: Bool) -> Bool {
    guard sentence.isWord(i), sentence.view.mentionAt[i] < 0, !sentence.isTerm[i], sentence.regionAt[i] < 0 else {
      return false
    }
    let word = sentence.text(i)
    guard word.unicodeScalars.allSatisfy({ (0xAC00...0xD7A3).contains($0.value) }) else { return false }
    if list("stops").contains(word) { return false }
    if sentence.view.signs.indices.contains(i + 1), sentence.view.signs[i + 1] != nil, !isLast { return false }
    if isNative(word) { return true }
    return word.unicodeScalars.count >= 2 && !(isTailed(i) && isLast) || !isLast && word.unicodeScalars.count == 1
  }

  /// 윤석열, 윤: a known family name, and one or two syllables.
  private func isNative(_ word: String) -> Bool {
    let count = word.unicodeScalars.count
    guard count <= 4, let first = word.first else { return false }
    if count == 4 { return NameLexicon.shared.longFamilies.contains(String(word.prefix(2))) }
    guard NameLexicon.shared.families["ko"]?.contains(String(first)) ?? false else { return false }
    return count == 3 || count == 1 || count == 2 && !list("tails").contains { word.hasSuffix($0) }
  }

  private func isTailed(_ i: Int) -> Bool {
    let word = sentence.text(i)
    return ["은", "는", "을", "를", "의", "에", "와", "과", "에서", "에게", "으로", "로서", "했던", "하는", "이날", "인", "된", "한"].contains {
      word.hasSuffix($0) && word.unicodeScalars.count > $0.unicodeScalars.count
    }
  }

  /// 이라크 총리 무스타파 알카디미는
  private func behind(_ match: TermMatch, _ regions: Set<String>) -> FoundName? {
    var i = match.tokens.upperBound
    var words: [String] = []
    let start = i
    while i < sentence.count, words.count < 3, sentence.isWord(i), sentence.view.mentionAt[i] < 0, !sentence.isTerm[i],
      sentence.regionAt[i] < 0, !list("stops").contains(sentence.text(i))
    {
      let word = sentence.text(i)
      let tail = list("tails").first { word.hasSuffix($0) && word.unicodeScalars.count > $0.unicodeScalars.count + 1 }
      let isName = isNative(word) && words.isEmpty
      words.append(
        tail != nil && !(isName && tail == "은" && word.unicodeScalars.count == 3)
          ? String(word.dropLast(tail?.count ?? 0)) : word)
      i += 1
      if tail != nil || isName { break }
    }
    guard let last = words.last, last.unicodeScalars.count >= 2, !words.isEmpty else { return nil }
    guard words.count > 1 || isNative(last) else { return nil }
    return found(start..<i, words.joined(separator: " "), match, regions)
  }

  private func found(_ name: Range<Int>, _ text: String, _ match: TermMatch, _ regions: Set<String>) -> FoundName {
    let bytes = sentence.bytes(name)
    let all = min(name.lowerBound, match.tokens.lowerBound)..<max(name.upperBound, match.tokens.upperBound)
    let end = min(bytes.upperBound, bytes.lowerBound + text.utf8.count)
    return FoundName(text: text, bytes: bytes.lowerBound..<end, tokens: all, match: match, regions: regions)
  }
}
