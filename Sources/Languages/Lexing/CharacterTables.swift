import CICU
import ICU

/// What the lexer asks of every code point, in two flat tables of the Basic Multilingual Plane.
struct CharacterTables: @unchecked Sendable {
  // Unchecked: filled once, before anybody reads, and never freed or written again.
  let folded: UnsafePointer<UInt16>
  let classes: UnsafePointer<UInt8>

  static let shared = CharacterTables()

  private init() {
    let classes = UnsafeMutablePointer<UInt8>.allocate(capacity: 65536)
    cicu_class_table(classes)
    folded = Folding.shared.table
    self.classes = UnsafePointer(classes)
  }

  private init(folded: UnsafePointer<UInt16>, classes: UnsafePointer<UInt8>) {
    self.folded = folded
    self.classes = classes
  }

  /// As these, but for letters that are a language's own and stay what they are: Swedish å is no a, "år" no "är". CLDR's
  /// search collations tell the same letters apart.
  func keeping(_ letters: String) -> CharacterTables {
    let scalars = letters.unicodeScalars.filter { $0.properties.isAlphabetic && $0.value < 0x10000 }
    guard !scalars.isEmpty else { return self }
    let table = UnsafeMutablePointer<UInt16>.allocate(capacity: 65536)
    table.initialize(from: folded, count: 65536)
    for scalar in scalars {
      table[Int(scalar.value)] = UInt16(scalar.value)
      let upper = scalar.properties.uppercaseMapping.unicodeScalars
      if upper.count == 1, let capital = upper.first, capital.value >= 0x80, capital.value < 0x10000 {
        table[Int(capital.value)] = UInt16(scalar.value)
      }
    }
    return CharacterTables(folded: UnsafePointer(table), classes: classes)
  }
}

/// The names of ``CharacterTables/classes`` (see `cicu.h`).
enum CharacterClass {
  static let other: UInt8 = 0
  static let space: UInt8 = 1
  static let letter: UInt8 = 2
  static let upper: UInt8 = 3
  static let mark: UInt8 = 4
  static let ideograph: UInt8 = 5
  static let hangul: UInt8 = 6
  static let digit: UInt8 = 16
}
