import ICU

/// Finds paragraphs that say nothing but what another one says.
enum Repeats {
  /// Shorter ones may well be said twice, in letters and digits.
  static let shortest = 40

  /// The blocks to leave out: equal to another in its letters and digits, or all of it the beginning or the end of a
  /// longer one. Of equals the first stays. A headline stays, whatever repeats it. O(n log n) comparisons.
  static func indices(in blocks: [Block]) -> Set<Int> {
    var keys: [(key: [UInt16], index: Int)] = []
    for (i, block) in blocks.enumerated() where block.kind != .cell && block.text.utf8.count >= shortest {
      let key = key(block.text)
      if key.count >= shortest { keys.append((key, i)) }
    }
    guard keys.count > 1 else { return [] }
    var repeated: Set<Int> = []
    // Equal ones go first, by hash, so that sorting never compares long equals.
    var firsts: [UInt64: [Int]] = [:]
    var distinct: [(key: [UInt16], index: Int)] = []
    for entry in keys {
      let hash = hash(entry.key)
      if firsts[hash]?.contains(where: { distinct[$0].key == entry.key }) == true {
        repeated.insert(entry.index)
      } else {
        firsts[hash, default: []].append(distinct.count)
        distinct.append(entry)
      }
    }
    keys = distinct
    for backwards in [false, true] {
      if backwards { for i in keys.indices { keys[i].key.reverse() } }
      keys.sort { $0.key.lexicographicallyPrecedes($1.key) }
      // What begins with a key stands right after it.
      for (a, b) in zip(keys, keys.dropFirst())
      where ![.title, .heading].contains(blocks[a.index].kind) && b.key.starts(with: a.key) {
        repeated.insert(a.index)
      }
    }
    return repeated
  }

  /// FNV-1a over whole units: quick, and of no weight beyond this one article.
  static func hash(_ key: some Sequence<UInt16>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for unit in key { hash = (hash ^ UInt64(unit)) &* 0x100_0000_01B3 }
    return hash
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The letters and digits, folded: spaces, punctuation and the shapes of quotation marks tell no paragraphs apart.
  static func key(_ text: String) -> [UInt16] {
    let folding = Folding.shared
    return text.withBytes { bytes in
      var key: [UInt16] = []
      key.reserveCapacity(bytes.count)
      var i = 0
      while i < bytes.count {
        let byte = bytes[i]
        if byte < 0x80 {
          i += 1
          switch byte {
          case 0x30...0x39, 0x61...0x7A: key.append(UInt16(byte))
          case 0x41...0x5A: key.append(UInt16(byte | 0x20))
          // 2.5 is not 25.
          case 0x2C, 0x2E: if i >= 2, i < bytes.count, isDigit(bytes[i - 2]), isDigit(bytes[i]) { key.append(0x2E) }
          case 0x25: key.append(UInt16(byte))
          default: break
          }
          continue
        }
        let scalar = bytes.scalar(at: i)
        i += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        // General punctuation and the signs of Latin-1 and of East Asia.
        if (0x80...0xBF).contains(scalar) || (0x2000...0x206F).contains(scalar) || (0x3000...0x303F).contains(scalar) {
          continue
        }
        let folded = folding.fold(scalar)
        if folded != 0 { key.append(UInt16(truncatingIfNeeded: folded)) }
      }
      return key
    }
  }
}
