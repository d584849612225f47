/// How messages set off what stands in a file.
enum Quoting {
  /// In backquotes, on one line, and cut where it is long.
  static func code(_ text: String) -> String { "`\(short(text))`" }

  static func list(_ items: some Collection<String>, limit: Int = 24) -> String {
    let shown = items.prefix(limit).map(code).joined(separator: ", ")
    return items.count > limit ? shown + " and \(items.count - limit) more" : shown
  }

  /// "`a`, `b` or `c`"
  static func choice(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.map(code).joined() }
    return items.dropLast().map(code).joined(separator: ", ") + " or " + code(last)
  }

  private static func short(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(61) {
      scalars.append(scalar.properties.isWhitespace || scalar.properties.generalCategory == .control ? " " : scalar)
    }
    guard scalars.count > 60 else { return String(scalars) }
    return String(String.UnicodeScalarView(scalars.prefix(59))) + "…"
  }
}
