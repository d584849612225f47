import Languages

/// All that was recognised in one text, by where it begins.
struct Chart {
  private(set) var nodes: [Node] = []
  /// The first node of each token, -1 where none; further ones by `links`.
  private var first: [Int32] = []
  private var links: [Int32] = []
  /// Bit `c` is set where something of the category with raw value `c` begins: most questions end here.
  private var masks: [UInt64] = []

  mutating func reset(tokens: Int) {
    nodes.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    if first.count < tokens + 1 {
      first = Array(repeating: -1, count: tokens + 1)
      masks = Array(repeating: 0, count: tokens + 1)
    } else {
      for i in 0...tokens {
        first[i] = -1
        masks[i] = 0
      }
    }
  }

  /// Whether no node begins at a token.
  func isEmpty(at token: Int) -> Bool { first[token] < 0 }

  /// The categories that begin at a token, as bits.
  func mask(at token: Int) -> UInt64 { masks[token] }

  func has(_ category: Category, at token: Int) -> Bool { masks[token] & Self.bit(category) != 0 }

  static func bit(_ category: Category) -> UInt64 { 1 << UInt64(category.rawValue) }

  static func bits(_ categories: Category...) -> UInt64 { categories.reduce(0) { $0 | bit($1) } }

  mutating func add(_ node: Node) {
    let start = Int(node.start)
    masks[start] |= Self.bit(node.category)
    links.append(first[start])
    first[start] = Int32(nodes.count)
    nodes.append(node)
  }

  /// Notes that a word of a category stands at a token, where nothing more of it is ever asked.
  mutating func mark(_ category: Category, at token: Int) { masks[token] |= Self.bit(category) }

  /// Nodes that begin at a token, the latest first.
  @inline(__always)
  func forEach(at token: Int, _ body: (Node) -> Void) {
    var i = first[token]
    while i >= 0 {
      body(nodes[Int(i)])
      i = links[Int(i)]
    }
  }

  /// The index of the latest node at a token, -1 for none; then those before it by ``next(_:)``.
  func latest(at token: Int) -> Int { Int(first[token]) }
  func next(_ index: Int) -> Int { Int(links[index]) }

  /// The longest node of a category at a token.
  func longest(_ category: Category, at token: Int) -> Node? {
    guard has(category, at: token) else { return nil }
    var best = -1
    var i = first[token]
    while i >= 0 {
      if nodes[Int(i)].category == category, best < 0 || nodes[Int(i)].end > nodes[best].end { best = Int(i) }
      i = links[Int(i)]
    }
    return best < 0 ? nil : nodes[best]
  }

  @inline(__always)
  func contains(at token: Int, _ matches: (Node) -> Bool) -> Bool {
    var i = first[token]
    while i >= 0 {
      if matches(nodes[Int(i)]) { return true }
      i = links[Int(i)]
    }
    return false
  }
}
