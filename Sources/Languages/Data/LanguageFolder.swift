#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Language files from a folder, in place of those that are built in.
///
/// Who writes a language file tries it out with `FACTCHECK_LANGUAGES=folder`, and builds nothing.
enum LanguageFolder {
  /// The environment variable that names the folder.
  static let variable = "FACTCHECK_LANGUAGES"

  static var isNamed: Bool { getenv(variable) != nil }

  /// The texts of the folder's `.yaml` files; none where the variable isn't set.
  static func texts() -> [String] {
    guard let name = getenv(variable), let folder = opendir(name) else { return [] }
    defer { closedir(folder) }
    var texts: [String] = []
    while let entry = readdir(folder) {
      let file = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard file.hasSuffix(".yaml"), !file.hasPrefix("."), let text = read(String(cString: name) + "/" + file) else {
        continue
      }
      texts.append(text)
    }
    return texts
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
