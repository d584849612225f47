import Foundation

/// Runs the program that was built beside the tests.
package struct Program {
  package struct Run {
    package var status: Int32
    package var signal: Int32?
    package var bytes: Data
    package var output: String { String(decoding: bytes, as: UTF8.self) }
    package var errors: String
    package var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  package static let path: String = {
    let beside = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("factcheck").path
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : root.appendingPathComponent(".build/debug/factcheck").path
  }()

  /// - Parameters:
  ///   - input: standard input; empty unless given.
  ///   - folder: the current folder of the program; the repository unless given.
  ///   - environment: added to a bare one.
  @discardableResult
  package static func run(
    _ arguments: [String], input: String = "", folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? root
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: scratch.file("input", input))
    process.standardOutput = try FileHandle(forWritingTo: scratch.file("output", ""))
    process.standardError = try FileHandle(forWritingTo: scratch.file("errors", ""))
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      signal: process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil,
      bytes: try Data(contentsOf: scratch.url("output")),
      errors: String(decoding: try Data(contentsOf: scratch.url("errors")), as: UTF8.self))
  }

  /// The same in a shell, where `$factcheck` is the program.
  package static func shell(_ script: String, folder: URL? = nil) throws -> Run {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder ?? root
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "factcheck": path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: scratch.file("output", ""))
    process.standardError = try FileHandle(forWritingTo: scratch.file("errors", ""))
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, signal: nil, bytes: try Data(contentsOf: scratch.url("output")),
      errors: String(decoding: try Data(contentsOf: scratch.url("errors")), as: UTF8.self))
  }
}
