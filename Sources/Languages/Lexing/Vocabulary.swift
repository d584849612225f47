/// The words that a language's data gives a meaning to, found by the hash of their folded form.
///
/// An open-addressing table over 64-bit hashes: two words with one hash would be one word here; at some ten thousand
/// words a language the odds are below one in 10¹¹.
public struct Vocabulary: @unchecked Sendable {
  // Unchecked: the storage is written by the builder alone, never changes afterwards and is never freed, as a language
  // lives as long as the program.
  @usableFromInline let slots: UnsafeMutablePointer<Slot>
  @usableFromInline let mask: Int
  public let count: Int

  @usableFromInline struct Slot {
    @usableFromInline var hash: UInt64
    @usableFromInline var entry: Entry
  }

  /// What is known of a hash.
  @frozen public struct Entry: Sendable {
    /// The word's number, from 1; 0 for a mere prefix.
    public var word: UInt32
    /// Some longer word begins with these letters.
    public var isPrefix: Bool
    /// May stand inside a word written together: `zwei` in `zweitausend`.
    public var isPiece: Bool
    /// Begins a phrase.
    public var beginsPhrase: Bool

    public static let none = Entry(word: 0, isPrefix: false, isPiece: false, beginsPhrase: false)
  }

  fileprivate init(_ entries: KeyTable<VocabularyBuilder.Known>) {
    var capacity = 64
    while capacity < entries.count * 2 { capacity *= 2 }
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    slots.initialize(repeating: Slot(hash: 0, entry: .none), count: capacity)
    let mask = capacity - 1
    entries.forEach { hash, known in
      var i = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
      while slots[i].hash != 0 { i = (i + 1) & mask }
      slots[i] = Slot(hash: hash, entry: known.entry)
    }
    self.slots = slots
    self.mask = mask
    count = entries.count
  }

  @inlinable public subscript(hash: UInt64) -> Entry {
    var i = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while true {
      let slot = slots[i]
      if slot.hash == hash { return slot.entry }
      if slot.hash == 0 { return .none }
      i = (i + 1) & mask
    }
  }
}

/// Collects the words of a language, each once.
struct VocabularyBuilder {
  fileprivate struct Known {
    var entry = Vocabulary.Entry.none
    /// The first letters of the word are known too, for scripts and compounds that are cut by longest match.
    var hasPrefixes = false
  }

  private var entries = KeyTable(empty: Known(), capacity: 1 << 14)
  private var nextWord: UInt32 = 1

  /// The number of a word, given as its folded scalars.
  mutating func intern(_ scalars: [UInt32], piece: Bool = false, beginsPhrase: Bool = false) -> UInt32 {
    var hash = WordHash.seed
    var isUnspaced = false
    for scalar in scalars {
      hash = WordHash.add(hash, scalar)
      if scalar >= 0x1100 { isUnspaced = true }
    }
    let place = entries.enter(hash).place
    var known = entries[place]
    if known.entry.word == 0 {
      known.entry.word = nextWord
      nextWord += 1
    }
    if piece { known.entry.isPiece = true }
    if beginsPhrase { known.entry.beginsPhrase = true }
    let needsPrefixes = (piece || isUnspaced) && !known.hasPrefixes
    if needsPrefixes { known.hasPrefixes = true }
    entries[place] = known
    if needsPrefixes {
      var prefix = WordHash.seed
      for scalar in scalars.dropLast() {
        prefix = WordHash.add(prefix, scalar)
        let place = entries.enter(prefix).place
        entries[place].entry.isPrefix = true
      }
    }
    return known.entry.word
  }

  /// Knows each Han sign by its other forms too: 個 and 箇 for 个.
  mutating func addForms(_ plain: [UInt32: UInt32]) {
    for (form, plain) in plain {
      guard let known = entries.find(WordHash.add(WordHash.seed, plain)), entries[known].entry.word != 0 else {
        continue
      }
      let entry = entries[known].entry
      let place = entries.enter(WordHash.add(WordHash.seed, form)).place
      entries[place].entry = entry
    }
  }

  func build() -> Vocabulary { Vocabulary(entries) }
}
