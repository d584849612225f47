/// A symbol of a phrase: a word of the vocabulary, or a category that a pattern leaves open.
@frozen public struct Symbol: Sendable, Hashable {
  public var raw: UInt32
  @inlinable init(raw: UInt32) { self.raw = raw }
  @inlinable public static func word(_ number: UInt32) -> Symbol { Symbol(raw: number) }
  @inlinable public static func category(_ category: Category) -> Symbol {
    Symbol(raw: 0x8000_0000 | UInt32(category.rawValue))
  }
}

/// Phrases by their symbols, each ending in payloads: the words of a language, or its patterns.
///
/// Its storage is never freed: a language lives as long as the program, and the reader's inner loops count no references.
public struct PhraseTrie<Payload: Sendable & Equatable>: @unchecked Sendable {
  // Unchecked: written by the initialiser alone.
  public static var root: Int32 { 0 }

  private struct Edge {
    var key: UInt64
    var target: Int32
  }

  private struct Entry {
    /// Its payloads, as a stretch of `payloads`.
    var start: Int32
    var end: Int32
    /// Which categories lead on, as bits.
    var categories: UInt64
    var hasWords: Bool
  }

  private let edges: UnsafeMutablePointer<Edge>
  private let mask: Int
  private let entries: UnsafeMutablePointer<Entry>
  private let all: UnsafeMutablePointer<Payload>
  /// The node that each word leads to from the root, -1 for none.
  private let roots: UnsafeMutablePointer<Int32>
  private let rootCount: Int

  fileprivate init(_ nodes: [PhraseTrieBuilder<Payload>.Node]) {
    var capacity = 64
    while capacity < nodes.count * 2 { capacity *= 2 }
    mask = capacity - 1
    edges = .allocate(capacity: capacity)
    edges.initialize(repeating: Edge(key: 0, target: -1), count: capacity)
    entries = .allocate(capacity: nodes.count)
    all = .allocate(capacity: nodes.reduce(1) { $0 + $1.payloads.count })
    rootCount = Int(nodes[0].next.keys.lazy.map(\.raw).filter { $0 & 0x8000_0000 == 0 }.max() ?? 0) + 1
    roots = .allocate(capacity: rootCount)
    roots.initialize(repeating: -1, count: rootCount)
    var filled: Int32 = 0
    for (number, node) in nodes.enumerated() {
      var entry = Entry(start: filled, end: filled, categories: 0, hasWords: false)
      for payload in node.payloads {
        (all + Int(filled)).initialize(to: payload)
        filled += 1
      }
      entry.end = filled
      for (symbol, target) in node.next {
        if symbol.raw & 0x8000_0000 != 0 {
          entry.categories |= 1 << UInt64(symbol.raw & 63)
        } else {
          entry.hasWords = true
          if number == 0 { roots[Int(symbol.raw)] = target }
        }
        let key = Self.key(Int32(number), symbol)
        var i = Self.slot(key, mask)
        while edges[i].key != 0 { i = (i + 1) & mask }
        edges[i] = Edge(key: key, target: target)
      }
      (entries + number).initialize(to: entry)
    }
  }

  /// Never 0: the symbol 0 does not occur.
  private static func key(_ node: Int32, _ symbol: Symbol) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(symbol.raw)
  }

  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// The node that a word leads to from the root; nil where no phrase begins with it.
  public func step(fromRoot word: UInt32) -> Int32? {
    guard Int(word) < rootCount else { return nil }
    let target = roots[Int(word)]
    return target < 0 ? nil : target
  }

  /// The node that a symbol leads to; nil where no phrase goes on with it.
  public func step(_ node: Int32, _ symbol: Symbol) -> Int32? {
    if symbol.raw == 0 { return nil }
    let key = Self.key(node, symbol)
    var i = Self.slot(key, mask)
    while true {
      if edges[i].key == key { return edges[i].target }
      if edges[i].key == 0 { return nil }
      i = (i + 1) & mask
    }
  }

  /// Bit `c` is set where a category with raw value `c` leads on from the node.
  public func categories(after node: Int32) -> UInt64 { entries[Int(node)].categories }

  /// Whether some word leads on from the node.
  public func hasWords(after node: Int32) -> Bool { entries[Int(node)].hasWords }

  public func payloads(at node: Int32) -> UnsafeBufferPointer<Payload> {
    let entry = entries[Int(node)]
    return UnsafeBufferPointer(start: all + Int(entry.start), count: Int(entry.end - entry.start))
  }

  public func hasPayloads(at node: Int32) -> Bool { entries[Int(node)].start < entries[Int(node)].end }
}

/// Collects phrases for a ``PhraseTrie``.
struct PhraseTrieBuilder<Payload: Sendable & Equatable> {
  fileprivate struct Node {
    var next: [Symbol: Int32] = [:]
    var payloads: [Payload] = []
  }
  private var nodes: [Node] = [Node()]

  mutating func insert(_ symbols: [Symbol], _ payload: Payload) {
    var node: Int32 = 0
    for symbol in symbols {
      if let next = nodes[Int(node)].next[symbol] {
        node = next
      } else {
        let next = Int32(nodes.count)
        nodes[Int(node)].next[symbol] = next
        nodes.append(Node())
        node = next
      }
    }
    if !nodes[Int(node)].payloads.contains(payload) { nodes[Int(node)].payloads.append(payload) }
  }

  /// Enters a payload in the place of those that it makes obsolete.
  mutating func insert(_ symbols: [Symbol], _ payload: Payload, replacing isObsolete: (Payload) -> Bool) {
    insert(symbols, payload)
    var node: Int32 = 0
    for symbol in symbols { node = nodes[Int(node)].next[symbol] ?? 0 }
    nodes[Int(node)].payloads.removeAll { $0 != payload && isObsolete($0) }
  }

  /// Enters a payload where no other stands that speaks against it.
  mutating func insertNew(_ symbols: [Symbol], _ payload: Payload, unless isTaken: (Payload) -> Bool) {
    var node: Int32? = 0
    for symbol in symbols { node = node.flatMap { nodes[Int($0)].next[symbol] } }
    if let node, nodes[Int(node)].payloads.contains(where: isTaken) { return }
    insert(symbols, payload)
  }

  func build() -> PhraseTrie<Payload> { PhraseTrie(nodes) }
}
