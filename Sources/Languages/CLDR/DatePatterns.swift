import ICU

/// The grammar of written dates, read off CLDR's date patterns (UTS #35 part 4, `dateFormats` and `availableFormats`):
/// `d 'de' MMMM 'de' y` becomes the phrase `<number> de <month> de <year>`.
///
/// Dates of signs and figures alone (`dd/MM/y`) are left out: they are read without phrases.
struct DatePatterns {
  private(set) var phrases: [(action: Action, phrase: String)] = []
  /// Letters that the patterns write onto a name: `uztailaren`, `วันพุธที่`.
  private(set) var monthEndings: Set<String> = []
  /// And in front of it: Hebrew ב.
  private(set) var monthOpenings: Set<String> = []
  private(set) var weekdayEndings: Set<String> = []
  private var seen = Set<String>()
  private let symbols: DateSymbols

  private enum Piece: Equatable {
    /// `d`, `M`, `y`, `E`, `G`; for months and weekdays, how many letters.
    case field(Unicode.Scalar, Int)
    case literal(String)
  }

  init(locale: String, symbols: DateSymbols) {
    self.symbols = symbols
    var known = Set<String>()
    func read(_ table: String, _ isWanted: (String) -> Bool) {
      for (path, value) in LocaleData.entries(.main, locale: locale, table: "calendar/gregorian/\(table)", root: true) {
        // The first entry of a path is the one in force.
        guard isWanted(path), known.insert("\(table)/\(path)").inserted else { continue }
        add(value)
      }
    }
    // Of the styles, times come first: full, long, medium and short; then the dates in the same four.
    read("DateTimePatterns") { ["4", "5", "6", "4/0", "5/0", "6/0"].contains($0) }
    read("availableFormats") { skeleton in skeleton.unicodeScalars.allSatisfy { "yMEd".unicodeScalars.contains($0) } }
  }

  private mutating func add(_ pattern: String) {
    guard let pieces = Self.pieces(pattern) else { return }
    guard let place = pieces.firstIndex(where: { Self.letter($0) == "E" }) else { return add(date: pieces[...]) }
    if pieces[..<place].contains(where: { Self.letter($0) != nil }) {
      addWeekday(after: pieces[..<place], pieces[place...])
    } else {
      addWeekday(pieces[...place], before: pieces[(place + 1)...])
    }
  }

  // MARK: Day, month and year

  private mutating func add(date pieces: ArraySlice<Piece>) {
    var fields = ""
    var isNumeric = false
    var hasLetters = false
    var texts = [""]
    func append(_ choices: [String]) { texts = texts.flatMap { text in choices.map { text + $0 } } }
    var place = pieces.startIndex
    while place < pieces.endIndex {
      defer { place += 1 }
      switch pieces[place] {
      case .literal(let literal):
        var literal = literal
        if place > pieces.startIndex, case .field("M", 3...) = pieces[place - 1], name(of: pieces[place - 1]) == nil {
          let ending = Self.ending(literal)
          if !ending.isEmpty {
            monthEndings.insert(ending)
            literal = String(literal.dropFirst(ending.count))
          }
        }
        if place + 1 < pieces.endIndex, case .field("M", 3...) = pieces[place + 1], name(of: pieces[place + 1]) == nil {
          let opening = String(Self.ending(String(literal.reversed())).reversed())
          if !opening.isEmpty {
            monthOpenings.insert(opening)
            literal = String(literal.dropLast(opening.count))
          }
        }
        // "8. 1. 2020": the spaces part what would else be one figure.
        if literal.hasPrefix(". "), pieces.count >= 5 { hasLetters = true }
        if literal.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { hasLetters = true }
        append([literal])
      case .field("d", _):
        fields += "d"
        // A full stop makes an ordinal of the figure in some languages.
        if place + 1 < pieces.endIndex, case .literal(let next) = pieces[place + 1], next.hasPrefix(".") {
          let rest = String(next.dropFirst())
          if rest.hasPrefix(" "), pieces.count >= 5 { hasLetters = true }
          append(["<number>\(next)", "<o>\(rest)"])
          place += 1
        } else {
          append(["<number>", "<o>"])
        }
      case .field("y", _):
        fields += "y"
        append(["<year>"])
      case .field("M", let width):
        fields += "M"
        if let name = name(of: pieces[place]) {
          isNumeric = true
          hasLetters = hasLetters || !(name.before + name.after).isEmpty
          append(["\(name.before)<number>\(name.after)"])
        } else if width < 3 {
          isNumeric = true
          append(["<number>"])
        } else {
          append(["<month>"])
        }
      case .field("G", _):
        var eras = [""]
        if symbols.eras.count > 1 { eras.append(Self.escaped(symbols.eras[1]) ?? "") }
        append(eras)
      default: return
      }
    }
    guard hasLetters || fields.contains("M") && !isNumeric, let action = Self.action(fields, isNumeric: isNumeric)
    else {
      return
    }
    for text in texts where !(isNumeric && text.contains("<o>")) { insert(action, text) }
  }

  private static func action(_ fields: String, isNumeric: Bool) -> Action? {
    switch fields {
    case "dMy": isNumeric ? .numericDayMonthYear : .dayMonthYear
    case "Mdy": isNumeric ? nil : .monthDayYear
    case "yMd": isNumeric ? .numericYearMonthDay : .yearMonthDay
    case "ydM": isNumeric ? nil : .yearMonthDay
    case "dM": isNumeric ? .numericDayMonth : .dayMonth
    case "Md": isNumeric ? .numericMonthDay : .monthDay
    case "My": isNumeric ? .numericMonthYear : .monthYear
    case "yM": isNumeric ? .numericYearMonth : .yearMonth
    case "y": .yearAlone
    default: nil
    }
  }

