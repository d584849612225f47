import Foundation
import Testing

@testable import Articles

struct FileTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func failure(_ path: String, _ options: ArticleOptions = ArticleOptions()) -> Diagnostic? {
    do {
      _ = try ArticleReader(options: options).read(path)
      return nil
    } catch {
      return error
    }
  }

  @Test func aMissingFileNamesOneMuchLikeIt() throws {
    try folder.write("troops.txt", "x")
    let error = try #require(failure(folder.path + "/troop.txt"))
    #expect(error.message == "does not exist")
    #expect(error.help == "did you mean “\(folder.path)/troops.txt”?")
  }

  @Test func aMissingFolderIsNamed() throws {
    try folder.write("articles/a.txt", "x")
    let error = try #require(failure(folder.path + "/artikles/a.txt"))
    #expect(error.message.contains("there is no “artikles”"))
    #expect(error.help?.contains("articles”?") == true)
  }

  @Test func aFolderIsNoArticle() throws {
    #expect(failure(folder.path)?.message.contains("is a folder") == true)
  }

  @Test(arguments: ["", " \n\t\r\n", "\u{FEFF}"]) func anEmptyFileIsNamedSo(_ text: String) throws {
    let path = try folder.write("e.txt", text)
    #expect(failure(path)?.message.hasPrefix("is empty") == true)
  }

  @Test func aBinaryFileTellsWhereItsFirstNULIs() throws {
    let path = try folder.write("b.txt", "one\ntwo\0three")
    let error = try #require(failure(path))
    #expect(error.message.contains("offset 7"))
    #expect(error.location?.line == 2)
  }

  /// Overlong forms, surrogates, cut sequences and lone continuation bytes are no UTF-8.
  @Test(arguments: [
    [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE2, 0x82], [0xFF],
  ]) func badSequencesAreFound(_ bytes: [UInt8]) {
    let text = Array("0123456789é".utf8)
    let all = text + bytes + [0x41]
    #expect(all.withUnsafeBufferPointer { UTF8Check.firstFault(in: $0) } == text.count)
  }

  @Test func soundTextHasNoFault() {
    let text = Array("aé中🎈\u{10FFFF}\u{D7FF}\u{E000}".utf8)
    #expect(text.withUnsafeBufferPointer { UTF8Check.firstFault(in: $0) } == nil)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func aFileWithoutReadPermissionSaysSo() throws {
    let path = try folder.write("p.txt", "x")
    chmod(path, 0)
    #expect(failure(path)?.message.contains("permission denied") == true)
  }

  @Test func permissionIsNamedWhateverTheUser() {
    #expect(FileBytes.failure("a", EACCES).message.contains("permission denied"))
  }

  @Test func aLinkToItselfIsALoop() throws {
    let path = folder.path + "/loop.txt"
    #expect(symlink("loop.txt", path) == 0)
    #expect(failure(path)?.message.contains("loop of symbolic links") == true)
  }

  @Test(.timeLimit(.minutes(4))) func pipesAndDevicesAreRefused() throws {
    let path = folder.path + "/pipe.txt"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(failure(path)?.message.contains("no regular file") == true)
    #expect(failure("/dev/zero")?.message.contains("no regular file") == true)
  }

  @Test func aLineOfTextHasALimitAndAFileToo() throws {
    let path = try folder.write("long.txt", "A headline\n" + String(repeating: "a", count: 2_000_000))
    var options = ArticleOptions()
    options.maximumLine = 1_000_000
    let error = try #require(failure(path, options))
    #expect(error.message == "line 2 is 2 MB long, over the 1 MB that a line of text may have")
    #expect(error.location?.line == 2)
    options.maximumSize = 1_500_000
    #expect(failure(path, options)?.message == "is 2 MB, more than the 1.5 MB that an article may have")
  }

  @Test func aLongLineWithinTheLimitIsRead() throws {
    let path = try folder.write("long.txt", String(repeating: "Deux mille soldats sont partis. ", count: 60_000))
    let article = try ArticleReader().read(path).article
    #expect(article.blocks.count == 1)
    #expect(article.blocks.first?.sentences.count == 60_000)
  }

  @Test func aByteOrderMarkIsNoTextButKeepsItsPlace() throws {
    let path = try folder.write("bom.txt", "\u{FEFF}5,200 soldiers stay.\r\nSome leave.\r\n")
    let article = try ArticleReader().read(path).article
    #expect(article.texts == ["5,200 soldiers stay.", "Some leave."])
    #expect(article.blocks.map { article.text.position(atUTF8: $0.map.source(of: 0)).codePoint } == [1, 23])
  }

  @Test func theSettingsWinOverTheFileAndNameIt() throws {
    let path = try folder.write("a.md", "---\ntitle: T\ndate: 2020-01-02\nlang: de\n---\nEs sind 5 Soldaten.\n")
    let metadata = ArticleMetadata(day: .init("2021-07-26"), language: "fr", source: "S")
    let article = try ArticleReader().read(path, id: "a.md", metadata: metadata).article
    #expect(article.id == "a.md")
    #expect(article.day?.description == "2021-07-26")
    #expect(article.dayOrigin == .metadata)
    #expect(article.language == "fr")
    #expect(article.title == "T")
    #expect(article.source == "S")
  }
}
