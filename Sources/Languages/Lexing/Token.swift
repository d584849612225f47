/// A word, a run of digits or a sign, where it stands in the text.
public struct Token: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    case word
    /// A run of decimal digits of one script; `hash` is meaningless.
    case digits
    /// One sign that is neither letter, digit nor space; `hash` is its folded code point's.
    case sign
  }

  /// UTF-8 offsets.
  public var start: Int32
  public var end: Int32
  /// The word's number in the language's vocabulary, 0 where it has none.
  public var word: UInt32
  public var kind: Kind
  /// White space stands before it, or the text begins with it.
  public var spaceBefore: Bool
  /// A line ends before it.
  public var lineBefore: Bool
  /// Begins with a capital.
  public var isCapitalised: Bool
  /// Of the folded form: equal for words that differ in case, diacritics or width only.
  public var hash: UInt64

  public var range: Range<Int> { Int(start)..<Int(end) }
}

/// FNV-1a over folded code points, the identity of a word everywhere in the program.
public enum WordHash {
  @usableFromInline static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  @usableFromInline static let prime: UInt64 = 0x0000_0100_0000_01b3

  @inlinable static func add(_ hash: UInt64, _ scalar: UInt32) -> UInt64 { (hash ^ UInt64(scalar)) &* prime }

  /// The hash of a whole word as the lexer would see it.
  public static func of(_ word: String) -> UInt64 {
    let tables = CharacterTables.shared
    var hash = seed
    for scalar in word.unicodeScalars {
      let folded = scalar.value < 0x10000 ? UInt32(tables.folded[Int(scalar.value)]) : scalar.value
      if folded != 0 { hash = add(hash, folded) }
    }
    return hash
  }
}
