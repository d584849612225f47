import ICU

/// Tells the story of a page from the rest of it.
///
/// What speaks for an element is the running text in it; what speaks against it are links, teasers, forms, the roles and
/// names that the page gives its parts, and the phrases that pages have in common. The smallest element with nearly all
/// of the text is the story; inside it, boxes of other things are found by the same signs.
struct PageStory {
  private(set) var page: PageLines
  private let tree: HTMLTree
  private let clutter: Clutter
  private let byline: Byline
  /// The element that holds the story.
  private(set) var root = 0
  /// The lines of the story, in order; the headline first.
  private(set) var story: [Int] = []
  /// Whether the page is a list of teasers and no article.
  private(set) var isFrontPage = false
  /// How many whole articles the page holds.
  private(set) var articles = 1
  /// The lines that the page's own data repeat: surely of the story.
  private let confirmed: Set<Int>

  /// - Parameters:
  ///   - page: the lines of the page, and its headline.
  ///   - language: of the page.
  ///   - confirmed: lines that are in the text which the page gives for machines.
  init(_ page: PageLines, language: String, date: @escaping BylineDate, confirmed: Set<Int>) {
    self.page = page
    tree = page.tree
    clutter = Clutter(language: language)
    byline = Byline(language: language, date: date)
    self.confirmed = confirmed
  }

  mutating func find() {
    leaveOutParts()
    page.sum()
    page.markCards()
    leaveOutLabelled()
    page.sum()
    chooseRoot()
    leaveOutBoxes()
    page.sum()
    choose()
  }

  // MARK: Parts that the page names

  /// Elements that by their role, their name or what is in them are no part of a story.
  private mutating func leaveOutParts() {
    let total = max(1, page.prose(0..<page.lines.count))
    var node = max(1, tree.body)
    let end = Int(tree.nodes[tree.body].end)
    while node < end {
      let element = tree.nodes[node]
      guard element.tag.isBlock, element.tag != .p || !element.content.isEmpty else {
        node += 1
        continue
      }
      let range = page.range(of: node)
      if range.isEmpty {
        node = Int(element.end)
        continue
      }
      if let reason = reason(toLeaveOut: node, range, total) {
        for i in range where !confirmed.contains(i) { page.leaveOut(i..<i + 1, reason) }
        node = Int(element.end)
      } else {
        node += 1
      }
    }
  }

  private mutating func reason(toLeaveOut node: Int, _ range: Range<Int>, _ total: Int) -> LeftOut.Reason? {
    let element = tree.nodes[node]
    let prose = page.prose(range)
    let hasTitle = page.title.map { range.contains($0) } ?? false
    guard prose * 10 <= total * 6, !(hasTitle && prose * 10 > total) else { return nil }
    if let reason = reason(byTag: node, prose, total, hasTitle) { return reason }
    guard !hasTitle, !element.content.isEmpty else { return nil }
    if let reason = reason(byRole: node) { return reason }
    if element.tag == .body || element.tag == .main { return nil }
    for name in [HTMLAttribute.class, .id] {
      guard let value = tree.range(of: name.packed, node),
        let hint = PageHints.hint(in: tree.bytes[value])
      else { continue }
      switch hint {
      case .caption:
        if range.count <= 3, page.bytes(range) <= 600 { for i in range { page.makeCaption(i) } }
      case .out(let reason):
        if isPlausible(reason, node, range, total) { return reason }
      case .outWithLinks(let reason):
        if page.links(range) > 0 || page.lines[range].allSatisfy({ !$0.isProse }),
          isPlausible(reason, node, range, total)
        {
          return reason
        }
      }
    }
    return nil
  }

  private func reason(byTag node: Int, _ prose: Int, _ total: Int, _ hasTitle: Bool) -> LeftOut.Reason? {
    switch tree.nodes[node].tag {
    case .nav, .search: return .navigation
    case .menu, .dir: return page.prose(page.range(of: node)) == 0 ? .navigation : nil
    case .aside: return isIn(node, [.blockquote]) ? nil : .beside
    case .footer: return isIn(node, [.blockquote, .figure]) || hasTitle ? nil : .navigation
    case .dialog: return .beside
    case .header: return hasTitle || prose > 0 || isIn(node, [.article, .main, .section]) ? nil : .navigation
    case .form: return prose * 10 < total * 3 && !hasTitle ? .subscription : nil
    default: return nil
    }
  }

