import FactcheckKit
import Findings
import Reports

/// What a gate decided, in words, on standard error.
enum GateMessages {
  /// Says only what the report itself does not: why the status is what it is.
  static func show(_ outcome: Gate.Outcome, _ gate: Gate) {
    for line in lines(outcome, gate) { Output.error.write(line + "\n") }
  }

  private static func lines(_ outcome: Gate.Outcome, _ gate: Gate) -> [String] {
    var lines: [String] = []
    for entry in outcome.expired {
      lines.append(
        "the baseline’s entry \(entry.id) ran out\(entry.expires.map { " on \($0)" } ?? ""): it counts as new")
    }
    if !outcome.fixed.isEmpty {
      let ids = outcome.fixed.prefix(5).map(\.id).joined(separator: ", ")
      let more = outcome.fixed.count > 5 ? " and \(outcome.fixed.count - 5) more" : ""
      lines.append(
        "gone since the baseline: \(ids)\(more)"
          + (gate.isStrict ? "; --strict-baseline fails on that: write the baseline again with --write-baseline" : ""))
    }
    if gate.maximum > 0, !outcome.failing.isEmpty {
      let count = outcome.failing.count
      lines.append(
        "\(count) new \(count == 1 ? "finding" : "findings"), and \(gate.maximum) \(gate.maximum == 1 ? "is" : "are") "
          + "let pass")
    }
    return lines
  }
}
