/// Finds the articles that paths, folders and patterns name.
///
/// A named file is taken whatever its ending. A folder gives its articles, which it knows by their endings, and those of
/// the folders in it, in the order of the bytes of their names; hidden files stay out. A pattern may hold `*`, `?`,
/// `[a-z]`, `{a,b}` and `**`, and gives all that it matches but what is no text. A file that is named twice, or through
/// links, is found once. `-` is standard input.
public struct ArticleFinder {
  /// The endings by which a folder's articles are known.
  public static let endings = ArticleFormat.allCases.flatMap(\.endings)

  /// The path that means standard input.
  public static let standardInput = "-"
  /// What stands beside an article `a.md` as `a.md.factcheck.yaml` is about it, and no article.
  public static let notesSuffix = ".factcheck.yaml"

  public struct Found: Sendable, Hashable {
    /// The file, from the folder that the program runs in.
    public var path: String
    /// What reports call it: the path, without needless `./` and `x/../`.
    public var id: String
  }

  public struct Result: Sendable {
    public var files: [Found] = []
    /// Paths that are not there, patterns that match nothing, loops of links, folders that may not be read.
    public var problems: [Diagnostic] = []
  }

  private let base: String
  private var result = Result()
  private var seen: Set<FileIdentity> = []
  /// Folders that the path at hand went through, with what was left of the pattern: links make many ways to one folder,
  /// and each is gone but once.
  private var visited: Set<Visit> = []
  private var passedOver = PassedOver()

  private struct Visit: Hashable {
    var folder: FileIdentity
    var partsLeft: Int
  }

  /// - Parameter base: the folder that relative paths count from; empty for the one the program runs in.
  public static func find(_ paths: [String], base: String = "") -> Result {
    var finder = ArticleFinder(base: base)
    for path in paths { finder.add(path) }
    return finder.result
  }

  private init(base: String) { self.base = base }

  private mutating func add(_ path: String) {
    if path == Self.standardInput {
      if !result.files.contains(where: { $0.path == path }) { result.files.append(Found(path: path, id: path)) }
      return
    }
    visited = []
    passedOver = PassedOver()
    let full = Self.tidy(base.isEmpty || path.hasPrefix("/") ? path : base + "/" + path)
    switch FileIdentity.of(full) {
    case .success((.folder, let identity)):
      let before = result.files.count + result.problems.count
      walk(full, ancestors: [identity]) { name in Self.isArticle(name) }
      if result.files.count + result.problems.count == before, !seesAgain(full) { problem(emptyFolder(full)) }
    case .success((_, let identity)): take(full, identity)
    case .failure(let error):
      if Glob.isPattern(full) { expand(full) } else { problem(FileBytes.failure(full, error.code)) }
    }
    if let note = passedOver.note(at: full) { problem(note) }
  }

  private mutating func problem(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    if let file = diagnostic.location?.file { diagnostic.location?.file = FileName.shown(file) }
    if !result.problems.contains(diagnostic) { result.problems.append(diagnostic) }
  }

  private mutating func take(_ path: String, _ identity: FileIdentity) {
    if seen.insert(identity).inserted { result.files.append(Found(path: path, id: FileName.shown(path))) }
  }

  // MARK: Folders

  /// Whether a folder that gave nothing new holds articles that were found before.
  private func seesAgain(_ folder: String) -> Bool {
    var again = ArticleFinder(base: "")
    again.walk(folder, ancestors: []) { Self.isArticle($0) }
    return !again.result.files.isEmpty
  }

  private mutating func walk(_ folder: String, ancestors: [FileIdentity], _ wanted: (String) -> Bool) {
    let listing = FolderListing(folder)
    if listing.failure != 0 { return problem(FileBytes.failure(folder, listing.failure)) }
    for name in listing.names {
      let path = Self.join(folder, name)
      switch FileIdentity.of(path) {
      case .success((.folder, let identity)):
        guard !ancestors.contains(identity) else {
          problem(loop(path))
          continue
        }
        if visited.insert(Visit(folder: identity, partsLeft: 0)).inserted {
          walk(path, ancestors: ancestors + [identity], wanted)
        }
      case .success((_, let identity)):
        if wanted(name) { take(path, identity) } else { passedOver.addDocument(path, name: name) }
      case .failure(let error): if wanted(name) || Self.isLoop(error.code) { problem(broken(path, error.code)) }
      }
    }
  }

  static func isArticle(_ name: some StringProtocol) -> Bool {
    endings.contains(ArticleFormat.ending(of: name))
  }

  // MARK: Patterns

  private mutating func expand(_ pattern: String) {
    guard let patterns = Glob.braces(pattern) else {
      return problem(
        Diagnostic(
          .error, "stands for more than a thousand patterns", at: .init(file: pattern), help: "use `*` or a folder"))
    }
    let before = result.problems.count
    var matched = false
    for pattern in patterns {
      visited = []
      let parts = pattern.split(separator: "/").map(String.init)
      matched = match(pattern.hasPrefix("/") ? "/" : "", parts[...], ancestors: []) || matched
    }
    if !matched, result.problems.count == before, passedOver.isEmpty { problem(noMatch(pattern)) }
    // Nobody asks for articles to get none.
    passedOver.severity = matched ? .note : .error
  }

