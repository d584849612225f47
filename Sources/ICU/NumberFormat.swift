import CICU

/// Writes numbers for readers of a language: "5,200", "0.5", "5 200" (ICU number skeletons).
///
/// Immutable, and safe to share between threads.
public final class NumberFormat: @unchecked Sendable {
  // ICU documents UNumberFormatter as immutable and thread-safe; the pointer is never written again.
  private let handle: OpaquePointer?

  /// - Parameters:
  ///   - decimals: at most so many digits after the separator; halves are rounded away from zero.
  ///   - grouping: separators between thousands, also where the locale leaves them out of four-digit numbers.
  public init(locale: String, decimals: Int = 3, grouping: Bool = true) {
    handle = cicu_number_format_open(locale, Int32(min(max(decimals, 0), 20)), grouping ? 1 : 0)
  }

  deinit { cicu_number_format_close(handle) }

  public func format(_ number: Double) -> String {
    handle.flatMap { strings(cicu_number_format_double($0, number))?.first } ?? "\(number)"
  }
}
