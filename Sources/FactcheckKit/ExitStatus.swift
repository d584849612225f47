import Findings
import Reports

/// What the status of the process says; 2 outranks 1, and 1 outranks 0.
public enum ExitStatus {
  /// Nothing at or above the threshold.
  public static let clean: Int32 = 0
  /// Findings at or above it.
  public static let findings: Int32 = 1
  /// The run could not be trusted: a bad rule, an unreadable article, wrong usage.
  public static let untrusted: Int32 = 2
}

/// The weakest verdict that fails a run.
public enum FailureThreshold: String, Sendable, CaseIterable {
  case contradiction, disputed, changed, never

  /// Whether a finding of that verdict fails the run.
  public func isReached(by verdict: Verdict) -> Bool {
    switch self {
    case .contradiction: verdict >= .contradiction
    case .disputed: verdict >= .disputed
    case .changed: verdict >= .changed
    case .never: false
    }
  }
}

extension Report {
  /// The status to exit with.
  public func exitStatus(failOn threshold: FailureThreshold) -> Int32 {
    Gate(threshold: threshold).outcome(of: self).status
  }
}
