import Foundation
import Testing

@testable import Reports

/// The page allows its own script and style by their hashes, and nothing else.
struct HTMLPolicyTests {
  /// The vectors of FIPS 180-4 and its lengths at the edges of a block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func digests(text: String, digest: String) {
    #expect(SHA256.digest(Array(text.utf8)).map { String(format: "%02x", $0) }.joined() == digest)
  }

  @Test(arguments: [55, 56, 57, 63, 64, 65, 119, 120, 1000])
  func anotherProgramAgrees(length: Int) throws {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    guard let expected = try Self.sha256sum(bytes) else { return }
    #expect(SHA256.digest(bytes).map { String(format: "%02x", $0) }.joined() == expected)
  }

  /// The hashes of the policy are those of what stands in the page, byte for byte, as another program computes them.
  @Test func thePolicyNamesThePageItself() throws {
    let html = String(decoding: try HTMLReport().render(Fixture.report, options: ReportOptions()), as: UTF8.self)
    for (element, directive) in [("script", "script-src"), ("style", "style-src")] {
      let start = try #require(html.range(of: "<\(element)>"))
      let end = try #require(html.range(of: "</\(element)>", range: start.upperBound..<html.endIndex))
      let content = Array(html[start.upperBound..<end.lowerBound].utf8)
      #expect(html.contains("\(directive) '\(SHA256.source(content))'"))
      if let sum = try Self.sha256sum(content) {
        #expect(SHA256.digest(content).map { String(format: "%02x", $0) }.joined() == sum)
      }
    }
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains("unsafe-"))
    #expect(html.components(separatedBy: "<script").count == 2, "one script")
    #expect(html.components(separatedBy: "<style").count == 2, "one style sheet")
  }

  /// The template asks for words that there are, and there are none that nobody asks for.
  @Test func theFrameHasAllItsWords() throws {
    let asked = Set(
      HTMLAssets.template.split(separator: "{{words.").dropFirst().map { String($0.prefix { $0 != "}" }) })
    #expect(asked == Set(HTMLWords.frame.keys))
  }

  /// What `sha256sum` says; nil where there is none on the machine.
  private static func sha256sum(_ bytes: [UInt8]) throws -> String? {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/sha256sum") else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    // Off the main path, so that neither pipe can fill while the other is waited for.
    Thread.detachNewThread {
      try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
      try? input.fileHandleForWriting.close()
    }
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self).split(separator: " ").first.map(String.init)
  }
}
