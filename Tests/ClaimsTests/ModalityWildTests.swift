import Articles
import Foundation
import ICU
import Languages
import Mentions
import Testing

@testable import Claims

/// Sentences of all languages, cut and shuffled: the claim stage survives whatever stands there, and keeps its promises.
struct ModalityWildTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// A sentence cut anywhere, its words shuffled, two run into one, or its signs doubled.
  private static func wild(_ texts: [String], _ generator: inout Generator) -> String {
    let scalars = Array((texts.randomElement(using: &generator) ?? "").unicodeScalars)
    func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      return text
    }
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return string(scalars.prefix(Int.random(in: 0...scalars.count, using: &generator)))
    case 1: return string(scalars.suffix(Int.random(in: 0...scalars.count, using: &generator)))
    case 2: return string(scalars).split(separator: " ").shuffled(using: &generator).joined(separator: " ")
    case 3: return string(scalars) + string((texts.randomElement(using: &generator) ?? "").unicodeScalars.dropFirst(9))
    default: return string(scalars.flatMap { $0.properties.isAlphabetic ? [$0] : [$0, $0] })
    }
  }

  @Test(.timeLimit(.minutes(5)))
  func `no cut and no shuffle of a sentence does harm`() throws {
    var generator = Generator(state: 2021)
    let each = 2_000 / max(1, ModalityCorpus.files.count) + 1
    for file in ModalityCorpus.files {
      let extractor = ClaimExtractor(
        rules: ModalityCorpus.rules.values.sorted { $0.id < $1.id }, concepts: file.concepts)
      var mentions = MentionExtractor(language: Language.of(file.language))
      var metadata = ArticleMetadata()
      metadata.language = file.language
      let texts = file.items.map(\.text)
      for _ in 0..<each {
        let text = Self.wild(texts, &generator)
        let article = try ArticleReader(options: ArticleOptions(leavesOutClutter: false, leavesOutRepeats: false))
          .read(text: text, id: "wild", metadata: metadata).article
        let claims = extractor.claims(in: article) { block, _ in mentions.mentions(in: block.text, reference: nil) }
        let count = text.unicodeScalars.count
        for claim in claims {
          #expect(claim.start <= claim.end && claim.end <= count, "\(file.language): \(text)")
          // A speaker is quoted, never made up.
          if let speaker = claim.attribution {
            #expect(text.contains(speaker), "\(file.language): \(speaker): \(text)")
          }
        }
      }
    }
  }

  /// Seconds that this thread has been at work: other tests run at the same time.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A sentence that never ends, with a verb of saying at every turn: twice the words may not cost much more than twice.
  @Test(.timeLimit(.minutes(2)), arguments: ["said", "not", "if", "that", ",", "reportedly", "according to", "\""])
  func `a sentence without end costs no more than its length`(word: String) throws {
    func time(_ count: Int) throws -> Double {
      let text = String(repeating: "300 people died \(word) the mayor ", count: count)
      var metadata = ArticleMetadata()
      metadata.language = "en"
      let article = try ArticleReader().read(text: text, id: "long", metadata: metadata).article
      let extractor = ClaimExtractor(
        rules: [ModalityCorpus.rules["killed"]!],
        concepts: ["killed": Concept(name: "killed", terms: ["en": ["die"]])])
      var mentions = MentionExtractor(language: Language.of("en"))
      let found = article.blocks.map { mentions.mentions(in: $0.text, reference: nil) }
      let start = Self.processorTime()
      _ = extractor.claims(in: article) { _, i in found[i] }
      return Self.processorTime() - start
    }
    _ = try time(20)
    let (short, long) = (try time(150), try time(600))
    // Four times the words: sixteen times the work would be quadratic.
    #expect(long < short * 11, "\(short) for 150, \(long) for 600")
  }
}
