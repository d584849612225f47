/// Makes text inert in GitHub-flavoured Markdown, in table cells, and in the HTML that stands among it.
///
/// Character references do both at once: Markdown takes none of them for markup, and HTML reads them as the character.
/// What GitHub looks for afterwards in the finished page (mentions, references to issues and commits, emoji) would find
/// it all the same, and so gets a zero-width space (U+200B) in its middle.
enum MarkdownEscaping {
  private static let gap = "&#8203;"

  /// One line of text that is no markup, link, mention or reference, whatever stands in it.
  static func escape(_ text: String) -> String {
    let bytes = Array(Quote.oneLine(text).utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 4)
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "`"),
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"),
        UInt8(ascii: "~"):
        reference(byte, &out)
      case UInt8(ascii: "@"), UInt8(ascii: "#"):
        reference(byte, &out)
        out.append(contentsOf: gap.utf8)
      case UInt8(ascii: "$"):
        // GitHub's own way to keep a dollar from beginning a formula.
        out.append(contentsOf: "<span>$</span>".utf8)
      case UInt8(ascii: ":") where isEmoji(bytes, at: i):
        out.append(byte)
        out.append(contentsOf: gap.utf8)
      case UInt8(ascii: ":") where i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "/"):
        reference(byte, &out)
      case UInt8(ascii: ".") where follows("www", bytes, i):
        reference(byte, &out)
      case UInt8(ascii: "-") where follows("gh", bytes, i):
        out.append(byte)
        out.append(contentsOf: gap.utf8)
      default:
        out.append(byte)
        let length = isWordStart(bytes, i) ? commitLength(bytes, at: i) : 0
        // No piece may be long enough to name a commit by itself.
        for k in stride(from: 1, to: length, by: 1) {
          if k % 6 == 0 { out.append(contentsOf: gap.utf8) }
          i += 1
          out.append(bytes[i])
        }
      }
      i += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A path as a relative address that can name no other host and no other scheme; nil for one that is not relative.
  static func address(ofFile path: String, line: Int) -> String? {
    let reference = FileReference(path)
    guard !path.isEmpty, path != "-", reference.isRelative else { return nil }
    let lowercased = path.lowercased()
    // GitHub shows Markdown without its lines unless asked.
    let plain = lowercased.hasSuffix(".md") || lowercased.hasSuffix(".markdown") ? "?plain=1" : ""
    return reference.uri + plain + (line > 0 ? "#L\(line)" : "")
  }

  private static func reference(_ byte: UInt8, _ out: inout [UInt8]) {
    out.append(contentsOf: "&#\(byte);".utf8)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isWordStart(_ bytes: [UInt8], _ i: Int) -> Bool { i == 0 || !isAlphanumeric(bytes[i - 1]) }

  /// Whether these letters, in either case, stand right before `i`.
  private static func follows(_ letters: StaticString, _ bytes: [UInt8], _ i: Int) -> Bool {
    let count = letters.utf8CodeUnitCount
    guard i >= count else { return false }
    return (0..<count).allSatisfy { bytes[i - count + $0] | 0x20 == letters.utf8Start[$0] }
  }

  /// `:name:`, which GitHub shows as a picture.
  private static func isEmoji(_ bytes: [UInt8], at i: Int) -> Bool {
    var end = i + 1
    while end < min(bytes.count, i + 80), isAlphanumeric(bytes[end]) || [0x2B, 0x2D, 0x5F].contains(bytes[end]) {
      end += 1
    }
    return end > i + 1 && end < bytes.count && bytes[end] == UInt8(ascii: ":")
  }

  /// The length of a word of 7 to 40 hexadecimal digits, letters and figures among them: the name of a commit; else 0.
  private static func commitLength(_ bytes: [UInt8], at i: Int) -> Int {
    var end = i
    var letters = false
    var figures = false
    while end < bytes.count, end - i <= 40 {
      let byte = bytes[end]
      if (0x30...0x39).contains(byte) {
        figures = true
      } else if (0x61...0x66).contains(byte | 0x20), byte >= 0x41 {
        letters = true
      } else {
        break
      }
      end += 1
    }
    guard letters, figures, (7...40).contains(end - i) else { return 0 }
    return end < bytes.count && isAlphanumeric(bytes[end]) ? 0 : end - i
  }
}
