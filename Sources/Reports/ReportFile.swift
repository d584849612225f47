import Articles

#if canImport(Glibc)
  import Glibc
  private let systemWrite = Glibc.write
#elseif canImport(Musl)
  import Musl
  private let systemWrite = Musl.write
#elseif canImport(Darwin)
  import Darwin
  private let systemWrite = Darwin.write
#endif

/// Puts reports on disk.
public enum ReportFile {
  /// Writes a file whole or not at all: into a new file beside it, which takes its name once it is safe on disk. Missing
  /// folders are made. A link is followed; what is no ordinary file (a pipe, `/dev/stdout`) is written straight.
  ///
  /// - Throws: what went wrong, with the path; an older file is then left as it was.
  ///
  /// - Parameter what: what messages call the file.
  public static func write(_ bytes: [UInt8], to path: String, what: String = "report") throws(Diagnostic) {
    func failure(_ path: String, _ error: Int32) -> Diagnostic { Self.failure(what, path, error) }
    var target = path
    if let resolved = realpath(path, nil) {
      target = String(cString: resolved)
      free(resolved)
    }
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw failure(path, EISDIR) }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let file = open(target, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw failure(path, errno) }
      let error = writeAll(bytes, to: file)
      close(file)
      if error != 0 { throw failure(path, error) }
      return
    }

    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    let missing = folder.isEmpty ? 0 : makeFolder(folder)
    if missing != 0 { throw failure(path, missing) }
    let temporary = "\(target).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(path, errno) }
    var error = writeAll(bytes, to: file)
    if error == 0, exists { _ = fchmod(file, status.st_mode & 0o7777) }
    if error == 0, fsync(file) != 0 { error = errno }
    if close(file) != 0, error == 0 { error = errno }
    if error == 0, rename(temporary, target) != 0 { error = errno }
    if error != 0 {
      unlink(temporary)
      throw failure(path, error)
    }
  }

  /// The error number, 0 where all went out.
  private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = systemWrite(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = rest.dropFirst(count)
      }
      return 0
    }
  }

  /// Makes a folder and those above it, as `mkdir -p` does. The error number, 0 where it is there.
  private static func makeFolder(_ folder: String) -> Int32 {
    var made = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      made += part + "/"
      if mkdir(made, 0o777) != 0, errno != EEXIST, errno != EISDIR { return errno }
    }
    return 0
  }

  private static func failure(_ what: String, _ path: String, _ error: Int32) -> Diagnostic {
    let elsewhere = what == "report" ? "choose another folder with --output" : "choose another path"
    let help: String
    switch error {
    case EACCES, EPERM, EROFS: help = "you may not write there: \(elsewhere)"
    case ENOSPC, EDQUOT: help = "make room on the disk; an older \(what) was left as it was"
    case EFBIG: help = "raise the limit of file sizes (ulimit -f); an older \(what) was left as it was"
    case ENOTDIR: help = "a part of this path is a file: \(elsewhere)"
    case EISDIR: help = "this is a folder: give the path of a file"
    default: help = elsewhere
    }
    return Diagnostic(
      .error, "cannot write the \(what): \(String(cString: strerror(error)))", at: Diagnostic.Location(file: path),
      help: help)
  }
}
