#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Names of files, which may be any bytes, in strings, which hold UTF-8 alone.
///
/// A byte that is no UTF-8 becomes the private character U+10FF00 plus its value, and so does each byte of such a
/// character in a name, so that every name has a string of its own that leads back to it.
public enum FileName {
  private static let base: UInt32 = 0x10FF00

  /// The string for a name that the system hands out.
  public static func string(_ name: UnsafePointer<CChar>) -> String {
    let bytes = UnsafeBufferPointer(
      start: UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self), count: strlen(name))
    if UTF8Check.firstFault(in: bytes) == nil, !holdsEscape(bytes) { return bytes.string(0..<bytes.count) }
    var scalars = String.UnicodeScalarView()
    var i = 0
    while i < bytes.count {
      let length = bytes[i] < 0x80 ? 1 : bytes[i] < 0xE0 ? 2 : bytes[i] < 0xF0 ? 3 : 4
      let end = min(i + length, bytes.count)
      let piece = UnsafeBufferPointer(rebasing: bytes[i..<end])
      if UTF8Check.firstFault(in: piece) == nil, !holdsEscape(piece) {
        scalars.append(contentsOf: piece.string(0..<piece.count).unicodeScalars)
        i = end
      } else {
        if let escape = Unicode.Scalar(base + UInt32(bytes[i])) { scalars.append(escape) }
        i += 1
      }
    }
    return String(scalars)
  }

  /// Lends the bytes of a path to the system.
  public static func withPath<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard path.withBytes(holdsEscape) else { return path.withCString(body) }
    var bytes: [CChar] = []
    for scalar in path.unicodeScalars {
      if let byte = escaped(scalar) {
        bytes.append(CChar(bitPattern: byte))
      } else {
        bytes.append(contentsOf: String(scalar).utf8.map { CChar(bitPattern: $0) })
      }
    }
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return path.withCString(body) }
      return body(base)
    }
  }

  /// A path as messages and reports show it: on one line, and with the value of each byte that is no character.
  public static func shown(_ path: String) -> String {
    let isPlain = path.withBytes { bytes in
      !bytes.contains { $0 < 0x20 || $0 == 0x7F } && !holdsEscape(bytes)
    }
    if isPlain { return path }
    var shown = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\n": shown += "\\n"
      case "\r": shown += "\\r"
      case "\t": shown += "\\t"
      default:
        let byte = escaped(scalar) ?? (scalar.value < 0x20 || scalar.value == 0x7F ? UInt8(scalar.value) : nil)
        if let byte {
          shown += (byte < 0x10 ? "\\x0" : "\\x") + String(byte, radix: 16, uppercase: true)
        } else {
          shown.unicodeScalars.append(scalar)
        }
      }
    }
    return shown
  }

  /// The arguments of the program, those that are no UTF-8 too, which Swift's own list repairs beyond use.
  public static var arguments: [String] {
    var arguments: [String] = []
    var i = 1
    while i < CommandLine.argc, let argument = CommandLine.unsafeArgv[i] {
      arguments.append(string(argument))
      i += 1
    }
    return arguments
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> UInt8? {
    (base + 0x80...base + 0xFF).contains(scalar.value) ? UInt8(scalar.value - base) : nil
  }

  /// Whether one of U+10FF80…U+10FFFF is among the characters.
  private static func holdsEscape(_ bytes: Bytes) -> Bool {
    guard bytes.count >= 4 else { return false }
    var i = 0
    while i + 4 <= bytes.count {
      if bytes[i] == 0xF4, bytes[i + 1] == 0x8F, bytes[i + 2] >= 0xBE { return true }
      i += 1
    }
    return false
  }
}
