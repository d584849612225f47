import ICU

/// All spellings of a run, gathered into persons.
///
/// Spellings are filed under the sounds of their words, and compared only with those filed beside them; spellings that
/// occur many times are compared once. A name of one word (a family name) stands for every person whom it fits.
struct NameRegister {
  struct Person {
    /// Indices of spellings that are this person and no other.
    var spellings: [Int] = []
    var canonical = 0
    /// Why each spelling is the canonical one.
    var steps: [Int: [String]] = [:]
    /// Only known in Han script: no transliteration ties it to a name in letters.
    var isHanOnly = false
  }

  private(set) var spellings: [NameSpelling] = []
  private var counts: [Int] = []
  private var index: [String: Int] = [:]
  private(set) var persons: [Person] = []
  /// The persons that each spelling may be, ascending.
  private(set) var personsOf: [[Int]] = []
  private let speller = NameSpeller()
  /// Spellings that the rules say are one, by the number of their entry.
  private var listed: [Int: Int] = [:]
  private var files: [String: [Int]] = [:]
  /// At most so many spellings of one file are compared with a new one.
  private static let largestFile = 400

  /// - Parameter names: as ``RuleSet/names``.
  init(names: [String: [String]]) {
    for (number, entry) in names.sorted(by: { $0.key < $1.key }).enumerated() {
      for text in [entry.key] + entry.value {
        let spelling = add(text, language: "und", count: 0)
        if listed[spelling] == nil { listed[spelling] = number }
      }
    }
  }

  private static func key(_ text: String) -> String { Folding.fold(text) }

  /// - Returns: the number of the spelling.
  @discardableResult
  mutating func add(_ text: String, language: String, count: Int = 1) -> Int {
    let key = Self.key(text)
    if let known = index[key] {
      counts[known] += count
      if spellings[known].language == "und", language != "und" {
        spellings[known] = speller.spelling(spellings[known].text, language: language)
      }
      return known
    }
    index[key] = spellings.count
    spellings.append(speller.spelling(text, language: language))
    counts.append(count)
    return spellings.count - 1
  }

  func number(of text: String) -> Int? { index[Self.key(text)] }

  // MARK: - Persons

  /// Call once all spellings are known. The outcome does not depend on their order.
  mutating func settle() {
    let order = spellings.indices.sorted { a, b in
      let (x, y) = (spellings[a], spellings[b])
      return x.fullWords != y.fullWords ? x.fullWords > y.fullWords : x.text < y.text
    }
    var parent = Array(spellings.indices)
    func root(_ i: Int) -> Int {
      var i = i
      while parent[i] != i {
        parent[i] = parent[parent[i]]
        i = parent[i]
      }
      return i
    }
    var fits: [Int: [Int]] = [:]
    files = [:]
    var entries: [Int: Int] = [:]
    for i in order {
      if let entry = listed[i] {
        if let first = entries[entry] { parent[root(i)] = root(first) } else { entries[entry] = i }
      }
      let keys = keys(of: spellings[i])
      var seen: Set<Int> = []
      for key in keys.sought.sorted() {
        for other in (files[key] ?? []).prefix(Self.largestFile) where seen.insert(other).inserted {
          guard root(i) != root(other), let match = NameMatcher.match(spellings[i], spellings[other]) else { continue }
          switch match.relation {
          case .same: parent[root(i)] = root(other)
          case .firstIsPart: fits[i, default: []].append(other)
          case .secondIsPart: fits[other, default: []].append(i)
          }
        }
      }
      for key in keys.filed { files[key, default: []].append(i) }
    }
    gather(order, root, fits)
  }

  /// Names of several words are filed under each two of them, and under each for names of one word to find.
  private func keys(of spelling: NameSpelling) -> (filed: Set<String>, sought: Set<String>) {
    var singles: Set<String> = []
    var pairs: Set<String> = []
    for reading in spelling.readings {
      let words = reading.filter { !$0.isInitial }.prefix(6).map { Set($0.keys.map { "1\($0)" }) }
      for (i, word) in words.enumerated() {
        singles.formUnion(word)
        for other in words[(i + 1)...] {
          for x in word { for y in other { pairs.insert(x < y ? "\(x)|\(y)" : "\(y)|\(x)") } }
        }
      }
    }
    let joined = joinedKeys(spelling).map { "+\($0)" }
    let isFull = spelling.fullWords > 1
    return (singles.union(pairs).union(joined), (isFull ? pairs : singles).union(joined))
  }

