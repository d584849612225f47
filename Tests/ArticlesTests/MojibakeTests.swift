import Foundation
import ICU
import Testing

@testable import Articles

struct MojibakeTests {
  /// What comes of UTF-8 that is read in another encoding.
  private func misread(_ text: String, _ charset: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer { Charset(charset).decode($0)?.text ?? "" }
  }

  @Test(arguments: [
    ("Les soldats américains", "windows-1252", "é"), ("It’s a plan", "windows-1252", "’"),
    ("Größere Häuser", "windows-1252", "ö"), ("Привет, мир", "windows-1252", "П"),
    ("Żółć i gęś", "windows-1252", "Ż"), ("暴雨袭击桂林", "windows-1252", "暴"), ("폭우로 대피", "windows-1252", "폭"),
    ("أكثر من", "windows-1252", "أ"), ("12 °C", "windows-1252", "°"), ("Привет, мир", "windows-1251", "П"),
    ("— сказал он", "windows-1251", "—"), ("Їжак і ґава", "windows-1251", "Ї"),
    ("Les soldats américains", "ISO-8859-1", "é"), ("It’s a plan", "ISO-8859-1", "’"),
  ]) func isNoticedAndTellsWhatWasMeant(_ text: String, _ charset: String, _ meant: String) throws {
    let found = try #require(Mojibake.find(in: "A fine line.\n" + misread(text, charset)))
    #expect(found.meant == meant)
    #expect(found.encoding == (charset == "ISO-8859-1" ? "windows-1252" : charset))
    let diagnostic = found.diagnostic(SourceText(name: "a.txt", text: "A fine line.\n" + misread(text, charset)))
    #expect(diagnostic.location?.line == 2)
    #expect(diagnostic.help?.contains("iconv") == true)
  }

  @Test(arguments: [
    "SÃO PAULO e GRÃ-BRETANHA, à Â»", "„Ä“ und „Ü“, „Spaß“, GRÜ“", "É… é o «É»", "Â, Ã et Ä sont des lettres",
    "Ñ° Ð Þ", "Р. С. Петров, США и РФ; С» Р«", "CAFÉ® et ENTRÉE™", "Î»", "naïve façade — “quoted”, 50 €, 3 °C",
    "Øre, å, æ og Å – “Ål”", "È… così", "ÖĞRETMEN ŞİŞLİ",
  ]) func whatIsMeantIsLeftAlone(_ text: String) {
    #expect(Mojibake.find(in: text) == nil)
  }

  /// None of the stories of the corpus, in any language.
  @Test func soundStoriesAreLeftAlone() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Corpus/encodings/texts.txt"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.utf8.count > 5000)
    #expect(Mojibake.find(in: text) == nil)
  }

  @Test func otherReadingsAreNoticed() throws {
    let kana = misread("けが人はいない。学校は月曜日まで休みだ。", "Shift_JIS")
    #expect(Mojibake.find(in: kana)?.encoding == "Shift_JIS")
    let signs = misread(String(repeating: "人员\u{FF0C}伤亡\u{3002}\n", count: 6), "gb18030")
    #expect(Mojibake.find(in: signs)?.encoding == "gb18030")
    let russian = "Авария произошла в четверг утром на подстанции в Заволжском районе, пострадали дома и школы."
    let bytes = russian.unicodeScalars.map { scalar -> UInt8 in
      scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x410 + 0xC0)
    }
    let swapped = bytes.withUnsafeBufferPointer { Charset("windows-1252").decode($0)?.text ?? "" }
    let found = try #require(Mojibake.find(in: swapped))
    #expect(found.original == "windows-1251")
    #expect(found.meant == "Авария")
  }

  @Test func lostLettersAreSaid() throws {
    let found = try #require(Mojibake.find(in: "中国锟斤拷文"))
    #expect(found.encoding == nil)
    #expect(found.sample == "锟斤拷")
    #expect(Mojibake.find(in: "caf" + misread("\u{FFFD}", "windows-1252"))?.encoding == nil)
  }
}
