import ICU

/// What CLDR calls countries and territories in each language (UTS #35 part 2, `localeDisplayNames/territories`).
public enum RegionNames {
  /// All names of the regions with two letters (ISO 3166-1, with `EU`, `UN` and `XK`), short ones and variants among them:
  /// "United Kingdom", "UK". "Myanmar (Burma)" also yields its two names.
  ///
  /// Nothing is kept: call it once for each language.
  public static func names(locale: String) -> [(code: String, name: String)] {
    var names: [(code: String, name: String)] = []
    for table in ["Countries", "Countries%short", "Countries%variant"] {
      var seen = Set<String>()
      for (code, name) in LocaleData.entries(.regions, locale: locale, table: table) {
        // The first entry is the one in force: a child's name replaces its parent's.
        guard isRegion(code), seen.insert(code).inserted else { continue }
        names.append((code, name))
      }
    }
    names += unbracketed(names)
    var seen = Set<String>()
    return names.filter { seen.insert("\($0.code) \($0.name)").inserted }
  }

  private static func isRegion(_ code: String) -> Bool {
    code.utf8.count == 2 && code.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
      && !["EZ", "QO", "XA", "XB", "ZZ"].contains(code)
  }

  /// "Myanmar (Burma)": two names in one. Other brackets hold what tells a region from another of its name, or what it is.
  private static func unbracketed(_ names: [(code: String, name: String)]) -> [(code: String, name: String)] {
    let twoNames = ["MM", "FK", "NZ"]
    let nameAndKind = ["HK", "MO"]
    var parts: [(code: String, name: String)] = []
    for (code, name) in names where twoNames.contains(code) || nameAndKind.contains(code) {
      guard let last = name.unicodeScalars.last, last == ")" || last == "）" else { continue }
      let pieces = name.unicodeScalars.dropLast().split { "(（".unicodeScalars.contains($0) }
      guard pieces.count == 2, let first = pieces.first, let second = pieces.last else { continue }
      parts.append((code, trimmed(first)))
      if twoNames.contains(code) { parts.append((code, trimmed(second))) }
    }
    return parts
  }

  private static func trimmed(_ text: Substring.UnicodeScalarView) -> String {
    let start = text.drop { $0 == " " }
    return String(String.UnicodeScalarView(start.reversed().drop { $0 == " " }.reversed()))
  }
}
