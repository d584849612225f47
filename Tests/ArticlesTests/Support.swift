import Foundation

@testable import Articles

/// A folder that goes when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "factcheck-articles-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}

func article(
  _ text: String, _ format: ArticleFormat = .text, metadata: ArticleMetadata = ArticleMetadata(),
  options: ArticleOptions = ArticleOptions()
) throws -> Article {
  try ArticleReader(options: options).read(text: text, id: "test", format: format, metadata: metadata).article
}

extension Article {
  var texts: [String] { blocks.map(\.text) }
  /// What the file holds where the block's map says that the block lies.
  func source(_ block: Block) -> String {
    SourceText.slice(text.text, block.map.source(of: 0..<block.text.utf8.count))
  }
}

/// Every byte of every block must stand in the file where its map points, entities and line ends apart.
func isMapped(_ article: Article, except: Set<UInt8> = []) -> Bool {
  let file = Array(article.text.text.utf8)
  return article.blocks.allSatisfy { block in
    block.text.utf8.enumerated().allSatisfy { i, byte in
      let place = block.map.source(of: i)
      guard place < file.count else { return false }
      return file[place] == byte
        || (byte == 0x20 && (file[place] == 0x0A || file[place] == 0x0D || file[place] == 0x3C))
        || except.contains(file[place])
    }
  }
}
