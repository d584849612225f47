import ICU

/// Finds the blocks that belong to the page and not to the story.
struct Clutter {
  private let phrases: PhraseIndex

  init(language: String) { phrases = PhraseIndex.of(language) }

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
      let head = Self.fold(String(decoding: block.text.utf8.prefix(80), as: UTF8.self))
      return head.withUnsafeBufferPointer { phrases.beginning($0) }.contains(.captions) ? .caption : .story
    }
    return Self.fold(block.text).withUnsafeBufferPointer { verdict($0) }
  }

  /// - Parameter line: folded.
  private func verdict(_ line: Bytes) -> Verdict {
    let width = line.width(0..<line.count)
    let isSentence = line.endsSentence(0..<line.count)
    let head = phrases.beginning(line)
    let whole = phrases.whole(line)
    let within = phrases.within(line)
    if width <= 60 {
      if within.contains(.readingTime), line.contains(where: Self.isDigit) { return .out(.readingTime) }
      if head.contains(.comments) || phrases.whole(Self.withoutCount(line)).contains(.commentHeads) {
        return .end(.comments)
      }
      if whole.contains(.otherStories) { return .end(.teaser) }
      if whole.contains(.navigation) { return .out(.navigation) }
    }
    if width <= 160, head.contains(.subscription) { return .out(.subscription) }
    if width <= 120, !isSentence {
      if head.contains(.share) { return .out(.share) }
      if within.contains(.subscription) { return .out(.subscription) }
    }
    if within.contains(.consent) { return .out(.consent) }
    if width <= 250, within.contains(.syndication) { return .out(.syndication) }
    if head.contains(.comments) { return .out(.comments) }
    if whole.contains(.teasers) { return .list(.teaser) }
    if head.contains(.teasers) { return .out(.teaser) }
    return head.contains(.captions) ? .caption : .story
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
  private static func fold(_ text: String) -> [UInt8] {
    let folding = Folding.shared
    return text.withBytes { bytes in
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count + 8)
      var i = 0
      while i < bytes.count {
        let lead = bytes[i]
        let scalar = bytes.scalar(at: i)
        i += lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        let plain = folding.fold(scalar)
        switch plain {
        case 0: continue
        case 1..<0x80: folded.append(UInt8(plain))
        case 0x80..<0x800:
          folded.append(UInt8(0xC0 | plain >> 6))
          folded.append(UInt8(0x80 | (plain & 0x3F)))
        case 0x800..<0x10000:
          folded.append(UInt8(0xE0 | plain >> 12))
          folded.append(UInt8(0x80 | (plain >> 6 & 0x3F)))
          folded.append(UInt8(0x80 | (plain & 0x3F)))
        default:
          if let unicode = Unicode.Scalar(plain) {
            folded.append(contentsOf: UTF8.encode(unicode) ?? UTF8.encodedReplacementCharacter)
          }
        }
      }
      return folded
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// “Comments (12)”, “12 comments”.
  private static func withoutCount(_ line: Bytes) -> Bytes {
    func isCount(_ i: Int) -> Bool {
      switch line[i] {
      case 0x20, 0x28, 0x29, 0x5B, 0x5D, 0x30...0x39: true
      default: false
      }
    }
    var start = 0
    var end = line.count
    while start < end, isCount(start) { start += 1 }
    while start < end, isCount(end - 1) { end -= 1 }
    return start < end ? UnsafeBufferPointer(rebasing: line[start..<end]) : line
  }
}
