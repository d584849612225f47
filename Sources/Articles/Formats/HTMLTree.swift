import CHTML

/// A page as a tree: all nodes in the order of the page, so that an element's content is a range of them.
struct HTMLTree: Sendable {
  /// Offsets are kept short, for a page has thousands of nodes.
  struct Node: Sendable {
    var tag: HTMLTag
    /// Of a text: whether it lies in the page byte by byte.
    var isCopy = false
    var parent: Int32
    /// One past its last descendant.
    var end: Int32
    private var place: (start: UInt32, end: UInt32)
    private var closing: UInt32
    private var held: (start: UInt32, end: UInt32)

    init(
      tag: HTMLTag, isCopy: Bool = false, parent: Int, end: Int, source: Range<Int>, close: Int = 0,
      content: Range<Int> = 0..<0
    ) {
      self.tag = tag
      self.isCopy = isCopy
      self.parent = Int32(parent)
      self.end = Int32(end)
      place = (UInt32(source.lowerBound), UInt32(source.upperBound))
      closing = UInt32(close)
      held = (UInt32(content.lowerBound), UInt32(content.upperBound))
    }

    /// Of an element: its start tag. Of a text: where it lies.
    var source: Range<Int> { Int(place.start)..<Int(place.end) }
    /// Of an element: where its end tag begins, or its content ends without one.
    var close: Int {
      get { Int(closing) }
      set { closing = UInt32(newValue) }
    }
    /// Of an element in ``HTMLTree/attributes``, of a text in ``HTMLTree/bytes``.
    var content: Range<Int> {
      get { Int(held.start)..<Int(held.end) }
      set { held = (UInt32(newValue.lowerBound), UInt32(newValue.upperBound)) }
    }
  }

  struct Attribute: Sendable {
    var name: UInt64
    fileprivate var start: UInt32
    fileprivate var end: UInt32
    /// In ``HTMLTree/bytes``.
    var value: Range<Int> { Int(start)..<Int(end) }
  }

  /// Deeper elements are no nodes of their own: what they hold belongs to the one above.
  static let deepest = 512

  /// The first is the whole page.
  fileprivate(set) var nodes: [Node] = []
  fileprivate(set) var attributes: [Attribute] = []
  fileprivate(set) var bytes: [UInt8] = []
  fileprivate(set) var body: Int = 0

  /// - Parameter page: UTF-8.
  init(_ page: Bytes) {
    var builder = HTMLTreeBuilder(length: page.count)
    if let base = page.baseAddress, let parsed = chtml_parse(base, page.count) {
      defer { chtml_free(parsed) }
      builder.read(parsed.pointee)
    }
    builder.close(0, at: page.count)
    nodes = builder.nodes
    attributes = builder.attributes
    bytes = builder.bytes
    body = builder.body ?? 0
  }

  /// The content of an element: the nodes after it.
  func content(of node: Int) -> Range<Int> { node + 1..<Int(nodes[node].end) }

  func children(of node: Int) -> Children { Children(tree: self, child: node + 1, end: Int(nodes[node].end)) }

  struct Children: Sequence, IteratorProtocol {
    fileprivate let tree: HTMLTree
    fileprivate var child: Int
    fileprivate let end: Int

    mutating func next() -> Int? {
      guard child < end else { return nil }
      defer { child = Int(tree.nodes[child].end) }
      return child
    }
  }

  /// Whether `node` lies in `element` or is it.
  func contains(_ element: Int, _ node: Int) -> Bool { node >= element && node < Int(nodes[element].end) }

  /// The range of an attribute's value in ``bytes``.
  func range(of name: UInt64, _ node: Int) -> Range<Int>? {
    for i in nodes[node].tag == .text ? 0..<0 : nodes[node].content where attributes[i].name == name {
      return attributes[i].value
    }
    return nil
  }

