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

  /// Across, places are shares of the width in percent: the drawing takes whatever width there is, and letters and marks keep
  /// their size. Down, they are pixels.
  private static let left = 3.0
  private static let right = 97.0
  private static let top = 26.0
  private static let row = 26.0

  func write(to out: inout HTMLWriter) {
    if rule.kind == .date { dates(to: &out) } else { figures(to: &out) }
  }

  // MARK: - Figures

  /// A mark of the drawing of figures: its share of the width, and the pixels by which it stands aside of it, as marks that
  /// would lie on each other stand side by side.
  private struct Spot {
    var entry: HTMLTimelines.Entry
    var share: Double
    var aside: Double
    var y: Double
  }

  private func figures(to out: inout HTMLWriter) {
    let bottom = 210.0
    let days = entries.compactMap { $0.day?.number }
    let x = HTMLScale.days(days, start: Self.left, end: Self.right)
    var ends = entries.flatMap { [$0.low, $0.high, $0.value ?? .infinity] }.filter(\.isFinite)
    // Room for the arrows of open ends.
    if let high = ends.max(), let low = ends.min(), entries.contains(where: { $0.high == .infinity }) {
      ends.append(high + (high - low) * 0.12)
    }
    let y = HTMLScale.numbers(ends, start: bottom, end: Self.top, isCount: unit == nil) { ValueFormat.number($0) }
    start(height: bottom + 30, dates: false, room: y.ticks.map(\.label.count).max() ?? 0, to: &out)
    for tick in y.ticks {
      line(0, y.place(tick.value), 100, y.place(tick.value), "tick", to: &out)
      label(0, y.place(tick.value) + 4, tick.label, "end", aside: -8, to: &out)
    }
    line(0, bottom, 100, bottom, "axis", to: &out)
    for tick in x.ticks { line(x.place(tick.value), bottom, x.place(tick.value), bottom + 5, "axis", to: &out) }
    dayNames(of: x, at: bottom + 20, to: &out)

    var taken: [String: Int] = [:]
    var spots: [Spot] = []
    for entry in entries {
      guard let day = entry.day else { continue }
      let share = x.place(Double(day.number))
      let place = y.place(entry.value ?? middle(entry))
      let spot = "\(Int(share)) \(Int(place / 6))"
      let count = taken[spot, default: 0]
      taken[spot] = count + 1
      let aside = Double(min(count, 6)) * 11
      spots.append(Spot(entry: entry, share: share, aside: share > 85 ? -aside : aside, y: place))
    }
    var labels = HTMLLabels(marks: spots.map { ($0.share, $0.aside, $0.y) })
    for (number, spot) in spots.enumerated() { mark(spot, y, number, &labels, to: &out) }
    out.end("svg")
  }

  private func middle(_ entry: HTMLTimelines.Entry) -> Double {
    if entry.low.isFinite, entry.high.isFinite { return (entry.low + entry.high) / 2 }
    return entry.low.isFinite ? entry.low : entry.high
  }

  private func mark(
    _ spot: Spot, _ y: HTMLScale, _ number: Int, _ labels: inout HTMLLabels, to out: inout HTMLWriter
  ) {
    let (entry, x, place) = (spot.entry, spot.aside, spot.y)
    start(entry, to: &out)
    // From here on pixels, counted from the mark's share.
    out.start("svg", ("x", Self.percent(spot.share)))
    let high = entry.high.isFinite ? y.place(entry.high) : max(Self.top, place - 44)
    let low = entry.low.isFinite ? y.place(entry.low) : min(y.start, place + 44)
    target(x - 12, min(high, place - 12), 24, max(low, place + 12) - min(high, place - 12), to: &out)
    if entry.high != entry.low {
      if !entry.high.isFinite { upright(x, place, high + 6, "extent open", to: &out) }
      if !entry.low.isFinite { upright(x, place, low - 6, "extent open", to: &out) }
      if entry.high.isFinite { upright(x, place, high, "extent", to: &out) }
      if entry.low.isFinite { upright(x, place, low, "extent", to: &out) }
      if !entry.high.isFinite { head(x, high, up: true, to: &out) }
      if !entry.low.isFinite { head(x, low, up: false, to: &out) }
    }
    circle(x, place, isHollow: entry.low != entry.high, to: &out)
    let text = ValueFormat.normalForm(of: entry.claim.value)
    if let label = labels.place(text, number, isBelow: !entry.high.isFinite) {
      out.element(
        "text", ("class", label.isOfPhones ? nil : "wide"), ("x", Self.number(x + (label.isBefore ? -10 : 10))),
        ("y", Self.number(place + (label.isBelow ? 17 : -8))), ("text-anchor", label.isBefore ? "end" : "start"),
        text: text)
    }
    out.end("svg")
    out.end("a")
    out.line()
  }

  // MARK: - Dates

  /// A line for each claim: those that say the same stand together, below what they say.
  private func dates(to out: inout HTMLWriter) {
    let sorted = entries.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      let (first, second) = (x.low.isFinite ? x.low : x.high, y.low.isFinite ? y.low : y.high)
      if first != second { return first < second }
      if x.high != y.high { return x.high < y.high }
      return x.low != y.low ? x.low < y.low : a.offset < b.offset
    }.map(\.element)
    var rows: [(entry: HTMLTimelines.Entry, y: Double)] = []
    var names: [(text: String, y: Double)] = []
    var bottom = 8.0
    for entry in sorted {
      let value = ValueFormat.label(for: entry.claim.value)
      if value != names.last?.text {
        names.append((value, bottom + 17))
        bottom += Self.row - 4
      }
      rows.append((entry, bottom + Self.row / 2))
      bottom += Self.row
    }
    let ends = sorted.flatMap { [$0.low, $0.high] }.filter(\.isFinite).map { Int($0) }
    let x = HTMLScale.days(ends, start: Self.left, end: Self.right)
    start(height: bottom + 30, dates: true, room: 0, to: &out)
    for tick in x.ticks { line(x.place(tick.value), 0, x.place(tick.value), bottom, "tick", to: &out) }
    dayNames(of: x, at: bottom + 20, to: &out)
    line(0, bottom, 100, bottom, "axis", to: &out)
    for name in names { label(0, name.y, name.text, "start", to: &out) }
    for row in rows { bar(row.entry, x, row.y, to: &out) }
    out.end("svg")
  }

  /// How far a bar with an open end goes on, in percent.
  private static let onwards = 13.0

  private func bar(_ entry: HTMLTimelines.Entry, _ x: HTMLScale, _ y: Double, to out: inout HTMLWriter) {
    start(entry, to: &out)
    let low = entry.low.isFinite ? x.place(entry.low) : max(0, x.place(entry.high) - Self.onwards)
    let high = entry.high.isFinite ? x.place(entry.high) : min(100, x.place(entry.low) + Self.onwards)
    let middle = Self.percent((low + high) / 2)
    if high - low < 4 {
      out.start("svg", ("x", middle))
      target(-14, y - 12, 28, 24, to: &out)
      out.end("svg")
    } else {
      out.empty(
        "rect", ("class", "target"), ("x", Self.percent(low)), ("y", Self.number(y - 12)),
        ("width", Self.percent(high - low)), ("height", "24"), ("rx", "6"))
    }
    if entry.low != entry.high {
      line(low, y, high, y, entry.low.isFinite && entry.high.isFinite ? "extent" : "extent open", to: &out)
    }
    if entry.low != entry.high {
      out.start("svg", ("x", Self.percent(low)))
      if entry.low.isFinite { cap(y, to: &out) } else { head(y, isLeft: true, to: &out) }
      out.end("svg")
    }
    out.start("svg", ("x", Self.percent(high)))
    if entry.low == entry.high {
      circle(0, y, isHollow: false, to: &out)
    } else if entry.high.isFinite {
      cap(y, to: &out)
    } else {
      head(y, isLeft: false, to: &out)
    }
    let letters = timelines.context.marks.letters(of: entry.claim)
    let isAtEnd = high > 85
    if !letters.isEmpty, !isAtEnd { letter(letters, y, isAtEnd, to: &out) }
    out.end("svg")
    if !letters.isEmpty, isAtEnd {
      out.start("svg", ("x", Self.percent(low)))
      letter(letters, y, isAtEnd, to: &out)
      out.end("svg")
    }
    out.end("a")
    out.line()
  }

  private func letter(_ letters: String, _ y: Double, _ isBefore: Bool, to out: inout HTMLWriter) {
    out.element(
      "text", ("x", isBefore ? "-10" : "10"), ("y", Self.number(y + 4)), ("text-anchor", isBefore ? "end" : "start"),
      text: letters)
  }

  // MARK: - Pieces

  /// - Parameter room: how many characters stand before the drawing.
  private func start(height: Double, dates: Bool, room: Int, to out: inout HTMLWriter) {
    let rooms = [(5, "room-5"), (9, "room-9"), (14, "room-14")]
    out.start(
      "svg", ("class", room == 0 ? nil : rooms.first { room <= $0.0 }?.1 ?? "room-20"), ("width", "100%"),
      ("height", Self.number(height)), ("role", "group"),
      ("aria-label", HTMLWords.chart(title, entries.count, dates: dates)))
    out.line()
  }

  /// The names of days below the axis; on a phone only as many of them as fit.
  private func dayNames(of x: HTMLScale, at y: Double, to out: inout HTMLWriter) {
    let step = (x.ticks.count + 2) / 3
    for (number, tick) in x.ticks.enumerated() {
      label(x.place(tick.value), y, tick.label, "middle", isOfPhones: number % step == step / 2, to: &out)
    }
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

  private func circle(_ x: Double, _ y: Double, isHollow: Bool, to out: inout HTMLWriter) {
    out.empty(
      "circle", ("class", isHollow ? "hollow" : nil), ("cx", Self.number(x)), ("cy", Self.number(y)), ("r", "5"))
  }

  private func cap(_ y: Double, to out: inout HTMLWriter) { upright(0, y - 6, y + 6, "extent", to: &out) }

  private func head(_ x: Double, _ y: Double, up: Bool, to out: inout HTMLWriter) {
    let tail = up ? y + 9 : y - 9
    out.empty("path", ("class", "head"), ("d", path([(x, y), (x - 5, tail), (x + 5, tail)])))
  }

  private func head(_ y: Double, isLeft: Bool, to out: inout HTMLWriter) {
    let tail: Double = isLeft ? 9 : -9
    out.empty("path", ("class", "head"), ("d", path([(0, y), (tail, y - 5), (tail, y + 5)])))
  }

  private func path(_ points: [(Double, Double)]) -> String {
    points.enumerated().map { "\($0.offset == 0 ? "M" : "L")\(Self.number($0.element.0)) \(Self.number($0.element.1))" }
      .joined() + "Z"
  }

  /// From share to share.
  private func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String, to out: inout HTMLWriter
  ) {
    out.empty(
      "line", ("class", kind), ("x1", Self.percent(x1)), ("y1", Self.number(y1)), ("x2", Self.percent(x2)),
      ("y2", Self.number(y2)))
  }

  /// Up or down, in pixels.
  private func upright(_ x: Double, _ y1: Double, _ y2: Double, _ kind: String, to out: inout HTMLWriter) {
    out.empty(
      "line", ("class", kind), ("x1", Self.number(x)), ("y1", Self.number(y1)), ("x2", Self.number(x)),
      ("y2", Self.number(y2)))
  }

  private func label(
    _ share: Double, _ y: Double, _ text: String, _ anchor: String, aside: Double = 0, isOfPhones: Bool = true,
    to out: inout HTMLWriter
  ) {
    out.element(
      "text", ("class", isOfPhones ? nil : "wide"), ("x", Self.percent(share)), ("y", Self.number(y)),
      ("dx", aside == 0 ? nil : Self.number(aside)), ("text-anchor", anchor), ("aria-hidden", "true"), text: text)
    out.line()
  }

  private static func percent(_ share: Double) -> String { number(share) + "%" }

  /// A place on the drawing, to a tenth.
  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    let (whole, rest) = tenths.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? String(whole) : "\(tenths < 0 && whole == 0 ? "-" : "")\(whole).\(abs(rest))"
  }
}
