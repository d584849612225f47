import ICU

/// The phrases of a language, so that one walk over a line finds all that are in it.
struct PhraseIndex: Sendable {
  /// Lists of phrases, one bit each.
  struct Lists: OptionSet, Sendable {
    let rawValue: UInt16
    static let readingTime = Lists(rawValue: 1)
    static let share = Lists(rawValue: 2)
    static let comments = Lists(rawValue: 4)
    static let commentHeads = Lists(rawValue: 8)
    static let teasers = Lists(rawValue: 16)
    static let otherStories = Lists(rawValue: 32)
    static let subscription = Lists(rawValue: 64)
    static let navigation = Lists(rawValue: 128)
    static let syndication = Lists(rawValue: 256)
    static let captions = Lists(rawValue: 512)
    static let consent = Lists(rawValue: 1024)
  }

  private struct Phrase: Sendable {
    var bytes: [UInt8]
    /// A colon must follow.
    var needsColon = false
    var list: Lists
  }

  /// By their first byte.
  private var atBeginning = [[Phrase]](repeating: [], count: 256)
  private var anywhere = [[Phrase]](repeating: [], count: 256)
  private var whole = [[Phrase]](repeating: [], count: 256)

  /// - Parameter phrases: folded.
  init(_ phrases: ClutterPhrases) {
    for (list, phrases) in [
      (Lists.share, phrases.share), (.comments, phrases.comments), (.teasers, phrases.teasers),
      (.subscription, phrases.subscription), (.captions, phrases.captions),
    ] { phrases.forEach { add($0, list, to: \.atBeginning) } }
    for (list, phrases) in [
      (Lists.commentHeads, phrases.commentHeads), (.otherStories, phrases.otherStories),
      (.navigation, phrases.navigation), (.teasers, phrases.teasers),
    ] { phrases.forEach { add($0, list, to: \.whole) } }
    for (list, phrases) in [
      (Lists.readingTime, phrases.readingTime), (.subscription, phrases.subscription),
      (.syndication, phrases.syndication), (.consent, phrases.consent),
    ] {
      for phrase in phrases {
        let bytes = Array(phrase.utf8)
        if let first = bytes.first { anywhere[Int(first)].append(Phrase(bytes: bytes, list: list)) }
      }
    }
  }

  private mutating func add(_ phrase: String, _ list: Lists, to lists: WritableKeyPath<PhraseIndex, [[Phrase]]>) {
    var bytes = Array(phrase.utf8)
    let needsColon = bytes.last == UInt8(ascii: ":")
    while let last = bytes.last, last == 0x20 || last == UInt8(ascii: ":") { bytes.removeLast() }
    guard let first = bytes.first else { return }
    self[keyPath: lists][Int(first)].append(Phrase(bytes: bytes, needsColon: needsColon, list: list))
  }

  /// The index of a language; made once.
  static func of(_ language: String) -> PhraseIndex {
    let primary = String(language.prefix { $0 != "-" })
    return all[primary] ?? english
  }

  private static let all = ClutterPhrases.everyLanguage.mapValues { PhraseIndex($0) }
  private static let english = PhraseIndex(ClutterPhrases.matching("en"))

  // MARK: Matching

  /// The lists of phrases with which a line begins. A phrase ends where a word does, and one with a colon may have a
  /// space before it.
  func beginning(_ line: Bytes) -> Lists {
    guard let first = line.first else { return [] }
    var found: Lists = []
    for phrase in atBeginning[Int(first)] where !found.contains(phrase.list) {
      guard phrase.bytes.count <= line.count, line.starts(with: phrase.bytes, at: 0) else { continue }
      var i = phrase.bytes.count
      if phrase.needsColon {
        while i < line.count, line[i] == 0x20 { i += 1 }
        if i < line.count, line[i] == UInt8(ascii: ":") || line.scalar(at: i) == 0xFF1A { found.insert(phrase.list) }
        continue
      }
      // “Partager sur FacebookPartager…” runs on, but “reageer” is not “reageerde”.
      let isEnd =
        i == line.count || !((0x61...0x7A).contains(line[i]) || line[i] >= 0xC3)
        || Signs.isIdeograph(line.scalar(at: i))
      if isEnd { found.insert(phrase.list) }
    }
    return found
  }

  /// The lists of phrases of which one is in the line.
  func within(_ line: Bytes) -> Lists {
    var found: Lists = []
    for i in 0..<line.count {
      let bucket = anywhere[Int(line[i])]
      if bucket.isEmpty { continue }
      for phrase in bucket
      where !found.contains(phrase.list) && phrase.bytes.count <= line.count - i
        && line.starts(with: phrase.bytes, at: i)
      {
        found.insert(phrase.list)
      }
    }
    return found
  }

  /// The lists of phrases that the line is, but for a colon.
  func whole(_ line: Bytes) -> Lists {
    var end = line.count
    let hasColon = line.last == UInt8(ascii: ":")
    if hasColon { end -= 1 }
    while end > 0, line[end - 1] == 0x20 { end -= 1 }
    guard end > 0 else { return [] }
    var found: Lists = []
    for phrase in whole[Int(line[0])]
    where phrase.bytes.count == end && (!phrase.needsColon || hasColon) && line.starts(with: phrase.bytes, at: 0) {
      found.insert(phrase.list)
    }
    return found
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these bytes stand at `start`; there must be room for them.
  func starts(with bytes: [UInt8], at start: Int) -> Bool {
    for k in 0..<bytes.count where self[start + k] != bytes[k] { return false }
    return true
  }
}
