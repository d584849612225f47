import ICU

/// Reads the day of a time stamp: ISO 8601, RFC 5322 (mail, RSS), seconds or milliseconds of Unix; else a date in words.
///
/// The day is the one that the stamp itself gives, in its own time zone: a paper's day is that of its place.
enum DayText {
  static func day(_ text: String, language: String?, _ options: ArticleOptions) -> Day? {
    let text = text.trimmingBlanks()
    if let day = stamp(text) { return day }
    return options.bylineDate(text, language ?? "und")
  }

  /// Without dates in words.
  static func stamp(_ text: String) -> Day? {
    let bytes = Array(text.utf8)
    if bytes.count >= 8, bytes.allSatisfy({ (0x30...0x39).contains($0) }) {
      // 20210726, or a count of seconds.
      if bytes.count == 8 { return Day("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))") }
      return Int(text).flatMap(unix)
    }
    if bytes.count >= 10, let day = Day(String(decoding: bytes.prefix(10), as: UTF8.self)) {
      let next = bytes.count > 10 ? bytes[10] : 0x54
      if next == 0x54 || next == 0x74 || next == 0x20 || next == 0x2B || next == 0x5A { return day }
    }
    // 20210726T080000Z
    if bytes.count >= 15, bytes[8] == 0x54 { return stamp(String(text.prefix(8))) }
    return mail(text)
  }

  /// Seconds since 1970, or milliseconds where that would be past the year 5000.
  static func unix(_ number: Int) -> Day? {
    let seconds = number > 100_000_000_000 ? number / 1000 : number
    guard (100_000_000...100_000_000_000).contains(seconds) else { return nil }
    return Day(number: seconds / 86400)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `Mon, 26 Jul 2021 08:00:00 +0200` (RFC 5322, section 3.3; years of two digits as RFC 2822 reads them).
  private static func mail(_ text: String) -> Day? {
    var parts = text.split(whereSeparator: { $0 == " " || $0 == "," }).map { $0.lowercased() }
    if let first = parts.first, Int(first) == nil { parts.removeFirst() }
    guard parts.count >= 3, let day = Int(parts[0]), let month = months.firstIndex(of: String(parts[1].prefix(3))),
      var year = Int(parts[2])
    else { return nil }
    if parts[2].utf8.count <= 3 { year += year < 50 ? 2000 : 1900 }
    return Day(year: year, month: month + 1, day: day)
  }
}
