import Claims
import Findings
import ICU

/// The drawing of a timeline, as SVG without any style of its own: classes take the colours of the page's scheme.
struct HTMLDrawing {
  let timelines: HTMLTimelines
  let rule: Rule
  let unit: String?
  let entries: [HTMLTimelines.Entry]
  let id: String
  let title: String

  private static let width = 760.0
  private static let top = 26.0
  private static let left = 72.0
  private static let right = 736.0
  /// Where the marks of a drawing of dates begin: labels stand before.
  private static let leftOfDates = 210.0
  private static let row = 26.0

  func write(to out: inout HTMLWriter) {
    if rule.kind == .date { dates(to: &out) } else { figures(to: &out) }
  }

  // MARK: - Figures

  private func figures(to out: inout HTMLWriter) {
    let bottom = 210.0
    let days = entries.compactMap { $0.day?.number }
    let x = HTMLScale.days(days, start: Self.left + 16, end: Self.right - 16)
    var ends = entries.flatMap { [$0.low, $0.high, $0.value ?? .infinity] }.filter(\.isFinite)
    // Room for the arrows of open ends.
    if let high = ends.max(), let low = ends.min(), entries.contains(where: { $0.high == .infinity }) {
      ends.append(high + (high - low) * 0.12)
    }
    let y = HTMLScale.numbers(ends, start: bottom, end: Self.top, isCount: unit == nil) { ValueFormat.number($0) }
    start(height: bottom + 40, dates: false, to: &out)
    for tick in y.ticks {
      line(Self.left, y.place(tick.value), Self.right, y.place(tick.value), "tick", to: &out)
      label(Self.left - 8, y.place(tick.value) + 4, tick.label, "end", to: &out)
    }
    line(Self.left, bottom, Self.right, bottom, "axis", to: &out)
    for tick in x.ticks {
      line(x.place(tick.value), bottom, x.place(tick.value), bottom + 5, "axis", to: &out)
      label(x.place(tick.value), bottom + 20, tick.label, "middle", to: &out)
    }
    // Marks that would lie on each other stand side by side.
    var taken: [String: Int] = [:]
    var labels: [(x: Double, y: Double)] = []
    for entry in entries {
      guard let day = entry.day else { continue }
      let value = entry.value ?? middle(entry)
      let spot = "\(Int(x.place(Double(day.number)) / 8)) \(Int(y.place(value) / 6))"
      let count = taken[spot, default: 0]
      taken[spot] = count + 1
      let place = min(x.place(Double(day.number)) + Double(min(count, 6)) * 11, Self.right - 6)
      mark(entry, x: place, y: y, at: value, labels: &labels, to: &out)
    }
    out.end("svg")
  }

  private func middle(_ entry: HTMLTimelines.Entry) -> Double {
    if entry.low.isFinite, entry.high.isFinite { return (entry.low + entry.high) / 2 }
    return entry.low.isFinite ? entry.low : entry.high
  }

  private func mark(
    _ entry: HTMLTimelines.Entry, x: Double, y: HTMLScale, at value: Double, labels: inout [(x: Double, y: Double)],
    to out: inout HTMLWriter
  ) {
    start(entry, to: &out)
    let place = y.place(value)
    let high = entry.high.isFinite ? y.place(entry.high) : max(Self.top, place - 44)
    let low = entry.low.isFinite ? y.place(entry.low) : min(y.start, place + 44)
    target(x - 12, min(high, place - 12), 24, max(low, place + 12) - min(high, place - 12), to: &out)
    if entry.high != entry.low {
      if !entry.high.isFinite { line(x, place, x, high + 6, "extent open", to: &out) }
      if !entry.low.isFinite { line(x, place, x, low - 6, "extent open", to: &out) }
      if entry.high.isFinite { line(x, place, x, high, "extent", to: &out) }
      if entry.low.isFinite { line(x, place, x, low, "extent", to: &out) }
      if !entry.high.isFinite { head(x, high, up: true, to: &out) }
      if !entry.low.isFinite { head(x, low, up: false, to: &out) }
    }
    let isExact = entry.low == entry.high
    out.empty(
      "circle", ("class", isExact ? nil : "hollow"), ("cx", Self.number(x)), ("cy", Self.number(place)), ("r", "5"))
    if !labels.contains(where: { abs($0.x - x) < 64 && abs($0.y - place) < 14 }) {
      labels.append((x, place))
      let isAtEnd = x > Self.right - 90
      out.element(
        "text", ("x", Self.number(isAtEnd ? x - 10 : x + 10)),
        ("y", Self.number(entry.high.isFinite ? place - 8 : place + 17)),
        ("text-anchor", isAtEnd ? "end" : "start"), text: ValueFormat.normalForm(of: entry.claim.value))
    }
    out.end("a")
    out.line()
  }

  // MARK: - Dates

