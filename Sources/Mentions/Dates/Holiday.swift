import ICU

/// Days that are known by a name, in the Gregorian calendar.
enum Holiday {
  /// The day of a holiday in a year; nil for a name that is not known.
  static func day(_ name: String, year: Int) -> Day? {
    if let (month, day) = fixed[name] { return Day(year: year, month: month, day: day) }
    if let shift = easter[name] { return easterSunday(year) + shift }
    if let (month, weekday, n) = weekdays[name] { return nth(n, weekday, month, year) }
    switch name {
    case "midsummer-eve": return reckoned("weekday 5 from 06-19", year)
    case "midsummer-day": return reckoned("weekday 6 from 06-20", year)
    case "all-saints-se": return reckoned("weekday 6 from 10-31", year)
    case "advent-1": return reckoned("weekday 7 to 12-03", year)
    case "advent-2": return reckoned("weekday 7 to 12-10", year)
    case "advent-3": return reckoned("weekday 7 to 12-17", year)
    case "advent-4": return reckoned("weekday 7 to 12-24", year)
    case "repentance-day-de": return reckoned("weekday 3 to 11-22", year)
    case "orthodox-easter": return orthodoxEaster(year)
    case "black-friday": return nth(4, 4, 11, year).map { $0 + 1 }
    case "diwali": return diwali(year)
    case "kings-day-nl":
      return Day(year: year, month: 4, day: 27).map { $0.weekday == 7 ? $0 - 1 : $0 }
    case "victoria-day":
      guard let day = Day(year: year, month: 5, day: 24) else { return nil }
      return day - (day.weekday - 1)
    default: return reckoned(name, year)
    }
  }

  /// Holidays that a language file spells out instead of naming: see the guide.
  private static func reckoned(_ name: String, _ year: Int) -> Day? {
    if let known = calendars[name] { return ofCalendar(known.0, known.1, known.2, year) }
    let words = name.split(separator: " ")
    if words.count == 1 { return monthAndDay(words[0]).flatMap { Day(year: year, month: $0, day: $1) } }
    guard words.count > 1 else { return nil }
    switch words[0] {
    case "easter": return Int(words[1]).map { easterSunday(year) + $0 }
    case "orthodox": return Int(words[1]).map { orthodoxEaster(year) + $0 }
    case "islamic": return monthAndDay(words[1]).flatMap { ofCalendar(.islamicUmmAlQura, $0, $1, year) }
    case "persian": return monthAndDay(words[1]).flatMap { ofCalendar(.persian, $0, $1, year) }
    case "hebrew": return monthAndDay(words[1]).flatMap { ofCalendar(.hebrew, $0, $1, year) }
    case "chinese": return monthAndDay(words[1]).flatMap { ofCalendar(.chinese, $0, $1, year) }
    case "weekday":
      // "weekday 6 from 06-20": the first Saturday from 20 June on; "weekday 7 to 12-24": the last Sunday up to it.
      guard words.count == 4, let weekday = Int(words[1]), (1...7).contains(weekday), let edge = monthAndDay(words[3]),
        let day = Day(year: year, month: edge.0, day: edge.1)
      else { return nil }
      return words[2] == "from" ? day + (weekday - day.weekday + 7) % 7 : day - (day.weekday - weekday + 7) % 7
    default: return nil
    }
  }

