import Foundation

/// A folder that goes away with the test.
package final class Scratch {
  package let folder: URL

  package init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("factcheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  package func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  @discardableResult
  package func file(_ name: String, _ text: String) throws -> URL { try file(name, Data(text.utf8)) }

  @discardableResult
  package func file(_ name: String, _ data: Data) throws -> URL {
    let url = url(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url
  }
}
