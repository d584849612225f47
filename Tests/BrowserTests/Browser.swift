import Foundation
import TestProgram

/// The browser and what drives it, as bin/test set them up.
enum Browser {
  private static let folder = Program.root.appendingPathComponent(".build/browser")
  private static let python = folder.appendingPathComponent("venv/bin/python").path
  private static let chromium = ["chromium", "chromium-browser", "google-chrome"].lazy
    .flatMap { name in ["/usr/bin/", "/usr/local/bin/", "/snap/bin/"].lazy.map { $0 + name } }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Why there is none; nil where there is one.
  static let missing: String? = {
    let said = try? String(contentsOf: folder.appendingPathComponent("missing"), encoding: .utf8)
    if let said { return said.trimmingCharacters(in: .whitespacesAndNewlines) }
    guard FileManager.default.isExecutableFile(atPath: python) else {
      return "the browser's driver is not installed; bin/test does that, once"
    }
    return chromium == nil ? "Chromium is not installed; bin/test does that, once" : nil
  }()

  /// What the checks came to, by name. They run once, all in one process and one browser.
  static let outcomes = Task { try await run() }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Well over what they take; a browser that hangs must not hang the tests.
  private static let limit = Duration.seconds(600)

  private static func run() async throws -> [String: Outcome] {
    let scratch = try Scratch()
    try Pages.write(to: scratch)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [Check.folder.appendingPathComponent("run.py").path, scratch.folder.path]
    // Whoever wants to look gets the pages too.
    if let shots = ProcessInfo.processInfo.environment["FACTCHECK_SHOTS"] {
      try? FileManager.default.createDirectory(atPath: shots, withIntermediateDirectories: true)
      for page in try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) where page.hasSuffix(".html")
      {
        let copy = URL(fileURLWithPath: shots).appendingPathComponent(page)
        try? FileManager.default.removeItem(at: copy)
        try FileManager.default.copyItem(at: scratch.url(page), to: copy)
      }
    }
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["FACTCHECK_CHROMIUM": chromium ?? "", "PYTHONDONTWRITEBYTECODE": "1"]
    ) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: scratch.file("outcomes", ""))
    process.standardError = try FileHandle(forWritingTo: scratch.file("errors", ""))
    try await finish(process)

    let decoder = JSONDecoder()
    let lines = try Data(contentsOf: scratch.url("outcomes")).split(separator: UInt8(ascii: "\n"))
    let outcomes = try lines.map { try decoder.decode(Outcome.self, from: $0) }
    guard process.terminationStatus == 0 else {
      let errors = String(decoding: try Data(contentsOf: scratch.url("errors")), as: UTF8.self)
      throw Failure(
        description: "the checks broke off with status \(process.terminationStatus) after \(outcomes.count): \(errors)")
    }
    return Dictionary(outcomes.map { ($0.check, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Waits without holding one of the few threads that the other tests run on.
  private static func finish(_ process: Process) async throws {
    let alarm = Task {
      try await Task.sleep(for: limit)
      process.terminate()
    }
    defer { alarm.cancel() }
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
  }
}
