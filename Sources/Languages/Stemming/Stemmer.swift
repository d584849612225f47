import CStemmer
import ICU

/// Brings the inflected forms of a word together.
///
/// Snowball stems where it has the language (Martin Porter's algorithms, from libstemmer); other languages lose the
/// endings that `inflection.yaml` lists. Words are stemmed with their diacritics and without, since articles leave them
/// out (`BLESSES`), and all keys come out folded: two words are forms of one where they share a key.
///
/// Not safe to share between threads: Snowball keeps the last stem in the object.
public final class Stemmer {
  public let language: String
  private let snowball: UnsafeMutableRawPointer?
  private let inflection: Inflection

  /// - Parameter language: a BCP 47 tag; only its language counts. Any language will do: what is not known is not stemmed.
  public init(language: String) {
    let base = Stemmer.base(of: language)
    self.language = base
    inflection = Inflection.all[base] ?? Inflection()
    // Bokmål and Nynorsk share one stemmer.
    snowball = inflection.isUnspaced ? nil : cstemmer_new(base == "nb" || base == "nn" ? "no" : base)
  }

  deinit { if let snowball { cstemmer_free(snowball) } }

  /// The language of a tag: `pt-BR` and `pt_BR` are `pt`.
  public static func base(of tag: String) -> String {
    String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
  }

  /// Words stand without spaces, and terms are found inside runs of letters.
  public var isUnspaced: Bool { inflection.isUnspaced }
  /// Particles follow a word in the same run of letters, so that a term may end inside it.
  public var isOpenEnded: Bool { inflection.isOpenEnded }

  /// Hashes (as ``WordHash``) under which a word of a term is known.
  public func keys(ofTerm word: String) -> Set<UInt64> {
    let folded = Self.scalars(Folding.fold(word))
    if let group = inflection.distinct[folded] { return [Self.marked(group)] }
    var keys: Set<UInt64> = []
    collect(word, &keys)
    guard let ending = inflection.partingEnding(ofTerm: folded) else { return keys }
    return Set(keys.map { Self.marked($0, ending) } + [Self.hash(folded)])
  }

  /// Hashes under which a word of a text may be the form of a term: those of ``keys(ofTerm:)``, and what is left when
  /// clitics and endings are cut that Snowball leaves alone.
  public func keys(of word: String) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    collect(word, &keys)
    let folded = Self.scalars(fold(word))
    if let group = inflection.distinct[folded] { return [Self.marked(group)] }
    if inflection.isSupplement, let cut = inflection.cut(folded) { keys.insert(Self.hash(cut)) }
    for form in inflection.replaced(folded) { collect(Self.string(form), &keys) }
    for rest in inflection.withoutClitics(folded) { collect(Self.string(rest), &keys) }
    guard !inflection.parting.isEmpty else { return keys }
    let plain = keys
    let written = Self.scalars(word.lowercased())
    for ending in inflection.partingTerms {
      let parted = inflection.parting.first {
        $0.term == ending && written.count > $0.text.count && written.suffix($0.text.count).elementsEqual($0.text)
      }
      let other = parted.map { Self.hash(Array(folded.dropLast($0.text.count))) }
      for key in plain where key != other { keys.insert(Self.marked(key, ending)) }
    }
    return keys
  }

  /// Without case and diacritics, but for the letters that are the language's own.
  public func fold(_ word: String) -> String { Inflection.fold(word, keeping: inflection.letters) }

  /// The hash of the word itself.
  public func exactKey(_ word: String) -> UInt64 { Self.hash(Self.scalars(fold(word))) }

  private func collect(_ word: String, _ keys: inout Set<UInt64>) {
    let folded = fold(word)
    let scalars = Self.scalars(folded)
    keys.insert(Self.hash(scalars))
    if snowball != nil {
      insert(stem(word.lowercased()), &keys)
      insert(stem(folded), &keys)
      if scalars.count <= 5 { keys.insert(Self.hash(Self.short(scalars))) }
    } else if let cut = inflection.cut(scalars) {
      keys.insert(Self.hash(cut))
    }
  }

  /// Two letters say nothing any more: French `tué` and `tu` have one stem.
  private func insert(_ stem: String, _ keys: inout Set<UInt64>) {
    let scalars = Self.scalars(fold(stem))
    if scalars.count >= inflection.shortestStem { keys.insert(Self.hash(scalars)) }
  }

  /// For words that have no stem to speak of: plural and feminine endings go, three letters stay.
  private static func short(_ word: [UInt32]) -> [UInt32] {
    var word = word
    while word.count > 3, let last = word.last, last == 0x73 || last == 0x65 { word.removeLast() }
    return word
  }

  private func stem(_ word: String) -> String {
    guard let snowball else { return word }
    var word = word
    return word.withUTF8 { bytes in
      var stem: UnsafePointer<UInt8>?
      let size = cstemmer_stem(snowball, bytes.baseAddress, Int32(truncatingIfNeeded: bytes.count), &stem)
      guard size >= 0, let stem else { return String(decoding: bytes, as: UTF8.self) }
      return String(decoding: UnsafeBufferPointer(start: stem, count: Int(size)), as: UTF8.self)
    }
  }

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private static func string(_ scalars: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { if let scalar = Unicode.Scalar(scalar) { text.append(scalar) } }
    return String(text)
  }

  /// A key that no word has by itself.
  private static func marked(_ group: [UInt32]) -> UInt64 { marked(hash(group), []) }

  private static func marked(_ key: UInt64, _ ending: [UInt32]) -> UInt64 {
    ending.reduce(WordHash.add(key, 0x1F)) { WordHash.add($0, $1) }
  }

  private static func hash(_ folded: [UInt32]) -> UInt64 {
    var hash = WordHash.seed
    for scalar in folded { hash = WordHash.add(hash, scalar) }
    return hash
  }
}
