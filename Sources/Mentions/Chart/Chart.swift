import Languages

/// All that was recognised in one text, by where it begins.
struct Chart {
  private(set) var nodes: [Node] = []
  /// The first node of each token, -1 where none; further ones by `next`.
  private var first: [Int32] = []
  private var next: [Int32] = []

  mutating func reset(tokens: Int) {
    nodes.removeAll(keepingCapacity: true)
    next.removeAll(keepingCapacity: true)
    if first.count < tokens + 1 {
      first = Array(repeating: -1, count: tokens + 1)
    } else {
      for i in 0...tokens { first[i] = -1 }
    }
  }

  /// Whether anything begins at a token.
  func isEmpty(at token: Int) -> Bool { first[token] < 0 }

  mutating func add(_ node: Node) {
    let index = Int32(nodes.count)
    nodes.append(node)
    next.append(first[Int(node.start)])
    first[Int(node.start)] = index
  }

  /// Nodes that begin at a token, the latest first.
  func forEach(at token: Int, _ body: (Node) -> Void) {
    var i = first[token]
    while i >= 0 {
      body(nodes[Int(i)])
      i = next[Int(i)]
    }
  }

  func indices(at token: Int) -> NodeIndices { NodeIndices(at: first[token], links: next) }

  /// The longest node of a category at a token.
  func longest(_ category: Category, at token: Int) -> Node? {
    var best: Node?
    forEach(at: token) { if $0.category == category, best == nil || $0.end > best!.end { best = $0 } }
    return best
  }

  func contains(at token: Int, _ matches: (Node) -> Bool) -> Bool {
    var i = first[token]
    while i >= 0 {
      if matches(nodes[Int(i)]) { return true }
      i = next[Int(i)]
    }
    return false
  }

  struct NodeIndices: Sequence, IteratorProtocol {
    fileprivate var at: Int32
    fileprivate let links: [Int32]
    fileprivate init(at: Int32, links: [Int32]) {
      self.at = at
      self.links = links
    }
    mutating func next() -> Int? {
      guard at >= 0 else { return nil }
      defer { at = links[Int(at)] }
      return Int(at)
    }
  }
}
