import Articles
import Yams

/// The parser's errors in the words of somebody who writes rules.
enum YAMLSyntax {
  static func diagnostic(for error: YamlError, file: YAMLFile) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return diagnostic(problem: problem, context: context, mark: mark, file: file)
    default:
      return Diagnostic(.error, "this file cannot be read as YAML: \(error)", at: .init(file: file.name))
    }
  }

  private static func diagnostic(
    problem: String, context: YamlError.Context?, mark: Mark, file: YAMLFile
  ) -> Diagnostic {
    let line = mark.line <= file.lines.count ? Array(file.lines[mark.line - 1].unicodeScalars) : []
    let here = mark.column <= line.count ? line[mark.column - 1] : nil
    // libyaml notices much only at the next token; the place that has to be mended is often where the value began.
    let opening = context.map { file.location(line: $0.mark.line, column: $0.mark.column) }
    let place = file.location(line: mark.line, column: mark.column)
    switch problem {
    case "found character that cannot start any token" where here == "\t",
      "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return Diagnostic(
        .error, "a tab stands where YAML wants spaces", at: place, help: "indent with spaces, two for each step")

    case "found character that cannot start any token":
      let sign = here.map { String($0) } ?? ""
      if sign == "%", String(String.UnicodeScalarView(line.prefix(mark.column - 1))).trimmed == "unit:" {
        return Diagnostic(.error, "a value cannot begin with `%`", at: place, help: "write `unit: percent`")
      }
      return Diagnostic(
        .error, "a value cannot begin with \(Quoting.code(sign))", at: place,
        help: "put the whole value in quotation marks: \"\(sign)…\"")

    case "mapping values are not allowed in this context":
      return Diagnostic(
        .error, "a second `:` stands where only a value can", at: place,
        help: "if it belongs to the text, put the text in quotation marks: \"…: …\"; if it ends a key, give the key a "
          + "line of its own, indented like the keys beside it")

    case "could not find expected ':'":
      let start = opening ?? place
      return Diagnostic(
        .error, "this line is neither `key: value` nor an entry of a list", at: firstWord(of: start, file: file),
        help: "write a colon and a space after the key; a text that runs over several lines stands after `>-`, indented"
      )

    case "did not find expected key":
      if context?.text == "while parsing a flow mapping" {
        return Diagnostic(
          .error, "a key is missing between `{` and `}`", at: place, help: "write {key: value, key: value}")
      }
      if here == "-", mark.column >= line.count || line[mark.column] == " " {
        return Diagnostic(
          .error, "an entry of a list stands where a key should", at: place,
          help: "a list stands on the lines below its key, indented: write the key with its colon, and nothing after it"
        )
      }
      let before = line.prefix(mark.column - 1).last { $0 != " " }
      if before == "\"" || before == "'" {
        return Diagnostic(
          .error, "the text goes on after its closing quotation mark", at: place,
          help: "put all of it in quotation marks of the other kind: '\"Surge\" in Iraq'")
      }
      return Diagnostic(
        .error, "this does not line up with the keys above it", at: place,
        help: "keys of one mapping begin in the same column\(began(context, "the mapping begins")); a text that holds "
          + "quotation marks or `: ` stands in quotation marks as a whole")

    case "did not find expected '-' indicator":
      return Diagnostic(
        .error, "this is no entry of the list above it", at: place,
        help:
          "begin it with `- ` in the column of the other entries\(began(context, "the list begins")), or indent it to "
          + "where it belongs")

    case "block sequence entries are not allowed in this context":
      return Diagnostic(
        .error, "a list cannot begin here", at: place, help: "begin the list on the next line, or write [a, b]")

    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      let bracket = problem.hasSuffix("']'") ? "[" : "{"
      let close = bracket == "[" ? "]" : "}"
      return Diagnostic(
        .error, "the `\(bracket)` that opens here is not closed before line \(mark.line), column \(mark.column)",
        at: opening ?? place, help: "separate the entries with commas, and end them with `\(close)`")

    case "found unexpected end of stream", "found unexpected document indicator":
      return Diagnostic(
        .error, "the quotation mark that opens here is never closed", at: opening ?? place,
        help: "close it; in single quotation marks write ' as '', in double ones \" as \\\"")

    case "found undefined alias":
      let name = String(
        String.UnicodeScalarView(line.dropFirst(mark.column - 1).prefix { !" ,]}:".unicodeScalars.contains($0) }))
      return Diagnostic(
        .error,
        "\(Quoting.code(name)) is read as a YAML alias, and nothing is defined as \(Quoting.code("&" + name.dropFirst()))",
        at: file.location(line: mark.line, column: mark.column, length: name.unicodeScalars.count),
        help: "the `*` of an open stem stands at its end: \(Quoting.code(name.dropFirst() + "*"))")

    case "did not find expected alphabetic or numeric character":
      let sign = context?.text == "while scanning an anchor" ? "&" : "*"
      return Diagnostic(
        .error, "a value cannot begin with \(Quoting.code(sign))", at: opening ?? place,
        help: "put the whole value in quotation marks: \"\(sign)…\"")

    case "found unknown escape character", "did not find expected hexdecimal number":
      return Diagnostic(
        .error, "this `\\` begins no escape that YAML knows", at: place,
        help: "write \\\\ for the sign itself, or use single quotation marks, which know no escapes")

    case let nesting where nesting.hasPrefix("Maximum nesting level"):
      return Diagnostic(
        .error, "this file is nested more than a thousand levels deep", at: place,
        help: "a rule needs five; look for a bracket that is never closed")

    case "did not find expected <document start>":
      return Diagnostic(
        .error, "the file goes on after its first value has ended", at: place,
        help: "indent this line to where it belongs, or begin with `rules:`, `concepts:` or `names:`")

    case "found undefined tag handle", "did not find expected tag URI",
      "did not find expected whitespace or line break"
    where context?.text.contains("tag") ?? false:
      return Diagnostic(
        .error, "a value cannot begin with `!`", at: opening ?? place,
        help: "put the whole value in quotation marks: \"!…\"")

    default:
      let doing = context.map { " \($0.text)" } ?? ""
      return Diagnostic(
        .error, "this is not YAML: the parser \(problem)\(doing)", at: place,
        help: "look at the quotation marks, brackets and indentation of this line and the one before it")
    }
  }

  private static func began(_ context: YamlError.Context?, _ what: String) -> String {
    context.map { " (\(what) on line \($0.mark.line), column \($0.mark.column))" } ?? ""
  }

  private static func firstWord(of place: Diagnostic.Location, file: YAMLFile) -> Diagnostic.Location {
    guard place.line >= 1, place.line <= file.lines.count else { return place }
    let rest = Array(file.lines[place.line - 1].unicodeScalars.dropFirst(place.column - 1).prefix(1000))
    return file.location(
      line: place.line, column: place.column, length: rest.isEmpty ? 1 : YAMLText.trimmedLength(rest))
  }
}
