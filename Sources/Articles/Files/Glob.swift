/// A pattern for names, as shells know it: `*`, `?`, `[a-z]`, `[!a-z]`, `{a,b}`, and `**` for any number of folders.
enum Glob {
  static func isPattern(_ path: String) -> Bool { path.utf8.contains { "*?[{".utf8.contains($0) } }

  /// Every pattern that the braces stand for, in order; nil where there would be more than a thousand.
  static func braces(_ pattern: String) -> [String]? {
    var done: [String] = []
    var open = [pattern]
    while let next = open.popLast() {
      guard done.count + open.count <= 1000 else { return nil }
      guard let (head, choices, tail) = firstBraces(next) else {
        done.append(next)
        continue
      }
      open.append(contentsOf: choices.reversed().map { head + $0 + tail })
    }
    return done
  }

  /// Splits at the first outer pair of braces that holds a comma.
  private static func firstBraces(_ pattern: String) -> (String, [String], String)? {
    let letters = Array(pattern.unicodeScalars)
    var i = 0
    while i < letters.count {
      if letters[i] == "{", let (choices, end) = choices(letters, from: i), choices.count > 1 {
        return (string(letters[..<i]), choices, string(letters[end...]))
      }
      i += 1
    }
    return nil
  }

  private static func choices(_ letters: [Unicode.Scalar], from open: Int) -> ([String], Int)? {
    var depth = 0
    var start = open + 1
    var found: [String] = []
    for i in open..<letters.count {
      switch letters[i] {
      case "{": depth += 1
      case "," where depth == 1:
        found.append(string(letters[start..<i]))
        start = i + 1
      case "}":
        depth -= 1
        if depth == 0 { return (found + [string(letters[start..<i])], i + 1) }
      default: break
      }
    }
    return nil
  }

  private static func string(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(letters))
  }

  /// Whether one name (no slashes) fits one part of a pattern. A leading dot must be written out. Linear in the name
  /// for each `*`, never exponential: a `*` only ever goes back to the last one.
  static func matches(_ name: String, _ pattern: String) -> Bool {
    let name = Array(name.unicodeScalars)
    let pattern = Array(pattern.unicodeScalars)
    if name.first == ".", pattern.first != "." { return false }
    var n = 0
    var p = 0
    var star: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, n)
        p += 1
      } else if p < pattern.count, let next = step(name[n], pattern, p) {
        n += 1
        p = next
      } else if let (back, from) = star {
        star = (back, from + 1)
        p = back + 1
        n = from + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }

  /// Where the pattern goes on after it took one letter, or nil where it does not take it.
  private static func step(_ letter: Unicode.Scalar, _ pattern: [Unicode.Scalar], _ p: Int) -> Int? {
    switch pattern[p] {
    case "?": return p + 1
    case "[":
      var i = p + 1
      let negated = i < pattern.count && (pattern[i] == "!" || pattern[i] == "^")
      if negated { i += 1 }
      var found = false
      let first = i
      while i < pattern.count, pattern[i] != "]" || i == first {
        if i + 2 < pattern.count, pattern[i + 1] == "-", pattern[i + 2] != "]" {
          if pattern[i] <= letter, letter <= pattern[i + 2] { found = true }
          i += 3
        } else {
          if pattern[i] == letter { found = true }
          i += 1
        }
      }
      guard i < pattern.count else { return letter == "[" ? p + 1 : nil }
      return found != negated ? i + 1 : nil
    default: return pattern[p] == letter ? p + 1 : nil
    }
  }
}
