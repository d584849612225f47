import Foundation
import Testing

@testable import Articles

/// Files that are damaged, too large, or made to hurt.
@Suite(.timeLimit(.minutes(3))) struct HostileFileTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func read(_ path: String, _ options: ArticleOptions = ArticleOptions()) -> Result<
    ArticleReader.FileReading, Diagnostic
  > {
    do throws(Diagnostic) {
      return .success(try ArticleReader(options: options).readAll(path))
    } catch {
      return .failure(error)
    }
  }

  private func failure(_ path: String, _ options: ArticleOptions = ArticleOptions()) -> Diagnostic? {
    if case .failure(let error) = read(path, options) { error } else { nil }
  }

  private func reading(_ path: String) throws -> ArticleReader.Reading {
    try #require(try read(path).get().articles.first)
  }

  /// What a shell command writes.
  private func shell(_ name: String, _ script: String) throws -> String {
    let path = folder.path + "/" + name
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "(" + script + ") > \"$0\"", path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return path
  }

  private func packed(_ name: String, _ text: String) throws -> String {
    let plain = try folder.write("plain", text)
    return try shell(name, "gzip -c '\(plain)'")
  }

  private let story = "Soldiers leave\n\nAbout 2,500 soldiers left the country on 8 January 2020.\n"

  // MARK: gzip

  @Test(arguments: ["a.txt.gz", "a.txt", "a.gz", "a"]) func gzipIsKnownByWhatItHolds(_ name: String) throws {
    let reading = try reading(packed(name, story))
    #expect(reading.article.texts.last == "About 2,500 soldiers left the country on 8 January 2020.")
    #expect(reading.warnings.isEmpty)
    #expect(reading.article.text.text == story)
  }

  @Test func endingsBehindGzipCount() throws {
    #expect(try reading(packed("a.md.gz", "# Head\n\nText, *twelve* words.\n")).article.format == .markdown)
    #expect(ArticleFormat(path: "x/a.b.JSONL.GZ") == .jsonLines)
    #expect(ArticleFormat(path: "x.md/gz") == .text)
    #expect(ArticleFinder.isArticle("a.json.gz"))
    #expect(!ArticleFinder.isArticle("a.tar.gz"))
    #expect(!ArticleFinder.isArticle("txt"))
    #expect(!ArticleFinder.isArticle(".txt"))
  }

  @Test func severalMembersAreOneText() throws {
    let path = try packed("a.gz", "Soldiers leave\n\nAbout 2,500 ")
    let rest = try packed("b.gz", "soldiers left.\n")
    let both = try shell("c.txt.gz", "cat '\(path)' '\(rest)'")
    #expect(try reading(both).article.texts.last == "About 2,500 soldiers left.")
    let trailed = try shell("d.txt.gz", "cat '\(path)' '\(rest)'; printf 'rest'")
    let reading = try reading(trailed)
    #expect(reading.article.texts.last == "About 2,500 soldiers left.")
    #expect(reading.warnings.map(\.message) == ["something that is no gzip follows after the gzip; it is left out"])
    #expect(try self.reading(shell("e.txt.gz", "cat '\(path)' '\(rest)'; head -c 1000 /dev/zero")).warnings.count == 1)
  }

  @Test func aTruncatedGzipIsReadAsFarAsItGoes() throws {
    // Random words, so that the beginning is not all there is to it.
    var random = SplitMix(seed: 3)
    let text = (0..<20_000).map { _ in "w\(random.next() % 100_000)" }.joined(separator: " ")
    let whole = try packed("a.txt.gz", text)
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: whole)))
    let half = try folder.write("half.txt.gz", bytes.prefix(bytes.count / 2))
    let reading = try reading(half)
    #expect(reading.article.text.text.utf8.count > 10_000)
    #expect(text.hasPrefix(reading.article.text.text))
    #expect(reading.warnings.first?.message.hasPrefix("the gzip is cut off; the ") == true)
    var damaged = bytes
    for i in 0..<50 { damaged[bytes.count / 2 + i] ^= 0x5A }
    let broken = try self.reading(try folder.write("damaged.txt.gz", damaged))
    #expect(broken.warnings.first?.message.contains("gzip is damaged") == true)
    for count in [3, 10, 15] {
      let error = failure(try folder.write("head\(count).txt.gz", bytes.prefix(count)))
      #expect(error?.message.contains("cut off before its text begins") == true)
    }
    #expect(failure(try folder.write("bad.txt.gz", [0x1F, 0x8B, 8, 0xFF, 1, 2]))?.message.contains("gzip") == true)
    #expect(failure(try packed("empty.txt.gz", ""))?.message == "is empty")
  }

  @Test func aBombIsRefusedBeforeItFillsTheMemory() throws {
    let bomb = try shell("bomb.txt.gz", "head -c 100000000 /dev/zero | tr '\\0' a | gzip -c")
    #expect(failure(bomb)?.message.hasPrefix("unpacks to more than 300 times its size") == true)
    var options = ArticleOptions()
    options.maximumSize = 1 << 20
    #expect(failure(bomb, options)?.message == "unpacks to more than the 1 MB that an article may have")
    let twice = try shell("twice.txt.gz", "gzip -c '\(bomb)'")
    #expect(failure(twice)?.message == "is compressed with gzip twice")
    let tar = try shell("a.txt.gz", "tar -cf - -C '\(folder.path)' bomb.txt.gz | gzip -c")
    #expect(failure(tar)?.message == "in its gzip, is a tar archive, not text")
  }

  // MARK: Size

  @Test func aGigabyteIsRefusedUnread() throws {
    let path = try folder.write("huge.txt", "x")
    #expect(truncate(path, 1 << 30) == 0)
    let error = try #require(failure(path))
    #expect(error.message == "is 1 GB, more than the 268.4 MB that an article may have")
    #expect(error.help?.contains("jsonl") == true)
  }

  @Test func onlyTextHasALimitOfLines() throws {
    var options = ArticleOptions()
    options.maximumLine = 1000
    let words = String(repeating: "Twelve soldiers left. ", count: 100)
    #expect(failure(try folder.write("a.txt", words), options)?.message.contains("2.2 kB long") == true)
    let json = try folder.write("a.json", #"{"id": "a", "text": ""# + words + #""}"#)
    #expect(try read(json, options).get().articles.count == 1)
  }

  // MARK: What is no text

  @Test(arguments: [
    ("%PDF-1.7\n", "is a PDF document, not text"), ("PK\u{3}\u{4}mimetypeapplication/epub+zip", "is an e-book (EPUB)"),
    ("PK\u{3}\u{4}[Content_Types].xml", "is an office document"), ("PK\u{3}\u{4}a.txt", "is a ZIP archive"),
    ("SQLite format 3\0", "is a SQLite database"), ("\u{7F}ELF", "is a program (ELF)"), ("GIF89a", "is a GIF image"),
    ("{\\rtf1\\ansi", "is an RTF document"), ("OggS", "is a sound file (Ogg)"),
    ("BZh91AY&SY", "is compressed with bzip2"),
    ("Rar!\u{1A}\u{7}", "is a RAR archive"), ("bplist00", "is a binary property list"),
  ]) func knownFilesAreNamed(_ head: String, _ message: String) throws {
    let path = try folder.write("a.txt", Array(head.utf8) + [1, 2, 3])
    let error = try #require(failure(path))
    #expect(error.message.hasPrefix(message))
    #expect(error.help != nil)
  }

  @Test(arguments: [
    [0x28, 0xB5, 0x2F, 0xFD], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A],
    [0xFF, 0xD8, 0xFF],
  ]) func knownMagicsAreNamed(_ head: [UInt8]) throws {
    let error = try #require(failure(try folder.write("a.txt", head + [1, 2, 3])))
    #expect(error.message.hasPrefix("is ") && error.message.hasSuffix(", not text"))
  }

  @Test func patternsPassOverWhatIsNoText() throws {
    try folder.write("s/a.txt", story)
    try folder.write("s/page", "<!doctype html><p>Twelve.")
    try folder.write("s/logo", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])
    try folder.write("s/blob.bin", [UInt8](repeating: 0, count: 100))
    try folder.write("s/b.txt", [UInt8](repeating: 0, count: 100))
    let found = ArticleFinder.find(["s/*"], base: folder.path)
    #expect(found.files.map { ($0.id as NSString).lastPathComponent } == ["a.txt", "b.txt", "page"])
    #expect(found.problems.map(\.severity) == [.note])
    #expect(found.problems.first?.message.contains("2 files that are not read are passed over") == true)
    // Its ending says that it is an article.
    #expect(failure(folder.path + "/s/b.txt")?.severity == .error)
    #expect(ArticleFinder.find(["s/*.bin"], base: folder.path).problems.map(\.severity) == [.error])
    #expect(ArticleFinder.find(["s/blob.bin"], base: folder.path).files.count == 1)
  }

  @Test func foldersNameTheDocumentsThatAreNotRead() throws {
    try folder.write("s/a.html", "<p>Twelve.")
    for name in ["r.pdf", "r.docx", "logo.png", "script.js", "b.txt.gz"] { try folder.write("s/" + name, "x") }
    let found = ArticleFinder.find(["s"], base: folder.path)
    #expect(found.files.count == 2)
    #expect(found.problems.first?.message.contains("2 files that are not read") == true)
    #expect(found.problems.first?.severity == .note)
  }

  // MARK: Names

  @Test func namesOfAnyBytesLeadToTheirFiles() throws {
    let names: [[UInt8]] = [
      Array("caf".utf8) + [0xE9] + Array(".txt".utf8), Array("a\nb.txt".utf8), Array("🎈 и 中.txt".utf8),
      [0xFF, 0xFE] + Array(".txt".utf8), Array("\u{10FF80}.txt".utf8),
    ]
    for name in names {
      let path = Array(folder.path.utf8) + [0x2F] + name + [0]
      let file = path.withUnsafeBytes {
        open($0.baseAddress!.assumingMemoryBound(to: CChar.self), O_CREAT | O_WRONLY, 0o600)
      }
      #expect(file >= 0)
      _ = story.withCString { write(file, $0, strlen($0)) }
      close(file)
    }
    let found = ArticleFinder.find(["."], base: folder.path)
    #expect(found.files.count == names.count)
    #expect(found.problems.isEmpty)
    for file in found.files {
      #expect(try ArticleReader().read(file.path, id: file.id).article.texts.count == 2)
      #expect(!file.id.contains("\n"))
    }
    let shown = Set(found.files.map { ($0.id as NSString).lastPathComponent })
    #expect(shown.isSuperset(of: ["caf\\xE9.txt", "a\\nb.txt", "🎈 и 中.txt", "\\xFF\\xFE.txt"]))
    #expect(ArticleFinder.find(["caf*"], base: folder.path).files.count == 1)
    #expect(ArticleFinder.find(["caf?.txt"], base: folder.path).files.count == 1)
  }

  @Test(arguments: [
    [0x61], [0xE9], [0x61, 0xC3, 0xA9], [0xF0, 0x9F, 0x8E, 0x88, 0xFF], [0xF4, 0x8F, 0xBE, 0x80, 0x61], [0xC3],
    [0xE2, 0x82],
  ]) func namesGoThereAndBack(_ bytes: [UInt8]) {
    let string = (bytes + [0]).withUnsafeBytes { FileName.string($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
    let back = FileName.withPath(string) { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
    #expect(back == bytes)
  }

  // MARK: Warnings

  @Test func damageTellsItsFirstPlace() throws {
    let text = Array("L’été à Orléans a été très chaud, précise Gaël.\nLe pr".utf8) + [0xE9] + Array("fet l’a ni".utf8)
    let reading = try reading(try folder.write("a.txt", text + [0xE9]))
    let warning = try #require(reading.warnings.first)
    #expect(warning.message.hasPrefix("2 places are no UTF-8; U+FFFD stands there"))
    #expect(warning.location?.line == 2)
    #expect(warning.location?.column == 6)
    #expect(warning.severity == .warning)
  }

  @Test func mojibakeIsSaidWithItsPlace() throws {
    let reading = try reading(try folder.write("a.txt", "One line.\n\nLes soldats amÃ©ricains ont quittÃ© le pays.\n"))
    let warning = try #require(reading.warnings.first)
    #expect(warning.message.hasPrefix("“Ã©” seems to stand for “é”"))
    #expect(warning.message.hasSuffix("(2 places)"))
    #expect(warning.location?.line == 3)
    #expect(warning.location?.column == 15)
    #expect(reading.article.texts.last?.contains("Ã©") == true)
  }

  @Test func declarationsThatAreNotTrueAreSaid() throws {
    let path = try folder.write("a.html", "<!doctype html><meta charset=koi8-r><p>Déjà vu à Orléans, été 2020.")
    let reading = try reading(path)
    #expect(reading.article.encoding == "UTF-8")
    #expect(reading.warnings.contains { $0.message.contains("declares the encoding “koi8-r”") })
  }

  @Test func placesAreThoseOfTheDecodedFile() throws {
    let path = try folder.write(
      "a.txt",
      [0xFF, 0xFE] + Array("Größe: 12\nEs gibt 5 Häuser.".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let article = try reading(path).article
    #expect(article.encoding == "UTF-16LE")
    #expect(article.encodingOrigin == .bom)
    let block = try #require(article.blocks.first)
    let place = article.text.position(atUTF8: block.map.source(of: 0))
    #expect(place == .init(line: 1, column: 1, codePoint: 1))
  }
}
