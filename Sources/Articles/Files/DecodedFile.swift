/// A file as text: its bytes unpacked and decoded, and how.
struct DecodedFile {
  var source: SourceText
  /// By its IANA name.
  var encoding = "UTF-8"
  var encodingOrigin = EncodingOrigin.utf8
  /// What is odd about it, but not so odd that it cannot be read.
  var warnings: [Diagnostic] = []

  init(source: SourceText) { self.source = source }

  /// - Parameters:
  ///   - path: where it lies; `-` is standard input.
  ///   - name: what messages call it.
  /// - Throws: a ``Diagnostic`` for a file that is missing, unreadable, empty, binary or too large.
  init(_ path: String, name: String, options: ArticleOptions) throws(Diagnostic) {
    let file = FileBytes(maximumSize: options.maximumSize)
    let contents =
      path == ArticleFinder.standardInput
      ? try file.read(descriptor: 0, name: name) : try file.read(path, name: name)
    try self.init(contents, name: name)
  }

  /// What was read of a file.
  init(_ contents: FileBytes.Contents, name: String) throws(Diagnostic) {
    let decoded = TextDecoder.decode(contents.bytes)
    if let zero = decoded.zero { throw FileBytes.binary(name, contents.bytes, zero) }
    guard Self.saysSomething(decoded.text) else {
      throw Diagnostic(
        .error, contents.bytes.isEmpty ? "is empty" : "is empty: it holds nothing but blanks", at: .init(file: name),
        help: "put the article's text into it, or take it off the list")
    }
    source = SourceText(name: name, text: decoded.text)
    encoding = decoded.encoding
    encodingOrigin = decoded.origin
    warnings = contents.warnings + Self.warnings(decoded, source)
  }

  private static func saysSomething(_ text: String) -> Bool {
    text.withBytes { bytes in !bytes.trimmed(0..<bytes.count).isEmpty }
  }

  private static func warnings(_ decoded: DecodedText, _ source: SourceText) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    if let declared = decoded.rejected {
      let isKnown = TextEncoding(label: declared) != nil
      warnings.append(
        Diagnostic(
          .warning,
          isKnown
            ? "declares the encoding “\(declared)”, but is not written in it; it is read as \(decoded.encoding)"
            : "declares an encoding that nobody knows, “\(declared)”; it is read as \(decoded.encoding)",
          at: .init(file: source.name), help: "correct the declaration, or save the file in the encoding it names"))
    } else if decoded.isDoubtful {
      warnings.append(
        Diagnostic(
          .warning, "does not tell its encoding, and \(decoded.encoding) is no more than a guess",
          at: .init(file: source.name), help: "save it as UTF-8, or look with `factcheck articles` how it was read"))
    }
    if let first = decoded.firstFault {
      let places = decoded.faults == 1 ? "one place is" : "\(decoded.faults) places are"
      var location = source.location(first..<first + 3)
      location.length = 1
      warnings.append(
        Diagnostic(
          .warning,
          "\(places) no \(decoded.encoding); U+FFFD stands there, and the rest is read"
            + (decoded.faults == 1 ? "" : "; this is the first"),
          at: location, help: "it was damaged, or is put together from texts in several encodings: fetch it again"))
    }
    if let mojibake = Mojibake.find(in: source.text) { warnings.append(mojibake.diagnostic(source)) }
    return warnings
  }
}
