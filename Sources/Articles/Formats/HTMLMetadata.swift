import ICU

/// What a page says of its article: in `meta` and `link` elements, in JSON-LD, in its headings, times and address.
struct HTMLMetadata {
  let tree: HTMLTree
  let source: SourceText
  let options: ArticleOptions

  private(set) var metadata = ArticleMetadata()
  private(set) var dayOrigin: DateOrigin?
  /// The headlines that the page gives itself, the best first.
  private(set) var titles: [MappedText] = []
  private(set) var linked = LinkedData()
  private(set) var warnings: [Diagnostic] = []
  /// The kind of page, by OpenGraph: `article`, `website`.
  private(set) var type: String?

  /// The `meta` elements by name, property or itemprop in small letters; of equal ones the first.
  private var meta: [String: MappedText] = [:]
  private var pageTitle: MappedText?
  private var canonical: String?

  init(_ tree: HTMLTree, _ source: SourceText, _ options: ArticleOptions) {
    self.tree = tree
    self.source = source
    self.options = options
    scan()
    readLanguage()
    readSource()
    readTitles()
    readDay()
    readAuthor()
  }

  // MARK: The page's own data

  private mutating func scan() {
    for node in tree.nodes.indices {
      switch tree.nodes[node].tag {
      case .meta: scanMeta(node)
      case .title where pageTitle == nil && !isInDrawing(node):
        let text = tree.rawText(of: node).trimmed
        if !text.text.isEmpty { pageTitle = text }
      case .link where canonical == nil:
        if tree.value(.rel, of: node)?.lowercased() == "canonical" { canonical = tree.value(.href, of: node) }
      case .script:
        guard let type = tree.value(.type, of: node), type.lowercased().contains("ld+json") else { continue }
        let start = tree.content(of: node).first.map { tree.nodes[$0].source.lowerBound }
        guard let start, start < tree.nodes[node].close else { continue }
        linked.read(MappedText(source, start..<tree.nodes[node].close))
      default: break
      }
    }
    type = meta["og:type"]?.text.lowercased()
  }

