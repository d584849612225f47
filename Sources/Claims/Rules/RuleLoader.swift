import Articles
import Yams

/// Reads rules, concepts, names and settings, and finds all that is wrong with them in one go.
public enum RuleLoader {
  /// The files of settings, by name.
  static let settingsNames: Set<String> = ["factcheck.yaml", "factcheck.yml"]

  /// Reads rule files and folders of them.
  ///
  /// A folder is read with all folders in it: its `*.yaml` and `*.yml`, in the order of their names; hidden files are
  /// left out. `factcheck.yaml` holds the settings, every other file any of `rules`, `concepts` and `names`, which are
  /// put together before concepts are looked up.
  ///
  /// - Parameters:
  ///   - paths: files or folders.
  ///   - readFile: gives the bytes of a file; its errors become problems.
  /// - Returns: the rules and concepts that have nothing wrong with them, and the problems, in the order of files and
  ///   lines. An error among the problems means that the run cannot be trusted.
  public static func load(paths: [String], readFile: ((String) throws -> [UInt8])? = nil) -> RuleSet {
    read(paths: paths, readFile: readFile, keepsPlaces: false).set
  }

  /// Reads a rule file that is at hand as a text.
  ///
  /// - Parameters:
  ///   - text: YAML, with any of `rules`, `concepts`, `names` and `suppressions`. What it includes is read from disk.
  ///   - name: what problems call it; what it includes is looked for from its folder.
  /// - Returns: as ``load(paths:readFile:)`` does.
  public static func load(text: String, name: String = "rules.yaml") -> RuleSet {
    let file = RuleFiles.Found(path: name, depth: 0, isGiven: true)
    return read(
      [file], given: [name], problems: [],
      readFile: { path in path == name ? Array(text.utf8) : try RuleFiles.read(path) }, keepsPlaces: false
    ).set
  }

  /// As ``load(paths:readFile:)``, with where everything stands.
  public static func loadWithPlaces(paths: [String]) -> (set: RuleSet, places: RulePlaces) {
    read(paths: paths, readFile: nil, keepsPlaces: true)
  }

  private static func read(
    paths: [String], readFile: ((String) throws -> [UInt8])?, keepsPlaces: Bool
  ) -> (set: RuleSet, places: RulePlaces) {
    var problems: [Diagnostic] = []
    let found = RuleFiles.find(paths, problems: &problems)
    return read(found, given: paths, problems: problems, readFile: readFile, keepsPlaces: keepsPlaces)
  }

  private static func read(
    _ found: [RuleFiles.Found], given: [String], problems: [Diagnostic], readFile: ((String) throws -> [UInt8])?,
    keepsPlaces: Bool
  ) -> (set: RuleSet, places: RulePlaces) {
    var collection = RuleCollection(keepsPlaces: keepsPlaces)
    var order: [String: Int] = [:]
    for problem in problems { order[problem.location?.file ?? ""] = order.count }
    var queue = found
    var seen = Set(found.map { RuleFiles.canonical($0.path) })
    let settings = found.filter { settingsNames.contains(name(of: $0.path)) }
    let first = settings.enumerated().min { ($0.element.depth, $0.offset) < ($1.element.depth, $1.offset) }?.element
    var next = 0
    while next < queue.count {
      let file = queue[next]
      next += 1
      defer {
        // What is included is read after what asks for it, each file once. Its settings are those of other runs.
        for include in collection.includes {
          queue += RuleFiles.included(include, problems: &collection.problems)
            .filter { !settingsNames.contains(name(of: $0.path)) && seen.insert(RuleFiles.canonical($0.path)).inserted }
        }
        collection.includes = []
      }
      order[file.path] = order.count
      let bytes: [UInt8]
      do {
        bytes = try (readFile ?? RuleFiles.read)(file.path)
      } catch {
        collection.add(unreadable: file.path, reason: RuleFiles.reason(for: error))
        continue
      }
      guard settingsNames.contains(name(of: file.path)) else {
        collection.add(ruleFile: file.path, bytes: bytes)
        continue
      }
      if let first, first.path != file.path {
        collection.problems.append(
          Diagnostic(
            .error, "a second file of settings", at: .init(file: file.path),
            help: "the first one is \(first.path): keep one, or give it another name if it holds rules"))
        continue
      }
      collection.add(settingsFile: file.path, bytes: bytes)
    }
    let set = collection.ruleSet(
      fileOrder: order, foundProblems: problems, given: given, filesOnly: found.allSatisfy(\.isGiven))
    guard keepsPlaces else { return (set, RulePlaces()) }
    let included = Set(queue.dropFirst(found.count).map(\.path))
    return (set, collection.allPlaces(fileOrder: order, included: included))
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
