/// Files that are no text, by how they begin.
struct BinaryFile: Equatable {
  /// As in “is a PDF document”.
  var what: String
  var help: String

  private static let other = "take it off the list"
  private static let save = "save the article as plain text, Markdown or HTML"

  /// How much of a file tells.
  static let head = 512

  /// What a file is that begins like this; nil where it may be text.
  init?(_ head: some RandomAccessCollection<UInt8>) {
    let bytes = Array(head.prefix(Self.head))
    for (what, help, offset, magic) in Self.known
    where bytes.count >= offset + magic.count && bytes[offset..<offset + magic.count].elementsEqual(magic) {
      if what == "a ZIP archive" {
        (self.what, self.help) = Self.zip(bytes)
      } else {
        (self.what, self.help) = (what, help)
      }
      return
    }
    return nil
  }

  /// Office documents and e-books are archives; their first entry tells.
  private static func zip(_ bytes: [UInt8]) -> (String, String) {
    let text = String(decoding: bytes, as: UTF8.self)
    if text.contains("epub") { return ("an e-book (EPUB)", save) }
    if text.contains("opendocument") || text.contains("[Content_Types]") || text.contains("_rels/") {
      return ("an office document", save)
    }
    return ("a ZIP archive", "unpack it, and name the articles in it")
  }

  private static let known: [(String, String, Int, [UInt8])] = {
    var known: [(String, String, Int, [UInt8])] = []
    func add(_ what: String, _ help: String, _ magics: [UInt8]..., at offset: Int = 0) {
      for magic in magics { known.append((what, help, offset, magic)) }
    }
    func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }
    add("a PDF document", "`pdftotext` makes text of it", ascii("%PDF-"))
    add("a ZIP archive", "", ascii("PK\u{3}\u{4}"), ascii("PK\u{5}\u{6}"))
    add("an old office document", save, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    add("an RTF document", save, ascii("{\\rtf"))
    add("a PostScript document", "`ps2ascii` makes text of it", ascii("%!PS"))
    add("a DjVu document", "`djvutxt` makes text of it", ascii("AT&TFORM"))
    add("a binary property list, as Safari's web archives are", save, ascii("bplist00"))
    add("an e-book (Mobipocket)", save, ascii("BOOKMOBI"), at: 60)
    add("a PNG image", other, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])
    add("a JPEG image", other, [0xFF, 0xD8, 0xFF])
    add("a GIF image", other, ascii("GIF87a"), ascii("GIF89a"))
    add("a TIFF image", other, [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A])
    add("a BMP image", other, [0, 0, 0, 0], at: 6)
    add("an icon", other, [0, 0, 1, 0])
    add("an image (WebP)", other, ascii("WEBP"), at: 8)
    add("a sound file (WAV)", other, ascii("WAVE"), at: 8)
    add("a film (AVI)", other, ascii("AVI "), at: 8)
    add("a sound file (MP3)", other, ascii("ID3"), [0xFF, 0xFB], [0xFF, 0xF3])
    add("a sound file (Ogg)", other, ascii("OggS"))
    add("a sound file (FLAC)", other, ascii("fLaC"))
    add("a film or image (MP4, HEIF)", other, ascii("ftyp"), at: 4)
    add("a film (Matroska, WebM)", other, [0x1A, 0x45, 0xDF, 0xA3])
    add("a font", other, ascii("wOFF"), ascii("wOF2"), ascii("OTTO"), [0, 1, 0, 0, 0])
    add("a SQLite database", other, ascii("SQLite format 3\0"))
    add("a Parquet table", other, ascii("PAR1"))
    add("a program (ELF)", other, [0x7F, 0x45, 0x4C, 0x46])
    add("a program (Windows)", other, [0x4D, 0x5A, 0x90, 0x00])
    add("a program (macOS)", other, [0xCF, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE])
    add("a program (WebAssembly)", other, [0x00, 0x61, 0x73, 0x6D])
    add("compressed with Zstandard", "unpack it with `unzstd`", [0x28, 0xB5, 0x2F, 0xFD])
    add("compressed with xz", "unpack it with `unxz`", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])
    add("compressed with bzip2", "unpack it with `bunzip2`", ascii("BZh") + [0x39, 0x31, 0x41, 0x59])
    for level in UInt8(ascii: "1")...UInt8(ascii: "8") {
      add("compressed with bzip2", "unpack it with `bunzip2`", ascii("BZh") + [level, 0x31, 0x41, 0x59])
    }
    add("compressed with LZ4", "unpack it with `unlz4`", [0x04, 0x22, 0x4D, 0x18])
    add("compressed with `compress`", "unpack it with `uncompress`", [0x1F, 0x9D])
    add("a 7z archive", "unpack it, and name the articles in it", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])
    add("a RAR archive", "unpack it, and name the articles in it", ascii("Rar!\u{1A}\u{7}"))
    add("a tar archive", "unpack it, and name the articles in it", ascii("ustar"), at: 257)
    return known
  }()
}

extension BinaryFile {
  /// Whether so many of the bytes are control characters that they are no text, with the place of the first NUL. A lost
  /// NUL now and then, as broken programs write them, does not make a text binary.
  static func firstZero(in bytes: Bytes) -> Int? {
    guard let zero = bytes.firstIndex(of: 0) else { return nil }
    var controls = 0
    for byte in bytes where byte < 0x20 && !(0x08...0x0D).contains(byte) && byte != 0x1B { controls += 1 }
    return controls * 512 > bytes.count ? zero : nil
  }
}
