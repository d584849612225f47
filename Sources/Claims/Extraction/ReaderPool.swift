import Languages
import Synchronization

/// Lends readers to threads: one at a time each, so that what a reader has learnt of a language's words is used again.
final class ReaderPool: Sendable {
  private struct State {
    var idle: [String: [TextReader]] = [:]
    var indices: [String: TermIndex] = [:]
  }

  private let table: ConceptTable
  private let state = Mutex(State())

  init(table: ConceptTable) { self.table = table }

  func take(_ language: String) -> TextReader {
    let (reader, known) = state.withLock { state in
      (state.idle[language]?.popLast(), state.indices[language])
    }
    if let reader { return reader }
    if let known { return TextReader(index: known) }
    let index = table.index(language: language)
    state.withLock { $0.indices[language] = index }
    return TextReader(index: index)
  }

  func put(_ reader: TextReader) {
    state.withLock { $0.idle[reader.index.language, default: []].append(reader) }
  }
}
