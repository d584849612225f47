import Articles
import Findings

/// Emphasis on a terminal (ECMA-48 SGR), or its plain stand-in.
struct TextStyle {
  let color: Bool
  let isolates: Bool

  private func paint(_ text: String, _ codes: String) -> String {
    color && !text.isEmpty ? "\u{1B}[\(codes)m\(text)\u{1B}[0m" : text
  }

  /// The columns of a text that was painted whole.
  func width(of painted: String) -> Int {
    // `ESC [ … m` shows as nothing; DisplayWidth knows that of the ESC alone.
    var visible = ""
    var isCode = false
    for scalar in painted.unicodeScalars {
      if scalar == "\u{1B}" { isCode = true } else if !isCode { visible.unicodeScalars.append(scalar) }
      if isCode, scalar == "m" { isCode = false }
    }
    return DisplayWidth.of(visible)
  }

  func bold(_ text: String) -> String { paint(text, "1") }
  func dim(_ text: String) -> String { paint(text, "2") }
  func place(_ text: String) -> String { paint(text, "36") }
  func error(_ text: String) -> String { paint(text, "1;31") }
  func verdict(_ verdict: Verdict, _ text: String) -> String { paint(text, "1;" + Self.code(verdict)) }

  /// The figure of a quote.
  func figure(_ verdict: Verdict, _ text: String) -> String {
    color ? paint(text, "1;" + Self.code(verdict)) : "«\(text)»"
  }

  /// Kept from turning the columns around it: first strong isolate … pop directional isolate (UAX #9). Left-to-right
  /// text needs none, and copies cleaner without.
  func isolated(_ text: String) -> String {
    isolates && text.unicodeScalars.contains(where: Self.isRightToLeft) ? "\u{2068}\(text)\u{2069}" : text
  }

  func diagnostic(_ problem: Diagnostic) -> String {
    let lines = problem.description.split(separator: "\n", omittingEmptySubsequences: false).map(Self.printable)
    guard let first = lines.first else { return "" }
    let head = problem.severity == .error ? error(first) : bold(first)
    return ([head] + lines.dropFirst()).joined(separator: "\n")
  }

  /// Control characters of a broken file must not reach the terminal; tabs stay, for the caret's sake.
  private static func printable(_ line: Substring) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      let isControl = scalar.value < 0x20 && scalar != "\t" || (0x7F..<0xA0).contains(scalar.value)
      scalars.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }

  private static func code(_ verdict: Verdict) -> String {
    switch verdict {
    case .contradiction: "31"
    case .disputed: "35"
    case .changed: "33"
    case .compatible: "34"
    case .agree: "32"
    }
  }

  /// The blocks of the right-to-left scripts.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
