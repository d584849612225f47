import Articles
import CICU
import ICU
import Languages
import Mentions

/// What extraction must reach of ICU's speed.
private let required = 0.3
private let megabytes = 4
private let rounds = 5

/// One text with its language.
private struct Passage {
  /// ICU walks an article so many times over in one go, so that what opening an iterator costs does not count.
  static let copies = 50

  var language: String
  var day: Day?
  var paragraphs: [[UInt8]]
  var utf16: [UInt16]
  var utf8: [UInt8]

  init(_ article: Article) {
    language = article.language
    day = article.day
    paragraphs = article.blocks.map { Array($0.text.utf8) }
    let text = String(repeating: article.blocks.map { $0.text + "\n" }.joined(), count: Self.copies)
    utf16 = Array(text.utf16)
    utf8 = Array(text.utf8)
  }
}

/// The same passages again and again.
private struct Load {
  var name: String
  var passages: [Passage]
  var repeats: Int
  var size: Int { repeats * passages.reduce(0) { $0 + $1.utf8.count } }

  init(_ name: String, _ passages: [Passage]) {
    self.name = name
    self.passages = passages
    repeats = max(1, megabytes * 1_000_000 / max(1, passages.reduce(0) { $0 + $1.utf8.count }))
  }
}

/// Extraction on one core beside ICU's word-break iterator, which walks the same text in the same run and does nothing
/// else: once over UTF-16 that was converted beforehand, once over UTF-8 as it stands.
///
/// - Returns: whether extraction is fast enough everywhere.
func runExtractionBenchmark(articles folder: String) -> Bool {
  let passages = read(folder)
  guard !passages.isEmpty else {
    print("no articles in \(folder)")
    return false
  }
  let languages = Dictionary(grouping: passages, by: \.language).sorted { $0.key < $1.key }
  let loads = languages.map { Load($0.key, $0.value) } + [Load("mix", passages)]
  print(
    "Extraction on one core, beside ICU walking the words of the same \(megabytes) MB: median of \(rounds), MB/s of UTF-8\n"
  )
  var table = Table()
  table.add("text", "ICU, UTF-16", "ICU, UTF-8", "extraction", "of UTF-16", "of UTF-8", "mentions")
  var lowest = (ratio: Double.infinity, name: "")
  for load in loads {
    let speed = measure(load)
    let ratio = speed.extraction / speed.utf16
    if ratio < lowest.ratio { lowest = (ratio, load.name) }
    table.add(
      load.name, fixed(speed.utf16, 1), fixed(speed.utf8, 1), fixed(speed.extraction, 1), fixed(ratio, 2),
      fixed(speed.extraction / speed.utf8, 2), String(speed.mentions))
  }
  table.show()
  let isEnough = lowest.ratio >= required
  print(
    "\nrequired: \(fixed(required, 2)) of ICU; lowest: \(fixed(lowest.ratio, 2)) (\(lowest.name)) \(isEnough ? "✓" : "✗ too slow")"
  )
  return isEnough
}

private func read(_ folder: String) -> [Passage] {
  ArticleFinder.find([folder]).files.compactMap { file in
    (try? ArticleReader().read(file.path, id: file.id)).map { Passage($0.article) }
  }
}

private func measure(_ load: Load) -> (utf16: Double, utf8: Double, extraction: Double, mentions: Int) {
  var extractors: [String: MentionExtractor] = [:]
  for passage in load.passages {
    extractors[passage.language] = MentionExtractor(language: Language.of(passage.language))
  }
  var times: (utf16: [Double], utf8: [Double], extraction: [Double]) = ([], [], [])
  var mentions = 0
  var pieces: Int64 = 0
  // The first round warms up.
  for round in 0...rounds {
    // In turns, so that whatever else the machine does hits all alike.
    let utf16 = seconds {
      for _ in 0..<load.repeats {
        for passage in load.passages {
          pieces += cicu_walk_words_utf16(passage.language, passage.utf16, passage.utf16.count)
        }
      }
    }
    let utf8 = seconds {
      for _ in 0..<load.repeats {
        for passage in load.passages {
          pieces -= cicu_walk_words_utf8(passage.language, passage.utf8, passage.utf8.count)
        }
      }
    }
    mentions = 0
    let extraction = seconds {
      for _ in 0..<load.repeats {
        for passage in load.passages {
          for _ in 0..<Passage.copies {
            for paragraph in passage.paragraphs {
              paragraph.withUnsafeBufferPointer {
                mentions += extractors[passage.language]?.mentions(in: $0, reference: passage.day).count ?? 0
              }
            }
          }
        }
      }
    }
    guard round > 0 else { continue }
    times.utf16.append(utf16)
    times.utf8.append(utf8)
    times.extraction.append(extraction)
  }
  if pieces != 0 { print("\(load.name): ICU cuts UTF-8 and UTF-16 differently") }
  let size = Double(load.size) / 1e6
  return (size / median(times.utf16), size / median(times.utf8), size / median(times.extraction), mentions)
}
