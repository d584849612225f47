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
public struct PhraseTrie<Payload: Sendable & Equatable>: Sendable {
  public static var root: Int32 { 0 }

  private var keys: [UInt64]
  private var targets: [Int32]
  private let mask: Int
  /// Payloads of each node, as a stretch of `payloads`.
  private let stretches: [Range<Int32>]
  /// Which categories lead on from each node, as bits.
  private let categories: [UInt64]
  private let payloads: [Payload]

  fileprivate init(_ nodes: [PhraseTrieBuilder<Payload>.Node]) {
    var edges = 0
    for node in nodes { edges += node.next.count }
    var capacity = 64
    while capacity < edges * 2 { capacity *= 2 }
    mask = capacity - 1
    keys = Array(repeating: 0, count: capacity)
    targets = Array(repeating: -1, count: capacity)
    var stretches: [Range<Int32>] = []
    var categories: [UInt64] = []
    var payloads: [Payload] = []
    stretches.reserveCapacity(nodes.count)
    categories.reserveCapacity(nodes.count)
    for (number, node) in nodes.enumerated() {
      let start = Int32(payloads.count)
      payloads.append(contentsOf: node.payloads)
      stretches.append(start..<Int32(payloads.count))
      var bits: UInt64 = 0
      for (symbol, target) in node.next {
        if symbol.raw & 0x8000_0000 != 0 { bits |= 1 << UInt64(symbol.raw & 63) }
        let key = Self.key(Int32(number), symbol)
        var i = Self.slot(key, mask)
        while keys[i] != 0 { i = (i + 1) & mask }
        keys[i] = key
        targets[i] = target
      }
      categories.append(bits)
    }
    self.stretches = stretches
    self.categories = categories
    self.payloads = payloads
  }

  /// Never 0: the symbol 0 does not occur.
  private static func key(_ node: Int32, _ symbol: Symbol) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(symbol.raw)
  }

  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// The node that a symbol leads to; nil where no phrase goes on with it.
  public func step(_ node: Int32, _ symbol: Symbol) -> Int32? {
    if symbol.raw == 0 { return nil }
    let key = Self.key(node, symbol)
    var i = Self.slot(key, mask)
    while true {
      if keys[i] == key { return targets[i] }
      if keys[i] == 0 { return nil }
      i = (i + 1) & mask
    }
  }

  /// Bit `c` is set where a category with raw value `c` leads on from the node.
  public func categories(after node: Int32) -> UInt64 { categories[Int(node)] }

  public func payloads(at node: Int32) -> ArraySlice<Payload> {
    let stretch = stretches[Int(node)]
    return payloads[Int(stretch.lowerBound)..<Int(stretch.upperBound)]
  }

  public func hasPayloads(at node: Int32) -> Bool { !stretches[Int(node)].isEmpty }
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

  func build() -> PhraseTrie<Payload> { PhraseTrie(nodes) }
}
