/// What fingerprints call the articles, where that is not their ids.
///
/// Reports call an article by its path from the folder that the program was started in. Fingerprints must not: the same
/// finding has one id wherever the run was started, or no baseline would hold.
public struct ArticleKeys: Sendable {
  private var keys: [String: String]

  /// - Parameter keys: what fingerprints call an article, by its id; those that are left out go by their ids.
  public init(_ keys: [String: String] = [:]) { self.keys = keys }

  subscript(_ article: String) -> String { keys.isEmpty ? article : keys[article] ?? article }

  /// A path as it is from a folder: `../articles/a.txt` from `rules`. Links are not looked at.
  ///
  /// - Parameters:
  ///   - path: relative to `current`, or absolute.
  ///   - folder: the same.
  ///   - current: the current folder, absolute.
  public static func path(_ path: String, from folder: String, current: String) -> String {
    let path = parts(path, current)
    let folder = parts(folder, current)
    let common = zip(path, folder).prefix { $0 == $1 }.count
    let up = [Substring](repeating: "..", count: folder.count - common)
    return (up + path.dropFirst(common)).joined(separator: "/")
  }

  private static func parts(_ path: String, _ current: String) -> [Substring] {
    var parts: [Substring] = path.hasPrefix("/") ? [] : current.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts
  }
}
