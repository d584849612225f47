extension SourceText {
  /// A file that the program wrote: a saved report, a baseline.
  ///
  /// - Parameters:
  ///   - path: packed with gzip or not; `-` is standard input.
  ///   - what: what messages call it: "a saved report".
  ///   - help: how to get one, where there is none.
  package static func toolFile(_ path: String, what: String, help: String) throws(Diagnostic) -> SourceText {
    let name = path == ArticleFinder.standardInput ? "standard input" : path
    let reader = FileBytes(maximumSize: 2 << 30)
    let contents: FileBytes.Contents
    do {
      contents =
        path == ArticleFinder.standardInput
        ? try reader.read(descriptor: 0, name: name) : try reader.read(path, name: name)
    } catch {
      var problem = error
      if problem.message.contains("folder, not an article") { problem.message = "is a folder, not \(what)" }
      problem.help = help
      throw problem
    }
    guard !contents.bytes.isEmpty else { throw Diagnostic(.error, "is empty", at: .init(file: name), help: help) }
    guard let text = String(validating: contents.bytes, as: UTF8.self) else {
      throw Diagnostic(.error, "is no UTF-8, so it is not \(what)", at: .init(file: name), help: help)
    }
    return SourceText(name: name, text: text)
  }
}
