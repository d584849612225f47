import ICU
import Languages

/// Finds the quantities, ordinals, dates and durations of texts in one language.
///
/// Keep one for a thread and reuse it: its buffers are then allocated once.
public struct MentionExtractor {
  public let language: Language
  private var tokens: [Token] = []
  private var chart = Chart()

  public init(language: Language) { self.language = language }

  /// The mentions of a text, in its order, none overlapping another.
  ///
  /// - Parameters:
  ///   - text: UTF-8. Offsets of the mentions count its bytes.
  ///   - reference: The day from which "last Thursday" and "3 January" are read; without it they are left out.
  public mutating func mentions(in text: UnsafeBufferPointer<UInt8>, reference: Day? = nil) -> [Mention] {
    language.lexer.scan(text, into: &tokens)
    guard !tokens.isEmpty else { return [] }
    chart.reset(tokens: tokens.count)
    var reading = Reading(
      language: language, bytes: text, reference: reference, tokens: [], chart: Chart(),
      dateOrder: language.habits.dateOrder)
    swap(&reading.tokens, &tokens)
    swap(&reading.chart, &chart)
    reading.readWords()
    reading.settleDateOrder()
    reading.readAll()
    let mentions = reading.choose()
    swap(&reading.tokens, &tokens)
    swap(&reading.chart, &chart)
    return mentions
  }

  /// As ``mentions(in:reference:)``, for a string.
  public mutating func mentions(in text: String, reference: Day? = nil) -> [Mention] {
    var text = text
    return text.withUTF8 { mentions(in: $0, reference: reference) }
  }
}