  private func reason(byRole node: Int) -> LeftOut.Reason? {
    switch tree.value(.role, of: node) {
    case "navigation", "menu", "menubar", "search", "tablist", "toolbar": return .navigation
    case "banner" where page.prose(page.range(of: node)) == 0: return .navigation
    case "contentinfo": return .navigation
    case "complementary": return .beside
    case "dialog", "alertdialog", "alert": return .consent
    default: break
    }
    guard let label = tree.value(.ariaLabel, of: node), label.utf8.count <= 60 else { return nil }
    switch clutter.verdict(Block(text: label, map: SourceMap(source: 0))) {
    case .out(let reason), .end(let reason), .list(let reason): return reason
    default: return nil
    }
  }

  /// A name is weak evidence: a share bar holds no paragraphs, a by-line is short, and nothing of the sort is most of the
  /// page.
  private func isPlausible(_ reason: LeftOut.Reason, _ node: Int, _ range: Range<Int>, _ total: Int) -> Bool {
    let prose = page.prose(range)
    switch reason {
    case .share, .readingTime, .tags: return prose < 200
    case .byline: return page.bytes(range) < 300 && prose < 200
    case .advertisement: return prose * 4 <= total
    case .author: return page.bytes(range) < 1500 && prose * 4 <= total
    case .comments: return true
    default: return prose * 10 <= total * 3
    }
  }

