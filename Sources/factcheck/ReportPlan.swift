import ArgumentParser
import Articles
import Reports

/// Formats as `--format` lists them, each once.
struct FormatList {
  /// As help lists them: `text, json or html`.
  static var names: String {
    let names = ReportFormats.all.map(\.name)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  var formats: [any ReportFormat] = []

  init(_ text: String) throws {
    for name in text.split(separator: ",") {
      let format: any ReportFormat
      do {
        format = try ReportFormats.named(name.filter { $0 != " " })
      } catch {
        throw ValidationError([error.message, error.help].compactMap(\.self).joined(separator: ": "))
      }
      if !formats.contains(where: { $0.name == format.name }) { formats.append(format) }
    }
    if formats.isEmpty {
      throw ValidationError(
        "it names no format: the formats are \(ReportFormats.all.map(\.name).joined(separator: ", "))")
    }
  }
}

/// Which report goes where.
struct ReportPlan {
  /// To standard output.
  var standard: (any ReportFormat)?
  var files: [(format: any ReportFormat, path: String)] = []

  /// - Parameters:
  ///   - formats: as asked for; nil for text, and the other default formats where a folder is known.
  ///   - output: the folder asked for.
  ///   - settings: the folder that the settings name.
  init(formats: [any ReportFormat]?, output: String?, settings: String?) throws {
    let folder = output ?? settings
    guard let formats else {
      standard = TextReport()
      if let folder { add(ReportFormats.all.filter { $0.isDefault && !($0 is TextReport) }, folder) }
      return
    }
    standard = formats.first { $0 is TextReport }
    let others = formats.filter { !($0 is TextReport) }
    if others.isEmpty { return }
    // A single format that is asked for without a folder is for whoever reads standard output.
    if formats.count == 1, output == nil {
      standard = others.first
    } else if let folder {
      add(others, folder)
    } else {
      let names = others.map(\.name).joined(separator: " and ")
      throw ValidationError("only one report can go to standard output: say with --output where \(names) shall go")
    }
  }

  /// The way from a report back to the folder that the program runs in, which the names of articles are relative to: `../`
  /// for `reports/report.html`. Nil for a report elsewhere: the way would name folders of this machine.
  static func base(from path: String) -> String? {
    let folders = path.split(separator: "/").dropLast().filter { $0 != "." }
    if path.hasPrefix("/") || folders.contains("..") { return nil }
    return String(repeating: "../", count: folders.count)
  }

  private mutating func add(_ formats: [any ReportFormat], _ folder: String) {
    let folder = folder.hasSuffix("/") ? folder : folder + "/"
    for format in formats { files.append((format, folder + format.fileName)) }
  }

  /// Writes all reports, and says on standard error where the files are.
  ///
  /// - Returns: what did not work.
  func write(_ report: Report, color: ColorChoice) -> [Diagnostic] {
    var failures: [Diagnostic] = []
    if let standard {
      let output = Output.standard
      let options = ReportOptions(
        color: Terminal.usesColor(color, on: output), isTerminal: Terminal.isTerminal(output),
        width: Terminal.width(of: output))
      do throws(Diagnostic) {
        if case .failed(let code) = output.write(try standard.render(report, options: options)) {
          failures.append(Output.failure(code))
        }
      } catch {
        failures.append(error)
      }
    }
    var written: [String] = []
    for (format, path) in files {
      do throws(Diagnostic) {
        let options = ReportOptions(articleBase: Self.base(from: path))
        try ReportFile.write(try format.render(report, options: options), to: path)
        written.append(path)
      } catch {
        failures.append(error)
      }
    }
    if !written.isEmpty { Output.error.write("wrote \(written.joined(separator: ", "))\n") }
    return failures
  }
}
