import Articles
import Foundation
import Testing

@testable import FactcheckKit

@Suite struct LineReaderTests {
  /// What the reader makes of bytes that come through a pipe in pieces of any size.
  private func read(
    _ bytes: [UInt8], pieces: ClosedRange<Int>, cut: LineReader.Cut = .line, longestLine: Int = 1 << 20
  ) throws -> [LineBatch] {
    let pipe = Pipe()
    let writer = Thread {
      var random = SystemRandomNumberGenerator()
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = min(rest.count, Int.random(in: pieces, using: &random))
        pipe.fileHandleForWriting.write(Data(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    var reader = LineReader(
      file: pipe.fileHandleForReading.fileDescriptor, name: "in", cut: cut, longestLine: longestLine)
    var batches: [LineBatch] = []
    while let batch = try reader.next() { batches.append(batch) }
    return batches
  }

  private func sample(lines: Int) -> [UInt8] {
    var text = ""
    for i in 0..<lines {
      text += String(repeating: ["a", "é", "中", "👍", " "][i % 5], count: i * 7919 % 97) + "\n"
    }
    return Array(text.utf8)
  }

  @Test(arguments: [LineReader.Cut.line, .paragraph])
  func batchesAreTheStreamInWholeLines(_ cut: LineReader.Cut) throws {
    for ending in ["", "the last line"] {
      let bytes = sample(lines: 3000) + Array(ending.utf8)
      let batches = try read(bytes, pieces: 1...5000, cut: cut)
      #expect(batches.flatMap(\.bytes) == bytes)
      #expect(batches.dropLast().allSatisfy { $0.bytes.last == 0x0A })
      var line = 1
      var points = 0
      for batch in batches {
        #expect(batch.firstLine == line)
        #expect(batch.codePoint == points)
        line += batch.bytes.count { $0 == 0x0A }
        points += String(decoding: batch.bytes, as: UTF8.self).unicodeScalars.count
      }
    }
  }

  @Test func paragraphsStayWhole() throws {
    let paragraph = String(repeating: "words of a line\n", count: 500) + "\n"
    let bytes = Array(String(repeating: paragraph, count: 100).utf8)
    let batches = try read(bytes, pieces: 60_000...70_000, cut: .paragraph)
    #expect(batches.count > 1)
    #expect(batches.allSatisfy { String(decoding: $0.bytes, as: UTF8.self).hasSuffix("\n\n") })
    #expect(batches.flatMap(\.bytes) == bytes)
  }

  @Test func aLineThatIsTooLongIsLeftOut() throws {
    let long = [UInt8](repeating: 0x78, count: 300_000)
    for ending in [[], [0x0A], Array("\nafter\n".utf8)] {
      let batches = try read(Array("before\n".utf8) + long + ending, pieces: 1...50_000, longestLine: 100_000)
      let kept = String(decoding: batches.flatMap(\.bytes), as: UTF8.self)
      #expect(kept == (ending.count > 1 ? "before\nafter\n" : "before\n"))
      let problems = batches.flatMap(\.problems)
      #expect(problems.map(\.location?.line) == [2])
      if ending.count > 1 { #expect(batches.last?.firstLine == 3) }
    }
  }

  @Test func anEmptyStreamHasNoBatches() throws {
    #expect(try read([], pieces: 1...2).isEmpty)
  }

  @Test func aFolderIsNoStream() throws {
    let file = open("/", O_RDONLY)
    defer { close(file) }
    var reader = LineReader(file: file, name: "/")
    let error = #expect(throws: Diagnostic.self) { try reader.next() }
    #expect(error?.help?.contains("folder") == true)
  }
}