  private func isIn(_ node: Int, _ tags: [HTMLTag]) -> Bool {
    var node = Int(tree.nodes[node].parent)
    while node > 0 {
      if tags.contains(tree.nodes[node].tag) { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  // MARK: Parts with a label

  /// “Read also”, “Comments”, “Newsletter”: the line and the box that it heads.
  private mutating func leaveOutLabelled() {
    let start = page.title ?? -1
    var proseBefore = 0
    for i in page.lines.indices {
      let line = page.lines[i]
      if line.out != nil || line.isCard || i == page.title { continue }
      if line.isProse, !line.isCard, i > start { proseBefore += line.length }
      guard line.length <= 300, line.block.block.kind != .cell, !confirmed.contains(i) else { continue }
      switch clutter.verdict(line.block.block) {
      case .story: if isCopyright(line.text) { page.leaveOut(i..<i + 1, .navigation) }
      case .caption: page.makeCaption(i)
      case .out(let reason): leaveOut(i, reason)
      case .list(let reason): leaveOutList(i, reason)
      case .end(.comments):
        if proseBefore > 0 { leaveOutSection(i, .comments) } else { page.leaveOut(i..<i + 1, .comments) }
      case .end(let reason): leaveOutList(i, reason)
      }
    }
  }

  private func isCopyright(_ text: String) -> Bool {
    text.hasPrefix("©") || text.hasPrefix("(c) ") || text.hasPrefix("(C) ") || text.hasPrefix("Copyright ")
  }

  /// The line, and where it stands in a small box of its own, the box.
  private mutating func leaveOut(_ i: Int, _ reason: LeftOut.Reason) {
    let box = section(at: i)
    let range = page.range(of: box)
    let isBox = range.count <= 8 && page.prose(range) <= 600 && box != page.lines[i].block.node
    let isLabel = page.lines[i].isHeading || !page.lines[i].isProse
    page.leaveOut(isBox && isLabel && reason != .navigation ? range : i..<i + 1, reason)
  }

  /// The highest element that begins with the line.
  private func section(at i: Int) -> Int {
    var node = page.lines[i].block.node
    while node > 0 {
      let parent = Int(tree.nodes[node].parent)
      guard parent > 0, parent != tree.body else { break }
      let range = page.range(of: parent)
      guard range.lowerBound == i, tree.nodes[parent].tag != .article, tree.nodes[parent].tag != .main else { break }
      if let title = page.title, range.contains(title) { break }
      node = parent
    }
    return node
  }

  /// A label, and the links or teasers that it heads.
  private mutating func leaveOutList(_ i: Int, _ reason: LeftOut.Reason) {
    let range = page.range(of: section(at: i))
    if range.count > 1, page.prose(range) <= (page.lines[i].isProse ? page.lines[i].length : 0) + 200 {
      page.leaveOut(range, reason)
      return
    }
    page.leaveOut(i..<i + 1, reason)
    for k in i + 1..<max(i + 1, page.lines.count) {
      let line = page.lines[k]
      guard k != page.title, line.isLink || line.isCard || line.out != nil, !confirmed.contains(k) else { break }
      page.leaveOut(k..<k + 1, reason)
    }
  }

  /// A label, and all that follows it in its part of the page.
  private mutating func leaveOutSection(_ i: Int, _ reason: LeftOut.Reason) {
    var node = section(at: i)
    let range = page.range(of: node)
    if range.count > 1, page.prose(range) > 0 {
      page.leaveOut(range, reason)
      return
    }
    // The label stands beside what it heads.
    while node > 0 {
      let parent = Int(tree.nodes[node].parent)
      let outer = page.range(of: max(0, parent))
      if outer.upperBound > page.range(of: node).upperBound || parent <= tree.body {
        page.leaveOut(i..<outer.upperBound, reason)
        return
      }
      node = parent
    }
    page.leaveOut(i..<i + 1, reason)
  }

  // MARK: The element of the story

  private mutating func chooseRoot() {
    let candidates = candidates()
    guard let best = candidates.max(by: { ($0.weight, $0.node) < ($1.weight, $1.node) }) else {
      root = tree.body
      return
    }
    var node = best.node
    let named = candidates.filter { isNamed($0.node) && $0.weight > 0 }
    if let top = named.max(by: { ($0.weight, $0.node) < ($1.weight, $1.node) }),
      top.weight * 2 >= best.weight || page.title.map({ page.range(of: top.node).contains($0) }) ?? false
    {
      // The innermost that has nearly as much.
      node =
        named.filter { tree.contains(top.node, $0.node) && $0.weight * 10 >= top.weight * 7 }.map(\.node).max()
        ?? top.node
      if tree.nodes[node].tag == .main { node = descend(from: node) }
    } else {
      node = descend(from: node)
    }
    root = climb(from: node)
    if root != node { trim(to: node) }
    lookForOthers(candidates)
  }

  private struct Candidate {
    var node: Int
    var weight: Int
  }

  /// All elements around paragraphs.
  private func candidates() -> [Candidate] {
    var seen: Set<Int> = []
    var candidates: [Candidate] = []
    for line in page.lines
    where line.out == nil && (line.isProse || line.block.block.kind == .cell || line.block.block.kind == .item) {
      var node = line.block.node
      while node >= 0, seen.insert(node).inserted {
        if tree.nodes[node].tag != .p {
          candidates.append(Candidate(node: node, weight: page.weight(page.range(of: node))))
        }
        node = Int(tree.nodes[node].parent)
      }
    }
    return candidates
  }

  /// Elements that say themselves that they hold the article.
  private func isNamed(_ node: Int) -> Bool {
    switch tree.nodes[node].tag {
    case .article, .main: return true
    default: break
    }
    guard !tree.nodes[node].content.isEmpty else { return false }
    if let property = tree.value(.itemprop, of: node), property.contains("articleBody") { return true }
    return tree.value(.role, of: node).map { $0 == "main" || $0 == "article" } ?? false
  }

  /// The smallest element with at least half of the text.
  private func descend(from node: Int) -> Int {
    let whole = page.weight(page.range(of: node))
    var node = node
    while true {
      let next = tree.children(of: node).first {
        tree.nodes[$0].tag != .text && tree.nodes[$0].tag != .p && tree.nodes[$0].tag != .li
          && page.weight(page.range(of: $0)) * 2 > whole
      }
      guard let next else { return node }
      node = next
    }
  }

  /// The paragraphs of a story are alike: the same element with the same class in the same kind of parent. Where more of
  /// them stand in an element further up, that is the story.
  private func climb(from start: Int) -> Int {
    guard let main = mainStyle(of: start) else { return start }
    var best = start
    var node = start
    for _ in 0..<5 {
      node = Int(tree.nodes[node].parent)
      guard node > 0 else { break }
      let range = page.range(of: node)
      let known = page.range(of: best)
      var alike = 0
      var other = 0
      for i in range where !known.contains(i) {
        let line = page.lines[i]
        guard line.isProse, line.out == nil, !line.isCard else { continue }
        if style(of: i) == main { alike += line.length } else { other += line.length }
      }
      if alike > other { best = node }
    }
    return best
  }

  /// The highest element may hold more than the story: what stands before its first paragraph and after its last one in
  /// another style is no part of it.
  private mutating func trim(to start: Int) {
    guard let style = mainStyle(of: start) else { return }
    let range = page.range(of: root)
    let inner = page.range(of: start)
    let own = range.filter { i in
      inner.contains(i) || (page.lines[i].isProse && page.lines[i].out == nil && self.style(of: i) == style)
    }
    guard let first = own.first, let last = own.last else { return }
    let title = page.title ?? -1
    for i in range where (i < first && i < title) || i > last {
      if page.lines[i].isProse, !confirmed.contains(i) { page.leaveOut(i..<i + 1, .beside) }
    }
  }

  private func mainStyle(of node: Int) -> UInt64? {
    var styles: [UInt64: Int] = [:]
    for i in page.range(of: node) where page.lines[i].isProse && page.lines[i].out == nil {
      styles[style(of: i), default: 0] += page.lines[i].length
    }
    return styles.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  private func style(of i: Int) -> UInt64 {
    let node = page.lines[i].block.node
    let parent = Int(max(0, tree.nodes[node].parent))
    // FNV-1a: the same on every run, as Swift's own hash is not.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: UInt8) { hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3 }
    for element in [node, parent] {
      for byte in tree.nodes[element].tag.rawValue.utf8 { add(byte) }
      // Modules' classes differ by state or number: the first name tells enough.
      guard let value = tree.range(of: HTMLAttribute.class.packed, element) else { continue }
      for byte in tree.bytes[value].prefix(while: { $0 > 0x20 }) where !(0x30...0x39).contains(byte) { add(byte) }
    }
    var above = parent
    while above > 0 {
      add(1)
      above = Int(tree.nodes[above].parent)
    }
    return hash
  }

  /// Other whole articles on the page, and pages of teasers alone.
  private mutating func lookForOthers(_ candidates: [Candidate]) {
    let own = page.prose(page.range(of: root))
    let cards = page.cards(0..<page.lines.count)
    let headlines = page.lines.filter { $0.isLink && $0.isHeading && $0.isCard }.count
    isFrontPage = headlines >= 5 && own < cards
    let others = candidates.filter { candidate in
      tree.nodes[candidate.node].tag == .article && !tree.contains(root, candidate.node)
        && !tree.contains(candidate.node, root) && page.prose(page.range(of: candidate.node)) * 2 > own
        && page.prose(page.range(of: candidate.node)) > 400
    }
    articles = 1 + others.count
  }

  // MARK: Boxes in the story

  private mutating func leaveOutBoxes() {
    let total = max(1, page.prose(page.range(of: root)))
    let end = Int(tree.nodes[root].end)
    var node = root + 1
    while node < end {
      let element = tree.nodes[node]
      switch element.tag {
      case .text, .p, .td, .th, .tr, .li, .h1, .h2, .h3, .h4, .h5, .h6:
        node += 1
        continue
      default: break
      }
      let range = page.range(of: node)
      guard range.count >= 2 else {
        node += 1
        continue
      }
      if let reason = reason(toLeaveOutBox: node, range, total) {
        page.leaveOut(range, reason)
        node = Int(element.end)
      } else {
        node += 1
      }
    }
  }

  private func reason(toLeaveOutBox node: Int, _ range: Range<Int>, _ total: Int) -> LeftOut.Reason? {
    if let title = page.title, range.contains(title) { return nil }
    if range.contains(where: { confirmed.contains($0) }) { return nil }
    let bytes = page.bytes(range)
    let prose = page.prose(range)
    if bytes > 0, page.links(range) * 10 >= bytes * 6, prose * 10 <= bytes * 3 { return .teaser }
    if page.cards(range) > 0, prose == 0 { return .teaser }
    guard prose <= 600, prose * 4 <= total, hasInput(node) else { return nil }
    return .subscription
  }

  private func hasInput(_ node: Int) -> Bool {
    tree.content(of: node).contains { i in
      guard tree.nodes[i].tag == .input else { return tree.nodes[i].tag == .textarea }
      switch tree.value(.type, of: i) {
      case "hidden", "radio", "checkbox", "button": return false
      default: return true
      }
    }
  }

  // MARK: The lines of the story

  private mutating func choose() {
    let inside = page.range(of: root)
    let title = page.title
    var kept: [Int] = []
    // What stands between the headline and the element of the story.
    if let title, title < inside.lowerBound {
      var isFirst = true
      for i in title + 1..<inside.lowerBound where page.lines[i].out == nil {
        if isLeadIn(page.lines[i]) || (isFirst && isDeck(page.lines[i])) {
          kept.append(i)
          isFirst = false
        }
      }
    }
    let start = inside.first { isStory($0) } ?? inside.upperBound
    for i in inside where i != title {
      let line = page.lines[i]
      guard line.out == nil else { continue }
      if confirmed.contains(i) {
        kept.append(i)
      } else if let title, i < title {
        if line.isProse, !line.isLink, line.length >= 80 {
          kept.append(i)
        } else {
          page.leaveOut(i..<i + 1, .navigation)
        }
      } else if let reason = reason(toLeaveOutLine: i, isBeforeStory: i < start) {
        page.leaveOut(i..<i + 1, reason)
      } else {
        kept.append(i)
      }
    }
    // Headings that head nothing.
    while let last = kept.last, page.lines[last].isHeading {
      page.leaveOut(last..<last + 1, .teaser)
      kept.removeLast()
    }
    story = (title.map { [$0] } ?? []) + kept
    let chosen = Set(story)
    for i in page.lines.indices where !chosen.contains(i) && page.lines[i].out == nil {
      page.leaveOut(i..<i + 1, page.lines[i].isLink ? .navigation : page.lines[i].isCard ? .teaser : .beside)
    }
  }

  private func isStory(_ i: Int) -> Bool {
    let line = page.lines[i]
    guard line.out == nil, i > page.title ?? -1 else { return false }
    if line.isProse { return !line.isCard }
    return line.block.block.kind == .cell || (line.block.block.kind == .item && !line.isLink)
  }

  /// A standfirst, or what the picture above the text shows.
  private func isLeadIn(_ line: PageLines.Line) -> Bool {
    if line.block.block.kind == .caption {
      return line.out == nil && !line.isCard && line.length >= 30 && !line.isLink && byline.day(of: line.text) == nil
    }
    return line.out == nil && !line.isCard && line.isProse && line.length >= 50
      && line.block.linkBytes * 4 < line.length
  }

  /// An address for letters.
  private static func isAddress(_ text: String) -> Bool {
    guard text.utf8.count <= 80, !text.contains(" ") else { return false }
    return text.contains("@") || text.hasPrefix("http") || text.hasPrefix("www.")
  }

  /// A second headline.
  private func isDeck(_ line: PageLines.Line) -> Bool {
    line.isHeading && !line.isLink && !line.isCard && line.length >= 40 && line.block.level > 1
  }

  private func reason(toLeaveOutLine i: Int, isBeforeStory: Bool) -> LeftOut.Reason? {
    let line = page.lines[i]
    switch line.block.block.kind {
    case .cell, .quote: return nil
    case .caption: return byline.day(of: line.text) != nil ? .byline : nil
    default: break
    }
    if line.isCard, !isFrontPage { return .teaser }
    if line.isProse { return line.isLink && line.length < 120 && !isFrontPage ? .teaser : nil }
    if line.isLink, !line.isHeading { return isBeforeStory ? .navigation : .teaser }
    let hasLetter = line.text.unicodeScalars.contains { $0.properties.isAlphabetic }
    if !hasLetter { return isBeforeStory ? .byline : .beside }
    if line.isHeading { return nil }
    if line.length <= 200, byline.begins(line.text),
      line.text.unicodeScalars.contains(where: { Digits.value(of: $0.value) != nil })
    {
      return .byline
    }
    if byline.day(of: line.text) != nil { return .byline }
    if Self.isAddress(line.text) { return .author }
    guard isBeforeStory else { return nil }
    // A second headline says something; a name or a place does not.
    return line.length >= 60 && !byline.begins(line.text) && line.block.linkBytes == 0 ? nil : .byline
  }
}
