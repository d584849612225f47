/// Looks for the bytes that no UTF-8 text holds.
public enum UTF8Check {
  /// What one pass over bytes finds.
  struct Scan {
    /// The offset at which they stop being UTF-8; nil where all of them are.
    var fault: Int?
    /// The offset of the first NUL before that.
    var nul: Int?
    /// Whether all of them, up to the fault, are ASCII.
    var isASCII = true
  }

  static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Scan {
    var scan = Scan()
    guard let base = bytes.baseAddress else { return scan }
    let count = bytes.count
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    var i = 0
    while i < count {
      // Most text is ASCII for long stretches: eight bytes at a time, none of them high, none of them zero.
      while i + 8 <= count {
        let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
        if (word | (word &- ones)) & high != 0 { break }
        i += 8
      }
      guard i < count else { break }
      let lead = bytes[i]
      if lead < 0x80 {
        if lead == 0, scan.nul == nil { scan.nul = i }
        i += 1
        continue
      }
      scan.isASCII = false
      let length = sequenceLength(bytes, at: i)
      if length == 0 {
        scan.fault = i
        return scan
      }
      i += length
    }
    return scan
  }

  /// The offset at which the bytes stop being UTF-8 (Unicode 15, table 3-7), or nil where all of them are.
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? { scan(bytes).fault }

  /// How many code points decoders make of bytes that may not all be UTF-8: U+FFFD for each sequence that is none.
  public static func codePoints(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var i = 0
    while i < bytes.count {
      i += bytes[i] < 0x80 ? 1 : step(bytes, at: i).length
      count += 1
    }
    return count
  }

  struct Repaired {
    var text: String
    /// Sequences that are none, each U+FFFD in the text.
    var faults = 0
    /// The UTF-8 offset in the text of the first.
    var firstFault: Int?
    /// Bytes of sound sequences, their leads left out: hardly any text in another encoding has many.
    var soundBytes = 0
  }

  /// The text of bytes that are UTF-8 for the most part. Each maximal part of a sequence that goes wrong becomes one
  /// U+FFFD (Unicode 15, section 3.9).
  static func repair(_ bytes: UnsafeBufferPointer<UInt8>) -> Repaired {
    var repaired = Repaired(text: "")
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 64)
    var i = 0
    var copied = 0
    while i < bytes.count {
      if bytes[i] < 0x80 {
        i += 1
        continue
      }
      let (length, isSound) = step(bytes, at: i)
      if isSound {
        repaired.soundBytes += length - 1
      } else {
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<i]))
        if repaired.faults == 0 { repaired.firstFault = out.count }
        repaired.faults += 1
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        copied = i + length
      }
      i += length
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    repaired.text = String(decoding: out, as: UTF8.self)
    return repaired
  }

  /// The length of what stands at `i`, and whether it is a character.
  private static func step(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (length: Int, isSound: Bool) {
    let length = sequenceLength(bytes, at: i)
    if length > 0 { return (length, true) }
    guard let (whole, second) = form(bytes[i]), i + 1 < bytes.count, second.contains(bytes[i + 1]) else {
      return (1, false)
    }
    var part = 2
    while part < whole, i + part < bytes.count, bytes[i + part] & 0xC0 == 0x80 { part += 1 }
    return (part, false)
  }

  /// How many bytes the well-formed sequence at `i` takes, 0 where there is none.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    guard let (length, second) = form(bytes[i]), i + length <= bytes.count, second.contains(bytes[i + 1]) else {
      return 0
    }
    for k in 2..<max(2, length) where bytes[i + k] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// How long a sequence is that begins with this byte, and what may follow it.
  @inline(__always)
  private static func form(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    default: nil
    }
  }
}
