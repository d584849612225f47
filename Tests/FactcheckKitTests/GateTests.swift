import Articles
import Claims
import Findings
import ICU
import Reports
import Testing

@testable import FactcheckKit

@Suite struct GateTests {
  private func report(_ findings: [(Verdict, Rule.Severity, Standing)]) -> Report {
    var report = Report(toolVersion: "0", articles: [], rules: [], claims: [], findings: [])
    for (number, (verdict, severity, standing)) in findings.enumerated() {
      var finding = Finding(
        id: "f\(number)", rule: "r", verdict: verdict, severity: severity, message: "", positions: [])
      finding.standing = standing
      report.findings.append(finding)
    }
    return report
  }

  /// Every threshold with every verdict, every severity asked with every one there is.
  @Test func thresholdAndSeverityBothHaveToBeReached() {
    let grave: [Rule.Severity] = [.error, .warning, .note]
    let verdicts: [Verdict] = [.agree, .compatible, .changed, .disputed, .contradiction]
    let thresholds: [(FailureThreshold, Int)] = [(.changed, 2), (.disputed, 3), (.contradiction, 4), (.never, 5)]
    for (threshold, weakest) in thresholds {
      for (asked, mildest) in grave.enumerated() {
        let gate = Gate(threshold: threshold, severity: mildest)
        for (rank, verdict) in verdicts.enumerated() {
          for (place, severity) in grave.enumerated() {
            let counts = rank >= weakest && place <= asked
            let outcome = gate.outcome(of: report([(verdict, severity, .new)]))
            #expect(outcome.status == (counts ? 1 : 0), "\(threshold) \(mildest) \(verdict) \(severity)")
            #expect(outcome.failing.count == (counts ? 1 : 0))
          }
        }
      }
    }
  }

  @Test(arguments: [(0, 0, 0), (0, 1, 1), (1, 1, 0), (1, 2, 1), (3, 3, 0), (3, 4, 1)] as [(Int, Int, Int32)])
  func maximumIsWhatIsLetPass(maximum: Int, found: Int, status: Int32) {
    let findings = [(Verdict, Rule.Severity, Standing)](
      repeating: (.contradiction, .error, .new), count: found)
    let outcome = Gate(maximum: maximum).outcome(of: report(findings))
    #expect(outcome.status == status)
    #expect(outcome.failing.count == found)
  }

  @Test func onlyNewFindingsFail() {
    let known = report([
      (.contradiction, .error, .known(reason: nil)), (.contradiction, .error, .suppressed(reason: "x")),
      (.disputed, .error, .known(reason: nil)),
    ])
    let outcome = Gate().outcome(of: known)
    #expect(outcome.status == 0)
    #expect(outcome.failing.isEmpty)
    // Only what would count is counted.
    #expect(outcome.known == 1)
    #expect(outcome.suppressed == 1)
  }

  @Test func aStrictGateFailsOnWhatIsGone() {
    let gone = BaselineEntry(id: "x", rule: "r", verdict: .contradiction, message: "", articles: [])
    for (isStrict, fixed, status) in [(false, [gone], 0), (true, [gone], 1), (true, [], 0)]
      as [(Bool, [BaselineEntry], Int32)]
    {
      var report = report([])
      report.baseline = BaselineSummary(file: "b", fixed: fixed)
      #expect(Gate(maximum: 9, isStrict: isStrict).outcome(of: report).status == status)
    }
    // Without a baseline there is nothing to be gone.
    #expect(Gate(isStrict: true).outcome(of: report([])).status == 0)
  }

  @Test func anErrorOutranksFindings() {
    for (severity, status) in [(.error, 2), (.warning, 1), (.note, 1)] as [(Diagnostic.Severity, Int32)] {
      var report = report([(.contradiction, .error, .new)])
      report.problems = [Diagnostic(severity, "x")]
      #expect(Gate().outcome(of: report).status == status)
    }
  }

  @Test func acceptsWhatTheGateCountsAndNobodySuppressed() {
    let report = report([
      (.contradiction, .error, .new), (.disputed, .error, .new), (.contradiction, .note, .new),
      (.contradiction, .error, .suppressed(reason: "x")), (.contradiction, .error, .known(reason: "y")),
    ])
    #expect(report.baseline(for: Gate()).entries.map(\.id) == ["f0", "f2", "f4"])
    #expect(report.baseline(for: Gate(severity: .warning)).entries.map(\.id) == ["f0", "f4"])
    #expect(report.baseline(for: Gate(threshold: .disputed)).entries.map(\.id) == ["f0", "f1", "f2", "f4"])
    #expect(report.baseline(for: Gate(threshold: .never)).entries.isEmpty)
  }

  /// A saved report may have been compared with another baseline: what that one said is forgotten.
  @Test func comparingAgainForgetsTheOlderBaseline() {
    var report = report([
      (.contradiction, .error, .known(reason: "y")), (.contradiction, .error, .suppressed(reason: "x")),
    ])
    report.compare(with: Baseline(), file: "new.json", today: nil)
    #expect(report.findings.map(\.standing) == [.new, .suppressed(reason: "x")])
    #expect(report.baseline == BaselineSummary(file: "new.json"))
  }
}