  func value(_ name: HTMLAttribute, of node: Int) -> String? {
    guard nodes[node].tag != .text, !nodes[node].content.isEmpty else { return nil }
    return range(of: name.packed, node).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  func has(_ name: HTMLAttribute, _ node: Int) -> Bool {
    guard nodes[node].tag != .text, !nodes[node].content.isEmpty else { return false }
    return range(of: name.packed, node) != nil
  }

  /// All text in an element as it lies in the page, scripts and all.
  func rawText(of node: Int) -> MappedText {
    var builder = MappedTextBuilder()
    for i in content(of: node) where nodes[i].tag == .text {
      let text = nodes[i]
      if text.isCopy {
        builder.copy(bytes[text.content], from: text.source.lowerBound)
      } else {
        builder.add(bytes[text.content], for: text.source)
      }
    }
    return builder.text
  }
}

/// Makes the tree from the tags that the page has, by the rules of HTML for end tags that are left out or misplaced, as
/// far as they matter for text (WHATWG HTML, 13.2.6).
private struct HTMLTreeBuilder {
  var nodes: [HTMLTree.Node]
  var attributes: [HTMLTree.Attribute] = []
  var bytes: [UInt8] = []
  var body: Int?
  /// The open elements.
  private var stack: [Int] = [0]
  /// Paragraphs among them.
  private var openParagraphs = 0
  private var openLinks = 0
  /// Elements that stand deeper than nodes go.
  private var tooDeep = 0
  /// Ends still to come of elements that an end tag inside which they stood has closed already.
  private var debts: [HTMLTag: Int] = [:]

  init(length: Int) { nodes = [HTMLTree.Node(tag: .html, parent: -1, end: 0, source: 0..<0, close: length)] }

  mutating func read(_ page: chtml_page) {
    bytes = Array(UnsafeBufferPointer(start: page.bytes, count: page.byte_count))
    attributes = UnsafeBufferPointer(start: page.attributes, count: page.attribute_count).map {
      HTMLTree.Attribute(name: $0.name, start: $0.value, end: $0.value + $0.value_length)
    }
    nodes.reserveCapacity(page.count + 1)
    for event in UnsafeBufferPointer(start: page.events, count: page.count) {
      switch Int(event.kind) {
      case CHTML_TEXT: text(event)
      case CHTML_START: start(event)
      default: end(HTMLTag(packed: event.name), at: Int(event.start))
      }
    }
  }

  private var top: HTMLTag { nodes[stack[stack.count - 1]].tag }

  private mutating func text(_ event: chtml_event) {
    let content = Int(event.text)..<Int(event.text) + Int(event.text_length)
    if top == .head, bytes[content].contains(where: { $0 > 0x20 }) { pop(to: stack.count - 1, at: Int(event.start)) }
    nodes.append(
      HTMLTree.Node(
        tag: .text, isCopy: Int(event.flags) & CHTML_IS_COPY != 0, parent: stack[stack.count - 1],
        end: nodes.count + 1, source: Int(event.start)..<Int(event.end), content: content))
  }

  private mutating func start(_ event: chtml_event) {
    let tag = HTMLTag(packed: event.name)
    let place = Int(event.start)
    guard !top.isRawText else { return }
    let content = Int(event.attribute)..<Int(event.attribute) + Int(event.attribute_count)
    switch tag {
    case .html:
      if nodes[0].content.isEmpty { nodes[0].content = content }
      return
    case .head:
      guard body == nil, stack.count == 1 else { return }
    case .body:
      guard body == nil else { return }
      pop(to: 1, at: place)
      body = nodes.count
    default:
      if stack.count > 1, nodes[stack[1]].tag == .head, !tag.isOfHead, !isInside(.noscript), !isInside(.template) {
        pop(to: 1, at: place)
      }
      closeImplied(by: tag, at: place)
    }
    guard stack.count < HTMLTree.deepest || tag.isVoid else {
      if Int(event.flags) & CHTML_IS_EMPTY == 0 { tooDeep += 1 }
      return
    }
    nodes.append(
      HTMLTree.Node(
        tag: tag, parent: stack[stack.count - 1], end: nodes.count + 1,
        source: place..<Int(event.end), close: Int(event.end), content: content))
    guard !tag.isVoid, Int(event.flags) & CHTML_IS_EMPTY == 0 else { return }
    stack.append(nodes.count - 1)
    if tag == .p { openParagraphs += 1 }
    if tag == .a { openLinks += 1 }
  }

  private func isInside(_ tag: HTMLTag) -> Bool { stack.contains { nodes[$0].tag == tag } }

  /// Closes the elements from `depth` of the stack on.
  private mutating func pop(to depth: Int, at place: Int) {
    while stack.count > max(1, depth) {
      let node = stack.removeLast()
      if nodes[node].tag == .p { openParagraphs -= 1 }
      if nodes[node].tag == .a { openLinks -= 1 }
      nodes[node].end = Int32(nodes.count)
      nodes[node].close = place
    }
  }