  /// A line for each claim: those that say the same stand together.
  private func dates(to out: inout HTMLWriter) {
    let sorted = entries.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      let (first, second) = (x.low.isFinite ? x.low : x.high, y.low.isFinite ? y.low : y.high)
      if first != second { return first < second }
      if x.high != y.high { return x.high < y.high }
      return x.low != y.low ? x.low < y.low : a.offset < b.offset
    }.map(\.element)
    let ends = sorted.flatMap { [$0.low, $0.high] }.filter(\.isFinite).map { Int($0) }
    let bottom = Self.top + Double(sorted.count) * Self.row
    let x = HTMLScale.days(ends, start: Self.leftOfDates, end: Self.right - 16)
    start(height: bottom + 34, dates: true, to: &out)
    for tick in x.ticks {
      line(x.place(tick.value), Self.top - 6, x.place(tick.value), bottom, "tick", to: &out)
      label(x.place(tick.value), bottom + 20, tick.label, "middle", to: &out)
    }
    line(Self.leftOfDates, bottom, Self.right, bottom, "axis", to: &out)
    var previous = ""
    for (place, entry) in sorted.enumerated() {
      let y = Self.top + (Double(place) + 0.5) * Self.row
      let value = ValueFormat.label(for: entry.claim.value)
      if value != previous { label(Self.leftOfDates - 14, y + 4, value, "end", to: &out) }
      previous = value
      bar(entry, x, y, to: &out)
    }
    out.end("svg")
  }

  private func bar(_ entry: HTMLTimelines.Entry, _ x: HTMLScale, _ y: Double, to out: inout HTMLWriter) {
    start(entry, to: &out)
    let low = entry.low.isFinite ? x.place(entry.low) : max(x.start, x.place(entry.high) - 70)
    let high = entry.high.isFinite ? x.place(entry.high) : min(x.end, x.place(entry.low) + 70)
    target(min(low, high - 24) - 4, y - 12, max(high - low, 24) + 8, 24, to: &out)
    if entry.low != entry.high {
      let isOpen = !entry.low.isFinite || !entry.high.isFinite
      line(low, y, high, y, isOpen ? "extent open" : "extent", to: &out)
    }
    if entry.low == entry.high {
      circle(low, y, to: &out)
    } else {
      if entry.low.isFinite { cap(low, y, to: &out) } else { head(low, y, isLeft: true, to: &out) }
      if entry.high.isFinite { cap(high, y, to: &out) } else { head(high, y, isLeft: false, to: &out) }
    }
    let letters = timelines.context.marks.letters(of: entry.claim)
    if !letters.isEmpty {
      let isAtEnd = high > Self.right - 60
      out.element(
        "text", ("x", Self.number(isAtEnd ? low - 10 : high + 10)), ("y", Self.number(y + 4)),
        ("text-anchor", isAtEnd ? "end" : "start"), text: letters)
    }
    out.end("a")
    out.line()
  }

  // MARK: - Pieces

  private func start(height: Double, dates: Bool, to out: inout HTMLWriter) {
    out.start(
      "svg", ("viewBox", "0 0 \(Self.number(Self.width)) \(Self.number(height))"), ("role", "group"),
      ("aria-label", HTMLWords.chart(title, entries.count, dates: dates)))
    out.line()
  }

  /// A mark is a link to its quote where the page shows that, and can be reached with the keyboard either way.
  private func start(_ entry: HTMLTimelines.Entry, to out: inout HTMLWriter) {
    let context = timelines.context
    let words = timelines.words(entry)
    let isLinked = timelines.quoted.contains(entry.place)
    out.start(
      "a", ("class", "mark \(context.marks.state(of: entry.claim).name)"),
      ("href", isLinked ? "#" + context.anchor(ofQuote: entry.place) : "#\(id)"), ("aria-label", words))
    out.element("title", text: words)
  }

  private func target(_ x: Double, _ y: Double, _ width: Double, _ height: Double, to out: inout HTMLWriter) {
    out.empty(
      "rect", ("class", "target"), ("x", Self.number(x)), ("y", Self.number(y)), ("width", Self.number(width)),
      ("height", Self.number(height)), ("rx", "6"))
  }

  private func circle(_ x: Double, _ y: Double, to out: inout HTMLWriter) {
    out.empty("circle", ("cx", Self.number(x)), ("cy", Self.number(y)), ("r", "5"))
  }

  private func cap(_ x: Double, _ y: Double, to out: inout HTMLWriter) {
    line(x, y - 6, x, y + 6, "extent", to: &out)
  }

  private func head(_ x: Double, _ y: Double, up: Bool, to out: inout HTMLWriter) {
    let tail = up ? y + 9 : y - 9
    out.empty("path", ("class", "head"), ("d", path([(x, y), (x - 5, tail), (x + 5, tail)])))
  }

  private func head(_ x: Double, _ y: Double, isLeft: Bool, to out: inout HTMLWriter) {
    let tail = isLeft ? x + 9 : x - 9
    out.empty("path", ("class", "head"), ("d", path([(x, y), (tail, y - 5), (tail, y + 5)])))
  }

  private func path(_ points: [(Double, Double)]) -> String {
    points.enumerated().map { "\($0.offset == 0 ? "M" : "L")\(Self.number($0.element.0)) \(Self.number($0.element.1))" }
      .joined() + "Z"
  }

  private func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String, to out: inout HTMLWriter
  ) {
    out.empty(
      "line", ("class", kind), ("x1", Self.number(x1)), ("y1", Self.number(y1)), ("x2", Self.number(x2)),
      ("y2", Self.number(y2)))
  }

  private func label(_ x: Double, _ y: Double, _ text: String, _ anchor: String, to out: inout HTMLWriter) {
    out.element(
      "text", ("x", Self.number(x)), ("y", Self.number(y)), ("text-anchor", anchor), ("aria-hidden", "true"), text: text
    )
    out.line()
  }

  /// A place on the drawing, to a tenth.
  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    let (whole, rest) = tenths.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? String(whole) : "\(tenths < 0 && whole == 0 ? "-" : "")\(whole).\(abs(rest))"
  }
}
