import CRuleLibrary
import Foundation

/// The files of the rule library: those that are built in, or those of a folder.
///
/// Who writes one tries it out with `FACTCHECK_LIBRARY=folder`, and builds nothing.
enum LibraryFiles {
  /// The environment variable that names the folder.
  static let variable = "FACTCHECK_LIBRARY"

  static var all: [(name: String, text: String)] {
    guard let folder = ProcessInfo.processInfo.environment[variable] else { return builtIn }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted().compactMap { name in
      let path = "\(folder)/\(name)"
      return (try? RuleFiles.read(path)).map { (path, String(decoding: $0, as: UTF8.self)) }
    }
  }

  /// Each begins with its name, as a comment.
  private static var builtIn: [(name: String, text: String)] {
    var size = 0
    guard let bytes = crulelibrary_all(&size) else { return [] }
    let all = UnsafeBufferPointer(start: bytes, count: size)
    return all.split(separator: 0).map { file in
      let first = file.prefix { $0 != UInt8(ascii: "\n") }
      let name = String(decoding: first, as: UTF8.self).filter { $0 != "#" && $0 != " " }
      return ("library/" + name, String(decoding: file, as: UTF8.self))
    }
  }
}
