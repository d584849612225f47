import Articles
import Claims
import Findings
import ICU
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What somebody decided to let pass, in the rules and beside the articles, and which of it was needed.
struct Suppressions {
  private var all: [Suppression]
  /// The articles that each one of `all` names, by their true paths; nil for those of a finding.
  private var files: [Set<String>?] = []
  private var isUsed: [Bool]
  private(set) var problems: [Diagnostic] = []

  /// - Parameters:
  ///   - articles: beside whose files suppressions may stand.
  ///   - today: the day that they may have run out by; nil where that is not asked.
  init(_ ruleSet: RuleSet, articles: [Article], today: Day?) {
    var all = ruleSet.suppressions
    var problems: [Diagnostic] = []
    let rules = Set(ruleSet.rules.map(\.id) + DateCheck.allCases.map(\.rule.id))
    var seen: Set<String> = []
    for article in articles where seen.insert(article.file).inserted {
      let path = article.file + Suppression.fileSuffix
      guard access(path, F_OK) == 0 else { continue }
      let name = article.file.split(separator: "/").last.map(String.init) ?? article.file
      let beside = SuppressionReader.read(
        path, besideArticle: name, rules: ruleSet.problems.isEmpty ? rules : [])
      all += beside.suppressions
      problems += beside.problems
    }
    all = all.filter { suppression in
      guard let today, let last = suppression.expires, last < today else { return true }
      problems.append(
        Diagnostic(
          .warning, "this suppression ran out on \(last)", at: suppression.location,
          help: "look at the \(suppression.name) again: mend it, or set a later day"))
      return false
    }
    self.all = all
    self.problems = problems
    isUsed = [Bool](repeating: false, count: all.count)
    for suppression in all {
      files.append(
        suppression.article.map { path in
          Set(ArticleFinder.find([path], base: suppression.folder).files.map { ArticleList.truePath($0.path) })
        })
    }
  }

  /// Sets claims aside. To be called before they are compared.
  mutating func mark(_ claims: inout [Claim], articles: [Article]) {
    guard files.contains(where: { $0 != nil }) else { return }
    let paths = Dictionary(
      articles.map { ($0.id, ArticleList.truePath($0.file)) }, uniquingKeysWith: { first, _ in first })
    var byPath: [String: [Int]] = [:]
    for (i, files) in files.enumerated() {
      for path in files ?? [] { byPath[path, default: []].append(i) }
    }
    for i in claims.indices {
      guard let path = paths[claims[i].article], let candidates = byPath[path] else { continue }
      for number in candidates where all[number].sets(claims[i]) {
        isUsed[number] = true
        if claims[i].setAside == nil { claims[i].setAside = all[number].reason }
      }
    }
  }

  /// Marks suppressed findings.
  mutating func mark(_ findings: inout [Finding]) {
    var byID: [String: Int] = [:]
    for (i, suppression) in all.enumerated() { if let id = suppression.finding { byID[id] = byID[id] ?? i } }
    guard !byID.isEmpty else { return }
    for i in findings.indices {
      guard let number = byID[findings[i].id] else { continue }
      isUsed[number] = true
      findings[i].standing = .suppressed(reason: all[number].reason)
    }
  }

  /// Those that let nothing pass: what they were written for is gone.
  ///
  /// - Parameter read: the articles, where not all were asked for. What is said of others, or of findings, which may need
  ///   them, is then not unused.
  func unused(read: [Article]?) -> [Diagnostic] {
    let read = read.map { Set($0.map { ArticleList.truePath($0.file) }) }
    return zip(all.indices, all).filter { i, _ in
      if isUsed[i] { return false }
      guard let read else { return true }
      return files[i].map { !$0.isDisjoint(with: read) } ?? false
    }.map { i, suppression in
      let isLost = files[i]?.isEmpty == true
      return Diagnostic(
        .warning,
        "this suppression lets nothing pass: there \(suppression.finding == nil ? "are no" : "is no") "
          + suppression.name, at: suppression.location,
        help: isLost
          ? "no article is found there: paths are relative to this file"
          : "delete it; if it should let something pass, its \(suppression.finding == nil ? "words" : "id") changed")
    }
  }
}
