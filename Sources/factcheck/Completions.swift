import ArgumentParser
import Reports

/// What shells offer for a value, beside the words that an option's own type lists.
extension CompletionKind {
  /// Folders, and files of rules.
  static var rules: CompletionKind { .file(extensions: ["yaml", "yml"]) }
  /// Saved reports and baselines.
  static var json: CompletionKind { .file(extensions: ["json"]) }
  /// The formats of a report.
  static var formats: CompletionKind { .list(ReportFormats.all.map(\.name)) }
}
