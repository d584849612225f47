import Articles

/// One thing that `factcheck lint` has to say.
public struct LintFinding: Sendable, Hashable {
  /// Nil for mistakes, which nobody can switch off.
  public var check: LintCheck?
  public var problem: Diagnostic

  public init(_ check: LintCheck?, _ problem: Diagnostic) {
    self.check = check
    self.problem = problem
  }

  /// What mistakes are called where every finding needs a code.
  public static let mistakeCode = "mistake"

  public var code: String { check?.rawValue ?? Self.mistakeCode }

  /// The problem as it is printed, with the code of what can be switched off.
  public var printed: Diagnostic {
    guard let check else { return problem }
    var problem = problem
    problem.message += " [\(check.rawValue)]"
    return problem
  }
}
