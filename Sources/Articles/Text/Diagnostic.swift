/// Something wrong with the input: what, where, why, and how to mend it.
public struct Diagnostic: Error, Sendable, Hashable {
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    case note, warning, error
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A place in a file; line and column count from 1, 0 where the whole file is meant.
  public struct Location: Sendable, Hashable {
    public var file: String
    public var line: Int
    public var column: Int
    /// How many code points the caret underlines.
    public var length: Int
    /// The line itself, to show above the caret.
    public var excerpt: String?

    public init(file: String, line: Int = 0, column: Int = 0, length: Int = 1, excerpt: String? = nil) {
      self.file = file
      self.line = line
      self.column = column
      self.length = length
      self.excerpt = excerpt
    }
  }

  public var severity: Severity
  /// What is wrong, in one sentence without a full stop.
  public var message: String
  public var location: Location?
  /// How to mend it.
  public var help: String?

  public init(_ severity: Severity = .error, _ message: String, at location: Location? = nil, help: String? = nil) {
    self.severity = severity
    self.message = message
    self.location = location
    self.help = help
  }
}

extension Diagnostic: CustomStringConvertible {
  /// As compilers print it: `file:line:column: error: message`, the line, a caret, and the help.
  public var description: String {
    var head = ""
    if let location {
      head = location.file
      if location.line > 0 { head += ":\(location.line)" }
      if location.line > 0, location.column > 0 { head += ":\(location.column)" }
      head += ": "
    }
    var lines = ["\(head)\(severity.rawValue): \(message)"]
    if let location, location.line > 0, let excerpt = location.excerpt {
      let gutter = String(location.line)
      let blank = String(repeating: " ", count: gutter.count)
      // Tabs stay tabs, so that the caret stands under its character whatever the tab width.
      let indent = String(
        String.UnicodeScalarView(
          excerpt.unicodeScalars.prefix(max(0, location.column - 1)).map { $0 == "\t" ? "\t" : " " }))
      lines.append(" \(gutter) | \(excerpt)")
      if location.column > 0 {
        lines.append(
          " \(blank) | \(indent)^"
            + String(repeating: "~", count: max(0, min(location.length, excerpt.unicodeScalars.count) - 1)))
      }
    }
    if let help { lines.append("  help: \(help)") }
    return lines.joined(separator: "\n")
  }
}
