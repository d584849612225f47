import ArgumentParser
import Articles
import Claims
import FactcheckKit
import Findings
import ICU
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Options of the commands that may fail on what was found.
struct GateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The weakest verdict that makes the status 1 (default: `fail-on:` of the settings, else contradiction).",
      valueName: "verdict"))
  var failOn: FailureThreshold?

  @Option(
    help: ArgumentHelp(
      "The mildest severity of a rule whose findings make the status 1 (default: note, which is all).",
      valueName: "severity"))
  var failSeverity: Rule.Severity?

  @Option(
    help: ArgumentHelp("How many new findings are let pass (default: 0).", valueName: "n"),
    transform: Arguments.count)
  var max: Int?

  @Option(
    help: ArgumentHelp("The file of accepted findings: only new ones make the status 1.", valueName: "file"),
    completion: .json)
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Accept what was found: write it to this file, keeping the reasons and days of entries that are there.",
      valueName: "file"), completion: .json)
  var writeBaseline: String?

  @Flag(help: "Fail too when an accepted finding is gone, so that the baseline is kept in step.")
  var strictBaseline = false

  @Option(
    help: ArgumentHelp("The day that expiry days are compared with (default: today).", valueName: "day"),
    transform: Arguments.day)
  var today: Day?

  /// The day that expiry days are compared with.
  var day: Day { today ?? Self.clock }

  /// What fails a run.
  ///
  /// - Parameter settings: those of the rules, which the command line outranks.
  func gate(_ settings: Settings = Settings()) -> Gate {
    Gate(
      threshold: failOn ?? settings.failOn.flatMap(FailureThreshold.init) ?? .contradiction,
      severity: failSeverity ?? settings.failSeverity ?? .note, maximum: max ?? settings.maxFindings ?? 0,
      isStrict: strictBaseline || settings.strictBaseline)
  }

  /// Compares a report with the baseline, and writes a new one where that is asked for.
  ///
  /// - Parameters:
  ///   - settings: those of the rules.
  ///   - isPartial: not all articles were asked for.
  func apply(
    to report: inout Report, gate: Gate, settings: Settings = Settings(), isPartial: Bool = false
  ) throws(Diagnostic) {
    let old = baseline ?? settings.baseline.map { settings.path(of: $0) }
    if let file = writeBaseline {
      if report.problems.contains(where: { $0.severity == .error }) {
        throw Diagnostic(
          .error, "the baseline is not written, since the run cannot be trusted", at: .init(file: file),
          help: "mend the errors first: what could not be read would be missing from it, with its reasons")
      }
      // What an older one says of a finding is kept.
      let known = try Self.known([file, old].compactMap(\.self))
      let accepted = report.baseline(for: gate, keeping: known, isPartial: isPartial)
      try ReportFile.write(BaselineFile.render(accepted), to: file, what: "baseline")
      report.compare(with: accepted, file: file, today: day, isPartial: isPartial)
      Output.error.write("wrote \(file): \(Self.count(accepted.entries.count))\n")
    } else if let old {
      report.compare(with: try BaselineFile.read(old), file: old, today: day, isPartial: isPartial)
    }
  }

  private static func known(_ files: [String]) throws(Diagnostic) -> Baseline {
    for file in files where access(file, F_OK) == 0 { return try BaselineFile.read(file) }
    return Baseline()
  }

  private static func count(_ findings: Int) -> String {
    findings == 1 ? "1 accepted finding" : "\(findings) accepted findings"
  }

  /// Today, where the machine stands.
  private static var clock: Day {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return Day(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday)) ?? Day(number: 0)
  }
}

extension FailureThreshold: ExpressibleByArgument {}
extension Rule.Severity: ExpressibleByArgument {}