  mutating func close(_ depth: Int, at place: Int) {
    pop(to: 1, at: place)
    nodes[0].end = Int32(nodes.count)
    nodes[0].close = place
  }

  /// The depth of the innermost open element that is one of these, unless one of `limits` stands above it.
  private func depth(
    where isWanted: (HTMLTag) -> Bool, until isLimit: (HTMLTag) -> Bool
  ) -> Int? {
    var depth = stack.count - 1
    while depth > 0 {
      let tag = nodes[stack[depth]].tag
      if isWanted(tag) { return depth }
      if isLimit(tag) { return nil }
      depth -= 1
    }
    return nil
  }

  // MARK: Start tags

  private mutating func closeImplied(by tag: HTMLTag, at place: Int) {
    if tag.isBlock, openParagraphs > 0, let depth = depth(where: { $0 == .p }, until: \.isBoundary) {
      pop(to: depth, at: place)
    }
    let isSection: (HTMLTag) -> Bool = { $0.isBoundary || $0 == .ul || $0 == .ol || $0 == .dl || $0 == .menu }
    var found: Int?
    switch tag {
    case .li:
      found = depth(where: { $0 == .li }, until: isSection)
    case .dt, .dd: found = depth(where: { $0 == .dt || $0 == .dd }, until: isSection)
    case .td, .th: found = depth(where: { $0 == .td || $0 == .th }, until: { $0 == .tr || $0 == .table })
    case .tr: found = depth(where: { $0 == .tr || $0 == .caption }, until: { $0 == .table })
    case .thead, .tbody, .tfoot:
      if let table = depth(where: { $0 == .table }, until: { _ in false }), table + 1 < stack.count {
        found = table + 1
      }
    case .option, .optgroup: found = depth(where: { $0 == .option }, until: { $0 == .select || $0.isBlock })
    case .h1, .h2, .h3, .h4, .h5, .h6: if top.headingLevel > 0 { found = stack.count - 1 }
    case .button: found = depth(where: { $0 == .button }, until: \.isBlock)
    case .a:
      guard openLinks > 0 else { return }
      found = depth(where: { $0 == .a }, until: { $0.isBoundary || ($0.isBlock && $0 != .p) })
    default: return
    }
    if let found { pop(to: found, at: place) }
  }

  // MARK: End tags

  private mutating func end(_ tag: HTMLTag, at place: Int) {
    if top.isRawText, top != tag { return }
    if tooDeep > 0 {
      tooDeep -= 1
      return
    }
    switch tag {
    case .html, .body: return
    case .br:
      let node = HTMLTree.Node(
        tag: .br, parent: stack[stack.count - 1], end: nodes.count + 1, source: place..<place,
        close: place)
      nodes.append(node)
      return
    case .p: if openParagraphs == 0 { return }
    default: break
    }
    if let debt = debts[tag], debt > 0 {
      debts[tag] = debt - 1
      return
    }
    if tag.headingLevel > 0 {
      if let depth = depth(where: { $0.headingLevel > 0 }, until: \.isBoundary) { pop(to: depth, at: place) }
      return
    }
    switch tag {
    case .table: if let depth = depth(where: { $0 == .table }, until: { _ in false }) { pop(to: depth, at: place) }
    case .tr, .td, .th, .thead, .tbody, .tfoot, .caption:
      if let depth = depth(where: { $0 == tag }, until: { $0 == .table }) { pop(to: depth, at: place) }
    case _ where tag.isBlock && tag != .form:
      let isLimit: (HTMLTag) -> Bool = { [.table, .td, .th, .caption, .template].contains($0) }
      if let depth = depth(where: { $0 == tag }, until: isLimit) { pop(to: depth, at: place) }
    default: endInline(tag, at: place)
    }
  }

  /// `<a><div>…</a>…</div>`: the link ends, and what it held ends with it; the end tags of that are still to come.
  private mutating func endInline(_ tag: HTMLTag, at place: Int) {
    if let depth = depth(where: { $0 == tag }, until: { $0.isBlock }) {
      pop(to: depth, at: place)
    } else if tag == .a || tag == .form || tag.isSilent {
      guard let depth = depth(where: { $0 == tag }, until: \.isBoundary) else { return }
      for node in stack[(depth + 1)...] where nodes[node].tag.isBlock { debts[nodes[node].tag, default: 0] += 1 }
      pop(to: depth, at: place)
    }
  }
}
