import Articles
import Foundation

/// Finds rule files on disk.
enum RuleFiles {
  struct Found {
    var path: String
    /// How many folders below the path that was given.
    var depth: Int
    /// The path given was this very file.
    var isGiven: Bool
  }

  /// Why a file cannot be read, in words that follow its path.
  struct ReadError: Error {
    var reason: String
  }

  /// The bytes of a file.
  static func read(_ path: String) throws -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw ReadError(reason: reason(for: error))
    }
  }

  /// What the operating system said, without the wrapping.
  static func reason(for error: any Error) -> String {
    if let error = error as? ReadError { return error.reason }
    var inner = error as NSError
    while let next = inner.userInfo[NSUnderlyingErrorKey] as? NSError { inner = next }
    if inner.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(inner.code))).lowercased() }
    switch (error as NSError).code {
    case CocoaError.fileReadNoPermission.rawValue: return "permission denied"
    case CocoaError.fileReadNoSuchFile.rawValue: return "no such file"
    default: return "it cannot be read"
    }
  }

  /// The rule files under the paths, each once, in the order of the paths and of their names.
  static func find(_ paths: [String], problems: inout [Diagnostic]) -> [Found] {
    var found: [Found] = []
    var seen: Set<String> = []
    for path in paths {
      guard let kind = kind(of: path) else {
        problems.append(missing(path))
        continue
      }
      if kind == .folder {
        var folders: Set<String> = []
        let before = found.count
        walk(path, depth: 0, folders: &folders, found: &found, problems: &problems)
        if found.count == before, !problems.contains(where: { $0.location?.file == path }) {
          problems.append(empty(path))
        }
      } else {
        found.append(Found(path: path, depth: 0, isGiven: true))
      }
    }
    return found.filter { seen.insert(canonical($0.path)).inserted }
  }

  /// The rule files that another one includes.
  static func included(_ include: RuleCollection.Include, problems: inout [Diagnostic]) -> [Found] {
    let path =
      include.path.hasPrefix("/") || include.folder == "." ? include.path : tidy(join(include.folder, include.path))
    var found: [Diagnostic] = []
    let files = find([path], problems: &found)
    problems += found.map { problem in
      var problem = problem
      // What has to be mended is the line that asks for it.
      if problem.location?.file == path {
        problem.message = "`\(path)`: \(problem.message)"
        problem.location = include.location
        // What is written here counts from this file.
        problem.help = problem.help?.replacingOccurrences(of: "`\(include.folder)/", with: "`")
        if problem.help?.contains("factcheck run") == true { problem.help = "paths are relative to this file" }
      }
      return problem
    }
    return files
  }

  /// `rules/../shared` as `shared`.
  private static func tidy(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  private enum Kind { case file, folder, other }

  /// Follows links; nil where nothing is there, or a link leads nowhere.
  private static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  static func canonical(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func isRuleFile(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  private static func join(_ folder: String, _ name: String) -> String {
    if folder == "." || folder == "./" { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// - Parameter folders: the folders on the way, so that a link back to one of them ends there.
  private static func walk(
    _ folder: String, depth: Int, folders: inout Set<String>, found: inout [Found], problems: inout [Diagnostic]
  ) {
    guard folders.insert(canonical(folder)).inserted else { return }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      problems.append(
        Diagnostic(
          .error, "this folder cannot be read: \(reason(for: error))", at: .init(file: folder),
          help: "check who may read it: ls -ld \(folder)"))
      return
    }
    for name in names.sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    where !name.hasPrefix(".") {
      let path = join(folder, name)
      switch kind(of: path) {
      case .folder: walk(path, depth: depth + 1, folders: &folders, found: &found, problems: &problems)
      case .file where isRuleFile(name): found.append(Found(path: path, depth: depth, isGiven: false))
      case .file, .other: break
      case nil:
        guard isRuleFile(name) else { continue }
        problems.append(
          Diagnostic(
            .error, "this link leads nowhere, or in a circle", at: .init(file: path),
            help: "delete it, or point it to a rule file"))
      }
    }
  }

  // MARK: - Messages

  private static func missing(_ path: String) -> Diagnostic {
    let url = URL(filePath: path)
    let name = url.lastPathComponent
    let parent =
      path.split(separator: "/").count > 1
      ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : path.hasPrefix("/") ? "/" : "."
    let siblings = ((try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []).filter { !$0.hasPrefix(".") }
    let near = Suggestion.closest(to: name, among: siblings).map { "did you mean `\(join(parent, $0))`?" }
    return Diagnostic(
      .error, "there is no such file or folder", at: .init(file: path),
      help: near
        ?? "give the folder that holds the rules, as in: factcheck run rules/; `factcheck init` writes a first one")
  }

  private static func empty(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "this folder holds no rule files", at: .init(file: path),
      help: "rule files end with .yaml or .yml; `factcheck init my-checks` writes some to begin with")
  }
}
