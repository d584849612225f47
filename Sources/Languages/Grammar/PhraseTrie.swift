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

  fileprivate init(_ builder: PhraseTrieBuilder<Payload>) {
    let nodes = builder.lists.count
    var capacity = 64
    while capacity < nodes * 2 { capacity *= 2 }
    let mask = capacity - 1
    let edges = UnsafeMutablePointer<Edge>.allocate(capacity: capacity)
    edges.initialize(repeating: Edge(key: 0, target: -1), count: capacity)
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: nodes)
    let all = UnsafeMutablePointer<Payload>.allocate(capacity: builder.payloads.count + 1)
    var filled: Int32 = 0
    for node in 0..<nodes {
      let start = filled
      for comesFirst in [true, false] {
        var cell = builder.lists[node].first
        while cell >= 0 {
          if builder.payloads[Int(cell)].comesFirst == comesFirst {
            (all + Int(filled)).initialize(to: builder.payloads[Int(cell)].payload)
            filled += 1
          }
          cell = builder.payloads[Int(cell)].next
        }
      }
      (entries + node).initialize(to: Entry(start: start, end: filled, categories: 0, hasWords: false))
    }
    let rootCount = Int(builder.lastRoot) + 1
    let roots = UnsafeMutablePointer<Int32>.allocate(capacity: rootCount)
    roots.initialize(repeating: -1, count: rootCount)
    builder.edges.forEach { key, target in
      let node = Int(key >> 32)
      let symbol = UInt32(truncatingIfNeeded: key)
      if symbol & 0x8000_0000 != 0 {
        entries[node].categories |= 1 << UInt64(symbol & 63)
      } else {
        entries[node].hasWords = true
        if node == 0 { roots[Int(symbol)] = target }
      }
      var i = Self.slot(key, mask)
      while edges[i].key != 0 { i = (i + 1) & mask }
      edges[i] = Edge(key: key, target: target)
    }
    self.edges = edges
    self.mask = mask
    self.entries = entries
    self.all = all
    self.roots = roots
    self.rootCount = rootCount
  }

  /// Never 0: the symbol 0 does not occur.
  fileprivate static func key(_ node: Int32, _ symbol: Symbol) -> UInt64 {
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
  /// The payloads of a node, as cells of `payloads`, each naming the next; -1 for none.
  fileprivate struct List {
    var first: Int32 = -1
    var last: Int32 = -1
  }

  fileprivate var edges = KeyTable<Int32>(empty: -1, capacity: 1 << 14)
  fileprivate var lists: [List] = [List()]
  fileprivate var payloads: [(payload: Payload, next: Int32, comesFirst: Bool)] = []
  /// The highest number of a word that begins a phrase.
  fileprivate var lastRoot: UInt32 = 0

  mutating func insert(_ symbols: ArraySlice<Symbol>, _ payload: Payload) {
    let node = enter(symbols)
    if !contains(node, where: { $0 == payload }) { append(payload, to: node) }
  }

  /// Enters a payload before all those that are entered otherwise, and behind those entered like it.
  mutating func insertFirst(_ symbols: ArraySlice<Symbol>, _ payload: Payload) {
    let node = enter(symbols)
    var cell = lists[node].first
    lists[node] = List()
    var known: Int32 = -1
    while cell >= 0 {
      let next = payloads[Int(cell)].next
      if payloads[Int(cell)].payload == payload { known = cell }
      if known != cell || payloads[Int(cell)].comesFirst { append(cell, to: node) }
      cell = next
    }
    if known < 0 {
      append(payload, to: node, comesFirst: true)
    } else if !payloads[Int(known)].comesFirst {
      payloads[Int(known)].comesFirst = true
      append(known, to: node)
    }
  }

  /// Enters a payload in the place of those that it makes obsolete.
  mutating func insert(_ symbols: ArraySlice<Symbol>, _ payload: Payload, replacing isObsolete: (Payload) -> Bool) {
    let node = enter(symbols)
    var cell = lists[node].first
    lists[node] = List()
    var isThere = false
    while cell >= 0 {
      let next = payloads[Int(cell)].next
      let other = payloads[Int(cell)].payload
      if other == payload { isThere = true }
      if other == payload || !isObsolete(other) { append(cell, to: node) }
      cell = next
    }
    if !isThere { append(payload, to: node) }
  }

  /// Enters a payload where no other stands that speaks against it.
  mutating func insertNew(_ symbols: ArraySlice<Symbol>, _ payload: Payload, unless isTaken: (Payload) -> Bool) {
    let node = enter(symbols)
    if !contains(node, where: { $0 == payload || isTaken($0) }) { append(payload, to: node) }
  }

  /// The node at the end of a phrase.
  private mutating func enter(_ symbols: ArraySlice<Symbol>) -> Int {
    var node: Int32 = 0
    for symbol in symbols {
      let (place, isNew) = edges.enter(PhraseTrie<Payload>.key(node, symbol))
      if isNew {
        if node == 0, symbol.raw & 0x8000_0000 == 0 { lastRoot = max(lastRoot, symbol.raw) }
        edges[place] = Int32(lists.count)
        lists.append(List())
      }
      node = edges[place]
    }
    return Int(node)
  }

  private func contains(_ node: Int, where isWanted: (Payload) -> Bool) -> Bool {
    var cell = lists[node].first
    while cell >= 0 {
      if isWanted(payloads[Int(cell)].payload) { return true }
      cell = payloads[Int(cell)].next
    }
    return false
  }

  private mutating func append(_ payload: Payload, to node: Int, comesFirst: Bool = false) {
    payloads.append((payload, -1, comesFirst))
    append(Int32(payloads.count - 1), to: node)
  }

  private mutating func append(_ cell: Int32, to node: Int) {
    payloads[Int(cell)].next = -1
    if lists[node].last < 0 {
      lists[node].first = cell
    } else {
      payloads[Int(lists[node].last)].next = cell
    }
    lists[node].last = cell
  }

  func build() -> PhraseTrie<Payload> { PhraseTrie(self) }
}
