import Claims

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Settings {
  /// The folder that the settings want reports in, from the current one; nil where they do not say.
  public var outputFolder: String? { output.map { path(of: $0) } }

  /// A path of the settings, which is relative to their folder, from the current one.
  public func path(of output: String) -> String {
    if output.hasPrefix("/") { return output }
    var parts = folder.split(separator: "/").map(String.init)
    let root = folder.hasPrefix("/") ? "/" : ""
    for part in output.split(separator: "/") where part != "." {
      // `rules/../reports` is `reports`, unless `rules` is a link to a folder elsewhere.
      if part == "..", let last = parts.last, last != "..", last != ".",
        !Self.isLink(root + parts.joined(separator: "/"))
      {
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    if parts.first == "." { parts.removeFirst() }
    let path = root + parts.joined(separator: "/")
    return path.isEmpty ? "." : path
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
