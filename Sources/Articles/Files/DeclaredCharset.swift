/// What a file says of its own encoding.
struct DeclaredCharset: Equatable {
  enum Place: String { case xml, html, header }

  /// As it is written there.
  var label: String
  var place: Place
  /// Where it is written: an offset in the bytes.
  var offset: Int

  /// How far a page may go before it says so: browsers look at 1,024 bytes, but pages exist that take longer.
  private static let html = 1 << 14

  /// The first declaration among the XML declaration, the header lines that a page was sent with, and the `meta`
  /// elements of HTML.
  static func find(in bytes: Bytes) -> DeclaredCharset? {
    let head = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, html)])
    var start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < head.count, head[start] <= 0x20 { start += 1 }
    guard start < head.count else { return nil }
    if head[start] == UInt8(ascii: "<") { return xml(head, start) ?? meta(head, start) }
    if let header = header(head, start) { return header }
    return meta(head, start)
  }

  // MARK: XML and HTML

  private static func xml(_ bytes: Bytes, _ start: Int) -> DeclaredCharset? {
    guard bytes.has("<?xml", at: start), let end = bytes.find("?>", from: start, to: min(bytes.count, start + 1000)),
      let name = bytes.find("encoding", from: start, to: end)
    else { return nil }
    var i = name + 8
    return value(bytes, &i, end).map {
      DeclaredCharset(label: bytes.string($0), place: .xml, offset: $0.lowerBound)
    }
  }

  /// `= "value"`, `='value'` or `=value`.
  private static func value(_ bytes: Bytes, _ i: inout Int, _ end: Int) -> Range<Int>? {
    skipBlanks(bytes, &i, end)
    guard i < end, bytes[i] == UInt8(ascii: "=") else { return nil }
    i += 1
    skipBlanks(bytes, &i, end)
    guard i < end else { return nil }
    let quote = bytes[i]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { i += 1 }
    let start = i
    while i < end, isQuoted ? bytes[i] != quote : bytes[i] > 0x20 && bytes[i] != UInt8(ascii: ">") { i += 1 }
    guard i < end || !isQuoted else { return nil }
    return start..<i
  }

  private static func skipBlanks(_ bytes: Bytes, _ i: inout Int, _ end: Int) {
    while i < end, bytes[i] <= 0x20 { i += 1 }
  }

  /// The `charset` of a `meta` element, or that of its `content` where it stands for an HTTP header (WHATWG HTML,
  /// section 13.2.3.2); comments do not count.
  private static func meta(_ bytes: Bytes, _ start: Int) -> DeclaredCharset? {
    var i = start
    while i < bytes.count {
      guard bytes[i] == UInt8(ascii: "<") else {
        i += 1
        continue
      }
      if bytes.has("<!--", at: i) {
        guard let end = bytes.find("-->", from: i + 2, to: bytes.count) else { return nil }
        i = end + 3
      } else if bytes.has("<meta", at: i), i + 5 < bytes.count,
        bytes[i + 5] <= 0x20 || bytes[i + 5] == UInt8(ascii: "/")
      {
        i += 5
        if let found = charset(bytes, &i) { return found }
      } else {
        i += 1
      }
    }
    return nil
  }

  /// Reads the attributes of a `meta` element.
  private static func charset(_ bytes: Bytes, _ i: inout Int) -> DeclaredCharset? {
    var isHeader = false
    var content: DeclaredCharset?
    while i < bytes.count, bytes[i] != UInt8(ascii: ">") {
      if bytes[i] <= 0x20 || bytes[i] == UInt8(ascii: "/") {
        i += 1
        continue
      }
      let start = i
      while i < bytes.count, bytes[i] > 0x20, bytes[i] != UInt8(ascii: "="), bytes[i] != UInt8(ascii: ">") { i += 1 }
      let name = bytes.string(start..<i).lowercased()
      var after = i
      guard let range = value(bytes, &after, bytes.count) else {
        if i == start { i += 1 }
        continue
      }
      let text = bytes.string(range)
      i = after
      if i < bytes.count, bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") { i += 1 }
      switch name {
      case "charset" where !range.isEmpty: return DeclaredCharset(label: text, place: .html, offset: range.lowerBound)
      case "http-equiv": isHeader = text.trimmingBlanks().lowercased() == "content-type"
      case "content": content = parameter(bytes, range, .html)
      default: break
      }
    }
    return isHeader ? content : nil
  }

  // MARK: Headers

  /// The `charset` of the first `Content-Type` that has one, where the file begins with the lines of an HTTP or mail
  /// header.
  private static func header(_ bytes: Bytes, _ start: Int) -> DeclaredCharset? {
    guard bytes.has("http/", at: start) || beginsHeader(bytes, start) else { return nil }
    var i = start
    while i < bytes.count {
      var end = bytes[i...].firstIndex(of: 0x0A) ?? bytes.count
      // A line that begins with a blank goes on with the one before.
      while end + 1 < bytes.count, bytes[end + 1] == 0x20 || bytes[end + 1] == 0x09 {
        end = bytes[(end + 1)...].firstIndex(of: 0x0A) ?? bytes.count
      }
      if bytes.has("content-type:", at: i), let found = parameter(bytes, i..<end, .header) { return found }
      i = end + 1
    }
    return nil
  }

  /// `Name: value`, or the line that mailboxes put before a message.
  private static func beginsHeader(_ bytes: Bytes, _ start: Int) -> Bool {
    if bytes.has("from ", at: start) { return true }
    var i = start
    while i < bytes.count, bytes[i] > 0x20, bytes[i] < 0x7F, bytes[i] != UInt8(ascii: ":") { i += 1 }
    return i > start && i - start <= 60 && i < bytes.count && bytes[i] == UInt8(ascii: ":")
  }

  /// `…; charset=value`
  private static func parameter(_ bytes: Bytes, _ range: Range<Int>, _ place: Place) -> DeclaredCharset? {
    guard let name = bytes.find("charset", from: range.lowerBound, to: range.upperBound) else { return nil }
    var i = name + 7
    guard let written = value(bytes, &i, range.upperBound) else { return nil }
    let label = String(bytes.string(written).prefix { $0 != ";" && $0 != "\"" && $0 != "'" })
    return label.isEmpty ? nil : DeclaredCharset(label: label, place: place, offset: written.lowerBound)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a word of ASCII in small letters stands here, in any case.
  func has(_ word: StaticString, at start: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    for k in 0..<length {
      let byte = self[start + k]
      if ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) != word.utf8Start[k] { return false }
    }
    return true
  }

  /// Where such a word stands first.
  func find(_ word: StaticString, from start: Int, to end: Int) -> Int? {
    var i = start
    while i + word.utf8CodeUnitCount <= end {
      if has(word, at: i) { return i }
      i += 1
    }
    return nil
  }
}