  /// What stands about the figure where the language numbers its months: `tháng 7`, `7月`.
  private func name(of month: Piece) -> (before: String, after: String)? {
    guard case .field(_, let width) = month, width >= 3 else { return nil }
    let names = width == 3 ? symbols.months.abbreviated : symbols.months.wide
    var affixes: (before: String, after: String)?
    for (index, name) in names.enumerated() {
      let scalars = name.unicodeScalars
      guard let first = scalars.firstIndex(where: { Digits.value(of: $0.value) != nil }) else { return nil }
      var last = first
      var number = 0
      while last < scalars.endIndex, let digit = Digits.value(of: scalars[last].value) {
        number = number * 10 + Int(digit)
        last = scalars.index(after: last)
      }
      let own = (before: String(scalars[..<first]), after: String(scalars[last...]))
      guard number == index + 1, affixes.map({ $0 == own }) ?? true else { return nil }
      affixes = own
    }
    return affixes
  }

  // MARK: Weekdays

  private mutating func addWeekday(_ head: ArraySlice<Piece>, before rest: ArraySlice<Piece>) {
    guard let last = head.last, Self.letter(last) == "E", let first = rest.first else { return }
    var between = ""
    var date = rest
    if case .literal(let literal) = first {
      let ending = Self.ending(literal)
      if !ending.isEmpty { weekdayEndings.insert(ending) }
      let tail = literal.dropFirst(ending.count)
      let signs = tail.prefix { !$0.isLetter }
      between = String(signs)
      date = rest.dropFirst()
      let letters = String(tail.dropFirst(signs.count))
      add(date: letters.isEmpty ? date : [.literal(letters)] + date)
    } else {
      add(date: date)
    }
    var opening = ""
    if head.count > 1, case .literal(let literal) = head[head.startIndex] { opening = literal }
    insertWeekday(.weekdayDate, opening, "<weekday>", between, "<date>", "")
  }

  private mutating func addWeekday(after date: ArraySlice<Piece>, _ tail: ArraySlice<Piece>) {
    var between = ""
    var date = date
    if case .literal(let literal)? = date.last {
      between = String(literal.reversed().prefix { !$0.isLetter }.reversed())
      date = date.dropLast() + [.literal(String(literal.dropLast(between.count)))]
    }
    add(date: date)
    var closing = ""
    if tail.count > 1, case .literal(let literal) = tail[tail.startIndex + 1] { closing = literal }
    insertWeekday(.dateWeekday, "", "<date>", between, "<weekday>", closing)
  }

  private mutating func insertWeekday(
    _ action: Action, _ opening: String, _ first: String, _ between: String, _ second: String, _ closing: String
  ) {
    // These two are every language's.
    if opening.isEmpty, closing.isEmpty, [",", ""].contains(Self.trimmed(between)) { return }
    insert(action, opening + first + between + second + closing)
  }

  // MARK: Text

  private mutating func insert(_ action: Action, _ text: String) {
    var phrase = Self.trimmed(text)
    if seen.insert(phrase).inserted { phrases.append((action, phrase)) }
    // "2020 г." before another sign, and at the end of a sentence.
    if phrase.hasSuffix(".") {
      phrase.removeLast()
      if seen.insert(phrase).inserted { phrases.append((action, phrase)) }
    }
  }

  private static func trimmed(_ text: String) -> String {
    let tail = text.drop { $0.isWhitespace }
    return String(tail.reversed().drop { $0.isWhitespace }.reversed())
  }

  private static func letter(_ piece: Piece) -> Unicode.Scalar? {
    if case .field(let letter, _) = piece { letter } else { nil }
  }

  /// The letters that a literal begins with, where its script parts words by spaces and they hold on to what stands before.
  private static func ending(_ literal: String) -> String {
    String(
      literal.prefix {
        $0.unicodeScalars.allSatisfy { ($0.properties.isAlphabetic || $0.properties.isDiacritic) && $0.value < 0x2E80 }
      })
  }

  /// Text as a phrase has it; nil where it holds what a phrase cannot say.
  private static func escaped(_ text: String) -> String? {
    if text.contains(where: { "|<>{}".contains($0) }) { return nil }
    return String(text.map { $0 == "(" ? "{" : $0 == ")" ? "}" : $0 })
  }

  /// Fields and literals; nil for patterns with other fields, such as hours.
  private static func pieces(_ pattern: String) -> [Piece]? {
    var pieces: [Piece] = []
    var literal = ""
    var isQuoted = false
    func flush() -> Bool {
      guard !literal.isEmpty else { return true }
      guard let text = escaped(literal) else { return false }
      pieces.append(.literal(text))
      literal = ""
      return true
    }
    let scalars = Array(pattern.unicodeScalars)
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      if scalar == "'" {
        if at + 1 < scalars.count, scalars[at + 1] == "'" {
          literal.unicodeScalars.append("'")
          at += 1
        } else {
          isQuoted.toggle()
        }
      } else if !isQuoted, scalar.isASCII, scalar.properties.isAlphabetic {
        guard flush() else { return nil }
        var end = at
        while end < scalars.count, scalars[end] == scalar { end += 1 }
        let field: Unicode.Scalar = scalar == "L" ? "M" : scalar == "c" ? "E" : scalar
        guard "dMyEG".unicodeScalars.contains(field) else { return nil }
        pieces.append(.field(field, end - at))
        at = end
        continue
      } else {
        literal.unicodeScalars.append(scalar)
      }
      at += 1
    }
    return flush() ? pieces : nil
  }
}
