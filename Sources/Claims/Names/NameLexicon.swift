import ICU
import Languages

/// What is known of names as such, from the theme file `names.yaml`.
struct NameLexicon: Sendable {
  /// Words that belong to no part of the name: al, von, bin. Folded.
  private(set) var particles: Set<String> = []
  /// Servant of: one name with the word behind it.
  private(set) var servants: Set<String> = []
  private(set) var generations: [String: String] = [:]
  /// Words that are forms of one name, and do not sound it: numbers of the groups, by folded word.
  private(set) var groups: [String: Set<Int>] = [:]
  /// Family names of two signs, Han and Hangul.
  private(set) var longFamilies: Set<String> = []
  private(set) var families: [String: Set<String>] = [:]
  /// Signs that spell foreign names in Chinese.
  private(set) var foreignSigns: Set<Unicode.Scalar> = []
  /// Endings of inflected names, by language.
  private(set) var endings: [String: [[Unicode.Scalar]]] = [:]

  static let shared = NameLexicon()

  private init() {
    guard let file = LanguageFile.theme("names") else { return }
    func folded(_ name: String) -> Set<String> { Set(file.list(name).map(Folding.fold)) }
    particles = folded("particles")
    servants = folded("servants")
    for (number, line) in file.list("generations").enumerated() {
      for word in line.split(separator: " ") { generations[Folding.fold(String(word))] = "\(number)" }
    }
    for (number, line) in file.list("equals").enumerated() {
      for word in line.split(separator: " ") { groups[Folding.fold(String(word)), default: []].insert(number) }
    }
    longFamilies = Set(file.list("families of two signs"))
    for code in ["zh", "ko", "ja"] {
      families[code] = Set(file.list("families \(code)").flatMap { $0.split(separator: " ").map(String.init) })
    }
    foreignSigns = Set(file.list("foreign signs").flatMap { Array($0.unicodeScalars) })
    let section = file.section("inflected endings")
    for (code, endings) in section.entries {
      self.endings[code] = endings.map { Array(Folding.fold($0).unicodeScalars) }.sorted { $0.count > $1.count }
    }
  }
}
