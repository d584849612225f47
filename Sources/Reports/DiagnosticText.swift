import Articles

/// Problems as a terminal or a log shows them.
public enum DiagnosticText {
  /// One line or several, ended by a line feed, without control characters of the file that it quotes.
  public static func render(_ problem: Diagnostic, color: Bool) -> String {
    TextStyle(color: color, isolates: false).diagnostic(problem) + "\n"
  }
}
