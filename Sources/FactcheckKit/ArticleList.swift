import Articles
import Claims

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The articles of a run: which files, and what the settings say of them.
struct ArticleList: Sendable {
  struct File: Sendable {
    var path: String
    /// What reports call it.
    var id: String
    var metadata = ArticleMetadata()
    /// What is in it, where that is at hand: the file is then not read.
    var content: ArticleInput.Content?
  }

  private(set) var files: [File] = []
  private(set) var problems: [Diagnostic] = []
  /// Where each file stands in `files`, by its one true path.
  private var index: [String: Int] = [:]

  /// - Parameter inputs: all that is to be checked. What the settings say of a file holds all the same.
  init(settings: Settings, inputs: [ArticleInput]) {
    var texts: Set<String> = []
    for input in inputs {
      guard case .path(let path) = input.content else {
        if texts.insert(input.id).inserted {
          files.append(File(path: input.id, id: input.id, metadata: input.metadata, content: input.content))
        } else {
          problems.append(
            Diagnostic(.error, "two texts have the id ‘\(input.id)’", help: "give each text an id of its own"))
        }
        continue
      }
      let list = ArticleList(settings: settings, paths: [path])
      problems += list.problems
      for var file in list.files where index[Self.truePath(file.path)] == nil {
        index[Self.truePath(file.path)] = files.count
        file.metadata = input.metadata.or(file.metadata)
        files.append(file)
      }
    }
    if inputs.isEmpty {
      problems.append(Diagnostic(.error, "there are no articles to check", help: "give at least one"))
    }
  }

  /// - Parameter paths: instead of those that the settings list. What the settings say of a file holds all the same.
  init(settings: Settings, paths: [String]) {
    guard paths.isEmpty else {
      let found = ArticleFinder.find(paths)
      problems = found.problems
      for file in found.files { add(file) }
      // What is wrong with articles that nobody asked for is no problem of this run.
      let asked = problems
      for entry in settings.articles where !Self.metadata(entry).isEmpty {
        for file in ArticleFinder.find([entry.path], base: settings.folder).files { describe(file, entry) }
      }
      problems = asked
      return
    }
    for entry in settings.articles {
      let found = ArticleFinder.find([entry.path], base: settings.folder)
      problems += found.problems.map { found.files.isEmpty ? Self.anchored($0, entry) : $0 }
      for file in found.files {
        add(file)
        describe(file, entry)
      }
    }
    if settings.articles.isEmpty {
      problems.append(
        Diagnostic(
          .error, "there are no articles to check",
          help: "list them under `articles:` in the factcheck.yaml beside the rules, or name them with --articles"))
    }
  }

  private mutating func add(_ file: ArticleFinder.Found) {
    let key = Self.truePath(file.path)
    guard index[key] == nil else { return }
    index[key] = files.count
    files.append(File(path: file.path, id: file.id))
  }

  /// Of two entries that speak of one file, the later one wins: a pattern stands before its exceptions.
  private mutating func describe(_ file: ArticleFinder.Found, _ entry: ArticleEntry) {
    guard let place = index[Self.truePath(file.path)] else { return }
    let new = Self.metadata(entry)
    var known = files[place].metadata
    known.day = new.day ?? known.day
    known.language = new.language ?? known.language
    known.title = new.title ?? known.title
    known.source = new.source ?? known.source
    known.url = new.url ?? known.url
    files[place].metadata = known
  }

  private static func metadata(_ entry: ArticleEntry) -> ArticleMetadata {
    ArticleMetadata(
      day: entry.day, language: entry.language, title: entry.title, source: entry.source, url: entry.url)
  }

  /// Where an entry finds nothing, the entry is what has to be mended.
  private static func anchored(_ problem: Diagnostic, _ entry: ArticleEntry) -> Diagnostic {
    guard let place = entry.location else { return problem }
    var problem = problem
    if let file = problem.location?.file { problem.message = "\(file) \(problem.message)" }
    problem.location = place
    return problem
  }

  static func truePath(_ path: String) -> String {
    guard let resolved = FileName.withPath(path, { realpath($0, nil) }) else { return path }
    defer { free(resolved) }
    return FileName.string(resolved)
  }
}

extension ArticleMetadata {
  fileprivate var isEmpty: Bool { self == ArticleMetadata() }
}
