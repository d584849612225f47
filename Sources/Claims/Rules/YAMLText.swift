import Articles

/// The characters of a YAML file, before it is parsed.
enum YAMLText {
  /// A rule file larger than this is surely something else.
  static let largest = 64 << 20

  /// The text of a file in UTF-8, without its byte order mark; nil, with a problem, where it is not in UTF-8.
  static func decode(_ bytes: [UInt8], name: String, problems: inout [Diagnostic]) -> String? {
    guard bytes.count <= largest else {
      problems.append(
        Diagnostic(
          .error, "this file is \(bytes.count >> 20) MB large, and rule files end at \(largest >> 20) MB",
          at: .init(file: name),
          help: "check that it is a rule file; if so, split it"))
      return nil
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      problems.append(
        Diagnostic(
          .error, "this file is in UTF-16, and rule files are read as UTF-8", at: .init(file: name),
          help: "save it as UTF-8, for example with: iconv -f UTF-16 -t UTF-8"))
      return nil
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: content, as: UTF8.self) { return text }
    problems.append(notUTF8(content, name: name))
    return nil
  }

  private static func notUTF8(_ bytes: ArraySlice<UInt8>, name: String) -> Diagnostic {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var line = 1
    var scalars: [Unicode.Scalar] = []
    var offset = 0
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        offset += UTF8.width(scalar)
        if scalar == "\n" {
          line += 1
          scalars = []
        } else {
          scalars.append(scalar)
        }
      case .emptyInput, .error: break decoding
      }
    }
    let start = bytes.startIndex + offset
    let byte = start < bytes.endIndex ? bytes[start] : 0
    let restOfLine = bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    let excerpt = String(String.UnicodeScalarView(scalars)) + String(decoding: restOfLine, as: UTF8.self)
    let hex = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .error, "this file is not in UTF-8: the byte 0x\(hex) begins no character here",
      at: .init(file: name, line: line, column: scalars.count + 1, excerpt: YAMLFile.shown(excerpt)),
      help: "save it as UTF-8; if it was made on an older Windows system: iconv -f WINDOWS-1252 -t UTF-8")
  }

  /// The lines as libyaml counts them: besides the usual ends it knows NEL and the separators of Unicode.
  static func lines(of text: String) -> [String] {
    var lines: [String] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      switch scalar.value {
      case 0x0D where next < scalars.endIndex && scalars[next] == "\n":
        lines.append(String(scalars[start..<index]))
        index = scalars.index(after: next)
        start = index
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029:
        lines.append(String(scalars[start..<index]))
        index = next
        start = index
      default: index = next
      }
    }
    lines.append(String(scalars[start...]))
    return lines
  }

  /// YAML leaves out control characters, and the byte order mark inside a text.
  static func forbiddenCharacter(in lines: [String], name: String) -> Diagnostic? {
    for (number, line) in lines.enumerated() {
      for (column, scalar) in line.unicodeScalars.enumerated() {
        switch scalar.value {
        case 0x09, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...: continue
        default: break
        }
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
        // The character itself would play havoc with the terminal.
        let clean = String(
          String.UnicodeScalarView(
            line.unicodeScalars.map { $0.properties.generalCategory == .control && $0 != "\t" ? "\u{FFFD}" : $0 }))
        return Diagnostic(
          .error, "the character \(code) may not stand in a YAML file",
          at: .init(file: name, line: number + 1, column: column + 1, excerpt: YAMLFile.shown(clean)),
          help: scalar.value == 0
            ? "check that this is a text file: zero bytes belong to other kinds"
            : "delete it: editors do not show it, but it is there")
      }
    }
    return nil
  }

  // MARK: - Tokens

  /// Up to a comment, without the white space before it.
  static func trimmedLength(_ rest: [Unicode.Scalar]) -> Int {
    var end = rest.count
    for i in rest.indices.dropFirst() where rest[i] == "#" && rest[i - 1] == " " {
      end = i
      break
    }
    while end > 1, rest[end - 1] == " " || rest[end - 1] == "\t" { end -= 1 }
    return max(1, end)
  }

  /// From a quotation mark to the one that closes it, or to the end of the line.
  static func quotedLength(_ rest: [Unicode.Scalar]) -> Int {
    guard let quote = rest.first else { return 1 }
    var i = 1
    while i < rest.count {
      if quote == "\"", rest[i] == "\\" {
        i += 2
        continue
      }
      if rest[i] == quote {
        if quote == "'", i + 1 < rest.count, rest[i + 1] == "'" {
          i += 2
          continue
        }
        return i + 1
      }
      i += 1
    }
    return trimmedLength(rest)
  }

  /// From a bracket to the one that closes it, or to the end of the line.
  static func bracketedLength(_ rest: [Unicode.Scalar]) -> Int {
    var depth = 0
    var i = 0
    while i < rest.count {
      switch rest[i] {
      case "[", "{": depth += 1
      case "]", "}":
        depth -= 1
        if depth == 0 { return i + 1 }
      case "\"", "'":
        i += quotedLength(Array(rest[i...]))
        continue
      default: break
      }
      i += 1
    }
    return trimmedLength(rest)
  }
}
