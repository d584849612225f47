import Articles
import Yams

/// Aliases can make a small file unfold to a tree of any size. These checks keep such files away from the parser, which
/// hashes keys, and away from everything that walks a tree.
enum AliasHazard {
  /// What no honest file with aliases needs: very many anchors, very deep nesting, an alias within a key.
  static func find(in lines: [String], name: String) -> Diagnostic? {
    var anchors = 0
    var aliasLine: Int?
    var depth = 0
    var deepest = 0
    var hazard: (line: Int, offset: Int, message: String)?
    for (index, line) in lines.enumerated() {
      let bytes = Array(line.utf8)
      var previous: UInt8 = 0x20
      let indent = bytes.prefix { $0 == 0x20 || $0 == 0x2D }.count
      deepest = max(deepest, indent)
      guard indent < bytes.count, bytes[indent] != UInt8(ascii: "#") else { continue }
      for (offset, byte) in bytes.enumerated() {
        let startsToken = previous == 0x20 || previous == 0x5B || previous == 0x7B || previous == 0x2C
        let leads = offset == indent
        let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0x20
        switch byte {
        case UInt8(ascii: "&") where startsToken && next != 0x20: anchors += 1
        case UInt8(ascii: "*") where startsToken && next != 0x20:
          aliasLine = aliasLine ?? index
          // Short, as keys are: a line of aliases may be very long.
          let rest = bytes[offset...].prefix(64).drop { $0 != 0x20 }
          if rest.first(where: { $0 != 0x20 }) == UInt8(ascii: ":") {
            hazard = hazard ?? (index, offset, "an alias cannot be a key")
          }
        case UInt8(ascii: "?") where next == 0x20 && (leads || (startsToken && previous != 0x20)):
          hazard = hazard ?? (index, offset, "a key must be a plain word where a file has aliases")
        case UInt8(ascii: ":") where previous == UInt8(ascii: "]") || previous == UInt8(ascii: "}"):
          hazard = hazard ?? (index, offset, "a key must be a plain word where a file has aliases")
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        default: break
        }
        deepest = max(deepest, depth)
        previous = byte
      }
    }
    guard anchors > 0, let aliasLine else { return nil }
    if let hazard { return diagnostic(hazard.message, name, lines, hazard.line, hazard.offset) }
    if anchors > 50 { return diagnostic("this file has more than 50 anchors for its aliases", name, lines, aliasLine) }
    if deepest > 200 {
      return diagnostic("this file has aliases and is nested too deeply for them", name, lines, aliasLine)
    }
    return nil
  }

  private static func diagnostic(
    _ message: String, _ name: String, _ lines: [String], _ line: Int, _ offset: Int? = nil
  ) -> Diagnostic {
    let column = offset.map { lines[line].utf8.prefix($0).count { $0 & 0xC0 != 0x80 } + 1 } ?? 0
    return Diagnostic(
      .error, message, at: .init(file: name, line: line + 1, column: column, excerpt: YAMLFile.shown(lines[line])),
      help: "write the values out; a concept is the usual way to say something once")
  }

  /// Whether a tree has more than a million nodes, its aliases written out.
  static func unfolds(_ node: Node) -> Bool {
    var budget = 1_000_000
    func walk(_ node: Node) -> Bool {
      budget -= 1
      guard budget > 0 else { return true }
      switch node {
      case .scalar, .alias: return false
      case .sequence(let sequence): return sequence.contains(where: walk)
      case .mapping(let mapping): return mapping.contains { walk($0.key) || walk($0.value) }
      }
    }
    return walk(node)
  }
}