  /// Follows the parts of a pattern down the folders; true where a file matched, found before or not.
  private mutating func match(_ folder: String, _ parts: ArraySlice<String>, ancestors: [FileIdentity]) -> Bool {
    guard let part = parts.first else { return false }
    let rest = parts.dropFirst()
    if !Glob.isPattern(part) { return reach(Self.join(folder, part), rest, ancestors) }
    var matched = false
    // `**` at the end means all files below.
    if part == "**" { matched = match(folder, rest.isEmpty ? ["*"] : rest, ancestors: ancestors) }
    let listing = FolderListing(folder.isEmpty ? "." : folder)
    if listing.failure != 0 {
      problem(FileBytes.failure(folder, listing.failure))
      return matched
    }
    for name in listing.names {
      let path = Self.join(folder, name)
      if part == "**" {
        guard case .success((.folder, let identity)) = FileIdentity.of(path) else { continue }
        if ancestors.contains(identity) {
          problem(loop(path))
        } else if visited.insert(Visit(folder: identity, partsLeft: parts.count)).inserted {
          matched = match(path, parts, ancestors: ancestors + [identity]) || matched
        }
      } else if Glob.matches(name, part), !name.hasSuffix(Self.notesSuffix) {
        matched = reach(path, rest, ancestors) || matched
      }
    }
    return matched
  }

  private mutating func reach(_ path: String, _ rest: ArraySlice<String>, _ ancestors: [FileIdentity]) -> Bool {
    switch FileIdentity.of(path) {
    case .success((.folder, _)): return !rest.isEmpty && match(path, rest, ancestors: ancestors)
    case .success((_, let identity)):
      guard rest.isEmpty else { return false }
      if !Self.isArticle(path.split(separator: "/").last ?? ""), let what = PassedOver.kind(of: path) {
        passedOver.add(path, what)
        return false
      }
      take(path, identity)
      return true
    case .failure(let error):
      if Self.isLoop(error.code) || (rest.isEmpty && Self.isLink(path)) { problem(broken(path, error.code)) }
      return false
    }
  }
}

// MARK: Messages and paths

extension ArticleFinder {
  private func loop(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "is a loop of symbolic links: it leads back to a folder that it lies in", at: .init(file: path),
      help: "remove the link, or list the articles' folders one by one")
  }

  private func broken(_ path: String, _ code: Int32) -> Diagnostic {
    if Self.isLoop(code) || !Self.isLink(path) { return FileBytes.failure(path, code) }
    return Diagnostic(
      .error, "is a symbolic link that leads nowhere", at: .init(file: path), help: "mend the link or remove it")
  }

  private func emptyFolder(_ folder: String) -> Diagnostic {
    let endings = Self.endings.map { "." + $0 }.joined(separator: ", ")
    let others = FolderListing(folder).names.prefix(3).map { "“\(FileName.shown($0))”" }.joined(separator: ", ")
    return Diagnostic(
      .error, "holds no articles", at: .init(file: folder),
      help: "articles end in \(endings)"
        + (others.isEmpty
          ? "; this folder is empty" : "; there is \(others): name such a file, or use a pattern such as `*`"))
  }

  private func noMatch(_ pattern: String) -> Diagnostic {
    let fixed = pattern.split(separator: "/").map(String.init).prefix { !Glob.isPattern($0) }
    let folder = (pattern.hasPrefix("/") ? "/" : "") + fixed.joined(separator: "/")
    if !folder.isEmpty, case .failure(let error) = FileIdentity.of(folder) {
      var diagnostic = FileBytes.failure(folder, error.code)
      diagnostic.message = "matches nothing: \(folder) \(diagnostic.message)"
      diagnostic.location = .init(file: pattern)
      return diagnostic
    }
    let names = FolderListing(folder.isEmpty ? "." : folder).names
    let there = names.prefix(3).map { "“\(FileName.shown($0))”" }.joined(separator: ", ")
    return Diagnostic(
      .error, "matches no file", at: .init(file: pattern),
      help: there.isEmpty ? "the folder is empty" : "there is \(there)\(names.count > 3 ? " and more" : "")")
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The path without `.` and, where it leads to the same file, without `x/..`.
  static func tidy(_ path: String) -> String {
    func normal(_ climbs: Bool) -> String {
      var parts: [Substring] = []
      for part in path.split(separator: "/") where part != "." {
        if climbs, part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
      }
      let joined = parts.joined(separator: "/")
      return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
    }
    let short = normal(true)
    let long = normal(false)
    // A file of that name, which by itself means standard input.
    if short == standardInput { return "./" + short }
    if short == long || Glob.isPattern(path) { return short }
    switch (FileIdentity.of(short), FileIdentity.of(long)) {
    case (.success(let a), .success(let b)): return a.1 == b.1 ? short : long
    case (.failure, .failure): return short
    default: return long
    }
  }
}
