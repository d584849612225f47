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
