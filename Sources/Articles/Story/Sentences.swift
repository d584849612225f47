import ICU
import Synchronization

/// Cuts blocks into sentences. An iterator of ICU's costs more to make than a short text to cut, so those that are done
/// with wait for the next article in their language.
enum Sentences {
  /// Handed to one article at a time, so never used by two threads at once.
  private struct Idle: @unchecked Sendable { var breaker: SentenceBreaker }

  private static let idle = Mutex<[String: [Idle]]>([:])
  /// As many as threads may be at work; more would only hold memory.
  private static let most = 256

  /// Fills in the sentences of each block: UTF-8 ranges of its text, without the blanks around them.
  static func cut(_ blocks: inout [Block], language: String) {
    let others = Set(blocks.compactMap(\.language)).subtracting([language])
    cut(&blocks, in: language) { !others.contains($0 ?? language) }
    for other in others.sorted() { cut(&blocks, in: other) { $0 == other } }
  }

  private static func cut(_ blocks: inout [Block], in language: String, _ isMeant: (String?) -> Bool) {
    guard blocks.contains(where: { isMeant($0.language) }) else { return }
    let waiting = idle.withLock { $0[language]?.popLast() }
    let breaker = waiting?.breaker ?? SentenceBreaker(locale: language)
    for i in blocks.indices where isMeant(blocks[i].language) {
      blocks[i].sentences = breaker.sentences(in: blocks[i].text)
    }
    let done = Idle(breaker: breaker)
    idle.withLock { if ($0[language]?.count ?? 0) < most { $0[language, default: []].append(done) } }
  }
}
