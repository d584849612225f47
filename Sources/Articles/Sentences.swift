import ICU

/// Cuts a block's text into sentences.
enum Sentences {
  /// UTF-8 ranges of the sentences, without the blanks around them.
  static func ranges(in text: String, language: String) -> [Range<Int>] {
    text.withBytes { bytes in
      var ranges: [Range<Int>] = []
      var start = 0
      var i = 0
      func close(_ end: Int) {
        let range = bytes.trimmed(start..<end)
        if !range.isEmpty { ranges.append(range) }
        start = end
      }
      while i < bytes.count {
        let byte = bytes[i]
        let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        // Most bytes are letters and blanks.
        guard byte < 0x40 || byte >= 0xD6, Signs.endsSentence(bytes.scalar(at: i)) else {
          i += length
          continue
        }
        i += length
        while i < bytes.count, Signs.closes(bytes.scalar(at: i)) || Signs.endsSentence(bytes.scalar(at: i)) {
          i += bytes[i] < 0x80 ? 1 : bytes[i] >= 0xE0 ? 3 : 2
        }
        if length > 1 || i == bytes.count || bytes.blank(at: i) > 0 { close(i) }
      }
      close(bytes.count)
      return ranges
    }
  }
}
