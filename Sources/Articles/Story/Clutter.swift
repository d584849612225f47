import ICU

/// Finds the blocks that belong to the page and not to the story.
struct Clutter {
  private let phrases: ClutterPhrases

  init(language: String) { phrases = ClutterPhrases.matching(language) }

  enum Verdict: Equatable {
    case story
    case caption
    case out(LeftOut.Reason)
    /// The story ends here, if enough of it stands before.
    case end(LeftOut.Reason)
    /// A label; the short lines below it are headlines of other stories.
    case list(LeftOut.Reason)
  }

  /// Longer blocks are never clutter, in bytes: clutter is short, and the story must not be lost.
  private static let longest = 300

  func verdict(_ block: Block) -> Verdict {
    guard block.kind != .cell, block.text.utf8.count <= Self.longest else {
      return begins(block.text, phrases.captions) ? .caption : .story
    }
    let line = Self.fold(block.text)
    let width = line.withBytes { $0.width(0..<$0.count) }
    let isSentence = line.withBytes { $0.endsSentence(0..<$0.count) }
    if width <= 60 {
      if phrases.readingTime.contains(where: { Self.contains(line, $0) }), line.utf8.contains(where: Self.isDigit) {
        return .out(.readingTime)
      }
      if Self.begins(line, phrases.comments) || Self.equals(Self.withoutCount(line), phrases.commentHeads) {
        return .end(.comments)
      }
      if Self.equals(line, phrases.otherStories) { return .end(.teaser) }
      if Self.equals(line, phrases.navigation) { return .out(.navigation) }
    }
    if width <= 160, Self.begins(line, phrases.subscription) { return .out(.subscription) }
    if width <= 120, !isSentence {
      if Self.begins(line, phrases.share) { return .out(.share) }
      if phrases.subscription.contains(where: { Self.contains(line, $0) }) { return .out(.subscription) }
    }
    if line.utf8.count <= 600, phrases.consent.contains(where: { Self.contains(line, $0) }) { return .out(.consent) }
    if width <= 250, phrases.syndication.contains(where: { Self.contains(line, $0) }) { return .out(.syndication) }
    if Self.begins(line, phrases.comments) { return .out(.comments) }
    if Self.equals(line, phrases.teasers) { return .list(.teaser) }
    if Self.begins(line, phrases.teasers) { return .out(.teaser) }
    return Self.begins(line, phrases.captions) ? .caption : .story
  }

  /// For each block, why it is left out; nil where it stays. Captions get their kind.
  func sort(_ blocks: inout [Block]) -> [LeftOut.Reason?] {
    var reasons = [LeftOut.Reason?](repeating: nil, count: blocks.count)
    var before = 0
    var paragraphs = 0
    var list: LeftOut.Reason?
    let total = blocks.reduce(0) { $0 + $1.text.utf8.count }
    for i in blocks.indices {
      let length = blocks[i].text.utf8.count
      let verdict = verdict(blocks[i])
      if verdict != .story || !Self.isHeadline(blocks[i]) { list = nil }
      switch verdict {
      case .story: reasons[i] = list
      case .list(let reason):
        reasons[i] = reason
        list = reason
      case .caption: if blocks[i].kind == .paragraph { blocks[i].kind = .caption }
      case .out(let reason): reasons[i] = reason
      case .end(let reason):
        reasons[i] = reason
        // A link of that name may stand under the headline, too.
        guard paragraphs >= 3 || before > total - before - length else { break }
        for rest in i..<blocks.count { reasons[rest] = reason }
        return reasons
      }
      before += length
      if length >= 120 { paragraphs += 1 }
    }
    return reasons
  }

  private static func isHeadline(_ block: Block) -> Bool {
    block.text.utf8.count <= 200 && !block.text.withBytes { $0.endsSentence(0..<$0.count) }
  }

  // MARK: Matching

  /// As `Folding.fold` does it, byte by byte: every short line of every article comes here.
  private static func fold(_ text: String) -> String {
    let folding = Folding.shared
    let folded = text.withBytes { bytes in
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count + 8)
      var i = 0
      while i < bytes.count {
        let lead = bytes[i]
        let scalar = bytes.scalar(at: i)
        i += lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        let plain = folding.fold(scalar)
        if plain == 0 { continue }
        if plain < 0x80 {
          folded.append(UInt8(plain))
        } else if let unicode = Unicode.Scalar(plain) {
          folded.append(contentsOf: UTF8.encode(unicode) ?? UTF8.encodedReplacementCharacter)
        }
      }
      return folded
    }
    return String(decoding: folded, as: UTF8.self)
  }

  private func begins(_ text: String, _ phrases: [String]) -> Bool {
    let head = String(decoding: text.utf8.prefix(80), as: UTF8.self)
    return Self.begins(Self.fold(head), phrases)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether the line is a phrase and no more, but for a colon.
  private static func equals(_ line: String, _ phrases: [String]) -> Bool {
    let colon = UInt8(ascii: ":")
    func bare(_ text: String) -> String {
      text.utf8.last == colon ? String(text.dropLast()).trimmingBlanks() : text
    }
    let label = bare(line)
    return phrases.contains { ($0.utf8.last != colon || line.utf8.last == colon) && bare($0) == label }
  }

  /// “Comments (12)”, “12 comments”.
  private static func withoutCount(_ line: String) -> String {
    let isCount = { (c: Unicode.Scalar) in
      Digits.value(of: c.value) != nil || c == "(" || c == ")" || c == " " || c == "[" || c == "]" || c == "（"
        || c == "）"
    }
    let scalars = line.unicodeScalars.drop(while: isCount)
    guard let last = scalars.lastIndex(where: { !isCount($0) }) else { return line }
    return String(scalars[...last])
  }

  private static func contains(_ line: String, _ phrase: String) -> Bool {
    line.withBytes { line in
      phrase.withBytes { phrase in
        guard phrase.count <= line.count else { return false }
        return (0...line.count - phrase.count).contains { start in
          (0..<phrase.count).allSatisfy { line[start + $0] == phrase[$0] }
        }
      }
    }
  }

  /// A phrase ends where a word does, and one with a colon may have a space before it.
  private static func begins(_ line: String, _ phrases: [String]) -> Bool {
    line.withBytes { line in
      phrases.contains { phrase in
        phrase.withBytes { phrase in
          var phrase = phrase[...]
          let needsColon = phrase.last == UInt8(ascii: ":")
          while let last = phrase.last, last == 0x20 || last == UInt8(ascii: ":") { phrase.removeLast() }
          guard phrase.count <= line.count, zip(phrase, line).allSatisfy(==) else { return false }
          var i = phrase.count
          if needsColon {
            while i < line.count, line[i] == 0x20 { i += 1 }
            return i < line.count && (line[i] == UInt8(ascii: ":") || line.scalar(at: i) == 0xFF1A)
          }
          guard i < line.count else { return true }
          // “Partager sur FacebookPartager…” runs on, but “reageer” is not “reageerde”.
          let next = line[i]
          return !((0x61...0x7A).contains(next) || next >= 0xC3) || Signs.isIdeograph(line.scalar(at: i))
        }
      }
    }
  }
}
