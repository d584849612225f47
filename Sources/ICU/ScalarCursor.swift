/// Walks UTF-8 bytes a code point at a time, in both directions; ill-formed bytes are U+FFFD one by one.
struct ScalarCursor {
  private let text: UnsafeBufferPointer<UInt8>
  private(set) var offset: Int

  init(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    self.text = text
    self.offset = offset
  }

  mutating func next() -> Unicode.Scalar? {
    guard offset < text.count else { return nil }
    let lead = text[offset]
    let length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard lead < 0x80 || (length > 1 && offset + length <= text.count) else {
      offset += 1
      return "\u{FFFD}"
    }
    var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
    for index in 1..<max(length, 1) where length > 1 {
      guard text[offset + index] & 0xC0 == 0x80 else {
        offset += 1
        return "\u{FFFD}"
      }
      value = value << 6 | UInt32(text[offset + index] & 0x3F)
    }
    offset += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  mutating func previous() -> Unicode.Scalar? {
    guard offset > 0 else { return nil }
    let end = offset
    var start = end - 1
    while start > 0, end - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
    var forward = ScalarCursor(text, at: start)
    if let scalar = forward.next(), forward.offset == end {
      offset = start
      return scalar
    }
    offset = end - 1
    return "\u{FFFD}"
  }
}
