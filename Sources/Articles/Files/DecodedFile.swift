/// A file as text: its bytes unpacked and decoded, and how.
struct DecodedFile {
  var source: SourceText
  /// By its IANA name.
  var encoding = "UTF-8"
  /// What is odd about it, but not so odd that it cannot be read.
  var warnings: [Diagnostic] = []

  init(source: SourceText) { self.source = source }

  /// - Parameters:
  ///   - path: where it lies.
  ///   - name: what messages call it.
  /// - Throws: a ``Diagnostic`` for a file that is missing, unreadable, empty, binary or too large.
  init(_ path: String, name: String, options: ArticleOptions) throws(Diagnostic) {
    let bytes = try FileBytes(maximumSize: options.maximumSize, maximumLine: options.maximumLine).read(path)
    source = SourceText(name: name, text: String(decoding: bytes, as: UTF8.self))
  }
}
