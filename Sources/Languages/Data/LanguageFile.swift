import CLanguageData
import Yams

/// What a language file says, as its author wrote it: phrases by the key they stand under.
///
/// The file's sections are free to name any key; who builds the language's words and grammar asks for those that it
/// knows. See `docs/languages.md` for the format.
public struct LanguageFile: Sendable {
  public let code: String
  private let sections: [String: Section]

  /// Phrases by key, in the file's order.
  public struct Section: Sendable {
    public let entries: [(key: String, phrases: [String])]
    public static let empty = Section(entries: [])

    public subscript(key: String) -> [String] {
      entries.first { $0.key == key }?.phrases ?? []
    }
  }

  public enum Failure: Error, Equatable {
    case syntax(String)
    case shape(String)
  }

  /// Reads one file's text.
  public init(yaml: String) throws(Failure) {
    let root: Node?
    // Every scalar is a text: what else it might be is not looked for.
    do { root = try Yams.compose(yaml: yaml, .basic) } catch { throw .syntax("\(error)") }
    guard let mapping = root?.mapping, let code = mapping.first(where: { $0.key.string == "language" })?.value.string
    else {
      throw .shape("a language file is a mapping that begins with `language: xx`")
    }
    self.code = code
    var sections: [String: Section] = [:]
    for (key, value) in mapping {
      guard let name = key.string, name != "language" else { continue }
      if let inner = value.mapping {
        var entries: [(key: String, phrases: [String])] = []
        for (key, value) in inner {
          guard let key = key.string, let phrases = Self.phrases(value) else {
            throw .shape("`\(name)`: each key holds a phrase or a list of phrases")
          }
          entries.append((key, phrases))
        }
        sections[name] = Section(entries: entries)
      } else if let phrases = Self.phrases(value) {
        sections[name] = Section(entries: [("", phrases)])
      } else {
        throw .shape("`\(name)` is neither a list nor a mapping")
      }
    }
    self.sections = sections
  }

  private static func phrases(_ node: Node) -> [String]? {
    if let scalar = node.scalar { return scalar.string.isEmpty ? [] : [scalar.string] }
    guard let sequence = node.sequence else { return nil }
    var phrases: [String] = []
    for item in sequence {
      guard let text = item.scalar?.string else { return nil }
      phrases.append(text)
    }
    return phrases
  }

  /// A section of keys and their phrases; empty where the file has none.
  public func section(_ name: String) -> Section { sections[name] ?? .empty }

  /// A section that is a plain list.
  public func list(_ name: String) -> [String] { sections[name]?[""] ?? [] }

  /// The names of all sections.
  var names: [String] { sections.keys.sorted() }

  /// A setting with one value.
  public func value(_ name: String) -> String? { list(name).first }

  /// The texts of all files, by language code; `und` is what all languages share. Those of ``LanguageFolder`` take the
  /// place of the built-in ones.
  private static let sources: [String: Source] = {
    var sources: [String: Source] = [:]
    var size = 0
    if let bytes = clanguagedata_all(&size) {
      var rest = UnsafeBufferPointer(start: bytes, count: size)[...]
      while let end = rest.firstIndex(of: 0) {
        let source = Source.builtIn(UnsafeBufferPointer(rebasing: rest[..<end]))
        sources[source.code] = source
        rest = rest[(end + 1)...]
      }
    }
    for text in LanguageFolder.texts() {
      let source = Source.read(text)
      sources[source.code] = source
    }
    return sources
  }()

  /// A file's text, which is only made where it is asked for.
  private enum Source: @unchecked Sendable {
    // Unchecked: the bytes are part of the program, and never written.
    case builtIn(UnsafeBufferPointer<UInt8>)
    case read(String)

    var text: String {
      switch self {
      case .builtIn(let bytes): String(decoding: bytes, as: UTF8.self)
      case .read(let text): text
      }
    }

    /// What the first line ends in: `language: fr`.
    var code: String {
      let line: [UInt8] =
        switch self {
        case .builtIn(let bytes): Array(bytes.prefix { $0 != UInt8(ascii: "\n") })
        case .read(let text): Array(text.utf8.prefix { $0 != UInt8(ascii: "\n") })
        }
      let value = line.split(separator: UInt8(ascii: ":")).last ?? []
      return String(decoding: value.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    }
  }

  /// The file of a language, or of a theme; nil where there is none, or where it is none.
  static func of(_ code: String) -> LanguageFile? { sources[code].flatMap { try? LanguageFile(yaml: $0.text) } }

  /// What all languages share.
  static let common = of("und")

  /// What is wrong with the language files: a line for each slip.
  public static func problems() -> [String] {
    sources.sorted { $0.key < $1.key }.flatMap { LanguageCheck.problems(of: $0.value.text) }
  }

  /// Whether ``LanguageFolder`` is asked for: what it holds is then to be checked.
  public static var isTriedOut: Bool { LanguageFolder.isNamed }

  /// The languages that have a file; themes, whose names are longer than a language code, are left out.
  public static var codes: [String] { sources.keys.filter { $0 != "und" && $0.utf8.count <= 3 }.sorted() }
}
