import Articles
import CReportPage
import Mustache

/// The report for readers: one page that needs nothing else, readable without its script and the better for it.
public struct HTMLReport: ReportFormat {
  public let name = "html"
  public let fileName = "report.html"
  public let isDefault = true

  public init() {}

  public func render(_ report: Report, options: ReportOptions) throws(Diagnostic) -> [UInt8] {
    switch Self.template {
    case .success(let template):
      return Array(template.render(HTMLPage(HTMLContext(report, options)).values()).utf8)
    case .failure(let error):
      throw Diagnostic(.error, "the template of the HTML report does not parse: \(error)")
    }
  }

  private static let template: Result<MustacheTemplate, any Error> = {
    MustacheContentTypes.register(HTMLEscaping(), named: HTMLEscaping.name)
    return Result { try MustacheTemplate(string: HTMLAssets.template) }
  }()
}

/// The files that are built into the program.
enum HTMLAssets {
  static let template = text(creportpage_template)
  static let style = text(creportpage_style)
  static let script = text(creportpage_script)
  /// What the page's policy allows by its hash: nothing else runs, and nothing else styles.
  static let styleHash = SHA256.source(Array(style.utf8))
  static let scriptHash = SHA256.source(Array(script.utf8))

  private static func text(_ file: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) -> String {
    var count = 0
    guard let start = file(&count) else { return "" }
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
