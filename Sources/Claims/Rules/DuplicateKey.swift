import Articles

/// A key that stands twice in one mapping. Yams stops there, and tells only where the first one is.
///
/// The second is looked for in the text, and renamed there to as many characters of the private use area, so that the
/// file can be read on and every other place stays where it was.
struct DuplicateKey {
  private let first: (line: Int, column: Int)
  private let key: [Unicode.Scalar]
  private let second: (line: Int, column: Int, length: Int)?

  /// - Parameters:
  ///   - line: of the first of the two keys, from 1.
  ///   - column: likewise, in code points.
  init(lines: [String], line: Int, column: Int) {
    first = (line, column)
    guard line >= 1, line <= lines.count else {
      key = []
      second = nil
      return
    }
    let firstLine = Array(lines[line - 1].unicodeScalars)
    let rest = Array(firstLine.dropFirst(column - 1))
    let isQuoted = rest.first == "\"" || rest.first == "'"
    let token =
      isQuoted ? Array(rest.prefix(YAMLText.quotedLength(rest))) : Array(rest.prefix(Self.plainKeyLength(rest)))
    let key = isQuoted ? Array(token.dropFirst().dropLast()) : token
    self.key = key
    let spellings = [key, ["\""] + key + ["\""], ["'"] + key + ["'"]]
    let indent = firstLine.prefix { $0 == " " || $0 == "-" || $0 == "?" }.count
    second =
      indent == column - 1
      ? Self.inBlock(lines, after: line, column: column, spellings)
      : Self.inFlow(lines, line: line, column: column + token.count, spellings)
  }

  private static func plainKeyLength(_ rest: [Unicode.Scalar]) -> Int {
    for i in rest.indices
    where rest[i] == ":" && (i + 1 == rest.count || " \t,{}[]".unicodeScalars.contains(rest[i + 1])) {
      return YAMLText.trimmedLength(Array(rest[..<i]))
    }
    return YAMLText.trimmedLength(rest)
  }

  private static func stands(_ spellings: [[Unicode.Scalar]], at column: Int, in line: [Unicode.Scalar]) -> Int? {
    spellings.first { spelling in
      guard !spelling.isEmpty, line[column...].starts(with: spelling) else { return false }
      return line[(column + spelling.count)...].first { $0 != " " && $0 != "\t" } == ":"
    }?.count
  }

  private static func inBlock(
    _ lines: [String], after line: Int, column: Int, _ spellings: [[Unicode.Scalar]]
  ) -> (line: Int, column: Int, length: Int)? {
    for number in line..<lines.count {
      let scalars = lines[number].unicodeScalars
      let indent = scalars.prefix { $0 == " " }.count
      guard let content = scalars.dropFirst(indent).first, content != "#", content != "\t" else { continue }
      if indent < column - 1 { return nil }
      guard indent == column - 1 else { continue }
      if let length = stands(spellings, at: indent, in: Array(scalars)) { return (number + 1, column, length) }
    }
    return nil
  }

  private static func inFlow(
    _ lines: [String], line: Int, column: Int, _ spellings: [[Unicode.Scalar]]
  ) -> (line: Int, column: Int, length: Int)? {
    for number in (line - 1)..<min(lines.count, line + 200) {
      let scalars = Array(lines[number].unicodeScalars)
      var start = number == line - 1 ? min(column - 1, scalars.count) : 0
      while start < scalars.count {
        if start == 0 || " \t{,".unicodeScalars.contains(scalars[start - 1]),
          let length = stands(spellings, at: start, in: scalars)
        {
          return (number + 1, start + 1, length)
        }
        start += 1
      }
    }
    return nil
  }

  func diagnostic(file: String, lines: [String]) -> Diagnostic {
    let name = Quoting.code(String(String.UnicodeScalarView(key)))
    let place = second ?? (first.line, first.column, max(1, key.count))
    return Diagnostic(
      .error, "the key \(name) stands here twice",
      at: .init(
        file: file, line: place.line, column: place.column, length: place.length,
        excerpt: YAMLFile.shown(place.line <= lines.count && place.line >= 1 ? lines[place.line - 1] : nil)),
      help: "the first one is on line \(first.line): keep one, and put the values of both under it")
  }

  /// Gives the second key another name, which is returned; nil where it was not found.
  func rename(in lines: inout [String], as number: Int) -> String? {
    guard let second, let sign = Unicode.Scalar(0xE000 + number) else { return nil }
    var line = Array(lines[second.line - 1].unicodeScalars)
    let name = [Unicode.Scalar](repeating: sign, count: second.length)
    line.replaceSubrange((second.column - 1)..<(second.column - 1 + second.length), with: name)
    lines[second.line - 1] = String(String.UnicodeScalarView(line))
    return String(String.UnicodeScalarView(name))
  }
}
