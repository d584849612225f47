import ICU
import Languages

/// Who holds a title, in Chinese and Japanese: words stand without spaces, so that signs are read.
struct SignHolders {
  private let sentence: NameSentence
  /// The sentence by its signs, and the token that each lies in.
  private let signs: [Unicode.Scalar]
  private let offsets: [Int]
  private let families: Set<String>
  private let longFamilies: Set<String>
  private let spelling: Set<Unicode.Scalar>

  init(sentence: NameSentence) {
    self.sentence = sentence
    var signs: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var at = 0
    for scalar in String(decoding: sentence.view.text, as: UTF8.self).unicodeScalars {
      signs.append(scalar)
      offsets.append(at)
      at += UTF8.width(scalar)
    }
    offsets.append(at)
    self.signs = signs
    self.offsets = offsets
    families = NameLexicon.shared.families["zh"] ?? []
    longFamilies = NameLexicon.shared.longFamilies
    spelling = NameLexicon.shared.foreignSigns
  }

  private func list(_ name: String) -> [String] { sentence.words.lists[name] ?? [] }

  private func index(ofByte byte: Int) -> Int {
    var low = 0
    var high = offsets.count - 1
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(signs[range])) }

  /// The longest entry of a list that begins at a sign.
  private func length(_ list: [String], at i: Int) -> Int? {
    for entry in list {
      let scalars = entry.unicodeScalars
      if i + scalars.count <= signs.count, signs[i..<i + scalars.count].elementsEqual(scalars) { return scalars.count }
    }
    return nil
  }

  /// The longest that ends before a sign.
  private func length(_ list: [String], before end: Int) -> Int? {
    for entry in list {
      let scalars = entry.unicodeScalars
      if scalars.count <= end, signs[end - scalars.count..<end].elementsEqual(scalars) { return scalars.count }
    }
    return nil
  }

  private func region(before end: Int) -> (start: Int, code: String)? {
    for region in sentence.regions where index(ofByte: sentence.bytes(region.tokens).upperBound) == end {
      return (index(ofByte: sentence.bytes(region.tokens).lowerBound), region.code)
    }
    return nil
  }

  private func isRegion(at i: Int) -> Int? {
    for region in sentence.regions where index(ofByte: sentence.bytes(region.tokens).lowerBound) == i {
      return index(ofByte: sentence.bytes(region.tokens).upperBound)
    }
    return nil
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x2FFFF).contains(scalar.value)
  }
  private static func isKatakana(_ scalar: Unicode.Scalar) -> Bool {
    (0x30A1...0x30FA).contains(scalar.value) || scalar == "ー"
  }
  private static func isMiddle(_ scalar: Unicode.Scalar) -> Bool { "·・‧•＝=".unicodeScalars.contains(scalar) }

  private func isMentioned(_ i: Int) -> Bool {
    sentence.view.mentions.contains { mention in
      sentence.bytes(mention.tokens).contains(offsets[i])
    }
  }

  // MARK: - Titles

  func holder(of match: TermMatch) -> FoundName? {
    let bytes = sentence.bytes(match.tokens)
    let low = index(ofByte: bytes.lowerBound)
    let high = index(ofByte: bytes.upperBound)
    return sentence.language == "ja" ? japanese(match, low, high) : chinese(match, low, high)
  }

  private func found(_ name: Range<Int>, _ match: TermMatch, _ regions: Set<String>) -> FoundName? {
    guard !name.isEmpty else { return nil }
    return FoundName(
      text: text(name), bytes: offsets[name.lowerBound]..<offsets[name.upperBound], tokens: match.tokens, match: match,
      regions: regions)
  }

  // MARK: - Chinese

  private func chinese(_ match: TermMatch, _ low: Int, _ high: Int) -> FoundName? {
    // What stands before: countries, and words that say that the office is held no longer.
    var start = low
    var regions: Set<String> = []
    var isFormer = false
    var stretched = true
    while stretched {
      stretched = false
      if let region = region(before: start) {
        regions.insert(region.code)
        start = region.start
        stretched = true
      } else if let length = length(list("formers"), before: start) {
        if text(start - length..<start) == "当选" || text(start - length..<start) == "當選",
          name(before: start - length) != nil
        {
          break
        }
        isFormer = true
        start -= length
        stretched = true
      } else if let length = length(list("neutral"), before: start) {
        start -= length
        stretched = true
      }
    }
    if isFormer || length(list("formers behind"), at: high) != nil { return nil }
    // 卡迪米当选总理
    if let turn = length(list("turns"), before: start) {
      var end = start - turn
      while let join = length(list("joins"), before: end) { end -= join }
      if let name = name(before: end) { return found(name, match, regions) }
    }
    var i = high
    if i < signs.count, signs[i] == "，" || signs[i] == "、" {
      i = high
    } else if let join = length(["是", "为", "為", "由"], at: i) {
      i += join
    }
    while let honour = length(list("honorifics"), at: i) { i += honour }
    if let name = name(from: i) { return found(name, match, regions) }
    // 卡迪米总理, and 卡迪米，伊拉克总理
    if !regions.isEmpty { return nil }
    if let name = name(before: start) { return found(name, match, regions) }
    return nil
  }

  /// A name that begins at a sign.
  private func name(from start: Int) -> Range<Int>? {
    var end = start
    var hasMiddle = false
    while end < signs.count, end - start < 16 {
      if Self.isMiddle(signs[end]), end > start, end + 1 < signs.count, Self.isHan(signs[end + 1]) {
        hasMiddle = true
        end += 1
        continue
      }
      guard Self.isHan(signs[end]), !isMentioned(end) else { break }
      if end > start, !Self.isMiddle(signs[end - 1]), length(list("stops"), at: end) != nil, !isForeign(start, end) {
        break
      }
      end += 1
    }
    guard end - start >= 2, isRegion(at: start) == nil else { return nil }
    if hasMiddle { return start..<cutForeign(start, end) }
    if length(list("stops"), at: start) != nil, !isFamily(start) { return nil }
    if spells(start..<min(end, start + 2)), !(isFamily(start) && end - start <= 3) {
      return start..<cutForeign(start, end)
    }
    guard isFamily(start) else { return nil }
    let most = longFamilies.contains(text(start..<min(start + 2, end))) ? 4 : 3
    return start..<(end - start <= most ? end : cutNative(start, end, most))
  }

  /// Stops that are also signs of foreign names (the 尼 of a name is none, but 和 and 在 are): inside a run of such signs
  /// that goes on, a single one stops nothing.
  private func isForeign(_ start: Int, _ i: Int) -> Bool {
    guard spelling.contains(signs[i]), i + 1 < signs.count, spelling.contains(signs[i + 1]) else { return false }
    return i > start && spelling.contains(signs[i - 1]) && (length(list("stops"), at: i) ?? 0) < 2
  }

  private func spells(_ range: Range<Int>) -> Bool { range.allSatisfy { spelling.contains(signs[$0]) } }

  private func cutForeign(_ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, spelling.contains(signs[i]) || Self.isMiddle(signs[i]) { i += 1 }
    return i - start >= 2 ? i : end
  }

  /// 李强视察…: three signs or two; words of two signs tell.
  private func cutNative(_ start: Int, _ end: Int, _ most: Int) -> Int {
    let rest = text(start..<end)
    let breaker = WordBreaker(locale: "zh")
    var boundaries: Set<Int> = []
    let utf8 = Array(rest.utf8)
    for (range, _) in breaker.words(in: rest) where range.upperBound - range.lowerBound >= 6 {
      boundaries.insert(String(decoding: utf8[..<range.lowerBound], as: UTF8.self).unicodeScalars.count)
    }
    if boundaries.contains(most) { return start + most }
    if boundaries.contains(most - 1) { return start + most - 1 }
    return start + most
  }

  private func isFamily(_ i: Int) -> Bool {
    guard i < signs.count else { return false }
    return families.contains(String(signs[i])) || i + 1 < signs.count && longFamilies.contains(text(i..<i + 2))
  }

  /// A name that ends before a sign.
  private func name(before end: Int) -> Range<Int>? {
    var start = end
    while start > 0, end - start < 16 {
      let sign = signs[start - 1]
      if Self.isMiddle(sign), start < end {
        start -= 1
        continue
      }
      guard Self.isHan(sign), !isMentioned(start - 1) else { break }
      if region(before: start) != nil { break }
      if let stop = length(list("stops"), before: start), !(stop == 1 && spelling.contains(sign) && start < end) {
        break
      }
      start -= 1
    }
    while start < end, Self.isMiddle(signs[start]) { start += 1 }
    let range = start..<end
    guard range.count >= 2 else { return nil }
    if range.contains(where: { Self.isMiddle(signs[$0]) }) { return range }
    if isFamily(start), range.count <= 3 { return range }
    return range.count <= 7 && spells(range) ? range : nil
  }

  // MARK: - Japanese

  private func japanese(_ match: TermMatch, _ low: Int, _ high: Int) -> FoundName? {
    var start = low
    var regions: Set<String> = []
    var stretched = true
    var isFormer = false
    while stretched {
      stretched = false
      if let region = region(before: start) {
        regions.insert(region.code)
        start = region.start
        stretched = true
      } else if let length = length(list("neutral"), before: start) {
        start -= length
        stretched = true
      } else if let length = length(list("formers"), before: start) {
        isFormer = true
        start -= length
        stretched = true
      } else if start > 0, list("nations").contains(String(signs[start - 1])), start > 1,
        Self.isKatakana(signs[start - 2])
      {
        start -= 1
        stretched = true
      } else if start > 1, text(start - 2..<start) == "国家" {
        start -= 2
        stretched = true
      }
    }
    if isFormer || length(list("formers behind"), at: high) != nil { return nil }
    // カディミ首相, 岸田文雄首相
    if let name = japaneseName(before: start) { return found(name, match, regions) }
    // 首相の岸田文雄氏
    var i = high
    if let join = length(["の", "は", "に", "、"], at: i) {
      i += join
      if let name = japaneseName(from: i), length(list("honorifics"), at: name.upperBound) != nil {
        return found(name, match, regions)
      }
      return subject(match, low, high, regions)
    }
    return subject(match, low, high, regions)
  }

  /// 岸田文雄氏が首相に選出された
  private func subject(_ match: TermMatch, _ low: Int, _ high: Int, _ regions: Set<String>) -> FoundName? {
    guard (high..<min(high + 10, signs.count)).contains(where: { length(list("turns"), at: $0) != nil }) else {
      return nil
    }
    if (high..<min(high + 16, signs.count)).contains(where: { length(["ない", "なかっ", "ず"], at: $0) != nil }) {
      return nil
    }
    var i = low
    while i > max(0, low - 24) {
      i -= 1
      guard let particle = length(["氏が", "氏は", "氏を", "さんが", "さんは", "さんを"], at: i) else { continue }
      guard i + particle <= low else { continue }
      return japaneseName(before: i).flatMap { found($0, match, regions) }
    }
    return nil
  }

  private func japaneseName(before end: Int) -> Range<Int>? {
    var start = end
    if end > 0, Self.isKatakana(signs[end - 1]) {
      while start > 0, Self.isKatakana(signs[start - 1]) || Self.isMiddle(signs[start - 1]) { start -= 1 }
      while start < end, Self.isMiddle(signs[start]) { start += 1 }
      while let next = isRegion(at: start), next < end {
        start = next
        while start < end, Self.isMiddle(signs[start]) { start += 1 }
      }
      if isRegion(at: start) == end { return nil }
      return end - start >= 2 ? start..<end : nil
    }
    while start > 0, Self.isHan(signs[start - 1]), end - start < 6, !isMentioned(start - 1),
      region(before: start) == nil
    { start -= 1 }
    let range = start..<end
    guard (2...5).contains(range.count) else { return nil }
    // 両首相, 同国首相, 政府…: no names.
    for i in range {
      if let stop = length(list("stops"), at: i), stop > 1 || i == start, !Self.isHiragana(signs[i]) { return nil }
    }
    if let last = signs[range].last, "国省庁党院部会側相長員".unicodeScalars.contains(last) { return nil }
    return range
  }

  private func japaneseName(from start: Int) -> Range<Int>? {
    var end = start
    guard start < signs.count else { return nil }
    if Self.isKatakana(signs[start]) {
      while end < signs.count, Self.isKatakana(signs[end]) || Self.isMiddle(signs[end]) { end += 1 }
    } else {
      while end < signs.count, Self.isHan(signs[end]), end - start < 6, length(list("honorifics"), at: end) == nil {
        end += 1
      }
    }
    return end - start >= 2 && isRegion(at: start) == nil ? start..<end : nil
  }

  private static func isHiragana(_ scalar: Unicode.Scalar) -> Bool { (0x3041...0x309F).contains(scalar.value) }
}
