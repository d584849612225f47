import Articles
import ICU

/// A value of a JSON file that the program wrote: asks for what must be there, and says where it is missing.
struct JSONCursor {
  private let file: SourceText
  private let document: JSONDocument
  private let value: JSONDocument.Value
  /// Where it begins, or the nearest place before that is known.
  private let offset: Int
  /// What messages call it: `claims[3]`.
  private let name: String
  /// How to get a file that is whole.
  private let help: String

  /// The root of a file.
  ///
  /// - Parameter help: what to say where nothing more to the point can be said.
  /// - Throws: what is no JSON, and where.
  init(_ file: SourceText, help: String) throws(Diagnostic) {
    self.file = file
    self.help = help
    do {
      document = try JSONDocument(file: file)
    } catch {
      var problem = error
      problem.help = problem.help ?? help
      throw problem
    }
    value = document.root
    offset = 0
    name = ""
  }

  private init(_ parent: JSONCursor, _ value: JSONDocument.Value, _ offset: Int, _ name: String) {
    file = parent.file
    help = parent.help
    document = parent.document
    self.value = value
    self.offset = offset
    self.name = name
  }

  // MARK: - Going down

  var isObject: Bool { value.isObject }

  /// The member of that name; nil where there is none, or null.
  func optional(_ key: String) -> JSONCursor? {
    guard case .object(let members) = value, let member = members.first(where: { $0.key == key }) else { return nil }
    if case .null = member.value { return nil }
    return JSONCursor(self, member.value, member.offset, name.isEmpty ? key : "\(name).\(key)")
  }

  func member(_ key: String) throws(Diagnostic) -> JSONCursor {
    guard isObject else { throw wrong("an object") }
    if let found = optional(key) { return found }
    throw fault("`\(key)` is missing from \(name.isEmpty ? "it" : "`\(name)`")")
  }

  func elements() throws(Diagnostic) -> [JSONCursor] {
    guard case .array(let elements) = value else { throw wrong("a list") }
    return elements.enumerated().map { index, element in
      var start = offset
      if case .object(let members) = element, let first = members.first { start = first.offset }
      return JSONCursor(self, element, start, "\(name)[\(index)]")
    }
  }

  /// The elements of a list; none where it is missing.
  func list(_ key: String) throws(Diagnostic) -> [JSONCursor] { try optional(key)?.elements() ?? [] }

  // MARK: - Values

  func string() throws(Diagnostic) -> String {
    guard case .string(let text) = value else { throw wrong("a text") }
    return document.string(text)
  }

  func number() throws(Diagnostic) -> Double {
    guard case .number(let range) = value, let number = document.number(range) else { throw wrong("a number") }
    return number
  }

  /// A count or a place: from 0, and small enough that sums of a few do not overflow.
  func int() throws(Diagnostic) -> Int {
    guard let whole = Int(exactly: try number()), (0..<(1 << 53)).contains(whole) else { throw wrong("a whole number") }
    return whole
  }

  func bool() throws(Diagnostic) -> Bool {
    guard case .bool(let isTrue) = value else { throw wrong("true or false") }
    return isTrue
  }

  func day() throws(Diagnostic) -> Day {
    let text = try string()
    guard let day = Day(described: text) else { throw wrong("a day such as 2021-07-26") }
    return day
  }

  /// One of a few words.
  func choice<Value: RawRepresentable>() throws(Diagnostic) -> Value where Value.RawValue == String {
    let text = try string()
    guard let value = Value(rawValue: text) else { throw fault("`\(text)` is no value of `\(name)`") }
    return value
  }

  func string(_ key: String) throws(Diagnostic) -> String { try member(key).string() }
  func int(_ key: String) throws(Diagnostic) -> Int { try member(key).int() }
  func strings(_ key: String) throws(Diagnostic) -> [String] {
    var strings: [String] = []
    for element in try list(key) { strings.append(try element.string()) }
    return strings
  }

  // MARK: - Mistakes

  func fault(_ message: String, help: String? = nil) -> Diagnostic {
    Diagnostic(.error, message, at: file.location(offset..<offset), help: help ?? self.help)
  }

  private func wrong(_ wanted: String) -> Diagnostic {
    fault("\(name.isEmpty ? "this" : "`\(name)`") should be \(wanted)")
  }
}
