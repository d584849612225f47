import CICU

/// The strings of ICU's resource bundles, which hold CLDR's data for each locale.
public enum LocaleData {
  public enum Package: String, Sendable {
    case main = ""
    case units = "unit"
    case currencies = "curr"
    case regions = "region"
    case breaks = "brkitr"
  }

  /// A string and the keys that lead to it below the table, joined by `/`: `length/kilometer/other`.
  public typealias Entry = (path: String, value: String)

  /// All strings under a table, the locale's own first, then what it inherits (`es_MX`, `es_419`, `es`): the first entry
  /// of a path is the one in force. A locale or a table that ICU does not have is empty.
  /// - Parameter root: also what ICU has for all languages.
  public static func entries(_ package: Package, locale: String, table: String, root: Bool = false) -> [Entry] {
    pairs(strings(cicu_resources(package.rawValue, locale, table, root ? 1 : 0)) ?? [])
  }

  /// The same without a string made of each: for tables with thousands of entries, of which few are wanted. The bytes
  /// are UTF-8, and lent for the call only.
  public static func forEachEntry(
    _ package: Package, locale: String, table: String, root: Bool = false,
    _ body: (_ path: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var list = cicu_resources(package.rawValue, locale, table, root ? 1 : 0)
    defer { cicu_list_free(&list) }
    let bytes = UnsafeBufferPointer(start: list.bytes, count: list.length)
    var start = 0
    var path: UnsafeBufferPointer<UInt8>?
    while start < bytes.count, let end = bytes[start...].firstIndex(of: 0) {
      let piece = UnsafeBufferPointer(rebasing: bytes[start..<end])
      start = end + 1
      if let key = path {
        body(key, piece)
        path = nil
      } else {
        path = piece
      }
    }
  }

  /// The strings of a bundle that belongs to no locale, such as `units`.
  public static func entries(file: String, table: String) -> [Entry] {
    pairs(strings(cicu_resource_file(file, table)) ?? [])
  }

  /// ISO 4217 codes of the currencies that are in use today, as CLDR's supplemental data has it.
  public static func currenciesInUse() -> [String] { strings(cicu_currencies_in_use()) ?? [] }

  private static func pairs(_ strings: [String]) -> [Entry] {
    stride(from: 0, to: strings.count - 1, by: 2).map { (strings[$0], strings[$0 + 1]) }
  }
}
