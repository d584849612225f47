/// What is left of a story to tell copies of it by: the smallest hashes of all its runs of letters.
///
/// A sketch holds those hashes of the text's runs of ``run`` letters and digits that are smaller than a bound, so that
/// the same run is in the sketches of all texts or of none: the share of one sketch that is in another estimates how much of the
/// one text is in the other (Broder, “On the resemblance and containment of documents”, 1997; sampling by a bound rather
/// than by number keeps it true for texts of different lengths).
public struct ArticleSketch: Sendable, Hashable {
  /// Letters and digits in a run: about three words, so that a changed word costs little.
  static let run = 16
  /// No more hashes are kept; then the bound is the largest of them.
  static let most = 1024

  /// Sorted, each once.
  private(set) var hashes: [UInt64] = []
  /// All hashes of the text below this one are in the sketch.
  private(set) var bound = UInt64.max
  /// Letters and digits of the text.
  private(set) var length = 0

  /// - Parameter blocks: the story, without what repeats itself.
  public init(_ blocks: [Block]) {
    for block in blocks where block.kind != .caption {
      let key = Repeats.key(block.text)
      length += key.count
      add(key)
    }
    hashes.sort()
    var distinct: [UInt64] = []
    for hash in hashes where distinct.last != hash { distinct.append(hash) }
    if distinct.count > Self.most {
      distinct.removeLast(distinct.count - Self.most)
      bound = distinct.last ?? .max
    }
    hashes = distinct
  }

  /// Runs of one paragraph. The hash rolls: a step takes the letter that leaves from it and adds the one that comes.
  private mutating func add(_ key: [UInt16]) {
    guard key.count >= Self.run else { return }
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    var highest: UInt64 = 1
    for _ in 1..<Self.run { highest = highest &* base }
    var rolling: UInt64 = 0
    for i in key.indices {
      if i >= Self.run { rolling = rolling &- (UInt64(key[i - Self.run]) &+ 1) &* highest }
      rolling = rolling &* base &+ UInt64(key[i]) &+ 1
      guard i >= Self.run - 1 else { continue }
      // Neighbours must not have neighbouring hashes (the finaliser of MurmurHash3).
      var hash = rolling
      hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
      hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
      hash ^= hash >> 33
      // A quarter of them is enough.
      if hash & 3 == 0 { hashes.append(hash) }
    }
  }

  /// How much of the shorter text is in the longer one, about, 0–1; 0 where there is too little to tell.
  public func containment(with other: ArticleSketch) -> Double {
    let (a, b) = length <= other.length ? (self, other) : (other, self)
    let limit = min(a.bound, b.bound)
    var i = 0
    var j = 0
    var common = 0
    var asked = 0
    while i < a.hashes.count, a.hashes[i] <= limit {
      while j < b.hashes.count, b.hashes[j] < a.hashes[i] { j += 1 }
      asked += 1
      if j < b.hashes.count, b.hashes[j] == a.hashes[i] { common += 1 }
      i += 1
    }
    return asked >= 8 ? Double(common) / Double(asked) : 0
  }
}

/// Finds articles that are copies, or nearly, of others.
public enum Copies {
  /// So much of the shorter one must be in the longer one.
  static let enough = 0.7
  /// And the longer one may be so many times as long: a notice of two sentences out of a long story is no copy of it.
  static let longest = 4.0
  /// Hashes that more articles share tell nothing: it is boilerplate.
  private static let crowd = 64

  /// For each article the place of the one that it is a copy of; nil for originals. Of copies the one of the earliest
  /// day is the original, the first of these, and the first of all where none has a day. O(n log n).
  ///
  /// - Parameter articles: a sketch and the number of its day each.
  public static func originals(_ articles: [(sketch: ArticleSketch, day: Int?)]) -> [Int?] {
    var owners: [(hash: UInt64, article: Int)] = []
    for (i, article) in articles.enumerated() { owners += article.sketch.hashes.map { ($0, i) } }
    owners.sort { ($0.hash, $0.article) < ($1.hash, $1.article) }
    var pairs: Set<Pair> = []
    var start = 0
    while start < owners.count {
      var end = start + 1
      while end < owners.count, owners[end].hash == owners[start].hash { end += 1 }
      if end - start <= crowd {
        // Copies of copies are found through their neighbours.
        for k in start + 1..<max(end, start + 1) {
          pairs.insert(Pair(a: owners[start].article, b: owners[k].article))
          pairs.insert(Pair(a: owners[k - 1].article, b: owners[k].article))
        }
      }
      start = end
    }
    var groups = Groups(articles.count)
    for pair in pairs where groups.root(pair.a) != groups.root(pair.b) {
      let (a, b) = (articles[pair.a].sketch, articles[pair.b].sketch)
      guard Double(max(a.length, b.length)) <= longest * Double(min(a.length, b.length)),
        a.containment(with: b) >= enough
      else { continue }
      groups.join(pair.a, pair.b)
    }
    var first: [Int: Int] = [:]
    for i in articles.indices.sorted(by: { (articles[$0].day ?? .max, $0) < (articles[$1].day ?? .max, $1) }) {
      let root = groups.root(i)
      if first[root] == nil { first[root] = i }
    }
    return articles.indices.map { i in
      let original = first[groups.root(i)]
      return original == i ? nil : original
    }
  }

  /// Tells sentences apart by their letters and digits alone; equal for sentences that a copy changed no word of.
  public static func fingerprint(_ sentence: String) -> UInt64 { Repeats.hash(Repeats.key(sentence)) }

  private struct Pair: Hashable {
    var a: Int
    var b: Int
  }

  /// Sets that only grow together.
  private struct Groups {
    private var parent: [Int]
    init(_ count: Int) { parent = Array(0..<count) }

    mutating func root(_ i: Int) -> Int {
      var i = i
      while parent[i] != i {
        parent[i] = parent[parent[i]]
        i = parent[i]
      }
      return i
    }

    mutating func join(_ a: Int, _ b: Int) {
      let (a, b) = (root(a), root(b))
      parent[max(a, b)] = min(a, b)
    }
  }
}
