import Foundation
import ICU
import Testing

@testable import Articles

/// The stories in `Corpus/encodings/`, which `make.py` there wrote in the encodings that their languages came in.
struct EncodingCorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Corpus/encodings")

  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var language: String
    var codec: String
    var bytes: [UInt8]
    var testDescription: String { name }
  }

  static let samples: [Sample] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      let parts = name.split(separator: ".").map(String.init)
      guard parts.count >= 3, parts.last == "txt", !["mojibake", "mixed"].contains(parts[1]),
        let data = try? Data(contentsOf: folder.appendingPathComponent(name))
      else { return nil }
      return Sample(name: name, language: parts[0], codec: parts[1], bytes: Array(data))
    }
  }()

  private static let stories: [String: String] = {
    let text = (try? String(contentsOf: folder.appendingPathComponent("texts.txt"), encoding: .utf8)) ?? ""
    var stories: [String: String] = [:]
    for part in text.components(separatedBy: "\n== ").dropFirst() {
      let cut = part.firstIndex(of: "\n") ?? part.endIndex
      stories[String(part[..<cut])] = String(part[part.index(after: cut)...])
    }
    return stories
  }()

  /// What the older encodings cannot write, written as people did then, and all letters composed.
  private static func plain(_ text: some StringProtocol) -> String {
    let signs: [Character: String] = [
      "’": "'", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "–": "-", "—": "-", "€": "euros", "…": "...",
      "\u{FEFF}": "", "\u{202F}": "\u{A0}",
    ]
    let text = Normalizer.normalize(String(text), .nfc)
    return text.map { signs[$0] ?? String($0) }.joined().trimmingCharacters(in: .newlines)
  }

  @Test func thereIsACorpus() {
    #expect(Self.samples.count >= 40)
    #expect(Set(Self.samples.map(\.codec)).count >= 20)
  }

  @Test(arguments: samples) func eachIsRead(_ sample: Sample) throws {
    let decoded = TextDecoder.decode(sample.bytes)
    let story = try #require(Self.stories[sample.language])
    #expect(Self.plain(decoded.text) == Self.plain(story), "\(decoded.encoding)")
    #expect(decoded.faults == 0)
    #expect(!decoded.isDoubtful)
  }

  @Test(arguments: samples) func aHeadlineIsEnough(_ sample: Sample) throws {
    // Capitals alone tell Apple's Cyrillic from Microsoft's.
    guard !sample.name.contains("utf"), sample.codec != "mac_cyrillic" else { return }
    let head = Array(sample.bytes.prefix { $0 != 0x0A })
    let story = try #require(Self.stories[sample.language])
    let decoded = TextDecoder.decode(head)
    #expect(Self.plain(decoded.text) == Self.plain(story.prefix { $0 != "\n" }), "\(decoded.encoding) \(decoded.text)")
  }
}
