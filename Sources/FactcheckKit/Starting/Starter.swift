import Articles
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A first set of rules and articles, to be run at once and then changed: what `factcheck init` writes.
public enum Starter {
  /// A file of the start.
  public struct File: Sendable {
    /// From the folder of the start.
    public var path: String
    /// What is in it.
    public var text: String
  }

  /// Settings, concepts, two rules, and two articles that they find a contradiction in.
  public static let files = [
    File(path: "rules/factcheck.yaml", text: StarterFiles.settings),
    File(path: "rules/concepts.yaml", text: StarterFiles.concepts),
    File(path: "rules/flood.yaml", text: StarterFiles.rules),
    File(path: "articles/flood.en.md", text: StarterFiles.english),
    File(path: "articles/inondation.fr.md", text: StarterFiles.french),
  ]

  /// Writes all files, and overwrites none.
  ///
  /// - Parameter folder: made where it is not there.
  /// - Returns: the paths written.
  /// - Throws: what stands in the way; then nothing was written.
  public static func write(to folder: String) throws(Diagnostic) -> [String] {
    let prefix = folder == "." || folder.isEmpty ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    let paths = files.map { prefix + $0.path }
    for path in paths where access(path, F_OK) == 0 {
      throw Diagnostic(
        .error, "there is such a file already, and nothing was written", at: .init(file: path),
        help: "name another folder: factcheck init my-checks")
    }
    for (file, path) in zip(files, paths) { try ReportFile.write(Array(file.text.utf8), to: path) }
    return paths
  }
}
