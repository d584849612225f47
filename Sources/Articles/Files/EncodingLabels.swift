import ICU

/// How the encoding of a file was found.
public enum EncodingOrigin: String, Sendable {
  /// A byte order mark.
  case bom
  /// The file, or what came with it, names it.
  case declared
  /// Nothing names it, and all of it is sound UTF-8.
  case utf8
  /// By what the text would be.
  case guessed
}

/// An encoding that articles come in.
struct TextEncoding: Sendable, Hashable {
  /// By its IANA name, in the case that the WHATWG gives it: `windows-1252`.
  var name: String
  /// ICU's converter for it; nil for UTF-8, which needs none.
  var charset: Charset?

  static let utf8 = TextEncoding(name: "UTF-8", charset: nil)

  init(name: String, charset: Charset?) {
    self.name = name
    self.charset = charset
  }

  /// - Parameter converter: what ICU calls it, where that is another name.
  private init(_ name: String, _ converter: String? = nil) {
    self.init(name: name, charset: Charset(converter ?? name))
  }

  /// The encoding that a label means, in any case and with blanks around it; nil for one that nobody knows.
  init?(label: String) {
    let label = label.trimmingBlanks().lowercased()
    if let known = Self.byLabel[label] {
      self = known
    } else {
      return nil
    }
  }

  /// Whether ASCII bytes are ASCII letters in it, so that what is all ASCII reads the same.
  var keepsASCII: Bool { !name.hasPrefix("UTF-16") && !name.hasPrefix("UTF-32") && !name.hasPrefix("ISO-2022") }

  /// The encodings and the labels that they go by. Where a label stands for a subset, the superset that people mean is
  /// read, as browsers do: `iso-8859-1` is windows-1252 (WHATWG Encoding Standard, section 4.2). UTF-32, ISO-2022-KR
  /// and the like, which browsers refuse, are read too: an archive may hold them.
  private static let all: [(TextEncoding, String)] = [
    (.utf8, "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 utf-8-sig utf8mb4"),
    (.init("IBM866"), "866 cp866 csibm866 ibm866"),
    (
      .init("ISO-8859-2"),
      "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"
    ),
    (
      .init("ISO-8859-3"),
      "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"
    ),
    (
      .init("ISO-8859-4"),
      "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"
    ),
    (
      .init("ISO-8859-5"),
      "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"
    ),
    (
      .init("ISO-8859-6"),
      """
      arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i \
      iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
      """
    ),
    (
      .init("ISO-8859-7"),
      """
      csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 \
      iso_8859-7:1987 sun_eu_greek
      """
    ),
    (
      .init("ISO-8859-8"),
      """
      csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 \
      iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical
      """
    ),
    (.init("ISO-8859-10", "iso-8859_10-1998"), "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"),
    (.init("ISO-8859-13"), "iso-8859-13 iso8859-13 iso885913"),
    (.init("ISO-8859-14", "iso-8859_14-1998"), "iso-8859-14 iso8859-14 iso885914"),
    (.init("ISO-8859-15"), "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 latin-9 latin9"),
    (.init("KOI8-R"), "cskoi8r koi koi8 koi8-r koi8_r"),
    (.init("KOI8-U"), "koi8-ru koi8-u"),
    (.init("macintosh"), "csmacintosh mac macintosh x-mac-roman macroman"),
    (.init("windows-874", "windows-874-2000"), "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"),
    (.init("windows-1250"), "cp1250 windows-1250 x-cp1250"),
    (.init("windows-1251"), "cp1251 windows-1251 x-cp1251 win-1251 win1251"),
    (
      .init("windows-1252"),
      """
      ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 \
      iso_8859-1:1987 l1 latin1 latin-1 us-ascii windows-1252 x-cp1252 x-user-defined
      """
    ),
    (.init("windows-1253"), "cp1253 windows-1253 x-cp1253"),
    (
      .init("windows-1254"),
      """
      cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 \
      windows-1254 x-cp1254
      """
    ),
    (.init("windows-1255"), "cp1255 windows-1255 x-cp1255"),
    (.init("windows-1256"), "cp1256 windows-1256 x-cp1256"),
    (.init("windows-1257"), "cp1257 windows-1257 x-cp1257"),
    (.init("windows-1258"), "cp1258 windows-1258 x-cp1258"),
    (.init("x-mac-cyrillic"), "x-mac-cyrillic x-mac-ukrainian"),
    (
      .init("GBK", "gb18030"),
      "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk cp936"
    ),
    (.init("gb18030"), "gb18030"),
    (.init("Big5", "ibm-1375_P100-2008"), "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950"),
    (.init("EUC-JP"), "cseucpkdfmtjapanese euc-jp x-euc-jp eucjp"),
    (.init("ISO-2022-JP"), "csiso2022jp iso-2022-jp"),
    (.init("ISO-2022-KR"), "csiso2022kr iso-2022-kr"),
    (
      .init("Shift_JIS", "ibm-943_P15A-2003"),
      "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis cp932"
    ),
    (
      .init("EUC-KR", "windows-949-2000"),
      """
      cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 \
      cp949 euckr
      """
    ),
    (.init("UTF-16BE"), "unicodefffe utf-16be"),
    (.init("UTF-16LE"), "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"),
    (.init("UTF-32BE"), "utf-32be"),
    (.init("UTF-32LE"), "utf-32 utf-32le ucs-4"),
  ]

  private static let byLabel: [String: TextEncoding] = {
    var table: [String: TextEncoding] = [:]
    for (encoding, labels) in all {
      for label in labels.split(separator: " ") { table[String(label)] = encoding }
    }
    return table
  }()

  static let names: [String] = byLabel.values.map(\.name)

  /// One of the table's own names.
  static func named(_ name: String) -> TextEncoding { TextEncoding(label: name) ?? .utf8 }
}