  private func isInDrawing(_ node: Int) -> Bool {
    var node = Int(tree.nodes[node].parent)
    while node > 0 {
      if tree.nodes[node].tag == .svg { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  private mutating func scanMeta(_ node: Int) {
    let names = [HTMLAttribute.property, .metaName, .itemprop, .httpEquiv]
    guard let content = attribute(.content, of: node), !content.text.isEmpty else { return }
    for name in names {
      guard let key = tree.value(name, of: node)?.lowercased(), !key.isEmpty, meta[key] == nil else { continue }
      meta[key] = content
    }
  }

  /// The value of an attribute, with its place in the file.
  private func attribute(_ name: HTMLAttribute, of node: Int) -> MappedText? {
    guard let value = tree.value(name, of: node) else { return nil }
    let tag = tree.nodes[node].source
    let place = source.text.withBytes { Self.place(of: name.name, in: $0, tag) } ?? tag
    guard SourceText.slice(source.text, place) == value else {
      var builder = MappedTextBuilder()
      builder.add(Array(value.utf8), for: place)
      return builder.text.trimmed
    }
    return MappedText(source, place).trimmed
  }

  /// Where the value of an attribute stands in a start tag.
  private static func place(of name: String, in bytes: Bytes, _ tag: Range<Int>) -> Range<Int>? {
    let name = Array(name.utf8)
    var i = tag.lowerBound
    while i < tag.upperBound, bytes[i] > 0x20 { i += 1 }
    while i < tag.upperBound {
      while i < tag.upperBound, bytes[i] <= 0x20 || bytes[i] == UInt8(ascii: "/") { i += 1 }
      let start = i
      while i < tag.upperBound, bytes[i] > 0x20, bytes[i] != UInt8(ascii: "=") { i += 1 }
      let isWanted =
        i - start == name.count && (0..<name.count).allSatisfy { bytes[start + $0] | 0x20 == name[$0] | 0x20 }
      while i < tag.upperBound, bytes[i] <= 0x20 { i += 1 }
      guard i < tag.upperBound, bytes[i] == UInt8(ascii: "=") else {
        if i == start { i += 1 }
        continue
      }
      i += 1
      while i < tag.upperBound, bytes[i] <= 0x20 { i += 1 }
      guard i < tag.upperBound else { return nil }
      var from = i
      let quote = bytes[i]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        i += 1
        from = i
        while i < tag.upperBound, bytes[i] != quote { i += 1 }
      } else {
        while i < tag.upperBound, bytes[i] > 0x20 { i += 1 }
      }
      if isWanted { return from..<i }
      i += 1
    }
    return nil
  }

  private func first(_ names: [String]) -> String? {
    for name in names { if let found = meta[name]?.text, !found.isEmpty { return found } }
    return nil
  }

  // MARK: Language, source, author

  private mutating func readLanguage() {
    let root = tree.value(.lang, of: 0) ?? tree.value(.xmlLang, of: 0)
    let body = tree.value(.lang, of: tree.body)
    for given in [root, body, linked.language, first(["content-language", "og:locale", "language", "dc.language"])] {
      guard let given, let language = ArticleMetadata.language(given.trimmingBlanks()) else { continue }
      metadata.language = language
      return
    }
  }

  private mutating func readSource() {
    let given = canonical ?? first(["og:url", "twitter:url"]) ?? linked.url
    if let given, given.hasPrefix("http") { metadata.url = given }
    if metadata.url == nil { metadata.url = savedFrom() }
    metadata.source =
      first(["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher"]) ?? linked.publisher
  }

  /// Browsers write into a saved page where it came from: `<!-- saved from url=(0042)https://… -->`.
  private func savedFrom() -> String? {
    source.text.withBytes { bytes in
      let mark = Array("saved from url=(".utf8)
      let last = min(bytes.count, 2048) - mark.count
      guard last > 0, let start = (0..<last).first(where: { bytes[$0] == mark[0] && bytes.starts(with: mark, at: $0) })
      else { return nil }
      let address = bytes[(start + mark.count)...].drop { $0 != UInt8(ascii: ")") }.dropFirst().prefix { $0 > 0x20 }
      return address.starts(with: "http".utf8) ? String(decoding: address.prefix(2048), as: UTF8.self) : nil
    }
  }

  private mutating func readAuthor() {
    metadata.author =
      linked.author
      ?? first(["author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author"])
      .flatMap { $0.hasPrefix("http") ? nil : $0 } ?? marked("author")
  }

  /// The text of an element that is marked as the author's name.
  private func marked(_ role: String) -> String? {
    for node in tree.content(of: tree.body) where !tree.nodes[node].content.isEmpty && tree.nodes[node].tag != .text {
      guard isMarked(node, Array(role.utf8)) else { continue }
      let text = tree.rawText(of: node).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if (2...80).contains(text.utf8.count), !text.utf8.contains(where: { (0x30...0x39).contains($0) }) { return text }
    }
    return nil
  }

  private func isMarked(_ node: Int, _ role: [UInt8]) -> Bool {
    for i in tree.nodes[node].content {
      let value = tree.bytes[tree.attributes[i].value]
      switch tree.attributes[i].name {
      case HTMLAttribute.itemprop.packed, HTMLAttribute.rel.packed: if value.elementsEqual(role) { return true }
      case HTMLAttribute.class.packed:
        guard value.count >= role.count else { continue }
        let isRole = value.split(whereSeparator: { $0 <= 0x20 }).contains {
          $0.starts(with: role)
            && ($0.count == role.count || $0.dropFirst(role.count).elementsEqual("-name".utf8)
              || $0.dropFirst(role.count).elementsEqual("__name".utf8))
        }
        if isRole { return true }
      default: break
      }
    }
    return false
  }

  // MARK: Title

  private mutating func readTitles() {
    if let title = linked.headline { titles.append(title) }
    for name in ["og:title", "twitter:title", "dc.title", "headline", "title"] {
      if let title = meta[name] { titles.append(withoutSite(title)) }
    }
    guard let title = pageTitle else { return }
    titles.append(withoutSite(title))
    for part in Self.parts(of: title.text).sorted(by: { $0.count > $1.count }) { titles.append(title[part].trimmed) }
  }

  /// Where the headline is one part of the page's title, the other is the site's name.
  mutating func take(headline: String) {
    guard metadata.source == nil, let title = pageTitle else { return }
    let letters = Self.letters(headline)
    let parts = Self.parts(of: title.text)
    guard parts.count > 1,
      let own = parts.firstIndex(where: { Self.letters(SourceText.slice(title.text, $0)) == letters })
    else { return }
    let other = own == 0 ? parts[parts.count - 1] : parts[0]
    if other.count <= 60 { metadata.source = title[other].trimmed.text }
  }

  /// The parts of a title between its dashes or bars.
  private static func parts(of text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    let hasIdeographs = text.unicodeScalars.contains { Signs.isIdeograph($0.value) }
    var parts: [Range<Int>] = []
    var start = 0
    var i = 0
    func separator(at i: Int) -> Int {
      for sign in [" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " « ", "｜", " _ ", " / "]
      where bytes[i...].starts(with: sign.utf8) { return sign.utf8.count }
      return hasIdeographs && (bytes[i] == UInt8(ascii: "_") || bytes[i] == UInt8(ascii: "|")) ? 1 : 0
    }
    while i < bytes.count {
      let length = separator(at: i)
      if length > 0, i > start {
        parts.append(start..<i)
        start = i + length
        i = start
      } else {
        i += 1
      }
    }
    if start < bytes.count { parts.append(start..<bytes.count) }
    return parts
  }

  /// `Headline | The Paper`: without what the site calls itself.
  private func withoutSite(_ title: MappedText) -> MappedText {
    let text = title.text
    let parts = Self.parts(of: text)
    guard parts.count > 1 else { return title }
    let names = [metadata.source, host()].compactMap { $0.map(Self.letters) }.filter { !$0.isEmpty }
    func isSite(_ part: Range<Int>) -> Bool {
      let part = Self.letters(SourceText.slice(text, part))
      return names.contains { $0 == part || (part.count >= 4 && $0.starts(with: part)) || part.starts(with: $0) }
    }
    if parts.count > 1, isSite(parts[0]), !isSite(parts[1]) {
      return title[parts[1].lowerBound..<(parts[parts.count - 1].upperBound)].trimmed
    }
    // The site's name, and before it perhaps the section's: short parts at the end.
    var end = parts.count
    if let site = parts.indices.dropFirst().first(where: { isSite(parts[$0]) }) {
      end = site
      // "Headline | Politics | Paper"
      if end == 2, parts[1].count <= 24, parts[0].count >= 2 * parts[1].count { end = 1 }
    } else if let longest = parts.max(by: { $0.count < $1.count }), longest == parts[0] {
      while end > 1, parts[end - 1].count * 2 <= parts[0].count, parts[end - 1].count <= 40 { end -= 1 }
    }
    return title[parts[0].lowerBound..<parts[max(1, end) - 1].upperBound].trimmed
  }

  private func host() -> String? {
    guard let url = metadata.url, let start = url.firstRange(of: "://") else { return nil }
    let host = url[start.upperBound...].prefix { $0 != "/" && $0 != ":" }
    let labels = host.split(separator: ".").map(String.init)
    guard labels.count >= 2 else { return nil }
    return labels.max { $0.count < $1.count }
  }

  /// What of a text tells it from others: its letters and digits, folded.
  static func letters(_ text: String) -> [UInt16] { Repeats.key(text) }

  // MARK: Day

  private static let dayNames = [
    "article:published_time", "article:published", "og:published_time", "datepublished", "date_published",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dc.date.created", "dcterms.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "parsely-pub-date",
    "sailthru.date", "article.published", "article_date_original", "cxenseparse:recs:publishtime", "citation_date",
    "originalpublicationdate", "date", "release_date", "created", "article.created", "bt:pubdate", "ptime",
  ]

  private mutating func readDay() {
    if let text = linked.datePublished, let day = day(text) { return set(day, .page) }
    for name in Self.dayNames {
      guard let text = meta[name] else { continue }
      if let day = day(text.text) { return set(day, .page) }
      warnings.append(
        Diagnostic(
          .warning, "“\(text.text)” in the page's “\(name)” is no date", at: source.location(text.range),
          help: "write it as year-month-day: \"2021-07-26\""))
    }
  }

  private func day(_ text: String) -> Day? { DayText.day(text, language: metadata.language, options) }

  private mutating func set(_ day: Day, _ origin: DateOrigin) {
    metadata.day = day
    dayOrigin = origin
  }

  /// Where the page does not give its day for machines: a time element near the headline, a by-line, the address.
  ///
  /// - Parameter lines: short lines near the headline, in order.
  mutating func findDay(near lines: [PageLines.Line], title: Int?, language: String) {
    guard metadata.day == nil else { return }
    if let day = timeElement(after: title) { return set(day, .time) }
    let byline = Byline(language: language, date: options.bylineDate)
    for line in lines {
      var pieces = Self.parts(of: line.text).map { SourceText.slice(line.text, $0) }
      // Name and time stand in elements of their own.
      for node in tree.content(of: line.block.node) where tree.nodes[node].tag == .text && line.length <= 300 {
        pieces.append(String(decoding: tree.bytes[tree.nodes[node].content], as: UTF8.self).trimmingBlanks())
      }
      for piece in pieces {
        if let day = byline.day(of: piece) { return set(day, .byline) }
      }
    }
    if let url = metadata.url, let day = Self.day(inAddress: url) { set(day, .address) }
  }

  /// The first `<time>` after the headline (or before it, in the same header) that is no time of a change.
  private func timeElement(after title: Int?) -> Day? {
    var fallback: Day?
    let start = title ?? tree.body
    var count = 0
    for node in tree.content(of: tree.body) where tree.nodes[node].tag == .time || isPublished(node) {
      guard let day = (tree.value(.datetime, of: node) ?? tree.value(.content, of: node)).flatMap({ DayText.stamp($0) })
      else { continue }
      let property = (tree.value(.itemprop, of: node) ?? "") + " " + (tree.value(.class, of: node) ?? "")
      if property.contains("odified") || property.contains("pdated") { continue }
      if property.contains("datePublished") || tree.has(.pubdate, node) { return day }
      if isInTeaser(node) { continue }
      count += 1
      if node > start, fallback == nil { fallback = day }
    }
    return fallback
  }

  private func isPublished(_ node: Int) -> Bool {
    !tree.nodes[node].content.isEmpty && tree.value(.itemprop, of: node).map { $0.contains("datePublished") } ?? false
  }

  private func isInTeaser(_ node: Int) -> Bool {
    var node = Int(tree.nodes[node].parent)
    while node > 0 {
      switch tree.nodes[node].tag {
      case .aside, .nav, .footer, .a, .li: return true
      default: node = Int(tree.nodes[node].parent)
      }
    }
    return false
  }

  /// `/2021/07/26/`, `/2021-07-26-`, `/20210726/`.
  static func day(inAddress url: String) -> Day? {
    let bytes = Array(url.utf8)
    let isDigit = { (i: Int) in i >= 0 && i < bytes.count && (0x30...0x39).contains(bytes[i]) }
    func number(_ start: Int, _ count: Int) -> Int? {
      guard (0..<count).allSatisfy({ isDigit(start + $0) }) else { return nil }
      return (0..<count).reduce(0) { $0 * 10 + Int(bytes[start + $1] - 0x30) }
    }
    for i in bytes.indices where (bytes[i] == 0x31 || bytes[i] == 0x32) && !isDigit(i - 1) {
      guard let year = number(i, 4), (1990...2100).contains(year) else { continue }
      if !isDigit(i + 8), isDigit(i + 4), let month = number(i + 4, 2), let day = number(i + 6, 2) {
        if let found = Day(year: year, month: month, day: day) { return found }
      }
      guard i + 4 < bytes.count, bytes[i + 4] == 0x2F || bytes[i + 4] == 0x2D else { continue }
      let monthLength = isDigit(i + 6) ? 2 : 1
      guard let month = number(i + 5, monthLength), i + 5 + monthLength < bytes.count,
        bytes[i + 5 + monthLength] == bytes[i + 4]
      else { continue }
      let dayStart = i + 6 + monthLength
      let dayLength = isDigit(dayStart + 1) ? 2 : 1
      guard let day = number(dayStart, dayLength), !isDigit(dayStart + dayLength) else { continue }
      if let found = Day(year: year, month: month, day: day) { return found }
    }
    return nil
  }

  mutating func set(title: String?) { metadata.title = title }
}
