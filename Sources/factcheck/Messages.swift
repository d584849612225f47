import Articles
import FactcheckKit
import Reports

/// Problems, on standard error.
struct Messages: Sendable {
  private let color: Bool

  init(color: ColorChoice) { self.color = Terminal.usesColor(color, on: .error) }

  /// The status that a piece of work gives; what keeps it from being done is shown.
  func status(of work: () throws(Diagnostic) -> Int32) -> Int32 {
    do throws(Diagnostic) {
      return try work()
    } catch {
      show(error)
      return ExitStatus.untrusted
    }
  }

  func show(_ problem: Diagnostic) { Output.error.write(DiagnosticText.render(problem, color: color)) }
}
