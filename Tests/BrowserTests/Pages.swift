import Articles
import Findings
import Foundation
import ICU
import Reports
import TestProgram

/// The reports that the checks open, by the names of their files.
enum Pages {
  static func write(to scratch: Scratch) throws {
    try runs(in: scratch)
    let reports: [String: Report] = [
      "mixed": Synthetic.report(findings: 30),
      "thousand": Synthetic.report(findings: 1_000, articles: 120, rules: 40),
      "many": Synthetic.report(findings: 10_000, articles: 400, rules: 100),
      "right-to-left": Synthetic.rightToLeft,
      "hostile": Hostile.report,
      "empty": Report(toolVersion: "0.1.0", articles: [], rules: [], claims: [], findings: []),
      "problems": Synthetic.problems,
    ]
    for (name, report) in reports {
      try scratch.file("\(name).html", Data(HTMLReport().render(report, options: ReportOptions())))
    }
  }

  /// What the program writes: of the sample articles, and of files that mean harm.
  private static func runs(in scratch: Scratch) throws {
    try Program.run(["run", "rules", "--output", scratch.url("samples").path])
    for (name, text) in Hostile.project { try scratch.file("hostile/\(name)", text) }
    try Program.run(["run", "hostile/rules", "--output", scratch.url("hostile-files").path], folder: scratch.folder)
    for name in ["samples", "hostile-files"] {
      try FileManager.default.moveItem(at: scratch.url("\(name)/report.html"), to: scratch.url("\(name).html"))
    }
  }
}
