/// The path of a file as a URI reference (RFC 3986), for tools that open it from elsewhere.
struct FileReference: Equatable {
  /// Percent-encoded: `articles/f%C3%A9vrier%20%231.txt`.
  var uri: String
  /// Whether it counts from the folder that the run was started in.
  var isRelative: Bool

  /// - Parameter path: as the user gave it, with `/` between its parts.
  init(_ path: String) {
    isRelative = !path.hasPrefix("/")
    let encoded = Self.encode(Self.normalized(path))
    uri = isRelative ? encoded : "file://" + encoded
  }

  /// Without `./` in front, and without doubled slashes there, which would name a host.
  static func normalized(_ path: String) -> String {
    var rest = path.utf8[...]
    if rest.first == UInt8(ascii: "/") {
      while rest.dropFirst().first == UInt8(ascii: "/") { rest.removeFirst() }
    }
    while rest.starts(with: "./".utf8) {
      rest = rest.dropFirst(2)
      while rest.first == UInt8(ascii: "/") { rest.removeFirst() }
    }
    let kept = String(decoding: rest, as: UTF8.self)
    return kept.isEmpty ? path : kept
  }

  /// Everything but unreserved characters and slashes becomes `%XX`, byte by byte; a colon too, which in a first part
  /// would end a scheme.
  private static func encode(_ path: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(path.utf8.count)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0xF)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
