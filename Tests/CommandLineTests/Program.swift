import Foundation

/// Runs the program that was built beside the tests.
struct Program {
  struct Run {
    var status: Int32
    var signal: Int32?
    var bytes: Data
    var output: String { String(decoding: bytes, as: UTF8.self) }
    var errors: String
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let path: String = {
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
  static func run(
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
  static func shell(_ script: String, folder: URL? = nil) throws -> Run {
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

/// A folder that goes away with the test.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("factcheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  @discardableResult
  func file(_ name: String, _ text: String) throws -> URL { try file(name, Data(text.utf8)) }

  @discardableResult
  func file(_ name: String, _ data: Data) throws -> URL {
    let url = url(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url
  }
}
