#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What to say when it does not work.
extension FileBytes {
  static func failure(_ path: String, _ code: Int32) -> Diagnostic {
    let here = Diagnostic.Location(file: path)
    switch code {
    case ENOENT, ENOTDIR: return missing(path)
    case EACCES, EPERM:
      return Diagnostic(
        .error, "may not be read: permission denied", at: here,
        help: "`chmod u+r` the file (and `u+x` the folders above it), or run as a user who may read it")
    case ELOOP:
      return Diagnostic(
        .error, "is a loop of symbolic links: it leads back to itself", at: here,
        help: "point the link at the article itself, or remove it")
    case EMFILE, ENFILE:
      return Diagnostic(.error, "cannot be opened: too many files are open", at: here, help: "raise `ulimit -n`")
    case ENAMETOOLONG:
      return Diagnostic(.error, "cannot be opened: the name is too long", at: here, help: "shorten the path")
    default: return Diagnostic(.error, "cannot be read: \(String(cString: strerror(code)))", at: here)
    }
  }

  /// No such file: names the part of the path that is missing, and what is there by a name much like it.
  static func missing(_ path: String) -> Diagnostic {
    var folder = path.hasPrefix("/") ? "/" : "."
    var shown = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      let next = folder + "/" + part
      var status = stat()
      if FileName.withPath(next, { stat($0, &status) }) != 0 {
        let siblings = FolderListing(folder).names
        let last = shown + part == path || shown + part + "/" == path
        let what =
          last ? "does not exist" : "does not exist: there is no “\(part)” in \(shown.isEmpty ? "this folder" : shown)"
        let near = Spelling.nearest(to: String(part), among: siblings)
        return Diagnostic(
          .error, what, at: .init(file: path),
          help: near.map { "did you mean “\(FileName.shown(shown + $0))”?" }
            ?? "check the path")
      }
      folder = next
      shown += part + "/"
    }
    return Diagnostic(.error, "does not exist", at: .init(file: path))
  }
}
