import ICU

/// The months and eras of other calendars, as CLDR names them in a language (UTS #35 part 4).
enum CalendarNames {
  /// The calendar of everyday life where a language is written, if it is not the Gregorian
  /// (CLDR `calendarPreferenceData`).
  static func own(of code: String) -> CalendarCode? {
    ["fa", "ps", "ckb", "mzn", "lrc"].contains(code) ? .persian : nil
  }

  /// The full names, each with its number from 1; nothing where CLDR only numbers them.
  static func months(of symbols: DateSymbols) -> [(number: Int, name: String)] {
    let names = symbols.months
    var seen = Set<String>()
    var result: [(number: Int, name: String)] = []
    for list in [names.wide, names.standaloneWide] {
      for (index, name) in list.enumerated() {
        guard name.unicodeScalars.count > 1, name.unicodeScalars.allSatisfy({ Digits.value(of: $0.value) == nil })
        else { continue }
        let number = index == 13 ? 7 : index + 1
        for form in [name, plain(name)] where seen.insert(form).inserted { result.append((number, form)) }
      }
    }
    return result
  }

  /// "Rabiʻ I" without the letters that only scholars write.
  private static func plain(_ name: String) -> String {
    String(
      name.unicodeScalars.filter { ![0x2BB, 0x2BC, 0x2BE, 0x2BF, 0x2018, 0x2019].contains($0.value) }.map(
        Character.init))
  }

  struct Era {
    var name: String
    /// See ``CalendarCode``.
    var value: Double
    /// Only as written, case and all: AH is no "ah".
    var isExact: Bool
  }

  /// - Parameter symbols: what CLDR has of a calendar in the language.
  static func eras(locale: String, symbols: (CalendarSystem) -> DateSymbols) -> [Era] {
    var eras: [Era] = []
    for code in [CalendarCode.islamic, .persian] {
      let names = symbols(code.system)
      eras += named(names, names.eras.indices.first, CalendarCode.eraBase + Double(code.rawValue))
    }
    let buddhist = symbols(.buddhist)
    eras += named(buddhist, buddhist.eras.indices.first, -543)
    let roc = symbols(.roc)
    eras += named(roc, roc.eras.indices.last, 1911)
    // The Japanese eras since the press began, and the Edo period's where the language is the era's own.
    let japanese = symbols(.japanese)
    let conversion = CalendarConversion(.japanese)
    for index in japanese.wideEras.indices.reversed() {
      guard let first = conversion.day(era: index, year: 1, month: 12, day: 31),
        first.year >= (locale == "ja" ? 1600 : 1868)
      else { break }
      eras += named(japanese, index, Double(first.year - 1))
    }
    return eras
  }

  private static func named(_ symbols: DateSymbols, _ index: Int?, _ value: Double) -> [Era] {
    guard let index else { return [] }
    var seen = Set<String>()
    return [symbols.eras, symbols.wideEras].compactMap { list in
      guard list.indices.contains(index), seen.insert(list[index]).inserted else { return nil }
      let name = list[index]
      let length = name.unicodeScalars.count
      // A single letter is the era of an almanac; Latin abbreviations count in capitals alone.
      guard length > 1, !name.contains("|") else { return nil }
      return Era(name: name, value: value, isExact: length <= 4 && name.unicodeScalars.contains { $0.isASCII })
    }
  }
}
