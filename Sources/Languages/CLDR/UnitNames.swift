import ICU

/// One way in which a language writes a unit beside a figure.
public struct UnitForm: Sendable, Hashable {
  public enum Width: Int, Sendable, CaseIterable {
    /// "kilometres"
    case long
    /// "km"
    case short
    /// What CLDR keeps for the tightest places: "m", "′".
    case narrow
  }

  /// A CLDR unit identifier: `kilometer`, `mile-per-hour` (UTS #35 part 6).
  public var unit: String
  /// The words or the sign, without the figure.
  public var text: String
  /// The text stands before the figure.
  public var isPrefix: Bool
  /// What must stand before the figure while `text` follows it: `時速` of "時速 60 キロメートル"; empty for most.
  public var opening: String
  /// The number that the form itself says: 2 for Arabic `ساعتان`, "two hours", which takes no figure.
  public var count: Int?
  public var width: Width

  public init(
    unit: String, text: String, isPrefix: Bool = false, opening: String = "", count: Int? = nil, width: Width = .long
  ) {
    self.unit = unit
    self.text = text
    self.isPrefix = isPrefix
    self.opening = opening
    self.count = count
    self.width = width
  }
}

/// What CLDR calls units in each language (UTS #35 part 6, `units`).
public enum UnitNames {
  /// Every plural category and grammatical case of every unit, each form once, long ones first. With the signs that hold
  /// in all languages (`km`). Screen and print units, and counts of things (`item`, `point`), are left out.
  ///
  /// Nothing is kept: call it once for each language.
  public static func forms(locale: String) -> [UnitForm] {
    var reader = UnitReader()
    for (table, width) in [("units", UnitForm.Width.long), ("unitsShort", .short), ("unitsNarrow", .narrow)] {
      reader.width = width
      LocaleData.forEachEntry(.units, locale: locale, table: table) { reader.read(path: $0, value: $1) }
    }
    reader.width = .short
    LocaleData.forEachEntry(.units, locale: "root", table: "unitsShort", root: true) {
      reader.read(path: $0, value: $1)
    }
    return reader.forms
  }
}

/// Reads entries such as `length/kilometer/case/genitive/many` = `{0} километров`.
private struct UnitReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  var width = UnitForm.Width.long
  private(set) var forms: [UnitForm] = []
  private var unit = ""
  private var unitBytes: [UInt8] = []
  private var isWanted = false
  /// Hashes of the forms that have been read.
  private var known = KeyTable<Void>()

  private static let unwanted: Set<String> = [
    "item", "point", "dot", "em", "generic", "dot-per-centimeter", "dot-per-inch", "pixel-per-centimeter",
    "pixel-per-inch", "portion",
  ]

  mutating func read(path: Bytes, value: Bytes) {
    guard let slash = path.firstIndex(of: UInt8(ascii: "/")) else { return }
    let rest = path[(slash + 1)...]
    guard let end = rest.firstIndex(of: UInt8(ascii: "/")) else { return }
    let name = rest[..<end]
    if !name.elementsEqual(unitBytes) {
      unitBytes = Array(name)
      unit = String(decoding: name, as: UTF8.self)
      let type = String(decoding: path[..<slash], as: UTF8.self)
      isWanted =
        type != "compound" && type != "coordinate" && !Self.unwanted.contains(unit) && !unit.hasSuffix("-person")
    }
    guard isWanted else { return }
    let category = rest[(rest.lastIndex(of: UInt8(ascii: "/")) ?? end)...].dropFirst()
    switch category.count {
    case 3 where category.elementsEqual("per".utf8): return
    case 6 where category.elementsEqual("gender".utf8): return
    case 4 where category.elementsEqual("dnam".utf8): readName(value)
    default: readPattern(value, category)
    }
  }

  /// The unit's name alone, as in a table's head. What stands in brackets would never be met beside a figure.
  private mutating func readName(_ value: Bytes) {
    if !value.contains(UInt8(ascii: "(")) { add(text: value[...], isPrefix: false, opening: nil, count: nil) }
  }

  private mutating func readPattern(_ value: Bytes, _ category: Slice<Bytes>) {
    guard let brace = value.firstIndex(of: UInt8(ascii: "{")), brace + 3 <= value.count else {
      let count: Int? =
        category.elementsEqual("one".utf8)
        ? 1 : category.elementsEqual("two".utf8) ? 2 : category.elementsEqual("zero".utf8) ? 0 : nil
      if let count { add(text: value[...], isPrefix: false, opening: nil, count: count) }
      return
    }
    let before = value[..<brace]
    let after = value[(brace + 3)...]
    if trimmed(after).isEmpty {
      add(text: before, isPrefix: true, opening: nil, count: nil)
    } else {
      add(text: after, isPrefix: false, opening: before, count: nil)
    }
  }

  private mutating func add(text: Slice<Bytes>, isPrefix: Bool, opening: Slice<Bytes>?, count: Int?) {
    let text = trimmed(text)
    guard !text.isEmpty else { return }
    let opening = opening.map(trimmed) ?? text.prefix(0)
    var hash = WordHash.add(WordHash.seed, UInt32(bitPattern: Int32(count ?? -1)) << 1 | (isPrefix ? 1 : 0))
    for byte in unitBytes { hash = WordHash.add(hash, UInt32(byte)) }
    for part in [opening, text] {
      // No byte: "m" behind "k" is not "km" behind nothing.
      hash = WordHash.add(hash, 256)
      for byte in part { hash = WordHash.add(hash, UInt32(byte)) }
    }
    guard known.insert(hash) else { return }
    forms.append(
      UnitForm(
        unit: unit, text: String(decoding: text, as: UTF8.self), isPrefix: isPrefix,
        opening: String(decoding: opening, as: UTF8.self), count: count, width: width))
  }

  /// Without the spaces at its ends: plain, no-break (C2 A0), and the narrow ones and bidi marks of U+2000–202F (E2 80).
  private func trimmed(_ text: Slice<Bytes>) -> Slice<Bytes> {
    var text = text
    while let first = text.first {
      if first == 0x20 {
        text = text.dropFirst()
      } else if first == 0xC2, text.dropFirst().first == 0xA0 {
        text = text.dropFirst(2)
      } else if first == 0xE2, text.count >= 3, isThinSpace(text[text.startIndex + 1], text[text.startIndex + 2]) {
        text = text.dropFirst(3)
      } else {
        break
      }
    }
    while let last = text.last {
      if last == 0x20 {
        text = text.dropLast()
      } else if last == 0xA0, text.dropLast().last == 0xC2 {
        text = text.dropLast(2)
      } else if text.count >= 3, text[text.endIndex - 3] == 0xE2, isThinSpace(text[text.endIndex - 2], last) {
        text = text.dropLast(3)
      } else {
        break
      }
    }
    return text
  }

  private func isThinSpace(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 && ((0x80...0x8F).contains(third) || third == 0xAF)
  }
}
