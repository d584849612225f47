import Articles
import Reports

/// Problems, on standard error.
struct Messages: Sendable {
  private let color: Bool

  init(color: ColorChoice) { self.color = Terminal.usesColor(color, on: .error) }

  func show(_ problem: Diagnostic) { Output.error.write(DiagnosticText.render(problem, color: color)) }
}