  /// `06-24`; a month alone has no day.
  private static func monthAndDay(_ text: Substring) -> (Int, Int)? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard let month = parts.first ?? nil else { return nil }
    return parts.count > 1 ? parts[1].map { (month, $0) } : (month, 0)
  }

  /// Where a day of another calendar falls in a Gregorian year, the first time.
  private static func ofCalendar(_ system: CalendarSystem, _ month: Int, _ day: Int, _ year: Int) -> Day? {
    guard let from = Day(year: year, month: 1, day: 1), let to = Day(year: year, month: 12, day: 31) else { return nil }
    return Calendars.first(system, month: month, day: day, from: from, to: to)
  }

  /// Ramadan is a month, and so is any calendar's that names no day.
  static func isMonth(_ name: String) -> Bool { name == "ramadan" || name.hasPrefix("islamic ") && !name.contains("-") }

  static func end(of first: Day) -> Day {
    var last = first + 28
    if Calendars.month(.islamicUmmAlQura, of: last + 1) == Calendars.month(.islamicUmmAlQura, of: first) {
      last = last + 1
    }
    return last
  }

  /// The Hebrew months count from Tishri, with Adar (of leap years the second) as the seventh.
  private static let calendars: [String: (CalendarSystem, Int, Int)] = [
    "ramadan": (.islamicUmmAlQura, 9, 0), "eid-al-fitr": (.islamicUmmAlQura, 10, 1),
    "eid-al-adha": (.islamicUmmAlQura, 12, 10), "islamic-new-year": (.islamicUmmAlQura, 1, 1),
    "ashura": (.islamicUmmAlQura, 1, 10), "mawlid": (.islamicUmmAlQura, 3, 12), "arbaeen": (.islamicUmmAlQura, 2, 20),
    "nowruz": (.persian, 1, 1), "yalda": (.persian, 9, 30), "rosh-hashana": (.hebrew, 1, 1),
    "yom-kippur": (.hebrew, 1, 10), "sukkot": (.hebrew, 1, 15), "hanukkah": (.hebrew, 3, 25),
    "tu-bishvat": (.hebrew, 5, 15), "purim": (.hebrew, 7, 14), "passover": (.hebrew, 8, 15),
    "shavuot": (.hebrew, 10, 6), "tisha-bav": (.hebrew, 12, 9), "chinese-new-year": (.chinese, 1, 1),
    "lantern-festival": (.chinese, 1, 15), "dragon-boat": (.chinese, 5, 5), "qixi": (.chinese, 7, 7),
    "mid-autumn": (.chinese, 8, 15), "double-ninth": (.chinese, 9, 9),
  ]

  /// Diwali is the day before the new moon that falls between 18 October and 15 November, at which the Chinese month
  /// begins: so in every year from 2009 to 2030.
  private static func diwali(_ year: Int) -> Day? {
    guard let from = Day(year: year, month: 10, day: 18) else { return nil }
    return Calendars.newMoon(from: from, to: from + 28).map { $0 - 1 }
  }

  /// Easter by the Julian calendar, as a Gregorian day (Meeus, Astronomical Algorithms, ch. 8).
  static func orthodoxEaster(_ year: Int) -> Day {
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let n = d + e + 114
    guard let julian = Day(year: year, month: n / 31, day: n % 31 + 1) else { return Day(number: 0) }
    // The day of the same name lies so many days later in the Gregorian calendar.
    return julian + (year / 100 - year / 400 - 2)
  }

  private static let fixed: [String: (Int, Int)] = [
    "new-year": (1, 1), "new-year-eve": (12, 31), "christmas": (12, 25), "christmas-eve": (12, 24),
    "boxing-day": (12, 26),
    "epiphany": (1, 6), "valentine": (2, 14), "saint-patrick": (3, 17), "april-fools": (4, 1), "earth-day": (4, 22),
    "labour-day": (5, 1), "victory-day": (5, 8), "juneteenth": (6, 19), "independence-day-us": (7, 4),
    "bastille-day": (7, 14), "assumption": (8, 15), "halloween": (10, 31), "all-saints": (11, 1), "armistice": (11, 11),
    "women-day": (3, 8), "groundhog-day": (2, 2), "guy-fawkes": (11, 5), "cinco-de-mayo": (5, 5),
    "saint-john": (6, 24), "teachers-day": (9, 10), "youth-day": (5, 4), "children-day": (6, 1),
    "singles-day": (11, 11),
    "veterans-day": (11, 11), "unity-day-de": (10, 3), "liberation-day-nl": (5, 5), "st-nicholas-eve": (12, 5),
    "st-nicholas": (12, 6), "national-day-se": (6, 6), "lucia": (12, 13), "walpurgis": (4, 30),
    "reformation-day": (10, 31), "orthodox-christmas": (1, 7), "all-souls": (11, 2), "immaculate-conception": (12, 8),
    "second-christmas": (12, 26), "st-martin": (11, 11), "austria-day": (10, 26), "swiss-day": (8, 1),
    "peace-festival-augsburg": (8, 8),
  ]

  private static let easter: [String: Int] = [
    "easter": 0, "good-friday": -2, "easter-monday": 1, "ash-wednesday": -46, "mardi-gras": -47, "palm-sunday": -7,
    "ascension": 39, "pentecost": 49, "whit-monday": 50, "corpus-christi": 60, "maundy-thursday": -3,
    "holy-saturday": -1, "rose-monday": -48, "carnival-sunday": -49, "carnival-saturday": -50, "fat-thursday": -52,
  ]

  /// Month, weekday (1 is Monday), which one (-1 is the last).
  private static let weekdays: [String: (Int, Int, Int)] = [
    "thanksgiving": (11, 4, 4), "labor-day-us": (9, 1, 1), "memorial-day": (5, 1, -1),
    "martin-luther-king-day": (1, 1, 3),
    "presidents-day": (2, 1, 3), "columbus-day": (10, 1, 2), "mothers-day": (5, 7, 2), "fathers-day": (6, 7, 3),
    "cyber-monday": (11, 1, 4), "harvest-de": (10, 7, 1),
  ]

  private static func nth(_ n: Int, _ weekday: Int, _ month: Int, _ year: Int) -> Day? {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    if n < 0 {
      let last = first.adding(months: 1) - 1
      return last - (last.weekday - weekday + 7) % 7
    }
    return first + (weekday - first.weekday + 7) % 7 + 7 * (n - 1)
  }

  /// Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8).
  static func easterSunday(_ year: Int) -> Day {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7
    let m = (a + 11 * d + 22 * e) / 451
    let n = d + e - 7 * m + 114
    return Day(year: year, month: n / 31, day: n % 31 + 1) ?? Day(number: 0)
  }
}
