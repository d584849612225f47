import Findings

/// The findings that fail a run, one a line, for terminals and logs.
public struct GateListing: Sendable {
  private let failing: [Finding]
  private let known: Int
  private let suppressed: Int

  public init(failing: [Finding], known: Int, suppressed: Int) {
    self.failing = failing
    self.known = known
    self.suppressed = suppressed
  }

  public func render(color: Bool) -> [UInt8] {
    let style = TextStyle(color: color, isolates: false)
    var text = ""
    for finding in failing {
      text += style.verdict(finding.verdict, "\(Wording.symbol(finding.verdict)) \(finding.verdict.rawValue)")
      text += "  \(Quote.oneLine(finding.message))  \(style.dim(Quote.oneLine(finding.id)))\n"
    }
    var parts = [counted(failing.count, "new finding")]
    if known > 0 { parts.append("\(known) known") }
    if suppressed > 0 { parts.append("\(suppressed) suppressed") }
    return Array((text + parts.joined(separator: ", ") + "\n").utf8)
  }
}
