import ICU

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What lies in one folder, hidden files apart, in the order of the bytes of the names.
struct FolderListing {
  var names: [String] = []
  /// Why the folder could not be read, as `errno` has it; 0 where it could.
  var failure: Int32 = 0

  init(_ path: String) {
    guard let folder = FileName.withPath(path, { opendir($0) }) else {
      failure = errno
      return
    }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { FileName.string($0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// What a path leads to, links followed.
struct FileIdentity: Hashable {
  var device: UInt64
  var inode: UInt64

  enum Kind { case folder, file, other }

  /// The kind and the identity, or `errno`.
  static func of(_ path: String) -> Result<(Kind, FileIdentity), FileError> {
    var status = stat()
    guard FileName.withPath(path, { stat($0, &status) }) == 0 else { return .failure(FileError(code: errno)) }
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFDIR: .folder
      case S_IFREG: .file
      default: .other
      }
    return .success((kind, FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))))
  }

  /// The day of a file's last change, where this machine is; nil where that cannot be told.
  static func lastChange(of path: String) -> Day? {
    var status = stat()
    guard FileName.withPath(path, { stat($0, &status) }) == 0 else { return nil }
    #if canImport(Darwin)
      var time = status.st_mtimespec.tv_sec
    #else
      var time = status.st_mtim.tv_sec
    #endif
    var local = tm()
    guard localtime_r(&time, &local) != nil else { return nil }
    return Day(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
  }

  struct FileError: Error { var code: Int32 }
}

extension ArticleFinder {
  static func isLoop(_ code: Int32) -> Bool { code == ELOOP }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return FileName.withPath(path) { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