  /// Words cut otherwise sound the same only as a whole.
  private func joinedKeys(_ spelling: NameSpelling) -> [String] {
    spelling.readings.flatMap { words -> [String] in
      guard words.count > 1, words.count <= 4, let first = words.first else { return [] }
      return words.dropFirst().reduce(first, +).readings.prefix(2).flatMap(\.keys)
    }
  }

  private mutating func gather(_ order: [Int], _ root: (Int) -> Int, _ fits: [Int: [Int]]) {
    var groups: [Int: [Int]] = [:]
    for i in order { groups[root(i), default: []].append(i) }
    // What fits a longer name is that person, if there is but one.
    var above: [Int: Set<Int>] = [:]
    for (part, wholes) in fits {
      for whole in wholes where root(whole) != root(part) { above[root(part), default: []].insert(root(whole)) }
    }
    func tops(_ group: Int, _ depth: Int) -> Set<Int> {
      let wholes = above[group] ?? []
      guard !wholes.isEmpty, depth < 8 else { return [group] }
      return wholes.reduce(into: []) { $0.formUnion(tops($1, depth + 1)) }
    }
    var settled: [Int: [Int]] = [:]
    var members: [Int: [Int]] = [:]
    for group in groups.keys.sorted() {
      let whole = tops(group, 0)
      settled[group] = whole.sorted()
      if whole.count == 1, let only = whole.first { members[only, default: []] += groups[group] ?? [] }
    }
    var people: [(root: Int, person: Person)] = []
    for (top, spellings) in members {
      var person = Person(spellings: spellings.sorted())
      person.canonical = canonical(of: person.spellings)
      person.isHanOnly = person.spellings.allSatisfy { self.spellings[$0].script == .han }
      people.append((top, person))
    }
    // Han names that nothing ties go behind the others: they conflict with none of them.
    people.sort { a, b in
      if a.person.isHanOnly != b.person.isHanOnly { return b.person.isHanOnly }
      return spellings[a.person.canonical].text < spellings[b.person.canonical].text
    }
    let number = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($0.element.root, $0.offset) })
    persons = people.map(\.person)
    personsOf = spellings.indices.map { i in (settled[root(i)] ?? []).compactMap { number[$0] }.sorted() }
    for p in persons.indices {
      for i in persons[p].spellings where i != persons[p].canonical {
        persons[p].steps[i] = steps(from: i, to: persons[p].canonical, among: persons[p].spellings)
      }
    }
  }

  /// The spelling that names a person: a full one, in Latin letters, common, of an article in English.
  private func canonical(of members: [Int]) -> Int {
    func rank(_ i: Int) -> (Int, Int, Int, Int, Int) {
      let spelling = spellings[i]
      let isListed = listed[i] != nil && counts[i] == 0
      return (
        spelling.isSingle ? 1 : 0, isListed ? 1 : 0, spelling.script == .latin ? 0 : 1, -counts[i],
        spelling.language == "en" ? 0 : 1
      )
    }
    return members.min { a, b in
      let (x, y) = (rank(a), rank(b))
      return x != y ? x < y : spellings[a].text < spellings[b].text
    } ?? 0
  }

  private func steps(from spelling: Int, to canonical: Int, among members: [Int]) -> [String] {
    if let direct = NameMatcher.match(spellings[spelling], spellings[canonical]) { return direct.steps }
    if let a = listed[spelling], listed[canonical] == a { return ["listed under `names`"] }
    for other in members where other != spelling && other != canonical {
      let isListed = listed[other] != nil && listed[other] == listed[spelling]
      let way =
        isListed
        ? NameMatch(relation: .same, steps: ["listed under `names`"])
        : NameMatcher.match(spellings[spelling], spellings[other])
      guard let way else { continue }
      let isEnd = listed[other] != nil && listed[other] == listed[canonical]
      if isEnd || NameMatcher.match(spellings[other], spellings[canonical]) != nil {
        return way.steps + ["by way of \(spellings[other].text)"] + (isEnd && !isListed ? ["listed under `names`"] : [])
      }
    }
    return ["by way of other spellings"]
  }

  /// The persons that a spelling may be, as stretches of a line: each person is a point, in the order of ``persons``.
  func possibilities(of spelling: Int) -> [Interval] {
    let numbers = personsOf[spelling]
    let isHanOnly = numbers.allSatisfy { persons[$0].isHanOnly }
    var intervals = numbers.map { Interval.point(Double($0)) }
    if isHanOnly, let first = persons.firstIndex(where: \.isHanOnly), first > 0 {
      intervals.insert(Interval(0, Double(first - 1)), at: 0)
    }
    return intervals
  }
}
