/// SHA-256 (FIPS 180-4), for the hashes by which the page allows its own script and style and no others.
enum SHA256 {
  /// `sha256-…`, as a Content-Security-Policy names a source.
  static func source(_ bytes: [UInt8]) -> String { "sha256-\(base64(digest(bytes)))" }

  static func digest(_ message: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    var padded = message + [0x80]
    padded += [UInt8](repeating: 0, count: (120 - padded.count % 64) % 64)
    for shift in stride(from: 56, through: 0, by: -8) {
      padded.append(UInt8(truncatingIfNeeded: (UInt64(message.count) * 8) >> UInt64(shift)))
    }
    for start in stride(from: 0, to: padded.count, by: 64) { mix(padded[start..<start + 64], into: &state) }
    return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) } }
  }

  private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    func turn(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }
    var w: [UInt32] = []
    for start in stride(from: block.startIndex, to: block.endIndex, by: 4) {
      w.append(block[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) })
    }
    for t in 16..<64 {
      let (x, y) = (w[t - 15], w[t - 2])
      let low = turn(x, 7) ^ turn(x, 18) ^ x >> 3
      let high = turn(y, 17) ^ turn(y, 19) ^ y >> 10
      w.append(w[t - 16] &+ low &+ w[t - 7] &+ high)
    }
    var (a, b, c, d, e, f, g, h) = (
      state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]
    )
    for t in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let first = h &+ (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) &+ choice &+ constants[t] &+ w[t]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (i, value) in [a, b, c, d, e, f, g, h].enumerated() { state[i] = state[i] &+ value }
  }

  /// The fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    // Whole arithmetic: the largest r with r³ ≤ p·2⁹⁶ has the 32 bits wanted as its lowest.
    return primes.map { prime in
      var (low, high) = (UInt64(0), UInt64(1) << 36)
      while high - low > 1 {
        let middle = (low + high) / 2
        let square = middle.multipliedFullWidth(by: middle)
        if isCube(square, middle, atMost: prime) { low = middle } else { high = middle }
      }
      return UInt32(truncatingIfNeeded: low)
    }
  }()

  /// Whether square · r ≤ prime · 2⁹⁶.
  private static func isCube(_ square: (high: UInt64, low: UInt64), _ r: UInt64, atMost prime: UInt64) -> Bool {
    let low = square.low.multipliedFullWidth(by: r)
    let (middle, carry) = (square.high &* r).addingReportingOverflow(low.high)
    if carry { return false }
    let bound = prime << 32
    return middle < bound || (middle == bound && low.low == 0)
  }

  /// RFC 4648, with padding.
  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
